// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/EmpiricalBayes.h"
#include "statistics/Random.h"
#include "statistics/Regression.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pricewright;

namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
bool near(double got, double expected, double relative = 1e-9) {
  return std::abs(got - expected) <= relative * (1 + std::abs(expected));
}
RegressionInput line(int rows, double scale = 1) {
  Random random(7);
  RegressionInput in;
  in.columns = 2;
  for (int i = 0; i < rows; ++i) {
    const double a = random.normal() * scale, b = random.uniform();
    in.x.insert(in.x.end(), {a, b});
    in.y.push_back(1 - 2.5 * a / scale + 0.5 * b + 0.1 * random.normal());
  }
  return in;
}
} // namespace

// Against other programs' answers these stand in the oracles (tests/core/engine); here: what they rely on, and
// refusals.
class TestRegression : public QObject {
  Q_OBJECT
 private slots:
  void findsWhatWasPutIn() {
    const auto fit = fitLeastSquares(line(400));
    QVERIFY(fit);
    QCOMPARE(fit->degreesOfFreedom, 397);
    const double truth[] = {1, -2.5, 0.5};
    for (std::size_t i = 0; i < 3; ++i)
      QVERIFY(std::abs(fit->coefficient[i] - truth[i]) < 4 * fit->standardError[i]);
    QVERIFY(std::abs(fit->sigma - 0.1) < 0.02);
    QVERIFY(near(fit->meanPredictionSe, fit->sigma / std::sqrt(400)));
    QVERIFY(fit->p[1] < 1e-100 && fit->low95[1] < -2.5 && fit->high95[1] > -2.5);
  }

  // By hand: Σ(x − x̄)(y − ȳ) = 54, Σ(x − x̄)² = 21.2, Σ(y − ȳ)² = 200.
  void fiveRowsByHand() {
    const auto fit = fitLeastSquares({.y = {2, 4, 16, 10, 18}, .x = {4, 7, 8, 9, 10}, .weights = {}, .columns = 1});
    QVERIFY(fit);
    const double slope = 54 / 21.2, residual = 200 - 54 * slope;
    QVERIFY(near(fit->coefficient[1], slope));
    QVERIFY(near(fit->coefficient[0], 10 - 7.6 * slope));
    QVERIFY(near(fit->sigma, std::sqrt(residual / 3)));
    QVERIFY(near(fit->standardError[1], std::sqrt(residual / 3 / 21.2)));
    QVERIFY(near(fit->r2, 54 * slope / 200));
    QVERIFY(near(fit->adjustedR2, 1 - (residual / 3) / (200 / 4.0)));
  }

  void aWeightOfTwoIsARowTwice() {
    RegressionInput once = line(30), twice = once;
    once.weights.assign(30, 1);
    once.weights[4] = 2, once.weights[9] = 0;
    twice.x.insert(twice.x.end(), {once.x[8], once.x[9]});
    twice.y.push_back(once.y[4]);
    twice.x.erase(twice.x.begin() + 18, twice.x.begin() + 20);
    twice.y.erase(twice.y.begin() + 9);
    const auto weighted = fitLeastSquares(once), plain = fitLeastSquares(twice);
    QVERIFY(weighted && plain);
    for (std::size_t i = 0; i < 3; ++i)
      QVERIFY(near(weighted->coefficient[i], plain->coefficient[i]));
    QVERIFY(near(weighted->r2, plain->r2));
    QCOMPARE(weighted->degreesOfFreedom, 26); // 29 rows count
  }

  void unitsDoNotDecideWhatIsCollinear() {
    const auto tiny = fitLeastSquares(line(50, 1e-12)), huge = fitLeastSquares(line(50, 1e12));
    QVERIFY(tiny && huge);
    QVERIFY(near(tiny->t[1], huge->t[1], 1e-6));
  }

  void refuses_data() {
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << 0 << "statistics.too-few-rows";
    QTest::newRow("as many rows as terms") << 1 << "statistics.too-few-rows";
    QTest::newRow("NaN") << 2 << "statistics.not-finite";
    QTest::newRow("infinite weight") << 3 << "statistics.not-finite";
    QTest::newRow("negative weight") << 4 << "statistics.negative-weight";
    QTest::newRow("twice the same column") << 5 << "statistics.collinear";
    QTest::newRow("one price only") << 6 << "statistics.collinear";
    QTest::newRow("a column of zeros") << 7 << "statistics.collinear";
    QTest::newRow("shape") << 8 << "statistics.bad-shape";
    QTest::newRow("only zero weights") << 9 << "statistics.too-few-rows";
  }
  void refuses() {
    QFETCH(int, what);
    RegressionInput in = line(what == 1 ? 3 : 20);
    if (what == 0)
      in = {.y = {}, .x = {}, .weights = {}, .columns = 2};
    if (what == 2)
      in.y[3] = kNaN;
    if (what == 3)
      in.weights.assign(20, 1), in.weights[0] = std::numeric_limits<double>::infinity();
    if (what == 4)
      in.weights.assign(20, -1);
    for (std::size_t i = 0; i < 20 && what >= 5 && what <= 7; ++i)
      in.x[2 * i + 1] = what == 5 ? 3 * in.x[2 * i] : what == 6 ? 2.49 : 0;
    if (what == 8)
      in.x.pop_back();
    if (what == 9)
      in.weights.assign(20, 0);
    const auto fit = fitLeastSquares(in);
    QVERIFY(!fit);
    QTEST(fit.error().code, "code");
  }

  void noisyEstimatesMoveToTheMean() {
    const std::vector<double> estimates{-1, -2, -3, -8}, errors{0.1, 0.1, 0.1, 5};
    const auto s = shrinkNormal(estimates, errors);
    QVERIFY(s && s->tau2 > 0.5);
    QVERIFY(std::abs(s->shrunk[0] + 1) < 0.05);      // precise: stays
    QVERIFY(std::abs(s->shrunk[3] - s->mean) < 0.3); // noise: goes
    QVERIFY(s->shrunkVariance[3] < s->tau2 && s->shrunkVariance[0] < 0.01);
    QVERIFY(s->tau2Ml && std::abs(*s->tau2Ml - 0.66) < 0.1);
  }

  void estimatesThatAgreeAreAllTheSame() {
    const std::vector<double> estimates{-2, -2.1, -1.9}, errors{1, 1, 1};
    const auto s = shrinkNormal(estimates, errors);
    QVERIFY(s);
    QCOMPARE(s->tau2, 0.0);
    QVERIFY(!s->tau2Ml && !s->meanMl);
    for (std::size_t i = 0; i < 3; ++i)
      QCOMPARE(s->shrunk[i], s->mean);
    const std::vector<double> one{-2}, its{0.5};
    QCOMPARE(shrinkNormal(one, its)->mean, -2.0);
  }

  void shrinkageRefuses() {
    const auto code = [](std::vector<double> y, std::vector<double> se) {
      const auto s = shrinkNormal(y, se);
      return s ? QString() : s.error().code;
    };
    QCOMPARE(code({}, {}), QStringLiteral("statistics.too-few-rows"));
    QCOMPARE(code({1}, {}), QStringLiteral("statistics.bad-shape"));
    QCOMPARE(code({kNaN}, {1}), QStringLiteral("statistics.not-finite"));
    for (const double se : {0.0, -1.0, kNaN, 1e-200, 1e200})
      QCOMPARE(code({1}, {se}), QStringLiteral("statistics.bad-standard-error"));
  }
};

QTEST_GUILESS_MAIN(TestRegression)
#include "tst_Regression.moc"
