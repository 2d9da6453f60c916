// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/forecasts/DayProfile.h"
#include "statistics/Random.h"

#include <QTest>

#include <cmath>

using namespace pricewright;

// How weeks fall on their days: who sells much speaks for itself, who sells little as its category does.
class DayProfileTest : public QObject {
  Q_OBJECT

  static constexpr qint32 kMonday = 19'002; // 2022-01-10
  static constexpr WeekShares kShop{0.10, 0.10, 0.11, 0.13, 0.20, 0.36, 0};

  static int poisson(Random& random, double mean) {
    double p = std::exp(-mean), sum = p, u = random.uniform();
    int k = 0;
    for (; u > sum && k < 10'000; sum += p)
      p *= mean / ++k;
    return k;
  }
  static std::vector<DaySale> history(Random& random, const WeekShares& shares, double perWeek, int weeks) {
    std::vector<DaySale> out;
    for (int week = 0; week < weeks; ++week)
      for (int d = 0; d < 7; ++d)
        if (const int units = poisson(random, perWeek * shares[std::size_t(d)]); units > 0)
          out.push_back({kMonday + 7 * week + d, double(units)});
    return out;
  }
  static DayProfile learn(const std::vector<std::vector<DaySale>>& days, int weeks) {
    std::vector<DayHistory> listings;
    for (const auto& one : days)
      listings.push_back({1, one});
    return DayProfile::learn(listings, kMonday + 7 * weeks);
  }

 private slots:
  void mondayIsTheFirstDay() {
    QCOMPARE(weekdayOf(kMonday), 0);
    QCOMPARE(weekdayOf(0), 3);  // a Thursday
    QCOMPARE(weekdayOf(-4), 6); // the Sunday before
  }

  void sharesAreFoundAndClosedDaysStayClosed() {
    Random random(3);
    std::vector<std::vector<DaySale>> days;
    for (int i = 0; i < 20; ++i)
      days.push_back(history(random, kShop, 60, 52));
    const DayProfile profile = learn(days, 52);
    for (std::size_t i = 0; i < days.size(); ++i) {
      double sum = 0;
      for (std::size_t d = 0; d < 7; ++d) {
        QVERIFY(std::abs(profile.shares(i)[d] - kShop[d]) < 0.02);
        sum += profile.shares(i)[d];
      }
      QVERIFY(std::abs(sum - 1) < 1e-9);
    }
    const Forecast sunday = profile.dayOf({60, 58, 40, 80, 30, 95}, profile.shares(0)[6]);
    QCOMPARE(sunday.mean, 0);
    QVERIFY(sunday.high95 < 0.5);
  }

  void whoSellsLittleSharesTheWeekOfItsCategory() {
    Random random(4);
    WeekShares other = kShop;
    std::reverse(other.begin(), other.end()); // Sunday is closed in one and the first day in the other
    std::vector<std::vector<DaySale>> days;
    for (int i = 0; i < 20; ++i)
      days.push_back(history(random, kShop, 40, 40));
    days.push_back(history(random, other, 400, 40));
    days.push_back({{kMonday + 7, 1}, {kMonday + 15, 1}}); // sold twice, on a Monday and a Tuesday
    const DayProfile profile = learn(days, 40);
    QVERIFY(std::abs(profile.shares(20)[1] - other[1]) < 0.05);
    QVERIFY(std::abs(profile.shares(21)[5] - kShop[5]) < 0.12);
    QVERIFY(profile.shares(21)[0] < 0.3);
  }

  void limitsHoldWhatTheySay() {
    // Weeks scatter by a quarter around a forecast that knows it, days by chance around their share.
    Random random(5);
    for (const double perWeek : {3.0, 30.0, 400.0}) {
      std::vector<std::vector<DaySale>> past;
      for (int i = 0; i < 40; ++i)
        past.push_back(history(random, kShop, perWeek * std::exp(0.25 * random.normal()), 52));
      const DayProfile profile = learn(past, 52);
      int inside80 = 0, inside95 = 0, all = 0;
      double sold = 0, expected = 0;
      for (int week = 0; week < 600; ++week) {
        const double level = perWeek * std::exp(0.25 * random.normal());
        const auto limit = [&](double z) { return perWeek * std::exp(0.25 * z); };
        const Forecast f{
            perWeek * std::exp(0.5 * 0.25 * 0.25), limit(0), limit(-1.2816), limit(1.2816), limit(-1.96), limit(1.96)};
        for (std::size_t d = 0; d < 6; ++d) {
          const Forecast day = profile.dayOf(f, profile.shares(0)[d]);
          const double units = poisson(random, level * kShop[d]);
          inside80 += units >= day.low80 && units <= day.high80;
          inside95 += units >= day.low95 && units <= day.high95;
          sold += units, expected += day.mean;
          ++all;
        }
      }
      qInfo("%g a week: %.1f %% in 80 %%, %.1f %% in 95 %%", perWeek, 100.0 * inside80 / all, 100.0 * inside95 / all);
      QVERIFY(inside80 > 0.77 * all); // counts of a few units cannot be cut finer: more may lie inside
      QVERIFY(inside95 > 0.93 * all);
      QVERIFY(perWeek < 100 || inside80 < 0.86 * all);
      QVERIFY(std::abs(sold / expected - 1) < 0.05);
    }
  }

  void nothingIsKnownWithoutAWholeWeek() {
    QVERIFY(!learn({}, 10).isKnown());
    QVERIFY(!learn({{{kMonday + 3, 5}}}, 10).isKnown()); // a listing's first week may have begun in its middle
    const std::vector<DaySale> bad{{kMonday, -3}, {kMonday + 7, std::nan("")}, {kMonday + 14, 2}, {kMonday + 21, 2}};
    const DayProfile profile = learn({bad}, 10);
    QVERIFY(profile.isKnown());
    for (const double share : profile.shares(0))
      QVERIFY(std::isfinite(share));
  }
};

QTEST_GUILESS_MAIN(DayProfileTest)
#include "tst_DayProfile.moc"
