// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "pipeline/optimizer/CoupledChoice.h"

#include <cmath>
#include <cstddef>
#include <map>
#include <memory>

namespace pricewright {

// What plans of prices that draw on each other are made of: groups, whatever their demand is, and the relations that
// prices keep among each other. Read by ScenarioPlanner.

// Expected sums of a week in one money.
struct PlanSums {
  double units = 0, revenue = 0, profit = 0;
  void add(const PlanSums& o) { units += o.units, revenue += o.revenue, profit += o.profit; }
  PlanSums less(const PlanSums& o) const { return {units - o.units, revenue - o.revenue, profit - o.profit}; }
};

// The choices of one listing.
struct PlanItem {
  std::size_t group = 0, listing = 0;
  std::vector<double> prices; // major units
  std::vector<double> moves;  // log(price / today's)
  double share = 0;           // of today's revenue of all
  double categoryShare = 0;
  int category = 0;
  bool stays = true; // the first choice is today's price: no change
};

class PlanGroup {
 public:
  virtual ~PlanGroup() = default;
  virtual std::size_t size() const = 0; // listings, those without choices included
  // All of the group at these log moves, by listing.
  virtual PlanSums sums(const std::vector<double>& moves) const = 0;
  // What each choice of item k changes, everything else held at `moves`: against the choice that `moves` has.
  virtual void choices(std::size_t k, const std::vector<double>& moves, std::vector<PlanSums>& out) const = 0;
  virtual double labelCost() const = 0;
  virtual double caution(std::size_t k, std::size_t choice) const = 0; // standard deviation of its profit's change
  std::vector<PlanItem>& items() { return m_items; }
  const std::vector<PlanItem>& items() const { return m_items; }

 protected:
  std::vector<PlanItem> m_items;
};

// The price of `lower` is at most factor × the price of `upper` + add.
struct PlanRelation {
  std::size_t lower = 0, upper = 0; // items, over all groups
  double factor = 1, add = 0;
};

// What a price that is not planned asks of one that is.
struct PlanBound {
  std::size_t item = 0;
  double low = 0, high = HUGE_VAL;
};

struct PlanParts {
  std::vector<std::unique_ptr<PlanGroup>> groups;
  std::vector<std::pair<std::size_t, std::size_t>> items; // group, place among its items; group after group
  std::vector<std::size_t> firstItem;                     // of each group
  std::vector<int> categories;                            // by part of a category limit
  std::vector<PlanRelation> relations;
  std::vector<PlanBound> bounds;
  PlanSums now;
  unsigned threads = 0;

  const PlanItem& item(std::size_t i) const { return groups[items[i].first]->items()[items[i].second]; }
  // Once all groups are there: items, today's sums, shares and categories, from today's revenue by group and listing
  // and that of each category.
  void settle(const std::vector<std::vector<double>>& revenueNow, const std::map<int, double>& byCategory);
  bool cheap = false; // choices of a listing cost little more than reading them
};

} // namespace pricewright
