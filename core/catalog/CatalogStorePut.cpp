// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Single rows of the catalogue, as people change them. Bulk comes in by imports.
#include "catalog/CatalogStore.h"

#include "base/Words.h"
#include "catalog/Rows.h"

namespace pricewright {
namespace {

Error bad(const char* code, const QString& what) { return fail(s(code), {{s("value"), what.left(80)}}); }

Result<bool> exists(Database& db, const char* sql, qint64 no) {
  PW_TRY(Query q, Query::prepare(db, sql));
  return q.bind(1, no).step();
}

Status mustExist(Database& db, const char* sql, qint64 no, const char* code) {
  PW_TRY(const bool there, exists(db, sql, no));
  if (!there)
    return bad(code, QString::number(no));
  return {};
}

QJsonValue jsonOf(const std::optional<qint64>& value) { return value ? QJsonValue(*value) : QJsonValue(); }

QJsonObject bodyOf(const Sku& sku) {
  return {{s("code"), sku.code},         {s("name"), sku.name},           {s("brand"), sku.brand},
          {s("gtin"), sku.gtin},         {s("category"), sku.categoryNo}, {s("role"), skuRoleName(sku.role)},
          {s("vatClass"), sku.vatClass}, {s("packCount"), sku.packCount}, {s("packSize"), sku.packSize.toString()},
          {s("packUnit"), sku.packUnit}, {s("storable"), sku.storable},   {s("mpn"), sku.mpn}};
}

QJsonObject bodyOf(const PriceZone& zone) {
  return {{s("code"), zone.code},
          {s("name"), zone.name},
          {s("market"), zone.market},
          {s("currency"), zone.currency.code()},
          {s("grossPrices"), zone.grossPrices},
          {s("timeZone"), QString::fromLatin1(zone.timeZone)}};
}

QJsonObject bodyOf(const Listing& listing) {
  return {{s("sku"), listing.skuNo},
          {s("zone"), listing.zoneNo},
          {s("min"), jsonOf(listing.minMinor)},
          {s("max"), jsonOf(listing.maxMinor)},
          {s("map"), jsonOf(listing.mapMinor)},
          {s("ladder"), ladderText(listing.ladder)}};
}

QJsonObject bodyOf(const MarginException& e) {
  return {{s("listing"), e.listingNo},     {s("reason"), e.reason},     {s("minMarginBp"), e.minMarginBp},
          {s("from"), isoInstant(e.from)}, {s("to"), isoInstant(e.to)}, {s("approvedBy"), e.approvedBy}};
}

Status checkBounds(const Listing& l) {
  for (const auto& limit : {l.minMinor, l.maxMinor, l.mapMinor})
    if (limit && *limit <= 0)
      return bad("catalog.bad-bounds", QString::number(*limit));
  if (l.minMinor && l.maxMinor && *l.maxMinor < *l.minMinor)
    return bad("catalog.bad-bounds", QStringLiteral("%1 > %2").arg(*l.minMinor).arg(*l.maxMinor));
  return l.ladder ? checkListingLadder(*l.ladder) : Status();
}

Status checkException(const MarginException& e) {
  const bool named = e.reason == u"clearance" || e.reason == u"near_expiry" || e.reason == u"loss_leader";
  if (!named)
    return bad("catalog.bad-exception", e.reason);
  if (e.to <= e.from)
    return bad("catalog.bad-exception", isoInstant(e.to));
  if (e.approvedBy.isEmpty())
    return bad("catalog.bad-exception", s("approvedBy"));
  if (e.minMarginBp >= 10'000)
    return bad("catalog.bad-exception", QString::number(e.minMarginBp));
  return {};
}

Result<QString> idOfSku(Database& db, const QString& code) {
  PW_TRY(Query q, Query::prepare(db, "SELECT id FROM sku WHERE code = ?1"));
  PW_TRY(const bool row, q.bind(1, code).step());
  return row ? q.text(0) : QString();
}

template <class Row> const Row* byCode(const std::vector<Row>& rows, const QString& code) {
  const auto it = std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.code == code; });
  return it == rows.end() ? nullptr : &*it;
}

} // namespace

