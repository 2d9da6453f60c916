// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "engine/views/QueueRows.h"

namespace pricewright {

// Everything behind an open workspace, in the order in which it is built.
struct Workspace::Parts {
  std::unique_ptr<Database> db;
  std::shared_ptr<const Clock> time; // shared with readers beside this workspace
  const Clock* clock = nullptr;      // the same
  bool asOf = false;
  QString id;
  QString own; // the user that the workspace was opened as: whose role bounds who else he may act as
  Actor me;
  std::optional<HeadWitness> witness;
  std::optional<Error> distrust; // why nothing may be changed
  bool indexing = false;         // of words: its own commit starts no other
  std::unique_ptr<IdSource> ids;
  std::unique_ptr<Journal> journal;
  std::unique_ptr<CatalogStore> catalog;
  std::unique_ptr<OfferStore> offers;
  std::unique_ptr<SiteStore> sites;
  std::unique_ptr<BatchStore> batches;
  std::unique_ptr<DecisionStore> decisions;
  std::unique_ptr<ModelStore> models;
  std::unique_ptr<ExperimentStore> experiments;
  std::unique_ptr<Importer> importer;
  Telemetry telemetry;
  std::unique_ptr<MonitorAgent> monitor;
  std::unique_ptr<ApprovalAgent> approval;
  std::unique_ptr<ChannelsAgent> channels;
  std::unique_ptr<PlannerAgent> planner;
  // The case that was opened last: a reader of the queue mostly stays within one.
  QString caseId;
  std::shared_ptr<const PricingCase> pricingCase;
  Result<std::shared_ptr<const PricingCase>> caseOf(const QString& wanted);
};

// Where "now" stands when a workspace as of a date is opened that was closed for so long.
Result<Instant> startOfTime(Database& db, Instant asOf, Duration closed);

} // namespace pricewright
