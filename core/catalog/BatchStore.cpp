// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/BatchStore.h"

#include "catalog/Permissions.h"
#include "catalog/Rows.h"

namespace pricewright {
namespace {

#define PW_BATCH_COLUMNS                                                                                               \
  "SELECT no, id, name, owner, reason, state, effective_ms, release_ms, created_ms, published_ms, cycle_id "           \
  "FROM price_batch "

PriceBatch readBatch(const Query& q) {
  PriceBatch b;
  b.no = q.integer(0);
  b.id = idOf(q, 1);
  b.name = q.text(2);
  b.owner = q.text(3);
  b.reason = q.text(4);
  b.state = q.text(5);
  b.effectiveAt = fromMillis(q.integer(6));
  b.releaseAt = fromMillis(q.integer(7));
  b.createdAt = fromMillis(q.integer(8));
  b.publishedAt = optionalInstant(q, 9);
  b.cycleId = q.text(10);
  return b;
}

Result<std::vector<PriceBatch>> readBatches(Query& q) {
  std::vector<PriceBatch> batches;
  PW_CHECK(eachRow(q, [&]() -> Status {
    batches.push_back(readBatch(q));
    return {};
  }));
  return batches;
}

// What a batch may become. Published prices can only be rolled back, and then it is over. One that was cancelled
// because its rows went elsewhere comes back with them.
bool mayBecome(const QString& from, const QString& to) {
  if (from == u"cancelled")
    return to == u"scheduled";
  if (from == u"scheduled" || from == u"failed")
    return to == u"scheduled" || to == u"publishing" || to == u"failed" || to == u"cancelled";
  if (from == u"publishing")
    return to == u"published" || to == u"failed" || to == u"scheduled";
  return from == u"published" && to == u"rolled_back";
}

QJsonObject bodyOf(const PriceBatch& b) {
  QJsonObject body{{QStringLiteral("no"), b.no},
                   {QStringLiteral("name"), b.name},
                   {QStringLiteral("owner"), b.owner},
                   {QStringLiteral("reason"), b.reason},
                   {QStringLiteral("state"), b.state},
                   {QStringLiteral("effective"), isoInstant(b.effectiveAt)},
                   {QStringLiteral("release"), isoInstant(b.releaseAt)}};
  if (!b.cycleId.isEmpty())
    body.insert(QStringLiteral("cycle"), b.cycleId);
  return body;
}

Error badState(const PriceBatch& b, const QString& wanted) {
  return fail(QStringLiteral("catalog.bad-batch-state"), {{QStringLiteral("batch"), QString::number(b.no)},
                                                          {QStringLiteral("state"), b.state},
                                                          {QStringLiteral("wanted"), wanted}});
}

} // namespace

BatchStore::BatchStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids) {}

