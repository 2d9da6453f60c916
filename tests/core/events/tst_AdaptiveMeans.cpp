// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/AdaptiveMeans.h"

#include "statistics/Random.h"

#include <QTest>

#include <cmath>

using namespace pricewright;

namespace {

struct Played {
  std::vector<BanditStep> steps;
  std::vector<double> chances;
};
// Two arms of the same worth. After every 100 steps the one that looks better
// is shown with 90 %.
Played greedy(Random& random, double worth, int count) {
  Played out;
  double sum[2]{}, n[2]{}, chance = 0.5;
  for (int i = 0; i < count; ++i) {
    if (i > 0 && i % 100 == 0 && n[0] > 0 && n[1] > 0)
      chance = sum[1] / n[1] > sum[0] / n[0] ? 0.9 : 0.1;
    const std::size_t arm = random.uniform() < chance ? 1 : 0;
    const double reward = worth + random.normal();
    out.steps.push_back({arm, arm == 1 ? chance : 1 - chance, reward});
    out.chances.insert(out.chances.end(), {1 - chance, chance});
    sum[arm] += reward, n[arm] += 1;
  }
  return out;
}
bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }

} // namespace

class TestAdaptiveMeans : public QObject {
  Q_OBJECT
 private slots:
  // 1,500 bandits: the plain mean of an arm that was dropped is too low; the
  // corrected one much less, and its interval holds the truth as often as it
  // says.
  void correctsWhatFollowingTheWinnerDoes() {
    constexpr int kRuns = 1500;
    constexpr double kWorth = 2;
    Random random(21);
    double plain = 0, robust = 0;
    int covered = 0, liftCovered = 0;
    for (int run = 0; run < kRuns; ++run) {
      const Played played = greedy(random, kWorth, 1000);
      const AdaptiveEstimates got = *adaptiveEstimates(played.steps, played.chances, 2, 0, 0.05);
      plain += (got.arms[0].plainMean - kWorth) / kRuns, robust += (got.arms[0].robust - kWorth) / kRuns;
      covered += got.arms[0].low <= kWorth && kWorth <= got.arms[0].high;
      liftCovered += got.lifts[1].low <= 0 && 0 <= got.lifts[1].high;
    }
    qInfo("bias: plain %.4f, corrected %.4f; covered %.3f, lift %.3f", plain, robust, double(covered) / kRuns,
          double(liftCovered) / kRuns);
    QVERIFY(plain < -0.01);
    QVERIFY(std::abs(robust) < std::abs(plain) * 0.7);
    for (const int held : {covered, liftCovered})
      QVERIFY(double(held) / kRuns > 0.93 && double(held) / kRuns < 0.975);
  }

  // Looked at after every 100 steps and stopped at the first look that rules the truth out: in no more than 5 % of the
  // bandits, although the probabilities follow what was seen.
  void mayBeLookedAtAtAnyTime() {
    constexpr int kRuns = 400;
    Random random(23);
    int missed = 0, drawsDoubted = 0;
    for (int run = 0; run < kRuns; ++run) {
      const Played played = greedy(random, 2, 3000);
      bool out = false, doubted = false;
      for (std::size_t n = 200; n <= played.steps.size(); n += 100) {
        const auto got = *adaptiveEstimates(std::span(played.steps).first(n), std::span(played.chances).first(2 * n), 2,
                                            0, 0.05, 2000);
        out |= got.watched[1].test.decided(), doubted |= got.drawsP < 0.05;
      }
      missed += out, drawsDoubted += doubted;
    }
    qInfo("missed at one look or another: %d, draws doubted: %d, of %d", missed, drawsDoubted, kRuns);
    QVERIFY(missed <= kRuns * 5 / 100 + 10);
    QVERIFY(drawsDoubted <= kRuns * 5 / 100);
  }

  // An arm that is shown more often than was logged is no draw with those probabilities.
  void seesDrawsThatWereNotAsLogged() {
    Random random(24);
    Played told = greedy(random, 1, 4000);
    QVERIFY(adaptiveEstimates(told.steps, told.chances, 2, 0, 0.05)->drawsP > 0.001);
    // What is shown less comes more often than it should.
    for (std::size_t i = 0; i < told.steps.size(); i += 4) {
      told.steps[i].arm = told.chances[2 * i] < 0.5 ? 0 : 1;
      told.steps[i].probability = told.chances[2 * i + told.steps[i].arm];
    }
    QVERIFY(adaptiveEstimates(told.steps, told.chances, 2, 0, 0.05)->drawsP < 0.001);
  }

  // With the same probability all the time there is nothing to correct: Hájek's
  // mean is the plain one.
  void anEvenSplitNeedsNoCorrection() {
    Random random(22);
    std::vector<BanditStep> steps;
    std::vector<double> chances;
    for (int i = 0; i < 4000; ++i) {
      steps.push_back({std::size_t(random.next() % 2), 0.5, 1 + random.normal()});
      chances.insert(chances.end(), {0.5, 0.5});
    }
    const AdaptiveEstimates got = *adaptiveEstimates(steps, chances, 2, 0, 0.05);
    QVERIFY(std::abs(got.arms[1].weighted - got.arms[1].plainMean) < 1e-12);
    QVERIFY(std::abs(got.arms[1].robust - got.arms[1].plainMean) < 0.01);
    QVERIFY(std::abs(got.arms[1].standardError - 1 / std::sqrt(2000.0)) < 0.002);
  }

  void refusesLogsThatCannotBe() {
    const std::vector<BanditStep> steps{{0, 0.5, 1}, {1, 0.5, 2}, {0, 0.5, 1}, {1, 0.5, 4}};
    const std::vector<double> half(8, 0.5);
    QVERIFY(adaptiveEstimates(steps, half, 2, 0, 0.05));
    std::vector<double> zero = half, other = half;
    zero[0] = 1, zero[1] = 0, other[0] = 0.4, other[1] = 0.6;
    QVERIFY(refuses(adaptiveEstimates(steps, zero, 2, 0, 0.05), u"experiment.bad-share"));
    QVERIFY(refuses(adaptiveEstimates(steps, other, 2, 0, 0.05), u"experiment.bad-share"));
    QVERIFY(refuses(adaptiveEstimates({}, {}, 2, 0, 0.05), u"experiment.no-exposure"));
    QVERIFY(refuses(adaptiveEstimates(steps, half, 3, 0, 0.05), u"experiment.bad-shape"));
    QVERIFY(refuses(adaptiveEstimates(steps, half, 2, 2, 0.05), u"experiment.bad-shape"));
    QVERIFY(refuses(adaptiveEstimates(steps, half, 2, 0, 0), u"experiment.bad-level"));
    std::vector<BanditStep> oneSided = steps, broken = steps;
    oneSided[1].arm = oneSided[3].arm = 0, broken[0].reward = std::nan("");
    QVERIFY(refuses(adaptiveEstimates(oneSided, half, 2, 0, 0.05), u"experiment.too-few-units"));
    QVERIFY(refuses(adaptiveEstimates(broken, half, 2, 0, 0.05), u"experiment.not-finite"));
  }
};

QTEST_APPLESS_MAIN(TestAdaptiveMeans)
#include "tst_AdaptiveMeans.moc"
