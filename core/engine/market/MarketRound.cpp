// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/MarketRound.h"

#include "base/Words.h"
#include "catalog/Rows.h"
#include "engine/market/RoundLock.h"
#include "pipeline/monitor/SiteRecords.h"

#include <map>
#include <set>

namespace pricewright {
namespace {

constexpr Duration kPulledLately = std::chrono::minutes(15);

// Pages that were asked for in vain, and those that were due and not asked for, since their site was closed for it.
Result<std::vector<Watch>> failedSince(Workspace& w, Instant since) {
  PW_TRY(const auto watches, w.sites().watches());
  PW_TRY(const auto sites, w.sites().sites());
  const auto hasFailed = [since](const Watch& watch) {
    return watch.isOn && watch.isMatched && watch.failures > 0 && watch.last && *watch.last >= since;
  };
  const Instant now = w.clock().now();
  std::set<int> closed;
  for (const Site& site : sites)
    if (const auto until = memoryFrom(site.memory).closedUntil; until && *until > now)
      if (std::any_of(watches.begin(), watches.end(),
                      [&](const Watch& watch) { return watch.siteNo == site.no && hasFailed(watch); }))
        closed.insert(site.no);
  std::vector<Watch> out;
  for (const Watch& watch : watches)
    if (hasFailed(watch) || (watch.isOn && watch.isMatched && closed.contains(watch.siteNo) && watch.next <= now))
      out.push_back(watch);
  return out;
}

// The look that says: the page failed, and this offer of a service stands in for it.
SiteStore::Found standInLook(const Watch& watch, const StandIn& standIn, Instant now) {
  SiteStore::Found found;
  found.watch = watch, found.wasDue = watch.next;
  found.watch.lastGood = std::max(watch.lastGood.value_or(standIn.offer.observedAt), standIn.offer.observedAt);
  found.look.watchNo = watch.no, found.look.at = now, found.look.url = standIn.offer.evidence;
  found.look.origin = LookOrigin::Api, found.look.attempts = 0, found.look.error = watch.lastError;
  found.look.headers = {{"feed", standIn.feed}};
  found.look.offerNo = standIn.offer.no;
  return found;
}

std::optional<Instant> earlier(std::optional<Instant> a, std::optional<Instant> b) {
  return !a ? b : !b ? a : std::min(*a, *b);
}

} // namespace

SecretOf secretsFrom(SecretStore& secrets) {
  return [&secrets](const QString& name) -> std::optional<QString> {
    if (const std::optional<QString> set = secretFromEnvironment(name))
      return set;
    const Result<std::optional<QByteArray>> kept = secrets.read(name.toLower());
    if (!kept || !*kept)
      return std::nullopt;
    return QString::fromUtf8(**kept);
  };
}

Result<std::vector<Feed>> standInFeeds(Workspace& w, Instant since) {
  PW_TRY(const auto failed, failedSince(w, since));
  std::vector<Feed> out;
  if (failed.empty())
    return out;
  PW_TRY(const auto feeds, feedStore(w).feeds());
  for (const Feed& feed : feeds)
    if (feed.isOn && feed.standsIn && (!feed.lastRun || w.clock().now() - *feed.lastRun > kPulledLately))
      out.push_back(feed);
  return out;
}

Result<PulledFeeds> pullFeeds(Workspace& w, const std::vector<Feed>& feeds, const FeedTools& tools,
                              const JobContext& job) {
  PulledFeeds out;
  out.file = w.database().path();
  for (const Feed& feed : feeds) {
    if (job.cancelled())
      break;
    PW_TRY(PulledFeed pulled, pullFeed(w, feed, tools, job));
    out.feeds.push_back(std::move(pulled));
  }
  return out;
}

Result<FeedsReport> keepFeeds(Workspace& w, PulledFeeds& pulled) {
  if (w.database().path() != pulled.file)
    return fail(s("engine.other-workspace"));
  FeedsReport out;
  for (PulledFeed& one : pulled.feeds) {
    PW_TRY(FeedReport report, keepFeed(w, one));
    out.feeds.push_back(std::move(report));
  }
  PW_TRY(out.judged, judgeOffers(w));
  return out;
}

Result<StandInReport> answerFailed(Workspace& w, Instant since) {
  StandInReport out;
  PW_TRY(const auto failed, failedSince(w, since));
  out.failed = int(failed.size());
  std::vector<int> matches;
  std::map<int, const Watch*> watchOf;
  PW_TRY(Query answered, Query::prepare(w.database(), "SELECT 1 FROM page_look WHERE watch_no = ?1 AND at_ms >= ?2 AND "
                                                      "origin = 'api'"));
  for (const Watch& watch : failed) {
    PW_TRY(const bool isAnswered,
           answered.bind(1, watch.no).bind(2, toMillis(std::max(watch.last.value_or(since), since))).step());
    answered.reset();
    out.answered += isAnswered;
    if (!isAnswered && watchOf.emplace(watch.matchNo, &watch).second)
      matches.push_back(watch.matchNo);
  }
  PW_TRY(const std::vector<StandIn> found, newestFor(w, matches));
  std::vector<SiteStore::Found> looks;
  for (const StandIn& one : found)
    looks.push_back(standInLook(*watchOf.at(one.matchNo), one, w.clock().now()));
  PW_CHECK(w.sites().keep(w.me(), looks));
  out.answered += int(looks.size());
  for (const StandIn& one : found)
    watchOf.erase(one.matchNo);
  out.remembered = int(std::count_if(watchOf.begin(), watchOf.end(),
                                     [](const auto& left) { return left.second->lastGood.has_value(); }));
  return out;
}

Result<StandInReport> standIn(Workspace& w, Instant since, const FeedTools& tools, const JobContext& job) {
  PW_TRY(const auto feeds, standInFeeds(w, since));
  std::vector<FeedReport> pulled;
  JudgedOffers judged;
  for (const Feed& feed : feeds) {
    FeedWish wish;
    wish.code = feed.code;
    PW_TRY(const FeedsReport report, runFeeds(w, wish, job, tools));
    judged.add(report.judged);
    pulled.insert(pulled.end(), report.feeds.begin(), report.feeds.end());
  }
  PW_TRY(StandInReport out, answerFailed(w, since));
  out.feeds = std::move(pulled), out.judged = std::move(judged);
  return out;
}

Result<MarketRound> marketRound(Workspace& w, const MarketWish& wish, const FeedTools& tools, const JobContext& job) {
  PW_TRY([[maybe_unused]] const RoundLock lock, RoundLock::take(w));
  MarketRound out;
  const Instant began = w.clock().now();
  if (wish.host.isEmpty()) {
    PW_TRY(out.feeds, runFeeds(w, {}, job, tools));
  }
  PW_TRY(out.watch, watchMarket(w, wish, job));
  countHeld(out.watch, out.feeds.judged);
  if (!job.cancelled()) {
    PW_TRY(out.standIns, standIn(w, began, tools, job));
    countHeld(out.watch, out.standIns.judged);
  }
  PW_TRY(out.alerts, checkAlerts(w));
  return out;
}

namespace {

// When a site may be asked next: its hours, and its breaker.
Instant mayBeAsked(const Site& site, Instant now) {
  Instant at = now;
  if (const SiteMemory memory = memoryFrom(site.memory); memory.closedUntil)
    at = std::max(at, *memory.closedUntil);
  constexpr int kDayMinutes = 24 * 60;
  for (int minute = 0; minute < kDayMinutes && !isInWindow(site, at); ++minute)
    at = fromMillis(toMillis(at) / 60'000 * 60'000 + 60'000);
  return at;
}

// When the budget pays for a look again; now, where it does.
Result<Instant> budgetFrees(Workspace& w, Instant now) {
  constexpr Duration kDay = std::chrono::hours(24);
  PW_TRY(const Settings settings, w.catalog().settings());
  const LookPrices prices{settings.real(u"monitor.cost-per-request"), settings.real(u"monitor.cost-per-gigabyte"),
                          settings.real(u"monitor.budget-per-day")};
  PW_TRY(const LookCosts costs, lookCosts(w.sites(), prices, now));
  const bool isSpent = looksLeft(costs.aLook, prices.budgetADay, costs.ofDay, 1) == 0;
  return isSpent && costs.oldest ? *costs.oldest + kDay : now;
}

} // namespace

Result<std::optional<Instant>> nextRound(Workspace& w, const QString& host) {
  std::optional<Instant> next;
  const Instant now = w.clock().now();
  PW_TRY(const Instant paid, budgetFrees(w, now));
  PW_TRY(const auto sites, w.sites().sites());
  std::map<int, Instant> earliest;
  for (const Site& site : sites)
    if (site.isOn && site.terms == TermsState::Accepted && (host.isEmpty() || site.host == host))
      earliest[site.no] = mayBeAsked(site, now);
  PW_TRY(const auto watches, w.sites().watches());
  for (const Watch& watch : watches)
    if (const auto at = earliest.find(watch.siteNo); watch.isOn && watch.isMatched && at != earliest.end())
      next = earlier(next, std::max({watch.next, at->second, paid}));
  if (!host.isEmpty())
    return next;
  PW_TRY(const auto feeds, feedStore(w).feeds());
  for (const Feed& feed : feeds)
    if (feed.isOn)
      next = earlier(next, feed.next);
  return next;
}

Result<MarketDue> marketDue(Workspace& w) {
  MarketDue out;
  out.now = w.clock().now();
  PW_TRY(const Settings settings, w.catalog().settings());
  if (settings.isOn(u"monitor.automatic")) {
    PW_TRY(const std::optional<Instant> next, nextRound(w));
    out.round = next && *next <= out.now;
  }
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT coalesce(max(no), 0) FROM offer"));
  PW_TRY([[maybe_unused]] const bool row, q.step());
  out.newestOffer = q.integer(0);
  PW_TRY(const auto notices, NoticeStore(w.database()).counts(out.now));
  for (const auto& [channel, count] : notices)
    out.notices = out.notices || count.due > 0;
  PW_TRY(Query alerts, Query::prepare(w.database(), "SELECT count(*) FROM alert_event WHERE state = 'new'"));
  PW_TRY([[maybe_unused]] const bool counted, alerts.step());
  PW_TRY(const int inDoubt, offersInDoubt(w, out.now));
  out.waiting = inDoubt + smallInteger(alerts, 0);
  return out;
}

} // namespace pricewright
