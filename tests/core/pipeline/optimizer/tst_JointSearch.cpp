// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Products that draw on each other: all plans where they can be counted, and what binds them.
#include "pipeline/optimizer/JointSearch.h"

#include <QTest>

#include <cmath>

using namespace pricewright;

namespace {

JointProblem two() {
  JointProblem p;
  for (const double reference : {10.0, 12.0}) {
    JointProduct one{reference, 100, reference * 0.6, {}};
    for (int k = -4; k <= 4; ++k)
      one.ladder.push_back(reference * (1 + 0.05 * k));
    p.products.push_back(one);
  }
  p.elasticity = {-2.5, 0.8, 0.5, -3.0};
  return p;
}
double profit(double a, double b) {
  const double x = std::log(a / 10), y = std::log(b / 12);
  return (a - 6) * 100 * std::exp(-2.5 * x + 0.8 * y) + (b - 7.2) * 100 * std::exp(0.5 * x - 3.0 * y);
}

} // namespace

class JointSearchTest : public QObject {
  Q_OBJECT
 private slots:
  void theBestOfAllPlans() {
    const JointProblem p = two();
    const auto plan = searchJoint(p);
    QVERIFY(plan && plan->proved);
    double best = -1;
    for (const double a : p.products[0].ladder)
      for (const double b : p.products[1].ladder)
        best = std::max(best, profit(a, b));
    QVERIFY(std::abs(plan->objective - best) < 1e-9);
    QVERIFY(std::abs(plan->profit - profit(plan->price[0], plan->price[1])) < 1e-9);
    QVERIFY(plan->secondBest < plan->objective);
  }

  void relationsAndLimitsHold() {
    JointProblem p = two();
    p.relations.push_back({PriceRelation::Kind::AtMostFactor, 0, 1, 0.8});
    p.largestChange = 0.1;
    const auto plan = searchJoint(p);
    QVERIFY(plan && plan->price[0] <= 0.8 * plan->price[1] + 1e-9);
    QVERIFY(std::abs(plan->price[0] / 10 - 1) <= 0.1 + 1e-9);
    p.relations.push_back({PriceRelation::Kind::AtLeastApart, 0, 1, 0});
    QCOMPARE(searchJoint(p).error().code, QStringLiteral("joint.infeasible"));
    JointProblem q = two();
    const double free = searchJoint(q)->revenue;
    q.leastRevenue = free * 1.05;
    QVERIFY(searchJoint(q)->revenue >= free * 1.05);
  }

  // Too many plans to count: moves find what counting finds where both can.
  void movesFindIt() {
    const JointProblem p = two();
    const auto counted = searchJoint(p), moved = searchJoint(p, 1);
    QVERIFY(moved && !moved->proved && std::abs(moved->objective - counted->objective) < 1e-9);
  }

  void whatMakesNoSense() {
    QCOMPARE(searchJoint({}).error().code, QStringLiteral("joint.bad-problem"));
    JointProblem p = two();
    p.products[0].ladder.clear();
    QCOMPARE(searchJoint(p).error().code, QStringLiteral("joint.bad-problem"));
    p = two();
    p.elasticity[0] = std::nan("");
    QCOMPARE(searchJoint(p).error().code, QStringLiteral("joint.bad-problem"));
    p = two();
    p.leastMargin = 0.99;
    QCOMPARE(searchJoint(p).error().code, QStringLiteral("joint.infeasible"));
  }
};

QTEST_GUILESS_MAIN(JointSearchTest)
#include "tst_JointSearch.moc"
