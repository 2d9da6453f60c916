// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "earnings/LiftTable.h"
#include "earnings/ScoreGroups.h"
#include "engine/experiments/ExperimentDesk.h"

namespace pricewright {

// Which tests are counted as ended: those of so many weeks before now, against the same weeks before them or a year
// before. Tests under way always stand in the list.
struct TestsWish {
  int weeks = 13; // 1 … 52; 0: the year to date
  bool againstLastYear = false;
};

// One test with what its newest telling look found. Lifts are shares: 0.02 is 2 %.
struct TestLine {
  Id id;
  QString name;
  QString category; // of its products; several: "juice, tea"
  QString period;   // the quarter in which it ended or is now, "2026-Q4"
  TestDesign design = TestDesign::Clusters;
  TestState state = TestState::Draft;
  TestVerdict verdict = TestVerdict::Undecided;
  QString reason; // code
  TestMetric metric = TestMetric::Profit;
  std::optional<TestFigure> figure;                    // none: not looked at, or nothing could be said yet
  double level = 0.95;                                 // of its interval, which holds at all looks together
  int units = 0, day = 0, days = 0;                    // units of both arms; days that are compared
  std::optional<int> decidedOn;                        // the day of the first look that decided it
  std::optional<bool> inTime;                          // of ended ones: decided within the planned time
  bool counted = false;                                // ended within the wished weeks
  std::optional<double> weekly, weeklyLow, weeklyHigh; // money
};

// How the tests of prices do. Immutable once made.
struct TestsDashboard {
  TestsWish wish;
  Currency currency;
  Day from{}, to{};                                  // of the period, both belong to it
  std::vector<TestLine> tests;                       // as the board has them
  ShareOf inTime, inTimeBefore;                      // ended tests that were decided within their planned time
  std::optional<double> daysToDecision, daysPlanned; // medians over decided tests of the period
  int decided = 0;
  // Of tests that ended in the period and were decided by profit; `otherMetric` of them were decided by something else,
  // `untold` had no figure. Standard errors are taken from the intervals that hold at all looks: on the wide side.
  LiftTable lifts;
  std::optional<LiftRow> before; // all of the compared period
  int otherMetric = 0, untold = 0;
};

// Pure: of a board. Those of liftTable()
Result<TestsDashboard> testsDashboard(const ExperimentBoard& board, const TestsWish& wish);
// Also on a read-only workspace. earnings.bad-weeks, those of the stores
Result<std::shared_ptr<const TestsDashboard>> testsDashboard(Workspace& workspace, const TestsWish& wish);

} // namespace pricewright
