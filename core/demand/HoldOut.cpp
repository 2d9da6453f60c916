// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/HoldOut.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

// A week without a sale lies inside an interval that reaches below one unit.
bool inside(double units, double low, double high) { return units > 0 ? units >= low && units <= high : low < 1; }
bool isBelow(double units, double limit) { return units > 0 ? units < limit : limit >= 1; }

double share(const HoldOutSums& s, qint64 inside) { return double(inside) / double(s.rows); }

// Standard error of the mean over origins; 0 where there are fewer than two.
template <class Value> double errorOver(const std::vector<HoldOutSums>& origins, const Value& value) {
  const double n = double(origins.size());
  if (n < 2)
    return 0;
  double mean = 0, squares = 0;
  for (const HoldOutSums& s : origins)
    mean += value(s) / n;
  for (const HoldOutSums& s : origins)
    squares += (value(s) - mean) * (value(s) - mean);
  return std::sqrt(squares / (n - 1) / n);
}

} // namespace

void HoldOutSums::add(const Forecast& f, double sold) {
  units += sold;
  errorMean += std::abs(f.mean - sold), errorMedian += std::abs(f.median - sold);
  signedError += f.mean - sold;
  ++rows;
  inside80 += inside(sold, f.low80, f.high80);
  inside95 += inside(sold, f.low95, f.high95);
  const std::array limits{f.low95, f.low80, f.median, f.high80, f.high95};
  for (std::size_t k = 0; k < limits.size(); ++k)
    below[k] += isBelow(sold, limits[k]);
}

void HoldOutSums::add(const HoldOutSums& s) {
  units += s.units, errorMean += s.errorMean, errorMedian += s.errorMedian, signedError += s.signedError;
  revenueSold += s.revenueSold, revenueForecast += s.revenueForecast;
  rows += s.rows, inside80 += s.inside80, inside95 += s.inside95;
  for (std::size_t k = 0; k < below.size(); ++k)
    below[k] += s.below[k];
}

HoldOutMetrics metricsOf(const std::vector<HoldOutSums>& origins, int weeks) {
  HoldOutSums t;
  for (const HoldOutSums& s : origins)
    t.add(s);
  HoldOutMetrics out;
  if (!t.tells())
    return out;
  out.weeks = weeks, out.origins = int(origins.size());
  out.rows = t.rows;
  out.wapeMean = t.errorMean / t.units, out.wapeMedian = t.errorMedian / t.units, out.bias = t.signedError / t.units;
  out.coverage80 = share(t, t.inside80), out.coverage95 = share(t, t.inside95);
  for (std::size_t k = 0; k < t.below.size(); ++k)
    out.below[k] = share(t, t.below[k]);
  out.wapeMeanError = errorOver(origins, [](const HoldOutSums& s) { return s.errorMean / s.units; });
  out.wapeMedianError = errorOver(origins, [](const HoldOutSums& s) { return s.errorMedian / s.units; });
  out.biasError = errorOver(origins, [](const HoldOutSums& s) { return s.signedError / s.units; });
  out.coverage80Error = errorOver(origins, [](const HoldOutSums& s) { return share(s, s.inside80); });
  out.coverage95Error = errorOver(origins, [](const HoldOutSums& s) { return share(s, s.inside95); });
  return out;
}

QJsonObject holdOutJson(const HoldOutMetrics& m) {
  QJsonArray below;
  for (const double share : m.below)
    below.append(share);
  return {{QStringLiteral("holdOutWeeks"), m.weeks},
          {QStringLiteral("holdOutOrigins"), m.origins},
          {QStringLiteral("holdOutRows"), m.rows},
          {QStringLiteral("wapeMean"), m.wapeMean},
          {QStringLiteral("wapeMedian"), m.wapeMedian},
          {QStringLiteral("bias"), m.bias},
          {QStringLiteral("coverage80"), m.coverage80},
          {QStringLiteral("coverage95"), m.coverage95},
          {QStringLiteral("wapeMeanError"), m.wapeMeanError},
          {QStringLiteral("wapeMedianError"), m.wapeMedianError},
          {QStringLiteral("biasError"), m.biasError},
          {QStringLiteral("coverage80Error"), m.coverage80Error},
          {QStringLiteral("coverage95Error"), m.coverage95Error},
          {QStringLiteral("below"), below}};
}

HoldOutMetrics holdOutMetricsFrom(const QJsonObject& o) {
  HoldOutMetrics m;
  const auto number = [&](const char* name) { return o.value(QLatin1String(name)).toDouble(); };
  m.weeks = int(number("holdOutWeeks")), m.origins = int(number("holdOutOrigins"));
  m.rows = qint64(number("holdOutRows"));
  m.wapeMean = number("wapeMean"), m.wapeMedian = number("wapeMedian"), m.bias = number("bias");
  m.coverage80 = number("coverage80"), m.coverage95 = number("coverage95");
  m.wapeMeanError = number("wapeMeanError"), m.wapeMedianError = number("wapeMedianError");
  m.biasError = number("biasError");
  m.coverage80Error = number("coverage80Error"), m.coverage95Error = number("coverage95Error");
  const QJsonArray below = o.value(QStringLiteral("below")).toArray();
  for (qsizetype k = 0; k < std::min(below.size(), qsizetype(m.below.size())); ++k)
    m.below[std::size_t(k)] = below[k].toDouble();
  return m;
}

} // namespace pricewright
