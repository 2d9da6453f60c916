// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/CrossGroup.h"
#include "pipeline/optimizer/ScenarioPlan.h"

namespace pricewright {

// No choice of prices within the goal's limits is worth more. What siblings do to a product's units, e^s with s a sum
// over their prices, lies between its tangent at `at` and its chord over all that they could choose; its product with
// the margin lies below a plane (McCormick 1976). Both are sums over single choices, so the coupled solver's bound
// holds for them. Relations between prices are paid for at multipliers (Held, Wolfe & Crowder 1974, towards
// `objective`, that of a plan which keeps them). Floors are in money. Internal to CrossPlan.
double crossBound(const PlanParts& parts, const std::vector<const CrossGroup*>& groups, const ScenarioGoal& goal,
                  const std::vector<int>& at, double objective, const JobContext& job);

} // namespace pricewright
