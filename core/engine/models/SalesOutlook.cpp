// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/SalesOutlook.h"

#include "base/Words.h"
#include "engine/models/DaySplit.h"
#include "engine/models/PastPromotions.h"
#include "pipeline/planner/SalesHistory.h"

#include <cmath>
#include <deque>
#include <map>

namespace pricewright {
namespace {

constexpr int kMostWeeks = 104;
constexpr int kMostForecastDays = 7 * kMostWeeks;
constexpr double kOneStep = 0.05; // beyond the prices paid, as a share of them

// The history up to a day that was over; the newest sales are known when their period is.
Status readHistory(SalesHistory& into, Workspace& w, const std::optional<Day>& asOf) {
  const Day today = dayOf(w.clock().now());
  const Day before = asOf ? std::min(*asOf + std::chrono::days(1), today) : today;
  return loadSalesHistory(into, w.database(), w.catalog(), w.offers(), before,
                          std::min(w.clock().now(), startOf(before)));
}

// The first day that is not known: the day after the newest whole period.
qint32 firstOpenDay(std::span<const DemandSeries> series) {
  qint32 end = 0;
  for (const DemandSeries& s : series)
    for (const SalePoint& p : s.points)
      end = std::max(end, p.day + p.days);
  return end;
}

struct Planned {
  SalePoint point;
  bool byFile = false;
  int rows = 1; // of the file: days of one week
};
// One listing's weeks to come.
using Weeks = std::map<qint32, Planned>;

class OutlookMaker {
 public:
  OutlookMaker(Workspace& w, const OutlookWish& wish, const JobContext& job) : m_w(w), m_wish(wish), m_job(job) {}

  Result<Outlook> run() {
    if (m_wish.days > kMostForecastDays || weeks() < 1 || weeks() > kMostWeeks)
      return fail(s("forecast.bad-weeks"), {{s("weeks"), QString::number(weeks())}});
    m_job.report("forecast.read", 0);
    PW_CHECK(readHistory(m_history, m_w, m_wish.asOf));
    m_series = m_history.demandSeries();
    m_from = firstOpenDay(m_series);
    if (m_from == 0)
      return fail(s("forecast.no-history"));
    m_out.asOf = Day(std::chrono::days(m_from - 1));
    PW_CHECK(readPlan());
    PW_CHECK(fillWeeks());
    return forecastAll();
  }

 private:
  int weeks() const { return m_wish.days > 0 ? (m_wish.days + 6) / 7 : m_wish.weeks; }
  qint32 until() const { return m_from + 7 * weeks(); }

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
    std::vector<PlannedWeek> inOrder = file.weeks;
    std::stable_sort(inOrder.begin(), inOrder.end(),
                     [](const PlannedWeek& a, const PlannedWeek& b) { return a.day < b.day; });
    for (const PlannedWeek& week : inOrder) {
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
    ++m_out.plannedRows;
    if (m_wish.days > 0) { // by day, weeks are counted from the first open day whatever the file's begin on
      m_days[listing][week.day] = p.point;
      p.point.day = m_from + (week.day - m_from) / 7 * 7;
    }
    Weeks& weeks = m_weeks[listing];
    const auto before = weeks.empty() ? weeks.end() : std::prev(weeks.end());
    const qint32 day = p.point.day;
    if (before == weeks.end() || day >= before->first + 7)
      weeks[day] = p;
    else if (week.day == before->first)
      before->second = p; // told again
    else
      addDay(before->second, p.point), ++m_out.plannedDays;
  }
  // A plan by days: forecasts are of weeks, so a week's price is the mean of its days'.
  static void addDay(Planned& week, const SalePoint& day) {
    const auto mean = [n = week.rows](auto was, auto is) { return decltype(was)((qint64(was) * n + is) / (n + 1)); };
    week.point.priceMicro = mean(week.point.priceMicro, day.priceMicro);
    if (week.point.regularMicro > 0 && day.regularMicro > 0)
      week.point.regularMicro = mean(week.point.regularMicro, day.regularMicro);
    week.point.dealMilli = mean(week.point.dealMilli, day.dealMilli);
    week.point.featureMilli = mean(week.point.featureMilli, day.featureMilli);
    ++week.rows;
  }

