// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/plans/Targets.h"

namespace pricewright {

// One week that ends with the last day that sales cover, or whole weeks before it.
struct WeekFigures {
  double revenue = 0;                     // net of VAT, in the workspace's currency at today's rates
  double revenueWithCost = 0, profit = 0; // of sales whose cost on their day is known
  std::optional<double> marginPercent() const {
    return revenueWithCost > 0 ? std::optional(100 * profit / revenueWithCost) : std::nullopt;
  }
};

// The key figures. Weeks are cut back from the last day that sales cover; a period of the source counts in the week
// that its last day lies in.
struct TodayFigures {
  Currency currency;
  std::optional<Day> through;          // the last day that sales cover; none: no sales
  std::vector<WeekFigures> weeks;      // the last one first; 53 at most, empty ones in between
  int leftOut = 0;                     // prices whose sales were left out: no exchange rate, or no VAT rate
  std::optional<WeekFigures> lastYear; // 52 weeks before the last one

  // Own price / median of competitors × 100 (100 = parity), over prices with fresh competitors, weighted by their
  // revenue of the last four weeks; by equal weights where none sold.
  std::optional<double> index;
  int indexPrices = 0, indexOf = 0, indexKvi = 0;
  bool indexByRevenue = false;

  std::optional<TargetRow> month; // the whole assortment against this month's targets; none: there are none
};

// Reads the sales of a year and the catalogue: a few tenths of a second for 10,000 prices. Cancellable.
Result<TodayFigures> todayFigures(Workspace& workspace, const JobContext& job);

} // namespace pricewright
