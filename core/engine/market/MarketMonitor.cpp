// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/MarketMonitor.h"

#include "base/Words.h"
#include "catalog/Rows.h"
#include "engine/market/MatchQueue.h"
#include "engine/market/OldOffers.h"
#include "engine/market/RoundLock.h"
#include "engine/texts/Texts.h"
#include "fetching/Url.h"
#include "pipeline/monitor/SiteRecords.h"

#include <map>

namespace pricewright {
namespace {

constexpr auto kLooksDay = std::chrono::hours(24);

Result<AddressAllowList> allowedIn(const Settings& settings) {
  return AddressAllowList::parse(settings.text(u"monitor.allowed-addresses"));
}

QHash<int, SkuRole> rolesOf(const Catalog& catalog) {
  QHash<int, SkuRole> out;
  for (const Listing& listing : catalog.listings)
    if (const Sku* sku = catalog.sku(listing.skuNo))
      out.insert(listing.no, sku->role);
  return out;
}

QByteArray userAgent(const Settings& settings) {
  const QString contact = settings.text(u"monitor.contact").trimmed();
  QByteArray agent = "PricewrightBot/1.0";
  if (!contact.isEmpty())
    agent += " (+" + contact.toUtf8().replace('\r', "").replace('\n', "") + ")";
  return agent;
}

struct DayCounts {
  qint64 looks = 0, good = 0, refused = 0;
};
Result<std::map<int, DayCounts>> countsOfDay(Database& db, Instant now) {
  PW_TRY(Query q, Query::prepare(db, "SELECT w.site_no, count(*), sum(l.offer_no IS NOT NULL), sum(l.error = "
                                     "'robots.disallowed') FROM page_look l JOIN watch w ON w.no = l.watch_no "
                                     "WHERE l.at_ms > ?1 AND l.origin <> 'api' GROUP BY w.site_no"));
  q.bind(1, toMillis(now - kLooksDay));
  std::map<int, DayCounts> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    out[smallInteger(q, 0)] = {q.integer(1), q.integer(2), q.integer(3)};
    return {};
  }));
  return out;
}

QString stateOf(const SiteHealth& h) {
  if (!h.site.isOn)
    return s("off");
  if (h.site.terms != TermsState::Accepted)
    return h.site.terms == TermsState::Refused ? s("terms-refused") : s("terms-open");
  if (!h.closedWhy.isEmpty())
    return s("closed");
  if (!h.lastGood)
    return h.failing > 0 || h.looks > 0 ? s("no-price-yet") : s("new");
  if (h.stale == 0 && 2 * h.failing >= h.pages)
    return s("failing");
  return h.stale == 0 ? s("fresh") : h.stale < h.pages ? s("aging") : s("stale");
}

void addWatchTo(SiteHealth& h, const Watch& w, Duration freshness, Instant now) {
  if (!w.isOn || !w.isMatched)
    return;
  ++h.pages;
  h.due += w.next <= now, h.failing += w.failures > 0;
  h.stale += !w.lastGood || now - *w.lastGood > freshness;
  if (w.lastGood && (!h.lastGood || *w.lastGood > *h.lastGood))
    h.lastGood = w.lastGood;
  if (h.closedWhy.isEmpty() && (!h.next || w.next < *h.next))
    h.next = w.next;
}

QString pageState(const Watch& w, Duration freshness, Instant now) {
  if (!w.isOn)
    return s("off");
  if (!w.isMatched)
    return s("no-match");
  if (!w.last)
    return s("new");
  if (!w.lastGood || now - *w.lastGood > freshness)
    return w.lastGood ? s("stale") : s("failing");
  if (*w.last > *w.lastGood || w.failures > 0) // a service may have said later what the page did not
    return s("failing");
  return w.lastError.isEmpty() ? s("fresh") : s("held");
}

QString listingName(const Catalog& catalog, int listingNo) {
  const Listing* listing = catalog.listing(listingNo);
  const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
  const PriceZone* zone = listing ? catalog.zone(listing->zoneNo) : nullptr;
  return sku && zone ? sku->code + u'@' + zone->code : QString();
}

