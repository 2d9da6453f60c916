// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/SalesOutlook.h"

#include "base/Words.h"
#include "engine/models/DaySplit.h"
#include "engine/models/PastPromotions.h"
#include "engine/models/WeekPlan.h"

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
    m_plan.emplace(m_history, m_series, m_from, weeks(), m_wish.days > 0, m_wish.asOf.has_value());
    PW_CHECK(planWeeks());
    return forecastAll();
  }

 private:
  int weeks() const { return m_wish.days > 0 ? (m_wish.days + 6) / 7 : m_wish.weeks; }
  qint32 until() const { return m_from + 7 * weeks(); }

  Status planWeeks() {
    if (!m_wish.planFile.isEmpty()) {
      PW_TRY(const PlanFile file, readPlanFile(m_wish.planFile, m_wish.planMapping, m_job));
      m_out.rejectedRows = file.rejectedRows, m_out.rejected = file.rejected;
      m_plan->take(file);
      m_out.rejectedRows += qint64(m_plan->refused().size());
      m_out.rejected.insert(m_out.rejected.end(), m_plan->refused().begin(), m_plan->refused().end());
    }
    const Day first{std::chrono::days(m_from)};
    PW_TRY(const auto promotions, m_w.catalog().promotionsTouching(first, Day(std::chrono::days(until()))));
    m_plan->fill(promotions);
    m_out.plan = m_plan->counts();
    return {};
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
      for (auto [day, planned] : m_plan->weeksOf(one.listingNo)) {
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
    PW_TRY(const DaySplit split, DaySplit::learn(m_w.database(), m_series, m_from, m_plan->daysDiffer(), m_job));
    m_out.dayWeeks = split.weeks();
    for (const SalesForecastRow& row : rows) {
      const DemandSeries& one = m_series[std::size_t(row.series)];
      const std::map<qint32, SalePoint>& days = m_plan->daysOf(one.listingNo);
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
    const WeekPlan::Weeks& weeks = m_plan->weeksOf(one.listingNo);
    const auto at = weeks.find(row.day);
    const WeekPlan::Planned planned = at == weeks.end() ? WeekPlan::Planned() : at->second;
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
  std::optional<WeekPlan> m_plan;
  std::vector<std::pair<double, double>> m_paid; // by series: lowest and highest price ever paid
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
