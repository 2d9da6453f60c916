// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/Moments.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

bool allFinite(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}
// How far Σx² may fall short of (Σx)²/n by rounding alone.
constexpr double kRounding = 1e-12;

double orderQuantile(std::span<const double> sorted, double share) {
  const double at = share * double(sorted.size() - 1);
  const auto below = std::size_t(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - double(below)) * (sorted[above] - sorted[below]);
}

} // namespace

UnitMoments::UnitMoments(std::size_t quantities, Spread spread)
    : m_quantities(std::clamp<std::size_t>(quantities, 1, kMost)), m_spread(spread) {}

Result<UnitMoments> UnitMoments::fromSums(double units, std::span<const double> sums, std::span<const double> products,
                                          Spread spread) {
  const std::size_t k = sums.size();
  if (k < 1 || k > kMost || products.size() != k * k)
    return fail(QStringLiteral("experiment.bad-shape"));
  if (!std::isfinite(units) || !allFinite(sums) || !allFinite(products))
    return fail(QStringLiteral("experiment.not-finite"));
  if (units < 0)
    return fail(QStringLiteral("experiment.bad-counts"));
  UnitMoments out(k, spread);
  out.m_units = units;
  if (units == 0)
    return out;
  for (std::size_t i = 0; i < k; ++i)
    out.m_mean[i] = sums[i] / units;
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = 0; j < k; ++j) {
      double rest = products[i * k + j] - sums[i] * out.m_mean[j];
      if (i == j && rest < 0) {
        if (rest < -kRounding * products[i * k + i] * std::max(1.0, units))
          return fail(QStringLiteral("experiment.bad-counts"));
        rest = 0;
      }
      if (!std::isfinite(rest))
        return fail(QStringLiteral("experiment.not-finite"));
      out.m_comoment[i][j] = rest;
    }
  return out;
}

Result<UnitMoments> UnitMoments::fromValues(std::span<const double> values) {
  UnitMoments out;
  for (const double value : values)
    PW_CHECK(out.add({&value, 1}));
  return out;
}

Status UnitMoments::add(std::span<const double> values) {
  if (values.size() != m_quantities)
    return fail(QStringLiteral("experiment.bad-shape"));
  if (!allFinite(values))
    return fail(QStringLiteral("experiment.not-finite"));
  m_units += 1;
  std::array<double, kMost> before{};
  for (std::size_t i = 0; i < m_quantities; ++i) {
    before[i] = values[i] - m_mean[i];
    m_mean[i] += before[i] / m_units;
  }
  for (std::size_t i = 0; i < m_quantities; ++i)
    for (std::size_t j = 0; j < m_quantities; ++j)
      m_comoment[i][j] += before[i] * before[j] * ((m_units - 1) / m_units);
  return {};
}

Status UnitMoments::merge(const UnitMoments& other) {
  if (other.m_quantities != m_quantities || other.m_spread != m_spread)
    return fail(QStringLiteral("experiment.bad-shape"));
  const double total = m_units + other.m_units;
  if (other.m_units == 0)
    return {};
  const double weight = m_units / total * other.m_units;
  std::array<double, kMost> apart{};
  for (std::size_t i = 0; i < m_quantities; ++i)
    apart[i] = other.m_mean[i] - m_mean[i];
  for (std::size_t i = 0; i < m_quantities; ++i)
    for (std::size_t j = 0; j < m_quantities; ++j)
      m_comoment[i][j] += other.m_comoment[i][j] + weight * apart[i] * apart[j];
  for (std::size_t i = 0; i < m_quantities; ++i)
    m_mean[i] += apart[i] * (other.m_units / total);
  m_units = total;
  return {};
}

double UnitMoments::covariance(std::size_t i, std::size_t j) const {
  if (m_units <= 1)
    return 0;
  return m_comoment[i][j] / (m_spread == Spread::Sample ? m_units - 1 : m_units);
}

Result<WinsorLimits> winsorLimits(std::span<const double> bothArms, double low, double high) {
  if (!(low >= 0 && low < high && high <= 1))
    return fail(QStringLiteral("experiment.bad-level"));
  if (bothArms.empty())
    return fail(QStringLiteral("experiment.no-exposure"));
  if (!allFinite(bothArms))
    return fail(QStringLiteral("experiment.not-finite"));
  std::vector<double> sorted(bothArms.begin(), bothArms.end());
  std::sort(sorted.begin(), sorted.end());
  return WinsorLimits{orderQuantile(sorted, low), orderQuantile(sorted, high)};
}

void winsorize(std::span<double> values, const WinsorLimits& limits) {
  for (double& value : values)
    value = std::clamp(value, limits.low, limits.high);
}

} // namespace pricewright
