// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <span>
#include <vector>

namespace pricewright {

enum class Adjustment {
  Bonferroni,        // familywise
  Holm,              // familywise, never weaker than Bonferroni (1979)
  Hochberg,          // familywise, of independent or positively dependent tests (1988)
  BenjaminiHochberg, // false discovery rate, likewise (1995)
  BenjaminiYekutieli // false discovery rate, whatever the dependence (2001)
};
// The largest p of one of so many tests that is rejected at alpha though no other finds anything (their p is 1).
double levelOfOne(double alpha, std::size_t tests, Adjustment how);
// Adjusted p-values in the order given: a test is rejected where its own is at most alpha. None given: none back.
// experiment.not-finite (NaN), .bad-level (outside 0…1)
Result<std::vector<double>> adjustedP(std::span<const double> p, Adjustment how);

} // namespace pricewright
