// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery ladder of price tests: what is done about each state of prices, sales and figures.
#include "pipeline/test_manager/TestJudge.h"

#include <QtTest>

using namespace pricewright;
using std::chrono::days;
using std::chrono::hours;

namespace {

const Instant kStart = fromMillis(1'800'000'000'000);

ExperimentRow test(TestState state) {
  ExperimentRow row;
  row.plan.name = "test", row.plan.skus = QStringList{"A"}, row.plan.changeBp = 500;
  row.plan.guards = {{TestMetric::Units, 1000}};
  row.state = state, row.stateSince = kStart, row.startedAt = kStart;
  row.countedFrom = kStart, row.endsAt = kStart + days(28);
  return row;
}
TestStanding at(int day) {
  TestStanding s;
  s.now = kStart + days(day), s.newestSale = s.now - hours(24), s.pricesInForce = true;
  return s;
}
TestReading reading(TestVerdict verdict, double low, double high, double guardHigh = 0.05) {
  TestReading r;
  r.verdict = verdict;
  r.figures = {{TestMetric::Profit, (low + high) / 2, low, high, 0.01}, {TestMetric::Units, 0, -0.2, guardHigh, 0.5}};
  return r;
}
TestAction actionOf(const ExperimentRow& row, const TestStanding& s, std::optional<TestReading> r = {}) {
  return judgeTest(row, s, r ? &*r : nullptr).action;
}
QString reasonOf(const ExperimentRow& row, const TestStanding& s, std::optional<TestReading> r = {}) {
  return judgeTest(row, s, r ? &*r : nullptr).reason;
}

} // namespace

class tst_TestJudge : public QObject {
  Q_OBJECT

