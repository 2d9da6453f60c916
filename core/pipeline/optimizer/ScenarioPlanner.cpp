// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/ScenarioPlanner.h"

#include "base/Parallel.h"
#include "pipeline/optimizer/PlanPush.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr int kMostRounds = 12, kMostPolishes = 6;
constexpr std::size_t kMostThorough = 2'000, kLargestThorough = 60, kLargestStarts = 500; // items; of one group
constexpr double kRepairStep = 0.05;                                                      // of log price
constexpr double kLongestStep = 1e9;
constexpr double kLongStep = 0.5;       // of log price: further than most ladders reach
constexpr double kSmallestStep = 0.002; // of log price: less than any rung
constexpr double kKept = 1e-9;          // how far a limit may be missed by rounding, of itself

} // namespace

Result<Standing> ScenarioPlanner::climb(bool untilKept) {
  Standing best = standingOf(m_at, m_moves);
  Status reached = steps(kLongestStep, untilKept, best);
  const bool stuck = reached ? best.missed > 0 : reached.error().is(u"choice.infeasible");
  if (stuck && restore(best)) {
    m_slackRevenue = m_slackProfit = m_slackMargin = 0;
    reached = steps(kLongestStep, untilKept, best);
  }
  if (!reached && !(best.missed == 0 && reached.error().is(u"choice.infeasible")))
    return reached.error();
  if (!untilKept && !m_cut)
    polish(best);
  return best;
}

// Steps aim at floors from where the plan stands, and from far below they may not see that one can be kept: the plan
// that makes most of what has a floor is a better place to begin.
bool ScenarioPlanner::restore(Standing& best) {
  std::vector<ScenarioGoal> ways;
  const auto add = [&](double profit, double revenue) {
    ScenarioGoal way = m_goal;
    way.leastRevenue.reset(), way.leastProfit.reset(), way.leastMargin.reset();
    way.profit = profit, way.revenue = revenue, way.units = way.caution = 0;
    ways.push_back(way);
  };
  if (m_goal.leastRevenue)
    add(0, 1);
  if (m_goal.leastProfit)
    add(1, 0);
  if (m_goal.leastMargin)
    add(1, -*m_goal.leastMargin);
  bool found = false;
  for (const ScenarioGoal& way : ways) {
    ScenarioPlanner other(m, way, m_job);
    if (!other.climb())
      continue;
    const Standing there = standingOf(other.m_at, other.m_moves);
    if (better(there, best))
      m_at = other.m_at, m_moves = other.m_moves, best = there, found = true;
  }
  return found;
}

Status ScenarioPlanner::steps(double step, bool untilKept, Standing& best) {
  const int most = m_relations.any() ? kMostRounds * PlanRelations::kTurns : kMostRounds;
  int still = 0; // steps in a row that led nowhere
  for (int round = 0; round < most && step >= kSmallestStep; ++round, ++m_rounds, ++m_turn) {
    m_job.report("scenario.plan", double(round) / most);
    const Result<CoupledProblem> problem = problemWithin(step, best);
    const Result<CoupledSolution> solved = problem ? solveCoupled(*problem, m_job) : problem.error();
    if (!solved && solved.error().is(u"engine.cancelled") && m_solution && best.missed == 0) {
      m_cut = true;
      return {};
    }
    m_cut |= solved && solved->cut;
    if (!solved && solved.error().is(u"choice.infeasible") && best.missed == 0) {
      step = std::min(step, kLongStep) / 2; // what was aimed at is not within this step; what there is keeps all limits
      m_slackRevenue = m_slackProfit = m_slackMargin = 0;
      continue;
    }
    if (!solved)
      return solved.error();
    std::vector<int> at = chosen(*solved);
    if (at == m_at) { // nothing better within reach: these are the limits' prices
      m_solution = *solved;
      if (!m_relations.any() || ++still == PlanRelations::kTurns)
        return {};
      continue;
    }
    Moves moves = movesOf(at);
    const Standing there = standingOf(at, moves);
    if (!better(there, best)) {
      if (!m_relations.any() || ++still == PlanRelations::kTurns) {
        step = std::min(step, longestMove(moves)) / 2;
        still = 0;
      }
      tighten(there);
      continue;
    }
    still = 0;
    m_solution = *solved;
    m_at = std::move(at), m_moves = std::move(moves), best = there;
    if (untilKept && best.missed == 0)
      return {};
  }
  return {};
}

