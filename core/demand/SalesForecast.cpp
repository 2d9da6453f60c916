// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/SalesForecast.h"

#include "base/Parallel.h"
#include "demand/FittedTerms.h"
#include "demand/ForecastFeatures.h"
#include "demand/SalesReplay.h"
#include "statistics/BoostedTrees.h"

#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

// Chosen on rolling origins of real scanner data; see the notes on decisions.
constexpr double kTermsShare = 0.25; // of the elasticities in the blend; more where there are few rows for trees
constexpr double kFewRows = 2'000;
constexpr double kWeightPower = 0.3;             // a week counts as its units to this power
constexpr std::size_t kMostRowsLearnt = 200'000; // of the trees; whole categories of zones beyond that are left out
constexpr int kLongHistory = 8;                  // weeks; with fewer, errors are taken to be half as large again

// Rows of whole groups, spread evenly over the groups until there are enough.
std::vector<std::size_t> rowsToLearn(const DemandPanel& panel, qint32 from) {
  std::size_t all = 0;
  for (const PanelListing& l : panel.listings)
    all += endBefore(panel, l, from) - l.begin;
  const std::size_t every = std::max<std::size_t>(1, (all + kMostRowsLearnt - 1) / kMostRowsLearnt);
  std::vector<std::size_t> rows;
  for (std::size_t g = 0; g < panel.groups.size(); g += every)
    for (const int i : panel.groups[g]) {
      const PanelListing& l = panel.listings[std::size_t(i)];
      for (std::size_t r = l.begin, end = endBefore(panel, l, from); r < end; ++r)
        rows.push_back(r);
    }
  return rows;
}

TreeData treeData(const DemandPanel& panel, const FeatureRows& features, const std::vector<std::size_t>& rows) {
  std::vector<int> listingOf(panel.rows.size());
  for (std::size_t i = 0; i < panel.listings.size(); ++i)
    std::fill(listingOf.begin() + std::ptrdiff_t(panel.listings[i].begin),
              listingOf.begin() + std::ptrdiff_t(panel.listings[i].end), int(i));
  TreeData data;
  data.columns = kForecastFeatures;
  data.monotone.assign(kForecastFeatures, 0);
  for (const int falls : {kUnitPrice, kRelativePrice, kDiscount})
    data.monotone[std::size_t(falls)] = -1;
  for (const int rises : {kFeatured, kSiblingIndex, kCheapestRelative})
    data.monotone[std::size_t(rises)] = 1;
  data.x.reserve(rows.size() * std::size_t(kForecastFeatures));
  double weights = 0;
  for (const std::size_t r : rows) {
    const auto x = features.row(r);
    data.x.insert(data.x.end(), x.begin(), x.end());
    data.y.push_back(panel.rows[r].logUnits - features.level[std::size_t(listingOf[r])]);
    data.weight.push_back(
        float(std::pow(double(panel.rows[r].units) + 1, kWeightPower) * double(panel.rows[r].weight)));
    data.block.push_back(panel.rows[r].week);
    weights += double(data.weight.back());
  }
  for (float& w : data.weight)
    w *= float(double(rows.size()) / weights);
  return data;
}

// Trees say the same for all prices beyond those that a product has had. From there on its elasticity takes over.
class PricesSeen {
 public:
  PricesSeen(const DemandPanel& panel, const FeatureRows& features, qint32 from)
      : m_features(features), m_range(panel.skus.size(), {1, -1}) {
    for (const PanelListing& l : panel.listings)
      for (std::size_t r = l.begin, end = endBefore(panel, l, from); r < end; ++r) {
        auto& [low, high] = m_range[std::size_t(l.sku)];
        const double price = relative(r);
        const bool first = low > high;
        low = first ? price : std::min(low, price), high = first ? price : std::max(high, price);
      }
  }
  // What the part of the price beyond them adds to log units.
  double beyond(const DemandPanel& panel, const FittedTerms& terms, const ForecastRun::Row& row) const {
    const auto& [low, high] = m_range[std::size_t(panel.listings[std::size_t(row.series)].sku)];
    if (low > high)
      return 0;
    const double price = relative(row.panelRow), over = price - std::clamp(price, low, high);
    const TermVector& mean = terms.levels.listings[std::size_t(row.series)].mean;
    return over * mean[panel.rows[row.panelRow].x[kOwnDiscount] < over ? kOwnDiscount : kOwnRegular];
  }

