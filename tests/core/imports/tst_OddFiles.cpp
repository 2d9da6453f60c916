// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files as they are: foreign money, spreadsheets' day numbers, numbers of weeks, old encodings. What can be read is
// read right, what cannot is named, and the preview says so before anything is imported.
#include "core/imports/ImportDesk.h"
#include "imports/csv/Values.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

class TestOddFiles : public QObject {
  Q_OBJECT

 private slots:
  // A price is never taken for another currency's: the cell, the currency column and the price zone have to agree.
  void aCellsCurrencyCounts_data() {
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("rejects");
    const auto row = [](const char* workspace, const char* price, const char* column, const char* rejects) {
      QTest::addRow("%s into %s, column %s", price, workspace, column)
          << workspace << QString::fromUtf8(price) << column << rejects;
    };
    const char* mixed = "mixed-currency:1";
    row("EUR", "2.49", "", "");
    row("EUR", "$ 2.49", "", mixed);
    row("EUR", "€ 2.49", "", "");
    row("EUR", "2.49 EUR", "", "");
    row("USD", "€ 1.99", "", mixed);
    row("USD", "£1.99", "", mixed);
    row("USD", "EUR 5", "", mixed);
    row("USD", "$5", "", "");
    row("USD", "US$5", "", "");
    row("USD", "CA$5", "", mixed);
    row("CAD", "$5", "", "");
    row("AUD", "$5", "", "");
    row("SEK", "5 kr", "", "");
    row("NOK", "5 kr", "", "");
    row("EUR", "5 kr", "", mixed);
    row("JPY", "¥500", "", "");
    row("CNY", "¥5", "", "");
    row("USD", "¥5", "", mixed);
    row("EUR", "€ 5 USD", "", mixed);
    row("USD", "€1.99", "USD", mixed);
    row("EUR", "€1.99", "EUR", "");
    row("USD", "$ 5 USD", "USD", "");
  }
  void aCellsCurrencyCounts() {
    QFETCH(QString, workspace);
    QFETCH(QString, price);
    QFETCH(QString, column);
    QFETCH(QString, rejects);
    const QByteArray cell = price.toUtf8(), currency = column.toUtf8();
    for (const auto& [kind, bytes] :
         {std::pair{ImportKind::Sales, "sku,day,units,price,currency\nA,2026-01-05,1," + cell + "," + currency + "\n"},
          {ImportKind::Sales, "sku,day,units,revenue,currency\nA,2026-01-05,1," + cell + "," + currency + "\n"},
          {ImportKind::Prices, "sku,price,currency\nA," + cell + "," + currency + "\n"},
          {ImportKind::Products, "sku,min_price,currency\nA," + cell + "," + currency + "\n"},
          {ImportKind::Promotions,
           "sku,from,to,price,currency\nA,2026-01-05,2026-01-06," + cell + "," + currency + "\n"}}) {
      Desk d(workspace);
      QCOMPARE(reasons(take(d.run(kind, bytes))), rejects);
      QCOMPARE(d.rows("SELECT count(*) FROM sku"), rejects.isEmpty() ? QStringLiteral("1") : QStringLiteral("0"));
    }
  }

  // Offers and costs have a currency of their own: what the cell names is theirs, where it can only mean one.
  void offersAndCostsTakeTheCellsCurrency() {
    Desk d;
    const ImportReport offers = take(d.run(ImportKind::CompetitorPrices, "sku,competitor,price,observed\n"
                                                                         "A,X,£2.49,2026-03-01\n"
                                                                         "B,X,$2.49,2026-03-01\n"
                                                                         "C,X,2.49,2026-03-01\n"));
    QCOMPARE(reasons(offers), QStringLiteral("mixed-currency:1")); // which dollar?
    QCOMPARE(d.rows("SELECT currency FROM offer ORDER BY no"), QStringLiteral("GBP\nEUR"));
    QCOMPARE(reasons(take(d.run(ImportKind::Costs, "sku,cost,currency\nA,£1.50,\nB,$1.50,CAD\nC,€1.50,USD\n"))),
             QStringLiteral("mixed-currency:1"));
    QCOMPARE(d.rows("SELECT currency FROM cost ORDER BY listing_no"), QStringLiteral("GBP\nCAD"));
  }

  void spreadsheetsDayNumbersAreDays() {
    Desk d;
    const ImportReport r = take(d.run(ImportKind::Sales, "sku,day,units,price\nA,46027,1,2\nA,46034.5,1,2\n"));
    QVERIFY(r.notes.contains(QStringLiteral("import.spreadsheet-days:day")) || r.rejected == 0);
    QCOMPARE(d.rows("SELECT date(day * 86400, 'unixepoch'), days FROM sale"),
             QStringLiteral("2026-01-05|7\n2026-01-12|7"));
    // One among real days is a mistake of that row.
    QCOMPARE(reasons(take(d.run(ImportKind::Sales, "sku,day,units,price\nA,2026-01-19,1,2\nA,46048,1,2\n"))),
             QStringLiteral("excel-day:1"));
    QCOMPARE(DayFormat::fromName(QStringLiteral("excel"))->name(), QStringLiteral("excel"));
  }

