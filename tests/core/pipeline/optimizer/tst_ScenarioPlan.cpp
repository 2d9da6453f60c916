// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plans for a whole assortment: siblings act on each other, limits bind all groups, and what cannot be says why.
#include "Juices.h"

#include "pipeline/optimizer/ScenarioPlan.h"

#include <QElapsedTimer>

using namespace pricewright;
using namespace pricewright::test;

namespace {

ScenarioGroup group(PricingCase c, int category = 1, double rate = 1) {
  ScenarioGroup g;
  g.rules.resize(c.listings.size());
  g.content = std::make_shared<const PricingCase>(std::move(c));
  g.category = category, g.rate = rate;
  return g;
}

// Groups of siblings whose prices lie off their optimum in one way or the other.
std::vector<ScenarioGroup> shop(int groups, int size, std::uint64_t seed) {
  Random random(seed);
  std::vector<ScenarioGroup> out;
  for (int g = 0; g < groups; ++g) {
    std::vector<ListingCase> all;
    for (int i = 0; i < size; ++i) {
      ListingCase l = juice(g * size + i + 1, 200 + qint64(random.uniform() * 400), -1.6 - 2 * random.uniform(), 0.2);
      l.cost = dollars(l.current.toDouble() * (0.45 + 0.3 * random.uniform()));
      l.demand.siblingShare = 1.0 / size;
      l.demand.mean[kSibling] = 0.6;
      l.demand.logBase = 3 + 2 * random.uniform();
      l.demand.lowestSeen = 0.8 * l.current.toDouble(), l.demand.highestSeen = 1.2 * l.current.toDouble();
      all.push_back(std::move(l));
    }
    out.push_back(group(caseOf(std::move(all)), g % 5 + 1));
  }
  return out;
}

// Money of a plan, with the demand model written down once more.
double profitOf(const ScenarioModel& model, const std::vector<ScenarioGroup>& groups, const ScenarioPlan& plan) {
  double total = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    std::vector<double> now, then;
    for (const ListingCase& l : groups[g].content->listings)
      now.push_back(l.current.toDouble());
    then = now;
    for (const ScenarioPrice& p : plan.changes)
      if (p.group == g)
        then[p.listing] = Money(p.minor, usd()).toDouble();
    total += groupProfit(*groups[g].content, then) - groupProfit(*groups[g].content, now);
  }
  Q_UNUSED(model);
  return total;
}

double labels(const ScenarioPlan& plan) { return 0.1 * double(plan.changes.size()); }

} // namespace

class TestScenarioPlan : public QObject {
  Q_OBJECT
 private slots:
  void aGroupAloneIsPlannedAsWellAsByCountingOut();
  void limitsBindAndSayWhatTheyCost();
  void howThePriceLevelIsSeenCanBeLimited();
  void theObjectiveIsWhatIsAsked();
  void rulesAndUnknownsStayOut();
  void contradictionsAreNamed();
  void moneyOfSeveralCurrenciesIsOne();
  void cautionPrefersWhatIsKnown();
  void relatedPricesStayRelated();
  void stoppedAndAskedBadly();
  void manyThreadsSayTheSame();
  void anyPlanCanBeSimulated();
};

void TestScenarioPlan::aGroupAloneIsPlannedAsWellAsByCountingOut() {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const auto groups = shop(1, 3, seed);
    const ScenarioModel model(groups, 1);
    const auto plan = model.plan({});
    QVERIFY(plan);
    // Every combination of the rungs that may be searched.
    const PricingCase& c = *groups[0].content;
    std::vector<std::vector<double>> rungs;
    std::vector<double> now;
    for (const ListingCase& l : c.listings) {
      now.push_back(l.current.toDouble());
      rungs.push_back({now.back()});
      for (const qint64 rung : searchWindow(c, l, {}, usableCost(l)).rungs)
        if (rung != l.current.minor())
          rungs.back().push_back(Money(rung, usd()).toDouble());
    }
    double best = 0;
    for (const double a : rungs[0])
      for (const double b : rungs[1])
        for (const double d : rungs[2])
          best = std::max(best, groupProfit(c, {a, b, d}) - groupProfit(c, now) -
                                    0.1 * double((a != now[0]) + (b != now[1]) + (d != now[2])));
    const double found = profitOf(model, groups, *plan) - labels(*plan);
    QVERIFY2(found >= 0.9995 * best - 1e-9 && found <= best + 1e-9,
             qPrintable(QStringLiteral("%1 of %2").arg(found).arg(best)));
    QVERIFY(std::abs(found - plan->objective) < 1e-6 * std::max(1.0, found));
  }
}

