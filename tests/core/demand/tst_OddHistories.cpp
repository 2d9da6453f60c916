// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What real files hold besides clean weeks: a wide interval and a sentence why, never a confident absurdity.
#include "demand/ElasticityModel.h"

#include "statistics/Random.h"

#include <QtTest>

#include <cmath>
#include <functional>

using namespace pricewright;

namespace {

constexpr double kTrue = -2;

DemandModel fit(const std::vector<DemandSeries>& series) {
  DemandOptions o;
  o.holdOutWeeks = 0;
  Result<DemandModel> r = fitDemand(series, o, JobContext{});
  if (!r)
    qFatal("%s", qPrintable(r.error().debugText()));
  return std::move(*r);
}

// Two years in which prices have five levels, counts are negative binomial, and the elasticity is −2.
std::vector<SalePoint> history(Random& random, double units, int weeks = 104) {
  std::vector<SalePoint> out;
  double price = 2;
  for (int w = 0; w < weeks; ++w) {
    if (w % 9 == 0)
      price = 2 * (0.85 + 0.08 * std::floor(5 * random.uniform()));
    SalePoint p;
    p.day = 7000 + 7 * w;
    p.priceMicro = std::llround(price * 1e6);
    const double mean = units * std::pow(price / 2, kTrue) * std::exp(0.3 * random.normal() - 0.045);
    int count = 0; // Poisson, by the product of uniforms
    for (double left = std::exp(-std::min(mean, 500.0)), u = random.uniform(); u > left; u *= random.uniform())
      ++count;
    p.unitsMilli = 1000 * count;
    out.push_back(p);
  }
  return out;
}

struct Shop {
  std::vector<std::vector<SalePoint>> points;
  std::vector<DemandSeries> series() const {
    std::vector<DemandSeries> out;
    for (std::size_t i = 0; i < points.size(); ++i) {
      DemandSeries s;
      s.listingNo = s.skuNo = int(i) + 1, s.categoryNo = 1, s.zoneNo = 1, s.points = points[i];
      out.push_back(s);
    }
    return out;
  }
};
Shop shop(int products, double units, std::uint64_t seed = 3) {
  Random random(seed);
  Shop out;
  for (int i = 0; i < products; ++i)
    out.points.push_back(history(random, units));
  return out;
}

bool sane(const DemandEstimate& e) {
  double sum = e.logBase + e.logBaseSd + e.noiseSd;
  for (const double v : e.mean)
    sum += v;
  for (const double v : e.covariance)
    sum += v;
  return std::isfinite(sum) && e.mean[kOwnRegular] < 0 && e.mean[kOwnRegular] > -8;
}
double sdOf(const DemandEstimate& e) { return std::sqrt(e.covariance[0]); }

} // namespace

