// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Price problems of any size in which products draw on each other: held against counting out every plan.
#include "pipeline/optimizer/CrossPlan.h"

#include "statistics/Random.h"

#include <QtTest>

#include <cmath>

using namespace pricewright;

namespace {

CrossProblem made(int groups, int size, int rungs, std::uint64_t seed) {
  Random random(seed);
  CrossProblem p;
  p.countsOut = false; // it is the climbing that is held against it
  for (int i = 0; i < groups * size; ++i) {
    LadderProduct one;
    one.referencePrice = 2 + 6 * random.uniform();
    one.referenceUnits = 5 + 60 * random.uniform();
    one.cost = one.referencePrice * (0.45 + 0.3 * random.uniform());
    one.elasticity = -1.6 - 2.2 * random.uniform();
    for (int k = 0; k < rungs; ++k)
      one.ladder.push_back(std::round(100 * one.referencePrice * (0.8 + 0.45 * k / (rungs - 1))) / 100);
    p.products.push_back(one);
    for (int j = i / size * size; j < (i / size + 1) * size; ++j)
      if (j != i)
        p.effects.push_back({std::size_t(i), std::size_t(j), 1.2 * random.uniform() / (size - 1)});
  }
  return p;
}

struct Sums {
  double revenue = 0, profit = 0;
};
Sums sumsOf(const CrossProblem& p, const std::vector<double>& price) {
  Sums out;
  for (std::size_t i = 0; i < p.products.size(); ++i) {
    const LadderProduct& one = p.products[i];
    double log = std::log(one.referenceUnits) + one.elasticity * std::log(price[i] / one.referencePrice);
    for (const CrossEffect& e : p.effects)
      if (e.of == i)
        log += e.elasticity * std::log(price[e.from] / p.products[e.from].referencePrice);
    out.revenue += price[i] * std::exp(log), out.profit += (price[i] - one.cost) * std::exp(log);
  }
  return out;
}

bool kept(const CrossProblem& p, const std::vector<double>& price) {
  return std::all_of(p.relations.begin(), p.relations.end(), [&](const PriceRelation& r) {
    return r.kind == PriceRelation::Kind::AtMostFactor ? price[r.a] <= r.amount * price[r.b] * (1 + 1e-12)
                                                       : price[r.a] >= price[r.b] + r.amount - 1e-12;
  });
}

// The best of all plans that `may` holds for; −∞: none.
template <class May> double countedOut(const CrossProblem& p, const May& may) {
  std::vector<double> price(p.products.size());
  double best = -HUGE_VAL;
  const auto go = [&](const auto& self, std::size_t i) -> void {
    if (i == price.size()) {
      if (kept(p, price) && may(price))
        best = std::max(best, sumsOf(p, price).profit);
      return;
    }
    for (const double at : p.products[i].ladder)
      price[i] = at, self(self, i + 1);
  };
  go(go, 0);
  return best;
}
const auto kAnything = [](const std::vector<double>&) { return true; };

// Two groups of two, in two categories, related; today's prices are rungs, one competitor's price is not known.
struct PictureOfPrices {
  CrossProblem problem;
  explicit PictureOfPrices(std::uint64_t seed) : problem(made(2, 2, 8, seed)) {
    Random random(seed + 500);
    problem.keepsToday = true;
    for (std::size_t i = 0; i < problem.products.size(); ++i) {
      const double now = problem.products[i].ladder[2];
      problem.limits.now.push_back(now);
      problem.limits.rival.push_back(i == 1 ? 0 : now * (0.95 + 0.1 * random.uniform()));
      problem.limits.kvi.push_back(i == 0 || i == 3), problem.limits.category.push_back(i < 2 ? 7 : 4);
    }
    const double ratio = problem.limits.now[0] / problem.limits.now[2];
    problem.relations = {{PriceRelation::Kind::AtMostFactor, 0, 2, ratio * (1 + 0.1 * random.uniform())}};
    problem.limits.mostRivalIndex = 0.03, problem.limits.mostCategoryRivalIndex = 0.06;
    problem.limits.leastRivalIndex = -0.4, problem.limits.mostKviIndex = 0.02;
  }

