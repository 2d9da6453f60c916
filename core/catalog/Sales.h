// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

#include <span>
#include <vector>

namespace pricewright {

// One period of one listing. Exact where money is concerned; the models turn it into doubles.
struct SalePoint {
  qint32 day = 0; // first day of the period, days since 1970
  qint16 days = 7;
  qint16 dealMilli = 0; // share of the period on deal, thousandths
  qint16 featureMilli = 0;
  qint8 inStockDays = -1; // −1 = not known
  qint64 unitsMilli = 0;
  qint64 priceMicro = 0;    // average price paid per unit
  qint64 regularMicro = -1; // −1 = the source does not tell
};

// All sales history, listing after listing, each in time order. `listingNo[i]` owns points [start[i], start[i+1]).
struct SalesPanel {
  std::vector<int> listingNo;
  std::vector<std::size_t> start{0};
  std::vector<SalePoint> points;
  std::span<const SalePoint> of(std::size_t i) const {
    return std::span(points).subspan(start[i], start[i + 1] - start[i]);
  }
  std::size_t listings() const { return listingNo.size(); }
};

} // namespace pricewright
