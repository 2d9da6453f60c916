// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The steps in the middle of a cycle: inference, cases, decisions.
#include "base/Log.h"
#include "base/Parallel.h"
#include "pipeline/guardrail/Guardrail.h"
#include "pipeline/planner/Cycle.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace pricewright {
namespace {

Error cancelled() { return fail(QStringLiteral("job.cancelled")); }

} // namespace

// Inference gets a deadline through its stop token. Late, failed or thrown: an error, and rules stand in.
Result<DemandModel> PlannerAgent::Cycle::fitWithin(std::span<const DemandSeries> series,
                                                   const DemandOptions& how) const {
  const Duration deadline = agent.inferenceDeadline.value_or(
      std::chrono::seconds(world.settings.integer(u"planner.inference-timeout.seconds")));
  std::stop_source own;
  std::stop_callback outer(job.stop, [&own] { own.request_stop(); });
  std::atomic<bool> late = false;
  std::mutex mutex;
  std::condition_variable_any bell;
  std::jthread watchdog([&](std::stop_token finished) {
    std::unique_lock lock(mutex);
    bell.wait_for(lock, finished, deadline, [] { return false; });
    if (!finished.stop_requested()) {
      late = true;
      own.request_stop();
    }
  });
  Result<DemandModel> fitted = fail(QStringLiteral("planner.inference-failed"));
  try {
    fitted = agent.fit(series, how, {own.get_token(), job.progress});
  } catch (const std::exception& thrown) {
    fitted =
        fail(QStringLiteral("planner.inference-failed"), {{QStringLiteral("why"), QString::fromUtf8(thrown.what())}});
  }
  watchdog.request_stop();
  watchdog.join();
  if (job.cancelled())
    return cancelled();
  if (!fitted && late)
    return fail(QStringLiteral("planner.inference-timeout"),
                {{QStringLiteral("seconds"), QString::number(double(deadline.count()) / 1000)}});
  return fitted;
}

Status PlannerAgent::Cycle::estimate(StationReport& r) {
  const std::vector<DemandSeries> series = world.demandSeries();
  r.count = qint64(series.size());
  PW_TRY(const ModelVersion champion, t.models.champion(modelName(ModelKind::ElasticityEstimator)));
  modelVersion = champion.label();
  PW_TRY(challengers, challengersNow(t, champion, world.catalog));
  if (std::all_of(series.begin(), series.end(), [](const DemandSeries& s) { return s.points.empty(); })) {
    modelVersion.clear();
    r.reasons[QStringLiteral("no-history")] = 1;
    return leaveAllToRules(r, QStringLiteral("no-history"));
  }
  qint64 partial = 0;
  for (const DemandSeries& s : series)
    partial += qint64(world.salesOf(s.listingNo).size() - s.points.size());
  if (partial > 0)
    r.reasons[QStringLiteral("partial-weeks-left-out")] = partial;
  DemandOptions how;
  how.forWeekStarting = toDayNumber(dayOf(world.effective));
  how.parameters = estimatorParameters(champion.parameters);
  how.afterEffects = true;
  const auto began = std::chrono::steady_clock::now();
  Result<DemandModel> fitted = fitWithin(series, how);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
  t.telemetry.observe(QStringLiteral("ml_inference_latency_ms"), took.count());
  if (!fitted && fitted.error().is(u"job.cancelled"))
    return fitted.error();
  if (fitted && fitted->estimates.size() != series.size())
    fitted = fail(QStringLiteral("planner.inference-failed"));
  t.telemetry.count(fitted ? QStringLiteral("inference_successes") : QStringLiteral("inference_failures"));
  if (!fitted) {
    qCWarning(logPipeline) << "inference failed, rules stand in:" << fitted.error().debugText();
    modelFailure = fitted.error().code;
    r.fallback = QStringLiteral("rules");
    r.reasons[modelFailure] = 1;
    return leaveAllToRules(r, modelFailure);
  }
  model = std::move(*fitted);
  modelVersion += u'+' + model.trainingSha256.left(12);
  for (std::size_t i = 0; i < series.size(); ++i) {
    demand[series[i].listingNo] = &model.estimates[i];
    ++r.reasons[QStringLiteral("grade:") + identificationName(model.estimates[i].grade)];
  }
  PW_TRY(const DriftReport drift, watchDriftIn(t.db, world, series, model, dayOf(world.now)));
  if (drift.residual.alarm)
    r.reasons[QStringLiteral("drift:forecast-errors")] = 1;
  if (drift.calibration.alarm)
    r.reasons[QStringLiteral("drift:calibration")] = 1;
  for (const FeatureDrift& f : drift.features)
    if (f.alarm && !f.ours)
      r.reasons[QStringLiteral("drift:") + f.feature] = 1;
  QJsonObject metrics = model.metrics();
  metrics.insert(QStringLiteral("drift"), toJson(drift));
  PW_CHECK(t.models.record(by, champion.name, champion.version, model.trainingSha256, metrics, true));
  return askChallengers(r, series, how);
}

