// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prices in force and their history, which never overlaps within a listing, channel and type.
#include "catalog/CatalogStore.h"

#include "base/Json.h"
#include "base/Words.h"
#include "catalog/Rows.h"

namespace pricewright {
namespace {

#define PW_PRICE_COLUMNS                                                                                               \
  "SELECT p.listing_no, p.channel_no, p.type, p.amount_minor, p.currency, p.from_ms, p.to_ms, p.origin FROM price p "
#define PW_ACTIVE_LISTING                                                                                              \
  "JOIN listing l ON l.no = p.listing_no AND l.active = 1 JOIN sku s ON s.no = l.sku_no AND s.active = 1 "
#define PW_IN_FORCE "p.from_ms <= ?1 AND (p.to_ms IS NULL OR p.to_ms > ?1) "

Result<std::vector<PublishedPrice>> readPrices(Query& q) {
  std::vector<PublishedPrice> prices;
  CurrencyReader currencies;
  PW_CHECK(eachRow(q, [&]() -> Status {
    const std::optional<Currency> currency = currencies.read(q.utf8(4));
    const std::optional<PriceType> type = priceTypeFrom(q.text(2));
    const std::optional<PriceOrigin> origin = priceOriginFrom(q.text(7));
    if (!currency || !type || !origin)
      return damagedRow("price", q.text(0), q.text(4));
    prices.push_back({smallInteger(q, 0), smallInteger(q, 1), *type, Money(q.integer(3), *currency),
                      fromMillis(q.integer(5)), optionalInstant(q, 6), *origin});
    return {};
  }));
  return prices;
}

// What a price's row needs to know of its listing and channel.
struct Place {
  QString sku, zone, currency, channel;
  std::optional<qint64> floor, ceiling;
  QString key(PriceType type) const { return QStringList{sku, zone, channel, priceTypeName(type)}.join(u'|'); }
};

Result<Place> findPlace(Database& db, const PublishedPrice& price) {
  PW_TRY(Query q,
         Query::prepare(db, "SELECT s.code, z.code, z.currency, c.code, l.min_minor, l.max_minor FROM listing l "
                            "JOIN sku s ON s.no = l.sku_no JOIN price_zone z ON z.no = l.zone_no "
                            "LEFT JOIN channel c ON c.no = ?2 WHERE l.no = ?1"));
  PW_TRY(const bool row, q.bind(1, price.listingNo).bind(2, price.channelNo).step());
  if (!row)
    return fail(s("catalog.unknown-listing"), {{s("listing"), QString::number(price.listingNo)}});
  if (q.isNull(3))
    return fail(s("catalog.unknown-channel"), {{s("channel"), QString::number(price.channelNo)}});
  return Place{q.text(0), q.text(1), q.text(2), q.text(3), optionalInteger(q, 4), optionalInteger(q, 5)};
}

Error refused(const char* code, const Place& place, const PublishedPrice& price) {
  return fail(s(code), {{s("sku"), place.sku},
                        {s("zone"), place.zone},
                        {s("price"), price.amount.toString()},
                        {s("currency"), price.amount.currency().code()},
                        {s("from"), isoInstant(price.from)}});
}

bool isFact(PriceOrigin origin) { return origin == PriceOrigin::Import || origin == PriceOrigin::Observed; }

// Imported and observed prices are facts: they may lie outside a limit, which is then not in their row.
Status checkPrice(Place& place, const PublishedPrice& price) {
  if (!price.amount.isValid() || price.amount.minor() <= 0)
    return refused("catalog.bad-price", place, price);
  if (price.amount.currency().code() != place.currency)
    return refused("catalog.wrong-currency", place, price);
  if (price.to && *price.to <= price.from)
    return refused("catalog.bad-period", place, price);
  const bool low = place.floor && price.amount.minor() < *place.floor;
  const bool high = place.ceiling && price.amount.minor() > *place.ceiling;
  if ((low || high) && !isFact(price.origin))
    return refused("catalog.outside-bounds", place, price);
  if (low)
    place.floor.reset();
  if (high)
    place.ceiling.reset();
  return {};
}

struct Newest {
  qint64 no = 0;
  Instant from{};
  std::optional<Instant> to;
  qint64 minor = 0;
  bool reaches(Instant at) const { return !to || *to > at; }
};

Result<std::optional<Newest>> findNewest(Database& db, const PublishedPrice& price) {
  PW_TRY(Query q, Query::prepare(db, "SELECT no, from_ms, to_ms, amount_minor FROM price WHERE listing_no = ?1 "
                                     "AND channel_no = ?2 AND type = ?3 ORDER BY from_ms DESC, no DESC LIMIT 1"));
  q.bind(1, price.listingNo).bind(2, price.channelNo).bind(3, priceTypeName(price.type));
  PW_TRY(const bool row, q.step());
  if (!row)
    return std::optional<Newest>();
  return std::optional(Newest{q.integer(0), fromMillis(q.integer(1)), optionalInstant(q, 2), q.integer(3)});
}

Status insertPrice(Database& db, const PublishedPrice& price, const Place& place, const QString& decisionId,
                   std::optional<qint64> batchNo) {
  PW_TRY(Query q, Query::prepare(db, "INSERT INTO price (listing_no, channel_no, type, amount_minor, currency, "
                                     "floor_minor, ceiling_minor, from_ms, to_ms, origin, decision_id, batch_no) "
                                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"));
  q.bind(1, price.listingNo).bind(2, price.channelNo).bind(3, priceTypeName(price.type));
  q.bind(4, price.amount.minor()).bind(5, place.currency).bind(6, place.floor).bind(7, place.ceiling);
  q.bind(8, toMillis(price.from)).bind(10, priceOriginName(price.origin)).bind(12, batchNo);
  price.to ? q.bind(9, toMillis(*price.to)) : q.bindNull(9);
  decisionId.isEmpty() ? q.bindNull(11) : q.bind(11, decisionId);
  return q.run();
}

QJsonObject bodyOf(const PublishedPrice& price, const Place& place, const std::optional<Newest>& before,
                   const QString& decisionId, std::optional<qint64> batchNo) {
  QJsonObject body{{s("sku"), place.sku},
                   {s("zone"), place.zone},
                   {s("channel"), place.channel},
                   {s("type"), priceTypeName(price.type)},
                   {s("price"), price.amount.toString()},
                   {s("currency"), place.currency},
                   {s("from"), isoInstant(price.from)},
                   {s("origin"), priceOriginName(price.origin)}};
  if (price.to)
    body.insert(s("to"), isoInstant(*price.to));
  if (before)
    body.insert(s("before"), Money(before->minor, price.amount.currency()).toString());
  if (!decisionId.isEmpty())
    body.insert(s("decision"), decisionId);
  if (batchNo)
    body.insert(s("batch"), *batchNo);
  return body;
}

} // namespace

Result<std::vector<PublishedPrice>> CatalogStore::regularPricesInForce(Instant at) const {
  PW_TRY(Query q, Query::prepare(m_db, PW_PRICE_COLUMNS PW_ACTIVE_LISTING
                                 "WHERE " PW_IN_FORCE "AND p.type = 'regular' AND p.channel_no = "
                                 "(SELECT min(no) FROM channel) ORDER BY p.listing_no"));
  q.bind(1, toMillis(at));
  return readPrices(q);
}

Result<std::vector<PublishedPrice>> CatalogStore::priceHistory(Instant since) const {
  // A price that was replaced at the moment it began was never in force.
  PW_TRY(Query q,
         Query::prepare(m_db, PW_PRICE_COLUMNS "WHERE p.to_ms IS NULL OR (p.to_ms > ?1 AND p.to_ms > p.from_ms) "
                                               "ORDER BY p.listing_no, p.from_ms, p.channel_no, p.no"));
  q.bind(1, toMillis(since));
  return readPrices(q);
}

Result<std::vector<PublishedPrice>> CatalogStore::priceHistory(int listingNo, Instant since) const {
  PW_TRY(Query q, Query::prepare(m_db, PW_PRICE_COLUMNS "WHERE p.listing_no = ?2 AND (p.to_ms IS NULL OR "
                                                        "(p.to_ms > ?1 AND p.to_ms > p.from_ms)) "
                                                        "ORDER BY p.from_ms, p.channel_no, p.no"));
  q.bind(1, toMillis(since)).bind(2, listingNo);
  return readPrices(q);
}

Result<std::vector<PublishedPrice>> CatalogStore::pricesInForce(int channelNo, Instant at) const {
  PW_TRY(Query q, Query::prepare(m_db, PW_PRICE_COLUMNS PW_ACTIVE_LISTING
                                 "WHERE " PW_IN_FORCE "AND p.channel_no = ?2 ORDER BY p.listing_no, "
                                 "CASE p.type WHEN 'promotion' THEN 0 WHEN 'markdown' THEN 1 ELSE 2 END"));
  q.bind(1, toMillis(at)).bind(2, channelNo);
  PW_TRY(std::vector<PublishedPrice> prices, readPrices(q));
  const auto sameListing = [](const PublishedPrice& a, const PublishedPrice& b) { return a.listingNo == b.listingNo; };
  prices.erase(std::unique(prices.begin(), prices.end(), sameListing), prices.end());
  return prices;
}

Status CatalogStore::putPrice(Transaction& in, const PublishedPrice& price, const QString& decisionId,
                              std::optional<qint64> batchNo) {
  Database& db = in.database();
  PW_TRY(Place place, findPlace(db, price));
  PW_CHECK(checkPrice(place, price));
  PW_TRY(const std::optional<Newest> newest, findNewest(db, price));
  if (newest && newest->from > price.from)
    return refused("catalog.price-out-of-order", place, price);
  if (newest && newest->reaches(price.from)) {
    if (newest->minor == price.amount.minor() && newest->to == price.to)
      return {};
    PW_TRY(Query q, Query::prepare(db, "UPDATE price SET to_ms = ?2 WHERE no = ?1"));
    PW_CHECK(q.bind(1, newest->no).bind(2, toMillis(price.from)).run());
  }
  PW_CHECK(insertPrice(db, price, place, decisionId, batchNo));
  // Whoever decided stands in the decision's own entries; the change in the list is the program's.
  return record(systemActor(), s("price.changed"), "price", place.key(price.type),
                bodyOf(price, place, newest, decisionId, batchNo), "insert");
}

namespace {

// The last week that was neither on deal nor featured: the regular price where the source tells it, else what was paid.
constexpr char kLastObserved[] =
    "SELECT l.no, z.currency, o.day + o.days, coalesce(o.regular_micro, o.price_micro), l.min_minor, l.max_minor "
    "FROM listing l JOIN price_zone z ON z.no = l.zone_no JOIN sale o ON o.listing_no = l.no AND o.day = "
    "(SELECT day FROM sale w WHERE w.listing_no = l.no AND w.day + w.days <= ?1 AND w.deal_milli = 0 "
    " AND w.feature_milli = 0 AND coalesce(w.regular_micro, w.price_micro) > 0 ORDER BY w.day DESC LIMIT 1) "
    "WHERE NOT EXISTS (SELECT 1 FROM price p WHERE p.listing_no = l.no) ORDER BY l.no";

struct Observed {
  PublishedPrice price;
  Place limits;
};

Result<std::vector<Observed>> findObserved(Database& db, Day on) {
  PW_TRY(Query q, Query::prepare(db, kLastObserved));
  q.bind(1, toDayNumber(on));
  std::vector<Observed> all;
  CurrencyReader currencies;
  PW_CHECK(eachRow(q, [&]() -> Status {
    const std::optional<Currency> currency = currencies.read(q.utf8(1));
    if (!currency)
      return damagedRow("price_zone", q.text(0), q.text(1));
    Observed o;
    o.price.listingNo = smallInteger(q, 0);
    o.price.amount = Money::round(Decimal::fromMicros(q.integer(3)), *currency, Rounding::HalfEven);
    o.price.from = startOf(fromDayNumber(smallInteger(q, 2)));
    o.price.origin = PriceOrigin::Observed;
    o.limits.currency = currency->code();
    o.limits.floor = optionalInteger(q, 4);
    o.limits.ceiling = optionalInteger(q, 5);
    // Less than half a minor unit is no price.
    if (o.price.amount.minor() > 0 && checkPrice(o.limits, o.price))
      all.push_back(std::move(o));
    return {};
  }));
  return all;
}

QByteArray digestOf(const std::vector<Observed>& all) {
  QByteArray text;
  for (const Observed& o : all)
    text += QByteArray::number(o.price.listingNo) + '|' + QByteArray::number(o.price.amount.minor()) + '|' +
            o.limits.currency.toLatin1() + '|' + QByteArray::number(toMillis(o.price.from)) + '\n';
  return text;
}

Result<std::vector<int>> channelNumbers(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "SELECT no FROM channel ORDER BY no"));
  std::vector<int> numbers;
  PW_CHECK(eachRow(q, [&]() -> Status {
    numbers.push_back(smallInteger(q, 0));
    return {};
  }));
  return numbers;
}

} // namespace

Result<int> CatalogStore::adoptObservedPrices(const Actor& by, Day on) {
  PW_TRY(std::vector<Observed> all, findObserved(m_db, on));
  PW_TRY(const std::vector<int> channels, channelNumbers(m_db));
  if (all.empty() || channels.empty())
    return 0;
  const Status written = change(by, Permission::RunCycles, [&](const Actor& who) -> Status {
    for (Observed& o : all)
      for (const int channel : channels) {
        o.price.channelNo = channel;
        PW_CHECK(insertPrice(m_db, o.price, o.limits, {}, std::nullopt));
      }
    return record(who, s("prices.adopted"), "price", m_ids.next().toString(),
                  {{s("count"), static_cast<qint64>(all.size())},
                   {s("channels"), static_cast<qint64>(channels.size())},
                   {s("on"), isoDay(on)},
                   {s("digest"), sha256Hex(digestOf(all))}},
                  "bulk");
  });
  if (!written)
    return written.error();
  return static_cast<int>(all.size());
}

} // namespace pricewright
