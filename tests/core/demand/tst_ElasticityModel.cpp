// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/ElasticityModel.h"

#include "support/DemandSimulator.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace pricewright;
using namespace pricewright::test;

namespace {

DemandModel fit(const std::vector<DemandSeries>& series, const DemandOptions& options = {}) {
  Result<DemandModel> r = fitDemand(series, options, JobContext{});
  if (!r)
    qFatal("%s", qPrintable(r.error().debugText()));
  return std::move(*r);
}

bool finite(const DemandEstimate& e) {
  double sum = e.logBase + e.logBaseSd + e.noiseSd + e.smearing + e.seasonShift + e.ownStandardError + e.referencePrice;
  for (double m : e.mean)
    sum += m;
  for (double c : e.covariance)
    sum += c;
  return std::isfinite(sum);
}

bool sameBits(const DemandEstimate& a, const DemandEstimate& b) {
  const auto equal = [](double x, double y) { return std::memcmp(&x, &y, sizeof x) == 0; };
  return std::memcmp(a.mean.data(), b.mean.data(), sizeof a.mean) == 0 &&
         std::memcmp(a.covariance.data(), b.covariance.data(), sizeof a.covariance) == 0 &&
         equal(a.logBase, b.logBase) && equal(a.logBaseSd, b.logBaseSd) && equal(a.noiseSd, b.noiseSd) &&
         equal(a.smearing, b.smearing) && equal(a.ownStandardError, b.ownStandardError) &&
         equal(a.seasonShift, b.seasonShift) && a.gradeReason == b.gradeReason && a.pooledFrom == b.pooledFrom &&
         a.usable == b.usable;
}

SalePoint week(int number, double units, double price) {
  SalePoint p;
  p.day = 7000 + 7 * number, p.unitsMilli = std::llround(units * 1000), p.priceMicro = std::llround(price * 1e6);
  return p;
}

// A year of a product whose price moves among four levels, elasticity −2; the phase says when.
std::vector<SalePoint> plainYear(int phase = 0) {
  std::vector<SalePoint> out;
  const double prices[] = {2.0, 2.2, 2.4, 2.1};
  for (int w = 0; w < 52; ++w) {
    const double price = prices[((w + 5 * phase) / 6) % 4];
    out.push_back(week(w, std::round(50 * std::pow(price / 2, -2) * (1 + 0.05 * std::sin(w * 1.7 + phase))), price));
  }
  return out;
}

DemandSeries seriesOf(std::span<const SalePoint> points, int sku = 1, int category = 1, int zone = 1) {
  DemandSeries s;
  s.listingNo = sku * 100 + zone, s.skuNo = sku, s.categoryNo = category, s.zoneNo = zone, s.points = points;
  return s;
}

} // namespace

class ElasticityModelTest : public QObject {
  Q_OBJECT

 private slots:
  void sameBitsAtAnyNumberOfThreads() {
    SimulatorOptions o;
    o.skus = 700, o.weeks = 40; // many slices of work, so that their order could show
    const SimulatedMarket market = simulateMarket(o);
    std::vector<DemandSeries> series = market.series;
    for (std::size_t i = 0; i + 1 < series.size(); i += 3) // some SKUs in two zones, some without a category
      series[i].zoneNo = 2, series[i].skuNo = series[i + 1].skuNo;
    for (std::size_t i = 2; i < series.size(); i += 9)
      series[i].categoryNo = 0;
    DemandOptions one, many;
    one.threads = 1, many.threads = 4;
    const DemandModel a = fit(series, one), b = fit(series, many), c = fit(series);
    QCOMPARE(a.trainingSha256, b.trainingSha256);
    QVERIFY(a.holdOut.wapeMean == b.holdOut.wapeMean && a.holdOut.coverage95 == b.holdOut.coverage95);
    for (std::size_t i = 0; i < series.size(); ++i) {
      QVERIFY(sameBits(a.estimates[i], b.estimates[i]));
      QVERIFY(sameBits(a.estimates[i], c.estimates[i]));
    }
  }

