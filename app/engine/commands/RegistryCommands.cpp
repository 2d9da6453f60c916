// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The registry of models, the watch over drift, and the feature store.
#include "Commands.h"

#include "Shapes.h"
#include "base/Json.h"
#include "base/Words.h"
#include "engine/models/DemandFit.h"
#include "engine/models/FeatureView.h"
#include "engine/models/Models.h"
#include "engine/texts/Texts.h"
#include "pipeline/features/FeatureBuilder.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pricewright {
namespace {

QString percent(double share, int places = 1) { return QString::number(100 * share, 'f', places); }
QString number(double value, int places = 3) { return QString::number(value, 'f', places); }

QJsonObject toJson(const ModelVersion& v) {
  QJsonObject o{{"model", v.name},
                {"version", v.version},
                {"alias", v.alias},
                {"parameters", v.parameters},
                {"note", v.note},
                {"created_by", v.createdBy},
                {"promoted_by", v.promotedBy},
                {"why", v.why},
                {"before", v.before}};
  if (v.promotedAt)
    o.insert(s("promoted_at"), isoInstant(*v.promotedAt));
  if (v.training)
    o.insert(s("training"), QJsonObject{{"sha256", v.training->sha256},
                                        {"at", isoInstant(v.training->at)},
                                        {"metrics", v.training->metrics}});
  return o;
}

QString parametersText(const QJsonObject& parameters) {
  if (parameters.isEmpty())
    return s("the program's own");
  return QString::fromUtf8(QJsonDocument(parameters).toJson(QJsonDocument::Compact)).remove(u'"').mid(1).chopped(1);
}

QString modelsText(const ModelsView& view) {
  std::vector<QStringList> rows;
  for (const ModelVersion& v : view.versions) {
    const HoldOutMetrics m = holdOutOf(v);
    const bool told = m.rows > 0;
    rows.push_back({v.name, v.version, v.alias, parametersText(v.parameters), told ? percent(m.wapeMedian) : s("–"),
                    told ? percent(m.bias) : s("–"), told ? percent(m.coverage80) : s("–"),
                    v.training ? isoInstant(v.training->at).left(16) : s("never"), v.note});
  }
  QString text = textTable({"model", "version", "", "parameters", "WAPE %", "bias %", "in 80 %", "learnt", "note"},
                           rows, s("    rrr"));
  for (const ModelKind kind : kModelKinds) {
    text += s("\n\nParameters of %1:").arg(modelName(kind));
    for (const ParameterSpec& p : parameterTable(kind))
      text += s("\n  %1  %2").arg(s(p.name), codeText(s(p.name)));
  }
  return text;
}

ExportTable tableOf(const ShadowRun& run) {
  ExportTable table;
  table.title = s("prices that differ");
  const auto column = [&](const char* key, ExportKind kind, int places = 4) {
    table.columns.push_back({s(key), s(key), kind, places});
  };
  for (const char* text : {"sku", "zone", "category", "currency"})
    column(text, ExportKind::Text);
  for (const char* figure : {"now", "champion", "challenger", "champion_profit", "challenger_profit",
                             "champion_elasticity", "challenger_elasticity"})
    column(figure, ExportKind::Number);
  column("champion_route", ExportKind::Text), column("challenger_route", ExportKind::Text);
  for (const ShadowPrice& p : run.differences)
    table.rows.push_back({p.sku, p.zone, p.category, p.now.currency().code(), p.now.toDouble(), p.champion.toDouble(),
                          p.challenger.toDouble(), p.championProfit, p.challengerProfit, p.championElasticity,
                          p.challengerElasticity, routeName(p.championRoute), routeName(p.challengerRoute)});
  return table;
}

QJsonObject toJson(const ShadowSide& side) {
  return {{"version", side.version},
          {"changes", side.changes},
          {"profit_per_week", side.profit},
          {"seconds", side.seconds},
          {"hold_out", toJson(side.holdOut)}};
}

QStringList sideRow(const QString& what, const QString& version, const HoldOutMetrics& m) {
  return {what,
          version,
          QString::number(m.rows),
          percent(m.wapeMedian),
          percent(m.bias),
          percent(m.coverage80),
          percent(m.coverage95)};
}
const QStringList kSideHeader{"", "version", "rows", "WAPE %", "bias %", "in 80 %", "in 95 %"};

// Of estimators or optimizers: the prices that would differ.
int compareByPrices(Session& session, Workspace& w, ModelKind kind) {
  const auto tried = kind == ModelKind::PriceOptimizer ? tryOptimizer : tryEstimator;
  PW_SAY(session, const ShadowRun run, tried(w, session.arguments.value("model"), session.job()));
  const QString out = session.arguments.value("out");
  if (const Status written = writeOut(session, tableOf(run)); !written)
    return session.refuse(written.error());
  QJsonArray prices;
  if (session.json() && out.isEmpty())
    for (const ShadowPrice& p : run.differences)
      prices.append(QJsonObject{{"sku", p.sku},
                                {"zone", p.zone},
                                {"now", p.now.toString()},
                                {"champion", p.champion.toString()},
                                {"challenger", p.challenger.toString()},
                                {"champion_elasticity", p.championElasticity},
                                {"challenger_elasticity", p.challengerElasticity}});
  QString text;
  if (kind == ModelKind::ElasticityEstimator)
    text = textTable(kSideHeader,
                     {sideRow(s("champion"), run.champion.version, run.champion.holdOut),
                      sideRow(s("challenger"), run.challenger.version, run.challenger.holdOut)},
                     s("  rrrrr"));
  else
    text = s("Expected a week, by the same demand: champion %1, challenger %2.")
               .arg(number(run.champion.profit, 2), number(run.challenger.profit, 2));
  text += s("\n\nOf %1 prices the champion would move %2, the challenger %3; %4 would differ.\n")
              .arg(run.listings)
              .arg(run.champion.changes)
              .arg(run.challenger.changes)
              .arg(run.differences.size());
  text += rowsText({"product", "zone", "now", "champion", "challenger", "elasticities"}, s("  rrr"),
                   run.differences.size(), out, [&](std::size_t i) -> QStringList {
                     const ShadowPrice& p = run.differences[i];
                     return {p.sku,
                             p.zone,
                             p.now.toString(),
                             p.champion.toString(),
                             p.challenger.toString(),
                             s("%1, %2").arg(number(p.championElasticity, 2), number(p.challengerElasticity, 2))};
                   });
  return session.answer({{"model", run.model},
                         {"listings", run.listings},
                         {"champion", toJson(run.champion)},
                         {"challenger", toJson(run.challenger)},
                         {"differ", qint64(run.differences.size())},
                         {"prices", prices}},
                        text);
}

int compareForecasters(Session& session, Workspace& w) {
  PW_SAY(session, const qint64 weeks, wholeNumber(session.arguments.value("weeks", s("8")), "weeks", 1, 104));
  PW_SAY(session, const ForecasterTrial trial,
         tryForecaster(w, session.arguments.value("model"), int(weeks), session.job()));
  const auto side = [](const QString& version, const BacktestReport& report) {
    return QJsonObject{{"version", version}, {"hold_out", toJson(report.blend)}};
  };
  return session.answer({{"model", modelName(ModelKind::DemandForecaster)},
                         {"weeks", weeks},
                         {"champion", side(trial.champion, trial.championReport)},
                         {"challenger", side(trial.challenger, trial.challengerReport)}},
                        textTable(kSideHeader,
                                  {sideRow(s("champion"), trial.champion, trial.championReport.blend),
                                   sideRow(s("challenger"), trial.challenger, trial.challengerReport.blend)},
                                  s("  rrrrr")));
}

QString driftText(const DriftReport& r) {
  std::vector<QStringList> rows;
  for (const FeatureDrift& f : r.features) {
    const bool told = f.why.isEmpty();
    rows.push_back({f.feature, told ? number(f.kl) : s("–"), told ? number(f.psi) : s("–"),
                    told ? number(f.noise) : s("–"), told ? QString::number(f.current) : s("–"),
                    !told     ? codeText(f.why)
                    : f.alarm ? (f.ours ? s("moved, by ourselves") : s("drifts"))
                              : QString()});
  }
  const auto day = [](qint32 number) { return isoDay(Day(std::chrono::days(number))); };
  QString text = s("Weeks of %1 to %2 against the half year before.\n").arg(day(r.from), day(r.to - 1));
  text += textTable({"feature", "KL", "PSI", "by chance", "rows", ""}, rows, s(" rrrr"));
  if (r.residual.known)
    text +=
        s("\n\nForecast errors: the mean forecast was %1 % off what was sold in the newest %2 weeks (before: %3 %), "
          "%4 a week in revenue.%5")
            .arg(percent(r.residual.bias))
            .arg(r.residual.weeks)
            .arg(percent(r.residual.before), number(r.residual.moneyPerWeek, 0),
                 r.residual.alarm ? s(" It drifts.") : QString());
  if (r.calibration.known)
    text += s("\nCalibration: %1 % inside the 80 % limits (before: %2 %), KL %3.%4")
                .arg(percent(r.calibration.coverage80), percent(r.calibration.before), number(r.calibration.kl),
                     r.calibration.alarm ? s(" It drifts.") : QString());
  return text + (r.learnAnew() ? s("\n\nTry a challenger that forgets older weeks: models add elasticity_estimator "
                                   "VERSION --set history_weeks=52, then models compare.")
                               : s("\n\nNo reason to learn anew."));
}

QString valueText(const Feature& f) {
  return f.value ? s("%1 %2").arg(number(*f.value, std::abs(*f.value) < 100 ? 3 : 1), f.unit).trimmed()
                 : s("unavailable: %1").arg(codeText(f.why));
}
QJsonObject toJson(const Feature& f) {
  return {{"name", f.name}, {"value", f.value ? QJsonValue(*f.value) : QJsonValue()},
          {"unit", f.unit}, {"state", f.state},
          {"why", f.why},   {"as_of", isoInstant(f.asOf)}};
}

} // namespace

