// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/Bandit.h"

#include "statistics/Random.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace pricewright;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }
double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

std::size_t draw(Random& random, const std::vector<double>& shares) {
  double u = random.uniform();
  std::size_t i = 0;
  while (i + 1 < shares.size() && u >= shares[i])
    u -= shares[i++];
  return i;
}

} // namespace

class TestBandit : public QObject {
  Q_OBJECT
 private slots:
  void chancesMakeOne() {
    Random random(81);
    for (int run = 0; run < 60; ++run) {
      std::vector<BetaPosterior> arms;
      std::vector<double> price;
      for (int i = 0; i < 2 + run % 5; ++i) {
        const double units = std::floor(std::exp(12 * random.uniform())), rate = 0.3 * random.uniform();
        arms.push_back(*betaPosterior(units, std::floor(units * rate), 0.5, 0.5));
        price.push_back(5 + 20 * random.uniform());
      }
      const auto chance = chancesOfBest(arms, price);
      QVERIFY2(std::abs(sum(*chance) - 1) < 1e-8, qPrintable(QString::number(sum(*chance) - 1)));
      std::vector<double> inCents;
      for (const double p : price)
        inCents.push_back(100 * p);
      const auto cents = chancesOfBest(arms, inCents);
      for (std::size_t i = 0; i < arms.size(); ++i)
        QVERIFY(std::abs((*cents)[i] - (*chance)[i]) < 1e-9);
      std::reverse(arms.begin(), arms.end()), std::reverse(price.begin(), price.end());
      auto turned = *chancesOfBest(arms, price);
      std::reverse(turned.begin(), turned.end());
      for (std::size_t i = 0; i < arms.size(); ++i)
        QVERIFY(std::abs(turned[i] - (*chance)[i]) < 1e-9);
    }
  }

  void twoArmsAreATest() {
    const BetaPosterior a{20, 300}, b{26, 290};
    const auto chance = chancesOfBest(std::array{a, b}, std::array{1., 1.});
    QVERIFY(std::abs((*chance)[1] - compareShares(a, b)->chanceToBeat) < 1e-10);
  }

  // 9.99 sells to 10 in 100, 12.99 to 9: more revenue at the dearer price. Thompson finds it, and starves nobody.
  void findsThePriceThatPays() {
    constexpr std::array kRate{0.10, 0.09, 0.05}, kPrice{9.99, 12.99, 14.99};
    Random random(82);
    std::array<double, 3> shown{}, sold{};
    double least = 1;
    for (int day = 0; day < 60; ++day) {
      std::vector<BetaPosterior> arms;
      for (std::size_t i = 0; i < 3; ++i)
        arms.push_back(*betaPosterior(shown[i], sold[i], 1, 1));
      const auto shares = thompsonShares(*chancesOfBest(arms, kPrice), 0.05);
      least = std::min(least, *std::min_element(shares->begin(), shares->end()));
      for (int visitor = 0; visitor < 400; ++visitor) {
        const std::size_t arm = draw(random, *shares);
        shown[arm] += 1, sold[arm] += random.uniform() < kRate[arm] ? 1 : 0;
      }
    }
    QVERIFY2(shown[1] > 0.6 * 60 * 400, qPrintable(QString::number(shown[1])));
    QVERIFY(least >= 0.05 && shown[0] > 0.04 * 60 * 400 && shown[2] > 0.04 * 60 * 400);
  }

  void floors() {
    const auto shares = thompsonShares(std::array{0.9, 0.1, 0.0}, 0.1);
    QVERIFY(std::abs(sum(*shares) - 1) < 1e-12 && std::abs((*shares)[0] - 0.73) < 1e-12);
    QVERIFY(std::abs((*shares)[2] - 0.1) < 1e-12);
    const auto even = thompsonShares(std::array{1., 0., 0., 0.}, 0.25);
    QVERIFY(std::abs((*even)[3] - 0.25) < 1e-12);
    QVERIFY(refuses(thompsonShares(std::array{0.5, 0.5}, 0.51), u"experiment.bad-share"));
    QVERIFY(refuses(thompsonShares(std::array{0.5, 0.5}, -0.1), u"experiment.bad-share"));
    QVERIFY(refuses(thompsonShares(std::array{0.5, 0.4}, 0), u"experiment.bad-share"));
    QVERIFY(refuses(thompsonShares(std::array{0.5, kNaN}, 0), u"experiment.bad-share"));
    QVERIFY(refuses(thompsonShares({}, 0), u"experiment.bad-shape"));
  }

