// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentOrders.h"

#include "engine/earnings/RevenueDesk.h"
#include "engine/earnings/SalesWorth.h"
#include "experiments/events/SipHash.h"
#include "orders/PaidOrders.h"
#include "testevents/EventBlock.h"

#include <QHash>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kMicroOfOne = 1e6, kMilliOfOne = 1e3;

// Too large for an event: the table counts and leaves it.
std::int64_t inMicro(double value) {
  constexpr double kMost = double(kMostMicro);
  return std::isfinite(value) && std::abs(value) <= kMost ? std::llround(value * kMicroOfOne) : kMostMicro + 1;
}

// What an order's lines say of all its money.
struct OrderWorth {
  double net = 0, gross = 0; // minor units of the order
  double cost = 0;           // money of the workspace
  double quantity = 0;
  double netShare() const { return gross > 0 ? net / gross : 1; }
};

class OrderReader {
 public:
  OrderReader(const Catalog& catalog, const SalesWorth& worth, OrderEvents& into)
      : m_catalog(catalog), m_worth(worth), m_into(into) {}
  void take(const PaidOrder& order, std::uint64_t unit);

 private:
  OrderWorth worthOf(const PaidOrder& order);
  double netShareOf(const PaidLine& line) const; // 0: nobody tells
  double costOf(const PaidLine& line, int day) const {
    return m_worth.knows(line.listingNo)
               ? m_worth.costOn(line.listingNo, day) * double(line.quantityMilli) / kMilliOfOne
               : 0;
  }

  const Catalog& m_catalog;
  const SalesWorth& m_worth;
  OrderEvents& m_into;
};

double OrderReader::netShareOf(const PaidLine& line) const {
  if (line.taxMinor && line.amountMinor > 0)
    return double(line.amountMinor - *line.taxMinor) / double(line.amountMinor);
  const Listing* listing = line.listingNo > 0 ? m_catalog.listing(line.listingNo) : nullptr;
  const PriceZone* zone = listing ? m_catalog.zone(listing->zoneNo) : nullptr;
  const double rate = zone ? m_worth.rates().worth(zone->currency) : 0;
  return rate > 0 && m_worth.knows(line.listingNo) ? m_worth.perPrice(line.listingNo) / rate : 0;
}

OrderWorth OrderReader::worthOf(const PaidOrder& order) {
  OrderWorth out;
  const int day = toDayNumber(dayOf(order.placed));
  for (const PaidLine& line : order.lines) {
    const double share = netShareOf(line), cost = costOf(line, day);
    out.net += double(line.amountMinor) * (share > 0 ? share : 1), out.gross += double(line.amountMinor);
    out.cost += cost, out.quantity += double(line.quantityMilli) / kMilliOfOne;
    ++m_into.lines;
    if (share <= 0 || cost <= 0)
      ++m_into.linesWithoutCost;
  }
  if (order.lines.empty()) // what was bought is not told at all
    ++m_into.lines, ++m_into.linesWithoutCost;
  return out;
}

void OrderReader::take(const PaidOrder& order, std::uint64_t unit) {
  const OrderWorth worth = worthOf(order);
  const QString name = order.provider + u'\n' + order.orderId;
  ShopEvent event;
  event.unit = unit, event.atMs = toMillis(order.placed), event.order = nameNumber(name.toStdString());
  event.cost = inMicro(worth.cost), event.quantity = inMicro(worth.quantity);
  for (const auto& [currency, totals] : order.totals) {
    if (totals.charges == 0)
      continue; // nothing came in this currency
    const double rate = m_worth.rates().worth(currency);
    const qint64 kept = totals.net() + totals.fees;
    const double money = double(kept) / double(currency.minorPerMajor()) * worth.netShare();
    event.id = nameNumber((name + u'\n' + currency.code()).toStdString());
    event.amount = inMicro(rate > 0 ? money * rate : money);
    event.currency = currencyNumber((rate > 0 ? m_worth.rates().into() : currency).code());
    m_into.events.push_back(event);
    event.cost = event.quantity = 0; // once an order
  }
}

} // namespace

Result<OrderEvents> orderEvents(Workspace& w, std::span<const std::uint64_t> units, Instant from) {
  OrderEvents out;
  PW_TRY(const QByteArray salt, orderStore(w).salt());
  QHash<QString, std::uint64_t> unitOf;
  unitOf.reserve(qsizetype(units.size()));
  for (const std::uint64_t unit : units)
    unitOf.insert(hashedUnit(salt, unit), unit);
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const SalesWorth worth, SalesWorth::read(w, catalog, settings, dayOf(w.clock().now())));
  PW_TRY(const std::vector<PaidOrder> orders, paidOrders(w.database(), from));
  OrderReader reader(catalog, worth, out);
  for (const PaidOrder& order : orders) {
    ++out.paid;
    const auto unit = unitOf.constFind(order.unitHash);
    if (order.unitHash.isEmpty() || unit == unitOf.constEnd())
      continue;
    ++out.matched;
    reader.take(order, *unit);
  }
  return out;
}

} // namespace pricewright
