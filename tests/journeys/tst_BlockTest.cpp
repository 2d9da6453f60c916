// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A price test by blocks of time, from its design to the price that everybody pays, or back: in a shop whose buyers are
// known, with weeks whose sales never come, approvals that come late, and a program that is closed and opened.
#include "engine/experiments/ExperimentBlocks.h"
#include "support/SimulatedShop.h"

#include <QJsonArray>
#include <QtTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using std::chrono::days;
constexpr double kUp = 1.08;
constexpr int kUpBp = 800;
constexpr double kBefore = 3.99;

SimulatedShop::Buyers buyersWith(double lift) { return {SimulatedShop::elasticityFor(lift, kUp, 0.3), 0.3}; }

ExperimentPlan planOf(const SimulatedShop& shop, int zones, quint64 seed = 1) {
  ExperimentPlan plan = shop.plan("blocks", 0, kUpBp);
  plan.design = TestDesign::Switchback, plan.storableAllowed = true, plan.seed = seed;
  giveBlocks(plan, zones);
  return plan;
}

// Started, its first prices signed, and its first block about to be sold in.
ExperimentRow begun(SimulatedShop& shop, const ExperimentPlan& plan) {
  take(designExperiment(*shop.ws, plan));
  take(startExperiment(*shop.ws, plan.name));
  shop.approveAll();
  if (shop.check(plan.name).after != TestState::Running)
    qFatal("it does not run");
  shop.week(); // its weeks are whole weeks of sales: the first one begins on Monday
  return take(shop.ws->experiments().named(plan.name));
}

ExperimentRow rowOf(const SimulatedShop& shop) { return take(shop.ws->experiments().named("blocks")); }
int pendingOf(const SimulatedShop& shop) { return int(take(shop.ws->queue()).pending.size()); }

// Each zone has the price that was drawn for it.
void verifyCalendar(const SimulatedShop& shop) {
  const ExperimentRow row = rowOf(shop);
  const BlockCalendar calendar(row);
  const auto block = calendar.at(shop.clock.now());
  for (const QString& zone : calendar.zones()) {
    const bool isNew = shop.priceNow(SimulatedShop::tested(0), zone.mid(1).toInt() - 1) > kBefore + 0.2;
    QCOMPARE(isNew, calendar.isTreated(zone, block));
  }
}

// One week of a switchback: a round, what people sign, and the week's sales.
TestStep goOn(SimulatedShop& shop, bool feedWorks = true) {
  TestStep step = shop.check("blocks");
  shop.approveAll();
  if (step.after == TestState::Running) {
    verifyCalendar(shop);
    shop.week(feedWorks);
  }
  return step;
}

TestStep goOnUntilDone(SimulatedShop& shop, int weeks) {
  TestStep step;
  for (int week = 0; week < weeks; ++week)
    if (step = goOn(shop); step.after != TestState::Running)
      break;
  return step;
}

void verifyAllBack(const SimulatedShop& shop, int zones) {
  for (int zone = 0; zone < zones; ++zone)
    QCOMPARE(shop.priceNow(SimulatedShop::tested(0), zone), kBefore);
  QCOMPARE(pendingOf(shop), 0);
}

QString refusal(const Result<ExperimentRow>& result) { return result ? QString() : result.error().code; }

} // namespace

class tst_BlockTest : public QObject {
  Q_OBJECT

