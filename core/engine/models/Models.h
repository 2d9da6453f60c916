// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/DriftWatch.h"
#include "demand/forecasts/SalesForecast.h"
#include "engine/Workspace.h"
#include "pipeline/planner/ShadowRun.h"

namespace pricewright {

// The registry of models, and how good each is: what the window's page and the command line show.

struct CategoryAccuracy {
  QString code, name;
  HoldOutMetrics metrics;
  AfterEffect payback; // share of a promotion's extra units that the two weeks after sell less; sd 0: nothing to read
};
struct ModelsView {
  std::vector<ModelVersion> versions;     // by name, then newest version first
  std::vector<CategoryAccuracy> accuracy; // of the champion estimator's newest training, by code
  HoldOutMetrics overall;
  AfterEffect payback;                              // all categories together
  std::vector<DemandModel::OriginAccuracy> origins; // the same, oldest first
  std::optional<DriftReport> drift;                 // none: no cycle has run yet
  std::optional<Instant> trainedAt;
  Currency currency;
};
Result<ModelsView> modelsView(Workspace& workspace);

// What its newest training was found to be; no rows: it was never tried.
HoldOutMetrics holdOutOf(const ModelVersion& version);

// A challenger, its parameters checked. What ModelStore::add() and checkParameters() answer.
Status addModel(Workspace& workspace, const QString& name, const QString& version, const QJsonObject& parameters,
                const QString& note);
// "elasticity_estimator" and the like; model.unknown
Result<ModelKind> modelKind(const QString& name);

// The estimator's challenger (or another version) beside the champion: see shadowRun(). What it is worth is kept in the
// registry where the workspace may be written. model.no-challenger
Result<ShadowRun> tryEstimator(Workspace& workspace, const QString& version, const JobContext& job);
// The optimizer's, likewise: see shadowOptimizers().
Result<ShadowRun> tryOptimizer(Workspace& workspace, const QString& version, const JobContext& job);
// The forecaster's, by the same weeks of history replayed with both.
struct ForecasterTrial {
  QString champion, challenger;
  BacktestReport championReport, challengerReport;
};
Result<ForecasterTrial> tryForecaster(Workspace& workspace, const QString& version, int weeks, const JobContext& job);
// Keeps what a trial found, where it was made beside the writer. A version is promoted only after that.
Status keepTrial(Workspace& workspace, const ShadowRun& run);
Status keepTrial(Workspace& workspace, const ForecasterTrial& trial);

} // namespace pricewright
