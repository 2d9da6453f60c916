// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is sold, and its time series: one ordered query each.
#include "catalog/CatalogStore.h"

#include "catalog/Rows.h"

#include <array>
#include <limits>

namespace pricewright {
namespace {

template <class Row, class Read>
Result<std::vector<Row>> readAll(Database& db, const char* sql, const Read& read, std::span<const int> values = {}) {
  PW_TRY(Query q, Query::prepare(db, sql));
  for (std::size_t i = 0; i < values.size(); ++i)
    q.bind(static_cast<int>(i) + 1, values[i]);
  std::vector<Row> rows;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(Row row, read(q));
    rows.push_back(std::move(row));
    return {};
  }));
  return rows;
}

Result<Category> readCategory(const Query& q) { return Category{smallInteger(q, 0), q.text(1), q.text(2)}; }

Result<Sku> readSku(const Query& q) {
  Sku sku;
  sku.no = smallInteger(q, 0);
  sku.id = idOf(q, 1);
  sku.code = q.text(2);
  sku.name = q.text(3);
  sku.brand = q.text(4);
  sku.gtin = q.text(5);
  sku.categoryNo = smallInteger(q, 6);
  const std::optional<SkuRole> role = skuRoleFrom(q.text(7));
  if (!role)
    return damagedRow("sku", sku.code, q.text(7));
  sku.role = *role;
  sku.vatClass = q.text(8);
  sku.packCount = smallInteger(q, 9);
  sku.packSize = Decimal::fromMicros(q.integer(10));
  sku.packUnit = q.text(11);
  sku.storable = q.integer(12) != 0;
  sku.mpn = q.text(13);
  return sku;
}

Result<PriceZone> readZone(const Query& q) {
  PriceZone zone;
  zone.no = smallInteger(q, 0);
  zone.id = idOf(q, 1);
  zone.code = q.text(2);
  zone.name = q.text(3);
  zone.market = q.text(4);
  const Result<Currency> currency = Currency::fromCode(q.text(5));
  if (!currency)
    return damagedRow("price_zone", zone.code, q.text(5));
  zone.currency = *currency;
  zone.grossPrices = q.integer(6) != 0;
  zone.timeZone = q.blob(7);
  return zone;
}

Result<Listing> readListing(const Query& q) {
  Listing listing;
  listing.no = smallInteger(q, 0);
  listing.skuNo = smallInteger(q, 1);
  listing.zoneNo = smallInteger(q, 2);
  listing.minMinor = optionalInteger(q, 3);
  listing.maxMinor = optionalInteger(q, 4);
  listing.mapMinor = optionalInteger(q, 5);
  if (q.utf8(6).empty())
    return listing;
  Result<std::optional<LadderSpec>> ladder = ladderFromText(q.text(6));
  if (!ladder)
    return damagedRow("listing", QString::number(listing.no), q.text(6)).causedBy(ladder.error());
  listing.ladder = *std::move(ladder);
  return listing;
}

Result<VatRate> readVatRate(const Query& q) {
  return VatRate{q.text(0), q.text(1), fromDayNumber(smallInteger(q, 2)), smallInteger(q, 3)};
}

Result<Channel> readChannel(const Query& q) {
  return Channel{smallInteger(q, 0), idOf(q, 1), q.text(2), q.text(3), q.text(4)};
}

template <class Small> Small clamped(qint64 value) {
  return static_cast<Small>(
      std::clamp<qint64>(value, std::numeric_limits<Small>::min(), std::numeric_limits<Small>::max()));
}

SalePoint readSale(const Query& q) {
  SalePoint p;
  p.day = clamped<qint32>(q.integer(1));
  p.days = clamped<qint16>(q.integer(2));
  p.unitsMilli = q.integer(3);
  p.priceMicro = q.integer(4);
  p.regularMicro = q.isNull(5) ? -1 : q.integer(5);
  p.dealMilli = clamped<qint16>(q.integer(6));
  p.featureMilli = clamped<qint16>(q.integer(7));
  p.inStockDays = q.isNull(8) ? qint8(-1) : clamped<qint8>(q.integer(8));
  return p;
}

} // namespace