// What polishing finds is taken where it keeps the limits, else after steps that bring it back to them, if it is still
// better than what was there.
void ScenarioPlanner::polish(Standing& best) {
  std::size_t largest = 0;
  for (const auto& g : m.groups)
    largest = std::max(largest, g->items().size());
  const PolishEffort effort = m.items.size() <= kMostThorough && largest <= kLargestThorough ? PolishEffort::Thorough
                              : m.cheap && largest <= kLargestStarts                         ? PolishEffort::Starts
                                                                                             : PolishEffort::Sweep;
  for (int round = 0; round < kMostPolishes && best.missed == 0; ++round) {
    const PlanWorth priced = worth();
    const std::vector<int> at = pushed(m, m_relations, polished(m, m_relations, m_at, priced, effort, m_job), priced,
                                       effort == PolishEffort::Thorough, m_job);
    m_cut = m_job.cancelled();
    if (at == m_at || m_cut)
      break;
    const std::vector<int> before = m_at;
    const Standing kept = best;
    const std::optional<CoupledSolution> solution = m_solution;
    const std::vector<Named> named = m_named;
    m_at = at, m_moves = movesOf(at), best = standingOf(m_at, m_moves);
    const Status repaired = best.missed > 0 ? steps(kRepairStep, false, best) : Status();
    if (repaired && better(best, kept))
      continue;
    m_cut |= !repaired && repaired.error().is(u"engine.cancelled");
    m_at = before, m_moves = movesOf(before), best = kept;
    m_solution = solution, m_named = named;
    break;
  }
}

// The limits at their prices: what is left binds one group alone.
PlanWorth ScenarioPlanner::worth() const {
  PlanWorth out;
  out.weights = {m_goal.units, m_goal.revenue, m_goal.profit};
  std::vector<std::pair<double, std::size_t>> indexes; // sign, coupling
  for (std::size_t c = 0; m_solution && c < m_named.size(); ++c) {
    const QString& name = m_named[c].name;
    const double price = m_solution->multipliers[c][0];
    if (name == u"revenue")
      out.weights.revenue += price;
    else if (name == u"profit")
      out.weights.profit += price;
    else if (name == u"margin")
      out.weights.profit += price, out.weights.revenue -= price * *m_goal.leastMargin;
    else if (m_named[c].index)
      indexes.emplace_back(name.endsWith(u"-low") ? -1 : 1, c);
  }
  out.of = [this, indexes](std::size_t i, int choice) {
    if (!changed(i, choice))
      return 0.0;
    const auto [g, k] = m.items[i];
    double sum = -m.groups[g]->labelCost() - (m_solution ? m_solution->changeMultiplier : 0);
    if (m_goal.caution > 0)
      sum -= m_goal.caution * m.groups[g]->caution(k, std::size_t(choice));
    for (const auto& [sign, c] : indexes) {
      const PriceIndex index = *m_named[c].index;
      sum -= sign * m_solution->multipliers[c][std::size_t(m.partOf(i, index))] *
             m.indexUse(i, std::size_t(choice), index);
    }
    return sum;
  };
  return out;
}