int runModelsList(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const ModelsView view, modelsView(w));
  QJsonArray all;
  for (const ModelVersion& v : view.versions)
    all.append(toJson(v));
  return session.answer({{"models", all}}, modelsText(view));
}

int runModelsAdd(Session& session) {
  const QString name = session.arguments.words[0], version = session.arguments.words[1];
  PW_SAY(session, const ModelKind kind, modelKind(name));
  PW_SAY(session, const QJsonObject parameters, parametersFrom(kind, session.arguments.all("set")));
  PW_OPEN(session, w, Changing);
  if (const Status added = addModel(w, name, version, parameters, session.arguments.value("note")); !added)
    return session.refuse(added.error());
  return session.answer({{"model", name}, {"version", version}, {"parameters", parameters}},
                        s("%1 %2 is the challenger. \"models compare %1\" tries it.").arg(name, version));
}

int runModelsCompare(Session& session) {
  PW_SAY(session, const ModelKind kind, modelKind(session.arguments.words.value(0, s("elasticity_estimator"))));
  PW_OPEN(session, w, Looking);
  return kind == ModelKind::DemandForecaster ? compareForecasters(session, w) : compareByPrices(session, w, kind);
}

int runModelsPromote(Session& session) {
  const QString name = session.arguments.words[0], version = session.arguments.words[1];
  PW_OPEN(session, w, Changing);
  if (const Status done = w.models().promote(w.me(), name, version, session.arguments.value("reason")); !done)
    return session.refuse(done.error());
  return session.answer(
      {{"model", name}, {"version", version}},
      s("%1 %2 is the champion; the next cycle asks it. \"models rollback %1\" goes back.").arg(name, version));
}

