// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Drift.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

Result<std::vector<double>> shares(std::span<const double> counts, double pseudoCount) {
  double sum = 0;
  for (const double c : counts) {
    if (!std::isfinite(c) || c < 0)
      return fail(QStringLiteral("statistics.not-finite"));
    sum += c + pseudoCount;
  }
  if (!(sum > 0) || !std::isfinite(sum))
    return fail(QStringLiteral("statistics.not-finite"));
  std::vector<double> out;
  for (const double c : counts)
    out.push_back((c + pseudoCount) / sum);
  return out;
}

// Σ p ln(p/q); an empty bin of p adds nothing.
double divergence(const std::vector<double>& p, const std::vector<double>& q) {
  double sum = 0;
  for (std::size_t i = 0; i < p.size(); ++i)
    if (p[i] > 0)
      sum += p[i] * std::log(p[i] / q[i]);
  return sum;
}

double homogeneity(std::span<const double> a, std::span<const double> b) {
  const double sumA = std::accumulate(a.begin(), a.end(), 0.0), sumB = std::accumulate(b.begin(), b.end(), 0.0);
  double chi = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double both = a[i] + b[i];
    if (both <= 0 || sumA <= 0 || sumB <= 0)
      continue;
    const double inA = both * sumA / (sumA + sumB), inB = both * sumB / (sumA + sumB);
    chi += (a[i] - inA) * (a[i] - inA) / inA + (b[i] - inB) * (b[i] - inB) / inB;
  }
  return chi;
}

} // namespace

Result<DriftMeasures> driftOf(std::span<const double> baseline, std::span<const double> current, double pseudoCount) {
  if (baseline.size() != current.size() || baseline.empty())
    return fail(QStringLiteral("statistics.bad-shape"));
  PW_TRY(const std::vector<double> p, shares(baseline, pseudoCount));
  PW_TRY(const std::vector<double> q, shares(current, pseudoCount));
  std::vector<double> middle(p.size());
  for (std::size_t i = 0; i < p.size(); ++i)
    middle[i] = (p[i] + q[i]) / 2;
  DriftMeasures d;
  d.kl = divergence(q, p);
  d.klReverse = divergence(p, q);
  d.psi = d.kl + d.klReverse; // Σ (q − p) ln(q/p)
  d.jensenShannon = (divergence(p, middle) + divergence(q, middle)) / 2;
  d.chiSquare = homogeneity(baseline, current);
  return d;
}

Result<std::vector<double>> quantileEdges(std::span<const double> sample, int bins) {
  if (sample.empty() || bins < 1)
    return fail(QStringLiteral("statistics.too-few-rows"), {{QStringLiteral("rows"), QString::number(sample.size())},
                                                            {QStringLiteral("needed"), QStringLiteral("1")}});
  std::vector<double> sorted(sample.begin(), sample.end());
  for (const double v : sorted)
    if (!std::isfinite(v))
      return fail(QStringLiteral("statistics.not-finite"));
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> edges;
  for (int j = 1; j < bins; ++j) {
    const double at = double(sorted.size() - 1) * (j * (1.0 / bins)); // as NumPy spaces them
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double share = at - double(below), step = sorted[above] - sorted[below];
    // From the nearer end: an edge that is one of the sample's values is exactly that value.
    edges.push_back(share < 0.5 ? sorted[below] + share * step : sorted[above] - (1 - share) * step);
  }
  return edges;
}

std::vector<double> countInBins(std::span<const double> sample, std::span<const double> edges) {
  std::vector<double> counts(edges.size() + 1, 0);
  for (const double v : sample)
    ++counts[std::size_t(std::upper_bound(edges.begin(), edges.end(), v) - edges.begin())];
  return counts;
}

double kolmogorovSmirnov(std::span<const double> a, std::span<const double> b) {
  std::vector<double> x(a.begin(), a.end()), y(b.begin(), b.end());
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  double most = 0;
  std::size_t i = 0, j = 0;
  while (i < x.size() && j < y.size()) {
    const double at = std::min(x[i], y[j]);
    while (i < x.size() && x[i] <= at)
      ++i;
    while (j < y.size() && y[j] <= at)
      ++j;
    most = std::max(most, std::abs(double(i) / double(x.size()) - double(j) / double(y.size())));
  }
  return most;
}

} // namespace pricewright
