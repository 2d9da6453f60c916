// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <optional>
#include <span>
#include <vector>

namespace pricewright {

// What one test found: treatment ÷ control − 1 as a share.
struct TestLift {
  QString test, category, period; // as the user calls them
  double estimate = 0, standardError = 0;
  double weight = 1;     // money a period that the price applies to, say; not negative
  bool rolledOut = true; // the treatment was taken
  // As the test's own analysis told it, always valid or not: shown as it is.
  std::optional<double> low, high;
};
struct LiftRow {
  QString name; // "" the total
  int tests = 0;
  double weight = 0;
  double lift = 0, low = 0, high = 0; // weighted by precision, with a 90 % interval
  double shrunk = 0;                  // the same tests, each drawn towards the mean of all by how little it knows
};
struct LiftTable {
  std::vector<LiftRow> byTest, byCategory, byPeriod; // by name
  LiftRow total;
  // What those that were rolled out bring: Σ weight · lift, as found and shrunk. Winners are picked for looking good,
  // so what they were found to bring is too much on average (winner's curse); the shrunk sum has that taken off.
  double rolledOutRaw = 0, rolledOutShrunk = 0, rolledOutShrunkLow = 0, rolledOutShrunkHigh = 0;
  int rolledOut = 0;
  double spread = 0; // standard deviation of true lifts between tests, by DerSimonian & Laird 1986
};
// Normal–normal shrinkage over all tests (EmpiricalBayes.h); the interval of the shrunk sum allows for mean and spread
// being learnt from the same tests (Morris 1983). One test alone is not shrunk. Empty: an empty table.
// earnings.not-finite, .bad-standard-error, .bad-weight, .test-twice (test: the same category and period twice)
Result<LiftTable> liftTable(std::span<const TestLift> tests);

} // namespace pricewright
