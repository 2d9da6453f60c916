// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/BayesAb.h"

#include <vector>

// Integrals over shares with beta-distributed beliefs. Internal to this folder.
namespace pricewright::betas {

// experiment.not-finite, .bad-prior, .too-many-units
Status check(const BetaPosterior& b);

// A share and what is missing to 1, both without loss near either end.
struct Share {
  double x = 0, rest = 1;
  static Share atLogit(double t);
  [[nodiscard]] Share times(double factor) const; // at most 1
};
double below(const BetaPosterior& b, const Share& at);          // P(share < x)
double above(const BetaPosterior& b, const Share& at);          // P(share > x)
double densityByLogit(const BetaPosterior& b, const Share& at); // of ln(x / (1 − x))

// Where the integrand bends, on the scale of ln(x / (1 − x)): about each belief's middle and its deviations, the
// belief taken times `factor`; and the range out of which nothing of it is seen.
void addBends(const BetaPosterior& b, double factor, std::vector<double>& bends);
struct LogitRange {
  double low = 0, high = 0;
};
LogitRange rangeOf(const BetaPosterior& b);
// The edges of panels for integratePanels(): the bends within the range, and more where they are far apart.
std::vector<double> panelsOf(std::vector<double> bends, const LogitRange& range);

} // namespace pricewright::betas
