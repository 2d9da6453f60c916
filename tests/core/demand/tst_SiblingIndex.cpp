// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Buyers who choose within a category, or buy elsewhere: what raising all its prices does must come out as it is,
// though promotions with advertisements draw between siblings.
#include "demand/SiblingIndex.h"

#include "statistics/Random.h"

#include <QTest>

#include <cmath>

using namespace pricewright;

namespace {

// A choice model in log prices: utilities a − b log(price) + what a promotion's advertisement adds, and an outside
// option. Prices are told against the list price, which is 1.
struct ChoiceMarket {
  static constexpr int kProducts = 5, kZones = 4, kWeeksOfSales = 104;
  static constexpr double kOutside = 4;
  double b = 3, bump = 0.3;
  std::array<double, kProducts> a{};
  std::vector<std::vector<SalePoint>> points; // product after product, each zone by zone

  ChoiceMarket(double advertisement, std::uint64_t seed) : bump(advertisement), points(kProducts * kZones) {
    Random random(seed);
    for (double& one : a)
      one = 0.6 * random.normal();
    for (int zone = 0; zone < kZones; ++zone)
      sell(zone, random);
  }

  // Shares of all who come.
  std::array<double, kProducts> shares(const std::array<double, kProducts>& logPrice,
                                       const std::array<bool, kProducts>& deal = {}) const {
    std::array<double, kProducts> out{};
    double sum = kOutside;
    for (std::size_t k = 0; k < out.size(); ++k)
      sum += out[k] = std::exp(a[k] - b * logPrice[k] + (deal[k] ? bump : 0));
    for (double& one : out)
      one /= sum;
    return out;
  }
  // Of one product's sales, if all prices of the category rise.
  double categoryElasticity() const {
    double all = 0;
    for (const double s : shares({}))
      all += s;
    return -b * (1 - all);
  }
  std::vector<DemandSeries> series() const {
    std::vector<DemandSeries> out;
    for (std::size_t i = 0; i < points.size(); ++i) {
      DemandSeries s;
      s.listingNo = int(i) + 1, s.skuNo = int(i) / kZones + 1, s.zoneNo = int(i) % kZones + 1, s.categoryNo = 1;
      s.points = points[i];
      out.push_back(s);
    }
    return out;
  }

 private:
  void sell(int zone, Random& random) {
    std::array<double, kProducts> regular{};
    for (int week = 0; week < kWeeksOfSales; ++week) {
      std::array<double, kProducts> price{};
      std::array<bool, kProducts> deal{};
      for (std::size_t k = 0; k < price.size(); ++k) {
        if (random.uniform() < 0.07)
          regular[k] = 0.04 * (std::floor(7 * random.uniform()) - 3);
        deal[k] = random.uniform() < 0.08;
        price[k] = regular[k] + (deal[k] ? std::log(0.8) : 0);
      }
      const auto share = shares(price, deal);
      const double common = 1500 * std::exp(0.05 * random.normal());
      for (std::size_t k = 0; k < price.size(); ++k) {
        SalePoint p;
        p.day = 19'000 + 7 * week, p.days = 7;
        p.priceMicro = std::llround(1e6 * std::exp(price[k]));
        p.regularMicro = std::llround(1e6 * std::exp(regular[k]));
        p.dealMilli = deal[k] ? 1000 : 0;
        const double mean = common * share[k] * std::exp(0.12 * random.normal());
        p.unitsMilli = 1000 * std::max(0LL, std::llround(mean + std::sqrt(mean) * random.normal()));
        points[k * kZones + std::size_t(zone)].push_back(p);
      }
    }
  }
};

// How far the estimates of raising the whole category are off, on average.
double categoryBias(double advertisement, std::uint64_t seed) {
  const ChoiceMarket market(advertisement, seed);
  DemandOptions options;
  options.holdOutWeeks = 0;
  const Result<DemandModel> model = fitDemand(market.series(), options, {});
  if (!model)
    qFatal("%s", qPrintable(model.error().debugText()));
  double bias = 0;
  for (const DemandEstimate& e : model->estimates)
    bias += (e.mean[kOwnRegular] + e.mean[kSibling] - market.categoryElasticity()) / double(model->estimates.size());
  return bias;
}

DemandPanel panelOf(const std::vector<DemandSeries>& series) {
  DemandOptions options;
  options.holdOutWeeks = 0;
  Result<DemandPanel> panel = buildPanel(series, options, {});
  if (!panel)
    qFatal("%s", qPrintable(panel.error().debugText()));
  return std::move(*panel);
}

} // namespace

class TestSiblingIndex : public QObject {
  Q_OBJECT
 private slots:
  void raisingAllIsToldAsItIsThoughPromotionsDraw() {
    double with = 0, without = 0;
    constexpr int kMarkets = 6;
    for (std::uint64_t seed = 1; seed <= kMarkets; ++seed)
      with += categoryBias(0.3, seed) / kMarkets, without += categoryBias(0, seed) / kMarkets;
    qInfo("category elasticity off by %.3f with advertisements, %.3f without", with, without);
    QVERIFY(std::abs(with) < 0.35); // 0.63 where promotions draw by their prices alone
    QVERIFY(std::abs(without) < 0.2);
  }

  // A deal at the price that sells as much moves siblings as that price does; small moves are a weighted mean.
  void theIndexIsAMeanOfWhatSellsAsMuch() {
    const ChoiceMarket market(0.3, 3);
    DemandPanel panel = panelOf(market.series());
    SiblingPull pull;
    pull.discount = 1, pull.deal = -0.1, pull.steepness = 0.02;
    fillSiblings(panel, panel.groups[0], pull);
    const PanelListing& first = panel.listings[std::size_t(panel.groups[0][0])];
    for (std::size_t r = first.begin; r < first.end; r += 13) {
      double mean = 0, others = 0;
      for (const int i : panel.groups[0]) {
        const PanelListing& l = panel.listings[std::size_t(i)];
        if (&l == &first)
          continue;
        const DemandRow& row = panel.rows[l.begin + (r - first.begin)];
        mean += l.share * (double(row.x[kOwnRegular]) + double(row.x[kOwnDiscount]) - 0.1 * double(row.x[kDeal]));
        others += l.share;
      }
      QVERIFY(std::abs(double(panel.rows[r].x[kSibling]) - mean / others) < 2e-3);
    }
    pull.steepness = 3; // deep cuts draw more than in proportion
    const float flat = panel.rows[first.begin + 13].x[kSibling];
    fillSiblings(panel, panel.groups[0], pull);
    QVERIFY(panel.rows[first.begin + 13].x[kSibling] <= flat + 1e-6f);
  }

  // One product sells all there is, or none: nothing that is not a number, and nothing from rounding.
  void oddCategoriesSayNothing() {
    ChoiceMarket market(0.3, 4);
    for (std::size_t i = ChoiceMarket::kZones; i < market.points.size(); ++i)
      for (SalePoint& p : market.points[i])
        p.unitsMilli = 0;
    const DemandPanel panel = panelOf(market.series());
    for (const DemandRow& row : panel.rows)
      QVERIFY(std::isfinite(row.x[kSibling]) && std::abs(row.x[kSibling]) < 2);
  }
};

QTEST_GUILESS_MAIN(TestSiblingIndex)
#include "tst_SiblingIndex.moc"
