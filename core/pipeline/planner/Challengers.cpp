// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A cycle's part of tests of models: the challenger learns from the same data, and decides its own groups.
#include "pipeline/planner/Challengers.h"

#include "base/Log.h"
#include "base/Words.h"
#include "pipeline/planner/Cycle.h"
#include "pipeline/test_manager/ModelTest.h"

namespace pricewright {
namespace {

void addGroups(const ExperimentRow& row, const Catalog& catalog, std::set<std::pair<int, int>>& groups) {
  const QStringList zones = zonesOfChallenger(row);
  for (const PriceZone& zone : catalog.zones)
    if (zones.contains(zone.code))
      for (const int category : row.setup.models->categories)
        groups.emplace(category, zone.no);
}

} // namespace

Result<std::vector<Challenger>> challengersNow(const PlannerTools& tools, const ModelVersion& champion,
                                               const Catalog& catalog) {
  std::vector<Challenger> out;
  PW_TRY(const std::vector<ExperimentRow> rows, tools.experiments.underWay());
  for (const ExperimentRow& row : rows) {
    if (!challengerLearns(row) || row.setup.models->champion != champion.version)
      continue;
    const QString& version = row.setup.models->challenger;
    auto found =
        std::find_if(out.begin(), out.end(), [&](const Challenger& c) { return c.version.version == version; });
    if (found == out.end()) {
      Result<ModelVersion> known = tools.models.version(champion.name, version);
      if (!known && known.error().is(u"model.unknown"))
        continue; // the test manager ends a test whose version is gone
      PW_TRY(ModelVersion there, std::move(known));
      out.emplace_back().version = std::move(there);
      found = out.end() - 1;
    }
    found->tests.push_back(row);
    if (challengerDecides(row))
      addGroups(row, catalog, found->groups);
  }
  return out;
}

// Each learns as the champion does, with a deadline of its own. One that fails leaves its groups to the champion.
Status PlannerAgent::Cycle::askChallengers(StationReport& r, std::span<const DemandSeries> series, DemandOptions how) {
  for (Challenger& c : challengers) {
    how.parameters = estimatorParameters(c.version.parameters);
    Result<DemandModel> fitted = fitWithin(series, how);
    if (fitted && fitted->estimates.size() != series.size())
      fitted = fail(s("planner.inference-failed"));
    if (!fitted && fitted.error().is(u"job.cancelled"))
      return fitted.error();
    if (!fitted) {
      qCWarning(logPipeline) << "a challenger failed, the champion decides:" << fitted.error().debugText();
      PW_CHECK(leaveToChampion(r, c, fitted.error().code));
      continue;
    }
    c.model = std::move(*fitted);
    c.label = c.version.label() + u'+' + c.model.trainingSha256.left(12);
    for (std::size_t i = 0; i < series.size(); ++i)
      c.demand[series[i].listingNo] = &c.model.estimates[i];
    const QString name = c.version.label();
    r.reasons[c.groups.empty() ? challengerReady(name) : challengerDecided(name)] =
        std::max<qint64>(1, qint64(c.groups.size()));
    PW_CHECK(t.models.record(by, c.version.name, c.version.version, c.model.trainingSha256, c.model.metrics(), false));
  }
  return {};
}

Status PlannerAgent::Cycle::leaveToChampion(StationReport& r, const Challenger& c, const QString& why) const {
  r.reasons[challengerFailed(c.version.label())] = 1;
  for (const ExperimentRow& test : c.tests)
    PW_CHECK(t.experiments.noteModelFailure(by, test, why));
  return {};
}

// Where the champion itself cannot be asked, rules stand in everywhere: arms that differ by that tell nothing of
// models.
Status PlannerAgent::Cycle::leaveAllToRules(StationReport& r, const QString& why) const {
  for (const Challenger& c : challengers)
    PW_CHECK(leaveToChampion(r, c, why));
  return {};
}

CaseSources PlannerAgent::Cycle::sourcesOf(const CaseGroup& group) const {
  for (const Challenger& c : challengers)
    if (!c.label.isEmpty() && c.groups.contains({group.categoryNo, group.zoneNo}))
      return {&market, &c.demand, c.label, {}, report.seed};
  return {&market, &demand, modelVersion, modelFailure, report.seed};
}

} // namespace pricewright
