// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of file does to the workspace, row by row, and what taking it back leaves.
#include "base/Json.h"
#include "catalog/CatalogStore.h"
#include "imports/Importer.h"
#include "imports/SampleImport.h"
#include "imports/rows/RawStatement.h"
#include "support/TestData.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace pricewright;

namespace {

template <class T> T take(Result<T> result) {
  if (!result)
    qFatal("%s", qPrintable(result.error().debugText()));
  return std::move(*result);
}
void need(const Status& status) {
  if (!status)
    qFatal("%s", qPrintable(status.error().debugText()));
}

class Desk {
 public:
  QTemporaryDir dir;
  FixedClock clock{take(parseInstant(u"2026-03-02T09:00:00Z"))};
  IdSource ids{clock, 3};
  std::unique_ptr<Database> db = take(Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew));
  Journal journal{*db, clock, ids};
  CatalogStore catalog{*db, journal, clock, ids};
  OfferStore offers{*db, journal, clock, ids};
  Importer importer{*db, journal, clock, ids};
  Actor dora{QStringLiteral("dora"), QStringLiteral("director"), false};

  Desk() { need(catalog.createWorkspace({QStringLiteral("Desk"), QStringLiteral("EUR"), {}, QStringLiteral("dora")})); }
  Result<ImportReport> run(ImportKind kind, const QByteArray& bytes,
                           const std::function<void(ImportMapping&)>& adjust = {}) {
    QFile out(dir.filePath(QStringLiteral("in.csv")));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
      qFatal("cannot write");
    out.close();
    PW_TRY(ImportPreview preview, importer.preview(out.fileName(), kind));
    if (adjust)
      adjust(preview.mapping);
    return importer.run(dora, out.fileName(), preview.mapping, {});
  }
  // Every row of a query: values by |, rows by newline.
  QString rows(const char* sql) {
    const RawStatement q = take(RawStatement::prepare(*db, sql));
    QStringList out;
    while (sqlite3_step(q.get()) == SQLITE_ROW) {
      QStringList row;
      for (int i = 0; i < sqlite3_column_count(q.get()); ++i) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(q.get(), i));
        row << (text ? QString::fromUtf8(text) : QStringLiteral("–"));
      }
      out << row.join(u'|');
    }
    return out.join(u'\n');
  }
  // All that imports write, without what only ever rises.
  QString everything() {
    QString all;
    for (const char* sql :
         {"SELECT code, name, brand, gtin, role, pack_count, pack_size_micro FROM sku ORDER BY code",
          "SELECT code, currency FROM price_zone ORDER BY code", "SELECT code FROM category ORDER BY code",
          "SELECT sku_no, zone_no, min_minor, max_minor, map_minor FROM listing ORDER BY no",
          "SELECT listing_no, kind, from_day, amount_micro, currency, import_no FROM cost",
          "SELECT listing_no, day, on_hand_milli, import_no FROM stock",
          "SELECT listing_no, day, units_milli, price_micro, regular_micro, import_no FROM sale",
          "SELECT listing_no, channel_no, from_day, to_day, price_minor, mechanism, import_no FROM promotion ORDER BY "
          "no",
          "SELECT listing_no, amount_minor, from_ms, to_ms, origin, import_no FROM price ORDER BY no",
          "SELECT code FROM competitor", "SELECT code FROM source",
          "SELECT external_code, their_packs FROM product_match",
          "SELECT seller, observed_ms, price_micro, import_no FROM offer", "SELECT * FROM fx_rate"})
      all += rows(sql) + QStringLiteral("\n--\n");
    return all;
  }
};

QString reasons(const ImportReport& r) {
  QStringList out;
  for (auto it = r.rejectedBy.begin(); it != r.rejectedBy.end(); ++it)
    out << it.key().mid(7) + u':' + QString::number(it.value());
  return out.join(u' ');
}

} // namespace

class TestImportKinds : public QObject {
  Q_OBJECT

