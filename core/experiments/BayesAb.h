// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/MeanTest.h"

#include <optional>

namespace pricewright {

// The belief about a share after `successes` of `units` were seen.
struct BetaPosterior {
  double alpha = 1, beta = 1;
  [[nodiscard]] double mean() const { return alpha / (alpha + beta); }
  [[nodiscard]] double deviation() const;
  [[nodiscard]] double quantile(double p) const;
};
// Prior Beta(a, b), both at least 0.1: Beta(1, 1) holds every share equally likely, Beta(½, ½) is Jeffreys'.
// experiment.bad-counts, .not-finite, .bad-prior. No units at all leave the prior.
inline constexpr double kLeastPrior = 0.1;
Result<BetaPosterior> betaPosterior(double units, double successes, double priorAlpha, double priorBeta);

// Two shares, independent. Expected loss: what choosing one costs on average where the other is better, in shares.
// By quadrature, to 1e-9 of 1 up to 1e8 units and 1e-6 up to kMostBelieved: beyond, the incomplete beta function has
// lost its digits. experiment.bad-prior (no posterior of betaPosterior), .too-many-units, .not-finite
inline constexpr double kMostBelieved = 1e11;
struct ShareComparison {
  double chanceToBeat = 0; // P(treatment > control)
  double lossOfTreatment = 0, lossOfControl = 0;
};
Result<ShareComparison> compareShares(const BetaPosterior& control, const BetaPosterior& treatment);

// A lift with a normal likelihood: prior N(mean, sd²) in the lift's own units, or none (flat). Conjugate.
struct EffectPrior {
  double mean = 0, deviation = 0;
};
struct EffectPosterior {
  double mean = 0, deviation = 0;
  double chanceToBeat = 0;                       // P(lift > 0)
  double low = 0, high = 0;                      // credible interval of 1 − alpha, equal tails
  double riskOfControl = 0, riskOfTreatment = 0; // E max(lift, 0): lost by staying; E max(−lift, 0): lost by changing
};
// experiment.bad-level, .bad-prior, .no-variance, .not-finite
Result<EffectPosterior> effectPosterior(const Lift& lift, const std::optional<EffectPrior>& prior, double alpha);

} // namespace pricewright
