// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/PaidOrders.h"

#include "base/Words.h"
#include "orders/ListingFinder.h"
#include "orders/OrderRows.h"

#include <map>
#include <utility>

namespace pricewright {
namespace {

// Gathers what belongs to each order.
class OrderGatherer {
 public:
  explicit OrderGatherer(Database& db) : m_db(db), m_listings(db) {}
  Status readCharges(Instant from);
  Status readGivenBack(Instant from);
  Status readLines(Instant from);
  Result<std::vector<PaidOrder>> orders() const;

 private:
  struct Open {
    PaidOrder order;
    MoneySum money;
    bool isPaid = false, hasLines = false;
  };
  using Key = std::pair<QString, QString>; // provider and order
  Open& at(const Key& key);
  static void learnUnit(PaidOrder& order, const QString& unit) {
    if (order.unitHash.isEmpty())
      order.unitHash = unit;
  }

  Database& m_db;
  ListingFinder m_listings;
  std::map<Key, Open> m_open;
  QHash<QString, Key> m_orderOf; // provider and charge → its order
};

QString chargeName(const QString& provider, const QString& object) { return provider + u'\n' + object; }

OrderGatherer::Open& OrderGatherer::at(const Key& key) {
  Open& open = m_open[key];
  open.order.provider = key.first, open.order.orderId = key.second;
  return open;
}

Status OrderGatherer::readCharges(Instant from) {
  static const std::string kSql = std::string("SELECT ") + kMovementColumns +
                                  ", v.order_key FROM charge_order v JOIN money_movement m ON m.no = v.no WHERE "
                                  "m.happened_ms >= ?1 ORDER BY m.happened_ms";
  constexpr int kOrderKey = 17; // after the movement's own
  PW_TRY(Query q, Query::prepare(m_db, kSql.c_str()));
  q.bind(1, toMillis(from));
  return eachRow(q, [&]() -> Status {
    PW_TRY(const Movement m, readMovement(q));
    const Key key{m.provider, q.text(kOrderKey)};
    m_orderOf.insert(chargeName(m.provider, m.objectId), key);
    Open& open = at(key);
    learnUnit(open.order, m.unitHash);
    if (m.status == MovementStatus::Captured) {
      if (!open.isPaid)
        open.order.placed = m.happened;
      open.isPaid = true;
      if (!m.code.isEmpty()) { // stands in until lines are found
        PW_TRY(const int listing, m_listings.find(m.code, {}));
        open.order.lines.push_back({listing, std::max<qint64>(1, m.quantityMilli), m.amountMinor, {}});
      }
    }
    return open.money.add(m);
  });
}

Status OrderGatherer::readGivenBack(Instant from) {
  static const std::string kSql = std::string("SELECT ") + kMovementColumns +
                                  " FROM money_movement m WHERE m.kind IN ('refund', 'dispute') AND "
                                  "m.happened_ms >= ?1";
  PW_TRY(Query q, Query::prepare(m_db, kSql.c_str()));
  q.bind(1, toMillis(from));
  return eachRow(q, [&]() -> Status {
    PW_TRY(const Movement m, readMovement(q));
    const Key told{m.provider, m.orderRef};
    const Key key = m_orderOf.value(chargeName(m.provider, m.parentId), told);
    const auto open = m_open.find(key); // none: of an order from before
    return open == m_open.end() ? Status() : open->second.money.add(m);
  });
}

Status OrderGatherer::readLines(Instant from) {
  static const std::string kSql = std::string("SELECT ") + kLineColumns +
                                  " FROM order_line l JOIN sale_order o ON o.no = l.order_no WHERE o.placed_ms >= ?1 "
                                  "ORDER BY o.no, l.placed_ms, l.line";
  PW_TRY(Query q, Query::prepare(m_db, kSql.c_str()));
  q.bind(1, toMillis(from));
  return eachRow(q, [&]() -> Status {
    PW_TRY(const OrderLine line, readOrderLine(q));
    const auto found = m_open.find(Key{line.provider, line.orderId});
    if (found == m_open.end())
      return {};
    Open& open = found->second;
    if (!std::exchange(open.hasLines, true))
      open.order.lines.clear(), open.order.placed = line.placed;
    learnUnit(open.order, line.unitHash);
    PW_TRY(const int listing, m_listings.find(line.code, line.zone));
    open.order.lines.push_back({listing, line.quantityMilli, line.amountMinor, line.taxMinor});
    return {};
  });
}

Result<std::vector<PaidOrder>> OrderGatherer::orders() const {
  std::vector<PaidOrder> out;
  for (const auto& [key, open] : m_open) {
    if (!open.isPaid)
      continue;
    PaidOrder order = open.order;
    PW_TRY(order.totals, open.money.totals());
    out.push_back(std::move(order));
  }
  return out;
}

} // namespace

Result<std::vector<PaidOrder>> paidOrders(Database& db, Instant from) {
  OrderGatherer gatherer(db);
  PW_CHECK(gatherer.readCharges(from));
  PW_CHECK(gatherer.readGivenBack(from));
  PW_CHECK(gatherer.readLines(from));
  return gatherer.orders();
}

} // namespace pricewright
