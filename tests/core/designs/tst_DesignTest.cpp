// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MadePanels.h"
#include "experiments/designs/Projection.h"

#include "statistics/Distributions.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

DesignPlan planOf(std::size_t horizon, EffectModel model = {}) {
  DesignPlan plan;
  plan.horizon = horizon, plan.model = model;
  return plan;
}

bool about(double got, double expected, double within = 1e-9) {
  return std::abs(got - expected) <= within * std::max(1.0, std::abs(expected));
}
bool warns(const DesignResult& result, QStringView code) {
  return std::find(result.warnings.begin(), result.warnings.end(), code) != result.warnings.end();
}

// Eight clusters, one period of before and one of the test; four treated.
struct Small {
  ClusterDesign design = *completeDesign(8, 4);
  Draw draw{1, 1, 1, 1, 0, 0, 0, 0};
  Panel panel(const std::array<double, 8>& within, const std::array<double, 8>& before) const {
    std::vector<double> values;
    for (std::size_t c = 0; c < 8; ++c) {
      values.push_back(before[c]), values.push_back(within[c]);
    }
    return *Panel::of(8, 2, 1, std::move(values));
  }
};

} // namespace

class TestDesignTest : public QObject {
  Q_OBJECT
 private slots:
  // The four largest of eight were treated: of 70 assignments only it and its mirror image are as far out. 2 / 70.
  void pIsCountedOutOverAllAssignments() {
    const Small small;
    const Panel panel = small.panel({9, 10, 11, 13, 1, 2, 4, 5}, {1, 2, 3, 4, 5, 6, 7, 8});
    const std::array<std::size_t, 1> looks{1};
    const auto r =
        testDesign(panel, small.design, small.draw, looks, planOf(1, {EffectScale::Absolute, BeforeUse::None}));
    QVERIFY(r && r->exact && r->assignments == 70);
    QVERIFY(about(r->looks[0].value, 43.0 / 4 - 3.0));
    QVERIFY(about(r->looks[0].pAlone, 2.0 / 70) && about(r->looks[0].p, 2.0 / 70));
    QVERIFY(r->looks[0].crossed && r->looks[0].verdict == DesignVerdict::Better);
    // One pair out of place: 5 treated and 9 not. Counted by hand through all 70: sums of four.
    const std::array<double, 8> mixed{5, 10, 11, 13, 1, 2, 4, 9};
    int asFar = 0;
    const std::vector<Draw> all = *allAssignments(small.design, 70);
    for (const Draw& draw : all) {
      double sum = 0;
      for (std::size_t c = 0; c < 8; ++c) {
        sum += (draw[c] == 1 ? 1 : -1) * mixed[c];
      }
      asFar += std::abs(sum) >= 23 - 1e-9 ? 1 : 0;
    }
    const auto m = testDesign(small.panel(mixed, {1, 2, 3, 4, 5, 6, 7, 8}), small.design, small.draw, looks,
                              planOf(1, {EffectScale::Absolute, BeforeUse::None}));
    QVERIFY(about(m->looks[0].pAlone, asFar / 70.0) && asFar > 2);
  }

  // The interval's ends are where p turns: just inside, p is above alpha; just outside, at most alpha.
  void theIntervalIsWhatTheTestDoesNotRefuse() {
    const Small small;
    const Panel panel = small.panel({9, 10, 11, 13, 1, 2, 4, 5}, {1, 2, 3, 4, 5, 6, 7, 8});
    const std::array<std::size_t, 1> looks{1};
    const auto plan = planOf(1, {EffectScale::Absolute, BeforeUse::None});
    const auto look = testDesign(panel, small.design, small.draw, looks, plan)->looks[0];
    QVERIFY(look.low < look.value && look.value < look.high && look.low > 0);
    for (const auto& [shift, inside] : {std::pair(look.low + 1e-4, true),
                                        {look.low - 1e-4, false},
                                        {look.high - 1e-4, true},
                                        {look.high + 1e-4, false}}) {
      std::array<double, 8> moved{9, 10, 11, 13, 1, 2, 4, 5};
      for (std::size_t c = 0; c < 4; ++c) {
        moved[c] -= shift;
      }
      const auto at = testDesign(small.panel(moved, {1, 2, 3, 4, 5, 6, 7, 8}), small.design, small.draw, looks, plan);
      QCOMPARE(at->looks[0].pAlone > 0.05, inside);
    }
  }

