// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/MeanTest.h"

#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pricewright {
namespace {

Result<ArmMoments> finiteArm(const ArmMoments& arm) {
  if (!std::isfinite(arm.mean) || !std::isfinite(arm.variance) || !std::isfinite(arm.covariance))
    return fail(QStringLiteral("experiment.not-finite"));
  return arm;
}

Status checkArm(const ArmMoments& arm) {
  for (const double v :
       {arm.units, arm.mean, arm.variance, arm.plainMean, arm.plainVariance, arm.covariance, arm.linearAt})
    if (!std::isfinite(v))
      return fail(QStringLiteral("experiment.not-finite"));
  if (arm.units <= 0)
    return fail(QStringLiteral("experiment.no-exposure"));
  if (arm.units < 2)
    return fail(QStringLiteral("experiment.too-few-units"), {{QStringLiteral("units"), QString::number(arm.units)},
                                                             {QStringLiteral("needed"), QStringLiteral("2")}});
  return {};
}

// An arm in which nobody buys is news, not a lack of it: the one that varies gives the difference its error. A few
// equal figures, though, say nothing of how they vary.
constexpr double kUnitsToBelieve = 100; // an arm without variance
Status checkArms(const ArmMoments& control, const ArmMoments& treatment) {
  PW_CHECK(checkArm(control));
  PW_CHECK(checkArm(treatment));
  const auto isTold = [](const ArmMoments& arm) {
    return arm.variance > 0 || (arm.variance == 0 && arm.units >= kUnitsToBelieve);
  };
  if (!isTold(control) || !isTold(treatment) || control.variance + treatment.variance <= 0)
    return fail(QStringLiteral("experiment.no-variance"));
  return {};
}

double welchFreedom(const ArmMoments& a, const ArmMoments& b) {
  const double va = a.variance / a.units, vb = b.variance / b.units;
  // As shares of the sum, so that neither tiny nor huge variances leave the range of doubles.
  const double sa = va / (va + vb), sb = vb / (va + vb);
  return 1 / (sa * sa / (a.units - 1) + sb * sb / (b.units - 1));
}

} // namespace

Result<ArmMoments> meanArm(const UnitMoments& arm) {
  if (arm.units() <= 0)
    return fail(QStringLiteral("experiment.no-exposure"));
  const double mean = arm.mean(0), variance = arm.variance(0);
  return finiteArm({arm.units(), mean, variance, mean, variance, variance, mean});
}

Result<ArmMoments> proportionArm(double units, double successes) {
  if (!std::isfinite(units) || !std::isfinite(successes))
    return fail(QStringLiteral("experiment.not-finite"));
  if (units < 0 || successes < 0 || successes > units)
    return fail(QStringLiteral("experiment.bad-counts"));
  if (units == 0)
    return fail(QStringLiteral("experiment.no-exposure"));
  const double p = successes / units, variance = p * (1 - p);
  return ArmMoments{units, p, variance, p, variance, variance, p};
}

Result<ArmMoments> ratioArm(const UnitMoments& arm) {
  if (arm.quantities() != 2)
    return fail(QStringLiteral("experiment.bad-shape"));
  if (arm.units() <= 0)
    return fail(QStringLiteral("experiment.no-exposure"));
  const double below = arm.mean(1);
  if (below == 0)
    return fail(QStringLiteral("experiment.no-baseline"));
  const double ratio = arm.mean(0) / below;
  const double variance =
      (arm.variance(0) - 2 * ratio * arm.covariance(0, 1) + ratio * ratio * arm.variance(1)) / below / below;
  return finiteArm({arm.units(), ratio, variance, ratio, variance, variance, ratio});
}

