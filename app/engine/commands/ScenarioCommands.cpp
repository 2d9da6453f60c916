// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/plans/Scenarios.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

constexpr std::pair<const char*, std::optional<double> ScenarioWish::*> kLimits[] = {
    {"min-revenue", &ScenarioWish::leastRevenue},
    {"min-profit", &ScenarioWish::leastProfit},
    {"max-index", &ScenarioWish::mostIndex},
    {"min-index", &ScenarioWish::leastIndex},
    {"max-category-index", &ScenarioWish::mostCategoryIndex},
    {"min-category-index", &ScenarioWish::leastCategoryIndex},
    {"max-competitor-index", &ScenarioWish::mostRivalIndex},
    {"min-competitor-index", &ScenarioWish::leastRivalIndex},
    {"max-kvi-index", &ScenarioWish::mostKviIndex},
    {"min-kvi-index", &ScenarioWish::leastKviIndex},
    {"max-move", &ScenarioWish::mostMove}};

Result<double> figure(const Arguments& typed, const char* option) {
  bool ok = false;
  const double value = typed.value(option).toDouble(&ok);
  if (!ok || !std::isfinite(value))
    return fail(s("usage.bad-value"), {{s("option"), s("--") + s(option)},
                                       {s("value"), typed.value(option)},
                                       {s("wanted"), s("a number with a decimal point")}});
  return value;
}

Result<ScenarioWish> wishFrom(const Arguments& typed) {
  ScenarioWish wish;
  wish.name = typed.value("keep");
  wish.objective = typed.value("objective", wish.objective);
  wish.categories = typed.all("category"), wish.zones = typed.all("zone");
  wish.relations = typed.all("relation");
  if (typed.has("max-changes")) {
    PW_TRY(const qint64 most, wholeNumber(typed.value("max-changes"), "--max-changes", 0, 100'000'000));
    wish.mostChanges = int(most);
  }
  for (const auto& [option, limit] : kLimits)
    if (typed.has(option)) {
      PW_TRY(wish.*limit, figure(typed, option));
    }
  if (typed.has("profit-weight")) {
    PW_TRY(wish.profitWeight, figure(typed, "profit-weight"));
  }
  if (typed.has("caution")) {
    PW_TRY(wish.caution, figure(typed, "caution"));
  }
  return wish;
}

ExportTable tableOf(const Scenario& scenario) {
  ExportTable table;
  table.title = s("scenario");
  for (const char* text : {"sku", "zone", "category", "currency"})
    table.columns.push_back({s(text), s(text), ExportKind::Text, 0});
  for (const char* number : {"now", "then", "change_percent"})
    table.columns.push_back({s(number), s(number), ExportKind::Number, 4});
  for (const ScenarioRow& r : scenario.rows)
    table.rows.push_back(
        {r.sku, r.zone, r.category, r.now.currency().code(), r.now.toDouble(), r.then.toDouble(), r.change()});
  return table;
}

QString rangeText(double value, double low, double high, Currency currency) {
  return s("%1 [%2 … %3]")
      .arg(amountText(value, true, currency), amountText(low, true, currency), amountText(high, true, currency));
}

QString scenarioText(const Scenario& sc, const QString& out) {
  const Effect& e = sc.effect;
  QString text = s("%1 of %2 prices could be planned; %3 change, in %4 s.\n")
                     .arg(sc.planned)
                     .arg(sc.all)
                     .arg(sc.rows.size())
                     .arg(QString::number(sc.seconds, 'f', 2));
  text += s("a week, with 90 % limits: profit %1, revenue %2, units %3\n")
              .arg(rangeText(e.profit, e.profitLow, e.profitHigh, sc.currency),
                   rangeText(e.revenue, e.revenueLow, e.revenueHigh, sc.currency), QString::number(e.units, 'f', 0));
  text += s("profit rises in %1 % of the draws\n").arg(QString::number(100 * sc.confidence, 'f', 1));
  for (const Scenario::Limit& l : sc.limits)
    if (l.worth > 0)
      text += s("%1%2 binds: one more would bring %3 a week\n")
                  .arg(codeText(l.name), l.category.isEmpty() ? QString() : s(" of %1").arg(l.category),
                       amountText(l.worth, true, sc.currency));
  return text +
         rowsText({"product", "zone", "now", "then", "change %"}, s("  rrr"), sc.rows.size(), out,
                  [&](std::size_t i) -> QStringList {
                    const ScenarioRow& r = sc.rows[i];
                    return {r.sku, r.zone, r.now.toString(), r.then.toString(), QString::number(r.change(), 'f', 1)};
                  });
}

