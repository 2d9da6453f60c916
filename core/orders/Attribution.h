// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "money/Money.h"

#include "base/Time.h"

#include <span>
#include <vector>

namespace pricewright {

// Which shown price sold an order line.
struct SoldLine {
  QString provider, orderId, line, unitHash;
  int listingNo = 0; // 0: not one of ours, or in more zones than one
  Instant placed{};
  qint64 quantityMilli = 1000, amountMinor = 0;
  std::optional<qint64> shownMinor;
  Currency currency;
};
struct PriceExposure {
  QString unitHash;
  int listingNo = 0;
  Instant at{};
  Money price;
  qint64 testNo = 0; // 0: no test
  int arm = 0;
};
enum class AttributionGap { None, NoUnit, NoListing, NeverShown, ShownAfter, TooLongAgo, Undecidable };
QString attributionGapName(AttributionGap g); // "too-long-ago" …
struct Attributed {
  std::ptrdiff_t exposure = -1; // its place among the exposures; −1: none, and why
  AttributionGap gap = AttributionGap::NeverShown;
  bool sawOthers = false;     // the unit saw another arm or price of the listing within the window
  bool priceDiffers = false;  // the order tells another shown price than the exposure's
  bool otherCurrency = false; // sold in another currency than it was shown in
};
struct AttributionRules {
  Duration window = std::chrono::days(7); // an exposure that is exactly so old still counts
};
struct AttributionReport {
  std::vector<Attributed> lines; // as the lines given
  qint64 attributed = 0, sawOthers = 0, priceDiffers = 0, otherCurrency = 0;
  QMap<QString, qint64> gaps; // name → lines
};
// Last exposure before the order: of the line's unit and listing, at its moment or before, within the window. Where
// that moment has two exposures that differ in test, arm or price, the line is undecidable and goes to none. The order
// of the exposures does not matter. O((n + m) log m).
AttributionReport attribute(std::span<const SoldLine> lines, std::span<const PriceExposure> exposures,
                            const AttributionRules& rules = {});

} // namespace pricewright