  // Without noise every scale finds the effect itself.
  void anEffectIsFoundAsItWasPutIn() {
    const Panel panel = madePanel({20, 12, 12, 100, 0.4, 0.3, 1e-9, 0}, 3);
    Random random(5);
    const std::array<std::size_t, 3> looks{4, 8, 12};
    for (const ClusterDesign& design : {*completeDesign(20, 10), *stratifiedDesign(panel, 4), *matchedPairs(panel),
                                        *switchbackDesign(20, {12, 2, 1, false})}) {
      const Draw draw = drawAssignment(design, random);
      const Panel changed = withEffect(panel, design, draw, 0.08);
      for (const EffectScale scale : {EffectScale::Relative, EffectScale::LogRatio}) {
        for (const BeforeUse use : {BeforeUse::None, BeforeUse::Difference, BeforeUse::Regression}) {
          if (scale == EffectScale::LogRatio && use == BeforeUse::None) {
            continue; // the levels of the clusters are then noise
          }
          const auto r = testDesign(changed, design, draw, looks, planOf(12, {scale, use}));
          QVERIFY(r);
          QVERIFY2(about(r->looks[2].value, 0.08, 1e-5), qPrintable(QString::number(r->looks[2].value)));
          QVERIFY(r->looks[2].verdict == DesignVerdict::Better && r->looks[2].p < 0.02);
        }
      }
    }
  }

  // y of each arm regressed on it and a covariate, as worked out with a calculator's means: the estimate of the
  // regression, and with clusters of one row CR2 is HC2.
  void standardErrorsOfSingleRowsAreHc2() {
    Eigen::VectorXd y(6), w(6);
    y << 3, 5, 10, 1, 2, 6, w << 1, 1, 1, 0, 0, 0;
    const Eigen::MatrixXd constant = Eigen::MatrixXd::Constant(6, 1, 1 / std::sqrt(6.0));
    const auto fit = projection::clusterRobust(constant, w, y, {0, 1, 2, 3, 4, 5});
    // HC2 of two means: s² of each arm over its size. 6 − 3; 13 / 3 + 7 / 3. Satterthwaite of equal arms: 4.
    QVERIFY(about(fit.coefficient, 3) && about(fit.standardError, std::sqrt(13.0 / 3 + 7.0 / 3)));
    QVERIFY(about(fit.degreesOfFreedom, 4));
  }

  // Rows that only repeat each other are no more than one row.
  void repeatedRowsOfAClusterAddNothing() {
    Eigen::VectorXd once(6), treatedOnce(6), y(18), w(18);
    once << 3, 5, 10, 1, 2, 6, treatedOnce << 1, 1, 1, 0, 0, 0;
    std::vector<std::size_t> group;
    for (Eigen::Index i = 0; i < 18; ++i) {
      y[i] = once[i / 3], w[i] = treatedOnce[i / 3], group.push_back(std::size_t(i / 3));
    }
    const Eigen::MatrixXd constant = Eigen::MatrixXd::Constant(18, 1, 1 / std::sqrt(18.0));
    const auto fit = projection::clusterRobust(constant, w, y, group);
    QVERIFY(about(fit.standardError, std::sqrt(20.0 / 3)) && about(fit.degreesOfFreedom, 4));
  }

