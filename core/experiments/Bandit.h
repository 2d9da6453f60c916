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

} // namespace pricewright
