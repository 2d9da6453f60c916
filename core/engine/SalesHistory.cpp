// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/SalesHistory.h"

namespace pricewright {

Result<SalesHistory> readSalesHistory(Workspace& w, Day before) {
  SalesHistory h;
  PW_TRY(h.catalog, w.catalog().load());
  PW_TRY(h.sales, w.catalog().loadSales(before));
  for (std::size_t i = 0; i < h.sales.listings(); ++i)
    h.salesOf.emplace(h.sales.listingNo[i], i);
  PW_TRY(const Settings settings, w.catalog().settings());
  const Instant until = std::min(w.clock().now(), startOf(before));
  PW_TRY(h.competitors, loadCompetitorHistory(w.database(), w.offers(), h.catalog, until, settings));
  std::map<int, QString> units;
  for (const Sku& sku : h.catalog.skus) {
    const auto [at, isNew] = units.emplace(sku.categoryNo, sku.packUnit);
    h.mixedUnits[sku.categoryNo] |= !isNew && at->second != sku.packUnit;
  }
  return h;
}

} // namespace pricewright
