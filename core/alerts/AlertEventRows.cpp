// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What fired, what is to be told, and what rules remember: the other half of the AlertStore.
#include "alerts/AlertStore.h"

#include "base/Json.h"
#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"

#include <QJsonArray>

#include <array>
#include <set>

namespace pricewright {
namespace {

constexpr std::array<const char*, 4> kEventStates{"new", "seen", "acted", "snoozed"};
constexpr qsizetype kMostEventsNamed = 500;

constexpr char kEventColumns[] =
    "SELECT e.no, e.rule_no, r.name, e.serial, e.at_ms, e.key, e.listing_no, e.competitor_no, e.source_no, "
    "e.category_no, e.code, e.arguments, e.value, e.threshold, e.was_quiet, e.message, e.state, e.snoozed_until_ms, "
    "e.state_by FROM alert_event e JOIN alert_rule r ON r.no = e.rule_no ";

Result<AlertEventRow> readEventRow(const Query& q) {
  AlertEventRow row;
  row.no = q.integer(0), row.ruleNo = smallInteger(q, 1), row.ruleName = q.text(2);
  AlertEvent& e = row.event;
  e.serial = q.integer(3), e.at = fromMillis(q.integer(4)), e.key = q.text(5);
  e.listingNo = smallInteger(q, 6), e.competitorNo = smallInteger(q, 7); // NULL reads as 0
  e.sourceNo = smallInteger(q, 8), e.categoryNo = smallInteger(q, 9), e.code = q.text(10);
  const Result<QJsonObject> arguments = parseObject(q.text(11).toUtf8());
  if (!arguments)
    return damagedRow("alert_event", QString::number(row.no), q.text(11).left(60)).causedBy(arguments.error());
  e.arguments = *arguments, e.value = q.real(12), e.threshold = q.real(13), e.wasQuiet = q.integer(14) != 0;
  row.message = q.integer(15);
  const std::optional<AlertEventState> state = alertEventStateFrom(q.text(16));
  if (!state)
    return damagedRow("alert_event", QString::number(row.no), q.text(16));
  row.state = *state, row.snoozedUntil = optionalInstant(q, 17), row.stateBy = q.text(18);
  return row;
}

void bindNumber(Query& q, int index, int no) { no > 0 ? q.bind(index, no) : q.bindNull(index); }

Status insertEvents(Database& db, int ruleNo, const std::vector<AlertEvent>& events) {
  PW_TRY(Query q, Query::prepare(db, "INSERT INTO alert_event (rule_no, serial, at_ms, key, listing_no, competitor_no, "
                                     "source_no, category_no, code, arguments, value, threshold, was_quiet) VALUES "
                                     "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"));
  for (const AlertEvent& e : events) {
    q.bind(1, ruleNo).bind(2, e.serial).bind(3, toMillis(e.at)).bind(4, e.key);
    bindNumber(q, 5, e.listingNo), bindNumber(q, 6, e.competitorNo);
    bindNumber(q, 7, e.sourceNo), bindNumber(q, 8, e.categoryNo);
    q.bind(9, e.code).bind(10, QString::fromUtf8(canonicalJson(e.arguments))).bind(11, e.value).bind(12, e.threshold);
    PW_CHECK(q.bind(13, e.wasQuiet ? 1 : 0).run());
  }
  return {};
}

Status markTold(Database& db, int ruleNo, const AlertMessage& message) {
  PW_TRY(Query q, Query::prepare(db, "UPDATE alert_event SET message = ?3 WHERE rule_no = ?1 AND serial = ?2"));
  for (const qint64 serial : message.serials)
    PW_CHECK(q.bind(1, ruleNo).bind(2, serial).bind(3, message.no).run());
  return {};
}

Status insertNotices(Database& db, const std::vector<NoticeDraft>& notices, Instant now) {
  PW_TRY(Query q, Query::prepare(db, "INSERT INTO notice (channel, recipient, subject, body, payload, made_ms, due_ms, "
                                     "key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (key) DO NOTHING"));
  for (const NoticeDraft& n : notices) {
    q.bind(1, n.channel).bind(2, n.recipient).bind(3, n.subject).bind(4, n.body);
    q.bind(5, QString::fromUtf8(canonicalJson(n.payload))).bind(6, toMillis(now)).bind(7, toMillis(n.due));
    PW_CHECK(q.bind(8, n.key).run());
  }
  return {};
}

} // namespace

QString alertEventStateName(AlertEventState state) { return s(kEventStates[std::size_t(state)]); }

std::optional<AlertEventState> alertEventStateFrom(QStringView name) {
  for (std::size_t i = 0; i < kEventStates.size(); ++i)
    if (name == QLatin1String(kEventStates[i]))
      return AlertEventState(i);
  return std::nullopt;
}

QString AlertStore::messageKey(const Id& rule, qint64 message) {
  return QStringLiteral("alert/%1/%2/").arg(rule.toString()).arg(message);
}

Result<AlertStore::Remembered> AlertStore::remembered(int ruleNo) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT state, version FROM alert_state WHERE rule_no = ?1"));
  PW_TRY(const bool there, q.bind(1, ruleNo).step());
  if (!there)
    return Remembered();
  PW_TRY(const QJsonObject json, parseObject(q.text(0).toUtf8()));
  Remembered known;
  known.version = smallInteger(q, 1);
  PW_TRY(known.state, AlertState::parse(json));
  return known;
}

