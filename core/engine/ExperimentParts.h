// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/ExperimentDesk.h"

// How the files of the test desk work together. For Experiment*.cpp only.
namespace pricewright {

// The listings whose sales each unit's outcome is made of.
std::vector<std::vector<int>> unitListings(const Catalog& catalog, const ExperimentPlan& plan,
                                           const ExperimentSetup& setup, const QStringList& units);
// Who gets which price: drawn by the plan's seed, like units balanced by their history.
// experiment.few-clusters, .few-draws, .no-history …
Result<std::vector<TestUnit>> drawUnits(Workspace& workspace, const Catalog& catalog, const ExperimentPlan& plan,
                                        const ExperimentSetup& setup);
// Other tests, promotions and prices on their way that touch the same listings between now and the longest end.
Result<std::vector<TestCollision>> testCollisions(Workspace& workspace, const Catalog& catalog,
                                                  const ExperimentPlan& plan, const ExperimentSetup& setup);
// What the newest sales say; a reading with `why` where nothing can be said yet. An Error only where the file fails.
Result<TestReading> readTest(Workspace& workspace, const ExperimentRow& row);
// The same of a test by visitors, and when the shop last told of one.
Result<TestReading> readVisitors(Workspace& workspace, const ExperimentRow& row);
Result<std::optional<Instant>> newestVisitorEvent(Workspace& workspace);

// Prices of a step of the ramp (1 …), or of the roll-out (0), are proposed; those that are there already stay.
Status proposeStep(Workspace& workspace, const ExperimentRow& row, int serial);
// What became of a step's prices.
struct StepStanding {
  bool inForce = false, refused = false;
};
Result<StepStanding> stepStanding(Workspace& workspace, const ExperimentRow& row);
// Everything that the test put in force goes back, and what waits is withdrawn.
Status revertPrices(Workspace& workspace, const ExperimentRow& row, const QString& reason);

inline constexpr int kRollOut = 0;
// Sixes of like zones: on real stores they found more than pairs did, whose draws are too few to judge by.
inline constexpr std::size_t kLikeZones = 6;
inline constexpr double kBasisPoints = 10'000;

} // namespace pricewright
