// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/Cuped.h"

#include "statistics/Random.h"

#include <QTest>

#include <cmath>

using namespace pricewright;

namespace {

bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }
bool near(double got, double expected, double relative = 1e-9) {
  return std::abs(got - expected) <= relative * std::abs(expected) + 1e-12;
}

// Spending within and before the test, correlated with r.
std::array<double, 2> customer(Random& random, double effect, double r) {
  const double before = random.normal();
  return {10 + effect + 2 * (r * before + std::sqrt(1 - r * r) * random.normal()), 8 + before};
}

constexpr double kEffect = 0.3;
struct Coverage {
  int inside = 0;
  double mean = 0, width = 0, plainWidth = 0;
  void count(const Lift& lift, const Lift& plain, double truth, int runs) {
    const auto test = testLift(lift, 0.05);
    inside += test->low <= truth && truth <= test->high;
    mean += lift.value / runs, width += lift.standardError / runs, plainWidth += plain.standardError / runs;
  }
};

} // namespace

class TestCuped : public QObject {
  Q_OBJECT
 private slots:
  // Unbiased, an interval that is as narrow as the correlation allows, and holds.
  void theEarlierFigureTakesNoiseOff() {
    constexpr int kRuns = 1200, kUnits = 300;
    constexpr double kCorrelation = 0.8;
    for (const LiftKind kind : {LiftKind::Absolute, LiftKind::Relative}) {
      Random random(21);
      Coverage seen;
      const double truth = kind == LiftKind::Absolute ? kEffect : kEffect / 10;
      double left = 0;
      for (int run = 0; run < kRuns; ++run) {
        UnitMoments control(2), treatment(2);
        for (int i = 0; i < kUnits; ++i)
          QVERIFY(control.add(customer(random, 0, kCorrelation)) &&
                  treatment.add(customer(random, kEffect, kCorrelation)));
        const auto arms = adjustMeans(control, treatment);
        left += arms->varianceLeft / kRuns;
        seen.count(*liftOf(arms->control, arms->treatment, kind), *liftOf(*meanArm(control), *meanArm(treatment), kind),
                   truth, kRuns);
      }
      QVERIFY2(std::abs(left - (1 - kCorrelation * kCorrelation)) < 0.01, qPrintable(QString::number(left)));
      QVERIFY(std::abs(seen.mean - truth) < 0.01 * (kind == LiftKind::Absolute ? 1 : 0.1));
      QVERIFY(seen.width < 0.65 * seen.plainWidth);
      QVERIFY2(seen.inside >= 0.935 * kRuns && seen.inside <= 0.965 * kRuns, qPrintable(QString::number(seen.inside)));
    }
  }

  void aFigureThatSaysNothingChangesNothing() {
    UnitMoments control(2), treatment(2);
    for (const double x : {3., 5., 9., 4.})
      QVERIFY(control.add(std::array{x, 1.0}) && treatment.add(std::array{x + 1, 1.0}));
    const auto arms = adjustMeans(control, treatment);
    QVERIFY(arms && arms->theta == 0 && arms->varianceLeft == 1);
    const auto plain = liftOf(*meanArm(control), *meanArm(treatment), LiftKind::Relative);
    const auto adjusted = liftOf(arms->control, arms->treatment, LiftKind::Relative);
    QVERIFY(adjusted->value == plain->value && near(adjusted->standardError, plain->standardError));
  }

  // Over a denominator that is 1 throughout, a ratio is a mean: but for theta, which ratios take within arms.
  void ratiosOverOneAreMeans() {
    Random random(22);
    UnitMoments control(2), treatment(2), controlRatio(4), treatmentRatio(4);
    for (int i = 0; i < 4000; ++i) {
      const auto c = customer(random, 0, 0.7), t = customer(random, kEffect, 0.7);
      QVERIFY(control.add(c) && treatment.add(t));
      QVERIFY(controlRatio.add(std::array{c[0], 1.0, c[1], 1.0}) &&
              treatmentRatio.add(std::array{t[0], 1.0, t[1], 1.0}));
    }
    const auto means = adjustMeans(control, treatment), ratios = adjustRatios(controlRatio, treatmentRatio);
    QVERIFY(near(ratios->theta, means->theta, 5e-3));
    QVERIFY(near(ratios->varianceLeft, means->varianceLeft, 1e-3));
    const auto a = liftOf(means->control, means->treatment, LiftKind::Absolute);
    const auto b = liftOf(ratios->control, ratios->treatment, LiftKind::Absolute);
    QVERIFY(std::abs(a->value - b->value) < 1e-3 && near(a->standardError, b->standardError, 1e-3));
  }

