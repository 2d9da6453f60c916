// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "earnings/PriceScore.h"

#include "earnings/ScoreGroups.h"
#include "statistics/Distributions.h"
#include "statistics/Random.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace pricewright;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int kWeeks = 39, kChange = 26; // the price changes then
bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }

// A shop of constant elasticity: levels, a season that all share, noise of its
// own for each, and perhaps drift apart.
struct Shop {
  int rows = 13;
  double noise = 0.15, drift = 0, elasticity = -2, priceFactor = 1.1;
  double level = 400;
  WeekPanel sell(Random& random,
                 double* truth = nullptr) const { // of units a week, by the change alone
    WeekPanel panel;
    panel.weeks = kWeeks;
    std::vector<double> season;
    for (int w = 0; w < kWeeks; ++w)
      season.push_back(std::exp(0.2 * std::sin(w / 6.0) + 0.004 * w + 0.05 * random.normal()));
    for (int row = 0; row < rows; ++row) {
      const double mean = level * std::exp(0.5 * random.normal()), apart = std::exp(drift * random.normal());
      for (int w = 0; w < kWeeks; ++w) {
        const bool after = w >= kChange, changed = row == 0 && after;
        const double noisy = std::exp(noise * random.normal() - noise * noise / 2);
        const double expected = mean * season[std::size_t(w)] * (after ? apart : 1);
        const double effect = changed ? std::pow(priceFactor, elasticity) : 1;
        panel.units.push_back(expected * effect * noisy);
        if (truth && changed)
          *truth += expected * (effect - 1) / (kWeeks - kChange);
        panel.price.push_back(changed ? 10 * priceFactor : 10);
        panel.cost.push_back(6);
      }
    }
    return panel;
  }
  PriceToScore change() const {
    PriceToScore w;
    w.beforeUntil = w.afterFrom = kChange, w.afterUntil = kWeeks;
    w.oldPrice = 10, w.newPrice = 10 * priceFactor;
    for (int row = 1; row < rows; ++row)
      w.comparables.push_back(row);
    return w;
  }
};

// Without noise: everything moves alike, and the truth can be computed by hand.
WeekPanel quiet(double before, double after, double seasonAfter) {
  WeekPanel p;
  p.weeks = kWeeks;
  for (int row = 0; row < 3; ++row)
    for (int w = 0; w < kWeeks; ++w) {
      const double season = w < kChange ? 1 : seasonAfter;
      p.units.push_back(row > 0 ? 50 * row * season : (w < kChange ? before : after));
      p.price.push_back(row == 0 && w >= kChange ? 5 : 4);
      p.cost.push_back(w < kChange ? 2 : 3);
    }
  return p;
}
PriceToScore quietChange() {
  PriceToScore w = Shop{.rows = 3}.change();
  w.oldPrice = 4, w.newPrice = 5;
  return w;
}

} // namespace

class TestPriceScore : public QObject {
  Q_OBJECT
 private slots:
  void whatWouldHaveHappenedMovesWithTheOthers() {
    // 100 before; the others went up by half, so 150 would have come; 120 came.
    const auto got = scorePrice(quiet(100, 120, 1.5), quietChange());
    QCOMPARE(got->state, ScoreState::NoPrediction);
    QVERIFY(std::abs(got->movement - 1.5) < 1e-12);
    QVERIFY(std::abs(got->units->mean + 30) < 1e-9);
    QVERIFY(std::abs(got->units->counterfactual - 150) < 1e-9);
    QVERIFY(std::abs(got->revenue->mean - (120 * 5 - 150 * 4)) < 1e-9);
    // Profit at the cost of today on both sides: a cost that rose is no fault
    // of the price.
    QVERIFY(std::abs(got->profit->mean - (120 * (5 - 3) - 150 * (4 - 3))) < 1e-9);
    QVERIFY(got->units->standardError > 0); // counts scatter even where these did not
  }

