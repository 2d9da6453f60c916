// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/planner/CaseBuilder.h"

#include <set>

namespace pricewright {

// A version under test beside the champion in one cycle. A group is a category in a zone, and priced by itself: so each
// has its estimates from one version, and no arm's choices lean on the other's.
struct Challenger {
  ModelVersion version;
  std::vector<ExperimentRow> tests;
  std::set<std::pair<int, int>> groups; // category and zone that it is to decide; none: it only learns along
  QString label;                        // as cases name it; "": it could not be asked, and the champion decides
  DemandModel model;
  std::unordered_map<int, const DemandEstimate*> demand;
};

// Of the tests under way that were registered against this champion.
Result<std::vector<Challenger>> challengersNow(const PlannerTools& tools, const ModelVersion& champion,
                                               const Catalog& catalog);

} // namespace pricewright
