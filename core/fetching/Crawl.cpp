// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/CrawlSite.h"

#include <algorithm>

namespace pricewright {
namespace {

constexpr Duration kLongestWait = std::chrono::milliseconds(200); // between looks at the job's stop
constexpr Duration kShortTurn = std::chrono::milliseconds(20);    // of each, where both ways to fetch are in use
constexpr Duration kLongestAsked =
    std::chrono::seconds(60); // by Retry-After, that a crawl waits out; else it comes back
constexpr Duration kLongestClosed = std::chrono::hours(24);
constexpr Duration kLongestDelay = std::chrono::minutes(5); // that a robots.txt may ask for
constexpr QLatin1String kWww("www.");
constexpr QLatin1String kAsksToWait("site.asks-to-wait");

bool isRefusal(int status) { return status == 401 || status == 403 || status == 451; }

// Failures that another try may mend.
bool isPassing(const FetchAnswer& a) {
  if (a.error.isEmpty())
    return a.status == 408 || a.status == 425 || a.status == 429 || a.status >= 500;
  return a.error == u"fetch.timeout" || a.error == u"fetch.slow" || a.error == u"fetch.no-connection" ||
         a.error == u"fetch.broken-off" || a.error == u"fetch.no-address" || a.error == u"fetch.bad-answer" ||
         a.error == u"fetch.bad-encoding" || a.error == u"browser.timeout" || a.error == u"browser.crashed";
}

QString errorOf(const FetchAnswer& a) {
  if (!a.error.isEmpty())
    return a.error;
  if (a.status == 304 || (a.status >= 200 && a.status < 300))
    return {};
  return QStringLiteral("http.%1").arg(a.status);
}

} // namespace

Crawl::Crawl(PageFetcher& fetcher, const Clock& clock, CrawlSettings settings, std::uint64_t seed)
    : m_fetcher(fetcher), m_clock(clock), m_settings(std::move(settings)), m_random(seed) {}
Crawl::~Crawl() = default;

QString Crawl::siteOf(const QUrl& url) {
  const QString host = url.host(QUrl::FullyEncoded);
  return url.port() < 0 ? host : host + u':' + QString::number(url.port());
}

QString Crawl::twinOf(const QString& site) {
  return site.startsWith(kWww) ? site.mid(kWww.size()) : QString(kWww + site);
}

Crawl::Site& Crawl::siteFor(const QUrl& url, const SitePolicy& unlessSet) {
  const QString name = siteOf(url);
  std::unique_ptr<Site>& site = m_sites[name];
  if (!site) {
    site = std::make_unique<Site>();
    site->name = name, site->robotsAt = url;
    site->robotsAt.setPath(QStringLiteral("/robots.txt")), site->robotsAt.setQuery(QString());
    site->policy = policies.value(name, unlessSet), site->memory = memory.value(name);
    // A clock that was set back does not make it rest for longer than any delay that it may have.
    const Duration rest =
        std::clamp(site->memory.restsUntil - m_clock.now(), Duration(0), std::max(kLongestDelay, site->policy.delay));
    site->next = std::chrono::steady_clock::now() + rest;
  }
  return *site;
}

void Crawl::run(std::vector<CrawlTask> tasks, const std::function<void(CrawlOutcome)>& told, const JobContext& job) {
  m_told = told;
  m_sites.clear(), m_withdrawn.clear();
  m_left = qint64(tasks.size());
  for (CrawlTask& task : tasks) {
    Site& site = siteFor(task.url, {});
    Job one;
    one.task = std::move(task), one.home = &site;
    one.beginAnew();
    site.queue.push_back(std::move(one));
  }
  const qint64 all = m_left;
  while (m_left > 0) {
    if (job.cancelled())
      break;
    const Steady now = std::chrono::steady_clock::now();
    startWhatMay(now);
    if (m_left <= 0)
      break;
    move(now);
    if (turn)
      turn();
    job.report("monitor.fetch", double(all - m_left) / double(all));
  }
  m_fetcher.cancelAll();
  if (browser.cancelAll)
    browser.cancelAll();
  endWaiting([](const Job&) { return QStringLiteral("crawl.cancelled"); });
  const Steady now = std::chrono::steady_clock::now();
  for (const auto& [name, site] : m_sites) {
    if (site->next > now)
      site->memory.restsUntil = m_clock.now() + std::chrono::ceil<Duration>(site->next - now);
    memory.insert(name, site->memory);
  }
  m_sites.clear();
}

void Crawl::move(Steady now) {
  const auto pages = [this] { return browser.running ? browser.running() : 0; };
  const bool hasBoth = m_fetcher.running() > 0 && pages() > 0;
  m_fetcher.perform(hasBoth                   ? std::min(kShortTurn, untilNext(now))
                    : m_fetcher.running() > 0 ? untilNext(now)
                                              : Duration(0));
  if (pages() > 0)
    browser.perform(hasBoth ? kShortTurn : untilNext(now));
  else if (m_fetcher.running() == 0 && m_left > 0)
    m_fetcher.idle(untilNext(std::chrono::steady_clock::now()));
}

Duration Crawl::untilNext(Steady now) const {
  Duration wait = kLongestWait;
  for (const auto& [name, site] : m_sites) {
    if (site->queue.empty() || site->asksRobots || site->running >= site->policy.concurrency)
      continue;
    Steady at = Steady::max();
    for (const Job& job : site->queue) {
      if (mayBegin(*site, job))
        at = std::min(at, job.notBefore);
      if (at <= now)
        break; // most have never been tried: no need to read on
    }
    if (at == Steady::max())
      continue;
    at = std::max(at, isToAskRobots(*site) ? robotsHost(*site).next : site->next);
    wait = std::min(wait, std::max(Duration(1), std::chrono::ceil<Duration>(at - now)));
  }
  return wait;
}

// Those that wait and that something speaks against; "": nothing does.
void Crawl::endWaiting(const std::function<QString(const Job&)>& why) {
  for (auto& [name, site] : m_sites) {
    std::deque<Job> others;
    while (!site->queue.empty()) {
      Job job = std::move(site->queue.front());
      site->queue.pop_front();
      if (const QString against = why(job); against.isEmpty())
        others.push_back(std::move(job));
      else
        end(std::move(job), against, {});
    }
    site->queue = std::move(others);
  }
}

// What has been tried, or redirected, has begun.
void Crawl::leaveTheRest() {
  endWaiting([](const Job& job) { return job.attempts > 0 ? QString() : QStringLiteral("crawl.no-more"); });
}

void Crawl::withdraw(QHash<int, QString> why) {
  m_withdrawn = std::move(why);
  if (!m_withdrawn.isEmpty())
    endWaiting([this](const Job& job) { return m_withdrawn.value(job.task.no); });
}

void Crawl::startWhatMay(Steady now) {
  for (auto& [name, site] : m_sites) {
    if (mayBeginMore && !mayBeginMore()) // each site begins one: by the last, the first ones have spent something
      leaveTheRest();
    while (const Site* closed = site->queue.empty() ? nullptr : closedFor(*site)) {
      Job left = std::move(site->queue.front());
      site->queue.pop_front();
      end(std::move(left), closed->memory.closedWhy, {});
    }
    if (site->queue.empty() || site->asksRobots || m_fetcher.running() >= m_settings.atOnce)
      continue;
    if (isToAskRobots(*site))
      askRobots(*site, now);
    else
      fetchNext(*site, now);
  }
}

// Whose breaker holds back what is first in this queue: pages that were redirected here stand in front.
const Crawl::Site* Crawl::closedFor(const Site& site) const {
  const Site* home = site.queue.front().home;
  return isClosed(*home) ? home : isClosed(site) ? &site : nullptr;
}

bool Crawl::isClosed(const Site& site) const {
  return site.memory.closedUntil && *site.memory.closedUntil > m_clock.now();
}

// Never for less long than it is closed already.
void Crawl::close(Site& site, Instant until, const QString& why) {
  if (site.memory.closedUntil && *site.memory.closedUntil >= until)
    return;
  site.memory.closedUntil = until, site.memory.closedWhy = why;
}

void Crawl::refuse(Job job, const QString& why) {
  FetchAnswer none;
  if (job.redirects > 0)
    none.finalUrl = job.url; // so that it can be seen where it was to go
  end(std::move(job), why, std::move(none));
}

Duration Crawl::delayOf(const Site& site, const Job& job) {
  return std::max(site.policy.delay, std::min(job.robots.crawlDelay.value_or(Duration(0)), kLongestDelay));
}

FetchRequest Crawl::requestFor(const Site& site, const Job& job) const {
  const Site& home = *job.home;
  FetchRequest request;
  request.url = job.url, request.etag = job.task.etag, request.lastModified = job.task.lastModified;
  request.language = home.policy.language, request.cookies = home.memory.cookies;
  if (!home.policy.proxies.isEmpty())
    request.proxy = home.policy.proxies[home.proxy % home.policy.proxies.size()];
  request.follows = false, request.redirects = job.redirects, request.spent = job.spent;
  request.mayFollow = [this, &site](const QUrl& url) { return mayFollow(site, url); };
  return request;
}

void Crawl::fetchNext(Site& site, Steady now) {
  while (site.policy.robotsApply && site.memory.robotsDisallowAll && !site.queue.empty()) { // nothing to wait for
    Job job = std::move(site.queue.front());
    site.queue.pop_front();
    refuse(std::move(job), QStringLiteral("robots.unreachable"));
  }
  if (site.running >= site.policy.concurrency || site.next > now)
    return;
  const auto at = std::find_if(site.queue.begin(), site.queue.end(),
                               [&](const Job& job) { return job.notBefore <= now && mayBegin(site, job); });
  if (at == site.queue.end())
    return;
  Job job = std::move(*at);
  site.queue.erase(at);
  if (const QString against = objection(site, job); !against.isEmpty())
    return refuse(std::move(job), against);
  site.next = now + delayOf(site, job);
  ++site.running, ++m_counts.requests, ++job.requests;
  job.attempts += job.redirects == 0;
  FetchRequest request = requestFor(site, job);
  request.mayBegin = [this, no = job.task.no] { return m_withdrawn.value(no); }; // a browser loads one after the other
  auto told = [this, &site, job = std::move(job)](FetchAnswer answer) mutable {
    takePage(site, std::move(job), std::move(answer));
  };
  if (site.policy.needsBrowser)
    browser.start(std::move(request), std::move(told));
  else
    m_fetcher.start(std::move(request), std::move(told));
}

void Crawl::takePage(Site& site, Job job, FetchAnswer answer) {
  --site.running;
  Site& home = *job.home;
  if (!answer.error.isEmpty() && answer.error == m_withdrawn.value(job.task.no)) { // nothing was sent
    --m_counts.requests, --job.requests;
    return end(std::move(job), answer.error, {});
  }
  m_counts.bytes += answer.bytesOnWire, job.allBytes += answer.bytesOnWire;
  answer.bytesOnWire += job.bytes;
  if (answer.error == u"fetch.cancelled")
    return end(std::move(job), QStringLiteral("crawl.cancelled"), std::move(answer));
  if (answer.error.isEmpty())
    home.memory.cookies = answer.cookies;
  else if (!home.policy.proxies.isEmpty())
    ++home.proxy; // the next one, for this and what follows
  hearRetryAfter(site, answer);
  if (!answer.redirectTo.isEmpty())
    return goOn(std::move(job), answer);
  // A browser may have kept the page waiting, and follows by itself: the delay counts from its real start, once for
  // each redirect.
  if (site.policy.needsBrowser) {
    const Steady began = std::chrono::steady_clock::now() - answer.took;
    site.next = std::max(site.next, began + delayOf(site, job) * (1 + answer.redirects));
    m_counts.requests += answer.redirects, job.requests += answer.redirects;
  }
  const QString error = errorOf(answer);
  judge(home, job, answer, error);
  if (&home != &site)
    hearRetryAfter(home, answer);
  const bool isWorthAnother = isPassing(answer) || (error.isEmpty() && answer.status != 304 && isUnreadable &&
                                                    isUnreadable(job.task.no, job.attempts, answer));
  if (isWorthAnother && job.attempts <= m_settings.retries && !isClosed(home) && !m_withdrawn.contains(job.task.no))
    return tryAgain(std::move(job), answer);
  if (isPassing(answer))
    countFailure(home);
  end(std::move(job), error, std::move(answer));
}

void Crawl::goOn(Job job, const FetchAnswer& answer) {
  if (const QString why = m_withdrawn.value(job.task.no); !why.isEmpty())
    return end(std::move(job), why, {});
  Site& next = siteFor(answer.redirectTo, job.home->policy);
  job.url = answer.redirectTo, job.redirects = answer.redirects, job.spent = answer.took;
  job.bytes = answer.bytesOnWire, job.notBefore = {};
  next.queue.push_front(std::move(job)); // what has begun is ended first
}

// A site that asks for a while is given it. Where that is long, its pages are left for a later crawl, which is told by
// the site's memory: nobody else waits for them.
void Crawl::hearRetryAfter(Site& site, const FetchAnswer& answer) {
  if (!answer.retryAfter)
    return;
  if (*answer.retryAfter <= kLongestAsked) {
    site.next = std::max(site.next, std::chrono::steady_clock::now() + *answer.retryAfter);
    return;
  }
  const Instant until = m_clock.now() + std::min(*answer.retryAfter, kLongestClosed);
  site.askedUntil = std::max(site.askedUntil.value_or(until), until);
  close(site, until, kAsksToWait);
}

// Pages that are tried again come before others; while some fail, a site that may be down is not asked for all it has.
bool Crawl::mayBegin(const Site& site, const Job& job) const {
  return job.attempts > 0 || int(site.failing.size()) < std::max(1, m_settings.failuresToClose - site.memory.failures);
}

// A page that failed with all its tries. Several one after the other, in this crawl or in those before, mean that the
// site is down.
void Crawl::countFailure(Site& site) {
  if (++site.memory.failures >= m_settings.failuresToClose)
    close(site, m_clock.now() + m_settings.closedFor, QStringLiteral("site.down"));
}

// What an answer says of its site.
void Crawl::judge(Site& site, const Job& job, const FetchAnswer& answer, const QString& error) {
  if (isPassing(answer)) {
    site.failing.insert(job.task.no);
    return;
  }
  site.failing.clear(), site.memory.failures = 0;
  if (!isRefusal(answer.status)) {
    site.memory.refusals = 0;
  } else if (++site.memory.refusals >= m_settings.refusalsToClose) {
    constexpr int kMostDoublings = 10;
    const int more = std::min(site.memory.refusals - m_settings.refusalsToClose, kMostDoublings);
    close(site, m_clock.now() + std::min(kLongestClosed, m_settings.closedFor * (1 << more)),
          QStringLiteral("site.refuses"));
  }
  if (!error.isEmpty())
    return;
  site.memory.closedUntil = site.askedUntil;
  if (site.askedUntil)
    site.memory.closedWhy = kAsksToWait;
}

void Crawl::tryAgain(Job job, const FetchAnswer& answer) {
  ++m_counts.retries;
  Site& home = *job.home;
  const Steady now = std::chrono::steady_clock::now();
  // On top of the delay, and from it on: below it, a wait that grows would not be seen.
  job.notBefore = answer.retryAfter ? now + std::min(*answer.retryAfter, kLongestAsked)
                                    : std::max(now, home.next) +
                                          jitter(job.attempts, std::max(m_settings.retryBase, delayOf(home, job)));
  job.beginAnew();
  home.queue.push_front(std::move(job));
}

// SplitMix64; full jitter (uniform below the bound).
Duration Crawl::jitter(int attempt, Duration base) {
  m_random += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = m_random;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  const double uniform = double((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
  const auto bound = std::min<double>(double(m_settings.retryCap.count()),
                                      double(base.count()) * double(1 << std::min(attempt - 1, 20)));
  return Duration(qint64(uniform * bound));
}

void Crawl::end(Job job, const QString& error, FetchAnswer answer) {
  --m_left;
  // However it ended, refused after a redirect for instance: a page that is not tried again holds back no others.
  job.home->failing.erase(job.task.no);
  if (!error.isEmpty())
    ++m_counts.failed;
  else if (answer.status == 304)
    ++m_counts.unchanged;
  else
    ++m_counts.pages;
  m_told({job.task.no, error, std::move(answer), std::move(job.robots), job.attempts, job.requests, job.allBytes});
}

} // namespace pricewright
