// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/ExperimentPlan.h"
#include "engine/experiments/ExperimentPower.h"

namespace pricewright {

// A plan tried on the workspace's own history before it is run: its design drawn again and again on weeks that are
// over, without an effect and with one put in.
struct PlanStudy {
  AaStudy study;
  int units = 0, weeks = 0; // of the history
  std::size_t tested = 0;   // weeks of a test
};
// By zones, blocks of time or pairs. experiment.visitors-need-figures: sales do not tell who visited.
// experiment.bad-shape: the history is too short for a test and
// what it is compared with. Cancellable: experiment.cancelled
Result<PlanStudy> studyPlan(Workspace& workspace, const ExperimentPlan& plan, std::size_t splits,
                            const JobContext& job = {});

} // namespace pricewright
