// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testevents/EventStore.h"

#include "base/Json.h"
#include "base/Time.h"
#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "testevents/EventBlock.h"

#include <algorithm>

namespace pricewright {

struct EventStore::Block {
  QByteArray payload, sha;
  qint64 rows = 0, firstMs = 0, lastMs = 0;

  template <class Row> static Block of(std::span<const Row> rows, QByteArray payload) {
    Block out{std::move(payload), {}, qint64(rows.size()), rows.front().atMs, rows.front().atMs};
    for (const Row& row : rows)
      out.firstMs = std::min<qint64>(out.firstMs, row.atMs), out.lastMs = std::max<qint64>(out.lastMs, row.atMs);
    out.sha = sha256(out.payload);
    return out;
  }
};

namespace {

constexpr const char* kExposures = "exposures";
constexpr const char* kEvents = "events";
constexpr qsizetype kLongestSource = 500;

bool timely(std::int64_t atMs, std::int64_t nowMs) { return atMs >= kEarliestMs && atMs <= nowMs + kClockSlackMs; }
bool sized(const ShopEvent& e) {
  for (const std::int64_t value : {e.amount, e.cost, e.quantity})
    if (value > kMostMicro || value < -kMostMicro)
      return false;
  return true;
}

// What is left of a block without what is from before.
template <class Row, class Unpack>
Result<std::vector<Row>> rowsSince(qint64 ms, const QByteArray& payload, Unpack unpack) {
  std::vector<Row> rows;
  PW_CHECK(unpack(payload, rows));
  std::erase_if(rows, [ms](const Row& row) { return row.atMs < ms; });
  return rows;
}

template <class Row, class Pack> auto packed(const std::vector<Row>& rows, const Pack& pack) {
  std::vector<decltype(pack(std::span<const Row>()))> blocks;
  for (std::size_t at = 0; at < rows.size(); at += kMostRowsInBlock)
    blocks.push_back(pack(std::span(rows).subspan(at, std::min(kMostRowsInBlock, rows.size() - at))));
  return blocks;
}

} // namespace

EventStore::EventStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids) {}

Result<qint64> EventStore::forgottenMs() const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT before_ms FROM test_event_forgotten WHERE no = 1"));
  PW_TRY(const bool there, q.step());
  return there ? q.integer(0) : std::numeric_limits<qint64>::min();
}

template <class Take> Status EventStore::eachBlock(const char* kind, const Take& take) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT payload, sha256 FROM test_event_block WHERE kind = ?1 ORDER BY no"));
  q.bind(1, kind);
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      return {};
    const QByteArray payload = q.blob(0);
    if (sha256(payload) != q.blob(1))
      return fail(s("storage.corrupt"), {{s("path"), m_db.path()}});
    PW_CHECK(take(payload));
  }
}

// Ids of what is stored; again where another connection has written since.
Status EventStore::learnIds() {
  const qint64 version = m_db.dataVersion();
  if (m_knowsIds && version == m_version)
    return {};
  m_seen = {}, m_knowsIds = false;
  std::vector<ShopEvent> rows;
  const auto learn = [&](const QByteArray& payload) -> Status {
    rows.clear();
    PW_CHECK(unpackEvents(payload, rows));
    m_seen.reserve(m_seen.size() + rows.size());
    for (const ShopEvent& e : rows)
      m_seen.put(e.id, static_cast<std::uint32_t>(m_seen.size()));
    return {};
  };
  PW_CHECK(eachBlock(kEvents, learn));
  m_knowsIds = true, m_version = version;
  return {};
}

Result<EventBatch> EventStore::addExposures(const Actor& by, std::span<const Exposure> exposures,
                                            const QString& source) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunTests));
  PW_TRY(const qint64 forgotten, forgottenMs());
  const qint64 now = toMillis(m_clock.now());
  EventBatch batch;
  std::vector<Exposure> kept;
  kept.reserve(exposures.size());
  for (const Exposure& e : exposures)
    if (!timely(e.atMs, now))
      ++batch.refused;
    else if (e.atMs < forgotten)
      ++batch.forgotten;
    else
      kept.push_back(e);
  batch.kept = qint64(kept.size());
  const std::vector<Block> blocks =
      packed(kept, [](std::span<const Exposure> rows) { return Block::of(rows, packExposures(rows)); });
  return keep(in, who, kExposures, blocks, std::move(batch), source);
}

