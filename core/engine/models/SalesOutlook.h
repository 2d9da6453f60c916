// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/forecasts/CompetitorOutlook.h"
#include "demand/forecasts/SalesForecast.h"
#include "engine/Workspace.h"
#include "engine/models/WeekPlan.h"

namespace pricewright {

// What will be sold, week by week, at prices and promotions that are planned: by a file, else by the price in force and
// the promotion calendar. What competitors will ask is not known: their ways are a mixture. Only looks.

struct OutlookWish {
  std::optional<Day> asOf;   // the last day that is known; none: the last day of the newest sales
  int weeks = 8;             // 1 … 104; weeks of the plan file beyond are left out
  int days = 0;              // above 0: by day, so many of them, instead of `weeks`
  QString planFile;          // "": none
  ImportMapping planMapping; // how it is read; what is open is guessed
  QString version;           // of the forecaster; "": the champion
  // Weeks that nothing plans see the promotions of the last half year again, whichever of its weeks: for whom a
  // calendar does not exist yet. False: no promotion that is not planned.
  bool promotionsAsBefore = false;
};
struct OutlookRow {
  int listingNo = 0;
  QString sku, zone;
  Day from{};       // first day of the week, or the day
  double price = 0; // major units, that the forecast is for
  Currency currency;
  bool planned = false; // by the file; else the price in force or the calendar
  bool known = false;   // false: nothing can be said
  bool beyond = false;  // the price lies more than a step outside all that were ever paid: test instead of believing
  Forecast units;
};
struct Outlook {
  Day asOf{};
  std::vector<OutlookRow> rows; // by SKU, zone, week
  ForecastCalibration calibration;
  std::vector<std::pair<QString, double>> importance;
  qint64 rowsLearnt = 0;
  QString trainingSha256, version;
  double seconds = 0; // of learning and forecasting
  WeekPlan::Counts plan;
  qint64 rejectedRows = 0; // of the plan file
  qint64 beyondRows = 0;   // at such prices
  int dayWeeks = 0;        // by day: weeks that are known by day
  std::vector<PlanFileRow> rejected;
  std::array<qint64, kCompetitorBases> competitors{}; // prices by CompetitorBasis: forecast, or carried forward and why
};
// forecast.no-history, forecast.bad-weeks (weeks), forecast.no-days (by day, where no week is known by day), what
// readPlanFile() answers, job.cancelled
Result<Outlook> salesOutlook(Workspace& workspace, const OutlookWish& wish, const JobContext& job);

// History replayed with what was known then; see backtestSales(). forecast.short-history
Result<BacktestReport> salesBacktest(Workspace& workspace, const BacktestOptions& options, const JobContext& job);

} // namespace pricewright
