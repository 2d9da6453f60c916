// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Result.h"

#include <optional>
#include <vector>

namespace pricewright {

// Something that the choices of all items use together and of which there is only so much: a category's price index, or
// revenue with its sign turned where it has a floor.
struct Coupling {
  std::vector<double> use; // by choice
  double most = 0;
};
// Exactly one choice for each item, values as large as can be, every coupling kept, and at most so many items off the
// choice that changes nothing. Choices of item i: values[first[i]] … values[first[i + 1] − 1].
struct CoupledProblem {
  std::vector<double> values;
  std::vector<std::size_t> first{0};
  std::vector<Coupling> couplings;
  std::vector<int> stay;          // by item: the choice that changes nothing; −1: each one does. Empty: −1 for all
  std::optional<int> mostChanges; // none: no limit
  std::size_t items() const { return first.size() - 1; }
};
struct CoupledSolution {
  std::vector<int> chosen; // within each item
  double value = 0;
  double bound = 0;                // no solution is worth more
  std::vector<double> used;        // by coupling
  std::vector<double> multipliers; // by coupling: what one unit more of it would bring
  double changeMultiplier = 0;     // what one change more would bring
  int changes = 0;
  double gap() const { return bound - value; }
};
// The Lagrangian dual (Fisher 1981), one coupling after the other by bisection; the best N changes follow from their
// gains alone, so that limit costs no search. Then what the couplings leave over is filled by the moves that lose least
// at those prices. The bound is the dual's value: valid whatever the search leaves undone; with thousands of items the
// gap is small against any one of them. Errors: choice.not-finite, choice.bad-shape, choice.infeasible (coupling, best:
// the least of it that could be found), engine.cancelled.
Result<CoupledSolution> solveCoupled(const CoupledProblem& problem, const JobContext& job = {});

} // namespace pricewright
