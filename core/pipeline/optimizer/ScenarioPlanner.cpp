// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/ScenarioPlanner.h"

#include "base/Parallel.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr int kMostRounds = 12;
constexpr double kSmallestStep = 0.002; // of log price: less than any rung
constexpr double kKept = 1e-9;          // how far a limit may be missed by rounding, of itself

} // namespace

Result<Standing> ScenarioPlanner::climb(bool untilKept) {
  Standing best = standingOf(m_at, m_moves);
  double step = 1e9;
  for (m_rounds = 0; m_rounds < kMostRounds && step >= kSmallestStep; ++m_rounds) {
    m_job.report("scenario.plan", double(m_rounds) / kMostRounds);
    const Result<CoupledProblem> problem = problemWithin(step, best);
    const Result<CoupledSolution> solved = problem ? solveCoupled(*problem, m_job) : problem.error();
    if (!solved && solved.error().is(u"engine.cancelled") && m_solution && best.missed == 0) {
      m_cut = true;
      break;
    }
    if (!solved)
      return solved.error();
    std::vector<int> at = chosen(*solved);
    if (at == m_at) { // nothing better within reach: these are the limits' prices
      m_solution = *solved;
      break;
    }
    Moves moves = movesOf(at);
    const Standing there = standingOf(at, moves);
    const double longest = longestMove(moves);
    if (!better(there, best)) {
      step = std::min(step, longest) / 2;
      tighten(there);
      continue;
    }
    m_solution = *solved;
    m_at = std::move(at), m_moves = std::move(moves), best = there;
    if (untilKept && best.missed == 0)
      break;
  }
  return best;
}

Standing ScenarioPlanner::standingOf(const std::vector<int>& at, const Moves& moves) const {
  Standing s;
  s.categoryIndex.assign(m.categories.size(), 0.0);
  std::vector<ScenarioSums> sums(m.models.size());
  parallelFor(
      m.models.size(), 8, {},
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t g = begin; g < end; ++g)
          sums[g] = m.models[g].sums(moves[g]);
      },
      m.threads);
  for (const ScenarioSums& one : sums)
    s.sums.add(one);
  s.value = valueOf(s.sums.less(m.now));
  for (std::size_t i = 0; i < at.size(); ++i) {
    if (at[i] == 0)
      continue;
    const auto [g, k] = m.items[i];
    ++s.changes;
    s.value -= m.models[g].labelCost();
    if (m_goal.caution > 0)
      s.value -= m_goal.caution * m.models[g].caution(k, std::size_t(at[i]));
    s.index += indexUse(i, std::size_t(at[i]), false);
    s.categoryIndex[std::size_t(m_partOf.at(m.item(i).category))] += indexUse(i, std::size_t(at[i]), true);
  }
  const auto miss = [&](double by, double scale) {
    if (by > kKept * std::max(1.0, std::abs(scale)))
      s.missed += by / std::max(1e-9, std::abs(scale));
  };
  if (m_goal.leastRevenue)
    miss(*m_goal.leastRevenue * m.now.revenue - s.sums.revenue, m.now.revenue);
  if (m_goal.leastProfit)
    miss(*m_goal.leastProfit * m.now.profit - s.sums.profit, m.now.profit);
  return s;
}

void ScenarioPlanner::linearize() {
  m_linear.resize(m.items.size());
  parallelFor(
      m.models.size(), 4, m_job,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t g = begin; g < end; ++g)
          for (std::size_t k = 0; k < m.models[g].items().size(); ++k)
            m.models[g].choices(k, m_moves[g], m_linear[m.firstItem[g] + k]);
      },
      m.threads);
}

