// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The watch over competitors: rounds, how it stands, what is watched.
#include "Commands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/market/MarketRound.h"
#include "engine/market/WatchFile.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

#include <thread>

namespace pricewright {
namespace {

QString whenText(const std::optional<Instant>& at) { return at ? isoInstant(*at).left(16) : s("never"); }

QJsonObject toJson(const SiteHealth& h) {
  QJsonObject o{{"host", h.site.host},
                {"competitor", h.competitor},
                {"state", h.state},
                {"terms", termsStateName(h.site.terms)},
                {"terms_by", h.site.termsBy},
                {"terms_note", h.site.termsNote},
                {"obeys_robots", h.site.obeysRobots},
                {"delay_s", double(h.site.delay.count()) / 1000},
                {"pages", h.pages},
                {"due", h.due},
                {"failing", h.failing},
                {"stale", h.stale},
                {"looks_24h", h.looks},
                {"prices_24h", h.good},
                {"disallowed_24h", h.refused},
                {"closed", h.closedWhy}};
  if (h.lastGood)
    o.insert("last_good", isoInstant(*h.lastGood));
  if (h.next)
    o.insert("next", isoInstant(*h.next));
  return o;
}

QString statusText(const MarketStatus& status) {
  std::vector<QStringList> rows;
  for (const SiteHealth& h : status.sites)
    rows.push_back({h.site.host,
                    h.closedWhy.isEmpty() ? (h.state == u"stale" ? s("all prices are old") : codeText(h.state))
                                          : codeText(h.closedWhy),
                    QString::number(h.pages), QString::number(h.due), QString::number(h.failing),
                    QString::number(h.stale), s("%1 of %2").arg(h.good).arg(h.looks), whenText(h.lastGood)});
  return textTable({"site", "state", "pages", "due", "failing", "stale", "prices in 24 h", "last price"}, rows,
                   s("  rrrrr")) +
         s("%1 pages, %2 due; %3 offers in quarantine, %4 matches to confirm.\n")
             .arg(status.pages)
             .arg(status.due)
             .arg(status.quarantined)
             .arg(status.suggested);
}

QJsonObject toJson(const WatchReport& r) {
  QJsonObject reasons, closed;
  for (auto it = r.reasons.begin(); it != r.reasons.end(); ++it)
    reasons.insert(it.key(), it.value());
  for (auto it = r.closed.begin(); it != r.closed.end(); ++it)
    closed.insert(it.key(), it.value());
  return {{"pages", r.pages},
          {"live", r.live},
          {"unchanged", r.unchanged},
          {"offers", r.offers},
          {"quarantined", r.quarantined},
          {"undecided", r.undecided},
          {"failed", r.failed},
          {"skipped_terms", r.skippedTerms},
          {"skipped_window", r.skippedWindow},
          {"skipped_closed", r.skippedClosed},
          {"skipped_budget", r.skippedBudget},
          {"budget_stretch", r.stretch.others},
          {"budget_stretch_critical", r.stretch.critical},
          {"requests", r.requests},
          {"retries", r.retries},
          {"bytes", r.bytes},
          {"cost", r.cost},
          {"seconds", double(r.took.count()) / 1000},
          {"reasons", reasons},
          {"closed_sites", closed},
          {"cancelled", r.cancelled}};
}

QString reportText(const WatchReport& r) {
  QString text =
      s("%1 pages in %2 s: %3 came, %4 have not changed, %5 failed. %6 offers of pages; %7 prices held back; %8 pages "
        "tell no price.\n")
          .arg(r.pages)
          .arg(double(r.took.count()) / 1000, 0, 'f', 1)
          .arg(r.live)
          .arg(r.unchanged)
          .arg(r.failed)
          .arg(r.offers)
          .arg(r.quarantined)
          .arg(r.undecided);
  for (auto it = r.reasons.begin(); it != r.reasons.end(); ++it)
    text += s("  %1: %2\n").arg(codeText(it.key())).arg(it.value());
  for (auto it = r.closed.begin(); it != r.closed.end(); ++it)
    text += s("  %1 is left alone for now: %2\n").arg(it.key(), codeText(it.value()));
  if (r.skippedTerms > 0)
    text +=
        s("%1 pages of sites whose terms nobody has accepted were not asked for: site terms HOST accepted --note …\n")
            .arg(r.skippedTerms);
  if (r.skippedClosed > 0)
    text += s("%1 pages are of sites that are left alone for now.\n").arg(r.skippedClosed);
  if (r.skippedWindow > 0)
    text += s("%1 pages lie outside their site's hours.\n").arg(r.skippedWindow);
  if (r.skippedBudget > 0)
    text +=
        s("%1 pages wait: the budget of 24 hours is spent (monitor.budget-per-day). Critical products came first.\n")
            .arg(r.skippedBudget);
  if (r.stretch.binds())
    text += s("To keep within the budget a day, critical products are looked at %1 times as seldom as they should be, "
              "others %2 times.\n")
                .arg(r.stretch.critical, 0, 'f', 1)
                .arg(r.stretch.others, 0, 'f', 1);
  return text;
}

QJsonObject toJson(const MarketRound& round) {
  QJsonObject o = toJson(round.watch);
  QJsonArray feeds;
  for (const std::vector<FeedReport>* some : {&round.feeds.feeds, &round.standIns.feeds})
    for (const FeedReport& feed : *some)
      feeds.append(QJsonObject{{"feed", feed.code},
                               {"items", feed.run.items},
                               {"offers", feed.run.offers},
                               {"complete", feed.run.isComplete},
                               {"error", feed.run.error}});
  o.insert("feeds", feeds);
  o.insert("stood_in", round.standIns.answered);
  o.insert("last_known", round.standIns.remembered);
  o.insert("alerts_fired", round.alerts.fired);
  return o;
}

// Failures of connections have words for a table only.
QString toldError(const Error& error) {
  return errorCodes().contains(error.code) ? errorText(error) : codeText(error.code);
}

QString roundText(const MarketRound& round) {
  QString text = reportText(round.watch);
  for (const std::vector<FeedReport>* some : {&round.feeds.feeds, &round.standIns.feeds})
    for (const FeedReport& feed : *some)
      text += s("Feed %1: %2 rows, %3 new offers%4.\n")
                  .arg(feed.code)
                  .arg(feed.run.items)
                  .arg(feed.run.offers)
                  .arg(feed.error.code.isEmpty() ? QString() : s("; ") + toldError(feed.error));
  if (round.standIns.failed > 0)
    text +=
        s("%1 pages were asked for in vain, or tell no price any more: for %2 of them a service answers; of the others "
          "the last known price stays, and is left out once it is too old.\n")
            .arg(round.standIns.failed)
            .arg(round.standIns.answered);
  if (round.alerts.fired > 0)
    text += s("%1 alerts fired: alert inbox\n").arg(round.alerts.fired);
  return text;
}

QJsonObject toJson(const PageHealth& p) {
  QJsonObject o{{"watch", p.watch.no},          {"product", p.product},      {"site", p.host},
                {"url", p.watch.url},           {"state", p.state},          {"error", p.watch.lastError},
                {"failures", p.watch.failures}, {"next", isoInstant(p.next)}};
  if (p.watch.last)
    o.insert("last", isoInstant(*p.watch.last));
  if (p.watch.lastGood)
    o.insert("last_good", isoInstant(*p.watch.lastGood));
  if (p.watch.price)
    o.insert("price", p.watch.price->toString()), o.insert("currency", p.watch.currency);
  return o;
}

QString pagesText(const std::vector<PageHealth>& pages) {
  std::vector<QStringList> rows;
  for (const PageHealth& p : pages)
    rows.push_back({QString::number(p.watch.no), p.product, p.watch.url, p.state,
                    p.watch.lastError.isEmpty() ? QString() : codeText(p.watch.lastError), whenText(p.watch.lastGood)});
  return textTable({"page", "product", "address", "state", "why", "last price"}, rows, s("r     "));
}

QString alikeText(const QString& pair) {
  return s("Perhaps one page under two addresses, or of two competitors: %1. If so, switch one off (monitor off PAGE), "
           "or its price counts "
           "twice.\n")
      .arg(pair);
}

// Pages of a table, many at once.
int addPagesOf(Session& session, Workspace& w, const QString& path) {
  PW_SAY(session, const WatchFileReport report, addPagesFrom(w, path, session.job()));
  QJsonArray rejected;
  QString text = s("%1 of %2 pages are watched.\n").arg(report.added).arg(report.rows);
  for (const WatchFileReport::Rejected& one : report.rejected) {
    rejected.append(QJsonObject{{"line", one.line}, {"code", one.why.code}, {"text", errorText(one.why)}});
    text += s("  line %1: %2\n").arg(one.line).arg(errorText(one.why));
  }
  if (report.known > 0)
    text += s("%1 of them were watched already.\n").arg(report.known);
  if (report.revised > 0)
    text += s("Of %1 the packs were corrected, or the match confirmed again.\n").arg(report.revised);
  for (const QString& pair : report.alike)
    text += alikeText(pair);
  if (!report.newHosts.isEmpty())
    text += s("Nobody has accepted the terms of these sites yet: %1\n").arg(report.newHosts.join(s(", ")));
  return session.answer({{"rows", report.rows},
                         {"added", report.added},
                         {"known", report.known},
                         {"revised", report.revised},
                         {"alike", QJsonArray::fromStringList(report.alike)},
                         {"rejected", rejected},
                         {"new_sites", QJsonArray::fromStringList(report.newHosts)}},
                        text, report.rejected.empty() ? kOk : kPartly);
}

// Round after round until it is stopped: waits for what is due next, a minute at most, so that what somebody changes
// meanwhile is heard.
int keepWatching(Session& session, Workspace& w, const MarketWish& wish, const FeedTools& tools, SecretStore& secrets) {
  constexpr Duration kLongestPause = std::chrono::minutes(1), kTurn = std::chrono::milliseconds(200);
  constexpr Duration kShortestPause = std::chrono::seconds(1);
  qint64 rounds = 0, offers = 0;
  while (!session.stop().stop_requested()) {
    const Result<MarketRound> round = marketRound(w, wish, tools, session.job());
    const Result<DeliveryReport> told = deliverDue(w, secrets, session.job());
    // A file that is busy now, say, is there in a minute: it goes on.
    for (const Error& error : {round ? Error() : round.error(), told ? Error() : told.error()})
      if (!error.code.isEmpty() && !error.is(u"job.cancelled"))
        std::fputs(qPrintable(errorText(error) + u'\n'), stderr);
    ++rounds, offers += round ? round->watch.offers : 0;
    if (!session.json() && round && (round->watch.pages > 0 || !round->feeds.feeds.empty()))
      std::fputs(qPrintable(isoInstant(w.clock().now()).left(16) + u' ' + roundText(*round)), stderr);
    const Result<std::optional<Instant>> next = nextRound(w, wish.host);
    const Instant now = w.clock().now();
    const Instant until = std::clamp(round && next ? next->value_or(Instant::max()) : Instant::max(),
                                     now + kShortestPause, now + kLongestPause);
    while (w.clock().now() < until && !session.stop().stop_requested())
      std::this_thread::sleep_for(kTurn);
  }
  return session.answer({{"rounds", rounds}, {"offers", offers}},
                        s("Stopped after %1 rounds: %2 offers were kept.\n").arg(rounds).arg(offers), kCancelled);
}

} // namespace

int runMonitorRun(Session& session) {
  MarketWish wish;
  wish.all = session.arguments.has("all");
  wish.host = session.arguments.value("site");
  PW_SAY(session, const qint64 most, wholeNumber(session.arguments.value("most", s("100000")), "--most", 1, 1'000'000));
  wish.most = int(most);
  PW_OPEN(session, w, Changing);
  if (!wish.host.isEmpty()) {
    PW_SAY(session, wish.host, watchedHost(w, wish.host));
  }
  PW_SAY(session, const std::unique_ptr<SecretStore> secrets, openSecrets());
  FeedTools tools;
  tools.secretOf = secretsFrom(*secrets);
  if (session.arguments.has("keep-on"))
    return keepWatching(session, w, wish, tools, *secrets);
  PW_SAY(session, const MarketRound round, marketRound(w, wish, tools, session.job()));
  const WatchReport& report = round.watch;
  return session.answer(toJson(round), roundText(round),
                        report.cancelled                          ? kCancelled
                        : report.failed > round.standIns.answered ? kPartly
                                                                  : kOk);
}

int runMonitorStatus(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const MarketStatus status, marketStatus(w));
  QJsonArray sites;
  for (const SiteHealth& h : status.sites)
    sites.append(toJson(h));
  QJsonArray pages;
  QString text = statusText(status);
  if (session.arguments.has("pages")) {
    PW_SAY(session, const std::vector<PageHealth> all, pagesWatched(w));
    for (const PageHealth& p : all)
      pages.append(toJson(p));
    text += pagesText(all);
  }
  return session.answer({{"now", isoInstant(status.now)},
                         {"pages", status.pages},
                         {"due", status.due},
                         {"looks_24h", status.looks},
                         {"prices_24h", status.good},
                         {"quarantined", status.quarantined},
                         {"suggested_matches", status.suggested},
                         {"sites", sites},
                         {"watches", pages}},
                        text);
}

