// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tests by blocks of time: which price a zone has when, which blocks can be run, and what of them counts.
#include "pipeline/test_manager/DesignAdvice.h"
#include "pipeline/test_manager/TestBlocks.h"
#include "pipeline/test_manager/TestJudge.h"

#include <QtTest>

using namespace pricewright;
using std::chrono::days;
using std::chrono::hours;

namespace {

const Instant kMonday = *parseInstant(u"2026-03-02T00:00:00Z");
const Currency kMoney = *Currency::fromCode(u"USD");

// Two zones over four blocks of two weeks: A is treated in the 1st and 4th, B in the 2nd and 3rd.
ExperimentRow apart() {
  ExperimentRow row;
  row.plan.design = TestDesign::Switchback, row.plan.blockDays = 14, row.plan.washoutDays = 7;
  row.plan.days = row.plan.longestDays = 56;
  for (int block = 0; block < 4; ++block) {
    const int ofA = block == 0 || block == 3 ? 1 : 0;
    row.setup.units.push_back({blockUnit("A", block), ofA, block + 1, block / 2});
    row.setup.units.push_back({blockUnit("B", block), 1 - ofA, block + 1, block / 2});
  }
  row.setup.prices = {{1, "X", "A", Money(300, kMoney), Money(330, kMoney)},
                      {2, "X", "B", Money(300, kMoney), Money(330, kMoney)}};
  row.state = TestState::Running, row.countedFrom = kMonday;
  return row;
}
ExperimentRow together() {
  ExperimentRow row = apart();
  row.setup.units.clear();
  for (int block = 0; block < 4; ++block)
    row.setup.units.push_back({blockUnit({}, block), block % 2, block + 1, block / 2});
  return row;
}
PublishedPrice price(int minor, int fromDay, std::optional<int> toDay, int channel = 1) {
  PublishedPrice p;
  p.listingNo = 1, p.channelNo = channel, p.amount = Money(minor, kMoney), p.from = kMonday + days(fromDay);
  if (toDay)
    p.to = kMonday + days(*toDay);
  return p;
}
QString whyNot(int block, int washout, int length, int longest) {
  ExperimentPlan plan;
  plan.blockDays = block, plan.washoutDays = washout, plan.days = length, plan.longestDays = longest;
  const auto error = whyNotBlocks(plan);
  return error ? error->code + ' ' + error->arguments.value("field") : QString();
}

} // namespace

class tst_TestBlocks : public QObject {
  Q_OBJECT

