// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/PlanRelations.h"

#include <functional>

namespace pricewright {

// What a plan is worth once its limits have prices: a sum over groups.
struct PlanWorth {
  PlanSums weights;                                       // of units, revenue and profit
  std::function<double(std::size_t item, int choice)> of; // what a choice itself brings: labels, use of indexes
  double sums(const PlanSums& s) const {
    return weights.units * s.units + weights.revenue * s.revenue + weights.profit * s.profit;
  }
};
enum class PolishEffort { Sweep, Starts, Thorough };

// Each group for itself, from the choices `at`: the best price of one listing after the other until none is better;
// with Starts also from the lowest, the highest and today's prices (with substitutes these lead to the least and the
// greatest of the plans that no single price can improve: Topkis 1998); thorough: also each price moved by a rung and
// all others answering. Never worse than `at`, relations kept where `at` keeps them. Items that are related to other
// groups stay.
std::vector<int> polished(const PlanParts& parts, const PlanRelations& relations, std::vector<int> at,
                          const PlanWorth& worth, PolishEffort effort, const JobContext& job);

} // namespace pricewright
