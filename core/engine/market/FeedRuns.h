// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "feeds/FeedClient.h"
#include "market/FeedStore.h"
#include "market/MatchStore.h"
#include "pipeline/monitor/MonitorAgent.h"

namespace pricewright {

// Price-intelligence services and competitors' product feeds: pulled when they are due, their rows tied to our
// products, their prices kept as offers beside those of watched pages.

FeedStore feedStore(Workspace& workspace);

// A feed with the source and, where it is named and new, the competitor that belong to it.
struct FeedAdd {
  Feed feed;          // what its number, source and competitor are is found or made
  QString competitor; // code; "": a service, whose rows name the sellers
};
// feed.bad-mapping, what FeedStore::putFeed answers, catalog.not-allowed
Result<Feed> addFeed(Workspace& workspace, const FeedAdd& wish);

// Gives the key of that name; none: there is no such key.
using SecretOf = std::function<std::optional<QString>(const QString& name)>;
// A key is asked for by its name and the host that it is for, "prisync.prisync.com": a workspace of somebody else that
// names another host gets no key of ours.
QString feedSecretName(const Feed& feed);
std::optional<QString> secretFromEnvironment(const QString& name); // PRICEWRIGHT_SECRET_PRISYNC_PRISYNC_COM

struct FeedTools {
  SecretOf secretOf = secretFromEnvironment;
  std::function<void(Duration)> wait; // what is done to let time pass; empty: time passes
  FeedClientSettings client;          // addresses inside that are allowed come from the workspace's settings
};
// What the client is asked to do, or why it cannot be; and how it asks.
Result<FeedTask> feedTask(const Feed& feed, const FeedTools& tools);
Result<FeedClientSettings> feedClientSettings(Workspace& workspace, const FeedTools& tools);

struct FeedWish {
  QString code;     // "": all feeds
  bool all = false; // also those that are not due; a feed that is named is always pulled
};

// What one pull found, before anything of it is kept.
struct PulledFeed {
  Feed feed;
  Instant at{};
  FeedOutcome outcome;
  FeedFinds found;
  qint64 tied = 0, unknown = 0; // items
  QMap<QString, qint64> asides; // code → items that were read and not kept: feed.twice (another price of the same
                                // match at the same time), .match-waiting, .match-rejected, .no-seller
};
struct FeedReport {
  QString code;
  FeedRun run;
  FeedCounts counts;
  Error error; // code "": none
  qint64 tied = 0, confirmed = 0;
  int waiting = 0;
  bool isUnchanged = false;
  QMap<QString, qint64> asides;
};
struct FeedsReport {
  std::vector<FeedReport> feeds;
  JudgedOffers judged; // afterwards: what was held back
  bool cancelled = false;
};

// Pulls what is due, one feed after the other, and keeps each before the next. An item belongs to the confirmed match
// of its competitor with the same code or address; else, where the feed's codes are trusted, to our product of that
// code, which confirms the match; else the same trade item number, our code untrusted, or brand and part number
// make a suggestion; else it is unknown. A feed that fails is reported and holds up none of the others. Error:
// feed.unknown, the stores'.
Result<FeedsReport> runFeeds(Workspace& workspace, const FeedWish& wish, const JobContext& job,
                             const FeedTools& tools = {});
// The same in two steps, for a window: pulled beside the writer, kept by it.
Result<PulledFeed> pullFeed(Workspace& readOnly, const Feed& feed, const FeedTools& tools, const JobContext& job);
Result<FeedReport> keepFeed(Workspace& workspace, PulledFeed& pulled);

// What feeds that stand in say of matches whose pages do not answer: FeedStore::newestFor of the last 24 hours.
Result<std::vector<StandIn>> newestFor(Workspace& workspace, const std::vector<int>& matchNos);

} // namespace pricewright
