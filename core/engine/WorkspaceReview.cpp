// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a reviewer does with a decision besides deciding it.
#include "catalog/Permissions.h"
#include "engine/WorkspaceParts.h"

#include <QJsonObject>

namespace pricewright {
namespace {

constexpr int kLongestComment = 2'000;
constexpr auto kLongestSnooze = std::chrono::hours(24 * 31);

} // namespace

Status Workspace::comment(std::span<const Id> decisions, const QString& text) {
  PW_CHECK(mayWrite());
  const QString words = text.trimmed();
  if (words.isEmpty())
    return fail(QStringLiteral("engine.comment-empty"));
  if (words.size() > kLongestComment)
    return fail(QStringLiteral("engine.comment-too-long"),
                {{QStringLiteral("most"), QString::number(kLongestComment)}});
  for (const Id& id : decisions)
    PW_CHECK(m->approval->comment(m->me, id, words));
  return {};
}

Status Workspace::snooze(std::span<const Id> decisions, std::optional<Instant> until) {
  PW_CHECK(mayWrite());
  const Instant now = m->clock->now();
  if (until && (*until <= now || *until > now + kLongestSnooze))
    return fail(QStringLiteral("engine.snooze-time"));
  PW_TRY(Transaction in, Transaction::begin(*m->db));
  PW_TRY(const Actor by, knownActor(*m->db, m->me));
  if (by.role.isEmpty())
    return fail(QStringLiteral("approval.no-role"), {{QStringLiteral("user"), by.user}});
  for (const Id& id : decisions) {
    PW_TRY(const PriceDecision d, m->decisions->decision(id));
    if (d.state != DecisionState::Pending)
      return fail(QStringLiteral("approval.not-pending"), {{QStringLiteral("state"), decisionStateName(d.state)}});
    PW_TRY(Query q, Query::prepare(*m->db, until ? "INSERT OR REPLACE INTO snooze (decision_id, until_ms, user) VALUES "
                                                   "(?1, ?2, ?3)"
                                                 : "DELETE FROM snooze WHERE decision_id = ?1"));
    q.bind(1, id.toString());
    if (until)
      q.bind(2, toMillis(*until)).bind(3, by.user);
    PW_CHECK(q.run());
    PW_CHECK(m->journal->append(by, until ? QStringLiteral("decision.snoozed") : QStringLiteral("decision.woken"),
                                QStringLiteral("decision"), id.toString(),
                                {{QStringLiteral("until"), until ? isoInstant(*until) : QString()},
                                 {QStringLiteral("content_hash"), d.contentHash}},
                                QStringLiteral("update")));
  }
  return in.commit();
}

Result<Delegation> Workspace::delegateTo(const QString& person, Instant until) {
  PW_CHECK(mayWrite());
  PW_TRY(Delegation made, DelegationStore(*m->db, *m->journal, *m->clock, *m->ids).grant(m->me, person, until));
  return made;
}

Status Workspace::endDelegation(const Id& delegation) {
  PW_CHECK(mayWrite());
  PW_CHECK(DelegationStore(*m->db, *m->journal, *m->clock, *m->ids).end(m->me, delegation));
  return {};
}

Result<std::vector<Delegation>> Workspace::delegations() const {
  return DelegationStore(*m->db, *m->journal, *m->clock, *m->ids).current();
}

// Marks the rows that are put off until later than now.
Status Workspace::markSnoozed(QueueSnapshot& snapshot) {
  PW_TRY(Query q, Query::prepare(*m->db, "SELECT decision_id, until_ms, user FROM snooze WHERE until_ms > ?1"));
  q.bind(1, toMillis(snapshot.now));
  QHash<QString, std::pair<Instant, QString>> off;
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      break;
    off.insert(q.text(0), {fromMillis(q.integer(1)), q.text(2)});
  }
  if (off.isEmpty())
    return {};
  for (QueueRow& r : snapshot.pending)
    if (const auto found = off.constFind(r.id.toString()); found != off.constEnd())
      std::tie(r.snoozedUntil, r.snoozedBy) = *found;
  return {};
}

} // namespace pricewright
