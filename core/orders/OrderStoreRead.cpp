// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/OrderStore.h"

#include "base/Words.h"
#include "catalog/Rows.h"
#include "orders/ListingFinder.h"
#include "orders/OrderRows.h"
#include "orders/RevenueFreshness.h"

#include <QJsonDocument>

namespace pricewright {
namespace {

std::string movementsWhere(const char* where) {
  std::string sql("SELECT ");
  sql.append(kMovementColumns).append(" FROM money_movement m WHERE ").append(where);
  return sql;
}
constexpr char kInTime[] =
    "(?1 = '' OR m.provider = ?1) AND m.happened_ms BETWEEN ?2 AND ?3 AND (?4 OR m.kind <> 'fee') "
    "ORDER BY m.no";
void bindFilter(Query& q, const MoneyFilter& f) {
  q.bind(1, f.provider).bind(2, f.from ? toMillis(*f.from) : std::numeric_limits<qint64>::min());
  q.bind(3, f.to ? toMillis(*f.to) : std::numeric_limits<qint64>::max()).bind(4, f.withFees ? 1 : 0);
}

OrderLoad readLoad(const Query& q) {
  OrderLoad l;
  l.id = idOf(q, 0), l.provider = q.text(1), l.source = q.text(2), l.name = q.text(3), l.digest = q.text(4);
  l.at = fromMillis(q.integer(5)), l.madeBy = q.text(6), l.added = q.integer(7), l.changed = q.integer(8);
  l.same = q.integer(9), l.rejected = q.integer(10), l.undoneAt = optionalInstant(q, 11);
  return l;
}

ReconciliationRun readRun(const Query& q) {
  ReconciliationRun r;
  r.id = idOf(q, 0), r.provider = q.text(1), r.from = fromMillis(q.integer(2)), r.to = fromMillis(q.integer(3));
  r.started = fromMillis(q.integer(4)), r.ended = fromMillis(q.integer(5)), r.objects = q.integer(6);
  r.events = q.integer(7), r.missedEvents = q.integer(8), r.missedObjects = q.integer(9), r.differing = q.integer(10);
  r.vanished = q.integer(11), r.isExact = q.integer(12) != 0, r.error = q.text(13);
  r.findings = QJsonDocument::fromJson(q.text(14).toUtf8()).object(), r.account = q.text(15);
  return r;
}

// Lines as they came, and payments that name their SKU themselves and belong to an order without lines.
constexpr char kSoldLines[] =
    "SELECT o.provider, o.external_id, l.line, o.unit_hash, l.code, l.zone, l.placed_ms, l.quantity_milli, "
    "l.amount_minor, l.shown_minor, l.currency FROM order_line l JOIN sale_order o ON o.no = l.order_no WHERE "
    "l.placed_ms >= ?1 AND l.placed_ms < ?2 UNION ALL "
    "SELECT m.provider, c.order_key, m.object_id, m.unit_hash, m.code, '', m.happened_ms, max(m.quantity_milli, 1), "
    "m.amount_minor, NULL, m.currency FROM money_movement m JOIN charge_order c ON c.no = m.no WHERE m.kind = 'charge' "
    "AND m.status = 'captured' AND m.code <> '' AND m.happened_ms >= ?1 AND m.happened_ms < ?2 AND NOT EXISTS (SELECT "
    "1 FROM sale_order o JOIN order_line l ON l.order_no = o.no WHERE o.provider = m.provider AND o.external_id = "
    "c.order_key)";

// The charges of an order, and what hangs on them.
constexpr char kChargesOf[] =
    "SELECT v.object_id FROM charge_order v JOIN money_movement c ON c.no = v.no WHERE v.provider = ?1 AND v.order_key "
    "= ?2 AND (c.order_ref = ?2 OR c.object_id = ?2 OR c.intent_ref = ?2 OR c.intent_ref IN (SELECT i.object_id FROM "
    "money_movement i WHERE i.provider = ?1 AND i.order_ref = ?2 AND i.kind = 'intent'))";

} // namespace

Result<std::vector<OrderLoad>> OrderStore::loads(int most) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT id, provider, source, name, digest, at_ms, made_by, added, changed, "
                                       "same, rejected, undone_ms FROM order_load ORDER BY no DESC LIMIT ?1"));
  std::vector<OrderLoad> out;
  q.bind(1, std::max(0, most));
  PW_CHECK(eachRow(q, [&]() -> Status {
    out.push_back(readLoad(q));
    return {};
  }));
  return out;
}

Result<std::optional<Movement>> OrderStore::movement(const QString& provider, const QString& objectId) const {
  static const std::string kSql = movementsWhere("m.provider = ?1 AND m.object_id = ?2");
  PW_TRY(Query q, Query::prepare(m_db, kSql.c_str()));
  PW_TRY(const bool there, q.bind(1, provider).bind(2, objectId).step());
  if (!there)
    return std::optional<Movement>();
  PW_TRY(Movement m, readMovement(q));
  return std::optional<Movement>(std::move(m));
}

