// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Distributions.h"

#include "statistics/Random.h"
#include "statistics/Robust.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pricewright;

namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();
bool near(double got, double expected, double relative = 1e-12) {
  return std::abs(got - expected) <= relative * std::abs(expected) + 1e-300;
}
} // namespace

// Known values (R 4.2: pnorm, qnorm, pt, qt, pchisq; SplitMix64's published stream), and no exception whatever comes
// in.
class TestDistributions : public QObject {
  Q_OBJECT
 private slots:
  void knownValues() {
    QVERIFY(near(normalCdf(1.96), 0.975002104851779544));
    QVERIFY(near(normalCdf(-38), 2.88542835100396e-316, 1e-6));
    QVERIFY(near(normalQuantile(0.975), 1.95996398454005423));
    QVERIFY(near(normalQuantile(1e-300), -37.0470962993612));
    QVERIFY(near(studentCdf(-2.0, 5), 0.0509697394149292, 1e-10));
    QVERIFY(near(studentQuantile(0.975, 10), 2.22813885198627375));
    QVERIFY(near(studentQuantile(0.975, kInf), 1.95996398454005423));
    QVERIFY(near(chiSquareUpper(3.84145882069412447, 1), 0.05));
    QVERIFY(near(chiSquareUpper(1000, 1), 1.79583278480064e-219, 1e-9));
    for (const double p : {1e-12, 0.2, 0.5, 0.9999}) {
      QVERIFY(near(normalCdf(normalQuantile(p)), p, 1e-10));
      QVERIFY(near(studentCdf(studentQuantile(p, 3), 3), p, 1e-10));
    }
  }

  void outsideTheDomainIsNotANumber() {
    for (const double p : {-0.1, 1.1, kNaN, kInf}) {
      QVERIFY(std::isnan(normalQuantile(p)));
      QVERIFY(std::isnan(studentQuantile(p, 5)));
    }
    for (const double df : {0.0, -1.0, kNaN}) {
      QVERIFY(std::isnan(studentQuantile(0.5, df)));
      QVERIFY(std::isnan(studentCdf(1, df)));
      QVERIFY(std::isnan(chiSquareUpper(1, df)));
    }
    QVERIFY(std::isnan(normalCdf(kNaN)));
    QCOMPARE(normalQuantile(0), -kInf);
    QCOMPARE(normalQuantile(1), kInf);
    QCOMPARE(studentCdf(kInf, 3), 1.0);
    QCOMPARE(chiSquareUpper(-1, 3), 1.0);
    QCOMPARE(chiSquareUpper(kInf, 3), 0.0);
  }

  void theStreamIsTheSameEverywhere() {
    Random random(1234567);
    for (const std::uint64_t expected : {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL})
      QCOMPARE(random.next(), expected);
    QVERIFY(Random::seedFrom(1, "a") != Random::seedFrom(1, "b"));
    QVERIFY(Random::seedFrom(1, "a") != Random::seedFrom(2, "a"));
    QVERIFY(Random::seedFrom(1, "") != Random::seedFrom(2, ""));
  }

  void drawsHaveTheirMoments() {
    Random random(42);
    constexpr int kDraws = 100'000;
    double uniform = 0, sum = 0, squares = 0;
    for (int i = 0; i < kDraws; ++i) {
      const double u = random.uniform(), z = random.normal();
      QVERIFY(u > 0 && u < 1);
      uniform += u, sum += z, squares += z * z;
    }
    QVERIFY(std::abs(uniform / kDraws - 0.5) < 0.005);
    QVERIFY(std::abs(sum / kDraws) < 0.015);
    QVERIFY(std::abs(squares / kDraws - 1) < 0.02);
  }

  void oneWildValueDoesNotMoveTheMiddle() {
    QCOMPARE(median({3, 1, 2}), 2.0);
    QCOMPARE(median({4, 1, 3, 2}), 2.5);
    QVERIFY(std::isnan(median({})));
    QVERIFY(std::isnan(median({1, kNaN, 3})));
    QCOMPARE(median({1.7e308, 1.7e308}), 1.7e308);
    const std::vector<double> prices{2.0, 2.1, 1.9, 2.0, 2.1, 199};
    QVERIFY(near(medianAbsoluteDeviation(prices), 1.482602218505602 * 0.05, 1e-9));
    QVERIFY(robustZ(199, prices, 0.01) > 1000);
    QVERIFY(std::abs(robustZ(2.05, prices, 0.01)) < 1e-9);
    QCOMPARE(robustZ(3, std::vector<double>{2, 2, 2}, 0.5), 2.0); // the floor stands in where all agree
    QVERIFY(std::isnan(robustZ(3, std::vector<double>{2, 2}, 0)));
    QVERIFY(std::isnan(robustZ(3, {}, 1)));
  }
};

QTEST_GUILESS_MAIN(TestDistributions)
#include "tst_Distributions.moc"
