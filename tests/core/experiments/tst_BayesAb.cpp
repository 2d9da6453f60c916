// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/BayesAb.h"

#include "statistics/Distributions.h"
#include "statistics/Quadrature.h"
#include "statistics/Random.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace pricewright;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }
bool near(double got, double expected, double relative) {
  return std::abs(got - expected) <= relative * std::abs(expected) + 1e-300;
}

// P(B > A) of whole shapes: a finite sum of ratios of beta functions.
double chanceBySum(const BetaPosterior& a, const BetaPosterior& b) {
  const auto logBeta = [](double x, double y) { return logGamma(x) + logGamma(y) - logGamma(x + y); };
  double sum = 0;
  for (int i = 0; i < int(b.alpha); ++i)
    sum += std::exp(logBeta(a.alpha + i, a.beta + b.beta) - std::log(b.beta + i) - logBeta(1 + i, b.beta) -
                    logBeta(a.alpha, a.beta));
  return sum;
}

} // namespace

class TestBayesAb : public QObject {
  Q_OBJECT
 private slots:
  void chancesAsByTheSum() {
    Random random(71);
    for (int run = 0; run < 200; ++run) {
      const auto shape = [&] { return 1 + std::floor(std::exp(7 * random.uniform())); };
      const BetaPosterior a{shape(), shape()}, b{shape(), shape()};
      const auto forth = compareShares(a, b), back = compareShares(b, a);
      const double expected = chanceBySum(a, b);
      QVERIFY2(std::abs(forth->chanceToBeat - expected) < 1e-9, qPrintable(QString::number(expected)));
      QVERIFY(std::abs(forth->chanceToBeat + back->chanceToBeat - 1) < 1e-10);
      QVERIFY(near(forth->lossOfTreatment, back->lossOfControl, 1e-9));
      // E max(C − T, 0) − E max(T − C, 0) = E(C − T)
      QVERIFY(std::abs(forth->lossOfTreatment - forth->lossOfControl - (a.mean() - b.mean())) < 1e-12);
      QVERIFY(forth->lossOfTreatment >= 0 && forth->lossOfControl >= 0);
    }
  }

  // A wide belief against a very narrow one, none sold, all sold, and Jeffreys' prior, which has no end at 0.
  void extremeBeliefs() {
    const auto none = betaPosterior(0, 0, 0.5, 0.5), sure = betaPosterior(5e10, 1e10, 1, 1);
    const auto against = compareShares(*sure, *none);
    QVERIFY(std::abs(against->chanceToBeat - betaUpper(0.2, 0.5, 0.5)) < 1e-5);
    const auto unsold = betaPosterior(1e6, 0, 0.1, 0.1), all = betaPosterior(1e6, 1e6, 0.1, 0.1);
    const auto apart = compareShares(*unsold, *all);
    QVERIFY(std::abs(apart->chanceToBeat - 1) < 1e-9);
    QVERIFY(near(apart->lossOfControl, all->mean() - unsold->mean(), 1e-9));
    QVERIFY(apart->lossOfTreatment >= 0 && apart->lossOfTreatment < 1e-12);
    const auto same = compareShares(*sure, *sure);
    QVERIFY(std::abs(same->chanceToBeat - 0.5) < 1e-5);
    const double sd = std::sqrt(2.0) * sure->deviation();
    QVERIFY(near(same->lossOfControl, sd * normalDensity(0), 1e-5));
    // Ten deviations apart: still a number, and the small loss still has digits.
    const auto a = betaPosterior(1e8, 1e7, 1, 1), b = betaPosterior(1e8, 1e7 + 4.25e4, 1, 1);
    const auto far = compareShares(*a, *b);
    const double z = (b->mean() - a->mean()) / std::hypot(a->deviation(), b->deviation());
    QVERIFY(z > 9 && far->lossOfTreatment > 0 && far->lossOfTreatment < 1e-20);
    QVERIFY(near(far->lossOfTreatment,
                 std::hypot(a->deviation(), b->deviation()) * (normalDensity(z) - z * normalCdf(-z)), 0.05));
  }

  void posteriorOfAShare() {
    const auto post = betaPosterior(10, 3, 1, 1);
    QVERIFY(post->alpha == 4 && post->beta == 8 && near(post->mean(), 1.0 / 3, 1e-15));
    QVERIFY(near(betaCdf(post->quantile(0.3), 4, 8), 0.3, 1e-12));
    QVERIFY(near(post->deviation() * post->deviation(), 4.0 * 8 / (144 * 13), 1e-12));
  }

  void effects() {
    Lift lift;
    lift.value = 0.1, lift.standardError = 0.05, lift.units = 500, lift.degreesOfFreedom = 498;
    const auto flat = effectPosterior(lift, std::nullopt, 0.05);
    QVERIFY(near(flat->chanceToBeat, normalCdf(2), 1e-12) && near(flat->low, 0.1 - 1.959963984540054 * 0.05, 1e-9));
    const auto held = effectPosterior(lift, EffectPrior{0, 0.05}, 0.05);
    QVERIFY(near(held->mean, 0.05, 1e-12) && near(held->deviation, 0.05 / std::sqrt(2.0), 1e-12));
    QVERIFY(held->chanceToBeat < flat->chanceToBeat);
    for (const auto& one : {*flat, *held})
      QVERIFY(near(one.riskOfControl - one.riskOfTreatment, one.mean, 1e-12) && one.riskOfTreatment > 0);
    const auto vague = effectPosterior(lift, EffectPrior{3, 1e9}, 0.05);
    QVERIFY(near(vague->mean, 0.1, 1e-9) && near(vague->deviation, 0.05, 1e-9));
  }

  void theRuleIsExact() {
    const std::array edges{-1.0, 0.5, 3.0};
    const auto power59 = [](double x) { return 60 * std::pow(x, 59); };
    QVERIFY(near(integratePanels(power59, edges), std::pow(3.0, 60) - 1, 1e-12));
    QVERIFY(integratePanels(power59, std::span(edges).first(1)) == 0);
  }

  void edges() {
    QVERIFY(refuses(betaPosterior(10, 11, 1, 1), u"experiment.bad-counts"));
    QVERIFY(refuses(betaPosterior(-1, 0, 1, 1), u"experiment.bad-counts"));
    QVERIFY(refuses(betaPosterior(kNaN, 0, 1, 1), u"experiment.not-finite"));
    QVERIFY(refuses(betaPosterior(10, 1, 0, 1), u"experiment.bad-prior"));
    QVERIFY(refuses(compareShares({0, 1}, {1, 1}), u"experiment.bad-prior"));
    QVERIFY(refuses(compareShares({1, kNaN}, {1, 1}), u"experiment.not-finite"));
    QVERIFY(refuses(compareShares({1e12, 1e12}, {1, 1}), u"experiment.too-many-units"));
    Lift lift;
    lift.value = 1;
    QVERIFY(refuses(effectPosterior(lift, std::nullopt, 0.05), u"experiment.no-variance"));
    lift.standardError = 1;
    QVERIFY(refuses(effectPosterior(lift, std::nullopt, 0), u"experiment.bad-level"));
    QVERIFY(refuses(effectPosterior(lift, EffectPrior{0, 0}, 0.05), u"experiment.bad-prior"));
    lift.value = kNaN;
    QVERIFY(refuses(effectPosterior(lift, std::nullopt, 0.05), u"experiment.not-finite"));
  }
};

QTEST_GUILESS_MAIN(TestBayesAb)
#include "tst_BayesAb.moc"
