// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/MeanTest.h"

#include "experiments/ProportionTest.h"
#include "statistics/Random.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace pricewright;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();
bool near(double got, double expected, double relative = 1e-10) {
  return std::abs(got - expected) <= relative * std::abs(expected) + 1e-300;
}
ArmMoments arm(const std::vector<double>& values) { return *meanArm(*UnitMoments::fromValues(values)); }
bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }

// A customer's visits and what they spend in them: more visits, more money, and a few spend a lot.
std::array<double, 2> customer(Random& random, double spending) {
  const double visits = 1 + std::floor(-1.5 * std::log(random.uniform()));
  const double money = spending * visits * std::exp(0.8 * random.normal() - 0.32);
  return {money, visits};
}

} // namespace

class TestMeanTest : public QObject {
  Q_OBJECT
 private slots:
  // Student's sleep data, as R's t.test() and wilcox.test() answer.
  void knownTests() {
    const std::vector<double> first{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    const std::vector<double> second{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    const auto lift = liftOf(arm(first), arm(second), LiftKind::Absolute);
    const auto test = testLift(*lift, 0.05);
    QVERIFY(near(test->t, 1.860813467, 1e-8));
    QVERIFY(near(lift->degreesOfFreedom, 17.7764735, 1e-7));
    QVERIFY(near(test->p, 0.07939414019, 1e-8));
    QVERIFY(near(test->low, -0.205483229, 1e-7) && near(test->high, 3.365483229, 1e-8));
    QVERIFY(near(pooledTest(arm(first), arm(second))->p, 0.07918671422, 1e-8));
    const auto ranks = rankTest(first, second);
    QCOMPARE(ranks->u, 74.5);
    QVERIFY(near(ranks->p, 0.06932757582, 1e-8));
  }

  void oneSidedPartsMakeTheTwoSided() {
    const auto lift = liftOf(arm({1, 2, 3, 4}), arm({2, 4, 6, 9, 3}), LiftKind::Relative);
    const auto test = testLift(*lift, 0.1), wider = testLift(*lift, 0.05);
    QVERIFY(near(test->pGreater + test->pLess, 1));
    QVERIFY(near(test->p, 2 * std::min(test->pGreater, test->pLess)));
    QVERIFY(near(wider->lowAlone, test->low) && near(wider->highAlone, test->high));
    QVERIFY(test->p < 0.3 && test->low < lift->value);
  }

  void invariants() {
    Random random(11);
    for (int run = 0; run < 200; ++run) {
      std::vector<double> a, b, scaledA, scaledB;
      const double scale = std::exp(10 * random.normal()), apart = random.normal();
      for (int i = 0; i < 5 + run % 40; ++i)
        a.push_back(5 + random.normal()), b.push_back(5 + apart + 2 * random.normal());
      for (std::size_t i = 0; i < a.size(); ++i)
        scaledA.push_back(scale * a[i]), scaledB.push_back(scale * b[i]);
      for (const LiftKind kind : {LiftKind::Absolute, LiftKind::Relative}) {
        const auto here = liftOf(arm(a), arm(b), kind), there = liftOf(arm(scaledA), arm(scaledB), kind);
        QVERIFY(near(there->value, here->value * (kind == LiftKind::Absolute ? scale : 1), 1e-9));
        QVERIFY(near(testLift(*there, 0.05)->p, testLift(*here, 0.05)->p, 1e-8));
      }
      const auto back = liftOf(arm(b), arm(a), LiftKind::Absolute), forth = liftOf(arm(a), arm(b), LiftKind::Absolute);
      QVERIFY(near(back->value, -forth->value) && near(back->standardError, forth->standardError));
      // A negative baseline (a loss) keeps the direction: less loss is a lift.
      for (auto* values : {&a, &b})
        std::transform(values->begin(), values->end(), values->begin(), [](double v) { return v - 100; });
      const auto loss = liftOf(arm(a), arm(b), LiftKind::Relative);
      QVERIFY((loss->value > 0) == (forth->value > 0));
    }
  }

  void momentsAddUpInAnyParts() {
    Random random(12);
    UnitMoments whole(3), odd(3), even(3);
    std::array<double, 3> sums{};
    std::array<double, 9> products{};
    for (int i = 0; i < 999; ++i) {
      const double x = random.normal();
      const std::array<double, 3> unit{7 + x, 2 * x + random.normal(), random.uniform()};
      QVERIFY(whole.add(unit) && (i % 3 == 0 ? odd : even).add(unit));
      for (std::size_t j = 0; j < 3; ++j)
        for (std::size_t k = 0; k < 3; ++k)
          sums[j] += k == 0 ? unit[j] : 0, products[3 * j + k] += unit[j] * unit[k];
    }
    QVERIFY(odd.merge(even) && odd.merge(UnitMoments(3)));
    const auto stored = UnitMoments::fromSums(999, sums, products);
    QVERIFY(stored && odd.units() == 999);
    for (std::size_t j = 0; j < 3; ++j)
      for (std::size_t k = 0; k < 3; ++k) {
        QVERIFY(near(odd.covariance(j, k), whole.covariance(j, k), 1e-9));
        QVERIFY(near(stored->covariance(j, k), whole.covariance(j, k), 1e-9));
      }
    UnitMoments far;
    for (const double x : {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}) // where sums of squares would have lost it all
      QVERIFY(far.add({&x, 1}));
    QVERIFY(near(far.variance(0), 30));
  }

  // An interval holds the truth about as often as it says: relative lifts and ratio metrics, skewed as money is.
  void intervalsHoldTheTruth_data() {
    QTest::addColumn<bool>("ratio");
    QTest::newRow("spending of a customer") << false;
    QTest::newRow("spending of a visit") << true;
  }
  void intervalsHoldTheTruth() {
    QFETCH(bool, ratio);
    constexpr int kRuns = 1500, kUnits = 800;
    constexpr double kLift = 0.3;
    Random random(13);
    int inside = 0;
    for (int run = 0; run < kRuns; ++run) {
      UnitMoments control(2), treatment(2);
      for (int i = 0; i < kUnits; ++i)
        QVERIFY(control.add(customer(random, 10)) && treatment.add(customer(random, 10 * (1 + kLift))));
      const auto of = [&](const UnitMoments& m) { return ratio ? *ratioArm(m) : *meanArm(m); };
      const auto test = testLift(*liftOf(of(control), of(treatment), LiftKind::Relative), 0.05);
      inside += test->low <= kLift && kLift <= test->high;
    }
    QVERIFY2(inside >= 0.935 * kRuns && inside <= 0.965 * kRuns, qPrintable(QString::number(inside / double(kRuns))));
  }

  void aRatioOfConstantsIsAMean() {
    UnitMoments one(2);
    for (const double x : {3., 5., 9., 4.})
      QVERIFY(one.add(std::array{x, 2.0}));
    const auto ratio = ratioArm(one);
    QVERIFY(near(ratio->mean, 5.25 / 2) && near(ratio->variance, one.variance(0) / 4));
  }

  void giantOrdersAreMovedIn() {
    std::vector<double> values;
    for (int i = 1; i <= 101; ++i)
      values.push_back(i);
    values[100] = 1e9;
    const auto limits = winsorLimits(values, 0, 0.99);
    QVERIFY(limits && limits->low == 1 && limits->high == 100);
    winsorize(values, *limits);
    QCOMPARE(*std::max_element(values.begin(), values.end()), 100.0);
    QCOMPARE(values[3], 4.0);
    QVERIFY(refuses(winsorLimits({}, 0, 0.99), u"experiment.no-exposure"));
    QVERIFY(refuses(winsorLimits(values, 0.9, 0.1), u"experiment.bad-level"));
    QVERIFY(refuses(winsorLimits(values, kNaN, 1), u"experiment.bad-level"));
    values[0] = kNaN;
    QVERIFY(refuses(winsorLimits(values, 0, 1), u"experiment.not-finite"));
  }

  void whatCannotBeComparedIsRefused() {
    const ArmMoments good = arm({1, 2, 4}), zero = arm({-1, 0, 1});
    QVERIFY(refuses(meanArm(UnitMoments()), u"experiment.no-exposure"));
    QVERIFY(refuses(UnitMoments::fromValues(std::vector{1.0, kInf}), u"experiment.not-finite"));
    QVERIFY(refuses(liftOf(good, arm({3}), LiftKind::Absolute), u"experiment.too-few-units"));
    QVERIFY(refuses(liftOf(good, arm({3, 3, 3}), LiftKind::Absolute), u"experiment.no-variance"));
    QVERIFY(refuses(liftOf({}, good, LiftKind::Absolute), u"experiment.no-exposure"));
    QVERIFY(refuses(liftOf(zero, good, LiftKind::Relative), u"experiment.no-baseline"));
    ArmMoments broken = good;
    broken.variance = kNaN;
    QVERIFY(refuses(liftOf(broken, good, LiftKind::Absolute), u"experiment.not-finite"));
    for (const double level : {0., 1., -1., kNaN, 2.})
      QVERIFY(refuses(testLift(*liftOf(zero, good, LiftKind::Absolute), level), u"experiment.bad-level"));
    const std::array sums{5.0};
    QVERIFY(refuses(UnitMoments::fromSums(-1, sums, sums), u"experiment.bad-counts"));
    QVERIFY(refuses(UnitMoments::fromSums(2, sums, sums), u"experiment.bad-counts")); // 5 < 25 / 2
    QVERIFY(refuses(UnitMoments::fromSums(kNaN, sums, sums), u"experiment.not-finite"));
    QVERIFY(refuses(UnitMoments::fromSums(2, sums, {}), u"experiment.bad-shape"));
    QVERIFY(refuses(UnitMoments(2).merge(UnitMoments(1)), u"experiment.bad-shape"));
    QVERIFY(refuses(ratioArm(UnitMoments(1)), u"experiment.bad-shape"));
    UnitMoments nothingBelow(2);
    QVERIFY(nothingBelow.add(std::array{1.0, 0.0}) && refuses(ratioArm(nothingBelow), u"experiment.no-baseline"));
    QVERIFY(refuses(proportionArm(10, 11), u"experiment.bad-counts"));
    QVERIFY(refuses(proportionArm(0, 0), u"experiment.no-exposure"));
    QVERIFY(refuses(rankTest({}, std::vector{1.0}), u"experiment.no-exposure"));
    QVERIFY(refuses(rankTest(std::vector{1.0, 1.0}, std::vector{1.0}), u"experiment.no-variance"));
    QVERIFY(refuses(rankTest(std::vector{1.0, kNaN}, std::vector{1.0}), u"experiment.not-finite"));
  }

  void hugeCountsStayFinite() {
    const auto lift = liftOf(*proportionArm(1e15, 1e12), *proportionArm(1e15, 1.000005e12), LiftKind::Relative);
    const auto test = testLift(*lift, 0.05);
    QVERIFY(test && near(lift->value, 5e-6, 1e-6) && test->p > 1e-4 && test->p < 1e-3);
    const auto far =
        testLift(*liftOf(*proportionArm(1e15, 1e12), *proportionArm(1e15, 9e14), LiftKind::Absolute), 0.05);
    QVERIFY(far && far->p == 0 && std::isfinite(far->t));
    const auto shares = testProportions({1e15, 1e12}, {1e15, 1.0001e12}, 0.05);
    QVERIFY(shares && !shares->fisher && shares->newcombe.low > 0 && std::isfinite(shares->newcombe.high));
    for (const auto& interval : {wilsonInterval({1e15, 1e12}, 0.05), clopperPearsonInterval({1e15, 1e12}, 0.05),
                                 jeffreysInterval({1e15, 1e12}, 0.05)})
      QVERIFY(near(interval->low, 0.001, 1e-5) && near(interval->high, 0.001, 1e-5) && interval->low < interval->high);
  }

  void sharesInSmall() {
    const auto tea = testProportions({4, 1}, {4, 3}, 0.05); // Fisher's lady
    QVERIFY(tea && near(*tea->fisher, 34.0 / 70));
    const auto back = testProportions({4, 3}, {4, 1}, 0.05);
    QVERIFY(near(back->zPooled, -tea->zPooled) && near(back->newcombe.low, -tea->newcombe.high));
    QVERIFY(near(*back->fisher, *tea->fisher));
    // R: fisher.test(). Tails of equal chance on both sides differ by rounding, and both count.
    for (const auto& [c, tr, p] : {std::tuple(ShareCount{30, 7}, ShareCount{30, 13}, 0.170221703169),
                                   {{57, 11}, {57, 22}, 0.0380375204149},
                                   {{200, 40}, {200, 61}, 0.0210791772829},
                                   {{1000, 101}, {1000, 130}, 0.0499448546754}})
      QVERIFY(near(*testProportions(c, tr, 0.05)->fisher, p, 1e-9) &&
              near(*testProportions(tr, c, 0.05)->fisher, p, 1e-9));
    const auto never = clopperPearsonInterval({50, 0}, 0.05);
    QVERIFY(never->low == 0 && near(never->high, 1 - std::pow(0.025, 1.0 / 50)));
    const auto all = wilsonInterval({50, 50}, 0.05);
    QVERIFY(all->high == 1 && all->low > 0.9 && all->low < 1);
    const auto one = testProportions({1, 0}, {1, 1}, 0.05);
    QVERIFY(one && std::isfinite(one->newcombe.low) && near(*one->fisher, 1) && one->pUnpooled == 1);
    QVERIFY(refuses(testProportions({10, 0}, {12, 0}, 0.05), u"experiment.no-variance"));
    QVERIFY(refuses(testProportions({10, 10}, {12, 12}, 0.05), u"experiment.no-variance"));
    QVERIFY(refuses(testProportions({0, 0}, {12, 3}, 0.05), u"experiment.no-exposure"));
    QVERIFY(refuses(testProportions({10, -1}, {12, 3}, 0.05), u"experiment.bad-counts"));
    QVERIFY(refuses(testProportions({10, 2.5}, {12, 3}, 0.05), u"experiment.bad-counts"));
    QVERIFY(refuses(testProportions({10, kNaN}, {12, 3}, 0.05), u"experiment.not-finite"));
    QVERIFY(refuses(jeffreysInterval({10, 3}, 0), u"experiment.bad-level"));
  }
};

QTEST_GUILESS_MAIN(TestMeanTest)
#include "tst_MeanTest.moc"
