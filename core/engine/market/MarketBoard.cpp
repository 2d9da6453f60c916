// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What competitors ask now, beside our price.
#include "engine/market/FeedRuns.h"
#include "engine/market/MarketMonitor.h"

#include "catalog/Rows.h"
#include "market/Reference.h"

#include <QSet>

#include <map>

namespace pricewright {
namespace {

constexpr int kOffersLookedAt =
    40; // of one of their products, newest first: the newest of each seller and its last move

Result<std::vector<int>> boardMatches(Workspace& w, Instant now) {
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT no FROM product_match m WHERE state = 'confirmed' AND EXISTS "
                                               "(SELECT 1 FROM offer o WHERE o.match_no = m.no AND o.observed_ms > ?1) "
                                               "ORDER BY listing_no, no"));
  q.bind(1, toMillis(now - kBoardDays));
  std::vector<int> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    out.push_back(smallInteger(q, 0));
    return {};
  }));
  return out;
}

// Against the newest price before it that counted and was another one.
std::optional<double> lastMove(std::span<const Offer> older, const Offer& o) {
  for (const Offer& before : older) {
    if (before.seller != o.seller || before.state != OfferState::Accepted)
      continue;
    if (before.price.currency != o.price.currency || before.price.value.micros() <= 0)
      return {};
    if (before.price.value != o.price.value)
      return 100 * (o.price.value.toDouble() / before.price.value.toDouble() - 1);
  }
  return {};
}

// The newest offer of each seller and price of ours: several matches may tie a seller to it, a page's and a feed's.
struct BoardRows {
  const Catalog& catalog;
  const std::map<int, QString>& names;
  const std::map<int, Money>& ours;
  const FxRates* rates;
  std::vector<MarketOffer> rows;
  QHash<std::pair<int, QString>, std::size_t> places;

  void add(const std::vector<Offer>& offers) { // newest first
    QSet<QString> seen;
    for (std::size_t i = 0; i < offers.size(); ++i)
      if (!seen.contains(offers[i].seller)) {
        seen.insert(offers[i].seller);
        put(offers[i], std::span(offers).subspan(i + 1));
      }
  }

 private:
  void put(const Offer& o, std::span<const Offer> older) {
    const Listing* listing = catalog.listing(o.listingNo);
    const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
    const PriceZone* zone = listing ? catalog.zone(listing->zoneNo) : nullptr;
    if (!sku || !zone)
      return;
    const auto name = names.find(o.competitorNo);
    MarketOffer row{o, sku->code, sku->name, zone->code, name == names.end() ? QString() : name->second, {}, {}, {}};
    if (const auto own = ours.find(o.listingNo); own != ours.end())
      row.ours = own->second;
    if (const auto theirs = comparablePrice(o, zone->currency, rates);
        theirs && row.ours.isValid() && row.ours.minor() > 0)
      row.apartPercent = 100 * (theirs->value.toDouble() / row.ours.toDouble() - 1);
    row.movePercent = lastMove(older, o);
    const std::pair<int, QString> key(o.listingNo, o.seller);
    const auto at = places.constFind(key);
    if (at == places.cend()) {
      places.insert(key, rows.size());
      rows.push_back(std::move(row));
    } else if (rows[*at].offer.observedAt < o.observedAt) {
      rows[*at] = std::move(row);
    }
  }
};

Result<std::vector<FeedHealth>> feedsWatched(Workspace& w) {
  const FeedStore store = feedStore(w);
  PW_TRY(const std::vector<Feed> feeds, store.feeds());
  PW_TRY(const std::vector<Competitor> competitors, w.offers().competitors());
  std::vector<FeedHealth> out;
  for (const Feed& feed : feeds) {
    PW_TRY(const std::vector<FeedRun> runs, store.runs(feed.no, 1));
    const auto whose = std::find_if(competitors.begin(), competitors.end(),
                                    [&](const Competitor& c) { return c.no == feed.competitorNo; });
    out.push_back(
        {feed, runs.empty() ? FeedRun() : runs.front(), whose == competitors.end() ? QString() : whose->code});
  }
  return out;
}

} // namespace

Result<MarketBoard> marketBoard(Workspace& w) {
  MarketBoard out;
  PW_TRY(out.feeds, feedsWatched(w));
  PW_TRY(out.status, marketStatus(w));
  PW_TRY(out.freshness, freshnessMap(w));
  PW_TRY(out.figures, scrapeFigures(w));
  const Instant now = out.status.now;
  PW_TRY(const Catalog catalog, w.catalog().load());
  out.currency = catalog.currency;
  PW_TRY(const auto competitors, w.offers().competitors());
  PW_TRY(const auto prices, w.catalog().regularPricesInForce(now));
  std::map<int, Money> ours;
  for (const PublishedPrice& price : prices)
    ours.emplace(price.listingNo, price.amount);
  std::map<int, QString> names;
  for (const Competitor& c : competitors)
    names.emplace(c.no, c.name);
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const auto rates, w.offers().usableRates(dayOf(now), catalog.currency, RateAge::of(settings)));
  PW_TRY(const auto matches, boardMatches(w, now));
  BoardRows rows{catalog, names, ours, rates ? &*rates : nullptr, {}, {}};
  PW_CHECK(w.offers().newestOf(matches, now - kBoardDays, kOffersLookedAt,
                               [&rows](const std::vector<Offer>& offers) { rows.add(offers); }));
  out.offers = std::move(rows.rows);
  std::stable_sort(out.offers.begin(), out.offers.end(), [](const MarketOffer& a, const MarketOffer& b) {
    const bool first = a.offer.state == OfferState::Quarantined, second = b.offer.state == OfferState::Quarantined;
    return first != second ? first : a.offer.observedAt > b.offer.observedAt;
  });
  return out;
}

} // namespace pricewright
