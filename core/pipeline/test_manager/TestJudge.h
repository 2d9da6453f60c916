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
  Instant inForceSince{};            // where they are: since when
  bool integrityHolds = true;        // plan and setup are what was registered
  bool modelSilent = false;          // of a test of models: one of them could not be asked for longer than its limit
};
// What it is judged by is older than its limit, or not there at all: there is nothing to look at.
bool isUnheard(const ExperimentRow& row, const TestStanding& standing);
// The same since it is compared: a test that has just begun has not been without sales yet, however old those of
// before are.
bool isSilent(const ExperimentRow& row, const TestStanding& standing);
struct TestOrder {
  TestAction action = TestAction::None;
  QString reason;                               // code
  TestVerdict verdict = TestVerdict::Undecided; // of Decide and Revert
  int step = 0;                                 // of NextStep
  bool operator==(const TestOrder&) const = default;
};

// What is to be done about a test now: the recovery ladder, in order. Pure: the same of the same.
// - What was registered was changed, or a price was refused: revert.
// - Waiting: once its prices are in force it ramps, each step its time from when it was in force; then it counts. By
// blocks there are no steps.
// - Shares of the arms as nobody planned them: revert, nothing of it is to be believed.
// - Certainly worse than the harm limit, or a guard certainly beyond its own: revert within this look.
// - Worse, or what it was to find is not there: revert. Better, equivalent: people decide.
// - No sales for longer than its limit: pause (a ramp waits); back again: resume; silent to its longest end: revert.
// - Undecided at the end: extend up to the longest time, else revert. Nobody decided in time: revert.
// - A price of the roll-out was refused: people decide again.
// `reading`: of this look, or of one that was not carried out; none where it is too early for one.
TestOrder judgeTest(const ExperimentRow& row, const TestStanding& standing, const TestReading* reading);

// When the test is to be looked at next, from `now` on.
Instant nextLook(const ExperimentRow& row, Instant now);

} // namespace pricewright
