// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/CrossPlan.h"
#include "pipeline/optimizer/PlanGroup.h"

#include <span>

namespace pricewright {

// Products that cross effects connect, with constant elasticities. Internal to CrossPlan.
class CrossGroup : public PlanGroup {
 public:
  struct Link {
    std::size_t listing = 0;
    double elasticity = 0;
  };
  struct Listing {
    std::size_t product = 0;
    double units = 0, price = 0, cost = 0; // at the prices of each listing's first choice
    std::vector<Link> onUnits;             // whose prices act on its units, its own included
    std::vector<Link> ofPrice;             // whose units its price acts on, its own included
    std::vector<int> rungs;                // by choice; −1: today's price, which is on no rung
  };
  CrossGroup(std::vector<Listing> listings, double labelCost);

  std::span<const Listing> listings() const { return m_listings; }
  std::size_t size() const override { return m_listings.size(); }
  PlanSums sums(const std::vector<double>& moves) const override;
  void choices(std::size_t k, const std::vector<double>& moves, std::vector<PlanSums>& out) const override;
  double labelCost() const override { return m_labelCost; }
  double caution(std::size_t, std::size_t) const override { return 0; }
  double unitsAt(std::size_t listing, const std::vector<double>& moves) const;

  // Once the items are there: what each choice does to the units that it acts on.
  void tabulate();

 private:
  std::vector<Listing> m_listings;
  double m_labelCost;
  std::vector<std::vector<double>> m_factors; // by item: choice × ofPrice
};

} // namespace pricewright