 private slots:
  void productsKeepTheirZerosAndTheirBounds() {
    Desk d;
    const ImportReport r =
        take(d.run(ImportKind::Products, "sku;name;gtin;category;pack_size;zone;min_price;max_price\n"
                                         "007;Tea;0012345678905;TEA;0,25;Z;2,49;3,99\n"
                                         "007;Tea;0012345678905;TEA;0,25;Y;2,59;\n"
                                         "007;Coffee;0012345678905;TEA;0,25;X;;\n"
                                         "008;Mate;4,00638E+12;TEA;1;Z;;\n"
                                         "009;Rooibos;;;;Z;3,99;2,49\n"
                                         "010;Chai;;;;Z;2,495;\n"
                                         "011;Milk;;;;Z;0;\n"
                                         "012;;;;;Z;;\n"));
    QCOMPARE(reasons(r), QStringLiteral("bad-gtin:1 bounds-crossed:1 duplicate-key:1 price-not-positive:1 too-fine:1"));
    QCOMPARE(r.added, 3);
    QCOMPARE(d.rows("SELECT code, name, gtin, pack_size_micro FROM sku ORDER BY code"),
             QStringLiteral("007|Tea|0012345678905|250000\n012|012||1000000"));
    QCOMPARE(d.rows("SELECT min_minor, max_minor FROM listing ORDER BY no"), QStringLiteral("249|399\n259|–\n–|–"));
    // What a second file does not say stays; what it says changes, once.
    const ImportReport second = take(d.run(ImportKind::Products, "sku,brand,name\n007,Ostfriesen,\n"));
    QCOMPARE(second.changed, 1);
    QCOMPARE(d.rows("SELECT name, brand, version FROM sku WHERE code = '007'"), QStringLiteral("Tea|Ostfriesen|2"));
    QCOMPARE(take(d.run(ImportKind::Products, "sku,zone,min_price\n007,Z,4.50\n")).rejectedBy.firstKey(),
             QStringLiteral("import.bounds-crossed")); // above the ceiling that stands already
  }

  void pricesBecomeAHistoryWhoseLastStaysOpen() {
    Desk d;
    const QByteArray file = "sku,zone,day,price\nA,Z,2026-02-01,2.99\nA,Z,2026-01-01,2.49\nA,Z,2026-02-10,2.99\n"
                            "A,Z,2026-01-01,2.59\nA,Z,2026-02-20,0\n";
    const ImportReport r = take(d.run(ImportKind::Prices, file));
    QCOMPARE(reasons(r), QStringLiteral("duplicate-key:1 price-not-positive:1"));
    QCOMPARE(r.added, 2);
    QCOMPARE(r.same, 1); // repeats what is in force
    const char* history =
        "SELECT amount_minor, date(from_ms / 1000, 'unixepoch'), date(to_ms / 1000, 'unixepoch') FROM price "
        "ORDER BY from_ms";
    QCOMPARE(d.rows(history), QStringLiteral("249|2026-01-01|2026-02-01\n299|2026-02-01|–"));
    QVERIFY(take(d.run(ImportKind::Prices, file)).nothingChanged);
    // A price without a day holds from today; said again tomorrow, it is no news.
    const ImportReport today = take(d.run(ImportKind::Prices, "sku,zone,price\nA,Z,3.29\n"));
    d.clock.advance(std::chrono::hours(24));
    QVERIFY(take(d.run(ImportKind::Prices, "sku,zone,price\nA,Z,3.29\n")).nothingChanged);
    // Into the middle of what was.
    take(d.run(ImportKind::Prices, "sku,zone,day,price\nA,Z,2026-01-15,2.79\n"));
    QCOMPARE(d.rows(history),
             QStringLiteral("249|2026-01-01|2026-01-15\n279|2026-01-15|2026-02-01\n299|2026-02-01|2026-03-02\n"
                            "329|2026-03-02|–"));
    QVERIFY(d.importer.undo(d.dora, today.batchId).has_value());
    QCOMPARE(d.rows(history), QStringLiteral("249|2026-01-01|2026-01-15\n279|2026-01-15|2026-02-01\n299|2026-02-01|–"));
  }