  void badDataGiveFiniteWideAndWeakResults_data() {
    QTest::addColumn<int>("what");
    QTest::addColumn<bool>("usable");
    const char* names[] = {"empty",          "one week",          "one price ever", "all zero",
                           "no valid price", "two weeks",         "huge numbers",   "garbage days",
                           "never in stock", "alternating zeros", "negative units"};
    const bool usable[] = {false, true, true, false, false, true, true, true, false, true, false};
    for (int i = 0; i < 11; ++i)
      QTest::newRow(names[i]) << i << usable[i];
  }
  void badDataGiveFiniteWideAndWeakResults() {
    QFETCH(int, what);
    QFETCH(bool, usable);
    std::vector<SalePoint> points;
    constexpr qint64 kHuge = std::numeric_limits<qint64>::max();
    for (int w = 0; w < 60; ++w) {
      SalePoint p = week(w, 20 + w % 5, 2.0);
      switch (what) {
      case 0:
        continue;
      case 1:
        if (w > 0)
          continue;
        break;
      case 3:
        p.unitsMilli = 0;
        break;
      case 4:
        p.priceMicro = w % 2 ? 0 : -5;
        break;
      case 5:
        if (w > 1)
          continue;
        break;
      case 6:
        p.unitsMilli = kHuge, p.priceMicro = kHuge, p.regularMicro = kHuge, p.days = 1;
        break;
      case 7:
        p.day = w % 2 ? std::numeric_limits<qint32>::max() : p.day;
        break;
      case 8:
        p.inStockDays = 0;
        break;
      case 9:
        p.unitsMilli = w % 2 ? 0 : p.unitsMilli;
        break;
      case 10:
        p.unitsMilli = -1000;
        break;
      default:
        break;
      }
      points.push_back(p);
    }
    const double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
    const std::vector<std::pair<int, double>> competitor{{7000, nan}, {7007, inf}, {7014, -3}, {7021, 0}};
    DemandSeries s = seriesOf(points);
    s.competitor = competitor;
    s.currentRegular = nan;
    const DemandModel m = fit({s});
    const DemandEstimate& e = m.estimates[0];
    QVERIFY(finite(e));
    QCOMPARE(e.usable, usable);
    QCOMPARE(e.grade, Identification::Weak);
    QVERIFY(std::sqrt(e.covariance[0]) > 0.4);
    QVERIFY(e.mean[kOwnRegular] < 0);
    const Forecast f = forecast(e, {.price = 2, .regular = 2});
    QVERIFY(std::isfinite(f.mean) && std::isfinite(f.high95) && f.low95 <= f.median && f.median <= f.high95);
    QVERIFY(usable || f.high95 == 0);
  }

  void orderAndRepetitionDoNotMatter() {
    const std::vector<SalePoint> points = plainYear();
    std::vector<SalePoint> shuffled = points;
    shuffled.push_back(points[10]); // the same week twice
    std::reverse(shuffled.begin(), shuffled.end());
    SalePoint broken = points[3];
    broken.priceMicro = 0;
    shuffled.push_back(broken);
    const DemandModel a = fit({seriesOf(points)}), b = fit({seriesOf(shuffled)});
    QVERIFY(sameBits(a.estimates[0], b.estimates[0]));
    QCOMPARE(a.rowsSkipped, 0);
    QCOMPARE(b.rowsSkipped, 2);
    QVERIFY(a.trainingSha256 != b.trainingSha256);
  }

  void theHashIsOfTheExactInput() {
    std::vector<SalePoint> points = plainYear();
    const std::vector<DemandSeries> series{seriesOf(points)};
    DemandOptions options;
    const QString hash = fit(series, options).trainingSha256;
    QCOMPARE(hash.size(), 64);
    QCOMPARE(fit(series, options).trainingSha256, hash);
    options.holdOutWeeks = 4;
    QVERIFY(fit(series, options).trainingSha256 != hash);
    options = {};
    points[7].unitsMilli += 1;
    QVERIFY(fit(series, options).trainingSha256 != hash);
  }

  void whatComesAfterTheWeekPricedIsNotRead() {
    std::vector<SalePoint> points = plainYear();
    DemandOptions options;
    options.forWeekStarting = 7000 + 7 * 40;
    const DemandEstimate known = fit({seriesOf(std::span(points).first(40))}, options).estimates[0];
    for (int w = 40; w < 52; ++w)
      points[std::size_t(w)].unitsMilli *= 50;
    const DemandModel m = fit({seriesOf(points)}, options);
    QVERIFY(sameBits(m.estimates[0], known));
    QCOMPARE(m.rowsSkipped, 12);
  }