Result<CoupledProblem> ScenarioPlanner::problemWithin(double step, const Standing& now) {
  linearize();
  if (m_job.cancelled())
    return fail(QStringLiteral("engine.cancelled"));
  CoupledProblem p;
  p.mostChanges = m_goal.mostChanges;
  m_offered.assign(m.items.size(), {});
  for (std::size_t i = 0; i < m.items.size(); ++i) {
    const auto [g, k] = m.items[i];
    const ScenarioItem& item = m.item(i);
    const double at = item.moves[std::size_t(m_at[i])];
    int stay = -1;
    for (std::size_t c = 0; c < item.moves.size(); ++c) {
      if (c != 0 && std::abs(item.moves[c] - at) > step)
        continue; // back to today's price is always open
      double value = valueOf(m_linear[i][c]);
      if (c == 0)
        stay = int(m_offered[i].size());
      else
        value -= m.models[g].labelCost() + (m_goal.caution > 0 ? m_goal.caution * m.models[g].caution(k, c) : 0);
      m_offered[i].push_back(int(c));
      p.values.push_back(std::isfinite(value) ? value : -1e12);
    }
    p.first.push_back(p.values.size());
    p.stay.push_back(stay);
  }
  couple(p, now);
  return p;
}

void ScenarioPlanner::couple(CoupledProblem& p, const Standing& now) {
  m_named.clear();
  const auto add = [&](const char* name, double sign, std::vector<double> most, double limit,
                       const auto& use) -> Coupling& {
    Coupling c;
    c.most = std::move(most);
    for (std::size_t i = 0; i < m.items.size(); ++i)
      for (const int choice : m_offered[i])
        c.use.push_back(sign * use(i, std::size_t(choice)));
    p.couplings.push_back(std::move(c));
    m_named.push_back({QLatin1String(name), limit});
    return p.couplings.back();
  };
  if (m_goal.leastRevenue) {
    const double limit = *m_goal.leastRevenue * m.now.revenue;
    add("revenue", -1, {-(limit + m_slackRevenue - now.sums.revenue)}, limit,
        [&](std::size_t i, std::size_t c) { return m_linear[i][c].revenue; });
  }
  if (m_goal.leastProfit) {
    const double limit = *m_goal.leastProfit * m.now.profit;
    add("profit", -1, {-(limit + m_slackProfit - now.sums.profit)}, limit,
        [&](std::size_t i, std::size_t c) { return m_linear[i][c].profit; });
  }
  const auto whole = [&](std::size_t i, std::size_t c) { return indexUse(i, c, false); };
  const auto own = [&](std::size_t i, std::size_t c) { return indexUse(i, c, true); };
  const auto byCategory = [&](const char* name, double sign, double limit) {
    Coupling& c = add(name, sign, std::vector<double>(m.categories.size(), sign * limit), limit, own);
    for (std::size_t i = 0; i < m.items.size(); ++i)
      c.part.push_back(m_partOf.at(m.item(i).category));
  };
  if (m_goal.mostIndex)
    add("index", 1, {*m_goal.mostIndex}, *m_goal.mostIndex, whole);
  if (m_goal.leastIndex)
    add("index-low", -1, {-*m_goal.leastIndex}, *m_goal.leastIndex, whole);
  if (m_goal.mostCategoryIndex)
    byCategory("category-index", 1, *m_goal.mostCategoryIndex);
  if (m_goal.leastCategoryIndex)
    byCategory("category-index-low", -1, *m_goal.leastCategoryIndex);
}

std::vector<LimitUse> ScenarioPlanner::limitsOf(const Standing& s) const {
  std::vector<LimitUse> out;
  for (std::size_t c = 0; c < m_named.size(); ++c) {
    const Named& n = m_named[c];
    const bool isCategory = n.name.startsWith(u"category");
    const std::size_t parts = isCategory ? m.categories.size() : 1;
    for (std::size_t k = 0; k < parts; ++k) {
      LimitUse use;
      use.name = n.name, use.limit = n.limit, use.category = isCategory ? m.categories[k] : -1;
      use.used = n.name == u"revenue"  ? s.sums.revenue
                 : n.name == u"profit" ? s.sums.profit
                 : isCategory          ? s.categoryIndex[k]
                                       : s.index;
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