Result<Lift> liftOf(const ArmMoments& control, const ArmMoments& treatment, LiftKind kind) {
  PW_CHECK(checkArms(control, treatment));
  Lift lift;
  lift.kind = kind;
  lift.units = control.units + treatment.units;
  lift.degreesOfFreedom = welchFreedom(control, treatment);
  lift.value = treatment.mean - control.mean;
  double variance = treatment.variance / treatment.units + control.variance / control.units;
  if (kind == LiftKind::Relative) {
    const double base = std::abs(control.plainMean);
    if (base == 0)
      return fail(QStringLiteral("experiment.no-baseline"));
    lift.value /= base;
    const double moved = (treatment.linearAt - control.linearAt) / control.plainMean;
    const double controls = varianceOfBase(control, moved);
    variance = (treatment.variance / treatment.units + controls / control.units) / base / base;
  }
  lift.standardError = std::sqrt(variance);
  if (!std::isfinite(lift.value) || !std::isfinite(lift.standardError))
    return fail(QStringLiteral("experiment.not-finite"));
  if (!(lift.standardError > 0))
    return fail(QStringLiteral("experiment.no-variance"));
  return lift;
}

double varianceOfBase(const ArmMoments& control, double moved) {
  return control.variance + 2 * moved * control.covariance + moved * moved * control.plainVariance;
}

double baselineNoise(const ArmMoments& control) {
  const double base = std::abs(control.plainMean);
  if (!(base > 0) || !(control.units > 0) || !(control.plainVariance >= 0))
    return std::numeric_limits<double>::infinity();
  return std::sqrt(control.plainVariance / control.units) / base;
}

Result<LiftTest> testLift(const Lift& lift, double alpha) {
  if (!(alpha > 0 && alpha < 1))
    return fail(QStringLiteral("experiment.bad-level"));
  const double df = lift.degreesOfFreedom, se = lift.standardError;
  LiftTest out;
  out.t = lift.value / se;
  out.p = 2 * studentCdf(-std::abs(out.t), df);
  out.pGreater = studentCdf(-out.t, df);
  out.pLess = studentCdf(out.t, df);
  const double half = -studentQuantile(alpha / 2, df) * se, alone = -studentQuantile(alpha, df) * se;
  out.low = lift.value - half, out.high = lift.value + half;
  out.lowAlone = lift.value - alone, out.highAlone = lift.value + alone;
  if (!std::isfinite(out.t) || std::isnan(out.p) || !std::isfinite(half))
    return fail(QStringLiteral("experiment.not-finite"));
  return out;
}

Result<PooledTest> pooledTest(const ArmMoments& control, const ArmMoments& treatment) {
  PW_CHECK(checkArms(control, treatment));
  PooledTest out;
  out.degreesOfFreedom = control.units + treatment.units - 2;
  const double pooled =
      ((control.units - 1) * control.variance + (treatment.units - 1) * treatment.variance) / out.degreesOfFreedom;
  out.t = (treatment.mean - control.mean) / std::sqrt(pooled * (1 / control.units + 1 / treatment.units));
  out.p = 2 * studentCdf(-std::abs(out.t), out.degreesOfFreedom);
  return out;
}

Result<RankTest> rankTest(std::span<const double> control, std::span<const double> treatment) {
  if (control.empty() || treatment.empty())
    return fail(QStringLiteral("experiment.no-exposure"));
  std::vector<std::pair<double, bool>> all;
  all.reserve(control.size() + treatment.size());
  for (const double v : control)
    all.emplace_back(v, false);
  for (const double v : treatment)
    all.emplace_back(v, true);
  if (std::any_of(all.begin(), all.end(), [](const auto& one) { return !std::isfinite(one.first); }))
    return fail(QStringLiteral("experiment.not-finite"));
  std::sort(all.begin(), all.end());
  double ranks = 0, ties = 0;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i, treated = 0;
    for (; end < all.size() && all[end].first == all[i].first; ++end)
      treated += all[end].second;
    const auto same = double(end - i);
    ranks += double(treated) * (double(i + 1) + double(end)) / 2;
    ties += same * same * same - same;
    i = end;
  }
  const double n1 = double(treatment.size()), n2 = double(control.size()), n = n1 + n2;
  RankTest out;
  out.u = ranks - n1 * (n1 + 1) / 2;
  const double variance = n1 * n2 / 12 * (n + 1 - ties / (n * (n - 1)));
  if (!(variance > 0))
    return fail(QStringLiteral("experiment.no-variance"));
  const double larger = std::max(out.u, n1 * n2 - out.u);
  out.p = std::min(1.0, 2 * normalCdf(-(larger - n1 * n2 / 2 - 0.5) / std::sqrt(variance)));
  return out;
}

} // namespace pricewright