  // By its own arithmetic.
  bool holds(const std::vector<double>& price) const {
    const PortfolioLimits& l = problem.limits;
    double rival = 0, rivalAll = 0, kvi = 0, kviAll = 0, part[2] = {0, 0}, partAll[2] = {0, 0};
    for (std::size_t i = 0; i < price.size(); ++i) {
      const double revenue = revenueNow(i);
      if (l.rival[i] > 0) {
        const double above = revenue * (price[i] / l.rival[i] - 1);
        rival += above, rivalAll += revenue, part[i / 2] += above, partAll[i / 2] += revenue;
      }
      if (l.kvi[i])
        kvi += revenue * (price[i] / l.now[i] - 1), kviAll += revenue;
    }
    return rival <= 0.03 * rivalAll + 1e-9 && rival >= -0.4 * rivalAll - 1e-9 && kvi <= 0.02 * kviAll + 1e-9 &&
           part[0] <= 0.06 * partAll[0] + 1e-9 && part[1] <= 0.06 * partAll[1] + 1e-9;
  }
  double revenueNow(std::size_t i) const {
    double log = std::log(problem.products[i].referenceUnits);
    const auto moved = [&](std::size_t k) {
      return std::log(problem.limits.now[k] / problem.products[k].referencePrice);
    };
    log += problem.products[i].elasticity * moved(i);
    for (const CrossEffect& e : problem.effects)
      if (e.of == i)
        log += e.elasticity * moved(e.from);
    return problem.limits.now[i] * std::exp(log);
  }
};

bool same(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}); }

} // namespace