Status AlertStore::keepOne(const Outcome& o) {
  const QString state = QString::fromUtf8(canonicalJson(o.state.toJson()));
  const char* sql = o.version == 0
                        ? "INSERT INTO alert_state (rule_no, state, at_ms) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"
                        : "UPDATE alert_state SET state = ?2, at_ms = ?3, version = version + 1 WHERE rule_no = ?1 "
                          "AND version = ?4";
  PW_TRY(Query q, Query::prepare(m_db, sql));
  q.bind(1, o.ruleNo).bind(2, state).bind(3, toMillis(m_clock.now()));
  if (o.version > 0)
    q.bind(4, o.version);
  PW_CHECK(q.run());
  if (q.changes() != 1)
    return fail(s("alert.changed-meanwhile"), {{s("name"), o.name}});
  PW_CHECK(insertEvents(m_db, o.ruleNo, o.step.events));
  for (const AlertMessage& message : o.step.messages)
    PW_CHECK(markTold(m_db, o.ruleNo, message));
  return insertNotices(m_db, o.notices, m_clock.now());
}

Status AlertStore::keep(const Actor& by, std::span<const Outcome> outcomes) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunCycles));
  QJsonArray rules;
  qint64 fired = 0, told = 0;
  for (const Outcome& o : outcomes) {
    PW_CHECK(keepOne(o));
    if (o.step.events.empty() && o.step.messages.empty())
      continue;
    QJsonArray serials;
    for (const AlertEvent& e : o.step.events)
      if (serials.size() < kMostEventsNamed)
        serials.append(e.serial);
    rules.append(QJsonObject{{s("rule"), o.ruleNo},
                             {s("fired"), qint64(o.step.events.size())},
                             {s("messages"), qint64(o.step.messages.size())},
                             {s("serials"), serials}});
    fired += qint64(o.step.events.size()), told += qint64(o.step.messages.size());
  }
  if (!rules.isEmpty()) { // what rules merely remember is no change that anybody would ask for
    PW_CHECK(m_journal.append(who, s("alerts.fired"), s("alert_event"), m_ids.next().toString(),
                              {{s("fired"), fired}, {s("messages"), told}, {s("rules"), rules}}, s("bulk")));
  }
  return in.commit();
}

