// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/Report.h"

#include <QTest>

using namespace pricewright;

namespace {
ReportTable table(QStringList texts, QStringList numbers) {
  ReportTable t{QStringLiteral("t"), {"name", "price"}, {true, false}, {}};
  for (qsizetype i = 0; i < texts.size(); ++i)
    t.rows.push_back({texts[i], numbers.value(i)});
  return t;
}
QByteArray line(const QByteArray& csv, int row) { return csv.split('\n').value(row); }
} // namespace

// What users rely on: a file opens as it should where it is opened, and nothing in it runs.
class TestReport : public QObject {
  Q_OBJECT
 private slots:
  void machinesGetPlainRows() {
    const QByteArray csv = toCsv(table({"Cola, 1 l", "=1+1", "a\"b", "two\nlines"}, {"-3.49", "1000", "", "0"}),
                                 CsvPreset::Machine, u',', u';');
    QCOMPARE(csv, QByteArray("name,price\r\n\"Cola, 1 l\",-3.49\r\n=1+1,1000\r\n\"a\"\"b\",\r\n\"two\nlines\",0\r\n"));
  }

  void spreadsheetsGetTheirLocale() {
    const QByteArray csv = toCsv(table({"Käse 3.5 %"}, {"-1234.50"}), CsvPreset::Excel, u',', u';');
    QVERIFY(csv.startsWith("\xEF\xBB\xBFname;price\r\n"));
    QCOMPARE(line(csv, 1), QByteArray("Käse 3.5 %;-1234,50\r")); // text keeps its dot, a number its minus
    QCOMPARE(line(toCsv(table({"a"}, {"1.5"}), CsvPreset::Excel, u',', u','), 1), QByteArray("a;1,5\r"));
    QCOMPARE(line(toCsv(table({"a"}, {"1.5"}), CsvPreset::Excel), 1), QByteArray("a,1.5\r"));
  }

  void nothingInASpreadsheetRuns_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("formula") << "=cmd|' /C calc'!A0" << QByteArray("'=cmd|' /C calc'!A0");
    QTest::newRow("plus") << "+1" << QByteArray("'+1");
    QTest::newRow("minus in text") << "-12" << QByteArray("'-12");
    QTest::newRow("at") << "@SUM(A1)" << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << "\t=1" << QByteArray("'\t=1");
    QTest::newRow("return") << "\r=1" << QByteArray("\"'\r=1\"");
    QTest::newRow("wide equals") << "\uFF1D1" << QByteArray("'\uFF1D1");
    QTest::newRow("with separator") << "=A1;B1" << QByteArray("\"'=A1;B1\"");
    QTest::newRow("harmless") << "a=b" << QByteArray("a=b");
    QTest::newRow("leading zeros") << "00123" << QByteArray("00123");
  }
  void nothingInASpreadsheetRuns() {
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    const QByteArray csv = toCsv(table({text}, {"1"}), CsvPreset::Excel, u',', u';');
    QCOMPARE(csv.mid(csv.indexOf("\r\n") + 2), cell + ";1\r\n");
    // A column of numbers that holds something else is treated as text.
    QVERIFY(toCsv(table({"a"}, {"=1+1"}), CsvPreset::Excel).contains("a,'=1+1"));
    QVERIFY(toCsv({QString(), {"=x"}, {false}, {}}, CsvPreset::Excel).contains("'=x"));
  }

  void jsonKeepsNumbersExact() {
    const QJsonArray rows =
        toJson(table({"a", "b", "c"}, {"3.49", "92233720368547758.07", ""})).value("rows").toArray();
    QCOMPARE(rows[0].toObject().value("price"), QJsonValue(3.49));
    QCOMPARE(rows[1].toObject().value("price"), QJsonValue("92233720368547758.07"));
    QVERIFY(rows[2].toObject().value("price").isNull());
  }

  void aDecisionBecomesARow() {
    const Currency usd = *Currency::fromCode(u"USD");
    PriceDecision d;
    d.skuCode = QStringLiteral("007");
    d.state = DecisionState::Pending;
    d.current = Money(319, usd), d.proposed = Money(349, usd);
    d.marginNowBp = 3100, d.costKnown = true;
    d.recommendation.method = Method::Model;
    d.recommendation.effect.profit = 41.257;
    d.guarded.reasons = {"step", "confidence"};
    const ReportTable t = decisionsTable(std::span(&d, 1));
    const auto cell = [&t](const char* column) { return t.rows[0][t.columns.indexOf(QString::fromLatin1(column))]; };
    QCOMPARE(t.rows[0].size(), t.columns.size());
    QCOMPARE(t.isText.size(), static_cast<std::size_t>(t.columns.size()));
    QCOMPARE(cell("sku"), QStringLiteral("007"));
    QCOMPARE(cell("now"), QStringLiteral("3.19"));
    QCOMPARE(cell("change_percent"), QStringLiteral("9.4"));
    QCOMPARE(cell("margin_now_percent"), QStringLiteral("31"));
    QCOMPARE(cell("profit_per_week"), QStringLiteral("41.26"));
    QCOMPARE(cell("reasons"), QStringLiteral("step confidence"));
    d.costKnown = false, d.current = {}, d.recommendation.method = Method::None;
    const QStringList bare = decisionsTable(std::span(&d, 1)).rows[0];
    for (const char* column : {"now", "change_percent", "margin_now_percent", "profit_per_week", "confidence"})
      QCOMPARE(bare[t.columns.indexOf(QString::fromLatin1(column))], QString());
  }

  void pricesAndCyclesAndEntriesToo() {
    Catalog catalog;
    Sku sku;
    sku.no = 1, sku.code = QStringLiteral("A"), sku.name = QStringLiteral("Apple");
    PriceZone zone;
    zone.no = 1, zone.code = QStringLiteral("N");
    catalog.skus = {sku}, catalog.zones = {zone};
    catalog.listings = {Listing{.no = 5, .skuNo = 1, .zoneNo = 1}};
    catalog.channels = {Channel{.no = 2, .id = {}, .code = QStringLiteral("web"), .name = {}, .kind = {}}};
    const PublishedPrice price{.listingNo = 5, .channelNo = 2, .amount = Money(249, *Currency::fromCode(u"EUR"))};
    const PublishedPrice lost{.listingNo = 99, .channelNo = 9, .amount = Money(1, *Currency::fromCode(u"EUR"))};
    const std::vector<PublishedPrice> both{price, lost};
    const ReportTable t = pricesTable(catalog, both);
    QCOMPARE(t.rows[0].mid(0, 7), (QStringList{"A", "Apple", "N", "web", "regular", "2.49", "EUR"}));
    QCOMPARE(t.rows[1][0], QString());

    CycleReport report;
    report.cycleId = QStringLiteral("c");
    report.stations = {StationReport{
        QStringLiteral("monitor"), 3, Duration(12), {}, QStringLiteral("done"), {{"stale", 2}, {"a", 1}}}};
    QCOMPARE(cycleTable(report).rows[0], (QStringList{"c", "monitor", "3", "12", "", "done", "a=1 stale=2"}));

    AuditEntry entry;
    entry.sequence = 7, entry.body = {{"b", 1}, {"a", "x"}}, entry.hash = QByteArray("\x01\xFF", 2);
    const QStringList row = auditTable(std::span(&entry, 1)).rows[0];
    QCOMPARE(row[7], QStringLiteral("{\"a\":\"x\",\"b\":1}"));
    QCOMPARE(row[9], QStringLiteral("01ff"));
  }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_Report.moc"