  void twoWayResidualsAreThoseOfTheDummyRegression() {
    Random random(2);
    std::vector<std::size_t> cluster, period;
    std::vector<Eigen::VectorXd> basis;
    for (std::size_t c = 0; c < 7; ++c) {
      for (std::size_t t = 0; t < 5; ++t) {
        if ((c + 2 * t) % 4 != 0) { // cells are missing
          cluster.push_back(c), period.push_back(t);
        }
      }
    }
    const Eigen::Index n = Eigen::Index(cluster.size());
    Eigen::MatrixXd y(n, 1);
    for (Eigen::Index i = 0; i < n; ++i) {
      y(i, 0) = random.normal();
    }
    for (std::size_t level = 0; level < 7; ++level) {
      Eigen::VectorXd a(n), b(n);
      for (Eigen::Index i = 0; i < n; ++i) {
        a[i] = cluster[std::size_t(i)] == level ? 1 : 0, b[i] = period[std::size_t(i)] == level ? 1 : 0;
      }
      projection::addColumn(basis, a), projection::addColumn(basis, b);
    }
    QCOMPARE(basis.size(), std::size_t(11));
    const Eigen::VectorXd slow = projection::residual(projection::packed(basis, n), y.col(0));
    QVERIFY((projection::withinResidual(y, cluster, period).col(0) - slow).norm() < 1e-10);
  }

  void alphaIsSpentAsAnnounced() {
    for (const Spending spending : {Spending::OBrienFleming, Spending::Quadratic, Spending::Linear, Spending::Pocock}) {
      QCOMPARE(spentAlpha(spending, 0.05, 1), 0.05);
      QCOMPARE(spentAlpha(spending, 0.05, 2), 0.05);
      QCOMPARE(spentAlpha(spending, 0.05, 0), 0.0);
      double before = 0;
      for (double t = 0.05; t <= 1; t += 0.05) {
        QVERIFY(spentAlpha(spending, 0.05, t) > before);
        before = spentAlpha(spending, 0.05, t);
      }
    }
    QVERIFY(about(spentAlpha(Spending::OBrienFleming, 0.05, 0.5), 0.005574597, 1e-5)); // 2 − 2 Φ(1.95996 / √½)
  }

  // Looks that come in do not change what was said before; beyond the horizon the last word stands.
  void whatWasSaidStays() {
    const Panel panel = madePanel({20, 12, 20, 100, 0.4, 0.3, 0.1, 0.05}, 8);
    const auto design = completeDesign(20, 10);
    Random random(1);
    const Draw draw = drawAssignment(*design, random);
    const Panel changed = withEffect(panel, *design, draw, 0.2);
    const std::vector<std::size_t> looks{1, 2, 5, 6, 12, 13, 20};
    const auto all = testDesign(changed, *design, draw, looks, planOf(12));
    QVERIFY(all);
    for (std::size_t k = 1; k < looks.size(); ++k) {
      const auto part = testDesign(changed, *design, draw, std::span(looks).first(k), planOf(12));
      QVERIFY(part->looks[k - 1].p == all->looks[k - 1].p && part->looks[k - 1].low == all->looks[k - 1].low);
      QVERIFY(!all->looks[k - 1].crossed || all->looks[k].crossed);
    }
    const DesignLook &end = all->looks[4], &after = all->looks[6];
    QVERIFY(!end.afterHorizon && after.afterHorizon && after.fraction == 1);
    QVERIFY(after.p == end.p && after.low == end.low && after.verdict == end.verdict && after.value != end.value);
    QVERIFY(all->looks[0].low == -1 && std::isinf(all->looks[0].high) &&
            all->looks[0].p > 0.05); // 0.05 / 144 of 2000 is nothing yet
  }

