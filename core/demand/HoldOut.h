// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/ElasticityModel.h"

namespace pricewright {

// What forecasts were off by, added up over the rows of one origin.
struct HoldOutSums {
  double units = 0, errorMean = 0, errorMedian = 0, signedError = 0;
  double revenueSold = 0, revenueForecast = 0;
  qint64 rows = 0, inside80 = 0, inside95 = 0;
  std::array<qint64, kForecastLevels.size()> below{};
  void add(const Forecast& forecast, double units);
  void add(const HoldOutSums& s);
  bool tells() const { return rows > 0 && units > 0; }
};
// All origins together, and standard errors over them. All zeros where nothing was sold.
HoldOutMetrics metricsOf(const std::vector<HoldOutSums>& origins, int weeks);

// As the registry keeps them; what is missing reads as 0.
QJsonObject holdOutJson(const HoldOutMetrics& metrics);
HoldOutMetrics holdOutMetricsFrom(const QJsonObject& json);

} // namespace pricewright
