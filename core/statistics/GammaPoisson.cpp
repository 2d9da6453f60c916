// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/GammaPoisson.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <cmath>

namespace pricewright {
namespace {

bool isPositive(double v) { return std::isfinite(v) && v > 0; }
bool isCount(double v) { return std::isfinite(v) && v >= 0 && v <= 1e15; }

// P(K ≤ k) of the negative binomial with r successes and success probability p, for real r.
double cumulative(double k, double r, double p) { return k < 0 ? 0 : boost::math::ibeta(r, std::floor(k) + 1, p); }

double probability(double k, double r, double p) {
  if (k != std::floor(k))
    return 0;
  return std::exp(std::lgamma(r + k) - std::lgamma(r) - std::lgamma(k + 1) + r * std::log(p) + k * std::log1p(-p));
}

} // namespace

double GammaPosterior::quantile(double p) const {
  return p > 0 && p < 1 && isPositive(shape) && isPositive(rate) ? boost::math::gamma_p_inv(shape, p) / rate
                                                                 : std::nan("");
}

Result<GammaPosterior> gammaPosterior(double priorShape, double priorRate, std::span<const double> counts,
                                      std::span<const double> exposures) {
  if (counts.size() != exposures.size())
    return fail(QStringLiteral("statistics.bad-shape"));
  GammaPosterior out{priorShape, priorRate};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (!isCount(counts[i]) || !isCount(exposures[i]))
      return fail(QStringLiteral("statistics.not-finite"));
    out.shape += counts[i];
    out.rate += exposures[i];
  }
  if (!isPositive(priorShape) || !isPositive(priorRate) || !isPositive(out.shape) || !isPositive(out.rate))
    return fail(QStringLiteral("statistics.not-finite"));
  return out;
}

Result<CountPrediction> predictCount(const GammaPosterior& posterior, double exposure, std::span<const double> counts) {
  if (!isPositive(exposure) || !isPositive(posterior.shape) || !isPositive(posterior.rate))
    return fail(QStringLiteral("statistics.not-finite"));
  CountPrediction out;
  const double r = posterior.shape, p = posterior.rate / (posterior.rate + exposure);
  out.mean = posterior.mean() * exposure;
  out.variance = out.mean + out.mean * out.mean / r;
  for (const double k : counts) {
    if (!isCount(k))
      return fail(QStringLiteral("statistics.not-finite"));
    out.probability.push_back(probability(k, r, p));
    out.cumulative.push_back(cumulative(k, r, p));
  }
  // Doubling, then halving: the counts may be in the millions.
  double low = -1, high = 1;
  while (cumulative(high, r, p) < 0.95 && high < 1e15)
    low = high, high *= 2;
  while (high - low > 1) {
    const double middle = std::floor((low + high) / 2);
    (cumulative(middle, r, p) >= 0.95 ? high : low) = middle;
  }
  out.quantile95 = high;
  return out;
}

} // namespace pricewright
