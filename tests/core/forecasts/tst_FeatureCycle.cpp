// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/forecasts/FeatureCycle.h"

#include "demand/forecasts/SalesReplay.h"

#include <QtTest>

#include <cmath>

using namespace pricewright;

namespace {

constexpr qint32 kOrigin = 9'100;

// SKUs of one category, two zones each, featured every fifth week, one after
// the other.
struct Cycles {
  std::vector<std::vector<SalePoint>> points;
  std::vector<DemandSeries> series;
  explicit Cycles(int weeks, int after = 0) {
    for (int sku = 0; sku < 5; ++sku)
      for (int zone = 1; zone <= 2; ++zone) {
        std::vector<SalePoint>& p = points.emplace_back();
        for (int t = -weeks; t < after; ++t) {
          SalePoint q;
          const bool featured = (t + 1000 + sku) % 5 == 0;
          q.day = kOrigin + 7 * t, q.priceMicro = featured ? 1'500'000 : 2'000'000;
          q.featureMilli = featured ? 1000 : 0, q.unitsMilli = featured ? 90'000 : 30'000 + 1000 * (t & 3);
          p.push_back(q);
        }
        DemandSeries s;
        s.listingNo = int(points.size()), s.skuNo = sku + 1, s.categoryNo = 1, s.zoneNo = zone;
        series.push_back(s);
      }
    for (std::size_t i = 0; i < points.size(); ++i)
      series[i].points = points[i];
  }
};

Forecast around(double median) {
  return {1.1 * median, median, 0.6 * median, 1.6 * median, 0.4 * median, 2.5 * median};
}

} // namespace

class FeatureCycleTest : public QObject {
  Q_OBJECT

 private slots:
  void theCycleIsTold() {
    const Cycles shop(100);
    const auto chances = featureChances(shop.series, kOrigin, 4);
    QCOMPARE(chances.size(), shop.series.size());
    for (std::size_t i = 0; i < chances.size(); ++i) {
      QCOMPARE(chances[i].size(), std::size_t(4));
      for (int h = 0; h < 4; ++h) {
        const bool comes = (h + 1000 + shop.series[i].skuNo - 1) % 5 == 0;
        QVERIFY2(comes ? chances[i][std::size_t(h)] > 0.75 : chances[i][std::size_t(h)] < 0.1,
                 qPrintable(QStringLiteral("series %1 week %2: %3").arg(i).arg(h).arg(chances[i][std::size_t(h)])));
      }
    }
    QCOMPARE(featureChances(shop.series, kOrigin, 104).front().size(), std::size_t(8));
    QVERIFY(featureChances(shop.series, kOrigin, 0).front().empty());
  }

  void nothingAfterTheOriginIsRead() {
    QVERIFY(featureChances(Cycles(60).series, kOrigin, 4) == featureChances(Cycles(60, 30).series, kOrigin, 4));
  }

  void tooFewSayNothing() {
    for (const auto& chance : featureChances(Cycles(25).series, kOrigin, 4))
      QVERIFY(chance.empty());
    Cycles never(60);
    for (auto& points : never.points)
      for (SalePoint& p : points)
        p.featureMilli = 0;
    for (const auto& chance : featureChances(never.series, kOrigin, 4))
      QVERIFY(chance.empty());
  }

  void weightsAreShares() {
    const std::vector<Forecast> two{around(10), around(100)};
    const Forecast even = mixtureOf(two), same = mixtureOf(two, std::vector<double>{3, 3});
    QCOMPARE(same.median, even.median);
    QCOMPARE(same.mean, even.mean);
    const Forecast low = mixtureOf(two, std::vector<double>{0.9, 0.1});
    QVERIFY(std::abs(low.mean - (0.9 * 11 + 0.1 * 110)) < 1e-9);
    QVERIFY(low.median < 0.7 * even.median && low.high95 > 60);
    QCOMPARE(mixtureOf(two, std::vector<double>{1, 0}).median, 10.0);
    const std::vector<Forecast> thrice{around(10), around(10), around(100)};
    QVERIFY(std::abs(mixtureOf(thrice).high80 - mixtureOf(two, std::vector<double>{2, 1}).high80) < 1e-6);
  }

  // Two plans, one with the product on feature: the one that its cycle expects
  // counts for more.
  void plansCountAsTheCycleSays() {
    Cycles shop(60, 1);
    std::vector<std::vector<SalePoint>> other = shop.points;
    std::vector<DemandSeries> turned = shop.series;
    for (std::size_t i = 0; i < other.size(); ++i) {
      SalePoint& next = other[i].back();
      next.featureMilli = next.featureMilli > 0 ? 0 : 1000,
      next.priceMicro = next.featureMilli > 0 ? 1'500'000 : 2'000'000;
      turned[i].points = other[i];
    }
    const auto said = [](const std::vector<DemandSeries>& plan, const std::vector<std::vector<DemandSeries>>& more) {
      SalesForecastOptions options;
      options.from = kOrigin, options.calibrate = false, options.alternatives = more;
      const auto made = forecastSales(plan, options, {});
      return made ? made->rows : std::vector<SalesForecastRow>();
    };
    const auto right = said(shop.series, {}), wrong = said(turned, {}), mixed = said(shop.series, {turned});
    QCOMPARE(mixed.size(), std::size_t(10));
    for (std::size_t i = 0; i < mixed.size(); ++i) {
      const double toRight = std::abs(mixed[i].forecast.mean - right[i].forecast.mean);
      QVERIFY(toRight < 0.3 * std::abs(wrong[i].forecast.mean - right[i].forecast.mean));
    }
  }
};

QTEST_GUILESS_MAIN(FeatureCycleTest)
#include "tst_FeatureCycle.moc"
