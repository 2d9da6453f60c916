// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/DelegationStore.h"

#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"

namespace pricewright {
namespace {

constexpr auto kLongest = std::chrono::hours(24 * 366);

} // namespace

DelegationStore::DelegationStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids) {}

Result<Delegation> DelegationStore::grant(const Actor& by, const QString& to, Instant until) {
  const Instant now = m_clock.now();
  if (until <= now || until > now + kLongest)
    return fail(s("catalog.delegate-time"));
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, knownActor(m_db, by));
  if (who.role.isEmpty())
    return notAllowed(who.user, Role::None, Role::Analyst);
  if (to == who.user)
    return fail(s("catalog.delegate-self"));
  PW_TRY(const Role role, roleOf(m_db, to));
  if (role == Role::None)
    return fail(s("catalog.delegate-unknown"), {{s("user"), to}});
  const Delegation d{m_ids.next(), who.user, to, now, until, {}};
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO delegation (id, from_user, to_user, since_ms, until_ms) VALUES "
                                       "(?1, ?2, ?3, ?4, ?5)"));
  q.bind(1, d.id.toString()).bind(2, d.from).bind(3, d.to).bind(4, toMillis(now)).bind(5, toMillis(until));
  PW_CHECK(q.run());
  PW_CHECK(m_journal.append(who, s("delegation.granted"), s("delegation"), d.id.toString(),
                            {{s("from"), d.from}, {s("to"), d.to}, {s("until"), isoInstant(until)}}));
  PW_CHECK(in.commit());
  return d;
}

Status DelegationStore::end(const Actor& by, const Id& delegation) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, knownActor(m_db, by));
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE delegation SET ended_ms = ?1, version = version + 1 WHERE id = ?2 AND "
                                       "ended_ms IS NULL AND until_ms > ?1 AND ?3 IN (from_user, to_user) "
                                       "RETURNING from_user, to_user"));
  q.bind(1, toMillis(m_clock.now())).bind(2, delegation.toString()).bind(3, who.user);
  PW_TRY(const bool done, q.step());
  if (!done)
    return fail(s("catalog.delegate-unknown-one"));
  const QJsonObject body{{s("from"), q.text(0)}, {s("to"), q.text(1)}};
  q.reset();
  PW_CHECK(m_journal.append(who, s("delegation.ended"), s("delegation"), delegation.toString(), body));
  return in.commit();
}

Result<std::vector<Delegation>> DelegationStore::current() const { return read("1 = 1 OR ?2 = ''", {}); }
Result<std::vector<Delegation>> DelegationStore::givenTo(const QString& user) const {
  return read("to_user = ?2", user);
}

Result<std::vector<Delegation>> DelegationStore::read(const char* where, const QString& user) const {
  const std::string sql =
      std::string("SELECT id, from_user, to_user, since_ms, until_ms, ended_ms FROM delegation WHERE "
                  "ended_ms IS NULL AND until_ms > ?1 AND since_ms <= ?1 AND (") +
      where + ") ORDER BY until_ms, id";
  PW_TRY(Query q, Query::prepare(m_db, sql.c_str()));
  q.bind(1, toMillis(m_clock.now())).bind(2, user);
  std::vector<Delegation> all;
  PW_CHECK(eachRow(q, [&]() -> Status {
    all.push_back(
        {idOf(q, 0), q.text(1), q.text(2), fromMillis(q.integer(3)), fromMillis(q.integer(4)), optionalInstant(q, 5)});
    return {};
  }));
  return all;
}

} // namespace pricewright
