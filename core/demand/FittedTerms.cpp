// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/FittedTerms.h"

#include "base/Parallel.h"

#include <cmath>

namespace pricewright {
namespace {

// Of the elasticity that the optimizer reads: a posterior wider than this, or one that owes less than this share of its
// precision to the SKU's own prices, is no evidence about the SKU.
constexpr double kWideInterval = 0.55, kLeastOwnShare = 0.25;
constexpr int kFewPrices = 3;

void grade(const PanelListing& listing, const SkuFit& fit, bool everSold, DemandEstimate& e) {
  const char* reason = "";
  if (e.weeks == 0)
    reason = "no-history";
  else if (!everSold)
    reason = "never-sold";
  else if (listing.distinctPrices < kFewPrices)
    reason = "few-prices";
  else if (listing.changedScale)
    reason = "scale-changed"; // whatever moved it, it was not the price
  else if (fit.ownStandardError <= 0 || fit.ownShare < kLeastOwnShare)
    reason = "pooled-only"; // a narrow posterior can come from others alone
  else if (!(e.covariance[kOwnRegular * kTerms + kOwnRegular] <= kWideInterval * kWideInterval))
    reason = "wide-interval";
  else if (!(e.mean[kOwnRegular] < 0))
    reason = "wrong-sign"; // dearer sells more: something else moved both
  e.gradeReason = QString::fromLatin1(reason);
  e.grade = e.gradeReason.isEmpty() ? Identification::Observational : Identification::Weak;
}

QString pooledFrom(const SkuFit& fit, const PanelCategory& category, const CategoryPool& pool) {
  // Own prices that say less than what is believed of any product before its data are not what an estimate rests on,
  // whatever its discounts say of them through the prior.
  const double error = fit.ownStandardError;
  if (fit.ownShare >= 0.5 && error > 0 && error * error < topPrior().covariance[kOwnRegular])
    return QStringLiteral("own");
  // A category tells something if other SKUs than this one have data in it.
  const int others = pool.skus - (fit.rows >= 3 ? 1 : 0);
  return category.categoryNo > 0 && others > 0 ? QStringLiteral("category") : QStringLiteral("all");
}

// Whose doubt about the elasticities it is, before beliefs about signs narrow all of it alike.
void tellShares(const SkuFit& fit, const ListingLevel& level, DemandEstimate& e) {
  for (std::size_t k = 0; k < 2; ++k) {
    const double product = varianceAlong(fit.covariance, k == 1), all = product + level.deviationVariance;
    if (!(all > 0) || !std::isfinite(all))
      continue;
    e.categoryShare[k] = std::clamp(fit.categoryVariance[k] / all, 0.0, 1.0);
    e.productShare[k] = std::clamp(product / all, e.categoryShare[k], 1.0) - e.categoryShare[k];
  }
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

} // namespace

Result<FittedTerms> fitTerms(const DemandPanel& panel, qint32 before, const Pools* warm, unsigned threads,
                             const JobContext& job) {
  FittedTerms out;
  out.rate = panel.levelRate;
  if (panel.levelRate < 0) {
    PW_TRY(out.rate, likeliestRate(panel, before, threads, job));
  }
  Reading in{panel, before, out.rate, threads};
  // A first look at the logs, from which counts are read.
  PW_TRY(out.skus, fitSkus(in, false, job));
  PW_TRY(const Pools first, pool(in, out.skus, warm, false, job));
  PW_TRY(const CountResponses counts, countResponses(in, out.skus, job));
  in.counts = &counts;
  PW_TRY(out.skus, fitSkus(in, true, job));
  PW_TRY(out.pools, pool(in, out.skus, &first, true, job));
  PW_TRY(out.levels, followLevels(in, out.skus, job));
  return out;
}

DemandEstimate estimateOf(const DemandPanel& panel, const FittedTerms& fitted, std::size_t i, qint32 forDay) {
  const PanelListing& l = panel.listings[i];
  const PanelSku& sku = panel.skus[std::size_t(l.sku)];
  const SkuFit& fit = fitted.skus[std::size_t(l.sku)];
  const ListingLevel& level = fitted.levels.listings[i];
  DemandEstimate e;
  e.mean = level.mean;
  e.covariance = level.covariance;
  tellShares(fit, level, e);
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
  grade(l, fit, level.known, e);
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

} // namespace pricewright