Result<EventBatch> EventStore::addEvents(const Actor& by, std::span<const ShopEvent> events, const QString& source) {
  PW_TRY(Transaction in, Transaction::begin(m_db)); // before what is known is read: others store, too
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunTests));
  PW_CHECK(learnIds());
  PW_TRY(const qint64 forgotten, forgottenMs());
  if (m_seen.size() + events.size() >= NumberTable::kNone)
    return fail(s("experiment.too-many-units"));
  const qint64 now = toMillis(m_clock.now());
  EventBatch batch;
  std::vector<ShopEvent> kept;
  kept.reserve(events.size()), m_seen.reserve(m_seen.size() + events.size());
  constexpr std::size_t kAheadOfIds = 8;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (i + kAheadOfIds < events.size())
      m_seen.prefetch(events[i + kAheadOfIds].id);
    const ShopEvent& e = events[i];
    const auto fresh = static_cast<std::uint32_t>(m_seen.size());
    if (!timely(e.atMs, now) || !sized(e))
      ++batch.refused;
    else if (e.atMs < forgotten)
      ++batch.forgotten;
    else if (m_seen.put(e.id, fresh) != fresh)
      ++batch.repeated;
    else
      kept.push_back(e);
  }
  batch.kept = qint64(kept.size());
  const std::vector<Block> blocks =
      packed(kept, [](std::span<const ShopEvent> rows) { return Block::of(rows, packEvents(rows)); });
  auto done = keep(in, who, kEvents, blocks, std::move(batch), source);
  if (!done)
    m_knowsIds = false; // some of them are known now that are not stored
  return done;
}

Result<EventBatch> EventStore::keep(Transaction& in, const Actor& who, const char* kind,
                                    const std::vector<Block>& blocks, EventBatch batch, const QString& source) {
  if (source.isEmpty() || source.size() > kLongestSource)
    return fail(s("experiment.bad-setting"), {{s("setting"), s("source")}});
  if (blocks.empty())
    return batch;
  QByteArray all;
  for (const Block& block : blocks)
    all += block.sha;
  batch.digest = sha256Hex(all);
  PW_TRY(Query same, Query::prepare(m_db, "SELECT 1 FROM test_event_batch WHERE kind = 'exposures' AND digest = ?1"));
  PW_TRY(const bool known, same.bind(1, batch.digest).step());
  if (known && qstrcmp(kind, kExposures) == 0) {
    batch.repeated = std::exchange(batch.kept, 0), batch.digest.clear();
    return batch;
  }
  batch.id = m_ids.next();
  PW_CHECK(write(kind, blocks, batch, source));
  const QJsonObject body{
      {s("source"), source},         {s("kept"), batch.kept},           {s("repeated"), batch.repeated},
      {s("refused"), batch.refused}, {s("forgotten"), batch.forgotten}, {s("digest"), batch.digest},
      {s("kind"), s(kind)}};
  PW_CHECK(m_journal.append(who, s("testevents.stored"), s("test_event_batch"), batch.id.toString(), body, s("bulk")));
  PW_CHECK(in.commit());
  return batch;
}