namespace {

// What became of a match that was there before.
QString revisedText(const PageAdded& added, const PageWish& wish) {
  if (!added.before)
    return {};
  QString text;
  if (added.before->state != MatchState::Confirmed)
    text += s("Its match, number %1, was not confirmed before, and is now.\n").arg(added.matchNo);
  const auto was = s("%1/%2").arg(added.before->theirPacks).arg(added.before->ourPacks);
  if (const auto now = s("%1/%2").arg(wish.theirPacks.value_or(1)).arg(wish.ourPacks.value_or(1));
      wish.theirPacks && now != was)
    text += s("Its packs were %1, and are %2 now: what it asked before is compared so too.\n").arg(was, now);
  return text;
}

} // namespace

int runMonitorAdd(Session& session) {
  const bool ofFile = session.arguments.has("file");
  if (session.arguments.words.size() != (ofFile ? 0 : 2))
    return session.refuse(fail(s("usage.watch-what")));
  PW_OPEN(session, w, Changing);
  if (ofFile)
    return addPagesOf(session, w, session.arguments.value("file"));
  PW_SAY(session, const Catalog catalog, w.catalog().load());
  PW_SAY(session, const Listing listing, findListing(catalog, session.arguments.words[0]));
  PageWish wish;
  wish.listingNo = listing.no, wish.url = session.arguments.words[1];
  wish.competitor = session.arguments.value("competitor"), wish.title = session.arguments.value("title");
  if (session.arguments.has("packs")) {
    const QString packs = session.arguments.value("packs");
    PW_SAY(session, const qint64 theirs, wholeNumber(packs.section(u'/', 0, 0), "--packs", 1, 10'000));
    PW_SAY(session, const qint64 ours, wholeNumber(packs.section(u'/', 1, 1), "--packs", 1, 10'000));
    wish.theirPacks = int(theirs), wish.ourPacks = int(ours);
  }
  PW_SAY(session, const PageAdded added, addPage(w, wish));
  QString text =
      (added.wasThere ? s("It is watched already, as number %1, on %2.\n") : s("Watching it as number %1, on %2.\n"))
          .arg(added.watchNo)
          .arg(added.host);
  text += revisedText(added, wish);
  if (!added.alike.isEmpty() && !added.wasThere)
    text += alikeText(wish.url + s(" · ") + added.alike);
  if (added.siteIsNew)
    text +=
        s("Nobody has accepted the site's terms yet: site terms %1 accepted --note \"…\" once you have read them.\n")
            .arg(added.host);
  return session.answer({{"watch", added.watchNo},
                         {"site", added.host},
                         {"competitor", added.competitor},
                         {"site_is_new", added.siteIsNew},
                         {"was_there", added.wasThere},
                         {"revised", added.before.has_value()},
                         {"alike", added.alike}},
                        text);
}

namespace {

int switchPages(Session& session, bool on) {
  std::vector<int> pages;
  for (const QString& word : session.arguments.words) {
    PW_SAY(session, const qint64 no, wholeNumber(word, "PAGE", 1, std::numeric_limits<int>::max()));
    pages.push_back(int(no));
  }
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const auto watches, w.sites().watches());
  for (const int no : pages)
    if (std::none_of(watches.begin(), watches.end(), [&](const Watch& watch) { return watch.no == no; }))
      return session.refuse(fail(s("watch.unknown"), {{s("page"), QString::number(no)}}));
  for (const int no : pages)
    if (const Status done = w.sites().switchWatch(w.me(), no, on); !done)
      return session.refuse(done.error());
  return session.answer({{"pages", qint64(pages.size())}, {"on", on}},
                        (on ? s("%1 pages are watched again.\n")
                            : s("%1 pages are not watched any more; what they "
                                "said stays, and ages.\n"))
                            .arg(pages.size()));
}

} // namespace

int runMonitorOn(Session& session) { return switchPages(session, true); }
int runMonitorOff(Session& session) { return switchPages(session, false); }

} // namespace pricewright
