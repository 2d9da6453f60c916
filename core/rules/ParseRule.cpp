// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Rule.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

constexpr std::array<QStringView, 8> kKinds{u"floor", u"ceiling",   u"match",  u"undercut",
                                            u"index", u"cost-plus", u"ending", u"hold"};
constexpr qint64 kLargestEnding = 1'000'000;

Error bad(const char* code, QStringView field, const QString& value) {
  return fail(QString::fromLatin1(code),
              {{QStringLiteral("field"), field.toString()}, {QStringLiteral("value"), value.left(60)}});
}
QString shown(const QJsonValue& v) { return v.isDouble() ? QString::number(v.toDouble()) : v.toVariant().toString(); }

Status onlyKnown(const QJsonObject& json, std::initializer_list<QStringView> known) {
  for (const QString& key : json.keys())
    if (std::find(known.begin(), known.end(), QStringView(key)) == known.end())
      return bad("rules.unknown-field", key, shown(json[key]));
  return {};
}

Result<QStringList> patterns(const QJsonObject& when, const QString& field) {
  QStringList out;
  const QJsonValue value = when[field];
  if (value.isUndefined())
    return out;
  if (!value.isArray())
    return bad("rules.bad-condition", field, shown(value));
  for (const QJsonValue& one : value.toArray()) {
    if (!one.isString() || one.toString().isEmpty())
      return bad("rules.bad-condition", field, shown(one));
    out << one.toString();
  }
  return out;
}

Result<QString> word(const QJsonObject& when, const QString& field) {
  const QJsonValue value = when[field];
  if (!value.isUndefined() && !value.isString())
    return bad("rules.bad-condition", field, shown(value));
  return value.toString().trimmed();
}

// A decimal as text, so that it is what was written. Whole numbers may be plain JSON.
Result<std::optional<Decimal>> decimal(const QJsonObject& json, const QString& field, const char* code) {
  const QJsonValue value = json[field];
  if (value.isUndefined() || (value.isString() && value.toString().trimmed().isEmpty()))
    return std::optional<Decimal>();
  const double number = value.toDouble();
  const bool whole = value.isDouble() && number == std::floor(number) && std::abs(number) < 1e12;
  if (!value.isString() && !whole)
    return bad(code, field, shown(value));
  const auto parsed = Decimal::parse(whole ? QString::number(number, 'f', 0) : value.toString().trimmed());
  if (!parsed)
    return bad(code, field, shown(value));
  return std::optional(*parsed);
}

Result<std::optional<qint64>> stock(const QJsonObject& when, const QString& field) {
  PW_TRY(const std::optional<Decimal> parsed, decimal(when, field, "rules.bad-stock"));
  if (!parsed)
    return std::optional<qint64>();
  if (parsed->micros() < 0 || parsed->micros() % 1000 != 0)
    return bad("rules.bad-stock", field, shown(when[field]));
  return std::optional(parsed->micros() / 1000);
}

Status parseWhen(const QJsonObject& when, RuleSet::Rule& rule) {
  PW_CHECK(onlyKnown(when, {u"skus", u"categories", u"zones", u"roles", u"segment", u"channel", u"stockBelow",
                            u"stockAbove", u"schedule"}));
  PW_TRY(rule.skus, patterns(when, QStringLiteral("skus")));
  PW_TRY(rule.categories, patterns(when, QStringLiteral("categories")));
  PW_TRY(rule.zones, patterns(when, QStringLiteral("zones")));
  PW_TRY(const QStringList roles, patterns(when, QStringLiteral("roles")));
  for (const QString& name : roles) {
    const auto role = skuRoleFrom(name);
    if (!role)
      return bad("rules.unknown-role", u"roles", name);
    rule.roles.push_back(*role);
  }
  PW_TRY(rule.segment, word(when, QStringLiteral("segment")));
  PW_CHECK(checkSegment(rule.segment));
  PW_TRY(rule.channel, word(when, QStringLiteral("channel")));
  PW_TRY(rule.stockBelowMilli, stock(when, QStringLiteral("stockBelow")));
  PW_TRY(rule.stockAboveMilli, stock(when, QStringLiteral("stockAbove")));
  const QJsonValue schedule = when[QStringLiteral("schedule")];
  if (!schedule.isUndefined() && !schedule.isObject())
    return bad("rules.bad-schedule", u"schedule", shown(schedule));
  if (schedule.isObject() && !schedule.toObject().isEmpty()) {
    PW_TRY(rule.schedule, Schedule::parse(schedule.toObject()));
  }
  return {};
}

