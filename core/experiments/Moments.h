// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <array>
#include <span>
#include <vector>

namespace pricewright {

// What is divided by in a variance: n − 1 of measured values; n where every value is 0 or 1 (the variance of a
// proportion is p(1 − p)).
enum class Spread { Sample, Shares };

// Count, means and co-moments of up to four quantities of the units of one arm (a unit: whatever was assigned, a
// customer or a store-day). No unit's own value is kept; two of them add up (Chan, Golub & LeVeque 1983), so days can
// be kept apart and merged. Values far from 0 lose nothing as long as they come in through add().
class UnitMoments {
 public:
  static constexpr std::size_t kMost = 4;
  explicit UnitMoments(std::size_t quantities = 1, Spread spread = Spread::Sample);

  // From stored sums: `products` row-major, quantities × quantities, symmetric; its diagonal holds the sums of squares.
  // experiment.bad-shape, .not-finite, .bad-counts (a negative count, or sums of squares that no values have)
  static Result<UnitMoments> fromSums(double units, std::span<const double> sums, std::span<const double> products,
                                      Spread spread = Spread::Sample);
  // Each unit's only quantity. experiment.not-finite
  static Result<UnitMoments> fromValues(std::span<const double> values);

  Status add(std::span<const double> values); // one unit. experiment.bad-shape, .not-finite; then nothing is added
  Status merge(const UnitMoments& other);     // experiment.bad-shape

  [[nodiscard]] std::size_t quantities() const { return m_quantities; }
  [[nodiscard]] double units() const { return m_units; }
  [[nodiscard]] double mean(std::size_t i) const { return m_mean[i]; }
  [[nodiscard]] double variance(std::size_t i) const { return covariance(i, i); }
  [[nodiscard]] double covariance(std::size_t i, std::size_t j) const; // 0 of fewer than two units

 private:
  std::size_t m_quantities;
  Spread m_spread;
  double m_units = 0;
  std::array<double, kMost> m_mean{};
  std::array<std::array<double, kMost>, kMost> m_comoment{}; // Σ (x − mean x)(y − mean y)
};

// Values beyond the quantiles are moved onto them (type 7, linear between order statistics), so that one giant order
// does not decide a test. The limits must come of both arms together, or they take a part of the effect away.
struct WinsorLimits {
  double low = 0, high = 0;
};
// `low` and `high` as shares, 0 ≤ low < high ≤ 1. experiment.no-exposure, .not-finite, .bad-level
Result<WinsorLimits> winsorLimits(std::span<const double> bothArms, double low, double high);
void winsorize(std::span<double> values, const WinsorLimits& limits);

} // namespace pricewright
