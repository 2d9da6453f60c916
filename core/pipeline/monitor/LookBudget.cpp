// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/monitor/LookBudget.h"

namespace pricewright {

Result<LookCosts> lookCosts(const SiteStore& sites, const LookPrices& prices, Instant now) {
  LookCosts out;
  if (!prices.hasBudget()) // nobody asks, and the sums read a day of looks
    return out;
  constexpr auto kMeasuredOver = std::chrono::days(3);
  PW_TRY(const SiteStore::Spent day, sites.spentSince(now - std::chrono::hours(24)));
  PW_TRY(const SiteStore::Spent lately, sites.spentSince(now - kMeasuredOver));
  out.ofDay = prices.costOf(day.requests, day.bytes), out.oldest = day.oldest;
  out.aLook =
      lately.looks > 0 ? prices.costOf(lately.requests, lately.bytes) / double(lately.looks) : prices.costOf(1, 0);
  return out;
}

} // namespace pricewright
