// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/RegularPrice.h"

#include <algorithm>
#include <cmath>

namespace pricewright {

// What a price's past weeks were promoted by.
class PastPromotions {
 public:
  explicit PastPromotions(std::span<const SalePoint> points) : m_past(points) {}
  // Gives `point` the promotion of the week that `day` lies in; leaves it where that week is not known.
  void repeat(qint32 day, SalePoint& point) const {
    const auto next = std::upper_bound(m_past.points.begin(), m_past.points.end(), day,
                                       [](qint32 d, const SalePoint* p) { return d < p->day; });
    if (next == m_past.points.begin() || (*std::prev(next))->day <= day - 7)
      return;
    const SalePoint& then = **std::prev(next);
    const double regular = then.regularMicro > 0 ? double(then.regularMicro)
                                                 : m_past.regular[std::size_t(std::prev(next) - m_past.points.begin())];
    const double share = std::min(1.0, double(then.priceMicro) / regular);
    point.priceMicro = qint64(std::llround(double(point.regularMicro) * share));
    point.dealMilli = then.dealMilli, point.featureMilli = then.featureMilli;
  }

 private:
  RegularInSales m_past;
};

} // namespace pricewright
