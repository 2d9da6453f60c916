// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/monitor/MarketWatch.h"

#include "fetching/BrowserFetcher.h"
#include "pipeline/monitor/LookReader.h"
#include "pipeline/monitor/SiteRecords.h"
#include "pipeline/monitor/WatchSchedule.h"

#include <map>

namespace pricewright {
namespace {

constexpr QLatin1String kTwin("twin"); // in a site's memory
constexpr QLatin1String kTermsWithdrawn("watch.terms-withdrawn");

class WatchRun {
 public:
  WatchRun(const SiteStore& store, const Clock& clock, const WatchWish& wish, const QHash<int, SkuRole>& roles,
           const MarketWatch::Keep& keep)
      : m_store(store), m_clock(clock), m_wish(wish), m_roles(roles), m_keeper(keep, wish.pace) {}

  Status prepare(const OfferStore& offers) {
    PW_TRY(const std::vector<Site> sites, m_store.sites());
    PW_TRY(const std::vector<Competitor> competitors, offers.competitors());
    for (const Competitor& c : competitors)
      m_competitors.emplace(c.no, c);
    for (const Site& site : sites)
      m_sites.emplace(site.no, site);
    PW_TRY(std::vector<Watch> watches, m_store.watches());
    PW_TRY(m_costs, lookCosts(m_store, m_wish.prices, m_clock.now()));
    stretch(watches);
    std::vector<Watch> wanted;
    for (Watch& watch : watches)
      if (isWanted(watch))
        wanted.push_back(std::move(watch));
    choose(std::move(wanted));
    return {};
  }

  Status crawl(PageFetcher& fetcher, const MarketWatch::Remember& remember, const JobContext& job) {
    Crawl crawl(fetcher, m_clock, m_wish.crawl, m_wish.seed);
    for (const auto& [no, site] : m_sites) {
      crawl.memory.insert(site.host, memoryFrom(site.memory));
      if (const QJsonValue twin = site.memory.value(kTwin); twin.isObject() && !isWatched(Crawl::twinOf(site.host)))
        crawl.memory.insert(Crawl::twinOf(site.host), memoryFrom(twin.toObject()));
      crawl.policies.insert(site.host, policyOf(site));
    }
    const std::unique_ptr<BrowserFetcher> browser = browserFor(crawl);
    auto lookedAtTerms = std::chrono::steady_clock::now();
    crawl.turn = [&] {
      countBesides(crawl.counts());
      m_keeper.turn();
      if (std::chrono::steady_clock::now() - lookedAtTerms < m_wish.termsEvery)
        return;
      if (std::optional<QHash<int, QString>> gone = noLongerAsked())
        crawl.withdraw(std::move(*gone));
      lookedAtTerms = std::chrono::steady_clock::now();
    };
    crawl.mayBeginMore = [this, &crawl] {
      m_isSpent = !isPaidFor(crawl.counts());
      return !m_isSpent && m_keeper.mayGoOn() && m_seen;
    };
    crawl.isUnreadable = [this](int no, int attempts, const FetchAnswer& answer) {
      const Watch& w = m_watches[std::size_t(no)];
      return m_reader.isWorthAnother(w, m_sites.at(w.siteNo), attempts, answer);
    };
    crawl.run(
        tasks(),
        [&](const CrawlOutcome& outcome) {
          take(outcome);
          m_keeper.turn();
        },
        job);
    countBesides(crawl.counts());
    int tries = kTriesWhileBusy;
    const Status kept = m_keeper.end(tries), remembered = rememberAll(crawl, remember, tries);
    PW_CHECK(kept);
    PW_CHECK(remembered);
    if (!m_seen)
      report.endedBy = m_seen.error();
    count(crawl);
    report.cancelled = job.cancelled();
    return {};
  }

  WatchReport report;

 private:
  bool isWatched(const QString& host) const {
    return std::any_of(m_sites.begin(), m_sites.end(), [&](const auto& site) { return site.second.host == host; });
  }

  // Of each site, whatever became of the others: a breaker or a rest that is forgotten is a site that is asked too
  // soon.
  Status rememberAll(const Crawl& crawl, const MarketWatch::Remember& remember, int& tries) {
    Status first;
    for (const auto& [no, site] : m_sites)
      if (const QJsonObject memory = memoryOf(site, crawl); memory != site.memory)
        if (const Status done = writeWhileBusy(tries, [&, no = no] { return remember(no, memory); }); !done) {
          first = first ? done : first;
          if (tries <= 0 && done.error().is(u"storage.busy")) // each further one would wait as long
            break;
        }
    return first;
  }

  // Requests for robots.txt belong to no page.
  void countBesides(const CrawlCounts& counts) {
    const SiteStore::Besides now{counts.robotsRequests, counts.robotsBytes};
    m_keeper.addBesides({now.requests - m_robots.requests, now.bytes - m_robots.bytes});
    m_robots = now;
  }

