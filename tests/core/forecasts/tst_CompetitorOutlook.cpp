// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/forecasts/CompetitorOutlook.h"

#include "demand/forecasts/SalesForecast.h"
#include "statistics/Random.h"
#include "support/TestData.h"

#include "core/demand/RealPanel.h"

#include <QtTest>

#include <cmath>
#include <map>

using namespace pricewright;

namespace {

constexpr qint32 kFirstDay = 7'000;
qint32 dayOf(int week) { return kFirstDay + 7 * week; }

using RivalPrices = std::vector<std::pair<int, double>>;

// A dip of a quarter every eight weeks, two weeks long, from week `shift` on.
double cycled(int week, int shift) { return (week + shift) % 8 < 2 ? 7.5 : 10; }
RivalPrices cycle(int weeks, int shift = 0) {
  RivalPrices out;
  for (int t = 0; t < weeks; ++t)
    out.emplace_back(dayOf(t) + 2, cycled(t, shift));
  return out;
}

struct Market {
  std::vector<RivalPrices> prices;
  std::vector<DemandSeries> series;
  explicit Market(std::vector<RivalPrices> all) : prices(std::move(all)) {
    for (std::size_t i = 0; i < prices.size(); ++i) {
      DemandSeries s;
      s.listingNo = s.skuNo = int(i) + 1, s.categoryNo = 1, s.zoneNo = 1, s.competitor = prices[i];
      series.push_back(s);
    }
  }
};

double sumOf(const CompetitorOutlook& o) {
  double sum = 0;
  for (const CompetitorPath& p : o.paths)
    sum += p.probability;
  return sum;
}

bool same(const CompetitorOutlook& a, const CompetitorOutlook& b) {
  if (a.basis != b.basis || a.paths.size() != b.paths.size() || a.promoted != b.promoted)
    return false;
  for (std::size_t k = 0; k < a.paths.size(); ++k)
    if (a.paths[k].prices != b.paths[k].prices || a.paths[k].probability != b.paths[k].probability)
      return false;
  return true;
}

double pinball(double came, std::vector<double> said) {
  std::sort(said.begin(), said.end());
  double sum = 0;
  for (const double p : {0.1, 0.5, 0.9}) {
    const double q = said[std::size_t(p * double(said.size()))];
    sum += came >= q ? p * (came - q) : (1 - p) * (q - came);
  }
  return sum / 3;
}

} // namespace

class CompetitorOutlookTest : public QObject {
  Q_OBJECT

 private slots:
  void dealCyclesAreToldFromWeeksSince() {
    std::vector<RivalPrices> all;
    for (int shift = 0; shift < 8; ++shift)
      all.push_back(cycle(104, shift));
    const Market market(std::move(all));
    const auto said = competitorOutlooks(market.series, {dayOf(104), 4, 100});
    double off = 0, flat = 0;
    int strange = 0;
    for (int shift = 0; shift < 8; ++shift) {
      const CompetitorOutlook& o = said[std::size_t(shift)];
      QCOMPARE(o.basis, CompetitorBasis::Forecast);
      QVERIFY(std::abs(sumOf(o) - 1) < 1e-12);
      for (int h = 0; h < 4; ++h) {
        const double came = cycled(104 + h, shift) < 9 ? 1 : 0;
        off += std::pow(o.promoted[std::size_t(h)] - came, 2) / 32, flat += std::pow(0.25 - came, 2) / 32;
        for (const CompetitorPath& p : o.paths) // hardly anything that it never asked
          strange += std::abs(p.prices[std::size_t(h)] - 10) > 1e-9 && std::abs(p.prices[std::size_t(h)] - 7.5) > 1e-9;
      }
    }
    qInfo("squared error of the dip's probability %.3f, of its share %.3f", off, flat);
    QVERIFY(off < 0.3 * flat);
    QVERIFY(strange < 8 * 4 * 100 / 50);
  }