 private:
  double relative(std::size_t row) const { return double(m_features.row(row)[kRelativePrice]); }
  const FeatureRows& m_features;
  std::vector<std::pair<double, double>> m_range; // by SKU: of log price against each listing's mean
};

Forecast forecastFrom(double logUnits, const ForecastCalibration::Errors& e, double widen) {
  const auto at = [&](double error) { return std::exp(std::clamp(logUnits + widen * error, -30.0, 30.0)); };
  Forecast f;
  f.median = at(0);
  f.mean = f.median * e.lift;
  f.low80 = at(e.low80), f.high80 = at(e.high80), f.low95 = at(e.low95), f.high95 = at(e.high95);
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

ForecastCalibration::Errors errorsOf(std::vector<ForecastError> errors, double widen) {
  ForecastCalibration::Errors out;
  if (errors.size() < 20)
    return out;
  double units = 0, medians = 0;
  for (const ForecastError& e : errors)
    units += e.units, medians += e.median;
  std::sort(errors.begin(), errors.end(), [](const auto& a, const auto& b) { return a.error < b.error; });
  const auto quantile = [&](double p) { return widen * errors[std::size_t(p * double(errors.size() - 1))].error; };
  out.low95 = std::min(quantile(0.025), -0.01), out.low80 = std::min(quantile(0.1), -0.01);
  out.high80 = std::max(quantile(0.9), 0.01), out.high95 = std::max(quantile(0.975), 0.01);
  out.lift = medians > 0 ? std::clamp(units / medians, 0.8, 2.0) : 1;
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

Result<ForecastRun> runForecast(std::span<const DemandSeries> series, qint32 from, unsigned threads,
                                const JobContext& job) {
  DemandOptions options;
  options.holdOutWeeks = 0, options.planFrom = from, options.threads = threads;
  PW_TRY(const DemandPanel panel, buildPanel(series, options, job));
  std::vector<double> content;
  for (const DemandSeries& s : series)
    content.push_back(s.content > 0 && std::isfinite(s.content) ? s.content : 1);
  const std::vector<std::size_t> learnt = rowsToLearn(panel, from);
  if (learnt.empty())
    return fail(QStringLiteral("forecast.no-history"));
  PW_TRY(const FittedTerms terms, fitTerms(panel, from, nullptr, threads, job));
  FeatureRows features = featureRows(panel, content, from, threads);
  for (std::size_t i = 0; i < panel.listings.size(); ++i)
    for (std::size_t r = panel.listings[i].begin; r < panel.listings[i].end; ++r)
      features.x[r * std::size_t(kForecastFeatures) + kOwnElasticity] =
          float(terms.levels.listings[i].mean[kOwnRegular]);
  BoostOptions boost;
  boost.columnShare = 0.5, boost.threads = threads;
  boost.leastWeight = std::clamp(double(learnt.size()) / 100, 8.0, 60.0);
  const TreeData data = treeData(panel, features, learnt);
  PW_TRY(const BoostedTrees trees, BoostedTrees::fit(data, boost, job));

  ForecastRun run;
  run.sha256 = panel.sha256, run.rowsLearnt = qint64(learnt.size());
  const std::vector<double> gains = trees.importance();
  for (int k = 0; k < kForecastFeatures; ++k)
    run.importance.emplace_back(forecastFeatureName(k), gains[std::size_t(k)]);
  std::stable_sort(run.importance.begin(), run.importance.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  for (std::size_t i = 0; i < panel.listings.size(); ++i) {
    const PanelListing& l = panel.listings[i];
    const std::size_t past = endBefore(panel, l, from);
    for (std::size_t r = past; r < l.end; ++r)
      run.rows.push_back(
          {int(i), r, panel.rows[r].day, 0, std::numeric_limits<double>::quiet_NaN(), 0,
           panel.rows[r].x[kDeal] > 0 || panel.rows[r].x[kFeature] > 0 || panel.rows[r].x[kOwnDiscount] < -0.05f,
           int(past - l.begin)});
  }
  const PricesSeen seen(panel, features, from);
  const double share = kTermsShare + 0.5 * std::exp(-double(learnt.size()) / kFewRows);
  parallelFor(
      run.rows.size(), 256, job,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) {
          ForecastRun::Row& row = run.rows[k];
          const PanelListing& l = panel.listings[std::size_t(row.series)];
          row.trees = trees.predict(features.row(row.panelRow)) + double(features.level[std::size_t(row.series)]) +
                      seen.beyond(panel, terms, row);
          const DemandEstimate e = estimateOf(panel, terms, std::size_t(row.series), row.day);
          row.termsForecast = forecast(e, pointOf(panel.rows[row.panelRow], l.reference));
          if (row.termsForecast.median > 0)
            row.terms = std::log(row.termsForecast.median);
          row.blend = std::isfinite(row.terms) ? (1 - share) * row.trees + share * row.terms : row.trees;
        }
      },
      threads);
  if (job.cancelled())
    return fail(QStringLiteral("job.cancelled"));
  for (std::size_t k = 0; k < learnt.size(); ++k) // what bags said of weeks that they had not seen
    if (const float said = trees.outOfBag()[k]; std::isfinite(said)) {
      const DemandRow& row = panel.rows[learnt[k]];
      const double median = std::exp(double(row.logUnits) - double(data.y[k]) + double(said));
      run.outOfBag.push_back({double(data.y[k]) - double(said), double(row.units), median,
                              row.x[kDeal] > 0 || row.x[kFeature] > 0 || row.x[kOwnDiscount] < -0.05f});
    }
  return run;
}

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
      out.push_back({std::log(std::max(at->second, 0.5)) - row.blend, at->second, std::exp(row.blend), row.promoted});
  }
  return out;
}

