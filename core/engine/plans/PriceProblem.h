// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Result.h"

#include <QJsonObject>

namespace pricewright {

// A price problem as JSON, and its answer. Always: p_ref, cost, q_ref (lists, one entry a product), objective
// ("profit", "revenue", "units", or "weighted" with weights {profit, revenue, units}); frontier: so many plans from
// revenue alone to profit alone, beside the answer; time_limit: seconds, after which the best plan until then is given
// (stopped). With elasticity (a list) and ladder (lists of prices): products for themselves, any
// number; revenue_min binds them. Answer: choice (rungs, from 0), prices, units, objective_optimal, revenue, profit,
// bound, lp_bound, gap, proved, revenue_dual (what one unit of revenue more would cost), seconds (of
// the planning, reading aside). Further limits: p_now
// (prices today; else p_ref), change_cost, max_changes, profit_min, index_max and index_min (of the price index against
// today, weighted by revenue: 0.02 is 2 %), category (numbers) with category_index_max and category_index_min;
// p_competitor (null: not known) with competitor_index_max and competitor_index_min, and the same with category_ before
// them; kvi (true or false) with kvi_index_max and kvi_index_min; then
// also changes, and limits: [{limit, used, allowed, worth (of one more of it; of one point of an index), category}].
// With cross [{of, from, elasticity}] and relations [{type: "le", a, b, factor} or {type: "ge_abs", a, b, delta}]:
// products that draw on each other, any number of them, under any of these limits; see planCross().
// With elasticity_matrix (rows: units, columns: prices) and ladders: products that draw on each other; min_margin,
// max_change, price_relations [{type: "le", a, b, factor} or {type: "ge_abs", a, b, delta}], aggregate {type:
// "revenue_min" or "margin_ratio_min", value}; where there are too many to look at each plan: as with cross. Answer:
// prices, units, revenue, profit, objective, proved, seconds. oracle.bad-case (field),
// optimize.too-short (seconds), and what planLadders() and searchJoint() answer
Result<QJsonObject> solvePriceProblem(const QJsonObject& problem, const JobContext& job = {});

} // namespace pricewright
