// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/Pooling.h"

namespace pricewright {

// How one listing differs from its SKU: its own-price deviation and its level, which moves from week to week.
struct ListingLevel {
  double deviation = 0, deviationVariance = 0; // of the regular elasticity from the SKU's, shrunk
  TermVector mean{};                           // its terms: the SKU's, its deviation, and what signs are believed
  TermMatrix covariance{};
  bool known = false;             // has sold, itself or its SKU in another zone, or leans on other SKUs
  bool own = false;               // has rows of its own
  double level = 0, variance = 0; // of log units at the reference point after the last row, without the terms' share
  double stepVariance = 0;        // added to the variance by each further week
  double noiseVariance = 0;       // of a week around the level
  double smearing = 1;
  TermVector exposure{}; // where, in the terms, the level was seen: its errors go along with theirs
  qint32 lastWeek = 0;
  int weeks = 0;
};
struct Levels {
  double tailScale = 1;               // widens or narrows the noise so that 95 % of one-step errors were inside
  std::vector<ListingLevel> listings; // as in the panel
};

// Zone deviations by DerSimonian & Laird (1986) with robust variances, their spread pooled over the category; then
// levels by the filter that the regression used (in its steady state simple exponential smoothing).
Result<Levels> followLevels(const Reading& in, const std::vector<SkuFit>& fits, const JobContext& job);

// Fills mean and covariance of a listing from its SKU's terms and its own deviation.
void settleTerms(const SkuFit& fit, ListingLevel& level);

// Step by step, for followLevels().
void zoneDeviations(const Reading& in, const std::vector<SkuFit>& fits, const PanelCategory& category,
                    std::vector<ListingLevel>& out);

} // namespace pricewright
