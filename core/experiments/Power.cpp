// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/Power.h"

#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr double kMostUnits = 1e15;

bool isShare(double p) { return p > 0 && p < 1; }

Error badPowerSetting(const QString& name) {
  return fail(QStringLiteral("experiment.bad-setting"), {{QStringLiteral("setting"), name}});
}

Status checkPlan(const PowerPlan& plan) {
  if (!isShare(plan.alpha) || !isShare(plan.power) || plan.power <= plan.alpha)
    return fail(QStringLiteral("experiment.bad-level"));
  if (!(plan.ratio > 0) || !std::isfinite(plan.ratio))
    return badPowerSetting(QStringLiteral("ratio"));
  return {};
}

Status checkUnits(double units) {
  if (!std::isfinite(units) || units <= 0 || units > kMostUnits)
    return badPowerSetting(QStringLiteral("units"));
  return {};
}

// The least x in [low, high] from which the rising `power` reaches the target; in ratios where the range is wide.
template <class Power> Result<double> reached(double low, double high, double target, const Power& power) {
  if (!(power(high) >= target))
    return fail(QStringLiteral("experiment.out-of-reach"));
  if (power(low) >= target)
    return low;
  constexpr int kHalvings = 200;
  for (int i = 0; i < kHalvings && high - low > 1e-13 * high; ++i) {
    const double middle = high > 4 * low && low > 0 ? std::sqrt(low * high) : (low + high) / 2;
    (power(middle) >= target ? high : low) = middle;
  }
  return (low + high) / 2;
}

double twoTails(double shift, double alpha) {
  const double z = -normalQuantile(alpha / 2);
  return normalCdf(shift - z) + normalCdf(-shift - z);
}

double sharesPower(double p1, double p2, double units, const PowerPlan& plan, ShareMethod method) {
  const double k = plan.ratio;
  if (method == ShareMethod::Arcsine)
    return twoTails(std::abs(cohenH(p1, p2)) * std::sqrt(units * (k / (1 + k))), plan.alpha);
  const double pooled = (p1 + k * p2) / (1 + k);
  const double none = std::sqrt(pooled * (1 - pooled) * (1 + 1 / k));
  const double some = std::sqrt(p1 * (1 - p1) + p2 * (1 - p2) / k);
  return normalCdf((std::sqrt(units) * std::abs(p2 - p1) + normalQuantile(plan.alpha / 2) * none) / some);
}

double meansPower(double d, double units, const PowerPlan& plan, MeanMethod method) {
  const double shift = std::abs(d) * std::sqrt(units * (plan.ratio / (1 + plan.ratio)));
  const double df = units * (1 + plan.ratio) - 2;
  return method == MeanMethod::Normal ? twoTails(shift, plan.alpha) : studentPower(shift, df, plan.alpha);
}

Status checkEffect(double d) {
  if (!std::isfinite(d))
    return fail(QStringLiteral("experiment.not-finite"));
  if (d == 0)
    return fail(QStringLiteral("experiment.no-effect"));
  return {};
}

Status checkShares(double p1, double p2) {
  if (!isShare(p1) || !isShare(p2))
    return fail(QStringLiteral("experiment.bad-level"));
  return checkEffect(p2 - p1);
}

// Just above two units in all, of which no variance can be had.
double leastUnits(const PowerPlan& plan) { return (2 + 1e-6) / (1 + plan.ratio); }

} // namespace

double studentPower(double shift, double degreesOfFreedom, double alpha) {
  constexpr double kNormalFrom = 1e7; // degrees of freedom beyond which t is normal to 8 digits
  if (degreesOfFreedom > kNormalFrom)
    return twoTails(shift, alpha);
  constexpr double kCertain = 40; // where the noncentral t is of no use any more: nothing is left of the other side
  const double t = -studentQuantile(alpha / 2, degreesOfFreedom);
  if (shift > kCertain + 2 * t)
    return 1;
  return noncentralStudentUpper(t, degreesOfFreedom, shift) + noncentralStudentUpper(t, degreesOfFreedom, -shift);
}

double cohenH(double p1, double p2) { return 2 * (std::asin(std::sqrt(p2)) - std::asin(std::sqrt(p1))); }

Result<double> unitsForShares(double p1, double p2, const PowerPlan& plan, ShareMethod method) {
  PW_CHECK(checkPlan(plan));
  PW_CHECK(checkShares(p1, p2));
  return reached(1e-3, kMostUnits, plan.power, [&](double n) { return sharesPower(p1, p2, n, plan, method); });
}

Result<double> powerOfShares(double p1, double p2, double units, const PowerPlan& plan, ShareMethod method) {
  PW_CHECK(checkPlan(plan));
  PW_CHECK(checkShares(p1, p2));
  PW_CHECK(checkUnits(units));
  return sharesPower(p1, p2, units, plan, method);
}

Result<double> detectableShare(double p1, double units, const PowerPlan& plan, ShareMethod method, bool up) {
  PW_CHECK(checkPlan(plan));
  PW_CHECK(checkUnits(units));
  if (!isShare(p1))
    return fail(QStringLiteral("experiment.bad-level"));
  const double room = up ? 1 - p1 : p1;
  const auto at = [&](double apart) { return up ? p1 + apart : p1 - apart; };
  PW_TRY(const double apart, reached(0, room * (1 - 1e-9), plan.power, [&](double effect) {
           return effect == 0 ? 0 : sharesPower(p1, at(effect), units, plan, method);
         }));
  return at(apart);
}

