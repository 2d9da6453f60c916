// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

#include <algorithm>
#include <span>

namespace pricewright {

// The demand of one group as the optimizer reads it: normal posteriors turned into expected units in closed form, the
// margins that units earn, and how one listing's price reaches its siblings. Doubles throughout: models compute, the
// ladder decides. Built once a case; not changed afterwards.
//
// log units of j = base + β·x₁ + γ·x₂, x₁ = log(pⱼ/refⱼ), x₂ = Σ shareᵢ·log(pᵢ/refᵢ)/(1 − shareⱼ) over siblings i ≠ j;
// with (base, β, γ) normal, E[units] = exp(m'x + ½ x'Vx) (the mean of a log-normal). The season is in the base already.
inline constexpr double kLargestLogUnits = 60; // beyond any sale; keeps every figure finite
struct GroupListing {
  bool hasDemand = false; // its estimate can be used
  bool earns = false;     // and its cost is known: it counts in the objective
  double current = 0;     // today's price, major units
  double logCurrent = 0;
  double perPrice = 1; // net of VAT: pₙ = p · perPrice
  double cost = 0;
  double base = 0, baseSd = 0;
  double own = 0, sibling = 0; // posterior means of β and γ
  double ownVar = 0, crossCov = 0, sibVar = 0;
  double x1 = 0, x2 = 0;                // today
  double logLowest = 0, logHighest = 0; // prices observed
  double extraSd = 0;                   // what the form of the curve may be wrong by, per unit of log price
  std::string name;                     // seeds its draws
  std::array<double, 2> categoryShare{}, productShare{}; // of the doubt; see DemandEstimate

  double logMeanUnits(double at1, double at2) const {
    return std::min(kLargestLogUnits, base + 0.5 * baseSd * baseSd + own * at1 + sibling * at2 +
                                          0.5 * (ownVar * at1 * at1 + 2 * crossCov * at1 * at2 + sibVar * at2 * at2));
  }
  double net(double price) const { return price * perPrice; }
  // How much further outside the prices observed `logPrice` lies than today's price does.
  double outside(double logPrice) const;
};

struct ObjectiveWeights {
  double profit = 1, revenue = 0;
};

class GroupModel {
 public:
  explicit GroupModel(const PricingCase& c);
  std::size_t size() const { return m_listings.size(); }
  const GroupListing& at(std::size_t i) const { return m_listings[i]; }
  std::span<const GroupListing> listings() const { return m_listings; }
  double weight(std::size_t of, std::size_t from) const {
    return m_weights[of * size() + from];
  } // ∂x₂(of)/∂log p(from)
  ObjectiveWeights objective() const { return m_objective; }
  double labelCost() const { return m_labelCost; }
  const std::string& category() const { return m_category; }
  // What a unit of listing i at `price` brings to the objective.
  double worth(std::size_t i, double price) const {
    const GroupListing& l = m_listings[i];
    return l.earns ? m_objective.profit * (l.net(price) - l.cost) + m_objective.revenue * l.net(price) : 0;
  }

 private:
  std::vector<GroupListing> m_listings;
  std::vector<double> m_weights;
  ObjectiveWeights m_objective;
  double m_labelCost = 0;
  std::string m_category; // code; seeds what its listings' draws share
};

// Whether every number of an estimate is one; and whether the optimizer can stand on it.
bool isFinite(const DemandEstimate& e);
bool isUsable(const DemandEstimate& e);

} // namespace pricewright
