// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a crawl asks of robots.txt, and what it takes from it.
#include "fetching/CrawlSite.h"

namespace pricewright {

bool Crawl::isToAskRobots(const Site& site) const { return !site.knowsRobots && site.policy.robotsApply; }

Crawl::Site& Crawl::robotsHost(const Site& site) const { return *m_sites.at(siteOf(site.robotsAt)); }

void Crawl::askRobots(Site& site, Steady now) {
  const SiteMemory& known = site.memory;
  if (known.robotsUntil > m_clock.now()) {
    site.knowsRobots = true;
    if (known.hasRobots)
      site.rules = parseRobots(known.robots);
    return;
  }
  Site& host = robotsHost(site);
  if (host.next > now)
    return;
  host.next = now + host.policy.delay;
  site.asksRobots = true;
  FetchRequest request;
  request.url = site.robotsAt, request.follows = false, request.redirects = site.robotsRedirects;
  ++m_counts.requests, ++m_counts.robotsRequests;
  m_fetcher.start(std::move(request), [this, &site](const FetchAnswer& answer) { takeRobots(site, answer); });
}

void Crawl::takeRobots(Site& site, const FetchAnswer& answer) {
  site.asksRobots = false;
  m_counts.bytes += answer.bytesOnWire, m_counts.robotsBytes += answer.bytesOnWire;
  Site& host = robotsHost(site);
  host.next = std::max(host.next, std::chrono::steady_clock::now() + host.policy.delay);
  if (answer.error == u"fetch.cancelled") // by us: it tells nothing of the site
    return;
  if (!answer.redirectTo.isEmpty()) { // it is asked for there when it is that host's turn
    site.robotsAt = answer.redirectTo, site.robotsRedirects = answer.redirects;
    siteFor(site.robotsAt, site.policy);
    return;
  }
  SiteMemory& known = site.memory;
  RobotsAnswer asked;
  asked.httpStatus = answer.error.isEmpty() ? answer.status : 0;
  asked.redirectsFollowed = answer.redirects, asked.hasCopy = known.hasRobots, asked.at = m_clock.now();
  asked.unreachableSince = known.robotsUnreachableSince, asked.retryAfter = answer.retryAfter;
  if (answer.error == u"fetch.too-many-redirects")
    asked.httpStatus = 302, asked.redirectsFollowed = kMostRobotsRedirects;
  else if (answer.error == u"fetch.too-large")
    asked.httpStatus = 404; // no robots.txt is as large: it is something else
  const RobotsAccess access = robotsAccess(asked);
  site.knowsRobots = true;
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
  hearRetryAfter(site, answer);
}

// What speaks against this stop of a job; "": nothing does.
QString Crawl::objection(const Site& site, Job& job) {
  if (site.policy.needsBrowser && !browser.start)
    return QStringLiteral("browser.not-installed");
  if (!site.policy.robotsApply)
    return {};
  job.robots = site.rules.verdict(m_settings.agent, job.url.toString(QUrl::FullyEncoded));
  if (job.robots.allowed)
    return {};
  ++m_counts.refusedByRobots;
  return job.redirects > 0 ? QStringLiteral("fetch.redirect-refused") : QStringLiteral("robots.disallowed");
}

// A redirect stays within the shop, whose rules are known or asked for; where it leads to another one, nobody has asked
// that one. A browser follows by itself, and is held to the rules here.
bool Crawl::mayFollow(const Site& site, const QUrl& url) const {
  const QString name = siteOf(url);
  if (name != site.name && name != twinOf(site.name))
    return false;
  return !site.policy.needsBrowser || !site.policy.robotsApply ||
         site.rules.verdict(m_settings.agent, url.toString(QUrl::FullyEncoded)).allowed;
}

bool Crawl::mayLoad(const QUrl& resource) const {
  const auto site = m_sites.find(siteOf(resource));
  if (site == m_sites.end() || !site->second->knowsRobots || !site->second->policy.robotsApply)
    return true;
  return site->second->rules.verdict(m_settings.agent, resource.toString(QUrl::FullyEncoded)).allowed;
}

} // namespace pricewright
