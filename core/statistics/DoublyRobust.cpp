// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/DoublyRobust.h"

#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace pricewright {
namespace {

// Σ over groups of (Σ of their centred values)², with the correction for few groups.
double groupedVariance(std::span<const DrawnAction> rows, std::span<const double> values, double mean,
                       int DrawnAction::* group) {
  std::map<int, double> sums;
  for (std::size_t i = 0; i < rows.size(); ++i)
    sums[rows[i].*group] += values[i] - mean;
  if (sums.size() < 2)
    return 0;
  double total = 0;
  for (const auto& [no, sum] : sums)
    total += sum * sum;
  const double n = double(rows.size()), groups = double(sums.size());
  return total / (n * n) * groups / (groups - 1);
}

PolicyEstimate estimateOf(std::span<const DrawnAction> rows, std::span<const double> values,
                          const PolicyComparison& counts) {
  PolicyEstimate out;
  for (const double v : values)
    out.value += v / double(values.size());
  const double byCluster = groupedVariance(rows, values, out.value, &DrawnAction::cluster);
  const double byBlock = groupedVariance(rows, values, out.value, &DrawnAction::block);
  out.standardError = std::sqrt(std::max(byCluster, byBlock));
  const std::size_t fewer = byBlock > byCluster ? counts.blocks : counts.clusters;
  const double half = fewer >= 2 ? studentQuantile(0.975, double(fewer) - 1) * out.standardError
                                 : std::numeric_limits<double>::infinity();
  out.low = out.value - half, out.high = out.value + half;
  return out;
}

struct BlockSum {
  double residual = 0;
  int rows = 0;
};

} // namespace

PolicyComparison comparePolicies(std::span<const DrawnAction> rows) {
  PolicyComparison out;
  out.rows = rows.size();
  if (rows.empty())
    return out;
  std::map<int, BlockSum> blocks;
  std::map<int, int> clusters;
  for (const DrawnAction& r : rows) {
    BlockSum& b = blocks[r.block];
    b.residual += r.reward - r.predicted[r.taken], ++b.rows;
    ++clusters[r.cluster];
  }
  out.blocks = blocks.size(), out.clusters = clusters.size();
  std::vector<double> model, weighted, robust;
  double weights = 0, squares = 0;
  for (const DrawnAction& r : rows) {
    out.differing += r.policy != r.baseline;
    double weight = 0; // signed: for the policy, against the baseline
    if (r.policy != r.baseline)
      weight = r.taken == r.policy ? 1 / r.chances[r.policy] : r.taken == r.baseline ? -1 / r.chances[r.baseline] : 0;
    weights += std::abs(weight), squares += weight * weight;
    const double residual = r.reward - r.predicted[r.taken];
    const BlockSum& b = blocks[r.block];
    // What the others of the same days were off by is the days', not the price's. Its own part would bias it.
    const double shared = b.rows > 1 ? (b.residual - residual) / (b.rows - 1) : 0;
    model.push_back(r.predicted[r.policy] - r.predicted[r.baseline]);
    weighted.push_back(weight * r.reward);
    robust.push_back(model.back() + weight * (residual - shared));
  }
  out.effectiveRows = squares > 0 ? weights * weights / squares : 0;
  out.model = estimateOf(rows, model, out);
  out.weighted = estimateOf(rows, weighted, out);
  out.robust = estimateOf(rows, robust, out);
  return out;
}

} // namespace pricewright
