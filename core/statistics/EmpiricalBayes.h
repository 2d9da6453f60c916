// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <optional>
#include <span>
#include <vector>

namespace pricewright {

// Normal–normal shrinkage of estimates with known standard errors (DerSimonian & Laird 1986 for the variance between;
// maximum likelihood beside it). The mean counts as known in the posterior variances.
struct Shrinkage {
  double fixedEffectMean = 0, q = 0;
  double tau2 = 0, mean = 0, meanStandardError = 0; // DerSimonian–Laird
  std::vector<double> shrunk, shrunkVariance;
  std::optional<double> meanMl, tau2Ml; // none where τ² is at its boundary
};
// statistics.too-few-rows, .not-finite, .bad-standard-error (not positive, or absurd), .bad-shape
Result<Shrinkage> shrinkNormal(std::span<const double> estimates, std::span<const double> standardErrors);

} // namespace pricewright