Result<std::vector<Movement>> OrderStore::movements(const MoneyFilter& filter) const {
  static const std::string kSql = movementsWhere(kInTime);
  PW_TRY(Query q, Query::prepare(m_db, kSql.c_str()));
  bindFilter(q, filter);
  return readMovements(q);
}

Result<TotalsByCurrency> OrderStore::totals(const MoneyFilter& filter) const {
  static const std::string kSql = movementsWhere(kInTime);
  PW_TRY(Query q, Query::prepare(m_db, kSql.c_str()));
  bindFilter(q, filter);
  MoneySum sum;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(const Movement m, readMovement(q));
    return sum.add(m);
  }));
  return sum.totals();
}

Result<qint64> OrderStore::knownObjects(const MoneyFilter& filter) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT count(*) FROM money_movement m WHERE (?1 = '' OR m.provider = ?1) AND "
                                       "m.happened_ms BETWEEN ?2 AND ?3 AND (?4 OR m.kind <> 'fee') AND m.status <> "
                                       "'void'"));
  bindFilter(q, filter);
  PW_TRY([[maybe_unused]] const bool row, q.step());
  return q.integer(0);
}

Result<QMap<QString, qint64>> OrderStore::orderCounts(const QString& provider) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT c.currency, count(DISTINCT v.provider || char(10) || v.order_key) FROM "
                                       "charge_order v JOIN money_movement c ON c.no = v.no WHERE c.status = "
                                       "'captured' AND (?1 = '' OR v.provider = ?1) GROUP BY c.currency"));
  QMap<QString, qint64> out;
  q.bind(1, provider);
  PW_CHECK(eachRow(q, [&]() -> Status {
    out.insert(q.text(0), q.integer(1));
    return {};
  }));
  return out;
}

Result<OrderView> OrderStore::order(const QString& provider, const QString& orderId) const {
  OrderView out;
  out.provider = provider, out.orderId = orderId;
  static const std::string kLines = std::string("SELECT ") + kLineColumns +
                                    " FROM order_line l JOIN sale_order o ON o.no = l.order_no WHERE o.provider = ?1 "
                                    "AND o.external_id = ?2 ORDER BY l.line";
  PW_TRY(Query lines, Query::prepare(m_db, kLines.c_str()));
  lines.bind(1, provider).bind(2, orderId);
  PW_CHECK(eachRow(lines, [&]() -> Status {
    PW_TRY(OrderLine line, readOrderLine(lines));
    out.lines.push_back(std::move(line));
    return {};
  }));
  static const std::string kMoney =
      std::string("WITH charge AS (") + kChargesOf +
      "), part AS (SELECT object_id FROM charge UNION SELECT r.object_id "
      "FROM money_movement r WHERE r.provider = ?1 AND (r.parent_id IN (SELECT object_id FROM charge) OR (r.order_ref "
      "= ?2 AND r.kind IN ('refund', 'dispute', 'fee'))) UNION SELECT i.object_id FROM money_movement i WHERE "
      "i.provider = ?1 AND i.kind = 'intent' AND (i.order_ref = ?2 OR (i.object_id = ?2 AND i.order_ref = ''))) " +
      movementsWhere("m.provider = ?1 AND (m.object_id IN (SELECT object_id FROM part) OR (m.kind = 'fee' AND "
                     "m.parent_id IN (SELECT object_id FROM part))) ORDER BY m.happened_ms, m.object_id");
  PW_TRY(Query q, Query::prepare(m_db, kMoney.c_str()));
  q.bind(1, provider).bind(2, orderId);
  PW_TRY(out.movements, readMovements(q));
  if (out.lines.empty() && out.movements.empty())
    return fail(s("orders.unknown"), {{s("order"), orderId.left(100)}});
  MoneySum sum;
  for (const Movement& m : out.movements)
    PW_CHECK(sum.add(m));
  PW_TRY(out.totals, sum.totals());
  out.state = orderState(out.totals);
  return out;
}

Result<qint64> OrderStore::lineCount() const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT count(*) FROM order_line"));
  PW_TRY([[maybe_unused]] const bool row, q.step());
  return q.integer(0);
}

