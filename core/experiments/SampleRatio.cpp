// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/SampleRatio.h"

#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace pricewright {
namespace {

constexpr double kHalfLogTwoPi = 0.91893853320467274178;

// lnΓ(x) − ((x − ½) ln x − x + ½ ln 2π): small, and so never the difference of two huge numbers.
double stirlingRest(double x) {
  if (x < 100)
    return logGamma(x) - ((x - 0.5) * std::log(x) - x + kHalfLogTwoPi);
  const double inverse = 1 / x, square = inverse * inverse;
  return inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
}

// (1 + d) ln(1 + d) − d
double relativeEntropy(double d) {
  if (std::abs(d) < 1e-3)
    return d * d * (0.5 - d * (1.0 / 6 - d * (1.0 / 12 - d / 20)));
  return d <= -1 ? 1 : (1 + d) * std::log1p(d) - d;
}

// ln of the Dirichlet-multinomial chance of the counts over their multinomial chance, both Γ's leading terms taken
// together first.
double logFactor(std::span<const double> observed, std::span<const double> shares, double concentration) {
  const double all = concentration + std::accumulate(observed.begin(), observed.end(), 0.0);
  const auto excess = [&](double total, double share, double x) {
    return total * share * relativeEntropy((x - total * share) / (total * share)) - std::log(x) / 2 + stirlingRest(x);
  };
  double factor = std::log(all) / 2 - stirlingRest(all) - std::log(concentration) / 2 + stirlingRest(concentration);
  for (std::size_t i = 0; i < observed.size(); ++i) {
    const double prior = concentration * shares[i];
    factor += excess(all, shares[i], prior + observed[i]) - excess(concentration, shares[i], prior);
  }
  return factor;
}

} // namespace

Result<SampleRatio> checkSampleRatio(std::span<const double> observed, std::span<const double> planned,
                                     double concentration) {
  if (observed.size() != planned.size() || observed.size() < 2)
    return fail(QStringLiteral("experiment.bad-shape"));
  if (!(concentration > 0) || !std::isfinite(concentration))
    return fail(QStringLiteral("experiment.bad-setting"),
                {{QStringLiteral("setting"), QStringLiteral("concentration")}});
  double units = 0, weights = 0;
  for (std::size_t i = 0; i < observed.size(); ++i) {
    if (!std::isfinite(observed[i]) || !std::isfinite(planned[i]))
      return fail(QStringLiteral("experiment.not-finite"));
    if (observed[i] < 0)
      return fail(QStringLiteral("experiment.bad-counts"));
    if (planned[i] <= 0)
      return fail(QStringLiteral("experiment.bad-share"));
    units += observed[i], weights += planned[i];
  }
  if (units == 0)
    return fail(QStringLiteral("experiment.no-exposure"));
  if (!std::isfinite(units) || !std::isfinite(weights))
    return fail(QStringLiteral("experiment.not-finite"));
  SampleRatio out;
  std::vector<double> shares;
  for (std::size_t i = 0; i < observed.size(); ++i) {
    shares.push_back(planned[i] / weights);
    const double expected = units * shares.back(), apart = observed[i] - expected;
    out.chiSquare += apart / expected * apart;
  }
  out.degreesOfFreedom = double(observed.size() - 1);
  out.p = chiSquareUpper(out.chiSquare, out.degreesOfFreedom);
  out.logBayesFactor = logFactor(observed, shares, concentration);
  out.pAnytime = std::min(1.0, std::exp(-out.logBayesFactor));
  if (std::isnan(out.p) || std::isnan(out.pAnytime))
    return fail(QStringLiteral("experiment.not-finite"));
  return out;
}

Result<SegmentRatio> checkSegmentRatio(std::span<const double> units, std::size_t arms, std::size_t segments) {
  if (arms < 2 || segments < 2 || units.size() != arms * segments)
    return fail(QStringLiteral("experiment.bad-shape"));
  std::vector<double> ofArm(arms, 0), ofSegment(segments, 0);
  double all = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!std::isfinite(units[i]) || units[i] < 0)
      return fail(QStringLiteral("experiment.not-finite"));
    ofArm[i / segments] += units[i], ofSegment[i % segments] += units[i], all += units[i];
  }
  constexpr double kLeastExpected = 5;
  const double least = *std::min_element(ofArm.begin(), ofArm.end());
  std::vector<double> pooled(arms, 0); // of small segments
  double smallUnits = 0, large = 0;
  SegmentRatio out;
  const auto add = [&](std::size_t arm, double seen, double inSegment) {
    const double expected = ofArm[arm] * inSegment / all;
    out.chiSquare += (seen - expected) * (seen - expected) / expected;
  };
  for (std::size_t segment = 0; segment < segments; ++segment) {
    const bool isLarge = ofSegment[segment] * least >= kLeastExpected * all;
    large += isLarge;
    smallUnits += isLarge ? 0 : ofSegment[segment];
    for (std::size_t arm = 0; arm < arms; ++arm) {
      const double seen = units[arm * segments + segment];
      if (isLarge)
        add(arm, seen, ofSegment[segment]);
      else
        pooled[arm] += seen;
    }
  }
  const bool rest = smallUnits * least >= kLeastExpected * all;
  for (std::size_t arm = 0; rest && arm < arms; ++arm)
    add(arm, pooled[arm], smallUnits);
  large += rest;
  if (large < 2)
    return fail(QStringLiteral("experiment.bad-shape"));
  out.degreesOfFreedom = (large - 1) * double(arms - 1);
  out.p = chiSquareUpper(out.chiSquare, out.degreesOfFreedom);
  return out;
}

} // namespace pricewright
