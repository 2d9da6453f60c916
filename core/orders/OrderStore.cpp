// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What changes orders. What is read of them: OrderStoreRead.cpp.
#include "orders/OrderStore.h"

#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "orders/OrderRows.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pricewright {
namespace {

qint64 rejectedOf(const OrderBatch& batch, const LoadReport& report) {
  return batch.rejected + qint64(report.conflicts.size() + report.movementConflicts.size());
}

Status recordTotals(Database& db, const OrderBatch& batch, qint64 no, const LoadReport& report) {
  PW_TRY(Query q,
         Query::prepare(db, "UPDATE order_load SET added = ?2, changed = ?3, same = ?4, rejected = ?5 WHERE no "
                            "= ?1"));
  q.bind(1, no).bind(2, report.added).bind(3, report.changed).bind(4, report.same);
  return q.bind(5, rejectedOf(batch, report)).run();
}

QJsonObject loadBody(const OrderBatch& batch, const LoadReport& report) {
  QJsonObject events;
  for (const EventState state : report.events)
    events.insert(eventStateName(state), events.value(eventStateName(state)).toInteger() + 1);
  QJsonArray replaced;
  constexpr std::size_t kMostNamed = 100;
  for (std::size_t i = 0; i < std::min(kMostNamed, batch.replacing.size()); ++i)
    replaced.append(QJsonObject{{s("object"), batch.replacing[i].objectId},
                                {s("status"), movementStatusName(batch.replacing[i].status)},
                                {s("minor"), batch.replacing[i].amountMinor},
                                {s("currency"), batch.replacing[i].currency.code()}});
  return {{s("provider"), batch.provider}, {s("source"), loadSourceName(batch.source)},
          {s("name"), batch.name},         {s("digest"), batch.digest},
          {s("added"), report.added},      {s("changed"), report.changed},
          {s("same"), report.same},        {s("rejected"), rejectedOf(batch, report)},
          {s("events"), events},           {s("replaced"), replaced}};
}

Result<std::vector<qint64>> ordersOf(Database& db, qint64 load) {
  std::vector<qint64> orders;
  PW_TRY(Query q, Query::prepare(db, "SELECT DISTINCT order_no FROM order_line WHERE load_no = ?1"));
  q.bind(1, load);
  PW_CHECK(eachRow(q, [&]() -> Status {
    orders.push_back(q.integer(0));
    return {};
  }));
  return orders;
}

// How often an event came is counted although nothing else is kept.
Status countDuplicates(Database& db, const OrderBatch& batch) {
  PW_TRY(Transaction in, Transaction::begin(db));
  for (const EventFacts& event : batch.events) {
    PW_TRY(Query q, Query::prepare(db, "UPDATE gateway_event SET times = times + 1 WHERE provider = ?1 AND event_id = "
                                       "?2"));
    PW_CHECK(q.bind(1, batch.provider).bind(2, event.id).run());
  }
  return in.commit();
}

// Only an exact run that leaves no gap to what agreed before moves that on; the first one begins it.
Result<std::optional<qint64>> agreedUpTo(Database& db, const ReconciliationRun& run) {
  PW_TRY(Query q, Query::prepare(db, "SELECT max(up_to_ms) FROM revenue_reconciliation WHERE provider = ?1"));
  PW_TRY([[maybe_unused]] const bool row, q.bind(1, run.provider).step());
  const std::optional<qint64> before = optionalInteger(q, 0);
  if (!run.isExact || (before && toMillis(run.from) > *before))
    return before;
  return std::optional(std::max(before.value_or(toMillis(run.to)), toMillis(run.to)));
}

} // namespace

OrderStore::OrderStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids) {}

Result<LoadReport> OrderStore::keep(const Actor& by, const OrderBatch& batch) {
  LoadReport report;
  {
    PW_TRY(Transaction in, Transaction::begin(m_db));
    PW_TRY(const Actor who, mayDo(m_db, by, Permission::ImportData));
    const Id id = m_ids.next();
    PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO order_load (id, provider, source, name, digest, at_ms, made_by) "
                                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    q.bind(1, id.toString()).bind(2, batch.provider).bind(3, loadSourceName(batch.source)).bind(4, batch.name);
    PW_CHECK(q.bind(5, batch.digest).bind(6, toMillis(m_clock.now())).bind(7, who.user).run());
    const qint64 no = q.lastRowId();
    OrderKeeper keeper(m_db, batch, no, m_clock.now(), m_ids);
    PW_CHECK(keeper.keepAll(report));
    if (report.added + report.changed + keeper.newEvents() > 0) {
      report.id = id;
      PW_CHECK(recordTotals(m_db, batch, no, report));
      PW_CHECK(m_journal.append(who, s("orders.loaded"), s("order_load"), id.toString(), loadBody(batch, report),
                                s("bulk")));
      PW_CHECK(in.commit());
      return report;
    }
  }
  if (!batch.events.empty()) {
    PW_CHECK(countDuplicates(m_db, batch));
  }
  return report;
}

