// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Result.h"

#include <optional>
#include <span>
#include <vector>

namespace pricewright {

// One way to price one item: what it is worth, and what it brings towards the floor.
struct Choice {
  double value = 0, weight = 0;
};
// Exactly one choice for each item; the sum of weights must reach the floor, the sum of values be as large as can be:
// the multiple-choice knapsack. Choices of item i: choices[first[i]] … choices[first[i + 1] − 1]; first has one more
// entry than there are items.
struct ChoiceProblem {
  std::vector<Choice> choices;
  std::vector<std::size_t> first{0};
  std::optional<double> floor; // none: items decide alone
  std::size_t items() const { return first.size() - 1; }
  void add(std::span<const Choice> ofItem);
};
struct ChoiceSolution {
  std::vector<int> chosen; // within each item
  double value = 0, weight = 0;
  double bound = 0;      // no solution is worth more
  double relaxed = 0;    // the linear relaxation's value
  double multiplier = 0; // the price of the floor: what one unit of weight more would cost
  bool proved = false;   // the value is the best there is, but for the tolerance
  double gap() const { return bound - value; }
};
// The linear relaxation exactly (items' concave frontiers, steepest steps first: Sinha & Zoltners 1979), its rounding,
// and then a dynamic program over the items whose reduced losses can still close the gap (a core, after Pisinger 1995).
// Where that grows beyond the states allowed, what it has is kept and `proved` is false. Values and weights are finite.
// choice.empty-item (item), .not-finite, .infeasible (best: the largest weight that can be reached)
struct ChoiceEffort {
  double tolerance = 1e-12; // relative: a gap below it is none
  std::size_t mostStates = 2'000'000;
};
Result<ChoiceSolution> solveChoice(const ChoiceProblem& problem, const ChoiceEffort& effort = {},
                                   const JobContext& job = {});

} // namespace pricewright
