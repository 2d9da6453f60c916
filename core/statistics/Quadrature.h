// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <span>

namespace pricewright {

// Nodes (the positive half) and weights of Gauss–Legendre with 30 points on (−1, 1): exact for polynomials up to degree
// 59.
struct GaussLegendre {
  static constexpr std::size_t kHalf = 15;
  std::array<double, kHalf> node{}, weight{};
};
const GaussLegendre& gaussLegendre();

// Σ over the panels between neighbouring edges (rising). The integrand must be smooth within each.
template <class Integrand> double integratePanels(const Integrand& of, std::span<const double> edges) {
  const GaussLegendre& rule = gaussLegendre();
  double total = 0;
  for (std::size_t i = 1; i < edges.size(); ++i) {
    const double middle = (edges[i - 1] + edges[i]) / 2, half = (edges[i] - edges[i - 1]) / 2;
    double panel = 0;
    for (std::size_t k = 0; k < GaussLegendre::kHalf; ++k)
      panel += rule.weight[k] * (of(middle - half * rule.node[k]) + of(middle + half * rule.node[k]));
    total += half * panel;
  }
  return total;
}

} // namespace pricewright
