// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/World.h"

#include "pipeline/planner/OptimizerVersion.h"

namespace pricewright {
namespace {

template <class T> std::unordered_map<int, T> byListing(const std::vector<T>& rows) {
  std::unordered_map<int, T> map;
  map.reserve(rows.size());
  for (const T& row : rows)
    map.insert_or_assign(row.listingNo, row);
  return map;
}

// The first channel's history is the listing's: the same change in three channels is one change. The others' stands
// beside it.
void separateChannels(World& w) {
  if (w.history.empty())
    return;
  const auto lower = [](const PublishedPrice& a, const PublishedPrice& b) { return a.channelNo < b.channelNo; };
  const int first = std::min_element(w.history.begin(), w.history.end(), lower)->channelNo;
  for (const PublishedPrice& p : w.history)
    if (p.channelNo != first)
      w.otherChannels[p.listingNo].push_back(p);
  std::erase_if(w.history, [first](const PublishedPrice& p) { return p.channelNo != first; });
  std::stable_sort(w.history.begin(), w.history.end(), [](const PublishedPrice& a, const PublishedPrice& b) {
    return std::tie(a.listingNo, a.from) < std::tie(b.listingNo, b.from);
  });
}

Status loadPrices(const PlannerTools& tools, World& w) {
  PW_TRY(w.history, tools.catalog.priceHistory(w.now - priceLookBack(w.settings)));
  separateChannels(w);
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
  PW_TRY(w.costNews, loadCostNews(tools.db, day, w.now));
  PW_TRY(const auto stock, tools.catalog.latestStock(dayOf(w.now)));
  w.stock = byListing(stock);
  PW_TRY(const auto promotions, tools.catalog.promotionsTouching(day - priceLookBack(w.settings), day));
  for (const Promotion& promotion : promotions)
    w.promotions[promotion.listingNo].push_back(promotion);
  PW_TRY(const auto draws, drawsRunning(tools.db, w.now));
  w.draws = byListing(draws);
  PW_TRY(const auto claimed, tools.experiments.claimed());
  for (const auto& [listing, claim] : claimed)
    if (!claim.byModel)
      w.underTest.emplace(listing, claim.test);
  PW_TRY(auto exceptions, tools.catalog.marginExceptions(w.effective));
  std::stable_sort(exceptions.begin(), exceptions.end(),
                   [](const MarginException& a, const MarginException& b) { return a.from < b.from; });
  w.exceptions = byListing(exceptions); // the one granted last
  return {};
}

} // namespace

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
  PW_CHECK(loadSalesHistory(w, tools.db, tools.catalog, tools.offers, dayOf(now), now));
  PW_CHECK(applyOptimizerChampion(tools.db, w.settings));
  PW_TRY(w.rules, tools.decisions.rules());
  PW_TRY(const RuleSet parsed, RuleSet::parse(w.rules));
  w.rulesVersion = parsed.version();
  PW_CHECK(loadPrices(tools, w));
  PW_CHECK(loadListingFacts(tools, w));
  return w;
}

} // namespace pricewright
