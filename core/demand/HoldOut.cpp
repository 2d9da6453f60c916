// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/HoldOut.h"

#include <cmath>

namespace pricewright {
namespace {

// A week without a sale lies inside an interval that reaches below one unit.
bool inside(double units, double low, double high) { return units > 0 ? units >= low && units <= high : low < 1; }

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
}

void HoldOutSums::add(const HoldOutSums& s) {
  units += s.units, errorMean += s.errorMean, errorMedian += s.errorMedian, signedError += s.signedError;
  rows += s.rows, inside80 += s.inside80, inside95 += s.inside95;
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
  out.wapeMeanError = errorOver(origins, [](const HoldOutSums& s) { return s.errorMean / s.units; });
  out.wapeMedianError = errorOver(origins, [](const HoldOutSums& s) { return s.errorMedian / s.units; });
  out.biasError = errorOver(origins, [](const HoldOutSums& s) { return s.signedError / s.units; });
  out.coverage80Error = errorOver(origins, [](const HoldOutSums& s) { return share(s, s.inside80); });
  out.coverage95Error = errorOver(origins, [](const HoldOutSums& s) { return share(s, s.inside95); });
  return out;
}

} // namespace pricewright
