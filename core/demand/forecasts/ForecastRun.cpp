// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Parallel.h"
#include "demand/FittedTerms.h"
#include "demand/forecasts/ForecastFeatures.h"
#include "demand/forecasts/LevelDoubts.h"
#include "demand/forecasts/SalesReplay.h"
#include "demand/forecasts/ZoneResponses.h"
#include "statistics/BoostedTrees.h"

#include <cmath>

namespace pricewright {
namespace {

// Chosen on rolling origins of real scanner data; see the notes on decisions.
constexpr double kFewRows = 2'000;     // for trees: the elasticities count for more there than their share
constexpr double kFewRowsShare = 0.75; // with hardly any
// Odds of the elasticities against the trees, times those of their share: in weeks without deal and feature. In the
// others it is the other way round.
constexpr double kOrdinaryOdds = 3;
constexpr double kWeightPower = 0.3; // a week counts as its units to this power
constexpr double kTaken = 0.5;       // of what the terms say, before trees learn the rest
constexpr int kBags = 16;
constexpr std::size_t kOwnWeeks = 8;             // with fewer, a listing's level is others' in part
constexpr std::size_t kMostRowsLearnt = 200'000; // of the trees; whole categories of zones beyond that are left out

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

// Half of what the terms say of a row is taken before the trees learn, and given back when they forecast: trees alone
// say of prices and promotions that they have not seen what they know of others. All of it would leave the trees
// nothing to correct the terms by.
class TermsOffset {
 public:
  TermsOffset() = default;
  TermsOffset(const DemandPanel& panel, const FittedTerms& terms, qint32 from)
      : m_terms(&terms), m_mean(panel.listings.size()) {
    for (std::size_t i = 0; i < panel.listings.size(); ++i) {
      const PanelListing& l = panel.listings[i];
      const std::size_t end = endBefore(panel, l, from);
      for (std::size_t r = l.begin; r < end; ++r)
        m_mean[i] += said(panel.rows[r], i) / double(end - l.begin);
    }
  }
  double of(const DemandRow& row, std::size_t listing) const { return kTaken * (said(row, listing) - m_mean[listing]); }

 private:
  double said(const DemandRow& row, std::size_t listing) const {
    const TermVector& mean = m_terms->levels.listings[listing].mean;
    double sum = 0;
    for (std::size_t k = 0; k < kTerms; ++k)
      sum += mean[k] * double(row.x[k]);
    return sum;
  }
  const FittedTerms* m_terms = nullptr;
  std::vector<double> m_mean; // by listing, of the rows learnt from
};

std::vector<int> listingsOfRows(const DemandPanel& panel) {
  std::vector<int> out(panel.rows.size());
  for (std::size_t i = 0; i < panel.listings.size(); ++i)
    std::fill(out.begin() + std::ptrdiff_t(panel.listings[i].begin),
              out.begin() + std::ptrdiff_t(panel.listings[i].end), int(i));
  return out;
}

TreeData treeData(const DemandPanel& panel, const FeatureRows& features, const TermsOffset& offset,
                  const std::vector<std::size_t>& rows) {
  const std::vector<int> listingOf = listingsOfRows(panel);
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
    const auto listing = std::size_t(listingOf[r]);
    data.y.push_back(panel.rows[r].logUnits - features.level[listing] - float(offset.of(panel.rows[r], listing)));
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
      : m_panel(panel), m_features(features), m_range(panel.skus.size(), {1, -1}) {
    for (const PanelListing& l : panel.listings)
      for (std::size_t r = l.begin, end = endBefore(panel, l, from); r < end; ++r) {
        auto& [low, high] = m_range[std::size_t(l.sku)];
        const double price = relative(r);
        const bool first = low > high;
        low = first ? price : std::min(low, price), high = first ? price : std::max(high, price);
      }
  }
  // Its price, or the nearest of those seen.
  double within(const ForecastRun::Row& row) const {
    const auto& [low, high] = m_range[std::size_t(m_panel.listings[std::size_t(row.series)].sku)];
    return low > high ? 0 : std::clamp(relative(row.panelRow), low, high);
  }
  // What the part of the price beyond them adds to log units.
  double beyond(const FittedTerms& terms, const ForecastRun::Row& row) const {
    const double over = overOf(row);
    const TermVector& mean = terms.levels.listings[std::size_t(row.series)].mean;
    return (1 - kTaken) * over * mean[termOf(row, over)];
  }
  // How far off that part may be. That an elasticity stays what it was so far out is nowhere seen: it may be off by
  // kUnseen of itself as well.
  double doubt(const FittedTerms& terms, const ForecastRun::Row& row) const {
    constexpr double kUnseen = 0.5;
    const double over = overOf(row);
    const ListingLevel& level = terms.levels.listings[std::size_t(row.series)];
    const std::size_t k = termOf(row, over);
    return std::abs(over) *
           std::hypot(std::sqrt(std::max(0.0, level.covariance[k * kTerms + k])), kUnseen * level.mean[k]);
  }

 private:
  // The part of the log price beyond; 0 where nothing was seen.
  double overOf(const ForecastRun::Row& row) const {
    const auto& [low, high] = m_range[std::size_t(m_panel.listings[std::size_t(row.series)].sku)];
    return low > high ? 0 : relative(row.panelRow) - within(row);
  }
  std::size_t termOf(const ForecastRun::Row& row, double over) const {
    return double(m_panel.rows[row.panelRow].x[kOwnDiscount]) < over ? kOwnDiscount : kOwnRegular;
  }
  double relative(std::size_t row) const { return double(m_features.row(row)[kRelativePrice]); }
  const DemandPanel& m_panel;
  const FeatureRows& m_features;
  std::vector<std::pair<double, double>> m_range; // by SKU: of log price against each listing's mean
};

bool isPromoted(const DemandRow& row) {
  return row.x[kDeal] > 0 || row.x[kFeature] > 0 || row.x[kOwnDiscount] < -0.05f;
}

// Both models as they were learnt before one day, and what they say of the weeks from it on.
class OneOrigin {
 public:
  OneOrigin(const DemandPanel& panel, qint32 from, const ForecastLearning& how, const JobContext& job)
      : m_panel(panel), m_from(from), m_how(how.parameters), m_threads(how.threads), m_job(job) {}

