// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "experiments/Moments.h"

namespace pricewright {

// One arm, as far as a comparison of two needs it: everything per unit, in the metric's own units.
struct ArmMoments {
  double units = 0;
  double mean = 0, variance = 0;           // of what is compared; an adjusted value has less variance
  double plainMean = 0, plainVariance = 0; // as observed; a relative lift is relative to this
  double covariance = 0;                   // of the two
  double linearAt = 0; // the mean at which a relative lift is made linear: either of the two will do
};
// A mean of values: quantity 0. A ratio metric (revenue per visit, units as assigned): quantity 0 over quantity 1, with
// the variance of a ratio of means by the delta method (Deng, Knoblich & Lu 2018).
// experiment.no-exposure, .bad-shape, .bad-counts (a negative count, more successes than units), .not-finite,
// .no-baseline (a denominator of 0)
Result<ArmMoments> meanArm(const UnitMoments& arm);
Result<ArmMoments> proportionArm(double units, double successes);
Result<ArmMoments> ratioArm(const UnitMoments& arm);

enum class LiftKind {
  Absolute, // treatment − control
  Relative  // (treatment − control) / |control|
};
struct Lift {
  double value = 0, standardError = 0;
  double degreesOfFreedom = 0; // Welch–Satterthwaite, on the arms' own variances
  double units = 0;            // of both arms
  LiftKind kind = LiftKind::Absolute;
};
// The relative lift's variance by the delta method; the control mean counts as known no better than it was measured.
// experiment.no-exposure, .too-few-units, .no-variance (of both arms, or of one with fewer than a hundred units: a few
// equal figures give no standard error to believe), .no-baseline (a relative lift over a control mean of 0),
// .not-finite
Result<Lift> liftOf(const ArmMoments& control, const ArmMoments& treatment, LiftKind kind);

// How noisy the mean is that a relative lift is relative to: standard error / |mean| of the control, as observed;
// infinite over a mean of 0. Above kNoisiestBaseline a relative lift's interval is too short, and one that is watched
// misses the truth more often than it says (Sequential.h): decide by the absolute lift, whose H0 is the same.
inline constexpr double kNoisiestBaseline = 0.15;
double baselineNoise(const ArmMoments& control);

// The variance of one unit that a control brings into a relative lift of about `moved`, in its own units: its mean is
// taken off, and divided by. Without adjustment: σ² (treatment / control)².
double varianceOfBase(const ArmMoments& control, double moved);

struct LiftTest {
  double t = 0, p = 1;               // two-sided, H0: no lift
  double low = 0, high = 0;          // two-sided interval of 1 − alpha
  double pGreater = 1, lowAlone = 0; // H0: no lift or less; lower limit of 1 − alpha
  double pLess = 1, highAlone = 0;   // H0: no lift or more; upper limit of 1 − alpha
};
// For one look at a horizon fixed before: looking again and again needs Sequential.h. experiment.bad-level
Result<LiftTest> testLift(const Lift& lift, double alpha);

// Student's t with one variance for both arms (n1 + n2 − 2 degrees of freedom). Errors as liftOf.
struct PooledTest {
  double t = 0, degreesOfFreedom = 0, p = 1;
};
Result<PooledTest> pooledTest(const ArmMoments& control, const ArmMoments& treatment);

// Mann & Whitney's U of the treatment; p two-sided by the normal approximation, corrected for ties and continuity.
// experiment.no-exposure, .not-finite, .no-variance (all values the same)
struct RankTest {
  double u = 0, p = 1;
};
Result<RankTest> rankTest(std::span<const double> control, std::span<const double> treatment);

} // namespace pricewright
