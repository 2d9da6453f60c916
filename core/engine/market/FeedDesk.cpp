// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/FeedDesk.h"

#include "base/Words.h"
#include "market/Competitors.h"
#include "secrets/SecretStore.h"

namespace pricewright {
namespace {

constexpr qint64 kTriedRows = 50;
constexpr Duration kTriedFor = std::chrono::minutes(1); // of one request

} // namespace

Result<FeedTrial> tryFeed(Workspace& w, const Feed& feed, const FeedTools& tools, const JobContext& job) {
  FeedTrial out;
  Feed whole = feed;
  whole.memory = {}; // as if it had never been read
  const Result<FeedTask> task = feedTask(whole, tools);
  if (!task) {
    out.error = task.error();
    return out;
  }
  PW_TRY(FeedClientSettings how, feedClientSettings(w, tools));
  how.limits.items = kTriedRows, how.mostPages = 1, how.mostFiles = 1;
  how.total = kTriedFor, how.retries = 1, how.longestWait = {};
  FeedClient client(std::move(how), w.clock(), quint64(toMillis(w.clock().now())));
  client.wait = tools.wait;
  const FeedOutcome outcome = client.pull(*task, [&](const FeedItem& item) { out.rows.push_back(item); }, job);
  out.counts = outcome.counts, out.waiting = outcome.waiting;
  out.isCut = outcome.error.is(u"feed.too-many-items") || outcome.error.is(u"feed.too-many-pages");
  if (!out.isCut)
    out.error = outcome.error;
  return out;
}

Result<FeedChange> saveFeed(Workspace& w, const FeedAdd& wish, bool isNew) {
  FeedChange change;
  const Result<Feed> known = feedStore(w).feed(wish.feed.code);
  if (!known && !known.error().is(u"feed.unknown"))
    return known.error();
  if (known && isNew)
    return fail(s("feed.exists"), {{s("feed"), wish.feed.code}});
  if (known)
    change.before = *known;
  PW_TRY(const Competitors competitors, Competitors::load(w.database()));
  change.madeCompetitor = !wish.competitor.isEmpty() && !competitors.find(wish.competitor);
  PW_TRY(change.after, addFeed(w, wish));
  return change;
}

Status undoSaveFeed(Workspace& w, const FeedChange& change) {
  FeedStore store = feedStore(w);
  if (!change.before)
    return store.removeFeed(w.me(), change.after.code, change.madeCompetitor);
  return store.putBack(w.me(), *change.before, change.after, change.madeCompetitor);
}

Status keepFeedKey(const Feed& feed, const QByteArray& key) {
  PW_TRY(const std::unique_ptr<SecretStore> secrets, openSecrets());
  return secrets->write(feedSecretName(feed), key);
}

Status dropFeedKey(const Feed& feed) {
  PW_TRY(const std::unique_ptr<SecretStore> secrets, openSecrets());
  return secrets->remove(feedSecretName(feed));
}

FeedTools feedToolsWith(const QString& typedKey, SecretOf kept) {
  FeedTools tools;
  tools.secretOf = [typedKey, kept = std::move(kept)](const QString& name) -> std::optional<QString> {
    return typedKey.isEmpty() ? kept(name) : std::optional(typedKey);
  };
  return tools;
}

} // namespace pricewright