Status CatalogStore::putCategory(const Actor& by, const Category& category) {
  if (category.code.trimmed().isEmpty())
    return bad("catalog.bad-code", category.code);
  PW_TRY(const Catalog now, load());
  const Category* before = byCode(now.categories, category.code);
  if (before && before->name == category.name)
    return {};
  return change(by, Permission::EditProducts, [&](const Actor& who) -> Status {
    PW_TRY(Query q,
           Query::prepare(m_db, "INSERT INTO category (code, name) VALUES (?1, ?2) ON CONFLICT (code) DO UPDATE "
                                "SET name = excluded.name, version = version + 1"));
    PW_CHECK(q.bind(1, category.code).bind(2, category.name).run());
    return record(who, before ? s("category.changed") : s("category.added"), "category", category.code,
                  {{s("code"), category.code}, {s("name"), category.name}}, before ? "update" : "insert");
  });
}

Status CatalogStore::putSku(const Actor& by, const Sku& sku) {
  if (sku.code.trimmed().isEmpty())
    return bad("catalog.bad-code", sku.code);
  if (sku.packCount <= 0 || sku.packSize.micros() <= 0)
    return bad("catalog.bad-pack", sku.code);
  PW_CHECK(mustExist(m_db, "SELECT 1 FROM category WHERE no = ?1", sku.categoryNo, "catalog.unknown-category"));
  PW_TRY(const Catalog now, load());
  const Sku* before = now.skuByCode(sku.code);
  if (before && bodyOf(*before) == bodyOf(sku))
    return {};
  PW_TRY(const QString known, idOfSku(m_db, sku.code)); // also of one that is no longer active
  return change(by, Permission::EditProducts, [&](const Actor& who) -> Status {
    const QString id = !known.isEmpty() ? known : (sku.id.isNull() ? m_ids.next() : sku.id).toString();
    PW_TRY(Query q, Query::prepare(
                        m_db, "INSERT INTO sku (id, code, name, brand, gtin, category_no, role, vat_class, pack_count, "
                              "pack_size_micro, pack_unit, storable, mpn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                              "?) "
                              "ON CONFLICT (code) DO UPDATE SET name = excluded.name, brand = excluded.brand, "
                              "gtin = excluded.gtin, category_no = excluded.category_no, role = excluded.role, "
                              "vat_class = excluded.vat_class, pack_count = excluded.pack_count, "
                              "pack_size_micro = excluded.pack_size_micro, pack_unit = excluded.pack_unit, "
                              "storable = excluded.storable, mpn = excluded.mpn, active = 1, version = version + 1"));
    q.bind(1, id).bind(2, sku.code).bind(3, sku.name).bind(4, sku.brand).bind(5, sku.gtin);
    q.bind(6, sku.categoryNo).bind(7, skuRoleName(sku.role)).bind(8, sku.vatClass).bind(9, sku.packCount);
    q.bind(10, sku.packSize.micros()).bind(11, sku.packUnit).bind(12, sku.storable ? 1 : 0).bind(13, sku.mpn);
    PW_CHECK(q.run());
    return record(who, known.isEmpty() ? s("sku.added") : s("sku.changed"), "sku", id, bodyOf(sku),
                  known.isEmpty() ? "insert" : "update");
  });
}

