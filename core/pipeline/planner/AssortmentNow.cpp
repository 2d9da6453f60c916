// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/AssortmentNow.h"

#include "base/Parallel.h"

namespace pricewright {
namespace {

constexpr quint64 kSeed = 1; // whoever asks draws the same numbers, today and tomorrow

Result<Sourced<MonitorAgent::View>> marketOf(const PlannerTools& tools, const Settings& settings) {
  PW_TRY(const QString code, tools.catalog.workspaceValue(QStringLiteral("currency")));
  PW_TRY(const Currency currency, Currency::fromCode(code));
  tools.monitor.freshRates = std::chrono::days(settings.integer(u"monitor.fx-freshness.days"));
  PW_TRY(MonitorAgent::View seen, tools.monitor.lookOnly(currency));
  return Sourced<MonitorAgent::View>{std::move(seen), SourceState::Live, tools.clock.now(), {}, {}};
}

} // namespace

Result<AssortmentNow> AssortmentNow::load(const PlannerTools& tools) {
  const Instant now = tools.clock.now();
  PW_TRY(const Instant effective, tools.approval.nextRelease(now));
  PW_TRY(World world, loadWorld(tools, now, effective));
  if (world.sales.points.empty())
    return fail(QStringLiteral("forecast.no-history"));
  AssortmentNow out;
  PW_TRY(out.m_market, marketOf(tools, world.settings));
  out.m_world = std::make_shared<const World>(std::move(world));
  out.m_series = out.m_world->demandSeries();
  return out;
}

Result<AssortmentNow::Learnt> AssortmentNow::learn(const ModelVersion& version, int holdOutWeeks,
                                                   const JobContext& job) const {
  DemandOptions how;
  how.forWeekStarting = toDayNumber(dayOf(m_world->effective));
  how.parameters = estimatorParameters(version.parameters);
  how.holdOutWeeks = holdOutWeeks;
  Learnt out;
  const auto began = std::chrono::steady_clock::now();
  PW_TRY(out.model, fitDemand(m_series, how, job));
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  std::unordered_map<int, const DemandEstimate*> demand;
  for (std::size_t i = 0; i < m_series.size(); ++i)
    demand[m_series[i].listingNo] = &out.model.estimates[i];
  int withoutPrice = 0;
  const std::vector<CaseGroup> groups = groupListings(*m_world, &withoutPrice);
  const CaseSources sources{&m_market, &demand, version.label(), {}, kSeed};
  out.cases.resize(groups.size());
  if (!parallelFor(groups.size(), 1, job, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          out.cases[i] = buildCase(*m_world, sources, groups[i]);
      }))
    return fail(QStringLiteral("job.cancelled"));
  return out;
}

} // namespace pricewright
