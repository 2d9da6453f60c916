// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/ScenarioPlan.h"

#include "base/Parallel.h"
#include "pipeline/optimizer/ScenarioPlanner.h"
#include "pipeline/optimizer/ScenarioSteps.h"

#include <cmath>
#include <map>

namespace pricewright {
namespace {

constexpr double kMissed = 1e-6; // from where a plan does not keep its limits, as a share of them
constexpr quint64 kDrawSeed = 20'260'101;
constexpr qint64 kDraws = 200;

Status checkGoal(const ScenarioGoal& goal) {
  const auto bad = [](const char* field) {
    return fail(QStringLiteral("scenario.bad-goal"),
                {{QStringLiteral("field"), QLatin1String(field)}, {QStringLiteral("why"), QLatin1String(field)}});
  };
  for (const double weight : {goal.profit, goal.revenue, goal.units, goal.caution})
    if (!std::isfinite(weight) || weight < 0)
      return bad("objective");
  if (goal.profit + goal.revenue + goal.units <= 0)
    return bad("objective");
  if (goal.mostChanges && *goal.mostChanges < 0)
    return bad("changes");
  for (const auto& share : {goal.leastRevenue, goal.leastProfit})
    if (share && (!std::isfinite(*share) || *share < 0 || *share > 10))
      return bad("floor");
  for (const IndexLimit& one : goal.indexLimits())
    for (const auto& limit : {one.most, one.least})
      if (limit && (!std::isfinite(*limit) || std::abs(*limit) > (isAgainstRival(one.index) ? 10 : 1)))
        return bad("index");
  return {};
}

// A limit that would bind nothing is a misunderstanding.
Status checkIndexes(const ScenarioGoal& goal, const PlanParts& parts) {
  for (const IndexLimit& one : goal.indexLimits()) {
    const auto& of = parts.indexes[one.index];
    if (std::any_of(of.begin(), of.end(), [](const IndexPart& part) { return part.known; }))
      continue;
    if (isAgainstRival(one.index))
      return fail(QStringLiteral("scenario.no-competitors"));
    if (one.index == PriceIndex::Kvi)
      return fail(QStringLiteral("scenario.no-kvi"));
  }
  return {};
}

// Joint effect of prices over all groups, draw by draw: what groups share (a category, a product in several zones) is
// the same in a draw of each.
class JointDraws {
 public:
  explicit JointDraws(const ScenarioModel::Parts& parts) : m(parts) {}

  void judge(std::span<const ScenarioPrice> prices, ScenarioPlan& plan) const {
    std::map<std::size_t, std::vector<std::pair<std::size_t, double>>> moves;
    for (const ScenarioPrice& p : prices)
      moves[p.group].emplace_back(p.listing, priceOf(p));
    std::vector<const std::pair<const std::size_t, std::vector<std::pair<std::size_t, double>>>*> order;
    for (const auto& one : moves)
      order.push_back(&one);
    std::vector<DrawSums> found(order.size());
    parallelFor(
        order.size(), 1, {},
        [&](std::size_t begin, std::size_t end) {
          for (std::size_t i = begin; i < end; ++i) {
            const ScenarioGroup& g = m.groups[order[i]->first];
            const Draws draws(m.models[order[i]->first]->model(), g.content->seed ^ kDrawSeed, kDraws);
            found[i] = draws.sums(order[i]->second);
            found[i].scale(g.rate);
          }
        },
        m.plan.threads);
    DrawSums all;
    for (const DrawSums& one : found)
      all.add(one);
    if (all.profit.empty())
      return;
    double rises = 0;
    for (const double v : all.profit)
      rises += v > 0;
    plan.confidence = rises / double(all.profit.size());
    plan.effect = Draws::effectOf(std::move(all));
  }

