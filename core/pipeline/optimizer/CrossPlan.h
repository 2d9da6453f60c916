// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/JointSearch.h"
#include "pipeline/optimizer/PortfolioPlan.h"

namespace pricewright {

// Any number of products, of which some draw on each other, under relations between prices and limits on all of them:
// units_i = reference_i · (price_i / reference price_i)^elasticity_i · Π_j (price_j / reference price_j)^cross_ij.
struct CrossEffect { // of the price of `from` on the units of `of`
  std::size_t of = 0, from = 0;
  double elasticity = 0;
};
struct CrossProblem {
  std::vector<LadderProduct> products; // their own elasticity in each; see planLadders()
  std::vector<CrossEffect> effects;
  std::vector<PriceRelation> relations;
  PlanObjective objective = PlanObjective::Profit;
  PortfolioLimits limits;
  std::optional<double> leastMarginRatio; // profit over revenue, of all together
  bool keepsToday = false;                // today's prices are among the choices and changes count; else rungs alone
  bool countsOut = true;                  // every plan, where they are few: see SmallPlan.h
};
// As planPortfolio() answers. Bound: no plan is worth more, whatever its prices do to each other; with cross effects it
// is loose, as it lets every product meet the siblings' prices that suit it best within what a separable envelope
// allows.
struct CrossPlan : PortfolioPlan {};
// Errors: ladder.bad-problem (product), portfolio.bad-limits (field), joint.bad-problem, joint.infeasible (relations
// that no prices keep), portfolio.infeasible (limit, wanted, best), engine.cancelled.
Result<CrossPlan> planCross(const CrossProblem& problem, unsigned threads = 0, const JobContext& job = {});
// A joint problem that is too large to look at every plan.
CrossProblem crossProblem(const JointProblem& problem);

} // namespace pricewright
