// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/SalesOutlook.h"

#include "base/Words.h"
#include "demand/DemandPanel.h"
#include "engine/SalesHistory.h"

#include <cmath>
#include <map>

namespace pricewright {
namespace {

constexpr int kMostWeeks = 104;

// The first day that is not known: the day after the newest period that was over by then.
qint32 firstOpenDay(const SalesPanel& sales) {
  qint32 end = 0;
  for (const SalePoint& p : sales.points)
    end = std::max(end, p.day + p.days);
  return end;
}

struct Planned {
  SalePoint point;
  bool byFile = false;
};
// One listing's weeks to come.
using Weeks = std::map<qint32, Planned>;

class OutlookMaker {
 public:
  OutlookMaker(Workspace& w, const OutlookWish& wish, const JobContext& job) : m_w(w), m_wish(wish), m_job(job) {}

  Result<Outlook> run() {
    if (m_wish.weeks < 1 || m_wish.weeks > kMostWeeks)
      return fail(s("forecast.bad-weeks"), {{s("weeks"), QString::number(m_wish.weeks)}});
    const Day today = dayOf(m_w.clock().now());
    const Day before =
        m_wish.asOf ? std::min(*m_wish.asOf, today) + std::chrono::days(1) : today + std::chrono::days(1);
    m_job.report("forecast.read", 0);
    PW_TRY(m_history, readSalesHistory(m_w, before));
    m_from = firstOpenDay(m_history.sales);
    if (m_from == 0)
      return fail(s("forecast.no-history"));
    m_out.asOf = Day(std::chrono::days(m_from - 1));
    PW_CHECK(readPlan());
    PW_CHECK(fillWeeks());
    return forecastAll();
  }

 private:
  qint32 until() const { return m_from + 7 * m_wish.weeks; }

  Status readPlan() {
    if (m_wish.planFile.isEmpty())
      return {};
    PW_TRY(const PlanFile file, readPlanFile(m_wish.planFile, m_wish.planMapping, m_job));
    m_out.rejectedRows = file.rejectedRows, m_out.rejected = file.rejected;
    std::map<QString, int> skus, zones;
    for (const Sku& sku : m_history.catalog.skus)
      skus.emplace(sku.code, sku.no);
    for (const PriceZone& zone : m_history.catalog.zones)
      zones.emplace(zone.code, zone.no);
    std::map<std::pair<int, int>, int> listings; // (SKU, zone)
    std::map<int, std::vector<int>> ofSku;
    for (const Listing& l : m_history.catalog.listings) {
      listings.emplace(std::pair(l.skuNo, l.zoneNo), l.no);
      ofSku[l.skuNo].push_back(l.no);
    }
    for (const PlannedWeek& week : file.weeks) {
      const auto sku = skus.find(week.sku);
      const auto zone = zones.find(week.zone);
      std::vector<int> places;
      if (sku != skus.end() && week.zone.isEmpty())
        places = ofSku[sku->second];
      else if (sku != skus.end() && zone != zones.end())
        if (const auto at = listings.find({sku->second, zone->second}); at != listings.end())
          places = {at->second};
      if (places.empty())
        ++m_out.unknownPlaces;
      else if (week.day < m_from || week.day >= until())
        ++m_out.outsideWeeks;
      else
        for (const int listing : places)
          plan(listing, week);
    }
    return {};
  }

  void plan(int listing, const PlannedWeek& week) {
    Planned p;
    p.point.day = week.day;
    p.point.priceMicro = week.priceMicro, p.point.regularMicro = week.regularMicro;
    p.point.dealMilli = week.dealMilli, p.point.featureMilli = week.featureMilli;
    p.byFile = true;
    m_weeks[listing][week.day] = p;
    ++m_out.plannedRows;
  }

  // Weeks that no file plans: at the price in force, with what the promotion calendar says.
  Status fillWeeks() {
    const Day first{std::chrono::days(m_from)};
    const Instant at = std::min(startOf(first), m_w.clock().now());
    std::map<int, qint64> inForce;
    PW_TRY(const auto prices, m_w.catalog().regularPricesInForce(at));
    for (const PublishedPrice& p : prices)
      inForce[p.listingNo] = p.amount.toDecimal().micros();
    PW_TRY(const auto promotions, m_w.catalog().promotionsTouching(first, Day(std::chrono::days(until()))));
    std::map<int, std::vector<Promotion>> calendar;
    for (const Promotion& p : promotions)
      calendar[p.listingNo].push_back(p);
    for (const Listing& l : m_history.catalog.listings) {
      const qint64 regular = regularOf(l, inForce);
      if (regular <= 0)
        continue;
      Weeks& weeks = m_weeks[l.no];
      for (qint32 day = m_from; day < until(); day += 7) {
        const auto near = weeks.lower_bound(day); // a file may count its weeks from another weekday
        if (near == weeks.end() || near->first >= day + 7)
          weeks[day] = {ordinaryWeek(day, regular, calendar[l.no], currencyOf(l)), false};
      }
    }
    return {};
  }

