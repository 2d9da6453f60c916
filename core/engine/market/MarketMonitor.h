// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/market/MarketHealth.h"
#include "market/Feed.h"
#include "market/PageBatch.h"
#include "pipeline/monitor/MarketWatch.h"
#include "pipeline/monitor/MonitorAgent.h"

namespace pricewright {

// The watch over competitors' pages: which are watched, what looks at them found, how their sites are.

// A page that tells what a competitor asks for one of our products. The competitor, its site and its source are made
// where they are new; the site's terms stay open until somebody has accepted them.
struct PageWish {
  int listingNo = 0;
  QString url;
  QString competitor; // code; "": the site's own name
  QString title;
  // Their content = theirPacks/ourPacks of ours; none said: of a new page 1/1, of one that is watched what it was.
  std::optional<int> theirPacks, ourPacks;
};
struct PageAdded {
  int watchNo = 0;
  QString host, competitor;
  bool siteIsNew = false;
  bool wasThere = false;   // it is watched already: nothing was added
  bool switchedOn = false; // by this: an undo switches it off again
  // What its match was, where this changed it: it was not confirmed, or its packs were others. An older page's only.
  std::optional<PageBatch::MatchBefore> before;
  int matchNo = 0;
  // A page of the same product that is watched and whose address differs in nothing but its scheme or slashes: servers
  // may tell them apart, so both are watched, but mostly they are one. Or the very same one, as another competitor's.
  QString alike;
};
// One transaction with one entry. watch.bad-url, .bad-packs, fetch.* (see admissibleUrl), catalog.not-allowed
Result<PageAdded> addPage(Workspace& workspace, const PageWish& wish);

class RoundLock;
struct MarketWish {
  bool all = false; // also pages that are not due
  QString host;     // "" all
  int most = 100'000;
  std::shared_ptr<RoundLock> lock; // of lookAtMarket: held already, by a round of several looks; none: it takes its own
};
Status checkWatched(Workspace& workspace, const QString& host); // "": all. site.unknown, .not-among (known)
// The site that somebody means by a name: itself, or the only one of that name with a port. As checkWatched.
Result<QString> watchedHost(Workspace& workspace, const QString& typed);
// Fetches what is due, by the workspace's settings, and forgets what is too old. engine.cycle-running never stands in
// its way: offers are rows.
Result<WatchReport> watchMarket(Workspace& workspace, const MarketWish& wish, const JobContext& job);

// The same in two steps, for a window: looked beside the writer, kept by it. A few hundred pages at a time: they are
// all in memory in between. monitor.round-under-way, .no-round-lock: see RoundLock.
struct MarketLooks {
  QString file; // that they are of
  WatchReport report;
  std::vector<SiteStore::Found> found;
  SiteStore::Besides besides;
  std::vector<std::pair<int, QJsonObject>> memories;
  std::shared_ptr<RoundLock> lock; // until it is kept: nobody looks at the same pages meanwhile
};
Result<MarketLooks> lookAtMarket(Workspace& readOnly, const MarketWish& wish, const JobContext& job);
// Judges them too, and counts in the report what that holds back. While another program writes it is tried again; sites
// are remembered whatever becomes of the looks. engine.other-workspace: another file is open by now;
// monitor.looks-not-kept.
Status keepLooks(Workspace& workspace, MarketLooks& looks);
// After a round: holds back what does not stand up to the others, forgets pages and offers that are too old.
Status tidyMarket(Workspace& workspace);
// The first of it, after a pull; what it held back is to be told with the round.
Result<JudgedOffers> judgeOffers(Workspace& workspace);
void countHeld(WatchReport& report, const JudgedOffers& judged); // among what is held back

// How far back the board goes.
constexpr Duration kBoardDays = std::chrono::hours(24 * 14);
// Offers in doubt: of those that the board shows, the newest of each seller and price of ours, how many are in
// quarantine. What the status, the badge and the board itself say.
Result<int> offersInDoubt(Workspace& workspace, Instant now);

struct SiteHealth {
  Site site;
  QString competitor, source;
  int pages = 0, due = 0, failing = 0, stale = 0; // watched; due now; failed last; no price within the source's limit
  qint64 looks = 0, good = 0, refused = 0;        // of the last 24 h: all, with a price, disallowed
  std::optional<Instant> lastGood, next;
  QString closedWhy; // "" or the code of why its breaker is open
  // fresh, failing (pages do not answer, what they said last still holds), aging (some are stale), stale (all are),
  // closed, terms-open, terms-refused, off, new (nothing looked at yet), no-price-yet (looked at, never with a price)
  QString state;
};
struct MarketStatus {
  Instant now{};
  std::vector<SiteHealth> sites; // by host
  int pages = 0, due = 0, quarantined = 0, suggested = 0;
  int feeds = 0;              // that are pulled
  qint64 looks = 0, good = 0; // of the last 24 h
};
Result<MarketStatus> marketStatus(Workspace& workspace);
struct PageHealth {
  Watch watch;
  QString product, host; // "SKU@ZONE"
  // fresh, failing (its last look found no price; the one before still holds), stale, new, held (what it said is in
  // quarantine), off, no-match (its match is not confirmed: it is not looked at)
  QString state;
  Instant next{}; // when it is looked at, if its site is asked at all
};
Result<std::vector<PageHealth>> pagesWatched(Workspace& workspace); // by number

// What competitors ask now, beside our price, and how it moved.
struct MarketOffer {
  Offer offer;
  QString sku, product, zone, competitor;
  Money ours;
  std::optional<double> apartPercent; // of theirs against ours, delivered, in our currency and pack
  std::optional<double> movePercent;  // against the price before, of the same seller
};
struct FeedHealth {
  Feed feed;
  FeedRun last;       // empty: none yet
  QString competitor; // code of whose prices they are; "": rows name their sellers
};
struct MarketBoard {
  MarketStatus status;
  std::vector<FeedHealth> feeds; // by code
  std::vector<MarketOffer>
      offers; // the newest of each seller and product; what is quarantined first, then newest first
  FreshnessMap freshness;
  ScrapeFigures figures;
  Currency currency; // of the workspace
};
Result<MarketBoard> marketBoard(Workspace& workspace);

// The price that a page asks, with its currency; the code of why, where it tells none.
QString priceIn(const ProductPage& page);
QString readingText(const QString& priceOrWhy); // the same in words

// What the program of today reads from the pages that were kept: where another parser or recipe would have said
// something else.
struct PageDifference {
  qint64 lookNo = 0;
  Instant at{};
  QString url, sku, zone;
  QString before, now;       // price with its currency, or the code of why there was none
  bool offerDiffers = false; // an offer was made of it that would be another one, or none
};
struct PageReplay {
  int pages = 0, same = 0, gone = 0;       // read again; said the same; no longer kept
  std::vector<PageDifference> differences; // newest first
};
Result<PageReplay> replayPages(Workspace& workspace, Instant since, const QString& host, const JobContext& job);

} // namespace pricewright
