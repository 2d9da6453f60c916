// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/EmpiricalBayes.h"

#include <cmath>

namespace pricewright {
namespace {

// The estimates with their variances. Sums run in the given order: the same bits every time.
struct Sample {
  std::span<const double> y;
  std::vector<double> variance;

  // Weighted mean with weights 1/(variance + τ²), and the sum of the weights.
  std::pair<double, double> meanAndWeight(double tau2) const {
    double weights = 0, sum = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
      const double w = 1 / (variance[i] + tau2);
      weights += w;
      sum += w * y[i];
    }
    return {sum / weights, weights};
  }
  // −2 log likelihood without its constant, the mean profiled out.
  double deviance(double tau2) const {
    const double mean = meanAndWeight(tau2).first;
    double sum = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
      const double v = variance[i] + tau2;
      sum += std::log(v) + (y[i] - mean) * (y[i] - mean) / v;
    }
    return sum;
  }
};

Status checked(std::span<const double> estimates, std::span<const double> errors) {
  if (estimates.size() != errors.size())
    return fail(QStringLiteral("statistics.bad-shape"));
  if (estimates.empty())
    return fail(QStringLiteral("statistics.too-few-rows"),
                {{QStringLiteral("rows"), QStringLiteral("0")}, {QStringLiteral("needed"), QStringLiteral("1")}});
  const auto finite = [](double v) { return std::isfinite(v); };
  const auto usable = [](double v) { return std::isfinite(v * v) && v * v > 0 && v > 0; };
  if (!std::all_of(estimates.begin(), estimates.end(), finite))
    return fail(QStringLiteral("statistics.not-finite"));
  if (!std::all_of(errors.begin(), errors.end(), usable))
    return fail(QStringLiteral("statistics.bad-standard-error"));
  return {};
}

// Golden-section search (Kiefer 1953) for the smallest deviance in [low, high].
double leastDeviance(const Sample& sample, double low, double high) {
  constexpr double kGolden = 0.6180339887498949;
  double a = high - kGolden * (high - low), b = low + kGolden * (high - low);
  double atA = sample.deviance(a), atB = sample.deviance(b);
  while (high - low > 1e-10 * high) {
    if (atA <= atB) {
      high = b, b = a, atB = atA;
      a = high - kGolden * (high - low), atA = sample.deviance(a);
    } else {
      low = a, a = b, atA = atB;
      b = low + kGolden * (high - low), atB = sample.deviance(b);
    }
  }
  return (low + high) / 2;
}

// The likelihood may have more than one hill: a geometric grid finds the highest, the search its top.
std::optional<double> likeliestTau2(const Sample& sample) {
  double spread = 0;
  for (const double y : sample.y) {
    const double off = y - sample.meanAndWeight(0).first;
    spread = std::max(spread, off * off);
  }
  if (!(spread > 0))
    return std::nullopt; // no estimate differs from another
  constexpr int kGrid = 64;
  constexpr double kRatio = 0.75;
  std::vector<double> grid{0};
  for (int i = kGrid; i >= 0; --i)
    grid.push_back(4 * spread * std::pow(kRatio, i));
  std::size_t best = 0;
  std::vector<double> heights;
  for (const double tau2 : grid)
    heights.push_back(sample.deviance(tau2));
  for (std::size_t i = 1; i < grid.size(); ++i)
    if (heights[i] < heights[best])
      best = i;
  if (best == 0)
    return std::nullopt;
  return leastDeviance(sample, grid[best - 1], grid[std::min(best + 1, grid.size() - 1)]);
}

} // namespace

Result<Shrinkage> shrinkNormal(std::span<const double> estimates, std::span<const double> standardErrors) {
  PW_CHECK(checked(estimates, standardErrors));
  Sample sample{estimates, {}};
  for (const double se : standardErrors)
    sample.variance.push_back(se * se);

  Shrinkage out;
  const auto [fixedMean, weights] = sample.meanAndWeight(0);
  double squaredWeights = 0;
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    const double w = 1 / sample.variance[i], off = estimates[i] - fixedMean;
    out.q += w * off * off;
    squaredWeights += w * w;
  }
  out.fixedEffectMean = fixedMean;
  // DerSimonian & Laird 1986: τ² = (Q − (k − 1)) / (Σw − Σw²/Σw), never negative.
  const double spare = weights - squaredWeights / weights;
  const double excess = out.q - static_cast<double>(estimates.size() - 1);
  if (spare > 0 && excess > 0)
    out.tau2 = excess / spare;
  const auto [mean, total] = sample.meanAndWeight(out.tau2);
  out.mean = mean;
  out.meanStandardError = std::sqrt(1 / total);
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    const double kept = out.tau2 / (out.tau2 + sample.variance[i]);
    out.shrunk.push_back(mean + kept * (estimates[i] - mean));
    out.shrunkVariance.push_back(kept * sample.variance[i]);
  }
  if (const auto tau2 = likeliestTau2(sample)) {
    out.tau2Ml = *tau2;
    out.meanMl = sample.meanAndWeight(*tau2).first;
  }
  return out;
}

} // namespace pricewright
