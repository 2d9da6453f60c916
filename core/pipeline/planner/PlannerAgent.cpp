// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/PlannerAgent.h"

#include "base/Log.h"
#include "pipeline/planner/Cycle.h"
#include "statistics/Random.h"

#include <thread>

namespace pricewright {
namespace {

constexpr int kSteps = 12;
bool isBusy(const Error& e) { return e.is(u"storage.busy"); }

} // namespace

PlannerAgent::PlannerAgent(PlannerTools tools) : m_tools(tools) {}

Result<CycleReport> PlannerAgent::runCycle(const Actor& by, const CycleOptions& options, const JobContext& job) {
  Cycle cycle(*this, by, options, job);
  PW_CHECK(cycle.begin());
  return cycle.finish(cycle.run());
}

PlannerAgent::Cycle::Cycle(PlannerAgent& planner, const Actor& actor, const CycleOptions& how,
                           const JobContext& context)
    : agent(planner), t(planner.m_tools), by(actor), options(how), job(context) {}

Status PlannerAgent::Cycle::begin() {
  report.startedAt = t.clock.now();
  report.startedBy = by.user;
  report.seed = options.seed;
  if (report.seed == 0)
    report.seed =
        (Random::seedFrom(0, t.ids.next().toString().toStdString()) >> 2) | 1; // fits SQLite's and JSON's integers
  PW_TRY(report.cycleId, t.decisions.beginCycle(by, report.seed));
  report.state = QStringLiteral("running");
  return {};
}

Status PlannerAgent::Cycle::run() {
  PW_CHECK(step("expire", &Cycle::expire));
  PW_CHECK(step("recover", &Cycle::recover)); // what died on the way, what people approved
  PW_CHECK(step("adopt", &Cycle::adopt));
  PW_CHECK(step("monitor", &Cycle::watch));
  PW_CHECK(step("load", &Cycle::load));
  PW_CHECK(step("demand", &Cycle::estimate));
  PW_CHECK(step("features", &Cycle::buildFeatures));
  PW_CHECK(step("decide", &Cycle::decide)); // rules, optimizer, evaluator, guardrail
  PW_CHECK(step("breaker", &Cycle::checkBreaker));
  PW_CHECK(step("save", &Cycle::save));
  PW_CHECK(step("publish", &Cycle::publish));
  return step("lists", &Cycle::writeLists);
}

// Runs one step, writes its report, and notices a wish to stop before and after it.
Status PlannerAgent::Cycle::step(const char* name, Status (Cycle::*what)(StationReport&)) {
  if (job.cancelled())
    return fail(QStringLiteral("job.cancelled"));
  job.report(name, double(report.stations.size()) / kSteps);
  StationReport r;
  r.station = QString::fromLatin1(name);
  const Instant start = t.clock.now();
  const auto began = std::chrono::steady_clock::now();
  const Status done = (this->*what)(r);
  r.took = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - began);
  if (!done)
    r.ended =
        done.error().is(u"job.cancelled") ? QStringLiteral("cancelled") : QStringLiteral("failed:") + done.error().code;
  t.telemetry.span({r.station, QStringLiteral("cycle"), start, r.took, {{QStringLiteral("ended"), r.ended}}});
  report.stations.push_back(std::move(r));
  if (done && agent.afterStation)
    agent.afterStation(name);
  return done;
}

Result<CycleReport> PlannerAgent::Cycle::finish(const Status& ended) {
  const bool cancelled = !ended && ended.error().is(u"job.cancelled");
  if (cancelled && saved && !published)
    takeBackApprovals();
  report.state = cancelled ? QStringLiteral("cancelled")
                 : !ended  ? QStringLiteral("failed")
                 : halted  ? QStringLiteral("halted")
                           : QStringLiteral("finished");
  report.endedAt = t.clock.now();
  const Status noted = t.decisions.endCycle(by, report);
  if (!ended && !cancelled) {
    if (!noted)
      qCWarning(logPipeline) << "the cycle's end could not be noted:" << noted.error().debugText();
    return ended.error();
  }
  if (!noted)
    return noted.error();
  job.report("done", 1);
  return report;
}

// Retries what passes by itself (another program holds the file, a folder is not there yet); anything else ends at
// once.
Status PlannerAgent::Cycle::retried(bool (*worthIt)(const Error&), const std::function<Status()>& attempt) const {
  RetryTools tools = agent.retryTools;
  Random random(report.seed);
  if (!tools.random01)
    tools.random01 = [&random] { return random.uniform(); };
  if (!tools.wait)
    tools.wait = [](Duration d) { std::this_thread::sleep_for(d); };
  std::optional<Error> final;
  const Status ended = retry({}, tools, job, [&]() -> Status {
    const Status done = attempt();
    if (done || worthIt(done.error()))
      return done;
    final = done.error();
    return {};
  });
  if (final)
    return *final;
  return ended;
}

Status PlannerAgent::Cycle::expire(StationReport& r) {
  PW_TRY(const int expired, t.approval.expireDue());
  r.count = expired;
  return {};
}

Status PlannerAgent::Cycle::recover(StationReport& r) {
  if (!options.publish)
    return {};
  PW_TRY(const auto reports, t.channels.releaseDue(by, job));
  release(r, reports);
  return {};
}

Status PlannerAgent::Cycle::adopt(StationReport& r) {
  PW_TRY(const int adopted, t.catalog.adoptObservedPrices(by, dayOf(t.clock.now())));
  r.count = adopted;
  return {};
}

Status PlannerAgent::Cycle::load(StationReport& r) {
  const Instant now = t.clock.now();
  PW_TRY(const Instant effective, t.approval.nextRelease(now));
  PW_CHECK(retried(isBusy, [&]() -> Status {
    PW_TRY(world, loadWorld(t, now, effective));
    world.autoBands = options.autoBands;
    return {};
  }));
  r.count = qint64(world.catalog.listings.size());
  r.reasons[QStringLiteral("sales")] = qint64(world.sales.points.size());
  if (world.costNews.feedsMovedByFactor > 0)
    r.reasons[QStringLiteral("feeds-moved-by-factor")] = world.costNews.feedsMovedByFactor;
  return {};
}

Status PlannerAgent::Cycle::watch(StationReport& r) {
  PW_TRY(const QString code, t.catalog.workspaceValue(QStringLiteral("currency")));
  PW_TRY(const Currency currency, Currency::fromCode(code));
  PW_TRY(const Settings settings, t.catalog.settings());
  t.monitor.cacheLimit = std::chrono::hours(settings.integer(u"monitor.cache.hours"));
  market = t.monitor.collect(by, currency);
  const MarketView& view = *market.value;
  r.count = qint64(view.offers.size());
  for (const auto& [name, count] : {std::pair("checked", view.checked),
                                    {"quarantined", view.quarantined},
                                    {"rejected", view.rejected},
                                    {"stale", view.stale},
                                    {"feeds-moved-by-factor", view.feedsMovedByFactor}})
    if (count > 0)
      r.reasons[QString::fromLatin1(name)] = count;
  if (market.state != SourceState::Live) {
    r.fallback = market.state == SourceState::Fallback ? market.by : sourceStateName(market.state);
    r.reasons[market.reason] = 1;
  }
  return {};
}

} // namespace pricewright
