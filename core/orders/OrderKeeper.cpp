// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/OrderRows.h"

#include "base/Words.h"
#include "catalog/Rows.h"

namespace pricewright {
namespace {

constexpr char kInsertMovement[] =
    "INSERT INTO money_movement (kind, status, amount_minor, authorized_minor, currency, has_moved, parent_id, "
    "intent_ref, order_ref, unit_hash, customer_hash, code, quantity_milli, happened_ms, as_of_ms, provider, "
    "object_id, load_no) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";
constexpr char kUpdateMovement[] =
    "UPDATE money_movement SET kind = ?1, status = ?2, amount_minor = ?3, authorized_minor = ?4, currency = ?5, "
    "has_moved = ?6, parent_id = ?7, intent_ref = ?8, order_ref = ?9, unit_hash = ?10, customer_hash = ?11, code = "
    "?12, quantity_milli = ?13, happened_ms = ?14, as_of_ms = ?15, version = version + 1 WHERE provider = ?16 AND "
    "object_id = ?17";

} // namespace

// What all lines of an order say together: so the order in which they came does not matter.
const char kSettleOrder[] =
    "UPDATE sale_order SET version = version + 1, placed_ms = (SELECT min(placed_ms) FROM order_line WHERE order_no = "
    "?1), currency = (SELECT min(currency) FROM order_line WHERE order_no = ?1), unit_hash = coalesce((SELECT "
    "min(unit_hash) FROM order_line WHERE order_no = ?1 AND unit_hash <> ''), ''), customer_hash = coalesce((SELECT "
    "min(customer_hash) FROM order_line WHERE order_no = ?1 AND customer_hash <> ''), '') WHERE no = ?1";
Status settleOrder(Query& q, qint64 order) { return q.bind(1, order).run(); }

// Nobody's address may stand where a hash belongs.
Error OrderKeeper::inClear(const QString& object) {
  return fail(s("orders.person-in-clear"), {{s("object"), object.left(100)}});
}

Status OrderKeeper::keepAll(LoadReport& report) {
  for (std::size_t i = 0; i < m_batch.movements.size(); ++i) {
    const qint64 changed = report.changed;
    PW_CHECK(keepMovement(m_batch.movements[i], report, false));
    if (m_batch.source == LoadSource::File && report.changed > changed)
      report.movementConflicts.push_back(i), report.changed = changed;
  }
  for (const EventFacts& event : m_batch.events)
    PW_CHECK(keepEvent(event, report));
  for (const Movement& m : m_batch.replacing)
    PW_CHECK(keepMovement(m, report, true));
  for (std::size_t i = 0; i < m_batch.lines.size(); ++i)
    PW_CHECK(keepLine(m_batch.lines[i], i, report));
  PW_TRY(Query settle, Query::prepare(m_db, kSettleOrder));
  for (const qint64 order : std::as_const(m_touched))
    PW_CHECK(settleOrder(settle, order));
  return wakeEvents();
}

Status OrderKeeper::keepMovement(const Movement& m, LoadReport& report, bool replaces) {
  if (m.customerHash.contains(u'@') || m.unitHash.contains(u'@'))
    return inClear(m.objectId);
  if (m.kind == MovementKind::Charge)
    m_charges.insert(m.objectId);
  else if (!m.parentId.isEmpty())
    m_charges.insert(m.parentId);
  static const std::string kSelect =
      std::string("SELECT ") + kMovementColumns + " FROM money_movement m WHERE m.provider = ?1 AND m.object_id = ?2";
  PW_TRY(Query q, Query::prepare(m_db, kSelect.c_str()));
  PW_TRY(const bool there, q.bind(1, m.provider).bind(2, m.objectId).step());
  if (!there) {
    ++report.added;
    return write(m, true);
  }
  PW_TRY(const Movement before, readMovement(q));
  q.reset();
  const Movement after = replaces ? m : merged(before, m);
  if (after == before) {
    ++report.same;
    return {};
  }
  ++report.changed;
  if (m_batch.source == LoadSource::File)
    return {}; // a file is not a later state of another: keepAll() tells it as a conflict
  return write(after, false);
}

Status OrderKeeper::write(const Movement& m, bool isNew) {
  PW_TRY(Query q, Query::prepare(m_db, isNew ? kInsertMovement : kUpdateMovement));
  q.bind(1, movementKindName(m.kind)).bind(2, movementStatusName(m.status)).bind(3, m.amountMinor);
  q.bind(4, m.authorizedMinor).bind(5, m.currency.code()).bind(6, m.hasMoved ? 1 : 0).bind(7, m.parentId);
  q.bind(8, m.intentRef).bind(9, m.orderRef).bind(10, m.unitHash).bind(11, m.customerHash).bind(12, m.code);
  q.bind(13, m.quantityMilli).bind(14, toMillis(m.happened)).bind(15, toMillis(m.asOf)).bind(16, m.provider);
  q.bind(17, m.objectId);
  if (isNew)
    q.bind(18, m_load);
  return q.run();
}

Result<qint64> OrderKeeper::orderNo(const OrderLine& line) {
  if (const auto known = m_orders.constFind(line.orderId); known != m_orders.constEnd())
    return *known;
  PW_TRY(Query find, Query::prepare(m_db, "SELECT no FROM sale_order WHERE provider = ?1 AND external_id = ?2"));
  PW_TRY(const bool there, find.bind(1, line.provider).bind(2, line.orderId).step());
  qint64 no = there ? find.integer(0) : 0;
  find.reset();
  if (!there) {
    PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO sale_order (id, provider, external_id, placed_ms, currency) "
                                         "VALUES (?1, ?2, ?3, ?4, ?5)"));
    q.bind(1, m_ids.next().toString()).bind(2, line.provider).bind(3, line.orderId).bind(4, toMillis(line.placed));
    PW_CHECK(q.bind(5, line.currency.code()).run());
    no = q.lastRowId();
  }
  m_orders.insert(line.orderId, no);
  return no;
}