 private slots:
  void itWaitsForItsPricesAndThenRampsStepByStep() {
    ExperimentRow row = test(TestState::Waiting);
    TestStanding waiting = at(1);
    waiting.pricesInForce = false;
    QCOMPARE(actionOf(row, waiting), TestAction::None);
    QCOMPARE(actionOf(row, at(1)), TestAction::StartRamp);
    row.state = TestState::Ramping;
    TestStanding late = at(8); // its prices came into force two days after the step began
    late.inForceSince = kStart + days(2);
    QCOMPARE(actionOf(row, late), TestAction::None);
    TestStanding unheard = at(8);
    unheard.newestSale = unheard.now - hours(400);
    QCOMPARE(actionOf(row, unheard), TestAction::None); // nobody more gets a price that cannot be judged
    QCOMPARE(actionOf(row, at(6)), TestAction::None);
    QCOMPARE(actionOf(row, at(7)), TestAction::NextStep);
    QCOMPARE(judgeTest(row, at(7), nullptr).step, 1);
    row.rampStep = 1;
    TestStanding notYet = at(8);
    notYet.pricesInForce = false;
    QCOMPARE(actionOf(row, notYet), TestAction::None);
    QCOMPARE(actionOf(row, at(8)), TestAction::Count);
  }
  void oneStepAloneNeedsNoRamp() {
    ExperimentRow row = test(TestState::Waiting);
    row.plan.rampPercent = {100};
    QCOMPARE(actionOf(row, at(1)), TestAction::Count);
  }
  void aRefusedPriceEndsIt() {
    for (const TestState state : {TestState::Waiting, TestState::Ramping, TestState::Running}) {
      TestStanding refused = at(3);
      refused.pricesRefused = true, refused.pricesInForce = false;
      QCOMPARE(actionOf(test(state), refused), TestAction::Revert);
    }
  }
  void silentSalesPauseAndComeBack() {
    TestStanding silent = at(14);
    silent.newestSale = silent.now - hours(193);
    QCOMPARE(actionOf(test(TestState::Running), silent), TestAction::Pause);
    silent.newestSale = silent.now - hours(192); // the limit itself is not over it
    QCOMPARE(actionOf(test(TestState::Running), silent), TestAction::None);
    silent.newestSale.reset();
    QCOMPARE(actionOf(test(TestState::Running), silent), TestAction::Pause);
    QCOMPARE(actionOf(test(TestState::Paused), silent), TestAction::None);
    QCOMPARE(actionOf(test(TestState::Paused), at(14)), TestAction::Resume);
  }
  // Minutes after its start nobody can have bought yet: the hours that are allowed begin with it.
  void aNewTestIsNotSilentYet() {
    const ExperimentRow row = test(TestState::Running);
    TestStanding fresh = at(0);
    fresh.now = kStart + std::chrono::minutes(5);
    fresh.newestSale.reset(); // of visitors: none at all
    QCOMPARE(actionOf(row, fresh), TestAction::None);
    fresh.newestSale = kStart - days(30); // of another test
    QCOMPARE(actionOf(row, fresh), TestAction::None);
    fresh.now = kStart + hours(192);
    QCOMPARE(actionOf(row, fresh), TestAction::None);
    fresh.now = kStart + hours(193);
    QCOMPARE(reasonOf(row, fresh), QString("sales-silent"));
    fresh.newestSale = kStart + hours(2);
    QCOMPARE(actionOf(row, fresh), TestAction::None);
    TestStanding mute = at(0); // whose model could not be asked since before it is compared
    mute.modelSilent = true;
    QCOMPARE(actionOf(row, mute), TestAction::Pause);
    ExperimentRow ahead = row; // by blocks, it is compared from a Monday on that is yet to come
    ahead.countedFrom = kStart + days(20);
    fresh.newestSale.reset();
    QCOMPARE(actionOf(ahead, fresh), TestAction::None);
    ahead.countedFrom.reset(), ahead.state = TestState::Ramping, ahead.rampStep = 0;
    TestStanding due = at(8); // no more visitors see a price while nothing is heard
    due.newestSale.reset();
    QCOMPARE(actionOf(ahead, due), TestAction::None);
  }
  void whatALookSaidIsDoneAlsoWhereItIsPaused() {
    // A weekly feed that is always a day late would pause and resume for ever, and no look would ever count.
    QCOMPARE(actionOf(test(TestState::Paused), at(14), reading(TestVerdict::Better, 0.02, 0.1)), TestAction::Decide);
    QCOMPARE(actionOf(test(TestState::Paused), at(14), reading(TestVerdict::Undecided, -0.4, -0.2)),
             TestAction::Revert);
  }
  void aTestThatIsSilentToItsLongestEndGoesBack() {
    TestStanding silent = at(42);
    silent.newestSale = kStart + days(3);
    QCOMPARE(actionOf(test(TestState::Paused), silent), TestAction::None);
    silent.now = kStart + days(51);
    QCOMPARE(reasonOf(test(TestState::Paused), silent), QString("sales-silent"));
    QCOMPARE(actionOf(test(TestState::Paused), silent), TestAction::Revert);
  }
  void aRefusedRollOutIsForPeopleAgain() {
    ExperimentRow row = test(TestState::RollingOut);
    row.verdict = TestVerdict::Better;
    TestStanding refused = at(40);
    refused.pricesRefused = true, refused.pricesInForce = false;
    const TestOrder order = judgeTest(row, refused, nullptr);
    QCOMPARE(order.action, TestAction::Decide);
    QCOMPARE(order.verdict, TestVerdict::Better);
  }
  void armsOfAnotherSizeEndItWhateverTheySay() {
    TestReading r = reading(TestVerdict::Better, 0.02, 0.1);
    r.sampleRatioP = 0.0009;
    QCOMPARE(reasonOf(test(TestState::Running), at(14), r), QString("sample-ratio"));
    r.sampleRatioP = 0.001;
    QCOMPARE(actionOf(test(TestState::Running), at(14), r), TestAction::Decide);
  }
  void harmIsStoppedAtOnceAndAGuardToo() {
    QCOMPARE(reasonOf(test(TestState::Running), at(7), reading(TestVerdict::Undecided, -0.4, -0.101)),
             QString("severe-harm"));
    QCOMPARE(actionOf(test(TestState::Running), at(7), reading(TestVerdict::Undecided, -0.4, -0.1)), TestAction::None);
    QCOMPARE(reasonOf(test(TestState::Running), at(7), reading(TestVerdict::Undecided, -0.1, 0.1, -0.11)),
             QString("guard-crossed"));
    QCOMPARE(actionOf(test(TestState::Running), at(7), reading(TestVerdict::Undecided, -0.1, 0.1, -0.1)),
             TestAction::None);
  }
  // Without a relative lift it is the difference that must be beyond the share of whatever the control's mean may be.
  void harmAndGuardsHoldWithoutARelativeLift() {
    TestReading r = reading(TestVerdict::Undecided, -0.1, 0.1);
    const auto guard = [&](double high, double mostOfControl) {
      r.figures[1] = TestFigure::unknown(TestMetric::Units, "experiment.noisy-baseline");
      r.figures[1].difference = TestDifference{high - 1, high - 2, high, mostOfControl};
      return actionOf(test(TestState::Running), at(7), r);
    };
    QCOMPARE(guard(-0.001, 0), TestAction::Revert); // it was nothing before, and is certainly less
    QCOMPARE(guard(0, 0), TestAction::None);
    QCOMPARE(guard(-0.2, 2), TestAction::None); // 10 % of 2
    QCOMPARE(guard(-0.21, 2), TestAction::Revert);
    r.figures[1].difference.reset(); // nothing is known of it
    QCOMPARE(actionOf(test(TestState::Running), at(7), r), TestAction::None);
    r = reading(TestVerdict::Undecided, -0.1, 0.1);
    r.figures[0] = TestFigure::unknown(TestMetric::Profit, "experiment.no-baseline");
    r.figures[0].difference = TestDifference{-0.5, -0.9, -0.1, 0};
    QCOMPARE(reasonOf(test(TestState::Running), at(7), r), QString("severe-harm"));
  }
  void verdictsLeadToPeopleOrBack() {
    const ExperimentRow row = test(TestState::Running);
    QCOMPARE(actionOf(row, at(14), reading(TestVerdict::Better, 0.01, 0.1)), TestAction::Decide);
    QCOMPARE(actionOf(row, at(14), reading(TestVerdict::Equivalent, -0.005, 0.005)), TestAction::Decide);
    QCOMPARE(actionOf(row, at(14), reading(TestVerdict::Futile, -0.01, 0.02)), TestAction::Revert);
    QCOMPARE(actionOf(row, at(14), reading(TestVerdict::Worse, -0.05, -0.01)), TestAction::Revert);
    QCOMPARE(actionOf(row, at(14), reading(TestVerdict::Undecided, -0.05, 0.1)), TestAction::None);
  }
  void doubtsDecideNothing() {
    TestReading r = reading(TestVerdict::Better, 0.01, 0.1);
    r.doubts << "experiment.control-price-moved";
    QCOMPARE(actionOf(test(TestState::Running), at(14), r), TestAction::None);
  }
  void undecidedIsExtendedOnceAndThenPutBack() {
    ExperimentRow row = test(TestState::Running);
    QCOMPARE(actionOf(row, at(27)), TestAction::None);
    QCOMPARE(actionOf(row, at(28)), TestAction::None); // what was sold to the end is not there yet
    QCOMPARE(actionOf(row, at(29)), TestAction::Extend);
    row.endsAt = kStart + days(42);
    TestStanding late = at(42);
    late.newestSale = kStart + days(40);
    QCOMPARE(actionOf(row, late), TestAction::None);
    late.newestSale = kStart + days(42);
    QCOMPARE(actionOf(row, late), TestAction::Revert);
  }
  void nobodyDecidedInTime() {
    const ExperimentRow row = test(TestState::Decided);
    QCOMPARE(actionOf(row, at(6)), TestAction::None);
    QCOMPARE(reasonOf(row, at(7)), QString("nobody-decided"));
  }
  void aChangedPlanPutsItsPricesBack() {
    TestStanding changed = at(3);
    changed.integrityHolds = false;
    for (const TestState state :
         {TestState::Waiting, TestState::Ramping, TestState::Running, TestState::Paused, TestState::Decided})
      QCOMPARE(reasonOf(test(state), changed), QString("plan-changed"));
  }
  void whatIsOverIsLeftAlone() {
    TestStanding refused = at(100);
    refused.pricesRefused = true, refused.integrityHolds = false;
    for (const TestState state : {TestState::Draft, TestState::RolledOut, TestState::Reverted, TestState::Removed})
      QCOMPARE(actionOf(test(state), refused), TestAction::None);
  }
  void looksComeAsOftenAsRegistered() {
    const ExperimentRow row = test(TestState::Running);
    QCOMPARE(nextLook(row, kStart + days(3)), kStart + days(7));
    QCOMPARE(nextLook(row, kStart + days(7)), kStart + days(14));
  }
};

QTEST_GUILESS_MAIN(tst_TestJudge)
#include "tst_TestJudge.moc"
