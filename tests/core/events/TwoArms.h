// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/events/Analysis.h"

#include <cmath>

// Tests of two arms, made of moments.
namespace pricewright::test {

inline bool near(double a, double b, double tolerance = 1e-9) {
  return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

inline UnitMoments meanOf(double units, double sum, double squares) {
  return *UnitMoments::fromSums(units, {&sum, 1}, {&squares, 1});
}
inline AnalysisInput twoArms(UnitMoments control, UnitMoments treatment, bool isShare) {
  AnalysisInput in;
  in.arms = 2, in.units = {control.units(), treatment.units()};
  in.metrics.push_back({isShare, false, false, false, {control, treatment}});
  return in;
}
// Normal units, exactly the mean and deviation given.
inline UnitMoments normalUnits(double units, double mean, double sd) {
  return meanOf(units, units * mean, (units - 1) * sd * sd + units * mean * mean);
}
inline ArmComparison first(const AnalysisInput& in, const AnalysisPlan& plan = {}) {
  return analyze(in, plan)->comparisons.at(0);
}

} // namespace pricewright::test
