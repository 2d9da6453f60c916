// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/FeedRuns.h"

#include "secrets/SecretStore.h"

#include "base/Words.h"
#include "engine/market/FeedTies.h"
#include "engine/market/MarketMonitor.h"

namespace pricewright {
namespace {

constexpr Duration kStandsInFor = std::chrono::hours(24);
constexpr Duration kRetryFailed = std::chrono::minutes(30);

IdSource& idsOf(Workspace& w) { return w.planner().tools().ids; }

FeedRun runOf(const PulledFeed& p) {
  const FeedOutcome& o = p.outcome;
  FeedRun r;
  r.feedNo = p.feed.no, r.at = p.at, r.pages = o.pages, r.items = o.counts.items, r.unknown = p.unknown;
  r.unreadable = o.counts.unreadable, r.requests = o.requests, r.isComplete = o.complete, r.error = o.error.code;
  for (auto it = o.counts.reasons.begin(); it != o.counts.reasons.end(); ++it)
    r.reasons.insert(it.key(), it.value());
  for (auto it = p.asides.begin(); it != p.asides.end(); ++it)
    r.reasons.insert(it.key(), it.value());
  r.took = o.took, r.memory = o.memory;
  r.nextBefore = p.feed.next, r.memoryBefore = p.feed.memory;
  const Duration interval = std::chrono::minutes(p.feed.intervalMinutes);
  r.next = p.at + (o.isOk() && o.waiting == 0 ? interval : std::min(interval, kRetryFailed));
  if (o.notBefore)
    r.next = std::max(r.next, *o.notBefore);
  return r;
}

Result<std::vector<Feed>> wantedFeeds(Workspace& w, const FeedWish& wish) {
  const FeedStore store = feedStore(w);
  if (!wish.code.isEmpty()) {
    PW_TRY(Feed feed, store.feed(wish.code));
    return std::vector<Feed>{std::move(feed)};
  }
  if (!wish.all)
    return store.dueFeeds(w.clock().now());
  PW_TRY(std::vector<Feed> feeds, store.feeds());
  std::erase_if(feeds, [](const Feed& f) { return !f.isOn; });
  return feeds;
}

} // namespace

Result<FeedTask> feedTask(const Feed& feed, const FeedTools& tools) {
  const std::optional<FeedKind> kind = feedKindFrom(feed.kind);
  if (!kind)
    return fail(s("feed.bad-kind"), {{s("feed"), feed.code}, {s("value"), feed.kind}});
  FeedTask task;
  task.kind = *kind, task.location = feed.location, task.memory = feed.memory;
  task.requestsAMinute = feed.requestsAMinute;
  PW_TRY(task.mapping, FeedMapping::parse(feed.mapping, *kind));
  if (feed.secret.isEmpty() && *kind != FeedKind::Prisync)
    return task;
  const QString name = feedSecretName(feed);
  const std::optional<QString> secret = tools.secretOf ? tools.secretOf(name) : std::nullopt;
  if (!secret || secret->isEmpty())
    return fail(s("feed.no-secret"), {{s("name"), name},
                                      {s("variable"), QString::fromLatin1(EnvironmentSecrets::variableFor(name))},
                                      {s("feed"), feed.code}});
  task.secret = *secret;
  return task;
}

FeedStore feedStore(Workspace& w) { return FeedStore(w.database(), w.journal(), w.clock(), idsOf(w)); }

QString feedSecretName(const Feed& feed) {
  const QString host = QUrl(feed.location).host(QUrl::FullyEncoded).toLower();
  return host.isEmpty() ? feed.secret.toLower() : feed.secret.toLower() + u'.' + host;
}

std::optional<QString> secretFromEnvironment(const QString& name) {
  const QByteArray variable = EnvironmentSecrets::variableFor(name.toLower());
  return qEnvironmentVariableIsSet(variable.constData()) ? std::optional(qEnvironmentVariable(variable.constData()))
                                                         : std::nullopt;
}

Result<Feed> addFeed(Workspace& w, const FeedAdd& wish) {
  const Feed& feed = wish.feed;
  const std::optional<FeedKind> kind = feedKindFrom(feed.kind);
  if (!kind)
    return fail(s("feed.bad-kind"), {{s("feed"), feed.code}, {s("value"), feed.kind}});
  PW_TRY([[maybe_unused]] const FeedMapping mapping, FeedMapping::parse(feed.mapping, *kind));
  FeedStore store = feedStore(w);
  PW_TRY([[maybe_unused]] const int no, store.putFeed(w.me(), feed, wish.competitor));
  return store.feed(feed.code);
}

Result<FeedClientSettings> feedClientSettings(Workspace& w, const FeedTools& tools) {
  PW_TRY(const Settings settings, w.catalog().settings());
  FeedClientSettings how = tools.client;
  PW_TRY(how.allowed, AddressAllowList::parse(settings.text(u"monitor.allowed-addresses")));
  return how;
}

Result<PulledFeed> pullFeed(Workspace& w, const Feed& feed, const FeedTools& tools, const JobContext& job) {
  PulledFeed out;
  out.feed = feed, out.at = w.clock().now(), out.outcome.memory = feed.memory;
  const Result<FeedTask> task = feedTask(feed, tools);
  if (!task) {
    out.outcome.error = task.error();
    return out;
  }
  FeedTies ties(out.feed, out);
  PW_CHECK(ties.load(w));
  PW_TRY(FeedClientSettings how, feedClientSettings(w, tools));
  FeedClient client(std::move(how), w.clock(), quint64(toMillis(out.at)));
  client.wait = tools.wait;
  out.outcome = client.pull(*task, [&](const FeedItem& item) { ties.take(item); }, job);
  return out;
}

Result<FeedReport> keepFeed(Workspace& w, PulledFeed& pulled) {
  FeedReport out;
  out.run = runOf(pulled);
  PW_CHECK(feedStore(w).keepPull(w.me(), out.run, pulled.found));
  out.code = pulled.feed.code, out.counts = pulled.outcome.counts, out.error = pulled.outcome.error;
  out.tied = pulled.tied, out.confirmed = qint64(pulled.found.confirmed.size()), out.waiting = pulled.outcome.waiting;
  out.isUnchanged = pulled.outcome.isUnchanged, out.asides = pulled.asides;
  return out;
}

Result<FeedsReport> runFeeds(Workspace& w, const FeedWish& wish, const JobContext& job, const FeedTools& tools) {
  PW_TRY(const std::vector<Feed> feeds, wantedFeeds(w, wish));
  FeedsReport out;
  for (const Feed& feed : feeds) {
    if (job.cancelled())
      break;
    PW_TRY(PulledFeed pulled, pullFeed(w, feed, tools, job));
    PW_TRY(FeedReport report, keepFeed(w, pulled));
    out.feeds.push_back(std::move(report));
  }
  if (!out.feeds.empty()) {
    PW_TRY(out.judged, judgeOffers(w));
  }
  out.cancelled = job.cancelled();
  return out;
}

Result<std::vector<StandIn>> newestFor(Workspace& w, const std::vector<int>& matchNos) {
  return feedStore(w).newestFor(matchNos, w.clock().now() - kStandsInFor);
}

} // namespace pricewright
