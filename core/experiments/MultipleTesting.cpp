// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/MultipleTesting.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

// What the test of this rank (1: the smallest p) is multiplied by.
double rankFactor(Adjustment how, double rank, double tests, double harmonic) {
  switch (how) {
  case Adjustment::Bonferroni:
    return tests;
  case Adjustment::Holm:
  case Adjustment::Hochberg:
    return tests - rank + 1;
  case Adjustment::BenjaminiHochberg:
    return tests / rank;
  case Adjustment::BenjaminiYekutieli:
    return tests / rank * harmonic;
  }
  return tests;
}

double harmonicOf(std::size_t tests) {
  double sum = 0;
  for (std::size_t i = 1; i <= tests; ++i)
    sum += 1 / double(i);
  return sum;
}

} // namespace

double levelOfOne(double alpha, std::size_t tests, Adjustment how) {
  return tests == 0 ? alpha : alpha / rankFactor(how, 1, double(tests), harmonicOf(tests));
}

Result<std::vector<double>> adjustedP(std::span<const double> p, Adjustment how) {
  for (const double one : p) {
    if (std::isnan(one))
      return fail(QStringLiteral("experiment.not-finite"));
    if (one < 0 || one > 1)
      return fail(QStringLiteral("experiment.bad-level"));
  }
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  const auto tests = double(p.size());
  const double harmonic = harmonicOf(p.size());
  std::vector<double> out(p.size());
  for (std::size_t i = 0; i < p.size(); ++i)
    out[order[i]] = std::min(1.0, p[order[i]] * rankFactor(how, double(i + 1), tests, harmonic));
  // A larger p is never adjusted to a smaller one: steps down from the smallest, or up from the largest.
  if (how == Adjustment::Holm)
    for (std::size_t i = 1; i < p.size(); ++i)
      out[order[i]] = std::max(out[order[i]], out[order[i - 1]]);
  else if (how != Adjustment::Bonferroni)
    for (std::size_t i = p.size(); i-- > 1;)
      out[order[i - 1]] = std::min(out[order[i - 1]], out[order[i]]);
  return out;
}

} // namespace pricewright