  void theIntervalHoldsTheTruthAsOftenAsItSays_data() {
    QTest::addColumn<double>("noise");
    QTest::addColumn<double>("drift");
    QTest::newRow("quiet") << 0.1 << 0.0;
    QTest::newRow("loud") << 0.4 << 0.0;
    QTest::newRow("prices drift apart by themselves") << 0.15 << 0.1;
  }
  void theIntervalHoldsTheTruthAsOftenAsItSays() {
    QFETCH(double, noise);
    QFETCH(double, drift);
    constexpr int kRuns = 600;
    Random random(51);
    int covered = 0;
    double bias = 0, size = 0;
    for (int run = 0; run < kRuns; ++run) {
      Shop shop{.noise = noise, .drift = drift};
      double truth = 0;
      const auto got = scorePrice(shop.sell(random, &truth), shop.change());
      QVERIFY(got && got->units);
      covered += got->units->low <= truth && truth <= got->units->high;
      bias += got->units->mean - truth, size += std::abs(truth);
    }
    QVERIFY2(covered > 0.85 * kRuns && covered < 0.96 * kRuns, qPrintable(QString::number(double(covered) / kRuns)));
    QVERIFY2(std::abs(bias) < 0.06 * size, qPrintable(QString::number(bias / size)));
  }

  void driftThatNobodyMeasuresWouldBeOverconfidence() {
    Random random(52);
    Shop shop{.drift = 0.15};
    double found = 0, few = 0;
    for (int run = 0; run < 60; ++run) {
      const WeekPanel panel = shop.sell(random);
      found += scorePrice(panel, shop.change())->drift / 60;
      PriceToScore w = shop.change();
      w.comparables.resize(4); // too few placebos
      few += scorePrice(panel, w)->drift;
    }
    QVERIFY2(found > 0.1 && found < 0.2, qPrintable(QString::number(found)));
    QCOMPARE(few, 0.0);
  }

  // Predictions drawn from the same belief as the truth are calibrated; too
  // narrow ones are not, and it shows.
  void calibratedPredictionsScoreAsCalibrated() {
    Random random(53);
    std::vector<ScoredEffect> honest, boastful, blind;
    for (int run = 0; run < 500; ++run) {
      Shop shop;
      const double belief = -2.2 + 0.8 * random.normal(), sd = 0.5;
      shop.elasticity = belief + sd * random.normal();
      shop.priceFactor = run % 2 ? 1.1 : 0.92;
      const WeekPanel panel = shop.sell(random);
      PriceToScore w = shop.change();
      const double level = std::accumulate(panel.units.begin(), panel.units.begin() + kChange, 0.0) / kChange;
      const auto predict = [&](double wide, double shift) {
        const double step = std::log(shop.priceFactor), worth = 10 * shop.priceFactor - 6;
        const auto at = [&](double e) { return level * (std::exp(e * step) * worth - 4); };
        const double a = at(belief - 1.645 * sd * wide), b = at(belief + 1.645 * sd * wide);
        return PredictedEffect{at(belief) + shift, std::min(a, b) + shift, std::max(a, b) + shift};
      };
      const auto keep = [&](std::vector<ScoredEffect>& into, const PredictedEffect& p) {
        w.profit = p;
        const auto got = scorePrice(panel, w);
        const RealizedEffect& r = *got->profit;
        into.push_back(
            {run % 5, p.mean, p.standardDeviation(), r.mean, r.standardError, *r.position, r.insidePredicted});
      };
      keep(honest, predict(1, 0)), keep(boastful, predict(0.1, 250)), keep(blind, predict(1, 2000));
    }
    const auto good = calibrationOf(honest), bad = calibrationOf(boastful), blinded = calibrationOf(blind);
    QVERIFY2(good->inside90.share > 0.86 && good->inside90.share < 0.95,
             qPrintable(QString::number(good->inside90.share)));
    QVERIFY2(good->inside80.share > 0.74 && good->inside80.share < 0.87,
             qPrintable(QString::number(good->inside80.share)));
    QVERIFY(good->insideAsTold.share < good->inside90.share); // noise makes exact predictions look wrong
    QVERIFY2(*good->slopeLow < 1.05 && *good->slopeHigh > 0.95, qPrintable(QString::number(*good->slope)));
    QVERIFY2(good->expectedError < 0.04, qPrintable(QString::number(good->expectedError)));
    QVERIFY(bad->inside90.high < 0.8 && bad->expectedError > 2 * good->expectedError);
    QVERIFY(blinded->inside90.share < 0.1 && blinded->expectedError > 0.3);
    QVERIFY(good->rightSign.share > blinded->rightSign.share);
  }