  // Weeks that no file plans: at the price in force, with what the promotion calendar says.
  Status fillWeeks() {
    const Day first{std::chrono::days(m_from)};
    PW_TRY(const auto promotions, m_w.catalog().promotionsTouching(first, Day(std::chrono::days(until()))));
    std::map<int, std::vector<Promotion>> calendar;
    for (const Promotion& p : promotions)
      calendar[p.listingNo].push_back(p);
    for (const DemandSeries& one : m_series) {
      const qint64 regular = regularOf(one);
      if (regular <= 0)
        continue;
      Weeks& weeks = m_weeks[one.listingNo];
      for (qint32 day = m_from; day < until(); day += 7) {
        const auto near = weeks.lower_bound(day); // a file may count its weeks from another weekday
        if (near == weeks.end() || near->first >= day + 7)
          weeks[day] = {ordinaryDays(day, 7, regular, calendar[one.listingNo], currencyOf(one)), false};
      }
      if (m_wish.days > 0)
        fillDays(one, regular, calendar[one.listingNo]);
    }
    return {};
  }

  // Where a week is not the same on all its days: of the file, as it says, a day that it leaves out like the one
  // before; else by the calendar.
  void fillDays(const DemandSeries& one, qint64 regular, const std::vector<Promotion>& calendar) {
    const std::map<qint32, SalePoint> planned = std::move(m_days[one.listingNo]);
    std::map<qint32, SalePoint>& days = m_days[one.listingNo];
    days.clear();
    for (const auto& [week, plan] : m_weeks[one.listingNo]) {
      const qint32 first = week; // lambdas capture no structured bindings
      const bool alike = plan.byFile
                             ? plan.rows < 2 && planned.contains(first)
                             : std::none_of(
                                   calendar.begin(), calendar.end(),
                                   [first](const Promotion& p) {
                                     const qint32 from = toDayNumber(p.from), to = toDayNumber(p.to);
                                     return from <= first + 6 && to >= first && (from > first || to < first + 6);
                                   });
      for (qint32 day = first; day < first + 7 && !alike; ++day) {
        const auto next = planned.upper_bound(day);
        days[day] = plan.byFile && next != planned.begin() ? std::prev(next)->second
                                                           : ordinaryDays(day, 1, regular, calendar, currencyOf(one));
      }
    }
  }

  Currency currencyOf(const DemandSeries& one) const {
    const PriceZone* zone = m_history.catalog.zone(one.zoneNo);
    return zone ? zone->currency : Currency();
  }

  // The published price, else the last regular one that sales show; the other way round for a day of the past, when
  // what is published now need not have been in force.
  qint64 regularOf(const DemandSeries& one) const {
    const auto published = m_history.regular.find(one.listingNo);
    const qint64 inForce = published == m_history.regular.end() ? 0 : published->second.amount.toDecimal().micros();
    if (inForce > 0 && !m_wish.asOf)
      return inForce;
    const RegularInSales seen(one.points);
    return seen.regular.empty() ? inForce : qint64(std::llround(seen.regular.back()));
  }

  static SalePoint ordinaryDays(qint32 day, int count, qint64 regular, const std::vector<Promotion>& promotions,
                                Currency currency) {
    SalePoint p;
    p.day = day, p.priceMicro = p.regularMicro = regular;
    double share = 0, paid = 0;
    for (const Promotion& promotion : promotions) {
      const qint32 from = std::max(day, toDayNumber(promotion.from));
      const qint32 to = std::min(day + count - 1, toDayNumber(promotion.to));
      if (from > to || share >= 1)
        continue;
      const double part = std::min(1 - share, double(to - from + 1) / count);
      share += part;
      paid += part * double(promotion.priceMinor && currency.isValid()
                                ? Money(*promotion.priceMinor, currency).toDecimal().micros()
                                : regular);
    }
    p.dealMilli = qint16(std::lround(share * 1000));
    p.priceMicro = qint64(std::llround(paid + (1 - share) * double(regular)));
    return p;
  }

  // One plan: all prices' history and weeks to come, and what competitors ask then.
  using Plan = std::vector<DemandSeries>;
  struct Kept { // what plans look into
    std::deque<std::vector<SalePoint>> points;
    std::deque<std::vector<std::pair<int, double>>> competitors;
  };

