// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/ElasticityModel.h"

#include "base/Parallel.h"
#include "demand/FittedTerms.h"
#include "demand/HoldOut.h"

#include <cmath>

namespace pricewright {
namespace {

// Weeks [from, until), forecast from what was known before `from`.
struct Origin {
  qint32 from = 0, until = kAllRows;
};

void judge(const DemandPanel& panel, const FittedTerms& fitted, const Origin& origin, std::size_t i,
           HoldOutSums& sums) {
  const PanelListing& l = panel.listings[i];
  if (!fitted.levels.listings[i].own)
    return;
  const std::size_t end = endBefore(panel, l, origin.until);
  for (std::size_t r = endBefore(panel, l, origin.from); r < end; ++r) {
    const DemandRow& row = panel.rows[r];
    const Forecast f = forecast(estimateOf(panel, fitted, i, row.day), pointOf(row, l.reference));
    sums.add(f, double(row.units));
  }
}

Result<HoldOutSums> judgeAll(const DemandPanel& panel, const FittedTerms& fitted, const Origin& origin,
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

// Fits before each origin and judges by the weeks that follow it. Each starts from the variances of the one before it,
// so that none has seen what it is judged by; `warm`: the newest one's.
Result<HoldOutMetrics> holdOut(const DemandPanel& panel, const DemandOptions& options, std::optional<Pools>& warm,
                               const JobContext& job) {
  std::vector<HoldOutSums> judged;
  for (const Origin& origin : originsOf(panel, options.holdOutWeeks)) {
    PW_TRY(const FittedTerms fitted, fitTerms(panel, origin.from, warm ? &*warm : nullptr, options.threads, job));
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
  PW_TRY(const FittedTerms fitted, fitTerms(panel, kAllRows, warm ? &*warm : nullptr, options.threads, job));
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
