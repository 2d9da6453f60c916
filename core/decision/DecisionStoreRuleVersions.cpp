// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// All rules at once, and the versions that one can go back to.
#include "base/Json.h"
#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "decision/DecisionStore.h"

#include <map>

namespace pricewright {
namespace {

std::map<QString, QJsonObject> byId(const QJsonArray& rules) {
  std::map<QString, QJsonObject> all;
  for (const QJsonValue& rule : rules)
    all.emplace(rule[s("id")].toString(), rule.toObject());
  return all;
}

Status writeRule(Database& db, const QJsonObject& rule) {
  PW_TRY(Query q, Query::prepare(db, "INSERT INTO rule (id, name, priority, definition, enabled) VALUES "
                                     "(?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                                     "priority = excluded.priority, definition = excluded.definition, "
                                     "enabled = excluded.enabled, version = version + 1"));
  q.bind(1, rule[s("id")].toString()).bind(2, rule[s("name")].toString()).bind(3, rule[s("priority")].toInteger());
  q.bind(4, canonicalJson(rule).constData()).bind(5, rule[s("enabled")].toBool(true) ? 1 : 0);
  return q.run();
}

} // namespace

QString DecisionStore::digestOf(const QJsonArray& rules) { return sha256Hex(canonicalJson(rules)); }

Result<QJsonArray> DecisionStore::allRules() const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT id, definition FROM rule ORDER BY priority, name"));
  QJsonArray rules;
  PW_CHECK(eachRow(q, [&]() -> Status {
    const Result<QJsonObject> rule = parseObject(q.blob(1));
    if (!rule)
      return damagedRow("rule", q.text(0), s("definition")).causedBy(rule.error());
    rules.append(*rule);
    return {};
  }));
  return rules;
}

Result<qint64> DecisionStore::replaceRules(const Actor& by, const QJsonArray& rules, const QString& base,
                                           const QString& note) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditRules));
  PW_TRY(const QJsonArray before, allRules());
  if (digestOf(before) != base)
    return fail(s("decision.rules-changed"));
  const auto was = byId(before), will = byId(rules);
  if (was == will)
    return fail(s("decision.rules-same"));
  PW_TRY(Query park, Query::prepare(m_db, "UPDATE rule SET name = id || '/' || name")); // names may change places
  PW_CHECK(park.run());
  for (const auto& [id, rule] : was) {
    if (will.contains(id))
      continue;
    PW_TRY(Query q, Query::prepare(m_db, "DELETE FROM rule WHERE id = ?1"));
    PW_CHECK(q.bind(1, id).run());
    PW_CHECK(m_journal.append(who, s("rule.removed"), s("rule"), id, rule, s("delete")));
  }
  for (const auto& [id, rule] : will) {
    PW_CHECK(writeRule(m_db, rule));
    const auto old = was.find(id);
    if (old == was.end() || old->second != rule)
      PW_CHECK(m_journal.append(who, old == was.end() ? s("rule.added") : s("rule.changed"), s("rule"), id, rule,
                                old == was.end() ? s("insert") : s("update")));
  }
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO rule_version (at_ms, user, note, rules) VALUES (?1, ?2, ?3, ?4) "
                                       "RETURNING no"));
  q.bind(1, toMillis(m_clock.now()))
      .bind(2, who.user)
      .bind(3, note)
      .bind(4, canonicalJson(QJsonObject{{s("rules"), rules}}).constData());
  PW_TRY(const bool row, q.step());
  const qint64 no = row ? q.integer(0) : 0;
  q.reset();
  PW_CHECK(m_journal.append(who, s("rules.saved"), s("rule_version"), QString::number(no),
                            {{s("note"), note}, {s("digest"), digestOf(rules)}, {s("rules"), rules.size()}},
                            s("insert")));
  PW_CHECK(in.commit());
  return no;
}

Result<std::vector<DecisionStore::RuleVersion>> DecisionStore::ruleVersions(int most) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT no, at_ms, user, note, rules FROM rule_version ORDER BY no DESC "
                                       "LIMIT ?1"));
  q.bind(1, qint64(most));
  std::vector<RuleVersion> versions;
  PW_CHECK(eachRow(q, [&]() -> Status {
    const Result<QJsonObject> rules = parseObject(q.blob(4));
    if (!rules)
      return damagedRow("rule_version", q.text(0), s("rules")).causedBy(rules.error());
    versions.push_back(
        {q.integer(0), fromMillis(q.integer(1)), q.text(2), q.text(3), rules->value(s("rules")).toArray()});
    return {};
  }));
  return versions;
}

} // namespace pricewright