  // The weeks to come as they are planned; those that nothing plans with the promotions of the week so many before.
  Plan planOf(int weeksBack, Kept& kept) {
    Plan out = m_series;
    for (DemandSeries& one : out) {
      const PastPromotions past(one.points);
      std::vector<SalePoint>& points = kept.points.emplace_back(one.points.begin(), one.points.end());
      for (auto [day, planned] : m_weeks[one.listingNo]) {
        if (weeksBack > 0 && !planned.byFile && planned.point.dealMilli == 0)
          past.repeat(m_from - 7 * weeksBack + (day - m_from) % (7 * weeksBack), planned.point);
        points.push_back(planned.point);
      }
      one.points = points;
    }
    return out;
  }

  // The first week that no competitor price tells of.
  qint32 competitorsOpenFrom() const {
    qint32 last = m_from - 1;
    for (const DemandSeries& one : m_series)
      for (const auto& [day, price] : one.competitor)
        last = std::max(last, day);
    return m_from + 7 * ((last - m_from + 7) / 7);
  }

  std::vector<CompetitorOutlook> competitors(qint32 from, int plans) {
    const int weeks = (until() - from + 6) / 7;
    if (weeks < 1)
      return std::vector<CompetitorOutlook>(m_series.size());
    std::vector<CompetitorOutlook> out = competitorOutlooks(m_series, {from, weeks, plans});
    for (const CompetitorOutlook& one : out)
      ++m_out.competitors[std::size_t(one.basis)];
    return out;
  }

  // Several where promotions or competitors' prices are not known: promotions are those of the last half year, in steps
  // of two weeks, all prices of a week together, week after week; competitors go each their own way.
  std::vector<Plan> plans(Kept& kept) {
    constexpr int kPlans = 12, kStep = 2; // weeks
    const qint32 open = competitorsOpenFrom();
    const std::vector<CompetitorOutlook> rivals = competitors(open, kPlans);
    const bool unsure = m_out.competitors[std::size_t(CompetitorBasis::Forecast)] > 0;
    std::vector<Plan> out;
    for (int k = 0; k < kPlans; ++k) {
      if (out.empty() || m_wish.promotionsAsBefore)
        out.push_back(planOf(m_wish.promotionsAsBefore ? kStep * (kPlans - k) : 0, kept));
      else if (unsure)
        out.push_back(out.front()); // the same promotions
      for (std::size_t i = 0; unsure && i < m_series.size(); ++i)
        if (rivals[i].basis == CompetitorBasis::Forecast)
          out.back()[i].competitor = followed(m_series[i].competitor, rivals[i].paths[std::size_t(k)], open, kept);
    }
    return out;
  }

  static std::span<const std::pair<int, double>> followed(std::span<const std::pair<int, double>> known,
                                                          const CompetitorPath& path, qint32 from, Kept& kept) {
    auto& out = kept.competitors.emplace_back(known.begin(), known.end());
    for (std::size_t h = 0; h < path.prices.size(); ++h)
      out.emplace_back(from + 7 * qint32(h), path.prices[h]);
    return out;
  }

  Result<Outlook> forecastAll() {
    const QString name = modelName(ModelKind::DemandForecaster);
    PW_TRY(const ModelVersion model,
           m_wish.version.isEmpty() ? m_w.models().champion(name) : m_w.models().version(name, m_wish.version));
    m_out.version = model.version;
    const auto began = std::chrono::steady_clock::now();
    Kept kept;
    const std::vector<Plan> all = plans(kept);
    SalesForecastOptions options{m_from, forecasterParameters(model.parameters)};
    options.alternatives = std::span(all).subspan(1);
    PW_TRY(const SalesForecasts made, forecastSales(all.front(), options, m_job));
    m_out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    m_out.calibration = made.calibration, m_out.importance = made.importance;
    m_out.rowsLearnt = made.rowsLearnt, m_out.trainingSha256 = made.trainingSha256;
    if (m_wish.days > 0) {
      PW_CHECK(splitIntoDays(made.rows));
    } else {
      for (const SalesForecastRow& row : made.rows)
        m_out.rows.push_back(rowOf(row));
    }
    m_out.beyondRows =
        std::count_if(m_out.rows.begin(), m_out.rows.end(), [](const OutlookRow& row) { return row.beyond; });
    std::stable_sort(m_out.rows.begin(), m_out.rows.end(), [](const OutlookRow& a, const OutlookRow& b) {
      return std::tie(a.sku, a.zone, a.from) < std::tie(b.sku, b.zone, b.from);
    });
    return std::move(m_out);
  }

