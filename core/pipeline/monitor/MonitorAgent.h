// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Sourced.h"
#include "decision/PriceDecision.h"
#include "market/OfferStore.h"
#include "telemetry/Telemetry.h"

namespace pricewright {

// What the market looks like at one moment, checked. Offers by listing; each accepted, quarantined or rejected with its
// reason (robust z > 4 against own history, factor 10 or 100 slips, wrong currency, not positive).
struct MarketView {
  Instant at{};
  std::vector<Offer> offers;                     // last 60 days, by listing, seller, time
  QHash<int, Source> sources;
  std::optional<FxRates> rates;
  int checked = 0, quarantined = 0, rejected = 0, stale = 0;
  int feedsMovedByFactor = 0;                    // sources whose offers all moved by ×0.01 or ×100
};

// Collects competitor prices from the store that feeds and imports fill. When that fails: the last good view, if it is at
// most `cacheLimit` old (Cached); older: its offers, all flagged stale (Stale); none: an empty view with the reason.
class MonitorAgent {
 public:
  MonitorAgent(OfferStore& offers, const Clock& clock, Telemetry& telemetry);
  Sourced<MarketView> collect(const Actor& by, Currency workspaceCurrency);
  // For tests: what reading the offers does instead of asking the store.
  std::function<Result<std::vector<Offer>>(Instant since, Instant until)> readOffers;

 private:
  OfferStore& m_offers;
  const Clock& m_clock;
  Telemetry& m_telemetry;
  std::optional<MarketView> m_lastGood;
};
// The checks alone, pure: sets state and stateReason of offers that do not stand up to their own history and peers.
void checkOffers(MarketView& view);

} // namespace pricewright