Status OrderKeeper::keepLine(const OrderLine& line, std::size_t at, LoadReport& report) {
  if (line.customerHash.contains(u'@') || line.unitHash.contains(u'@'))
    return inClear(line.orderId);
  PW_TRY(const qint64 order, orderNo(line));
  static const std::string kSelect = std::string("SELECT ") + kLineColumns +
                                     " FROM order_line l JOIN sale_order o ON o.no = l.order_no WHERE l.order_no = ?1 "
                                     "AND l.line = ?2";
  PW_TRY(Query q, Query::prepare(m_db, kSelect.c_str()));
  PW_TRY(const bool there, q.bind(1, order).bind(2, line.line).step());
  if (there) {
    PW_TRY(const OrderLine known, readOrderLine(q));
    if (known == line)
      ++report.same;
    else
      report.conflicts.push_back(at);
    return {};
  }
  ++report.added;
  m_touched.insert(order);
  PW_CHECK(writeLine(order, line));
  return m_batch.linesArePaid ? write(paymentOf(line), true) : Status();
}

Status OrderKeeper::writeLine(qint64 order, const OrderLine& line) {
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO order_line (order_no, line, code, zone, quantity_milli, "
                                       "amount_minor, tax_minor, shown_minor, currency, placed_ms, unit_hash, "
                                       "customer_hash, load_no) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
                                       "?12, ?13)"));
  q.bind(1, order).bind(2, line.line).bind(3, line.code).bind(4, line.zone).bind(5, line.quantityMilli);
  q.bind(6, line.amountMinor).bind(7, line.taxMinor).bind(8, line.shownMinor).bind(9, line.currency.code());
  q.bind(10, toMillis(line.placed)).bind(11, line.unitHash).bind(12, line.customerHash).bind(13, m_load);
  return q.run();
}

