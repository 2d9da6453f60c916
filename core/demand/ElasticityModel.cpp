// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/ElasticityModel.h"

#include "base/Parallel.h"
#include "demand/Levels.h"

#include <cmath>

namespace pricewright {
namespace {

// Of the elasticity that the optimizer reads: a posterior wider than this, or one that owes less than this share of its
// precision to the SKU's own prices, is no evidence about the SKU.
constexpr double kWideInterval = 0.55, kLeastOwnShare = 0.25;
constexpr int kFewPrices = 3;

struct Fitted {
  double rate = 0;
  std::vector<SkuFit> skus;
  Pools pools;
  Levels levels;
};

Result<Fitted> fitOnce(const DemandPanel& panel, qint32 before, const Pools* warm, unsigned threads,
                       const JobContext& job) {
  Fitted out;
  PW_TRY(out.rate, likeliestRate(panel, before, threads, job));
  const Reading in{panel, before, out.rate, threads};
  out.skus.resize(panel.skus.size());
  const bool read = parallelFor(
      panel.skus.size(), 16, job,
      [&](std::size_t begin, std::size_t end) {
        WeekScores scores(panel.weeks);
        for (std::size_t i = begin; i < end; ++i)
          out.skus[i] = fitSku(in, int(i), scores);
      },
      threads);
  if (!read)
    return fail(QStringLiteral("job.cancelled"));
  PW_TRY(out.pools, pool(in, out.skus, warm, job));
  PW_TRY(out.levels, followLevels(in, out.skus, job));
  return out;
}

void grade(const PanelListing& listing, const SkuFit& fit, DemandEstimate& e) {
  const char* reason = "";
  if (e.weeks == 0)
    reason = "no-history";
  else if (listing.distinctPrices < kFewPrices)
    reason = "few-prices";
  else if (fit.ownStandardError <= 0 || fit.ownShare < kLeastOwnShare)
    reason = "pooled-only"; // a narrow posterior can come from others alone
  else if (!(e.covariance[kOwnRegular * kTerms + kOwnRegular] <= kWideInterval * kWideInterval))
    reason = "wide-interval";
  e.gradeReason = QString::fromLatin1(reason);
  e.grade = e.gradeReason.isEmpty() ? Identification::Observational : Identification::Weak;
}

QString pooledFrom(const SkuFit& fit, const PanelCategory& category, const CategoryPool& pool) {
  if (fit.ownShare >= 0.5)
    return QStringLiteral("own");
  // A category tells something if other SKUs than this one have data in it.
  const int others = pool.skus - (fit.rows >= 3 ? 1 : 0);
  return category.categoryNo > 0 && others > 0 ? QStringLiteral("category") : QStringLiteral("all");
}

// Season in the week priced, and the level's uncertainty with what it owes to the terms it was seen through.
void placeInTime(const DemandPanel& panel, const ListingLevel& level, qint32 forDay, DemandEstimate& e) {
  TermVector off = level.exposure;
  if (panel.seasonal) {
    const auto [sine, cosine] = seasonOf(forDay);
    e.seasonShift = e.mean[kSeasonSin] * sine + e.mean[kSeasonCos] * cosine;
    off[kSeasonSin] -= sine, off[kSeasonCos] -= cosine;
  }
  double variance = level.variance;
  for (std::size_t j = 0; j < kTerms; ++j)
    for (std::size_t k = 0; k < kTerms; ++k)
      variance += off[j] * e.covariance[j * kTerms + k] * off[k];
  const int week = (forDay >= 0 ? forDay / 7 : (forDay - 6) / 7) - panel.firstWeek;
  const int ahead = std::clamp(week - level.lastWeek, 1, 520);
  variance += level.stepVariance * (ahead - 1);
  e.logBase = level.level + e.seasonShift;
  e.logBaseSd = std::sqrt(std::max(variance, 0.0));
}

// A listing that has not sold yet: the prices tried in its SKU's other zones, each against the reference there.
void borrowPricesSeen(const DemandPanel& panel, const PanelListing& l, DemandEstimate& e) {
  double low = 0, high = 0;
  for (int i : panel.skus[std::size_t(l.sku)].listings) {
    const PanelListing& other = panel.listings[std::size_t(i)];
    if (!(other.reference > 0) || !(other.lowestSeen > 0))
      continue;
    const double lowest = other.lowestSeen / other.reference, highest = other.highestSeen / other.reference;
    low = low > 0 ? std::min(low, lowest) : lowest;
    high = std::max(high, highest);
  }
  e.lowestSeen = low * l.reference, e.highestSeen = high * l.reference;
}

DemandEstimate estimateOf(const DemandPanel& panel, const Fitted& fitted, std::size_t i, qint32 forDay) {
  const PanelListing& l = panel.listings[i];
  const PanelSku& sku = panel.skus[std::size_t(l.sku)];
  const SkuFit& fit = fitted.skus[std::size_t(l.sku)];
  const ListingLevel& level = fitted.levels.listings[i];
  DemandEstimate e;
  e.mean = level.mean;
  e.covariance = level.covariance;
  e.referencePrice = l.reference;
  e.noiseSd = std::sqrt(level.noiseVariance) * fitted.levels.tailScale;
  e.smearing = level.smearing;
  e.siblingShare = l.share;
  e.lowestSeen = l.lowestSeen, e.highestSeen = l.highestSeen;
  if (e.lowestSeen <= 0)
    borrowPricesSeen(panel, l, e);
  e.weeks = level.weeks;
  e.distinctPrices = l.distinctPrices;
  e.ownStandardError = fit.ownStandardError, e.naiveStandardError = fit.naiveStandardError;
  e.pooledFrom =
      pooledFrom(fit, panel.categories[std::size_t(sku.category)], fitted.pools.categories[std::size_t(sku.category)]);
  grade(l, fit, e);
  if (level.known)
    placeInTime(panel, level, forDay, e);
  e.usable = level.known && e.referencePrice > 0 && std::isfinite(e.logBase) && std::isfinite(e.logBaseSd);
  return e;
}

DemandPoint pointOf(const DemandRow& row, double reference) {
  DemandPoint p;
  p.regular = reference * std::exp(double(row.x[kOwnRegular]));
  p.price = p.regular * std::exp(double(row.x[kOwnDiscount]));
  p.siblingIndexLog = double(row.x[kSibling]);
  p.competitorLog = double(row.x[kCompetitor]);
  p.deal = double(row.x[kDeal]), p.feature = double(row.x[kFeature]);
  return p;
}

// Weeks [from, until), forecast from what was known before `from`.
struct Origin {
  qint32 from = 0, until = kAllRows;
};

struct HoldOutSums {
  double units = 0, errorMean = 0, errorMedian = 0, signedError = 0;
  qint64 rows = 0, inside80 = 0, inside95 = 0;
  void add(const HoldOutSums& s) {
    units += s.units, errorMean += s.errorMean, errorMedian += s.errorMedian, signedError += s.signedError;
    rows += s.rows, inside80 += s.inside80, inside95 += s.inside95;
  }
  bool tells() const { return rows > 0 && units > 0; }
  double share(qint64 inside) const { return double(inside) / double(rows); }
};

// A week without a sale lies inside an interval that reaches below one unit.
bool inside(double units, double low, double high) { return units > 0 ? units >= low && units <= high : low < 1; }

void judge(const DemandPanel& panel, const Fitted& fitted, const Origin& origin, std::size_t i, HoldOutSums& sums) {
  const PanelListing& l = panel.listings[i];
  if (!fitted.levels.listings[i].own)
    return;
  const std::size_t end = endBefore(panel, l, origin.until);
  for (std::size_t r = endBefore(panel, l, origin.from); r < end; ++r) {
    const DemandRow& row = panel.rows[r];
    const Forecast f = forecast(estimateOf(panel, fitted, i, row.day), pointOf(row, l.reference));
    const double units = double(row.units);
    sums.units += units;
    sums.errorMean += std::abs(f.mean - units), sums.errorMedian += std::abs(f.median - units);
    sums.signedError += f.mean - units;
    ++sums.rows;
    sums.inside80 += inside(units, f.low80, f.high80);
    sums.inside95 += inside(units, f.low95, f.high95);
  }
}

Result<HoldOutSums> judgeAll(const DemandPanel& panel, const Fitted& fitted, const Origin& origin,
                             const DemandOptions& options, const JobContext& job) {
  constexpr std::size_t kGrain = 64;
  std::vector<HoldOutSums> slices((panel.listings.size() + kGrain - 1) / kGrain);
  if (!parallelFor(
          panel.listings.size(), kGrain, job,
          [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
              judge(panel, fitted, origin, i, slices[begin / kGrain]);
          },
          options.threads))
    return fail(QStringLiteral("job.cancelled"));
  HoldOutSums total;
  for (const HoldOutSums& s : slices)
    total.add(s);
  return total;
}

// A hold-out needs something to learn from before it: otherwise there is none.
bool holdOutPossible(const DemandPanel& panel, const Origin& origin) {
  return std::any_of(panel.listings.begin(), panel.listings.end(), [&](const PanelListing& l) {
    return l.end - l.begin >= 8 && panel.rows[l.begin + 4].day < origin.from &&
           panel.rows[l.end - 1].day >= origin.from;
  });
}

// The newest weeks, and before them as many blocks of the same length as leave half a year to learn from: one block
// alone says more about its weeks than about the model. Oldest first.
std::vector<Origin> originsOf(const DemandPanel& panel, int weeks) {
  constexpr std::size_t kMost = 4;
  constexpr int kLeastHistory = 26; // weeks
  std::vector<Origin> out;
  if (panel.holdOutFrom == kAllRows || !holdOutPossible(panel, {panel.holdOutFrom}))
    return out;
  out.push_back({panel.holdOutFrom});
  const qint32 length = 7 * std::min(weeks, 520);
  for (qint32 from = panel.holdOutFrom - length;
       out.size() < kMost && from >= 7 * (panel.firstWeek + kLeastHistory) && holdOutPossible(panel, {from});
       from -= length)
    out.push_back({from, from + length});
  std::reverse(out.begin(), out.end());
  return out;
}

// Standard error of the mean over origins; 0 where there are fewer than two.
template <class Value> double errorOver(const std::vector<HoldOutSums>& origins, const Value& value) {
  const double n = double(origins.size());
  if (n < 2)
    return 0;
  double mean = 0, squares = 0;
  for (const HoldOutSums& s : origins)
    mean += value(s) / n;
  for (const HoldOutSums& s : origins)
    squares += (value(s) - mean) * (value(s) - mean);
  return std::sqrt(squares / (n - 1) / n);
}

HoldOutMetrics metricsOf(const std::vector<HoldOutSums>& origins, int weeks) {
  HoldOutSums t;
  for (const HoldOutSums& s : origins)
    t.add(s);
  HoldOutMetrics out;
  if (!t.tells())
    return out;
  out.weeks = weeks, out.origins = int(origins.size());
  out.rows = t.rows;
  out.wapeMean = t.errorMean / t.units, out.wapeMedian = t.errorMedian / t.units, out.bias = t.signedError / t.units;
  out.coverage80 = t.share(t.inside80), out.coverage95 = t.share(t.inside95);
  out.wapeMeanError = errorOver(origins, [](const HoldOutSums& s) { return s.errorMean / s.units; });
  out.wapeMedianError = errorOver(origins, [](const HoldOutSums& s) { return s.errorMedian / s.units; });
  out.biasError = errorOver(origins, [](const HoldOutSums& s) { return s.signedError / s.units; });
  out.coverage80Error = errorOver(origins, [](const HoldOutSums& s) { return s.share(s.inside80); });
  out.coverage95Error = errorOver(origins, [](const HoldOutSums& s) { return s.share(s.inside95); });
  return out;
}

// Fits before each origin and judges by the weeks that follow it. Each starts from the variances of the one before it,
// so that none has seen what it is judged by; `warm`: the newest one's.
Result<HoldOutMetrics> holdOut(const DemandPanel& panel, const DemandOptions& options, std::optional<Pools>& warm,
                               const JobContext& job) {
  std::vector<HoldOutSums> judged;
  for (const Origin& origin : originsOf(panel, options.holdOutWeeks)) {
    PW_TRY(const Fitted fitted, fitOnce(panel, origin.from, warm ? &*warm : nullptr, options.threads, job));
    PW_TRY(const HoldOutSums sums, judgeAll(panel, fitted, origin, options, job));
    if (sums.tells())
      judged.push_back(sums);
    warm = fitted.pools;
  }
  return metricsOf(judged, options.holdOutWeeks);
}

std::vector<DemandModel::CategoryPrior> categoryPriors(const DemandPanel& panel, const Pools& pools) {
  std::vector<DemandModel::CategoryPrior> out;
  for (std::size_t c = 0; c < panel.categories.size(); ++c) {
    if (panel.categories[c].categoryNo <= 0)
      continue;
    const CategoryPool& p = pools.categories[c];
    DemandModel::CategoryPrior prior{panel.categories[c].categoryNo, p.mean, {}, {}, p.skus};
    for (std::size_t k = 0; k < kTerms; ++k) {
      prior.sd[k] = std::sqrt(p.between[k * kTerms + k]);
      prior.standardError[k] = std::sqrt(p.uncertainty[k * kTerms + k]);
    }
    out.push_back(prior);
  }
  return out;
}

} // namespace

Result<DemandModel> fitDemand(std::span<const DemandSeries> series, const DemandOptions& options,
                              const JobContext& job) {
  job.report("demand.read", 0);
  PW_TRY(const DemandPanel panel, buildPanel(series, options, job));
  DemandModel model;
  model.trainingSha256 = panel.sha256;
  model.rowsUsed = panel.used, model.rowsSkipped = panel.skipped;
  std::optional<Pools> warm;
  job.report("demand.hold-out", 0.2);
  PW_TRY(model.holdOut, holdOut(panel, options, warm, job));
  job.report("demand.fit", 0.6);
  PW_TRY(const Fitted fitted, fitOnce(panel, kAllRows, warm ? &*warm : nullptr, options.threads, job));
  model.levelRate = fitted.rate;
  model.categories = categoryPriors(panel, fitted.pools);
  model.estimates.resize(series.size());
  if (!parallelFor(
          series.size(), 64, job,
          [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
              model.estimates[i] = estimateOf(panel, fitted, i, panel.forWeek);
          },
          options.threads))
    return fail(QStringLiteral("job.cancelled"));
  job.report("demand.fit", 1);
  return model;
}

QJsonObject DemandModel::metrics() const {
  int weak = 0, unusable = 0;
  for (const DemandEstimate& e : estimates) {
    weak += e.grade == Identification::Weak ? 1 : 0;
    unusable += e.usable ? 0 : 1;
  }
  return {{QStringLiteral("series"), qint64(estimates.size())},
          {QStringLiteral("weak"), weak},
          {QStringLiteral("unusable"), unusable},
          {QStringLiteral("rowsUsed"), rowsUsed},
          {QStringLiteral("rowsSkipped"), rowsSkipped},
          {QStringLiteral("categories"), qint64(categories.size())},
          {QStringLiteral("levelRate"), levelRate},
          {QStringLiteral("holdOutWeeks"), holdOut.weeks},
          {QStringLiteral("holdOutOrigins"), holdOut.origins},
          {QStringLiteral("holdOutRows"), holdOut.rows},
          {QStringLiteral("wapeMean"), holdOut.wapeMean},
          {QStringLiteral("wapeMedian"), holdOut.wapeMedian},
          {QStringLiteral("bias"), holdOut.bias},
          {QStringLiteral("coverage80"), holdOut.coverage80},
          {QStringLiteral("coverage95"), holdOut.coverage95},
          {QStringLiteral("wapeMeanError"), holdOut.wapeMeanError},
          {QStringLiteral("wapeMedianError"), holdOut.wapeMedianError},
          {QStringLiteral("biasError"), holdOut.biasError},
          {QStringLiteral("coverage80Error"), holdOut.coverage80Error},
          {QStringLiteral("coverage95Error"), holdOut.coverage95Error}};
}

} // namespace pricewright
