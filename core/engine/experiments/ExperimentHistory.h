// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/ExperimentPlan.h"
#include "engine/Workspace.h"
#include "experiments/designs/Panel.h"

namespace pricewright {

// Which of the workspace's own sales a design is tried on.
struct HistoryWish {
  TestMetric metric = TestMetric::Profit; // .Conversion is not to be had from sales
  QStringList skus;                       // codes; empty: all of the category, or of the catalogue
  QString category;                       // code; "": any
  QStringList zones;                      // codes; empty: all
  bool byItem = false;                    // a unit is a product over all zones, else a price zone
  int mostWeeks = 156;
};
struct ExperimentHistory {
  Panel panel;       // units × whole weeks up to the last day sold; nothing is "before"
  QStringList units; // codes of zones or products, as the panel's clusters
  Day from{}, until{};
  int skus = 0, missingWeeks = 0;
};
// Units without any sale in these weeks are left out. experiment.no-sales-there, .no-such-metric, .cost-missing,
// catalog.unknown-sku, .unknown-category, .unknown-zone, and those of Panel::of(). Cancellable between its steps:
// engine.cancelled
Result<ExperimentHistory> experimentHistory(Workspace& workspace, const HistoryWish& wish, const JobContext& job = {});

} // namespace pricewright
