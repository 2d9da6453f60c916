// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "fetching/PageFetcher.h"
#include "fetching/Robots.h"

#include <QHash>

#include <deque>
#include <map>

namespace pricewright {

// What is known of a site between crawls: its robots.txt, cookies, and whether it is in trouble. Kept by whoever
// crawls.
struct SiteMemory {
  QByteArray robots; // its text, as it came
  bool hasRobots = false, robotsDisallowAll = false;
  Instant robotsUntil{}; // ask again then
  std::optional<Instant> robotsUnreachableSince;
  QByteArray cookies;
  std::optional<Instant> closedUntil; // the circuit breaker is open
  QString closedWhy;                  // code: site.down, site.refuses, site.asks-to-wait
  int failures = 0;                   // pages that failed one after the other, tries and all
  int refusals = 0;                   // denials one after the other
  Instant restsUntil{};               // the delay after the last request: no other one before
};
// How one site wants to be asked, as settings say.
struct SitePolicy {
  Duration delay = std::chrono::seconds(1); // from one request's start to the next; robots.txt may ask for more
  int concurrency = 1;
  QByteArray language;
  QStringList proxies;       // a site stays with one as long as it works
  bool robotsApply = true;   // false only where the site's owner has agreed in writing
  bool needsBrowser = false; // its prices are written by scripts: pages come by Crawl::browser
};
// Another way to get pages: what BrowserFetcher does, or a test in its place. Same thread as the crawl.
struct PageSource {
  std::function<void(FetchRequest, PageFetcher::Done)> start;
  std::function<bool(Duration)> perform;
  std::function<int()> running;
  std::function<void()> cancelAll;
};
struct CrawlTask {
  int no = 0;
  QUrl url;
  QByteArray etag, lastModified;
};
struct CrawlOutcome {
  int no = 0;
  // "": the page came (or 304). Else fetch.*, address.*, http.<status>, robots.disallowed, robots.unreachable,
  // site.down, site.refuses (the breaker of the site is open), site.asks-to-wait (longer than a crawl waits),
  // crawl.cancelled, crawl.no-more (see mayBeginMore), what it was withdrawn with
  QString error;
  FetchAnswer answer;
  RobotsVerdict robots;
  int attempts = 0;
  qint64 requests = 0, bytes = 0; // sent for it and come, with all redirects and tries
  bool isOk() const { return error.isEmpty(); }
};
struct CrawlSettings {
  QString agent = QStringLiteral("PricewrightBot"); // the product token of robots.txt
  int retries = 3;
  Duration retryBase = std::chrono::seconds(1), retryCap = std::chrono::seconds(30);
  int failuresToClose = 5; // pages in a row, each with all its tries, over all crawls
  int refusalsToClose = 3; // 401, 403, 451 in a row, over all crawls: the site says no, and that is heard
  Duration closedFor = std::chrono::minutes(15); // after denials twice as long each time, a day at most
  int atOnce = 64;                               // requests on the way, over all sites
};
struct CrawlCounts {
  qint64 requests = 0, retries = 0, pages = 0, unchanged = 0, failed = 0, refusedByRobots = 0, bytes = 0;
  qint64 robotsRequests = 0, robotsBytes = 0; // of these, for robots.txt: no page's
};

// Fetches many pages from many sites politely: each site one request at a time with its delay, robots.txt first
// (RFC 9309), Retry-After obeyed, redirects followed within a shop when it is that host's turn, failures tried again
// with exponential backoff and full jitter on top of the delay, a breaker for each site: while pages fail that have not
// had all their tries, no more others are begun than would close it. Sites do not wait for each other. Where a site
// denies access, it is left alone. One thread, the caller's; returns when every task has its outcome. Wall time only
// for robots' age and breakers, through `clock`.
class Crawl {
 public:
  Crawl(PageFetcher& fetcher, const Clock& clock, CrawlSettings settings, std::uint64_t seed);
  ~Crawl();
  // Of a host ("shop.example", with ":port" where it is not the scheme's own): may be set before run(), and is up to
  // date after it.
  QHash<QString, SiteMemory> memory;
  QHash<QString, SitePolicy> policies;
  PageSource browser; // empty: a site that needs one is told browser.not-installed
  // Whether a page that came is to be asked for once more, because what came is none: garbage, say. Empty: never.
  std::function<bool(int no, int attempts, const FetchAnswer& answer)> isUnreadable;
  // Whether pages may still be asked for that have not been yet; no: they end with crawl.no-more, and what has begun is
  // ended. Empty: always.
  std::function<bool()> mayBeginMore;
  std::function<void()> turn; // every 200 ms at the latest; may be empty
  // From `turn`: these pages are not asked for any more, by task, with the code of why that they end with. Nothing is
  // sent for them after it, no further try and no redirect; what is on its way comes. Each call says all of them.
  void withdraw(QHash<int, QString> why);
  void run(std::vector<CrawlTask> tasks, const std::function<void(CrawlOutcome)>& told, const JobContext& job);
  const CrawlCounts& counts() const { return m_counts; }
  static QString siteOf(const QUrl& url);
  static QString twinOf(const QString& site); // with "www.", or without: the same shop under its other name
  // May a page load this: no where a robots.txt that was read in this crawl disallows it. For BrowserSettings::mayLoad.
  bool mayLoad(const QUrl& resource) const;

 private:
  struct Job;
  struct Site;
  using Steady = std::chrono::steady_clock::time_point;
  Site& siteFor(const QUrl& url, const SitePolicy& unlessSet);
  void startWhatMay(Steady now);
  void leaveTheRest();
  void endWaiting(const std::function<QString(const Job&)>& why);
  void move(Steady now);
  bool isToAskRobots(const Site& site) const;
  Site& robotsHost(const Site& site) const;
  void askRobots(Site& site, Steady now);
  void takeRobots(Site& site, const FetchAnswer& answer);
  void fetchNext(Site& site, Steady now);
  QString objection(const Site& site, Job& job);
  bool mayFollow(const Site& site, const QUrl& url) const;
  FetchRequest requestFor(const Site& site, const Job& job) const;
  void takePage(Site& site, Job job, FetchAnswer answer);
  void goOn(Job job, const FetchAnswer& answer);
  void refuse(Job job, const QString& why);
  static Duration delayOf(const Site& site, const Job& job); // as its settings and its robots.txt ask for
  bool mayBegin(const Site& site, const Job& job) const;
  void judge(Site& site, const Job& job, const FetchAnswer& answer, const QString& error);
  void countFailure(Site& site);
  void hearRetryAfter(Site& site, const FetchAnswer& answer);
  void tryAgain(Job job, const FetchAnswer& answer);
  void end(Job job, const QString& error, FetchAnswer answer);
  void close(Site& site, Instant until, const QString& why);
  const Site* closedFor(const Site& site) const;
  bool isClosed(const Site& site) const;
  Duration jitter(int attempt, Duration base);
  Duration untilNext(Steady now) const;

  PageFetcher& m_fetcher;
  const Clock& m_clock;
  CrawlSettings m_settings;
  std::uint64_t m_random;
  std::map<QString, std::unique_ptr<Site>> m_sites;
  std::function<void(CrawlOutcome)> m_told;
  CrawlCounts m_counts;
  QHash<int, QString> m_withdrawn;
  qint64 m_left = 0;
};

} // namespace pricewright
