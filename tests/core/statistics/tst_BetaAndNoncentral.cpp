// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Distributions.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pricewright;

namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();
bool near(double got, double expected, double relative = 1e-11) {
  return std::abs(got - expected) <= relative * std::abs(expected);
}
} // namespace

// Known values: R 4.2's pbeta, qbeta, dbeta, pt and pf with ncp, qf, digamma, trigamma, lgamma.
class TestBetaAndNoncentral : public QObject {
  Q_OBJECT
 private slots:
  void knownValues() {
    QVERIFY(near(betaCdf(0.2, 3, 7), 0.2618024960000002));
    QVERIFY(near(betaUpper(0.9, 0.5, 0.5), 0.2048327646991334));
    QVERIFY(near(betaCdf(1e-3, 12, 9000), 0.1979633452170913, 1e-10));
    QVERIFY(near(betaQuantile(0.025, 5.5, 95.5), 0.01933181198586674, 1e-10));
    QVERIFY(near(betaDensity(0.2, 3, 7), 2.64241152));
    QVERIFY(near(noncentralStudentUpper(2, 10, 2.5), 0.6930383113111067, 1e-9));
    QVERIFY(near(1 - noncentralStudentUpper(-2, 10, 2.5), 1.953644667296306e-05, 1e-7));
    QVERIFY(near(noncentralStudentUpper(1.96, 1e5, 2.8), 0.7995449188264097, 1e-8));
    QVERIFY(near(noncentralFisherUpper(3, 3, 40, 10), 0.6862257750538967, 1e-9));
    QVERIFY(near(fisherQuantile(0.95, 3, 40), 2.838745398020643, 1e-10));
    QVERIFY(near(digamma(0.1), -10.42375494041108));
    QVERIFY(near(trigamma(2.5), 0.4903577561002349));
    QVERIFY(near(logGamma(1e6), 12815504.56914761));
    QVERIFY(near(normalDensity(1.5), 0.1295175956658917));
  }

  void outsideTheDomainIsNotANumber() {
    for (const double bad : {0.0, -1.0, kNaN, kInf}) {
      QVERIFY(std::isnan(betaCdf(0.5, bad, 1)) && std::isnan(betaUpper(0.5, 1, bad)));
      QVERIFY(std::isnan(betaDensity(0.5, bad, 1)) && std::isnan(betaQuantile(0.5, 1, bad)));
      QVERIFY(std::isnan(noncentralStudentUpper(1, bad, 1)) && std::isnan(noncentralFisherUpper(1, bad, 2, 1)));
      QVERIFY(std::isnan(fisherQuantile(0.5, 2, bad)));
      QVERIFY(std::isnan(logGamma(bad)) && std::isnan(digamma(bad)) && std::isnan(trigamma(bad)));
    }
    for (const double p : {-0.1, 1.1, kNaN})
      QVERIFY(std::isnan(betaQuantile(p, 1, 1)) && std::isnan(fisherQuantile(p, 1, 1)));
    QVERIFY(std::isnan(noncentralFisherUpper(1, 1, 1, -1)) && std::isnan(noncentralStudentUpper(1, 5, kInf)));
    QVERIFY(std::isnan(normalDensity(kNaN)) && normalDensity(kInf) == 0);
  }

  void theEnds() {
    QVERIFY(betaCdf(-1, 2, 2) == 0 && betaCdf(2, 2, 2) == 1 && betaUpper(-1, 2, 2) == 1 && betaUpper(2, 2, 2) == 0);
    QVERIFY(betaQuantile(0, 2, 2) == 0 && betaQuantile(1, 2, 2) == 1);
    QVERIFY(noncentralStudentUpper(kInf, 3, 1) == 0 && noncentralStudentUpper(-kInf, 3, 1) == 1);
    QVERIFY(noncentralFisherUpper(-1, 2, 3, 1) == 1 && noncentralFisherUpper(kInf, 2, 3, 1) == 0);
    QVERIFY(fisherQuantile(0, 2, 3) == 0 && fisherQuantile(1, 2, 3) == kInf);
  }
};

QTEST_GUILESS_MAIN(TestBetaAndNoncentral)
#include "tst_BetaAndNoncentral.moc"
