// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/TodayFigures.h"

#include "catalog/Rows.h"
#include "engine/CatalogueView.h"
#include "engine/OneMoment.h"
#include "engine/WorkspaceRates.h"

namespace pricewright {
namespace {

constexpr int kWeeks = 53, kLastYear = 52;
constexpr int kBetweenLooks = 4'096; // rows

// A listing as sums need it: how its price becomes net money of the workspace.
struct Worth {
  double perPrice = 0; // 0: cannot be told
  double perUnit = 0;  // exchange rate alone, for costs in the listing's currency
  Currency currency;
};

class FiguresReader {
 public:
  FiguresReader(Workspace& w, const JobContext& job) : m_ws(w), m_db(w.database()), m_job(job) {}

  Result<TodayFigures> read() {
    PW_TRY(m_catalog, m_ws.catalog().load());
    PW_TRY(m_settings, m_ws.catalog().settings());
    m_today = dayOf(m_ws.clock().now());
    m_out.currency = m_catalog.currency;
    m_rates = WorkspaceRates::on(m_ws, m_settings, m_today, m_catalog.currency);
    PW_TRY(m_end, lastEnd());
    if (m_end > 0) {
      m_out.through = fromDayNumber(m_end - 1);
      worths();
      PW_CHECK(readCosts());
      PW_CHECK(readSales());
    }
    PW_CHECK(readIndex());
    return std::move(m_out);
  }

 private:
  Result<int> lastEnd() {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT max((SELECT s.day + s.days FROM sale s WHERE s.listing_no = l.no AND "
                                         "s.day <= ?1 ORDER BY s.day DESC LIMIT 1)) FROM listing l"));
    q.bind(1, toDayNumber(m_today));
    PW_TRY(const bool row, q.step());
    return row && !q.isNull(0) ? smallInteger(q, 0) : 0;
  }

  void worths() {
    for (const Listing& l : m_catalog.listings) {
      const Sku* sku = m_catalog.sku(l.skuNo);
      const PriceZone* zone = m_catalog.zone(l.zoneNo);
      if (!sku || !zone)
        continue;
      if (std::size_t(l.no) >= m_worth.size())
        m_worth.resize(std::size_t(l.no) + 1), m_costs.resize(std::size_t(l.no) + 1);
      Worth& w = m_worth[std::size_t(l.no)];
      w.currency = zone->currency;
      w.perUnit = m_rates.worth(zone->currency);
      const std::optional<int> vat = m_catalog.vatBp(zone->market, sku->vatClass, m_today);
      if (!zone->grossPrices)
        w.perPrice = w.perUnit;
      else if (vat)
        w.perPrice = w.perUnit * 10'000.0 / (10'000.0 + *vat);
    }
  }

  // Replacement costs by listing and date, in the workspace's currency.
  Status readCosts() {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT listing_no, from_day, amount_micro, currency FROM cost WHERE kind = "
                                         "'replacement' AND from_day <= ?1 ORDER BY listing_no, from_day"));
    q.bind(1, toDayNumber(m_today));
    CurrencyReader currencies;
    std::map<QString, double> rates;
    return eachRow(q, [&]() -> Status {
      const qint64 no = q.integer(0);
      const auto currency = currencies.read(q.utf8(3));
      if (no < 0 || no >= qint64(m_costs.size()) || !currency)
        return {};
      const auto [at, isNew] = rates.try_emplace(currency->code(), 0.0);
      if (isNew)
        at->second = m_rates.worth(*currency);
      const double cost = double(q.integer(2)) / 1e6 * at->second;
      m_costs[std::size_t(no)].push_back({smallInteger(q, 1), std::max(0.0, cost)});
      return {};
    });
  }

  // The one in force on a day; 0: none that is known.
  double costOn(qint64 listing, int day) const {
    double found = 0;
    for (const auto& [from, cost] : m_costs[std::size_t(listing)]) {
      if (from > day)
        break;
      found = cost;
    }
    return found;
  }

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
      if (++rows % kBetweenLooks == 0 && m_job.cancelled())
        return fail(QStringLiteral("engine.cancelled"));
      const qint64 no = q.integer(0);
      const int week = (m_end - smallInteger(q, 1) - smallInteger(q, 2)) / 7;
      if (week >= kWeeks || no < 0 || no >= qint64(m_worth.size()))
        return {};
      const Worth& w = m_worth[std::size_t(no)];
      if (w.perPrice <= 0) {
        m_out.leftOut += std::exchange(leftOutLast, no) != no;
        return {};
      }
      add(m_out.weeks[std::size_t(week)], no, smallInteger(q, 1), double(q.integer(3)) / 1000,
          double(q.integer(4)) / 1e6 * w.perPrice);
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
    const double cost = costOn(listing, day);
    if (cost <= 0)
      return;
    week.revenueWithCost += units * netPrice;
    week.profit += units * (netPrice - cost);
  }

  Status readIndex() {
    PW_TRY(const CatalogueSnapshot catalogue, catalogueView(m_ws));
    double sum = 0, weight = 0, plain = 0;
    for (const CatalogueRow& r : catalogue.rows) {
      m_out.indexOf += r.price.isValid();
      if (!r.index)
        continue;
      ++m_out.indexPrices;
      m_out.indexKvi += r.role == SkuRole::Kvi;
      plain += *r.index;
      const double w = std::max(0.0, r.revenuePerWeek.value_or(0)) * m_rates.worth(r.currency);
      sum += w * *r.index;
      weight += w;
    }
    if (m_out.indexPrices > 0) {
      m_out.indexByRevenue = weight > 0;
      m_out.index = weight > 0 ? sum / weight : plain / m_out.indexPrices;
    }
    return {};
  }

  Workspace& m_ws;
  Database& m_db;
  const JobContext& m_job;
  Catalog m_catalog;
  Settings m_settings;
  Day m_today{};
  int m_end = 0; // the day after the last one that sales cover
  WorkspaceRates m_rates;
  std::vector<Worth> m_worth;                               // by listing number
  std::vector<std::vector<std::pair<int, double>>> m_costs; // from day, per unit
  TodayFigures m_out;
};

} // namespace

Result<TodayFigures> todayFigures(Workspace& workspace, const JobContext& job) {
  return ofOneMoment(workspace.database(), [&] { return FiguresReader(workspace, job).read(); });
}

} // namespace pricewright
