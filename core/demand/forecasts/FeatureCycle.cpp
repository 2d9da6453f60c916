// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/forecasts/FeatureCycle.h"

#include <algorithm>
#include <array>
#include <map>

namespace pricewright {
namespace {

constexpr std::size_t kMostCycleWeeks = 12; // since the last feature; longer ago, or never, is all the same
constexpr std::size_t kMostCycleHistory = 208, kLeastCycleWeeks = 26;
constexpr int kMostWeeksAhead = 8; // further ahead the last feature says nothing
constexpr double kLeastFeatures = 6;
constexpr double kMostZones = 0.4;       // of its zones' weeks, to be a feature of the chain
constexpr double kBorrowedFeatures = 20; // weeks that the share of all weeks counts as

// One SKU's weeks before the origin, the newest first: share on feature; below 0: not seen.
using FeatureShares = std::vector<float>;

FeatureShares sharesBefore(const std::vector<const DemandSeries*>& zones, qint32 from) {
  std::vector<double> sum(kMostCycleHistory), rows(kMostCycleHistory);
  std::size_t weeks = 0;
  for (const DemandSeries* zone : zones)
    for (const SalePoint& p : zone->points)
      if (p.day < from && p.day >= from - qint32(7 * kMostCycleHistory) && p.priceMicro > 0) {
        const auto back = std::size_t((from - 1 - p.day) / 7);
        sum[back] += std::clamp<int>(p.featureMilli, 0, 1000) / 1000.0, rows[back] += 1;
        weeks = std::max(weeks, back + 1);
      }
  FeatureShares out(weeks);
  for (std::size_t k = 0; k < weeks; ++k)
    out[k] = rows[k] > 0 ? float(sum[k] / rows[k]) : -1.0f;
  return out;
}

bool isFeature(float share) { return double(share) > kMostZones; }

// At week `back`, how many weeks ago the last feature was; that week's own is 0.
std::vector<std::size_t> sinceFeature(const FeatureShares& shares) {
  std::vector<std::size_t> out(shares.size());
  std::size_t since = kMostCycleWeeks;
  for (std::size_t back = shares.size(); back-- > 0;) {
    since = isFeature(shares[back]) ? 0 : std::min(since + 1, kMostCycleWeeks);
    out[back] = since;
  }
  return out;
}

struct CycleSku {
  FeatureShares shares;
  std::vector<std::size_t> since;
};
using CycleSkus = std::map<std::pair<int, int>, CycleSku>; // by (category, SKU)

// By weeks since the last feature: how many weeks so many weeks ahead there were, and how many of them were features.
struct CycleCounts {
  std::array<double, kMostCycleWeeks + 1> could{}, did{};
  void add(const CycleSku& sku, std::size_t ahead) {
    for (std::size_t back = ahead; back < sku.shares.size(); ++back)
      if (const float then = sku.shares[back - ahead]; then >= 0)
        could[sku.since[back]] += 1, did[sku.since[back]] += isFeature(then) ? 1 : 0;
  }
  double chance(const CycleSku& sku, double share) const {
    const std::size_t now = sku.since.empty() ? kMostCycleWeeks : sku.since.front();
    return (did[now] + kBorrowedFeatures * share) / (could[now] + kBorrowedFeatures);
  }
};

struct CycleCategory {
  std::vector<const CycleSku*> skus;
  std::size_t weeks = 0;
  double seen = 0, features = 0;
  void add(const CycleSku& sku) {
    skus.push_back(&sku), weeks = std::max(weeks, sku.shares.size());
    for (const float share : sku.shares)
      seen += share >= 0 ? 1 : 0, features += isFeature(share) ? 1 : 0;
  }
  bool tells() const { return weeks >= kLeastCycleWeeks && features >= kLeastFeatures; }
};

CycleSkus cycleSkus(std::span<const DemandSeries> series, qint32 from) {
  std::map<std::pair<int, int>, std::vector<const DemandSeries*>> zones;
  for (const DemandSeries& s : series)
    zones[{s.categoryNo, s.skuNo}].push_back(&s);
  CycleSkus out;
  for (const auto& [key, members] : zones) {
    FeatureShares shares = sharesBefore(members, from);
    std::vector<std::size_t> since = sinceFeature(shares);
    out[key] = {std::move(shares), std::move(since)};
  }
  return out;
}

} // namespace

std::vector<std::vector<double>> featureChances(std::span<const DemandSeries> series, qint32 from, int weeks) {
  const CycleSkus skus = cycleSkus(series, from);
  std::map<int, CycleCategory> categories;
  for (const auto& [key, sku] : skus)
    categories[key.first].add(sku);
  const auto most = std::size_t(std::clamp(weeks, 0, kMostWeeksAhead));
  std::map<const CycleSku*, std::vector<double>> chances;
  for (const auto& [no, category] : categories)
    for (std::size_t ahead = 1; category.tells() && ahead <= most; ++ahead) {
      CycleCounts counts;
      for (const CycleSku* sku : category.skus)
        counts.add(*sku, ahead);
      for (const CycleSku* sku : category.skus)
        chances[sku].push_back(counts.chance(*sku, category.features / category.seen));
    }
  std::vector<std::vector<double>> out;
  for (const DemandSeries& s : series)
    out.push_back(chances[&skus.at({s.categoryNo, s.skuNo})]);
  return out;
}

} // namespace pricewright
