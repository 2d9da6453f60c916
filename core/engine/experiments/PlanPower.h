// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentPlanStudy.h"

namespace pricewright {

// Whether a plan finds the least lift that it asks for as often as it asks, by what its design found at 5 and at 10 %
// in weeks that are over.
struct PlanPower {
  double asked = 0, found = 0; // shares of such tests that find the plan's least lift
  // Days, and by how much more units (1.8: 80 % more), that would do, where weeks and units differ as they did; none
  // where that cannot be told: the design finds one lift hardly more often than the other.
  std::optional<int> days;
  std::optional<double> unitsFactor;
  [[nodiscard]] bool isEnough() const { return found >= asked; }
};
PlanPower planPower(const ExperimentPlan& plan, const PlanStudy& study);

} // namespace pricewright
