// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/channels/PriceList.h"

#include "base/Json.h"

#include <QJsonArray>

namespace pricewright {
namespace {

constexpr const char* kHeader = "sku,name,zone,price,currency,type,valid_from,unit_price,unit,previous_price\r\n";

using ListingAndType = std::pair<int, QString>;

// The closed prices of each listing and type in a channel at a moment, oldest first; without those that were taken
// back: nobody should read that a price was lowered from one that stood by mistake.
Result<std::map<ListingAndType, std::vector<Money>>> closedPrices(Database& db, int channelNo, Instant at) {
  PW_TRY(Query q,
         Query::prepare(db, "SELECT listing_no, type, amount_minor, currency FROM price p WHERE channel_no = ?1 AND "
                            "to_ms IS NOT NULL AND to_ms <= ?2 AND NOT EXISTS (SELECT 1 FROM price r WHERE "
                            "r.listing_no = p.listing_no AND r.channel_no = p.channel_no AND r.type = p.type AND "
                            "r.from_ms = p.to_ms AND r.origin = 'rollback') ORDER BY listing_no, type, to_ms, no"));
  q.bind(1, qint64(channelNo)).bind(2, toMillis(at));
  std::map<ListingAndType, std::vector<Money>> closed;
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      return closed;
    PW_TRY(const Currency currency, Currency::fromCode(q.text(3)));
    closed[{int(q.integer(0)), q.text(1)}].emplace_back(q.integer(2), currency);
  }
}

// The newest of them that was another price than the one in force.
std::optional<Money> previousOf(const std::map<ListingAndType, std::vector<Money>>& closed, int listingNo,
                                PriceType type, const Money& inForce) {
  const auto found = closed.find({listingNo, priceTypeName(type)});
  if (found == closed.end())
    return std::nullopt;
  const auto& prices = found->second;
  const auto other = std::find_if(prices.rbegin(), prices.rend(), [&](const Money& m) { return m != inForce; });
  return other == prices.rend() ? std::nullopt : std::optional(*other);
}

// The last moment at or before `at` at which a price of the channel began or ended.
Result<Instant> lastMove(Database& db, int channelNo, Instant at) {
  PW_TRY(Query q, Query::prepare(db, "SELECT MAX(MAX(CASE WHEN from_ms <= ?2 THEN from_ms END), "
                                     "COALESCE(MAX(CASE WHEN to_ms <= ?2 THEN to_ms END), -9223372036854775807)) "
                                     "FROM price WHERE channel_no = ?1"));
  q.bind(1, qint64(channelNo)).bind(2, toMillis(at));
  PW_TRY(const bool found, q.step());
  return found && !q.isNull(0) ? fromMillis(q.integer(0)) : at;
}

QByteArray csvField(const QString& text) {
  QByteArray utf8 = text.toUtf8();
  if (!utf8.contains('"') && !utf8.contains(',') && !utf8.contains('\n') && !utf8.contains('\r'))
    return utf8;
  return '"' + utf8.replace("\"", "\"\"") + '"';
}

QStringList cells(const ListRow& r) {
  return {r.sku,
          r.name,
          r.zone,
          r.price.toString(),
          r.price.currency().code(),
          priceTypeName(r.type),
          isoInstant(r.validFrom),
          r.unitPrice ? r.unitPrice->toString() : QString(),
          r.unit,
          r.previous ? r.previous->toString() : QString()};
}

QByteArray toCsvBytes(const PriceList& list) {
  QByteArray out(kHeader);
  for (const ListRow& row : list.rows) {
    QByteArray line;
    for (const QString& cell : cells(row))
      line += (line.isEmpty() ? "" : ",") + csvField(cell);
    out += line + "\r\n";
  }
  return out;
}

QJsonArray toJsonRows(const PriceList& list) {
  static const QStringList names = QString::fromLatin1(kHeader).trimmed().split(u',');
  QJsonArray rows;
  for (const ListRow& row : list.rows) {
    QJsonObject object;
    const QStringList values = cells(row);
    for (qsizetype i = 0; i < values.size(); ++i)
      if (!values[i].isEmpty())
        object.insert(names[i], values[i]); // prices as text: a JSON number would be read as a binary float
    rows.append(object);
  }
  return rows;
}

void render(PriceList& list, const QString& workspaceId) {
  list.csv = toCsvBytes(list);
  const QJsonArray rows = toJsonRows(list);
  const QJsonObject document{{QStringLiteral("format"), QStringLiteral("pricewright-price-list/1")},
                             {QStringLiteral("workspace"), workspaceId},
                             {QStringLiteral("channel"), list.channel.code},
                             {QStringLiteral("as_of"), isoInstant(list.asOf)},
                             {QStringLiteral("content_sha256"), sha256Hex(canonicalJson(rows))},
                             {QStringLiteral("prices"), rows}};
  list.json = canonicalJson(document) + '\n';
  list.csvSha256 = sha256Hex(list.csv);
  list.jsonSha256 = sha256Hex(list.json);
}

// RFC 4180, as somebody else's program would read the file.
std::vector<QStringList> parseCsv(const QByteArray& bytes) {
  std::vector<QStringList> rows;
  QStringList row;
  QByteArray cell;
  bool quoted = false;
  for (qsizetype i = 0; i < bytes.size(); ++i) {
    const char ch = bytes[i];
    if (quoted) {
      if (ch == '"' && i + 1 < bytes.size() && bytes[i + 1] == '"')
        cell += bytes[++i];
      else if (ch == '"')
        quoted = false;
      else
        cell += ch;
    } else if (ch == '"') {
      quoted = true;
    } else if (ch == ',' || ch == '\n') {
      row.append(QString::fromUtf8(cell));
      cell.clear();
      if (ch == '\n')
        rows.push_back(std::exchange(row, {}));
    } else if (ch != '\r') {
      cell += ch;
    }
  }
  return rows;
}

void addRow(PriceList& list, const Catalog& catalog, const PublishedPrice& price, std::optional<Money> previous) {
  const Listing* listing = catalog.listing(price.listingNo);
  const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
  const PriceZone* zone = listing ? catalog.zone(listing->zoneNo) : nullptr;
  if (!sku || !zone || !price.amount.isValid() || price.amount.minor() <= 0)
    return;
  ListRow row{price.listingNo, sku->code,  sku->name, zone->code, price.amount,
              price.type,      price.from, {},        {},         previous};
  row.unitPrice = unitPriceOf(price.amount, *sku, &row.unit);
  list.rows.push_back(std::move(row));
}

} // namespace

