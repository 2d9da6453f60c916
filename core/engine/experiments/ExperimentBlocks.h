// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentParts.h"
#include "experiments/designs/ClusterDesign.h"
#include "experiments/designs/Panel.h"
#include "pipeline/test_manager/TestBlocks.h"

// Tests by blocks of time. For Experiment*.cpp only.
namespace pricewright {

// Which zone has the new price in which block, for all of its longest time. With few zones all switch together.
// experiment.few-blocks (blocks, needed, days), .block-weeks, .block-twos, .no-history …
Result<std::vector<TestUnit>> drawBlocks(Workspace& workspace, const Catalog& catalog, const ExperimentPlan& plan,
                                         const ExperimentSetup& setup);
ClusterDesign blockDesign(const ExperimentRow& row);

// The counted listings of each zone, as rows of a panel: a single zone stands there twice, as a panel has two rows.
std::vector<std::vector<int>> blockListings(const Catalog& catalog, const ExperimentRow& row);
// Sales before this day can be told at a look: whole blocks, none beyond the last.
Day endOfBlocksSold(const ExperimentRow& row, Day sold);

// The weeks of blocks in which a zone did not have its price all the time that is compared: they are missing then.
struct LostBlocks {
  std::vector<std::vector<bool>> lost; // by row of the panel and block
  int count = 0, of = 0;
  [[nodiscard]] bool tooMany() const { return 4 * count > of; }
};
Result<LostBlocks> lostBlocks(Workspace& workspace, const Catalog& catalog, const ExperimentRow& row, Day until);
Result<Panel> withoutLost(const Panel& panel, const ExperimentRow& row, const LostBlocks& lost);
// What the zones earn a week at the price before: in all of them.
std::optional<double> weeklyAtControl(const Panel& panel, const ExperimentRow& row);

// Where its prices should be now: a zone whose block is over goes back by itself; a block's new prices are proposed
// once, and only as long as they can be in force before it is compared. `mayPropose`: somebody can judge them.
Status followBlocks(Workspace& workspace, const ExperimentRow& row, bool mayPropose);
// Of the block under way; refused also where one was in the block before, before it was over.
Result<StepStanding> blockStanding(Workspace& workspace, const ExperimentRow& row);

} // namespace pricewright
