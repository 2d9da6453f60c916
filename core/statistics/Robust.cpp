// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Robust.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pricewright {

double median(std::vector<double> values) {
  // A value that is no number has no place in an order: the median is none either.
  if (values.empty() || std::any_of(values.begin(), values.end(), [](double v) { return std::isnan(v); }))
    return std::numeric_limits<double>::quiet_NaN();
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1)
    return *middle;
  const double below = *std::max_element(values.begin(), middle);
  return below + (*middle - below) / 2; // cannot overflow
}

double medianAbsoluteDeviation(std::span<const double> values) {
  constexpr double kConsistentWithNormal = 1.482602218505602; // 1/Φ⁻¹(3/4)
  const double center = median({values.begin(), values.end()});
  std::vector<double> distances(values.size());
  std::transform(values.begin(), values.end(), distances.begin(), [center](double v) { return std::abs(v - center); });
  return kConsistentWithNormal * median(std::move(distances));
}

double robustZ(double x, std::span<const double> others, double floor) {
  const double scale = std::max(medianAbsoluteDeviation(others), floor);
  if (!(scale > 0))
    return std::numeric_limits<double>::quiet_NaN(); // nothing to measure by
  return (x - median({others.begin(), others.end()})) / scale;
}

} // namespace pricewright