  // By task; none: not known just now. Where it cannot be read any more whether a site may be asked, none is.
  std::optional<QHash<int, QString>> noLongerAsked() {
    QHash<int, QString> out;
    const Result<QHash<int, SiteStore::Bar>> barred = m_store.barred();
    if (!barred) {
      if (!barred.error().is(u"storage.busy"))
        m_seen = barred.error();
      return std::nullopt;
    }
    for (std::size_t i = 0; i < m_watches.size(); ++i)
      if (const auto bar = barred->constFind(m_watches[i].no); bar != barred->constEnd())
        out.insert(int(i), *bar == SiteStore::Bar::Terms ? kTermsWithdrawn
                           : *bar == SiteStore::Bar::Off ? QStringLiteral("watch.switched-off")
                                                         : QStringLiteral("watch.match-withdrawn"));
    return out;
  }

  // With that of the host that it redirects to, where that is no site of its own: its robots.txt is not asked for at
  // each round.
  QJsonObject memoryOf(const Site& site, const Crawl& crawl) const {
    QJsonObject out = toJson(crawl.memory.value(site.host));
    const QString twin = Crawl::twinOf(site.host);
    if (const auto known = crawl.memory.constFind(twin); known != crawl.memory.constEnd() && !isWatched(twin))
      out.insert(kTwin, toJson(*known));
    return out;
  }

  // For sites whose prices are written by scripts; none where none of them is asked now.
  std::unique_ptr<BrowserFetcher> browserFor(Crawl& crawl) const {
    const auto needed = [this](const Watch& w) { return m_sites.at(w.siteNo).fetcher == u"browser"; };
    if (std::none_of(m_watches.begin(), m_watches.end(), needed))
      return nullptr;
    BrowserSettings how;
    how.userAgent = m_wish.fetch.userAgent, how.limits = m_wish.fetch.limits, how.allowed = m_wish.fetch.allowed;
    how.allowRootWithoutSandbox = m_wish.rootMayBrowse;
    how.mayLoad = [&crawl](const QUrl&, const QUrl& resource) { return crawl.mayLoad(resource); };
    auto browser = std::make_unique<BrowserFetcher>(how);
    crawl.browser = {[b = browser.get()](FetchRequest request, PageFetcher::Done done) {
                       b->start(std::move(request), std::move(done));
                     },
                     [b = browser.get()](Duration wait) { return b->perform(wait); },
                     [b = browser.get()] { return b->running(); }, [b = browser.get()] { b->cancelAll(); }};
    return browser;
  }

  // What the budget of the last 24 hours still pays for; the others stay due.
  void choose(std::vector<Watch> wanted) {
    const int most = looksLeft(m_costs.aLook, m_wish.prices.budgetADay, m_costs.ofDay, m_wish.most);
    if (most < m_wish.most)
      report.skippedBudget = std::max(0, std::min(int(wanted.size()), m_wish.most) - most);
    m_watches = inTurn(std::move(wanted), m_roles, most);
  }

  // Pages may be larger than those before, or need more tries: what is spent is seen while they come.
  bool isPaidFor(const CrawlCounts& counts) const {
    return !m_wish.prices.hasBudget() ||
           m_costs.ofDay + m_wish.prices.costOf(counts.requests, counts.bytes) < m_wish.prices.budgetADay;
  }

  void stretch(const std::vector<Watch>& watches) {
    std::vector<PlannedLook> looks;
    for (const Watch& w : watches)
      if (const auto site = m_sites.find(w.siteNo); w.isOn && w.isMatched && site != m_sites.end() &&
                                                    site->second.isOn && site->second.terms == TermsState::Accepted)
        looks.push_back({&w, m_roles.value(w.listingNo, SkuRole::Background)});
    report.stretch = stretchFor(looks, m_costs.aLook, m_wish.prices.budgetADay);
  }

  bool isWanted(const Watch& watch) {
    const auto at = m_sites.find(watch.siteNo);
    if (!watch.isOn || !watch.isMatched || at == m_sites.end() || !at->second.isOn ||
        (!m_wish.host.isEmpty() && at->second.host != m_wish.host))
      return false;
    const Instant now = m_clock.now();
    if (!m_wish.all && watch.next > now)
      return false;
    if (at->second.terms != TermsState::Accepted) {
      ++report.skippedTerms;
      return false;
    }
    if (const SiteMemory memory = memoryFrom(at->second.memory); memory.closedUntil && *memory.closedUntil > now) {
      ++report.skippedClosed;
      return false;
    }
    if (!isInWindow(at->second, now)) {
      ++report.skippedWindow;
      return false;
    }
    return true;
  }

  std::vector<CrawlTask> tasks() {
    std::vector<CrawlTask> out;
    for (std::size_t i = 0; i < m_watches.size(); ++i) {
      const Watch& w = m_watches[i];
      out.push_back({int(i), QUrl(w.url), w.etag.toLatin1(), w.lastModified.toLatin1()});
    }
    report.pages = report.planned = int(out.size());
    return out;
  }

