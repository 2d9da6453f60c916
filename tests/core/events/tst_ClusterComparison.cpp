// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/ClusterAnalysis.h"

#include "statistics/Random.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace pricewright;

namespace {

// Stores that differ a lot from each other, with 50 to 150 customers each.
std::vector<ClusterSum> stores(Random& random, std::size_t count, double lift) {
  std::vector<ClusterSum> out;
  for (std::size_t i = 0; i < count; ++i) {
    const double customers = 50 + std::floor(100 * random.uniform()), level = 20 + 3 * random.normal();
    const std::size_t arm = i % 2;
    out.push_back(
        {arm, customers * (level + lift * double(arm)) + std::sqrt(customers) * 10 * random.normal(), customers});
  }
  return out;
}

} // namespace

class TestClusterComparison : public QObject {
  Q_OBJECT
 private slots:
  // 20 stores and no lift, 600 times: right at both tests, where treating
  // customers as independent would be wrong in half of them.
  void judgesClustersAndNotTheirCustomers() {
    constexpr int kRuns = 600;
    Random random(8);
    int robust = 0, redrawn = 0, naive = 0;
    for (int run = 0; run < kRuns; ++run) {
      const auto sums = stores(random, 20, 0);
      const ClusterComparison c = *compareClusters(sums, 0, 1, 0.05, 199, std::uint64_t(run));
      robust += c.test.p < 0.05, redrawn += c.pRedraws <= 0.05;
      double units[2]{};
      for (const ClusterSum& sum : sums)
        units[sum.arm] += sum.below;
      naive += std::abs(c.absolute.value) > 1.96 * std::sqrt(109 * (1 / units[0] + 1 / units[1])); // 10² + 3²
    }
    const double most = 0.05 + 3 * std::sqrt(0.05 * 0.95 / kRuns);
    QVERIFY(double(redrawn) / kRuns <= most && double(robust) / kRuns <= most + 0.015);
    QVERIFY(redrawn > kRuns / 100 && double(naive) / kRuns > 0.25);
  }

  void findsALiftAndSaysHowLarge() {
    Random random(9);
    int found = 0, covered = 0;
    for (int run = 0; run < 200; ++run) {
      const ClusterComparison c = *compareClusters(stores(random, 40, 4), 0, 1, 0.05, 199, 1);
      found += c.pRedraws <= 0.05, covered += c.test.low <= 4 && 4 <= c.test.high;
    }
    QVERIFY(found > 170 && covered > 180);
  }

  void refusesFewClusters() {
    Random random(10);
    const auto refused = compareClusters(stores(random, 6, 0), 0, 1, 0.05, 99, 1);
    QVERIFY(!refused && refused.error().is(u"experiment.too-few-clusters"));
    QVERIFY(refused.error().arguments.value(QStringLiteral("clusters")) == u"6");
    auto lonely = stores(random, 20, 0);
    for (ClusterSum& sum : lonely)
      sum.arm = 0;
    lonely.front().arm = 1;
    QVERIFY(compareClusters(lonely, 0, 1, 0.05, 99, 1).error().is(u"experiment.too-few-clusters"));
    for (ClusterSum& sum : lonely)
      sum.below = 0;
    QVERIFY(!compareClusters(lonely, 0, 1, 0.05, 99, 1));
    QVERIFY(compareClusters({}, 0, 1, 0.05, 99, 1).error().is(u"experiment.no-exposure"));
  }

  void theSameSeedIsTheSameP() {
    Random random(12);
    const auto sums = stores(random, 20, 2); // too many ways to count them out
    QVERIFY(!compareClusters(sums, 0, 1, 0.05, 500, 7)->countedOut);
    QCOMPARE(compareClusters(sums, 0, 1, 0.05, 500, 7)->pRedraws, compareClusters(sums, 0, 1, 0.05, 500, 7)->pRedraws);
  }

  // Nine stores, three of them with the new price: 84 ways, each made once, so that p is exact and no seed matters. Of
  // those the lift seen is the largest alone, as arms of other sizes have no mirror image.
  void fewWaysAreCountedOut() {
    std::vector<ClusterSum> sums;
    for (std::size_t i = 0; i < 9; ++i)
      sums.push_back({i < 3, 100.0 + 3 * double(i % 4) + (i < 3 ? 80 : 0), 1});
    const ClusterComparison c = *compareClusters(sums, 0, 1, 0.05, 999, 1);
    QVERIFY(c.countedOut);
    QCOMPARE(c.redraws, 84);
    QVERIFY(std::abs(c.pRedraws - 1 / 84.0) < 1e-12 && std::abs(c.leastP - 1 / 84.0) < 1e-12);
    QCOMPARE(compareClusters(sums, 0, 1, 0.05, 99, 5)->pRedraws, c.pRedraws);
    // Less far apart: many redraws come to the same p, but for chance.
    Random random(14);
    const auto close = stores(random, 20, 1);
    const double exact = compareClusters(close, 0, 1, 0.05, 200'000, 1)->pRedraws;
    const double drawn = compareClusters(close, 0, 1, 0.05, 20'000, 1)->pRedraws;
    QVERIFY(exact > 0.001 && std::abs(exact - drawn) < 4 * std::sqrt(exact * (1 - exact) / 20'000));
  }

  // 20 stores over 26 weeks and no lift, looked at every week: wrong at one look or another in at most 5 % of the
  // tests, though nothing was planned; and a lift is found.
  void mayBeLookedAtEveryWeek() {
    constexpr int kRuns = 60, kWeeks = 26;
    Random random(10);
    int wrong = 0, found = 0;
    for (int run = 0; run < kRuns; ++run)
      for (const double lift : {0.0, 4.0}) {
        std::vector<ClusterSum> sums(20);
        std::vector<double> level;
        for (std::size_t i = 0; i < sums.size(); ++i)
          sums[i].arm = i % 2, level.push_back(20 + random.normal() + lift * double(i % 2));
        bool decided = false;
        for (int week = 1; week <= kWeeks && !decided; ++week) {
          AnalysisInput input;
          input.arms = 2, input.units = {0, 0}, input.metrics.resize(1);
          std::vector<UnitMoments> cells(2);
          for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i].above += 50 * level[i] + 70 * random.normal(), sums[i].below += 50;
            input.units[sums[i].arm] += sums[i].below;
            const std::array<double, 1> mean{sums[i].above / sums[i].below};
            QVERIFY(cells[sums[i].arm].add(mean));
          }
          input.metrics[0].cells = cells;
          const std::vector<std::vector<ClusterSum>> all{sums};
          const auto got = analyzeClusters(input, {}, all, 699, std::uint64_t(run));
          QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
          decided = got->answer.comparisons[0].verdict == ArmVerdict::Better ||
                    got->answer.comparisons[0].verdict == ArmVerdict::Worse;
        }
        (lift == 0 ? wrong : found) += decided;
      }
    qInfo("decided with no lift: %d, with one: %d, of %d", wrong, found, kRuns);
    QVERIFY(wrong <= kRuns * 5 / 100 + 4);
    QVERIFY(found > kRuns * 9 / 10);
  }
};

QTEST_APPLESS_MAIN(TestClusterComparison)
#include "tst_ClusterComparison.moc"
