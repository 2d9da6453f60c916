// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/Cuped.h"

#include <cmath>

namespace pricewright {
namespace {

// An arm's metric and its earlier twin, as linear forms of the unit's quantities at their means.
struct Linearised {
  double units = 0;
  double within = 0, before = 0; // means
  double varianceWithin = 0, varianceBefore = 0, covariance = 0;
  bool ratio = false;
};

Linearised linearMean(const UnitMoments& m) {
  return {m.units(), m.mean(0), m.mean(1), m.variance(0), m.variance(1), m.covariance(0, 1), false};
}

Linearised linearRatio(const UnitMoments& m) {
  const double now = m.mean(0) / m.mean(1), then = m.mean(2) / m.mean(3);
  const std::array<double, 2> d{1 / m.mean(1), -now / m.mean(1)}, e{1 / m.mean(3), -then / m.mean(3)};
  Linearised out{m.units(), now, then, 0, 0, 0, true};
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t j = 0; j < 2; ++j) {
      out.varianceWithin += d[i] * d[j] * m.covariance(i, j);
      out.varianceBefore += e[i] * e[j] * m.covariance(2 + i, 2 + j);
      out.covariance += d[i] * e[j] * m.covariance(i, 2 + j);
    }
  return out;
}

// Where a relative lift is made linear is the usual of the trade: the plain means, the adjusted ratios.
ArmMoments adjusted(const Linearised& arm, double theta) {
  const double mean = arm.within - theta * arm.before;
  return {arm.units,
          mean,
          arm.varianceWithin + theta * theta * arm.varianceBefore - 2 * theta * arm.covariance,
          arm.within,
          arm.varianceWithin,
          arm.varianceWithin - theta * arm.covariance,
          arm.ratio ? mean : arm.within};
}

Result<CupedArms> adjustBoth(const Linearised& control, const Linearised& treatment, double theta) {
  CupedArms out{theta, adjusted(control, theta), adjusted(treatment, theta), 1, 0};
  out.centre =
      theta * (control.units * control.before + treatment.units * treatment.before) / (control.units + treatment.units);
  const auto variance = [](double c, double nc, double t, double nt) { return c / nc + t / nt; };
  const double plain = variance(control.varianceWithin, control.units, treatment.varianceWithin, treatment.units);
  const double left = variance(out.control.variance, control.units, out.treatment.variance, treatment.units);
  if (plain > 0)
    out.varianceLeft = left / plain;
  if (!std::isfinite(theta) || !std::isfinite(out.control.mean) || !std::isfinite(out.treatment.mean) ||
      !std::isfinite(plain) || !std::isfinite(left))
    return fail(QStringLiteral("experiment.not-finite"));
  return out;
}

Status checkPair(const UnitMoments& control, const UnitMoments& treatment, std::size_t quantities) {
  if (control.quantities() != quantities || treatment.quantities() != quantities)
    return fail(QStringLiteral("experiment.bad-shape"));
  if (control.units() <= 0 || treatment.units() <= 0)
    return fail(QStringLiteral("experiment.no-exposure"));
  return {};
}

} // namespace

Result<CupedArms> adjustMeans(const UnitMoments& control, const UnitMoments& treatment) {
  PW_CHECK(checkPair(control, treatment, 2));
  UnitMoments both = control;
  PW_CHECK(both.merge(treatment));
  const double theta = both.variance(1) > 0 ? both.covariance(0, 1) / both.variance(1) : 0;
  return adjustBoth(linearMean(control), linearMean(treatment), theta);
}

Result<CupedArms> adjustRatios(const UnitMoments& control, const UnitMoments& treatment) {
  PW_CHECK(checkPair(control, treatment, 4));
  for (const UnitMoments* arm : {&control, &treatment})
    if (arm->mean(1) == 0 || arm->mean(3) == 0)
      return fail(QStringLiteral("experiment.no-baseline"));
  const Linearised c = linearRatio(control), t = linearRatio(treatment);
  const double below = c.varianceBefore + t.varianceBefore;
  return adjustBoth(c, t, below > 0 ? (c.covariance + t.covariance) / below : 0);
}

Result<Lift> stratifiedLift(std::span<const Stratum> strata, LiftKind kind) {
  if (strata.empty())
    return fail(QStringLiteral("experiment.no-exposure"));
  double units = 0;
  for (const Stratum& s : strata) {
    PW_CHECK(liftOf(s.control, s.treatment, LiftKind::Absolute)); // each must be comparable by itself
    units += s.control.units + s.treatment.units;
  }
  double control = 0, treatment = 0, plain = 0, step = 0;
  for (const Stratum& s : strata) {
    const double share = (s.control.units + s.treatment.units) / units;
    control += share * s.control.mean, treatment += share * s.treatment.mean;
    plain += share * s.control.plainMean, step += share * (s.treatment.linearAt - s.control.linearAt);
  }
  const double base = kind == LiftKind::Relative ? std::abs(plain) : 1;
  if (base == 0)
    return fail(QStringLiteral("experiment.no-baseline"));
  // The lift is linear in the means near them: treatment − control − moved · plain control, over the base.
  const double moved = kind == LiftKind::Relative ? step / plain : 0;
  const double middle = treatment - control - moved * plain;
  double variance = 0, freedom = 0, drawn = 0;
  for (const Stratum& s : strata) {
    const double share = (s.control.units + s.treatment.units) / units, squared = share * share;
    const double own = squared * s.treatment.variance / s.treatment.units;
    const double others = squared * varianceOfBase(s.control, moved) / s.control.units;
    variance += own + others;
    freedom += own * own / (s.treatment.units - 1) + others * others / (s.control.units - 1);
    const double apart = s.treatment.mean - s.control.mean - moved * s.control.plainMean - middle;
    drawn += share * apart * apart / units;
  }
  Lift lift;
  lift.kind = kind, lift.units = units;
  lift.value = (treatment - control) / base;
  lift.standardError = std::sqrt(variance + drawn) / base;
  lift.degreesOfFreedom = variance * variance / freedom;
  if (!std::isfinite(lift.value) || !std::isfinite(lift.standardError) || !(lift.degreesOfFreedom > 0))
    return fail(QStringLiteral("experiment.not-finite"));
  return lift;
}

} // namespace pricewright