  void aPublishedPriceIsFollowedButNeverRewritten() {
    Desk d;
    const ImportReport first = take(d.run(ImportKind::Prices, "sku,zone,day,price\nA,Z,2026-01-01,2.49\n"));
    const Catalog c = take(d.catalog.load());
    const Instant decided = take(parseInstant(u"2026-02-01T00:00:00Z"));
    for (const auto& [minor, at] : {std::pair{259, decided}, {269, decided + std::chrono::hours(240)}}) {
      Transaction in = take(Transaction::begin(*d.db));
      need(d.catalog.putPrice(
          in, {1, c.channels.front().no, PriceType::Regular, Money(minor, c.currency), at, {}, PriceOrigin::Manual}, {},
          {}));
      need(in.commit());
    }
    QCOMPARE(reasons(take(d.run(ImportKind::Prices, "sku,zone,day,price\nA,Z,2026-02-03,2.99\nA,Z,2026-02-01,2.98\n"))),
             QStringLiteral("published-history:2"));
    QCOMPARE(take(d.run(ImportKind::Prices, "sku,zone,day,price\nA,Z,2026-03-01,2.99\n")).added, 1);
    QCOMPARE(d.importer.undo(d.dora, first.batchId).error().code, QStringLiteral("import.newer-changes"));
  }

  void moneyIsOfOneCurrencyInAZone() {
    Desk d;
    const ImportReport r = take(d.run(ImportKind::Prices, "sku,zone,price,currency\nA,NYC,2.99,USD\nB,NYC,2.99,EUR\n"
                                                          "C,NYC,2.99,XXQ\nD,TYO,299,jpy\nE,TYO,299.5,JPY\n"));
    QCOMPARE(reasons(r), QStringLiteral("mixed-currency:1 too-fine:1 unknown-currency:1"));
    QCOMPARE(d.rows("SELECT code, currency FROM price_zone ORDER BY code"), QStringLiteral("NYC|USD\nTYO|JPY"));
    QCOMPARE(d.rows("SELECT count(*) FROM sku"), QStringLiteral("2")); // nothing is made for a rejected row
    const auto round = [](ImportMapping& m) { m.roundPrices = true; };
    QCOMPARE(take(d.run(ImportKind::Prices, "sku,zone,price\nE,TYO,299.5\n", round)).added, 1);
    QCOMPARE(d.rows("SELECT amount_minor FROM price ORDER BY no DESC LIMIT 1"), QStringLiteral("300"));
  }

  void offersComeWithTheirMatches() {
    Desk d;
    const QByteArray file = "sku,zone,competitor,price,currency,observed,available,our_packs,source\n"
                            "A,Z,Aldi,2.49,EUR,2026-03-01,yes,2,feed\n"
                            "A,Z,Lidl,2.59,USD,2026-03-01T08:30:00Z,no,1,feed\n"
                            "A,Z,Aldi,2.39,EUR,2026-03-02,yes,2,feed\n"
                            "A,Z,Aldi,2.38,EUR,2026-03-02,yes,2,feed\n"
                            "A,Z,,2.49,EUR,2026-03-01,yes,1,feed\n"
                            "A,Z,Rewe,-1,EUR,2026-03-01,yes,1,feed\n"
                            "A,Z,Rewe,1,EUR,2026-03-01,maybe,1,feed\n"
                            "A,Z,Rewe,1,EUR,2026-03-01,yes,0,feed\n";
    const ImportReport r = take(d.run(ImportKind::CompetitorPrices, file));
    QCOMPARE(reasons(r),
             QStringLiteral("bad-pack:1 bad-switch:1 duplicate-key:1 missing-value:1 price-not-positive:1"));
    QCOMPARE(r.added, 3);
    QCOMPARE(d.rows("SELECT c.code, m.external_code, m.state, m.confirmed_by, m.our_packs FROM product_match m JOIN "
                    "competitor c ON c.no = m.competitor_no ORDER BY m.no"),
             QStringLiteral("Aldi|A|confirmed|dora|2\nLidl|A|confirmed|dora|1"));
    QCOMPARE(d.rows("SELECT seller, price_micro, currency, in_stock, observed_ms FROM offer ORDER BY no LIMIT 2"),
             QStringLiteral("Aldi|2490000|EUR|1|1772323200000\nLidl|2590000|USD|0|1772353800000"));
    QVERIFY(take(d.run(ImportKind::CompetitorPrices, file)).nothingChanged);
    const auto known = [](ImportMapping& m) { m.createMissing = false; };
    QCOMPARE(reasons(take(d.run(ImportKind::CompetitorPrices,
                                "sku,zone,competitor,price,observed\nB,Z,Aldi,1,2026-03-01\n"
                                "A,Y,Aldi,1,2026-03-01\nA,Z,Netto,1,2026-03-01\n",
                                known))),
             QStringLiteral("unknown-competitor:1 unknown-sku:1 unknown-zone:1"));
  }

