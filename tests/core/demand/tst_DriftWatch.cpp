// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the world still is what the model learnt from: what moved is found, what did not is left in peace.
#include "demand/DriftWatch.h"
#include "support/DemandSimulator.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr int kNewest = 4; // weeks

SimulatorOptions quiet(std::uint64_t seed, int skus) {
  SimulatorOptions o;
  o.skus = skus, o.weeks = 90, o.seed = seed, o.drift = 0.005, o.categoryShock = 0.03;
  return o;
}

struct World {
  SimulatedMarket market;
  std::vector<std::vector<std::pair<int, double>>> rivals;
  std::vector<DriftCost> costs;
  std::vector<DriftStock> stock;

  explicit World(std::uint64_t seed, int skus = 120) : market(simulateMarket(quiet(seed, skus))) {
    Random random(seed + 1);
    rivals.resize(market.series.size());
    for (std::size_t i = 0; i < market.series.size(); ++i) {
      const int no = market.series[i].listingNo;
      costs.push_back({no, market.firstDay, 1.0});
      for (int w = 0; w < market.weeks; ++w) {
        rivals[i].emplace_back(market.firstDay + 7 * w, 3 * std::exp(0.03 * random.normal()));
        stock.push_back({no, market.firstDay + 7 * w, std::floor(100 * (0.5 + random.uniform()))});
      }
      market.series[i].competitor = rivals[i];
    }
  }
  int newest() const { return market.firstDay + 7 * (market.weeks - kNewest); }
  DriftReport watch() const {
    DemandOptions options;
    options.holdOutWeeks = kNewest;
    const auto model = fitDemand(market.series, options, {});
    const auto report = watchDrift({market.series, costs, stock}, *model, {});
    return report.value_or(DriftReport());
  }
  template <class Change> void change(const Change& how) {
    for (auto& points : market.points)
      for (SalePoint& p : points)
        if (p.day >= newest())
          how(p);
  }
};

const FeatureDrift& of(const DriftReport& r, const char* name) {
  static const FeatureDrift none;
  const auto found =
      std::find_if(r.features.begin(), r.features.end(), [&](const FeatureDrift& f) { return f.feature == name; });
  return found == r.features.end() ? none : *found;
}

} // namespace

class TestDriftWatch : public QObject {
  Q_OBJECT
 private slots:
  void aQuietWorldDoesNotDrift();
  void rivalsThatMoveAreFound();
  void ourOwnPricesAreNoReasonToLearnAnew();
  void demandThatFallsIsFoundInTheErrorsToo();
  void fewRowsSaySo();
  void whatIsNotWatchedSaysWhy();
  void reportsSurviveTheRegistry();
};

// Seeds of chance alone: an alarm that rings for nothing is no alarm.
void TestDriftWatch::aQuietWorldDoesNotDrift() {
  int alarms = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const DriftReport r = World(seed).watch();
    QCOMPARE(r.features.size(), std::size_t(11));
    for (const FeatureDrift& f : r.features)
      alarms += f.alarm && !f.ours;
    QVERIFY(r.residual.known && r.calibration.known && r.residual.origins == 3);
  }
  QVERIFY2(alarms <= 1, qPrintable(QString::number(alarms)));
}

void TestDriftWatch::rivalsThatMoveAreFound() {
  World w(3);
  for (auto& prices : w.rivals)
    for (auto& [day, price] : prices)
      if (day >= w.newest())
        price *= 0.9;
  const DriftReport r = w.watch();
  const FeatureDrift& f = of(r, "competitor_price_avg_7d");
  QVERIFY2(f.alarm && !f.ours, qPrintable(QString::number(f.kl)));
  QVERIFY(f.psi > f.kl && f.now < f.before - 0.05 && r.learnAnew());
}

void TestDriftWatch::ourOwnPricesAreNoReasonToLearnAnew() {
  World w(4);
  w.change([](SalePoint& p) { p.priceMicro = p.priceMicro * 11 / 10; });
  const DriftReport r = w.watch();
  QVERIFY(of(r, "own_price").alarm && of(r, "own_price").ours);
  QVERIFY(of(r, "margin_percent").alarm && of(r, "margin_percent").ours);
  QVERIFY(!of(r, "competitor_price_avg_7d").alarm);
}

void TestDriftWatch::demandThatFallsIsFoundInTheErrorsToo() {
  World w(5);
  w.change([](SalePoint& p) { p.unitsMilli = p.unitsMilli * 6 / 10 / 1000 * 1000; });
  const DriftReport r = w.watch();
  QVERIFY(of(r, "historical_demand_30d").alarm);
  QVERIFY2(r.residual.alarm && r.residual.bias > 0.3 && r.residual.moneyPerWeek > 0,
           qPrintable(QString::number(r.residual.bias)));
  QVERIFY(r.calibration.alarm && r.calibration.coverage80 < 0.7);
  QVERIFY(r.learnAnew());
}

void TestDriftWatch::fewRowsSaySo() {
  const DriftReport r = World(6, 3).watch();
  QCOMPARE(of(r, "historical_demand_30d").why, QStringLiteral("few-rows"));
  QVERIFY(!of(r, "historical_demand_30d").alarm);
  const auto nothing = watchDrift({}, DemandModel(), {});
  QVERIFY(nothing && !nothing->learnAnew() && !nothing->residual.known);
}

void TestDriftWatch::whatIsNotWatchedSaysWhy() {
  World w(7);
  w.costs.clear(), w.stock.clear();
  for (DemandSeries& s : w.market.series)
    s.competitor = {};
  const DriftReport r = w.watch();
  QCOMPARE(of(r, "margin_percent").why, QStringLiteral("no-cost"));
  QCOMPARE(of(r, "inventory_level").why, QStringLiteral("no-stock-history"));
  QCOMPARE(of(r, "competitor_price_avg_7d").why, QStringLiteral("no-offers"));
  QCOMPARE(of(r, "conversion_rate_at_price_point").why, QStringLiteral("needs-exposures"));
}

void TestDriftWatch::reportsSurviveTheRegistry() {
  World w(5);
  w.change([](SalePoint& p) { p.unitsMilli /= 2; });
  const DriftReport r = w.watch();
  QCOMPARE(toJson(driftReportFrom(toJson(r))), toJson(r));
  QCOMPARE(driftReportFrom({}).learnAnew(), false);
}

QTEST_APPLESS_MAIN(TestDriftWatch)
#include "tst_DriftWatch.moc"
