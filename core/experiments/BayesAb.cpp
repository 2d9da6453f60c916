// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/BayesAb.h"

#include "experiments/BetaIntegral.h"
#include "statistics/Distributions.h"
#include "statistics/Quadrature.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

// E max(X, 0) of a normal X.
double positivePart(double mean, double deviation) {
  const double z = mean / deviation;
  return mean * normalCdf(z) + deviation * normalDensity(z);
}

} // namespace

double BetaPosterior::deviation() const {
  const double all = alpha + beta;
  return std::sqrt(alpha / all * (beta / all) / (all + 1));
}

double BetaPosterior::quantile(double p) const { return betaQuantile(p, alpha, beta); }

Result<BetaPosterior> betaPosterior(double units, double successes, double priorAlpha, double priorBeta) {
  for (const double v : {units, successes, priorAlpha, priorBeta})
    if (!std::isfinite(v))
      return fail(QStringLiteral("experiment.not-finite"));
  if (units < 0 || successes < 0 || successes > units)
    return fail(QStringLiteral("experiment.bad-counts"));
  if (priorAlpha < kLeastPrior || priorBeta < kLeastPrior)
    return fail(QStringLiteral("experiment.bad-prior"));
  return BetaPosterior{priorAlpha + successes, priorBeta + (units - successes)};
}

Result<ShareComparison> compareShares(const BetaPosterior& control, const BetaPosterior& treatment) {
  PW_CHECK(betas::check(control));
  PW_CHECK(betas::check(treatment));
  std::vector<double> bends;
  betas::addBends(control, 1, bends);
  betas::addBends(treatment, 1, bends);
  const betas::LogitRange c = betas::rangeOf(control), t = betas::rangeOf(treatment);
  ShareComparison out;
  const auto chance = [&](double at) {
    const auto share = betas::Share::atLogit(at);
    return betas::densityByLogit(treatment, share) * betas::below(control, share);
  };
  out.chanceToBeat = std::clamp(integratePanels(chance, betas::panelsOf(bends, t)), 0.0, 1.0);
  // E max(C − T, 0) = ∫ P(T < x) P(C > x) dx: nothing is subtracted, so a tiny loss keeps its digits.
  const auto loss = [](const BetaPosterior& chosen, const BetaPosterior& other) {
    return [&](double at) {
      const auto share = betas::Share::atLogit(at);
      return betas::below(chosen, share) * betas::above(other, share) * share.x * share.rest;
    };
  };
  const std::vector<double> panels = betas::panelsOf(bends, {std::min(c.low, t.low), std::max(c.high, t.high)});
  out.lossOfTreatment = integratePanels(loss(treatment, control), panels);
  out.lossOfControl = integratePanels(loss(control, treatment), panels);
  if (!std::isfinite(out.chanceToBeat) || !std::isfinite(out.lossOfTreatment) || !std::isfinite(out.lossOfControl))
    return fail(QStringLiteral("experiment.not-finite"));
  return out;
}

Result<EffectPosterior> effectPosterior(const Lift& lift, const std::optional<EffectPrior>& prior, double alpha) {
  if (!(alpha > 0 && alpha < 1))
    return fail(QStringLiteral("experiment.bad-level"));
  if (!std::isfinite(lift.value) || !std::isfinite(lift.standardError))
    return fail(QStringLiteral("experiment.not-finite"));
  if (lift.standardError <= 0)
    return fail(QStringLiteral("experiment.no-variance"));
  EffectPosterior out;
  out.mean = lift.value, out.deviation = lift.standardError;
  if (prior) {
    if (!std::isfinite(prior->mean) || !(prior->deviation > 0) || !std::isfinite(prior->deviation))
      return fail(QStringLiteral("experiment.bad-prior"));
    // By the share of the data in the precision: neither variance is turned over, whatever their sizes.
    const double ratio = lift.standardError / prior->deviation, data = 1 / (1 + ratio * ratio);
    out.mean = data * lift.value + (1 - data) * prior->mean;
    out.deviation = lift.standardError * std::sqrt(data);
  }
  const double half = -normalQuantile(alpha / 2) * out.deviation;
  out.low = out.mean - half, out.high = out.mean + half;
  out.chanceToBeat = normalCdf(out.mean / out.deviation);
  out.riskOfControl = positivePart(out.mean, out.deviation);
  out.riskOfTreatment = positivePart(-out.mean, out.deviation);
  return out;
}

} // namespace pricewright