  // Strata that the assignment left unbalanced and in which the price works differently.
  void strataAreComparedWithin() {
    constexpr int kRuns = 1200, kUnits = 600;
    for (const LiftKind kind : {LiftKind::Absolute, LiftKind::Relative}) {
      Random random(23);
      Coverage seen;
      constexpr std::array kLevel{5.0, 10.0, 30.0}, kWorks{0.5, 1.0, 4.0}, kShare{0.5, 0.3, 0.2};
      const double truth = kind == LiftKind::Absolute ? 1.35 : 1.35 / 11.5;
      for (int run = 0; run < kRuns; ++run) {
        std::array<std::array<UnitMoments, 3>, 2> cell;
        std::array<UnitMoments, 2> all;
        for (int i = 0; i < kUnits; ++i) {
          const double u = random.uniform();
          const std::size_t s = u < kShare[0] ? 0 : u < kShare[0] + kShare[1] ? 1 : 2;
          const std::size_t treated = random.uniform() < 0.5 ? 1 : 0;
          const double value = kLevel[s] + (treated == 1 ? kWorks[s] : 0) + 3 * random.normal();
          QVERIFY(cell[treated][s].add({&value, 1}) && all[treated].add({&value, 1}));
        }
        std::vector<Stratum> strata;
        for (std::size_t s = 0; s < 3; ++s)
          strata.push_back({*meanArm(cell[0][s]), *meanArm(cell[1][s])});
        seen.count(*stratifiedLift(strata, kind), *liftOf(*meanArm(all[0]), *meanArm(all[1]), kind), truth, kRuns);
      }
      QVERIFY(std::abs(seen.mean / truth - 1) < 0.02);
      QVERIFY2(seen.width < 0.5 * seen.plainWidth, qPrintable(QString::number(seen.width / seen.plainWidth)));
      QVERIFY2(seen.inside >= 0.93 * kRuns && seen.inside <= 0.97 * kRuns, qPrintable(QString::number(seen.inside)));
    }
  }

  // Where each stratum is known almost exactly, what is left is which strata the units happened to come from.
  void theSharesOfTheStrataAreDrawnToo() {
    std::vector<Stratum> strata;
    for (const double works : {0.0, 1.0, 5.0})
      strata.push_back(
          {{100, 10, 1e-12, 10, 1e-12, 1e-12, 10}, {100, 10 + works, 1e-12, 10 + works, 1e-12, 1e-12, 10 + works}});
    const double spread = std::sqrt((4 + 1 + 9) / 3.0 / 600);
    QVERIFY(near(stratifiedLift(strata, LiftKind::Absolute)->standardError, spread, 1e-6));
    QVERIFY(near(stratifiedLift(strata, LiftKind::Relative)->standardError, spread / 10, 1e-6));
  }

  void oneStratumIsTheWhole() {
    UnitMoments a, b;
    for (const double x : {3., 5., 9., 4.}) {
      const double y = x * x;
      QVERIFY(a.add({&x, 1}) && b.add({&y, 1}));
    }
    const Stratum whole{*meanArm(a), *meanArm(b)};
    for (const LiftKind kind : {LiftKind::Absolute, LiftKind::Relative}) {
      const auto one = stratifiedLift({&whole, 1}, kind), plain = liftOf(whole.control, whole.treatment, kind);
      QVERIFY(near(one->value, plain->value) && near(one->standardError, plain->standardError));
    }
  }

  void whatCannotBeAdjustedIsRefused() {
    UnitMoments good(2);
    QVERIFY(good.add(std::array{1.0, 2.0}) && good.add(std::array{2.0, 5.0}));
    QVERIFY(refuses(adjustMeans(good, UnitMoments(2)), u"experiment.no-exposure"));
    QVERIFY(refuses(adjustMeans(good, UnitMoments(1)), u"experiment.bad-shape"));
    QVERIFY(refuses(adjustRatios(good, good), u"experiment.bad-shape"));
    UnitMoments nothing(4);
    QVERIFY(nothing.add(std::array{1.0, 1.0, 0.0, 0.0}));
    QVERIFY(refuses(adjustRatios(nothing, nothing), u"experiment.no-baseline"));
    QVERIFY(refuses(stratifiedLift({}, LiftKind::Absolute), u"experiment.no-exposure"));
    const Stratum half{*meanArm(good), {}};
    QVERIFY(refuses(stratifiedLift({&half, 1}, LiftKind::Absolute), u"experiment.no-exposure"));
  }
};

QTEST_GUILESS_MAIN(TestCuped)
#include "tst_Cuped.moc"
