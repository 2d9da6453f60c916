// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/PlanRelations.h"

#include <algorithm>
#include <cmath>

namespace pricewright {

PlanRelations::PlanRelations(const PlanParts& parts)
    : m(parts), m_of(parts.items.size()), m_alone(parts.items.size(), 1), m_fixed(parts.items.size()) {
  for (const PlanBound& b : m.bounds) {
    Range& range = m_fixed[b.item];
    range.low = std::max(range.low, b.low), range.high = std::min(range.high, b.high);
  }
  for (std::size_t r = 0; r < m.relations.size(); ++r) {
    const PlanRelation& one = m.relations[r];
    for (const std::size_t item : {one.lower, one.upper}) {
      m_of[item].push_back(r);
      if (m.items[one.lower].first != m.items[one.upper].first)
        m_alone[item] = 0;
    }
  }
}

std::vector<PlanRelations::Range> PlanRelations::ranges(const std::vector<int>& at, int turn) const {
  std::vector<Range> out = m_fixed;
  for (const PlanRelation& r : m.relations) {
    const double lower = priceOf(r.lower, at), most = r.factor * priceOf(r.upper, at) + r.add;
    const double bound = turn % kTurns == 0 ? most : turn % kTurns == 1 ? lower : (lower + most) / 2;
    out[r.lower].high = std::min(out[r.lower].high, bound);
    out[r.upper].low = std::max(out[r.upper].low, (bound - r.add) / r.factor);
  }
  return out;
}

PlanRelations::Range PlanRelations::range(std::size_t item, const std::vector<int>& at) const {
  Range out = m_fixed[item];
  for (const std::size_t k : m_of[item]) {
    const PlanRelation& r = m.relations[k];
    if (r.lower == item)
      out.high = std::min(out.high, r.factor * priceOf(r.upper, at) + r.add);
    if (r.upper == item)
      out.low = std::max(out.low, (priceOf(r.lower, at) - r.add) / r.factor);
  }
  return out;
}

std::vector<PlanRelations::Demand> PlanRelations::demands(std::size_t item, double price) const {
  std::vector<Demand> out;
  for (const std::size_t k : m_of[item]) {
    const PlanRelation& r = m.relations[k];
    if (r.lower == item)
      out.push_back({r.upper, {.low = (price - r.add) / r.factor}});
    if (r.upper == item)
      out.push_back({r.lower, {.high = r.factor * price + r.add}});
  }
  return out;
}

double PlanRelations::missed(const std::vector<int>& at) const {
  double sum = 0;
  for (const PlanRelation& r : m.relations) {
    const double lower = priceOf(r.lower, at), over = lower - (r.factor * priceOf(r.upper, at) + r.add);
    if (over > 1e-12 * lower)
      sum += over / lower;
  }
  for (const PlanBound& b : m.bounds)
    if (const double price = priceOf(b.item, at); !m_fixed[b.item].has(price))
      sum += m_fixed[b.item].missed(price);
  return sum;
}

} // namespace pricewright
