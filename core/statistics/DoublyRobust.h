// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <vector>

namespace pricewright {

// One decision whose action was drawn with known probabilities, and what came of it.
struct DrawnAction {
  int cluster = 0;               // what decides again and again: a product
  int block = 0;                 // what shares a time: all draws of a day
  std::vector<double> chances;   // of each action, sum 1
  std::vector<double> predicted; // reward of each action, by a model that had not seen what came
  std::size_t taken = 0;
  std::size_t policy = 0, baseline = 0; // the two actions that are compared
  double reward = 0;
};

struct PolicyEstimate {
  double value = 0, standardError = 0, low = 0, high = 0; // of the mean difference a decision; a 95 % interval
};
// Policy less baseline, a decision on average. `robust` stays right where the model is wrong, since the chances are
// known (Robins, Rotnitzky & Zhao 1994; Dudík, Langford & Li 2011): Σ q(policy) − q(baseline) + (1[policy taken]/p −
// 1[baseline taken]/p)·(reward − q(taken) − the block's other residuals' mean) / n. `weighted` leaves the model out,
// `model` leaves what came out. Standard errors allow for clusters and for blocks; the larger one counts, with
// Student's t of the fewer.
struct PolicyComparison {
  std::size_t rows = 0, differing = 0, clusters = 0, blocks = 0; // differing: the two ask for different actions
  double effectiveRows = 0;                                      // (Σw)²/Σw² of the weights of those that were taken
  PolicyEstimate robust, weighted, model;
};
PolicyComparison comparePolicies(std::span<const DrawnAction> rows);

} // namespace pricewright