Result<ForecastCalibration> calibrate(std::span<const DemandSeries> series, const ForecastRun& run, qint32 from,
                                      unsigned threads, const JobContext& job) {
  constexpr int kShortest = 12, kLongest = 16; // weeks: errors of a few weeks say more about those weeks
  qint32 last = from;
  for (const ForecastRun::Row& row : run.rows)
    last = std::max(last, row.day);
  const int weeks = std::clamp((last - from) / 7 + 1, kShortest, kLongest);
  std::deque<CutSeries> cuts;
  std::vector<ForecastRun> runs;
  for (const qint32 origin : earlierOrigins(series, from, weeks)) {
    cuts.emplace_back(series, origin, origin + 7 * weeks);
    PW_TRY(ForecastRun earlier, runForecast(cuts.back().series, origin, threads, job));
    runs.push_back(std::move(earlier));
  }
  // Weeks that lie between others are easier to tell than those to come.
  constexpr double kWiden = 1.3;
  if (runs.empty())
    return calibrationOf(run.outOfBag, 0, kWiden);
  ForecastCalibration out = calibrationOf(errorsOfAll(cuts, runs), int(runs.size()), 1);
  // Two stretches of weeks tell the mean badly: units come in few, large weeks. Where all weeks left out of the
  // learning say more, they are believed: what was missed in both ways was missed downwards.
  const ForecastCalibration all = calibrationOf(run.outOfBag, 0, 1);
  out.ordinary.lift = std::max(out.ordinary.lift, all.ordinary.lift);
  out.promoted.lift = std::max(out.promoted.lift, all.promoted.lift);
  return out;
}

Forecast forecastOf(const ForecastRun::Row& row, const ForecastCalibration& calibration) {
  return forecastFrom(row.blend, row.promoted ? calibration.promoted : calibration.ordinary,
                      row.weeksKnown >= kLongHistory ? 1 : 1.5);
}

Result<SalesForecasts> forecastSales(std::span<const DemandSeries> series, const SalesForecastOptions& options,
                                     const JobContext& job) {
  job.report("forecast.learn", 0);
  PW_TRY(const ForecastRun run, runForecast(series, options.from, options.threads, job));
  SalesForecasts out;
  out.importance = run.importance, out.rowsLearnt = run.rowsLearnt, out.trainingSha256 = run.sha256;
  job.report("forecast.calibrate", 0.4);
  if (options.calibrate) {
    PW_TRY(out.calibration, calibrate(series, run, options.from, options.threads, job));
  }
  for (const ForecastRun::Row& row : run.rows)
    out.rows.push_back({row.series, row.day, forecastOf(row, out.calibration), row.trees, row.terms});
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
                                                            "elasticity"};
  return feature >= 0 && feature < kForecastFeatures ? QString::fromLatin1(kNames[feature]) : QString();
}

} // namespace pricewright
