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
QString priceTypeName(PriceType t); // "regular" …
std::optional<PriceType> priceTypeFrom(QStringView name);
enum class PriceOrigin { Import, Observed, Decision, Manual, Rollback };
QString priceOriginName(PriceOrigin o); // "import" …
std::optional<PriceOrigin> priceOriginFrom(QStringView name);

// A ladder as a listing's row keeps it: canonical JSON, "" for the currency's default. catalog.bad-ladder
QString ladderText(const std::optional<LadderSpec>& ladder);
Result<std::optional<LadderSpec>> ladderFromText(QStringView text);
Status checkListingLadder(const LadderSpec& ladder); // step and cycle positive, endings sorted, each in [0, cycle)

// Numbers ("no") are the workspace file's own; ids are for the outside.
struct Category {
  int no = 0;
  QString code, name;
  bool operator==(const Category&) const = default;
};
struct Sku {
  int no = 0;
  Id id;
  QString code, name, brand, gtin, mpn; // mpn: the maker's part number, as he writes it
  int categoryNo = 0;
  SkuRole role = SkuRole::Background;
  QString vatClass = QStringLiteral("standard");
  int packCount = 1;
  Decimal packSize = Decimal::fromMicros(Decimal::kOne); // content of one piece, in packUnit
  QString packUnit = QStringLiteral("each");
  bool storable = true;
  bool operator==(const Sku&) const = default;
};
struct PriceZone {
  int no = 0;
  Id id;
  QString code, name, market;
  Currency currency;
  bool grossPrices = false; // prices include VAT
  QByteArray timeZone = "UTC";
  bool operator==(const PriceZone&) const = default;
};
// A SKU sold in a price zone: what a price belongs to.
struct Listing {
  int no = 0;
  int skuNo = 0;
  int zoneNo = 0;
  std::optional<qint64> minMinor, maxMinor, mapMinor;
  std::optional<LadderSpec> ladder; // none: the currency's default
  bool operator==(const Listing&) const = default;
};
bool isMarketCode(QStringView code); // a country of ISO 3166-1 (two capital letters), or "EU"

struct VatRate {
  QString market, vatClass;
  Day from;
  int rateBp = 0;
  bool operator==(const VatRate&) const = default;
};
enum class CostKind { Replacement, Accounting };
QString costKindName(CostKind k);
struct DatedCost {
  int listingNo = 0;
  CostKind kind = CostKind::Replacement;
  Day from;
  Amount amount;
  bool operator==(const DatedCost&) const = default;
};
struct StockLevel {
  int listingNo = 0;
  Day day;
  qint64 onHandMilli = 0;
  std::optional<int> inStockDays;
  bool operator==(const StockLevel&) const = default;
};
struct PublishedPrice {
  int listingNo = 0;
  int channelNo = 0;
  PriceType type = PriceType::Regular;
  Money amount;
  Instant from{};
  std::optional<Instant> to;
  PriceOrigin origin = PriceOrigin::Import;
  bool operator==(const PublishedPrice&) const = default;
};
struct Channel {
  int no = 0;
  Id id;
  QString code, name, kind;
  bool operator==(const Channel&) const = default;
};
struct Promotion {
  int listingNo = 0;
  int channelNo = 0; // 0 = all
  Day from, to;
  std::optional<qint64> priceMinor;
  QString mechanism = QStringLiteral("price");
  bool operator==(const Promotion&) const = default;
};
struct User {
  QString name, displayName, role;
  bool authenticated = false;
  bool operator==(const User&) const = default;
};
struct MarginException {
  int listingNo = 0;
  QString reason; // clearance, near_expiry, loss_leader
  int minMarginBp = 0;
  Instant from{}, to{};
  QString approvedBy;
  bool operator==(const MarginException&) const = default;
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
  std::optional<int> vatBp(QStringView market, QStringView vatClass, Day on) const; // none: no rate is recorded
};

} // namespace pricewright