  Status learn(std::span<const double> content) {
    m_learnt = rowsToLearn(m_panel, m_from);
    if (m_learnt.empty())
      return fail(QStringLiteral("forecast.no-history"));
    PW_TRY(m_terms, fitTerms(m_panel, m_from, nullptr, m_threads, m_job));
    m_features = featuresOf(m_panel, content);
    m_offset = TermsOffset(m_panel, m_terms, m_from);
    m_doubts = LevelDoubts(m_panel, m_features, m_terms, m_from);
    m_data = treeData(m_panel, m_features, m_offset, m_learnt);
    BoostOptions boost;
    boost.bags = kBags;
    boost.columnShare = 0.5, boost.threads = m_threads;
    boost.trees = m_how.trees, boost.leaves = m_how.leaves, boost.rate = m_how.learningRate;
    boost.leastWeight = std::clamp(double(m_learnt.size()) / 100, 8.0, 60.0);
    PW_TRY(m_trees, BoostedTrees::fit(m_data, boost, m_job));
    m_zones = ZoneResponses(m_panel, m_features, saidOfUnseen(), m_from);
    return {};
  }

  // What is said of a plan's weeks. `panel`: the one learnt from, or one that differs in weeks to come alone.
  Result<ForecastRun> run(const DemandPanel& panel, std::span<const double> content) const {
    FeatureRows own;
    if (&panel != &m_panel)
      own = featuresOf(panel, content);
    const FeatureRows& features = &panel == &m_panel ? m_features : own;
    ForecastRun out;
    out.sha256 = m_panel.sha256, out.rowsLearnt = qint64(m_learnt.size());
    out.importance = importance();
    out.rows = openRows(panel);
    const PricesSeen seen(panel, features, m_from);
    if (!parallelFor(
            out.rows.size(), 256, m_job,
            [&](std::size_t begin, std::size_t end) {
              for (std::size_t k = begin; k < end; ++k)
                say(panel, features, out.rows[k], seen);
            },
            m_threads))
      return fail(QStringLiteral("job.cancelled"));
    if (&panel == &m_panel)
      out.outOfBag = leftOut();
    return out;
  }

 private:
  FeatureRows featuresOf(const DemandPanel& panel, std::span<const double> content) const {
    FeatureRows out = featureRows(panel, content, m_from, m_threads);
    for (std::size_t i = 0; i < panel.listings.size(); ++i)
      for (std::size_t r = panel.listings[i].begin; r < panel.listings[i].end; ++r)
        out.x[r * std::size_t(kForecastFeatures) + kOwnElasticity] =
            float(m_terms.levels.listings[i].mean[kOwnRegular]);
    return out;
  }

  std::vector<std::pair<QString, double>> importance() const {
    std::vector<std::pair<QString, double>> out;
    const std::vector<double> gains = m_trees.importance();
    for (int k = 0; k < kForecastFeatures; ++k)
      out.emplace_back(forecastFeatureName(k), gains[std::size_t(k)]);
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return out;
  }

  std::vector<ForecastRun::Row> openRows(const DemandPanel& panel) const {
    std::vector<ForecastRun::Row> out;
    for (std::size_t i = 0; i < panel.listings.size(); ++i) {
      const PanelListing& l = panel.listings[i];
      const std::size_t past = endBefore(panel, l, m_from);
      for (std::size_t r = past; r < l.end; ++r) {
        ForecastRun::Row row;
        row.series = int(i), row.panelRow = r, row.day = panel.rows[r].day;
        row.promoted = isPromoted(panel.rows[r]), row.featured = panel.rows[r].x[kFeature] >= 0.5f;
        row.weeksKnown = int(past - l.begin);
        out.push_back(row);
      }
    }
    return out;
  }