  void verdictsFollowTheInterval() {
    const Panel panel = madePanel({40, 12, 12, 100, 0.4, 0.3, 0.02, 0.005}, 8);
    const auto design = completeDesign(40, 20);
    Random random(1);
    const Draw draw = drawAssignment(*design, random);
    const std::array<std::size_t, 2> looks{6, 12};
    const auto verdict = [&](double effect, double margin, double goal) {
      DesignPlan plan = planOf(12);
      plan.margin = margin, plan.goal = goal;
      return testDesign(withEffect(panel, *design, draw, effect), *design, draw, looks, plan)->looks[1].verdict;
    };
    QVERIFY(verdict(0.05, 0.02, 0.05) == DesignVerdict::Better);
    QVERIFY(verdict(-0.05, 0.02, 0.05) == DesignVerdict::Worse);
    QVERIFY(verdict(0, 0.02, 0.05) == DesignVerdict::Equivalent);
    QVERIFY(verdict(0, 0, 0.05) == DesignVerdict::Futile);
    QVERIFY(verdict(0, 0, -0.05) == DesignVerdict::Futile);
    QVERIFY(verdict(0, 0, 0) == DesignVerdict::Undecided);
    QCOMPARE(QByteArray(designVerdictName(DesignVerdict::Equivalent)), QByteArray("equivalent"));
  }

  void missingWeeksTakeNothingOfTheirSeasonWithThem() {
    Panel panel = madePanel({20, 12, 12, 100, 0.4, 0.5, 1e-9, 0}, 3);
    const auto design = completeDesign(20, 10);
    Random random(5);
    const Draw draw = drawAssignment(*design, random);
    panel = withEffect(panel, *design, draw, 0.08);
    for (std::size_t c = 0; c < 20; ++c) {
      panel.multiply(c, (c * 5) % 24, std::numeric_limits<double>::quiet_NaN());
      panel.multiply(c, 12 + (c * 7) % 12, std::numeric_limits<double>::quiet_NaN());
    }
    const std::array<std::size_t, 1> looks{12};
    const auto r = testDesign(panel, *design, draw, looks, planOf(12, {EffectScale::LogRatio, BeforeUse::Difference}));
    QVERIFY(r && std::abs(r->looks[0].value - 0.08) < 0.02 && r->looks[0].p < 0.01);
  }

  // A cluster closed for the whole test says nothing, and stops nothing.
  void aClusterWithoutATestIsLeftOut() {
    Panel panel = madePanel({}, 3);
    const auto design = completeDesign(20, 10);
    Random random(5);
    const Draw draw = drawAssignment(*design, random);
    for (std::size_t t = 12; t < 24; ++t) {
      panel.multiply(4, t, std::numeric_limits<double>::quiet_NaN());
    }
    const std::array<std::size_t, 1> looks{12};
    const auto r = testDesign(panel, *design, draw, looks, planOf(12));
    QVERIFY(r && r->looks[0].informative && std::isfinite(r->looks[0].low) && r->robust);
  }

  // One giant: an absolute effect is said to hang on it; a relative one does not.
  void oneWhaleDecidesNothingRelative() {
    Panel panel = madePanel({}, 3);
    for (std::size_t t = 0; t < 24; ++t) {
      panel.multiply(0, t, 200);
    }
    const auto design = completeDesign(20, 10);
    Random random(5);
    const Draw draw = drawAssignment(*design, random);
    const std::array<std::size_t, 1> looks{12};
    const auto relative = testDesign(panel, *design, draw, looks, planOf(12));
    const auto absolute =
        testDesign(panel, *design, draw, looks, planOf(12, {EffectScale::Absolute, BeforeUse::Regression}));
    QVERIFY(relative && !warns(*relative, u"experiment.whale") &&
            relative->looks[0].high - relative->looks[0].low < 0.4);
    QVERIFY(absolute && warns(*absolute, u"experiment.whale"));
  }

  void whatIsThinIsSaid() {
    MadePanel nine;
    nine.clusters = 9;
    const Panel panel = madePanel(nine, 4);
    const auto design = completeDesign(9, 4);
    Random random(5);
    const Draw draw = drawAssignment(*design, random);
    const std::array<std::size_t, 1> looks{12};
    const auto r = testDesign(panel, *design, draw, looks, planOf(12));
    QVERIFY(r && warns(*r, u"experiment.few-clusters-warning") && warns(*r, u"experiment.coarse"));
    const auto back = switchbackDesign(9, {12, 1, 0, false});
    const Draw switched = drawAssignment(*back, random);
    QVERIFY(warns(*testDesign(panel, *back, switched, looks, planOf(12)), u"experiment.no-washout"));
  }

