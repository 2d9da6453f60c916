// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/designs/Panel.h"

#include "base/Words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pricewright {

Result<Panel> Panel::of(std::size_t clusters, std::size_t periods, std::size_t before, std::vector<double> values) {
  if (clusters < 2 || periods == 0 || before >= periods || values.size() / periods != clusters ||
      values.size() % periods != 0) {
    return fail(s("experiment.bad-shape"));
  }
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const double v : values) {
    if (std::isinf(v)) {
      return fail(s("experiment.not-finite"));
    }
    if (!std::isnan(v)) {
      low = std::min(low, v), high = std::max(high, v);
    }
  }
  if (low > high) {
    return fail(s("experiment.no-exposure"));
  }
  if (low == high) {
    return fail(s("experiment.no-variance"));
  }
  Panel panel;
  panel.m_clusters = clusters, panel.m_periods = periods, panel.m_before = before;
  panel.m_values = std::move(values);
  return panel;
}

bool Panel::has(std::size_t cluster, std::size_t period) const { return !std::isnan(at(cluster, period)); }

double Panel::mean(std::size_t cluster, std::size_t from, std::size_t to) const {
  double sum = 0, count = 0;
  for (std::size_t t = from; t < to; ++t) {
    if (has(cluster, t)) {
      sum += at(cluster, t), count += 1;
    }
  }
  return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

double Panel::largestShare() const {
  double largest = 0, all = 0;
  for (std::size_t c = 0; c < m_clusters; ++c) {
    const double mean = std::abs(meanBefore(c));
    if (!std::isnan(mean)) {
      largest = std::max(largest, mean), all += mean;
    }
  }
  return all > 0 ? largest / all : 0;
}

Result<Panel> Panel::window(std::size_t from, std::size_t before, std::size_t tested) const {
  if (from > m_periods || before + tested > m_periods - from) {
    return fail(s("experiment.bad-shape"));
  }
  std::vector<double> values;
  values.reserve(m_clusters * (before + tested));
  for (std::size_t c = 0; c < m_clusters; ++c) {
    const auto row = m_values.begin() + std::ptrdiff_t(c * m_periods + from);
    values.insert(values.end(), row, row + std::ptrdiff_t(before + tested));
  }
  return of(m_clusters, before + tested, before, std::move(values));
}

} // namespace pricewright