Standing ScenarioPlanner::standingOf(const std::vector<int>& at, const Moves& moves) const {
  Standing s;
  for (const IndexLimit& limit : m_indexLimits)
    for (const IndexPart& part : m.indexes[limit.index])
      s.indexes[limit.index].push_back(part.start);
  std::vector<PlanSums> sums(m.groups.size());
  parallelFor(
      m.groups.size(), 8, {},
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t g = begin; g < end; ++g)
          sums[g] = m.groups[g]->sums(moves[g]);
      },
      m.threads);
  for (const PlanSums& one : sums)
    s.sums.add(one);
  s.value = valueOf(s.sums.less(m.now));
  for (std::size_t i = 0; i < at.size(); ++i) {
    if (at[i] == 0 && !changed(i, 0))
      continue;
    const auto [g, k] = m.items[i];
    s.changes += m.item(i).stays;
    s.value -= m.groups[g]->labelCost();
    if (m_goal.caution > 0)
      s.value -= m_goal.caution * m.groups[g]->caution(k, std::size_t(at[i]));
    for (const IndexLimit& limit : m_indexLimits)
      s.indexes[limit.index][std::size_t(m.partOf(i, limit.index))] += m.indexUse(i, std::size_t(at[i]), limit.index);
  }
  const auto miss = [&](double by, double scale) {
    if (by > kKept * std::max(1.0, std::abs(scale)))
      s.missed += by / std::max(1e-9, std::abs(scale));
  };
  if (m_goal.leastRevenue)
    miss(revenueFloor() - s.sums.revenue, m.now.revenue);
  if (m_goal.leastProfit)
    miss(profitFloor() - s.sums.profit, m.now.profit);
  if (m_goal.leastMargin)
    miss(-overMargin(s.sums), m.now.revenue);
  for (const IndexLimit& limit : m_indexLimits)
    for (std::size_t k = 0; k < s.indexes[limit.index].size(); ++k) {
      const double value = s.indexes[limit.index][k];
      if (!m.indexes[limit.index][k].known)
        continue;
      if (limit.most)
        miss(value - *limit.most, 1);
      if (limit.least)
        miss(*limit.least - value, 1);
    }
  if (m_goal.mostChanges && s.changes > *m_goal.mostChanges)
    s.missed += s.changes - *m_goal.mostChanges;
  if (m_relations.any())
    s.missed += m_relations.missed(at);
  return s;
}

void ScenarioPlanner::linearize() {
  m_linear.resize(m.items.size());
  parallelFor(
      m.groups.size(), 4, m_job,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t g = begin; g < end; ++g)
          for (std::size_t k = 0; k < m.groups[g]->items().size(); ++k)
            m.groups[g]->choices(k, m_moves[g], m_linear[m.firstItem[g] + k]);
      },
      m.threads);
}

// The choices of an item that a step may take, today's first. Back to today's price is open where relations allow it.
// Where they allow none, the one that comes nearest.
void ScenarioPlanner::offer(std::size_t i, double step, const PlanRelations::Range& range) {
  const PlanItem& item = m.item(i);
  const double at = item.moves[std::size_t(m_at[i])];
  std::vector<int>& out = m_offered[i];
  for (std::size_t c = 0; c < item.moves.size(); ++c)
    if ((c == 0 || std::abs(item.moves[c] - at) <= step) && range.has(item.prices[c]))
      out.push_back(int(c));
  if (!out.empty())
    return;
  const auto miss = [&](std::size_t c) { return range.missed(item.prices[c]); };
  std::size_t nearest = 0;
  for (std::size_t c = 1; c < item.prices.size(); ++c)
    if (miss(c) < miss(nearest))
      nearest = c;
  out.push_back(int(nearest));
}

Result<CoupledProblem> ScenarioPlanner::problemWithin(double step, const Standing& now) {
  linearize();
  if (m_job.cancelled())
    return fail(QStringLiteral("engine.cancelled"));
  CoupledProblem p;
  p.mostChanges = m_goal.mostChanges;
  m_offered.assign(m.items.size(), {});
  std::vector<PlanRelations::Range> ranges(m.items.size());
  if (m_relations.any())
    ranges = m_relations.ranges(m_at, m_turn);
  for (std::size_t i = 0; i < m.items.size(); ++i) {
    offer(i, step, ranges[i]);
    const auto [g, k] = m.items[i];
    for (const int choice : m_offered[i]) {
      const auto c = std::size_t(choice);
      double value = valueOf(m_linear[i][c]);
      if (changed(i, choice))
        value -= m.groups[g]->labelCost() + (m_goal.caution > 0 ? m_goal.caution * m.groups[g]->caution(k, c) : 0);
      p.values.push_back(std::isfinite(value) ? value : -1e12);
    }
    p.first.push_back(p.values.size());
    const bool stays = m.item(i).stays;
    p.stay.push_back(stays && m_offered[i].front() == 0 ? 0 : -1);
    if (stays && p.stay.back() < 0 && p.mostChanges) // a relation makes it move
      p.mostChanges = std::max(0, *p.mostChanges - 1);
  }
  couple(p, now);
  return p;
}