Result<Catalog> CatalogStore::load() const {
  Catalog c;
  PW_TRY(c.workspaceId, workspaceValue(QStringLiteral("id")));
  PW_TRY(c.name, workspaceValue(QStringLiteral("name")));
  PW_TRY(const QString currency, workspaceValue(QStringLiteral("currency")));
  PW_TRY(c.currency, Currency::fromCode(currency));
  PW_TRY(c.categories, readAll<Category>(m_db, "SELECT no, code, name FROM category ORDER BY no", readCategory));
  PW_TRY(c.skus, readAll<Sku>(m_db,
                              "SELECT no, id, code, name, brand, gtin, category_no, role, vat_class, pack_count, "
                              "pack_size_micro, pack_unit, storable, mpn FROM sku WHERE active = 1 ORDER BY no",
                              readSku));
  PW_TRY(c.zones, readAll<PriceZone>(m_db,
                                     "SELECT no, id, code, name, market, currency, gross_prices, time_zone "
                                     "FROM price_zone ORDER BY no",
                                     readZone));
  PW_TRY(c.listings, readAll<Listing>(m_db,
                                      "SELECT l.no, l.sku_no, l.zone_no, l.min_minor, l.max_minor, l.map_minor, "
                                      "l.ladder FROM listing l JOIN sku s ON s.no = l.sku_no "
                                      "WHERE l.active = 1 AND s.active = 1 ORDER BY l.no",
                                      readListing));
  PW_TRY(c.vatRates, readAll<VatRate>(m_db,
                                      "SELECT market, vat_class, from_day, rate_bp FROM vat_rate "
                                      "ORDER BY market, vat_class, from_day",
                                      readVatRate));
  PW_TRY(c.channels, readAll<Channel>(m_db, "SELECT no, id, code, name, kind FROM channel ORDER BY no", readChannel));
  return c;
}

Result<Catalog> CatalogStore::loadGroup(int categoryNo, int zoneNo) const {
  Catalog c;
  PW_TRY(c.workspaceId, workspaceValue(QStringLiteral("id")));
  PW_TRY(c.name, workspaceValue(QStringLiteral("name")));
  PW_TRY(const QString currency, workspaceValue(QStringLiteral("currency")));
  PW_TRY(c.currency, Currency::fromCode(currency));
  const std::array both{categoryNo, zoneNo};
  const std::span<const int> category(&both[0], 1), zone(&both[1], 1);
  PW_TRY(c.categories,
         readAll<Category>(m_db, "SELECT no, code, name FROM category WHERE no = ?1", readCategory, category));
  PW_TRY(c.skus,
         readAll<Sku>(m_db,
                      "SELECT no, id, code, name, brand, gtin, category_no, role, vat_class, pack_count, "
                      "pack_size_micro, pack_unit, storable, mpn FROM sku WHERE active = 1 AND category_no = ?1 "
                      "ORDER BY no",
                      readSku, category));
  PW_TRY(c.zones, readAll<PriceZone>(m_db,
                                     "SELECT no, id, code, name, market, currency, gross_prices, time_zone "
                                     "FROM price_zone WHERE no = ?1",
                                     readZone, zone));
  PW_TRY(c.listings, readAll<Listing>(m_db,
                                      "SELECT l.no, l.sku_no, l.zone_no, l.min_minor, l.max_minor, l.map_minor, "
                                      "l.ladder FROM sku s CROSS JOIN listing l ON l.sku_no = s.no AND l.zone_no = ?2 "
                                      "WHERE s.category_no = ?1 AND l.active = 1 AND s.active = 1 ORDER BY l.no",
                                      readListing, both));
  PW_TRY(c.vatRates, readAll<VatRate>(m_db,
                                      "SELECT market, vat_class, from_day, rate_bp FROM vat_rate "
                                      "ORDER BY market, vat_class, from_day",
                                      readVatRate));
  PW_TRY(c.channels, readAll<Channel>(m_db, "SELECT no, id, code, name, kind FROM channel ORDER BY no", readChannel));
  return c;
}

Result<std::vector<SalePoint>> CatalogStore::salesOf(int listingNo, Day before) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT listing_no, day, days, units_milli, price_micro, regular_micro, "
                                       "deal_milli, feature_milli, in_stock_days FROM sale "
                                       "WHERE listing_no = ?1 AND day + days <= ?2 ORDER BY day"));
  q.bind(1, listingNo).bind(2, toDayNumber(before));
  std::vector<SalePoint> points;
  PW_CHECK(eachRow(q, [&]() -> Status {
    points.push_back(readSale(q));
    return {};
  }));
  return points;
}