Status CatalogStore::putZone(const Actor& by, const PriceZone& zone) {
  if (zone.code.trimmed().isEmpty())
    return bad("catalog.bad-code", zone.code);
  if (!zone.currency.isValid())
    return bad("money.unknown-currency", {});
  constexpr Instant kWinter{std::chrono::sys_days(std::chrono::year(2026) / 1 / 1)},
      kSummer{std::chrono::sys_days(std::chrono::year(2026) / 7 / 1)};
  if (zone.timeZone.isEmpty() || !utcOffset(zone.timeZone, kWinter) || !utcOffset(zone.timeZone, kSummer))
    return bad("catalog.bad-time-zone", QString::fromLatin1(zone.timeZone));
  if (!zone.market.isEmpty() && !isMarketCode(zone.market)) // laws are looked up by it
    return bad("catalog.bad-market", zone.market);
  PW_TRY(const Catalog now, load());
  const PriceZone* before = byCode(now.zones, zone.code);
  if (before && bodyOf(*before) == bodyOf(zone))
    return {};
  if (before && before->currency != zone.currency) {
    PW_TRY(const bool hasPrices, exists(m_db,
                                        "SELECT 1 FROM price p JOIN listing l ON l.no = p.listing_no "
                                        "WHERE l.zone_no = ?1 LIMIT 1",
                                        before->no));
    if (hasPrices)
      return bad("catalog.zone-has-prices", zone.code); // their amounts would change their meaning
  }
  return change(by, Permission::EditMarkets, [&](const Actor& who) -> Status {
    const Id id = before ? before->id : zone.id.isNull() ? m_ids.next() : zone.id;
    PW_TRY(Query q,
           Query::prepare(m_db, "INSERT INTO price_zone (id, code, name, market, currency, gross_prices, time_zone) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET name = excluded.name, "
                                "market = excluded.market, currency = excluded.currency, "
                                "gross_prices = excluded.gross_prices, time_zone = excluded.time_zone, "
                                "version = version + 1"));
    q.bind(1, id.toString()).bind(2, zone.code).bind(3, zone.name).bind(4, zone.market).bind(5, zone.currency.code());
    PW_CHECK(q.bind(6, zone.grossPrices ? 1 : 0).bind(7, QString::fromLatin1(zone.timeZone)).run());
    return record(who, before ? s("zone.changed") : s("zone.added"), "price_zone", id.toString(), bodyOf(zone),
                  before ? "update" : "insert");
  });
}

Status CatalogStore::putListingBounds(const Actor& by, const Listing& listing) {
  PW_CHECK(checkBounds(listing));
  PW_TRY(Query find, Query::prepare(m_db, "SELECT l.no, l.sku_no, l.zone_no, l.min_minor, l.max_minor, l.map_minor, "
                                          "l.ladder FROM listing l WHERE (?1 > 0 AND l.no = ?1) OR "
                                          "(?1 = 0 AND l.sku_no = ?2 AND l.zone_no = ?3)"));
  PW_TRY(const bool there, find.bind(1, listing.no).bind(2, listing.skuNo).bind(3, listing.zoneNo).step());
  if (!there && listing.no != 0)
    return bad("catalog.unknown-listing", QString::number(listing.no));
  Listing l = listing;
  if (there) {
    l.no = smallInteger(find, 0);
    l.skuNo = smallInteger(find, 1);
    l.zoneNo = smallInteger(find, 2);
    if (optionalInteger(find, 3) == l.minMinor && optionalInteger(find, 4) == l.maxMinor &&
        optionalInteger(find, 5) == l.mapMinor && find.text(6) == ladderText(l.ladder))
      return {};
  }
  find.reset();
  PW_CHECK(mustExist(m_db, "SELECT 1 FROM sku WHERE no = ?1", l.skuNo, "catalog.unknown-sku"));
  PW_CHECK(mustExist(m_db, "SELECT 1 FROM price_zone WHERE no = ?1", l.zoneNo, "catalog.unknown-zone"));
  return change(by, Permission::EditBounds, [&](const Actor& who) -> Status {
    PW_TRY(Query q,
           Query::prepare(m_db, "INSERT INTO listing (sku_no, zone_no, min_minor, max_minor, map_minor, ladder) "
                                "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (sku_no, zone_no) DO UPDATE SET "
                                "min_minor = excluded.min_minor, max_minor = excluded.max_minor, "
                                "map_minor = excluded.map_minor, ladder = excluded.ladder, "
                                "version = version + 1"));
    q.bind(1, l.skuNo).bind(2, l.zoneNo).bind(3, l.minMinor).bind(4, l.maxMinor).bind(5, l.mapMinor);
    PW_CHECK(q.bind(6, ladderText(l.ladder)).run());
    const QString row = QStringLiteral("%1|%2").arg(l.skuNo).arg(l.zoneNo);
    return record(who, there ? s("listing.changed") : s("listing.added"), "listing", row, bodyOf(l),
                  there ? "update" : "insert");
  });
}

