// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/Multichoice.h"

namespace pricewright {

// Products that do not draw on each other: units = reference units · (price / reference price) ^ elasticity. Each price
// is one of its ladder's; what all of them turn over together may have a floor.
struct LadderProduct {
  double referencePrice = 0, referenceUnits = 0, cost = 0, elasticity = 0;
  std::vector<double> ladder;
};
enum class PlanObjective { Profit, Revenue, Units };
struct LadderProblem {
  std::vector<LadderProduct> products;
  std::optional<double> leastRevenue;
  PlanObjective objective = PlanObjective::Profit;
};
struct LadderPlan {
  std::vector<int> rung;
  std::vector<double> price, units;
  double revenue = 0, profit = 0;
  ChoiceSolution solution; // objective, bound, gap, price of the floor
};
// ladder.bad-problem (product), and what solveChoice() answers
Result<LadderPlan> planLadders(const LadderProblem& problem, const ChoiceEffort& effort = {},
                               const JobContext& job = {});

} // namespace pricewright
