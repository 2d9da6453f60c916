// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/Journal.h"

#include "audit/ChainWalk.h"
#include "base/Json.h"
#include "base/Parallel.h"
#include "storage/Outbox.h"

#include <cstring>

namespace pricewright {
namespace {

constexpr char kEntryColumns[] = "SELECT sequence, at_ms, actor, role, kind, subject_table, subject_id, body, "
                                 "previous_hash, hash FROM audit_entry ";

std::string selectEntries(const char* which) {
  std::string sql = kEntryColumns;
  sql += which;
  return sql;
}

struct Head {
  qint64 sequence = 0;
  Digest hash{}; // all zero before the first entry
};

Error hashingFailed() { return fail(QStringLiteral("audit.no-sha256")); }

Result<Head> currentHead(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1"));
  PW_TRY(const bool row, q.step());
  Head head;
  if (!row)
    return head;
  head.sequence = q.integer(0);
  const std::string_view hash = q.utf8(1);
  if (hash.size() != head.hash.size())
    return fail(QStringLiteral("audit.broken-chain"), {{QStringLiteral("entry"), QString::number(head.sequence)}});
  std::memcpy(head.hash.data(), hash.data(), hash.size());
  return head;
}

Result<AuditEntry> readEntry(const Query& q) {
  AuditEntry entry;
  entry.sequence = q.integer(0);
  entry.at = fromMillis(q.integer(1));
  entry.actor = q.text(2);
  entry.role = q.text(3);
  entry.kind = q.text(4);
  entry.table = q.text(5);
  entry.rowId = q.text(6);
  Result<QJsonObject> body = parseObject(q.blob(7));
  if (!body)
    return fail(QStringLiteral("audit.broken-chain"), {{QStringLiteral("entry"), QString::number(entry.sequence)}})
        .causedBy(body.error());
  entry.body = *std::move(body);
  entry.previousHash = q.blob(8);
  entry.hash = q.blob(9);
  return entry;
}

Result<std::vector<AuditEntry>> readEntries(Query& q) {
  std::vector<AuditEntry> entries;
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return entries;
    PW_TRY(AuditEntry entry, readEntry(q));
    entries.push_back(std::move(entry));
  }
}

// The end of the chain inside a transaction: entries are added one after another, by one actor at one moment.
class ChainEnd {
 public:
  static Result<ChainEnd> open(Database& db, Instant now, const Actor& actor, const QString& kind) {
    if (!db.inTransaction())
      return fail(QStringLiteral("audit.no-transaction"), {{QStringLiteral("kind"), kind}});
    PW_TRY(const Head head, currentHead(db));
    PW_TRY(Query insert, Query::prepare(db, "INSERT INTO audit_entry (sequence, at_ms, actor, role, kind, "
                                            "subject_table, subject_id, body, previous_hash, hash) "
                                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"));
    return ChainEnd(db, head, now, actor, std::move(insert));
  }
  Result<qint64> add(const NewEntry& entry, const QByteArray& json, const Id& changeId) {
    const QByteArray what = entry.kind.toUtf8(), subject = entry.table.toUtf8(), row = entry.rowId.toUtf8();
    const EntryContent content{m_head.sequence + 1, toMillis(m_now), view(m_user), view(m_role),
                               view(what),          view(subject),   view(row),    view(json)};
    Digest hash;
    if (!m_hasher->hash(content, m_head.hash, hash))
      return hashingFailed();
    m_insert.bind(1, content.sequence).bind(2, content.atMillis).bind(3, content.actor).bind(4, content.role);
    m_insert.bind(5, content.kind).bind(6, content.table).bind(7, content.rowId).bind(8, content.body);
    PW_CHECK(m_insert.bind(9, bytesOf(m_head.hash)).bind(10, bytesOf(hash)).run());
    PW_CHECK(appendOutbox(*m_db, {changeId.toString(), entry.table, entry.rowId, entry.operation, json}, m_now));
    m_head = {content.sequence, hash};
    return content.sequence;
  }

 private:
  ChainEnd(Database& db, const Head& head, Instant now, const Actor& actor, Query insert)
      : m_db(&db), m_head(head), m_now(now), m_user(actor.user.toUtf8()), m_role(actor.role.toUtf8()),
        m_insert(std::move(insert)) {}
  static std::string_view view(const QByteArray& b) {
    return std::string_view(b.constData(), static_cast<std::size_t>(b.size()));
  }

  Database* m_db;
  Head m_head;
  Instant m_now;
  QByteArray m_user, m_role;
  Query m_insert;
  std::unique_ptr<EntryHasher> m_hasher = std::make_unique<EntryHasher>();
};

} // namespace

Actor systemActor() { return {QStringLiteral("system"), QStringLiteral("system"), true}; }

Journal::Journal(Database& db, const Clock& clock, IdSource& ids) : m_db(db), m_clock(clock), m_ids(ids) {}

// Whose hand it was stands in the entry's own body, so that the chain covers it.
QByteArray Journal::textOf(const Actor& actor, const QJsonObject& body) {
  if (actor.account.isEmpty())
    return canonicalJson(body);
  QJsonObject told = body;
  told.insert(QStringLiteral("account"), actor.account);
  return canonicalJson(told);
}

Result<qint64> Journal::append(const Actor& actor, const QString& kind, const QString& table, const QString& rowId,
                               const QJsonObject& body, const QString& operation) {
  PW_TRY(ChainEnd end, ChainEnd::open(m_db, m_clock.now(), actor, kind));
  return end.add({kind, table, rowId, {}, operation}, textOf(actor, body), m_ids.next());
}

Status Journal::appendAll(const Actor& actor, std::span<const NewEntry> entries) {
  if (entries.empty())
    return {};
  std::vector<QByteArray> texts(entries.size());
  parallelFor(entries.size(), 256, {}, [&](std::size_t begin, std::size_t stop) {
    for (std::size_t i = begin; i < stop; ++i)
      texts[i] = textOf(actor, entries[i].body);
  });
  PW_TRY(ChainEnd end, ChainEnd::open(m_db, m_clock.now(), actor, entries.front().kind));
  for (std::size_t i = 0; i < entries.size(); ++i)
    PW_CHECK(end.add(entries[i], texts[i], m_ids.next()));
  return {};
}

Result<std::vector<AuditEntry>> Journal::entries(qint64 afterSequence, int most) const {
  static const std::string kSql = selectEntries("WHERE sequence > ?1 ORDER BY sequence LIMIT ?2");
  PW_TRY(Query q, Query::prepare(m_db, kSql.c_str()));
  q.bind(1, afterSequence).bind(2, std::max(0, most));
  return readEntries(q);
}

Result<std::vector<AuditEntry>> Journal::entriesFor(const QString& table, const QString& rowId) const {
  static const std::string kSql = selectEntries("WHERE subject_table = ?1 AND subject_id = ?2 ORDER BY sequence");
  PW_TRY(Query q, Query::prepare(m_db, kSql.c_str()));
  q.bind(1, table).bind(2, rowId);
  return readEntries(q);
}

Result<ChainReport> Journal::verify(const JobContext& job) const {
  ChainWalk walk;
  for (;;) {
    PW_TRY(const bool done, walk.step(m_db, std::numeric_limits<qint64>::max(), job));
    if (done)
      return walk.report();
  }
}

Result<qint64> Journal::size() const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT count(*) FROM audit_entry"));
  PW_TRY(const bool row, q.step());
  return row ? q.integer(0) : 0;
}

} // namespace pricewright