  void costsStockAndPromotions() {
    Desk d;
    QCOMPARE(take(d.run(ImportKind::Costs, "sku,zone,cost\nA,Z,1.25\n")).added, 1);
    d.clock.advance(std::chrono::hours(48));
    QVERIFY(take(d.run(ImportKind::Costs, "sku,zone,cost\nA,Z,1.25\n")).nothingChanged); // in force already
    QCOMPARE(reasons(take(d.run(ImportKind::Costs, "sku,zone,day,cost,kind\nA,Z,2026-03-05,1.5,accounting\n"
                                                   "A,Z,2026-03-05,0,replacement\nA,Z,2026-03-06,-1,replacement\n"
                                                   "A,Z,2026-03-05,1.5,guess\n"))),
             QStringLiteral("bad-choice:1 cost-not-positive:2"));
    QCOMPARE(d.rows("SELECT kind, amount_micro, currency FROM cost"),
             QStringLiteral("accounting|1500000|EUR\nreplacement|1250000|EUR"));
    QCOMPARE(reasons(take(d.run(ImportKind::Stock, "sku,zone,day,stock,in_stock_days\nA,Z,2026-03-01,12.5,7\n"
                                                   "A,Z,2026-03-02,-1,7\nA,Z,2026-03-03,1,400\n"))),
             QStringLiteral("negative-units:1 out-of-range:1"));
    QCOMPARE(reasons(take(d.run(ImportKind::Promotions,
                                "sku,zone,from,to,price,mechanism\nA,Z,2026-03-01,2026-03-07,1.99,price\n"
                                "A,Z,2026-03-08,2026-03-01,1.99,price\n"
                                "A,Z,2026-03-08,2026-03-09,,banner\n"))),
             QStringLiteral("bad-choice:1 bad-period:1"));
    QCOMPARE(d.rows("SELECT on_hand_milli, in_stock_days FROM stock"), QStringLiteral("12500|7"));
    QCOMPARE(d.rows("SELECT channel_no, price_minor, to_day - from_day FROM promotion"), QStringLiteral("0|199|6"));
  }

  void ratesInBothForms() {
    Desk d;
    const ImportReport wide =
        take(d.run(ImportKind::ExchangeRates, "Date,USD,JPY,CYP,\n2026-02-27,1.0666,140.660,0.58,\n"
                                              "2026-02-26,N/A,,,\n2026-02-25,0,1,1,\n"));
    QCOMPARE(wide.added, 2);
    QCOMPARE(reasons(wide), QStringLiteral("price-not-positive:1"));
    QVERIFY(wide.notes.contains(QStringLiteral("import.unknown-currency-column:CYP")));
    take(d.run(ImportKind::ExchangeRates, "day;base;currency;rate\n2026-02-27;EUR;CHF;0,9847\n"));
    QCOMPARE(d.rows("SELECT day, base, currency, units_per_base FROM fx_rate"),
             QStringLiteral("20511|EUR|CHF|0.9847\n20511|EUR|JPY|140.66\n20511|EUR|USD|1.0666"));
  }