  void say(const DemandPanel& panel, const FeatureRows& features, ForecastRun::Row& row, const PricesSeen& seen) const {
    const auto i = std::size_t(row.series);
    row.trees = m_trees.predict(features.row(row.panelRow)) + double(features.level[i]) +
                m_offset.of(panel.rows[row.panelRow], i) + seen.beyond(m_terms, row);
    row.termsForecast = forecast(estimateOf(panel, m_terms, i, row.day),
                                 pointOf(panel.rows[row.panelRow], panel.listings[i].reference));
    const DemandRow& week = panel.rows[row.panelRow];
    const double share = elasticityShare(week.x[kDeal] > 0 || week.x[kFeature] > 0);
    row.terms = row.termsForecast.median > 0 ? std::log(row.termsForecast.median) : std::nan("");
    row.doubt = std::hypot(m_doubts.of(i), seen.doubt(m_terms, row));
    row.blend = std::isfinite(row.terms) ? (1 - share) * row.trees + share * row.terms : row.trees;
    row.blend += m_zones.of(panel.listings[i], i, m_terms.levels.listings[i].mean, kTaken, seen.within(row), week);
  }

  // Of the blend. Elasticities are what regular prices do; what promotions do together, trees know better.
  double elasticityShare(bool announced) const {
    const double odds = (announced ? 1 / kOrdinaryOdds : kOrdinaryOdds) * m_how.elasticityShare;
    const double usual = odds / (1 - m_how.elasticityShare + odds);
    return usual + std::max(0.0, kFewRowsShare - usual) * std::exp(-double(m_learnt.size()) / kFewRows);
  }

  // Log units that bags tell of the weeks that they have not seen, by row of the panel.
  std::vector<float> saidOfUnseen() const {
    std::vector<float> out(m_panel.rows.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t k = 0; k < m_learnt.size(); ++k)
      out[m_learnt[k]] = m_panel.rows[m_learnt[k]].logUnits - m_data.y[k] + m_trees.outOfBag()[k];
    return out;
  }

  // What bags said of weeks that they had not seen.
  std::vector<ForecastError> leftOut() const {
    std::vector<ForecastError> out;
    const std::vector<int> listingOf = listingsOfRows(m_panel);
    for (std::size_t k = 0; k < m_learnt.size(); ++k)
      if (const float said = m_trees.outOfBag()[k]; std::isfinite(said)) {
        const DemandRow& row = m_panel.rows[m_learnt[k]];
        const double error = double(m_data.y[k]) - double(said);
        out.push_back({error, double(row.units), std::exp(double(row.logUnits) - error), isPromoted(row),
                       listingOf[m_learnt[k]]});
      }
    return out;
  }

  const DemandPanel& m_panel;
  qint32 m_from;
  ForecasterParameters m_how;
  unsigned m_threads;
  const JobContext& m_job;
  std::vector<std::size_t> m_learnt; // rows of the panel
  FittedTerms m_terms;
  FeatureRows m_features;
  TermsOffset m_offset;
  LevelDoubts m_doubts;
  TreeData m_data;
  BoostedTrees m_trees;
  ZoneResponses m_zones;
};

} // namespace

Result<std::vector<ForecastRun>> runForecasts(std::span<const std::span<const DemandSeries>> plans, qint32 from,
                                              const ForecastLearning& how, const JobContext& job) {
  DemandOptions options;
  options.holdOutWeeks = 0, options.planFrom = from, options.threads = how.threads;
  PW_TRY(const DemandPanel panel, buildPanel(plans.front(), options, job));
  std::vector<double> content;
  for (const DemandSeries& s : plans.front())
    content.push_back(s.content > 0 && std::isfinite(s.content) ? s.content : 1);
  OneOrigin origin(panel, from, how, job);
  PW_CHECK(origin.learn(content));
  std::vector<ForecastRun> out;
  PW_TRY(ForecastRun first, origin.run(panel, content));
  out.push_back(std::move(first));
  for (const auto& plan : plans.subspan(1)) {
    PW_TRY(const DemandPanel other, buildPanel(plan, options, job, &panel));
    PW_TRY(ForecastRun more, origin.run(other, content));
    out.push_back(std::move(more));
  }
  return out;
}

Result<ForecastRun> runForecast(std::span<const DemandSeries> series, qint32 from, const ForecastLearning& how,
                                const JobContext& job) {
  PW_TRY(std::vector<ForecastRun> runs, runForecasts(std::span(&series, 1), from, how, job));
  return std::move(runs.front());
}

} // namespace pricewright