Result<OrderLoad> OrderStore::undo(const Actor& by, const Id& load) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::ImportData));
  PW_TRY(Query find, Query::prepare(m_db, "SELECT no, source, undone_ms FROM order_load WHERE id = ?1"));
  PW_TRY(const bool there, find.bind(1, load.toString()).step());
  if (!there)
    return fail(s("orders.unknown-load"), {{s("id"), load.toString()}});
  if (!find.isNull(2))
    return fail(s("orders.already-undone"), {{s("id"), load.toString()}});
  if (find.text(1) != loadSourceName(LoadSource::File))
    return fail(s("orders.not-a-file"), {{s("id"), load.toString()}});
  const qint64 no = find.integer(0);
  find.reset();
  PW_TRY(const std::vector<qint64> orders, ordersOf(m_db, no));
  OrderLoad out;
  out.id = load;
  for (const char* sql :
       {"DELETE FROM order_line WHERE load_no = ?1", "DELETE FROM money_movement WHERE load_no = ?1"}) {
    PW_TRY(Query q, Query::prepare(m_db, sql));
    PW_CHECK(q.bind(1, no).run());
    out.changed += q.changes();
  }
  PW_TRY(Query empty, Query::prepare(m_db, "DELETE FROM sale_order WHERE no = ?1 AND NOT EXISTS (SELECT 1 FROM "
                                           "order_line WHERE order_no = ?1)"));
  PW_TRY(Query settle, Query::prepare(m_db, kSettleOrder));
  for (const qint64 order : orders) {
    PW_CHECK(empty.bind(1, order).run());
    if (empty.changes() == 0)
      PW_CHECK(settleOrder(settle, order));
  }
  out.undoneAt = m_clock.now();
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE order_load SET undone_ms = ?2 WHERE no = ?1"));
  PW_CHECK(q.bind(1, no).bind(2, toMillis(*out.undoneAt)).run());
  PW_CHECK(m_journal.append(who, s("orders.undone"), s("order_load"), load.toString(), {{s("rows"), out.changed}},
                            s("bulk")));
  PW_CHECK(in.commit());
  return out;
}

Status OrderStore::keepRun(const Actor& by, ReconciliationRun run) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::ImportData));
  if (run.id.isNull())
    run.id = m_ids.next();
  PW_TRY(const std::optional<qint64> upTo, agreedUpTo(m_db, run));
  PW_TRY(Query q,
         Query::prepare(m_db, "INSERT INTO revenue_reconciliation (id, provider, from_ms, to_ms, started_ms, ended_ms, "
                              "objects, events, missed_events, missed_objects, differing, vanished, is_exact, error, "
                              "findings, account, up_to_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
                              "?13, ?14, ?15, ?16, ?17)"));
  q.bind(1, run.id.toString()).bind(2, run.provider).bind(3, toMillis(run.from)).bind(4, toMillis(run.to));
  q.bind(5, toMillis(run.started)).bind(6, toMillis(run.ended)).bind(7, run.objects).bind(8, run.events);
  q.bind(9, run.missedEvents).bind(10, run.missedObjects).bind(11, run.differing).bind(12, run.vanished);
  q.bind(13, run.isExact ? 1 : 0).bind(14, run.error);
  q.bind(15, QString::fromUtf8(QJsonDocument(run.findings).toJson(QJsonDocument::Compact))).bind(16, run.account);
  PW_CHECK(q.bind(17, upTo).run());
  PW_CHECK(m_journal.append(who, s("orders.reconciled"), s("revenue_reconciliation"), run.id.toString(),
                            {{s("provider"), run.provider},
                             {s("account"), run.account},
                             {s("from"), isoInstant(run.from)},
                             {s("to"), isoInstant(run.to)},
                             {s("objects"), run.objects},
                             {s("missedEvents"), run.missedEvents},
                             {s("missedObjects"), run.missedObjects},
                             {s("differing"), run.differing},
                             {s("vanished"), run.vanished},
                             {s("exact"), run.isExact},
                             {s("error"), run.error},
                             {s("findings"), run.findings}},
                            s("insert")));
  return in.commit();
}

} // namespace pricewright
