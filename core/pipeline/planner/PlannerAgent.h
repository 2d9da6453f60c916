// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Retry.h"
#include "decision/ModelStore.h"
#include "demand/ElasticityModel.h"
#include "pipeline/approval/ApprovalAgent.h"
#include "pipeline/channels/ChannelsAgent.h"
#include "pipeline/monitor/MonitorAgent.h"
#include "pipeline/test_manager/ExperimentStore.h"
#include "rules/RuleSet.h"

#include <map>

namespace pricewright {

struct CycleOptions {
  quint64 seed = 0;    // 0: drawn anew, and kept in the report
  bool publish = true; // off: everything but the release
  // By category number: basis points up to which its changes need no human for weak evidence, as its published prices
  // have kept their word. Empty: none has earned that.
  std::map<int, int> autoBands;
};

// What the planner works with. References outlive it.
struct PlannerTools {
  Database& db;
  const Clock& clock;
  CatalogStore& catalog;
  OfferStore& offers;
  BatchStore& batches;
  DecisionStore& decisions;
  ModelStore& models;
  MonitorAgent& monitor;
  ApprovalAgent& approval;
  ExperimentStore& experiments;
  ChannelsAgent& channels;
  Telemetry& telemetry;
  IdSource& ids;
};

// Runs the stations in order, with retries and fallbacks, and records what each did. Can be stopped (JobContext) and
// killed at any point: decisions are saved in one transaction, publication finishes or repeats at the next run. The
// steps, as the report and the hook name them: expire, recover, adopt, monitor, load, demand, features, decide,
// breaker, save, publish, lists. Errors: those of the stores, and rules.*; job.cancelled is a report, not an error.
class PlannerAgent {
 public:
  explicit PlannerAgent(PlannerTools tools);
  const PlannerTools& tools() const { return m_tools; }
  Result<CycleReport> runCycle(const Actor& by, const CycleOptions& options, const JobContext& job);
  // Replaceable for recovery tests: inference as a whole, its deadline (none: the setting), how retries wait, and a
  // hook after each step.
  std::function<Result<DemandModel>(std::span<const DemandSeries>, const DemandOptions&, const JobContext&)> fit =
      fitDemand;
  std::optional<Duration> inferenceDeadline;
  RetryTools retryTools; // real waiting where it is left empty
  std::function<void(std::string_view station)> afterStation;

 private:
  struct Cycle;
  PlannerTools m_tools;
};

// What the case's rules say of each of its listings. A rule that cannot be read holds all of them.
std::vector<RuleOutcome> rulesOf(const PricingCase& c);
// Takes one case through rules, optimizer, evaluator and guardrail: what a cycle does with each, and what replay
// repeats. Pure and deterministic. Ids, and with them the content hash, are the caller's.
std::vector<PriceDecision> decideCase(const PricingCase& c);
// The same for one listing at a price that a person typed; always pending. planner.unknown-listing, .bad-price.
Result<PriceDecision> decideEdited(const PricingCase& c, int listingNo, Money price);
// The same for callers that ask often, as where a price is dragged: rules, model and draws are made once. Any number of
// threads may ask at once.
class CaseDecider {
 public:
  explicit CaseDecider(const PricingCase& c); // the case outlives it
  ~CaseDecider();
  Result<PriceDecision> edited(int listingNo, Money price) const; // as decideEdited()
  const std::vector<RuleOutcome>& rules() const;                  // parallel to the case's listings

 private:
  struct Parts;
  std::unique_ptr<const Parts> m;
};
// The batch breaker's mark: an automatic decision becomes a human's.
void haltDecision(PriceDecision& d);

} // namespace pricewright
