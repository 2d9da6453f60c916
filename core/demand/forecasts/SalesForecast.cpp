// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/forecasts/SalesForecast.h"

#include "demand/forecasts/FeatureCycle.h"
#include "demand/forecasts/ForecastFeatures.h"
#include "demand/forecasts/SalesReplay.h"
#include "statistics/Robust.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace pricewright {
namespace {

constexpr int kLongHistory = 8; // weeks; with fewer, errors are taken to be half as large again

// `doubt` is independent of the errors, and adds its square to theirs.
Forecast forecastFrom(double logUnits, const ForecastCalibration::Errors& e, double widen, double doubt) {
  constexpr double kNormal80 = 1.2816, kNormal95 = 1.9600; // standard deviations
  const auto wide = [&](double error, double deviations) {
    return std::copysign(std::hypot(widen * error, deviations * doubt), error);
  };
  // Half a unit was added before logs were taken (DemandRow::logUnits): without taking it off again, a week without a
  // sale would lie below every limit of a slow product.
  const auto at = [&](double error) {
    return std::max(0.0, std::exp(std::clamp(logUnits + error, -30.0, 30.0)) - kHalfAUnit);
  };
  constexpr double kLeastMedian = 1e-3; // all zeros would say that nothing can be told
  Forecast f;
  f.median = std::max(kLeastMedian, at(0));
  f.mean = std::exp(std::clamp(logUnits, -30.0, 30.0)) * e.lift;
  // Less than one is none: what is sold comes in whole units, and below one there is only a week without a sale.
  const auto least = [&](double error) {
    const double units = at(error);
    return units < 1 ? 0 : units;
  };
  f.low80 = least(wide(e.low80, kNormal80)), f.high80 = at(wide(e.high80, kNormal80));
  f.low95 = least(wide(e.low95, kNormal95)), f.high95 = at(wide(e.high95, kNormal95));
  f.high80 = std::max(f.high80, f.median), f.high95 = std::max(f.high95, f.high80);
  f.low80 = std::min(f.low80, f.median), f.low95 = std::min(f.low95, f.low80);
  f.mean = std::min(f.mean, std::max(f.high95, f.median)); // of next to nothing the lift of all products is no measure
  return f;
}

// Earlier origins of the same length as the plan, each forecast from what was known before it.
std::vector<qint32> earlierOrigins(std::span<const DemandSeries> series, qint32 from, int weeks) {
  constexpr int kMost = 2, kLeastHistory = 40; // weeks
  qint32 first = from;
  for (const DemandSeries& s : series)
    for (const SalePoint& p : s.points)
      first = std::min(first, p.day);
  std::vector<qint32> out;
  for (qint32 origin = from - 7 * weeks; int(out.size()) < kMost && origin - first >= 7 * kLeastHistory;
       origin -= 7 * weeks)
    out.push_back(origin);
  return out;
}

// Series that changed their scale, say, are off by so much more than the others that they tell of themselves alone:
// their units would raise or lower the means of all.
std::set<int> brokenSeries(const std::vector<ForecastError>& errors) {
  constexpr double kOff = 1, kTimesUsual = 4; // of log units
  std::map<int, std::pair<double, double>> squares;
  for (const ForecastError& e : errors)
    squares[e.series].first += e.error * e.error, squares[e.series].second += 1;
  std::vector<double> spreads;
  for (auto& [series, sum] : squares)
    spreads.push_back(sum.first = std::sqrt(sum.first / sum.second));
  std::set<int> out;
  if (spreads.empty())
    return out;
  const double most = std::max(kOff, kTimesUsual * median(spreads));
  for (const auto& [series, spread] : squares)
    if (spread.first > most)
      out.insert(series);
  return out;
}

ForecastCalibration::Errors errorsOf(std::vector<ForecastError> errors, double widen) {
  ForecastCalibration::Errors out;
  if (errors.size() < 20)
    return out;
  double units = 0, medians = 0, logs = 0;
  const std::set<int> broken = brokenSeries(errors);
  for (const ForecastError& e : errors)
    if (!broken.contains(e.series))
      units += e.units, medians += e.median, logs += e.median * e.error;
  std::sort(errors.begin(), errors.end(), [](const auto& a, const auto& b) { return a.error < b.error; });
  const auto quantile = [&](double p) { return widen * errors[std::size_t(p * double(errors.size() - 1))].error; };
  out.low95 = std::min(quantile(0.025), -0.01), out.low80 = std::min(quantile(0.1), -0.01);
  out.high80 = std::max(quantile(0.9), 0.01), out.high95 = std::max(quantile(0.975), 0.01);
  // How far these weeks' logs were off on the whole is their luck: it tells nothing of weeks to come. What the mean of
  // units has above that of logs is told by how they scatter.
  out.lift = medians > 0 ? std::clamp(units / medians * std::exp(-logs / medians), 0.8, 2.0) : 1;
  return out;
}

ForecastCalibration calibrationOf(const std::vector<ForecastError>& errors, int origins, double widen) {
  constexpr std::size_t kLeast = 200; // rows; with fewer, both kinds of week share one distribution
  std::vector<ForecastError> ordinary, promoted;
  for (const ForecastError& e : errors)
    (e.promoted ? promoted : ordinary).push_back(e);
  ForecastCalibration out;
  out.origins = origins, out.rows = qint64(errors.size());
  out.ordinary = errorsOf(ordinary.size() >= kLeast ? ordinary : errors, widen);
  out.promoted = errorsOf(promoted.size() >= kLeast ? promoted : errors, widen);
  return out;
}

std::vector<ForecastError> errorsOfAll(const std::deque<CutSeries>& cuts, const std::vector<ForecastRun>& runs) {
  std::vector<ForecastError> out;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const auto more = cuts[i].errors(runs[i]);
    out.insert(out.end(), more.begin(), more.end());
  }
  return out;
}

} // namespace