class TestOddHistories : public QObject {
  Q_OBJECT
 private slots:
  // A new pack, another unit in the till, a store that doubles: the level is another one, the response is not.
  void aJumpByAHundredIsALevelNotAResponse() {
    Shop s = shop(30, 40);
    for (std::size_t w = 60; w < s.points[0].size(); ++w)
      s.points[0][w].unitsMilli *= 100;
    const DemandModel m = fit(s.series());
    const DemandEstimate& e = m.estimates[0];
    QVERIFY(sane(e));
    QVERIFY2(std::abs(e.mean[kOwnRegular] - kTrue) < 3 * sdOf(e) + 0.5, qPrintable(QString::number(e.mean[0])));
    const Forecast f = forecast(e, {.price = 2, .regular = 2});
    QVERIFY2(f.median > 400 && f.median < 40'000, qPrintable(QString::number(f.median))); // where it stands now
    QCOMPARE(e.grade, Identification::Weak); // and no price is moved on it without a person
    QCOMPARE(e.gradeReason, QStringLiteral("scale-changed"));
    for (std::size_t i = 1; i < 30; ++i) {
      QVERIFY(sane(m.estimates[i]));
      QVERIFY(m.estimates[i].gradeReason != QStringLiteral("scale-changed"));
    }
  }

  // One week with three zeros too many moves one product's estimate no further than its interval.
  void oneAbsurdWeekDoesNotDecide() {
    Shop clean = shop(30, 40), spoilt = clean;
    spoilt.points[0][50].unitsMilli *= 1000;
    const DemandEstimate a = fit(clean.series()).estimates[0], b = fit(spoilt.series()).estimates[0];
    QVERIFY(sane(b));
    QVERIFY2(std::abs(a.mean[kOwnRegular] - b.mean[kOwnRegular]) < 1.5 * sdOf(b) + 0.2,
             qPrintable(QStringLiteral("%1, %2").arg(a.mean[0]).arg(b.mean[0])));
  }

  // A price with two zeros too many is a slip of the file: its week is left out.
  void aPriceTypedAHundredfoldIsLeftOut() {
    Shop clean = shop(30, 40), spoilt = clean;
    spoilt.points[0][50].priceMicro *= 100;
    const DemandModel a = fit(clean.series()), b = fit(spoilt.series());
    QVERIFY(std::abs(a.estimates[0].mean[kOwnRegular] - b.estimates[0].mean[kOwnRegular]) < 0.1);
    QVERIFY(b.estimates[0].highestSeen < 10);
    for (std::size_t i = 1; i < 30; ++i)
      QVERIFY(sdOf(b.estimates[i]) < 1.05 * sdOf(a.estimates[i]));
    // A price that stays there is no slip.
    for (std::size_t w = 50; w < spoilt.points[1].size(); ++w)
      spoilt.points[1][w].priceMicro *= 100;
    QVERIFY(fit(spoilt.series()).estimates[1].highestSeen > 100);
  }

  // Where more is sold the dearer it is, something else moved both: said, and no price is moved on it by itself.
  void dearerSellsMoreIsNotBelieved() {
    Shop s = shop(1, 40);
    for (SalePoint& p : s.points[0])
      p.unitsMilli = 1000 * std::llround(40 * std::pow(double(p.priceMicro) / 2e6, 3));
    const DemandEstimate e = fit(s.series()).estimates[0];
    QCOMPARE(e.grade, Identification::Weak);
    QVERIFY2(e.gradeReason == u"wrong-sign" || e.mean[kOwnRegular] < 0, qPrintable(e.gradeReason));
  }

  void missingWeeksOnlyWiden() {
    Shop whole = shop(30, 40), gaps = whole;
    auto& points = gaps.points[0];
    std::vector<SalePoint> kept;
    for (std::size_t w = 0; w < points.size(); ++w)
      if (w % 4 == 1 || (w > 70 && w < 80))
        kept.push_back(points[w]);
    points = kept;
    const DemandEstimate a = fit(whole.series()).estimates[0], b = fit(gaps.series()).estimates[0];
    QVERIFY(sane(b) && sdOf(b) > sdOf(a));
    QVERIFY(std::abs(b.mean[kOwnRegular] - kTrue) < 3 * sdOf(b));
  }

  // A price that never moves but together with a promotion: the two cannot be told apart, and that is said.
  void whatMovesTogetherCannotBeToldApart() {
    Shop s = shop(1, 40);
    for (std::size_t w = 0; w < s.points[0].size(); ++w) {
      SalePoint& p = s.points[0][w];
      const bool promoted = w % 6 == 0;
      p.priceMicro = promoted ? 1'600'000 : 2'000'000, p.regularMicro = p.priceMicro;
      p.dealMilli = p.featureMilli = promoted ? 1000 : 0;
      p.unitsMilli = promoted ? 100'000 : 40'000;
    }
    const DemandEstimate e = fit(s.series()).estimates[0];
    QVERIFY(sane(e));
    QCOMPARE(e.grade, Identification::Weak);
    QVERIFY(!e.gradeReason.isEmpty());
    QVERIFY(sdOf(e) > 0.4);
  }

  // Nobody to borrow from but the prior.
  void aCategoryOfOneStandsAlone() {
    const DemandModel m = fit(shop(1, 60).series());
    QVERIFY(sane(m.estimates[0]));
    QVERIFY(std::abs(m.estimates[0].mean[kOwnRegular] - kTrue) < 3 * sdOf(m.estimates[0]));
    QCOMPARE(m.categories.size(), std::size_t(1));
    QCOMPARE(m.categories[0].skus, 1);
  }

  // One sale in three weeks says something, too, where counts are read as counts: no bias towards zero, no false
  // certainty.
  void slowSellersAreReadAsCounts() {
    const DemandModel m = fit(shop(400, 0.4, 8).series());
    double mean = 0, inside = 0;
    for (const DemandEstimate& e : m.estimates) {
      QVERIFY(sane(e));
      mean += e.mean[kOwnRegular] / double(m.estimates.size());
      inside += std::abs(e.mean[kOwnRegular] - kTrue) < 1.96 * sdOf(e);
    }
    QVERIFY2(std::abs(mean - kTrue) < 0.5, qPrintable(QString::number(mean)));
    QVERIFY2(inside > 0.9 * double(m.estimates.size()), qPrintable(QString::number(inside)));
  }

  void aHundredThousandProductsFit() {
    Random random(1);
    std::vector<std::vector<SalePoint>> points;
    std::vector<DemandSeries> series;
    constexpr int kProducts = 100'000;
    points.reserve(kProducts);
    for (int i = 0; i < kProducts; ++i) {
      points.push_back(history(random, 5, 8));
      DemandSeries s;
      s.listingNo = s.skuNo = i + 1, s.categoryNo = 1 + i / 50, s.zoneNo = 1, s.points = points.back();
      series.push_back(s);
    }
    const DemandModel m = fit(series);
    QCOMPARE(m.estimates.size(), series.size());
    for (const DemandEstimate& e : m.estimates)
      QVERIFY(sane(e));
    QCOMPARE(m.rowsUsed, qint64(8) * kProducts);
  }
};

QTEST_APPLESS_MAIN(TestOddHistories)
#include "tst_OddHistories.moc"