// One that has come before counts only as such; what it said is known, unless it could not be read then, or was none of
// ours: of a test mode that counts by now.
Status OrderKeeper::keepEvent(const EventFacts& event, LoadReport& report) {
  PW_TRY(Query find, Query::prepare(m_db, "UPDATE gateway_event SET times = times + 1 WHERE provider = ?1 AND event_id "
                                          "= ?2 RETURNING state"));
  PW_TRY(const bool there, find.bind(1, m_batch.provider).bind(2, event.id).step());
  const auto saysNothing = [](const QString& state) {
    return state == eventStateName(EventState::Failed) || state == eventStateName(EventState::Ignored);
  };
  const bool saidNothing = there && saysNothing(find.text(0));
  find.reset();
  if (there && !(saidNothing && !saysNothing(eventStateName(event.state)))) {
    report.events.push_back(EventState::Duplicate);
    return {};
  }
  for (const Movement& m : event.movements)
    PW_CHECK(keepMovement(m, report, false));
  EventState state = event.state;
  if (state == EventState::Applied && !event.waitsFor.isEmpty()) {
    PW_TRY(const bool waits, isWaiting(event.waitsFor, event.waitsMinor));
    state = waits ? EventState::Waiting : EventState::Applied;
  }
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO gateway_event (provider, event_id, type, object_id, created_ms, "
                                       "received_ms, via, digest, state, waits_for, waits_minor, error) VALUES (?1, "
                                       "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT DO UPDATE SET state "
                                       "= ?9, waits_for = ?10, waits_minor = ?11, error = ?12"));
  q.bind(1, m_batch.provider).bind(2, event.id).bind(3, event.type).bind(4, event.objectId);
  q.bind(5, toMillis(event.created)).bind(6, toMillis(m_now));
  q.bind(7, loadSourceName(m_batch.source)).bind(8, event.digest).bind(9, eventStateName(state));
  q.bind(10, event.waitsFor).bind(11, event.waitsMinor).bind(12, event.error);
  PW_CHECK(q.run());
  report.events.push_back(state);
  ++m_newEvents;
  return {};
}

// For the charge itself, or for the refunds that it has told the sum of.
Result<bool> OrderKeeper::isWaiting(const QString& charge, qint64 minor) {
  if (minor == 0) {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT 1 FROM money_movement WHERE provider = ?1 AND object_id = ?2"));
    PW_TRY(const bool there, q.bind(1, m_batch.provider).bind(2, charge).step());
    return !there;
  }
  PW_TRY(Query q, Query::prepare(m_db, "SELECT coalesce(sum(amount_minor), 0) FROM money_movement WHERE provider = ?1 "
                                       "AND parent_id = ?2 AND kind = 'refund'"));
  PW_TRY([[maybe_unused]] const bool row, q.bind(1, m_batch.provider).bind(2, charge).step());
  return q.integer(0) < minor;
}

Status OrderKeeper::wakeEvents() {
  for (const QString& charge : std::as_const(m_charges)) {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT event_id, waits_minor FROM gateway_event WHERE provider = ?1 AND "
                                         "waits_for = ?2 AND state = 'waiting'"));
    std::vector<std::pair<QString, qint64>> waiting;
    q.bind(1, m_batch.provider).bind(2, charge);
    PW_CHECK(eachRow(q, [&]() -> Status {
      waiting.emplace_back(q.text(0), q.integer(1));
      return {};
    }));
    for (const auto& [event, minor] : waiting) {
      PW_TRY(const bool waits, isWaiting(charge, minor));
      if (waits)
        continue;
      PW_TRY(Query wake, Query::prepare(m_db, "UPDATE gateway_event SET state = 'applied' WHERE provider = ?1 AND "
                                              "event_id = ?2"));
      PW_CHECK(wake.bind(1, m_batch.provider).bind(2, event).run());
    }
  }
  return {};
}

} // namespace pricewright
