// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/CoupledChoice.h"
#include "pipeline/optimizer/ScenarioPlan.h"

namespace pricewright {

// What ScenarioPlan.cpp is made of: one group as its prices act on each other, and the problem of one step.

// Expected sums of a week in the workspace's money.
struct ScenarioSums {
  double units = 0, revenue = 0, profit = 0;
  void add(const ScenarioSums& o) { units += o.units, revenue += o.revenue, profit += o.profit; }
  ScenarioSums less(const ScenarioSums& o) const { return {units - o.units, revenue - o.revenue, profit - o.profit}; }
};

// The choices of one listing: today's price first.
struct ScenarioItem {
  std::size_t group = 0, listing = 0;
  std::vector<qint64> minors;
  std::vector<double> moves; // log(price / today's)
  double share = 0;          // of today's revenue of all
  double categoryShare = 0;
  int category = 0;
};

class ScenarioGroupModel {
 public:
  ScenarioGroupModel(const ScenarioGroup& group, std::size_t number);
  const GroupModel& model() const { return m_model; }
  std::vector<ScenarioItem>& items() { return m_items; }
  const std::vector<ScenarioItem>& items() const { return m_items; }
  double rate() const { return m_rate; }
  double labelCost() const { return m_rate * m_model.labelCost(); }
  // All of the group at these log moves, by listing.
  ScenarioSums sums(const std::vector<double>& moves) const;
  // What each choice of item k changes, everything else held at `moves`: against the choice that `moves` has.
  void choices(std::size_t k, const std::vector<double>& moves, std::vector<ScenarioSums>& out) const;
  double caution(std::size_t k, std::size_t choice) const; // standard deviation of its profit's change

 private:
  double shiftOf(std::size_t listing, const std::vector<double>& moves) const;
  ScenarioSums at(std::size_t listing, double move, double shift) const;
  GroupModel m_model;
  double m_rate;
  std::vector<ScenarioItem> m_items;
};

} // namespace pricewright
