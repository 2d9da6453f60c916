// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/CrossBound.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace pricewright {
namespace {

constexpr double kFarthestLog = 60; // see CrossGroup

struct Span {
  double low = 0, high = 0;
};
Span spanOf(const std::vector<double>& values, double factor) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  return factor >= 0 ? Span{factor * *low, factor * *high} : Span{factor * *high, factor * *low};
}

// A sum over single choices that no plan exceeds.
struct Envelope {
  std::vector<double> values; // by choice, item after item
  double constant = 0;
};

class EnvelopeMaker {
 public:
  EnvelopeMaker(const PlanParts& parts, const std::vector<const CrossGroup*>& groups, const std::vector<int>& at)
      : m(parts), m_groups(groups), m_at(at) {
    for (std::size_t i = 0; i < m.items.size(); ++i)
      m_first.push_back(m_first.back() + m.item(i).prices.size());
  }
  const std::vector<std::size_t>& first() const { return m_first; }

  // Of Σ units × each(price, cost).
  Envelope of(const std::function<double(double price, double cost)>& each) const {
    Envelope out;
    out.values.assign(m_first.back(), 0.0);
    for (std::size_t i = 0; i < m.items.size(); ++i)
      add(i, each, out);
    return out;
  }

 private:
  void add(std::size_t i, const std::function<double(double, double)>& each, Envelope& out) const {
    const auto [g, k] = m.items[i];
    const PlanItem& item = m.item(i);
    const CrossGroup::Listing& l = m_groups[g]->listings()[k];
    std::vector<double> alone; // what each choice brings with siblings where they were
    double own = 0;
    for (const CrossGroup::Link& link : l.onUnits)
      own += link.listing == k ? link.elasticity : 0;
    for (std::size_t c = 0; c < item.prices.size(); ++c)
      alone.push_back(each(item.prices[c], l.cost) * l.units * std::exp(own * item.moves[c]));
    if (l.onUnits.size() == 1) {
      for (std::size_t c = 0; c < alone.size(); ++c)
        out.values[m_first[i] + c] += alone[c];
      return;
    }
    // s: the log of what siblings do; here: at `at`.
    Span s;
    double here = 0;
    for (const CrossGroup::Link& link : l.onUnits) {
      if (link.listing == k)
        continue;
      const auto& moves = m_groups[g]->items()[link.listing].moves;
      const Span part = spanOf(moves, link.elasticity);
      s.low += part.low, s.high += part.high;
      here += link.elasticity * moves[std::size_t(m_at[m.firstItem[g] + link.listing])];
    }
    const auto [low, high] = std::minmax_element(alone.begin(), alone.end());
    const Span alike = spanOf(item.moves, own);
    if (alike.low + s.low < -kFarthestLog || alike.high + s.high > kFarthestLog)
      out.constant = std::numeric_limits<double>::infinity(); // plans cut units off out there: no bound is claimed
    const double sLow = std::exp(s.low), sHigh = std::exp(s.high), now = alone[std::size_t(m_at[i])];
    // alone·S ≤ high·S + sLow·alone − high·sLow, and ≤ low·S + sHigh·alone − low·sHigh: the one that is nearer here.
    const bool first = (*high - now) * (std::exp(here) - sLow) <= (now - *low) * (sHigh - std::exp(here));
    const double ofS = first ? *high : *low, ofAlone = first ? sLow : sHigh;
    double slope = std::exp(here), offset = std::exp(here) * (1 - here); // the tangent: below e^s
    if (ofS >= 0) {
      slope = s.high > s.low ? (sHigh - sLow) / (s.high - s.low) : sLow; // the chord: above
      offset = sLow - slope * s.low;
    }
    out.constant += ofS * offset - ofS * ofAlone;
    for (std::size_t c = 0; c < alone.size(); ++c)
      out.values[m_first[i] + c] += ofAlone * alone[c];
    for (const CrossGroup::Link& link : l.onUnits) {
      if (link.listing == k)
        continue;
      const std::size_t other = m.firstItem[g] + link.listing;
      const auto& moves = m_groups[g]->items()[link.listing].moves;
      for (std::size_t c = 0; c < moves.size(); ++c)
        out.values[m_first[other] + c] += ofS * slope * link.elasticity * moves[c];
    }
  }

  const PlanParts& m;
  const std::vector<const CrossGroup*>& m_groups;
  const std::vector<int>& m_at;
  std::vector<std::size_t> m_first{0};
};

// What keeping the relations costs at the best multipliers found, taken off the choices' values.
class RelationPrices {
 public:
  RelationPrices(const PlanParts& parts, const std::vector<std::size_t>& first, std::vector<double>& values)
      : m(parts), m_first(first), m_values(values), m_price(parts.relations.size()), m_best(m_price) {}