  void aProductWithoutHistoryLeansOnOthers() {
    std::vector<std::vector<SalePoint>> points;
    for (int sku = 1; sku <= 6; ++sku)
      points.push_back(plainYear(sku));
    std::vector<DemandSeries> series;
    for (int sku = 1; sku <= 6; ++sku)
      series.push_back(seriesOf(points[std::size_t(sku - 1)], sku, 1));
    series.push_back(seriesOf({}, 7, 1));    // new in the category
    series.push_back(seriesOf({}, 8, 0));    // new, without category
    series.push_back(seriesOf({}, 1, 1, 2)); // SKU 1 in a zone where it has not sold
    for (std::size_t i : {6, 7, 8})
      series[i].currentRegular = 2.1;
    series.push_back(seriesOf({}, 9, 1)); // without a price there is nothing to refer to
    const DemandModel m = fit(series);
    QVERIFY(m.estimates[6].usable && m.estimates[7].usable && !m.estimates[9].usable);
    // Their level is the others', and how little that says shows.
    for (std::size_t i : {6, 7}) {
      QVERIFY(std::abs(m.estimates[i].logBase - m.estimates[0].logBase) < 0.5);
      QVERIFY(m.estimates[i].logBaseSd > 0.4);
      QCOMPARE(m.estimates[i].lowestSeen, 0.0);
    }
    QVERIFY(m.estimates[8].lowestSeen > 0 && m.estimates[8].highestSeen > m.estimates[8].lowestSeen);
    QCOMPARE(m.estimates[6].pooledFrom, QStringLiteral("category"));
    QCOMPARE(m.estimates[7].pooledFrom, QStringLiteral("all"));
    QVERIFY(m.estimates[8].usable);
    QVERIFY(m.estimates[8].logBaseSd > 2 * m.estimates[0].logBaseSd);
    for (int i : {6, 7, 8}) {
      QCOMPARE(m.estimates[std::size_t(i)].grade, Identification::Weak);
      QCOMPARE(m.estimates[std::size_t(i)].gradeReason, QStringLiteral("no-history"));
      QVERIFY(std::abs(m.estimates[std::size_t(i)].mean[kOwnRegular] + 2) < 0.6);
    }
    // Who has nothing of his own is less sure than who has, and least without a category.
    QVERIFY(m.estimates[0].covariance[0] < m.estimates[6].covariance[0]);
    QVERIFY(m.estimates[6].covariance[0] < m.estimates[7].covariance[0]);
  }

  void twoAgreeingProductsAreNotCertainty() {
    const std::vector<SalePoint> points = plainYear();
    const DemandModel m = fit({seriesOf(points, 1), seriesOf(points, 2), seriesOf({}, 3)});
    QVERIFY(std::sqrt(m.estimates[2].covariance[0]) > 0.35);
    QVERIFY(m.categories[0].sd[kOwnRegular] > 0.25);
  }

  void weeksOutOfStockAreScaledUp() {
    std::vector<SalePoint> points = plainYear(), half = points;
    for (std::size_t w = 20; w < 52; w += 2) {
      half[w].inStockDays = 3, half[w].days = 6;
      half[w].unitsMilli = points[w].unitsMilli * 3 / 7; // three days' worth
    }
    const DemandEstimate full = fit({seriesOf(points)}).estimates[0], cut = fit({seriesOf(half)}).estimates[0];
    QVERIFY(std::abs(full.logBase - cut.logBase) < 0.1);
    for (std::size_t w = 20; w < 52; w += 2)
      half[w].inStockDays = -1; // not told: then the model must believe that demand fell
    QVERIFY(fit({seriesOf(half)}).estimates[0].logBase < full.logBase - 0.15);
  }

  void competitorsCountOnlyWhereTheyAreKnown() {
    std::vector<std::vector<SalePoint>> points(12);
    std::vector<std::pair<int, double>> rival;
    Random random(5);
    std::vector<double> price;
    for (int w = 0; w < 80; ++w) {
      price.push_back(std::exp(0.15 * random.normal()));
      rival.emplace_back(7000 + 7 * w, 2 * price.back());
    }
    for (auto& own : points)
      for (int w = 0; w < 80; ++w)
        own.push_back(
            week(w, std::round(100 * std::pow(price[std::size_t(w)], 0.9) * std::exp(0.15 * random.normal())), 2.0));
    std::vector<DemandSeries> with, without;
    for (int i = 0; i < 12; ++i) {
      without.push_back(seriesOf(points[std::size_t(i)], i + 1));
      with.push_back(without.back());
      with.back().competitor = rival;
    }
    const DemandModel told = fit(with), untold = fit(without);
    QVERIFY(std::abs(told.estimates[0].mean[kCompetitor] - 0.9) < 0.25);
    QVERIFY(std::abs(untold.estimates[0].mean[kCompetitor] - 0.2) < 0.01); // the prior, untouched
    QVERIFY(untold.estimates[0].covariance[kCompetitor * (kTerms + 1)] >
            told.estimates[0].covariance[kCompetitor * (kTerms + 1)]);
  }

