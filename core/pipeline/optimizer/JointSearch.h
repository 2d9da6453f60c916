// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Result.h"

#include <optional>
#include <vector>

namespace pricewright {

// A few products that draw on each other: units_i = reference_i · exp(Σ_j elasticity_ij · ln(price_j / reference
// price_j)). Each price is one of its ladder's.
struct JointProduct {
  double referencePrice = 0, referenceUnits = 0, cost = 0;
  std::vector<double> ladder;
};
struct PriceRelation { // price a ≤ factor × price b, or price a ≥ price b + delta
  enum class Kind { AtMostFactor, AtLeastApart } kind = Kind::AtMostFactor;
  std::size_t a = 0, b = 0;
  double amount = 0;
};
struct JointProblem {
  std::vector<JointProduct> products;
  std::vector<double> elasticity; // row-major: of i's units to j's price
  double leastMargin = 0;         // (price − cost) / price of each
  double largestChange = 1e9;     // |price / reference − 1| of each
  std::vector<PriceRelation> relations;
  std::optional<double> leastRevenue, leastMarginRatio; // of all together; the ratio of profit to revenue
  bool revenue = false;                                 // what is maximized; else profit
};
struct JointPlan {
  std::vector<double> price, units;
  double revenue = 0, profit = 0, objective = 0;
  double secondBest = 0; // the next best plan's objective among those looked at
  bool proved = false;   // every plan was looked at
};
// All plans where they are few enough; otherwise the best that moves of one and two prices lead to, from several
// starts. joint.bad-problem, .infeasible
Result<JointPlan> searchJoint(const JointProblem& problem, double mostPlans = 2e7, const JobContext& job = {});

} // namespace pricewright