// A competitor who is a little dearer, of every second product; every third is a KVI. The last of each group may not be
// moved, and counts all the same.
std::vector<ScenarioGroup> watched(std::vector<ScenarioGroup> groups) {
  for (ScenarioGroup& g : groups) {
    PricingCase c = *g.content;
    for (std::size_t i = 0; i < c.listings.size(); ++i) {
      ListingCase& l = c.listings[i];
      l.role = i % 3 == 0 ? SkuRole::Kvi : SkuRole::Background;
      if (i % 2 == 1)
        l.reference.median = dollars(1.03 * l.current.toDouble());
    }
    g.rules.back().hold = true;
    g.content = std::make_shared<const PricingCase>(std::move(c));
  }
  return groups;
}

void TestScenarioPlan::howThePriceLevelIsSeenCanBeLimited() {
  const auto groups = watched(shop(12, 6, 8));
  const ScenarioModel model(groups);
  const auto free = model.plan({});
  ScenarioGoal goal;
  goal.mostRivalIndex = -0.02, goal.mostKviIndex = 0;
  const auto plan = model.plan(goal);
  QVERIFY(free && plan);
  // By its own arithmetic, from the prices alone.
  const auto indexesOf = [&](const ScenarioPlan& p) {
    double rival = 0, rivalAll = 0, kvi = 0, kviAll = 0;
    for (std::size_t g = 0; g < groups.size(); ++g)
      for (std::size_t i = 0; i < groups[g].content->listings.size(); ++i) {
        const ListingCase& l = groups[g].content->listings[i];
        const double now = l.current.toDouble(), revenue = now * std::exp(l.demand.logBase);
        double then = now;
        for (const ScenarioPrice& one : p.changes)
          then = one.group == g && one.listing == i ? Money(one.minor, usd()).toDouble() : then;
        if (l.reference.median)
          rival += revenue * (then / l.reference.median->value.toDouble() - 1), rivalAll += revenue;
        if (l.role == SkuRole::Kvi)
          kvi += revenue * (then / now - 1), kviAll += revenue;
      }
    return std::pair(rival / rivalAll, kvi / kviAll);
  };
  const auto [freeRival, freeKvi] = indexesOf(*free);
  const auto [rival, kvi] = indexesOf(*plan);
  QVERIFY2(freeRival > -0.02 || freeKvi > 0, "else nothing binds");
  QVERIFY2(std::abs(rival - plan->limits[0].used) < 1e-3 && std::abs(kvi - plan->limits[1].used) < 1e-3,
           qPrintable(QStringLiteral("%1 %2").arg(rival).arg(kvi)));
  QVERIFY(plan->limits[0].name == u"competitor-index" && plan->limits[0].used <= -0.02 + 1e-9);
  QVERIFY(plan->limits[1].name == u"kvi-index" && plan->limits[1].used <= 1e-9);
  QVERIFY(plan->objective > 0 && plan->objective < free->objective);
  // Today's prices are 2.9 % below theirs: further down is where a plan has to go first.
  goal.mostRivalIndex = -0.035;
  const auto below = model.plan(goal);
  QVERIFY(below && below->limits[0].used <= -0.035 + 1e-9 && indexesOf(*below).first < -0.034);
  QVERIFY(below->limits[0].worth > 0);
  // Far below competitors is not to be had with prices that may move a little: the limit is named.
  goal.mostRivalIndex = -0.9, goal.mostKviIndex.reset();
  QVERIFY(model.plan(goal).error().is(u"scenario.infeasible"));
  const auto conflict = model.conflict(goal);
  QVERIFY(conflict && conflict->limits.size() == 1 && conflict->limits[0].name == u"competitor-index");
  QVERIFY(conflict->limits[0].nearest > -0.5 && conflict->limits[0].nearest < 0.05);
  // Of what is not known nothing can be limited.
  ScenarioGoal blind;
  blind.mostRivalIndex = 0;
  QVERIFY(ScenarioModel(shop(2, 3, 1)).plan(blind).error().is(u"scenario.no-competitors"));
  blind = {}, blind.mostKviIndex = 0;
  QVERIFY(ScenarioModel(shop(2, 3, 1)).plan(blind).error().is(u"scenario.no-kvi"));
}

