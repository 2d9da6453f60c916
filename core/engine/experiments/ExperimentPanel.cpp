// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentPanel.h"

#include "base/Words.h"
#include "catalog/Rows.h"
#include "engine/earnings/SalesWorth.h"

#include <limits>

namespace pricewright {
namespace {

constexpr double kMilli = 1000, kMicro = 1e6;

// The weeks of both stretches, counted from the end of the first and the start of the second.
class WeekGrid {
 public:
  explicit WeekGrid(const ExperimentPanelWish& wish)
      : m_beforeFrom(toDayNumber(wish.beforeFrom)), m_beforeUntil(toDayNumber(wish.beforeUntil)),
        m_from(toDayNumber(wish.from)), m_until(toDayNumber(wish.until)),
        m_before(std::max(0, (m_beforeUntil - m_beforeFrom) / kWeekOfSales)),
        m_tested(std::max(0, (m_until - m_from) / kWeekOfSales)) {}

  [[nodiscard]] int before() const { return m_before; }
  [[nodiscard]] int tested() const { return m_tested; }
  [[nodiscard]] int weeks() const { return m_before + m_tested; }
  [[nodiscard]] int first() const { return std::min(m_beforeUntil - m_before * kWeekOfSales, m_from); }
  [[nodiscard]] int last() const { return std::max(m_beforeUntil, m_from + m_tested * kWeekOfSales); }
  // The week that a period belongs to, which must lie in it; −1: none.
  [[nodiscard]] int weekOf(int day, int length) const {
    if (const int since = day - m_from; since >= 0)
      return day + length <= m_until && since / kWeekOfSales < m_tested ? m_before + since / kWeekOfSales : -1;
    const int back = m_beforeUntil - day; // days until the end of what is before
    const int week = back > 0 ? (back + kWeekOfSales - 1) / kWeekOfSales : 0;
    return week >= 1 && week <= m_before && day + length <= m_beforeUntil ? m_before - week : -1;
  }

 private:
  int m_beforeFrom, m_beforeUntil, m_from, m_until, m_before, m_tested;
};

class PanelSum {
 public:
  PanelSum(const ExperimentPanelWish& wish, const WeekGrid& grid, const SalesWorth& worth)
      : m_wish(wish), m_grid(grid), m_worth(worth),
        m_values(wish.units.size() * std::size_t(grid.weeks()), std::numeric_limits<double>::quiet_NaN()) {}

  Status add(Query& q, std::size_t unit, int listing) {
    q.reset();
    q.bind(1, listing).bind(2, m_grid.first()).bind(3, m_grid.last());
    return eachRow(q, [&]() -> Status {
      const int day = smallInteger(q, 0), week = m_grid.weekOf(day, smallInteger(q, 1));
      if (week < 0)
        return {};
      PW_TRY(const double value, valueOf(listing, day, double(q.integer(2)) / kMilli, double(q.integer(3)) / kMicro));
      double& sum = m_values[unit * std::size_t(m_grid.weeks()) + std::size_t(week)];
      sum = std::isnan(sum) ? value : sum + value;
      return {};
    });
  }
  [[nodiscard]] std::vector<double> take() { return std::move(m_values); }

 private:
  Result<double> valueOf(int listing, int day, double units, double price) const {
    if (m_wish.metric == TestMetric::Units)
      return units;
    const double perPrice = m_worth.knows(listing) ? m_worth.perPrice(listing) : 0;
    if (perPrice <= 0)
      return fail(s("experiment.worth-unknown"), {{s("listing"), QString::number(listing)}});
    if (m_wish.metric != TestMetric::Profit)
      return units * price * perPrice;
    const double cost = m_worth.costOn(listing, day);
    if (cost <= 0)
      return fail(s("experiment.cost-missing"), {{s("listing"), QString::number(listing)}});
    return units * (price * perPrice - cost);
  }

  const ExperimentPanelWish& m_wish;
  const WeekGrid& m_grid;
  const SalesWorth& m_worth;
  std::vector<double> m_values;
};

} // namespace

Result<ExperimentPanel> experimentPanel(Workspace& w, const ExperimentPanelWish& wish) {
  const WeekGrid grid(wish);
  if (grid.tested() < 1)
    return fail(s("experiment.no-exposure"));
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const SalesWorth worth, SalesWorth::read(w, catalog, settings, dayOf(w.clock().now())));
  PanelSum sum(wish, grid, worth);
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT day, days, units_milli, price_micro FROM sale WHERE "
                                               "listing_no = ?1 AND day >= ?2 AND day < ?3 ORDER BY day"));
  for (std::size_t unit = 0; unit < wish.units.size(); ++unit)
    for (const int listing : wish.units[unit])
      PW_CHECK(sum.add(q, unit, listing));
  std::vector<double> values = sum.take();
  const auto missing = std::count_if(values.begin(), values.end(), [](double v) { return std::isnan(v); });
  PW_TRY(Panel panel,
         Panel::of(wish.units.size(), std::size_t(grid.weeks()), std::size_t(grid.before()), std::move(values)));
  return ExperimentPanel{std::move(panel), int(missing)};
}

} // namespace pricewright