Result<qint64> BatchStore::create(Transaction& in, const Actor& by, const PriceBatch& batch) {
  PW_TRY(const Actor who, mayDo(in.database(), by, Permission::ReleasePrices));
  PriceBatch b = batch;
  if (b.id.isNull())
    b.id = m_ids.next();
  if (b.state.isEmpty())
    b.state = QStringLiteral("scheduled");
  b.createdAt = m_clock.now();
  if (b.name.trimmed().isEmpty() || b.owner.isEmpty())
    return fail(QStringLiteral("catalog.batch-without-name"));
  PW_TRY(Query q,
         Query::prepare(in.database(), "INSERT INTO price_batch (id, name, owner, reason, state, effective_ms, "
                                       "release_ms, created_ms, cycle_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  q.bind(1, b.id.toString()).bind(2, b.name).bind(3, b.owner).bind(4, b.reason).bind(5, b.state);
  q.bind(6, toMillis(b.effectiveAt)).bind(7, toMillis(b.releaseAt)).bind(8, toMillis(b.createdAt));
  if (b.cycleId.isEmpty())
    q.bindNull(9);
  else
    q.bind(9, b.cycleId);
  PW_CHECK(q.run());
  b.no = q.lastRowId();
  PW_CHECK(m_journal.append(who, QStringLiteral("batch.created"), QStringLiteral("price_batch"), b.id.toString(),
                            bodyOf(b), QStringLiteral("insert")));
  return b.no;
}

Result<std::optional<PriceBatch>> BatchStore::openFor(const QString& owner, std::optional<Instant> latest) const {
  PW_TRY(Query q,
         Query::prepare(m_db, PW_BATCH_COLUMNS "WHERE owner = ?1 AND state = 'scheduled' AND reason <> 'dated' "
                                               "AND (?2 IS NULL OR release_ms <= ?2) ORDER BY no DESC LIMIT 1"));
  q.bind(1, owner);
  latest ? q.bind(2, toMillis(*latest)) : q.bindNull(2);
  PW_TRY(const bool row, q.step());
  return row ? std::optional(readBatch(q)) : std::optional<PriceBatch>();
}

Result<PriceBatch> BatchStore::batch(qint64 no) const {
  PW_TRY(Query q, Query::prepare(m_db, PW_BATCH_COLUMNS "WHERE no = ?1"));
  PW_TRY(const bool row, q.bind(1, no).step());
  if (!row)
    return fail(QStringLiteral("catalog.unknown-batch"), {{QStringLiteral("batch"), QString::number(no)}});
  return readBatch(q);
}

Result<std::vector<PriceBatch>> BatchStore::batches(int most) const {
  PW_TRY(Query q, Query::prepare(m_db, PW_BATCH_COLUMNS "ORDER BY no DESC LIMIT ?1"));
  q.bind(1, std::max(0, most));
  return readBatches(q);
}

Result<std::vector<PriceBatch>> BatchStore::due(Instant at) const {
  PW_TRY(Query q, Query::prepare(m_db, PW_BATCH_COLUMNS "WHERE (state = 'scheduled' AND release_ms <= ?1) "
                                                        "OR state = 'publishing' ORDER BY release_ms, no"));
  q.bind(1, toMillis(at));
  return readBatches(q);
}

Status BatchStore::setState(Transaction& in, const Actor& by, qint64 no, const QString& state) {
  PW_TRY(const Actor who, mayDo(in.database(), by, Permission::ReleasePrices));
  PW_TRY(const PriceBatch before, batch(no));
  if (before.state == state)
    return {};
  if (!mayBecome(before.state, state))
    return badState(before, state);
  PW_TRY(Query q, Query::prepare(in.database(), "UPDATE price_batch SET state = ?2, version = version + 1, "
                                                "published_ms = coalesce(?3, published_ms) WHERE no = ?1"));
  q.bind(1, no).bind(2, state);
  if (state == u"published")
    q.bind(3, toMillis(m_clock.now()));
  else
    q.bindNull(3);
  PW_CHECK(q.run());
  PW_CHECK(m_journal.append(
      who, QStringLiteral("batch.") + state, QStringLiteral("price_batch"), before.id.toString(),
      {{QStringLiteral("no"), no}, {QStringLiteral("from"), before.state}, {QStringLiteral("to"), state}}));
  return {};
}

Status BatchStore::setRelease(Transaction& in, const Actor& by, qint64 no, Instant releaseAt) {
  PW_TRY(const Actor who, mayDo(in.database(), by, Permission::ReleasePrices));
  PW_TRY(const PriceBatch before, batch(no));
  if (before.releaseAt == releaseAt)
    return {};
  if (before.state != u"scheduled")
    return badState(before, QStringLiteral("scheduled"));
  // Prices take effect when they are released, never before.
  const Instant effective =
      before.effectiveAt <= before.releaseAt ? releaseAt : std::max(before.effectiveAt, releaseAt);
  PW_TRY(Query q, Query::prepare(in.database(), "UPDATE price_batch SET release_ms = ?2, effective_ms = ?3, "
                                                "version = version + 1 WHERE no = ?1"));
  PW_CHECK(q.bind(1, no).bind(2, toMillis(releaseAt)).bind(3, toMillis(effective)).run());
  PW_CHECK(m_journal.append(who, QStringLiteral("batch.moved"), QStringLiteral("price_batch"), before.id.toString(),
                            {{QStringLiteral("no"), no},
                             {QStringLiteral("from"), isoInstant(before.releaseAt)},
                             {QStringLiteral("to"), isoInstant(releaseAt)}}));
  return {};
}

} // namespace pricewright
