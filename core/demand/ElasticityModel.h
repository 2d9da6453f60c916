// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Result.h"
#include "catalog/Sales.h"
#include "decision/Demand.h"
#include "demand/ModelParameters.h"

#include <QJsonObject>

#include <limits>

namespace pricewright {

// One listing's history and place among its siblings.
struct DemandSeries {
  int listingNo = 0;
  int skuNo = 0;
  int categoryNo = 0;
  int zoneNo = 0;
  double currentRegular = 0; // p₀ in major units; the reference price. 0: the last regular one observed
  std::span<const SalePoint> points;
  std::span<const std::pair<int, double>>
      competitor;     // (day, competitor reference in major units), independent sources only
  double content = 1; // of one pack, in the unit of its category; 1 where they differ
};
struct DemandOptions {
  int forWeekStarting = 0;                        // day number of the week to be priced
  int planFrom = std::numeric_limits<int>::max(); // from this day on a point's prices are a plan: its units say nothing
  int holdOutWeeks = 8;                           // for the registry's metrics; 0 = none
  std::vector<qint32> onlyOrigins;                // hold-outs that begin on these days alone; empty: all that there are
  EstimatorParameters parameters;                 // of the version that is asked
  bool afterEffects = false;                      // also what promotions and price changes do to the weeks after
  unsigned threads = 0;                           // 0 = as many as the machine has; never changes the result
};
inline constexpr std::array<double, 5> kForecastLevels{0.025, 0.1, 0.5, 0.9, 0.975};
// Over all origins together, and the standard errors of each figure over the origins (0: fewer than two).
struct HoldOutMetrics {
  int weeks = 0;   // forecast at each origin
  int origins = 0; // up to four, one after the other, where history is long enough
  qint64 rows = 0;
  double wapeMean = 0, wapeMedian = 0, bias = 0, coverage80 = 0, coverage95 = 0;
  double wapeMeanError = 0, wapeMedianError = 0, biasError = 0, coverage80Error = 0, coverage95Error = 0;
  std::array<double, 5> below{}; // share of rows sold below kForecastLevels of the forecast: what a calibration plots
};
// What prices and promotions do to the weeks after them; see AfterEffects.h.
struct AfterEffect {
  double mean = 0, sd = 0; // sd 0: nothing to read it from
  bool isShown() const { return sd > 0 && (mean > 2 * sd || mean < -2 * sd); }
};
struct CategoryAfterEffects {
  int categoryNo = 0;                                         // 0: all together
  qint64 promotedWeeks = 0, weeksAfter = 0, priceChanges = 0; // that were read
  std::array<AfterEffect, 2> dip; // log units one and two weeks after, for each log unit that a promotion lifted
  AfterEffect payback;            // share of a typical promotion's extra units that those weeks sell less
  AfterEffect loss, gain;         // extra reaction to a log price above and below the one that buyers remember
  AfterEffect lossLessGain;       // negative: losses weigh more
};
struct DemandModel {
  QString trainingSha256; // over the series and options
  qint64 rowsUsed = 0;    // periods that the fit read
  qint64 rowsSkipped = 0; // left out: no usable price or units, no stock, given twice, in the future
  double levelRate = 0;   // smoothing rate of the moving level, chosen by the pooled one-step error
  HoldOutMetrics holdOut;
  struct OriginAccuracy {
    qint32 from = 0; // first day forecast
    HoldOutMetrics metrics;
    double revenueSold = 0, revenueForecast = 0; // at the prices charged, by the mean forecast; all currencies as one
  };
  std::vector<OriginAccuracy> origins;                  // oldest first; the newest ends with history
  std::vector<std::pair<int, HoldOutMetrics>> accuracy; // by category number, over all origins
  std::vector<DemandEstimate> estimates;                // one per series, same order
  struct CategoryPrior {
    int categoryNo;
    std::array<double, kTerms> mean;
    std::array<double, kTerms> sd;
    std::array<double, kTerms> standardError;
    int skus;
  };
  std::vector<CategoryPrior> categories;
  std::vector<CategoryAfterEffects> afterEffects; // where asked for; all together first
  QJsonObject metrics() const;
};

// Log demand with partial pooling: SKU (all its zones, errors clustered by week) → category → all, then zone
// deviations. Same input, same bits, at any thread count. Cancelled: error job.cancelled.
Result<DemandModel> fitDemand(std::span<const DemandSeries> series, const DemandOptions& options,
                              const JobContext& job);

// The inputs of one listing at one moment for prediction.
struct DemandPoint {
  double price = 0, regular = 0, siblingIndexLog = 0, competitorLog = 0, deal = 0, feature = 0;
};
struct Forecast {
  double mean = 0, median = 0, low80 = 0, high80 = 0, low95 = 0, high95 = 0;
};
Forecast forecast(const DemandEstimate& e, const DemandPoint& at);

} // namespace pricewright
