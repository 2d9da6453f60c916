// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/ElasticityModel.h"

namespace pricewright {

// Whether the world still is what the model learnt from: each feature's distribution in the newest weeks against the
// half year before them, and the model's own errors in the weeks that it had not seen. Everything is told per listing
// against its own past, so that an assortment of dear and cheap products is no drift.

struct DriftOptions {
  int currentWeeks = 4, referenceWeeks = 26;
  double alarm = 0.1; // of KL; see FeatureDrift::noise
};
struct DriftCost { // of one listing from a day on, in the price's currency
  int listingNo = 0;
  qint32 from = 0;
  double cost = 0;
};
struct DriftStock {
  int listingNo = 0;
  qint32 day = 0;
  double units = 0;
};
struct DriftInputs {
  std::span<const DemandSeries> series;
  std::span<const DriftCost> costs;  // by listing, then day
  std::span<const DriftStock> stock; // the same
};
struct FeatureDrift {
  QString feature;   // as the feature store names it, and own_price
  QString why;       // code, where it is not watched: few-rows, no-offers, no-cost, no-stock-history, calendar,
                     // one-per-training, as-average, needs-exposures
  bool ours = false; // we set it: it moves because we moved it, and is no reason to learn anew
  double kl = 0;     // of the newest weeks against those before, nats, quantile bins, half a count in each
  double psi = 0;
  double noise = 0; // what KL does not exceed in 95 of 100 weeks of chance alone
  qint64 reference = 0, current = 0;
  double before = 0, now = 0; // means, in the feature's own terms
  bool alarm = false;         // KL above the alarm and above its noise
};
struct DriftReport {
  qint32 from = 0, to = 0; // the newest weeks: [from, to)
  std::vector<FeatureDrift> features;
  struct Residual {
    bool known = false;
    double bias = 0, before = 0; // of the mean forecast: newest weeks, mean of earlier origins; + too much
    double moneyPerWeek = 0;     // revenue that was forecast and did not come
    int weeks = 0, origins = 0;  // earlier ones
    bool alarm = false;
  } residual;
  struct Calibration {
    bool known = false;
    double kl = 0, psi = 0; // of where sales fell among the forecast's levels, against where they should
    double coverage80 = 0, before = 0;
    bool alarm = false;
  } calibration;
  bool learnAnew() const; // errors drift, or a feature that we do not set
};
// `model`: fitted to the same series with a hold-out.
Result<DriftReport> watchDrift(const DriftInputs& in, const DemandModel& model, const DriftOptions& options);

QJsonObject toJson(const DriftReport& report);
DriftReport driftReportFrom(const QJsonObject& json);

} // namespace pricewright