int refuse(const Session& session, const ScenarioRefusal& refusal) {
  Error error = refusal.error;
  for (const ScenarioConflict::Limit& limit : refusal.conflict.limits)
    if (limit.name != u"relations")
      error = error.with(s("nearest_") + limit.name, QString::number(limit.nearest, 'g', 6));
  return session.refuse(error);
}

int sayFrontier(Session& session, const ScenarioStudy& study, const ScenarioWish& wish) {
  PW_SAY(session, const qint64 count, wholeNumber(session.arguments.value("frontier"), "--frontier", 2, 50));
  PW_SAY(session, const auto points, study.frontier(wish, int(count), session.job()));
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const FrontierPoint& p : points) {
    all.append(QJsonObject{
        {"profit_weight", p.profitWeight}, {"profit", p.profit}, {"revenue", p.revenue}, {"changes", p.changes}});
    rows.push_back({QString::number(p.profitWeight, 'f', 2), QString::number(p.profit, 'f', 2),
                    QString::number(p.revenue, 'f', 2), QString::number(p.changes)});
  }
  return session.answer({{"frontier", all}},
                        textTable({"weight of profit", "profit a week", "revenue a week", "changes"}, rows, s("rrrr")));
}

} // namespace

int runScenarioPlan(Session& session) {
  PW_SAY(session, const ScenarioWish wish, wishFrom(session.arguments));
  const bool keeps = session.arguments.has("keep"), sends = session.arguments.has("send");
  auto opened = session.workspace(keeps || sends ? Session::For::Changing : Session::For::Looking);
  if (!opened)
    return session.refuse(opened.error());
  Workspace& w = **opened;
  PW_SAY(session, const ScenarioStudyPtr study, scenarioStudy(w, session.job()));
  if (session.arguments.has("frontier"))
    return sayFrontier(session, *study, wish);
  const auto scenario = study->plan(wish, session.job());
  if (!scenario)
    return refuse(session, scenario.error());
  const QString out = session.arguments.value("out");
  if (const Status written = writeOut(session, tableOf(*scenario)); !written)
    return session.refuse(written.error());
  QJsonObject object = toJson(*scenario);
  QString text = scenarioText(*scenario, out);
  if (!out.isEmpty())
    object.remove(s("rows"));
  if (keeps) {
    PW_SAY(session, const Id id, keepScenario(w, *scenario));
    object.insert(s("id"), id.toString());
    text += s("\nKept as \"%1\".").arg(wish.name);
  }
  int exit = kOk;
  if (sends) {
    PW_SAY(session, const auto sent, sendScenario(w, *scenario));
    const auto refused =
        std::count_if(sent.begin(), sent.end(), [](const Proposed& p) { return !p.why.code.isEmpty(); });
    object.insert(s("sent"), qint64(sent.size()) - qint64(refused)), object.insert(s("refused"), qint64(refused));
    text +=
        s("\n%1 prices wait in the queue, %2 were refused.").arg(qint64(sent.size()) - qint64(refused)).arg(refused);
    exit = refused > 0 ? kPartly : kOk;
  }
  return session.answer(object, text, exit);
}

int runScenarioList(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const auto kept, keptScenarios(w));
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const Scenario& sc : kept) {
    QJsonObject o = toJson(sc);
    o.remove(s("rows"));
    o.insert(s("id"), sc.id.toString()), o.insert(s("changes"), qint64(sc.rows.size()));
    all.append(o);
    rows.push_back({sc.wish.name, isoInstant(sc.at).left(16), sc.by, QString::number(sc.rows.size()),
                    amountText(sc.effect.profit, true, sc.currency), amountText(sc.effect.revenue, true, sc.currency)});
  }
  return session.answer(
      {{"scenarios", all}},
      textTable({"scenario", "as of", "by", "changes", "profit a week", "revenue a week"}, rows, s("   rrr")));
}

} // namespace pricewright
