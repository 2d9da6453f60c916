// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/Models.h"

#include "base/Words.h"
#include "demand/HoldOut.h"
#include "engine/models/SalesOutlook.h"

#include <QJsonArray>

namespace pricewright {
namespace {

struct Sides {
  ModelVersion champion, challenger;
};

Result<Sides> sidesOf(Workspace& w, ModelKind kind, const QString& version) {
  const QString name = modelName(kind);
  Sides out;
  PW_TRY(out.champion, w.models().champion(name));
  if (!version.isEmpty()) {
    PW_TRY(out.challenger, w.models().version(name, version));
    return out;
  }
  PW_TRY(std::optional<ModelVersion> challenger, w.models().challenger(name));
  if (!challenger)
    return fail(s("model.no-challenger"), {{s("model"), name}});
  out.challenger = std::move(*challenger);
  return out;
}

std::map<int, Category> categoriesOf(const Catalog& catalog) {
  std::map<int, Category> out;
  for (const Category& c : catalog.categories)
    out.emplace(c.no, c);
  return out;
}

void tellTraining(const QJsonObject& metrics, const std::map<int, Category>& categories, ModelsView& out) {
  out.overall = holdOutMetricsFrom(metrics);
  std::map<int, AfterEffect> payback;
  const QJsonArray after = metrics.value(s("afterEffects")).toArray();
  for (const QJsonValue& value : after)
    payback[value[s("categoryNo")].toInt()] = {value[s("payback")].toDouble(), value[s("paybackSd")].toDouble()};
  out.payback = payback[0];
  const QJsonArray byCategory = metrics.value(s("byCategory")).toArray();
  const QJsonArray byOrigin = metrics.value(s("origins")).toArray();
  for (const QJsonValue& value : byCategory) {
    const QJsonObject o = value.toObject();
    const auto found = categories.find(o.value(s("categoryNo")).toInt());
    if (found != categories.end())
      out.accuracy.push_back(
          {found->second.code, found->second.name, holdOutMetricsFrom(o), payback[found->second.no]});
  }
  std::sort(out.accuracy.begin(), out.accuracy.end(),
            [](const CategoryAccuracy& a, const CategoryAccuracy& b) { return a.code < b.code; });
  for (const QJsonValue& value : byOrigin) {
    const QJsonObject o = value.toObject();
    out.origins.push_back({o.value(s("from")).toInt(), holdOutMetricsFrom(o), o.value(s("revenueSold")).toDouble(),
                           o.value(s("revenueForecast")).toDouble()});
  }
  if (const QJsonObject drift = metrics.value(s("drift")).toObject(); !drift.isEmpty())
    out.drift = driftReportFrom(drift);
}

QJsonObject backtestMetrics(const BacktestReport& report) {
  QJsonObject out = holdOutJson(report.blend);
  double pinball = 0;
  QJsonArray origins;
  for (const BacktestOrigin& origin : report.origins) {
    QJsonObject one = holdOutJson(origin.blend);
    one.insert(s("from"), origin.from), one.insert(s("pinball"), origin.pinball);
    origins.append(one);
    pinball += origin.pinball / double(report.origins.size());
  }
  out.insert(s("pinball"), pinball);
  out.insert(s("origins"), origins);
  return out;
}

} // namespace

Result<ModelsView> modelsView(Workspace& w) {
  ModelsView out;
  PW_TRY(out.versions, w.models().versions());
  PW_TRY(const Catalog catalog, w.catalog().load());
  out.currency = catalog.currency;
  const QString estimator = modelName(ModelKind::ElasticityEstimator);
  for (const ModelVersion& v : out.versions)
    if (v.name == estimator && v.alias == u"champion" && v.training) {
      out.trainedAt = v.training->at;
      tellTraining(v.training->metrics, categoriesOf(catalog), out);
    }
  return out;
}

HoldOutMetrics holdOutOf(const ModelVersion& version) {
  return version.training ? holdOutMetricsFrom(version.training->metrics) : HoldOutMetrics();
}

Result<ModelKind> modelKind(const QString& name) {
  if (const auto kind = modelFrom(name))
    return *kind;
  return fail(s("model.unknown"), {{s("model"), name}, {s("why"), s("name")}});
}

Status addModel(Workspace& w, const QString& name, const QString& version, const QJsonObject& parameters,
                const QString& note) {
  PW_TRY(const ModelKind kind, modelKind(name));
  PW_CHECK(checkParameters(kind, parameters));
  ModelVersion what;
  what.name = name, what.version = version, what.parameters = parameters, what.note = note;
  return w.models().add(w.me(), what);
}

Result<ShadowRun> tryEstimator(Workspace& w, const QString& version, const JobContext& job) {
  PW_TRY(const Sides sides, sidesOf(w, ModelKind::ElasticityEstimator, version));
  PW_TRY(ShadowRun run, shadowRun(w.planner().tools(), sides.champion, sides.challenger, job));
  // What learnt from nothing is off by nothing, and would look like the best of all.
  if (run.challenger.metrics.value(QStringLiteral("rowsUsed")).toInteger() == 0)
    return fail(QStringLiteral("model.nothing-learnt"), {{QStringLiteral("model"), run.challenger.version}});
  if (!w.database().isReadOnly())
    PW_CHECK(keepTrial(w, run));
  return run;
}

Result<ShadowRun> tryOptimizer(Workspace& w, const QString& version, const JobContext& job) {
  PW_TRY(const Sides sides, sidesOf(w, ModelKind::PriceOptimizer, version));
  PW_TRY(ShadowRun run, shadowOptimizers(w.planner().tools(), sides.champion, sides.challenger, job));
  if (!w.database().isReadOnly())
    PW_CHECK(keepTrial(w, run));
  return run;
}

Result<ForecasterTrial> tryForecaster(Workspace& w, const QString& version, int weeks, const JobContext& job) {
  PW_TRY(const Sides sides, sidesOf(w, ModelKind::DemandForecaster, version));
  ForecasterTrial out;
  out.champion = sides.champion.version, out.challenger = sides.challenger.version;
  BacktestOptions options;
  options.weeks = weeks;
  options.parameters = forecasterParameters(sides.champion.parameters);
  PW_TRY(out.championReport, salesBacktest(w, options, job));
  options.parameters = forecasterParameters(sides.challenger.parameters);
  PW_TRY(out.challengerReport, salesBacktest(w, options, job));
  if (!w.database().isReadOnly())
    PW_CHECK(keepTrial(w, out));
  return out;
}

Status keepTrial(Workspace& w, const ShadowRun& run) {
  return w.models().record(w.me(), run.model, run.challenger.version, run.challenger.trainingSha256,
                           run.challenger.metrics, false);
}

Status keepTrial(Workspace& w, const ForecasterTrial& trial) {
  const QString name = modelName(ModelKind::DemandForecaster);
  for (const auto& [version, report] :
       {std::pair(&trial.champion, &trial.championReport), {&trial.challenger, &trial.challengerReport}})
    PW_CHECK(w.models().record(w.me(), name, *version, report->trainingSha256, backtestMetrics(*report), false));
  return {};
}

} // namespace pricewright
