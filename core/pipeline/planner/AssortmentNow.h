// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/ModelStore.h"
#include "pipeline/planner/CaseBuilder.h"

namespace pricewright {

// The whole assortment as a cycle would see it at a moment, for whoever asks what would be: nothing is kept, nothing
// leaves, nothing is metered, and no price is drawn at random.
class AssortmentNow {
 public:
  // Errors: those of the stores, forecast.no-history.
  static Result<AssortmentNow> load(const PlannerTools& tools);
  // As it was at `at`, with what was known then, under today's rules and settings. Where no published price is on
  // record, the regular price that sales show is taken.
  static Result<AssortmentNow> loadAt(const PlannerTools& tools, Instant at);

  const World& world() const { return *m_world; }
  struct Learnt {
    DemandModel model; // with the estimates that the cases hold
    double seconds = 0;
    std::vector<PricingCase> cases; // by category and zone
  };
  // What an estimator of that version learns, and the cases with it. `holdOutWeeks`: 0 where nobody judges it.
  Result<Learnt> learn(const ModelVersion& version, int holdOutWeeks, const JobContext& job) const;
  // Judged by hold-outs that begin on these days alone.
  Result<DemandModel> judged(const ModelVersion& version, std::vector<qint32> origins, const JobContext& job) const;

  // The same cases under other settings.
  Result<std::vector<PricingCase>> casesUnder(const Settings& settings, const ModelVersion& version,
                                              const DemandModel& model, const JobContext& job) const;

 private:
  Result<std::vector<PricingCase>> casesOf(const World& world, const ModelVersion& version, const DemandModel& model,
                                           const JobContext& job) const;
  DemandOptions optionsOf(const ModelVersion& version) const;
  static Result<AssortmentNow> take(World world, MonitorAgent& monitor, const PlannerTools& tools);
  std::shared_ptr<const World> m_world; // the series look into it
  Sourced<MonitorAgent::View> m_market;
  std::vector<DemandSeries> m_series;
};

} // namespace pricewright
