// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/events/Analysis.h"

#include <map>

// From figures to verdicts. Internal to this folder.
namespace pricewright {

// A p of registered looks is at most by this factor too large, and never too small.
inline constexpr double kRegisteredClose = 1.005;
// The limits of a plan's registered looks. They hang on nothing but alpha: whatever comparison asks for them, they are
// worked out once. lookLimits()' errors.
class PlannedLimits {
 public:
  // Nothing is worked out for plans that decide otherwise.
  static Result<PlannedLimits> of(const AnalysisPlan& plan);
  [[nodiscard]] const LookLimit& last() const { return m_last; } // of the plan's own alpha, at its last look
  Result<double> lastZ(double alpha);                            // of another
  [[nodiscard]] int workedOut() const { return m_workedOut; }

 private:
  std::vector<double> m_looks;
  SpendingPlan m_spending;
  LookLimit m_last;
  std::map<double, double> m_lastZ; // by alpha
  int m_workedOut = 0;
};

// Whether all units are there that were planned, by their share.
bool allThere(double fraction);
// The p of what decides, equivalence and futility of one comparison.
Status judge(const AnalysisPlan& plan, PlannedLimits& limits, ArmComparison& c);
// Adjusts over all comparisons that could be made, and says each one's verdict.
Status settle(const AnalysisInput& input, const AnalysisPlan& plan, AnalysisAnswer& all);

// The chance that a test of level alpha at the planned end rejects, given z at `fraction` of the information, if the
// lift is `drift` standard errors of the end: of the running sum B = z √t, 1 − Φ((z(1−α/2) − B − drift (1 − t)) / √(1 −
// t)), and the same on the other side (Lan & Wittes 1988).
double conditionalPower(double z, double fraction, double drift, double alpha);

} // namespace pricewright