 private slots:
  void aKnownEffectIsFoundInSpiteOfALostWeekALateSignatureAndARestart() {
    SimulatedShop shop({buyersWith(0.15)}, {});
    need(shop.ws->catalog().setSetting(shop.ws->me(), "approval.expiry.hours", 24 * 14));
    const ExperimentRow row = begun(shop, planOf(shop, 12));
    QCOMPARE(int(row.setup.units.size()), 12 * 6); // drawn for as long as it may be extended
    QCOMPARE(dayOf(*row.countedFrom), dayOf(shop.clock.now()));
    verifyCalendar(shop);
    goOn(shop);
    goOn(shop, false); // what is compared of the first block never comes in

    shop.check("blocks"); // the second block begins
    const int asked = pendingOf(shop);
    QCOMPARE(asked, 6); // who had the old price in the first one
    const auto inForce = [&] {
      int zones = 0;
      for (int zone = 0; zone < 12; ++zone)
        zones += shop.priceNow(SimulatedShop::tested(0), zone) > kBefore + 0.2 ? 1 : 0;
      return zones;
    };
    QCOMPARE(inForce(), 0); // who had the new one is back without a signature
    shop.reopen();
    shop.check("blocks");
    QCOMPARE(pendingOf(shop), asked); // proposed once
    shop.week();
    shop.approveAll(); // a week late: what is compared has begun
    shop.check("blocks");
    verifyCalendar(shop);
    shop.week();

    TestStep step;
    for (int weeks = 4; weeks < 13 && step.after != TestState::Decided; ++weeks)
      step = goOn(shop);
    QCOMPARE(step.after, TestState::Decided);
    QCOMPARE(step.order.verdict, TestVerdict::Better);
    QCOMPARE(step.reading->doubts, QStringList());
    QCOMPARE(step.reading->day % 14, 0);
    const TestFigure figure = step.reading->figures.front();
    const double truth = shop.trueLift(0, kUp);
    QVERIFY2(figure.low <= truth && truth <= figure.high, qPrintable(QString::number(truth)));
    QVERIFY(step.reading->weekly.value_or(0) > 0);

    need(rollOutExperiment(*shop.ws, "blocks"));
    shop.approveAll();
    QCOMPARE(shop.check("blocks").after, TestState::RolledOut);
    for (int zone = 0; zone < 12; ++zone)
      QVERIFY(shop.priceNow(SimulatedShop::tested(0), zone) > 4.2);
    QVERIFY(take(shop.ws->verifyAudit()).intact());
  }

  void noEffectIsNotDecided() {
    for (const quint64 seed : {1, 2, 3}) {
      SimulatedShop shop({buyersWith(0)}, {.seed = seed});
      begun(shop, planOf(shop, 12, seed));
      const TestStep step = goOnUntilDone(shop, 16);
      QVERIFY2(step.order.verdict != TestVerdict::Better && step.order.verdict != TestVerdict::Worse,
               qPrintable(QString::number(seed)));
      if (step.after == TestState::Decided)
        need(stopExperiment(*shop.ws, "blocks", "nothing to be had"));
      QCOMPARE(rowOf(shop).state, TestState::Reverted);
      verifyAllBack(shop, 12);
    }
  }

  void aStopLeavesNothingAtTheNewPrice() {
    SimulatedShop shop({buyersWith(0.1)}, {});
    begun(shop, planOf(shop, 12));
    goOn(shop), goOn(shop);
    shop.check("blocks"); // the second block's prices wait
    QCOMPARE(pendingOf(shop), 6);
    need(stopExperiment(*shop.ws, "blocks", "enough"));
    // What is over is neither started nor removed, and not told to be stopped.
    QCOMPARE(startExperiment(*shop.ws, "blocks").error().code, QStringLiteral("experiment.is-over"));
    QCOMPARE(removeExperiment(*shop.ws, take(shop.ws->experiments().named("blocks")).id).error().code,
             QStringLiteral("experiment.is-over"));
    QCOMPARE(rowOf(shop).state, TestState::Reverted);
    verifyAllBack(shop, 12);
  }

  void aRejectedBlockEndsIt_data() {
    QTest::addColumn<int>("weeksUnseen");
    QTest::newRow("seen at once") << 0;
    QTest::newRow("seen in the next block") << 2;
  }
  void aRejectedBlockEndsIt() {
    QFETCH(int, weeksUnseen);
    SimulatedShop shop({buyersWith(0.1)}, {});
    need(shop.ws->catalog().setSetting(shop.ws->me(), "approval.expiry.hours", 24 * 28));
    begun(shop, planOf(shop, 12));
    goOn(shop), goOn(shop);
    shop.check("blocks");
    const QueueRow row = take(shop.ws->queue()).pending.front();
    need(shop.ws->actAs("max"));
    const std::vector<Ask> ask{{row.id, row.contentHash}};
    take(shop.ws->reject(ask, "too-high"));
    need(shop.ws->actAs("dora"));
    for (int week = 0; week < weeksUnseen; ++week)
      shop.week();
    const TestStep step = shop.check("blocks");
    QCOMPARE(step.after, TestState::Reverted);
    QCOMPARE(step.order.reason, QString("price-refused"));
    verifyAllBack(shop, 12);
  }

