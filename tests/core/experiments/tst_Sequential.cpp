// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/Sequential.h"

#include "statistics/Distributions.h"
#include "statistics/Random.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pricewright;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }

Lift liftLike(double value, double standardError, double units) {
  Lift lift;
  lift.value = value, lift.standardError = standardError, lift.units = units, lift.degreesOfFreedom = units - 2;
  return lift;
}

constexpr int kLooks = 20, kUnitsEach = 500; // a look and arm
// The sums of 500 normal units at once: mean and spread have their own exact distributions.
UnitMoments normalBlock(Random& random, double mean) {
  const double n = kUnitsEach, at = mean + random.normal() / std::sqrt(n);
  const double spread = chiSquareQuantile(random.uniform(), n - 1);
  const double sum = n * at, squares = spread + n * at * at;
  return *UnitMoments::fromSums(n, {&sum, 1}, {&squares, 1});
}

// How often each way says that there is a lift at one look or another.
struct Decided {
  double sequence = 0, planned = 0, mixture = 0, bonferroni = 0, naive = 0, missed = 0;
};
Decided watch(double effect, int runs, std::uint64_t seed) {
  Decided share;
  Random random(seed);
  constexpr double kTau = 0.05, kEnd = 2.0 * kLooks * kUnitsEach;
  for (int run = 0; run < runs; ++run) {
    UnitMoments control, treatment;
    std::array<bool, 6> seen{};
    for (int look = 0; look < kLooks; ++look) {
      if (!control.merge(normalBlock(random, 0)) || !treatment.merge(normalBlock(random, effect)))
        return {};
      const auto lift = *liftOf(*meanArm(control), *meanArm(treatment), LiftKind::Absolute);
      const auto sequence = confidenceSequence(lift, {}), planned = confidenceSequence(lift, {0.05, 0.75 * kEnd});
      const auto mixture = mixtureTest(lift, kTau * kTau, 0.05);
      seen[0] |= sequence->decided(), seen[1] |= planned->decided();
      seen[2] |= mixture->low > 0 || mixture->high < 0;
      seen[3] |= oneOfLooks(lift, 0.05, kLooks)->p < 0.05;
      seen[4] |= testLift(lift, 0.05)->p < 0.05;
      seen[5] |= sequence->low > effect || sequence->high < effect || planned->low > effect || planned->high < effect;
    }
    const std::array<double*, 6> out{&share.sequence,   &share.planned, &share.mixture,
                                     &share.bonferroni, &share.naive,   &share.missed};
    for (std::size_t i = 0; i < out.size(); ++i)
      *out[i] += seen[i] ? 1.0 / runs : 0;
  }
  return share;
}

} // namespace

