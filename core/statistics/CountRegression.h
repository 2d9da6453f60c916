// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <vector>

namespace pricewright {

// Regression of counts with a log link. `x` row-major, n × columns, without the constant, which comes first in all
// results; `offset` is added to the linear predictor; `weights` count how often a row was seen. Both may be empty.
struct CountData {
  std::vector<double> y, x, offset, weights;
  int columns = 0;
  std::size_t rows() const { return y.size(); }
};
struct PoissonFit {
  std::vector<double> coefficient, standardError;
  std::vector<double> quasiError;    // × √(Pearson χ² / degrees of freedom)
  std::vector<double> sandwichError; // HC0: holds where the variance is not the mean
  double deviance = 0, nullDeviance = 0, logLikelihood = 0, aic = 0, dispersion = 0;
};
// Iteratively reweighted least squares. statistics.too-few-rows, .bad-shape, .not-finite (also negative counts),
// .collinear, .no-convergence (say, where a regressor tells zeros from the rest without fail)
Result<PoissonFit> fitPoisson(const CountData& data);

// Negative binomial with variance μ + μ²/θ (NB2), coefficients and θ in turn by maximum likelihood; standard errors of
// the coefficients from the expected information at that θ. Counts no more spread than Poisson's: statistics.no-spread
struct NegativeBinomialFit {
  std::vector<double> coefficient, standardError;
  double theta = 0, thetaError = 0, deviance = 0, logLikelihood = 0;
};
Result<NegativeBinomialFit> fitNegativeBinomial(const CountData& data);

// Penalized Poisson: −log likelihood + λ/2 Σ b², the constant free; no weights.
Result<std::vector<double>> fitPoissonRidge(const CountData& data, double lambda); // constant first

} // namespace pricewright
