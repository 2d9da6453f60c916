// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/PlanPolish.h"
#include "pipeline/optimizer/ScenarioPlan.h"

namespace pricewright {

// How one plan is found: internal to ScenarioPlan and CrossPlan.

// Log moves by group and listing.
using Moves = std::vector<std::vector<double>>;

struct Standing { // of a plan, exactly
  PlanSums sums;
  double value = 0;                     // of the objective
  ByIndex<std::vector<double>> indexes; // by part; of those that are limited
  int changes = 0;
  double missed = 0; // of limits, as shares of them, added up
};

class ScenarioPlanner {
 public:
  ScenarioPlanner(const PlanParts& parts, const ScenarioGoal& goal, const JobContext& job)
      : m(parts), m_relations(parts), m_goal(goal), m_indexLimits(goal.indexLimits()), m_job(job),
        m_at(parts.items.size(), 0) {
    for (const auto& g : m.groups)
      m_moves.emplace_back(g->size(), 0.0);
    m_moves = movesOf(m_at);
  }

  // Steps of a linear programme's kind (Fletcher & Sainz de la Maza 1989): each plans all listings as if their siblings
  // stayed where the plan has them, and is taken where the plan gains by it with all of them moving; else steps get
  // shorter. Then each group is polished for itself at the prices that the limits came to. Stopped early, it gives the
  // best plan until then where that keeps the limits. `untilKept`: whether there is one that does is all that is asked.
  Result<Standing> climb(bool untilKept = false);

  // The plan's limits with what each would bring.
  std::vector<LimitUse> limitsOf(const Standing& s) const;
  // What is not where it was: item and choice.
  std::vector<std::pair<std::size_t, int>> changes() const {
    std::vector<std::pair<std::size_t, int>> out;
    for (std::size_t i = 0; i < m_at.size(); ++i)
      if (m_at[i] != 0)
        out.emplace_back(i, m_at[i]);
    return out;
  }
  const std::vector<int>& at() const { return m_at; }
  const Moves& moves() const { return m_moves; }
  Standing now() const { return standingOf(m_at, m_moves); }
  double valueOf(const PlanSums& s) const {
    return m_goal.profit * s.profit + m_goal.revenue * s.revenue + m_goal.units * s.units;
  }
  double gap() const { return m_solution ? m_solution->gap() : 0; }
  int rounds() const { return m_rounds; }
  bool wasCut() const { return m_cut; }

 private:
  struct Named {
    QString name;
    double limit = 0;
    std::optional<PriceIndex> index; // none: of money
  };
  Status steps(double step, bool untilKept, Standing& best);
  bool restore(Standing& best);
  void polish(Standing& best);
  PlanWorth worth() const;
  bool changed(std::size_t i, int choice) const { return choice != 0 || !m.item(i).stays; }
  Result<CoupledProblem> problemWithin(double step, const Standing& now);
  void offer(std::size_t i, double step, const PlanRelations::Range& range);
  void linearize();
  void couple(CoupledProblem& p, const Standing& now);

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
  // First what keeps the limits, then what is worth more.
  static bool better(const Standing& a, const Standing& b) {
    if (a.missed > 0 || b.missed > 0)
      return a.missed < b.missed * (1 - 1e-6) || (a.missed <= b.missed && a.value > b.value);
    return a.value > b.value + 1e-9 * std::abs(b.value);
  }
  // Siblings moved revenue or profit below its floor: the next step aims that much higher.
  void tighten(const Standing& s) {
    if (m_goal.leastRevenue)
      m_slackRevenue += std::max(0.0, revenueFloor() - s.sums.revenue);
    if (m_goal.leastProfit)
      m_slackProfit += std::max(0.0, profitFloor() - s.sums.profit);
    if (m_goal.leastMargin)
      m_slackMargin += std::max(0.0, -overMargin(s.sums));
  }

  double revenueFloor() const { return *m_goal.leastRevenue * (m_goal.floorsInMoney ? 1 : m.now.revenue); }
  double profitFloor() const { return *m_goal.leastProfit * (m_goal.floorsInMoney ? 1 : m.now.profit); }
  double overMargin(const PlanSums& s) const { return s.profit - *m_goal.leastMargin * s.revenue; }

  const PlanParts& m;
  const PlanRelations m_relations;
  const ScenarioGoal& m_goal;
  const std::vector<IndexLimit> m_indexLimits;
  const JobContext& m_job;
  std::vector<int> m_at; // by item: its choice
  Moves m_moves;
  double m_slackRevenue = 0, m_slackProfit = 0, m_slackMargin = 0;
  std::vector<std::vector<PlanSums>> m_linear; // by item and choice: what it changes
  std::vector<std::vector<int>> m_offered;     // by item: the choices that the step may take
  std::vector<Named> m_named;                  // parallel to the problem's couplings
  std::optional<CoupledSolution> m_solution;
  int m_rounds = 0, m_turn = 0; // turn: where relations have their bounds
  bool m_cut = false;
};

} // namespace pricewright
