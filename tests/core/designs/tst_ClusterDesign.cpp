// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MadePanels.h"

#include <QTest>

#include <map>
#include <set>

using namespace pricewright;
using namespace pricewright::test;

namespace {

int treatedOf(const Draw& draw) {
  int sum = 0;
  for (const auto w : draw) {
    sum += w;
  }
  return sum;
}

} // namespace

class TestClusterDesign : public QObject {
  Q_OBJECT
 private slots:
  void theSameSeedDrawsTheSame() {
    const auto design = completeDesign(20, 10);
    QVERIFY(design);
    Random a(5), b(5), c(6);
    const Draw first = drawAssignment(*design, a);
    QCOMPARE(first, drawAssignment(*design, b));
    QVERIFY(first != drawAssignment(*design, c));
    QCOMPARE(treatedOf(first), 10);
    QVERIFY(checkDraw(*design, first).has_value());
  }

  // Chance alone, each as likely as any other: 8 over 4 is 70.
  void allAssignmentsAreEquallyLikely() {
    const auto design = completeDesign(8, 4);
    QCOMPARE(countAssignments(*design), 70.0);
    const auto all = allAssignments(*design, 100);
    QVERIFY(all && all->size() == 70 && std::set<Draw>(all->begin(), all->end()).size() == 70);
    QVERIFY(!allAssignments(*design, 69));
    std::map<Draw, int> seen;
    Random random(1);
    for (int i = 0; i < 70'000; ++i) {
      ++seen[drawAssignment(*design, random)];
    }
    QCOMPARE(seen.size(), std::size_t(70));
    double chiSquare = 0;
    for (const auto& [draw, count] : seen) {
      chiSquare += (count - 1000.0) * (count - 1000.0) / 1000;
    }
    QVERIFY2(chiSquare < 111, qPrintable(QString::number(chiSquare))); // 0.1 % of 69 degrees of freedom
  }

  void strataAreOfLikeClustersHalfTreated() {
    const Panel panel = madePanel({}, 3);
    const auto design = stratifiedDesign(panel, 4);
    QVERIFY(design && design->treatedIn.size() == 5);
    double highest = 0;
    for (int stratum = 0; stratum < 5; ++stratum) {
      double low = 1e9, high = 0;
      for (std::size_t c = 0; c < 20; ++c) {
        if (design->stratum[c] == stratum) {
          low = std::min(low, panel.meanBefore(c)), high = std::max(high, panel.meanBefore(c));
        }
      }
      QVERIFY(low >= highest);
      highest = high;
    }
    Random random(2);
    for (int i = 0; i < 50; ++i) {
      QVERIFY(checkDraw(*design, drawAssignment(*design, random)).has_value());
    }
  }

  // Nine clusters in pairs: the last three have one or two treated, all ways as likely.
  void anOddStratumTreatsEachAsOftenAsNot() {
    MadePanel nine;
    nine.clusters = 9;
    const auto design = stratifiedDesign(madePanel(nine, 3), 2);
    QVERIFY(design);
    QCOMPARE(countAssignments(*design), 8.0 * 6);
    QCOMPARE(allAssignments(*design, 100)->size(), std::size_t(48));
    std::vector<int> treated(9, 0);
    Random random(8);
    for (int i = 0; i < 4000; ++i) {
      const Draw draw = drawAssignment(*design, random);
      for (std::size_t c = 0; c < 9; ++c) {
        treated[c] += draw[c];
      }
    }
    for (const int count : treated) {
      QVERIFY(std::abs(count - 2000) < 130);
    }
  }

  void aSwitchbackIsBalancedInClustersAndBlocks() {
    const auto design = switchbackDesign(10, {12, 2, 1, false});
    QVERIFY(design && design->blocks() == 6 && design->units() == 60);
    Random random(4);
    const Draw draw = drawAssignment(*design, random);
    for (std::size_t c = 0; c < 10; ++c) {
      for (std::size_t block = 0; block < 6; block += 2) {
        QVERIFY(draw[*design->priceUnitAt(c, 2 * block)] != draw[*design->priceUnitAt(c, 2 * block + 2)]);
      }
      QVERIFY(!design->unitAt(c, 4) && design->unitAt(c, 5) == design->priceUnitAt(c, 4)); // washout
    }
    for (std::size_t block = 0; block < 6; ++block) {
      int treated = 0;
      for (std::size_t c = 0; c < 10; ++c) {
        treated += draw[*design->priceUnitAt(c, 2 * block)];
      }
      QCOMPARE(treated, 5);
    }
  }

