// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <vector>

namespace pricewright {

// Least squares with λ Σ b² (the constant free): constant first. `x` row-major, n × columns, without the constant.
// statistics.bad-shape, .not-finite, .too-few-rows, .collinear (λ = 0)
Result<std::vector<double>> fitRidge(const std::vector<double>& y, const std::vector<double>& x, int columns,
                                     double lambda);

// The posterior of (constant, b) under independent normal priors, with known residual variance.
struct NormalPosterior {
  std::vector<double> mean, variance; // the covariance's diagonal
};
Result<NormalPosterior> normalPosterior(const std::vector<double>& y, const std::vector<double>& x, int columns,
                                        const std::vector<double>& priorMean, const std::vector<double>& priorVariance,
                                        double residualVariance);

} // namespace pricewright
