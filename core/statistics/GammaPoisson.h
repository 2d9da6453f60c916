// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <span>
#include <vector>

namespace pricewright {

// Counts with exposures under a rate whose prior is gamma (shape, rate): the conjugate posterior, and what to expect of
// a future exposure (negative binomial).
struct GammaPosterior {
  double shape = 0, rate = 0;
  double mean() const { return shape / rate; }
  double quantile(double p) const;
};
struct CountPrediction {
  double mean = 0, variance = 0, quantile95 = 0; // the smallest count that is not exceeded with 95 %
  std::vector<double> probability, cumulative;   // of the counts asked for
};
// statistics.bad-shape, .not-finite (also a prior that is none, or a negative count or exposure)
Result<GammaPosterior> gammaPosterior(double priorShape, double priorRate, std::span<const double> counts,
                                      std::span<const double> exposures);
Result<CountPrediction> predictCount(const GammaPosterior& posterior, double exposure, std::span<const double> counts);

} // namespace pricewright