std::optional<Decimal> unitPriceOf(const Money& price, const Sku& sku, QString* unit) {
  struct Scale {
    const char* small;
    const char* shown;
    qint64 factor;
  };
  static constexpr Scale scales[] = {{"g", "kg", 1000}, {"ml", "l", 1000}, {"cl", "l", 100}, {"cm", "m", 100}};
  qint64 factor = 1;
  *unit = sku.packUnit;
  for (const Scale& scale : scales)
    if (sku.packUnit == QLatin1String(scale.small)) {
      factor = scale.factor;
      *unit = QString::fromLatin1(scale.shown);
    }
  const auto content = mulDiv(sku.packSize.micros(), sku.packCount, 1, Rounding::HalfUp);
  if (!content || *content <= 0)
    return std::nullopt;
  const auto micros = mulDiv(price.toDecimal().micros(), factor * Decimal::kOne, *content, Rounding::HalfUp);
  return micros ? std::optional(Decimal::fromMicros(*micros)) : std::nullopt;
}

Result<PriceList> buildPriceList(Database& db, const CatalogStore& store, const Catalog& catalog,
                                 const Channel& channel, Instant at, const PriceChanges& changes, PriceOrigin origin) {
  PriceList list;
  list.channel = channel;
  PW_TRY(list.asOf, changes.empty() ? lastMove(db, channel.no, at) : Result<Instant>(at));
  PW_TRY(const auto inForce, store.pricesInForce(channel.no, at));
  PW_TRY(const auto closed, closedPrices(db, channel.no, at));
  PriceChanges left = changes;
  for (PublishedPrice price : inForce) {
    std::optional<Money> previous;
    const auto changed = left.find(price.listingNo);
    if (changed != left.end() && price.type == PriceType::Regular) {
      previous = origin == PriceOrigin::Rollback ? previousOf(closed, price.listingNo, price.type, changed->second)
                                                 : std::optional(price.amount);
      price.amount = changed->second;
      price.from = at;
    } else {
      previous = previousOf(closed, price.listingNo, price.type, price.amount);
    }
    addRow(list, catalog, price, previous);
    if (changed != left.end())
      left.erase(changed);
  }
  for (const auto& [listingNo, money] : left) {
    const std::optional<Money> previous = previousOf(closed, listingNo, PriceType::Regular, money);
    addRow(list, catalog, {listingNo, channel.no, PriceType::Regular, money, at, {}, PriceOrigin::Decision}, previous);
  }
  std::sort(list.rows.begin(), list.rows.end(), [](const ListRow& a, const ListRow& b) {
    return std::tie(a.sku, a.zone, a.listingNo) < std::tie(b.sku, b.zone, b.listingNo);
  });
  render(list, catalog.workspaceId);
  return list;
}