void TestScenarioPlan::limitsBindAndSayWhatTheyCost() {
  const auto groups = shop(40, 8, 3);
  const ScenarioModel model(groups);
  QCOMPARE(model.listings(), std::size_t(320));
  const double free = model.plan({})->objective;
  ScenarioGoal goal;
  goal.mostChanges = 50, goal.mostIndex = 0.002, goal.leastRevenue = 1.0;
  const auto plan = model.plan(goal);
  QVERIFY(plan);
  QVERIFY(plan->changes.size() <= 50 && plan->objective > 0 && plan->objective < free);
  QCOMPARE(plan->limits.size(), std::size_t(3));
  for (const LimitUse& use : plan->limits) {
    if (use.name == u"revenue")
      QVERIFY2(use.used >= use.limit * (1 - 1e-9), qPrintable(QString::number(use.used - use.limit)));
    else
      QVERIFY(use.used <= use.limit + 1e-9);
    QVERIFY(use.worth >= 0);
  }
  QVERIFY(plan->limits.back().name == u"changes" && plan->limits.back().worth > 0);
  // More room is never worse, and brings no more than was said of one change.
  const double worth = plan->limits.back().worth;
  goal.mostChanges = 60;
  const double wider = model.plan(goal)->objective - plan->objective;
  QVERIFY2(wider >= -1e-6 && wider <= 10 * worth * 1.2, qPrintable(QStringLiteral("%1 %2").arg(wider).arg(worth)));
  // Each category for itself.
  ScenarioGoal each;
  each.mostCategoryIndex = 0.01, each.leastCategoryIndex = -0.01;
  const auto apart = model.plan(each);
  QVERIFY(apart);
  QCOMPARE(apart->limits.size(), std::size_t(10));
  for (const LimitUse& use : apart->limits)
    QVERIFY(use.name == u"category-index" ? use.used <= 0.01 + 1e-9 : use.used >= -0.01 - 1e-9);
}

void TestScenarioPlan::theObjectiveIsWhatIsAsked() {
  const ScenarioModel model(shop(20, 6, 5));
  ScenarioGoal revenue, units, half;
  revenue.profit = 0, revenue.revenue = 1;
  units.profit = 0, units.units = 1;
  half.profit = half.revenue = 0.5;
  const auto p = model.plan({}), r = model.plan(revenue), u = model.plan(units), h = model.plan(half);
  QVERIFY(p && r && u && h);
  QVERIFY(p->effect.profit > r->effect.profit && r->effect.revenue > p->effect.revenue);
  QVERIFY(u->effect.units >= r->effect.units);
  QVERIFY(h->effect.profit <= p->effect.profit + 1 && h->effect.revenue <= r->effect.revenue + 1);
  QVERIFY(h->effect.profit > r->effect.profit && h->effect.revenue > p->effect.revenue);
  QVERIFY(p->effect.profitLow < p->effect.profit && p->effect.profit < p->effect.profitHigh);
  QVERIFY(p->confidence > 0.5 && p->confidence <= 1);
}

void TestScenarioPlan::rulesAndUnknownsStayOut() {
  std::vector<ListingCase> all{juice(1), juice(2), juice(3), juice(4)};
  all[1].cost.reset();
  all[2].demand.usable = false;
  ScenarioGroup g = group(caseOf(std::move(all)));
  g.rules[3].hold = true;
  const ScenarioModel model({g});
  QCOMPARE(model.listings(), std::size_t(1));
  QCOMPARE(model.all(), std::size_t(4));
  const auto plan = model.plan({});
  for (const ScenarioPrice& p : plan->changes)
    QCOMPARE(p.listing, std::size_t(0));
  const ScenarioModel nothing({group(caseOf({}))});
  QCOMPARE(nothing.plan({}).error().code, QStringLiteral("scenario.nothing"));
}

