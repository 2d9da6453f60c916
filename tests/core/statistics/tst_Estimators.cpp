// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Counts, groups, shrinkage, smoothing, drift: what is known of the truth is found again, and what makes no sense is
// refused. Exact values are compared with independent software elsewhere.
#include "statistics/CountRegression.h"
#include "statistics/Drift.h"
#include "statistics/GammaPoisson.h"
#include "statistics/MixedIntercept.h"
#include "statistics/Random.h"
#include "statistics/Ridge.h"
#include "statistics/Smoothing.h"

#include <QTest>

#include <cmath>

using namespace pricewright;

namespace {

double poisson(Random& random, double mean) { // by inversion; means are small
  double p = std::exp(-mean), sum = p;
  const double u = random.uniform();
  int k = 0;
  while (u > sum && k < 10'000)
    sum += p *= mean / ++k;
  return k;
}

CountData counts(std::uint64_t seed, int rows, double spread) {
  Random random(seed);
  CountData d;
  d.columns = 1;
  for (int i = 0; i < rows; ++i) {
    const double x = random.normal() / 2;
    const double noise = spread > 0 ? std::exp(spread * random.normal() - spread * spread / 2) : 1;
    d.x.push_back(x);
    d.y.push_back(poisson(random, std::exp(1.5 - 2 * x) * noise));
  }
  return d;
}

} // namespace

class EstimatorsTest : public QObject {
  Q_OBJECT
 private slots:
  void theTruthIsFound() {
    const auto fit = fitPoisson(counts(1, 4'000, 0));
    QVERIFY(fit);
    QVERIFY(std::abs(fit->coefficient[0] - 1.5) < 4 * fit->standardError[0]);
    QVERIFY(std::abs(fit->coefficient[1] + 2) < 4 * fit->standardError[1]);
    QVERIFY(std::abs(fit->dispersion - 1) < 0.1);
  }

  // Where counts are more spread than Poisson's, its standard errors are too small, and the others say so.
  void overdispersionIsTold() {
    const CountData d = counts(2, 4'000, 0.8);
    const auto p = fitPoisson(d);
    const auto nb = fitNegativeBinomial(d);
    QVERIFY(p && nb && p->dispersion > 2);
    QVERIFY(p->sandwichError[1] > 1.5 * p->standardError[1] && nb->standardError[1] > 1.3 * p->standardError[1]);
    QVERIFY(std::abs(nb->coefficient[1] + 2) < 4 * nb->standardError[1]);
    QVERIFY(nb->theta > 0.5 && nb->theta < 3); // 1 / (exp(0.64) − 1) = 1.1
  }

  void refusals() {
    CountData d = counts(3, 50, 0);
    QCOMPARE(fitNegativeBinomial([] {
               CountData even;
               even.columns = 0;
               even.y.assign(40, 5);
               return even;
             }())
                 .error()
                 .code,
             QStringLiteral("statistics.no-spread"));
    CountData twice = d;
    twice.columns = 2;
    twice.x.clear();
    for (const double x : d.x)
      twice.x.insert(twice.x.end(), {x, 3 * x});
    QCOMPARE(fitPoisson(twice).error().code, QStringLiteral("statistics.collinear"));
    CountData negative = d;
    negative.y[3] = -1;
    QCOMPARE(fitPoisson(negative).error().code, QStringLiteral("statistics.not-finite"));
    CountData few = d;
    few.y.resize(2);
    few.x.resize(2);
    QCOMPARE(fitPoisson(few).error().code, QStringLiteral("statistics.too-few-rows"));
    CountData shape = d;
    shape.x.pop_back();
    QCOMPARE(fitPoisson(shape).error().code, QStringLiteral("statistics.bad-shape"));
    CountData zeros = d;
    zeros.y.assign(zeros.y.size(), 0);
    QVERIFY(!fitPoisson(zeros)); // no finite estimate
    CountData parted = d;        // a regressor that tells zeros from the rest without fail
    for (std::size_t i = 0; i < parted.y.size(); ++i) {
      parted.x[i] = i % 2 == 0 ? 1 : 0;
      parted.y[i] = i % 2 == 0 ? 0 : 4;
    }
    QVERIFY(!fitPoisson(parted));
  }

  void groupsArePooled() {
    Random random(5);
    GroupedData d;
    d.columns = 1;
    d.groups = 40;
    for (int g = 0; g < d.groups; ++g) {
      const double u = 0.7 * random.normal();
      for (int i = 0; i < 12; ++i) {
        const double x = random.normal();
        d.x.push_back(x);
        d.group.push_back(g);
        d.y.push_back(2 - 1.5 * x + u + 0.5 * random.normal());
      }
    }
    for (const Likelihood way : {Likelihood::Full, Likelihood::Restricted}) {
      const auto fit = fitMixedIntercept(d, way);
      QVERIFY(fit && std::abs(fit->fixed[1] + 1.5) < 4 * fit->fixedError[1]);
      QVERIFY(std::abs(std::sqrt(fit->groupVariance) - 0.7) < 0.25);
      QVERIFY(std::abs(std::sqrt(fit->residualVariance) - 0.5) < 0.06);
    }
    for (std::size_t i = 0; i < d.y.size(); ++i) // no groups at all: a variance of 0 is a result
      d.group[i] = int(i % 40);
    QVERIFY(fitMixedIntercept(d, Likelihood::Full)->groupVariance < 0.15);
    d.group[0] = 99;
    QCOMPARE(fitMixedIntercept(d, Likelihood::Full).error().code, QStringLiteral("statistics.bad-shape"));
  }

  void driftIsNothingWhereNothingMoved() {
    const std::vector<double> same{10, 20, 30}, other{30, 20, 10}, none{0, 0, 0};
    QVERIFY(driftOf(same, same, 0.5)->kl < 1e-12);
    QVERIFY(driftOf(same, other, 0.5)->psi > 0.3);
    QVERIFY(!driftOf(same, {}, 0.5));
    QVERIFY(!driftOf(none, same, 0));
    QVERIFY(driftOf(none, same, 0.5)->kl > 0);
    QVERIFY(!quantileEdges({}, 10));
    const std::vector<double> sample{1, 2, 3, 4, 5};
    QCOMPARE(*quantileEdges(sample, 4), (std::vector<double>{2, 3, 4}));
    QCOMPARE(countInBins(sample, std::vector<double>{2, 3, 4}), (std::vector<double>{1, 1, 1, 2}));
    QCOMPARE(kolmogorovSmirnov(sample, sample), 0.0);
  }

  void smoothingFollowsALine() {
    SmoothingInput in;
    in.kind = SmoothingKind::Trend;
    for (int t = 0; t < 20; ++t)
      in.y.push_back(5 + 2 * t);
    in.alpha = 0.5, in.beta = 0.3, in.level = 7, in.trend = 2, in.horizon = 3;
    const auto fit = smooth(in);
    QVERIFY(fit && fit->squaredErrors < 1e-20 && std::abs(fit->forecast[2] - 49) < 1e-9);
    in.kind = SmoothingKind::Additive;
    QCOMPARE(smooth(in).error().code, QStringLiteral("statistics.bad-shape"));
    in.kind = SmoothingKind::Multiplicative;
    in.season = {0, 1};
    QVERIFY(!smooth(in)); // divided by nothing
    in.y.resize(1);
    QVERIFY(!smooth(in));
  }

  void rarelySoldIsNotNeverSold() {
    const std::vector<double> none{0, 0, 0}, weeks{1, 1, 1};
    const auto rate = gammaPosterior(0.5, 0.5, none, weeks);
    QVERIFY(rate && rate->mean() > 0 && rate->quantile(0.975) > 0.5);
    QVERIFY(!gammaPosterior(0, 0.5, none, weeks));
    QVERIFY(!gammaPosterior(1, 1, none, {}));
    const std::vector<double> asked{0, 1};
    const auto next = predictCount(*rate, 1, asked);
    QVERIFY(next && next->probability[0] > 0.8 && next->quantile95 <= 2);
    QVERIFY(!predictCount(*rate, 0, asked));
  }

  void aPenaltyShrinks() {
    Random random(9);
    std::vector<double> x, y;
    for (int i = 0; i < 60; ++i) {
      x.push_back(random.normal());
      y.push_back(1 + 2 * x.back() + 0.3 * random.normal());
    }
    const auto free = fitRidge(y, x, 1, 0), held = fitRidge(y, x, 1, 1e6);
    QVERIFY(free && held && std::abs((*free)[1] - 2) < 0.2 && std::abs((*held)[1]) < 0.01);
    std::vector<double> constant(60, 1);
    QCOMPARE(fitRidge(y, constant, 1, 0).error().code, QStringLiteral("statistics.collinear"));
    QVERIFY(fitRidge(y, constant, 1, 1));
    QVERIFY(normalPosterior(y, x, 1, {0, 0}, {1, 1}, 0.1));
    QVERIFY(!normalPosterior(y, x, 1, {0, 0}, {1, 0}, 0.1));
  }
};

QTEST_GUILESS_MAIN(EstimatorsTest)
#include "tst_Estimators.moc"