void ScenarioPlanner::couple(CoupledProblem& p, const Standing& now) {
  m_named.clear();
  const auto add = [&](const QString& name, double sign, std::vector<double> most, double limit,
                       const auto& use) -> Coupling& {
    Coupling c;
    c.most = std::move(most);
    for (std::size_t i = 0; i < m.items.size(); ++i)
      for (const int choice : m_offered[i])
        c.use.push_back(sign * use(i, std::size_t(choice)));
    p.couplings.push_back(std::move(c));
    m_named.push_back({name, limit, {}});
    return p.couplings.back();
  };
  if (m_goal.leastRevenue) {
    const double limit = revenueFloor();
    add(QStringLiteral("revenue"), -1, {-(limit + m_slackRevenue - now.sums.revenue)}, limit,
        [&](std::size_t i, std::size_t c) { return m_linear[i][c].revenue; });
  }
  if (m_goal.leastProfit) {
    const double limit = profitFloor();
    add(QStringLiteral("profit"), -1, {-(limit + m_slackProfit - now.sums.profit)}, limit,
        [&](std::size_t i, std::size_t c) { return m_linear[i][c].profit; });
  }
  if (m_goal.leastMargin)
    add(QStringLiteral("margin"), -1, {overMargin(now.sums) - m_slackMargin}, *m_goal.leastMargin,
        [&](std::size_t i, std::size_t c) { return overMargin(m_linear[i][c]); });
  const auto addIndex = [&](PriceIndex index, double sign, double limit) {
    Coupling& c = add(indexName(index, sign < 0), sign, m.indexRoom(index, sign, limit), limit,
                      [&](std::size_t i, std::size_t choice) { return m.indexUse(i, choice, index); });
    m_named.back().index = index;
    for (std::size_t i = 0; isByCategory(index) && i < m.items.size(); ++i)
      c.part.push_back(m.partOf(i, index));
  };
  for (const IndexLimit& limit : m_indexLimits) {
    if (limit.most)
      addIndex(limit.index, 1, *limit.most);
    if (limit.least)
      addIndex(limit.index, -1, *limit.least);
  }
}

std::vector<LimitUse> ScenarioPlanner::limitsOf(const Standing& s) const {
  std::vector<LimitUse> out;
  for (std::size_t c = 0; c < m_named.size(); ++c) {
    const Named& n = m_named[c];
    const bool isCategory = n.index && isByCategory(*n.index);
    const std::size_t parts = isCategory ? m.categories.size() : 1;
    for (std::size_t k = 0; k < parts; ++k) {
      if (n.index && !m.indexes[*n.index][k].known)
        continue;
      LimitUse use;
      use.name = n.name, use.limit = n.limit, use.category = isCategory ? m.categories[k] : -1;
      use.used = n.index                ? s.indexes[*n.index][k]
                 : n.name == u"revenue" ? s.sums.revenue
                 : n.name == u"profit"  ? s.sums.profit
                 : s.sums.revenue > 0   ? s.sums.profit / s.sums.revenue
                                        : 0;
      if (m_solution)
        use.worth = m_solution->multipliers[c][k] * (n.name.contains(u"index") ? 0.01 : 1);
      out.push_back(std::move(use));
    }
  }
  if (m_goal.mostChanges)
    out.push_back({QStringLiteral("changes"), -1, double(s.changes), double(*m_goal.mostChanges),
                   m_solution ? m_solution->changeMultiplier : 0});
  return out;
}

} // namespace pricewright
