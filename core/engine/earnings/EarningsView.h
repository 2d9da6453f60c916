// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "earnings/ChangeBridge.h"
#include "earnings/MarginRealization.h"
#include "engine/earnings/ScoreBoard.h"

namespace pricewright {

enum class EarningsAgainst { Previous, LastYear }; // the weeks before; the same weeks 52 weeks before
QString earningsAgainstName(EarningsAgainst against);
std::optional<EarningsAgainst> earningsAgainstFrom(QStringView name);

// Which weeks, against which, in what currency. Weeks are cut back from the last day that sales cover.
struct EarningsWish {
  int weeks = 13; // 1 … 52; 0: the whole weeks of the year to date
  EarningsAgainst against = EarningsAgainst::Previous;
  std::optional<Currency> currency; // none: the workspace's
  bool bySku = false;               // also rows by product: ten thousands of them
};
struct EarningsPeriod {
  Day from{}, to{}; // both belong to it
  int weeks = 0;
};

// One line of the tables: a category, zone or product, with both bridges and its margins.
struct EarningsRow {
  QString code, name;
  BridgeParts revenue, profit; // millionths of the report's currency
  qint64 unitsBeforeMilli = 0, unitsAfterMilli = 0;
  MarginRow margin; // of the period
};
struct EarningsWeek {
  Day ends{};
  bool current = true; // else of the period that is compared with
  qint64 revenueMicro = 0, profitMicro = 0;
};
// What could not be told, and why: no-rate (currency), no-vat-rate.
struct LeftOutSales {
  QString why, currency;
  int prices = 0;
};

// What the assortment earned, and why it changed. Immutable once made.
struct RevenueDashboard {
  EarningsWish wish;
  Currency currency;
  std::optional<Day> through; // none: there are no sales
  EarningsPeriod period, before;
  ChangeBridge revenue, profit;        // their rows stand by key, the listing's number
  MarginRow margin, marginBefore;      // realized against planned
  std::vector<EarningsWeek> weeks;     // oldest first
  std::vector<EarningsRow> categories; // by code
  std::vector<EarningsRow> zones;
  std::vector<EarningsRow> skus; // where they were wished for
  std::vector<LeftOutSales> leftOut;
};
// Also on a read-only workspace. Cancellable. earnings.bad-weeks, those of the stores and of changeBridge()
Result<std::shared_ptr<const RevenueDashboard>> revenueDashboard(Workspace& workspace, const EarningsWish& wish,
                                                                 const JobContext& job = {});

} // namespace pricewright
