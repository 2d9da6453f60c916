// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/SalesHistory.h"

#include "catalog/Rows.h"

#include <map>

namespace pricewright {
namespace {

// What one pack holds, where all of a category are measured in one unit; else 1.
class Contents {
 public:
  explicit Contents(const Catalog& catalog) {
    for (const Sku& sku : catalog.skus) {
      const auto [at, isNew] = m_units.emplace(sku.categoryNo, sku.packUnit);
      if (!isNew && at->second != sku.packUnit)
        at->second.reset();
    }
  }
  double of(const Sku& sku) const {
    const double size = sku.packSize.toDouble() * sku.packCount;
    return m_units.at(sku.categoryNo) && size > 0 ? size : 1;
  }

 private:
  std::map<int, std::optional<QString>> m_units; // by category; none: several
};

} // namespace

std::span<const SalePoint> SalesHistory::salesOf(int listingNo) const {
  const auto found = salesIndex.find(listingNo);
  return found == salesIndex.end() ? std::span<const SalePoint>() : sales.of(found->second);
}

std::span<const SalePoint> SalesHistory::wholeWeeksOf(int listingNo) const {
  std::span<const SalePoint> whole = salesOf(listingNo);
  const auto partial = partialWeeks.find(listingNo);
  if (partial == partialWeeks.end())
    return whole;
  if (!whole.empty() && partial->second.first == whole.front().day)
    whole = whole.subspan(1);
  if (!whole.empty() && partial->second.last == whole.back().day)
    whole = whole.first(whole.size() - 1);
  return whole;
}

std::vector<DemandSeries> SalesHistory::demandSeries() const {
  const Contents contents(catalog);
  std::vector<DemandSeries> series;
  for (const Listing& listing : catalog.listings) {
    const Sku* sku = catalog.sku(listing.skuNo);
    if (!sku)
      continue;
    DemandSeries s;
    s.listingNo = listing.no, s.skuNo = listing.skuNo, s.categoryNo = sku->categoryNo, s.zoneNo = listing.zoneNo;
    s.points = wholeWeeksOf(listing.no);
    s.content = contents.of(*sku);
    if (const auto price = regular.find(listing.no); price != regular.end())
      s.currentRegular = price->second.amount.toDouble();
    if (const auto rivals = competitors.find(listing.no); rivals != competitors.end())
      s.competitor = rivals->second;
    series.push_back(s);
  }
  return series;
}

Status loadSalesHistory(SalesHistory& into, Database& db, const CatalogStore& catalog, const OfferStore& offers,
                        Day before, Instant at) {
  PW_TRY(into.settings, catalog.settings());
  PW_TRY(into.catalog, catalog.load());
  PW_TRY(const auto regular, catalog.regularPricesInForce(at));
  for (const PublishedPrice& price : regular)
    into.regular.insert_or_assign(price.listingNo, price);
  PW_TRY(into.sales, catalog.loadSales(before));
  for (std::size_t i = 0; i < into.sales.listings(); ++i)
    into.salesIndex[into.sales.listingNo[i]] = i;
  PW_TRY(into.partialWeeks, loadPartialWeeks(db, into.catalog));
  PW_TRY(into.competitors, loadCompetitorHistory(db, offers, into.catalog, at, into.settings));
  return {};
}

namespace {

constexpr int kDriftDays = 400; // further back nothing is compared

Result<std::vector<DriftCost>> readCosts(Database& db, const SalesHistory& history, Day before) {
  PW_TRY(Query q, Query::prepare(db, "SELECT listing_no, from_day, amount_micro, currency FROM cost WHERE kind = "
                                     "'replacement' AND from_day < ?1 ORDER BY listing_no, from_day"));
  q.bind(1, toDayNumber(before));
  std::vector<DriftCost> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    const Listing* listing = history.catalog.listing(smallInteger(q, 0));
    const PriceZone* zone = listing ? history.catalog.zone(listing->zoneNo) : nullptr;
    if (zone && zone->currency.code() == q.text(3)) // another currency's moves are not the cost's
      out.push_back({listing->no, smallInteger(q, 1), double(q.integer(2)) / 1e6});
    return {};
  }));
  return out;
}

Result<std::vector<DriftStock>> readStock(Database& db, Day before) {
  PW_TRY(Query q, Query::prepare(db, "SELECT listing_no, day, on_hand_milli FROM stock WHERE day >= ?1 AND day < ?2 "
                                     "ORDER BY listing_no, day"));
  q.bind(1, toDayNumber(before) - kDriftDays).bind(2, toDayNumber(before));
  std::vector<DriftStock> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    out.push_back({smallInteger(q, 0), smallInteger(q, 1), double(q.integer(2)) / 1000});
    return {};
  }));
  return out;
}

} // namespace

Result<DriftReport> watchDriftIn(Database& db, const SalesHistory& history, std::span<const DemandSeries> series,
                                 const DemandModel& model, Day before) {
  PW_TRY(const std::vector<DriftCost> costs, readCosts(db, history, before));
  PW_TRY(const std::vector<DriftStock> stock, readStock(db, before));
  return watchDrift({series, costs, stock}, model, {});
}

} // namespace pricewright