 private:
  double priceOf(const ScenarioPrice& p) const {
    return Money(p.minor, m.groups[p.group].content->listings[p.listing].current.currency()).toDouble();
  }
  const ScenarioModel::Parts& m;
};

// What a limit against competitors compares with; 0 where that cannot be told.
double rivalOf(const ListingCase& c) {
  const auto& median = c.reference.median;
  return median && c.reference.why.isEmpty() && median->currency == c.current.currency() ? median->value.toDouble() : 0;
}

// As indexes count it: what earns nothing that can be told counts nowhere.
PlanListing listingOf(const ScenarioGroup& group, const ScenarioGroupModel& made, std::size_t i) {
  PlanListing out;
  out.category = group.category;
  const GroupListing& l = made.model().at(i);
  if (!l.earns)
    return out;
  const ListingCase& c = group.content->listings[i];
  out.price = c.current.toDouble();
  out.revenue = made.rate() * l.net(l.current) * std::exp(l.logMeanUnits(l.x1, l.x2));
  out.kvi = c.role == SkuRole::Kvi;
  out.rival = rivalOf(c);
  return out;
}

// Relations among what is planned; and what prices that stay where they are ask of the others.
void relate(const std::vector<ScenarioRelation>& relations, ScenarioModel::Parts& parts) {
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> itemOf;
  for (std::size_t i = 0; i < parts.plan.items.size(); ++i)
    itemOf[{parts.plan.item(i).group, parts.plan.item(i).listing}] = i;
  const auto price = [&](std::size_t g, std::size_t listing) {
    return g < parts.groups.size() && listing < parts.groups[g].content->listings.size()
               ? parts.groups[g].content->listings[listing].current.toDouble()
               : 0;
  };
  for (const ScenarioRelation& r : relations) {
    if (!std::isfinite(r.factor) || !std::isfinite(r.add) || !(r.factor > 0))
      continue;
    const auto lower = itemOf.find({r.lowerGroup, r.lowerListing}), upper = itemOf.find({r.upperGroup, r.upperListing});
    const double below = price(r.lowerGroup, r.lowerListing), above = price(r.upperGroup, r.upperListing);
    if (lower != itemOf.end() && upper != itemOf.end())
      parts.plan.relations.push_back({lower->second, upper->second, r.factor, r.add});
    else if (lower != itemOf.end() && above > 0)
      parts.plan.bounds.push_back({.item = lower->second, .high = r.factor * above + r.add});
    else if (upper != itemOf.end() && below > 0)
      parts.plan.bounds.push_back({.item = upper->second, .low = (below - r.add) / r.factor});
  }
}

} // namespace

std::vector<IndexLimit> ScenarioGoal::indexLimits() const {
  std::vector<IndexLimit> out;
  for (const IndexLimit& one : {IndexLimit{PriceIndex::Whole, mostIndex, leastIndex},
                                {PriceIndex::Category, mostCategoryIndex, leastCategoryIndex},
                                {PriceIndex::Rival, mostRivalIndex, leastRivalIndex},
                                {PriceIndex::CategoryRival, mostCategoryRivalIndex, leastCategoryRivalIndex},
                                {PriceIndex::Kvi, mostKviIndex, leastKviIndex}})
    if (one.most || one.least)
      out.push_back(one);
  return out;
}

ScenarioModel::ScenarioModel(std::vector<ScenarioGroup> groups, std::vector<ScenarioRelation> relations,
                             unsigned threads) {
  auto parts = std::make_unique<Parts>();
  parts->groups = std::move(groups);
  parts->plan.threads = threads;
  std::vector<std::vector<PlanListing>> listings; // by group
  for (std::size_t g = 0; g < parts->groups.size(); ++g) {
    auto one = std::make_unique<ScenarioGroupModel>(parts->groups[g], g);
    const GroupModel& model = one->model();
    parts->all += model.size();
    listings.emplace_back();
    for (std::size_t i = 0; i < model.size(); ++i)
      listings.back().push_back(listingOf(parts->groups[g], *one, i));
    parts->models.push_back(one.get());
    parts->plan.groups.push_back(std::move(one));
  }
  parts->plan.settle(listings);
  relate(relations, *parts);
  parts->relations = std::move(relations);
  m = std::move(parts);
}
ScenarioModel::~ScenarioModel() = default;

std::size_t ScenarioModel::listings() const { return m->plan.items.size(); }
std::size_t ScenarioModel::all() const { return m->all; }
const ScenarioGroup& ScenarioModel::group(std::size_t g) const { return m->groups[g]; }

Result<ScenarioPlan> ScenarioModel::plan(const ScenarioGoal& goal, const JobContext& job) const {
  PW_CHECK(checkGoal(goal));
  if (m->plan.items.empty())
    return fail(QStringLiteral("scenario.nothing"));
  PW_CHECK(checkIndexes(goal, m->plan));
  ScenarioPlanner planner(m->plan, goal, job);
  const Result<Standing> reached = planner.climb();
  if (!reached && reached.error().is(u"choice.infeasible"))
    return fail(QStringLiteral("scenario.infeasible"));
  if (!reached)
    return reached.error();
  if (reached->missed > kMissed)
    return fail(QStringLiteral("scenario.infeasible"));
  ScenarioPlan out;
  for (const auto& [item, choice] : planner.changes()) {
    const auto [group, k] = m->plan.items[item];
    out.changes.push_back({group, m->plan.item(item).listing, m->models[group]->minors(k)[std::size_t(choice)]});
  }
  out.unitsNow = m->plan.now.units, out.revenueNow = m->plan.now.revenue, out.profitNow = m->plan.now.profit;
  out.objective = reached->value, out.gap = planner.gap();
  out.rounds = planner.rounds(), out.cut = planner.wasCut();
  out.limits = planner.limitsOf(*reached);
  JointDraws(*m).judge(out.changes, out);
  return out;
}

std::vector<ScenarioModel::Impossible> ScenarioModel::impossible() const {
  const auto ranges = [&](std::size_t g, std::size_t listing) -> std::pair<double, double> {
    for (const PlanItem& item : m->plan.groups[g]->items())
      if (item.listing == listing) {
        const auto [low, high] = std::minmax_element(item.prices.begin(), item.prices.end());
        return {*low, *high};
      }
    const double stays = m->groups[g].content->listings[listing].current.toDouble();
    return {stays, stays};
  };
  std::vector<Impossible> out;
  for (const ScenarioRelation& r : m->relations) {
    const double lowest = ranges(r.lowerGroup, r.lowerListing).first;
    const double most = r.factor * ranges(r.upperGroup, r.upperListing).second + r.add;
    if (lowest > most * (1 + 1e-12))
      out.push_back({r, lowest, most});
  }
  return out;
}

ScenarioPlan ScenarioModel::simulate(std::span<const ScenarioPrice> prices, const ScenarioGoal& goal) const {
  ScenarioPlan out;
  out.unitsNow = m->plan.now.units, out.revenueNow = m->plan.now.revenue, out.profitNow = m->plan.now.profit;
  for (const ScenarioPrice& p : prices) {
    if (p.group >= m->groups.size() || p.listing >= m->models[p.group]->size())
      continue;
    const ListingCase& l = m->groups[p.group].content->listings[p.listing];
    if (m->models[p.group]->model().at(p.listing).earns && p.minor > 0 && p.minor != l.current.minor())
      out.changes.push_back(p);
  }
  JointDraws(*m).judge(out.changes, out);
  out.objective = goal.profit * out.effect.profit + goal.revenue * out.effect.revenue + goal.units * out.effect.units;
  return out;
}

// A limit that can be left out without a plan coming into reach is not to blame; what is left of them contradicts each
// other (Chinneck & Dravnieks 1991: deletion filter). Then how far each would have to give way, the others held.
Result<ScenarioConflict> ScenarioModel::conflict(const ScenarioGoal& goal, const JobContext& job) const {
  PW_CHECK(checkGoal(goal));
  using Member = std::optional<double> ScenarioGoal::*;
  struct Named {
    const char* name;
    Member limit;
    double loosest; // where it binds nothing
  };
  constexpr Named kLimits[] = {{"revenue", &ScenarioGoal::leastRevenue, 0},
                               {"profit", &ScenarioGoal::leastProfit, 0},
                               {"index", &ScenarioGoal::mostIndex, 1},
                               {"index-low", &ScenarioGoal::leastIndex, -1},
                               {"category-index", &ScenarioGoal::mostCategoryIndex, 1},
                               {"category-index-low", &ScenarioGoal::leastCategoryIndex, -1},
                               {"competitor-index", &ScenarioGoal::mostRivalIndex, 10},
                               {"competitor-index-low", &ScenarioGoal::leastRivalIndex, -1},
                               {"category-competitor-index", &ScenarioGoal::mostCategoryRivalIndex, 10},
                               {"category-competitor-index-low", &ScenarioGoal::leastCategoryRivalIndex, -1},
                               {"kvi-index", &ScenarioGoal::mostKviIndex, 1},
                               {"kvi-index-low", &ScenarioGoal::leastKviIndex, -1}};
  const auto feasible = [&](const ScenarioGoal& g) {
    const auto reached = ScenarioPlanner(m->plan, g, {job.stop, {}}).climb(true);
    return reached && reached->missed <= kMissed;
  };
  ScenarioGoal left = goal;
  for (const Named& one : kLimits) {
    ScenarioGoal without = left;
    (without.*one.limit).reset();
    if ((left.*one.limit) && !feasible(without))
      left = without;
  }
  if (left.mostChanges) {
    ScenarioGoal without = left;
    without.mostChanges.reset();
    if (!feasible(without))
      left = without;
  }
  ScenarioConflict out;
  for (const Named& one : kLimits) {
    if (!(left.*one.limit))
      continue;
    // The nearest value that can be kept, by halving between what holds without it and what is asked.
    const double wanted = *(left.*one.limit);
    double kept = one.loosest, asked = wanted;
    for (int step = 0; step < 14 && !job.cancelled(); ++step) {
      job.report("scenario.conflict", step / 14.0);
      ScenarioGoal tried = left;
      (tried.*one.limit) = (kept + asked) / 2;
      (feasible(tried) ? kept : asked) = (kept + asked) / 2;
    }
    out.limits.push_back({QLatin1String(one.name), wanted, kept});
  }
  if (out.limits.empty() && (!m->plan.relations.empty() || !m->plan.bounds.empty()))
    out.limits.push_back({QStringLiteral("relations"), 0, 0});
  if (job.cancelled()) // what was stopped has found nothing
    return fail(QStringLiteral("engine.cancelled"));
  std::stable_sort(out.limits.begin(), out.limits.end(), [](const auto& a, const auto& b) {
    return std::abs(a.wanted - a.nearest) < std::abs(b.wanted - b.nearest);
  });
  return out;
}

} // namespace pricewright