Result<int> countOfRows(Database& db, const char* sql) {
  PW_TRY(Query q, Query::prepare(db, sql));
  PW_TRY(const bool row, q.step());
  return row ? smallInteger(q, 0) : 0;
}

} // namespace

QString priceIn(const ProductPage& page) {
  const FieldValue& price = page[ProductField::Price];
  return price.isKnown() ? (price.value + u' ' + page[ProductField::Currency].value).trimmed() : page.why;
}

QString readingText(const QString& priceOrWhy) {
  const bool isPrice = !priceOrWhy.isEmpty() && priceOrWhy.front().isDigit();
  return isPrice || priceOrWhy.isEmpty() ? priceOrWhy : codeText(s("page.") + priceOrWhy);
}

// A name that was mistyped is told, with those that there are.
Status checkWatched(Workspace& w, const QString& host) {
  if (host.isEmpty())
    return {};
  PW_TRY(const std::vector<Site> sites, w.sites().sites());
  QStringList known;
  for (const Site& site : sites)
    known << site.host;
  if (known.contains(host))
    return {};
  if (known.isEmpty())
    return fail(s("site.unknown"), {{s("host"), host}});
  constexpr qsizetype kNamed = 10;
  return fail(s("site.not-among"),
              {{s("host"), host},
               {s("known"), known.mid(0, kNamed).join(s(", ")) + (known.size() > kNamed ? s(" …") : QString())}});
}

Result<QString> watchedHost(Workspace& w, const QString& typed) {
  PW_TRY(const std::vector<Site> sites, w.sites().sites());
  QStringList ported;
  for (const Site& site : sites) {
    if (site.host == typed)
      return typed;
    if (site.host.startsWith(typed + u':'))
      ported << site.host;
  }
  if (ported.size() == 1)
    return ported.front();
  PW_CHECK(checkWatched(w, typed));
  return typed;
}

namespace {

Result<QHash<int, WatchWish::Ours>> oursOf(Workspace& w, const Catalog& catalog) {
  QHash<int, WatchWish::Ours> out;
  for (const Listing& listing : catalog.listings) {
    WatchWish::Ours ours;
    if (const PriceZone* zone = catalog.zone(listing.zoneNo))
      ours.currency = zone->currency.code();
    if (const Sku* sku = catalog.sku(listing.skuNo))
      ours.product = ourProduct(*sku);
    out.insert(listing.no, ours);
  }
  PW_TRY(const auto prices, w.catalog().regularPricesInForce(w.clock().now()));
  for (const PublishedPrice& price : prices)
    if (const auto ours = out.find(price.listingNo); ours != out.end())
      ours->price = Amount{price.amount.toDecimal(), price.amount.currency()};
  return out;
}

Result<WatchReport> lookWith(Workspace& w, const MarketWish& wish, const MarketWatch::Keep& keep,
                             const MarketWatch::Remember& remember, const JobContext& job) {
  PW_CHECK(checkWatched(w, wish.host));
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const Catalog catalog, w.catalog().load());
  WatchWish how;
  how.all = wish.all, how.host = wish.host, how.most = wish.most;
  PW_TRY(how.fetch.allowed, allowedIn(settings));
  how.fetch.userAgent = userAgent(settings);
  PW_TRY(how.ours, oursOf(w, catalog));
  how.prices.request = settings.real(u"monitor.cost-per-request");
  how.prices.gigabyte = settings.real(u"monitor.cost-per-gigabyte");
  how.prices.budgetADay = settings.real(u"monitor.budget-per-day");
  how.seed = quint64(toMillis(w.clock().now()));
  return MarketWatch(w.sites(), w.offers(), w.clock()).run(how, rolesOf(catalog), keep, remember, job);
}

Status forgetOld(Workspace& w) {
  PW_TRY(const Settings settings, w.catalog().settings());
  const auto kept = std::chrono::days(settings.integer(u"monitor.page-retention.days"));
  PW_TRY([[maybe_unused]] const SiteStore::Forgotten gone, w.sites().forgetBefore(w.me(), w.clock().now() - kept));
  PW_TRY([[maybe_unused]] const OldOffers old, forgetOldOffers(w));
  return {};
}

} // namespace

