// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentDesk.h"

#include <QLockFile>

#include <functional>

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
// When the shop last told of visitors of a test.
Result<std::optional<Instant>> newestVisitorSale(Workspace& workspace, const ExperimentRow& row);
// The day after the last one that the sales counted in a test cover; nothing of the future counts. 1970: there are
// none.
Result<Day> endOfCounted(Workspace& workspace, const ExperimentRow& row);
// The first whole day that is compared.
Day firstDayCounted(const ExperimentRow& row);

// Prices of a step of the ramp (1 …), or of a try of the roll-out (0, −1 …), are proposed, all or none of them, and
// exactly; what was proposed already is left alone. approval.edit-refused: a limit makes another price of one
Status proposeStep(Workspace& workspace, const ExperimentRow& row, int serial);
Status proposeRollOut(Workspace& workspace, const ExperimentRow& row, bool again); // again: once more after a refusal
// What became of a step's prices.
struct StepStanding {
  bool inForce = false, refused = false;
  Instant since{}; // where all are in force: the last of them, and not before the step began
};
Result<StepStanding> stepStanding(Workspace& workspace, const ExperimentRow& row);
Result<std::map<int, PublishedPrice>> regularPricesNow(Workspace& workspace); // by listing
bool hasLostItsPlace(DecisionState state); // of a decision whose price is not in force, or no longer
// Everything that the test put in force goes back, and what waits is withdrawn. Goes on where one of them cannot go
// back, and fails with the first reason then: what is left is tried again.
Status revertPrices(Workspace& workspace, const ExperimentRow& row, const QString& reason);
// The same of some of them.
Status takeBackPrices(Workspace& workspace, const ExperimentRow& row, const QString& reason,
                      const std::function<bool(const ExperimentPrice&)>& which);

inline constexpr int kRollOut = 0;
inline bool isRollOut(int serial) { return serial <= kRollOut; }

// A test's end, back to the prices before it.
TestMove revertedBy(const ExperimentRow& row, const QString& reason, TestVerdict verdict, Instant now);

// One at a time looks at tests, in this process or another: two would propose the same prices twice.
class TestDeskLock {
 public:
  explicit TestDeskLock(Workspace& workspace);
  Status take(); // experiment.busy

 private:
  QLockFile m_file;
};
// Sixes of like zones: on real stores they found more than pairs did, whose draws are too few to judge by.
inline constexpr std::size_t kLikeZones = 6;
inline constexpr double kBasisPoints = 10'000;

} // namespace pricewright
