// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/ScenarioSteps.h"

#include "decision/PriceLimits.h"

#include <cmath>

namespace pricewright {

ScenarioGroupModel::ScenarioGroupModel(const ScenarioGroup& group, std::size_t number)
    : m_model(*group.content), m_rate(group.rate) {
  const PricingCase& c = *group.content;
  for (std::size_t i = 0; i < c.listings.size(); ++i) {
    const ListingCase& l = c.listings[i];
    const RuleOutcome rules = i < group.rules.size() ? group.rules[i] : RuleOutcome();
    // What a rule holds or sets is not the plan's to move.
    if (!m_model.at(i).earns || rules.hold || rules.targetMinor || !(m_rate > 0))
      continue;
    PlanItem item;
    item.group = number, item.listing = i, item.category = group.category;
    std::vector<qint64> minors{l.current.minor()};
    item.prices.push_back(l.current.toDouble()), item.moves.push_back(0);
    for (const qint64 rung : searchWindow(c, l, rules, usableCost(l)).rungs)
      if (rung != l.current.minor()) {
        minors.push_back(rung);
        item.prices.push_back(Money(rung, l.current.currency()).toDouble());
        item.moves.push_back(std::log(item.prices.back()) - m_model.at(i).logCurrent);
      }
    m_items.push_back(std::move(item));
    m_minors.push_back(std::move(minors));
  }
}

double ScenarioGroupModel::shiftOf(std::size_t listing, const std::vector<double>& moves) const {
  double shift = 0;
  for (std::size_t from = 0; from < moves.size(); ++from)
    if (moves[from] != 0)
      shift += m_model.weight(listing, from) * moves[from];
  return shift;
}

PlanSums ScenarioGroupModel::at(std::size_t i, double move, double shift) const {
  const GroupListing& l = m_model.at(i);
  if (!l.earns)
    return {};
  const double units = std::exp(l.logMeanUnits(l.x1 + move, l.x2 + shift)), net = l.net(l.current * std::exp(move));
  return {units, m_rate * net * units, m_rate * (net - l.cost) * units};
}

PlanSums ScenarioGroupModel::sums(const std::vector<double>& moves) const {
  PlanSums all;
  for (std::size_t i = 0; i < moves.size(); ++i)
    all.add(at(i, moves[i], shiftOf(i, moves)));
  return all;
}

void ScenarioGroupModel::choices(std::size_t k, const std::vector<double>& moves, std::vector<PlanSums>& out) const {
  const PlanItem& item = m_items[k];
  out.assign(item.moves.size(), {});
  const std::size_t i = item.listing;
  std::vector<double> shift(moves.size());
  PlanSums before;
  for (std::size_t j = 0; j < moves.size(); ++j) {
    shift[j] = shiftOf(j, moves);
    if (j == i || m_model.weight(j, i) != 0)
      before.add(at(j, moves[j], shift[j]));
  }
  for (std::size_t c = 0; c < item.moves.size(); ++c) {
    const double by = item.moves[c] - moves[i];
    if (by == 0)
      continue;
    PlanSums then = at(i, item.moves[c], shift[i]);
    for (std::size_t j = 0; j < moves.size(); ++j)
      if (const double weight = m_model.weight(j, i); j != i && weight != 0)
        then.add(at(j, moves[j], shift[j] + weight * by));
    out[c] = then.less(before);
  }
}

double ScenarioGroupModel::caution(std::size_t k, std::size_t choice) const {
  const PlanItem& item = m_items[k];
  const GroupListing& l = m_model.at(item.listing);
  const double move = item.moves[choice];
  const double units = std::exp(l.logMeanUnits(l.x1 + move, l.x2));
  return m_rate * std::abs((l.net(l.current * std::exp(move)) - l.cost) * units * move) *
         std::sqrt(l.ownVar + l.extraSd * l.extraSd);
}

} // namespace pricewright
