// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fetching/Crawl.h"

#include <set>

// What a crawl knows while it runs. For its own .cpp files.
namespace pricewright {

// One task on its way. A redirect within the shop is a further stop of it: the host that it leads to is asked when it
// is that host's turn, as its robots.txt says. Cookies, proxies and the breaker are those of the site it began at.
struct Crawl::Job {
  CrawlTask task;
  Site* home = nullptr;
  QUrl url; // of this stop
  int attempts = 0, redirects = 0;
  Duration spent{}; // by the stops before
  qint64 bytes = 0;
  qint64 requests = 0, allBytes = 0; // of all stops and tries
  Steady notBefore{};
  RobotsVerdict robots;

  void beginAnew() { url = task.url, redirects = 0, spent = Duration(0), bytes = 0; }
};

struct Crawl::Site {
  QString name;
  QUrl robotsAt; // where its robots.txt is to be asked for now: redirects lead on
  int robotsRedirects = 0;
  SiteMemory memory;
  SitePolicy policy;
  std::deque<Job> queue;
  Steady next{}; // no request before
  int running = 0, proxy = 0;
  bool asksRobots = false, knowsRobots = false;
  std::set<int> failing;             // tasks that failed since the site last answered, and are tried again
  std::optional<Instant> askedUntil; // by a long Retry-After of this crawl: no good answer takes it back
  RobotsRules rules;
};

} // namespace pricewright
