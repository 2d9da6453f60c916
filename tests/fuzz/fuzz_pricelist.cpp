// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any names and prices as a channel's list: what is written reads back, by us and by another reader of CSV; any bytes
// in its place are read without harm, and none of them pass for another price.
#include "base/Json.h"
#include "fuzz/Fuzz.h"
#include "imports/csv/CsvReader.h"
#include "pipeline/channels/PriceList.h"

#include <QJsonArray>

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

struct Store {
  FixedClock clock{fromMillis(1'772'000'000'000)};
  IdSource ids{clock, 3};
  std::unique_ptr<Database> db = sure(Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew), "a workspace");
  Journal journal{*db, clock, ids};
  CatalogStore catalog{*db, journal, clock, ids};
};

QString field(Input& in) {
  QString text = Input::toText(in.until('\1'));
  const auto isControl = [](QChar c) { return c < u' ' && c != u'\t' && c != u'\n' && c != u'\r'; };
  text.erase(std::remove_if(text.begin(), text.end(), isControl), text.end());
  return text;
}

Catalog catalogOf(Input& in, PriceChanges& changes) {
  Catalog c;
  c.workspaceId = QStringLiteral("w");
  c.channels.push_back({1, {}, QStringLiteral("store"), QStringLiteral("Store"), {}});
  const auto currencies = knownCurrencies();
  for (int no = 1; no <= 3 && !in.empty(); ++no) {
    const Currency currency = currencies[in.byte() % currencies.size()];
    Sku sku;
    sku.no = no;
    sku.code = QString::number(no) + field(in);
    sku.name = field(in);
    sku.packUnit = field(in);
    sku.packSize = Decimal::fromMicros(field(in).toLongLong());
    PriceZone zone;
    zone.no = no, zone.code = field(in), zone.currency = currency;
    const qint64 minor = field(in).toLongLong();
    c.skus.push_back(sku);
    c.zones.push_back(zone);
    c.listings.push_back({no, no, no, {}, {}, {}, {}});
    changes[no] = Money(minor, currency);
  }
  return c;
}

// As somebody else's program reads the file.
void readByAnother(const PriceList& list) {
  const MemoryFile file(list.csv);
  CsvReader reader(sure(ByteSource::open(file.path(), TextEncoding::Utf8), "the file opens"), ',');
  CsvRow row;
  need(sure(reader.next(row), "a header") && row.cells.size() == 10, "ten columns");
  for (const ListRow& expected : list.rows) {
    need(sure(reader.next(row), "a row") && row.fault == RowFault::None && row.cells.size() == 10, "a whole row");
    need(Input::toText(row.cells[0]) == expected.sku && Input::toText(row.cells[1]) == expected.name, "its product");
    need(Input::toText(row.cells[3]) == expected.price.toString(), "its price");
  }
  need(!sure(reader.next(row), "the end"), "and nothing else");
}

} // namespace

// Up to three listings, fields ending in \1 and without control characters, which no file of text may hold; then \2,
// then bytes that take the place of a file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Store& store = kept<Store>();
  Input all(data, size);
  const std::string_view head = all.until('\2');
  const QByteArray foreign = all.rest();
  Input in(reinterpret_cast<const std::uint8_t*>(head.data()), head.size());
  PriceChanges changes;
  const Catalog catalog = catalogOf(in, changes);
  if (catalog.skus.empty())
    return 0;
  const PriceList list =
      sure(buildPriceList(*store.db, store.catalog, catalog, catalog.channels.front(), store.clock.now(), changes),
           "a list");
  for (const ListRow& row : list.rows)
    need(row.price.minor() > 0, "prices are positive");
  sureStatus(verifyPriceList(list, list.csv, list.json), "what is written reads back");
  readByAnother(list);
  need(foreign.isEmpty() || foreign == list.csv || !verifyPriceList(list, foreign, list.json),
       "another file is refused");
  PriceList forged = list; // with digests that fit: only the reading stands between
  forged.csvSha256 = sha256Hex(foreign);
  forged.jsonSha256 = sha256Hex(foreign);
  if (verifyPriceList(forged, list.csv, list.json))
    need(foreign == list.csv && foreign == list.json, "a digest that does not fit is refused");
  forged.csvSha256 = list.csvSha256;
  if (verifyPriceList(forged, list.csv, foreign)) {
    const QJsonArray prices =
        sure(parseObject(foreign), "what is accepted is JSON")[QStringLiteral("prices")].toArray();
    need(std::size_t(prices.size()) == list.rows.size(), "with all rows");
  }
  forged.csvSha256 = sha256Hex(foreign);
  forged.jsonSha256 = list.jsonSha256;
  if (verifyPriceList(forged, foreign, list.json))
    for (const ListRow& row : list.rows)
      need(foreign.contains(row.price.currency().code().toUtf8()) || foreign.contains('"'), "with all currencies");
  return 0;
}
