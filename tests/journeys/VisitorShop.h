// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/earnings/RevenueDesk.h"
#include "engine/experiments/ExperimentBanditTest.h"
#include "support/SimulatedShop.h"

#include <QFile>
#include <QtTest>

namespace pricewright::test {

inline constexpr int kVisitorsADay = 1500;

// Days of visitors, dealt out by the test's own assignment: a new price that sells `response` times as often.
class VisitorShop {
 public:
  SimulatedShop shop{{{-2, 0.3}}, {.zones = 8, .weeksBefore = 16}};
  bool hasIds = true;                 // of events
  QByteArray currency;                // "": not told
  bool byOrders = false;              // what was bought comes as revenue
  bool namesVisitors = true;          // in its orders
  bool isBandit = false, asks = true; // asks: for each visitor's arm, so that his draw is kept
  QByteArray sku{"T01"};              // as sold
  double controlBuys = 0.2;           // of those who see today's price
  QByteArray cost{"2.40"};            // of one
  std::optional<TestMetric> metric;   // none: the one of the plan's kind
  std::vector<TestGuard> guards;
  double bought[2] = {}, kept[2] = {}; // orders and money by arm, as this shop knows them

  explicit VisitorShop(double response) : m_response(response) {
    need(shop.ws->catalog().setSetting(shop.ws->me(), "experiment.visitor-prices", true));
  }
  ExperimentPlan plan() const {
    ExperimentPlan p = shop.plan("visitors", 0, 800);
    p.design = TestDesign::Visitors;
    p.lookDays = 1, p.days = 14, p.longestDays = 21, p.preDays = 0, p.silentHours = 48, p.windowDays = 1;
    p.salesFrom = byOrders ? SalesFrom::Orders : SalesFrom::Events;
    if (isBandit)
      p.bandit = BanditTerms{1000, 300}, p.metric = TestMetric::Revenue;
    p.metric = metric.value_or(p.metric), p.guards = guards;
    return p;
  }
  // A day goes by; `mismatch` of those who would see the new price are lost on the way.
  void day(double mismatch = 0) {
    const ExperimentRow row = take(shop.ws->experiments().named("visitors"));
    const Assigner assigner = take(Assigner::from(take(visitorAssignment(row))));
    QByteArray orders = "order,kind,sku,zone,quantity,amount,currency,time,visitor\n";
    QByteArray exposures = "visitor,arm,time\n", events = "visitor,time,value,cost,quantity";
    events += (hasIds ? ",event_id" : "") + QByteArray(currency.isEmpty() ? "\n" : ",currency\n");
    QStringList coming;
    for (int i = 1; i <= kVisitorsADay; ++i)
      coming << QStringLiteral("v%1").arg(m_visitors + i);
    std::vector<VisitorArm> drawn;
    if (isBandit && asks)
      drawn = take(drawVisitors(*shop.ws, row, coming));
    for (int i = 0; i < kVisitorsADay; ++i) {
      const QByteArray visitor = "v" + QByteArray::number(++m_visitors);
      const Assignment a = drawn.empty()
                               ? assigner.of(std::string_view(visitor.constData(), std::size_t(visitor.size())))
                               : drawn[std::size_t(i)].assigned;
      if (!a.isIn() || (a.arm == 1 && m_random.uniform() < mismatch))
        continue;
      const QByteArray at = isoInstant(shop.clock.now() + std::chrono::seconds(i)).toUtf8();
      exposures += visitor + (a.arm == 1 ? ",treatment," : ",control,") + at + '\n';
      if (m_random.uniform() >= (a.arm == 1 ? 0.2 * m_response : controlBuys))
        continue;
      orders += order(a.arm, visitor, at);
      events += visitor + ',' + at + (a.arm == 1 ? ",4.29," : ",3.99,") + cost + ",1" +
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
    const ExperimentPreview preview = take(previewExperiment(*shop.ws, plan()));
    QCOMPARE(preview.treatedUnits + preview.controlUnits, 0); // who will come, nobody knows
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

} // namespace pricewright::test