Result<std::vector<FilePrice>> readPriceCsv(const QByteArray& csv) {
  const QByteArray bytes = csv.startsWith("\xEF\xBB\xBF") ? csv.mid(3) : csv;
  const auto rows = parseCsv(bytes.endsWith('\n') ? bytes : bytes + '\n');
  const QStringList header = rows.empty() ? QStringList() : rows.front();
  const qsizetype sku = header.indexOf(u"sku"), zone = header.indexOf(u"zone"), price = header.indexOf(u"price"),
                  currency = header.indexOf(u"currency");
  if (sku < 0 || zone < 0 || price < 0 || currency < 0)
    return fail(QStringLiteral("channels.unreadable-list"));
  std::vector<FilePrice> prices;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const QStringList& row = rows[i];
    if (row.size() > 1 || !row.value(0).trimmed().isEmpty()) // a blank line is nothing
      prices.push_back({row.value(sku), row.value(zone), row.value(price), row.value(currency)});
  }
  return prices;
}

Result<std::vector<FilePrice>> readPriceJson(const QByteArray& json) {
  const Result<QJsonObject> document = parseObject(json);
  if (!document || !document->value(QStringLiteral("prices")).isArray())
    return fail(QStringLiteral("channels.unreadable-list"));
  std::vector<FilePrice> prices;
  for (const QJsonValue& value : document->value(QStringLiteral("prices")).toArray()) {
    const QJsonObject row = value.toObject();
    const auto text = [&row](const char* name) { return row.value(QLatin1String(name)).toVariant().toString(); };
    prices.push_back({text("sku"), text("zone"), text("price"), text("currency")});
  }
  return prices;
}

Status verifyPriceList(const PriceList& list, const QByteArray& csv, const QByteArray& json) {
  const auto differs = [&](const char* what) {
    return fail(QStringLiteral("channels.read-back-differs"), {{QStringLiteral("what"), QString::fromLatin1(what)}});
  };
  if (sha256Hex(csv) != list.csvSha256 || sha256Hex(json) != list.jsonSha256)
    return differs("digest");
  const auto rows = parseCsv(csv);
  if (rows.size() != list.rows.size() + 1)
    return differs("rows");
  for (std::size_t i = 0; i < list.rows.size(); ++i)
    if (rows[i + 1] != cells(list.rows[i]))
      return differs("price");
  PW_TRY(const QJsonObject document, parseObject(json));
  const QJsonArray prices = document[QStringLiteral("prices")].toArray();
  if (document[QStringLiteral("content_sha256")].toString() != sha256Hex(canonicalJson(prices)))
    return differs("content");
  if (prices.size() != qsizetype(list.rows.size()))
    return differs("rows");
  for (std::size_t i = 0; i < list.rows.size(); ++i) {
    const QJsonObject row = prices[qsizetype(i)].toObject();
    if (row[QStringLiteral("price")].toString() != list.rows[i].price.toString() ||
        row[QStringLiteral("sku")].toString() != list.rows[i].sku)
      return differs("price");
  }
  return {};
}

} // namespace pricewright
