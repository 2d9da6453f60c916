// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Alert rules as people change them. What fired: AlertEventRows.cpp.
#include "alerts/AlertStore.h"

#include "base/Json.h"
#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"

namespace pricewright {
namespace {

constexpr char kRuleColumns[] =
    "SELECT no, id, name, rule, is_on, removed_ms, version, made_by, made_ms FROM alert_rule ";

Result<AlertRow> readAlertRow(const Query& q) {
  AlertRow row;
  row.no = smallInteger(q, 0), row.id = idOf(q, 1), row.isOn = q.integer(4) != 0;
  row.removedAt = optionalInstant(q, 5), row.version = smallInteger(q, 6), row.madeBy = q.text(7);
  row.madeAt = fromMillis(q.integer(8));
  const Result<QJsonObject> json = parseObject(q.text(3).toUtf8());
  if (!json)
    return damagedRow("alert_rule", q.text(2), q.text(3).left(60)).causedBy(json.error());
  Result<AlertRule> rule = AlertRule::parse(*json);
  if (!rule)
    return damagedRow("alert_rule", q.text(2), q.text(3).left(60)).causedBy(rule.error());
  row.rule = std::move(*rule);
  return row;
}

QString ruleText(const AlertRule& rule) { return QString::fromUtf8(canonicalJson(rule.toJson())); }

} // namespace

AlertStore::AlertStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids) {}

Result<std::vector<AlertRow>> AlertStore::rules(Which which) const {
  const char* where = which == Which::Present ? "WHERE removed_ms IS NULL ORDER BY name, no" : "ORDER BY name, no";
  PW_TRY(Query q, Query::prepare(m_db, (std::string(kRuleColumns) + where).c_str()));
  std::vector<AlertRow> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(AlertRow row, readAlertRow(q));
    out.push_back(std::move(row));
    return {};
  }));
  return out;
}

Result<AlertRow> AlertStore::rule(const QString& name) const {
  PW_TRY(Query q, Query::prepare(m_db, (std::string(kRuleColumns) + "WHERE name = ?1 AND removed_ms IS NULL").c_str()));
  PW_TRY(const bool there, q.bind(1, name).step());
  if (!there)
    return fail(s("alert.unknown"), {{s("name"), name}});
  return readAlertRow(q);
}

Result<AlertRow> AlertStore::byId(const Id& id) const {
  PW_TRY(Query q, Query::prepare(m_db, (std::string(kRuleColumns) + "WHERE id = ?1").c_str()));
  PW_TRY(const bool there, q.bind(1, id.toString()).step());
  if (!there)
    return fail(s("alert.unknown"), {{s("name"), id.toString()}});
  return readAlertRow(q);
}

Status AlertStore::checkFree(const QString& name, const Id& besides) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT 1 FROM alert_rule WHERE name = ?1 AND id <> ?2 AND removed_ms IS NULL"));
  PW_TRY(const bool taken, q.bind(1, name).bind(2, besides.toString()).step());
  if (taken)
    return fail(s("alert.taken"), {{s("name"), name}});
  return {};
}

Status AlertStore::record(const Actor& who, const char* kind, const AlertRow& row, const QJsonObject& more,
                          const char* operation) {
  QJsonObject body = more;
  body.insert(s("name"), row.rule.name);
  PW_CHECK(m_journal.append(who, s(kind), s("alert_rule"), row.id.toString(), body, s(operation)));
  return {};
}

Result<AlertRow> AlertStore::add(const Actor& by, const AlertRule& rule) {
  PW_CHECK(rule.check());
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditRules));
  AlertRow row;
  row.rule = rule, row.id = m_ids.next(), row.madeBy = who.user, row.madeAt = m_clock.now();
  PW_CHECK(checkFree(rule.name, row.id));
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO alert_rule (id, name, rule, made_by, made_ms) VALUES (?1, ?2, ?3, "
                                       "?4, ?5) RETURNING no"));
  q.bind(1, row.id.toString()).bind(2, rule.name).bind(3, ruleText(rule)).bind(4, row.madeBy);
  PW_TRY([[maybe_unused]] const bool written, q.bind(5, toMillis(row.madeAt)).step());
  row.no = smallInteger(q, 0);
  q.reset();
  PW_CHECK(record(who, "alert.added", row, {{s("rule"), rule.toJson()}}, "insert"));
  PW_CHECK(in.commit());
  return row;
}

// What is to be told stays, and numbers go on; what was true is found out again.
Status AlertStore::beginAnew(int ruleNo) {
  PW_TRY(Remembered known, remembered(ruleNo));
  if (known.version == 0)
    return {};
  known.state.hasBegun = false;
  known.state.subjects.clear();
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE alert_state SET state = ?2, version = version + 1 WHERE rule_no = ?1"));
  return q.bind(1, ruleNo).bind(2, QString::fromUtf8(canonicalJson(known.state.toJson()))).run();
}

Status AlertStore::change(const Actor& by, const Id& id, const AlertRule& rule) {
  PW_CHECK(rule.check());
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditRules));
  PW_TRY(const AlertRow before, byId(id));
  if (before.removedAt)
    return fail(s("alert.removed"), {{s("name"), before.rule.name}});
  if (before.rule == rule)
    return {};
  PW_CHECK(checkFree(rule.name, id));
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE alert_rule SET name = ?2, rule = ?3, version = version + 1 WHERE "
                                       "no = ?1"));
  PW_CHECK(q.bind(1, before.no).bind(2, rule.name).bind(3, ruleText(rule)).run());
  PW_CHECK(beginAnew(before.no));
  PW_CHECK(record(who, "alert.changed", before, {{s("before"), before.rule.toJson()}, {s("rule"), rule.toJson()}}));
  return in.commit();
}

Status AlertStore::switchOn(const Actor& by, const Id& id, bool on) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditRules));
  PW_TRY(const AlertRow before, byId(id));
  if (before.removedAt)
    return fail(s("alert.removed"), {{s("name"), before.rule.name}});
  if (before.isOn == on)
    return {};
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE alert_rule SET is_on = ?2, version = version + 1 WHERE no = ?1"));
  PW_CHECK(q.bind(1, before.no).bind(2, on ? 1 : 0).run());
  if (on) {
    PW_CHECK(beginAnew(before.no));
  }
  PW_CHECK(record(who, "alert.switched", before, {{s("on"), on}}));
  return in.commit();
}

Status AlertStore::remove(const Actor& by, const Id& id) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditRules));
  PW_TRY(const AlertRow before, byId(id));
  if (before.removedAt)
    return {};
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE alert_rule SET is_on = 0, removed_ms = ?2, version = version + 1 WHERE "
                                       "no = ?1"));
  PW_CHECK(q.bind(1, before.no).bind(2, toMillis(m_clock.now())).run());
  PW_CHECK(record(who, "alert.removed", before, {{s("on"), before.isOn}}, "delete"));
  return in.commit();
}

Status AlertStore::restore(const Actor& by, const Id& id) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditRules));
  PW_TRY(const AlertRow before, byId(id));
  if (!before.removedAt)
    return {};
  PW_CHECK(checkFree(before.rule.name, id));
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE alert_rule SET removed_ms = NULL, version = version + 1 WHERE no = ?1"));
  PW_CHECK(q.bind(1, before.no).run());
  PW_CHECK(record(who, "alert.restored", before, {{s("rule"), before.rule.toJson()}}));
  return in.commit();
}

} // namespace pricewright