  // Which other week is on deal or missing must not look like an effect.
  void missingWeeksDoNotCount() {
    WeekPanel panel = quiet(100, 120, 1.5);
    for (const int week : {3, 7, 30})
      panel.units[std::size_t(week)] = kNaN;
    panel.units[kWeeks + 31] = kNaN, panel.units[2 * kWeeks + 32] = kNaN;
    panel.units[kWeeks + 33] = panel.units[2 * kWeeks + 33] = kNaN; // no comparable at all in this week
    const auto got = scorePrice(panel, quietChange());
    QVERIFY(std::abs(got->units->mean + 30) < 1e-9);
    QCOMPARE(got->weeksBefore, kChange - 2);
    QCOMPARE(got->weeksAfter, kWeeks - kChange - 2);
  }

  void whatCannotBeToldIsSaid() {
    const WeekPanel panel = quiet(100, 120, 1.5);
    PriceToScore w = quietChange();
    w.afterUntil = w.afterFrom + 1;
    QCOMPARE(scorePrice(panel, w)->state, ScoreState::Waiting);
    w = quietChange(), w.beforeFrom = w.beforeUntil - 3;
    QCOMPARE(scorePrice(panel, w)->state, ScoreState::NoHistory);
    w = quietChange(), w.comparables.clear();
    QCOMPARE(scorePrice(panel, w)->state, ScoreState::NoComparable);
    QVERIFY(!scorePrice(panel, w)->units);
    QCOMPARE(scorePrice(quiet(0, 5, 1), quietChange())->state, ScoreState::NoHistory);
    WeekPanel costless = panel;
    costless.cost[kWeeks - 1] = kNaN;
    w = quietChange(), w.units = PredictedEffect{-30, -40, -20};
    const auto got = scorePrice(costless, w);
    QCOMPARE(got->state, ScoreState::Scored);
    QVERIFY(!got->profit && got->revenue && got->units->insidePredicted);
    QVERIFY(std::abs(*got->units->error) < 1e-9 && std::abs(*got->units->position - 0.5) < 1e-9);
    // Published, but the tills went on at the old price.
    w = quietChange(), w.newPrice = 7;
    QCOMPARE(scorePrice(panel, w)->state, ScoreState::NotCharged);
    QVERIFY(!scorePrice(panel, w)->units);
    // Nothing at all sold afterwards is a result, with an interval.
    const auto none = scorePrice(quiet(100, 0, 1), quietChange());
    QVERIFY(std::abs(none->units->mean + 100) < 1e-9 && none->units->standardError > 0);
  }

  void badInputIsRefused() {
    const WeekPanel panel = quiet(100, 120, 1.5);
    PriceToScore w = quietChange();
    w.comparables.push_back(0); // compared with itself
    QVERIFY(refuses(scorePrice(panel, w), u"earnings.bad-shape"));
    w = quietChange(), w.comparables.push_back(3);
    QVERIFY(refuses(scorePrice(panel, w), u"earnings.bad-shape"));
    w = quietChange(), w.row = -1;
    QVERIFY(refuses(scorePrice(panel, w), u"earnings.bad-shape"));
    w = quietChange(), w.afterUntil = kWeeks + 1;
    QVERIFY(refuses(scorePrice(panel, w), u"earnings.bad-shape"));
    w = quietChange(), w.afterFrom = w.beforeUntil - 1;
    QVERIFY(refuses(scorePrice(panel, w), u"earnings.bad-shape"));
    w = quietChange(), w.oldPrice = kNaN;
    QVERIFY(refuses(scorePrice(panel, w), u"earnings.not-finite"));
    w = quietChange(), w.profit = PredictedEffect{0, 1, kNaN};
    QVERIFY(refuses(scorePrice(panel, w), u"earnings.not-finite"));
    w = quietChange(), w.profit = PredictedEffect{0, 1, -1};
    QVERIFY(refuses(scorePrice(panel, w), u"earnings.not-finite"));
    QVERIFY(refuses(scorePrice({}, {}), u"earnings.bad-shape"));
  }
};

QTEST_APPLESS_MAIN(TestPriceScore)
#include "tst_PriceScore.moc"
