// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios that were kept, and how they are written down.
#include "base/Json.h"
#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "engine/plans/Scenarios.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

constexpr std::pair<const char*, std::optional<double> ScenarioWish::*> kWishLimits[] = {
    {"least_revenue", &ScenarioWish::leastRevenue},
    {"least_profit", &ScenarioWish::leastProfit},
    {"most_index", &ScenarioWish::mostIndex},
    {"least_index", &ScenarioWish::leastIndex},
    {"most_category_index", &ScenarioWish::mostCategoryIndex},
    {"least_category_index", &ScenarioWish::leastCategoryIndex},
    {"most_competitor_index", &ScenarioWish::mostRivalIndex},
    {"least_competitor_index", &ScenarioWish::leastRivalIndex},
    {"most_kvi_index", &ScenarioWish::mostKviIndex},
    {"least_kvi_index", &ScenarioWish::leastKviIndex},
    {"most_move", &ScenarioWish::mostMove}};

QJsonObject toJson(const ScenarioWish& w) {
  QJsonObject o{{"name", w.name},
                {"objective", w.objective},
                {"profit_weight", w.profitWeight},
                {"caution", w.caution},
                {"categories", QJsonArray::fromStringList(w.categories)},
                {"zones", QJsonArray::fromStringList(w.zones)},
                {"relations", QJsonArray::fromStringList(w.relations)}};
  if (w.mostChanges)
    o.insert(s("most_changes"), *w.mostChanges);
  for (const auto& [name, limit] : kWishLimits)
    if (w.*limit)
      o.insert(s(name), *(w.*limit));
  return o;
}

QStringList stringsOf(const QJsonValue& value) {
  QStringList out;
  const QJsonArray array = value.toArray();
  for (const QJsonValue& one : array)
    out << one.toString();
  return out;
}

ScenarioWish wishFrom(const QJsonObject& o) {
  ScenarioWish w;
  w.name = o.value(s("name")).toString();
  w.objective = o.value(s("objective")).toString(w.objective);
  w.profitWeight = o.value(s("profit_weight")).toDouble(w.profitWeight);
  w.caution = o.value(s("caution")).toDouble();
  w.categories = stringsOf(o.value(s("categories"))), w.zones = stringsOf(o.value(s("zones")));
  w.relations = stringsOf(o.value(s("relations")));
  if (const QJsonValue most = o.value(s("most_changes")); most.isDouble())
    w.mostChanges = most.toInt();
  for (const auto& [name, limit] : kWishLimits)
    if (const QJsonValue v = o.value(s(name)); v.isDouble())
      w.*limit = v.toDouble();
  return w;
}

constexpr std::pair<const char*, double Effect::*> kEffect[] = {
    {"profit", &Effect::profit},   {"profit_low", &Effect::profitLow},   {"profit_high", &Effect::profitHigh},
    {"revenue", &Effect::revenue}, {"revenue_low", &Effect::revenueLow}, {"revenue_high", &Effect::revenueHigh},
    {"units", &Effect::units},     {"units_low", &Effect::unitsLow},     {"units_high", &Effect::unitsHigh}};

constexpr std::pair<const char*, double Scenario::*> kFigures[] = {
    {"units_now", &Scenario::unitsNow},    {"revenue_now", &Scenario::revenueNow}, {"profit_now", &Scenario::profitNow},
    {"confidence", &Scenario::confidence}, {"objective", &Scenario::objective},    {"gap", &Scenario::gap},
    {"seconds", &Scenario::seconds}};

Error damaged() { return fail(s("scenario.damaged")); }

Result<ScenarioRow> rowFrom(const QJsonObject& o) {
  ScenarioRow r;
  r.listingNo = o.value(s("listing")).toInt();
  r.sku = o.value(s("sku")).toString(), r.product = o.value(s("product")).toString();
  r.zone = o.value(s("zone")).toString(), r.category = o.value(s("category")).toString();
  const Result<Currency> currency = Currency::fromCode(o.value(s("currency")).toString());
  const qint64 now = o.value(s("now")).toInteger(), then = o.value(s("then")).toInteger();
  if (!currency || now <= 0 || then <= 0)
    return damaged();
  r.now = Money(now, *currency), r.then = Money(then, *currency);
  return r;
}

} // namespace

QJsonObject toJson(const Scenario& sc) {
  QJsonObject effect;
  for (const auto& [name, figure] : kEffect)
    effect.insert(s(name), sc.effect.*figure);
  QJsonArray limits, rows;
  for (const Scenario::Limit& l : sc.limits)
    limits.append(QJsonObject{
        {"limit", l.name}, {"category", l.category}, {"used", l.used}, {"most", l.limit}, {"worth", l.worth}});
  for (const ScenarioRow& r : sc.rows)
    rows.append(QJsonObject{{"listing", r.listingNo},
                            {"sku", r.sku},
                            {"product", r.product},
                            {"zone", r.zone},
                            {"category", r.category},
                            {"currency", r.now.currency().code()},
                            {"now", r.now.minor()},
                            {"then", r.then.minor()}});
  QJsonObject o{{"wish", toJson(sc.wish)},
                {"at_ms", toMillis(sc.at)},
                {"currency", sc.currency.isValid() ? sc.currency.code() : QString()},
                {"planned", sc.planned},
                {"all", sc.all},
                {"rounds", sc.rounds},
                {"cut", sc.cut},
                {"effect", effect},
                {"limits", limits},
                {"rows", rows}};
  for (const auto& [name, figure] : kFigures)
    o.insert(s(name), sc.*figure);
  return o;
}

