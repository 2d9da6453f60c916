// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "imports/PlanFile.h"
#include "pipeline/planner/SalesHistory.h"

#include <map>
#include <unordered_map>

namespace pricewright {

// Every listing's weeks to come with their prices and promotions: by a file, else at the price in force with what the
// promotion calendar says. A row of a file holds for seven days, or until the next one of its product. Forecasts are of
// whole weeks from the first open day on, whatever day a file's begin on: a week is the mean of its days, which are
// kept as well where days are wanted.
class WeekPlan {
 public:
  struct Planned {
    SalePoint point;
    bool byFile = false; // on one of its days at least
  };
  using Weeks = std::map<qint32, Planned>;
  struct Counts { // rows of the file
    qint64 planned = 0, unknown = 0, outside = 0;
    qint64 daysJoined = 0; // taken together with others of the same week
    qint64 toldAgain = 0;  // of a product, zone and day that stand above: the last one counts
  };
  // `from`: the first day that is not known. `inThePast`: the price published now need not have been in force then.
  WeekPlan(const SalesHistory& history, std::span<const DemandSeries> series, qint32 from, int weeks, bool byDay,
           bool inThePast)
      : m_history(history), m_series(series), m_from(from), m_until(from + 7 * weeks), m_byDay(byDay),
        m_inThePast(inThePast) {}

  void take(const PlanFile& file);
  void fill(const std::vector<Promotion>& calendar); // what no file plans
  [[nodiscard]] const Weeks& weeksOf(int listing) const;
  // By day: the days of weeks that are not alike on all of theirs.
  [[nodiscard]] const std::map<qint32, SalePoint>& daysOf(int listing) const;
  [[nodiscard]] bool daysDiffer() const;
  [[nodiscard]] const Counts& counts() const { return m_counts; }
  // Rows that can be read and not be forecast by: import.mixed-currency, import.price-slip.
  [[nodiscard]] const std::vector<PlanFileRow>& refused() const { return m_refused; }

 private:
  bool refuses(const PlannedWeek& row, const std::vector<int>& listings, const std::unordered_map<int, qint64>& usual);
  void fillWeek(const DemandSeries& one, qint32 first, qint64 regular, const std::vector<Promotion>& calendar);
  [[nodiscard]] Currency currencyOf(int listingNo) const;
  [[nodiscard]] qint64 regularOf(const DemandSeries& one) const;

  const SalesHistory& m_history;
  std::span<const DemandSeries> m_series;
  qint32 m_from, m_until;
  bool m_byDay, m_inThePast;
  std::map<int, std::map<qint32, PlannedWeek>> m_rows; // by listing and day: the last that tells of it counts
  std::vector<PlanFileRow> m_refused;
  std::map<int, Weeks> m_weeks;
  std::map<int, std::map<qint32, SalePoint>> m_days;
  Counts m_counts;
};

} // namespace pricewright
