// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Quadrature.h"

#include <cmath>
#include <numbers>

namespace pricewright {
namespace {

// Newton's method on the Legendre polynomial by its recurrence, from the usual first guess.
GaussLegendre legendreRule() {
  constexpr int kPoints = 2 * int(GaussLegendre::kHalf), kSteps = 20;
  GaussLegendre rule;
  for (int i = 0; i < kPoints / 2; ++i) {
    double x = std::cos(std::numbers::pi * (i + 0.75) / (kPoints + 0.5)), slope = 1;
    for (int step = 0; step < kSteps; ++step) {
      double now = 1, before = 0;
      for (int n = 1; n <= kPoints; ++n) {
        const double next = ((2 * n - 1) * x * now - (n - 1) * before) / n;
        before = now, now = next;
      }
      slope = kPoints * (x * now - before) / (x * x - 1);
      const double move = now / slope;
      x -= move;
      if (std::abs(move) < 1e-16)
        break;
    }
    rule.node[std::size_t(i)] = x;
    rule.weight[std::size_t(i)] = 2 / ((1 - x * x) * slope * slope);
  }
  return rule;
}

} // namespace

const GaussLegendre& gaussLegendre() {
  static const GaussLegendre rule = legendreRule();
  return rule;
}

} // namespace pricewright
