// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/forecasts/SalesReplay.h"

#include "demand/DemandPanel.h"
#include "demand/HoldOut.h"

#include <cmath>
#include <map>

namespace pricewright {
namespace {

struct Days {
  qint32 first = 0, last = 0;
  bool any = false;
};

Days daysOf(std::span<const DemandSeries> series) {
  Days out;
  for (const DemandSeries& s : series)
    for (const SalePoint& p : s.points) {
      out.first = out.any ? std::min(out.first, p.day) : p.day;
      out.last = out.any ? std::max(out.last, p.day) : p.day;
      out.any = true;
    }
  return out;
}

std::vector<qint32> defaultOrigins(const Days& days, int weeks) {
  constexpr int kMost = 4, kLeastHistory = 40; // weeks
  std::vector<qint32> out;
  for (qint32 from = days.last + 7 - 7 * weeks; int(out.size()) < kMost && from - days.first >= 7 * kLeastHistory;
       from -= 7 * weeks)
    out.insert(out.begin(), from);
  return out;
}

double pinball(double units, double quantile, double p) {
  return units >= quantile ? p * (units - quantile) : (1 - p) * (quantile - units);
}

struct OriginSums {
  HoldOutSums blend, terms;
  std::map<int, HoldOutSums> categories;
  double pinball = 0;
  QString sha256;
};

Result<OriginSums> replay(std::span<const DemandSeries> series, qint32 from, int weeks, const ForecastLearning& how,
                          const JobContext& job) {
  const CutSeries cut(series, from, from + 7 * weeks);
  PW_TRY(const ForecastRun run, runForecast(cut.series, from, how, job));
  PW_TRY(const ForecastCalibration calibration, calibrate(cut.series, run, from, how, job));
  OriginSums sums;
  sums.sha256 = run.sha256;
  for (const ForecastRun::Row& row : run.rows) {
    const auto at = cut.truth[std::size_t(row.series)].find(row.day);
    if (at == cut.truth[std::size_t(row.series)].end())
      continue;
    const Forecast f = forecastOf(row, calibration);
    sums.blend.add(f, at->second);
    sums.categories[series[std::size_t(row.series)].categoryNo].add(f, at->second);
    if (std::isfinite(row.terms))
      sums.terms.add(row.termsForecast, at->second);
    sums.pinball +=
        (pinball(at->second, f.low80, 0.1) + pinball(at->second, f.median, 0.5) + pinball(at->second, f.high80, 0.9)) /
        3;
  }
  return sums;
}

} // namespace

CutSeries::CutSeries(std::span<const DemandSeries> all, qint32 from, qint32 until) : series(all.begin(), all.end()) {
  for (DemandSeries& s : series) {
    // Points may come in any order; a cut is by day, so they are sorted first where they are not.
    const auto later = [](const SalePoint& a, const SalePoint& b) { return a.day < b.day; };
    if (!std::is_sorted(s.points.begin(), s.points.end(), later)) {
      sorted.emplace_back(s.points.begin(), s.points.end());
      std::stable_sort(sorted.back().begin(), sorted.back().end(), later);
      s.points = sorted.back();
    }
    const auto end = std::lower_bound(s.points.begin(), s.points.end(), until,
                                      [](const SalePoint& p, qint32 day) { return p.day < day; });
    s.points = s.points.first(std::size_t(end - s.points.begin()));
    const auto known =
        std::find_if(s.competitor.begin(), s.competitor.end(), [&](const auto& c) { return c.first >= until; });
    s.competitor = s.competitor.first(std::size_t(known - s.competitor.begin()));
  }
  truth.resize(series.size());
  for (std::size_t i = 0; i < series.size(); ++i)
    for (const SalePoint& p : series[i].points)
      if (p.day >= from && p.unitsMilli >= 0 && p.days > 0 && p.inStockDays != 0)
        truth[i][p.day] = fullWeekUnits(p);
}

std::vector<ForecastError> CutSeries::errors(const ForecastRun& run) const {
  std::vector<ForecastError> out;
  for (const ForecastRun::Row& row : run.rows) {
    const auto& sold = truth[std::size_t(row.series)];
    if (const auto at = sold.find(row.day); at != sold.end())
      out.push_back(
          {std::log(at->second + kHalfAUnit) - row.blend, at->second, std::exp(row.blend), row.promoted, row.series});
  }
  return out;
}

Result<BacktestReport> backtestSales(std::span<const DemandSeries> series, const BacktestOptions& options,
                                     const JobContext& job) {
  const int weeks = std::clamp(options.weeks, 1, 104);
  const std::vector<qint32> origins = options.origins.empty() ? defaultOrigins(daysOf(series), weeks) : options.origins;
  if (origins.empty())
    return fail(QStringLiteral("forecast.short-history"));
  BacktestReport report;
  std::vector<HoldOutSums> blend, terms;
  for (const qint32 from : origins) {
    job.report("forecast.backtest", double(report.origins.size()) / double(origins.size()));
    PW_TRY(const OriginSums sums, replay(series, from, weeks, {options.parameters, options.threads}, job));
    report.trainingSha256 = sums.sha256;
    BacktestOrigin origin;
    origin.from = from, origin.weeks = weeks;
    origin.blend = metricsOf({sums.blend}, weeks), origin.terms = metricsOf({sums.terms}, weeks);
    origin.pinball = sums.blend.rows > 0 ? sums.pinball / double(sums.blend.rows) : 0;
    for (const auto& [category, s] : sums.categories)
      origin.categories.emplace_back(category, metricsOf({s}, weeks));
    report.origins.push_back(std::move(origin));
    blend.push_back(sums.blend), terms.push_back(sums.terms);
  }
  std::erase_if(blend, [](const HoldOutSums& s) { return !s.tells(); });
  std::erase_if(terms, [](const HoldOutSums& s) { return !s.tells(); });
  report.blend = metricsOf(blend, weeks), report.terms = metricsOf(terms, weeks);
  return report;
}

} // namespace pricewright
