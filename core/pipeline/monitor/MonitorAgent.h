// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Sourced.h"
#include "catalog/CatalogStore.h"
#include "decision/PriceDecision.h"
#include "market/OfferStore.h"
#include "telemetry/Telemetry.h"

#include <functional>
#include <map>
#include <memory>

namespace pricewright {

// What the market looks like at one moment, checked. Offers by listing; each accepted, quarantined or rejected with its
// reason (robust z > 4 against own history and peers, factor 10 or 100 slips, seven times our own price where nothing
// of the seller was known, sudden currency flip, not positive, not public). An accepted offer that carries a reason was
// confirmed by a person and is not judged again.
struct MarketView {
  Instant at{};
  std::vector<Offer> offers; // last 60 days, by listing, seller, time
  QHash<int, Source> sources;
  std::optional<FxRates> rates; // the newest; too old ones stand here too, and convert nothing
  RateAge rateAge;
  QHash<int, std::vector<OurPrice>> ours;         // our own regular prices, by listing; see OfferStore::ourPrices
  int checked = 0, quarantined = 0, rejected = 0; // newly, by this look
  int stale = 0;                                  // sellers whose newest offer is older than its source's limit
  int feedsMovedByFactor = 0;                     // sources most of whose fresh offers moved by ×0.01 or ×100
  std::span<const Offer> of(int listingNo) const; // this listing's offers
};

// What judging changed.
struct JudgedOffers {
  int listings = 0;              // that were looked at
  int held = 0;                  // newly held back or refused
  QMap<QString, qint64> reasons; // of these
  void add(const JudgedOffers& more);
};

// Collects competitor prices from the store that feeds and imports fill. When that fails: the last good view, if it is
// at most `cacheLimit` old (Cached); older: the same offers, all of them counted as stale (Stale); none: an empty view
// with the reason (Fallback by "none"). On the engine thread.
class MonitorAgent {
 public:
  using View = std::shared_ptr<const MarketView>;
  MonitorAgent(OfferStore& offers, const CatalogStore& catalog, const Clock& clock, Telemetry& telemetry);
  Sourced<View> collect(const Actor& by, Currency workspaceCurrency);
  // The checks alone, written down: after a pull or a round, so that nobody is told of a price that is in doubt. Only
  // of listings of which something new is known (OfferStore::toJudge), one after the other.
  Result<JudgedOffers> judge(const Actor& by, Currency workspaceCurrency);
  // The checked offers as they stand; nothing is written down and nothing is metered.
  Result<View> lookOnly(Currency workspaceCurrency);
  Duration cacheLimit = std::chrono::hours(24);
  // For tests: what reading the offers does instead of asking the store.
  std::function<Result<std::vector<Offer>>(Instant since, Instant until)> readOffers;

 private:
  Result<MarketView> look(Instant now, Currency workspaceCurrency);
  // Offers to mark, by the state and reason that they get.
  using Marks = std::map<std::pair<int, QString>, std::vector<qint64>>;
  static void collectMarks(const MarketView& view, const std::vector<Offer>& before, Marks& marks);
  Status remember(const Actor& by, const Marks& marks);
  Result<MarketView> background(Instant now, Currency workspaceCurrency); // all but offers and prices of ours
  Sourced<View> standIn(Instant now, const Error& why);
  OfferStore& m_offers;
  const CatalogStore& m_catalog; // whose settings say how old rates may be
  const Clock& m_clock;
  Telemetry& m_telemetry;
  View m_lastGood;
};
// The checks alone, pure: sets state and stateReason of offers that do not stand up to our price, their own history and
// all others, whichever was seen first; what a person accepted is believed, and so is what its seller asks later within
// 30 % of it. Judging again without new data changes nothing. Reasons: not-positive, unknown-currency, not-public
// (rejected); far-from-ours, factor-slip, currency-flip, price-jump (quarantined). The first two of these are judged
// again each time, and taken back where more sellers or prices of ours prove an offer right.
void checkOffers(MarketView& view);

} // namespace pricewright
