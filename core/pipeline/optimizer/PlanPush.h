// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/PlanPolish.h"

namespace pricewright {

// Related prices move together: one is set, and those that its relations then ask to move are pushed just as far as
// they must, through chains of relations and across groups. Kept where all of it is worth more. From choices that keep
// all relations, to choices that do. `thorough`: every choice of each related item is tried, else the near ones.
std::vector<int> pushed(const PlanParts& parts, const PlanRelations& relations, std::vector<int> at,
                        const PlanWorth& worth, bool thorough, const JobContext& job);

} // namespace pricewright
