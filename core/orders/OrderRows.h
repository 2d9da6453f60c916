// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "orders/OrderBatch.h"
#include "storage/Database.h"

#include <QSet>

// How movements and lines stand in their tables. Internal to OrderStore.
namespace pricewright {

constexpr char kMovementColumns[] =
    "m.provider, m.object_id, m.kind, m.status, m.amount_minor, m.authorized_minor, m.currency, m.has_moved, "
    "m.parent_id, m.intent_ref, m.order_ref, m.unit_hash, m.customer_hash, m.code, m.quantity_milli, m.happened_ms, "
    "m.as_of_ms";
constexpr char kLineColumns[] = "o.provider, o.external_id, l.line, l.code, l.zone, l.quantity_milli, l.amount_minor, "
                                "l.tax_minor, l.shown_minor, l.currency, l.placed_ms, l.unit_hash, l.customer_hash";
Result<Movement> readMovement(const Query& q); // storage.corrupt
Result<OrderLine> readOrderLine(const Query& q);
Result<std::vector<Movement>> readMovements(Query& q);

// Writes one batch inside an open transaction.
class OrderKeeper {
 public:
  OrderKeeper(Database& db, const OrderBatch& batch, qint64 loadNo, Instant now, IdSource& ids)
      : m_db(db), m_batch(batch), m_load(loadNo), m_now(now), m_ids(ids) {}
  Status keepAll(LoadReport& report);
  qint64 newEvents() const { return m_newEvents; }

 private:
  static Error inClear(const QString& object);
  Status keepMovement(const Movement& m, LoadReport& report, bool replaces);
  Status write(const Movement& m, bool isNew);
  Result<qint64> orderNo(const OrderLine& line);
  Status keepLine(const OrderLine& line, std::size_t at, LoadReport& report);
  Status writeLine(qint64 order, const OrderLine& line);
  Status keepEvent(const EventFacts& event, LoadReport& report);
  Result<bool> isWaiting(const QString& charge, qint64 minor);
  Status wakeEvents();

  Database& m_db;
  const OrderBatch& m_batch;
  qint64 m_load;
  Instant m_now;
  IdSource& m_ids;
  qint64 m_newEvents = 0;
  QMap<QString, qint64> m_orders; // external id → number, of this batch
  QSet<qint64> m_touched;         // orders whose lines changed
  QSet<QString> m_charges;        // that came, or that something of came
};
Status settleOrder(Query& q, qint64 order); // with kSettleOrder
extern const char kSettleOrder[];

} // namespace pricewright
