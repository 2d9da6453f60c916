// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/DriftWatch.h"
#include "demand/Orthogonal.h"
#include "demand/Yardstick.h"
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
  QString version;                   // of the estimator
  std::vector<OrthogonalFit> beside; // plain and orthogonalized estimates; none without a hold-out
  double seconds = 0;                // of the fit alone
};
struct DemandFitWish {
  std::optional<Day> asOf; // none: now
  int holdOutWeeks = 8;    // 0: no hold-out, nor other estimates beside
  QString version;         // of the estimator; "": the champion
};
// forecast.no-history, model.unknown, job.cancelled
Result<DemandFit> fitWorkspaceDemand(Workspace& workspace, const DemandFitWish& wish, const JobContext& job);

// The champion's way of reading sales, told plainly beside: see demand/Orthogonal.h. All together first.
struct CategoryReading {
  QString code, name; // "": all together
  OrthogonalFit fit;
};
// forecast.no-history, job.cancelled
Result<std::vector<CategoryReading>> plainReadings(Workspace& workspace, const JobContext& job);

// The plain regressions that analysts know, by SKU, then for all together; see demand/Yardstick.h.
struct YardstickFit {
  Day asOf{};
  struct Row {
    QString sku; // "": all
    YardstickRow fit;
  };
  std::vector<Row> rows;
};
Result<YardstickFit> fitWorkspaceYardstick(Workspace& workspace, YardstickSpec spec, std::optional<Day> asOf);

// Whether the newest weeks still are what the champion learnt from; by default as of now. The same errors.
Result<DriftReport> workspaceDrift(Workspace& workspace, std::optional<Day> asOf, const JobContext& job);

} // namespace pricewright
