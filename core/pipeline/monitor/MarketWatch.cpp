// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/monitor/MarketWatch.h"

#include "fetching/BrowserFetcher.h"
#include "pipeline/monitor/PageDoubts.h"
#include "pipeline/monitor/SiteRecords.h"
#include "pipeline/monitor/WatchSchedule.h"

#include <map>

namespace pricewright {
namespace {

constexpr std::size_t kKeptAtOnce = 200;             // looks in one transaction
constexpr auto kKeptEvery = std::chrono::seconds(5); // at the latest, while some site lets us wait
constexpr Duration kConfirmAfter = std::chrono::minutes(10);
constexpr QLatin1String kJump("watch.unconfirmed-jump");
constexpr QLatin1String kTwin("twin"); // in a site's memory

class WatchRun {
 public:
  WatchRun(const SiteStore& store, const Clock& clock, const WatchWish& wish, const QHash<int, SkuRole>& roles,
           const MarketWatch::Keep& keep)
      : m_store(store), m_clock(clock), m_wish(wish), m_roles(roles), m_keep(keep) {}

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
    Status kept;
    auto last = std::chrono::steady_clock::now();
    const auto keepSome = [&](bool now) {
      if (!now || !kept || m_found.empty())
        return;
      kept = keep();
      last = std::chrono::steady_clock::now();
    };
    crawl.turn = [&] { keepSome(std::chrono::steady_clock::now() - last >= kKeptEvery); };
    crawl.mayBeginMore = [this, &crawl] { return isPaidFor(crawl.counts()); };
    crawl.isUnreadable = [this](int no, int attempts, const FetchAnswer& answer) {
      return isWorthAnother(std::size_t(no), attempts, answer);
    };
    crawl.run(
        tasks(),
        [&](const CrawlOutcome& outcome) {
          take(outcome);
          keepSome(m_found.size() >= kKeptAtOnce);
        },
        job);
    PW_CHECK(kept);
    PW_CHECK(keep());
    for (const auto& [no, site] : m_sites)
      if (const QJsonObject memory = memoryOf(site, crawl); memory != site.memory)
        PW_CHECK(remember(no, memory));
    count(crawl);
    report.cancelled = job.cancelled();
    return {};
  }

  WatchReport report;

 private:
  bool isWatched(const QString& host) const {
    return std::any_of(m_sites.begin(), m_sites.end(), [&](const auto& site) { return site.second.host == host; });
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
      if (w.isOn)
        looks.push_back({&w, m_roles.value(w.listingNo, SkuRole::Background)});
    report.stretch = stretchFor(looks, m_costs.aLook, m_wish.prices.budgetADay);
  }

