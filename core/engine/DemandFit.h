// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/ElasticityModel.h"
#include "engine/Workspace.h"

#include <map>

namespace pricewright {

// How demand answers prices, learnt from all that was sold up to a day. Only looks; cycles learn for themselves.
struct DemandFitRow {
  int listingNo = 0;
  QString sku, zone, category;
  DemandEstimate estimate;
};
struct DemandFit {
  Day asOf{};
  std::vector<DemandFitRow> rows;    // by SKU and zone
  std::map<int, QString> categories; // codes by number
  DemandModel model;                 // its estimates are moved into the rows
  double seconds = 0;                // of the fit alone
};
struct DemandFitWish {
  std::optional<Day> asOf; // none: now
  int holdOutWeeks = 8;    // 0: no hold-out
};
// forecast.no-history, job.cancelled
Result<DemandFit> fitWorkspaceDemand(Workspace& workspace, const DemandFitWish& wish, const JobContext& job);

} // namespace pricewright
