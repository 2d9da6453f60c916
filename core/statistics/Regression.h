// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <vector>

namespace pricewright {

// Ordinary or weighted least squares. `x` row-major, n × k, without the constant; a constant is put first in the
// result.
struct RegressionInput {
  std::vector<double> y, x, weights; // weights empty: ordinary
  int columns = 0;
};
struct RegressionFit {
  std::vector<double> coefficient, standardError, t, p, low95, high95; // constant first
  double sigma = 0, r2 = 0, adjustedR2 = 0;
  int degreesOfFreedom = 0;
  double meanPredictionSe = 0; // of the mean response at the regressors' means
};
// statistics.too-few-rows, .collinear, .not-finite, .bad-shape, .negative-weight. Rows of weight zero do not count.
Result<RegressionFit> fitLeastSquares(const RegressionInput& in);

} // namespace pricewright
