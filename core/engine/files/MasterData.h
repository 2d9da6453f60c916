// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// Products, price zones and ladders as people keep them by hand. Many at once come by imports.

struct MasterLists { // what forms offer
  std::vector<Category> categories;
  std::vector<PriceZone> zones;
  QStringList vatClasses, brands;
  bool mayEditZones = false;
};
Result<MasterLists> masterLists(Workspace& workspace);

// A product that is sold from now on; one that is there already is only put on sale in further zones.
struct NewProduct {
  Sku sku;          // its category's number is not read
  QString category; // code; made where it is new
  QStringList zones;
  std::optional<Decimal> cost;  // replacement cost from today, in each zone's currency
  std::optional<Decimal> price; // the first regular price, in every channel from now on
};
struct ProductAdded {
  QString sku;
  bool isNew = false;        // else only zones were added
  std::vector<int> listings; // of the zones
};
// One transaction. A first price is no change of one, so nobody approves it; but it must not earn less than the minimum
// margin, unless by somebody who may grant exceptions. master.no-zone, .on-sale (zone), .bad-gtin, .below-margin
// (margin, least), .price-needs-cost, .bad-price (zone: not exact in its currency), catalog.bad-code, .unknown-zone,
// .bad-cost, .not-allowed
Result<ProductAdded> addProduct(Workspace& workspace, const NewProduct& product);
// Out of the catalogue, its history kept; and back. Their own undo. catalog.unknown-sku
Status retireProduct(Workspace& workspace, const QString& sku);
Status reviveProduct(Workspace& workspace, const QString& sku);
// Takes an addition back: the product, or the zones that were added, are out of the catalogue again.
Status undoAddProduct(Workspace& workspace, const ProductAdded& added);

struct ZoneChange {
  std::optional<PriceZone> before; // none: it is new, and stays
  PriceZone after;
};
Result<ZoneChange> saveZone(Workspace& workspace, const PriceZone& zone); // by code; as CatalogStore::putZone

struct LadderChange {
  int listingNo = 0;
  std::optional<LadderSpec> before, after; // none: the currency's default
};
Result<LadderChange> setLadder(Workspace& workspace, int listingNo, const std::optional<LadderSpec>& ladder);

// Ladders as people write them: "0.05" steps of it, ".99 .49" endings, "4.99 9.99 /10" endings within ten; "" the
// currency's default. master.bad-ladder (text)
QString ladderWords(const LadderSpec& ladder, Currency currency);
Result<std::optional<LadderSpec>> ladderFromWords(QStringView words, Currency currency);

} // namespace pricewright
