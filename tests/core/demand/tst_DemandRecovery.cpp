// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/ElasticityModel.h"

#include "support/DemandSimulator.h"

#include <QtTest>

#include <cmath>

using namespace pricewright;
using namespace pricewright::test;

namespace {

DemandModel fit(const std::vector<DemandSeries>& series, const DemandOptions& options = {}) {
  Result<DemandModel> r = fitDemand(series, options, JobContext{});
  if (!r)
    qFatal("%s", qPrintable(r.error().debugText()));
  return std::move(*r);
}

Recovery recovered(const SimulatedMarket& market, const DemandModel& model, Term term) {
  std::vector<double> truth, estimate, error;
  for (std::size_t i = 0; i < market.truth.size(); ++i) {
    const SimulatedMarket::Truth& t = market.truth[i];
    truth.push_back(term == kOwnRegular ? t.own : term == kOwnDiscount ? t.discount : t.sibling);
    estimate.push_back(model.estimates[i].mean[std::size_t(term)]);
    error.push_back(std::sqrt(model.estimates[i].covariance[std::size_t(term * (kTerms + 1))]));
  }
  return recoveryOf(truth, estimate, error);
}

} // namespace

// Where the truth is known.
class DemandRecoveryTest : public QObject {
  Q_OBJECT

 private slots:
  // What the whole program rests on: where the truth is known, it is found, and the interval is honest.
  void knownTruthIsRecovered_data() {
    QTest::addColumn<int>("skus");
    QTest::addColumn<int>("weeks");
    QTest::addColumn<double>("drift");
    QTest::addColumn<double>("leastCoverage"); // of 95 % intervals
    QTest::addColumn<double>("largestRmse");
    QTest::addColumn<double>("leastCorrelation");
    QTest::addColumn<double>("largestWeak"); // share graded weak
    // Within-listing least squares: at a drift of 0.06 RMSE 1.3 and coverage 54 %.
    QTest::newRow("two years") << 2000 << 104 << 0.02 << 0.93 << 0.45 << 0.80 << 0.10;
    QTest::newRow("demand drifts") << 500 << 104 << 0.06 << 0.92 << 0.55 << 0.70 << 0.55;
    QTest::newRow("forty weeks") << 500 << 40 << 0.02 << 0.90 << 0.62 << 0.60 << 0.70;
  }
  void knownTruthIsRecovered() {
    QFETCH(int, skus);
    QFETCH(int, weeks);
    QFETCH(double, drift);
    QFETCH(double, leastCoverage);
    QFETCH(double, largestRmse);
    QFETCH(double, leastCorrelation);
    QFETCH(double, largestWeak);
    SimulatorOptions o;
    o.skus = skus, o.weeks = weeks, o.drift = drift;
    const SimulatedMarket market = simulateMarket(o);
    const DemandModel model = fit(market.series);
    const Recovery own = recovered(market, model, kOwnRegular), discount = recovered(market, model, kOwnDiscount);
    qInfo("own: RMSE %.3f r %.3f coverage %.3f; discount: RMSE %.3f r %.3f coverage %.3f; WAPE %.3f/%.3f, 80 %%: %.3f, "
          "95 %%: %.3f",
          own.rmse, own.correlation, own.coverage95, discount.rmse, discount.correlation, discount.coverage95,
          model.holdOut.wapeMean, model.holdOut.wapeMedian, model.holdOut.coverage80, model.holdOut.coverage95);
    int weak = 0, held = 0;
    for (std::size_t i = 0; i < market.truth.size(); ++i) {
      const DemandEstimate& e = model.estimates[i];
      const double off = std::abs(e.mean[kOwnRegular] - market.truth[i].own);
      weak += e.grade == Identification::Weak;
      held += e.grade != Identification::Weak && off <= 1.96 * std::sqrt(e.covariance[0]);
    }
    const double graded = double(market.truth.size()) - weak;
    qInfo("weak: %.1f %%; of the others' intervals %.1f %% hold the truth", 100 * weak / double(market.truth.size()),
          100 * held / graded);
    QVERIFY(weak < largestWeak * double(market.truth.size()));
    QVERIFY(held > 0.92 * graded); // what is not called weak is as honest as the rest
    QCOMPARE(own.wrongSigns, 0);
    QVERIFY(own.rmse < largestRmse);
    QVERIFY(own.correlation > leastCorrelation);
    QVERIFY(own.coverage95 > leastCoverage && own.coverage95 < 0.985);
    QVERIFY(discount.coverage95 > 0.90 && discount.coverage95 < 0.985);
    QVERIFY(std::abs(model.holdOut.coverage80 - 0.80) < 0.05);
    QVERIFY(std::abs(model.holdOut.coverage95 - 0.95) < 0.03);
    QVERIFY(std::abs(model.holdOut.bias) < 0.06);
    QVERIFY(recovered(market, model, kSibling).coverage95 > 0.90);
  }

  // However noisy the weeks that siblings have in common.
  void raisingACategoryIsNeverFree() {
    SimulatorOptions o;
    o.categoryShock = 0.3; // weeks that are good or bad for all: what makes sums of effects look like anything
    o.skus = 200;
    const SimulatedMarket market = simulateMarket(o);
    for (const DemandEstimate& e : fit(market.series).estimates) {
      QVERIFY(e.mean[kOwnRegular] < 0);
      QVERIFY(e.mean[kOwnRegular] + e.mean[kSibling] < -0.2);
    }
  }

  // A week that hits a whole category does not average out over its products: the mean must know.
  void categoryMeansAreNoSurerThanTheirWeeks() {
    SimulatorOptions o;
    o.skus = 1000, o.weeks = 60, o.categoryShock = 0.4, o.drift = 0.01;
    const SimulatedMarket market = simulateMarket(o);
    const DemandModel model = fit(market.series);
    double standardized = 0;
    for (std::size_t c = 0; c < model.categories.size(); ++c) {
      double truth = 0;
      for (int i = 0; i < o.perCategory; ++i)
        truth += market.truth[c * std::size_t(o.perCategory) + std::size_t(i)].sibling / o.perCategory;
      const auto& category = model.categories[c];
      standardized += std::pow((category.mean[kSibling] - truth) / category.standardError[kSibling], 2);
    }
    standardized /= double(model.categories.size());
    qInfo("mean squared standardized error of the sibling mean: %.2f", standardized);
    QVERIFY(standardized < 1.6); // 1 where the standard errors are right
  }
};

QTEST_GUILESS_MAIN(DemandRecoveryTest)
#include "tst_DemandRecovery.moc"
