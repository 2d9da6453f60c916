// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A price test by visitors: the shop deals them out, tells who saw and bought what, and the test manager acts on it.
#include "engine/earnings/RevenueDesk.h"
#include "engine/experiments/ExperimentVisitors.h"
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
  bool hasIds = true;                  // of events
  QByteArray currency;                 // "": not told
  bool byOrders = false;               // what was bought comes as revenue
  bool namesVisitors = true;           // in its orders
  QByteArray sku{"T01"};               // as sold
  double bought[2] = {}, kept[2] = {}; // orders and money by arm, as this shop knows them

  explicit VisitorShop(double response) : m_response(response) {
    need(shop.ws->catalog().setSetting(shop.ws->me(), "experiment.visitor-prices", true));
  }
  ExperimentPlan plan() const {
    ExperimentPlan p = shop.plan("visitors", 0, 800);
    p.design = TestDesign::Visitors;
    p.lookDays = 1, p.days = 14, p.longestDays = 21, p.preDays = 0, p.silentHours = 48, p.windowDays = 1;
    p.salesFrom = byOrders ? SalesFrom::Orders : SalesFrom::Events;
    return p;
  }
  // A day goes by; `mismatch` of those who would see the new price are lost on the way.
  void day(double mismatch = 0) {
    const ExperimentRow row = take(shop.ws->experiments().named("visitors"));
    const Assigner assigner = take(Assigner::from(take(visitorAssignment(row))));
    QByteArray orders = "order,kind,sku,zone,quantity,amount,currency,time,visitor\n";
    QByteArray exposures = "visitor,arm,time\n", events = "visitor,time,value,cost,quantity";
    events += (hasIds ? ",event_id" : "") + QByteArray(currency.isEmpty() ? "\n" : ",currency\n");
    for (int i = 0; i < kVisitorsADay; ++i) {
      const QByteArray visitor = "v" + QByteArray::number(++m_visitors);
      const Assignment a = assigner.of(std::string_view(visitor.constData(), std::size_t(visitor.size())));
      if (!a.isIn() || (a.arm == 1 && m_random.uniform() < mismatch))
        continue;
      const QByteArray at = isoInstant(shop.clock.now() + std::chrono::seconds(i)).toUtf8();
      exposures += visitor + (a.arm == 1 ? ",treatment," : ",control,") + at + '\n';
      if (m_random.uniform() >= (a.arm == 1 ? 0.2 * m_response : 0.2))
        continue;
      orders += order(a.arm, visitor, at);
      events += visitor + ',' + at + (a.arm == 1 ? ",4.29,2.40,1" : ",3.99,2.40,1") +
                (hasIds ? ",e" + QByteArray::number(m_visitors) : QByteArray()) +
                (currency.isEmpty() ? QByteArray() : ',' + currency) + '\n';
    }
    write("exposures.csv", exposures), write("events.csv", events);
    shop.clock.advance(std::chrono::hours(24));
    m_last =
        take(takeInVisitors(*shop.ws, "visitors", path("exposures.csv"), byOrders ? QString() : path("events.csv")));
    if (byOrders)
      bring(orders);
  }
  void bring(const QByteArray& orders) const {
    write("orders.csv", orders);
    OrderFileWish wish;
    wish.path = path("orders.csv");
    const OrderFileReport report = take(ingestOrderFile(*shop.ws, wish, {}));
    QCOMPARE(report.rejected, qint64(0));
  }
  TestReading reading() const {
    return take(VisitorReadings(*shop.ws).of(take(shop.ws->experiments().named("visitors"))));
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
  // Every fifth order is given back the same day, half of it.
  QByteArray order(int arm, const QByteArray& visitor, const QByteArray& at) {
    const QByteArray number = "o" + visitor, who = namesVisitors ? visitor : QByteArray();
    const QByteArray price = arm == 1 ? "4.29" : "3.99";
    QByteArray rows = number + ",sale," + sku + ",Z1,1," + price + ",USD," + at + ',' + who + '\n';
    ++bought[arm], kept[arm] += price.toDouble();
    if (m_visitors % 5 != 0)
      return rows;
    kept[arm] -= 2;
    return rows + number + ",refund," + sku + ",Z1,1,2.00,USD," + at + ',' + who + '\n';
  }
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
    VisitorShop v(1.2); // more buy at the new price: so clear that it is decided within days
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
    VisitorShop v(0.85); // about the same profit: nothing else ends it first
    v.begin();
    const TestStep step = v.untilDone(14, 0.3);
    QCOMPARE(step.after, TestState::Reverted);
    QCOMPARE(step.order.reason, QString("sample-ratio"));
  }
  void silencePausesIt_data() {
    QTest::addColumn<bool>("byOrders");
    QTest::newRow("of the shop") << false;
    QTest::newRow("of revenue") << true;
  }
  void silencePausesIt() {
    QFETCH(bool, byOrders);
    VisitorShop v(0.9); // too little to be decided in two days
    v.byOrders = byOrders;
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
  void ordersWithoutIdsCountDayByDay() {
    VisitorShop v(1.0);
    v.begin();
    v.hasIds = false;
    v.day();
    QVERIFY(v.last().events > 100);
    v.day();
    QVERIFY(v.last().events > 100);
    QCOMPARE(v.last().eventsRepeated, qint64(0));
    QCOMPARE(v.again().events, qint64(0));
  }
  // The same test, and nobody writes files of events: orders are there already.
  void whatWasBoughtComesFromTheOrders() {
    VisitorShop v(1.2);
    v.byOrders = true;
    v.begin();
    v.day();
    const TestReading first = v.reading();
    QCOMPARE(first.why, QString());
    QVERIFY2(first.doubts.isEmpty(), qPrintable(first.doubts.join(' ')));
    const auto lift = [&](const double* sums) {
      return sums[1] / first.unitsTreatment / (sums[0] / first.unitsControl) - 1;
    };
    double profit[2];
    for (int arm = 0; arm < 2; ++arm)
      profit[arm] = v.kept[arm] - v.bought[arm] * SimulatedShop::kCost; // what is given back keeps its cost
    QCOMPARE(first.figures[0].metric, TestMetric::Profit);
    QVERIFY2(std::abs(first.figures[0].lift - lift(profit)) < 1e-9,
             qPrintable(QString("%1 against %2").arg(first.figures[0].lift).arg(lift(profit))));
    QCOMPARE(v.untilDone(14).order.verdict, TestVerdict::Better);
  }
  void ordersThatNameNobodyTellNothing() {
    VisitorShop v(1.2);
    v.byOrders = true, v.namesVisitors = false;
    v.begin();
    v.day();
    QCOMPARE(v.reading().why, QString("experiment.orders-without-visitors"));
    QCOMPARE(v.shop.check("visitors").after, TestState::Running);
  }
  // What it cost is not known: its profit would be all of its price.
  void ordersWithoutACostAreDoubtful() {
    VisitorShop v(1.2);
    v.byOrders = true, v.sku = "UNKNOWN";
    v.begin();
    v.day();
    QCOMPARE(v.reading().doubts, QStringList{"experiment.orders-without-cost"});
    QVERIFY(v.untilDone(4).after != TestState::Decided);
  }
  void anOrderWhoseMoneyNeverCameIsNone() {
    VisitorShop v(1.0);
    v.byOrders = true;
    v.begin();
    v.day();
    const TestReading before = v.reading();
    OrderFileWish wish; // the gateway tells the money, and it has not
    QFile file(v.shop.dir.filePath("open.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("order,sku,zone,quantity,amount,currency,time,visitor\n");
    for (int i = 1; i <= 200; ++i)
      file.write(QStringLiteral("open%1,T01,Z1,1,900.00,USD,%2,v%1\n")
                     .arg(i)
                     .arg(isoInstant(v.shop.clock.now() - std::chrono::hours(2)))
                     .toUtf8());
    file.close();
    wish.path = file.fileName(), wish.isPaid = false;
    QCOMPARE(take(ingestOrderFile(*v.shop.ws, wish, {})).rejected, qint64(0));
    QCOMPARE(v.reading().figures, before.figures);
  }
  void eventsForATestThatReadsOrdersAreRefused() {
    VisitorShop v(1.0);
    v.byOrders = true;
    v.begin();
    v.day();
    const auto taken =
        takeInVisitors(*v.shop.ws, "visitors", v.shop.dir.filePath("exposures.csv"), v.shop.dir.filePath("events.csv"));
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, QString("experiment.sales-from-orders"));
  }
  // There is no rate for it: taken for dollars it would decide the test.
  void foreignMoneyIsNotTakenForOnesOwn() {
    for (const char* code : {"EUR", "euros"}) {
      VisitorShop v(1.0);
      v.begin();
      v.currency = code;
      v.day();
      const ExperimentRow row = take(v.shop.ws->experiments().named("visitors"));
      const TestReading foreign = take(VisitorReadings(*v.shop.ws).of(row));
      QVERIFY(foreign.doubts.contains("experiment.foreign-currency"));
    }
    VisitorShop own(1.0);
    own.begin();
    own.currency = "USD";
    own.day();
    const TestReading told = take(VisitorReadings(*own.shop.ws).of(take(own.shop.ws->experiments().named("visitors"))));
    QVERIFY(told.doubts.isEmpty() && !told.figures.empty());
  }
  // Whatever comes in between, the readings of a round are of one moment.
  void aRoundReadsOnce() {
    VisitorShop v(1.0);
    v.begin();
    v.day();
    const ExperimentRow row = take(v.shop.ws->experiments().named("visitors"));
    VisitorReadings round(*v.shop.ws);
    const TestReading first = take(round.of(row));
    v.day();
    QCOMPARE(take(round.of(row)).unitsControl, first.unitsControl);
    QVERIFY(take(VisitorReadings(*v.shop.ws).of(row)).unitsControl > first.unitsControl);
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
  // Nothing of two files is kept where one cannot be.
  void filesThatDoNotSayWhenAreRefused() {
    VisitorShop v(1.0);
    v.begin();
    const auto file = [&](const char* name, const QByteArray& text) {
      QFile out(v.shop.dir.filePath(QLatin1String(name)));
      if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
        qFatal("cannot write %s", name);
      return out.fileName();
    };
    const auto codeOf = [&](const QString& exposures, const QString& events) {
      const auto taken = takeInVisitors(*v.shop.ws, "visitors", exposures, events);
      return taken ? QString() : taken.error().code;
    };
    const QString seen = file("seen.csv", "visitor,arm,time\nv1,control,2026-03-02T10:00:00Z\n");
    QCOMPARE(codeOf(file("x.csv", "visitor,arm\nv1,control\n"), {}), QString("experiment.no-times"));
    QCOMPARE(codeOf(seen, file("e.csv", "visitor,value\nv1,5\n")), QString("experiment.no-times"));
    const VisitorIntake taken = take(takeInVisitors(*v.shop.ws, "visitors", seen, {}));
    QCOMPARE(taken.exposures + taken.refused, qint64(1));
    QCOMPARE(taken.exposuresRepeated, qint64(0));
  }
};

QTEST_GUILESS_MAIN(tst_VisitorTest)
#include "tst_VisitorTest.moc"
