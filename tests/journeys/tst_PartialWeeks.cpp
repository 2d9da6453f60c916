// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Data that begin or end within a week: what is missing of it is no fall of demand.
#include "engine/models/DemandFit.h"
#include "engine/models/SalesOutlook.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

// Two products that sell the same each day, at a price that changes now and then; from one day to another, both in.
QByteArray daily(Day from, Day to, bool closedOnSundays) {
  QByteArray text = "sku,zone,day,units,price\n";
  for (Day day = from; day <= to; day += std::chrono::days(1)) {
    if (closedOnSundays && std::chrono::weekday(day) == std::chrono::Sunday)
      continue;
    const int block = toDayNumber(day) / 35 % 3;
    for (const char* sku : {"D1", "D2"})
      text += QByteArray(sku) + ",Daily," + isoDay(day).toLatin1() + "," + QByteArray::number(30 - 4 * block) + "," +
              QByteArray::number(4.0 + 0.2 * block, 'f', 2) + "\n";
  }
  return text;
}

} // namespace

class TestPartialWeeks : public QObject {
  Q_OBJECT
 private slots:
  void onlyWholeWeeksAreLearntFrom_data() {
    QTest::addColumn<int>("afterMonday");
    QTest::addColumn<int>("beforeSunday");
    QTest::addColumn<bool>("closedOnSundays");
    QTest::addColumn<qint64>("leftOut");
    QTest::newRow("whole") << 0 << 0 << false << 0LL;
    QTest::newRow("from Thursday on") << 3 << 0 << false << 2LL;
    QTest::newRow("until Tuesday") << 0 << 5 << false << 2LL;
    QTest::newRow("both") << 3 << 5 << false << 4LL;
    QTest::newRow("closed on Sundays") << 0 << 0 << true << 0LL;
    QTest::newRow("closed on Sundays, until Friday") << 0 << 2 << true << 2LL;
  }
  void onlyWholeWeeksAreLearntFrom() {
    QFETCH(int, afterMonday);
    QFETCH(int, beforeSunday);
    QFETCH(bool, closedOnSundays);
    QFETCH(qint64, leftOut);
    SmallMarket shop(2, 1);
    const Day now = dayOf(shop.clock.now());
    const Day monday = now - std::chrono::days((std::chrono::weekday(now).iso_encoding() - 1) + 7); // of last week
    QFile file(shop.dir.filePath(QStringLiteral("days.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(daily(monday - std::chrono::days(7 * 50 - afterMonday), monday + std::chrono::days(6 - beforeSunday),
                     closedOnSundays));
    file.close();
    const ImportPreview preview = take(shop.ws->previewImport(file.fileName(), ImportKind::Sales));
    take(shop.ws->importFile(file.fileName(), preview.mapping, {}));
    const CycleReport report = shop.cycle();
    QCOMPARE(report.state, QStringLiteral("finished"));
    qint64 told = 0;
    for (const StationReport& station : report.stations)
      told += station.reasons.value(QStringLiteral("partial-weeks-left-out"));
    QCOMPARE(told, leftOut);
    int seen = 0;
    for (const PriceDecision& d : shop.decisionsOf(report))
      if (d.skuCode.startsWith(u'D')) {
        const DecisionDetail detail = take(shop.ws->detail(d.id));
        for (const ListingCase& l : detail.pricingCase->listings)
          if (l.listingNo == d.listingNo) {
            QCOMPARE(qint64(l.demand.weeks), 51 - leftOut / 2); // of each of the two products
            ++seen;
          }
      }
    QCOMPARE(seen, 2);
    // Whoever asks for what is learnt, or for a forecast, gets it from the same weeks.
    const DemandFit fit = take(fitWorkspaceDemand(*shop.ws, {}, {}));
    for (const DemandFitRow& row : fit.rows)
      if (row.sku.startsWith(u'D'))
        QCOMPARE(qint64(row.estimate.weeks), 51 - leftOut / 2);
    const Outlook outlook = take(salesOutlook(*shop.ws, {std::nullopt, 2, {}, {}}, {}));
    QCOMPARE(outlook.rowsLearnt, fit.model.rowsUsed);
  }
};

QTEST_GUILESS_MAIN(TestPartialWeeks)
#include "tst_PartialWeeks.moc"
