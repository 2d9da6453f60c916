// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentVisitors.h"
#include "testevents/DrawStore.h"

namespace pricewright {

// A test by visitors as a bandit (ExperimentPlan::bandit): at each look the share of those to come follows what both
// prices brought so far, never below the floor. With what probability each visitor was drawn is kept, and the figures
// are corrected by it.

Quantity quantityOf(TestMetric metric);

struct VisitorArm {
  Assignment assigned;
  std::optional<double> probability; // of that arm when he was drawn; of bandits
};
Result<std::vector<VisitorArm>> visitorArms(const ExperimentRow& row, const QStringList& units);
// The same by the shares of now, each draw kept; who was drawn before keeps his arm. visitorAssignment()'s errors,
// catalog.not-allowed
Result<std::vector<VisitorArm>> drawVisitors(Workspace& workspace, const ExperimentRow& row, const QStringList& units);

// Oldest first; none before the first look.
Result<std::vector<TestAllocation>> banditShares(Workspace& workspace, const ExperimentRow& row);
// From visitors whose window is over: of the others more is to come, and of one price there are more of them than of
// the other. `begun` brings what does not hang on the figures.
Result<TestReading> banditReading(Workspace& workspace, const ExperimentRow& row,
                                  std::span<const EventTable::UnitView> units, TestReading begun);
// The share from now on, where it is another one.
Status allocateBandit(Workspace& workspace, const ExperimentRow& row, std::span<const EventTable::UnitView> units);

} // namespace pricewright
