// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/earnings/SalesWorth.h"

#include "catalog/Rows.h"

#include <map>

namespace pricewright {

Result<int> endOfSales(Database& db, Day today) {
  PW_TRY(Query q, Query::prepare(db, "SELECT max((SELECT s.day + s.days FROM sale s WHERE s.listing_no = l.no AND "
                                     "s.day <= ?1 ORDER BY s.day DESC LIMIT 1)) FROM listing l"));
  q.bind(1, toDayNumber(today));
  PW_TRY(const bool row, q.step());
  return row && !q.isNull(0) ? smallInteger(q, 0) : 0;
}

Result<SalesWorth> SalesWorth::read(Workspace& w, const Catalog& catalog, const Settings& settings, Day today) {
  SalesWorth worth;
  PW_TRY(worth.m_rates, WorkspaceRates::on(w, settings, today, catalog.currency));
  worth.readWorths(catalog, today);
  PW_CHECK(worth.readCosts(w.database(), today));
  return worth;
}

void SalesWorth::readWorths(const Catalog& catalog, Day today) {
  for (const Listing& l : catalog.listings) {
    const Sku* sku = catalog.sku(l.skuNo);
    const PriceZone* zone = catalog.zone(l.zoneNo);
    if (!sku || !zone)
      continue;
    if (std::size_t(l.no) >= m_perPrice.size())
      m_perPrice.resize(std::size_t(l.no) + 1), m_costs.resize(std::size_t(l.no) + 1);
    const double rate = m_rates.worth(zone->currency);
    const std::optional<int> vat = catalog.vatBp(zone->market, sku->vatClass, today);
    if (!zone->grossPrices)
      m_perPrice[std::size_t(l.no)] = rate;
    else if (vat)
      m_perPrice[std::size_t(l.no)] = rate * 10'000.0 / (10'000.0 + *vat);
  }
}

// Replacement costs by listing and date, in the workspace's currency.
Status SalesWorth::readCosts(Database& db, Day today) {
  PW_TRY(Query q, Query::prepare(db, "SELECT listing_no, from_day, amount_micro, currency FROM cost WHERE kind = "
                                     "'replacement' AND from_day <= ?1 ORDER BY listing_no, from_day"));
  q.bind(1, toDayNumber(today));
  CurrencyReader currencies;
  std::map<QString, double> rates;
  return eachRow(q, [&]() -> Status {
    const qint64 no = q.integer(0);
    const auto currency = currencies.read(q.utf8(3));
    if (!knows(no) || !currency)
      return {};
    const auto [at, isNew] = rates.try_emplace(currency->code(), 0.0);
    if (isNew)
      at->second = m_rates.worth(*currency);
    const double cost = double(q.integer(2)) / 1e6 * at->second;
    m_costs[std::size_t(no)].push_back({smallInteger(q, 1), std::max(0.0, cost)});
    return {};
  });
}

double SalesWorth::costOn(qint64 listing, int day) const {
  double found = 0;
  for (const auto& [from, cost] : m_costs[std::size_t(listing)]) {
    if (from > day)
      break;
    found = cost;
  }
  return found;
}

} // namespace pricewright
