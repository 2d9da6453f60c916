// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Result.h"

#include <optional>
#include <vector>

namespace pricewright {

// Something that the choices of items use together and of which there is only so much: the price index, or revenue with
// its sign turned where it has a floor. Several of a kind that each bind items of their own, such as the indexes of all
// categories, are one coupling in parts: they are settled side by side.
struct Coupling {
  std::vector<double> use;  // by choice
  std::vector<double> most; // by part
  std::vector<int> part;    // by item, which of them it counts in; empty: all in the first
};
// Exactly one choice for each item, values as large as can be, every coupling kept, and at most so many items off the
// choice that changes nothing. Choices of item i: values[first[i]] … values[first[i + 1] − 1].
struct CoupledProblem {
  std::vector<double> values;
  std::vector<std::size_t> first{0};
  std::vector<Coupling> couplings;
  std::vector<int> stay;          // by item: the choice that changes nothing; −1: each one does. Empty: −1 for all
  std::optional<int> mostChanges; // none: no limit
  bool thorough = false;          // search what moves leave of the gap; see CoupledCore.h
  std::size_t items() const { return first.size() - 1; }
};
// choice.not-finite, .bad-shape, .empty-item (item)
Status checkCoupled(const CoupledProblem& problem);
struct CoupledSolution {
  std::vector<int> chosen; // within each item
  double value = 0;
  double bound = 0;                             // no solution is worth more
  std::vector<std::vector<double>> used;        // by coupling and part
  std::vector<std::vector<double>> multipliers; // the same: what one unit more of it would bring
  double changeMultiplier = 0;                  // what one change more would bring
  int changes = 0;
  bool cut = false; // stopped early: the best found until then
  double gap() const { return bound - value; }
};
// The Lagrangian dual (Fisher 1981), one coupling after the other by bisection; the best N changes follow from their
// gains alone, so that limit costs no search. Then what the couplings leave over is filled by the moves that lose least
// at those prices. The bound is the dual's value: valid whatever the search leaves undone; with thousands of items the
// gap is small against any one of them. Errors: those of checkCoupled(), choice.infeasible (coupling, part,
// best: the least of it that could be found), engine.cancelled (before anything that keeps all couplings was found).
Result<CoupledSolution> solveCoupled(const CoupledProblem& problem, const JobContext& job = {});

} // namespace pricewright
