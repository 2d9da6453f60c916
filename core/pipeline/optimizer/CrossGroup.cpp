// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/CrossGroup.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr double kFarthest = 60; // of log units from where they were: keeps every figure finite

} // namespace

CrossGroup::CrossGroup(std::vector<Listing> listings, double labelCost)
    : m_listings(std::move(listings)), m_labelCost(labelCost) {}

double CrossGroup::unitsAt(std::size_t listing, const std::vector<double>& moves) const {
  double log = 0;
  for (const Link& link : m_listings[listing].onUnits)
    log += link.elasticity * moves[link.listing];
  return m_listings[listing].units * std::exp(std::clamp(log, -kFarthest, kFarthest));
}

PlanSums CrossGroup::sums(const std::vector<double>& moves) const {
  PlanSums out;
  for (std::size_t i = 0; i < m_listings.size(); ++i) {
    const double units = unitsAt(i, moves), price = m_listings[i].price * std::exp(moves[i]);
    out.add({units, price * units, (price - m_listings[i].cost) * units});
  }
  return out;
}

void CrossGroup::tabulate() {
  for (const PlanItem& item : m_items) {
    std::vector<double> factors;
    for (const double move : item.moves)
      for (const Link& link : m_listings[item.listing].ofPrice)
        factors.push_back(std::exp(std::clamp(link.elasticity * move, -kFarthest, kFarthest)));
    m_factors.push_back(std::move(factors));
  }
}

void CrossGroup::choices(std::size_t k, const std::vector<double>& moves, std::vector<PlanSums>& out) const {
  const PlanItem& item = m_items[k];
  const auto& links = m_listings[item.listing].ofPrice;
  // Units, price and cost of all that it acts on, without its own share in the units.
  thread_local std::vector<double> units, revenue, profit;
  units.clear(), revenue.clear(), profit.clear();
  PlanSums before;
  const double unmoved = moves[item.listing];
  for (const Link& link : links) {
    const Listing& l = m_listings[link.listing];
    const double now = unitsAt(link.listing, moves), price = l.price * std::exp(moves[link.listing]);
    before.add({now, price * now, (price - l.cost) * now});
    const double rest = now / std::exp(std::clamp(link.elasticity * unmoved, -kFarthest, kFarthest));
    units.push_back(rest), revenue.push_back(price * rest), profit.push_back((price - l.cost) * rest);
  }
  const Listing& own = m_listings[item.listing];
  out.assign(item.moves.size(), {});
  for (std::size_t c = 0; c < item.moves.size(); ++c) {
    if (item.moves[c] == unmoved)
      continue;
    const double* factor = &m_factors[k][c * links.size()];
    PlanSums then;
    for (std::size_t a = 0; a < links.size(); ++a)
      if (links[a].listing == item.listing) {
        const double sold = units[a] * factor[a];
        then.add({sold, item.prices[c] * sold, (item.prices[c] - own.cost) * sold});
      } else {
        then.add({units[a] * factor[a], revenue[a] * factor[a], profit[a] * factor[a]});
      }
    out[c] = then.less(before);
  }
}

} // namespace pricewright
