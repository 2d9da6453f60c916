// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/LadderPlan.h"

namespace pricewright {

// What binds all prices of a plan together. Changes are counted against `now`.
struct PortfolioLimits {
  std::vector<double> now; // prices today; empty: the reference prices
  double changeCost = 0;   // of each changed price, in money a week
  std::optional<int> mostChanges;
  std::optional<double> leastRevenue, leastProfit;
  // The index: Σ s·(price / now − 1) with s the share of today's revenue, as a fraction (0.02 is 2 %).
  std::optional<double> mostIndex, leastIndex;
  std::vector<int> category;                                   // by product; empty: one category
  std::optional<double> mostCategoryIndex, leastCategoryIndex; // of each category for itself
  // The index against a competitor: Σ s·(price / theirs − 1) over products of which theirs is known.
  std::vector<double> rival; // by product; 0: not known
  std::optional<double> mostRivalIndex, leastRivalIndex, mostCategoryRivalIndex, leastCategoryRivalIndex;
  std::vector<bool> kvi; // by product: shapes how the price level is seen
  std::optional<double> mostKviIndex, leastKviIndex;
  bool any() const;
  bool hasImage() const; // any limit against a competitor or of KVIs
};
// One limit as the plan met it.
struct LimitUse {
  // revenue, profit, index, category-index, competitor-index, category-competitor-index, kvi-index (each also with
  // -low), changes
  QString name;
  int category = -1;
  double used = 0, limit = 0; // in the limit's own unit
  double worth = 0;           // the objective's rise if the limit gave way by one: money per unit of revenue or profit,
                              // per point (1 %) of an index, per change
};
struct PortfolioPlan {
  std::vector<int> rung; // −1: today's price, which is on no rung
  std::vector<double> price, units;
  double revenue = 0, profit = 0, objective = 0, bound = 0; // objective: less the cost of changes
  int changes = 0;
  std::vector<LimitUse> limits;
  bool cut = false; // stopped early: the best plan until then
  double gap() const { return bound - objective; }
};
// Products as for planLadders(); today's price is always among the choices. ladder.bad-problem (product),
// portfolio.bad-limits (field), portfolio.too-large, portfolio.infeasible (limit, best: the nearest to it that was
// found)
Result<PortfolioPlan> planPortfolio(std::span<const LadderProduct> products, PlanObjective objective,
                                    const PortfolioLimits& limits, const JobContext& job = {});

} // namespace pricewright
