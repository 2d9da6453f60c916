// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/PlanPower.h"

#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr double kLowLift = 0.05, kHighLift = 0.10, kLeastShare = 0.002;
constexpr double kLeastSlope = 0.2; // of a normal score from one lift to the other: less is noise
constexpr double kMostDays = 3650;

double score(double share) { return normalQuantile(std::clamp(share, kLeastShare, 1 - kLeastShare)); }

} // namespace

// The share that is found rises with the lift as a normal distribution does: two points of it tell the rest, and
// information grows with time and units alike.
PlanPower planPower(const ExperimentPlan& plan, const PlanStudy& study) {
  const double lift = plan.mdeBp / 10'000.0, low = score(study.study.five.found.share),
               high = score(study.study.ten.found.share), slope = (high - low) / (kHighLift - kLowLift);
  PlanPower power;
  power.asked = plan.powerBp / 10'000.0;
  power.found = plan.mdeBp == 500    ? study.study.five.found.share
                : plan.mdeBp == 1000 ? study.study.ten.found.share
                                     : normalCdf(low + slope * (lift - kLowLift));
  const double threshold = slope * kLowLift - low; // what is crossed by chance alone
  if (power.isEnough() || high - low < kLeastSlope || lift <= 0)
    return power;
  const double factor = std::pow((score(power.asked) + threshold) / (slope * lift), 2);
  if (!(factor > 1) || factor * plan.days > kMostDays)
    return power;
  power.unitsFactor = factor;
  power.days = int(std::ceil(factor * plan.days / kWeekOfSales)) * kWeekOfSales;
  return power;
}

} // namespace pricewright