 private slots:
  void whichBlocksCanBeRun() {
    QCOMPARE(whyNot(14, 7, 56, 84), QString());
    QCOMPARE(whyNot(21, 14, 84, 84), QString());
    QCOMPARE(whyNot(10, 7, 60, 80), QString("experiment.block-weeks ")); // sales come by weeks
    QCOMPARE(whyNot(14, 2, 56, 84), QString("experiment.block-weeks "));
    QCOMPARE(whyNot(14, 0, 56, 84), QString("experiment.block-weeks ")); // nothing left out
    QCOMPARE(whyNot(7, 7, 56, 84), QString("experiment.block-weeks "));  // nothing left in
    QCOMPARE(whyNot(14, 7, 70, 84), QString("experiment.block-twos days"));
    QCOMPARE(whyNot(14, 7, 56, 70), QString("experiment.block-twos longest_days"));
  }
  void unitsAreNamedByZoneAndBlock() {
    QCOMPARE(blockUnit("BERLIN", 2), QString("BERLIN#3"));
    QCOMPARE(blockUnit({}, 0), QString("#1"));
    ExperimentRow row = apart();
    for (TestUnit& unit : row.setup.units)
      unit.unit.prepend('#'); // a zone may be called so
    QVERIFY(!BlockCalendar(row).together());
    QCOMPARE(BlockCalendar(row).zones(), (QStringList{"#A", "#B"}));
  }
  void theFirstBlockBeginsWithAWeekOfSales() {
    QCOMPARE(firstBlockFrom(kMonday + hours(9), kMonday), kMonday + days(7));
    QCOMPARE(firstBlockFrom(kMonday, kMonday), kMonday);
    QCOMPARE(firstBlockFrom(kMonday + hours(9), kMonday - days(5)), kMonday + days(2)); // weeks that end on Wednesday
    QCOMPARE(firstBlockFrom(kMonday + hours(9), kMonday + days(1)), kMonday + days(1));
    QCOMPARE(firstBlockFrom(kMonday + hours(9), {}), kMonday + days(1));
  }
  void aZonesPriceIsAFunctionOfTheTimeAlone() {
    const BlockCalendar calendar(apart());
    QCOMPARE(calendar.blocks(), 4);
    QCOMPARE(calendar.zones(), (QStringList{"A", "B"}));
    QCOMPARE(calendar.at(kMonday - days(3)), std::optional(0)); // its first prices may be there before
    QCOMPARE(calendar.at(kMonday), std::optional(0));
    QCOMPARE(calendar.at(kMonday + days(14) - hours(1)), std::optional(0));
    QCOMPARE(calendar.at(kMonday + days(14)), std::optional(1));
    QCOMPARE(calendar.at(kMonday + days(56) - hours(1)), std::optional(3));
    QCOMPARE(calendar.at(kMonday + days(56)), std::optional<int>());
    const std::vector<bool> ofA{true, false, false, true};
    for (int block = 0; block < 4; ++block) {
      QCOMPARE(calendar.isTreated("A", block), bool(ofA[std::size_t(block)]));
      QCOMPARE(calendar.isTreated("B", block), !ofA[std::size_t(block)]);
    }
    QVERIFY(!calendar.isTreated("A", {})); // after the last block everybody has the price before
    const BlockCalendar::Span span = calendar.span(1);
    QCOMPARE(span.from, kMonday + days(14));
    QCOMPARE(span.compared, kMonday + days(21));
    QCOMPARE(span.until, kMonday + days(28));
  }
  void fewZonesSwitchTogether() {
    const BlockCalendar calendar(together());
    QVERIFY(calendar.together());
    QCOMPARE(calendar.zones(), (QStringList{"A", "B"}));
    QVERIFY(!calendar.anyTreated(0) && calendar.anyTreated(1));
    QVERIFY(calendar.isTreated("A", 1) && calendar.isTreated("B", 1) && !calendar.isTreated("B", 2));
  }
  void looksComeAtEndsOfBlocks() {
    QCOMPARE(nextLook(apart(), kMonday + days(3)), kMonday + days(14));
    QCOMPARE(nextLook(apart(), kMonday + days(14)), kMonday + days(28));
    QCOMPARE(nextLook(together(), kMonday + days(3)), kMonday + days(28)); // one block alone compares nothing
    ExperimentRow seldom = apart();
    seldom.plan.lookDays = 21;
    QCOMPARE(nextLook(seldom, kMonday + days(3)), kMonday + days(28));
  }
  void onlyAPriceThatWasThereAllTheTimeCounts() {
    const std::vector<PublishedPrice> history{price(300, -30, 14), price(330, 14, 28), price(300, 28, {})};
    const auto held = [&](int minor, int from, int until) {
      return wasHeld(history, 1, Money(minor, kMoney), kMonday + days(from), kMonday + days(until));
    };
    QVERIFY(held(330, 14, 28) && held(300, 28, 90) && held(300, 0, 14));
    QVERIFY(!held(330, 13, 28) && !held(330, 21, 29) && !held(300, 21, 28));
    QVERIFY(!held(300, -40, 0)); // nobody knows
    const std::vector<PublishedPrice> gap{price(300, 0, 5), price(300, 6, {})};
    QVERIFY(!wasHeld(gap, 1, Money(300, kMoney), kMonday, kMonday + days(9)));
    const std::vector<PublishedPrice> elsewhere{price(300, 0, {}), price(280, 0, {}, 2)};
    QVERIFY(wasHeld(elsewhere, 1, Money(300, kMoney), kMonday, kMonday + days(9)));
  }
  void itCountsWithoutStepsOnceItsFirstPricesAreThere() {
    ExperimentRow row = apart();
    row.state = TestState::Waiting, row.countedFrom.reset();
    row.plan.rampPercent = {20, 100};
    TestStanding standing;
    standing.now = kMonday, standing.pricesInForce = true;
    QCOMPARE(judgeTest(row, standing, nullptr).action, TestAction::Count);
  }
  void aRefusedPriceEndsItInAnyBlock() {
    TestStanding standing;
    standing.now = kMonday + days(30), standing.newestSale = kMonday + days(28), standing.pricesRefused = true;
    const TestOrder order = judgeTest(apart(), standing, nullptr);
    QCOMPARE(order.action, TestAction::Revert);
    QCOMPARE(order.reason, QString("price-refused"));
  }
  void itIsTheThirdChoice() {
    TestFacts facts;
    facts.tested = {{"X", "dairy", false}};
    facts.zones = 3;
    QCOMPARE(adviseDesign(facts).design, std::optional(TestDesign::Switchback));
    facts.zones = 8;
    QCOMPARE(adviseDesign(facts).design, std::optional(TestDesign::Clusters));
    facts.zones = 3, facts.tested.front().storable = true;
    QCOMPARE(adviseDesign(facts).design, std::optional<TestDesign>());
    QVERIFY(!pricewright::whyNot(TestDesign::Switchback, facts, true));
  }
};

QTEST_GUILESS_MAIN(tst_TestBlocks)
#include "tst_TestBlocks.moc"
