// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/Crawl.h"

#include <algorithm>
#include <set>

namespace pricewright {
namespace {

constexpr Duration kLongestWait = std::chrono::milliseconds(200); // between looks at the job's stop
constexpr Duration kShortTurn = std::chrono::milliseconds(20);    // of each, where both ways to fetch are in use
constexpr Duration kLongestDelay = std::chrono::minutes(5);       // that a robots.txt may ask for

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

struct Crawl::Job {
  CrawlTask task;
  int attempts = 0;
  Steady notBefore{};
  RobotsVerdict robots;
};

struct Crawl::Site {
  QString name;
  QUrl base;
  SiteMemory* memory = nullptr;
  SitePolicy policy;
  std::deque<Job> queue;
  Steady next{}; // no request before
  int running = 0, refusals = 0, proxy = 0;
  bool asksRobots = false, knowsRobots = false;
  std::set<int> failing; // tasks that failed since the site last answered
  RobotsRules rules;
};

Crawl::Crawl(PageFetcher& fetcher, const Clock& clock, CrawlSettings settings, std::uint64_t seed)
    : m_fetcher(fetcher), m_clock(clock), m_settings(std::move(settings)), m_random(seed) {}
Crawl::~Crawl() = default;

QString Crawl::siteOf(const QUrl& url) {
  const QString host = url.host(QUrl::FullyEncoded);
  return url.port() < 0 ? host : host + u':' + QString::number(url.port());
}

Crawl::Site& Crawl::siteFor(const QUrl& url) {
  const QString name = siteOf(url);
  std::unique_ptr<Site>& site = m_sites[name];
  if (!site) {
    site = std::make_unique<Site>();
    site->name = name, site->base = url;
    site->base.setPath(QStringLiteral("/robots.txt")), site->base.setQuery(QString());
    site->policy = policies.value(name);
  }
  return *site;
}

void Crawl::run(std::vector<CrawlTask> tasks, const std::function<void(CrawlOutcome)>& told, const JobContext& job) {
  m_told = told;
  m_sites.clear();
  m_left = qint64(tasks.size());
  for (CrawlTask& task : tasks) {
    Site& site = siteFor(task.url);
    (void)memory[site.name];
    site.queue.push_back({std::move(task), 0, {}, {}});
  }
  for (auto& [name, site] : m_sites)
    site->memory = &memory[name]; // all are in: the hash does not move any more
  const qint64 all = m_left;
  while (m_left > 0) {
    if (job.cancelled())
      break;
    const Steady now = std::chrono::steady_clock::now();
    startWhatMay(now);
    if (m_left <= 0)
      break;
    move(now);
    job.report("monitor.fetch", double(all - m_left) / double(all));
  }
  m_fetcher.cancelAll();
  if (browser.cancelAll)
    browser.cancelAll();
  for (auto& [name, site] : m_sites)
    while (!site->queue.empty()) {
      Job left = std::move(site->queue.front());
      site->queue.pop_front();
      end(*site, std::move(left), QStringLiteral("crawl.cancelled"), {});
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

bool Crawl::mayLoad(const QUrl& resource) const {
  const auto site = m_sites.find(siteOf(resource));
  if (site == m_sites.end() || !site->second->knowsRobots || !site->second->policy.robotsApply)
    return true;
  return site->second->rules.verdict(m_settings.agent, resource.toString(QUrl::FullyEncoded)).allowed;
}

Duration Crawl::untilNext(Steady now) const {
  Duration wait = kLongestWait;
  for (const auto& [name, site] : m_sites) {
    if (site->queue.empty() || site->asksRobots || site->running >= site->policy.concurrency)
      continue;
    Steady at = site->queue.front().notBefore;
    for (const Job& job : site->queue) {
      at = std::min(at, job.notBefore);
      if (at <= now)
        break; // most have never been tried: no need to read on
    }
    at = std::max(at, site->next);
    wait = std::min(wait, std::max(Duration(1), std::chrono::ceil<Duration>(at - now)));
  }
  return wait;
}

void Crawl::startWhatMay(Steady now) {
  for (auto& [name, site] : m_sites) {
    while (!site->queue.empty() && isClosed(*site)) {
      Job left = std::move(site->queue.front());
      site->queue.pop_front();
      end(*site, std::move(left), site->memory->closedWhy, {});
    }
    if (site->queue.empty() || site->asksRobots || m_fetcher.running() >= m_settings.atOnce)
      continue;
    if (!site->knowsRobots && site->policy.robotsApply)
      askRobots(*site);
    else
      fetchNext(*site, now);
  }
}

bool Crawl::isClosed(const Site& site) const {
  return site.memory->closedUntil && *site.memory->closedUntil > m_clock.now();
}

void Crawl::close(Site& site, const QString& why) {
  site.memory->closedUntil = m_clock.now() + m_settings.closedFor;
  site.memory->closedWhy = why;
}

void Crawl::askRobots(Site& site) {
  const SiteMemory& known = *site.memory;
  if (known.robotsUntil > m_clock.now()) {
    site.knowsRobots = true;
    if (known.hasRobots)
      site.rules = parseRobots(known.robots);
    return;
  }
  site.asksRobots = true;
  FetchRequest request;
  request.url = site.base;
  ++m_counts.requests;
  m_fetcher.start(std::move(request), [this, &site](const FetchAnswer& answer) { takeRobots(site, answer); });
}

void Crawl::takeRobots(Site& site, const FetchAnswer& answer) {
  SiteMemory& known = *site.memory;
  RobotsAnswer asked;
  asked.httpStatus = answer.error.isEmpty() ? answer.status : 0;
  asked.redirectsFollowed = answer.redirects, asked.hasCopy = known.hasRobots, asked.at = m_clock.now();
  asked.unreachableSince = known.robotsUnreachableSince;
  if (answer.error == u"fetch.too-many-redirects")
    asked.httpStatus = 302, asked.redirectsFollowed = kMostRobotsRedirects;
  else if (answer.error == u"fetch.too-large")
    asked.httpStatus = 404; // no robots.txt is as large: it is something else
  const RobotsAccess access = robotsAccess(asked);
  site.asksRobots = false, site.knowsRobots = true;
  known.robotsUntil = access.goodUntil;
  if (asked.httpStatus != 0 && asked.httpStatus < 500)
    known.robotsUnreachableSince.reset();
  else if (!known.robotsUnreachableSince)
    known.robotsUnreachableSince = asked.at;
  known.robotsDisallowAll = access.kind == RobotsAccess::Kind::DisallowAll;
  if (access.kind == RobotsAccess::Kind::Parse)
    known.robots = answer.body.left(kMostRobotsBytes), known.hasRobots = true;
  else if (access.kind == RobotsAccess::Kind::AllowAll)
    known.robots.clear(), known.hasRobots = false;
  if (known.hasRobots)
    site.rules = parseRobots(known.robots);
  site.next = std::chrono::steady_clock::now() + site.policy.delay;
}

void Crawl::fetchNext(Site& site, Steady now) {
  if (site.running >= site.policy.concurrency || site.next > now)
    return;
  const auto at =
      std::find_if(site.queue.begin(), site.queue.end(), [&](const Job& job) { return job.notBefore <= now; });
  if (at == site.queue.end())
    return;
  Job job = std::move(*at);
  site.queue.erase(at);
  if (site.policy.robotsApply) {
    if (site.memory->robotsDisallowAll)
      return end(site, std::move(job), QStringLiteral("robots.unreachable"), {});
    job.robots = site.rules.verdict(m_settings.agent, job.task.url.toString(QUrl::FullyEncoded));
    if (!job.robots.allowed) {
      ++m_counts.refusedByRobots;
      return end(site, std::move(job), QStringLiteral("robots.disallowed"), {});
    }
  }
  if (site.policy.needsBrowser && !browser.start)
    return end(site, std::move(job), QStringLiteral("browser.not-installed"), {});
  const Duration asked = std::min(job.robots.crawlDelay.value_or(Duration(0)), kLongestDelay);
  site.next = now + std::max(site.policy.delay, asked);
  ++site.running, ++job.attempts, ++m_counts.requests;
  FetchRequest request;
  request.url = job.task.url, request.etag = job.task.etag, request.lastModified = job.task.lastModified;
  request.language = site.policy.language, request.cookies = site.memory->cookies;
  if (!site.policy.proxies.isEmpty())
    request.proxy = site.policy.proxies[site.proxy % site.policy.proxies.size()];
  // A redirect within the site is held to the same rules; where it leads to another site, nobody asked that one.
  request.mayFollow = [this, &site](const QUrl& url) {
    const bool same = siteOf(url) == site.name || url.host() == QLatin1String("www.") + site.base.host() ||
                      QLatin1String("www.") + url.host() == site.base.host();
    return same &&
           (!site.policy.robotsApply || site.rules.verdict(m_settings.agent, url.toString(QUrl::FullyEncoded)).allowed);
  };
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
  m_counts.bytes += answer.bytesOnWire;
  if (answer.error == u"fetch.cancelled")
    return end(site, std::move(job), QStringLiteral("crawl.cancelled"), std::move(answer));
  if (answer.error.isEmpty())
    site.memory->cookies = answer.cookies;
  else if (!site.policy.proxies.isEmpty())
    ++site.proxy;                 // the next one, for this and what follows
  if (site.policy.needsBrowser) { // which may have kept the page waiting: the delay counts from its real start
    const Duration asked = std::min(job.robots.crawlDelay.value_or(Duration(0)), kLongestDelay);
    site.next =
        std::max(site.next, std::chrono::steady_clock::now() - answer.took + std::max(site.policy.delay, asked));
  }
  if (answer.retryAfter)
    site.next = std::max(site.next, std::chrono::steady_clock::now() + std::min(*answer.retryAfter, kLongestDelay));
  const QString error = errorOf(answer);
  judge(site, job, answer, error);
  if (isPassing(answer) && job.attempts <= m_settings.retries && !isClosed(site))
    return tryAgain(site, std::move(job), answer);
  end(site, std::move(job), error, std::move(answer));
}

// What an answer says of its site. Pages that fail one after the other, whichever they are, mean that the site is down;
// one that fails again and again does not.
void Crawl::judge(Site& site, const Job& job, const FetchAnswer& answer, const QString& error) {
  if (isPassing(answer)) {
    site.failing.insert(job.task.no);
    if (int(site.failing.size()) >= m_settings.failuresToClose)
      close(site, QStringLiteral("site.down"));
    return;
  }
  site.failing.clear();
  if (!isRefusal(answer.status))
    site.refusals = 0;
  else if (++site.refusals >= m_settings.refusalsToClose)
    close(site, QStringLiteral("site.refuses"));
  if (error.isEmpty())
    site.memory->closedUntil.reset();
}

void Crawl::tryAgain(Site& site, Job job, const FetchAnswer& answer) {
  ++m_counts.retries;
  const Duration wait = answer.retryAfter ? std::min(*answer.retryAfter, kLongestDelay) : jitter(job.attempts);
  job.notBefore = std::chrono::steady_clock::now() + wait;
  site.queue.push_back(std::move(job));
}

// SplitMix64; full jitter (uniform below the bound).
Duration Crawl::jitter(int attempt) {
  m_random += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = m_random;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  const double uniform = double((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
  const auto bound = std::min<double>(double(m_settings.retryCap.count()),
                                      double(m_settings.retryBase.count()) * double(1 << std::min(attempt - 1, 20)));
  return Duration(qint64(uniform * bound));
}

void Crawl::end(Site& site, Job job, const QString& error, FetchAnswer answer) {
  Q_UNUSED(site)
  --m_left;
  if (!error.isEmpty())
    ++m_counts.failed;
  else if (answer.status == 304)
    ++m_counts.unchanged;
  else
    ++m_counts.pages;
  m_told({job.task.no, error, std::move(answer), std::move(job.robots), job.attempts});
}

} // namespace pricewright
