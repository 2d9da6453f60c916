// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/CoupledChoice.h"

#include "pipeline/optimizer/PortfolioPlan.h"
#include "statistics/Random.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace pricewright;

namespace {

std::size_t partOf(const Coupling& c, std::size_t item) { return c.part.empty() ? 0 : std::size_t(c.part[item]); }

// The second coupling is in two parts, of items of their own.
CoupledProblem random(std::uint64_t seed, int items, int choices, int couplings, bool changes) {
  Random r(seed);
  CoupledProblem p;
  p.couplings.resize(std::size_t(couplings));
  for (std::size_t c = 0; c < p.couplings.size(); ++c) {
    p.couplings[c].most.assign(c == 1 ? 2 : 1, 0.0);
    for (int i = 0; c == 1 && i < items; ++i)
      p.couplings[c].part.push_back(i % 2);
  }
  std::vector<std::array<double, 2>> least(p.couplings.size()), most(p.couplings.size());
  for (int i = 0; i < items; ++i) {
    std::vector<std::pair<double, double>> range(p.couplings.size(), {1e9, -1e9});
    for (int k = 0; k < choices; ++k) {
      p.values.push_back(std::round(1000 * r.uniform()) / 10);
      for (std::size_t c = 0; c < p.couplings.size(); ++c) {
        const double use = std::round(200 * r.uniform() - 60);
        p.couplings[c].use.push_back(use);
        range[c] = {std::min(range[c].first, use), std::max(range[c].second, use)};
      }
    }
    p.first.push_back(p.values.size());
    p.stay.push_back(int(r.uniform() * choices) % choices);
    for (std::size_t c = 0; c < p.couplings.size(); ++c)
      least[c][partOf(p.couplings[c], std::size_t(i))] += range[c].first,
          most[c][partOf(p.couplings[c], std::size_t(i))] += range[c].second;
  }
  for (std::size_t c = 0; c < p.couplings.size(); ++c)
    for (std::size_t k = 0; k < p.couplings[c].most.size(); ++k)
      p.couplings[c].most[k] = least[c][k] + (0.35 + 0.4 * r.uniform()) * (most[c][k] - least[c][k]);
  if (changes)
    p.mostChanges = items / 2;
  return p;
}

// The best by counting out; −∞: no choice keeps all.
double counted(const CoupledProblem& p) {
  double best = -std::numeric_limits<double>::infinity();
  std::vector<std::size_t> at(p.items(), 0);
  for (;;) {
    double value = 0;
    int changes = 0;
    bool fits = true;
    for (std::size_t i = 0; i < p.items(); ++i)
      value += p.values[p.first[i] + at[i]], changes += int(at[i]) != p.stay[i] ? 1 : 0;
    for (const Coupling& c : p.couplings) {
      std::vector<double> used(c.most.size());
      for (std::size_t i = 0; i < p.items(); ++i)
        used[partOf(c, i)] += c.use[p.first[i] + at[i]];
      for (std::size_t k = 0; k < used.size(); ++k)
        fits &= used[k] <= c.most[k];
    }
    if (fits && (!p.mostChanges || changes <= *p.mostChanges))
      best = std::max(best, value);
    std::size_t i = 0;
    while (i < p.items() && ++at[i] == p.first[i + 1] - p.first[i])
      at[i++] = 0;
    if (i == p.items())
      return best;
  }
}

// Ten thousand products of forty prices around today's.
std::vector<LadderProduct> shop(int n, std::uint64_t seed) {
  Random r(seed);
  std::vector<LadderProduct> out;
  for (int i = 0; i < n; ++i) {
    LadderProduct p;
    p.referencePrice = 2 + 30 * r.uniform();
    p.referenceUnits = 5 + 200 * r.uniform() * r.uniform();
    p.cost = p.referencePrice * (0.5 + 0.35 * r.uniform());
    p.elasticity = -1.2 - 2.5 * r.uniform();
    for (int k = -20; k < 20; ++k)
      p.ladder.push_back(p.referencePrice * (1 + 0.01 * k));
    out.push_back(std::move(p));
  }
  return out;
}

} // namespace

class CoupledChoiceTest : public QObject {
  Q_OBJECT