  Currency currencyOf(const Listing& l) const {
    const PriceZone* zone = m_history.catalog.zone(l.zoneNo);
    return zone ? zone->currency : Currency();
  }

  // The published price, else the last regular one that sales show.
  qint64 regularOf(const Listing& l, const std::map<int, qint64>& inForce) const {
    if (const auto at = inForce.find(l.no); at != inForce.end() && !m_wish.asOf)
      return at->second;
    const auto points = m_history.points(l.no);
    std::vector<qint32> days;
    std::vector<double> paid;
    std::vector<char> promoted;
    for (const SalePoint& p : points)
      if (p.priceMicro > 0)
        days.push_back(p.day), paid.push_back(double(p.priceMicro)),
            promoted.push_back(p.dealMilli > 0 || p.featureMilli > 0);
    if (!paid.empty())
      return qint64(std::llround(runningRegular(days, paid, promoted).back()));
    const auto at = inForce.find(l.no);
    return at == inForce.end() ? 0 : at->second;
  }

  static SalePoint ordinaryWeek(qint32 day, qint64 regular, const std::vector<Promotion>& promotions,
                                Currency currency) {
    SalePoint p;
    p.day = day, p.priceMicro = p.regularMicro = regular;
    double share = 0, paid = 0;
    for (const Promotion& promotion : promotions) {
      const qint32 from = std::max(day, toDayNumber(promotion.from)), to = std::min(day + 6, toDayNumber(promotion.to));
      if (from > to || share >= 1)
        continue;
      const double part = std::min(1 - share, double(to - from + 1) / 7);
      share += part;
      paid += part * double(promotion.priceMinor && currency.isValid()
                                ? Money(*promotion.priceMinor, currency).toDecimal().micros()
                                : regular);
    }
    p.dealMilli = qint16(std::lround(share * 1000));
    p.priceMicro = qint64(std::llround(paid + (1 - share) * double(regular)));
    return p;
  }

  Result<Outlook> forecastAll() {
    std::vector<std::vector<SalePoint>> points;
    std::vector<DemandSeries> series;
    std::vector<const Listing*> listings;
    for (const Listing& l : m_history.catalog.listings) {
      const Sku* sku = m_history.catalog.sku(l.skuNo);
      if (!sku)
        continue;
      const auto past = m_history.points(l.no);
      points.emplace_back(past.begin(), past.end());
      for (const auto& [day, planned] : m_weeks[l.no])
        points.back().push_back(planned.point);
      series.push_back(m_history.seriesOf(l, *sku));
      listings.push_back(&l);
    }
    for (std::size_t i = 0; i < series.size(); ++i)
      series[i].points = points[i];
    PW_TRY(const SalesForecasts made, forecastSales(series, {m_from, 0, true}, m_job));
    m_out.calibration = made.calibration, m_out.importance = made.importance;
    m_out.rowsLearnt = made.rowsLearnt, m_out.trainingSha256 = made.trainingSha256;
    for (const SalesForecastRow& row : made.rows)
      m_out.rows.push_back(rowOf(*listings[std::size_t(row.series)], row));
    std::stable_sort(m_out.rows.begin(), m_out.rows.end(), [](const OutlookRow& a, const OutlookRow& b) {
      return std::tie(a.sku, a.zone, a.from) < std::tie(b.sku, b.zone, b.from);
    });
    return std::move(m_out);
  }

  OutlookRow rowOf(const Listing& l, const SalesForecastRow& row) {
    const Planned& planned = m_weeks[l.no][row.day];
    OutlookRow out;
    out.listingNo = l.no;
    if (const Sku* sku = m_history.catalog.sku(l.skuNo))
      out.sku = sku->code;
    if (const PriceZone* zone = m_history.catalog.zone(l.zoneNo))
      out.zone = zone->code, out.currency = zone->currency;
    out.from = Day(std::chrono::days(row.day));
    out.price = double(planned.point.priceMicro) / 1e6;
    out.planned = planned.byFile;
    out.units = row.forecast;
    out.known = row.forecast.median > 0;
    return out;
  }

  Workspace& m_w;
  const OutlookWish& m_wish;
  const JobContext& m_job;
  SalesHistory m_history;
  qint32 m_from = 0;
  std::map<int, Weeks> m_weeks;
  Outlook m_out;
};

} // namespace

Result<Outlook> salesOutlook(Workspace& workspace, const OutlookWish& wish, const JobContext& job) {
  return OutlookMaker(workspace, wish, job).run();
}

Result<BacktestReport> salesBacktest(Workspace& workspace, const BacktestOptions& options, const JobContext& job) {
  PW_TRY(const SalesHistory history,
         readSalesHistory(workspace, dayOf(workspace.clock().now()) + std::chrono::days(1)));
  std::vector<DemandSeries> series;
  for (const Listing& l : history.catalog.listings)
    if (const Sku* sku = history.catalog.sku(l.skuNo))
      series.push_back(history.seriesOf(l, *sku));
  return backtestSales(series, options, job);
}

} // namespace pricewright
