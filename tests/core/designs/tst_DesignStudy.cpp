// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MadePanels.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

StudyWish wishOf(DesignKind kind) {
  StudyWish wish;
  wish.kind = kind, wish.before = 12, wish.tested = 12, wish.lookEvery = 1;
  wish.switchback = {12, 2, 1, false};
  wish.plan.reference.redraws = 399;
  wish.splits = 1000, wish.seed = 7, wish.robust = false;
  return wish;
}

QString told(const ShareRange& share) { return QString::number(100 * share.share, 'f', 1); }

} // namespace

class TestDesignStudy : public QObject {
  Q_OBJECT
 private slots:
  // Twelve looks each: false positives over all of them at most alpha, and the truth within all intervals.
  void lookedAtEveryWeekChanceFoolsOneInTwenty_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("clusters");
    QTest::addColumn<int>("spending");
    QTest::addRow("clusters") << int(DesignKind::Clusters) << 20 << int(Spending::Quadratic);
    QTest::addRow("ten clusters, spent early") << int(DesignKind::Clusters) << 10 << int(Spending::Pocock);
    QTest::addRow("pairs") << int(DesignKind::Pairs) << 24 << int(Spending::Linear);
    QTest::addRow("switchback") << int(DesignKind::Switchback) << 12 << int(Spending::OBrienFleming);
  }
  void lookedAtEveryWeekChanceFoolsOneInTwenty() {
    QFETCH(int, kind);
    QFETCH(int, clusters);
    QFETCH(int, spending);
    StudyWish wish = wishOf(DesignKind(kind));
    wish.plan.spending = Spending(spending);
    const Panel history = madePanel({std::size_t(clusters), 30, 30}, 11);
    const auto none = studyDesign(history, wish, constantEffect(EffectScale::Relative, 0), {});
    QVERIFY(none);
    // 5 % plus three Monte-Carlo errors; and not so little that the test could not find anything either.
    QVERIFY2(none->found.share <= 0.0707 && none->found.share >= 0.02, qPrintable(told(none->found)));
    const auto some = studyDesign(history, wish, constantEffect(EffectScale::Relative, 0.1), {});
    QVERIFY2(some->coveredAlways.share >= 0.93 && some->coveredAlways.share <= 0.98,
             qPrintable(told(some->coveredAlways)));
    QVERIFY2(some->coveredEnd.share >= some->coveredAlways.share, qPrintable(told(some->coveredEnd)));
    QVERIFY(some->found.share > none->found.share + 0.1);
    QVERIFY(std::abs(some->bias) < 3 * some->deviation / std::sqrt(1000.0) + 0.004);
  }

  void theRobustIntervalHoldsToo() {
    StudyWish wish = wishOf(DesignKind::Clusters);
    wish.robust = true, wish.lookEvery = 12;
    const auto r = studyDesign(madePanel({16, 30, 30}, 12), wish, constantEffect(EffectScale::Relative, 0.1), {});
    QVERIFY2(r && r->robustCovered.share > 0.925 && r->robustCovered.share < 0.975, qPrintable(told(r->robustCovered)));
  }

  void theSameSeedGivesTheSameAnswer() {
    StudyWish wish = wishOf(DesignKind::Clusters);
    wish.splits = 50;
    const Panel history = madePanel({20, 30, 30}, 11);
    const auto a = studyDesign(history, wish, constantEffect(EffectScale::Relative, 0.1), {});
    const auto b = studyDesign(history, wish, constantEffect(EffectScale::Relative, 0.1), {});
    QVERIFY(a->meanEstimate == b->meanEstimate && a->found.share == b->found.share);
    wish.seed = 8;
    QVERIFY(studyDesign(history, wish, constantEffect(EffectScale::Relative, 0.1), {})->meanEstimate !=
            a->meanEstimate);
  }

  void theDetectableEffectIsFoundWithItsPower() {
    StudyWish wish = wishOf(DesignKind::Switchback);
    wish.splits = 200, wish.lookEvery = 3;
    const Panel history = madePanel({20, 30, 30}, 11);
    const auto least = detectableEffect(history, wish, 0.8, {});
    QVERIFY(least && *least > 0.005 && *least < 0.3);
    const auto at = studyDesign(history, wish, constantEffect(EffectScale::Relative, *least), {});
    QVERIFY2(at->foundRight.share >= 0.8 && at->foundRight.share < 0.9, qPrintable(told(at->foundRight)));
    QVERIFY(studyDesign(history, wish, constantEffect(EffectScale::Relative, *least / 2), {})->foundRight.share < 0.6);
  }

  void clustersThatWereMostlyClosedAreLeftOut() {
    Panel history = madePanel({20, 30, 30}, 11);
    for (std::size_t t = 0; t < 60; ++t) {
      history.multiply(3, t, std::numeric_limits<double>::quiet_NaN());
    }
    StudyWish wish = wishOf(DesignKind::Clusters);
    wish.splits = 20;
    const Inject looking = [&](const Stretch& at, const ClusterDesign& design, const Draw& draw) {
      if (at.clusters.size() != 19 || at.clusters[3] != 4) {
        return Result<Injected>(fail(QStringLiteral("wrong.clusters")));
      }
      return constantEffect(EffectScale::Relative, 0)(at, design, draw);
    };
    QVERIFY(studyDesign(history, wish, looking, {}).has_value());
  }

  void whatCannotBeStudiedIsRefused() {
    const Panel history = madePanel({20, 10, 10}, 11), small = madePanel({7, 30, 30}, 11);
    const Inject none = constantEffect(EffectScale::Relative, 0);
    StudyWish wish = wishOf(DesignKind::Clusters);
    QVERIFY(refuses(studyDesign(history, wish, none, {}), u"experiment.short-history"));
    QVERIFY(refuses(studyDesign(small, wish, none, {}), u"experiment.few-clusters"));
    wish.splits = 0;
    QVERIFY(refuses(studyDesign(small, wish, none, {}), u"experiment.bad-setting"));
    wish = wishOf(DesignKind::Clusters), wish.lookEvery = 0;
    QVERIFY(refuses(studyDesign(small, wish, none, {}), u"experiment.bad-setting"));
    QVERIFY(refuses(detectableEffect(small, wishOf(DesignKind::Clusters), 0.01, {}), u"experiment.bad-level"));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(
        refuses(studyDesign(madePanel({20, 30, 30}, 11), wishOf(DesignKind::Clusters), none, {stop.get_token(), {}}),
                u"engine.cancelled"));
  }
};

QTEST_GUILESS_MAIN(TestDesignStudy)
#include "tst_DesignStudy.moc"
