// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/World.h"

namespace pricewright {
namespace {

constexpr auto kPriceHistory = std::chrono::days(90);
constexpr auto kCostLookBack = std::chrono::days(8);

template <class T> std::unordered_map<int, T> byListing(const std::vector<T>& rows) {
  std::unordered_map<int, T> map;
  map.reserve(rows.size());
  for (const T& row : rows)
    map.insert_or_assign(row.listingNo, row);
  return map;
}

// One channel's history: the same change in three channels is one change.
void keepFirstChannel(std::vector<PublishedPrice>& history) {
  if (history.empty())
    return;
  const auto first = std::min_element(history.begin(), history.end(), [](const auto& a, const auto& b) {
                       return a.channelNo < b.channelNo;
                     })->channelNo;
  std::erase_if(history, [first](const PublishedPrice& p) { return p.channelNo != first; });
  std::stable_sort(history.begin(), history.end(), [](const PublishedPrice& a, const PublishedPrice& b) {
    return std::tie(a.listingNo, a.from) < std::tie(b.listingNo, b.from);
  });
}

Status loadPrices(const PlannerTools& tools, World& w) {
  PW_TRY(const auto regular, tools.catalog.regularPricesInForce(w.now));
  w.regular = byListing(regular);
  PW_TRY(w.history, tools.catalog.priceHistory(w.now - kPriceHistory));
  keepFirstChannel(w.history);
  for (std::size_t i = 0; i < w.history.size();) {
    std::size_t end = i;
    while (end < w.history.size() && w.history[end].listingNo == w.history[i].listingNo)
      ++end;
    w.historyRange[w.history[i].listingNo] = {i, end};
    i = end;
  }
  return {};
}

Status loadListingFacts(const PlannerTools& tools, World& w) {
  const Day day = dayOf(w.effective);
  PW_TRY(const auto costs, tools.catalog.costsInForce(day, CostKind::Replacement));
  w.cost = byListing(costs);
  PW_TRY(const auto before, tools.catalog.costsInForce(day - kCostLookBack, CostKind::Replacement));
  w.costBefore = byListing(before);
  PW_TRY(const auto stock, tools.catalog.latestStock(dayOf(w.now)));
  w.stock = byListing(stock);
  PW_TRY(const auto promotions, tools.catalog.promotionsTouching(day, day));
  for (const Promotion& promotion : promotions)
    w.onPromotion[promotion.listingNo] = true;
  PW_TRY(auto exceptions, tools.catalog.marginExceptions(w.effective));
  std::stable_sort(exceptions.begin(), exceptions.end(),
                   [](const MarginException& a, const MarginException& b) { return a.from < b.from; });
  w.exceptions = byListing(exceptions); // the one granted last
  return {};
}

} // namespace

std::span<const SalePoint> World::salesOf(int listingNo) const {
  const auto found = salesIndex.find(listingNo);
  return found == salesIndex.end() ? std::span<const SalePoint>() : sales.of(found->second);
}

std::span<const PublishedPrice> World::historyOf(int listingNo) const {
  const auto found = historyRange.find(listingNo);
  if (found == historyRange.end())
    return {};
  return std::span(history).subspan(found->second.first, found->second.second - found->second.first);
}

Result<World> loadWorld(const PlannerTools& tools, Instant now, Instant effective) {
  World w;
  w.now = now;
  w.effective = effective;
  PW_TRY(w.settings, tools.catalog.settings());
  PW_TRY(w.catalog, tools.catalog.load());
  PW_TRY(w.rules, tools.decisions.rules());
  PW_TRY(const RuleSet parsed, RuleSet::parse(w.rules));
  w.rulesVersion = parsed.version();
  PW_CHECK(loadPrices(tools, w));
  PW_CHECK(loadListingFacts(tools, w));
  PW_TRY(w.sales, tools.catalog.loadSales(dayOf(now)));
  for (std::size_t i = 0; i < w.sales.listings(); ++i)
    w.salesIndex[w.sales.listingNo[i]] = i;
  PW_TRY(w.competitors, loadCompetitorHistory(tools.db, tools.offers, w.catalog, now));
  return w;
}

} // namespace pricewright