Result<double> unitsForMeans(double d, const PowerPlan& plan, MeanMethod method) {
  PW_CHECK(checkPlan(plan));
  PW_CHECK(checkEffect(d));
  const double least = method == MeanMethod::Student ? leastUnits(plan) : 1e-6;
  return reached(least, kMostUnits, plan.power, [&](double n) { return meansPower(d, n, plan, method); });
}

Result<double> powerOfMeans(double d, double units, const PowerPlan& plan, MeanMethod method) {
  PW_CHECK(checkPlan(plan));
  PW_CHECK(checkEffect(d));
  PW_CHECK(checkUnits(units));
  if (method == MeanMethod::Student && units < leastUnits(plan))
    return badPowerSetting(QStringLiteral("units"));
  return meansPower(d, units, plan, method);
}

Result<double> detectableMean(double units, const PowerPlan& plan, MeanMethod method) {
  PW_CHECK(checkPlan(plan));
  PW_CHECK(checkUnits(units));
  if (method == MeanMethod::Student && units < leastUnits(plan))
    return badPowerSetting(QStringLiteral("units"));
  constexpr double kLargest = 1e6;
  return reached(0, kLargest, plan.power, [&](double d) { return meansPower(d, units, plan, method); });
}

Result<double> liftInDeviations(const ArmMoments& before, double relativeLift) {
  PW_CHECK(checkEffect(relativeLift));
  for (const double v : {before.plainMean, before.variance})
    if (!std::isfinite(v))
      return fail(QStringLiteral("experiment.not-finite"));
  if (before.plainMean == 0)
    return fail(QStringLiteral("experiment.no-baseline"));
  if (before.variance <= 0)
    return fail(QStringLiteral("experiment.no-variance"));
  return relativeLift * std::abs(before.plainMean) / std::sqrt(before.variance);
}

Result<double> unitsForGroups(double f, int groups, const PowerPlan& plan) {
  PW_CHECK(checkPlan(plan));
  PW_CHECK(checkEffect(f));
  constexpr int kMostGroups = 1000;
  if (groups < 2 || groups > kMostGroups || f < 0)
    return badPowerSetting(QStringLiteral("groups"));
  const auto power = [&](double units) {
    const double between = groups - 1, within = (units - 1) * groups, noncentrality = units * groups * f * f;
    constexpr double kCertain = 1e4;
    if (noncentrality > kCertain)
      return 1.0;
    return noncentralFisherUpper(fisherQuantile(1 - plan.alpha, between, within), between, within, noncentrality);
  };
  return reached(1 + 1e-6, kMostUnits, plan.power, power);
}

Result<double> designEffect(double meanSize, double sizeVariation, double intraclass) {
  for (const double v : {meanSize, sizeVariation, intraclass})
    if (!std::isfinite(v))
      return fail(QStringLiteral("experiment.not-finite"));
  if (meanSize < 1 || sizeVariation < 0 || intraclass < 0 || intraclass > 1)
    return badPowerSetting(QStringLiteral("clusters"));
  return 1 + (meanSize * (1 + sizeVariation * sizeVariation) - 1) * intraclass;
}

Result<double> intraclassCorrelation(std::span<const UnitMoments> clusters) {
  if (clusters.size() < 2)
    return fail(QStringLiteral("experiment.bad-shape"));
  UnitMoments all;
  double within = 0, squares = 0;
  for (const UnitMoments& cluster : clusters) {
    PW_CHECK(all.merge(cluster));
    within += cluster.variance(0) * std::max(0.0, cluster.units() - 1);
    squares += cluster.units() * cluster.units();
  }
  const auto groups = double(clusters.size());
  const double units = all.units(), inner = units - groups;
  if (inner < 1)
    return fail(QStringLiteral("experiment.too-few-units"), {{QStringLiteral("units"), QString::number(units)},
                                                             {QStringLiteral("needed"), QString::number(groups + 1)}});
  const double size = (units - squares / units) / (groups - 1);
  const double meanWithin = within / inner;
  const double meanBetween = (all.variance(0) * (units - 1) - within) / (groups - 1);
  const double both = meanBetween + (size - 1) * meanWithin;
  if (!(both > 0))
    return fail(QStringLiteral("experiment.no-variance"));
  return std::max(0.0, (meanBetween - meanWithin) / both);
}

Result<double> growthNeeded(const Lift& now, double effect, const PowerPlan& plan, std::optional<double> tunedAt) {
  PW_CHECK(checkPlan(plan));
  PW_CHECK(checkEffect(effect));
  PW_CHECK(confidenceSequence(now, {plan.alpha, tunedAt.value_or(1)})); // for its refusals
  const auto power = [&](double times) {                                // with so many times the units
    Lift grown = now;
    grown.units *= times, grown.standardError /= std::sqrt(times);
    double half = -normalQuantile(plan.alpha / 2);
    if (tunedAt)
      if (const auto sequence = confidenceSequence(grown, {plan.alpha, *tunedAt}))
        half = sequence->halfWidth / grown.standardError;
    const double shift = std::abs(effect) / grown.standardError;
    return normalCdf(shift - half) + normalCdf(-shift - half);
  };
  PW_TRY(const double times, reached(1, kMostUnits / now.units, plan.power, power));
  return times - 1;
}

} // namespace pricewright