  // What a later file leaves out it does not erase.
  void aFileChangesOnlyWhatItTells() {
    Desk d;
    take(d.run(ImportKind::Sales, "sku,zone,day,units,price,regular,deal\nA,Z,2026-01-05,12,2.50,2.99,1\n"));
    const ImportReport r = take(d.run(ImportKind::Sales, "sku,zone,day,units,revenue\nA,Z,2026-01-05,3,10\n"));
    QCOMPARE(r.changed, 1);
    QCOMPARE(d.rows("SELECT units_milli, price_micro, regular_micro, deal_milli, days FROM sale"),
             QStringLiteral("3000|3333333|2990000|1000|7"));
  }

  void wholeFilesAreRefusedWithWhatIsMissing_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("no price") << QByteArray("sku,day,units\nA,2026-01-05,1\n") << "import.missing-field";
    QTest::newRow("open days") << QByteArray("sku,day,units,price\nA,03/04/2026,1,1\n") << "import.open-day-order";
    QTest::newRow("two orders") << QByteArray("sku,day,units,price\nA,13/04/2026,1,1\nA,04/13/2026,1,1\n")
                                << "import.both-day-orders";
  }
  void wholeFilesAreRefusedWithWhatIsMissing() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    Desk d;
    QCOMPARE(d.run(ImportKind::Sales, bytes).error().code, code);
    QCOMPARE(d.run(ImportKind::Sales, "sku,day,units,price\nA,2026-01-05,1,1\n",
                   [](ImportMapping& m) { m.columns[QStringLiteral("zone")] = QStringLiteral("Filiale"); })
                 .error()
                 .code,
             QStringLiteral("import.unknown-column"));
    // A workspace with several zones does not guess which is meant.
    take(d.run(ImportKind::Prices, "sku,zone,price\nA,Y,1\nA,Z,1\n"));
    QCOMPARE(d.run(ImportKind::Sales, "sku,day,units,price\nA,2026-01-05,1,1\n").error().code,
             QStringLiteral("import.missing-field"));
  }

  // The story of an afternoon: five imports, taken back in the opposite order, leave the desk as each found it. Taken
  // back in any other order they are refused, and nothing moves.
  void takenBackInTheOppositeOrderAllIsAsBefore() {
    Desk d;
    const std::vector<std::pair<ImportKind, QByteArray>> files{
        {ImportKind::Products, "sku,name,zone,min_price\nA,Tea,Z,1.00\nB,Mate,Z,\n"},
        {ImportKind::Sales, "sku,zone,day,units,price\nA,Z,2026-01-05,12,2.50\nC,Y,2026-01-05,1,1.00\n"},
        {ImportKind::Products, "sku,name,zone,min_price\nA,Black tea,Z,1.50\nC,Cocoa,Y,\n"},
        {ImportKind::Prices, "sku,zone,day,price\nA,Z,2026-01-01,2.49\nA,Z,2026-02-01,2.59\n"},
        {ImportKind::Sales, "sku,zone,day,units,price\nA,Z,2026-01-05,13,2.50\nA,Z,2026-01-12,9,2.50\n"},
        {ImportKind::CompetitorPrices, "sku,zone,competitor,price,observed\nA,Z,Aldi,2.39,2026-03-01\n"},
        {ImportKind::Costs, "sku,zone,day,cost\nA,Z,2026-01-01,1.10\nD,X,2026-01-01,1.10\n"}};
    QStringList before;
    std::vector<Id> batches;
    for (const auto& [kind, bytes] : files) {
      before << d.everything();
      batches.push_back(take(d.run(kind, bytes)).batchId);
      QVERIFY(d.everything() != before.last());
    }
    const QString after = d.everything();
    for (std::size_t i : {0u, 1u}) {
      QCOMPARE(d.importer.undo(d.dora, batches[i]).error().code, QStringLiteral("import.newer-changes"));
      QCOMPARE(d.everything(), after);
    }
    for (qsizetype i = before.size() - 1; i >= 0; --i) {
      const auto undone = d.importer.undo(d.dora, batches[static_cast<std::size_t>(i)]);
      QVERIFY2(undone, undone ? "" : qPrintable(undone.error().debugText()));
      QCOMPARE(d.everything(), before[i]);
    }
    QVERIFY(take(d.journal.verify()).intact());
    QCOMPARE(take(d.run(files[0].first, files[0].second)).added, 2); // and it can come in again
  }

  void anEditedProductIsNotTakenAway() {
    Desk d;
    const ImportReport r = take(d.run(ImportKind::Products, "sku,name\nA,Tea\n"));
    Sku sku = take(d.catalog.load()).skus.front();
    sku.name = QStringLiteral("Green tea");
    need(d.catalog.putSku(d.dora, sku));
    QCOMPARE(d.importer.undo(d.dora, r.batchId).error().code, QStringLiteral("import.newer-changes"));
    QCOMPARE(d.rows("SELECT name FROM sku"), QStringLiteral("Green tea"));
  }

  void oneAuditEntryAndOneOutboxRowABatch() {
    Desk d;
    const QString entries = d.rows("SELECT count(*) FROM audit_entry"), outbox = d.rows("SELECT count(*) FROM outbox");
    QByteArray bytes = "sku,zone,day,units,price\n";
    for (int i = 1; i <= 500; ++i)
      bytes += "S" + QByteArray::number(i) + ",Z,2026-01-05,1,1\n";
    take(d.run(ImportKind::Sales, bytes));
    QCOMPARE(d.rows("SELECT count(*) FROM audit_entry").toInt(), entries.toInt() + 1);
    QCOMPARE(d.rows("SELECT count(*) FROM outbox").toInt(), outbox.toInt() + 1);
    const AuditEntry entry = take(d.journal.entries(entries.toInt(), 1)).front();
    QCOMPARE(entry.kind, QStringLiteral("import.applied"));
    QCOMPARE(entry.body.value(QStringLiteral("digest")).toString(), d.rows("SELECT digest FROM import_batch"));
    QCOMPARE(entry.body.value(QStringLiteral("digest")).toString().size(), 64);
  }

  // Read with a decimal comma or not at all: 3.350 in a German file is three thousand, and the report says what was
  // open.
  void anOpenDecimalMarkIsReported() {
    Desk d;
    const ImportReport r = take(d.run(ImportKind::Costs, "sku;zone;cost\nA;Z;3.350\nB;Z;2.100\n"));
    QCOMPARE(r.notes, QStringList{QStringLiteral("import.open-decimal-mark:cost")});
    const auto comma = [](ImportMapping& m) { m.decimalMark = QStringLiteral(","); };
    QCOMPARE(take(d.run(ImportKind::Costs, "sku;zone;cost\nA;Z;3.350\n", comma)).changed, 1);
    QCOMPARE(d.rows("SELECT amount_micro FROM cost ORDER BY listing_no LIMIT 1"), QStringLiteral("3350000000"));
  }

  void aFolderOfOnesOwn() {
    Desk d;
    const auto put = [&d](const char* name, const QByteArray& bytes) {
      QFile f(d.dir.filePath(QLatin1String(name)));
      QVERIFY(f.open(QIODevice::WriteOnly) && f.write(bytes) == bytes.size());
    };
    put("p.csv", "sku,zone,price\nA,Z,2.99\n");
    put("m.json", R"({"kind":"prices","columns":{"sku":"sku","zone":"zone","price":"price"}})");
    const auto import = [&d] { return importFolder(d.importer, d.offers, d.catalog, d.dora, d.dir.path(), {}); };
    QCOMPARE(import().error().code, QStringLiteral("import.no-manifest"));
    put("sample.json", R"({"currency":"EUR","files":[{"file":"../p.csv","mapping":"m.json"}]})");
    QCOMPARE(import().error().code, QStringLiteral("import.bad-manifest")); // nothing outside of the folder
    put("sample.json", R"({"currency":"EUR","zones":{"market":"DE","gross_prices":true,"time_zone":"Europe/Berlin"},)"
                       R"("vat":[{"vat_class":"standard","from":"2007-01-01","rate_bp":1900}],)"
                       R"("files":[{"file":"p.csv","mapping":"m.json"}]})");
    QCOMPARE(take(import()).front().added, 1);
    const Catalog c = take(d.catalog.load());
    QCOMPARE(c.zones.front().market, QStringLiteral("DE"));
    QVERIFY(c.zones.front().grossPrices);
    QCOMPARE(c.vatBp(u"DE", u"standard", dayOf(d.clock.now())), 1900);
    const qint64 audit = take(d.journal.size());
    QVERIFY(take(import()).front().nothingChanged);
    QCOMPARE(take(d.journal.size()), audit);
  }

  // Killed while it reads, writes or is about to commit: the workspace is as before, and the import simply runs again.
  void aKilledImportLeavesNothing_data() {
    QTest::addColumn<QByteArray>("step");
    QTest::newRow("reading") << QByteArray("read");
    QTest::newRow("writing") << QByteArray("write");
    QTest::newRow("about to commit") << QByteArray("commit");
  }
  void aKilledImportLeavesNothing() {
#ifdef Q_OS_UNIX
    QFETCH(QByteArray, step);
    QTemporaryDir dir;
    const QString workspace = dir.filePath(QStringLiteral("w.pricewright"));
    FixedClock clock{take(parseInstant(u"2026-03-02T09:00:00Z"))};
    QFile file(dir.filePath(QStringLiteral("in.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("sku,zone,day,units,price\n");
    for (int i = 0; i < 20'000; ++i)
      file.write("S" + QByteArray::number(i) + ",Z,2026-01-05,1," + (i == 77 ? "0" : "1") + "\n");
    file.close();
    ImportMapping mapping;
    mapping.columns = {{"sku", "sku"}, {"zone", "zone"}, {"day", "day"}, {"units", "units"}, {"price", "price"}};
    mapping.kind = ImportKind::Sales;
    const auto import = [&](OpenMode mode, const JobContext& job) {
      IdSource ids(clock, 3);
      auto db = take(Database::open(workspace, mode));
      Journal journal(*db, clock, ids);
      const Actor dora{QStringLiteral("dora"), QStringLiteral("director"), false};
      if (mode == OpenMode::CreateNew)
        need(CatalogStore(*db, journal, clock, ids)
                 .createWorkspace({QStringLiteral("Desk"), QStringLiteral("EUR"), {}, QStringLiteral("dora")}));
      return take(Importer(*db, journal, clock, ids).run(dora, file.fileName(), mapping, job));
    };
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
      import(OpenMode::CreateNew, {{}, [&step](std::string_view now, double) {
                                     if (now == std::string_view(step.constData()))
                                       kill(getpid(), SIGKILL);
                                   }});
      _exit(1); // was not killed
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    {
      auto db = take(Database::open(workspace, OpenMode::ReadWrite));
      QVERIFY(db->fullCheck().has_value());
      Query q = take(Query::prepare(*db, "SELECT (SELECT count(*) FROM sale) + (SELECT count(*) FROM sku) + (SELECT "
                                         "count(*) FROM import_batch) + (SELECT count(*) FROM price_zone)"));
      QVERIFY(take(q.step()));
      QCOMPARE(q.integer(0), 0);
    }
    QVERIFY(!QFile::exists(file.fileName() + QStringLiteral(".rejected.csv")));
    QCOMPARE(import(OpenMode::ReadWrite, {}).added, 19'999);
    QVERIFY(QFile::exists(file.fileName() + QStringLiteral(".rejected.csv")));
#else
    QSKIP("processes are not forked here");
#endif
  }

  // 42 stores × 11 brands × 105 weeks, counted beforehand: every row good, every cost from its margin, exact.
  void orangeJuiceComesInWhole() {
    const QString folder = test::realDataFolder();
    if (folder.isEmpty())
      QSKIP("real data are not here");
    Desk d;
    ImportMapping m;
    m.kind = ImportKind::Sales;
    m.dateFormat = QStringLiteral("week:1989-09-14");
    m.columns = {{"sku", "brand_id"},    {"zone", "store"}, {"day", "week"},    {"units", "units"},
                 {"price", "price_usd"}, {"deal", "deal"},  {"feature", "feat"}};
    const QString path = folder + QStringLiteral("/orange_juice/oj_sales.csv.gz");
    const ImportReport sales = take(d.importer.run(d.dora, path, m, {}));
    QCOMPARE(sales.added, 46'662);
    QCOMPARE(sales.rejected, 0);
    QCOMPARE(sales.created, QStringList({"category:1", "listing:462", "price_zone:42", "sku:11"}));
    QVERIFY(take(d.importer.run(d.dora, path, m, {})).nothingChanged);
    m.kind = ImportKind::Costs;
    m.columns = {{"sku", "brand_id"},
                 {"zone", "store"},
                 {"day", "week"},
                 {"price", "price_usd"},
                 {"margin_percent", "gross_margin_pct"}};
    QCOMPARE(take(d.importer.run(d.dora, path, m, {})).added, 46'662);
    QCOMPARE(
        d.rows("SELECT amount_micro FROM cost c JOIN listing l ON l.no = c.listing_no JOIN sku s ON s.no = l.sku_no "
               "JOIN price_zone z ON z.no = l.zone_no WHERE s.code = '1' AND z.code = '2' ORDER BY from_day LIMIT 1"),
        QStringLiteral("2399710")); // 3.87 × (1 − 0.37992) = 2.3997096
    m.kind = ImportKind::Prices;
    m.columns = {{"sku", "brand_id"}, {"zone", "store"}, {"day", "week"}, {"price", "price_usd"}};
    m.keepOnly = {{"deal", "0"}};
    m.roundPrices = true;
    const ImportReport prices = take(d.importer.run(d.dora, path, m, {}));
    QCOMPARE(prices.skipped + prices.added + prices.same, 46'662);
    QCOMPARE(prices.skipped, 21'175); // rows on deal
    QCOMPARE(d.rows("SELECT count(*) FROM price WHERE to_ms IS NULL"), QStringLiteral("462"));
  }

  // A gift wholesaler's invoices. The sums over all weeks were computed independently, in exact fractions.
  void invoiceLinesAreSummedExactly() {
    const QString folder = test::realDataFolder();
    if (folder.isEmpty())
      QSKIP("real data are not here");
    Desk d;
    ImportMapping m;
    m.invoiceLines = true;
    const QString path = folder + QStringLiteral("/online_retail/transactions.csv.gz");
    const ImportPreview preview = take(d.importer.preview(path, ImportKind::Sales, &m));
    const ImportReport r =
        take(d.importer.run(d.dora, path, preview.mapping, {}, d.dir.filePath(QStringLiteral("rejects.csv"))));
    QCOMPARE(reasons(r), QStringLiteral("cancelled-invoice:4747 not-a-product:1193 price-not-positive:615 "
                                        "quantity-not-positive:661"));
    QCOMPARE(r.added, 53091);
    QCOMPARE(d.rows("SELECT sum(units_milli), sum(price_micro), sum(regular_micro) FROM sale"),
             QStringLiteral("2800120000|178650129798|178998190000"));
    QFile rejects(r.rejectFile);
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    QCOMPARE(rejects.readAll().count("\r\n"), 1 + 7216);
    QVERIFY(take(d.importer.run(d.dora, path, preview.mapping, {}, r.rejectFile)).nothingChanged);
  }
};

QTEST_GUILESS_MAIN(TestImportKinds)
#include "tst_ImportKinds.moc"