Result<std::vector<SoldLine>> OrderStore::soldLines(Instant from, Instant to) const {
  PW_TRY(Query q, Query::prepare(m_db, kSoldLines));
  q.bind(1, toMillis(from)).bind(2, toMillis(to));
  ListingFinder listings(m_db);
  std::vector<SoldLine> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    SoldLine l;
    l.provider = q.text(0), l.orderId = q.text(1), l.line = q.text(2), l.unitHash = q.text(3);
    PW_TRY(l.listingNo, listings.find(q.text(4), q.text(5)));
    l.placed = fromMillis(q.integer(6)), l.quantityMilli = q.integer(7), l.amountMinor = q.integer(8);
    l.shownMinor = optionalInteger(q, 9);
    const Result<Currency> currency = Currency::fromCode(q.text(10));
    if (!currency)
      return damagedRow("order_line", l.orderId, q.text(10));
    l.currency = *currency;
    out.push_back(std::move(l));
    return {};
  }));
  return out;
}

Result<QMap<QString, qint64>> OrderStore::eventCounts(const QString& provider) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT state, count(*), sum(times - 1) FROM gateway_event WHERE ?1 = '' OR "
                                       "provider = ?1 GROUP BY state"));
  QMap<QString, qint64> out;
  q.bind(1, provider);
  PW_CHECK(eachRow(q, [&]() -> Status {
    out.insert(q.text(0), q.integer(1));
    out[eventStateName(EventState::Duplicate)] += q.integer(2);
    return {};
  }));
  return out;
}

Result<QByteArray> OrderStore::salt() const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT salt FROM order_salt WHERE no = 1"));
  PW_TRY(const bool there, q.step());
  if (!there || q.text(0).isEmpty()) // without it every name would get another hash than before
    return damagedRow("order_salt", s("1"), {});
  return q.text(0).toUtf8();
}

Result<bool> OrderStore::knowsEvent(const QString& provider, const QString& eventId) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT 1 FROM gateway_event WHERE provider = ?1 AND event_id = ?2 AND state "
                                       "<> 'ignored'"));
  return q.bind(1, provider).bind(2, eventId).step();
}

Result<GatewayNews> OrderStore::news(const QString& provider) const {
  GatewayNews out;
  PW_TRY(Query q,
         Query::prepare(m_db, "SELECT (SELECT max(received_ms) FROM gateway_event WHERE ?1 = '' OR provider = ?1), "
                              "(SELECT max(at_ms) FROM order_load WHERE undone_ms IS NULL AND source = 'file' AND "
                              "(?1 = '' OR provider = ?1)), "
                              "(SELECT max(at_ms) FROM order_load WHERE undone_ms IS NULL AND source <> 'file' AND "
                              "(?1 = '' OR provider = ?1)), "
                              "CASE WHEN ?1 = '' THEN (SELECT max(placed_ms) FROM sale_order) END, "
                              "CASE WHEN ?1 = '' THEN (SELECT max(happened_ms) FROM money_movement) END, "
                              "EXISTS (SELECT 1 FROM gateway_event WHERE ?1 = '' OR provider = ?1)"));
  PW_TRY([[maybe_unused]] const bool row, q.bind(1, provider).step());
  out.lastFile = optionalInstant(q, 1), out.newestOrder = optionalInstant(q, 3);
  out.lastEvent = std::max(optionalInstant(q, 0), optionalInstant(q, 2));
  if (out.lastFile)
    out.lastEvent = std::max(
        out.lastEvent, std::optional(newsOfFile(*out.lastFile, std::max(out.newestOrder, optionalInstant(q, 4)))));
  out.usesGateway = q.integer(5) != 0;
  PW_TRY(Query r,
         Query::prepare(m_db, "SELECT max(ended_ms), max(ended_ms) FILTER (WHERE is_exact = 1), max(up_to_ms), "
                              "coalesce((SELECT account FROM revenue_reconciliation WHERE account <> '' AND "
                              "(?1 = '' OR provider = ?1) ORDER BY no LIMIT 1), '') FROM "
                              "revenue_reconciliation WHERE ?1 = '' OR provider = ?1"));
  PW_TRY([[maybe_unused]] const bool runs, r.bind(1, provider).step());
  out.lastRun = optionalInstant(r, 0), out.lastExact = optionalInstant(r, 1);
  out.reconciledUpTo = optionalInstant(r, 2), out.account = r.text(3);
  out.usesGateway = out.usesGateway || out.lastExact.has_value();
  return out;
}

Result<std::vector<ReconciliationRun>> OrderStore::runs(const QString& provider, int most) const {
  PW_TRY(Query q,
         Query::prepare(m_db,
                        "SELECT id, provider, from_ms, to_ms, started_ms, ended_ms, objects, events, "
                        "missed_events, missed_objects, differing, vanished, is_exact, error, "
                        "findings, account FROM revenue_reconciliation WHERE ?1 = '' OR provider = ?1 ORDER BY no DESC "
                        "LIMIT ?2"));
  std::vector<ReconciliationRun> out;
  q.bind(1, provider).bind(2, std::max(0, most));
  PW_CHECK(eachRow(q, [&]() -> Status {
    out.push_back(readRun(q));
    return {};
  }));
  return out;
}

} // namespace pricewright