int runModelsRollback(Session& session) {
  const QString name = session.arguments.words.first();
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const QString version, w.models().rollBack(w.me(), name, session.arguments.value("reason")));
  return session.answer({{"model", name}, {"version", version}}, s("%1 %2 is the champion again.").arg(name, version));
}

int runDrift(Session& session) {
  std::optional<Day> asOf;
  if (session.arguments.has("as-of")) {
    PW_SAY(session, asOf, parseDay(session.arguments.value("as-of")));
  }
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const DriftReport report, workspaceDrift(w, asOf, session.job()));
  QJsonObject object = toJson(report);
  object.insert(s("from"), isoDay(Day(std::chrono::days(report.from))));
  object.insert(s("to"), isoDay(Day(std::chrono::days(report.to - 1))));
  return session.answer(object, driftText(report));
}

int runFeatures(Session& session) {
  PW_SAY(session, const qint64 stored, wholeNumber(session.arguments.value("stored", s("5")), "stored", 0, 1'000));
  std::optional<Instant> at;
  if (session.arguments.has("at")) {
    PW_SAY(session, at, parseInstant(session.arguments.value("at")));
  }
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const Catalog catalog, w.catalog().load());
  PW_SAY(session, const Listing listing, findListing(catalog, session.arguments.words.first()));
  PW_SAY(session, const FeaturesView view, featuresOf(w, listing.no, at, int(stored)));
  QJsonArray features, snapshots;
  std::vector<QStringList> rows;
  for (std::size_t i = 0; i < view.features.size(); ++i) {
    const Feature& f = view.features[i];
    const FeatureDefinition& d = featureDefinitions()[i];
    QJsonObject o = toJson(f);
    o.insert(s("freshness"), s(d.freshness)), o.insert(s("source"), s(d.source)), o.insert(s("meaning"), s(d.meaning));
    features.append(o);
    rows.push_back(
        {f.name, valueText(f), f.state, s(d.freshness), s(d.source), isoInstant(f.asOf).left(16), s(d.meaning)});
  }
  for (const FeatureSnapshot& one : view.stored) {
    QJsonArray values;
    for (const Feature& f : one.features)
      values.append(toJson(f));
    snapshots.append(
        QJsonObject{{"decision", one.decision.toString()}, {"at", isoInstant(one.at)}, {"features", values}});
  }
  QString text = s("%1 in %2, from what was known at %3\n").arg(view.sku, view.zone, isoInstant(view.at));
  text += textTable({"feature", "value", "state", "renewed", "from", "as of", "meaning"}, rows);
  for (const FeatureSnapshot& one : view.stored) {
    text += s("\n\ndecision %1 of %2 was made from").arg(one.decision.toString(), isoInstant(one.at).left(16));
    for (const Feature& f : one.features)
      text += s("\n  %1: %2").arg(f.name, valueText(f));
  }
  return session.answer({{"sku", view.sku},
                         {"zone", view.zone},
                         {"at", isoInstant(view.at)},
                         {"features", features},
                         {"stored", snapshots}},
                        text);
}

} // namespace pricewright
