// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/DoublyRobust.h"

#include "statistics/Random.h"

#include <QtTest>

#include <cmath>

using namespace pricewright;

namespace {

struct World {
  double share = 0.1;       // drawn evenly among three actions
  double modelSlope = 1;    // what the model believes of each step, where the truth is 1
  double blockShock = 2;    // what all rows of a day share
  double clusterEffect = 1; // how far products differ in what a step does
};

// 40 products, 30 days; the policy asks for action 1 or 2, the baseline is action 0. Action k brings k·slope.
std::vector<DrawnAction> rowsOf(const World& w, std::uint64_t seed) {
  Random random(seed);
  std::vector<double> slope, level;
  for (int i = 0; i < 40; ++i)
    slope.push_back(1 + w.clusterEffect * random.normal()), level.push_back(10 + 3 * random.normal());
  std::vector<DrawnAction> rows;
  for (int day = 0; day < 30; ++day) {
    const double shock = w.blockShock * random.normal();
    for (int i = 0; i < 40; ++i) {
      DrawnAction r;
      r.cluster = i, r.block = day;
      r.policy = random.uniform() < 0.3 ? 0 : 1 + std::size_t(random.uniform() < 0.5);
      r.chances.assign(3, w.share / 3);
      r.chances[r.policy] += 1 - w.share;
      double u = random.uniform();
      while (r.taken < 2 && u >= r.chances[r.taken])
        u -= r.chances[r.taken++];
      for (int k = 0; k < 3; ++k)
        r.predicted.push_back(level[std::size_t(i)] + w.modelSlope * k);
      r.reward = level[std::size_t(i)] + slope[std::size_t(i)] * double(r.taken) + shock + random.normal();
      rows.push_back(r);
    }
  }
  return rows;
}

constexpr double kTruth = 0.7 * 1.5; // of the average product

} // namespace

class DoublyRobustTest : public QObject {
  Q_OBJECT
 private slots:
  // The interval holds the truth about as often as it says, also where the model is badly wrong.
  void intervalsHoldTheTruth_data() {
    QTest::addColumn<double>("modelSlope");
    QTest::newRow("a model that is right") << 1.0;
    QTest::newRow("a model that sees no effect") << 0.0;
    QTest::newRow("a model with the wrong sign") << -2.0;
  }
  void intervalsHoldTheTruth() {
    QFETCH(double, modelSlope);
    World w;
    w.modelSlope = modelSlope, w.share = 0.3;
    int inside = 0, modelInside = 0;
    double mean = 0;
    constexpr int kRuns = 300;
    for (int run = 0; run < kRuns; ++run) {
      const PolicyComparison c = comparePolicies(rowsOf(w, 100 + std::uint64_t(run)));
      inside += c.robust.low <= kTruth && kTruth <= c.robust.high;
      modelInside += c.model.low <= kTruth && kTruth <= c.model.high;
      mean += c.robust.value / kRuns;
    }
    QVERIFY2(inside >= 0.92 * kRuns && inside <= 0.99 * kRuns, qPrintable(QString::number(inside)));
    QVERIFY2(std::abs(mean - kTruth) < 0.1, qPrintable(QString::number(mean)));
    if (modelSlope != 1)
      QVERIFY(modelInside == 0); // which is why prices are drawn
  }

  // With a good model the model's part and the days' shock are taken off, and it tells far more than weights alone.
  void aGoodModelNarrowsIt() {
    const PolicyComparison c = comparePolicies(rowsOf({}, 5));
    QVERIFY(c.robust.standardError < 0.4 * c.weighted.standardError);
    QCOMPARE(c.rows, std::size_t(1200));
    QCOMPARE(c.blocks, std::size_t(30));
    QCOMPARE(c.clusters, std::size_t(40));
    QVERIFY(c.effectiveRows > 0 && c.effectiveRows < 1200);
  }

  void whereBothAgreeNothingIsGained() {
    std::vector<DrawnAction> rows = rowsOf({}, 6);
    for (DrawnAction& r : rows)
      r.baseline = r.policy;
    const PolicyComparison c = comparePolicies(rows);
    QCOMPARE(c.robust.value, 0.0);
    QCOMPARE(c.robust.high, 0.0);
    QCOMPARE(c.differing, std::size_t(0));
  }

  void tooLittleIsNoInterval() {
    QCOMPARE(comparePolicies({}).rows, std::size_t(0));
    const std::vector<DrawnAction> rows = rowsOf({}, 7);
    const PolicyComparison one = comparePolicies(std::span(rows).first(1));
    QVERIFY(std::isinf(one.robust.high) && std::isinf(one.robust.low));
  }
};

QTEST_GUILESS_MAIN(DoublyRobustTest)
#include "tst_DoublyRobust.moc"
