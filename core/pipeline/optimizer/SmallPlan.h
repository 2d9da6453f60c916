// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/CrossPlan.h"

namespace pricewright {

// Problems of so few plans that all of them are looked at: the best is proved, what a limit is worth is what one more
// of it brings, and of limits that cannot hold together it is known which contradict each other. none: too many plans,
// or a problem that planCross() would refuse. Errors: portfolio.infeasible (limit: the one that has to give way by the
// smallest share of itself, wanted, best; limits: as few as contradict each other), joint.infeasible (limits: likewise,
// where no single one of them giving way is enough or relations are all), engine.cancelled.
std::optional<Result<CrossPlan>> planSmall(const CrossProblem& problem, const JobContext& job = {});

} // namespace pricewright
