// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/planner/CaseBuilder.h"
#include "pipeline/planner/Challengers.h"

namespace pricewright {

// One run of the journey: what has been gathered so far and the report that it writes. Each step is one method.
struct PlannerAgent::Cycle {
  Cycle(PlannerAgent& planner, const Actor& actor, const CycleOptions& how, const JobContext& context);
  Status begin();
  Status run(); // the loop over the steps
  Result<CycleReport> finish(const Status& ended);

  Status step(const char* name, Status (Cycle::*what)(StationReport&));
  Status expire(StationReport& r);
  Status recover(StationReport& r);
  Status adopt(StationReport& r);
  Status watch(StationReport& r);
  Status load(StationReport& r);
  Status estimate(StationReport& r);
  Status buildFeatures(StationReport& r);
  Status decide(StationReport& r);
  Status checkBreaker(StationReport& r);
  Status save(StationReport& r);
  Status publish(StationReport& r);
  Status writeLists(StationReport& r);

  Status retried(bool (*worthIt)(const Error&), const std::function<Status()>& attempt) const;
  Result<DemandModel> fitWithin(std::span<const DemandSeries> series, const DemandOptions& options) const;
  Status askChallengers(StationReport& r, std::span<const DemandSeries> series, DemandOptions how);
  Status leaveToChampion(StationReport& r, const Challenger& c, const QString& why) const;
  Status leaveAllToRules(StationReport& r, const QString& why) const;
  CaseSources sourcesOf(const CaseGroup& group) const;
  Status openCycleBatch();
  void release(StationReport& r, const std::vector<PublishReport>& reports);
  void takeBackApprovals();
  void meterDecisions() const;

  PlannerAgent& agent;
  PlannerTools& t;
  Actor by;
  CycleOptions options;
  JobContext job;
  CycleReport report;
  World world;
  Sourced<MonitorAgent::View> market;
  DemandModel model;
  std::unordered_map<int, const DemandEstimate*> demand;
  std::vector<int> demandListings;
  QString modelVersion, modelFailure;
  std::vector<Challenger> challengers; // under test, each with the groups that it decides
  std::vector<DecisionStore::CaseWithDecisions> cases;
  std::vector<Id> automatic; // decisions approved by policy
  int costFeedsMovedByFactor = 0;
  bool halted = false;
  bool saved = false, published = false;
};

} // namespace pricewright
