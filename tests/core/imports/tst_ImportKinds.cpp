// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of file does to the workspace, row by row.
#include "base/Json.h"
#include "core/imports/ImportDesk.h"
#include "imports/SampleImport.h"

#include <QDir>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

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

  // The maker's number is a text, whatever it looks like; columns are found by the names that merchandise systems use.
  void partNumbersAreFoundByTheirUsualNames() {
    for (const char* name : {"MPN", "Manufacturer Part Number", "Mfr. Part No.", "Part Number", "Herstellernummer",
                             "Hersteller-Artikelnummer", "Hersteller-Teilenummer"}) {
      Desk d;
      const QByteArray header = QByteArray("Artikelnummer;Bezeichnung;Hersteller;") + name;
      take(d.run(ImportKind::Products, header + "\nA1;Bohrer;Bosch;0601-9K5\nA2;Säge;Bosch;1E5\nA3;Hammer;;\n"));
      QCOMPARE(d.rows("SELECT code, name, brand, mpn FROM sku ORDER BY code"),
               QString::fromUtf8("A1|Bohrer|Bosch|0601-9K5\nA2|Säge|Bosch|1E5\nA3|Hammer||"));
      take(d.run(ImportKind::Products, "sku,name,mpn\nA1,Drill,\nA2,Saw,2E5\n")); // an empty cell says nothing
      QCOMPARE(d.rows("SELECT name, mpn, version FROM sku WHERE code < 'A3' ORDER BY code"),
               QStringLiteral("Drill|0601-9K5|2\nSaw|2E5|2"));
    }
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
    QCOMPARE(c.vatBp(u"DE", u"standard", dayOf(d.clock.now())).value_or(-1), 1900);
    const qint64 audit = take(d.journal.size());
    QVERIFY(take(import()).front().nothingChanged);
    QCOMPARE(take(d.journal.size()), audit);
  }
};

QTEST_GUILESS_MAIN(TestImportKinds)
#include "tst_ImportKinds.moc"
