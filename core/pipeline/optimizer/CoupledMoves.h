// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/CoupledChoice.h"

#include <algorithm>

namespace pricewright {

// What is chosen and what that uses: shared by the search for prices (CoupledChoice.cpp) and the moves that follow it
// (CoupledMoves.cpp). Internal to solveCoupled().
class CoupledState {
 protected:
  explicit CoupledState(const CoupledProblem& p) : m_p(p), m_at(p.items()) {
    for (const Coupling& c : p.couplings) {
      m_first.push_back(m_most.size());
      m_most.insert(m_most.end(), c.most.begin(), c.most.end());
    }
    m_price.resize(m_most.size()), m_used.resize(m_most.size());
    m_limit = p.mostChanges ? std::min<std::size_t>(std::size_t(std::max(0, *p.mostChanges)), p.items()) : p.items();
  }

  // Where the part of coupling c that an item counts in stands among all parts.
  std::size_t partOf(std::size_t c, std::size_t item) const {
    const Coupling& one = m_p.couplings[c];
    return m_first[c] + (one.part.empty() ? 0 : std::size_t(one.part[item]));
  }
  double useOf(std::size_t c, std::size_t choice) const { return m_p.couplings[c].use[choice]; }

  int stayOf(std::size_t item) const { return m_p.stay.empty() ? -1 : m_p.stay[item]; }

  std::size_t place(std::size_t item, int choice) const { return m_p.first[item] + std::size_t(choice); }
  // At the prices; a change costs its price as well.
  double worthOf(std::size_t item, int choice) const {
    const std::size_t k = place(item, choice);
    double worth = m_p.values[k];
    for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
      worth -= m_price[partOf(c, item)] * useOf(c, k);
    return worth;
  }
  double paidOf(std::size_t item, int choice) const {
    return worthOf(item, choice) - (isChange(item, choice) ? m_changePrice : 0);
  }
  bool isChange(std::size_t item, int choice) const { return stayOf(item) >= 0 && choice != stayOf(item); }
  double valueAt() const { // of what is chosen
    double value = 0;
    for (std::size_t i = 0; i < m_p.items(); ++i)
      value += m_p.values[place(i, m_at[i])];
    return value;
  }
  void addUp() {
    std::fill(m_used.begin(), m_used.end(), 0.0);
    for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
      for (std::size_t i = 0; i < m_p.items(); ++i)
        m_used[partOf(c, i)] += useOf(c, place(i, m_at[i]));
  }

  const CoupledProblem& m_p;
  std::vector<std::size_t> m_first; // by coupling: its first part
  std::vector<double> m_most;       // by part, as the next two
  std::vector<double> m_price, m_used;
  double m_changePrice = 0;
  std::vector<int> m_at;   // by item: its choice
  std::size_t m_limit = 0; // of changes
};

// What the prices leave over is filled by the moves that lose least at them.
class CoupledMoves : CoupledState {
 public:
  // From a choice that keeps all couplings, at the prices of the bound.
  CoupledMoves(const CoupledState& from, double bound, const JobContext& job)
      : CoupledState(from), m_bound(bound), m_job(job) {
    sumUp();
  }
  CoupledSolution run();

 private:
  struct Move {
    int item = 0, to = 0;
    double loss = 0; // at the prices, against what the item has
  };
  struct Shift { // a move that may be half of an exchange
    int item = 0, to = 0;
    double value = 0, loss = 0;
  };
  void sumUp();
  void fill();
  void exchange();
  void addShifts(std::size_t item, double gap, std::vector<Shift>& out) const;
  std::vector<Move> movesWithin(double gap) const;
  bool fits(std::size_t item, std::size_t from, std::size_t to) const;
  bool take(const Move& m);
  bool bothFit(int itemA, int toA, int itemB, int toB) const;
  std::vector<std::vector<double>> byPart(const std::vector<double>& all) const;

  double m_bound;
  const JobContext& m_job;
  double m_value = 0;
  int m_changes = 0;
};

} // namespace pricewright
