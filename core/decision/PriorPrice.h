// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Catalog.h"

#include <initializer_list>
#include <span>

namespace pricewright {

// The prior price of an announced reduction (Directive 98/6/EC Art. 6a, C-330/23): the lowest price that was asked from
// `since` until `at`, whatever kind of price it was and in whichever channel: what may be claimed in all of them.
// Known only where each channel's regular prices reach back to `since`, and no promotion of that time hides its price
// (an amount of 0).
struct PriorPrice {
  enum class State { Known, HistoryTooShort, PriceHidden } state = State::Known;
  qint64 minor = 0;
  std::optional<int> shownPercent(qint64 priceMinor) const; // what may be announced, rounded down; none: no reduction
};
// `current`: the price that holds until then. Prices in other currencies do not count.
PriorPrice priorPriceOf(std::initializer_list<std::span<const PublishedPrice>> prices, const Money& current,
                        Instant since, Instant at);

} // namespace pricewright