  void aDipThatHasBegunReturns() {
    const Market market({cycle(97)}); // week 96 is the first of a dip's two
    const auto said = competitorOutlooks(market.series, {dayOf(97), 3, 100});
    QVERIFY(said[0].promoted[0] > 0.7); // its second week
    QVERIFY(said[0].promoted[1] < 0.3); // then back
  }

  void nothingAfterTheOriginIsRead() {
    std::vector<RivalPrices> all{cycle(60), cycle(60, 3)};
    const auto before = competitorOutlooks(Market(all).series, {dayOf(60), 4, 12});
    for (RivalPrices& one : all)
      for (int t = 60; t < 90; ++t)
        one.emplace_back(dayOf(t), 1.0 + t);
    const auto after = competitorOutlooks(Market(all).series, {dayOf(60), 4, 12});
    for (std::size_t i = 0; i < before.size(); ++i)
      QVERIFY(same(before[i], after[i]));
    all[0][59].second = 7.5; // the last week known does count
    QVERIFY(!same(before[0], competitorOutlooks(Market(all).series, {dayOf(60), 4, 12})[0]));
  }

  void tooFewAreCarriedForwardAndSayWhy() {
    RivalPrices few = cycle(60), old = cycle(50), still;
    few.erase(few.begin(), few.end() - 10);
    for (int t = 0; t < 60; ++t)
      still.emplace_back(dayOf(t), 4.0);
    Market market({{}, few, old, still, cycle(60)});
    market.series[3].categoryNo = 2; // nothing of its category ever moved
    const auto said = competitorOutlooks(market.series, {dayOf(60), 4, 12});
    QCOMPARE(said[0].basis, CompetitorBasis::NoPrices);
    QVERIFY(said[0].paths.empty());
    QCOMPARE(said[1].basis, CompetitorBasis::FewWeeks);
    QCOMPARE(said[2].basis, CompetitorBasis::NotSeenLately);
    QCOMPARE(said[3].basis, CompetitorBasis::NeverMoved);
    QCOMPARE(said[4].basis, CompetitorBasis::Forecast);
    for (const std::size_t i : {1, 2, 3}) {
      QCOMPARE(said[i].paths.size(), std::size_t(1));
      QCOMPARE(said[i].paths[0].probability, 1.0);
      for (const double price : said[i].paths[0].prices)
        QCOMPARE(price, market.prices[i].back().second);
    }
  }

  void chancesSumToOneAndNothingOddBreaksIt() {
    RivalPrices odd = cycle(60, 5);
    odd[10].second = std::nan(""), odd[11].second = -3, odd[12].second = 0, odd[13].second = 1e300;
    odd.emplace_back(dayOf(59) + 3, 1e-300);
    std::reverse(odd.begin(), odd.end());
    const Market market({odd, cycle(60), cycle(60, 1), cycle(60, 2)});
    for (const int paths : {-1, 1, 12, 1000})
      for (const int weeks : {0, 1, 52}) {
        const auto said = competitorOutlooks(market.series, {dayOf(60), weeks, paths});
        for (const CompetitorOutlook& o : said) {
          QVERIFY(std::abs(sumOf(o) - 1) < 1e-9);
          QCOMPARE(o.promoted.size(), std::size_t(std::max(weeks, 1)));
          for (const CompetitorPath& p : o.paths)
            for (const double price : p.prices)
              QVERIFY(price > 0 && std::isfinite(price));
        }
      }
    const auto once = competitorOutlooks(market.series, {dayOf(60), 8, 12});
    const auto twice = competitorOutlooks(market.series, {dayOf(60), 8, 12});
    for (std::size_t i = 0; i < once.size(); ++i)
      QVERIFY(same(once[i], twice[i]));
  }

