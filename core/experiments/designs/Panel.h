// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <vector>

namespace pricewright {

// One outcome (units, revenue, profit …) of each cluster (store, zone, item) in each period (week, day), in the
// metric's own units. The first periods are from before the test. NaN: that period of that cluster is missing.
class Panel {
 public:
  // `values` row-major, clusters × periods. experiment.bad-shape (sizes that do not fit, fewer than two clusters, no
  // period of the test), .not-finite (an infinite value), .no-exposure (nothing present), .no-variance (nothing ever
  // differs)
  static Result<Panel> of(std::size_t clusters, std::size_t periods, std::size_t before, std::vector<double> values);

  [[nodiscard]] std::size_t clusters() const { return m_clusters; }
  [[nodiscard]] std::size_t periods() const { return m_periods; }
  [[nodiscard]] std::size_t before() const { return m_before; }
  [[nodiscard]] std::size_t tested() const { return m_periods - m_before; }
  [[nodiscard]] double at(std::size_t cluster, std::size_t period) const {
    return m_values[cluster * m_periods + period];
  }
  [[nodiscard]] bool has(std::size_t cluster, std::size_t period) const; // not missing
  void multiply(std::size_t cluster, std::size_t period, double factor) {
    m_values[cluster * m_periods + period] *= factor;
  }
  // Mean of what is present of the periods [from, to); NaN: nothing is.
  [[nodiscard]] double mean(std::size_t cluster, std::size_t from, std::size_t to) const;
  [[nodiscard]] double meanBefore(std::size_t cluster) const { return mean(cluster, 0, m_before); }
  // The largest cluster's share of all that was sold before the test; 0: cannot be told. Above kWhaleShare one cluster
  // decides an absolute effect by itself.
  [[nodiscard]] double largestShare() const;
  // A stretch of the same history: `before` + `tested` periods from `from` on. experiment.bad-shape, and as of()
  [[nodiscard]] Result<Panel> window(std::size_t from, std::size_t before, std::size_t tested) const;

 private:
  std::size_t m_clusters = 0, m_periods = 0, m_before = 0;
  std::vector<double> m_values;
};
inline constexpr double kWhaleShare = 0.3;

} // namespace pricewright