Status CatalogStore::putOnSale(const Actor& by, int skuNo, int zoneNo, bool onSale) {
  PW_CHECK(mustExist(m_db, "SELECT 1 FROM sku WHERE no = ?1", skuNo, "catalog.unknown-sku"));
  PW_CHECK(mustExist(m_db, "SELECT 1 FROM price_zone WHERE no = ?1", zoneNo, "catalog.unknown-zone"));
  PW_TRY(Query find, Query::prepare(m_db, "SELECT active FROM listing WHERE sku_no = ?1 AND zone_no = ?2"));
  PW_TRY(const bool there, find.bind(1, skuNo).bind(2, zoneNo).step());
  if (there ? (find.integer(0) != 0) == onSale : !onSale)
    return {};
  find.reset();
  return change(by, Permission::EditProducts, [&](const Actor& who) -> Status {
    PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO listing (sku_no, zone_no) VALUES (?1, ?2) ON CONFLICT (sku_no, "
                                         "zone_no) DO UPDATE SET active = ?3, version = version + 1"));
    PW_CHECK(q.bind(1, skuNo).bind(2, zoneNo).bind(3, onSale ? 1 : 0).run());
    return record(who, onSale ? s("listing.added") : s("listing.removed"), "listing",
                  QStringLiteral("%1|%2").arg(skuNo).arg(zoneNo), {{s("sku"), skuNo}, {s("zone"), zoneNo}},
                  there ? "update" : "insert");
  });
}

Status CatalogStore::setSkuActive(const Actor& by, const QString& code, bool active) {
  PW_TRY(Query find, Query::prepare(m_db, "SELECT id, active FROM sku WHERE code = ?1"));
  PW_TRY(const bool there, find.bind(1, code).step());
  if (!there)
    return fail(s("catalog.unknown-sku"), {{s("sku"), code}});
  const QString id = find.text(0);
  if ((find.integer(1) != 0) == active)
    return {};
  find.reset();
  return change(by, Permission::EditProducts, [&](const Actor& who) -> Status {
    PW_TRY(Query q, Query::prepare(m_db, "UPDATE sku SET active = ?2, version = version + 1 WHERE id = ?1"));
    PW_CHECK(q.bind(1, id).bind(2, active ? 1 : 0).run());
    return record(who, active ? s("sku.revived") : s("sku.retired"), "sku", id, {{s("code"), code}}, "update");
  });
}

Result<std::optional<Amount>> CatalogStore::costOn(int listingNo, CostKind kind, Day from) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT amount_micro, currency FROM cost WHERE listing_no = ?1 AND kind = ?2 "
                                       "AND from_day = ?3"));
  PW_TRY(const bool there, q.bind(1, listingNo).bind(2, costKindName(kind)).bind(3, toDayNumber(from)).step());
  if (!there)
    return std::optional<Amount>();
  const Result<Currency> currency = Currency::fromCode(q.text(1));
  if (!currency)
    return damagedRow("cost", QString::number(listingNo), q.text(1));
  return std::optional(Amount{Decimal::fromMicros(q.integer(0)), *currency});
}

Status CatalogStore::putCost(const Actor& by, int listingNo, CostKind kind, Day from,
                             const std::optional<Amount>& amount) {
  if (amount && (amount->value.micros() <= 0 || !amount->currency.isValid()))
    return bad("catalog.bad-cost", amount->value.toString());
  PW_CHECK(mustExist(m_db, "SELECT 1 FROM listing WHERE no = ?1", listingNo, "catalog.unknown-listing"));
  PW_TRY(const std::optional<Amount> before, costOn(listingNo, kind, from));
  if (before == amount)
    return {};
  return change(by, Permission::EditProducts, [&](const Actor& who) -> Status {
    PW_TRY(Query q, Query::prepare(m_db, amount ? "INSERT OR REPLACE INTO cost (listing_no, kind, from_day, "
                                                  "amount_micro, currency) VALUES (?1, ?2, ?3, ?4, ?5)"
                                                : "DELETE FROM cost WHERE listing_no = ?1 AND kind = ?2 AND "
                                                  "from_day = ?3"));
    q.bind(1, listingNo).bind(2, costKindName(kind)).bind(3, toDayNumber(from));
    if (amount)
      q.bind(4, amount->value.micros()).bind(5, amount->currency.code());
    PW_CHECK(q.run());
    const auto text = [](const std::optional<Amount>& a) {
      return a ? QJsonValue(a->value.toString() + u' ' + a->currency.code()) : QJsonValue();
    };
    return record(who,
                  !before  ? s("cost.added")
                  : amount ? s("cost.changed")
                           : s("cost.removed"),
                  "cost", QStringList{QString::number(listingNo), costKindName(kind), isoDay(from)}.join(u'|'),
                  {{s("before"), text(before)}, {s("amount"), text(amount)}},
                  !before  ? "insert"
                  : amount ? "update"
                           : "delete");
  });
}

