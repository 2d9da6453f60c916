// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pricing rules as text: what a rule means, rules/ knows.
#include "decision/DecisionStore.h"

#include "base/Json.h"
#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

struct RuleRow {
  QString id;
  QByteArray definition;
};

Result<std::optional<RuleRow>> findRule(Database& db, const char* sql, const QString& value) {
  PW_TRY(Query q, Query::prepare(db, sql));
  PW_TRY(const bool row, q.bind(1, value).step());
  return row ? std::optional(RuleRow{q.text(0), q.blob(1)}) : std::optional<RuleRow>();
}

Error badRule(const char* what, const QJsonObject& rule) {
  return fail(s("decision.bad-rule"), {{s("field"), s(what)}, {s("rule"), rule.value(s("name")).toString()}});
}

// Only the frame; the content is for rules/ to judge before it comes here.
Status checkFrame(const QJsonObject& rule) {
  if (rule.value(s("name")).toString().trimmed().isEmpty())
    return badRule("name", rule);
  const double priority = rule.value(s("priority")).toDouble(-1);
  if (priority < 0 || priority > 1e9 || priority != std::floor(priority))
    return badRule("priority", rule);
  const QJsonValue enabled = rule.value(s("enabled"));
  if (!enabled.isUndefined() && !enabled.isBool())
    return badRule("enabled", rule);
  return {};
}

} // namespace

Result<QJsonObject> DecisionStore::rules() const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT id, definition FROM rule WHERE enabled = 1 ORDER BY priority, name"));
  QJsonArray rules;
  PW_CHECK(eachRow(q, [&]() -> Status {
    const Result<QJsonObject> rule = parseObject(q.blob(1));
    if (!rule)
      return damagedRow("rule", q.text(0), s("definition")).causedBy(rule.error());
    rules.append(*rule);
    return {};
  }));
  return QJsonObject{{s("version"), sha256Hex(canonicalJson(rules))}, {s("rules"), rules}};
}

Status DecisionStore::putRule(const Actor& by, const QJsonObject& given) {
  PW_CHECK(checkFrame(given));
  QJsonObject rule = given;
  const QString name = rule.value(s("name")).toString();
  PW_TRY(const std::optional<RuleRow> sameName,
         findRule(m_db, "SELECT id, definition FROM rule WHERE name = ?1", name));
  QString id = rule.value(s("id")).toString();
  if (id.isEmpty())
    id = sameName ? sameName->id : m_ids.next().toString();
  if (sameName && sameName->id != id)
    return fail(s("decision.rule-name-taken"), {{s("rule"), name}});
  PW_TRY(const std::optional<RuleRow> before, findRule(m_db, "SELECT id, definition FROM rule WHERE id = ?1", id));
  rule.insert(s("id"), id);
  rule.insert(s("enabled"), rule.value(s("enabled")).toBool(true));
  const QByteArray text = canonicalJson(rule);
  if (before && before->definition == text)
    return {};
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditRules));
  PW_TRY(Query q,
         Query::prepare(m_db, "INSERT INTO rule (id, name, priority, definition, enabled) "
                              "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                              "priority = excluded.priority, definition = excluded.definition, "
                              "enabled = excluded.enabled, version = version + 1"));
  q.bind(1, id).bind(2, name).bind(3, rule.value(s("priority")).toInteger()).bind(4, text.constData());
  PW_CHECK(q.bind(5, rule.value(s("enabled")).toBool() ? 1 : 0).run());
  PW_CHECK(m_journal.append(who, before ? s("rule.changed") : s("rule.added"), s("rule"), id, rule,
                            before ? s("update") : s("insert")));
  return in.commit();
}

} // namespace pricewright
