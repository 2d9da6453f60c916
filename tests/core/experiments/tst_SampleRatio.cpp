// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/SampleRatio.h"

#include "statistics/Random.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace pricewright;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }
bool near(double got, double expected, double tolerance) { return std::abs(got - expected) <= tolerance; }

// The Bayes factor as a product of predictive chances, unit by unit.
double factorByUnits(const std::vector<int>& units, const std::vector<double>& shares, double concentration) {
  std::vector<double> seen(shares.size());
  double factor = 0, all = concentration;
  for (const int arm : units) {
    const auto i = std::size_t(arm);
    factor += std::log((concentration * shares[i] + seen[i]) / all / shares[i]);
    seen[i] += 1, all += 1;
  }
  return factor;
}

} // namespace

class TestSampleRatio : public QObject {
  Q_OBJECT
 private slots:
  void known() {
    const auto ratio = checkSampleRatio(std::array{90., 110.}, std::array{1., 1.});
    QVERIFY(near(ratio->chiSquare, 2, 1e-12) && near(ratio->p, 0.15729920705028513, 1e-12));
    QVERIFY(!ratio->mismatch() && ratio->degreesOfFreedom == 1);
    QVERIFY(checkSampleRatio(std::array{9000., 11'000.}, std::array{0.5, 0.5})->mismatch());
    const auto scaled = checkSampleRatio(std::array{30., 60., 200.}, std::array{10., 20., 70.});
    const auto same = checkSampleRatio(std::array{30., 60., 200.}, std::array{0.1, 0.2, 0.7});
    QVERIFY(near(scaled->p, same->p, 1e-12) && near(scaled->logBayesFactor, same->logBayesFactor, 1e-10));
  }

  void theFactorIsThatOfItsUnits() {
    Random random(41);
    for (const double concentration : {0.5, 3.0, 400.0, 10'000.0, 1e8}) {
      const std::vector<double> shares{0.2, 0.3, 0.5};
      std::vector<int> units;
      std::vector<double> counts(3);
      for (int i = 0; i < 500; ++i) {
        const double u = random.uniform();
        units.push_back(u < 0.1 ? 0 : u < 0.5 ? 1 : 2);
        counts[std::size_t(units.back())] += 1;
      }
      const auto ratio = checkSampleRatio(counts, shares, concentration);
      const double expected = factorByUnits(units, shares, concentration);
      QVERIFY2(near(ratio->logBayesFactor, expected, 1e-8 * (1 + std::abs(expected))),
               qPrintable(QString::number(ratio->logBayesFactor - expected)));
    }
  }

  // At 200 looks, χ² cries wolf again and again; the anytime p does so no more often than it says.
  void lookingAgainAndAgain() {
    constexpr int kRuns = 1000, kLooks = 200;
    Random random(42);
    int anytime = 0, fixed = 0, found = 0;
    for (int run = 0; run < kRuns; ++run) {
      std::array<double, 2> good{}, bad{};
      bool anytimeSeen = false, fixedSeen = false;
      for (int look = 0; look < kLooks; ++look) {
        // 500 units a look, by their normal sum
        const double z = std::round(11.18 * random.normal());
        good[0] += 250 + z, good[1] += 250 - z;
        bad[0] += 254 + z, bad[1] += 246 - z; // 50.8 to 49.2
        const auto ratio = checkSampleRatio(good, std::array{1., 1.});
        anytimeSeen |= ratio->pAnytime < 0.05, fixedSeen |= ratio->p < 0.05;
      }
      anytime += anytimeSeen, fixed += fixedSeen;
      found += checkSampleRatio(bad, std::array{1., 1.})->mismatchAnytime();
    }
    qInfo("false alarms at 0.05: anytime %.3f, chi-square %.3f; 50.8 %% found: %.3f", anytime / double(kRuns),
          fixed / double(kRuns), found / double(kRuns));
    QVERIFY(anytime <= 0.05 * kRuns);
    QVERIFY(fixed > 0.3 * kRuns);
    QVERIFY(found > 0.6 * kRuns);
  }

  void edges() {
    const std::array even{1., 1.};
    QVERIFY(refuses(checkSampleRatio(std::array{5.}, std::array{1.}), u"experiment.bad-shape"));
    QVERIFY(refuses(checkSampleRatio(std::array{5., 5., 5.}, even), u"experiment.bad-shape"));
    QVERIFY(refuses(checkSampleRatio(std::array{0., 0.}, even), u"experiment.no-exposure"));
    QVERIFY(refuses(checkSampleRatio(std::array{-1., 5.}, even), u"experiment.bad-counts"));
    QVERIFY(refuses(checkSampleRatio(std::array{kNaN, 5.}, even), u"experiment.not-finite"));
    QVERIFY(refuses(checkSampleRatio(std::array{5., 5.}, std::array{1., 0.}), u"experiment.bad-share"));
    QVERIFY(refuses(checkSampleRatio(std::array{5., 5.}, even, 0), u"experiment.bad-setting"));
    const auto oneArm = checkSampleRatio(std::array{0., 1000.}, even);
    QVERIFY(oneArm && oneArm->mismatch() && oneArm->mismatchAnytime());
    const auto one = checkSampleRatio(std::array{0., 1.}, even);
    QVERIFY(one && !one->mismatch() && near(one->logBayesFactor, 0, 1e-9));
    for (const double n : {1e9, 1e12, 1e15}) { // where Γ alone would have lost every digit
      const double z = 0.5 * std::sqrt(n);     // one deviation
      const auto ratio = checkSampleRatio(std::array{n / 2 + z, n / 2 - z}, even);
      QVERIFY(near(ratio->chiSquare, 1, 1e-3) && !ratio->mismatchAnytime());
      QVERIFY2(near(ratio->logBayesFactor, 0.5 - 0.5 * std::log(n / 10'000), 0.01),
               qPrintable(QString::number(ratio->logBayesFactor)));
    }
  }

  // By hand: 60, 40 against 40, 60 in two segments of 100: 4 · 10² / 50. Small segments count together.
  void segmentsAreHeldAgainstEachOther() {
    const auto p = [](std::vector<double> units, std::size_t arms) {
      return checkSegmentRatio(units, arms, units.size() / arms);
    };
    const auto got = p({60, 40, 40, 60}, 2);
    QVERIFY(got && std::abs(got->chiSquare - 8) < 1e-12);
    QCOMPARE(got->degreesOfFreedom, 1.0);
    QVERIFY(got->p > 0.0046 && got->p < 0.0048 && !got->mismatch());
    QVERIFY(p({600, 400, 400, 600}, 2)->mismatch());
    QVERIFY(!p({700, 300, 350, 150}, 2)->mismatch()); // other shares of the arms, the same in both
    QCOMPARE(p({60, 40, 3, 2, 1, 40, 60, 3, 2, 1}, 2)->degreesOfFreedom, 2.0);
    QVERIFY(p({3, 2, 1, 1}, 2).error().is(u"experiment.bad-shape")); // nothing is large enough
  }
};

QTEST_GUILESS_MAIN(TestSampleRatio)
#include "tst_SampleRatio.moc"
