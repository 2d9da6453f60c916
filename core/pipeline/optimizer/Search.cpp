// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/Search.h"

#include <cmath>

namespace pricewright {
namespace {

// How a sibling's expected units react to a move δ of one listing's log price: times exp(bδ + cδ²).
struct Reaction {
  std::size_t of = 0;
  double units = 0, b = 0, c = 0;
};

class Ascent {
 public:
  Ascent(const GroupModel& model, std::span<const SearchListing> listings) : m_model(model), m_listings(listings) {
    for (const GroupListing& l : model.listings()) {
      m_state.push_back({l.current, 0, l.x2, 0});
      m_state.back().units = l.earns ? std::exp(l.logMeanUnits(l.x1, l.x2)) : 0;
    }
  }

  std::vector<QPair<qint64, double>> profitCurve(std::size_t j, const SearchListing& l) {
    return curve(j, l, [&](std::size_t i, double price) {
      return m_model.at(i).earns ? m_model.at(i).net(price) - m_model.at(i).cost : 0;
    });
  }

  SearchResult run() {
    SearchResult out;
    drawCurves(out);
    for (std::size_t j = 0; j < m_listings.size(); ++j) {
      out.chosen.push_back(m_listings[j].fixed.value_or(m_listings[j].current));
      if (m_listings[j].fixed)
        move(j, m_listings[j].fixedPrice);
    }
    for (int sweep = 0; sweep < kMostSweeps; ++sweep)
      if (!improveAll(out.chosen))
        break;
    return out;
  }

 private:
  struct State {
    double price, logMove, x2, units;
  };

  // Worth of everything that moving listing j changes, at log move δ from today and price p.
  template <class Worth> double value(std::size_t j, double logMove, double price, const Worth& worth) const {
    const GroupListing& l = m_model.at(j);
    double total = worth(j, price) * (l.earns ? std::exp(l.logMeanUnits(l.x1 + logMove, m_state[j].x2)) : 0);
    const double delta = logMove - m_state[j].logMove;
    for (const Reaction& r : m_reactions)
      total += worth(r.of, m_state[r.of].price) * r.units * std::exp(delta * (r.b + r.c * delta));
    return total;
  }

  void react(std::size_t j) {
    m_reactions.clear();
    for (std::size_t i = 0; i < m_model.size(); ++i) {
      const double w = m_model.weight(i, j);
      const GroupListing& l = m_model.at(i);
      if (i == j || w == 0 || !l.earns)
        continue;
      const double x1 = l.x1 + m_state[i].logMove;
      m_reactions.push_back(
          {i, m_state[i].units, w * (l.sibling + l.crossCov * x1 + l.sibVar * m_state[i].x2), 0.5 * w * w * l.sibVar});
    }
  }

  void drawCurves(SearchResult& out) {
    const auto objective = [&](std::size_t i, double price) { return m_model.worth(i, price); };
    const bool same = m_model.objective().revenue == 0 && m_model.objective().profit == 1;
    for (std::size_t j = 0; j < m_listings.size(); ++j) {
      out.objective.push_back(curve(j, m_listings[j], objective));
      out.profit.push_back(same ? out.objective.back() : profitCurve(j, m_listings[j]));
    }
  }

  // What each rung changes in the whole group, alone.
  template <class Worth>
  std::vector<QPair<qint64, double>> curve(std::size_t j, const SearchListing& l, const Worth& worth) {
    std::vector<QPair<qint64, double>> out;
    if (!m_model.at(j).earns)
      return out;
    react(j);
    const double stay = value(j, 0, m_state[j].price, worth);
    for (std::size_t k = 0; k < l.rungs.size(); ++k)
      out.emplace_back(l.rungs[k], value(j, l.logMoves[k], l.prices[k], worth) - stay);
    return out;
  }

  // The best rung for j as the others stand; staying wins ties and saves the label.
  bool improve(std::size_t j, qint64& chosen) {
    const SearchListing& l = m_listings[j];
    if (l.fixed || l.stays || l.rungs.empty() || !m_model.at(j).earns)
      return false;
    react(j);
    const auto worth = [&](std::size_t i, double price) { return m_model.worth(i, price); };
    qint64 best = l.mustMove ? l.rungs.front() : l.current;
    double bestPrice = l.mustMove ? l.prices.front() : m_model.at(j).current;
    double bestValue = l.mustMove ? value(j, l.logMoves.front(), bestPrice, worth)
                                  : value(j, 0, bestPrice, worth) + m_model.labelCost();
    for (std::size_t k = 0; k < l.rungs.size(); ++k) {
      if (l.rungs[k] == l.current)
        continue;
      const double v = value(j, l.logMoves[k], l.prices[k], worth);
      if (v > bestValue)
        best = l.rungs[k], bestPrice = l.prices[k], bestValue = v;
    }
    if (best == chosen)
      return false;
    chosen = best;
    move(j, bestPrice);
    return true;
  }

  bool improveAll(std::vector<qint64>& chosen) {
    bool any = false;
    for (std::size_t j = 0; j < m_listings.size(); ++j)
      any |= improve(j, chosen[j]);
    return any;
  }

  void move(std::size_t j, double price) {
    const double logMove = std::log(price / m_model.at(j).current), delta = logMove - m_state[j].logMove;
    m_state[j].price = price, m_state[j].logMove = logMove;
    for (std::size_t i = 0; i < m_model.size(); ++i) {
      const GroupListing& l = m_model.at(i);
      if (i != j)
        m_state[i].x2 += m_model.weight(i, j) * delta;
      if ((i == j || m_model.weight(i, j) != 0) && l.earns)
        m_state[i].units = std::exp(l.logMeanUnits(l.x1 + m_state[i].logMove, m_state[i].x2));
    }
  }

  const GroupModel& m_model;
  std::span<const SearchListing> m_listings;
  std::vector<State> m_state;
  std::vector<Reaction> m_reactions;
};

} // namespace

SearchResult searchGroup(const GroupModel& model, std::span<const SearchListing> listings) {
  return Ascent(model, listings).run();
}

std::vector<QPair<qint64, double>> profitCurve(const GroupModel& model, std::size_t j, const SearchListing& listing) {
  return Ascent(model, {}).profitCurve(j, listing);
}

} // namespace pricewright
