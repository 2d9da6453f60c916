// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentDesk.h"
#include "engine/experiments/ExperimentPlanStudy.h"

namespace pricewright::test {

// Price tests that look real, in every state that one can be in; the first is decided: better.
ExperimentBoard syntheticExperiments();
// One of them by its place, as the board has it.
ExperimentCard syntheticExperiment(TestState state, TestVerdict verdict = TestVerdict::Undecided);
// A test by visitors whose shares follow what was bought: they moved, or too few have had their time to buy.
ExperimentCard syntheticBandit(bool follows);
// What a plan would come to: prices of one product in 42 zones, some of them for people to approve. Refused: limits
// forbid a price, another test has one, and a promotion runs.
ExperimentPreview syntheticPreview(const ExperimentPlan& plan, bool refused);
PlanStudy syntheticStudy(); // what such a test would have found in weeks that are over

} // namespace pricewright::test
