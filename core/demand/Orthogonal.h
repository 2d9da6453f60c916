// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/ElasticityModel.h"

namespace pricewright {

// How units answer the price charged, as a power: all of it, discounts included.
struct PriceAnswer {
  double elasticity = 0, standardError = 0; // robust to shocks that all rows of a week share; 0: cannot be told
  bool isKnown() const { return standardError > 0; }
};
// One category's answer read three ways, from the simplest to the most careful. Where they part, whatever moved prices
// together with units (dear products that sell little, promotions at the right time, season) speaks in the simple ones.
struct OrthogonalFit {
  int categoryNo = 0;             // 0: all together
  qint64 rows = 0;                // that were read; a sample where there are more than may be
  PriceAnswer naive;              // one line through all rows: log units on log price
  PriceAnswer within;             // the same with a level for each listing
  PriceAnswer orthogonal;         // residual on residual, see below
  QString why;                    // code, where nothing can be told: few-rows, price-never-moves, collinear
  bool parts() const;             // naive and orthogonal differ by more than chance, and by more than a fifth
  bool isBetweenProducts() const; // and it is the comparison of products with each other that misleads
};
inline constexpr qint64 kMostOrthogonalRows = 40'000; // in a category, less where there are many; and of all together

// Partialling out with cross-fitting (Robinson 1988; Chernozhukov et al. 2018, "Double/debiased machine learning",
// eq. 4.4): from log units and from log price each is taken what boosted trees, which have not seen the week, tell of
// them from everything that was known beside the price: the listing's level, siblings' and competitors' prices, deal,
// feature, season, time, units and prices of the weeks before. What is left of units on what is left of price is the
// elasticity; its standard error sums the scores by week. By category, in the order of their numbers, then all
// together (categoryNo 0). Same input, same bits. Error job.cancelled.
Result<std::vector<OrthogonalFit>> fitOrthogonal(std::span<const DemandSeries> series, const DemandOptions& options,
                                                 const JobContext& job);

} // namespace pricewright