Result<ForecastCalibration> calibrate(std::span<const DemandSeries> series, const ForecastRun& run, qint32 from,
                                      const ForecastLearning& how, const JobContext& job) {
  constexpr int kShortest = 12, kLongest = 16; // weeks: errors of a few weeks say more about those weeks
  qint32 last = from;
  for (const ForecastRun::Row& row : run.rows)
    last = std::max(last, row.day);
  const int weeks = std::clamp((last - from) / 7 + 1, kShortest, kLongest);
  std::deque<CutSeries> cuts;
  std::vector<ForecastRun> runs;
  for (const qint32 origin : earlierOrigins(series, from, weeks)) {
    cuts.emplace_back(series, origin, origin + 7 * weeks);
    PW_TRY(ForecastRun earlier, runForecast(cuts.back().series, origin, how, job));
    runs.push_back(std::move(earlier));
  }
  // Weeks that lie between others are easier to tell than those to come.
  constexpr double kWiden = 1.3;
  if (runs.empty())
    return calibrationOf(run.outOfBag, 0, kWiden);
  std::vector<ForecastError> errors = errorsOfAll(cuts, runs);
  ForecastCalibration out = calibrationOf(errors, int(runs.size()), 1);
  // Two stretches of weeks tell the mean badly: units come in few, large weeks. All weeks left out of the learning
  // count with them.
  errors.insert(errors.end(), run.outOfBag.begin(), run.outOfBag.end());
  const ForecastCalibration all = calibrationOf(errors, 0, 1);
  out.ordinary.lift = all.ordinary.lift, out.promoted.lift = all.promoted.lift;
  return out;
}

Forecast forecastOf(const ForecastRun::Row& row, const ForecastCalibration& calibration) {
  return forecastFrom(row.blend, row.promoted ? calibration.promoted : calibration.ordinary,
                      row.weeksKnown >= kLongHistory ? 1 : 1.5, row.doubt);
}

