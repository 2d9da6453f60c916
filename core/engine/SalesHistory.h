// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/ElasticityModel.h"
#include "engine/Workspace.h"
#include "pipeline/planner/World.h"

#include <map>

namespace pricewright {

// Everything that demand is learnt from, read once.
struct SalesHistory {
  Catalog catalog;
  SalesPanel sales; // whole periods that were over
  CompetitorHistory competitors;
  std::map<int, std::size_t> salesOf; // by listing number: index into sales

  std::span<const SalePoint> points(int listingNo) const {
    const auto at = salesOf.find(listingNo);
    return at == salesOf.end() ? std::span<const SalePoint>() : sales.of(at->second);
  }
  // In the order of the catalogue's listings; those of a missing SKU are left out.
  DemandSeries seriesOf(const Listing& listing, const Sku& sku) const {
    DemandSeries s;
    s.listingNo = listing.no, s.skuNo = listing.skuNo, s.categoryNo = sku.categoryNo, s.zoneNo = listing.zoneNo;
    s.points = points(listing.no);
    s.content = contentOf(sku);
    if (const auto rivals = competitors.find(listing.no); rivals != competitors.end())
      s.competitor = rivals->second;
    return s;
  }
  double contentOf(const Sku& sku) const {
    const auto mixed = mixedUnits.find(sku.categoryNo);
    const double size = sku.packSize.toDouble() * sku.packCount;
    return (mixed != mixedUnits.end() && mixed->second) || !(size > 0) ? 1 : size;
  }
  std::map<int, bool> mixedUnits; // categories whose packs are not measured in one unit
};
Result<SalesHistory> readSalesHistory(Workspace& workspace, Day before);

} // namespace pricewright
