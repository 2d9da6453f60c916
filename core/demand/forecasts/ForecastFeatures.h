// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/DemandPanel.h"

namespace pricewright {

// What a forecast of one listing's week may lean on besides its own elasticities: all of it is known before the week
// once prices and promotions are. Logs of prices; "siblings" are the other listings of its category in its zone.
enum ForecastFeature : int {
  kUnitPrice,        // log of the price per content
  kRelativePrice,    // against the listing's own mean
  kDiscount,         // against its regular price, ≤ 0
  kOnDeal,           // share of the week
  kFeatured,         // share of the week
  kAgainstCheapest,  // price per content against the cheapest sibling's
  kAgainstSiblings,  // against the siblings' mean price per content
  kCheaperSiblings,  // share of siblings with a lower price per content
  kSiblingIndex,     // their relative prices, weighted by revenue
  kSiblingsFeatured, // their share on feature, weighted by revenue
  kSiblingsOnDeal,   // likewise
  kCheapestRelative, // the deepest relative price among siblings
  kRivalPrice,       // relative price of the sibling with the most revenue
  kRivalFeatured,    //
  kSecondRivalPrice, // of the one with the second most
  kSecondRivalFeatured,
  kCompetitorIndex, // as the regression's term
  kDiscountBefore,  // a week before
  kFeaturedBefore,  // a week before
  kDealBefore,      // a week before
  kListingLevel,    // mean log units of the weeks learnt from
  kZoneLevel,       // of all listings of the zone
  kSkuLevel,        // of the SKU, all zones
  kOwnElasticity,   // of the SKU
  // Of the SKU's zones together in that week: what a chain does, all its stores do.
  kChainPrice,          // mean of the relative prices
  kChainFeatured,       // share on feature
  kChainAgainstLowest,  // its price against the lowest of the four weeks before
  kChainFeaturedBefore, // Σ of the shares on feature of the four weeks before
  kWeeksSinceFeature,   // at most twelve
  kWeeksAtThisPrice,    // at most eight
  kForecastFeatures
};

// Rows of the panel, in its order, as features; NaN where something is not known. Levels and means are taken from rows
// before `origin` only.
struct FeatureRows {
  std::vector<float> x;     // row after row, kForecastFeatures each
  std::vector<float> level; // by listing: what a row's target is measured from
  // By listing: the standard deviation by which others' levels, borrowed where it has few weeks of its own, miss.
  std::vector<float> levelDoubt;
  std::span<const float> row(std::size_t r) const {
    return std::span(x).subspan(r * std::size_t(kForecastFeatures), std::size_t(kForecastFeatures));
  }
};
// `content`: of one pack of each listing, in the same unit within a category; 1 where that is not so.
FeatureRows featureRows(const DemandPanel& panel, std::span<const double> content, qint32 origin, unsigned threads);

} // namespace pricewright
