// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/market/FeedRuns.h"
#include "engine/market/MarketAlerts.h"
#include "engine/market/MarketMonitor.h"
#include "engine/market/Notices.h"

namespace pricewright {

// One round of the watch over the market, down the ladder: feeds that are due are pulled, pages that are due are looked
// at (three retries each), for pages that fail a service that stands in is asked, what neither tells stays as it was
// last and ages until its source's freshness leaves it out. Then alerts are checked.

// Keys of services, as the store of secrets has them; a name that it cannot have is none.
SecretOf secretsFrom(SecretStore& secrets);

struct StandInReport {
  int failed = 0;                // pages of this round without an answer
  int answered = 0;              // of these, by a service: their look says so and names its offer
  int remembered = 0;            // of the others, those with a price of before
  std::vector<FeedReport> feeds; // that were pulled for it
  JudgedOffers judged;           // what was held back of them
};
// For pages that failed since then. Feeds that stand in are pulled anew unless they were within the last quarter hour.
Result<StandInReport> standIn(Workspace& workspace, Instant since, const FeedTools& tools, const JobContext& job);
// The same in steps, for a window: which feeds are to be pulled, and what they say of those pages.
Result<std::vector<Feed>> standInFeeds(Workspace& workspace, Instant since); // none where no page has failed
struct PulledFeeds {
  QString file; // that they are of
  std::vector<PulledFeed> feeds;
};
Result<PulledFeeds> pullFeeds(Workspace& readOnly, const std::vector<Feed>& feeds, const FeedTools& tools,
                              const JobContext& job);
Result<FeedsReport> keepFeeds(Workspace& workspace, PulledFeeds& pulled); // engine.other-workspace
Result<StandInReport> answerFailed(Workspace& workspace, Instant since);

struct MarketRound {
  FeedsReport feeds;
  WatchReport watch; // its count of what was held back is the whole round's
  StandInReport standIns;
  AlertCheck alerts;
};
// monitor.round-under-way: another program is at it; nothing was asked. .no-round-lock. What the stores answer.
Result<MarketRound> marketRound(Workspace& workspace, const MarketWish& wish, const FeedTools& tools,
                                const JobContext& job);
// When the next round has something to do: a page or a feed is due; none: nothing is watched.
// Sites' hours and breakers are seen to. `host`: of this site only, without feeds.
Result<std::optional<Instant>> nextRound(Workspace& workspace, const QString& host = {});

// Whether something is to be done now, for whoever looks every half minute.
struct MarketDue {
  bool round = false;              // a page or a feed, and the settings let it be looked at by itself
  qint64 newestOffer = 0;          // its number: another one than before, and alerts are to be checked
  bool notices = false;            // something waits to be told
  int waiting = 0;                 // offers in doubt and alerts that nobody has looked at
  std::optional<Instant> alertsAt; // an alert that waits may be told then
  Instant now{};
};
Result<MarketDue> marketDue(Workspace& workspace);

} // namespace pricewright
