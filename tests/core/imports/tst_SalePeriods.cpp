// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// However a shop reports its sales (lines, days, weeks, months; one file or several), the sums are the same and nothing
// is lost without a word.
#include "core/imports/ImportDesk.h"
#include "imports/csv/ByteSource.h"
#include "support/TestData.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

const char* kWeeks = "SELECT s.code, date(day * 86400, 'unixepoch'), days, units_milli, price_micro FROM sale JOIN "
                     "listing l ON l.no = listing_no JOIN sku s ON s.no = l.sku_no ORDER BY 1, 2";

QString notesOf(const ImportReport& r) {
  QStringList out;
  for (const QString& note : r.notes)
    out << note.mid(7);
  return out.join(u' ');
}

// Monday 2026-01-05 and the days after it.
QByteArray days(int from, int to, const char* header = "sku,zone,day,units,price\n") {
  QByteArray out = header;
  for (int d = from; d < to; ++d)
    for (const char* sku : {"A", "B"})
      out += QByteArray(sku) + ",Z," + isoDay(fromDayNumber(20'458 + d)).toUtf8() + "," +
             QByteArray::number(d % 7 + 1) + "," + (d % 7 == 6 ? "3.00" : "2.00") + "\n";
  return out;
}

QByteArray lines(const QStringList& which) {
  QByteArray out = "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice\n";
  for (const QString& line : which)
    out += line.toUtf8() + "\n";
  return out;
}

} // namespace

class TestSalePeriods : public QObject {
  Q_OBJECT

 private slots:
  void lengthsAreToldByTheDistanceOfDays_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("weeks");
    QTest::addColumn<QString>("rejects");
    const QString sums = QStringLiteral("A|2026-01-05|7|28000|2250000\nA|2026-01-12|7|28000|2250000\n"
                                        "B|2026-01-05|7|28000|2250000\nB|2026-01-12|7|28000|2250000");
    const QByteArray head = "sku,zone,day,units,price\n";
    QTest::newRow("days") << days(0, 14) << sums << "";
    QTest::newRow("days, told") << days(0, 14).replace("units,price\n", "units,price,days\n").replace("00\n", "00,1\n")
                                << sums << "";
    QTest::newRow("weeks") << QByteArray(head + "A,Z,2026-01-05,28,2.25\nA,Z,2026-01-12,28,2.25\n"
                                                "B,Z,2026-01-05,28,2.25\nB,Z,2026-01-12,28,2.25\n")
                           << sums << "";
    QTest::newRow("weeks with a gap")
        << QByteArray(head + "A,Z,2026-01-05,1,1\nA,Z,2026-01-26,1,1\nB,Z,2026-01-05,1,1\n")
        << "A|2026-01-05|7|1000|1000000\nA|2026-01-26|7|1000|1000000\nB|2026-01-05|7|1000|1000000" << "";
    QTest::newRow("months") << QByteArray(head + "A,Z,2025-12-01,31,1\nA,Z,2026-01-01,31,1\nA,Z,2026-02-01,28,1\n")
                            << "A|2025-12-01|31|31000|1000000\nA|2026-01-01|31|31000|1000000\n"
                               "A|2026-02-01|28|28000|1000000"
                            << "";
    QTest::newRow("days on which something was sold")
        << QByteArray(head + "A,Z,2026-01-05,1,1\nA,Z,2026-01-06,1,1\nA,Z,2026-01-09,1,1\nB,Z,2026-01-13,2,1\n")
        << "A|2026-01-05|7|3000|1000000\nB|2026-01-12|7|2000|1000000" << "";
    QTest::newRow("an odd row among weeks")
        << QByteArray(head + "A,Z,2026-01-05,1,1\nA,Z,2026-01-12,1,1\nA,Z,2026-01-19,1,1\nA,Z,2026-01-21,1,1\n"
                             "A,Z,2026-01-26,1,1\n")
        << "A|2026-01-05|7|1000|1000000\nA|2026-01-12|7|1000|1000000\nA|2026-01-19|7|1000|1000000\n"
           "A|2026-01-26|7|1000|1000000"
        << "overlapping-period:1";
    QTest::newRow("told lengths that overlap")
        << QByteArray("sku,zone,day,units,price,days\nA,Z,2026-01-05,1,1,14\nA,Z,2026-01-12,1,1,14\n")
        << "A|2026-01-05|14|1000|1000000" << "overlapping-period:1";
    QTest::newRow("a day twice") << QByteArray(head + "A,Z,2026-01-05,1,1\nA,Z,2026-01-06,1,1\nA,Z,2026-01-06,1,1\n"
                                                      "A,Z,2026-01-06,2,1\n")
                                 << "A|2026-01-05|7|2000|1000000" << "duplicate-key:1 repeated-row:1";
    QTest::newRow("takings of a whole shop for a thousandth")
        << QByteArray("receipt,sku,date,qty,revenue\n1,1,2026-01-05 08:00,0.001,900000000000\n"
                      "2,1,2026-01-05 09:00,1,2\n")
        << "1|2026-01-05|7|1000|2000000" << "out-of-range:1";
    QTest::newRow("a day on which nothing was sold, first")
        << QByteArray("sku,zone,day,units,revenue\nA,Z,2026-01-06,0,0\nA,Z,2026-01-07,1,2\nA,Z,2026-01-08,1,3\n")
        << "A|2026-01-05|7|2000|2500000" << "";
    QTest::newRow("nothing sold for nothing")
        << QByteArray("sku,zone,day,units,revenue\nA,Z,2026-01-05,2,5\nA,Z,2026-01-12,0,0\nA,Z,2026-01-19,1,2\n"
                      "B,Z,2026-01-05,0,0\nB,Z,2026-01-12,0,3\n")
        << "A|2026-01-05|7|2000|2500000\nA|2026-01-12|7|0|2500000\nA|2026-01-19|7|1000|2000000"
        << "price-not-positive:2";
  }
  void lengthsAreToldByTheDistanceOfDays() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, weeks);
    QFETCH(QString, rejects);
    Desk d;
    const ImportReport r = take(d.run(ImportKind::Sales, bytes));
    QCOMPARE(d.rows(kWeeks), weeks);
    QCOMPARE(reasons(r), rejects);
    const QString once = d.everything();
    QVERIFY(take(d.run(ImportKind::Sales, bytes)).nothingChanged);
    QCOMPARE(d.everything(), once);
  }

  // A week that two files share: whichever way it is cut, in whatever order, it becomes whole; and each step can be
  // taken back exactly.
  void daysOfSeveralFilesMakeWholeWeeks() {
    Desk whole, parts;
    take(whole.run(ImportKind::Sales, days(0, 21)));
    const ImportReport january = take(parts.run(ImportKind::Sales, days(0, 10)));
    const QString after = parts.everything() + parts.rows("SELECT hex(lines) FROM sale_part");
    const ImportReport february = take(parts.run(ImportKind::Sales, days(8, 21))); // overlaps by two days
    QCOMPARE(february.changed, 2);
    QVERIFY2(notesOf(february).contains(u"weeks-continued:2"), qPrintable(notesOf(february)));
    QCOMPARE(parts.rows(kWeeks), whole.rows(kWeeks));
    QVERIFY(take(parts.run(ImportKind::Sales, days(0, 10))).nothingChanged);
    QCOMPARE(parts.importer.undo(parts.dora, january.batchId).error().code, QStringLiteral("import.newer-changes"));
    take(parts.importer.undo(parts.dora, february.batchId));
    QCOMPARE(parts.everything() + parts.rows("SELECT hex(lines) FROM sale_part"), after);
    // The day after: one row a listing says no distance, but these listings are known by the day.
    take(parts.run(ImportKind::Sales, days(10, 11)));
    QCOMPARE(parts.rows("SELECT units_milli FROM sale WHERE day = 20465 LIMIT 1"), QStringLiteral("10000"));
    // A later word on a day corrects it.
    QByteArray corrected = days(10, 11);
    take(parts.run(ImportKind::Sales, corrected.replace(",4,2.00", ",5,2.00")));
    QCOMPARE(parts.rows("SELECT units_milli FROM sale WHERE day = 20465 LIMIT 1"), QStringLiteral("11000"));
  }

  void aWeekThatOverlapsAnotherFilesIsNamed() {
    Desk d;
    take(d.run(ImportKind::Sales, "sku,zone,day,units,price\nA,Z,2026-01-01,1,1\nA,Z,2026-01-08,1,1\n"));
    const ImportReport r =
        take(d.run(ImportKind::Sales, "sku,zone,day,units,price\nA,Z,2026-01-12,1,1\nA,Z,2026-01-19,1,1\n"));
    QCOMPARE(reasons(r), QStringLiteral("overlapping-period:1"));
    const ImportReport daily = take(d.run(ImportKind::Sales, days(0, 7)));
    QCOMPARE(reasons(daily), QStringLiteral("overlapping-period:7"));
    QCOMPARE(d.rows(kWeeks), QStringLiteral("A|2026-01-01|7|1000|1000000\nA|2026-01-08|7|1000|1000000\n"
                                            "A|2026-01-19|7|1000|1000000\nB|2026-01-05|7|28000|2250000"));
  }

  void invoiceLinesAreRecognized_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("areLines");
    QTest::newRow("times and numbers") << lines({"1,10,1,2026-01-05 08:00,2", "2,11,1,2026-01-05 09:00,2"}) << true;
    QTest::newRow("times, and a product twice a day")
        << QByteArray("sku,date,qty,price\n1,2026-01-05 08:00,1,2\n1,2026-01-05 09:00,1,2\n") << true;
    QTest::newRow("numbers, and a product twice a day")
        << QByteArray("receipt,sku,date,qty,price\n5,1,2026-01-05,1,2\n6,1,2026-01-05,1,2\n") << true;
    QTest::newRow("times alone") << QByteArray("sku,date,qty,price\n1,2026-01-05 08:00,1,2\n2,2026-01-05 08:00,1,2\n")
                                 << false;
    QTest::newRow("midnight is no time") << QByteArray(
                                                "sku,date,qty,price\n1,2026-01-05 00:00,1,2\n1,2026-01-05 00:00,1,2\n")
                                         << false;
    QTest::newRow("a length is told")
        << QByteArray("sku,date,qty,price,days\n1,2026-01-05 08:00,1,2,7\n1,2026-01-05 09:00,1,2,7\n") << false;
    QByteArray bare = "sku,date,qty,price\n";
    for (int i = 0; i < 200; ++i)
      bare += QByteArray::number(i % 5) + ",2026-01-0" + QByteArray::number(i % 3 + 5) + ",1,2\n";
    QTest::newRow("the same product and day again and again") << bare << true;
  }
  void invoiceLinesAreRecognized() {
    QFETCH(QByteArray, bytes);
    QFETCH(bool, areLines);
    Desk d;
    const QString path = d.file(bytes);
    const ImportPreview p = take(d.importer.preview(path, ImportKind::Sales));
    QCOMPARE(p.mapping.invoiceLines, areLines);
    QCOMPARE(p.notes.filter(QStringLiteral("taken-for-invoice-lines")).size(), areLines ? 1 : 0);
    ImportMapping totals;
    totals.kind = ImportKind::Sales;
    totals.periodTotals = true;
    QVERIFY(!take(d.importer.preview(path, ImportKind::Sales, &totals)).mapping.invoiceLines);
    QVERIFY(take(importMappingFromJson(toJson(totals))).periodTotals);
  }

  // Identical lines of one file are several sales; the same file again is none.
  void linesAddUpWithinAndAcrossFiles() {
    Desk d;
    const QStringList first{"1,10,2,2026-01-06 08:00,2.50", "1,10,2,2026-01-06 08:00,2.50",
                            "2,10,1,2026-01-07 09:00,4"};
    const QStringList second{"2,10,1,2026-01-07 09:00,4", "2,10,1,2026-01-07 09:00,4", "3,10,5,2026-01-09 10:00,2.50",
                             "4,10,1,2026-01-12 10:00,2.50"};
    const ImportReport one = take(d.run(ImportKind::Sales, lines(first)));
    QCOMPARE(d.rows(kWeeks), QStringLiteral("10|2026-01-05|7|5000|2800000"));
    QVERIFY(take(d.run(ImportKind::Sales, lines(first))).nothingChanged);
    const QString before = d.everything() + d.rows("SELECT hex(lines) FROM sale_part");
    const ImportReport two = take(d.run(ImportKind::Sales, lines(second)));
    QCOMPARE(d.rows(kWeeks), // 4 × 2.50 + 2 × 4 + 5 × 2.50 over 11 units
             QStringLiteral("10|2026-01-05|7|11000|2772727\n10|2026-01-12|7|1000|2500000"));
    QVERIFY(notesOf(two).contains(u"weeks-continued:1"));
    const ImportReport again = take(d.run(ImportKind::Sales, lines(second)));
    QVERIFY(again.nothingChanged && !notesOf(again).contains(u"weeks-continued"));
    QVERIFY(take(d.run(ImportKind::Sales, lines(first))).nothingChanged);
    QCOMPARE(d.importer.undo(d.dora, one.batchId).error().code, QStringLiteral("import.newer-changes"));
    take(d.importer.undo(d.dora, two.batchId));
    QCOMPARE(d.everything() + d.rows("SELECT hex(lines) FROM sale_part"), before);
    take(d.importer.undo(d.dora, one.batchId));
    QCOMPARE(d.rows("SELECT count(*) FROM sale_part"), QStringLiteral("0"));
  }

  // Receipts tell what was taken, not what a piece cost. Codes that begin with a letter are products where most do.
  void receiptsWithTakingsOnly() {
    Desk d;
    const ImportReport r =
        take(d.run(ImportKind::Sales, "basket_id,product_id,quantity,sales_value,week,transaction_timestamp\n"
                                      "1,P1,3,10.00,1,2026-01-06 08:00\n"
                                      "2,P1,4,12.00,1,2026-01-07 08:00\n"
                                      "3,P1,1,0,1,2026-01-07 09:00\n"));
    QCOMPARE(d.rows(kWeeks), QStringLiteral("P1|2026-01-05|7|7000|3142857"));
    QCOMPARE(reasons(r), QStringLiteral("price-not-positive:1"));
  }

  // A real export, whole and cut in two in the middle of a week, of a day and of an invoice.
  void aRealExportInOneAndInTwoFiles() {
    const QString folder = realDataFolder();
    if (folder.isEmpty())
      QSKIP("real data are not here");
    const QString path = folder + QStringLiteral("/online_retail/transactions.csv.gz");
    Desk whole, parts;
    const ImportPreview p = take(whole.importer.preview(path, ImportKind::Sales));
    QVERIFY(p.mapping.invoiceLines);
    const QString rejects = whole.dir.filePath(QStringLiteral("rejects.csv"));
    take(whole.importer.run(whole.dora, path, p.mapping, {}, rejects));
    const char* sums = "SELECT count(*), sum(units_milli), sum(price_micro), sum(regular_micro) FROM sale";
    QCOMPARE(whole.rows(sums), QStringLiteral("53091|2800120000|178650129798|178998190000"));
    ByteSource source = take(ByteSource::open(path));
    QByteArray all(1 << 24, '\0');
    qsizetype filled = 0;
    for (std::size_t n = 1; n > 0; filled += static_cast<qsizetype>(n))
      n = take(source.read(all.data() + filled, static_cast<std::size_t>(all.size() - filled)));
    all.truncate(filled);
    const qsizetype header = all.indexOf('\n') + 1, cut = all.indexOf('\n', all.size() / 2) + 1;
    take(parts.importer.run(parts.dora, parts.file(all.left(cut)), p.mapping, {}, rejects));
    const ImportReport second =
        take(parts.importer.run(parts.dora, parts.file(all.left(header) + all.mid(cut)), p.mapping, {}, rejects));
    QVERIFY(second.changed > 100);
    QCOMPARE(parts.rows(sums), whole.rows(sums));
  }
};

QTEST_GUILESS_MAIN(TestSalePeriods)
#include "tst_SalePeriods.moc"