Result<SalesPanel> CatalogStore::loadSales(Day before) const {
  SalesPanel panel;
  PW_TRY(Query size, Query::prepare(m_db, "SELECT count(*) FROM sale"));
  PW_TRY(const bool counted, size.step());
  if (counted)
    panel.points.reserve(static_cast<std::size_t>(size.integer(0)));
  PW_TRY(Query q, Query::prepare(m_db, "SELECT listing_no, day, days, units_milli, price_micro, regular_micro, "
                                       "deal_milli, feature_milli, in_stock_days FROM sale "
                                       "WHERE day + days <= ?1 ORDER BY listing_no, day"));
  q.bind(1, toDayNumber(before));
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      break;
    const int listing = smallInteger(q, 0);
    if (panel.listingNo.empty() || panel.listingNo.back() != listing) {
      panel.listingNo.push_back(listing);
      panel.start.push_back(panel.points.size());
    }
    panel.points.push_back(readSale(q));
    panel.start.back() = panel.points.size();
  }
  return panel;
}

Result<std::vector<DatedCost>> CatalogStore::costsInForce(Day on, CostKind kind) const {
  // One seek a listing along the primary key, however long the history of its costs is.
  PW_TRY(Query q, Query::prepare(m_db, "SELECT c.listing_no, c.from_day, c.amount_micro, c.currency FROM listing l "
                                       "JOIN cost c ON c.listing_no = l.no AND c.kind = ?1 AND c.from_day = "
                                       "(SELECT max(from_day) FROM cost WHERE listing_no = l.no AND kind = ?1 "
                                       "AND from_day <= ?2) ORDER BY l.no"));
  q.bind(1, costKindName(kind)).bind(2, toDayNumber(on));
  std::vector<DatedCost> costs;
  CurrencyReader currencies;
  PW_CHECK(eachRow(q, [&]() -> Status {
    const std::optional<Currency> currency = currencies.read(q.utf8(3));
    if (!currency)
      return damagedRow("cost", q.text(0), q.text(3));
    costs.push_back(
        {smallInteger(q, 0), kind, fromDayNumber(smallInteger(q, 1)), {Decimal::fromMicros(q.integer(2)), *currency}});
    return {};
  }));
  return costs;
}

Result<std::vector<StockLevel>> CatalogStore::latestStock(Day on) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT s.listing_no, s.day, s.on_hand_milli, s.in_stock_days FROM listing l "
                                       "JOIN stock s ON s.listing_no = l.no AND s.day = "
                                       "(SELECT max(day) FROM stock WHERE listing_no = l.no AND day <= ?1) "
                                       "ORDER BY l.no"));
  q.bind(1, toDayNumber(on));
  std::vector<StockLevel> levels;
  PW_CHECK(eachRow(q, [&]() -> Status {
    StockLevel level{smallInteger(q, 0), fromDayNumber(smallInteger(q, 1)), q.integer(2), {}};
    if (!q.isNull(3))
      level.inStockDays = smallInteger(q, 3);
    levels.push_back(level);
    return {};
  }));
  return levels;
}

Result<std::vector<Promotion>> CatalogStore::promotionsTouching(Day from, Day to) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT listing_no, channel_no, from_day, to_day, price_minor, mechanism "
                                       "FROM promotion WHERE from_day <= ?2 AND to_day >= ?1 "
                                       "ORDER BY listing_no, from_day, channel_no, mechanism"));
  q.bind(1, toDayNumber(from)).bind(2, toDayNumber(to));
  std::vector<Promotion> promotions;
  PW_CHECK(eachRow(q, [&]() -> Status {
    promotions.push_back({smallInteger(q, 0), smallInteger(q, 1), fromDayNumber(smallInteger(q, 2)),
                          fromDayNumber(smallInteger(q, 3)), optionalInteger(q, 4), q.text(5)});
    return {};
  }));
  return promotions;
}

Result<std::vector<MarginException>> CatalogStore::marginExceptions(Instant at) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT listing_no, reason, min_margin_bp, from_ms, to_ms, approved_by "
                                       "FROM margin_exception WHERE from_ms <= ?1 AND to_ms > ?1 "
                                       "ORDER BY listing_no, from_ms, id"));
  q.bind(1, toMillis(at));
  std::vector<MarginException> exceptions;
  PW_CHECK(eachRow(q, [&]() -> Status {
    exceptions.push_back({smallInteger(q, 0), q.text(1), smallInteger(q, 2), fromMillis(q.integer(3)),
                          fromMillis(q.integer(4)), q.text(5)});
    return {};
  }));
  return exceptions;
}

} // namespace pricewright