class TestSequential : public QObject {
  Q_OBJECT
 private slots:
  // What it takes to be decided at a level is where p falls to that level.
  void aDeviateHasItsLevel() {
    for (const double units : {200.0, 5'000.0, 90'000.0})
      for (const double level : {0.05, 0.0125, 1e-6}) {
        const double deviates = *deviateOfSequence(level, units, {0.05, 5'000});
        const SequentialTest at = *confidenceSequence({deviates * 2, 2, 1e9, units, LiftKind::Absolute}, {0.05, 5'000});
        QVERIFY(std::abs(at.p / level - 1) < 1e-9);
        QVERIFY(level < 0.05 || std::abs(at.halfWidth / 2 - deviates) < 1e-9);
      }
    QVERIFY(!deviateOfSequence(0, 10, {}) && !deviateOfSequence(0.05, 0, {}));
  }

  // 10,000 units an arm, 20 looks. Whoever looks naively finds something in a quarter of all tests of nothing.
  void lookingTwentyTimes() {
    constexpr int kRuns = 3000;
    const Decided nothing = watch(0, kRuns, 31), something = watch(0.05, kRuns, 32);
    qInfo("false positives: naive %.4f, sequence %.4f (tuned at 5,000) %.4f (at 3/4 of the end), mixture %.4f, "
          "Bonferroni %.4f",
          nothing.naive, nothing.sequence, nothing.planned, nothing.mixture, nothing.bonferroni);
    qInfo("power at 0.05 deviations: sequence %.4f (tuned at 5,000) %.4f (at 3/4 of the end), mixture %.4f, "
          "Bonferroni %.4f",
          something.sequence, something.planned, something.mixture, something.bonferroni);
    QVERIFY(nothing.naive > 0.2);
    for (const double share : {nothing.sequence, nothing.planned, nothing.mixture, nothing.bonferroni})
      QVERIFY(share <= 0.05 && share > 0.002);
    QVERIFY(nothing.missed <= 0.05 && something.missed <= 0.05);
    QVERIFY(something.sequence > 0.73 && something.planned > 0.75);
    QVERIFY(something.mixture > 0.75 && something.bonferroni > 0.76);
  }

  // Spending of customers of whom few buy at all, watched from 100 units an arm at every twentieth: the sequence of the
  // absolute lift holds the truth at all looks; that of the relative one from where its baseline is known well enough.
  void holdsAtEveryLookOfSkewedMoney_data() {
    QTest::addColumn<double>("buying");
    QTest::newRow("one in ten buys") << 0.1;
    QTest::newRow("one in thirty buys") << 0.033;
  }
  void holdsAtEveryLookOfSkewedMoney() {
    QFETCH(double, buying);
    constexpr int kRuns = 800, kFirst = 100, kLast = 3000, kStep = 20;
    constexpr double kLift = 0.2, kOrder = 30, kSpread = 0.7;
    const double truth = kLift * buying * kOrder * std::exp(kSpread * kSpread / 2);
    Random random(33);
    int absolute = 0, relative = 0, early = 0, fixed = 0;
    const auto misses = [](const auto& test, double value) { return test->low > value || test->high < value; };
    for (int run = 0; run < kRuns; ++run) {
      UnitMoments control, treatment;
      std::array<bool, 4> missed{};
      for (int i = 1; i <= kLast; ++i) {
        for (UnitMoments* arm : {&control, &treatment}) {
          const double buys = random.uniform() < buying ? kOrder * std::exp(kSpread * random.normal()) : 0;
          const double spent = arm == &treatment ? buys * (1 + kLift) : buys;
          QVERIFY(arm->add({&spent, 1}));
        }
        if (i < kFirst || i % kStep != 0)
          continue;
        const auto c = *meanArm(control), t = *meanArm(treatment);
        const auto lift = liftOf(c, t, LiftKind::Absolute), share = liftOf(c, t, LiftKind::Relative);
        if (!lift || !share)
          continue; // nobody has bought yet
        const bool outside = misses(confidenceSequence(*share, {0.05, 1.5 * kLast}), kLift);
        missed[0] |= misses(confidenceSequence(*lift, {0.05, 1.5 * kLast}), truth);
        missed[1] |= outside && baselineNoise(c) <= kNoisiestBaseline;
        missed[2] |= outside;
        missed[3] |= misses(testLift(*lift, 0.05), truth);
      }
      absolute += missed[0], relative += missed[1], early += missed[2], fixed += missed[3];
    }
    const auto share = [](int count) { return count / double(kRuns); };
    qInfo("missed at one look or another: absolute %.3f, relative %.3f (from the first look on %.3f), fixed %.3f",
          share(absolute), share(relative), share(early), share(fixed));
    QVERIFY(share(absolute) <= 0.05 && share(relative) <= 0.05);
    QVERIFY(share(early) > 0.05 && share(fixed) > 0.2);
  }

  // p says at each level what the interval of that level says.
  void pAndIntervalAgree() {
    Random random(34);
    for (int run = 0; run < 500; ++run) {
      const double units = std::exp(4 + 14 * random.uniform()), tunedAt = std::exp(4 + 14 * random.uniform());
      const Lift lift = liftLike(4 * random.normal(), 1, units);
      const auto at5 = confidenceSequence(lift, {0.05, tunedAt});
      QVERIFY(at5->decided() == (at5->p < 0.05));
      const auto mixture = mixtureTest(lift, std::exp(2 * random.normal()), 0.05);
      QVERIFY((mixture->low > 0 || mixture->high < 0) == (mixture->p < 0.05));
      const auto there = confidenceSequence(lift, {0.05, units});
      QVERIFY(there->lowAlone > there->low && there->highAlone < there->high); // one side alone is nearer
      const auto looks = oneOfLooks(lift, 0.05, 7);
      QVERIFY((looks->low > 0 || looks->high < 0) == (looks->p < 0.05));
      QVERIFY(at5->p >= testLift(lift, 0.05)->p);
    }
  }

  void narrowestWhereItIsTuned() {
    const auto inErrors = [](double units) {
      return confidenceSequence(liftLike(0, 1, units), {0.05, 20'000})->halfWidth;
    };
    const double best = inErrors(20'000);
    QVERIFY(std::abs(best - 3.035) < 0.005);            // as against 1.96 of one look
    for (double units = 200; units < 1e7; units *= 1.1) // eq. 161 is itself approximate
      QVERIFY(inErrors(units) > 0.999 * best);
    for (const double units : {2000., 8000., 50'000., 400'000.})
      QVERIFY(inErrors(units) > 1.01 * best);
  }

  void edges() {
    const Lift lift = liftLike(0.1, 0.01, 1000);
    for (const double level : {0., 1., -0.1, kNaN}) {
      QVERIFY(refuses(confidenceSequence(lift, {level, 5000}), u"experiment.bad-level"));
      QVERIFY(refuses(mixtureTest(lift, 1, level), u"experiment.bad-level"));
      QVERIFY(refuses(oneOfLooks(lift, level, 3), u"experiment.bad-level"));
    }
    QVERIFY(refuses(confidenceSequence(lift, {0.6, 5000}), u"experiment.bad-level"));
    for (const double setting : {0., -1., kNaN, std::numeric_limits<double>::infinity()}) {
      QVERIFY(refuses(confidenceSequence(lift, {0.05, setting}), u"experiment.bad-setting"));
      QVERIFY(refuses(mixtureTest(lift, setting, 0.05), u"experiment.bad-setting"));
    }
    QVERIFY(refuses(oneOfLooks(lift, 0.05, 0), u"experiment.bad-setting"));
    QVERIFY(refuses(confidenceSequence(liftLike(0.1, 0, 1000), {}), u"experiment.no-variance"));
    QVERIFY(refuses(confidenceSequence(liftLike(0.1, 1, 0), {}), u"experiment.no-exposure"));
    QVERIFY(refuses(confidenceSequence(liftLike(kNaN, 1, 10), {}), u"experiment.not-finite"));
    const auto huge = confidenceSequence(liftLike(1e-9, 1e-9, 1e18), {});
    QVERIFY(huge && huge->p > 0.9 && std::isfinite(huge->halfWidth) && huge->halfWidth > 0);
    QVERIFY(confidenceSequence(liftLike(1, 1e-12, 1e9), {})->p == 0);
    QVERIFY(std::isfinite(mixtureTest(liftLike(1e-9, 1e-9, 1e18), 1e-6, 0.05)->high));
  }
};

QTEST_GUILESS_MAIN(TestSequential)
#include "tst_Sequential.moc"
