// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/ObservedWeeks.h"

namespace pricewright {
namespace {
constexpr int kObservedDays = 2 * 371;
}

std::vector<std::pair<double, double>> observedWeeks(std::span<const SalePoint> sales, int today) {
  std::vector<std::pair<double, double>> points;
  for (const SalePoint& s : sales) {
    const bool regular = s.dealMilli == 0 && s.featureMilli == 0 && s.days > 0 && s.inStockDays != 0;
    const qint64 price = s.regularMicro > 0 ? s.regularMicro : s.priceMicro;
    if (regular && s.day >= today - kObservedDays && s.unitsMilli > 0 && price > 0)
      points.emplace_back(double(price) / 1e6, double(s.unitsMilli) / 1000 * 7 / s.days);
  }
  return points;
}

} // namespace pricewright
