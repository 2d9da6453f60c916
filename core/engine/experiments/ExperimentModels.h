// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentParts.h"

// Tests of models: the treatment is a version of the estimator that decides whole groups in the treated zones, cycle by
// cycle. For Experiment*.cpp only.
namespace pricewright {

// The version, products and zones are known: model.unknown, catalog.unknown-sku, .unknown-zone,
// experiment.nothing-sold-there (zone)
Status checkModelTest(Workspace& workspace, const ExperimentPlan& plan);
// Also model.is-champion and model.untried among its refusals.
Result<ExperimentPreview> previewModelTest(Workspace& workspace, const ExperimentPlan& plan);
// The zones whose listings are counted, as the setup names no prices.
QStringList zonesCounted(const Catalog& catalog, const ExperimentSetup& setup);

// What the cycles since its start did with the challenger.
struct ModelStanding {
  std::optional<Instant> decidedAt; // the end of the first cycle in which it decided all that the present step asks for
  Instant newestReady{};            // when it could last be asked; the start, where it never was
  int cycles = 0, failed = 0;       // since counting began
  bool newestFailed = false;
  QString lost;            // code: why the test cannot go on: model-replaced, model-gone
  bool isChampion = false; // it has been promoted
};
Result<ModelStanding> modelStanding(Workspace& workspace, const ExperimentRow& row);
// The same as prices have it: in force once it decides, or once it is the champion.
StepStanding modelStepStanding(const ExperimentRow& row, const ModelStanding& model);
// The manager's order, with what only tests of models know: a version that is gone or no longer the challenger's
// opponent ends it; one that cannot be asked for too long is as good as sales that are silent.
TestOrder judgeModelTest(const ExperimentRow& row, const TestStanding& standing, const ModelStanding& model,
                         const TestReading* reading);
Status addModelDoubts(Workspace& workspace, const ExperimentRow& row, TestReading& reading);
// The challenger becomes the champion, as the registry promotes: experiment.model-replaced, catalog.not-allowed
Status rollOutModel(Workspace& workspace, const ExperimentRow& row);
// Who is compared with whom, and in which categories.
Status addModelsTo(Workspace& workspace, const Catalog& catalog, ExperimentCard& card);

} // namespace pricewright
