// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/UnitLedger.h"

#include <algorithm>
#include <cmath>

namespace pricewright::ledger {
namespace {

// Order statistics of many values of which most are 0: only the others are kept.
class SparseValues {
 public:
  void add(std::int64_t value) {
    if (value == 0)
      ++m_zeros;
    else
      m_others.push_back(value), m_below += value < 0;
  }
  // Between the order statistics, as winsorLimits() has it.
  double quantile(double share) {
    const double at = share * double(m_others.size() + m_zeros - 1);
    const auto below = std::size_t(at);
    const double low = statistic(below);
    const double part = at - double(below);
    return part > 0 ? low + part * (statistic(below + 1) - low) : low;
  }
  [[nodiscard]] bool empty() const { return m_others.empty() && m_zeros == 0; }

 private:
  double statistic(std::size_t rank) {
    if (rank >= m_below && rank < m_below + m_zeros)
      return 0;
    const std::size_t among = rank < m_below ? rank : rank - m_zeros;
    std::nth_element(m_others.begin(), m_others.begin() + std::ptrdiff_t(among), m_others.end());
    return double(m_others[among]);
  }
  std::vector<std::int64_t> m_others;
  std::size_t m_zeros = 0, m_below = 0;
};

struct Limits {
  double low = 0, high = 0;
};
Limits limitsOf(const EventMetric& metric, std::span<const Member* const> members, bool before) {
  SparseValues values;
  for (const Member* member : members)
    values.add((before ? member->then : member->now).of(metric.of));
  if (values.empty())
    return {};
  return {values.quantile(metric.winsorLow), values.quantile(metric.winsorHigh)};
}

} // namespace

Status winsorizedCells(const EventPlan& plan, std::span<const Member* const> members, MetricMoments& out) {
  const EventMetric& metric = out.metric;
  const std::size_t k = metric.quantities(), step = metric.per ? 2 : 1;
  const double scale = scaleOf(metric.of), below = metric.per ? scaleOf(*metric.per) : 1;
  const Limits now = limitsOf(metric, members, false);
  const Limits then = metric.adjusted ? limitsOf(metric, members, true) : Limits{};
  out.winsorLow = now.low / scale, out.winsorHigh = now.high / scale;
  out.cells.assign(plan.arms * plan.groups, UnitMoments(k));
  std::vector<double> zeros(plan.arms * plan.groups);
  for (const Member* member : members) {
    const std::size_t cell = member->arm * plan.groups + member->group;
    const Values values = valuesOf(metric, *member);
    if (!values.any && now.low <= 0 && now.high >= 0 && then.low <= 0 && then.high >= 0) {
      ++zeros[cell];
      continue;
    }
    std::array<double, UnitMoments::kMost> x{};
    for (std::size_t i = 0; i < k; ++i)
      x[i] = double(values.value[i]) / (step == 2 && i % 2 == 1 ? below : scale);
    x[0] = std::clamp(double(values.value[0]), now.low, now.high) / scale;
    if (metric.adjusted)
      x[step] = std::clamp(double(values.value[step]), then.low, then.high) / scale;
    PW_CHECK(out.cells[cell].add({x.data(), k}));
  }
  const std::array<double, UnitMoments::kMost * UnitMoments::kMost> nothing{};
  for (std::size_t cell = 0; cell < zeros.size(); ++cell) {
    PW_TRY(const UnitMoments block, UnitMoments::fromSums(zeros[cell], {nothing.data(), k}, {nothing.data(), k * k}));
    PW_CHECK(out.cells[cell].merge(block));
  }
  return {};
}

} // namespace pricewright::ledger