class TestCrossPlan : public QObject {
  Q_OBJECT
 private slots:
  void fewProductsAreSolvedAsByCountingOut() {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const CrossProblem p = made(1, 4, 8, seed);
      const auto plan = planCross(p);
      QVERIFY(plan);
      const double best = countedOut(p, kAnything);
      QVERIFY2(same(plan->objective, best),
               qPrintable(QStringLiteral("%1: %2 of %3").arg(seed).arg(plan->objective).arg(best)));
      QVERIFY(same(sumsOf(p, plan->price).profit, plan->objective));
      QVERIFY(plan->bound >= best - 1e-9 * best && plan->gap() < 0.05 * best);
    }
  }

  // Chains of relations within and across groups, and tight ones: prices that must move together do.
  void relationsAreKeptAtNoMoreThanTheyCost() {
    int binding = 0;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
      CrossProblem p = made(2, 2, 9, seed);
      Random random(seed + 100);
      const auto at = [&](std::size_t i) { return p.products[i].referencePrice; };
      p.relations = {{PriceRelation::Kind::AtMostFactor, 0, 1, at(0) / at(1) * (0.92 + 0.1 * random.uniform())},
                     {PriceRelation::Kind::AtLeastApart, 2, 0, at(2) - at(0) + 0.4 * random.uniform() - 0.1},
                     {PriceRelation::Kind::AtMostFactor, 3, 2, at(3) / at(2) * (0.92 + 0.1 * random.uniform())}};
      const double best = countedOut(p, kAnything);
      const auto plan = planCross(p);
      if (best == -HUGE_VAL) {
        QVERIFY(!plan && plan.error().is(u"joint.infeasible"));
        continue;
      }
      QVERIFY(plan);
      QVERIFY(kept(p, plan->price));
      QVERIFY2(same(plan->objective, best),
               qPrintable(QStringLiteral("%1: %2 of %3").arg(seed).arg(plan->objective).arg(best)));
      QVERIFY(plan->bound >= best - 1e-9 * best);
      CrossProblem free = p;
      free.relations.clear();
      binding += planCross(free)->objective > best * (1 + 1e-6);
    }
    QVERIFY(binding >= 10); // else this says nothing
  }

  // A floor for all together: the best plan that keeps it, or one that gives up little.
  void floorsAreKept() {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      CrossProblem p = made(2, 2, 9, seed);
      const auto free = planCross(p);
      const double least = 1.03 * sumsOf(p, free->price).revenue;
      const double best = countedOut(p, [&](const auto& price) { return sumsOf(p, price).revenue >= least; });
      p.limits.leastRevenue = least;
      const auto plan = planCross(p);
      QVERIFY2(plan || best == -HUGE_VAL, qPrintable(plan ? QString() : plan.error().code));
      if (!plan)
        continue;
      QVERIFY(plan->revenue >= least * (1 - 1e-9));
      QVERIFY(plan->objective <= best + 1e-9 * best);
      QVERIFY2(plan->objective >= 0.97 * best,
               qPrintable(QStringLiteral("%1: %2 of %3").arg(seed).arg(plan->objective).arg(best)));
      QVERIFY(plan->bound >= best - 1e-9 * best);
      QCOMPARE(plan->limits.size(), std::size_t(1));
      QVERIFY(plan->limits[0].worth >= 0);
    }
  }

  // How the price level is seen, against a competitor (by category too) and of KVIs, beside relations and siblings: the
  // planner keeps it at little, and the search of every plan at nothing.
  void limitsAgainstACompetitorAndOfKvisAreKept() {
    int binding = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
      const PictureOfPrices picture(seed);
      const CrossProblem& p = picture.problem;
      const double best = countedOut(p, [&](const auto& price) { return picture.holds(price); });
      QVERIFY(best > 0);
      binding += countedOut(p, kAnything) > best * (1 + 1e-6);
      const auto plan = planCross(p);
      QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().code));
      QVERIFY(kept(p, plan->price) && picture.holds(plan->price));
      QVERIFY2(plan->objective <= best + 1e-9 * best && plan->objective >= 0.97 * best,
               qPrintable(QStringLiteral("%1: %2 of %3").arg(seed).arg(plan->objective).arg(best)));
      QVERIFY(plan->bound >= best - 1e-9 * best);
      CrossProblem small = p;
      small.countsOut = true;
      const auto exact = planCross(small);
      QVERIFY(exact && same(exact->objective, best));
      for (const LimitUse& use : exact->limits) {
        const auto other = std::find_if(plan->limits.begin(), plan->limits.end(), [&](const LimitUse& o) {
          return o.name == use.name && o.category == use.category;
        });
        QVERIFY2(other != plan->limits.end() && other->limit == use.limit, qPrintable(use.name));
      }
      QCOMPARE(plan->limits.size(), exact->limits.size());
    }
    QVERIFY(binding >= 8); // else this says nothing
  }

  // A price above a competitor's that no plan can undercut: the limit is named, with the nearest that can be had.
  void whatNoPlanKeepsIsNamed() {
    PictureOfPrices picture(3);
    picture.problem.limits.mostRivalIndex = -0.6;
    for (const bool countsOut : {false, true}) {
      picture.problem.countsOut = countsOut;
      const auto plan = planCross(picture.problem);
      QVERIFY(!plan && plan.error().is(u"portfolio.infeasible"));
      QVERIFY(plan.error().arguments.value(QStringLiteral("limit")).startsWith(u"competitor-index"));
      QVERIFY(plan.error().arguments.value(QStringLiteral("best")).toDouble() > -0.6);
    }
  }

  // Without anything that joins products it is the portfolio's own problem.
  void withoutEffectsItIsAPortfolio() {
    CrossProblem p = made(30, 1, 12, 3);
    p.keepsToday = true;
    p.limits.mostChanges = 9, p.limits.changeCost = 0.2, p.limits.mostIndex = 0.01;
    const auto plan = planCross(p);
    const auto other = planPortfolio(p.products, p.objective, p.limits);
    QVERIFY(plan && other);
    QVERIFY(plan->changes <= 9);
    QVERIFY2(plan->objective >= other->objective * (1 - 1e-6) && plan->objective <= other->bound * (1 + 1e-9),
             qPrintable(QStringLiteral("%1, %2").arg(plan->objective).arg(other->objective)));
  }

  void limitsBindManyGroups() {
    CrossProblem p = made(60, 6, 15, 9);
    p.keepsToday = true;
    const auto free = planCross(p);
    p.limits.mostChanges = 100, p.limits.mostIndex = 0.005;
    for (std::size_t i = 0; i < p.products.size(); ++i)
      p.limits.category.push_back(int(i) % 4);
    p.limits.mostCategoryIndex = 0.01;
    const auto plan = planCross(p, 1);
    QVERIFY(free && plan);
    QVERIFY(plan->changes <= 100 && plan->objective < free->objective);
    QVERIFY(plan->gap() >= 0 && plan->gap() < 0.06 * plan->objective);
    for (const LimitUse& use : plan->limits)
      QVERIFY2(use.used <= use.limit + 1e-9, qPrintable(use.name));
    const auto again = planCross(p, 2); // any number of threads
    QCOMPARE(again->rung, plan->rung);
    QCOMPARE(again->objective, plan->objective);
  }

  void whatMakesNoSenseIsRefused() {
    const CrossProblem good = made(1, 3, 5, 1);
    const auto refused = [](const CrossProblem& p, QStringView code) {
      const auto plan = planCross(p);
      return !plan && plan.error().is(code);
    };
    CrossProblem p = good;
    p.effects.push_back({0, 7, 0.1});
    QVERIFY(refused(p, u"joint.bad-problem"));
    p = good, p.effects[0].elasticity = std::nan("");
    QVERIFY(refused(p, u"joint.bad-problem"));
    p = good, p.products[1].ladder.clear();
    QVERIFY(refused(p, u"ladder.bad-problem"));
    p = good, p.products[1].ladder[0] = -1;
    QVERIFY(refused(p, u"ladder.bad-problem"));
    p = good, p.relations = {{PriceRelation::Kind::AtMostFactor, 0, 9, 1}};
    QVERIFY(refused(p, u"joint.bad-problem"));
    p = good, p.relations = {{PriceRelation::Kind::AtMostFactor, 0, 1, 1e-6}};
    QVERIFY(refused(p, u"joint.infeasible"));
    p = good, p.limits.leastRevenue = 1e12;
    QVERIFY(refused(p, u"portfolio.infeasible"));
    QVERIFY(refused({}, u"portfolio.bad-limits"));
    // Effects of a size that no market has stay finite.
    p = good;
    for (CrossEffect& e : p.effects)
      e.elasticity = 90;
    const auto plan = planCross(p);
    QVERIFY(plan && std::isfinite(plan->objective));
    QVERIFY(plan->bound >= plan->objective); // or none is claimed
  }

  // A floor so near the most that can be reached that steps towards it fail: what keeps it is not thrown away.
  void aPlanThatKeepsItsLimitsIsNeverLost() {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
      CrossProblem p = made(3, 4, 12, seed);
      p.objective = PlanObjective::Revenue;
      const double most = planCross(p)->revenue;
      p.objective = PlanObjective::Profit;
      for (const double share : {0.97, 0.99, 0.999}) {
        p.limits.leastRevenue = share * most;
        const auto plan = planCross(p);
        QVERIFY2(
            plan && plan->revenue >= share * most * (1 - 1e-9),
            qPrintable(QStringLiteral("%1 at %2: %3").arg(seed).arg(share).arg(plan ? QString() : plan.error().code)));
      }
    }
  }

  void aJointProblemTooLargeToCountIsTheSameProblem() {
    const CrossProblem p = made(1, 4, 8, 5);
    JointProblem joint;
    for (const LadderProduct& one : p.products)
      joint.products.push_back({one.referencePrice, one.referenceUnits, one.cost, one.ladder});
    joint.elasticity.assign(16, 0);
    for (std::size_t i = 0; i < 4; ++i)
      joint.elasticity[i * 4 + i] = p.products[i].elasticity;
    for (const CrossEffect& e : p.effects)
      joint.elasticity[e.of * 4 + e.from] = e.elasticity;
    joint.leastMargin = 0.3, joint.largestChange = 0.15, joint.leastMarginRatio = 0.4;
    joint.relations = {
        {PriceRelation::Kind::AtMostFactor, 0, 1, 1.1 * p.products[0].referencePrice / p.products[1].referencePrice}};
    const auto counted = searchJoint(joint);
    const auto planned = planCross(crossProblem(joint));
    QVERIFY(counted && planned && counted->proved);
    QVERIFY2(planned->objective >= 0.995 * counted->objective && planned->objective <= counted->objective * (1 + 1e-9),
             qPrintable(QStringLiteral("%1 of %2").arg(planned->objective).arg(counted->objective)));
  }
};

QTEST_APPLESS_MAIN(TestCrossPlan)
#include "tst_CrossPlan.moc"