Result<WatchReport> watchMarket(Workspace& w, const MarketWish& wish, const JobContext& job) {
  Result<WatchReport> looked = lookWith(
      w, wish,
      [&](std::vector<SiteStore::Found>& found, const SiteStore::Besides& besides) {
        return w.sites().keep(w.me(), found, besides);
      },
      [&](int site, const QJsonObject& memory) { return w.sites().rememberSite(site, memory); }, job);
  const Result<JudgedOffers> judged = judgeOffers(w); // also what a round that ended in an error has kept
  PW_TRY(WatchReport report, std::move(looked));
  meter(report, w.telemetry());
  if (!judged)
    return judged.error();
  countHeld(report, *judged);
  PW_CHECK(forgetOld(w));
  if (report.endedBy)
    return *report.endedBy;
  return report;
}

Result<MarketLooks> lookAtMarket(Workspace& w, const MarketWish& wish, const JobContext& job) {
  MarketLooks out;
  out.lock = wish.lock;
  if (!out.lock) {
    PW_TRY(RoundLock lock, RoundLock::take(w));
    out.lock = std::make_shared<RoundLock>(std::move(lock));
  }
  out.file = w.database().path();
  PW_TRY(out.report, lookWith(
                         w, wish,
                         [&](std::vector<SiteStore::Found>& found, const SiteStore::Besides& besides) -> Status {
                           out.besides.requests += besides.requests, out.besides.bytes += besides.bytes;
                           std::move(found.begin(), found.end(), std::back_inserter(out.found));
                           return {};
                         },
                         [&](int site, const QJsonObject& memory) -> Status {
                           out.memories.emplace_back(site, memory);
                           return {};
                         },
                         job));
  SiteStore::pack(out.found);
  return out;
}

Status keepLooks(Workspace& w, MarketLooks& looks) {
  if (w.database().path() != looks.file)
    return fail(s("engine.other-workspace"));
  LookKeeper keeper([&w](std::vector<SiteStore::Found>& found, const SiteStore::Besides& besides) {
    return w.sites().keep(w.me(), found, besides);
  });
  keeper.addBesides(looks.besides);
  for (SiteStore::Found& found : looks.found)
    keeper.add(std::move(found));
  looks.found.clear();
  int tries = kTriesWhileBusy;
  const Status kept = keeper.end(tries);
  Status remembered;
  for (const auto& [site, memory] : looks.memories)
    if (const Status done =
            writeWhileBusy(tries, [&, no = site, &now = memory] { return w.sites().rememberSite(no, now); });
        !done) {
      remembered = remembered ? done : remembered;
      if (tries <= 0 && done.error().is(u"storage.busy")) // each further one would wait as long
        break;
    }
  // Also of a round that ended early: nobody is told of a price that is in doubt.
  const Result<JudgedOffers> judged = judgeOffers(w);
  PW_CHECK(kept);
  PW_CHECK(remembered);
  meter(looks.report, w.telemetry());
  if (!judged)
    return judged.error();
  countHeld(looks.report, *judged);
  looks.lock.reset();
  return looks.report.endedBy ? Status(*looks.report.endedBy) : Status();
}

Status tidyMarket(Workspace& w) {
  PW_TRY([[maybe_unused]] const JudgedOffers judged, judgeOffers(w));
  return forgetOld(w);
}

Result<JudgedOffers> judgeOffers(Workspace& w) {
  PW_TRY(const auto open, w.offers().toJudge());
  if (open.empty())
    return JudgedOffers();
  PW_TRY(const Catalog catalog, w.catalog().load());
  return w.monitor().judge(w.me(), catalog.currency);
}

void countHeld(WatchReport& report, const JudgedOffers& judged) {
  report.quarantined += judged.held;
  for (auto it = judged.reasons.begin(); it != judged.reasons.end(); ++it)
    report.reasons[it.key()] += it.value();
}