Result<std::vector<qint64>> endings(const QJsonValue& value) {
  std::vector<qint64> out;
  for (const QJsonValue& one : value.toArray()) {
    const double number = one.toDouble(-1);
    if (number < 0 || number >= kLargestEnding || number != std::floor(number))
      return bad("rules.bad-endings", u"endings", shown(one));
    out.push_back(static_cast<qint64>(number));
  }
  if (out.empty())
    return bad("rules.bad-endings", u"endings", shown(value));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool within(const std::optional<Decimal>& value, qint64 low, qint64 highExclusive) {
  return value && value->micros() >= low * Decimal::kOne && value->micros() < highExclusive * Decimal::kOne;
}

// What each kind needs, and nothing else: a percentage on a floor would be a misunderstanding, not a decoration.
Status checkNumbers(const RuleSet::Rule& rule, const QJsonObject& then) {
  const auto amountText = shown(then[QStringLiteral("amount")]), percentText = shown(then[QStringLiteral("percent")]);
  const bool positiveAmount = rule.amount && rule.amount->micros() > 0;
  switch (rule.kind) {
  case RuleKind::Floor:
  case RuleKind::Ceiling:
    if (!positiveAmount)
      return bad("rules.bad-amount", u"amount", amountText);
    break;
  case RuleKind::Undercut:
    if (rule.amount.has_value() == rule.percent.has_value())
      return bad("rules.bad-amount", u"amount", amountText);
    if (rule.amount && !positiveAmount)
      return bad("rules.bad-amount", u"amount", amountText);
    if (rule.percent && (!within(rule.percent, 0, 100) || rule.percent->micros() == 0))
      return bad("rules.bad-percent", u"percent", percentText);
    return {};
  case RuleKind::Index:
    if (!within(rule.percent, 1, 1001))
      return bad("rules.bad-percent", u"percent", percentText);
    break;
  case RuleKind::CostPlus:
    if (!within(rule.percent, 0, 10'001))
      return bad("rules.bad-percent", u"percent", percentText);
    break;
  case RuleKind::Match:
  case RuleKind::Ending:
  case RuleKind::Hold:
    break;
  }
  const bool takesAmount = rule.kind == RuleKind::Floor || rule.kind == RuleKind::Ceiling;
  const bool takesPercent = rule.kind == RuleKind::Index || rule.kind == RuleKind::CostPlus;
  if (rule.amount && !takesAmount)
    return bad("rules.bad-amount", u"amount", amountText);
  if (rule.percent && !takesPercent)
    return bad("rules.bad-percent", u"percent", percentText);
  return {};
}

Status parseThen(const QJsonObject& then, RuleSet::Rule& rule) {
  PW_CHECK(onlyKnown(then, {u"kind", u"amount", u"percent", u"against", u"endings"}));
  const QString kind = then[QStringLiteral("kind")].toString();
  const auto found = std::find(kKinds.begin(), kKinds.end(), QStringView(kind));
  if (found == kKinds.end())
    return bad("rules.unknown-kind", u"kind", shown(then[QStringLiteral("kind")]));
  rule.kind = static_cast<RuleKind>(found - kKinds.begin());
  PW_TRY(rule.amount, decimal(then, QStringLiteral("amount"), "rules.bad-amount"));
  PW_TRY(rule.percent, decimal(then, QStringLiteral("percent"), "rules.bad-percent"));
  const QJsonValue side = then[QStringLiteral("against")];
  const QString against = side.toString();
  if ((!side.isUndefined() && !side.isString()) || (!against.isEmpty() && against != u"median" && against != u"lowest"))
    return bad("rules.bad-against", u"against", shown(side));
  rule.againstLowest = against == u"lowest";
  if (rule.kind == RuleKind::Ending) {
    PW_TRY(rule.endingsMinor, endings(then[QStringLiteral("endings")]));
  }
  return checkNumbers(rule, then);
}

Result<QJsonObject> part(const QJsonObject& json, const QString& field) {
  const QJsonValue value = json[field];
  if (!value.isUndefined() && !value.isObject())
    return bad("rules.bad-condition", field, shown(value));
  return value.toObject();
}

} // namespace

QString ruleKindName(RuleKind kind) { return kKinds[static_cast<std::size_t>(kind)].toString(); }

Result<RuleSet::Rule> parseRule(const QJsonObject& json) {
  RuleSet::Rule rule;
  PW_CHECK(onlyKnown(json, {u"id", u"name", u"priority", u"enabled", u"when", u"then", u"comment"}));
  rule.id = json[QStringLiteral("id")].toString();
  if (rule.id.trimmed().isEmpty())
    return fail(QStringLiteral("rules.missing-id"));
  rule.name = json[QStringLiteral("name")].toString(rule.id);
  const QJsonValue priority = json[QStringLiteral("priority")], enabled = json[QStringLiteral("enabled")];
  const double number = priority.toDouble(priority.isUndefined() ? 0 : std::nan(""));
  if (!(std::abs(number) <= 1e6) || number != std::floor(number))
    return bad("rules.bad-priority", u"priority", shown(priority));
  rule.priority = static_cast<int>(number);
  if (!enabled.isUndefined() && !enabled.isBool())
    return bad("rules.bad-condition", u"enabled", shown(enabled));
  rule.enabled = enabled.toBool(true);
  PW_TRY(const QJsonObject when, part(json, QStringLiteral("when")));
  PW_TRY(const QJsonObject then, part(json, QStringLiteral("then")));
  PW_CHECK(parseWhen(when, rule));
  PW_CHECK(parseThen(then, rule));
  return rule;
}

bool matchesPattern(QStringView text, QStringView pattern) {
  qsizetype t = 0, p = 0, star = -1, resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == u'*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && (pattern[p] == u'?' || pattern[p] == text[t])) {
      ++p, ++t;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == u'*')
    ++p;
  return p == pattern.size();
}

} // namespace pricewright