  // Nothing to compare before the second price was seen, and no crash.
  void aSwitchbackWaitsForItsSecondBlock() {
    const Panel panel = madePanel({}, 3);
    const auto design = switchbackDesign(20, {12, 1, 0, true});
    Random random(5);
    const Draw draw = drawAssignment(*design, random);
    const std::array<std::size_t, 3> looks{1, 2, 12};
    const auto r = testDesign(panel, *design, draw, looks, planOf(12));
    QVERIFY(r && !r->looks[0].informative && r->looks[1].informative && !r->looks[0].crossed);
  }

  void badInputIsRefused() {
    const Panel panel = madePanel({}, 3);
    const auto design = completeDesign(20, 10);
    Random random(5);
    const Draw draw = drawAssignment(*design, random);
    const std::array<std::size_t, 1> looks{12}, tooFar{13}, none{0};
    const std::array<std::size_t, 2> twice{5, 5};
    const auto with = [&](const Panel& p, std::span<const std::size_t> at, const DesignPlan& plan) {
      return testDesign(p, *design, draw, at, plan);
    };
    QVERIFY(refuses(with(panel, tooFar, planOf(12)), u"experiment.bad-shape"));
    QVERIFY(refuses(with(panel, none, planOf(12)), u"experiment.bad-shape"));
    QVERIFY(refuses(with(panel, twice, planOf(12)), u"experiment.bad-shape"));
    QVERIFY(refuses(with(panel, {}, planOf(12)), u"experiment.bad-shape"));
    QVERIFY(refuses(with(panel, looks, planOf(0)), u"experiment.bad-setting"));
    DesignPlan plan = planOf(12);
    plan.alpha = 1;
    QVERIFY(refuses(with(panel, looks, plan), u"experiment.bad-level"));
    plan = planOf(12), plan.margin = -1;
    QVERIFY(refuses(with(panel, looks, plan), u"experiment.bad-setting"));
    plan = planOf(12), plan.reference.redraws = 5;
    QVERIFY(refuses(with(panel, looks, plan), u"experiment.bad-setting"));
    QVERIFY(refuses(testDesign(panel, *design, Draw(20, 0), looks, planOf(12)), u"experiment.one-arm"));
    QVERIFY(refuses(testDesign(madePanel({21}, 3), *design, draw, looks, planOf(12)), u"experiment.bad-shape"));
    Panel odd = panel;
    odd.multiply(3, 20, -1);
    QVERIFY(with(odd, looks, planOf(12)).has_value());
    QVERIFY(
        refuses(with(odd, looks, planOf(12, {EffectScale::LogRatio, BeforeUse::None})), u"experiment.not-positive"));
    for (std::size_t t = 0; t < 12; ++t) {
      odd.multiply(3, t, -1);
    }
    QVERIFY(refuses(with(odd, looks, planOf(12)), u"experiment.no-baseline"));
    QVERIFY(refuses(with(*panel.window(12, 0, 12), looks, planOf(12)), u"experiment.no-history"));
    std::vector<double> flat; // each cluster sells what it always sold
    for (std::size_t i = 0; i < 20 * 24; ++i) {
      flat.push_back(double(1 + i / 24));
    }
    QVERIFY(refuses(with(*Panel::of(20, 24, 12, flat), looks, planOf(12)), u"experiment.no-variance"));
  }

  void scalesTurnBack() {
    for (const EffectScale scale : {EffectScale::Absolute, EffectScale::Relative, EffectScale::LogRatio}) {
      for (const double effect : {-0.5, -0.01, 0.0, 0.2, 3.0}) {
        QVERIFY(about(effectOf(scale, parameterOf(scale, effect)), effect));
      }
    }
    QVERIFY(effectOf(EffectScale::Relative, kInf) == kInf && effectOf(EffectScale::Relative, -kInf) == -1);
  }
};

QTEST_GUILESS_MAIN(TestDesignTest)
#include "tst_DesignTest.moc"
