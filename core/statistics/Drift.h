// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <span>
#include <vector>

namespace pricewright {

// How far a distribution moved, from counts in the same bins. Kullback–Leibler, the population stability index and
// Jensen–Shannon in nats, on shares after `pseudoCount` was added to each bin; χ² of homogeneity on the raw counts.
struct DriftMeasures {
  double kl = 0;        // of the current against the baseline
  double klReverse = 0; // of the baseline against the current
  double psi = 0, jensenShannon = 0, chiSquare = 0;
};
// statistics.bad-shape (not the same bins, or none), .not-finite (negative, or nothing counted at all)
Result<DriftMeasures> driftOf(std::span<const double> baseline, std::span<const double> current, double pseudoCount);

// Inner edges at the quantiles j/bins of a sample (linear between order statistics, Hyndman & Fan type 7), and how many
// values lie in each bin: a value's bin is the number of edges not above it. statistics.too-few-rows, .not-finite
Result<std::vector<double>> quantileEdges(std::span<const double> sample, int bins);
std::vector<double> countInBins(std::span<const double> sample, std::span<const double> edges);
// The largest distance of two empirical distribution functions (Kolmogorov–Smirnov).
double kolmogorovSmirnov(std::span<const double> a, std::span<const double> b);

} // namespace pricewright
