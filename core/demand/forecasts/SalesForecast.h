// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/ElasticityModel.h"

namespace pricewright {

struct SalesForecastOptions {
  qint32 from = 0; // the first day that is not known; points from it on are a plan: prices without units
  ForecasterParameters parameters;
  unsigned threads = 0;  // never changes the result
  bool calibrate = true; // intervals and mean from earlier origins; false: medians alone, four times as fast
  // Other plans of the same weeks, for the same series in the same order. A week's forecast is then the mixture of all
  // plans: what will be sold where promotions are not known yet. Each is as likely as any, but those that feature a
  // product count together as much as its cycle of features says; see featureChances().
  std::span<const std::vector<DemandSeries>> alternatives;
};
struct SalesForecastRow {
  int series = 0; // as in the input
  qint32 day = 0;
  Forecast forecast;           // units of a full week; all zeros: nothing can be said (see Forecast)
  double trees = 0, terms = 0; // log units by each of the two models alone
};
// How far earlier forecasts were off, for the intervals and the mean of these.
struct ForecastCalibration {
  int origins = 0; // 0: from weeks left out of the learning instead, and widened
  qint64 rows = 0;
  struct Errors { // of log units: quantiles, and units sold per unit of a forecast whose logs are right on the whole
    double low95 = -1.3, low80 = -0.85, high80 = 0.85, high95 = 1.3, lift = 1.15;
  };
  Errors ordinary, promoted; // weeks without and with deal, feature or discount
};
struct SalesForecasts {
  std::vector<SalesForecastRow> rows; // series after series, in time order
  ForecastCalibration calibration;
  std::vector<std::pair<QString, double>> importance; // of each feature, shares of 1, largest first
  qint64 rowsLearnt = 0;
  QString trainingSha256;
};

// Units in weeks whose prices and promotions are known or planned. Two models, blended in logs: the elasticities of
// fitDemand(), which carry over to prices never seen, and boosted trees over the week's prices and promotions in the
// category (see ForecastFeature), which know what promotions do together. Weeks are forecast from what was known before
// `from` alone. Errors: forecast.no-history where nothing was sold before `from`, job.cancelled.
Result<SalesForecasts> forecastSales(std::span<const DemandSeries> series, const SalesForecastOptions& options,
                                     const JobContext& job);

// History replayed: at each origin the weeks after it, with the prices that were really charged, against what was sold.
struct BacktestOrigin {
  qint32 from = 0;
  int weeks = 0;
  HoldOutMetrics blend, terms;                            // `weeks` and `origins` of these are not set
  double pinball = 0;                                     // mean over the 10, 50 and 90 % quantiles, units
  std::vector<std::pair<int, HoldOutMetrics>> categories; // of the blend, by category number
};
struct BacktestOptions {
  std::vector<qint32> origins; // empty: up to four, `weeks` apart, the newest ending with history
  int weeks = 8;
  ForecasterParameters parameters;
  unsigned threads = 0;
};
// What each forecast said and what came, for the calibration plot: of all origins together, by nominal share.
struct BacktestReport {
  std::vector<BacktestOrigin> origins;
  HoldOutMetrics blend, terms; // all together, with standard errors over origins
  QString trainingSha256;      // of the newest origin's
};
Result<BacktestReport> backtestSales(std::span<const DemandSeries> series, const BacktestOptions& options,
                                     const JobContext& job);

QString forecastFeatureName(int feature);

} // namespace pricewright
