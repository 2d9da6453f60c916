// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Forecasts by day, where sales came by day.
#include "engine/models/SalesOutlook.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

// Saturdays sell three times what other days do, Sundays nothing; the price changes every five weeks.
QByteArray salesByDay(Day from, Day to) {
  QByteArray text = "sku,zone,day,units,price\n";
  for (Day day = from; day <= to; day += std::chrono::days(1)) {
    const unsigned weekday = std::chrono::weekday(day).iso_encoding();
    if (weekday == 7)
      continue;
    const int block = toDayNumber(day) / 35 % 3;
    for (const char* sku : {"D1", "D2"})
      text += QByteArray(sku) + ",Daily," + isoDay(day).toLatin1() + "," +
              QByteArray::number((weekday == 6 ? 3 : 1) * (30 - 4 * block)) + "," +
              QByteArray::number(4.0 + 0.2 * block, 'f', 2) + "\n";
  }
  return text;
}

} // namespace

class DailyForecastTest : public QObject {
  Q_OBJECT

  static void importSales(SmallMarket& shop, Day monday) {
    QFile file(shop.dir.filePath(QStringLiteral("days.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(salesByDay(monday - std::chrono::days(7 * 50), monday + std::chrono::days(6)));
    file.close();
    const ImportPreview preview = take(shop.ws->previewImport(file.fileName(), ImportKind::Sales));
    take(shop.ws->importFile(file.fileName(), preview.mapping, {}));
  }
  static Day lastMonday(const SmallMarket& shop) {
    const Day now = dayOf(shop.clock.now());
    return now - std::chrono::days((std::chrono::weekday(now).iso_encoding() - 1) + 7);
  }
  static Outlook planned(SmallMarket& shop, int days, const QByteArray& rows) {
    QFile file(shop.dir.filePath(QStringLiteral("plan.csv")));
    if (!file.open(QIODevice::WriteOnly))
      qFatal("no plan");
    file.write("sku,day,price,regular,deal\n" + rows);
    file.close();
    OutlookWish wish;
    wish.days = days, wish.planFile = file.fileName();
    return take(salesOutlook(*shop.ws, wish, {}));
  }
  static std::vector<OutlookRow> rowsOf(const Outlook& outlook, const QString& sku) {
    std::vector<OutlookRow> out;
    for (const OutlookRow& row : outlook.rows)
      if (row.sku == sku)
        out.push_back(row);
    return out;
  }

 private slots:
  void daysAddUpToTheirWeekAsWeeksFellBefore() {
    SmallMarket shop(2, 1);
    const Day monday = lastMonday(shop);
    importSales(shop, monday);
    OutlookWish wish;
    wish.days = 10;
    const Outlook days = take(salesOutlook(*shop.ws, wish, {}));
    wish.days = 0, wish.weeks = 2;
    const Outlook weeks = take(salesOutlook(*shop.ws, wish, {}));
    const auto ofDays = rowsOf(days, QStringLiteral("D1")), ofWeeks = rowsOf(weeks, QStringLiteral("D1"));
    QCOMPARE(ofDays.size(), 10U);
    QVERIFY(days.dayWeeks >= 40);
    double sum = 0;
    for (std::size_t d = 0; d < 7; ++d) {
      QCOMPARE(ofDays[d].from, monday + std::chrono::days(7 + int(d)));
      sum += ofDays[d].units.mean;
    }
    QVERIFY(std::abs(sum / ofWeeks[0].units.mean - 1) < 1e-9);
    QVERIFY(std::abs(ofDays[5].units.mean / ofDays[0].units.mean - 3) < 0.1);
    QVERIFY(ofDays[6].units.mean < 0.01 * sum);
    for (const OutlookRow& row : ofDays)
      QVERIFY(row.units.low95 <= row.units.low80 && row.units.low80 <= row.units.median &&
              row.units.median <= row.units.high80 && row.units.high80 <= row.units.high95);
  }

  void aDealOfOneDayLiftsThatDay() {
    SmallMarket shop(2, 1);
    const Day monday = lastMonday(shop);
    importSales(shop, monday);
    QByteArray rows;
    for (int d = 0; d < 7; ++d)
      rows +=
          "D1," + isoDay(monday + std::chrono::days(7 + d)).toLatin1() + (d == 2 ? ",3.40,4.20,1\n" : ",4.20,4.20,0\n");
    const auto days = rowsOf(planned(shop, 7, rows), QStringLiteral("D1"));
    QCOMPARE(days.size(), 7U);
    QCOMPARE(days[2].price, 3.4);
    QCOMPARE(days[1].price, 4.2);
    QVERIFY(days[2].units.mean > 1.1 * days[1].units.mean);
    QVERIFY(std::abs(days[3].units.mean / days[1].units.mean - 1) < 0.05);
  }

  void aPlanMayBeginWithinAWeek() {
    SmallMarket shop(2, 1);
    const Day monday = lastMonday(shop);
    importSales(shop, monday);
    // One row: from Thursday on, for seven days.
    const QByteArray thursday = isoDay(monday + std::chrono::days(10)).toLatin1();
    const Outlook outlook = planned(shop, 9, "D1," + thursday + ",0.50,4.20,1\n");
    const auto days = rowsOf(outlook, QStringLiteral("D1"));
    QCOMPARE(days.size(), 9U);
    for (std::size_t d = 0; d < 9; ++d) {
      QCOMPARE(days[d].from, monday + std::chrono::days(7 + int(d)));
      QCOMPARE(days[d].price < 1, d >= 3);
      QCOMPARE(days[d].beyond, d >= 3); // nothing near was ever paid
    }
    QCOMPARE(outlook.beyondRows, 6);
  }

  void weeklySalesTellNothingOfDays() {
    SmallMarket shop(2, 1);
    shop.cycle();
    OutlookWish wish;
    wish.days = 7;
    const auto refused = salesOutlook(*shop.ws, wish, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("forecast.no-days"));
    wish.days = 10'000;
    QCOMPARE(salesOutlook(*shop.ws, wish, {}).error().code, QStringLiteral("forecast.bad-weeks"));
  }
};

QTEST_GUILESS_MAIN(DailyForecastTest)
#include "tst_DailyForecast.moc"