  void aForecastFollowsItsEstimate() {
    const std::vector<SalePoint> points = plainYear();
    const DemandEstimate e = fit({seriesOf(points)}).estimates[0];
    const double p = e.referencePrice;
    const Forecast at = forecast(e, {.price = p, .regular = p});
    QVERIFY(std::abs(at.median - std::exp(e.logBase)) < 1e-9);
    QVERIFY(at.low95 < at.low80 && at.low80 < at.median && at.median < at.high80 && at.high80 < at.high95);
    QVERIFY(forecast(e, {.price = p * 1.1, .regular = p * 1.1}).median < at.median);
    QVERIFY(forecast(e, {.price = p * 0.8, .regular = p}).median > at.median);
    // Far from what was seen the interval is wider.
    const Forecast far = forecast(e, {.price = p * 2, .regular = p * 2});
    QVERIFY(far.high95 / far.low95 > at.high95 / at.low95);
    for (double bad : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
      QCOMPARE(forecast(e, {.price = bad, .regular = p}).high95, 0.0);
  }

  void theLevelMovesWithDemand() {
    std::vector<std::vector<SalePoint>> points(20);
    Random random(11);
    std::vector<DemandSeries> series;
    for (int i = 0; i < 20; ++i) {
      double level = std::log(40.0);
      for (int w = 0; w < 60; ++w) {
        level += 0.12 * random.normal() + (i == 0 && w > 30 ? 0.05 : 0.0); // the first one keeps growing
        points[std::size_t(i)].push_back(week(w, std::round(std::exp(level + 0.1 * random.normal())), 2.0));
      }
      series.push_back(seriesOf(points[std::size_t(i)], i + 1));
    }
    const DemandModel m = fit(series);
    QVERIFY(m.levelRate >= 0.3);
    const double last = double(points[0].back().unitsMilli) / 1000, half = double(points[0][30].unitsMilli) / 1000;
    QVERIFY(std::abs(m.estimates[0].logBase - std::log(last)) < std::abs(m.estimates[0].logBase - std::log(half)));
    QVERIFY(m.estimates[0].logBaseSd > 0.08);
  }

  // One block of eight weeks says as much about these weeks as about the model.
  void theHoldOutHasSeveralOrigins_data() {
    QTest::addColumn<int>("weeks");
    QTest::addColumn<int>("origins");
    QTest::newRow("three weeks") << 3 << 0;
    QTest::newRow("twenty") << 20 << 1;
    QTest::newRow("a year") << 52 << 3;
    QTest::newRow("two years") << 104 << 4;
  }
  void theHoldOutHasSeveralOrigins() {
    QFETCH(int, weeks);
    QFETCH(int, origins);
    SimulatorOptions o;
    o.skus = 40, o.weeks = weeks;
    const SimulatedMarket market = simulateMarket(o);
    const HoldOutMetrics h = fit(market.series).holdOut;
    QCOMPARE(h.origins, origins);
    QCOMPARE(h.wapeMeanError > 0 && h.coverage95Error > 0, origins > 1);
    QVERIFY(h.rows <= qint64(origins) * 8 * 40 && h.rows >= qint64(origins) * 8 * 40 * 8 / 10);
    // The newest origin alone does not change with what came long before it.
    QVERIFY(origins == 0 || (h.wapeMean > 0.02 && h.wapeMean < 1));
  }

  void aCancelledFitSaysSo() {
    std::stop_source stop;
    stop.request_stop();
    const std::vector<SalePoint> points = plainYear();
    const std::vector<DemandSeries> series{seriesOf(points)};
    const Result<DemandModel> r = fitDemand(series, {}, JobContext{stop.get_token(), {}});
    QVERIFY(!r && r.error().is(u"job.cancelled"));
  }

  void nothingAtAllIsAnEmptyModel() {
    const DemandModel m = fit({});
    QVERIFY(m.estimates.empty());
    QCOMPARE(m.holdOut.rows, 0);
    QCOMPARE(m.metrics().value("series").toInt(), 0);
  }
};

QTEST_GUILESS_MAIN(ElasticityModelTest)
#include "tst_ElasticityModel.moc"