  Status splitIntoDays(const std::vector<SalesForecastRow>& rows) {
    const bool differ = std::any_of(m_days.begin(), m_days.end(), [](const auto& of) { return !of.second.empty(); });
    PW_TRY(const DaySplit split, DaySplit::learn(m_w.database(), m_series, m_from, differ, m_job));
    m_out.dayWeeks = split.weeks();
    for (const SalesForecastRow& row : rows) {
      const DemandSeries& one = m_series[std::size_t(row.series)];
      const std::map<qint32, SalePoint>& days = m_days[one.listingNo];
      std::vector<SalePoint> plan;
      for (auto day = days.lower_bound(row.day); day != days.end() && day->first < row.day + 7; ++day)
        plan.push_back(day->second);
      const auto units = split.daysOf(std::size_t(row.series), row.day, row.forecast, plan);
      OutlookRow of = rowOf(row);
      for (qint32 d = 0; d < 7 && row.day + d < m_from + m_wish.days; ++d) {
        of.from = Day(std::chrono::days(row.day + d));
        of.units = units[std::size_t(d)];
        if (plan.size() == 7) {
          of.price = double(plan[std::size_t(d)].priceMicro) / 1e6;
          of.beyond = isBeyond(row.series, of.price);
        }
        m_out.rows.push_back(of);
      }
    }
    return {};
  }

  OutlookRow rowOf(const SalesForecastRow& row) {
    const DemandSeries& one = m_series[std::size_t(row.series)];
    const Planned& planned = m_weeks[one.listingNo][row.day];
    OutlookRow out;
    out.listingNo = one.listingNo;
    if (const Sku* sku = m_history.catalog.sku(one.skuNo))
      out.sku = sku->code;
    if (const PriceZone* zone = m_history.catalog.zone(one.zoneNo))
      out.zone = zone->code, out.currency = zone->currency;
    out.from = Day(std::chrono::days(row.day));
    out.price = double(planned.point.priceMicro) / 1e6;
    out.planned = planned.byFile;
    out.units = row.forecast;
    out.known = row.forecast.median > 0;
    out.beyond = isBeyond(row.series, out.price);
    return out;
  }

  // Outside all that was ever paid for it; of a listing that never sold nothing is outside.
  bool isBeyond(int series, double price) {
    if (m_paid.empty())
      for (const DemandSeries& one : m_series) {
        std::pair<double, double> paid{HUGE_VAL, 0};
        for (const SalePoint& p : one.points)
          if (p.priceMicro > 0)
            paid = {std::min(paid.first, double(p.priceMicro) / 1e6),
                    std::max(paid.second, double(p.priceMicro) / 1e6)};
        m_paid.push_back(paid);
      }
    const auto& [lowest, highest] = m_paid[std::size_t(series)];
    return highest > 0 && (price < lowest * (1 - kOneStep) || price > highest * (1 + kOneStep));
  }

  Workspace& m_w;
  const OutlookWish& m_wish;
  const JobContext& m_job;
  SalesHistory m_history;
  std::vector<DemandSeries> m_series; // looks into it
  qint32 m_from = 0;
  std::map<int, Weeks> m_weeks;
  std::map<int, std::map<qint32, SalePoint>> m_days; // by listing: days of weeks that are not alike on all of them
  std::vector<std::pair<double, double>> m_paid;     // by series: lowest and highest price ever paid
  Outlook m_out;
};

} // namespace

Result<Outlook> salesOutlook(Workspace& workspace, const OutlookWish& wish, const JobContext& job) {
  return OutlookMaker(workspace, wish, job).run();
}

Result<BacktestReport> salesBacktest(Workspace& workspace, const BacktestOptions& options, const JobContext& job) {
  SalesHistory history;
  PW_CHECK(readHistory(history, workspace, std::nullopt));
  return backtestSales(history.demandSeries(), options, job);
}

} // namespace pricewright
