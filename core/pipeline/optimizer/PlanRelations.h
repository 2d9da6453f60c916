// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/PlanGroup.h"

#include <algorithm>

namespace pricewright {

// Keeps the relations between prices while each item chooses for itself: a bound lies between the two prices of a
// relation, and both stay on their side of it. Where the bound lies changes from step to step (at the upper price, the
// lower one, between them), so that either may move.
class PlanRelations {
 public:
  explicit PlanRelations(const PlanParts& parts);
  bool any() const { return !m.relations.empty() || !m.bounds.empty(); }
  bool concerns(std::size_t item) const { return !m_of[item].empty() || m_fixed[item].bounded(); }
  static constexpr int kTurns = 3;

  // By item: the lowest and highest price that the step of this turn may take, from the choices `at`.
  struct Range {
    double low = 0, high = HUGE_VAL;
    bool bounded() const { return low > 0 || high < HUGE_VAL; }
    // By how much of itself a price lies outside.
    double missed(double price) const { return std::max({0.0, price - high, low - price}) / price; }
    bool has(double price) const { return price >= low * (1 - 1e-12) && price <= high * (1 + 1e-12); }
  };
  std::vector<Range> ranges(const std::vector<int>& at, int turn) const;
  // Sum of what relations are missed by, as shares of prices.
  double missed(const std::vector<int>& at) const;
  // The range of one item, all others held.
  Range range(std::size_t item, const std::vector<int>& at) const;
  // What the relations of an item at this price ask of each other one.
  struct Demand {
    std::size_t item = 0;
    Range range;
  };
  std::vector<Demand> demands(std::size_t item, double price) const;
  // Whether prices that are not planned allow it.
  bool allows(std::size_t item, double price) const { return m_fixed[item].has(price); }
  // Whether all of its relations are within its own group.
  bool alone(std::size_t item) const { return m_alone[item]; }

 private:
  double priceOf(std::size_t item, const std::vector<int>& at) const {
    return m.item(item).prices[std::size_t(at[item])];
  }
  const PlanParts& m;
  std::vector<std::vector<std::size_t>> m_of; // by item: its relations
  std::vector<char> m_alone;
  std::vector<Range> m_fixed; // by item
};

} // namespace pricewright