Result<std::vector<AlertEventRow>> AlertStore::events(bool onlyOpen, Instant since, int most) const {
  const char* where = onlyOpen ? "WHERE e.at_ms > ?1 AND (e.state = 'new' OR (e.state = 'snoozed' AND "
                                 "e.snoozed_until_ms <= ?3)) ORDER BY e.at_ms DESC, e.no DESC LIMIT ?2"
                               : "WHERE e.at_ms > ?1 AND ?3 = ?3 ORDER BY e.at_ms DESC, e.no DESC LIMIT ?2";
  PW_TRY(Query q, Query::prepare(m_db, (std::string(kEventColumns) + where).c_str()));
  q.bind(1, toMillis(since)).bind(2, most).bind(3, toMillis(m_clock.now()));
  std::vector<AlertEventRow> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(AlertEventRow row, readEventRow(q));
    out.push_back(std::move(row));
    return {};
  }));
  PW_CHECK(readDeliveries(out));
  return out;
}

Status AlertStore::readDeliveries(std::vector<AlertEventRow>& rows) const {
  PW_TRY(const std::vector<AlertRow> all, rules(Which::RemovedToo));
  QHash<int, Id> ids;
  for (const AlertRow& row : all)
    ids.insert(row.no, row.id);
  PW_TRY(Query q, Query::prepare(m_db, "SELECT channel, recipient, error, tries, sent_ms FROM notice WHERE key >= ?1 "
                                       "AND key < ?2 ORDER BY no"));
  std::map<std::pair<int, qint64>, std::vector<AlertDelivery>> known;
  for (AlertEventRow& row : rows) {
    if (row.message == 0)
      continue;
    const auto [at, isNew] = known.try_emplace({row.ruleNo, row.message});
    if (isNew) {
      const QString from = messageKey(ids.value(row.ruleNo), row.message);
      q.bind(1, from).bind(2, from.chopped(1) + QChar(u'/' + 1));
      PW_CHECK(eachRow(q, [&]() -> Status {
        at->second.push_back({q.text(0), q.text(1), q.text(2), smallInteger(q, 3), optionalInstant(q, 4)});
        return {};
      }));
    }
    row.deliveries = at->second;
  }
  return {};
}

Status AlertStore::markEvents(const Actor& by, const std::vector<qint64>& numbers, AlertEventState state,
                              std::optional<Instant> snoozedUntil) {
  const bool isSnooze = state == AlertEventState::Snoozed;
  if (isSnooze != snoozedUntil.has_value() || (snoozedUntil && *snoozedUntil <= m_clock.now()))
    return fail(s("alert.bad-snooze"));
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditRules));
  QJsonArray changed;
  PW_TRY(Query find, Query::prepare(m_db, "SELECT state, snoozed_until_ms FROM alert_event WHERE no = ?1"));
  PW_TRY(Query mark, Query::prepare(m_db, "UPDATE alert_event SET state = ?2, snoozed_until_ms = ?3, state_by = ?4 "
                                          "WHERE no = ?1"));
  for (const qint64 no : std::set<qint64>(numbers.begin(), numbers.end())) {
    PW_TRY(const bool there, find.bind(1, no).step());
    if (!there)
      return fail(s("alert.unknown-event"), {{s("event"), QString::number(no)}});
    if (find.text(0) == alertEventStateName(state) && optionalInstant(find, 1) == snoozedUntil)
      continue;
    mark.bind(1, no).bind(2, alertEventStateName(state)).bind(4, who.user);
    snoozedUntil ? mark.bind(3, toMillis(*snoozedUntil)) : mark.bindNull(3);
    PW_CHECK(mark.run());
    changed.append(no);
  }
  find.reset();
  if (changed.isEmpty())
    return in.commit();
  QJsonObject body{{s("count"), changed.size()},
                   {s("digest"), sha256Hex(canonicalJson(changed))},
                   {s("state"), alertEventStateName(state)}};
  if (changed.size() <= kMostEventsNamed)
    body.insert(s("events"), changed);
  PW_CHECK(m_journal.append(who, s("alerts.marked"), s("alert_event"), m_ids.next().toString(), body, s("bulk")));
  return in.commit();
}

} // namespace pricewright