  void edges() {
    const BetaPosterior arm{1, 1};
    QVERIFY(refuses(chancesOfBest(std::array{arm}, std::array{1.}), u"experiment.bad-shape"));
    QVERIFY(refuses(chancesOfBest(std::array{arm, arm}, std::array{1.}), u"experiment.bad-shape"));
    QVERIFY(refuses(chancesOfBest(std::vector(kMostArms + 1, arm), std::vector(kMostArms + 1, 1.)),
                    u"experiment.bad-shape"));
    QVERIFY(refuses(chancesOfBest(std::array{arm, arm}, std::array{1., 0.}), u"experiment.bad-setting"));
    QVERIFY(refuses(chancesOfBest(std::array{arm, arm}, std::array{1., kNaN}), u"experiment.not-finite"));
    QVERIFY(refuses(chancesOfBest(std::array{arm, BetaPosterior{0, 1}}, std::array{1., 1.}), u"experiment.bad-prior"));
    // Nothing known of any of many arms: each is best as likely as the next.
    const auto even = chancesOfBest(std::vector(20, arm), std::vector(20, 7.));
    for (const double chance : *even)
      QVERIFY(std::abs(chance - 0.05) < 1e-10);
    // Very much known of both, a thousand deviations apart.
    const auto sure = chancesOfBest(std::array{*betaPosterior(1e10, 1e9, 1, 1), *betaPosterior(1e10, 1.03e9, 1, 1)},
                                    std::array{1., 1.});
    QVERIFY((*sure)[0] == 0 && std::abs((*sure)[1] - 1) < 1e-6);
  }

  // Of two normal beliefs the chance is Φ of their difference in its own deviations.
  void chancesOfMeansAreThoseOfNormals() {
    const ArmEvidence a{400, 10, 100}, b{900, 10.5, 144};
    const double z = 0.5 / std::sqrt(100.0 / 400 + 144.0 / 900);
    const auto chances = *chancesOfBestMeans(std::vector{a, b});
    QVERIFY(std::abs(chances[1] - 0.5 * std::erfc(-z / std::sqrt(2.0))) < 1e-9);
    QVERIFY(std::abs(sum(chances) - 1) < 1e-9);
    const std::vector<ArmEvidence> three{a, b, {1e8, 10.2, 1}}; // one that is known almost exactly
    QVERIFY(std::abs(sum(*chancesOfBestMeans(three)) - 1) < 1e-6);
  }

  void burnsInThenFollowsAndForgetsNone() {
    const BanditRule rule{0.1, 500};
    std::vector<ArmEvidence> arms{{499, 0.02, 0, true}, {5000, 0.30, 0, true}};
    auto next = *nextAllocation(arms, rule);
    QVERIFY(next.burningIn);
    QCOMPARE(next.shares, (std::vector<double>{0.5, 0.5}));
    arms[0].units = 500;
    next = *nextAllocation(arms, rule);
    QVERIFY(!next.burningIn);
    QVERIFY(std::abs(next.shares[0] - 0.1) < 1e-6 && std::abs(next.shares[1] - 0.9) < 1e-6);
    arms[0].worth = 100; // fewer buy, and what they pay is worth far more
    QVERIFY((*nextAllocation(arms, rule)).shares[0] > 0.8);
    arms = {{600, 0, 0}, {600, 1.5, 4}}; // nothing came yet: no spread is known
    QVERIFY((*nextAllocation(arms, rule)).burningIn);
    QVERIFY(refuses(nextAllocation(arms, {0.6, 500}), u"experiment.bad-share"));
    arms[0].worth = 0;
    QVERIFY(refuses(nextAllocation(arms, rule), u"experiment.bad-setting"));
  }

  // By draws: the corrected difference of arms shown 1 : 9 scatters as that of equal ones with so many fewer units.
  void aFloorCostsUnits() {
    QVERIFY(std::abs(unitsAtFloor(0.5) - 1) < 1e-12);
    Random random(4);
    const auto scatter = [&](double share) {
      constexpr int kRuns = 4'000, kUnits = 200;
      double squares = 0;
      for (int run = 0; run < kRuns; ++run) {
        double difference = 0;
        for (int i = 0; i < kUnits; ++i) {
          const bool shown = random.uniform() < share;
          difference += random.normal() * (shown ? 1 / share : -1 / (1 - share)) / kUnits;
        }
        squares += difference * difference / kRuns;
      }
      return squares;
    };
    const double times = scatter(0.1) / scatter(0.5);
    QVERIFY2(std::abs(times / unitsAtFloor(0.1) - 1) < 0.1, qPrintable(QString::number(times)));
  }
};

QTEST_GUILESS_MAIN(TestBandit)
#include "tst_Bandit.moc"
