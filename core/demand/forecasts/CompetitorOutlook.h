// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/ElasticityModel.h"

namespace pricewright {

// What competitors may ask in weeks that are not known yet: some ways that each competitor price may go, as a mixture.
//
// A competitor's price is read week by week: its regular price, and dips of 5 % or more that end within four weeks.
// Each week a dip begins, goes on or ends, and a regular price stays or moves. How likely a dip begins depends on the
// weeks since the last one, how likely it ends on its age; both are told by all listings, drawn towards those of the
// category, and how often at all by the listings of the SKU. Depths and moves are those that the SKU has seen, else the
// category.
enum class CompetitorBasis {
  Forecast,      // paths are what may come
  NoPrices,      // none seen: no path
  FewWeeks,      // fewer than 13 weeks seen; from here on the last price is carried forward, as the only path
  NotSeenLately, // none in the four weeks before `from`
  NeverMoved     // the category's competitor prices moved less than three times
};
constexpr int kCompetitorBases = 5;

struct CompetitorPath {
  double probability = 0;
  std::vector<double> prices; // major units, week by week from `from`
};
struct CompetitorOutlook {
  CompetitorBasis basis = CompetitorBasis::NoPrices;
  std::vector<CompetitorPath> paths; // their probabilities sum to 1
  std::vector<double> promoted;      // by week: the probability of a dip
};
struct CompetitorWish {
  qint32 from = 0; // first day that is not known: no price from it on is read
  int weeks = 4;   // 1 … 104
  int paths = 12;  // 1 … 1000
};
// One for each series, in their order, from DemandSeries::competitor alone. Same input, same paths.
std::vector<CompetitorOutlook> competitorOutlooks(std::span<const DemandSeries> series, const CompetitorWish& wish);

} // namespace pricewright