  void togetherAllSwitchAtOnce() {
    const auto design = switchbackDesign(3, {12, 1, 0, true});
    QVERIFY(design);
    QCOMPARE(allAssignments(*design, 100)->size(), std::size_t(64));
    Random random(4);
    const Draw draw = drawAssignment(*design, random);
    QVERIFY(design->unitAt(0, 7) == design->unitAt(2, 7) && treatedOf(draw) == 6);
  }

  // Twins sell alike: each finds the other, however they are numbered.
  void matchedItemsAreTheOnesThatSoldAlike() {
    Random random(9);
    std::vector<std::vector<double>> kind(6, std::vector<double>(10));
    for (auto& row : kind) {
      const double level = std::exp(2 * random.normal());
      for (double& week : row) {
        week = level * std::exp(0.5 * random.normal());
      }
    }
    const std::array<std::size_t, 13> order{0, 1, 2, 3, 4, 5, 3, 0, 5, 1, 4, 2, 0};
    std::vector<double> values;
    for (std::size_t i = 0; i < order.size(); ++i) {
      for (const double week : kind[order[i]]) {
        values.push_back(week * (i == 12 ? 40 : 1) * std::exp(0.01 * random.normal()));
      }
    }
    const Panel panel = *Panel::of(13, 10, 9, std::move(values));
    const auto design = matchedPairs(panel);
    QVERIFY(design && design->taking() == 12 && design->stratum[12] == kNotInTest);
    for (std::size_t i = 0; i < 12; ++i) {
      for (std::size_t j = 0; j < 12; ++j) {
        QCOMPARE(design->stratum[i] == design->stratum[j], order[i] == order[j]);
      }
    }
  }

  void whatCannotBeJudgedIsRefused() {
    QVERIFY(refuses(completeDesign(7, 3), u"experiment.few-clusters"));
    QVERIFY(refuses(completeDesign(20, 1), u"experiment.few-draws"));
    QVERIFY(refuses(completeDesign(20, 20), u"experiment.one-arm"));
    QVERIFY(refuses(completeDesign(20, 0), u"experiment.one-arm"));
    QVERIFY(refuses(switchbackDesign(20, {12, 2, 2, false}), u"experiment.bad-setting"));
    QVERIFY(refuses(switchbackDesign(20, {12, 0, 0, false}), u"experiment.bad-setting"));
    QVERIFY(refuses(switchbackDesign(20, {8, 1, 0, true}), u"experiment.few-draws"));
    QVERIFY(refuses(switchbackDesign(4, {12, 1, 0, false}), u"experiment.few-clusters"));
    MadePanel ten;
    ten.clusters = 10;
    QVERIFY(refuses(stratifiedDesign(madePanel(ten, 1), 2), u"experiment.few-draws")); // 32 of them
    ten.before = 0;
    QVERIFY(refuses(stratifiedDesign(madePanel(ten, 1), 2), u"experiment.no-history"));
    QVERIFY(refuses(matchedPairs(madePanel(ten, 1)), u"experiment.no-history"));
    const auto design = completeDesign(8, 4);
    QVERIFY(refuses(checkDraw(*design, Draw(8, 1)), u"experiment.one-arm"));
    QVERIFY(refuses(checkDraw(*design, {1, 0, 0, 0, 0, 0, 0, 0}), u"experiment.bad-shape"));
    QVERIFY(refuses(checkDraw(*design, {2, 2, 0, 0, 0, 0, 0, 0}), u"experiment.bad-shape"));
  }

  void aPanelThatIsNoneIsRefused() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(refuses(Panel::of(2, 2, 1, {1, 2, 3}), u"experiment.bad-shape"));
    QVERIFY(refuses(Panel::of(1, 2, 1, {1, 2}), u"experiment.bad-shape"));
    QVERIFY(refuses(Panel::of(2, 2, 2, {1, 2, 3, 4}), u"experiment.bad-shape"));
    QVERIFY(refuses(Panel::of(2, 2, 1, {1, 2, 3, INFINITY}), u"experiment.not-finite"));
    QVERIFY(refuses(Panel::of(2, 2, 1, {nan, nan, nan, nan}), u"experiment.no-exposure"));
    QVERIFY(refuses(Panel::of(2, 2, 1, {5, 5, nan, 5}), u"experiment.no-variance"));
    const Panel panel = *Panel::of(2, 3, 2, {1, nan, 3, 4, 5, 6});
    QVERIFY(panel.meanBefore(0) == 1 && panel.meanBefore(1) == 4.5 && !panel.has(0, 1));
    QVERIFY(refuses(panel.window(1, 2, 1), u"experiment.bad-shape"));
    QVERIFY(panel.window(1, 1, 1)->at(1, 1) == 6);
  }
};

QTEST_GUILESS_MAIN(TestClusterDesign)
#include "tst_ClusterDesign.moc"
