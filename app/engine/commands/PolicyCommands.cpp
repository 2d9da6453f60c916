// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Shapes.h"
#include "base/Json.h"
#include "base/Words.h"
#include "decision/PriceEndings.h"
#include "rules/RuleSet.h"

#include <QJsonArray>

namespace pricewright {
namespace {

QString valueText(const Settings& settings, const SettingSpec& spec) {
  if (spec.type == SettingType::Switch)
    return settings.isOn(spec.key) ? s("on") : s("off");
  return spec.type == SettingType::Integer ? QString::number(settings.integer(spec.key))
         : spec.type == SettingType::Real  ? QString::number(settings.real(spec.key), 'g', 15)
                                           : settings.text(spec.key);
}

// --name on|off: true where it was given and understood.
Result<bool> takeSwitch(const Arguments& typed, const char* option, bool current) {
  if (!typed.has(option))
    return current;
  const QString word = typed.value(option);
  if (word != u"on" && word != u"off")
    return fail(s("usage.bad-value"),
                {{s("option"), s("--") + s(option)}, {s("value"), word}, {s("wanted"), s("on or off")}});
  return word == u"on";
}

Result<std::vector<Source>> sortedSources(Workspace& w) {
  PW_TRY(const auto sources, w.offers().sources());
  std::vector<Source> sorted(sources.begin(), sources.end());
  std::sort(sorted.begin(), sorted.end(), [](const Source& a, const Source& b) { return a.no < b.no; });
  return sorted;
}

} // namespace

int runSettingsList(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const Settings settings, w.catalog().settings());
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const SettingSpec& spec : settingsTable()) {
    if (spec.scope != SettingScope::Workspace)
      continue;
    const bool changed = settings.changed().contains(spec.key);
    if (session.arguments.has("changed") && !changed)
      continue;
    const QString value = valueText(settings, spec);
    all.append(QJsonObject{{"key", spec.key},
                           {"value", value},
                           {"default", spec.standard.toString()},
                           {"changed", changed},
                           {"unit", spec.unit},
                           {"meaning", spec.meaning}});
    rows.push_back({spec.key, value + (changed ? s(" *") : QString()), spec.unit, spec.meaning});
  }
  return session.answer({{"settings", all}}, textTable({"setting", "value", "unit", "meaning (* = changed)"}, rows));
}

int runSettingsSet(Session& session) {
  const QString key = session.arguments.words[0], value = session.arguments.words[1];
  PW_OPEN(session, w, Changing);
  if (const Status set = w.catalog().setSetting(w.me(), key, value == u"default" ? QVariant() : QVariant(value)); !set)
    return session.refuse(set.error());
  PW_SAY(session, const Settings settings, w.catalog().settings());
  const QString now = valueText(settings, *findSetting(key));
  return session.answer({{"key", key}, {"value", now}}, s("%1 = %2").arg(key, now));
}

int runRulesList(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const QJsonObject rules, w.decisions().rules());
  std::vector<QStringList> rows;
  for (const QJsonValue& value : rules["rules"].toArray()) {
    const QJsonObject rule = value.toObject();
    rows.push_back({QString::number(rule["priority"].toInt()), rule["id"].toString(), rule["name"].toString(),
                    rule["then"].toObject()["kind"].toString(),
                    QString::fromUtf8(canonicalJson(rule["when"].toObject()))});
  }
  return session.answer(rules, rows.empty() ? s("No rules yet. Add one with: rules add FILE.json")
                                            : textTable({"priority", "id", "rule", "kind", "when"}, rows, s("r")));
}

