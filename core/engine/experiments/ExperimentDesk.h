// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "pipeline/test_manager/DesignAdvice.h"
#include "pipeline/test_manager/TestJudge.h"
#include "testevents/DrawStore.h"

namespace pricewright {

// What a plan would come to if it were started now; nothing is kept.
struct ExperimentPreview {
  ExperimentPlan plan;
  ExperimentSetup setup;
  DesignAdvice advice;
  std::vector<TestCollision> collisions;
  std::vector<Error> refused;    // why it cannot start: design, prices that limits forbid, collisions, no history
  std::vector<QString> warnings; // codes
  struct Priced {                // one product in one zone at its new price, as the limits see it
    TestedPrice price;
    Route route = Route::Hold; // Blocked: the test cannot have this price
    QString reason;
    std::optional<Money> instead; // what the limits make of it
  };
  std::vector<Priced> prices;
  int treatedUnits = 0, controlUnits = 0; // 0 by visitors: nobody knows who will come
  // Of a test of models: the versions, and how many products are decided in each zone. It has no prices of its own.
  QString champion, challenger;
  int products = 0;
  [[nodiscard]] bool mayStart() const { return refused.empty(); }
};
// experiment.bad-plan and what plans may say wrong; catalog.unknown-sku, .unknown-zone
Result<ExperimentPreview> previewExperiment(Workspace& workspace, const ExperimentPlan& plan);
// Products, zones and settings as the advice sees them.
Result<TestFacts> testFacts(Workspace& workspace, const QStringList& skus, const QStringList& zones);

// Times that a test by blocks over so many zones can be run with, for a plan that was made without them: two weeks a
// block, the first of them left out, no steps, and as many blocks as its draw needs.
void giveBlocks(ExperimentPlan& plan, int zones);

// A draft; it can be changed and removed until it starts.
Result<ExperimentRow> designExperiment(Workspace& workspace, const ExperimentPlan& plan);
// The same change as a waiting decision proposes, as a draft for all zones that sell the product; a remark under the
// decision says so. It stays in the queue: the test's own prices take its place where they are proposed.
// decision.unknown, approval.not-pending
Result<ExperimentRow> testInstead(Workspace& workspace, const Id& decision);
Status redesignExperiment(Workspace& workspace, const Id& id, const ExperimentPlan& plan);
Status removeExperiment(Workspace& workspace, const Id& id);
Status restoreExperiment(Workspace& workspace, const Id& id);

// Registers the plan and proposes its first prices in Approvals. The first of the preview's refusals, where there are
// any; experiment.not-a-draft. A test of models also takes the permission to promote them.
Result<ExperimentRow> startExperiment(Workspace& workspace, const QString& name);

// What was done about one test in a round of the manager.
struct TestStep {
  QString name;
  TestState before = TestState::Draft, after = TestState::Draft;
  TestOrder order;
  std::optional<TestReading> reading; // where this was a look
  std::optional<Error> failed;        // what could not be done; tried again in the next round
};
struct TestRound {
  std::vector<TestStep> steps; // of tests under way
  int failed = 0;
};
// One round of the test manager over all tests under way: judged, and acted upon. Stops between two tests.
Result<TestRound> watchExperiments(Workspace& workspace, const JobContext& job = {});

// By people. Stop and revert: prices go back at once. experiment.not-under-way
Status stopExperiment(Workspace& workspace, const QString& name, const QString& reason);
// A decided test: the new price is proposed for all that still have the old one; of a test of models, the challenger
// is promoted. experiment.not-decided, experiment.model-replaced (name, version), what ModelStore::promote() answers
Status rollOutExperiment(Workspace& workspace, const QString& name);
// experiment.not-running, experiment.too-long (most): not beyond what was registered
Status extendExperiment(Workspace& workspace, const QString& name, int days);

// A test as lists and its monitor show it.
struct ExperimentCard {
  ExperimentRow row;
  std::vector<ExperimentLook> looks; // oldest first
  std::vector<ExperimentPrice> prices;
  int day = 0, days = 0;                    // of those that are compared
  int unitsControl = 0, unitsTreatment = 0; // of visitors: that were seen by the newest look
  std::vector<TestAllocation> shares;       // of a bandit, the oldest first; none before its first look
  Instant nextLook{};
  QStringList categories; // of the tested products
  // Of a test of models: who decides the zones, by their versions, and of how many products. Then there are no prices.
  QString champion, challenger;
  int products = 0;
  Currency currency;
};
struct ExperimentBoard {
  std::vector<ExperimentCard> cards; // under way first, then drafts, then ended ones, the newest first
  int active = 0, toDecide = 0, paused = 0;
  int endedInQuarter = 0, decidedInQuarter = 0; // within their planned time
  Instant now{};
};
Result<ExperimentBoard> experimentBoard(Workspace& workspace);
Result<ExperimentCard> experimentCard(Workspace& workspace, const QString& name);

} // namespace pricewright
