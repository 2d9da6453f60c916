// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "earnings/ScoreGroups.h"

#include "statistics/Distributions.h"
#include "statistics/Random.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pricewright;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }

// Realized = share · predicted + what nobody could foresee + noise of the
// measurement.
ScoredEffect drawn(Random& random, int group, double share, double predictedSd = 4, double error = 5) {
  ScoredEffect e{group, 10 + 8 * random.normal(), predictedSd, 0, error};
  e.realized = share * e.predicted + predictedSd * random.normal() + error * random.normal();
  const double apart = e.realized - e.predicted;
  e.position = normalCdf(apart / std::hypot(predictedSd, error));
  e.insidePredicted = std::abs(apart) <= kNormal90 * predictedSd;
  return e;
}

} // namespace

class TestScoreGroups : public QObject {
  Q_OBJECT
 private slots:
  void wilsonsInterval() { // against the formula's published example: 10 of 20
                           // → 0.299 … 0.701
    const ShareOf half = shareOf(10, 20);
    QVERIFY(std::abs(half.low - 0.2993) < 1e-4 && std::abs(half.high - 0.7007) < 1e-4);
    QCOMPARE(shareOf(0, 0).high, 1.0);
    QCOMPARE(shareAtLeast(0, 0), 0.0);
    QVERIFY(shareAtLeast(27, 30) > shareOf(27, 30).low && shareAtLeast(27, 30) < 0.9);
    QVERIFY(shareOf(20, 20).high <= 1 && shareOf(0, 20).low >= 0);
  }

  void theSlopeIsWhatWasKeptAndItsIntervalHolds() {
    constexpr int kRuns = 300;
    Random random(61);
    int covered = 0;
    for (int run = 0; run < kRuns; ++run) {
      std::vector<ScoredEffect> scores;
      for (int i = 0; i < 60; ++i)
        scores.push_back(drawn(random, 0, 0.6, i % 2 ? 3 : 6, i % 3 ? 4 : 9));
      const auto c = calibrationOf(scores);
      covered += *c->slopeLow <= 0.6 && 0.6 <= *c->slopeHigh;
    }
    QVERIFY2(covered > 0.85 * kRuns && covered < 0.95 * kRuns, qPrintable(QString::number(covered)));
  }

  void calibrationPointsLieOnTheDiagonalWhereAllIsWell() {
    Random random(62);
    std::vector<ScoredEffect> scores;
    for (int i = 0; i < 4000; ++i)
      scores.push_back(drawn(random, 0, 1));
    const auto c = calibrationOf(scores);
    QCOMPARE(c->points.size(), std::size_t(9));
    for (const CalibrationPoint& p : c->points)
      QVERIFY(std::abs(p.observed.share - p.nominal) < 0.03);
    QVERIFY(c->expectedError < 0.015 && std::abs(c->inside80.share - 0.8) < 0.03);
    QVERIFY(c->insideAsTold.share < 0.8);
  }

  void groupsAreDrawnToTheMeanByHowLittleTheyKnow() {
    Random random(63);
    std::vector<ScoredEffect> scores;
    for (int i = 0; i < 200; ++i)
      scores.push_back(drawn(random, 1, 1.0)), scores.push_back(drawn(random, 2, 0.4));
    ScoredEffect lucky{3, 10, 4, 60, 5, 0.999};
    scores.push_back(lucky);
    const auto groups = scoreGroups(scores);
    QCOMPARE(groups->size(), std::size_t(3));
    const auto& [one, two, three] = std::tie((*groups)[0], (*groups)[1], (*groups)[2]);
    QVERIFY(std::abs(*one.kept - 1) < 0.15 && std::abs(*two.kept - 0.4) < 0.15);
    QVERIFY(std::abs(*one.keptShrunk - *one.kept) < 0.1);
    QCOMPARE(three.decisions, 1);
    QVERIFY(*three.kept > 5 && *three.keptShrunk < *three.kept - 0.5); // one lucky hit makes nobody a champion
    QCOMPARE(three.realized, 60.0);
  }

  void nothingPromisedNothingKept() {
    const auto groups = scoreGroups(std::array{ScoredEffect{7, 0, 1, 3, 1}});
    QVERIFY(!groups->front().kept && !groups->front().keptShrunk);
    QCOMPARE(groups->front().rightSign.of, 0);
    QVERIFY(scoreGroups({})->empty());
    const auto none = calibrationOf({});
    QVERIFY(!none->slope && none->points.empty() && none->expectedError == 0);
    const std::array alike{ScoredEffect{0, 5, 1, 3, 1}, ScoredEffect{0, 5, 1, 4, 1}, ScoredEffect{0, 5, 1, 9, 1}};
    QVERIFY(!calibrationOf(alike)->slope); // no line through one place
  }

  void badInputIsRefused() {
    for (const ScoredEffect& bad : {ScoredEffect{0, kNaN, 1, 1, 1}, ScoredEffect{0, 1, 1, kNaN, 1}})
      QVERIFY(refuses(calibrationOf(std::array{bad}), u"earnings.not-finite"));
    for (const ScoredEffect& bad :
         {ScoredEffect{0, 1, 0, 1, 0}, ScoredEffect{0, 1, 1, 1, -1}, ScoredEffect{0, 1, kNaN, 1, 1}}) {
      QVERIFY(refuses(calibrationOf(std::array{bad}), u"earnings.bad-standard-error"));
      QVERIFY(refuses(scoreGroups(std::array{bad}), u"earnings.bad-standard-error"));
    }
  }
};

QTEST_APPLESS_MAIN(TestScoreGroups)
#include "tst_ScoreGroups.moc"
