// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/CategoryCap.h"

#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

constexpr double kRoundOff = 1e-12;

struct Move {
  std::size_t listing;
  double gain;   // alone, at the rung chosen
  double weight; // share in the index
};

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
  const auto rung = std::lower_bound(s.rungs.begin(), s.rungs.end(), minor);
  return rung != s.rungs.end() && *rung == minor ? s.logMoves[static_cast<std::size_t>(rung - s.rungs.begin())] : 0;
}

double gainAt(const std::vector<QPair<qint64, double>>& curve, qint64 minor) {
  for (const auto& [rung, gain] : curve)
    if (rung == minor)
      return gain;
  return 0;
}

// The chosen rung where the index has room for it, else the best one on the way there; today's price where there is
// none.
qint64 longestThatFits(const SearchListing& s, const std::vector<QPair<qint64, double>>& curve, qint64 chosen,
                       double weight, double moved, double mostMove) {
  if (std::abs(moved + weight * logMoveOf(s, chosen)) <= mostMove + kRoundOff)
    return chosen; // the group's own optimum
  qint64 best = s.current;
  double bestGain = 0;
  for (std::size_t k = 0; k < s.rungs.size(); ++k) {
    const bool onTheWay = chosen > s.current ? s.rungs[k] > s.current && s.rungs[k] <= chosen
                                             : s.rungs[k] < s.current && s.rungs[k] >= chosen;
    if (!onTheWay || std::abs(moved + weight * s.logMoves[k]) > mostMove + kRoundOff)
      continue;
    if (const double gain = gainAt(curve, s.rungs[k]); gain > bestGain) {
      best = s.rungs[k];
      bestGain = gain;
    }
  }
  return best;
}

} // namespace

void capCategoryMove(const PricingCase& c, std::span<const SearchListing> listings, double mostMove,
                     SearchResult& found, std::vector<bool>& waits) {
  waits.assign(listings.size(), false);
  const std::vector<double> weights = indexWeights(c);
  double moved = 0;
  std::vector<Move> moves;
  for (std::size_t i = 0; i < listings.size(); ++i) {
    if (found.chosen[i] == listings[i].current)
      continue;
    const double index = weights[i] * logMoveOf(listings[i], found.chosen[i]);
    if (listings[i].mustMove || listings[i].fixed || listings[i].stays)
      moved += index;
    else
      moves.push_back({i, gainAt(found.objective[i], found.chosen[i]), std::abs(index)});
  }
  std::stable_sort(moves.begin(), moves.end(),
                   [](const Move& a, const Move& b) { return a.gain * b.weight > b.gain * a.weight; });
  for (const Move& move : moves) {
    const std::size_t i = move.listing;
    const qint64 fits = longestThatFits(listings[i], found.objective[i], found.chosen[i], weights[i], moved, mostMove);
    waits[i] = fits == listings[i].current;
    found.chosen[i] = fits;
    moved += weights[i] * logMoveOf(listings[i], fits);
  }
}

} // namespace pricewright