  void numbersOfWeeksNeedTheirBeginning() {
    Desk d;
    const QByteArray weeks = "sku,week,units,price\nA,1,1,2\nA,2,1,2\n";
    QCOMPARE(take(d.importer.preview(d.file(weeks), ImportKind::Sales)).refusal->code,
             QStringLiteral("import.needs-week-origin"));
    QCOMPARE(d.run(ImportKind::Sales, weeks).error().code, QStringLiteral("import.needs-week-origin"));
    const auto told = [](ImportMapping& m) { m.dateFormat = QStringLiteral("week:2026-01-05"); };
    QCOMPARE(take(d.run(ImportKind::Sales, weeks, told)).added, 2);
    // Beside real days they are no days.
    const ImportPreview p =
        take(d.importer.preview(d.file("sku,week,timestamp,qty,price\nA,1,2026-01-05 08:00,1,2\n"), ImportKind::Sales));
    QCOMPARE(p.mapping.columns.value(QStringLiteral("day")), QStringLiteral("timestamp"));
  }

  // The preview reads its rows as the import does, and leaves no trace.
  void thePreviewTells() {
    Desk d;
    const QString before = d.everything() + d.rows("SELECT count(*) FROM import_batch");
    const ImportPreview p = take(d.importer.preview(
        d.file("sku,zone,day,units,price\nA,Z,2026-01-05,1,2\nB,Z,2026-01-05,x,2\nC,Z,2027-01-05,1,2\n"),
        ImportKind::Sales));
    QCOMPARE(p.tried, 3);
    QCOMPARE(p.rejected, 2);
    QCOMPARE(p.rejectedBy.keys(),
             QStringList({QStringLiteral("import.future-day"), QStringLiteral("import.not-a-number")}));
    QCOMPARE(p.firstRejects.front().column, QStringLiteral("units"));
    QCOMPARE(d.everything() + d.rows("SELECT count(*) FROM import_batch"), before);
    take(d.run(ImportKind::Prices, "sku,zone,price\nA,Y,1\nA,Z,1\n"));
    const ImportPreview zones =
        take(d.importer.preview(d.file("sku,day,units,price\nA,2026-01-05,1,2\n"), ImportKind::Sales));
    QCOMPARE(zones.refusal->code, QStringLiteral("import.missing-field"));
  }

  void oldEncodings() {
    Desk d;
    const ImportReport euro = take(d.run(ImportKind::Sales, "sku;day;units;price\nK\xE4se;2026-01-05;1;\x80 1,99\n"));
    QCOMPARE(euro.rejected, 0);
    QCOMPARE(d.rows("SELECT s.code, price_micro FROM sale, sku s"), QString::fromUtf8("Käse|1990000"));
    QCOMPARE(take(d.importer.preview(d.file("sku;cost\nA;\x80 1,99\n"), ImportKind::Costs)).encoding,
             QStringLiteral("windows-1252"));
    Desk e; // one broken cell does not spoil the others
    const ImportReport r = take(e.run(ImportKind::Products, "sku,name\n1,Käse\n2,Br\xF6t\n3,Müsli\n"));
    QCOMPARE(reasons(r), QStringLiteral("bad-encoding:1"));
    QVERIFY(r.notes.contains(QStringLiteral("import.damaged-utf8:1")));
    QCOMPARE(e.rows("SELECT name FROM sku ORDER BY code"), QString::fromUtf8("Käse\nMüsli"));
  }

  void smallThings_data() {
    QTest::addColumn<ImportKind>("kind");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("rejects");
    const auto row = [](const char* name, ImportKind kind, const char* bytes, const char* rejects) {
      QTest::newRow(name) << kind << QByteArray(bytes) << QString::fromLatin1(rejects);
    };
    row("a check digit that is wrong", ImportKind::Products, "sku,gtin\nA,4006381333931\nB,4006381333932\n",
        "bad-gtin:1");
    row("a spoilt code", ImportKind::Products, "sku,name\n4.00638E+12,x\n4E+5,x\nA+B,x\nE+12,x\n",
        "spreadsheet-code:2");
    row("a code called ean", ImportKind::Sales, "ean,date,units,price\n4006381333931,2026-01-05,1,2\n", "");
    row("a code called meal", ImportKind::Sales,
        "center_id,meal_id,date,num_orders,checkout_price\n1,2,2026-01-05,1,2\n", "");
    row("in stock as shops say it", ImportKind::CompetitorPrices,
        "sku,competitor,price,observed,availability\nA,X,1,2026-03-01,InStock\nB,X,1,2026-03-01,OutOfStock\n"
        "C,X,1,2026-03-01,https://schema.org/InStock\nD,X,1,2026-03-01,perhaps\n",
        "bad-switch:1");
    row("less than can be kept", ImportKind::Sales, "sku,day,units,price\nA,2026-01-05,0.0004,2\nB,2026-01-05,0.5,2\n",
        "too-fine:1");
    row("sold tomorrow at the latest", ImportKind::Sales, "sku,day,units,price\nA,2026-03-03,1,2\nB,2026-03-04,1,2\n",
        "future-day:1");
    row("seen in the future", ImportKind::CompetitorPrices,
        "sku,competitor,price,observed\nA,X,1,2026-03-03\nB,X,1,2026-03-09\n", "future-day:1");
    row("planned for the future", ImportKind::Promotions, "sku,from,to\nA,2027-01-01,2027-01-07\n", "");
    row("costs to come", ImportKind::Costs, "sku,day,cost\nA,2027-01-01,1\n", "");
    row("a cost from today", ImportKind::Costs, "sku,day,cost\nA,,1\nB,2026-03-01,1\n", "");
    row("a price from today", ImportKind::Prices, "sku,day,price\nA,,1\nB,2026-03-01,1\n", "");
  }
  void smallThings() {
    QFETCH(ImportKind, kind);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, rejects);
    Desk d;
    QCOMPARE(reasons(take(d.run(kind, bytes))), rejects);
  }
};

QTEST_GUILESS_MAIN(TestOddFiles)
#include "tst_OddFiles.moc"
