// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/ElasticityModel.h"

namespace pricewright {

// The plain regression that every analyst knows, to hold the model against: log units on log price paid, deal and
// feature, a level for each listing, ordinary least squares with classic standard errors. It takes shocks of a week for
// as many observations as there are zones, and drift of demand along with a price for the price's effect: where it
// parts from fitDemand() that is mostly why. Only weeks with sales count; a regressor that never moves is left out.
enum class YardstickSpec {
  LogLog,      // own price
  LogLogOthers // and the prices of all others of the category in the zone that week; weeks without one are left out
};
std::optional<YardstickSpec> yardstickFrom(QStringView name); // "loglog-fe", "loglog-fe-others"

struct YardstickRow {
  int skuNo = 0; // 0: all listings together, each with its own level
  double elasticity = 0, standardError = 0;
  double deal = 0, feature = 0; // 0 where they never moved
  qint64 rows = 0;
  int listings = 0;
  QString why; // code, where there is none: few-rows, price-never-moves, collinear
};
// One row a SKU in ascending order of their numbers, then the one for all (LogLog only). Same input, same bits.
std::vector<YardstickRow> fitYardstick(std::span<const DemandSeries> series, YardstickSpec spec);

} // namespace pricewright
