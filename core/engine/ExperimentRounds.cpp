// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The test manager's round: each test under way is looked at, judged, and acted upon.
#include "base/Words.h"
#include "engine/ExperimentParts.h"
#include "engine/SalesWorth.h"

namespace pricewright {
namespace {

using std::chrono::days;

Result<std::optional<Instant>> newestSale(Workspace& w, const ExperimentRow& row) {
  if (row.plan.design == TestDesign::Visitors)
    return newestVisitorEvent(w);
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT max(day + days) FROM sale WHERE listing_no = ?1"));
  std::optional<Instant> newest;
  for (const int listing : row.setup.counted) {
    q.reset();
    PW_TRY(const bool found, q.bind(1, listing).step());
    if (found && !q.isNull(0))
      newest = std::max(newest.value_or(Instant{}), startOf(fromDayNumber(int(q.integer(0)))));
  }
  return newest;
}

Result<TestStanding> standingOf(Workspace& w, const ExperimentRow& row) {
  TestStanding standing;
  standing.now = w.clock().now();
  PW_TRY(const StepStanding prices, stepStanding(w, row));
  standing.pricesInForce = prices.inForce, standing.pricesRefused = prices.refused;
  PW_TRY(standing.newestSale, newestSale(w, row));
  standing.integrityHolds = registeredHash(row.plan, row.setup) == row.registeredHash;
  return standing;
}

// A look is due once there are new weeks to look at, as often as was registered.
Result<std::optional<TestReading>> lookIfDue(Workspace& w, const ExperimentRow& row, const TestStanding& standing) {
  const bool isLookedAt = row.state == TestState::Running || row.state == TestState::Paused;
  if (!isLookedAt || !row.countedFrom || !standing.newestSale)
    return std::optional<TestReading>();
  PW_TRY(const auto last, w.experiments().lastLook(row.no));
  const bool byVisitors = row.plan.design == TestDesign::Visitors;
  const Instant newest = byVisitors ? standing.now : *standing.newestSale;
  if (last && startOf(last->reading.until) + days(row.plan.lookDays) > newest)
    return std::optional<TestReading>();
  PW_TRY(TestReading reading, byVisitors ? readVisitors(w, row) : readTest(w, row));
  if (last && reading.until <= last->reading.until)
    return std::optional<TestReading>();
  return std::optional(std::move(reading));
}

TestMove movedBy(const ExperimentRow& row, const TestOrder& order, Instant now) {
  const ExperimentPlan& plan = row.plan;
  TestMove move{row.state, order.reason, {}, {}, {}, {}, {}, {}};
  switch (order.action) {
  case TestAction::StartRamp:
    move.state = TestState::Ramping;
    break;
  case TestAction::NextStep:
    move.rampStep = order.step;
    break;
  case TestAction::Count:
    move.state = TestState::Running, move.countedFrom = now, move.endsAt = now + days(plan.days);
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
  case TestAction::Revert:
    move.state = TestState::Reverted, move.verdict = order.verdict, move.endedAt = now;
    if (row.state == TestState::Decided)
      move.verdict = row.verdict;
    move.coolUntil = now + days(plan.coolOffDays);
    break;
  case TestAction::FinishRollOut:
    move.state = TestState::RolledOut, move.endedAt = now, move.coolUntil = now + days(plan.coolOffDays);
    break;
  case TestAction::None:
    break;
  }
  return move;
}

// Prices first, then the state: what was interrupted between the two is done again by the next round, and doing it
// again changes nothing.
Status act(Workspace& w, const ExperimentRow& row, const TestOrder& order) {
  if (order.action == TestAction::None)
    return {};
  if (order.action == TestAction::Revert) {
    PW_CHECK(revertPrices(w, row, order.reason));
  }
  if (order.action == TestAction::NextStep) {
    PW_CHECK(proposeStep(w, row, order.step + 1));
  }
  return w.experiments().move(w.me(), row, movedBy(row, order, w.clock().now()));
}

// What waits for prices that nobody has proposed yet: a start or a step that was interrupted.
Status proposeAgain(Workspace& w, const ExperimentRow& row) {
  if (row.state == TestState::Waiting)
    return proposeStep(w, row, 1);
  if (row.state == TestState::Ramping)
    return proposeStep(w, row, row.rampStep + 1);
  return row.state == TestState::RollingOut ? proposeStep(w, row, kRollOut) : Status();
}

Status watchOne(Workspace& w, const ExperimentRow& row, TestStep& step) {
  PW_CHECK(proposeAgain(w, row));
  PW_TRY(const TestStanding standing, standingOf(w, row));
  PW_TRY(step.reading, lookIfDue(w, row, standing));
  step.order = judgeTest(row, standing, step.reading ? &*step.reading : nullptr);
  if (step.reading) {
    PW_CHECK(w.experiments().addLook(row, *step.reading, testActionName(step.order.action), step.order.reason));
  }
  return act(w, row, step.order);
}

} // namespace

Result<TestRound> watchExperiments(Workspace& w, const JobContext& job) {
  PW_TRY(const auto rows, w.experiments().all());
  TestRound round;
  for (const ExperimentRow& row : rows) {
    if (!isUnderWay(row.state))
      continue;
    if (job.cancelled())
      break;
    TestStep step;
    step.name = row.plan.name, step.before = step.after = row.state;
    if (const Status done = watchOne(w, row, step); !done) {
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