Result<Scenario> scenarioFromJson(const QJsonObject& o) {
  Scenario sc;
  sc.wish = wishFrom(o.value(s("wish")).toObject());
  sc.at = fromMillis(o.value(s("at_ms")).toInteger());
  const Result<Currency> currency = Currency::fromCode(o.value(s("currency")).toString());
  if (!currency)
    return damaged();
  sc.currency = *currency;
  sc.planned = o.value(s("planned")).toInt(), sc.all = o.value(s("all")).toInt();
  sc.rounds = o.value(s("rounds")).toInt(), sc.cut = o.value(s("cut")).toBool();
  for (const auto& [name, figure] : kFigures)
    sc.*figure = o.value(s(name)).toDouble();
  const QJsonObject effect = o.value(s("effect")).toObject();
  for (const auto& [name, figure] : kEffect)
    sc.effect.*figure = effect.value(s(name)).toDouble();
  const QJsonArray limits = o.value(s("limits")).toArray(), rows = o.value(s("rows")).toArray();
  for (const QJsonValue& value : limits) {
    const QJsonObject l = value.toObject();
    sc.limits.push_back({l.value(s("limit")).toString(), l.value(s("category")).toString(),
                         l.value(s("used")).toDouble(), l.value(s("most")).toDouble(), l.value(s("worth")).toDouble()});
  }
  for (const QJsonValue& value : rows) {
    PW_TRY(ScenarioRow row, rowFrom(value.toObject()));
    sc.rows.push_back(std::move(row));
  }
  return sc;
}

Result<std::vector<Scenario>> keptScenarios(Workspace& w) {
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT id, content, user, at_ms FROM scenario ORDER BY at_ms DESC, id "
                                               "DESC LIMIT 200"));
  std::vector<Scenario> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    const Result<QJsonObject> json = parseObject(q.blob(1));
    Result<Scenario> one = json ? scenarioFromJson(*json) : Result<Scenario>(json.error());
    const Result<Id> id = Id::parse(q.text(0));
    if (!one || !id)
      return damagedRow("scenario", q.text(0), s("content"));
    one->id = *id, one->by = q.text(2);
    out.push_back(std::move(*one));
    return {};
  }));
  return out;
}

Result<ScenariosView> scenariosView(Workspace& w) {
  ScenariosView out;
  PW_TRY(out.kept, keptScenarios(w));
  PW_TRY(const Catalog catalog, w.catalog().load());
  for (const Category& c : catalog.categories)
    out.categories << c.code;
  for (const PriceZone& zone : catalog.zones)
    out.zones << zone.code;
  out.categories.sort();
  return out;
}

Result<Id> keepScenario(Workspace& w, const Scenario& scenario) {
  if (scenario.wish.name.trimmed().isEmpty())
    return fail(s("scenario.no-name"));
  PW_TRY(Transaction in, Transaction::begin(w.database()));
  PW_TRY(const Actor who, mayDo(w.database(), w.me(), Permission::RunCycles));
  const Id id = w.planner().tools().ids.next();
  const QByteArray content = canonicalJson(toJson(scenario));
  PW_TRY(Query q, Query::prepare(w.database(), "INSERT INTO scenario (id, name, content, user, at_ms) VALUES (?1, ?2, "
                                               "?3, ?4, ?5)"));
  q.bind(1, id.toString()).bind(2, scenario.wish.name.trimmed()).bind(3, content.constData()).bind(4, who.user);
  PW_CHECK(q.bind(5, toMillis(w.clock().now())).run());
  PW_CHECK(w.journal().append(who, s("scenario.kept"), s("scenario"), id.toString(),
                              {{s("name"), scenario.wish.name.trimmed()},
                               {s("changes"), qint64(scenario.rows.size())},
                               {s("profit"), scenario.effect.profit},
                               {s("sha256"), sha256Hex(content)}},
                              s("insert")));
  PW_CHECK(in.commit());
  return id;
}

Status dropScenario(Workspace& w, const Id& id) {
  PW_TRY(Transaction in, Transaction::begin(w.database()));
  PW_TRY(const Actor who, mayDo(w.database(), w.me(), Permission::RunCycles));
  PW_TRY(Query find, Query::prepare(w.database(), "SELECT name FROM scenario WHERE id = ?1"));
  PW_TRY(const bool there, find.bind(1, id.toString()).step());
  if (!there)
    return fail(s("scenario.unknown"));
  const QString name = find.text(0);
  PW_TRY(Query q, Query::prepare(w.database(), "DELETE FROM scenario WHERE id = ?1"));
  PW_CHECK(q.bind(1, id.toString()).run());
  PW_CHECK(
      w.journal().append(who, s("scenario.dropped"), s("scenario"), id.toString(), {{s("name"), name}}, s("delete")));
  return in.commit();
}

Result<std::vector<Proposed>> sendScenario(Workspace& w, const Scenario& scenario) {
  std::vector<PriceWish> wishes;
  for (const ScenarioRow& r : scenario.rows)
    wishes.push_back({r.listingNo, r.then});
  const QString named = scenario.wish.name.trimmed();
  const QString name = named.isEmpty() ? isoInstant(scenario.at).left(16) : named;
  return w.proposePrices(wishes, s("scenario %1").arg(name), {s("by-scenario"), name});
}

} // namespace pricewright
