// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "market/SiteStore.h"

namespace pricewright {

// What looks may cost, in the workspace's currency, as settings say.
struct LookPrices {
  double request = 0, gigabyte = 0;
  double budgetADay = 0; // 0: none
  bool hasBudget() const { return budgetADay > 0; }
  double costOf(qint64 requests, qint64 bytes) const {
    return double(requests) * request + double(bytes) / 1e9 * gigabyte;
  }
};
// What they did cost, tries and bytes: what is planned must be measured as what is counted, or the plan promises looks
// that the budget never pays for.
struct LookCosts {
  double aLook = 0;              // the mean of the last days; where nothing was looked at, one request
  double ofDay = 0;              // of the last 24 hours
  std::optional<Instant> oldest; // look of these
};
Result<LookCosts> lookCosts(const SiteStore& sites, const LookPrices& prices, Instant now); // zeros without a budget

} // namespace pricewright