// As the board chooses: of two that are as new, that of the first match, and within one that which came last.
Result<int> offersInDoubt(Workspace& w, Instant now) {
  PW_TRY(Query q, Query::prepare(
                      w.database(),
                      "SELECT count(*) FROM offer o JOIN product_match m ON m.no = o.match_no WHERE o.state = "
                      "'quarantined' AND o.observed_ms > ?1 AND m.state = 'confirmed' AND NOT EXISTS (SELECT 1 FROM "
                      "product_match p JOIN offer n ON n.match_no = p.no WHERE p.listing_no = m.listing_no AND p.state "
                      "= 'confirmed' AND n.seller = o.seller AND n.observed_ms >= o.observed_ms AND (n.observed_ms > "
                      "o.observed_ms OR p.no < m.no OR (p.no = m.no AND n.no > o.no)))"));
  PW_TRY([[maybe_unused]] const bool row, q.bind(1, toMillis(now - kBoardDays)).step());
  return smallInteger(q, 0);
}

Result<MarketStatus> marketStatus(Workspace& w) {
  MarketStatus out;
  out.now = w.clock().now();
  PW_TRY(const auto sites, w.sites().sites());
  PW_TRY(const auto watches, w.sites().watches());
  PW_TRY(const auto sources, w.offers().sources());
  PW_TRY(const auto competitors, w.offers().competitors());
  PW_TRY(const auto counts, countsOfDay(w.database(), out.now));
  std::map<int, std::size_t> at;
  for (const Site& site : sites) {
    at[site.no] = out.sites.size();
    SiteHealth h;
    h.site = site;
    h.source = sources.value(site.sourceNo).name;
    for (const Competitor& c : competitors)
      if (c.no == site.competitorNo)
        h.competitor = c.name;
    if (const SiteMemory memory = memoryFrom(site.memory); memory.closedUntil && *memory.closedUntil > out.now)
      h.closedWhy = memory.closedWhy, h.next = memory.closedUntil;
    if (const auto day = counts.find(site.no); day != counts.end())
      h.looks = day->second.looks, h.good = day->second.good, h.refused = day->second.refused;
    out.sites.push_back(std::move(h));
  }
  for (const Watch& watch : watches)
    if (const auto found = at.find(watch.siteNo); found != at.end()) {
      SiteHealth& h = out.sites[found->second];
      addWatchTo(h, watch, sources.value(h.site.sourceNo).freshness, out.now);
    }
  for (SiteHealth& h : out.sites) {
    h.state = stateOf(h);
    if (h.next)
      h.next = std::max(*h.next, out.now); // what is due
    out.pages += h.pages, out.due += h.due, out.looks += h.looks, out.good += h.good;
  }
  PW_TRY(out.feeds, countOfRows(w.database(), "SELECT count(*) FROM feed WHERE is_on = 1"));
  PW_TRY(out.quarantined, offersInDoubt(w, out.now));
  PW_TRY(out.suggested, countOfRows(w.database(), "SELECT count(*) FROM product_match WHERE state = 'suggested'"));
  return out;
}

Result<std::vector<PageHealth>> pagesWatched(Workspace& w) {
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const MarketStatus status, marketStatus(w));
  PW_TRY(const auto sources, w.offers().sources());
  PW_TRY(const auto watches, w.sites().watches());
  std::map<int, const SiteHealth*> siteOf;
  for (const SiteHealth& h : status.sites)
    siteOf[h.site.no] = &h;
  std::vector<PageHealth> out;
  for (const Watch& watch : watches) {
    const auto site = siteOf.find(watch.siteNo);
    if (site == siteOf.end())
      continue;
    PageHealth p;
    p.watch = watch, p.host = site->second->site.host;
    p.product = listingName(catalog, watch.listingNo);
    p.state = pageState(watch, sources.value(site->second->site.sourceNo).freshness, status.now);
    p.next = std::max(watch.next, site->second->closedWhy.isEmpty() ? status.now : *site->second->next);
    out.push_back(std::move(p));
  }
  return out;
}

} // namespace pricewright
