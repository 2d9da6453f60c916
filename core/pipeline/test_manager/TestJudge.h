// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/test_manager/ExperimentStore.h"

namespace pricewright {

enum class TestAction {
  None,      // goes on
  StartRamp, // its first prices are in force
  NextStep,  // more units get the new price
  Count,     // the ramp is over: from now on it is compared
  Pause,     // what it is judged by is late: nothing is decided until it is back
  Resume,
  Extend,        // not decided at its planned end, and may go on
  Decide,        // waits for people: roll out, or put back
  Revert,        // its prices go back at once
  FinishRollOut, // all prices are in force
};
QString testActionName(TestAction a); // "none", "start-ramp" …

// What the manager knows besides the figures.
struct TestStanding {
  Instant now{};
  bool pricesInForce = false;        // all that its step asked for
  bool pricesRefused = false;        // somebody rejected one, it expired, or another price took its place
  std::optional<Instant> newestSale; // end of what is counted, none: nothing there
  bool integrityHolds = true;        // plan and setup are what was registered
};
struct TestOrder {
  TestAction action = TestAction::None;
  QString reason;                               // code
  TestVerdict verdict = TestVerdict::Undecided; // of Decide and Revert
  int step = 0;                                 // of NextStep
  bool operator==(const TestOrder&) const = default;
};

// What is to be done about a test now: the recovery ladder, in order. Pure: the same of the same.
//   what was registered was changed → revert; a price was refused → revert
//   waiting → its prices are in force → ramp, step by step, each its time → count
//   no sales for longer than its limit → pause; back again → resume
//   shares of the arms as nobody planned them → revert (nothing of it is to be believed)
//   certainly worse than the harm limit, or a guard certainly beyond its own → revert within this look
//   worse, or what it was to find is not there → revert; better, equivalent → people decide
//   undecided at the end → extend up to the longest time, else revert
//   nobody decided in time → revert
// `reading`: of this look; none where it is too early for one.
TestOrder judgeTest(const ExperimentRow& row, const TestStanding& standing, const TestReading* reading);

// When the test is to be looked at next, from `now` on.
Instant nextLook(const ExperimentRow& row, Instant now);

} // namespace pricewright
