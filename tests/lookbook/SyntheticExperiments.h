// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/ExperimentDesk.h"

namespace pricewright::test {

// Price tests that look real, in every state that one can be in; the first is decided: better.
ExperimentBoard syntheticExperiments();
// One of them by its place, as the board has it.
ExperimentCard syntheticExperiment(TestState state, TestVerdict verdict = TestVerdict::Undecided);
// What a plan would come to: prices of one product in six zones, some of them for people to approve. Refused: limits
// forbid a price, another test has one, and a promotion runs.
ExperimentPreview syntheticPreview(const ExperimentPlan& plan, bool refused);

} // namespace pricewright::test
