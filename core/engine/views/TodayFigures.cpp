// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/TodayFigures.h"

#include "catalog/Rows.h"
#include "engine/OneMoment.h"
#include "engine/earnings/SalesWorth.h"
#include "engine/market/IndexSum.h"

namespace pricewright {
namespace {

constexpr int kWeeks = 53, kLastYear = 52;
constexpr int kSalesBetweenLooks = 4'096; // rows

class FiguresReader {
 public:
  FiguresReader(Workspace& w, const JobContext& job) : m_ws(w), m_db(w.database()), m_job(job) {}

  Result<TodayFigures> read() {
    PW_TRY(m_catalog, m_ws.catalog().load());
    PW_TRY(m_settings, m_ws.catalog().settings());
    m_today = dayOf(m_ws.clock().now());
    m_out.currency = m_catalog.currency;
    PW_TRY(m_worth, SalesWorth::read(m_ws, m_catalog, m_settings, m_today));
    PW_TRY(m_end, endOfSales(m_db, m_today));
    if (m_end > 0) {
      m_out.through = fromDayNumber(m_end - 1);
      PW_CHECK(readSales());
    }
    PW_CHECK(readIndex());
    PW_CHECK(readMonth());
    return std::move(m_out);
  }

 private:
  Status readSales() {
    m_out.weeks.resize(kWeeks);
    std::vector<bool> used(kWeeks);
    PW_TRY(Query q, Query::prepare(m_db, "SELECT s.listing_no, s.day, s.days, s.units_milli, s.price_micro FROM "
                                         "listing l CROSS JOIN sale s ON s.listing_no = l.no AND s.day >= ?1 "
                                         "WHERE s.day + s.days <= ?2"));
    q.bind(1, m_end - 7 * kWeeks - 31).bind(2, m_end);
    qint64 leftOutLast = -1;
    int rows = 0;
    PW_CHECK(eachRow(q, [&]() -> Status {
      if (++rows % kSalesBetweenLooks == 0 && m_job.cancelled())
        return fail(QStringLiteral("engine.cancelled"));
      const qint64 no = q.integer(0);
      const int week = (m_end - smallInteger(q, 1) - smallInteger(q, 2)) / 7;
      if (week >= kWeeks || !m_worth.knows(no))
        return {};
      const double perPrice = m_worth.perPrice(no);
      if (perPrice <= 0) {
        m_out.leftOut += std::exchange(leftOutLast, no) != no;
        return {};
      }
      add(m_out.weeks[std::size_t(week)], no, smallInteger(q, 1), double(q.integer(3)) / 1000,
          double(q.integer(4)) / 1e6 * perPrice);
      used[std::size_t(week)] = true;
      return {};
    }));
    if (used[kLastYear])
      m_out.lastYear = m_out.weeks[kLastYear];
    while (!used.empty() && !used.back())
      used.pop_back();
    m_out.weeks.resize(used.size());
    return {};
  }

  void add(WeekFigures& week, qint64 listing, int day, double units, double netPrice) const {
    week.revenue += units * netPrice;
    const double cost = m_worth.costOn(listing, day);
    if (cost <= 0)
      return;
    week.revenueWithCost += units * netPrice;
    week.profit += units * (netPrice - cost);
  }

  Status readIndex() {
    PW_TRY(const CatalogueSnapshot catalogue, catalogueView(m_ws));
    IndexSum index;
    for (const CatalogueRow& r : catalogue.rows) {
      m_out.indexOf += r.price.isValid();
      m_out.indexKvi += r.index && r.role == SkuRole::Kvi;
      index.add(r, m_worth.rates());
    }
    m_out.index = index.value();
    m_out.indexPrices = index.prices();
    m_out.indexByRevenue = index.byRevenue();
    return {};
  }

  Status readMonth() {
    const TargetPeriod month = TargetPeriod::around(m_today, PeriodKind::Month);
    PW_TRY(Query q, Query::prepare(m_db, "SELECT 1 FROM target WHERE category_no = 0 AND period = ?1"));
    PW_TRY(const bool any, q.bind(1, month.key()).step());
    if (!any)
      return {};
    q.reset();
    PW_TRY(const TargetsView view, targetsView(m_ws, month, m_job));
    m_out.month = view.rows.front();
    return {};
  }

  Workspace& m_ws;
  Database& m_db;
  const JobContext& m_job;
  Catalog m_catalog;
  Settings m_settings;
  Day m_today{};
  int m_end = 0; // the day after the last one that sales cover
  SalesWorth m_worth;
  TodayFigures m_out;
};

} // namespace

Result<TodayFigures> todayFigures(Workspace& workspace, const JobContext& job) {
  return ofOneMoment(workspace.database(), [&] { return FiguresReader(workspace, job).read(); });
}

} // namespace pricewright