// How many of the listings that an ending rule is for have no price on their ladder that ends so. Whether its hours or
// stock are met just now does not matter.
Result<std::pair<int, int>> listingsWithoutEnding(Workspace& w, const QJsonObject& rule) {
  QJsonObject when;
  for (const char* field : {"skus", "categories", "zones", "roles"})
    if (const QJsonValue value = rule["when"].toObject()[QLatin1String(field)]; value.isArray())
      when[QLatin1String(field)] = value;
  const QJsonObject everywhere{{"id", rule["id"]}, {"when", when}, {"then", rule["then"]}};
  PW_TRY(const RuleSet rules, RuleSet::parse({{"version", ""}, {"rules", QJsonArray{everywhere}}}));
  PW_TRY(const Catalog catalog, w.catalog().load());
  std::pair<int, int> without{0, 0};
  for (const Listing& listing : catalog.listings) {
    const Sku* sku = catalog.sku(listing.skuNo);
    const PriceZone* zone = catalog.zone(listing.zoneNo);
    if (!sku || !zone)
      continue;
    const Category* category = catalog.category(sku->categoryNo);
    ListingCase l;
    l.skuCode = sku->code;
    l.zoneCode = zone->code;
    l.categoryCode = category ? category->code : QString();
    l.role = sku->role;
    l.current = Money(1, zone->currency);
    const std::vector<qint64> endings = askedEndings(rules.evaluate(l, "UTC", {}));
    if (endings.empty())
      continue;
    ++without.second;
    without.first += !ladderWithEndings(listing.ladder ? *listing.ladder : defaultLadder(zone->currency), endings);
  }
  return without;
}

int runRulesAdd(Session& session) {
  PW_SAY(session, const QByteArray bytes, readFile(session.arguments.words.first()));
  PW_SAY(session, const QJsonObject rule, parseObject(bytes));
  // Read once as the rule set reads it: a rule that cannot be understood is refused now, not in the next cycle.
  PW_SAY(session, [[maybe_unused]] const RuleSet understood,
         RuleSet::parse({{"version", ""}, {"rules", QJsonArray{rule}}}));
  PW_OPEN(session, w, Changing);
  if (const Status put = w.decisions().putRule(w.me(), rule); !put)
    return session.refuse(put.error());
  const bool enabled = rule["enabled"].toBool(true);
  QString said = (enabled ? s("Rule \"%1\" holds from the next cycle on.") : s("Rule \"%1\" is switched off."))
                     .arg(rule["name"].toString());
  QJsonObject answer{{"rule", rule["id"]}, {"enabled", enabled}};
  if (rule["then"].toObject()["kind"].toString() == u"ending") {
    PW_SAY(session, const auto without, listingsWithoutEnding(w, rule));
    answer["not_on_the_ladder"] = without.first;
    if (without.first > 0)
      said += s("\nWarning: for %1 of the %2 listings that it is for, no price of the ladder ends so: there it does "
                "nothing. A ladder is set with: bounds set SKU@ZONE --endings …")
                  .arg(without.first)
                  .arg(without.second);
  }
  return session.answer(answer, said);
}

int runSourcesList(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const auto sources, sortedSources(w));
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const Source& source : sources) {
    all.append(QJsonObject{{"code", source.code},
                           {"name", source.name},
                           {"kind", source.kind},
                           {"freshness_hours", static_cast<double>(source.freshness.count()) / 3'600'000},
                           {"public", source.publicData},
                           {"informs_demand", source.informsDemand},
                           {"terms", source.terms}});
    rows.push_back({source.code, source.name, humanDuration(source.freshness),
                    source.publicData ? s("public") : s("not public"),
                    source.informsDemand ? s("informs demand") : s("never demand"), source.terms});
  }
  return session.answer({{"sources", all}}, textTable({"source", "name", "fresh for", "", "", "terms"}, rows));
}

int runSourcesSet(Session& session) {
  const Arguments& typed = session.arguments;
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const auto sources, sortedSources(w));
  Source source;
  source.code = source.name = typed.words.first();
  source.kind = s("file");
  for (const Source& known : sources)
    if (known.code == source.code)
      source = known;
  source.name = typed.value("name", source.name);
  source.terms = typed.value("terms", source.terms);
  if (typed.has("freshness-hours")) {
    PW_SAY(session, const qint64 hours, wholeNumber(typed.value("freshness-hours"), "--freshness-hours", 1, 100'000));
    source.freshness = std::chrono::hours(hours);
  }
  PW_SAY(session, source.informsDemand, takeSwitch(typed, "demand", source.informsDemand));
  PW_SAY(session, source.publicData, takeSwitch(typed, "public", source.publicData));
  PW_SAY(session, const int no, w.offers().putSource(w.me(), source));
  return session.answer({{"source", source.code}, {"number", no}}, s("Source %1 is set.").arg(source.code));
}

} // namespace pricewright
