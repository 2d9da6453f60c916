// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Problems of few plans: none that can be kept is refused, what a limit is worth is what one more of it brings, and
// what cannot hold together is named, all of it and no more.
#include "pipeline/optimizer/SmallPlan.h"

#include "statistics/Random.h"

#include <QtTest>

#include <cmath>

using namespace pricewright;

namespace {

CrossProblem someProducts(std::size_t n, int rungs, std::uint64_t seed) {
  Random random(seed);
  CrossProblem p;
  p.keepsToday = true;
  for (std::size_t i = 0; i < n; ++i) {
    LadderProduct one;
    one.referencePrice = 2 + 6 * random.uniform(), one.referenceUnits = 5 + 60 * random.uniform();
    one.cost = one.referencePrice * (0.45 + 0.3 * random.uniform()), one.elasticity = -1.6 - 2.2 * random.uniform();
    for (int k = 0; k < rungs; ++k)
      one.ladder.push_back(one.referencePrice * (0.85 + 0.3 * k / (rungs - 1)));
    p.products.push_back(one);
    for (std::size_t j = 0; j < n; ++j)
      if (j != i)
        p.effects.push_back({i, j, 0.8 * random.uniform() / double(n - 1)});
  }
  return p;
}

CrossPlan best(const CrossProblem& p) {
  const auto plan = planSmall(p);
  if (!plan || !*plan)
    qFatal("no plan: %s", plan ? qPrintable((*plan).error().code) : "too large");
  return **plan;
}

const LimitUse& use(const CrossPlan& plan, const char* name) {
  for (const LimitUse& one : plan.limits)
    if (one.name == QLatin1String(name))
      return one;
  qFatal("no such limit");
}

} // namespace

class SmallPlanTest : public QObject {
  Q_OBJECT

 private slots:
  // Climbing may stop on a lower hill; counting never does.
  void nothingThatClimbsIsBetter() {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
      CrossProblem p = someProducts(4, 5, seed);
      p.limits.mostIndex = 0.03, p.limits.leastIndex = -0.01, p.limits.mostChanges = 3;
      const CrossPlan counted = best(p);
      QCOMPARE(counted.bound, counted.objective);
      p.countsOut = false;
      if (const auto climbed = planCross(p))
        QVERIFY(climbed->objective <= counted.objective * (1 + 1e-12));
    }
  }

  // A band so narrow that only today's prices keep it is kept by today's prices.
  void todaysPricesKeepANarrowBand() {
    CrossProblem p = someProducts(1, 7, 3);
    p.limits.mostCategoryIndex = 0.012, p.limits.leastCategoryIndex = -0.003;
    QCOMPARE(best(p).changes, 0);
    QVERIFY(planPortfolio(p.products, PlanObjective::Profit, p.limits));
  }

  // Prices that have to move together do, which no move of one of them would.
  void relatedPricesMoveTogether() {
    CrossProblem p = someProducts(2, 7, 5);
    const double off = p.products[0].referencePrice - p.products[1].referencePrice;
    p.relations = {{PriceRelation::Kind::AtLeastApart, 0, 1, off - 0.05},
                   {PriceRelation::Kind::AtLeastApart, 1, 0, -off - 0.05}};
    const CrossPlan plan = best(p);
    QVERIFY(std::abs(plan.price[0] - plan.price[1] - off) <= 0.05 + 1e-9);
    QVERIFY(planCross(p));
  }

  void aLimitIsWorthWhatOneMoreBrings() {
    int bound = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      CrossProblem p = someProducts(4, 5, seed);
      p.limits.mostChanges = 1, p.limits.mostIndex = 0.02;
      const CrossPlan plan = best(p);
      CrossProblem more = p;
      more.limits.mostChanges = 2;
      QVERIFY(std::abs(use(plan, "changes").worth - (best(more).objective - plan.objective)) < 1e-9);
      more = p, more.limits.mostIndex = 0.03;
      QVERIFY(std::abs(use(plan, "index").worth - (best(more).objective - plan.objective)) < 1e-9);
      bound += use(plan, "changes").worth > 0;
    }
    QVERIFY(bound > 10); // else nothing was tested
  }

  void whatCannotHoldTogetherIsNamed() {
    CrossProblem p = someProducts(3, 5, 7);
    p.limits.mostChanges = 2, p.limits.mostIndex = -0.05, p.limits.leastIndex = 0.0499;
    const auto none = planSmall(p);
    QVERIFY(none && !*none);
    QCOMPARE((*none).error().code, QStringLiteral("portfolio.infeasible"));
    QCOMPARE((*none).error().arguments.value(QStringLiteral("limits")), QStringLiteral("index; index-low"));
    // Each of the two giving way alone would be enough, and what it would have to come to is told.
    const QString limit = (*none).error().arguments.value(QStringLiteral("limit"));
    const double to = (*none).error().arguments.value(QStringLiteral("best")).toDouble();
    (limit == u"index" ? p.limits.mostIndex : p.limits.leastIndex) = to;
    QVERIFY(bool(*planSmall(p)));
  }

  void relationsThatContradictEachOtherAreNamed() {
    CrossProblem p = someProducts(3, 5, 9);
    p.limits.mostChanges = 3;
    p.relations = {{PriceRelation::Kind::AtMostFactor, 0, 1, 0.4},
                   {PriceRelation::Kind::AtLeastApart, 0, 1, 1},
                   {PriceRelation::Kind::AtMostFactor, 2, 1, 100}};
    const auto none = planSmall(p);
    QVERIFY(none && !*none);
    QCOMPARE((*none).error().code, QStringLiteral("joint.infeasible"));
    const QString named = (*none).error().arguments.value(QStringLiteral("limits"));
    QVERIFY2(named.contains(QStringLiteral("price 0")) && !named.contains(QStringLiteral("price 2")),
             qPrintable(named));
  }

  void largeAndDamagedProblemsAreLeftToOthers() {
    QVERIFY(!planSmall(someProducts(20, 8, 1)));
    CrossProblem p = someProducts(2, 4, 1);
    p.products[0].cost = std::nan("");
    QVERIFY(!planSmall(p));
    QVERIFY(!planSmall({}));
    p = someProducts(2, 4, 1), p.limits.changeCost = -1;
    QVERIFY(!planSmall(p));
    QCOMPARE(planCross(p).error().code, QStringLiteral("portfolio.bad-limits"));
    p = someProducts(2, 4, 1), p.relations = {{PriceRelation::Kind::AtMostFactor, 0, 1, -1}};
    QVERIFY(!planSmall(p));
    QCOMPARE(planCross(p).error().code, QStringLiteral("joint.bad-problem"));
  }
};

QTEST_APPLESS_MAIN(SmallPlanTest)
#include "tst_SmallPlan.moc"
