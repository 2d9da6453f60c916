// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/test_manager/TestJudge.h"

#include "base/Words.h"
#include "experiments/SampleRatio.h"
#include "pipeline/test_manager/TestBlocks.h"

#include <array>

namespace pricewright {
namespace {

using std::chrono::days;
using std::chrono::hours;

TestOrder order(TestAction action, const char* reason, TestVerdict verdict = TestVerdict::Undecided) {
  return {action, s(reason), verdict, 0};
}

bool isStarted(const ExperimentRow& row) {
  return row.state == TestState::Ramping || row.state == TestState::Running || row.state == TestState::Paused;
}

TestOrder whileWaiting(const ExperimentRow& row, const TestStanding& standing) {
  if (standing.pricesRefused)
    return order(TestAction::Revert, "price-refused");
  return standing.pricesInForce ? order(row.plan.rampPercent.size() > 1 && !isByBlocks(row.plan) ? TestAction::StartRamp
                                                                                                 : TestAction::Count,
                                        "prices-in-force")
                                : TestOrder{};
}

TestOrder whileRamping(const ExperimentRow& row, const TestStanding& standing) {
  if (standing.pricesRefused)
    return order(TestAction::Revert, "price-refused");
  if (!standing.pricesInForce || isUnheard(row, standing)) // no more units get a price that nobody can judge
    return {};
  const int last = int(row.plan.rampPercent.size()) - 1;
  if (row.rampStep >= last)
    return order(TestAction::Count, "ramp-over");
  if (standing.now - std::max(row.stateSince, standing.inForceSince) < days(row.plan.rampDays))
    return {};
  return {TestAction::NextStep, s("ramp-step"), TestVerdict::Undecided, row.rampStep + 1};
}

std::optional<TestOrder> harm(const ExperimentRow& row, const TestReading& reading) {
  constexpr double kBasis = 10'000;
  if (reading.figures.empty())
    return std::nullopt;
  if (reading.figures.front().hasLostMoreThan(row.plan.harmBp / kBasis))
    return order(TestAction::Revert, "severe-harm", TestVerdict::Worse);
  for (std::size_t i = 1; i < reading.figures.size() && i <= row.plan.guards.size(); ++i)
    if (reading.figures[i].hasLostMoreThan(row.plan.guards[i - 1].limitBp / kBasis))
      return order(TestAction::Revert, "guard-crossed", TestVerdict::Worse);
  return std::nullopt;
}

std::optional<TestOrder> verdictOrder(const TestReading& reading) {
  switch (reading.verdict) {
  case TestVerdict::Worse:
    return order(TestAction::Revert, "decided-worse", TestVerdict::Worse);
  case TestVerdict::Better:
    return order(TestAction::Decide, "decided-better", TestVerdict::Better);
  case TestVerdict::Equivalent:
    return order(TestAction::Decide, "decided-equivalent", TestVerdict::Equivalent);
  case TestVerdict::Futile:
    return order(TestAction::Revert, "decided-futile", TestVerdict::Futile);
  case TestVerdict::Undecided:
    break;
  }
  return std::nullopt;
}

Instant longestEnd(const ExperimentRow& row, const TestStanding& standing) {
  return row.countedFrom.value_or(standing.now) + days(row.plan.longestDays);
}

TestOrder atTheEnd(const ExperimentRow& row, const TestStanding& standing) {
  if (!row.endsAt || standing.now < *row.endsAt)
    return {};
  // Sales come late: what would decide it may still be on its way.
  if (!standing.newestSale || *standing.newestSale < *row.endsAt)
    return {};
  if (*row.endsAt < longestEnd(row, standing))
    return order(TestAction::Extend, "undecided");
  return order(TestAction::Revert, "undecided-at-the-end");
}

std::optional<TestOrder> readingOrder(const ExperimentRow& row, const TestReading& reading) {
  if (reading.sampleRatioP && *reading.sampleRatioP < kRatioMismatch)
    return order(TestAction::Revert, "sample-ratio");
  if (const auto stop = harm(row, reading))
    return stop;
  // What may not be believed decides nothing, however clear it looks.
  return reading.doubts.isEmpty() ? verdictOrder(reading) : std::nullopt;
}

TestOrder whileRunning(const ExperimentRow& row, const TestStanding& standing, const TestReading* reading) {
  if (standing.pricesRefused) // by blocks, new prices wait for people all along
    return order(TestAction::Revert, isByBlocks(row.plan) ? "price-refused" : "price-lost");
  if (reading)
    if (const auto said = readingOrder(row, *reading))
      return *said;
  if (isSilent(row, standing)) {
    if (standing.now >= longestEnd(row, standing) + hours(row.plan.silentHours))
      return order(TestAction::Revert, "sales-silent");
    return row.state == TestState::Paused ? TestOrder{} : order(TestAction::Pause, "sales-silent");
  }
  if (row.state == TestState::Paused)
    return order(TestAction::Resume, "sales-back");
  return atTheEnd(row, standing);
}

} // namespace

QString testActionName(TestAction a) {
  constexpr std::array kNames{"none",   "start-ramp", "next-step", "count",  "pause",
                              "resume", "extend",     "decide",    "revert", "finish-roll-out"};
  return s(kNames[std::size_t(a)]);
}

// Weekly panels come days late: what counts is how old the newest sale is.
bool isUnheard(const ExperimentRow& row, const TestStanding& standing) {
  return standing.modelSilent || !standing.newestSale ||
         standing.now - *standing.newestSale > hours(row.plan.silentHours);
}

bool isSilent(const ExperimentRow& row, const TestStanding& standing) {
  const std::optional<Instant> begun = row.countedFrom ? row.countedFrom : row.startedAt;
  return isUnheard(row, standing) &&
         (standing.modelSilent || !begun || standing.now - *begun > hours(row.plan.silentHours));
}

TestOrder judgeTest(const ExperimentRow& row, const TestStanding& standing, const TestReading* reading) {
  if (!isUnderWay(row.state))
    return {};
  if (!standing.integrityHolds && row.state != TestState::RollingOut)
    return order(TestAction::Revert, "plan-changed");
  switch (row.state) {
  case TestState::Waiting:
    return whileWaiting(row, standing);
  case TestState::Ramping:
    return whileRamping(row, standing);
  case TestState::Running:
  case TestState::Paused:
    return whileRunning(row, standing, reading);
  case TestState::Decided:
    return standing.now - row.stateSince >= days(row.plan.decideDays) ? order(TestAction::Revert, "nobody-decided")
                                                                      : TestOrder{};
  case TestState::RollingOut:
    return standing.pricesRefused   ? order(TestAction::Decide, "price-refused", row.verdict)
           : standing.pricesInForce ? order(TestAction::FinishRollOut, "prices-in-force")
                                    : TestOrder{};
  default:
    return {};
  }
}

Instant nextLook(const ExperimentRow& row, Instant now) {
  if (!isStarted(row) || !row.countedFrom)
    return now;
  int between = row.plan.lookDays;
  if (isByBlocks(row.plan)) {
    const int unit = BlockCalendar(row).lookDays();
    between = (between + unit - 1) / unit * unit;
  }
  const Duration step = days(between);
  const Duration since = std::max(Duration(0), now - *row.countedFrom);
  return *row.countedFrom + step * (since / step + 1);
}

} // namespace pricewright
