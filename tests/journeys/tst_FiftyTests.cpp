// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fifty price tests at once, for nine weeks, in a shop whose buyers are known, while feeds fall silent, prices are
// refused and the program is closed and opened: what is decided is as wrong as was promised, and no more.
#include "support/SimulatedShop.h"

#include <QtTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr int kTests = 50, kZones = 16, kWeeks = 9;
constexpr int kNulls = 20, kBetter = 15; // the rest is worse
constexpr double kUp = 1.08;
constexpr int kUpBp = 800;

double liftOfTest(int i) { return i < kNulls ? 0 : i < kNulls + kBetter ? 0.12 : -0.12; }
QString nameOfTest(int i) { return QStringLiteral("test %1").arg(i + 1, 2, 10, QLatin1Char('0')); }

std::vector<SimulatedShop::Buyers> allBuyers() {
  std::vector<SimulatedShop::Buyers> buyers;
  for (int i = 0; i < kTests; ++i)
    buyers.push_back({SimulatedShop::elasticityFor(liftOfTest(i), kUp, 0.3), 0.3});
  return buyers;
}

struct Outcome {
  int right = 0, wrong = 0, harmless = 0, refused = 0; // harmless: futile or undecided
};

// Where each price of a finished test should stand.
void verifyPrices(SimulatedShop& shop, int test, TestState state) {
  const double wanted = state == TestState::RolledOut ? 4.3 : 3.99;
  for (int zone = 0; zone < kZones; ++zone) {
    const double now = shop.priceNow(SimulatedShop::tested(test), zone);
    QVERIFY2(std::abs(now - wanted) < 0.06,
             qPrintable(QStringLiteral("%1 zone %2: %3").arg(nameOfTest(test)).arg(zone).arg(now)));
  }
}

} // namespace

class tst_FiftyTests : public QObject {
  Q_OBJECT

 private slots:
  void fiftyTestsUnderFaults() {
    SimulatedShop shop(allBuyers(), {.zones = kZones, .weeksBefore = 20, .seed = 11});
    for (int i = 0; i < kTests; ++i) {
      ExperimentPlan plan = shop.plan(nameOfTest(i), i, kUpBp);
      plan.seed = quint64(i) + 1;
      plan.guards = {{TestMetric::Units, 5000}};
      take(designExperiment(*shop.ws, plan));
      take(startExperiment(*shop.ws, plan.name));
    }
    refuseOne(shop);
    shop.approveAll();
    for (int week = 0; week < kWeeks; ++week) {
      goOn(shop);
      shop.week(week != 3); // a week's sales never come
      if (week == 5)
        shop.reopen();
    }
    goOn(shop);
    judge(shop);
  }

 private:
  static void refuseOne(SimulatedShop& shop) {
    const QueueRow row = take(shop.ws->queue()).pending.front();
    need(shop.ws->actAs("max"));
    const std::vector<Ask> ask{{row.id, row.contentHash}};
    take(shop.ws->reject(ask, "timing"));
    need(shop.ws->actAs("dora"));
  }
  // A round of the manager, what people do about it, and another round.
  static void goOn(SimulatedShop& shop) {
    const TestRound round = take(watchExperiments(*shop.ws));
    QCOMPARE(round.failed, 0);
    for (const TestStep& step : round.steps)
      if (step.after == TestState::Decided)
        step.order.verdict == TestVerdict::Better ? need(rollOutExperiment(*shop.ws, step.name))
                                                  : need(stopExperiment(*shop.ws, step.name, {}));
    shop.approveAll();
    QCOMPARE(take(watchExperiments(*shop.ws)).failed, 0);
  }
  static void judge(SimulatedShop& shop) {
    Outcome all, nulls;
    int underWay = 0;
    for (int i = 0; i < kTests; ++i) {
      const ExperimentRow row = take(shop.ws->experiments().named(nameOfTest(i)));
      underWay += isUnderWay(row.state) ? 1 : 0;
      if (isUnderWay(row.state))
        continue;
      verifyPrices(shop, i, row.state);
      QVERIFY(row.state == TestState::RolledOut || row.state == TestState::Reverted);
      Outcome& out = i < kNulls ? nulls : all;
      if (row.reason == u"price-refused")
        ++out.refused;
      else if (row.verdict == TestVerdict::Better || row.verdict == TestVerdict::Worse)
        ++((row.verdict == TestVerdict::Better) == (liftOfTest(i) > 0) && liftOfTest(i) != 0 ? out.right : out.wrong);
      else if (row.verdict == TestVerdict::Futile && liftOfTest(i) < 0)
        ++out.right; // what it was to find is not there, and its prices are back: early enough
      else
        ++out.harmless;
      QCOMPARE(row.state == TestState::RolledOut, row.verdict == TestVerdict::Better);
    }
    qInfo("no effect: %d decided wrongly, %d left alone; an effect of 12 %%: %d right, %d wrong, %d left alone; %d "
          "refused, "
          "%d under way",
          nulls.wrong, nulls.harmless, all.right, all.wrong, all.harmless, nulls.refused + all.refused, underWay);
    QVERIFY(nulls.wrong <= 4); // of 20 at 5 %: more come by in one of four hundred
    QVERIFY(all.wrong == 0);
    QVERIFY(all.right >= 24); // of 30
    QCOMPARE(nulls.refused + all.refused, 1);
    QCOMPARE(shop.journalCount("experiment.registered"), kTests);
    QVERIFY(take(shop.ws->verifyAudit()).intact());
  }
};

QTEST_GUILESS_MAIN(tst_FiftyTests)
#include "tst_FiftyTests.moc"
