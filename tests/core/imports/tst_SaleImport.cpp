// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sales as totals of periods, day by day and line by line.
#include "core/imports/ImportDesk.h"
#include "support/TestData.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

class TestSaleImport : public QObject {
  Q_OBJECT

 private slots:
  void manySalesComeInWhateverTheirOrder() {
    constexpr int kListings = 5, kDays = 90; // days of a week each: neither fills its last dozen
    std::vector<std::pair<int, int>> cells;
    for (int l = 0; l < kListings; ++l)
      for (int day = 0; day < kDays; ++day)
        cells.emplace_back(l, day);
    const auto text = [](const std::vector<std::pair<int, int>>& what, int cents) {
      QByteArray out = "sku,zone,day,units,price\n";
      for (const auto& [l, day] : what)
        out += QStringLiteral("S%1,Z,%2,%3,1.%4\n")
                   .arg(QString::number(l), isoDay(fromDayNumber(19'600 + 7 * day)))
                   .arg(l * 1000 + day)
                   .arg(cents)
                   .toUtf8();
      return out;
    };
    std::vector<std::pair<int, int>> shuffled = cells;
    for (std::size_t i = 0; i < shuffled.size(); ++i)
      std::swap(shuffled[i], shuffled[i * 7919 % shuffled.size()]);
    Desk sorted, mixed;
    QCOMPARE(take(sorted.run(ImportKind::Sales, text(cells, 10))).added, kListings * kDays);
    QCOMPARE(take(mixed.run(ImportKind::Sales, text(shuffled, 10))).added, kListings * kDays);
    const char* all = "SELECT s.code, day, units_milli, price_micro FROM sale JOIN listing l ON l.no = listing_no JOIN "
                      "sku s ON s.no = l.sku_no ORDER BY 1, 2";
    QStringList expected;
    for (const auto& [l, day] : cells)
      expected << QStringLiteral("S%1|%2|%3|1100000").arg(l).arg(19'600 + 7 * day).arg(1000 * (l * 1000 + day));
    QCOMPARE(sorted.rows(all), expected.join(u'\n'));
    QCOMPARE(mixed.rows(all), expected.join(u'\n'));
    // What is there already, what is changed and what is new, side by side.
    const QString before = mixed.everything();
    std::vector<std::pair<int, int>> more;
    for (int l = 0; l < kListings + 1; ++l)
      for (int day = kDays - 10; day < kDays + 37; ++day)
        more.emplace_back(l, day);
    const ImportReport r = take(mixed.run(ImportKind::Sales, text(more, 20)));
    QCOMPARE(r.changed, kListings * 10);
    QCOMPARE(r.added, kListings * 37 + 47);
    QCOMPARE(mixed.rows("SELECT COUNT(*), SUM(units_milli) FROM sale WHERE price_micro = 1200000"),
             QStringLiteral("%1|%2").arg(more.size()).arg([&] {
               qint64 sum = 0;
               for (const auto& [l, day] : more)
                 sum += 1000 * (l * 1000 + day);
               return sum;
             }()));
    take(mixed.importer.undo(mixed.dora, r.batchId));
    QCOMPARE(mixed.everything(), before);
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

QTEST_GUILESS_MAIN(TestSaleImport)
#include "tst_SaleImport.moc"