void TestScenarioPlan::contradictionsAreNamed() {
  const ScenarioModel model(shop(10, 6, 8));
  ScenarioGoal goal;
  goal.leastProfit = 3;    // three times today's profit …
  goal.mostChanges = 1000; // … does not fail by this
  goal.mostIndex = 0.5;    // … nor by that
  const auto plan = model.plan(goal);
  QVERIFY(!plan);
  QCOMPARE(plan.error().code, QStringLiteral("scenario.infeasible"));
  const auto conflict = model.conflict(goal);
  QVERIFY(conflict);
  QCOMPARE(conflict->limits.size(), std::size_t(1));
  QCOMPARE(conflict->limits[0].name, QStringLiteral("profit"));
  QVERIFY2(conflict->limits[0].nearest > 1 && conflict->limits[0].nearest < 2,
           qPrintable(QString::number(conflict->limits[0].nearest)));
  // What is said to be in reach is.
  goal.leastProfit = conflict->limits[0].nearest;
  QVERIFY(model.plan(goal));
  // Two that contradict each other: dearer by 5 % and cheaper by 5 %.
  ScenarioGoal both;
  both.leastIndex = 0.05, both.mostIndex = -0.05, both.leastRevenue = 0.1;
  const auto two = model.conflict(both);
  QVERIFY(two);
  QCOMPARE(two->limits.size(), std::size_t(2));
}

void TestScenarioPlan::moneyOfSeveralCurrenciesIsOne() {
  const auto one = shop(1, 4, 2);
  std::vector<ScenarioGroup> twice = one;
  twice[0].rate = 2;
  const auto plain = ScenarioModel(one).plan({}), doubled = ScenarioModel(twice).plan({});
  QVERIFY(std::abs(doubled->effect.profit - 2 * plain->effect.profit) < 1e-6 * std::abs(plain->effect.profit));
  QVERIFY(std::abs(doubled->revenueNow - 2 * plain->revenueNow) < 1e-6 * plain->revenueNow);
  twice[0].rate = 0; // no rate leads there: it cannot be planned
  QCOMPARE(ScenarioModel(twice).plan({}).error().code, QStringLiteral("scenario.nothing"));
}

void TestScenarioPlan::cautionPrefersWhatIsKnown() {
  std::vector<ListingCase> all{juice(1, 319, -2.6, 0.05), juice(2, 319, -2.6, 0.9)};
  for (ListingCase& l : all)
    l.cost = dollars(1.2);
  const ScenarioModel model({group(caseOf({all[0]})), group(caseOf({all[1]}))});
  ScenarioGoal careful;
  careful.caution = 3;
  const auto move = [](const ScenarioPlan& plan, std::size_t g) {
    for (const ScenarioPrice& p : plan.changes)
      if (p.group == g)
        return std::abs(double(p.minor) - 319);
    return 0.0;
  };
  const auto bold = model.plan({}), wary = model.plan(careful);
  QVERIFY(move(*bold, 1) > 0);
  QVERIFY(move(*wary, 1) < move(*bold, 1));
  QVERIFY(move(*wary, 1) < move(*wary, 0));
}

