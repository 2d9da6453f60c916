// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

enum class PeriodKind { Month, Quarter, Year };

// A calendar month, quarter or year: "2026-11", "2026-Q4", "2026".
struct TargetPeriod {
  PeriodKind kind = PeriodKind::Month;
  Day from{}, to{}; // both of them belong to it
  QString key() const;
  TargetPeriod moved(int by) const; // so many periods on
  static TargetPeriod around(Day day, PeriodKind kind);
  static Result<TargetPeriod> parse(QStringView key); // target.bad-period
  bool operator==(const TargetPeriod&) const = default;
};

enum class TargetMeasure {
  Revenue, // net of VAT, in the workspace's currency
  Margin,  // gross, in percent of that revenue
  Index    // own price / median of competitors × 100
};
QString targetMeasureName(TargetMeasure m); // "revenue" …

// How a target stands. Where sales do not yet reach its end, revenue is carried forward at the pace of the last eight
// whole weeks, with a 90 % interval from how much these differed: ahead and behind are said only where it leaves no
// doubt.
enum class TargetStanding { None, Open, Ahead, Behind, Reached, Missed };

struct TargetRow {
  int categoryNo = 0; // 0: the whole assortment
  QString code, name; // "" for that
  std::optional<Decimal> revenueTarget, marginTarget, indexTarget;
  std::optional<double> revenue;                             // so far
  std::optional<double> expected, expectedLow, expectedHigh; // at the period's end
  std::optional<double> lastYear;                            // revenue of the same days 52 weeks before
  std::optional<double> margin, index;                       // so far; now
  TargetStanding revenueStanding = TargetStanding::None;
  TargetStanding marginStanding = TargetStanding::None, indexStanding = TargetStanding::None;
};
struct TargetsView {
  TargetPeriod period;
  Currency currency;
  Day today{};
  std::optional<Day> through; // the last day that sales cover; none: no sales
  int daysCovered = 0, days = 0;
  std::vector<TargetRow> rows; // the whole assortment, then categories by code
};
// Also on a read-only workspace. Reads the sales of the period and of a year before. Cancellable.
Result<TargetsView> targetsView(Workspace& workspace, const TargetPeriod& period, const JobContext& job = {});

// One target of one category; none: it goes.
struct TargetWish {
  int categoryNo = 0;
  QString period;
  TargetMeasure measure = TargetMeasure::Revenue;
  std::optional<Decimal> value;
};
// In one transaction, each with its journal entry; gives what stood there, in the same order: its undo. A manager's to
// set. catalog.not-allowed, .unknown-category, target.bad-period, .bad-value (a revenue must be positive; a margin
// above 0 and below 100 %; an index above 0, to 1,000)
Result<std::vector<TargetWish>> setTargets(Workspace& workspace, std::span<const TargetWish> wishes);

} // namespace pricewright