  void aBlockThatNobodySawBeginIsLeftOutAndNotMadeUpFor() {
    SimulatedShop shop({buyersWith(0.1)}, {});
    begun(shop, planOf(shop, 12));
    goOn(shop), goOn(shop);
    shop.week(); // the program is closed as the second block begins
    QCOMPARE(shop.check("blocks").after, TestState::Running);
    verifyAllBack(shop, 12); // nobody keeps the first block's price, and nobody is asked for the second's
    shop.week();
    const TestStep step = goOn(shop);
    QCOMPARE(step.reading->doubts, QStringList{"experiment.blocks-lost"});
    QCOMPARE(step.after, TestState::Running); // however clear it looks; the third block goes on as drawn
    const ExperimentRow row = rowOf(shop);
    const Catalog catalog = take(shop.ws->catalog().load());
    const LostBlocks lost = take(lostBlocks(*shop.ws, catalog, row, dayOf(*row.countedFrom) + days(28)));
    QCOMPARE(lost.of, 24);
    QCOMPARE(lost.count, 12); // six kept the new price too long, six never had it
  }

  void fewZonesSwitchTogetherForLonger() {
    SimulatedShop shop({buyersWith(0.35)}, {.zones = 3});
    ExperimentPlan brief = planOf(shop, 12);
    brief.name = "brief";
    take(designExperiment(*shop.ws, brief));
    QCOMPARE(refusal(startExperiment(*shop.ws, "brief")), QString("experiment.few-blocks"));

    const ExperimentRow row = begun(shop, planOf(shop, 3));
    QCOMPARE(int(row.setup.units.size()), 12);
    QVERIFY(BlockCalendar(row).together());
    TestStep step;
    int looks = 0;
    for (int week = 0; week < 28 && step.after != TestState::Decided; ++week) {
      step = goOn(shop);
      if (step.reading) {
        QCOMPARE(step.reading->day % 28, 0);
        ++looks;
      }
    }
    QVERIFY(looks > 1);
    QCOMPARE(step.order.verdict, TestVerdict::Better);
  }

  void oneZoneAloneCanBeTestedSo() {
    SimulatedShop shop({buyersWith(0.35)}, {.zones = 1});
    begun(shop, planOf(shop, 1));
    const TestStep step = goOnUntilDone(shop, 28);
    QCOMPARE(step.order.verdict, TestVerdict::Better);
    QCOMPARE(step.after, TestState::Decided);
  }

  void aPlanTellsWhatItLeavesUnsaidAndWhatCannotBe() {
    SimulatedShop shop({buyersWith(0.15)}, {});
    QJsonObject json{{"name", "blocks"},
                     {"design", "switchback"},
                     {"skus", QJsonArray{SimulatedShop::tested(0)}},
                     {"change_percent", 8},
                     {"storable_allowed", true}};
    const ExperimentPreview preview = take(previewExperiment(*shop.ws, take(ExperimentPlan::parse(json))));
    QVERIFY2(preview.mayStart(), qPrintable(preview.mayStart() ? QString() : preview.refused.front().debugText()));
    QCOMPARE(preview.treatedUnits, 36);
    QCOMPARE(preview.controlUnits, 36);
    QVERIFY(preview.warnings.empty());
    json.insert("ramp_percent", QJsonArray{20, 100});
    QCOMPARE(take(previewExperiment(*shop.ws, take(ExperimentPlan::parse(json)))).warnings,
             std::vector<QString>{"experiment.no-ramp-by-blocks"});
    json.insert("block_days", 10);
    const ExperimentPreview odd = take(previewExperiment(*shop.ws, take(ExperimentPlan::parse(json))));
    QCOMPARE(odd.refused.front().code, QString("experiment.block-weeks"));
  }
};

QTEST_GUILESS_MAIN(tst_BlockTest)
#include "tst_BlockTest.moc"
