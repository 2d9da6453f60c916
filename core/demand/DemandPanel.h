// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/ElasticityModel.h"

#include <limits>

namespace pricewright {

inline constexpr double kHalfAUnit = 0.5;                              // added before logs are taken
inline constexpr qint32 kAllRows = std::numeric_limits<qint32>::max(); // as `before`: nothing held out

// One usable week of one listing, as the regression reads it. Single precision keeps a million of them small.
struct DemandRow {
  std::array<float, kTerms> x{}; // by Term; zero at the reference point
  float logUnits = 0;            // of a full week in stock and half a unit more
  float units = 0;               // the same, not in logs
  float weight = 1;              // share of the period that was in stock, times what its price lets expect
  float exposure = 1;            // weeks in stock: units × exposure is what was counted
  qint32 day = 0;
  qint32 week = 0; // day / 7, counted from the panel's first week
};

// One listing's rows and what stands beside them. Rows [begin, end) of the panel, in time order.
struct PanelListing {
  std::size_t begin = 0, end = 0;
  int group = 0; // category × zone: its siblings
  int sku = 0;   // index into DemandPanel::skus
  double reference = 0;
  double lastRegular = 0;
  double lowestSeen = 0, highestSeen = 0;
  int distinctPrices = 0;
  double zeroShare = 0; // of its weeks, those without a sale
  double precision = 1; // 1 / variance of log units that its sales volume alone lets expect
  double share = 0;     // of the group's revenue
  double revenue = 0;
  bool hasCompetitor = false;
  bool changedScale = false; // units stand at more than twenty times what they were, or less, at about the same price
};
struct PanelSku {
  int category = 0;          // index into DemandPanel::categories
  std::vector<int> listings; // indexes, in the order of the input
};
// How a category's products draw on each other, told by what moves their own sales.
//   Promotions count as the price that would sell as much: a sibling on a deal draws from a product as one would that
//   asked exp(deal) times its regular price. (In a choice model a rival's utility is all that matters of it, and its
//   own sales show it.) With prices alone the draw of a sibling's advertisement counts as one of its price, and raising
//   a whole category looks almost free.
//   Large moves draw more than in proportion: e^u − 1, not u. So prices are averaged as a choice model's inclusive
//   value averages them, −log Σ share · exp(−steepness · log price) / steepness (McFadden 1978; with log prices a
//   constant-elasticity price index), which small moves leave the weighted mean that plans use.
struct SiblingPull {
  double discount = 1;          // log of the regular price for each log unit of discount
  double deal = 0, feature = 0; // likewise, for a whole week; ≤ 0
  double steepness = 1;         // of own sales in log price, > 0
};
struct PanelCategory {
  int categoryNo = 0; // 0 or less: none; such a SKU stands alone below "all"
  std::vector<int> skus;
  SiblingPull pull;
};

// The series made ready: cleaned, regular price told from promotion, regressors filled in. Listings as in the input.
struct DemandPanel {
  std::vector<DemandRow> rows;
  std::vector<PanelListing> listings;
  std::vector<PanelSku> skus;
  std::vector<PanelCategory> categories;
  std::vector<std::vector<int>> groups;
  int weeks = 0;                 // length of the panel's calendar
  qint32 firstWeek = 0;          // day / 7 of its first week
  qint32 lastDay = 0;            // first day of its last period
  qint32 forWeek = 0;            // day number of the week to be priced
  qint32 historyDays = 30 * 366; // no older period is used
  double levelRate = -1;         // of EstimatorParameters
  qint32 holdOutFrom = kAllRows; // rows from this day on are held out of the first fit
  bool seasonal = false;         // long enough for an annual harmonic
  qint64 used = 0, skipped = 0;
  QString sha256; // over the exact input
};

// Shares of revenue are taken from before the newest hold-out, so that it stays unseen. `samePast`: of the same series
// with other plans; how siblings draw is taken from it.
Result<DemandPanel> buildPanel(std::span<const DemandSeries> series, const DemandOptions& options,
                               const JobContext& job, const DemandPanel* samePast = nullptr);

// Units of a full week in stock.
double fullWeekUnits(const SalePoint& point);

// The running regular price of each period (parallel to `prices`, all > 0), where the source tells none: the last price
// outside promotions; a dip of 5 % or more that ends within four weeks is a discount even when no flag says so.
std::vector<double> runningRegular(std::span<const qint32> days, std::span<const double> prices,
                                   std::span<const char> promoted);
// Different price levels among regular prices: those within 1 % are one; each must be seen twice.
int countDistinctPrices(std::vector<double> prices);
// Whether all weeks before some week and all after it lie apart by more than a price could explain: another unit of
// count, another product under the same code. Told by means in logs, where both sides have weeks enough.
bool scaleChanged(std::span<const DemandRow> rows);

// sin and cos of the annual cycle in the week that begins on `day`.
std::pair<double, double> seasonOf(qint32 day);

} // namespace pricewright
