// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/CrossPlan.h"

#include "pipeline/optimizer/CrossBound.h"
#include "pipeline/optimizer/ScenarioPlanner.h"
#include "pipeline/optimizer/SmallPlan.h"

#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

constexpr double kCrossSamePrice = 1e-9;
constexpr double kCrossMissed = 1e-9;
constexpr double kFarthestElasticity = 100;

// Which products hang together (Tarjan's union of sets).
class Components {
 public:
  explicit Components(std::size_t n) : m_parent(n) { std::iota(m_parent.begin(), m_parent.end(), std::size_t(0)); }
  std::size_t of(std::size_t i) {
    while (m_parent[i] != i)
      i = m_parent[i] = m_parent[m_parent[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { m_parent[std::max(of(a), of(b))] = std::min(of(a), of(b)); }

 private:
  std::vector<std::size_t> m_parent;
};

class CrossPlanner {
 public:
  CrossPlanner(const CrossProblem& p, unsigned threads, const JobContext& job) : m_p(p), m_job(job) {
    m_parts.threads = threads, m_parts.cheap = true;
  }

  Result<CrossPlan> run() {
    PW_CHECK(check());
    build();
    const ScenarioGoal goal = goalOf();
    ScenarioPlanner planner(m_parts, goal, m_job);
    const Result<Standing> reached = planner.climb();
    if (!reached)
      return reached.error().is(u"choice.infeasible") ? infeasible(planner, planner.now()) : reached.error();
    if (reached->missed > kCrossMissed)
      return infeasible(planner, *reached);
    return planOf(planner, *reached);
  }

 private:
  double nowOf(std::size_t i) const {
    return m_p.limits.now.empty() ? m_p.products[i].referencePrice : m_p.limits.now[i];
  }

  Status check() const {
    const std::size_t n = m_p.products.size();
    const auto positive = [](double v) { return std::isfinite(v) && v > 0; };
    const auto bad = [](std::size_t i) {
      return fail(QStringLiteral("ladder.bad-problem"), {{QStringLiteral("product"), QString::number(i)}});
    };
    const auto badLimit = [](const char* field) {
      return fail(QStringLiteral("portfolio.bad-limits"), {{QStringLiteral("field"), QLatin1String(field)}});
    };
    if (n == 0 || (!m_p.limits.now.empty() && m_p.limits.now.size() != n))
      return badLimit("p_now");
    if (!m_p.limits.category.empty() && m_p.limits.category.size() != n)
      return badLimit("category");
    const auto known = [](double price) { return std::isfinite(price) && price >= 0; };
    if (!m_p.limits.rival.empty() &&
        (m_p.limits.rival.size() != n || !std::all_of(m_p.limits.rival.begin(), m_p.limits.rival.end(), known)))
      return badLimit("p_competitor");
    if (!m_p.limits.kvi.empty() && m_p.limits.kvi.size() != n)
      return badLimit("kvi");
    if (!std::isfinite(m_p.limits.changeCost) || m_p.limits.changeCost < 0)
      return badLimit("change_cost");
    for (std::size_t i = 0; i < n; ++i) {
      const LadderProduct& p = m_p.products[i];
      if (!positive(p.referencePrice) || !positive(p.referenceUnits) || !positive(nowOf(i)) || !std::isfinite(p.cost) ||
          !(std::abs(p.elasticity) <= kFarthestElasticity) ||
          !std::all_of(p.ladder.begin(), p.ladder.end(), positive) || (p.ladder.empty() && !m_p.keepsToday))
        return bad(i);
    }
    for (const CrossEffect& e : m_p.effects)
      if (e.of >= n || e.from >= n || e.of == e.from || !(std::abs(e.elasticity) <= kFarthestElasticity))
        return fail(QStringLiteral("joint.bad-problem"));
    for (const PriceRelation& r : m_p.relations)
      if (r.a >= n || r.b >= n || r.a == r.b || !std::isfinite(r.amount) ||
          (r.kind == PriceRelation::Kind::AtMostFactor && !(r.amount > 0)))
        return fail(QStringLiteral("joint.bad-problem"));
    return {};
  }

  // The choices of a product, its first one first: today's price, or the rung nearest to the reference price.
  PlanItem itemOf(std::size_t i, std::vector<int>& rungs) const {
    const LadderProduct& p = m_p.products[i];
    PlanItem item;
    item.stays = m_p.keepsToday;
    item.category = m_p.limits.category.empty() ? 0 : m_p.limits.category[i];
    const double now = nowOf(i);
    int first = -1;
    for (int k = 0; k < int(p.ladder.size()); ++k) {
      const double off = std::abs(std::log(p.ladder[std::size_t(k)] / now));
      if (m_p.keepsToday ? off <= kCrossSamePrice
                         : first < 0 || off < std::abs(std::log(p.ladder[std::size_t(first)] / now)))
        first = k;
    }
    rungs.push_back(first), item.prices.push_back(first < 0 ? now : p.ladder[std::size_t(first)]);
    for (int k = 0; k < int(p.ladder.size()); ++k)
      if (k != first)
        rungs.push_back(k), item.prices.push_back(p.ladder[std::size_t(k)]);
    for (const double price : item.prices)
      item.moves.push_back(std::log(price / item.prices.front()));
    return item;
  }

  void build() {
    const std::size_t n = m_p.products.size();
    Components components(n);
    for (const CrossEffect& e : m_p.effects)
      components.join(e.of, e.from);
    std::vector<std::vector<std::size_t>> members(n);
    for (std::size_t i = 0; i < n; ++i)
      members[components.of(i)].push_back(i);
    m_place.resize(n);
    std::vector<std::vector<const CrossEffect*>> effects(n); // by component
    for (const CrossEffect& e : m_p.effects)
      effects[components.of(e.of)].push_back(&e);
    std::vector<std::vector<PlanListing>> listings;
    for (std::size_t root = 0; root < n; ++root)
      if (!members[root].empty())
        listings.push_back(addGroup(members[root], effects[root]));
    m_parts.settle(listings);
    relate();
  }

  std::vector<PlanListing> addGroup(const std::vector<std::size_t>& members,
                                    const std::vector<const CrossEffect*>& effects) {
    std::vector<CrossGroup::Listing> listings(members.size());
    std::vector<PlanItem> items;
    std::vector<double> offReference; // log of the first choice's price against the reference price
    const std::size_t g = m_parts.groups.size();
    for (std::size_t k = 0; k < members.size(); ++k) {
      const LadderProduct& p = m_p.products[members[k]];
      m_place[members[k]] = m_items++;
      CrossGroup::Listing& l = listings[k];
      items.push_back(itemOf(members[k], l.rungs));
      items.back().group = g, items.back().listing = k;
      l.product = members[k], l.price = items.back().prices.front(), l.cost = p.cost;
      l.onUnits.push_back({k, p.elasticity}), l.ofPrice.push_back({k, p.elasticity});
      offReference.push_back(std::log(l.price / p.referencePrice));
    }
    for (const CrossEffect* e : effects) {
      const std::size_t of = placeIn(members, e->of), from = placeIn(members, e->from);
      listings[of].onUnits.push_back({from, e->elasticity});
      listings[from].ofPrice.push_back({of, e->elasticity});
    }
    std::vector<PlanListing> counted;
    for (CrossGroup::Listing& l : listings) {
      double log = std::log(m_p.products[l.product].referenceUnits);
      for (const CrossGroup::Link& link : l.onUnits)
        log += link.elasticity * offReference[link.listing];
      l.units = std::exp(std::clamp(log, -60.0, 60.0));
      const PortfolioLimits& limits = m_p.limits;
      counted.push_back({l.price * l.units, l.price, limits.rival.empty() ? 0 : limits.rival[l.product],
                         !limits.kvi.empty() && limits.kvi[l.product], items[counted.size()].category});
    }
    auto group = std::make_unique<CrossGroup>(std::move(listings), m_p.limits.changeCost);
    group->items() = std::move(items);
    group->tabulate();
    m_groups.push_back(group.get());
    m_parts.groups.push_back(std::move(group));
    return counted;
  }
  static std::size_t placeIn(const std::vector<std::size_t>& members, std::size_t product) {
    return std::size_t(std::lower_bound(members.begin(), members.end(), product) - members.begin());
  }

  void relate() {
    for (const PriceRelation& r : m_p.relations)
      if (r.kind == PriceRelation::Kind::AtMostFactor)
        m_parts.relations.push_back({m_place[r.a], m_place[r.b], r.amount, 0});
      else // a ≥ b + delta
        m_parts.relations.push_back({m_place[r.b], m_place[r.a], 1, -r.amount});
  }

  ScenarioGoal goalOf() const {
    ScenarioGoal goal;
    goal.profit = m_p.objective.profit, goal.revenue = m_p.objective.revenue, goal.units = m_p.objective.units;
    goal.floorsInMoney = true;
    goal.leastRevenue = m_p.limits.leastRevenue, goal.leastProfit = m_p.limits.leastProfit;
    goal.leastMargin = m_p.leastMarginRatio;
    goal.mostIndex = m_p.limits.mostIndex, goal.leastIndex = m_p.limits.leastIndex;
    goal.mostCategoryIndex = m_p.limits.mostCategoryIndex, goal.leastCategoryIndex = m_p.limits.leastCategoryIndex;
    goal.mostRivalIndex = m_p.limits.mostRivalIndex, goal.leastRivalIndex = m_p.limits.leastRivalIndex;
    goal.mostCategoryRivalIndex = m_p.limits.mostCategoryRivalIndex;
    goal.leastCategoryRivalIndex = m_p.limits.leastCategoryRivalIndex;
    goal.mostKviIndex = m_p.limits.mostKviIndex, goal.leastKviIndex = m_p.limits.leastKviIndex;
    goal.mostChanges = m_p.limits.mostChanges;
    return goal;
  }

  // The limit that is missed by most of itself; where none is, relations contradict each other or the ladders.
  Error infeasible(const ScenarioPlanner& planner, const Standing& at) const {
    LimitUse worst;
    double most = 1e-9;
    for (const LimitUse& use : planner.limitsOf(at)) {
      const bool ceiling = use.name.endsWith(u"index") || use.name == u"changes";
      const double over = (ceiling ? use.used - use.limit : use.limit - use.used) / std::max(1e-9, std::abs(use.limit));
      if (over > most)
        worst = use, most = over;
    }
    if (worst.name.isEmpty())
      return fail(QStringLiteral("joint.infeasible"), {{QStringLiteral("limits"), QStringLiteral("relations")}});
    return fail(QStringLiteral("portfolio.infeasible"),
                {{QStringLiteral("limit"), worst.name},
                 {QStringLiteral("wanted"), QString::number(worst.limit, 'g', 8)},
                 {QStringLiteral("best"), QString::number(worst.used, 'g', 8)},
                 {QStringLiteral("limits"), worst.name}});
  }

  CrossPlan planOf(const ScenarioPlanner& planner, const Standing& reached) const {
    CrossPlan plan;
    const std::size_t n = m_p.products.size();
    plan.rung.resize(n), plan.price.resize(n), plan.units.resize(n);
    const Moves moves = planner.moves();
    for (std::size_t i = 0; i < m_parts.items.size(); ++i) {
      const auto [g, k] = m_parts.items[i];
      const auto choice = std::size_t(planner.at()[i]);
      const CrossGroup::Listing& l = m_groups[g]->listings()[k];
      plan.rung[l.product] = l.rungs[choice];
      plan.price[l.product] = m_parts.item(i).prices[choice];
      plan.units[l.product] = m_groups[g]->unitsAt(k, moves[g]);
    }
    plan.revenue = reached.sums.revenue, plan.profit = reached.sums.profit;
    // The planner counts from today's; an answer says what all bring.
    const double today = planner.valueOf(m_parts.now);
    plan.objective = today + reached.value;
    plan.changes = reached.changes, plan.cut = planner.wasCut();
    plan.limits = planner.limitsOf(reached);
    plan.bound = std::max(plan.objective, crossBound(m_parts, m_groups, goalOf(), planner.at(), plan.objective, m_job));
    return plan;
  }

  const CrossProblem& m_p;
  const JobContext& m_job;
  PlanParts m_parts;
  std::vector<const CrossGroup*> m_groups;
  std::vector<std::size_t> m_place; // by product: its item
  std::size_t m_items = 0;
};

} // namespace

Result<CrossPlan> planCross(const CrossProblem& problem, unsigned threads, const JobContext& job) {
  if (problem.countsOut)
    if (const auto small = planSmall(problem, job))
      return *small;
  return CrossPlanner(problem, threads, job).run();
}

CrossProblem crossProblem(const JointProblem& joint) {
  CrossProblem out;
  const std::size_t n = joint.products.size();
  for (std::size_t i = 0; i < n; ++i) {
    const JointProduct& p = joint.products[i];
    LadderProduct product{p.referencePrice, p.referenceUnits, p.cost, 0, {}};
    for (const double price : p.ladder)
      if ((price - p.cost) / price >= joint.leastMargin - 1e-12 &&
          std::abs(price / p.referencePrice - 1) <= joint.largestChange + 1e-12)
        product.ladder.push_back(price);
    for (std::size_t j = 0; j < n && joint.elasticity.size() == n * n; ++j)
      if (const double e = joint.elasticity[i * n + j]; j == i)
        product.elasticity = e;
      else if (e != 0)
        out.effects.push_back({i, j, e});
    out.products.push_back(std::move(product));
  }
  out.relations = joint.relations;
  out.objective = joint.revenue ? PlanObjective::Revenue : PlanObjective::Profit;
  out.limits.leastRevenue = joint.leastRevenue, out.leastMarginRatio = joint.leastMarginRatio;
  return out;
}

} // namespace pricewright
