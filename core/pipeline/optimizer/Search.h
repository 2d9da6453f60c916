// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/GroupModel.h"

namespace pricewright {

// Coordinate ascent over the listings of a group, from today's prices, in the case's order, by the expected objective
// in closed form. Deterministic; at most kMostSweeps rounds.
inline constexpr int kMostSweeps = 4;

struct SearchListing {
  std::vector<qint64> rungs;    // minor units, ascending; empty: stays
  std::vector<double> prices;   // the same in major units
  std::vector<double> logMoves; // log(price / today's price)
  qint64 current = 0;
  bool mustMove = false;       // today's price is outside its limits: staying is not among the choices
  bool stays = false;          // its curve is drawn, its price is not searched
  std::optional<qint64> fixed; // set by a rule: moved there before the search, and not searched
  double fixedPrice = 0;
};

// `curve` at today's prices of the siblings; `chosen` together with the others' choices.
struct SearchResult {
  std::vector<qint64> chosen;                                // one per listing; today's price where it stays
  std::vector<std::vector<QPair<qint64, double>>> objective; // expected change of the objective at each rung, alone
  std::vector<std::vector<QPair<qint64, double>>> profit; // expected change of the group's profit at each rung, alone
};
SearchResult searchGroup(const GroupModel& model, std::span<const SearchListing> listings);
// One listing's `profit` of the above, without a search; the same bits.
std::vector<QPair<qint64, double>> profitCurve(const GroupModel& model, std::size_t j, const SearchListing& listing);

} // namespace pricewright
