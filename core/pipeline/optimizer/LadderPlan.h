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
// What a plan is to make most of: a sum of profit, revenue and units by these weights, at least 0 each.
struct PlanObjective {
  double profit = 1, revenue = 0, units = 0;
  double of(double profitThere, double revenueThere, double unitsThere) const {
    return profit * profitThere + revenue * revenueThere + units * unitsThere;
  }
  bool operator==(const PlanObjective&) const = default;
  static const PlanObjective Profit, Revenue, Units;
};
inline constexpr PlanObjective PlanObjective::Profit{1, 0, 0}, PlanObjective::Revenue{0, 1, 0},
    PlanObjective::Units{0, 0, 1};
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
