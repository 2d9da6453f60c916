// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Id.h"
#include "money/PriceLadder.h"

#include <QHash>

#include <optional>
#include <vector>

namespace pricewright {

enum class SkuRole { Kvi, Foreground, Background, Tail };
QString skuRoleName(SkuRole r); // "kvi" …
std::optional<SkuRole> skuRoleFrom(QStringView name);

enum class PriceType { Regular, Promotion, Markdown };
QString priceTypeName(PriceType t);
enum class PriceOrigin { Import, Observed, Decision, Manual, Rollback };
QString priceOriginName(PriceOrigin o);

// Numbers ("no") are the workspace file's own; ids are for the outside.
struct Category {
  int no = 0;
  QString code, name;
};
struct Sku {
  int no = 0;
  Id id;
  QString code, name, brand, gtin;
  int categoryNo = 0;
  SkuRole role = SkuRole::Background;
  QString vatClass = QStringLiteral("standard");
  int packCount = 1;
  Decimal packSize = Decimal::fromMicros(Decimal::kOne); // content of one piece, in packUnit
  QString packUnit = QStringLiteral("each");
  bool storable = true;
};
struct PriceZone {
  int no = 0;
  Id id;
  QString code, name, market;
  Currency currency;
  bool grossPrices = false; // prices include VAT
  QByteArray timeZone = "UTC";
};
// A SKU sold in a price zone: what a price belongs to.
struct Listing {
  int no = 0;
  int skuNo = 0;
  int zoneNo = 0;
  std::optional<qint64> minMinor, maxMinor, mapMinor;
  std::optional<LadderSpec> ladder; // none: the currency's default
};
struct VatRate {
  QString market, vatClass;
  Day from;
  int rateBp = 0;
};
enum class CostKind { Replacement, Accounting };
struct DatedCost {
  int listingNo = 0;
  CostKind kind = CostKind::Replacement;
  Day from;
  Amount amount;
};
struct StockLevel {
  int listingNo = 0;
  Day day;
  qint64 onHandMilli = 0;
  std::optional<int> inStockDays;
};
struct PublishedPrice {
  int listingNo = 0;
  int channelNo = 0;
  PriceType type = PriceType::Regular;
  Money amount;
  Instant from{};
  std::optional<Instant> to;
  PriceOrigin origin = PriceOrigin::Import;
};
struct Channel {
  int no = 0;
  Id id;
  QString code, name, kind;
};
struct Promotion {
  int listingNo = 0;
  int channelNo = 0; // 0 = all
  Day from, to;
  std::optional<qint64> priceMinor;
  QString mechanism = QStringLiteral("price");
};
struct User {
  QString name, displayName, role;
  bool authenticated = false;
};
struct MarginException {
  int listingNo = 0;
  QString reason; // clearance, near_expiry, loss_leader
  int minMarginBp = 0;
  Instant from{}, to{};
  QString approvedBy;
};

// What is sold, as one immutable value: vectors sorted by number, with look-ups.
struct Catalog {
  QString workspaceId, name;
  Currency currency; // the workspace's own, for totals
  std::vector<Category> categories;
  std::vector<Sku> skus;
  std::vector<PriceZone> zones;
  std::vector<Listing> listings;
  std::vector<VatRate> vatRates;
  std::vector<Channel> channels;

  const Category* category(int no) const;
  const Sku* sku(int no) const;
  const PriceZone* zone(int no) const;
  const Listing* listing(int no) const;
  const Sku* skuByCode(QStringView code) const; // linear: for commands, not for loops
  int vatBp(QStringView market, QStringView vatClass, Day on) const; // 0 where no rate is recorded
};

} // namespace pricewright
