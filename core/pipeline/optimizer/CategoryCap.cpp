// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/CategoryCap.h"

#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

constexpr double kRoundOff = 1e-12;

// Weights of the index: shares of revenue, scaled to one; equal where nothing is known of them.
std::vector<double> indexWeights(const PricingCase& c) {
  std::vector<double> weights;
  for (const ListingCase& l : c.listings)
    weights.push_back(std::clamp(l.demand.siblingShare, 0.0, 1.0));
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& w : weights)
    w = sum > 0 ? w / sum : 1.0 / static_cast<double>(weights.size());
  return weights;
}

double logMoveOf(const SearchListing& s, qint64 minor) {
  return minor == s.current ? 0 : std::log(static_cast<double>(minor) / static_cast<double>(s.current));
}

// A rung on a listing's way from today's price to the chosen one: index that it takes, and gain alone.
struct Point {
  qint64 rung;
  double index, gain;
};
// From one point of the way to a further one.
struct Stretch {
  std::size_t listing;
  Point to;
  double index, gain;
};

double gainAt(const std::vector<QPair<qint64, double>>& curve, qint64 minor) {
  for (const auto& [rung, gain] : curve)
    if (rung == minor)
      return gain;
  return 0;
}

// The way to the chosen rung, today's price first, nearest first.
std::vector<Point> wayTo(const SearchListing& s, const std::vector<QPair<qint64, double>>& curve, qint64 chosen,
                         double weight, double labelCost) {
  std::vector<Point> way;
  for (std::size_t k = 0; k < s.rungs.size(); ++k)
    if (chosen > s.current ? s.rungs[k] > s.current && s.rungs[k] <= chosen
                           : s.rungs[k] < s.current && s.rungs[k] >= chosen)
      way.push_back({s.rungs[k], weight * std::abs(s.logMoves[k]), gainAt(curve, s.rungs[k]) - labelCost});
  if (chosen < s.current)
    std::reverse(way.begin(), way.end());
  way.insert(way.begin(), {s.current, 0, 0});
  return way;
}

// The upper hull of the way, in stretches of falling gain per index; what gains nothing is left off.
void addStretches(std::size_t listing, const std::vector<Point>& way, std::vector<Stretch>& out) {
  for (std::size_t from = 0; from + 1 < way.size();) {
    const auto steeper = [&](std::size_t a, std::size_t b) { // more gain per index from here
      return (way[a].gain - way[from].gain) * (way[b].index - way[from].index) >
             (way[b].gain - way[from].gain) * (way[a].index - way[from].index);
    };
    std::size_t best = from + 1;
    for (std::size_t k = from + 2; k < way.size(); ++k)
      if (!steeper(best, k))
        best = k;
    if (way[best].gain <= way[from].gain)
      return;
    out.push_back({listing, way[best], way[best].index - way[from].index, way[best].gain - way[from].gain});
    from = best;
  }
}

// Where a whole stretch found no room: the best rung of the way that does.
void fill(const std::vector<Point>& way, double room, Point& reached) {
  const double most = reached.index + room;
  for (const Point& p : way)
    if (p.index > reached.index && p.index <= most + kRoundOff && p.gain > reached.gain)
      reached = p;
}

// Spends `room` of the index on one side's movers; returns the rung that each reached.
std::vector<Point> spend(const std::vector<std::vector<Point>>& ways, double room) {
  std::vector<Stretch> stretches;
  std::vector<Point> reached;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    addStretches(i, ways[i], stretches);
    reached.push_back(ways[i].front());
  }
  std::stable_sort(stretches.begin(), stretches.end(),
                   [](const Stretch& a, const Stretch& b) { return a.gain * b.index > b.gain * a.index; });
  std::vector<bool> stuck(ways.size());
  for (const Stretch& s : stretches) {
    if (stuck[s.listing])
      continue;
    const double before = reached[s.listing].index;
    if (s.index <= room + kRoundOff)
      reached[s.listing] = s.to;
    else
      stuck[s.listing] = true, fill(ways[s.listing], room, reached[s.listing]);
    room -= reached[s.listing].index - before;
  }
  return reached;
}

// The index as it would move, and which listings may be held back.
class Index {
 public:
  Index(const PricingCase& c, std::span<const SearchListing> listings, double labelCost, double mostMove)
      : m_listings(listings), m_weights(indexWeights(c)), m_labelCost(labelCost), m_mostMove(mostMove) {}

  // Holds back the side that goes too far; whether it changed anything. What one side loses may leave the other too
  // far.
  bool cut(SearchResult& found, std::vector<bool>& waits) const {
    double moved = 0;
    for (std::size_t i = 0; i < m_listings.size(); ++i)
      moved += moveOf(i, found);
    if (std::abs(moved) <= m_mostMove + kRoundOff)
      return false;
    const double side = moved > 0 ? 1 : -1;
    std::vector<std::size_t> limited;
    std::vector<std::vector<Point>> ways;
    for (std::size_t i = 0; i < m_listings.size(); ++i) {
      const SearchListing& s = m_listings[i];
      if (s.mustMove || s.fixed || s.stays || side * moveOf(i, found) <= 0)
        continue;
      moved -= moveOf(i, found);
      limited.push_back(i);
      ways.push_back(wayTo(s, found.objective[i], found.chosen[i], m_weights[i], m_labelCost));
    }
    const std::vector<Point> reached = spend(ways, std::max(0.0, m_mostMove - side * moved));
    bool changed = false;
    for (std::size_t k = 0; k < limited.size(); ++k) {
      const std::size_t i = limited[k];
      changed |= found.chosen[i] != reached[k].rung;
      found.chosen[i] = reached[k].rung;
      waits[i] = reached[k].rung == m_listings[i].current;
    }
    return changed;
  }

 private:
  double moveOf(std::size_t i, const SearchResult& found) const {
    return m_weights[i] * logMoveOf(m_listings[i], found.chosen[i]);
  }

  std::span<const SearchListing> m_listings;
  std::vector<double> m_weights;
  double m_labelCost, m_mostMove;
};

} // namespace

void capCategoryMove(const PricingCase& c, std::span<const SearchListing> listings, double labelCost, double mostMove,
                     SearchResult& found, std::vector<bool>& waits) {
  waits.assign(listings.size(), false);
  const Index index(c, listings, labelCost, mostMove);
  while (index.cut(found, waits)) { // every round holds something back: it ends
  }
}

} // namespace pricewright