 private slots:
  // Small enough to count out: never above the best, the bound never below it, every limit kept.
  void againstCountingOut() {
    int near = 0, solved = 0;
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
      const CoupledProblem p = random(seed, 6, 4, int(seed % 4), seed % 3 == 0);
      const double best = counted(p);
      const auto s = solveCoupled(p);
      if (!s) { // the search found none: it may err only where hardly any is there
        QCOMPARE(s.error().code, QStringLiteral("choice.infeasible"));
        continue;
      }
      ++solved;
      QVERIFY(s->value <= best + 1e-9);
      QVERIFY(s->bound >= best - 1e-9);
      near += s->value >= 0.97 * best ? 1 : 0;
      int changes = 0;
      double value = 0;
      for (std::size_t i = 0; i < p.items(); ++i) {
        changes += s->chosen[i] != p.stay[i] ? 1 : 0;
        value += p.values[p.first[i] + std::size_t(s->chosen[i])];
      }
      QVERIFY(std::abs(value - s->value) < 1e-9);
      QVERIFY(!p.mostChanges || changes <= *p.mostChanges);
      for (std::size_t c = 0; c < p.couplings.size(); ++c) {
        for (std::size_t k = 0; k < p.couplings[c].most.size(); ++k) {
          QVERIFY(s->used[c][k] <= p.couplings[c].most[k] + 1e-9);
          QVERIFY(s->multipliers[c][k] >= 0);
        }
      }
    }
    qInfo("%d of 120 solved, %d within 3 %% of the best", solved, near);
    QVERIFY(solved >= 105 && near >= 0.8 * solved);
  }

  void searchedThroughItIsTheBest() {
    // Wherever something that keeps all is found at all, the rest of the gap is searched through: the bound is met.
    int proved = 0;
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
      CoupledProblem p = random(seed, 7, 5, 1 + int(seed % 3), seed % 2 == 0);
      p.thorough = true;
      const auto s = solveCoupled(p);
      if (!s)
        continue;
      const double best = counted(p);
      QVERIFY2(std::abs(s->value - best) < 1e-9,
               qPrintable(QStringLiteral("%1: %2, %3").arg(seed).arg(s->value).arg(best)));
      QVERIFY(s->bound >= best - 1e-9);
      proved += s->gap() < 1e-9;
    }
    QVERIFY2(proved >= 105, qPrintable(QString::number(proved)));
  }

  void sixtyProductsAreProved() {
    for (const int seed : {1, 2, 3, 4}) {
      const auto products = shop(60, std::uint64_t(seed));
      PortfolioLimits limits;
      limits.mostIndex = 0.01, limits.leastRevenue = 0;
      for (const LadderProduct& p : products)
        *limits.leastRevenue += 0.99 * p.referencePrice * p.referenceUnits;
      const auto plan = planPortfolio(products, PlanObjective::Profit, limits);
      QVERIFY(plan);
      QVERIFY2(plan->gap() <= 1e-6 * plan->objective, qPrintable(QString::number(plan->gap())));
    }
  }

  void aWeightedAimLiesBetweenItsParts() {
    const auto products = shop(40, 7);
    PortfolioLimits limits;
    limits.mostIndex = 0.05;
    const auto profit = planPortfolio(products, PlanObjective::Profit, limits);
    const auto revenue = planPortfolio(products, PlanObjective::Revenue, limits);
    const auto both = planPortfolio(products, {0.5, 0.5, 0}, limits);
    QVERIFY(profit && revenue && both);
    QVERIFY(both->profit <= profit->profit + 1e-9 && both->profit >= revenue->profit - 1e-9);
    QVERIFY(both->revenue <= revenue->revenue + 1e-9 && both->revenue >= profit->revenue - 1e-9);
    QVERIFY(std::abs(both->objective - 0.5 * (both->profit + both->revenue)) < 1e-6);
  }

  void theIndexAgainstACompetitorAndOfKvisHolds() {
    const auto products = shop(60, 12);
    PortfolioLimits limits;
    for (std::size_t i = 0; i < products.size(); ++i) {
      limits.rival.push_back(i % 3 == 0 ? 0 : products[i].referencePrice * (0.95 + 0.01 * double(i % 10)));
      limits.kvi.push_back(i % 5 == 0), limits.category.push_back(int(i % 2));
    }
    const auto free = planPortfolio(products, PlanObjective::Profit, limits);
    limits.mostCategoryRivalIndex = -0.01, limits.mostKviIndex = 0;
    const auto plan = planPortfolio(products, PlanObjective::Profit, limits);
    QVERIFY(free && plan);
    double kvi = 0, against[2] = {0, 0};
    for (std::size_t i = 0; i < products.size(); ++i) {
      const double now = products[i].referencePrice, revenue = now * products[i].referenceUnits;
      if (limits.rival[i] > 0)
        against[i % 2] += revenue * (plan->price[i] / limits.rival[i] - 1);
      if (limits.kvi[i])
        kvi += revenue * (plan->price[i] / now - 1);
    }
    QVERIFY(kvi <= 1e-9 && against[0] <= 0 && against[1] <= 0);
    QVERIFY(plan->profit < free->profit); // they bind
    QCOMPARE(plan->limits.size(), std::size_t(3));
    limits.rival.pop_back();
    QCOMPARE(planPortfolio(products, PlanObjective::Profit, limits).error().arguments[QStringLiteral("field")],
             QStringLiteral("p_competitor"));
  }

  void stoppedEarlyItGivesTheBestUntilThen() {
    std::stop_source stop;
    stop.request_stop();
    const JobContext stopped{stop.get_token(), {}};
    CoupledProblem p = random(1, 7, 5, 2, false);
    for (Coupling& c : p.couplings)
      for (double& most : c.most)
        most = 1e9; // everything keeps all
    const auto easy = solveCoupled(p, stopped);
    QVERIFY(easy && easy->bound >= easy->value);
    p = random(1, 7, 5, 2, false);
    const auto none = solveCoupled(p, stopped);
    QVERIFY(none ? none->cut : none.error().is(u"engine.cancelled"));
  }

  void tenThousandPricesAreNearTheBound() {
    const auto products = shop(10'000, 5);
    PortfolioLimits limits;
    limits.changeCost = 0.5, limits.mostIndex = 0.01, limits.mostChanges = 3'000;
    const auto plan = planPortfolio(products, PlanObjective::Profit, limits);
    QVERIFY(plan);
    QVERIFY(plan->gap() >= 0 && plan->gap() < 1e-6 * plan->objective);
    QVERIFY(plan->changes <= 3'000);
    QCOMPARE(plan->limits.size(), std::size_t(2));
    const LimitUse &index = plan->limits[0], &changes = plan->limits[1];
    QVERIFY(index.used <= 0.01 + 1e-12 && index.used > 0.0099);
    QVERIFY(index.worth > 0 && changes.worth > 0);
    // What the limits are said to be worth is what giving way brings.
    limits.mostIndex = 0.0105;
    const double wider = planPortfolio(products, PlanObjective::Profit, limits)->objective - plan->objective;
    QVERIFY(wider > 0 && wider <= 0.05 * index.worth * 1.001 && wider > 0.04 * index.worth);
    limits.mostIndex = 0.01, limits.mostChanges = 3'100;
    const double more = planPortfolio(products, PlanObjective::Profit, limits)->objective - plan->objective;
    QVERIFY(more > 80 * changes.worth && more <= 100 * changes.worth * 1.001);
  }

  void categoriesKeepTheirOwnIndex() {
    const auto products = shop(600, 9);
    PortfolioLimits limits;
    for (int i = 0; i < 600; ++i)
      limits.category.push_back(i % 6);
    limits.mostCategoryIndex = 0.02, limits.leastCategoryIndex = -0.01;
    limits.leastRevenue = 0;
    for (const LadderProduct& p : products)
      *limits.leastRevenue += 0.97 * p.referencePrice * p.referenceUnits;
    const auto plan = planPortfolio(products, PlanObjective::Profit, limits);
    QVERIFY(plan);
    QVERIFY(plan->gap() < 1e-3 * plan->objective);
    std::vector<double> index(6), revenue(6);
    double all = 0;
    for (std::size_t i = 0; i < products.size(); ++i) {
      const double now = products[i].referencePrice * products[i].referenceUnits;
      revenue[i % 6] += now, index[i % 6] += now * (plan->price[i] / products[i].referencePrice - 1);
      all += plan->price[i] * plan->units[i];
    }
    for (std::size_t c = 0; c < 6; ++c)
      QVERIFY(index[c] / revenue[c] <= 0.02 + 1e-9 && index[c] / revenue[c] >= -0.01 - 1e-9);
    QVERIFY(all >= *limits.leastRevenue - 1e-6);
  }

  void whatCannotBeIsSaid() {
    const auto products = shop(50, 3);
    PortfolioLimits limits;
    limits.leastRevenue = 1e9;
    limits.mostChanges = 10;
    const auto none = planPortfolio(products, PlanObjective::Profit, limits);
    QVERIFY(!none && none.error().code == u"portfolio.infeasible");
    QCOMPARE(none.error().arguments[QStringLiteral("limit")], QStringLiteral("revenue"));
    QVERIFY(none.error().arguments[QStringLiteral("best")].toDouble() > 0);
    limits = {};
    limits.mostChanges = 0; // everything stays
    const auto still = planPortfolio(products, PlanObjective::Profit, limits);
    QVERIFY(still);
    QCOMPARE(still->changes, 0);
    for (std::size_t i = 0; i < products.size(); ++i)
      QCOMPARE(still->price[i], products[i].referencePrice);
    limits.now.assign(50, 1.0), limits.now[7] = -1;
    QCOMPARE(planPortfolio(products, PlanObjective::Profit, limits).error().code, QStringLiteral("ladder.bad-problem"));
    limits.now.assign(3, 1.0);
    QCOMPARE(planPortfolio(products, PlanObjective::Profit, limits).error().code,
             QStringLiteral("portfolio.bad-limits"));
    limits = {};
    limits.mostIndex = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(planPortfolio(products, PlanObjective::Profit, limits).error().code,
             QStringLiteral("portfolio.bad-limits"));
    QVERIFY(planPortfolio({}, PlanObjective::Profit, {}));
  }
};

QTEST_GUILESS_MAIN(CoupledChoiceTest)
#include "tst_CoupledChoice.moc"
