// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/Sequential.h"

#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

Status checkLift(const Lift& lift, double alpha) {
  if (!(alpha > 0 && alpha < 1))
    return fail(QStringLiteral("experiment.bad-level"));
  if (!std::isfinite(lift.value) || !std::isfinite(lift.standardError) || !std::isfinite(lift.units))
    return fail(QStringLiteral("experiment.not-finite"));
  if (lift.units <= 0)
    return fail(QStringLiteral("experiment.no-exposure"));
  if (lift.standardError <= 0)
    return fail(QStringLiteral("experiment.no-variance"));
  return {};
}

double rhoSquared(double alpha, double tunedAt) {
  const double twice = -2 * std::log(alpha);
  return (twice + std::log1p(twice)) / tunedAt;
}

// Of p = level where n ρ² is `grown`, in standard errors.
double deviateAt(double level, double grown) {
  return std::sqrt(2 * (grown + 1) / grown * (std::log1p(grown) / 2 - std::log(level)));
}

Error badSetting(const QString& name) {
  return fail(QStringLiteral("experiment.bad-setting"), {{QStringLiteral("setting"), name}});
}

} // namespace

Result<SequentialTest> confidenceSequence(const Lift& lift, const SequenceSetting& setting) {
  PW_CHECK(checkLift(lift, setting.alpha));
  if (!(setting.tunedAt > 0) || !std::isfinite(setting.tunedAt))
    return badSetting(QStringLiteral("tunedAt"));
  if (setting.alpha >= 0.5)
    return fail(QStringLiteral("experiment.bad-level"));
  const double alpha = setting.alpha, se = lift.standardError;
  const double r = rhoSquared(alpha, setting.tunedAt), grown = lift.units * r; // n ρ²
  SequentialTest out;
  out.rho = std::sqrt(r);
  out.halfWidth = se * deviateAt(alpha, grown);
  out.low = lift.value - out.halfWidth, out.high = lift.value + out.halfWidth;
  const double z = lift.value / se;
  out.p = std::min(1.0, std::exp(std::log1p(grown) / 2 - grown * z * z / (2 * (grown + 1))));
  const double alone = lift.units * rhoSquared(2 * alpha, setting.tunedAt);
  const double half = se * std::sqrt(2 * (alone + 1) / alone * std::log1p(std::sqrt(alone + 1) / (2 * alpha)));
  out.lowAlone = lift.value - half, out.highAlone = lift.value + half;
  if (!std::isfinite(out.halfWidth) || !std::isfinite(half) || std::isnan(out.p))
    return fail(QStringLiteral("experiment.not-finite"));
  return out;
}

Result<double> deviateOfSequence(double level, double units, const SequenceSetting& setting) {
  if (!(setting.alpha > 0 && setting.alpha < 0.5) || !(level > 0 && level < 1))
    return fail(QStringLiteral("experiment.bad-level"));
  if (!(setting.tunedAt > 0) || !std::isfinite(setting.tunedAt))
    return badSetting(QStringLiteral("tunedAt"));
  if (!(units > 0))
    return fail(QStringLiteral("experiment.no-exposure"));
  return deviateAt(level, units * rhoSquared(setting.alpha, setting.tunedAt));
}

Result<MixtureTest> mixtureTest(const Lift& lift, double tauSquared, double alpha) {
  PW_CHECK(checkLift(lift, alpha));
  if (!(tauSquared > 0) || !std::isfinite(tauSquared))
    return badSetting(QStringLiteral("tauSquared"));
  const double v = lift.standardError * lift.standardError, both = v + tauSquared, share = tauSquared / both;
  const double z = lift.value / lift.standardError, logBoth = std::log1p(tauSquared / v);
  MixtureTest out;
  out.logRatio = share * z * z / 2 - logBoth / 2;
  out.p = std::min(1.0, std::exp(-out.logRatio));
  const double half = lift.standardError * std::sqrt((logBoth - 2 * std::log(alpha)) / share);
  out.low = lift.value - half, out.high = lift.value + half;
  if (!std::isfinite(half) || std::isnan(out.p))
    return fail(QStringLiteral("experiment.not-finite"));
  return out;
}

Result<LiftTest> oneOfLooks(const Lift& lift, double alpha, int looks) {
  if (looks < 1)
    return badSetting(QStringLiteral("looks"));
  PW_CHECK(checkLift(lift, alpha));
  PW_TRY(LiftTest out, testLift(lift, alpha / looks));
  for (double* p : {&out.p, &out.pGreater, &out.pLess})
    *p = std::min(1.0, *p * looks);
  return out;
}

} // namespace pricewright
