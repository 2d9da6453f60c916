// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/ScenarioSteps.h"

#include <map>

namespace pricewright {

// How one plan is found: internal to ScenarioPlan.

struct ScenarioModel::Parts {
  std::vector<ScenarioGroup> groups;
  std::vector<ScenarioGroupModel> models;
  std::vector<std::pair<std::size_t, std::size_t>> items; // group, place among its items; group after group
  std::vector<std::size_t> firstItem;                     // of each group
  std::vector<int> categories;                            // by part of a category limit
  ScenarioSums now;
  unsigned threads = 0;
  std::size_t all = 0;

  const ScenarioItem& item(std::size_t i) const { return models[items[i].first].items()[items[i].second]; }
};

// Log moves by group and listing.
using Moves = std::vector<std::vector<double>>;

struct Standing { // of a plan, exactly
  ScenarioSums sums;
  double value = 0; // of the objective
  double index = 0;
  std::vector<double> categoryIndex;
  int changes = 0;
  double missed = 0; // of limits, as shares of them, added up
};

class ScenarioPlanner {
 public:
  using Parts = ScenarioModel::Parts;
  ScenarioPlanner(const Parts& parts, const ScenarioGoal& goal, const JobContext& job)
      : m(parts), m_goal(goal), m_job(job), m_at(parts.items.size(), 0) {
    for (const ScenarioGroupModel& g : m.models)
      m_moves.emplace_back(g.model().size(), 0.0);
    for (std::size_t k = 0; k < m.categories.size(); ++k)
      m_partOf.emplace(m.categories[k], int(k));
  }

  // Steps of a linear programme's kind (Fletcher & Sainz de la Maza 1989): each plans all listings as if their siblings
  // stayed where the plan has them, and is taken where the plan gains by it with all of them moving; else steps get
  // shorter. Stopped early, it gives the best plan until then where that keeps the limits. `untilKept`: whether there
  // is one that does is all that is asked.
  Result<Standing> climb(bool untilKept = false);

  // The plan's limits with what each would bring.
  std::vector<LimitUse> limitsOf(const Standing& s) const;
  std::vector<ScenarioPrice> changes() const {
    std::vector<ScenarioPrice> out;
    for (std::size_t i = 0; i < m_at.size(); ++i)
      if (m_at[i] != 0)
        out.push_back({m.item(i).group, m.item(i).listing, m.item(i).minors[std::size_t(m_at[i])]});
    return out;
  }
  double gap() const { return m_solution ? m_solution->gap() : 0; }
  int rounds() const { return m_rounds; }
  bool wasCut() const { return m_cut; }

 private:
  struct Named {
    QString name;
    double limit = 0;
  };
  Result<CoupledProblem> problemWithin(double step, const Standing& now);
  void linearize();
  void couple(CoupledProblem& p, const Standing& now);
  double indexUse(std::size_t i, std::size_t choice, bool own) const {
    const ScenarioItem& item = m.item(i);
    return (own ? item.categoryShare : item.share) * std::expm1(item.moves[choice]);
  }

  std::vector<int> chosen(const CoupledSolution& s) const {
    std::vector<int> at;
    for (std::size_t i = 0; i < s.chosen.size(); ++i)
      at.push_back(m_offered[i][std::size_t(s.chosen[i])]);
    return at;
  }
  Moves movesOf(const std::vector<int>& at) const {
    Moves moves = m_moves;
    for (std::size_t i = 0; i < at.size(); ++i)
      moves[m.item(i).group][m.item(i).listing] = m.item(i).moves[std::size_t(at[i])];
    return moves;
  }
  double longestMove(const Moves& moves) const {
    double longest = 0;
    for (std::size_t g = 0; g < moves.size(); ++g)
      for (std::size_t l = 0; l < moves[g].size(); ++l)
        longest = std::max(longest, std::abs(moves[g][l] - m_moves[g][l]));
    return longest;
  }
  Standing standingOf(const std::vector<int>& at, const Moves& moves) const;
  double valueOf(const ScenarioSums& s) const {
    return m_goal.profit * s.profit + m_goal.revenue * s.revenue + m_goal.units * s.units;
  }
  // First what keeps the limits, then what is worth more.
  static bool better(const Standing& a, const Standing& b) {
    if (a.missed > 0 || b.missed > 0)
      return a.missed < b.missed * (1 - 1e-6) || (a.missed <= b.missed && a.value > b.value);
    return a.value > b.value + 1e-9 * std::abs(b.value);
  }
  // Siblings moved revenue or profit below its floor: the next step aims that much higher.
  void tighten(const Standing& s) {
    if (m_goal.leastRevenue)
      m_slackRevenue += std::max(0.0, *m_goal.leastRevenue * m.now.revenue - s.sums.revenue);
    if (m_goal.leastProfit)
      m_slackProfit += std::max(0.0, *m_goal.leastProfit * m.now.profit - s.sums.profit);
  }

  const Parts& m;
  const ScenarioGoal& m_goal;
  const JobContext& m_job;
  std::vector<int> m_at; // by item: its choice
  Moves m_moves;
  double m_slackRevenue = 0, m_slackProfit = 0;
  std::vector<std::vector<ScenarioSums>> m_linear; // by item and choice: what it changes
  std::vector<std::vector<int>> m_offered;         // by item: the choices that the step may take
  std::vector<Named> m_named;                      // parallel to the problem's couplings
  std::map<int, int> m_partOf;
  std::optional<CoupledSolution> m_solution;
  int m_rounds = 0;
  bool m_cut = false;
};

} // namespace pricewright
