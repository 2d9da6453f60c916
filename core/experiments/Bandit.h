// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/BayesAb.h"

#include <span>
#include <vector>

namespace pricewright {

// P(arm is best) of each, under independent beliefs about their shares; best: the largest share × reward (the price, or
// the profit, of one success). By quadrature, as exact as compareShares(). In the order given; they sum to 1.
// experiment.bad-shape (not the same arms, fewer than two, more than kMostArms), .bad-prior, .bad-setting (a reward
// that is not positive), .too-many-units, .not-finite
inline constexpr std::size_t kMostArms = 50;
Result<std::vector<double>> chancesOfBest(std::span<const BetaPosterior> arms, std::span<const double> reward);

// Thompson sampling (1933): an arm is shown as often as it is likely to be best, but each at least with `floor`, so
// that none is forgotten and each can be judged afterwards: floor + (1 − arms · floor) · chance. experiment.bad-shape,
// .bad-share (a floor below 0 or above 1 / arms; chances that are none)
Result<std::vector<double>> thompsonShares(std::span<const double> chances, double floor);

// What the rewards of an arm's units say so far. Shares (each reward 0 or 1) are believed in from Beta(1, 1); other
// means as normal with their standard error: the flat prior's. `worth`: of one reward, such as a price.
struct ArmEvidence {
  double units = 0, mean = 0, variance = 0;
  bool isShare = false;
  double worth = 1;
};
// P(mean is the largest) of each, under independent normal beliefs. Errors as above; .no-variance
Result<std::vector<double>> chancesOfBestMeans(std::span<const ArmEvidence> arms);

struct BanditRule {
  double floor = 0.1;    // each arm's least share
  double burnIn = 1'000; // units of each arm before it follows what they brought: equal shares until then
};
struct BanditAllocation {
  std::vector<double> chances; // of being best; equal where nothing can be told yet
  std::vector<double> shares;
  bool burningIn = false; // too few units, or means of which no spread is known
};
// How many times as many units it takes to tell two arms apart as well as with equal shares, where one of them was
// shown at its floor all along: the variance of the corrected difference goes with 1/share + 1/(1 − share).
double unitsAtFloor(double floor);
// Shares of the units to come. experiment.bad-shape, .bad-share, .bad-setting (worth, burn-in), and chancesOfBest()'s
Result<BanditAllocation> nextAllocation(std::span<const ArmEvidence> arms, const BanditRule& rule);

} // namespace pricewright
