// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A test of models under way: what cycles did with the challenger, what that means for the test, and its promotion.
#include "base/Json.h"
#include "base/Words.h"
#include "catalog/Rows.h"
#include "engine/experiments/ExperimentModels.h"
#include "pipeline/test_manager/ModelTest.h"

#include <array>

namespace pricewright {
namespace {

using std::chrono::hours;

// What one cycle did with the challenger; none: it knew nothing of it.
enum class Asked { No, Decided, Ready, Failed };

Asked askedIn(const CycleReport& report, const QString& label) {
  for (const StationReport& station : report.stations) {
    if (station.station != u"demand")
      continue;
    if (station.reasons.contains(challengerFailed(label)))
      return Asked::Failed;
    if (station.reasons.contains(challengerDecided(label)))
      return Asked::Decided;
    if (station.reasons.contains(challengerReady(label)))
      return Asked::Ready;
  }
  return Asked::No;
}

// Cycles that came to their decisions since then, oldest first.
Result<std::vector<CycleReport>> cyclesSince(Workspace& w, Instant since) {
  PW_TRY(Query q,
         Query::prepare(w.database(), "SELECT started_ms, coalesce(ended_ms, started_ms), report FROM cycle WHERE "
                                      "kind = 'cycle' AND state IN ('finished', 'halted') AND started_ms >= ?1 "
                                      "ORDER BY started_ms, id"));
  q.bind(1, toMillis(since));
  std::vector<CycleReport> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(const QJsonObject json, parseObject(q.text(2).toUtf8()));
    PW_TRY(CycleReport report, cycleReportFromJson(json));
    report.startedAt = fromMillis(q.integer(0)), report.endedAt = fromMillis(q.integer(1));
    out.push_back(std::move(report));
    return {};
  }));
  return out;
}

Status addVersions(Workspace& w, const ExperimentRow& row, ModelStanding& out) {
  const QString name = modelName(ModelKind::ElasticityEstimator);
  PW_TRY(const ModelVersion champion, w.models().champion(name));
  out.isChampion = champion.version == row.setup.models->challenger;
  if (champion.version != row.setup.models->champion)
    out.lost = s("model-replaced");
  const Result<ModelVersion> there = w.models().version(name, row.setup.models->challenger);
  if (!there && !there.error().is(u"model.unknown"))
    return there.error();
  if (!there)
    out.lost = s("model-gone");
  return {};
}

// From when on a cycle decides all that the present step asks for.
Instant stepSince(const ExperimentRow& row) {
  return row.rampStep > 0 ? row.stateSince : row.startedAt.value_or(row.stateSince);
}

// The judge's words, as a test of models has them.
QString reasonOfModels(const ExperimentRow& row, const TestOrder& order, bool modelSilent) {
  constexpr std::array<std::pair<const char*, const char*>, 3> kWords{
      {{"prices-in-force", "model-decides"}, {"ramp-step", "model-ramp-step"}, {"ramp-over", "model-ramp-over"}}};
  const bool rollsOut = row.state == TestState::RollingOut;
  if (rollsOut && order.action == TestAction::FinishRollOut)
    return s("model-promoted");
  if (rollsOut && order.action == TestAction::Decide)
    return s("model-not-promoted");
  if (modelSilent && order.reason == u"sales-silent")
    return s("model-silent");
  if (order.action == TestAction::Resume && row.reason == u"model-silent")
    return s("model-back");
  for (const auto& [price, model] : kWords)
    if (order.reason == QLatin1String(price))
      return s(model);
  return order.reason;
}

} // namespace

Result<ModelStanding> modelStanding(Workspace& w, const ExperimentRow& row) {
  ModelStanding out;
  PW_CHECK(addVersions(w, row, out));
  const Instant started = row.startedAt.value_or(row.stateSince);
  out.newestReady = started;
  const QString label = modelName(ModelKind::ElasticityEstimator) + u'/' + row.setup.models->challenger;
  PW_TRY(const std::vector<CycleReport> reports, cyclesSince(w, started));
  for (const CycleReport& report : reports) {
    const Asked asked = askedIn(report, label);
    if (asked == Asked::No)
      continue;
    const bool failed = asked == Asked::Failed;
    out.newestFailed = failed;
    if (!failed)
      out.newestReady = report.startedAt;
    if (asked == Asked::Decided && report.startedAt >= stepSince(row) && !out.decidedAt)
      out.decidedAt = report.endedAt;
    if (row.countedFrom && report.startedAt >= *row.countedFrom)
      ++out.cycles, out.failed += failed ? 1 : 0;
  }
  return out;
}

StepStanding modelStepStanding(const ExperimentRow& row, const ModelStanding& model) {
  if (row.state == TestState::RollingOut)
    return StepStanding{model.isChampion, !model.isChampion, row.stateSince};
  return StepStanding{model.decidedAt.has_value(), false, model.decidedAt.value_or(row.stateSince)};
}

TestOrder judgeModelTest(const ExperimentRow& row, const TestStanding& standing, const ModelStanding& model,
                         const TestReading* reading) {
  const bool modelSilent = model.newestFailed && standing.now - model.newestReady > hours(row.plan.silentHours);
  TestStanding with = standing;
  with.modelSilent = modelSilent;
  TestOrder order = judgeTest(row, with, reading);
  if (order.reason == u"plan-changed")
    return order;
  if (row.state == TestState::Decided && model.isChampion) // promoted by its page: that is what was to be decided
    return TestOrder{TestAction::FinishRollOut, s("model-promoted"), row.verdict, 0};
  if (row.state != TestState::RollingOut && !model.lost.isEmpty())
    return TestOrder{TestAction::Revert, model.lost, TestVerdict::Undecided, 0};
  if (row.state == TestState::Waiting && order.action == TestAction::None && modelSilent)
    return TestOrder{TestAction::Revert, s("model-silent"), TestVerdict::Undecided, 0};
  order.reason = reasonOfModels(row, order, modelSilent);
  return order;
}

Status addModelDoubts(Workspace& w, const ExperimentRow& row, TestReading& reading) {
  constexpr int kOneIn = 4; // more cycles without it make another treatment of it
  PW_TRY(const ModelStanding model, modelStanding(w, row));
  if (model.newestFailed || kOneIn * model.failed > model.cycles)
    reading.doubts << s("experiment.model-failed");
  return {};
}

// The state first: what is interrupted before the promotion is asked of people again.
Status rollOutModel(Workspace& w, const ExperimentRow& row) {
  PW_CHECK(w.catalog().permits(w.me(), Permission::PromoteModels));
  PW_TRY(const ModelStanding model, modelStanding(w, row));
  if (!model.lost.isEmpty())
    return fail(s("experiment.model-replaced"), {{s("name"), row.plan.name}, {s("version"), row.plan.model}});
  TestMove move;
  move.state = TestState::RollingOut, move.reason = s("rolled-out-by-hand");
  PW_CHECK(w.experiments().move(w.me(), row, move));
  return w.models().promote(w.me(), modelName(ModelKind::ElasticityEstimator), row.setup.models->challenger,
                            s("test: ") + row.plan.name + s(", ") + testVerdictName(row.verdict));
}

} // namespace pricewright