namespace {

struct PlannedWeek {
  std::vector<Forecast> forecasts; // of each plan
  std::vector<char> featured;
};

// Where some plans feature a product and others do not, together they are as likely as its cycle says.
std::vector<double> planWeights(const std::vector<char>& featured, double chance) {
  const double with = double(std::count(featured.begin(), featured.end(), 1)), without = double(featured.size()) - with;
  if (with == 0 || without == 0)
    return {};
  std::vector<double> out;
  for (const char f : featured)
    out.push_back(f ? chance / with : (1 - chance) / without);
  return out;
}

// The mixture of what several plans bring, week by week; a week that one of them does not have is left to the others.
void mixIn(std::span<const ForecastRun> runs, const std::vector<std::vector<double>>& chances, qint32 from,
           SalesForecasts& out) {
  std::map<std::pair<int, qint32>, PlannedWeek> all;
  for (const ForecastRun& run : runs)
    for (const ForecastRun::Row& row : run.rows) {
      PlannedWeek& week = all[{row.series, row.day}];
      week.forecasts.push_back(forecastOf(row, out.calibration)), week.featured.push_back(row.featured);
    }
  for (SalesForecastRow& row : out.rows) {
    const PlannedWeek& week = all[{row.series, row.day}];
    const std::vector<double>& chance = chances[std::size_t(row.series)];
    const auto ahead = std::size_t((row.day - from) / 7);
    const std::vector<double> weights =
        ahead < chance.size() ? planWeights(week.featured, chance[ahead]) : std::vector<double>();
    row.forecast = mixtureOf(week.forecasts, weights);
  }
}

int weeksFrom(const ForecastRun& run, qint32 from) {
  qint32 last = from - 7;
  for (const ForecastRun::Row& row : run.rows)
    last = std::max(last, row.day);
  return (last - from) / 7 + 1;
}

} // namespace

Result<SalesForecasts> forecastSales(std::span<const DemandSeries> series, const SalesForecastOptions& options,
                                     const JobContext& job) {
  job.report("forecast.learn", 0);
  const ForecastLearning how{options.parameters, options.threads};
  std::vector<std::span<const DemandSeries>> plans{series};
  plans.insert(plans.end(), options.alternatives.begin(), options.alternatives.end());
  PW_TRY(const std::vector<ForecastRun> runs, runForecasts(plans, options.from, how, job));
  const ForecastRun& run = runs.front();
  SalesForecasts out;
  out.importance = run.importance, out.rowsLearnt = run.rowsLearnt, out.trainingSha256 = run.sha256;
  job.report("forecast.calibrate", 0.4);
  if (options.calibrate) {
    PW_TRY(out.calibration, calibrate(series, run, options.from, how, job));
  }
  for (const ForecastRun::Row& row : run.rows)
    out.rows.push_back({row.series, row.day, forecastOf(row, out.calibration), row.trees, row.terms});
  if (runs.size() > 1)
    mixIn(runs, featureChances(series, options.from, weeksFrom(run, options.from)), options.from, out);
  job.report("forecast.calibrate", 1);
  return out;
}

QString forecastFeatureName(int feature) {
  static constexpr const char* kNames[kForecastFeatures] = {"unit price",
                                                            "relative price",
                                                            "discount",
                                                            "deal",
                                                            "feature",
                                                            "against the cheapest sibling",
                                                            "against siblings",
                                                            "cheaper siblings",
                                                            "siblings' price index",
                                                            "siblings on feature",
                                                            "siblings on deal",
                                                            "deepest sibling price",
                                                            "rival's price",
                                                            "rival on feature",
                                                            "second rival's price",
                                                            "second rival on feature",
                                                            "competitor index",
                                                            "discount a week before",
                                                            "feature a week before",
                                                            "deal a week before",
                                                            "listing's level",
                                                            "zone's level",
                                                            "product's level",
                                                            "elasticity",
                                                            "chain's price",
                                                            "chain on feature",
                                                            "chain's price against its lowest",
                                                            "chain on feature before",
                                                            "weeks since a feature",
                                                            "weeks at this price"};
  return feature >= 0 && feature < kForecastFeatures ? QString::fromLatin1(kNames[feature]) : QString();
}

} // namespace pricewright
