// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/CoupledMoves.h"

#include <optional>

namespace pricewright {

// The gap that moves leave, closed by search. At the prices of the bound U each choice loses something against the
// item's best, and so does whatever is left of a coupling, at its price: value = U − losses. Choices that lose more
// than the whole gap are in no better solution (reduced-cost fixing: Dantzig, Fulkerson & Johnson 1954); the others are
// the core (Balas & Zemel 1980). It is searched depth first within a budget of losses that doubles: a budget that was
// searched through without a find lowers the bound to U less the budget, and one as large as the gap proves the best.
// Bounded in steps, not in time, so that the same problem has the same answer.
class CoupledCore : CoupledState {
 public:
  CoupledCore(const CoupledState& from, double bound, const JobContext& job)
      : CoupledState(from), m_u(bound), m_job(job) {}
  // Puts what it finds in the place of `solution` (value, chosen, used, changes, bound).
  void improve(CoupledSolution& solution);

 private:
  struct Option {
    int choice = 0;
    double loss = 0;
    int change = 0; // 1: off the choice that changes nothing
  };
  struct Item {
    std::size_t item = 0;
    std::vector<Option> options; // by loss
  };
  // Of what a part can still be used by the core items from a depth on.
  struct Rest {
    double least = 0, most = 0;
  };
  void collect(double gap);
  void fixOthers();
  void sumRest();
  bool search(std::size_t depth, double loss, double slack);
  double slackOf(std::size_t part, double mostRest) const;
  std::optional<double> slackAtFirst() const;
  void put(std::size_t depth, const Option& option, double sign);
  void keep();
  void tell(CoupledSolution& solution, double bound);

  double m_u;
  const JobContext& m_job;
  std::vector<Item> m_core;
  std::vector<int> m_fixed, m_bestChosen; // by item
  // By depth × coupling, of the part that the item there counts in: without the item, and with it.
  std::vector<Rest> m_after, m_before;
  std::vector<Rest> m_all;            // by part: of the whole core
  std::vector<int> m_mostChangesRest; // by depth
  std::vector<double> m_load;         // by part, of what is chosen so far
  std::vector<int> m_path;            // by depth: option
  int m_changes = 0;
  double m_lost = 0; // by the best known: U less its value
  double m_budget = 0;
  qint64 m_steps = 0;
  bool m_found = false;
};

} // namespace pricewright