  // Returns the constant that belongs to them; `target`: of a plan that keeps all relations, less other constants.
  double settle(double target) {
    double lowest = HUGE_VAL;
    std::vector<double> over(m_price.size());
    for (int round = 0; round < kRounds; ++round) {
      const double value = evaluate(over);
      if (value < lowest)
        lowest = value, m_best = m_price;
      double norm = 0;
      for (std::size_t r = 0; r < over.size(); ++r)
        norm += over[r] > 0 || m_price[r] > 0 ? over[r] * over[r] : 0;
      if (!(norm > 0) || value <= target)
        break;
      for (std::size_t r = 0; r < over.size(); ++r)
        m_price[r] = std::max(0.0, m_price[r] + kStep * (value - target) / norm * over[r]);
    }
    m_price = m_best;
    double constant = 0;
    charge(m_values);
    for (std::size_t r = 0; r < m_price.size(); ++r)
      constant += m_price[r] * m.relations[r].add;
    return constant;
  }

 private:
  static constexpr int kRounds = 80;
  static constexpr double kStep = 0.7;

  void charge(std::vector<double>& values) const {
    for (std::size_t r = 0; r < m_price.size(); ++r) {
      const PlanRelation& one = m.relations[r];
      if (m_price[r] == 0)
        continue;
      const auto take = [&](std::size_t item, double each) {
        const auto& prices = m.item(item).prices;
        for (std::size_t c = 0; c < prices.size(); ++c)
          values[m_first[item] + c] -= each * prices[c];
      };
      take(one.lower, m_price[r]), take(one.upper, -m_price[r] * one.factor);
    }
  }
  // The bound at the present multipliers, and by how much the choices behind it miss each relation.
  double evaluate(std::vector<double>& over) {
    m_charged = m_values;
    charge(m_charged);
    double sum = 0;
    m_chosen.clear();
    for (std::size_t i = 0; i < m.items.size(); ++i) {
      const auto begin = m_charged.begin() + std::ptrdiff_t(m_first[i]);
      const auto best = std::max_element(begin, m_charged.begin() + std::ptrdiff_t(m_first[i + 1]));
      sum += *best;
      m_chosen.push_back(m.item(i).prices[std::size_t(best - begin)]);
    }
    for (std::size_t r = 0; r < over.size(); ++r) {
      const PlanRelation& one = m.relations[r];
      over[r] = m_chosen[one.lower] - one.factor * m_chosen[one.upper] - one.add;
      sum += m_price[r] * one.add;
    }
    return sum;
  }

  const PlanParts& m;
  const std::vector<std::size_t>& m_first;
  std::vector<double>& m_values;
  std::vector<double> m_price, m_best, m_charged, m_chosen;
};

} // namespace

double crossBound(const PlanParts& parts, const std::vector<const CrossGroup*>& groups, const ScenarioGoal& goal,
                  const std::vector<int>& at, double objective, const JobContext& job) {
  const EnvelopeMaker maker(parts, groups, at);
  const Envelope worth = maker.of(
      [&](double price, double cost) { return goal.profit * (price - cost) + goal.revenue * price + goal.units; });
  CoupledProblem p;
  p.values = worth.values, p.first = maker.first(), p.mostChanges = goal.mostChanges;
  for (std::size_t i = 0; i < parts.items.size(); ++i) {
    const PlanItem& item = parts.item(i);
    p.stay.push_back(item.stays ? 0 : -1);
    for (std::size_t c = item.stays ? 1 : 0; c < item.prices.size(); ++c)
      p.values[p.first[i] + c] -= parts.groups[item.group]->labelCost();
  }
  double constant = worth.constant;
  if (!parts.relations.empty())
    constant += RelationPrices(parts, p.first, p.values).settle(objective - constant);
  const auto floor = [&](double least, const std::function<double(double, double)>& each) {
    Envelope e = maker.of(each);
    for (double& v : e.values)
      v = -v;
    p.couplings.push_back({std::move(e.values), {e.constant - least}, {}});
  };
  if (goal.leastRevenue)
    floor(*goal.leastRevenue, [](double price, double) { return price; });
  if (goal.leastProfit)
    floor(*goal.leastProfit, [](double price, double cost) { return price - cost; });
  if (goal.leastMargin)
    floor(0, [&](double price, double cost) { return price - cost - *goal.leastMargin * price; });
  const auto index = [&](PriceIndex which, double sign, double limit) {
    Coupling c;
    c.most = parts.indexRoom(which, sign, limit);
    for (std::size_t i = 0; i < parts.items.size(); ++i) {
      for (std::size_t k = 0; k < parts.item(i).moves.size(); ++k)
        c.use.push_back(sign * parts.indexUse(i, k, which));
      if (isByCategory(which))
        c.part.push_back(parts.partOf(i, which));
    }
    p.couplings.push_back(std::move(c));
  };
  for (const IndexLimit& limit : goal.indexLimits()) {
    if (limit.most)
      index(limit.index, 1, *limit.most);
    if (limit.least)
      index(limit.index, -1, *limit.least);
  }
  if (!std::isfinite(constant))
    return std::numeric_limits<double>::infinity();
  const auto solved = solveCoupled(p, job);
  return solved ? solved->bound + constant : std::numeric_limits<double>::infinity();
}

} // namespace pricewright
