// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/ExperimentDesk.h"
#include "experiments/events/Assignment.h"

namespace pricewright {

// A test by visitors: the shop shows the prices. It asks for each visitor's arm, and tells who saw which and who bought
// what; prices on the lists stay as they are until the test is rolled out.

// How visitors are dealt out at the test's present step of its ramp. experiment.not-visitors, .not-under-way
Result<AssignmentPlan> visitorAssignment(const ExperimentRow& row);

// What the shop tells, from files: who saw which arm ("control", "treatment"), and orders. Each row once, however often
// it comes. experiment.not-visitors, .unknown-arm (arm), .no-column, .bad-rows, and the readers' own
struct VisitorIntake {
  qint64 exposures = 0, exposuresRepeated = 0, events = 0, eventsRepeated = 0, refused = 0;
};
Result<VisitorIntake> takeInVisitors(Workspace& workspace, const QString& name, const QString& exposuresFile,
                                     const QString& eventsFile, const JobContext& job = {});

} // namespace pricewright
