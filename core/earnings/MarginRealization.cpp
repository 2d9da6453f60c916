// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "earnings/MarginRealization.h"

#include "base/Words.h"
#include "statistics/Distributions.h"

#include <cmath>
#include <map>

namespace pricewright {
namespace {

constexpr int kAllGroups = -1;

bool addTo(MarginWeek& sum, const MarginWeek& w) {
  return !(__builtin_add_overflow(sum.plannedRevenueMicro, w.plannedRevenueMicro, &sum.plannedRevenueMicro) ||
           __builtin_add_overflow(sum.plannedMarginMicro, w.plannedMarginMicro, &sum.plannedMarginMicro) ||
           __builtin_add_overflow(sum.revenueMicro, w.revenueMicro, &sum.revenueMicro) ||
           __builtin_add_overflow(sum.marginMicro, w.marginMicro, &sum.marginMicro));
}

std::optional<double> percentOf(qint64 part, qint64 whole) {
  return whole > 0 ? std::optional(100 * double(part) / double(whole)) : std::nullopt;
}

Result<MarginRow> rowOf(int group, const std::map<int, MarginWeek>& weeks) {
  MarginWeek sum;
  for (const auto& [no, week] : weeks)
    if (!addTo(sum, week))
      return fail(s("earnings.out-of-range"));
  MarginRow row{group,          int(weeks.size()), sum.plannedRevenueMicro, sum.plannedMarginMicro, sum.revenueMicro,
                sum.marginMicro};
  row.plannedPercentOfRevenue = percentOf(sum.plannedMarginMicro, sum.plannedRevenueMicro);
  row.percentOfRevenue = percentOf(sum.marginMicro, sum.revenueMicro);
  row.percent = percentOf(sum.marginMicro, sum.plannedMarginMicro);
  if (!row.percent || weeks.size() < 2)
    return row;
  double squares = 0;
  for (const auto& [no, week] : weeks) {
    const double rest = double(week.marginMicro) - *row.percent / 100 * double(week.plannedMarginMicro);
    squares += rest * rest;
  }
  const double n = double(weeks.size());
  const double error = 100 * std::sqrt(n / (n - 1) * squares) / double(sum.plannedMarginMicro);
  const double reach = studentQuantile(0.95, n - 1) * error;
  row.percentLow = *row.percent - reach, row.percentHigh = *row.percent + reach;
  return row;
}

Result<std::map<int, std::map<int, MarginWeek>>> gathered(std::span<const MarginWeek> weeks, bool together) {
  std::map<int, std::map<int, MarginWeek>> out;
  for (const MarginWeek& w : weeks)
    if (!addTo(out[together ? kAllGroups : w.group][w.week], w))
      return fail(s("earnings.out-of-range"));
  return out;
}

} // namespace

Result<std::vector<MarginRow>> marginRealization(std::span<const MarginWeek> weeks) {
  PW_TRY(const auto groups, gathered(weeks, false));
  std::vector<MarginRow> out;
  for (const auto& [group, members] : groups) {
    PW_TRY(out.emplace_back(), rowOf(group, members));
  }
  return out;
}

Result<MarginRow> marginRealizationOfAll(std::span<const MarginWeek> weeks) {
  PW_TRY(auto groups, gathered(weeks, true));
  return rowOf(kAllGroups, groups[kAllGroups]);
}

} // namespace pricewright
