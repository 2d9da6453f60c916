// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A price test by visitors: the shop deals them out, tells who saw and bought what, and the test manager acts on it.
#include "engine/ExperimentVisitors.h"
#include "support/SimulatedShop.h"

#include <QFile>
#include <QtTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr int kVisitorsADay = 1500;

// Days of visitors, dealt out by the test's own assignment: a new price that sells `response` times as often.
class VisitorShop {
 public:
  SimulatedShop shop{{{-2, 0.3}}, {.zones = 8, .weeksBefore = 16}};

  explicit VisitorShop(double response) : m_response(response) {
    need(shop.ws->catalog().setSetting(shop.ws->me(), "experiment.visitor-prices", true));
  }
  ExperimentPlan plan() const {
    ExperimentPlan p = shop.plan("visitors", 0, 800);
    p.design = TestDesign::Visitors;
    p.lookDays = 1, p.days = 14, p.longestDays = 21, p.preDays = 0, p.silentHours = 48, p.windowDays = 1;
    return p;
  }
  // A day goes by; `mismatch` of those who would see the new price are lost on the way.
  void day(double mismatch = 0) {
    const ExperimentRow row = take(shop.ws->experiments().named("visitors"));
    const Assigner assigner = take(Assigner::from(take(visitorAssignment(row))));
    QByteArray exposures = "visitor,arm,time\n", events = "visitor,time,value,cost,quantity,event_id\n";
    for (int i = 0; i < kVisitorsADay; ++i) {
      const QByteArray visitor = "v" + QByteArray::number(++m_visitors);
      const Assignment a = assigner.of(std::string_view(visitor.constData(), std::size_t(visitor.size())));
      if (!a.isIn() || (a.arm == 1 && m_random.uniform() < mismatch))
        continue;
      const QByteArray at = isoInstant(shop.clock.now() + std::chrono::seconds(i)).toUtf8();
      exposures += visitor + (a.arm == 1 ? ",treatment," : ",control,") + at + '\n';
      if (m_random.uniform() < (a.arm == 1 ? 0.2 * m_response : 0.2))
        events += visitor + ',' + at + (a.arm == 1 ? ",4.29,2.40,1,e" : ",3.99,2.40,1,e") +
                  QByteArray::number(m_visitors) + '\n';
    }
    write("exposures.csv", exposures), write("events.csv", events);
    shop.clock.advance(std::chrono::hours(24));
    m_last = take(takeInVisitors(*shop.ws, "visitors", path("exposures.csv"), path("events.csv")));
  }
  VisitorIntake again() {
    return take(takeInVisitors(*shop.ws, "visitors", path("exposures.csv"), path("events.csv")));
  }
  VisitorIntake last() const { return m_last; }
  void begin() {
    take(designExperiment(*shop.ws, plan()));
    take(startExperiment(*shop.ws, "visitors"));
    QCOMPARE(shop.check("visitors").after, TestState::Running);
  }
  TestStep untilDone(int days, double mismatch = 0) {
    TestStep step;
    for (int i = 0; i < days; ++i) {
      day(mismatch);
      step = shop.check("visitors");
      if (step.after != TestState::Running)
        break;
    }
    return step;
  }

 private:
  QString path(const char* name) const { return shop.dir.filePath(QLatin1String(name)); }
  void write(const char* name, const QByteArray& text) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
      qFatal("cannot write %s", name);
  }
  double m_response;
  Random m_random{17};
  int m_visitors = 0;
  VisitorIntake m_last;
};

} // namespace

class tst_VisitorTest : public QObject {
  Q_OBJECT

 private slots:
  void aBetterPriceIsFoundAndProposedForTheLists() {
    VisitorShop v(1.0); // nobody minds: profit + 19 %
    v.begin();
    QCOMPARE(int(take(v.shop.ws->queue()).pending.size()), 0); // the shop shows the price; lists stay
    const TestStep step = v.untilDone(14);
    QCOMPARE(step.after, TestState::Decided);
    QCOMPARE(step.order.verdict, TestVerdict::Better);
    QVERIFY(step.reading->sampleRatioP.value_or(0) > 0.001);
    need(rollOutExperiment(*v.shop.ws, "visitors"));
    QCOMPARE(v.shop.approveAll(), 8);
    QCOMPARE(v.shop.check("visitors").after, TestState::RolledOut);
    QVERIFY(v.shop.priceNow(SimulatedShop::tested(0), 0) > 4.2);
  }
  void severeHarmEndsIt() {
    VisitorShop v(0.4); // six of ten leave
    v.begin();
    const TestStep step = v.untilDone(10);
    QCOMPARE(step.after, TestState::Reverted);
    QVERIFY(v.shop.priceNow(SimulatedShop::tested(0), 0) < 4);
  }
  void armsOfAnotherSizeEndIt() {
    VisitorShop v(1.0);
    v.begin();
    const TestStep step = v.untilDone(14, 0.3);
    QCOMPARE(step.after, TestState::Reverted);
    QCOMPARE(step.order.reason, QString("sample-ratio"));
  }
  void aSilentShopPausesIt() {
    VisitorShop v(1.0);
    v.begin();
    v.day();
    QCOMPARE(v.shop.check("visitors").after, TestState::Running);
    v.shop.clock.advance(std::chrono::hours(72));
    QCOMPARE(v.shop.check("visitors").after, TestState::Paused);
    v.day();
    QCOMPARE(v.shop.check("visitors").after, TestState::Running);
  }
  void theSameRowsCountOnce() {
    VisitorShop v(1.0);
    v.begin();
    v.day();
    const VisitorIntake first = v.last(), second = v.again();
    QVERIFY(first.exposures > 1000 && first.events > 100);
    QCOMPARE(second.exposures, qint64(0));
    QCOMPARE(second.events, qint64(0));
    QCOMPARE(second.eventsRepeated, first.events);
  }
  void visitorsStayWhereTheyAreAcrossARestart() {
    VisitorShop v(1.0);
    v.begin();
    const auto before = take(visitorAssignment(take(v.shop.ws->experiments().named("visitors"))));
    v.shop.reopen();
    const auto after = take(visitorAssignment(take(v.shop.ws->experiments().named("visitors"))));
    const Assigner a = take(Assigner::from(before)), b = take(Assigner::from(after));
    for (int i = 0; i < 1000; ++i)
      QCOMPARE(a.of(std::uint64_t(i)).arm, b.of(std::uint64_t(i)).arm);
  }
  void filesThatSayNothingAreRefused() {
    VisitorShop v(1.0);
    v.begin();
    QFile file(v.shop.dir.filePath("bad.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("visitor,arm,time\nv1,blue,2026-03-02T10:00:00Z\n");
    file.close();
    const auto refused = takeInVisitors(*v.shop.ws, "visitors", file.fileName(), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QString("experiment.unknown-arm"));
    QVERIFY(!takeInVisitors(*v.shop.ws, "visitors", "/nowhere.csv", {}));
  }
};

QTEST_GUILESS_MAIN(tst_VisitorTest)
#include "tst_VisitorTest.moc"