Status EventStore::write(const char* kind, const std::vector<Block>& blocks, const EventBatch& batch,
                         const QString& source) {
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO test_event_batch (id, kind, source, made_ms, rows_kept, "
                                       "rows_repeated, rows_refused, rows_forgotten, digest) "
                                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
  q.bind(1, batch.id.toString()).bind(2, kind).bind(3, source).bind(4, toMillis(m_clock.now())).bind(5, batch.kept);
  q.bind(6, batch.repeated).bind(7, batch.refused).bind(8, batch.forgotten).bind(9, batch.digest);
  PW_CHECK(q.run());
  const qint64 no = q.lastRowId();
  PW_TRY(Query b, Query::prepare(m_db, "INSERT INTO test_event_block (batch_no, kind, rows, first_ms, last_ms, sha256, "
                                       "payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
  for (const Block& block : blocks) {
    b.bind(1, no).bind(2, kind).bind(3, block.rows).bind(4, block.firstMs).bind(5, block.lastMs);
    b.bind(6, block.sha).bind(7, block.payload);
    PW_CHECK(b.run());
  }
  return {};
}

Status EventStore::loadExposures(const QMap<int, std::size_t>& tests, EventTable& table, const JobContext& job) const {
  std::vector<Exposure> exposures;
  const auto takeExposures = [&](const QByteArray& payload) -> Status {
    if (job.cancelled())
      return fail(s("job.cancelled"));
    const std::size_t first = exposures.size();
    PW_CHECK(unpackExposures(payload, exposures));
    std::size_t kept = first;
    for (std::size_t i = first; i < exposures.size(); ++i)
      if (const auto test = tests.constFind(exposures[i].test); test != tests.constEnd()) {
        exposures[kept] = exposures[i];
        exposures[kept++].test = static_cast<std::uint16_t>(*test);
      }
    exposures.resize(kept);
    return {};
  };
  PW_CHECK(eachBlock(kExposures, takeExposures));
  return table.addExposures(exposures, toMillis(m_clock.now()));
}

Status EventStore::load(const QMap<int, std::size_t>& tests, EventTable& table, const JobContext& job) const {
  PW_CHECK(loadExposures(tests, table, job));
  std::vector<ShopEvent> events;
  PW_TRY(const StoredEvents counts, stored());
  events.reserve(std::size_t(counts.events));
  PW_CHECK(eachBlock(kEvents, [&](const QByteArray& payload) -> Status {
    return job.cancelled() ? Status(fail(s("job.cancelled"))) : unpackEvents(payload, events);
  }));
  return table.addEvents(events, toMillis(m_clock.now()));
}

// What the tests under way, and those that cool off, are read from: since before they began, as each unit is compared
// with itself, and so much earlier that an order of several captures is known from its first.
Result<std::optional<qint64>> EventStore::neededFromMs() const {
  // A plan that does not say how long is taken to go as far as a plan may.
  PW_TRY(Query q, Query::prepare(m_db, "SELECT MIN(started_ms - 86400000 * "
                                       "(coalesce(json_extract(plan, '$.pre_days'), 730) + "
                                       "coalesce(json_extract(plan, '$.window_days'), 91))) FROM experiment "
                                       "WHERE json_extract(plan, '$.design') = 'visitors' "
                                       "AND state NOT IN ('draft', 'removed') AND started_ms IS NOT NULL "
                                       "AND (ended_ms IS NULL OR cool_until_ms > ?1)"));
  PW_TRY(const bool there, q.bind(1, toMillis(m_clock.now())).step());
  return there && !q.isNull(0) ? std::optional(q.integer(0)) : std::nullopt;
}

// Blocks that reach over the date are written anew without what is from before it. How many rows that are.
Result<qint64> EventStore::thinOut(qint64 ms) {
  std::vector<qint64> straddling;
  PW_TRY(Query which, Query::prepare(m_db, "SELECT no FROM test_event_block WHERE first_ms < ?1 AND last_ms >= ?1"));
  which.bind(1, ms);
  PW_CHECK(eachRow(which, [&]() -> Status {
    straddling.push_back(which.integer(0));
    return {};
  }));
  PW_TRY(Query read, Query::prepare(m_db, "SELECT kind, payload, sha256, rows FROM test_event_block WHERE no = ?1"));
  PW_TRY(Query write, Query::prepare(m_db, "UPDATE test_event_block SET rows = ?2, first_ms = ?3, last_ms = ?4, sha256 "
                                           "= ?5, payload = ?6 WHERE no = ?1"));
  qint64 gone = 0;
  for (const qint64 no : straddling) { // one at a time: each is some megabytes
    read.reset(), write.reset();
    PW_CHECK(read.bind(1, no).step());
    const QByteArray payload = read.blob(1);
    if (sha256(payload) != read.blob(2))
      return fail(s("storage.corrupt"), {{s("path"), m_db.path()}});
    Block left;
    if (read.text(0) == QLatin1String(kExposures)) {
      PW_TRY(const auto rows, rowsSince<Exposure>(ms, payload, unpackExposures));
      left = Block::of(std::span<const Exposure>(rows), packExposures(rows));
    } else {
      PW_TRY(const auto rows, rowsSince<ShopEvent>(ms, payload, unpackEvents));
      left = Block::of(std::span<const ShopEvent>(rows), packEvents(rows));
    }
    gone += read.integer(3) - left.rows;
    write.bind(1, no).bind(2, left.rows).bind(3, left.firstMs).bind(4, left.lastMs);
    PW_CHECK(write.bind(5, left.sha).bind(6, left.payload).run());
  }
  return gone;
}

Result<ForgottenEvents> EventStore::forgetBefore(const Actor& by, Instant before) {
  if (before > m_clock.now()) // a slip of the pen would turn away all that is still to come
    return fail(s("testevents.forget-future"), {{s("before"), isoDay(dayOf(before))}});
  // What is deleted is overwritten: else it stays readable in the file's free pages.
  PW_CHECK(m_db.execute(s("PRAGMA secure_delete = ON")));
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunTests));
  PW_TRY(const std::optional<qint64> needed, neededFromMs());
  if (needed && toMillis(before) > *needed)
    return fail(s("experiment.still-needed"),
                {{s("before"), isoDay(dayOf(before))}, {s("earliest"), isoDay(dayOf(fromMillis(*needed)))}});
  PW_TRY(const qint64 already, forgottenMs());
  const qint64 ms = std::max(already, toMillis(before));
  PW_TRY(Query count, Query::prepare(m_db, "SELECT (SELECT COALESCE(SUM(rows), 0) FROM test_event_block WHERE last_ms "
                                           "< ?1), (SELECT COUNT(*) FROM test_draw WHERE at_ms < ?1)"));
  PW_CHECK(count.bind(1, ms).step());
  ForgottenEvents gone{count.integer(0), count.integer(1)};
  count.reset();
  PW_TRY(const qint64 thinned, thinOut(ms));
  gone.rows += thinned;
  if (gone.rows == 0 && gone.draws == 0 && ms == already)
    return gone;
  for (const char* drop :
       {"DELETE FROM test_event_block WHERE last_ms < ?1", "DELETE FROM test_draw WHERE at_ms < ?1"}) {
    PW_TRY(Query q, Query::prepare(m_db, drop));
    PW_CHECK(q.bind(1, ms).run());
  }
  PW_TRY(Query keepDate, Query::prepare(m_db, "INSERT INTO test_event_forgotten (no, before_ms) VALUES (1, ?1) "
                                              "ON CONFLICT (no) DO UPDATE SET before_ms = excluded.before_ms"));
  PW_CHECK(keepDate.bind(1, ms).run());
  PW_CHECK(m_journal.append(
      who, s("testevents.forgotten"), s("test_event_forgotten"), s("1"),
      {{s("before"), isoInstant(fromMillis(ms))}, {s("rows"), gone.rows}, {s("draws"), gone.draws}}, s("bulk")));
  PW_CHECK(in.commit());
  m_knowsIds = false;
  // And the pages as they were are out of the log of writes too, unless somebody reads them just now.
  (void)m_db.execute(s("PRAGMA wal_checkpoint(TRUNCATE)")).has_value();
  return gone;
}

Result<StoredEvents> EventStore::stored() const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT COALESCE(SUM(rows) FILTER (WHERE kind = 'exposures'), 0), "
                                       "COALESCE(SUM(rows) FILTER (WHERE kind = 'events'), 0), COUNT(*), "
                                       "COALESCE(SUM(LENGTH(payload)), 0), (SELECT COUNT(*) FROM test_draw) FROM "
                                       "test_event_block"));
  PW_CHECK(q.step());
  StoredEvents out{q.integer(0), q.integer(1), q.integer(2), q.integer(3), q.integer(4), {}};
  PW_TRY(const qint64 forgotten, forgottenMs());
  if (forgotten != std::numeric_limits<qint64>::min())
    out.forgottenBefore = fromMillis(forgotten);
  return out;
}

} // namespace pricewright