  // What was never asked for is no look: the job was stopped, the budget is spent, the site's breaker opened meanwhile,
  // or somebody has said that it is not to be asked. What was sent for it before counts.
  bool wasAsked(const CrawlOutcome& outcome) {
    const bool isWithdrawn = outcome.error == kTermsWithdrawn || outcome.error == u"watch.switched-off" ||
                             outcome.error == u"watch.match-withdrawn";
    if (isWithdrawn || outcome.error == u"crawl.cancelled")
      m_keeper.addBesides({outcome.requests, outcome.bytes});
    if (outcome.error == u"crawl.no-more" || isWithdrawn) {
      --report.pages;
      if (outcome.error == kTermsWithdrawn)
        ++report.skippedTerms;
      else if (isWithdrawn)
        ++report.reasons[outcome.error];
      else if (m_isSpent)
        ++report.skippedBudget;
      else
        ++report.reasons[QStringLiteral("watch.not-begun")];
      return false;
    }
    if (outcome.error == u"crawl.cancelled")
      return false;
    if (outcome.attempts > 0 ||
        (outcome.error != u"site.down" && outcome.error != u"site.refuses" && outcome.error != u"site.asks-to-wait"))
      return true;
    ++report.failed, ++report.reasons[outcome.error];
    return false;
  }

  void take(const CrawlOutcome& outcome) {
    if (!wasAsked(outcome))
      return;
    SiteStore::Found found;
    found.watch = m_watches[std::size_t(outcome.no)];
    found.wasDue = found.watch.next;
    const Site& site = m_sites.at(found.watch.siteNo);
    PageLook& look = found.look;
    look.watchNo = found.watch.no, look.at = m_clock.now(), look.status = outcome.answer.status;
    look.url = outcome.answer.finalUrl.isEmpty() ? found.watch.url : outcome.answer.finalUrl.toString();
    look.attempts = outcome.attempts, look.took = outcome.answer.took, look.bytes = outcome.bytes;
    look.requests = outcome.requests;
    look.error = outcome.error, look.headers = headersOf(outcome);
    found.watch.last = look.at;
    if (!outcome.isOk())
      fail(found);
    else
      m_reader.take(found, site, outcome.answer);
    if (found.watch.next <= look.at)
      found.watch.next = nextLook(found.watch, roleOf(found.watch), look.at, report.stretch.of(roleOf(found.watch)));
    m_keeper.add(std::move(found));
  }

  SkuRole roleOf(const Watch& w) const { return m_roles.value(w.listingNo, SkuRole::Background); }

  void fail(SiteStore::Found& found) {
    ++report.failed, ++report.reasons[found.look.error];
    ++found.watch.failures;
    found.watch.lastError = found.look.error;
  }

  void count(const Crawl& crawl) {
    const CrawlCounts& c = crawl.counts();
    report.requests = c.requests, report.retries = c.retries, report.bytes = c.bytes;
    report.cost = m_wish.prices.costOf(c.requests, c.bytes);
    for (auto it = crawl.memory.begin(); it != crawl.memory.end(); ++it)
      if (it->closedUntil && *it->closedUntil > m_clock.now() && (m_wish.host.isEmpty() || it.key() == m_wish.host))
        report.closed.insert(it.key(), it->closedWhy);
  }

  const SiteStore& m_store;
  const Clock& m_clock;
  const WatchWish& m_wish;
  const QHash<int, SkuRole>& m_roles;
  std::map<int, Site> m_sites;
  std::map<int, Competitor> m_competitors;
  LookCosts m_costs;
  std::vector<Watch> m_watches;
  LookReader m_reader{m_store, m_wish, m_competitors, report};
  LookKeeper m_keeper;
  SiteStore::Besides m_robots; // told to the keeper
  Status m_seen;               // whether sites may still be asked could be read
  bool m_isSpent = false;      // the budget
};

} // namespace

MarketWatch::MarketWatch(const SiteStore& sites, const OfferStore& offers, const Clock& clock)
    : m_sites(sites), m_offers(offers), m_clock(clock) {}

Result<WatchReport> MarketWatch::run(const WatchWish& wish, const QHash<int, SkuRole>& roles, const Keep& keep,
                                     const Remember& remember, const JobContext& job) {
  const auto began = std::chrono::steady_clock::now();
  WatchRun run(m_sites, m_clock, wish, roles, keep);
  PW_CHECK(run.prepare(m_offers));
  PageFetcher fetcher(wish.fetch);
  PW_CHECK(run.crawl(fetcher, remember, job));
  run.report.took = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - began);
  return run.report;
}

void meter(const WatchReport& report, Telemetry& telemetry) {
  telemetry.count(QStringLiteral("scrape_attempts"), report.pages);
  telemetry.count(QStringLiteral("scrape_successes"), report.live + report.unchanged);
  telemetry.count(QStringLiteral("scrape_retries"), report.retries);
  if (const qint64 attempts = telemetry.counter(QStringLiteral("scrape_attempts")); attempts > 0)
    telemetry.gauge(QStringLiteral("scrape_success_rate"),
                    double(telemetry.counter(QStringLiteral("scrape_successes"))) / double(attempts));
  if (report.pages > 0)
    telemetry.gauge(QStringLiteral("scrape_cost_per_page"), report.cost / report.pages);
}

} // namespace pricewright
