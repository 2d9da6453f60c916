// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/forecasts/SalesForecast.h"

#include <deque>
#include <unordered_map>

namespace pricewright {

// What forecastSales() and backtestSales() are made of: one origin, both models, and what the forecasts were off by.

struct ForecastError {
  double error = 0; // log units sold less the forecast's
  double units = 0, median = 0;
  bool promoted = false;
  int series = 0;
};
struct ForecastRun {
  struct Row {
    int series = 0;
    std::size_t panelRow = 0;
    qint32 day = 0;
    double trees = 0, terms = 0; // log units; NaN: that model cannot say
    double blend = 0;            // of both, and what zones do in their own ways
    bool promoted = false;       // deal, feature or a discount of more than 5 %
    bool featured = false;       // at least half of the week
    int weeksKnown = 0;          // of the listing before the origin
    // Of log units, as a standard deviation: what earlier forecasts' errors know nothing of, as those were of listings
    // with a history at prices like those before. Of the elasticity, where the price lies beyond those seen, and of a
    // level that is borrowed, jumped lately or was not seen for long.
    double doubt = 0;
    Forecast termsForecast;
  };
  std::vector<Row> rows;
  std::vector<ForecastError> outOfBag; // of the trees, in weeks left out of the learning
  std::vector<std::pair<QString, double>> importance;
  qint64 rowsLearnt = 0;
  QString sha256;
};
struct ForecastLearning {
  ForecasterParameters parameters;
  unsigned threads = 0;
};
Result<ForecastRun> runForecast(std::span<const DemandSeries> series, qint32 from, const ForecastLearning& how,
                                const JobContext& job);
// The same for several plans of the same weeks; learnt once, from what stands before `from` in the first.
Result<std::vector<ForecastRun>> runForecasts(std::span<const std::span<const DemandSeries>> plans, qint32 from,
                                              const ForecastLearning& how, const JobContext& job);
Result<ForecastCalibration> calibrate(std::span<const DemandSeries> series, const ForecastRun& run, qint32 from,
                                      const ForecastLearning& how, const JobContext& job);
Forecast forecastOf(const ForecastRun::Row& row, const ForecastCalibration& calibration);

// What will be sold if each of them is as likely as its weight says, or as any: limits of the mixture, mean of the
// means. Weights need not sum to 1.
Forecast mixtureOf(std::span<const Forecast> forecasts, std::span<const double> weights = {});

// History as it stood before `until`, and what was sold from `from` on.
struct CutSeries {
  CutSeries(std::span<const DemandSeries> all, qint32 from, qint32 until);
  std::vector<ForecastError> errors(const ForecastRun& run) const;
  std::vector<DemandSeries> series;
  std::vector<std::unordered_map<qint32, double>> truth; // by series: units of a full week by day

 private:
  std::deque<std::vector<SalePoint>> sorted; // where the caller's points were not
};

} // namespace pricewright
