// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "pipeline/optimizer/CoupledChoice.h"
#include "pipeline/optimizer/PriceIndexes.h"

#include <cmath>
#include <cstddef>
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
  ByIndex<double> weight;     // what a price that doubles adds to each index
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

// What indexes count of a listing, whether its price is planned or stays.
struct PlanListing {
  double revenue = 0, price = 0; // today's
  double rival = 0;              // a competitor's price, in the same money; 0: not known
  bool kvi = false;
  int category = 0;
};
// An index, or one category's, before anything moves.
struct IndexPart {
  double start = 0;
  bool known = false; // there is something that it counts
};

struct PlanParts {
  std::vector<std::unique_ptr<PlanGroup>> groups;
  std::vector<std::pair<std::size_t, std::size_t>> items; // group, place among its items; group after group
  std::vector<std::size_t> firstItem;                     // of each group
  std::vector<int> categories;                            // by part of a category limit, ascending
  ByIndex<std::vector<IndexPart>> indexes;                // by part
  std::vector<PlanRelation> relations;
  std::vector<PlanBound> bounds;
  PlanSums now;
  unsigned threads = 0;

  const PlanItem& item(std::size_t i) const { return groups[items[i].first]->items()[items[i].second]; }
  // Once all groups are there: items, today's sums, categories and indexes. By group and listing.
  void settle(const std::vector<std::vector<PlanListing>>& listings);
  int partOf(std::size_t item, PriceIndex index) const;
  // What a choice adds to an index, against the item's first choice; and how much all may add, by part.
  double indexUse(std::size_t item, std::size_t choice, PriceIndex index) const;
  std::vector<double> indexRoom(PriceIndex index, double sign, double limit) const;
  bool cheap = false; // choices of a listing cost little more than reading them

 private:
  void settleIndex(PriceIndex index, const std::vector<std::vector<PlanListing>>& listings);
};

} // namespace pricewright