// Within a group, across groups (zones), and to a price that is not planned.
void TestScenarioPlan::relatedPricesStayRelated() {
  auto groups = shop(3, 3, 5);
  groups[2].rules[0].hold = true;
  const auto price = [&](std::size_t g, std::size_t l) { return groups[g].content->listings[l].current.toDouble(); };
  const double held = price(2, 0);
  const auto ratio = [&](std::size_t g, std::size_t l, std::size_t h, std::size_t k) {
    return price(g, l) / price(h, k);
  };
  const std::vector<ScenarioRelation> relations{{0, 0, 0, 1, 0.97 * ratio(0, 0, 0, 1)},
                                                {0, 1, 1, 2, 0.98 * ratio(0, 1, 1, 2)},
                                                {1, 0, 2, 0, 0.95 * ratio(1, 0, 2, 0)}};
  const ScenarioModel model(groups, relations), free(groups);
  const auto plan = model.plan({});
  QVERIFY(plan);
  auto then = [&](std::size_t g, std::size_t l) {
    for (const ScenarioPrice& p : plan->changes)
      if (p.group == g && p.listing == l)
        return Money(p.minor, usd()).toDouble();
    return price(g, l);
  };
  for (const ScenarioRelation& r : relations)
    QVERIFY(then(r.lowerGroup, r.lowerListing) <= r.factor * then(r.upperGroup, r.upperListing) * (1 + 1e-9));
  QCOMPARE(then(2, 0), held);
  QVERIFY(plan->objective < free.plan({})->objective);
  QVERIFY(plan->objective > 0);
  // Nor what a price that stays leaves no room for.
  const ScenarioModel below(groups, {{1, 0, 2, 0, 1, -100}});
  QCOMPARE(below.plan({}).error().code, QStringLiteral("scenario.infeasible"));
  QCOMPARE(below.impossible().size(), std::size_t(1));
  // Nobody can keep what no rung allows.
  const ScenarioModel never(groups, {{0, 0, 0, 1, 0.01}});
  QCOMPARE(never.plan({}).error().code, QStringLiteral("scenario.infeasible"));
}

void TestScenarioPlan::stoppedAndAskedBadly() {
  const ScenarioModel model(shop(5, 5, 1));
  std::stop_source stop;
  stop.request_stop();
  QCOMPARE(model.plan({}, {stop.get_token(), {}}).error().code, QStringLiteral("engine.cancelled"));
  for (const auto& spoil : std::vector<std::function<void(ScenarioGoal&)>>{
           [](ScenarioGoal& g) { g.profit = kNaN; }, [](ScenarioGoal& g) { g.profit = 0; },
           [](ScenarioGoal& g) { g.revenue = -1; }, [](ScenarioGoal& g) { g.mostChanges = -1; },
           [](ScenarioGoal& g) { g.mostIndex = HUGE_VAL; }, [](ScenarioGoal& g) { g.leastRevenue = kNaN; },
           [](ScenarioGoal& g) { g.caution = -1; }}) {
    ScenarioGoal goal;
    spoil(goal);
    QCOMPARE(model.plan(goal).error().code, QStringLiteral("scenario.bad-goal"));
  }
  ScenarioGoal none;
  none.mostChanges = 0;
  QVERIFY(model.plan(none)->changes.empty());
}

void TestScenarioPlan::manyThreadsSayTheSame() {
  ScenarioGoal goal;
  goal.mostChanges = 40, goal.mostIndex = 0.005;
  const auto one = ScenarioModel(shop(30, 6, 4), 1).plan(goal), four = ScenarioModel(shop(30, 6, 4), 4).plan(goal);
  QCOMPARE(one->changes.size(), four->changes.size());
  for (std::size_t i = 0; i < one->changes.size(); ++i)
    QCOMPARE(one->changes[i].minor, four->changes[i].minor);
  QCOMPARE(one->objective, four->objective);
  QCOMPARE(one->effect.profitLow, four->effect.profitLow);
}

void TestScenarioPlan::anyPlanCanBeSimulated() {
  const auto groups = shop(6, 4, 9);
  const ScenarioModel model(groups);
  const auto plan = model.plan({});
  const ScenarioPlan again = model.simulate(plan->changes);
  QCOMPARE(again.effect.profit, plan->effect.profit);
  // Draws and closed form agree within what draws scatter.
  QVERIFY(std::abs(plan->effect.profit - plan->objective) < 0.05 * plan->objective + 1);
  const std::vector<ScenarioPrice> odd{
      {99, 0, 100}, {0, 99, 100}, {0, 0, -5}, {0, 1, groups[0].content->listings[1].current.minor()}};
  QVERIFY(model.simulate(odd).changes.empty());
}

QTEST_APPLESS_MAIN(TestScenarioPlan)
#include "tst_ScenarioPlan.moc"
