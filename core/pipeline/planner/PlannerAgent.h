// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "demand/ElasticityModel.h"
#include "pipeline/approval/ApprovalAgent.h"
#include "pipeline/channels/ChannelsAgent.h"
#include "pipeline/monitor/MonitorAgent.h"
#include "rules/RuleSet.h"

namespace pricewright {

struct CycleOptions {
  quint64 seed = 0;            // 0: derived from the cycle's id
  bool publish = true;         // off: everything but the release
};

// What the planner works with. References outlive it.
struct PlannerTools {
  Database& db;
  const Clock& clock;
  CatalogStore& catalog;
  OfferStore& offers;
  BatchStore& batches;
  DecisionStore& decisions;
  MonitorAgent& monitor;
  ApprovalAgent& approval;
  ChannelsAgent& channels;
  Telemetry& telemetry;
};

// Runs the stations in order, with retries and fallbacks, and records what each did. Can be stopped (JobContext) and
// killed at any point: decisions are saved in one transaction, publication finishes or repeats at the next run.
class PlannerAgent {
 public:
  explicit PlannerAgent(PlannerTools tools);
  Result<CycleReport> runCycle(const Actor& by, const CycleOptions& options, const JobContext& job);
  // Replaceable for recovery tests: inference as a whole, and a hook after each station.
  std::function<Result<DemandModel>(std::span<const DemandSeries>, const DemandOptions&, const JobContext&)> fit = fitDemand;
  std::function<void(std::string_view station)> afterStation;

 private:
  struct Cycle;
  PlannerTools m_tools;
};

// Takes one case through rules, optimizer, evaluator and guardrail: what a cycle does with each, and what replay repeats.
std::vector<PriceDecision> decideCase(const PricingCase& c);
// The same for one listing at a price that a person typed.
Result<PriceDecision> decideEdited(const PricingCase& c, int listingNo, Money price);

} // namespace pricewright
