// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/Power.h"

#include "statistics/Random.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pricewright;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }
bool near(double got, double expected, double relative) {
  return std::abs(got - expected) <= relative * std::abs(expected);
}

} // namespace

class TestPower : public QObject {
  Q_OBJECT
 private slots:
  // R: power.t.test(delta = 0.5, power = 0.8), power.prop.test(p1 = 0.5, p2 = 0.75, power = 0.9),
  // pwr.anova.test(k = 4, f = 0.25, power = 0.8); statsmodels: TTestIndPower of arms one to two
  void known() {
    QVERIFY(near(*unitsForMeans(0.438, {0.1, 0.95, 2}, MeanMethod::Student), 85.0717141526, 1e-5));
    QVERIFY(near(*unitsForMeans(0.5, {}, MeanMethod::Student), 63.76561, 1e-6));
    QVERIFY(near(*unitsForShares(0.5, 0.75, {0.05, 0.9, 1}, ShareMethod::Pooled), 76.7, 1e-3));
    QVERIFY(near(*unitsForGroups(0.25, 4, {}), 44.59927, 1e-5));
    QVERIFY(near(*designEffect(20, 0, 0.05), 1.95, 1e-12));
    QVERIFY(near(*designEffect(20, 0.5, 0.05), 2.2, 1e-12));
    QVERIFY(near(*designEffect(1, 0, 0.9), 1, 1e-12));
  }

  // Units, power and effect are three ways to say the same.
  void theThreeAgree() {
    Random random(61);
    for (int run = 0; run < 60; ++run) {
      const PowerPlan plan{0.01 + 0.1 * random.uniform(), 0.5 + 0.45 * random.uniform(), std::exp(random.normal() / 2)};
      const double d = 0.02 + random.uniform(), p1 = 0.02 + 0.5 * random.uniform(),
                   p2 = p1 * (1.03 + 0.4 * random.uniform());
      for (const MeanMethod method : {MeanMethod::Student, MeanMethod::Normal}) {
        const auto units = unitsForMeans(d, plan, method);
        QVERIFY(units && near(*powerOfMeans(d, *units, plan, method), plan.power, 1e-7));
        QVERIFY(near(*powerOfMeans(-d, *units, plan, method), plan.power, 1e-7));
        QVERIFY(near(*detectableMean(*units, plan, method), d, 1e-6));
        QVERIFY(*powerOfMeans(d, *units * 1.1, plan, method) > plan.power);
      }
      for (const ShareMethod method : {ShareMethod::Pooled, ShareMethod::Arcsine}) {
        const auto units = unitsForShares(p1, p2, plan, method);
        QVERIFY(units && near(*powerOfShares(p1, p2, *units, plan, method), plan.power, 1e-9));
        QVERIFY(near(*detectableShare(p1, *units, plan, method), p2, 1e-6));
        const auto below = detectableShare(p1, *units, plan, method, false);
        QVERIFY(!below || (*below < p1 && near(*powerOfShares(p1, *below, *units, plan, method), plan.power, 1e-6)));
      }
    }
  }

  // What is promised is what is found: simulated tests of a mean, adjusted to the plan.
  void promisesAreKept() {
    const auto units = int(std::ceil(*unitsForMeans(0.4, {}, MeanMethod::Student)));
    constexpr int kRuns = 4000;
    Random random(62);
    int found = 0;
    for (int run = 0; run < kRuns; ++run) {
      UnitMoments control, treatment;
      for (int i = 0; i < units; ++i) {
        const double c = random.normal(), t = 0.4 + random.normal();
        QVERIFY(control.add({&c, 1}) && treatment.add({&t, 1}));
      }
      found += testLift(*liftOf(*meanArm(control), *meanArm(treatment), LiftKind::Absolute), 0.05)->p < 0.05;
    }
    QVERIFY2(std::abs(found / double(kRuns) - 0.8) < 0.02, qPrintable(QString::number(found / double(kRuns))));
  }

