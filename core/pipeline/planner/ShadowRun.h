// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/ModelStore.h"
#include "pipeline/planner/PlannerAgent.h"

namespace pricewright {

// A challenger's cycle beside the champion's, from the same data, draws and limits: which prices would differ. Nothing
// is kept and nothing leaves.
struct ShadowPrice {
  int listingNo = 0;
  QString sku, zone, category;
  Money now, champion, challenger;                 // what each would propose; the same as `now`: it leaves the price
  double championProfit = 0, challengerProfit = 0; // expected change a week, each by its own model
  double championElasticity = 0, challengerElasticity = 0;
  Route championRoute = Route::NoChange, challengerRoute = Route::NoChange;
};
struct ShadowSide {
  QString version;
  HoldOutMetrics holdOut;                               // of the weeks that both sides can be judged by
  std::vector<std::pair<int, HoldOutMetrics>> accuracy; // likewise, by category number
  int changes = 0;                                      // prices that it would move
  double profit = 0;  // a week, of all its changes, by its own model; currencies as one
  double seconds = 0; // of the fit
  QString trainingSha256;
  QJsonObject metrics; // for the registry: of all weeks that it can be judged by
};
struct ShadowRun {
  QString model; // whose versions these are
  ShadowSide champion, challenger;
  int listings = 0;
  std::vector<ShadowPrice> differences; // largest difference of the price first
};
// Errors: forecast.no-history, model.*, those of the stores, job.cancelled.
Result<ShadowRun> shadowRun(const PlannerTools& tools, const ModelVersion& champion, const ModelVersion& challenger,
                            const JobContext& job);
// The same for versions of the price optimizer, with what the champion of the estimator learns.
Result<ShadowRun> shadowOptimizers(const PlannerTools& tools, const ModelVersion& champion,
                                   const ModelVersion& challenger, const JobContext& job);

} // namespace pricewright