  // Two ways of the competitor are two plans: what is learnt is the same, and
  // the forecast is their mixture.
  void pathsEnterTheIntervals() {
    Random random(5);
    const RivalPrices known = cycle(80);
    RivalPrices low = known, high = known;
    for (int t = 80; t < 84; ++t)
      low.emplace_back(dayOf(t), 5.0), high.emplace_back(dayOf(t), 10.0);
    std::vector<SalePoint> points;
    for (int t = 0; t < 84; ++t) {
      SalePoint p;
      p.day = dayOf(t), p.priceMicro = 10'000'000 + (t / 9 % 3) * 500'000;
      const double rival = t < 80 ? known[std::size_t(t)].second : 10;
      p.unitsMilli = 1000 * std::llround(std::exp(4 + 1.5 * std::log(rival / 10) -
                                                  2 * std::log(double(p.priceMicro) / 1e7) + 0.1 * random.normal()));
      points.push_back(p);
    }
    DemandSeries one;
    one.listingNo = one.skuNo = one.zoneNo = one.categoryNo = 1, one.points = points;
    std::vector<DemandSeries> a{one}, b{one};
    a[0].competitor = low, b[0].competitor = high;
    const auto said = [](const std::vector<DemandSeries>& plan, std::span<const std::vector<DemandSeries>> others) {
      SalesForecastOptions options;
      options.from = dayOf(80), options.calibrate = false, options.alternatives = others;
      const auto made = forecastSales(plan, options, {});
      return made ? made->rows.front().forecast : Forecast();
    };
    const std::vector<std::vector<DemandSeries>> highAlone{b}, lowAlone{a};
    const Forecast cheap = said(a, {}), dear = said(b, {}), mixed = said(a, highAlone);
    QVERIFY(cheap.median > 0 && cheap.median < 0.7 * dear.median);
    QVERIFY(mixed.median > cheap.median && mixed.median < dear.median);
    QVERIFY(std::log(mixed.high80 / mixed.low80) > 1.1 * std::log(dear.high80 / dear.low80));
    const Forecast other = said(b, lowAlone); // whichever of them is learnt with
    QVERIFY(std::abs(std::log(other.median / mixed.median)) < 1e-3);
  }

  // Prices of other brands in the same store, as if they were a competitor's,
  // one to four weeks ahead.
  void orangeJuicePricesAreToldBetterThanCarried() {
    const QString folder = test::realDataFolder();
    if (folder.isEmpty())
      QSKIP("real data not here");
    const test::RealPanel panel = test::orangeJuicePanel(folder);
    std::vector<RivalPrices> all;
    std::vector<DemandSeries> series;
    for (const auto& [key, points] : panel.points) {
      RivalPrices& one = all.emplace_back();
      for (const SalePoint& p : points)
        one.emplace_back(p.day, double(p.priceMicro) / 1e6);
      DemandSeries s;
      s.listingNo = int(all.size()), s.skuNo = key.first, s.zoneNo = key.second, s.categoryNo = 1;
      series.push_back(s);
    }
    for (std::size_t i = 0; i < all.size(); ++i)
      series[i].competitor = all[i];
    double told = 0, carriedOn = 0;
    std::array<double, 4> byWeek{}, carriedByWeek{};
    for (int origin = 85; origin <= 141; origin += 8) {
      const auto said = competitorOutlooks(series, {test::point(origin, "0", "0").day, 4, 12});
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (said[i].basis != CompetitorBasis::Forecast)
          continue;
        std::map<int, double> came(all[i].begin(), all[i].end());
        const auto last = std::prev(came.lower_bound(test::point(origin, "0", "0").day));
        for (int h = 0; h < 4; ++h) {
          const auto at = came.find(test::point(origin + h, "0", "0").day);
          if (at == came.end())
            continue;
          std::vector<double> paths;
          for (const CompetitorPath& p : said[i].paths)
            paths.push_back(p.prices[std::size_t(h)] / at->second);
          const double a = pinball(1, paths), b = pinball(1, {last->second / at->second});
          told += a, carriedOn += b;
          byWeek[std::size_t(h)] += a, carriedByWeek[std::size_t(h)] += b;
        }
      }
    }
    for (std::size_t h = 0; h < 4; ++h)
      qInfo("week %d: pinball %.3f of that of prices carried forward", int(h) + 1, byWeek[h] / carriedByWeek[h]);
    QVERIFY(told < 0.85 * carriedOn);
  }
};

QTEST_GUILESS_MAIN(CompetitorOutlookTest)
#include "tst_CompetitorOutlook.moc"