  void ofALiftMeasuredBefore() {
    const auto before = proportionArm(10'000, 400);
    const auto d = liftInDeviations(*before, 0.1);
    QVERIFY(near(*d, 0.004 / std::sqrt(0.04 * 0.96), 1e-12));
    UnitMoments visits(2);
    Random random(63);
    for (int i = 0; i < 5000; ++i)
      QVERIFY(visits.add(std::array{10 + random.normal(), 2 + random.uniform()}));
    const auto ratio = liftInDeviations(*ratioArm(visits), -0.02);
    QVERIFY(ratio && *ratio < 0 && unitsForMeans(*ratio, {}, MeanMethod::Normal));
  }

  // Stores that differ: 60 stores of 30 days, whose days share a fifth of the variance.
  void clustersShareTheirVariance() {
    Random random(64);
    std::vector<UnitMoments> stores, alike;
    for (int store = 0; store < 400; ++store) {
      stores.emplace_back(), alike.emplace_back();
      const double own = 0.5 * random.normal();
      for (int day = 0; day < 20 + store % 20; ++day) {
        const double a = own + random.normal(), b = random.normal();
        QVERIFY(stores.back().add({&a, 1}) && alike.back().add({&b, 1}));
      }
    }
    QVERIFY(std::abs(*intraclassCorrelation(stores) - 0.2) < 0.03);
    QVERIFY(*intraclassCorrelation(alike) < 0.01);
    const std::array<UnitMoments, 2> two{*UnitMoments::fromValues(std::array{1., 2., 3.}),
                                         *UnitMoments::fromValues(std::array{4., 5., 6.})};
    QVERIFY(near(*intraclassCorrelation(two), 12.5 / 15.5, 1e-12)); // (13.5 − 1) / (13.5 + 2 · 1)
    QVERIFY(refuses(intraclassCorrelation(std::span(stores).first(1)), u"experiment.bad-shape"));
    std::vector<UnitMoments> single(5);
    for (UnitMoments& one : single) {
      const double x = random.normal();
      QVERIFY(one.add({&x, 1}));
    }
    QVERIFY(refuses(intraclassCorrelation(single), u"experiment.too-few-units"));
  }

  void growthMeetsTheTarget() {
    Lift now;
    now.value = 0.01, now.standardError = 0.03, now.units = 2000, now.degreesOfFreedom = 1998;
    const auto fixed = growthNeeded(now, 0.05, {});
    const auto watched = growthNeeded(now, 0.05, {}, 10'000);
    QVERIFY(near(*fixed, std::pow((1.9599640 + 0.8416212) * 0.03 / 0.05, 2) - 1, 1e-4));
    QVERIFY(*watched > *fixed); // looking all the time costs units
    now.standardError = 0.001;
    QCOMPARE(*growthNeeded(now, 0.05, {}), 0.0);
    QVERIFY(refuses(growthNeeded(now, 0, {}), u"experiment.no-effect"));
    now.standardError = 0;
    QVERIFY(refuses(growthNeeded(now, 0.05, {}), u"experiment.no-variance"));
  }

  void edges() {
    QVERIFY(refuses(unitsForMeans(0, {}, MeanMethod::Normal), u"experiment.no-effect"));
    QVERIFY(refuses(unitsForMeans(kNaN, {}, MeanMethod::Student), u"experiment.not-finite"));
    QVERIFY(refuses(unitsForMeans(1e-9, {}, MeanMethod::Student), u"experiment.out-of-reach"));
    QVERIFY(near(*unitsForMeans(1e-6, {}, MeanMethod::Student), 2 * 7.8488797e12, 1e-4));
    QVERIFY(*unitsForMeans(50, {}, MeanMethod::Student) > 1);
    QVERIFY(refuses(unitsForShares(0.1, 0.1, {}, ShareMethod::Pooled), u"experiment.no-effect"));
    for (const double p : {0., 1., -0.2, kNaN})
      QVERIFY(refuses(unitsForShares(p, 0.5, {}, ShareMethod::Arcsine), u"experiment.bad-level"));
    for (const double level : {0., 1., kNaN}) {
      QVERIFY(refuses(unitsForMeans(0.1, {level, 0.8, 1}, MeanMethod::Normal), u"experiment.bad-level"));
      QVERIFY(refuses(unitsForMeans(0.1, {0.05, level, 1}, MeanMethod::Normal), u"experiment.bad-level"));
    }
    QVERIFY(refuses(unitsForMeans(0.1, {0.05, 0.8, 0}, MeanMethod::Normal), u"experiment.bad-setting"));
    QVERIFY(refuses(powerOfMeans(0.1, -5, {}, MeanMethod::Normal), u"experiment.bad-setting"));
    QVERIFY(refuses(powerOfMeans(0.1, 1, {}, MeanMethod::Student), u"experiment.bad-setting"));
    QVERIFY(refuses(detectableShare(0.5, 2, {}, ShareMethod::Pooled), u"experiment.out-of-reach"));
    QVERIFY(refuses(unitsForGroups(0.2, 1, {}), u"experiment.bad-setting"));
    QVERIFY(refuses(unitsForGroups(0, 3, {}), u"experiment.no-effect"));
    QVERIFY(refuses(designEffect(0, 0, 0.1), u"experiment.bad-setting"));
    QVERIFY(refuses(designEffect(10, kNaN, 0.1), u"experiment.not-finite"));
    QVERIFY(refuses(liftInDeviations({}, 0.1), u"experiment.no-baseline"));
  }
};

QTEST_GUILESS_MAIN(TestPower)
#include "tst_Power.moc"
