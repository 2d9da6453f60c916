// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/SalesHistory.h"

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

} // namespace pricewright