  bool isWanted(const Watch& watch) {
    const auto at = m_sites.find(watch.siteNo);
    if (!watch.isOn || at == m_sites.end() || !at->second.isOn ||
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
    report.pages = int(out.size());
    return out;
  }

  // What was never asked for is no look: the job was stopped, the budget is spent, or the site's breaker opened
  // meanwhile.
  bool wasAsked(const CrawlOutcome& outcome) {
    if (outcome.error == u"crawl.no-more") {
      --report.pages, ++report.skippedBudget;
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
    const Site& site = m_sites.at(found.watch.siteNo);
    PageLook& look = found.look;
    look.watchNo = found.watch.no, look.at = m_clock.now(), look.status = outcome.answer.status;
    look.url = outcome.answer.finalUrl.isEmpty() ? found.watch.url : outcome.answer.finalUrl.toString();
    look.attempts = outcome.attempts, look.took = outcome.answer.took, look.bytes = outcome.answer.bytesOnWire;
    look.error = outcome.error, look.headers = headersOf(outcome);
    found.watch.last = look.at;
    if (!outcome.isOk())
      fail(found);
    else if (outcome.answer.status == 304)
      unchanged(found, site);
    else
      read(found, site, outcome.answer);
    if (found.watch.next <= look.at)
      found.watch.next = nextLook(found.watch, roleOf(found.watch), look.at, report.stretch.of(roleOf(found.watch)));
    m_found.push_back(std::move(found));
  }

  SkuRole roleOf(const Watch& w) const { return m_roles.value(w.listingNo, SkuRole::Background); }

  void fail(SiteStore::Found& found) {
    ++report.failed, ++report.reasons[found.look.error];
    ++found.watch.failures;
    found.watch.lastError = found.look.error;
  }

  // The server says that nothing has changed: the page of then is read as it is read today, so that what was in doubt,
  // or sold out, stays so.
  void unchanged(SiteStore::Found& found, const Site& site) {
    ++report.unchanged;
    PageLook& look = found.look;
    look.origin = LookOrigin::Unchanged;
    constexpr int kLooksBack = 20;
    if (const auto looks = m_store.looks(found.watch.no, Instant{}, kLooksBack))
      for (const PageLook& before : *looks)
        if (!before.pageSha256.isEmpty()) {
          const Result<QByteArray> page = m_store.page(before.pageSha256);
          if (!page)
            break;
          look.pageSha256 = before.pageSha256;
          return judge(found, site,
                       pageFrom(*page, look.url, before.headers.value(QLatin1String("content-type")).toString(), site));
        }
    --report.unchanged, ++report.undecided, ++report.reasons[QStringLiteral("watch.unchanged-unknown")];
    look.error = found.watch.lastError = QStringLiteral("watch.unchanged-unknown");
    found.watch.etag.clear(), found.watch.lastModified.clear(); // the next look brings the page anew
  }

  void read(SiteStore::Found& found, const Site& site, const FetchAnswer& answer) {
    ++report.live;
    found.look.origin = LookOrigin::Live;
    found.page = answer.body;
    Watch& w = found.watch;
    w.etag = QString::fromLatin1(answer.etag.left(512)),
    w.lastModified = QString::fromLatin1(answer.lastModified.left(64));
    judge(found, site, read(w.no, found.look.url, answer, site));
  }

  static ProductPage pageFrom(const QByteArray& bytes, const QString& url, const QString& type, const Site& site) {
    return extractProduct({bytes, url, type}, recipeFrom(site.recipe));
  }
  // Read once, though the crawl asks beforehand whether the page is worth asking for again.
  ProductPage read(int watchNo, const QString& url, const FetchAnswer& answer, const Site& site) {
    const auto known = m_read.find(watchNo);
    if (known == m_read.end())
      return pageFrom(answer.body, url, QString::fromLatin1(answer.contentType), site);
    ProductPage page = std::move(known->second);
    m_read.erase(known);
    return page;
  }
  // A page without a price where there was one, or where nobody knows yet, may be a slip of the shop's: it is asked for
  // again. One that refuses us, is gone or says that it has no price is believed.
  bool isWorthAnother(std::size_t no, int attempts, const FetchAnswer& answer) {
    const Watch& w = m_watches[no];
    const QString url = answer.finalUrl.isEmpty() ? w.url : answer.finalUrl.toString();
    ProductPage page = pageFrom(answer.body, url, QString::fromLatin1(answer.contentType), m_sites.at(w.siteNo));
    const bool isSlip = page.why == u"no-price" || page.why == u"empty-page" || page.why == u"script-only-page";
    m_read.insert_or_assign(w.no, std::move(page));
    constexpr int kOfNewPages = 1;
    return isSlip && (w.lastGood || (!w.last && attempts <= kOfNewPages));
  }

  // What a page says, and what it is worth as an offer.
  void judge(SiteStore::Found& found, const Site& site, const ProductPage& page) {
    Watch& w = found.watch;
    found.look.found = toJson(page);
    std::optional<Amount> last;
    if (const Result<Currency> currency = Currency::fromCode(w.currency); w.price && currency)
      last = Amount{*w.price, *currency};
    const auto competitor = m_competitors.find(site.competitorNo);
    const ExpectedPage expected = expectedOf(w);
    PriceBefore before{last, w.lastError == kJump, {}};
    if (expected.accepted)
      before.accepted = expected.accepted->price;
    OfferReading reading =
        readOffer(page, site, competitor == m_competitors.end() ? QString() : competitor->second.name, before,
                  m_wish.ours.value(w.listingNo).currency);
    if (!reading.price) {
      --(found.look.origin == LookOrigin::Unchanged ? report.unchanged : report.live);
      ++report.undecided, ++report.reasons[reading.reason];
      found.look.error = w.lastError = reading.reason;
      // A block page or an empty shell is no answer, whatever its status says, nor is a page that has lost its price.
      static const QStringList kNoAnswer{QStringLiteral("page.blocked-page"), QStringLiteral("page.script-only-page"),
                                         QStringLiteral("page.redirect-page"), QStringLiteral("page.pdf-page")};
      if (kNoAnswer.contains(reading.reason) || w.lastGood)
        ++w.failures, w.etag.clear(), w.lastModified.clear();
      return;
    }
    w.failures = 0;
    if (reading.state == OfferState::Accepted || reading.reason == kJump)
      if (const QString doubt = doubtAbout(page, *reading.price, expected); !doubt.isEmpty())
        reading.state = OfferState::Quarantined, reading.reason = doubt;
    offer(found, site, reading);
  }

  ExpectedPage expectedOf(const Watch& w) const {
    const WatchWish::Ours ours = m_wish.ours.value(w.listingNo);
    ExpectedPage out;
    out.ours = ours.product, out.ourPrice = ours.price;
    out.theirPacks = w.theirPacks, out.ourPacks = w.ourPacks;
    // A store that cannot be read is found out where what was found is kept.
    if (const auto before = m_store.lastAccepted(w.no); before && *before)
      out.accepted = ExpectedPage::Before{productFound((*before)->found), (*before)->price};
    return out;
  }

  void offer(SiteStore::Found& found, const Site& site, const OfferReading& reading) {
    Watch& w = found.watch;
    Offer o;
    o.matchNo = w.matchNo, o.sourceNo = site.sourceNo, o.listingNo = w.listingNo;
    const auto competitor = m_competitors.find(site.competitorNo);
    o.seller = competitor == m_competitors.end() ? site.host : competitor->second.code;
    o.observedAt = found.look.at, o.price = *reading.price, o.shipping = reading.shipping;
    o.inStock = reading.inStock, o.state = reading.state, o.stateReason = reading.reason;
    o.evidence = found.look.url;
    ++report.offers;
    ++w.looks, w.lastGood = found.look.at, w.lastError = reading.reason;
    w.moves += w.price && (*w.price != o.price.value || w.currency != o.price.currency.code());
    if (reading.state == OfferState::Quarantined) {
      ++report.quarantined, ++report.reasons[reading.reason];
      if (reading.reason == kJump)
        w.next = found.look.at + kConfirmAfter, w.etag.clear(), w.lastModified.clear();
    }
    w.price = o.price.value, w.currency = o.price.currency.code();
    found.offer = std::move(o);
  }

  Status keep() {
    const Status kept = m_found.empty() ? Status() : m_keep(m_found);
    m_found.clear();
    return kept;
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
  const MarketWatch::Keep& m_keep;
  std::map<int, Site> m_sites;
  std::map<int, Competitor> m_competitors;
  LookCosts m_costs;
  std::vector<Watch> m_watches;
  std::vector<SiteStore::Found> m_found;
  std::map<int, ProductPage> m_read; // by watch: read, but not judged yet
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
