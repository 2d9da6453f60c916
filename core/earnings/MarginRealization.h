// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <optional>
#include <span>
#include <vector>

namespace pricewright {

// One week of one group: what was sold, net of VAT, in millionths of the report's currency. Planned: the same units at
// the prices that were set.
struct MarginWeek {
  int group = 0, week = 0;
  qint64 plannedRevenueMicro = 0, plannedMarginMicro = 0;
  qint64 revenueMicro = 0, marginMicro = 0;
};
struct MarginRow {
  int group = 0, weeks = 0;
  qint64 plannedRevenueMicro = 0, plannedMarginMicro = 0, revenueMicro = 0, marginMicro = 0; // exact sums
  // Realized ÷ planned margin in percent, with a 90 % interval from how much weeks differ: the ratio of two totals by
  // linearization (Cochran 1977, ch. 6), Student's t. None: nothing was planned to be earned, or fewer than two weeks.
  std::optional<double> percent, percentLow, percentHigh;
  std::optional<double> plannedPercentOfRevenue, percentOfRevenue; // gross margins
};
// By group, ascending; several rows of one group and week are added first. earnings.out-of-range
Result<std::vector<MarginRow>> marginRealization(std::span<const MarginWeek> weeks);
// The same of all groups together; its `group` is −1.
Result<MarginRow> marginRealizationOfAll(std::span<const MarginWeek> weeks);

} // namespace pricewright