Status PlannerAgent::Cycle::buildFeatures(StationReport& r) {
  int withoutPrice = 0;
  const std::vector<CaseGroup> groups = groupListings(world, &withoutPrice);
  cases.resize(groups.size());
  const bool whole = parallelFor(groups.size(), 1, job, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      cases[i].content = buildCase(world, sourcesOf(groups[i]), groups[i]);
  });
  if (!whole)
    return cancelled();
  for (const auto& c : cases) {
    r.count += qint64(c.content.listings.size());
    if (!c.content.amountsWhy.isEmpty())
      r.reasons[QStringLiteral("amounts-not-converted")] += int(c.content.listings.size());
  }
  if (withoutPrice > 0)
    r.reasons[QStringLiteral("no-price")] = withoutPrice;
  costFeedsMovedByFactor = world.costNews.feedsMovedByFactor;
  // What the cases took over is not needed twice: at ten thousand listings it is most of the memory.
  const Settings settings = world.settings;
  const Instant effective = world.effective, now = world.now;
  world = World();
  world.settings = settings;
  world.effective = effective;
  world.now = now;
  model = DemandModel();
  demand.clear();
  challengers.clear();
  return {};
}

Status PlannerAgent::Cycle::decide(StationReport& r) {
  const bool whole = parallelFor(cases.size(), 1, job, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      cases[i].decisions = decideCase(cases[i].content);
  });
  if (!whole)
    return cancelled();
  for (auto& c : cases) {
    c.caseId = t.ids.next().toString();
    for (PriceDecision& d : c.decisions) {
      d.id = t.ids.next();
      d.cycleId = report.cycleId;
      d.caseId = c.caseId;
      ++r.reasons[QStringLiteral("route:") + routeName(d.guarded.route)];
      ++r.reasons[QStringLiteral("method:") + methodName(d.recommendation.method)];
      ++r.count;
    }
  }
  if (!modelFailure.isEmpty())
    r.fallback = QStringLiteral("rules");
  meterDecisions();
  return {};
}

void PlannerAgent::Cycle::meterDecisions() const {
  double confidence = 0;
  qint64 confident = 0, all = 0, triggered = 0, violations = 0;
  for (const auto& c : cases)
    for (const PriceDecision& d : c.decisions) {
      ++all;
      if (d.recommendation.method == Method::Model && d.guarded.route != Route::NoChange) {
        confidence += d.recommendation.confidence;
        ++confident;
      }
      bool any = false;
      for (const Verdict& v : d.guarded.verdicts) {
        any |= v.station == u"guardrail" &&
               (v.outcome == VerdictOutcome::Adjusted || v.outcome == VerdictOutcome::NeedsApproval ||
                v.outcome == VerdictOutcome::Blocked || v.outcome == VerdictOutcome::Held);
        violations += v.outcome == VerdictOutcome::Blocked;
      }
      triggered += any;
    }
  if (confident > 0)
    t.telemetry.gauge(QStringLiteral("price_recommendation_confidence_avg"), confidence / double(confident));
  if (all > 0)
    t.telemetry.gauge(QStringLiteral("guardrail_trigger_rate"), double(triggered) / double(all));
  t.telemetry.count(QStringLiteral("policy_violation_count"), violations);
}

// Looks at the cycle as a whole before anything leaves. A halted cycle publishes nothing by itself.
Status PlannerAgent::Cycle::checkBreaker(StationReport& r) {
  std::vector<PriceDecision> all;
  for (auto& c : cases)
    std::move(c.decisions.begin(), c.decisions.end(), std::back_inserter(all));
  const int feeds = market.value->feedsMovedByFactor + costFeedsMovedByFactor;
  const BreakerResult breaker = batchBreaker({all, feeds, &world.settings});
  r.count = qint64(all.size());
  const auto giveToHuman = [&r](PriceDecision& d) {
    if (d.guarded.route != Route::Automatic)
      return;
    haltDecision(d);
    ++r.reasons[QStringLiteral("batch-breaker")];
  };
  for (const std::size_t i : breaker.toHuman)
    giveToHuman(all[i]);
  if (breaker.halt) {
    halted = true;
    report.haltedBy = breaker.ruleId;
    r.reasons[breaker.ruleId] = 1;
  }
  auto next = all.begin();
  for (auto& c : cases)
    for (PriceDecision& d : c.decisions)
      d = std::move(*next++);
  for (auto& c : cases)
    for (PriceDecision& d : c.decisions) {
      if (halted)
        giveToHuman(d);
      d.contentHash = contentHash(d);
    }
  return {};
}

} // namespace pricewright
