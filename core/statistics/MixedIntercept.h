// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <vector>

namespace pricewright {

// y = b₀ + x b + u(group) + e, u and e normal: partial pooling of groups. `x` row-major, n × columns, without the
// constant, which comes first in the results. Groups are numbered from 0.
struct GroupedData {
  std::vector<double> y, x;
  std::vector<int> group;
  int columns = 0, groups = 0;
};
struct MixedFit {
  std::vector<double> fixed, fixedError;
  double groupVariance = 0, residualVariance = 0, logLikelihood = 0; // restricted: its own criterion
  std::vector<double> groupEffect;                                   // best linear unbiased predictions
};
enum class Likelihood { Full, Restricted };
// The likelihood's only free parameter is the ratio of the two variances, found by golden section on its logarithm; a
// ratio of 0 is a result. statistics.too-few-rows, .bad-shape, .not-finite, .collinear
Result<MixedFit> fitMixedIntercept(const GroupedData& data, Likelihood likelihood);

} // namespace pricewright