Status CatalogStore::putVatRate(const Actor& by, const VatRate& rate) {
  if (rate.rateBp < 0 || rate.rateBp > 10'000)
    return bad("catalog.bad-rate", QString::number(rate.rateBp));
  if (rate.vatClass.isEmpty())
    return bad("catalog.bad-code", rate.vatClass);
  if (!isMarketCode(rate.market))
    return bad("catalog.bad-market", rate.market);
  PW_TRY(const Catalog now, load());
  const auto sameKey = [&](const VatRate& r) {
    return r.market == rate.market && r.vatClass == rate.vatClass && r.from == rate.from;
  };
  const auto before = std::find_if(now.vatRates.begin(), now.vatRates.end(), sameKey);
  const bool isNew = before == now.vatRates.end();
  if (!isNew && before->rateBp == rate.rateBp)
    return {};
  return change(by, Permission::EditMarkets, [&](const Actor& who) -> Status {
    PW_TRY(Query q,
           Query::prepare(m_db, "INSERT INTO vat_rate (market, vat_class, from_day, rate_bp) "
                                "VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET rate_bp = excluded.rate_bp"));
    q.bind(1, rate.market).bind(2, rate.vatClass).bind(3, toDayNumber(rate.from)).bind(4, rate.rateBp);
    PW_CHECK(q.run());
    return record(who, isNew ? s("vat-rate.added") : s("vat-rate.changed"), "vat_rate",
                  QStringList{rate.market, rate.vatClass, isoDay(rate.from)}.join(u'|'), {{s("rateBp"), rate.rateBp}},
                  isNew ? "insert" : "update");
  });
}

Status CatalogStore::putMarginException(const Actor& by, const MarginException& e) {
  PW_CHECK(checkException(e));
  PW_CHECK(mustExist(m_db, "SELECT 1 FROM listing WHERE no = ?1", e.listingNo, "catalog.unknown-listing"));
  PW_TRY(const std::vector<MarginException> known, marginExceptions(e.from));
  if (std::find(known.begin(), known.end(), e) != known.end())
    return {};
  return change(by, Permission::GrantException, [&](const Actor& who) -> Status {
    PW_TRY(const Role approver, roleOf(m_db, e.approvedBy)); // who approves must be somebody who may
    if (approver < leastRole(Permission::GrantException))
      return notAllowed(e.approvedBy, approver, leastRole(Permission::GrantException));
    const QString id = m_ids.next().toString();
    PW_TRY(Query q,
           Query::prepare(m_db, "INSERT INTO margin_exception (id, listing_no, reason, min_margin_bp, from_ms, "
                                "to_ms, approved_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    q.bind(1, id).bind(2, e.listingNo).bind(3, e.reason).bind(4, e.minMarginBp).bind(5, toMillis(e.from));
    PW_CHECK(q.bind(6, toMillis(e.to)).bind(7, e.approvedBy).run());
    return record(who, s("margin-exception.added"), "margin_exception", id, bodyOf(e), "insert");
  });
}

Status CatalogStore::putChannel(const Actor& by, const Channel& channel) {
  if (channel.code.trimmed().isEmpty())
    return bad("catalog.bad-code", channel.code);
  const QString kind = channel.kind.isEmpty() ? s("file") : channel.kind;
  PW_TRY(const Catalog now, load());
  const Channel* before = byCode(now.channels, channel.code);
  if (before && before->name == channel.name && before->kind == kind)
    return {};
  return change(by, Permission::EditMarkets, [&](const Actor& who) -> Status {
    const Id id = before ? before->id : channel.id.isNull() ? m_ids.next() : channel.id;
    PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO channel (id, code, name, kind) VALUES (?1, ?2, ?3, ?4) "
                                         "ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, "
                                         "version = version + 1"));
    PW_CHECK(q.bind(1, id.toString()).bind(2, channel.code).bind(3, channel.name).bind(4, kind).run());
    return record(who, before ? s("channel.changed") : s("channel.added"), "channel", id.toString(),
                  {{s("code"), channel.code}, {s("name"), channel.name}, {s("kind"), kind}},
                  before ? "update" : "insert");
  });
}

} // namespace pricewright
