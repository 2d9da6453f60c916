// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The test manager's round: each test under way is looked at, judged, and acted upon.
#include "base/Words.h"
#include "engine/experiments/ExperimentBanditTest.h"
#include "engine/experiments/ExperimentBlocks.h"
#include "engine/experiments/ExperimentModels.h"
#include "engine/experiments/ExperimentVisitors.h"

namespace pricewright {
namespace {

using std::chrono::days;

bool isByVisitors(const ExperimentRow& row) { return row.plan.design == TestDesign::Visitors; }

Result<std::optional<Instant>> newestSale(Workspace& w, const ExperimentRow& row) {
  if (isByVisitors(row))
    return newestVisitorSale(w, row);
  PW_TRY(const Day end, endOfCounted(w, row));
  return end == Day{} ? std::nullopt : std::optional(startOf(end));
}

Result<TestStanding> standingOf(Workspace& w, const ExperimentRow& row, const std::optional<ModelStanding>& model) {
  TestStanding standing;
  standing.now = w.clock().now();
  PW_TRY(const StepStanding prices,
         model ? Result<StepStanding>(modelStepStanding(row, *model)) : stepStanding(w, row));
  standing.pricesInForce = prices.inForce, standing.pricesRefused = prices.refused,
  standing.inForceSince = prices.since;
  PW_TRY(standing.newestSale, newestSale(w, row));
  standing.integrityHolds = row.isAsRegistered();
  return standing;
}

// How many days could be compared by now: whole weeks of sales, whole blocks, days of visitors.
int daysThere(const ExperimentRow& row, const TestStanding& standing) {
  if (isByBlocks(row.plan))
    return int((endOfBlocksSold(row, dayOf(*standing.newestSale)) - firstDayCounted(row)).count());
  const Day until = dayOf(isByVisitors(row) ? standing.now : *standing.newestSale);
  const int there = int((until - firstDayCounted(row)).count());
  return isByVisitors(row) ? there : std::max(0, there) / kWeekOfSales * kWeekOfSales;
}

// A look is due when so many new days are there as were registered between two, and once more when the end is. None
// while sales are silent: it would decide nothing, and be used up.
Result<std::optional<TestReading>> lookIfDue(Workspace& w, const ExperimentRow& row, const TestStanding& standing,
                                             const std::optional<ExperimentLook>& last, VisitorReadings& visitors) {
  const bool isLookedAt = row.state == TestState::Running || row.state == TestState::Paused;
  if (!isLookedAt || !row.countedFrom || !standing.newestSale || isUnheard(row, standing))
    return std::optional<TestReading>();
  const int there = daysThere(row, standing), seen = last ? last->reading.day : 0;
  const bool isTime = there - seen >= row.plan.lookDays;
  const bool isEnd = there > seen && row.endsAt && *standing.newestSale >= *row.endsAt;
  if (!isTime && !isEnd)
    return std::optional<TestReading>();
  PW_TRY(TestReading reading, isByVisitors(row) ? visitors.of(row) : readTest(w, row));
  return reading.day > seen ? std::optional(std::move(reading)) : std::nullopt;
}

TestMove movedBy(const ExperimentRow& row, const TestOrder& order, const TestStanding& standing) {
  const ExperimentPlan& plan = row.plan;
  const Instant now = standing.now;
  const Instant begin = isByBlocks(plan) ? firstBlockFrom(now, standing.newestSale) : now;
  TestMove move;
  move.state = row.state, move.reason = order.reason;
  switch (order.action) {
  case TestAction::StartRamp:
    move.state = TestState::Ramping;
    break;
  case TestAction::NextStep:
    move.rampStep = order.step;
    break;
  case TestAction::Count:
    move.state = TestState::Running, move.countedFrom = begin, move.endsAt = begin + days(plan.days);
    break;
  case TestAction::Pause:
    move.state = TestState::Paused;
    break;
  case TestAction::Resume:
    move.state = TestState::Running;
    break;
  case TestAction::Extend:
    move.endsAt = std::min(*row.endsAt + days(std::max(1, plan.longestDays - plan.days)),
                           *row.countedFrom + days(plan.longestDays));
    break;
  case TestAction::Decide:
    move.state = TestState::Decided, move.verdict = order.verdict;
    break;
  case TestAction::Revert: { // what had been decided stays said
    const bool wasDecided = row.state == TestState::Decided || row.state == TestState::RollingOut;
    return revertedBy(row, order.reason, wasDecided ? row.verdict : order.verdict, now);
  }
  case TestAction::FinishRollOut:
    move.state = TestState::RolledOut, move.endedAt = now, move.coolUntil = now + days(plan.coolOffDays);
    break;
  case TestAction::None:
    break;
  }
  return move;
}

// Prices first, then the state: what was interrupted between the two is done again by the next round.
Status act(Workspace& w, const ExperimentRow& row, const TestOrder& order, const TestStanding& standing) {
  if (order.action == TestAction::None)
    return {};
  if (order.action == TestAction::Revert) {
    PW_CHECK(revertPrices(w, row, order.reason));
  }
  if (order.action == TestAction::NextStep) {
    PW_CHECK(proposeStep(w, row, order.step + 1));
  }
  return w.experiments().move(w.me(), row, movedBy(row, order, standing));
}

// What waits for prices that nobody has proposed yet: a start or a step that was interrupted.
Status proposeAgain(Workspace& w, const ExperimentRow& row) {
  if (row.state == TestState::Waiting)
    return proposeStep(w, row, 1);
  if (row.state == TestState::Ramping)
    return proposeStep(w, row, row.rampStep + 1);
  return row.state == TestState::RollingOut ? proposeRollOut(w, row, false) : Status();
}

// What a look said and was not carried out: the round was interrupted between the two, or a price could not go back.
bool isOutstanding(const ExperimentRow& row, const ExperimentLook& look) {
  const bool ends =
      look.action == testActionName(TestAction::Decide) || look.action == testActionName(TestAction::Revert);
  const bool goesOn = row.state == TestState::Running || row.state == TestState::Paused;
  return ends && goesOn && look.reading.at > row.stateSince; // since then somebody may have extended it
}

Status watchOne(Workspace& w, const ExperimentRow& row, VisitorReadings& visitors, TestStep& step) {
  PW_CHECK(proposeAgain(w, row));
  std::optional<ModelStanding> model;
  if (row.setup.models) {
    PW_TRY(model, modelStanding(w, row));
  }
  PW_TRY(const TestStanding standing, standingOf(w, row, model));
  PW_TRY(const std::optional<ExperimentLook> last, w.experiments().lastLook(row.no));
  PW_TRY(step.reading, lookIfDue(w, row, standing, last, visitors));
  const TestReading* told = step.reading                        ? &*step.reading
                            : last && isOutstanding(row, *last) ? &last->reading
                                                                : nullptr;
  step.order = model ? judgeModelTest(row, standing, *model, told) : judgeTest(row, standing, told);
  if (step.reading) {
    PW_CHECK(w.experiments().addLook(row, *step.reading, testActionName(step.order.action), step.order.reason));
  }
  PW_CHECK(act(w, row, step.order, standing));
  const bool goesOn = step.order.action != TestAction::Decide && step.order.action != TestAction::Revert;
  if (row.plan.bandit && step.reading && goesOn) {
    PW_TRY(const auto units, visitors.unitsOf(row));
    PW_CHECK(allocateBandit(w, row, units));
  }
  const bool hasBegun = row.state == TestState::Running || row.state == TestState::Paused;
  return isByBlocks(row.plan) && hasBegun && goesOn ? followBlocks(w, row, !isUnheard(row, standing)) : Status();
}

} // namespace

Result<TestRound> watchExperiments(Workspace& w, const JobContext& job) {
  TestDeskLock alone(w);
  PW_CHECK(alone.take());
  PW_TRY(const auto rows, w.experiments().underWay());
  TestRound round;
  VisitorReadings visitors(w);
  for (const ExperimentRow& row : rows) {
    if (job.cancelled())
      break;
    TestStep step;
    step.name = row.plan.name, step.before = step.after = row.state;
    if (const Status done = watchOne(w, row, visitors, step); !done) {
      if (done.error().code.startsWith(u"storage."))
        return done.error();
      step.failed = done.error();
      ++round.failed;
    }
    PW_TRY(const ExperimentRow after, w.experiments().byNo(row.no));
    step.after = after.state;
    round.steps.push_back(std::move(step));
  }
  return round;
}

} // namespace pricewright
