// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fetching/Crawl.h"
#include "support/LoopbackServer.h"

#include <algorithm>
#include <map>

// Crawls of shops on this machine.
namespace pricewright::test {

using Reply = LoopbackServer::Reply;
using Request = LoopbackServer::Request;

inline Reply shopPage(const QByteArray& body, int status = 200) {
  Reply r;
  r.body = body, r.status = status;
  return r;
}

// A crawl with short times against one server.
struct Walk {
  FixedClock clock{*parseInstant(u"2026-03-02T09:00:00Z")};
  PageFetcher fetcher{settings()};
  Crawl crawl{fetcher, clock, how(), 7};
  std::map<int, CrawlOutcome> out;
  Duration delay{5};

  static PageFetcher::Settings settings() {
    PageFetcher::Settings s;
    s.allowed = AddressAllowList::parse(u"127.0.0.0/8").value();
    s.limits.total = std::chrono::milliseconds(1200), s.limits.slowFor = std::chrono::seconds(1);
    return s;
  }
  static CrawlSettings how() {
    CrawlSettings s;
    s.retryBase = std::chrono::milliseconds(10), s.retryCap = std::chrono::milliseconds(40);
    return s;
  }
  void run(const std::vector<QByteArray>& urls, const JobContext& job = {}) {
    std::vector<CrawlTask> tasks;
    out.clear();
    for (const QByteArray& url : urls) {
      tasks.push_back({int(tasks.size()), QUrl::fromEncoded(url), {}, {}});
      SitePolicy& policy = crawl.policies[Crawl::siteOf(tasks.back().url)];
      policy.delay = delay;
    }
    crawl.run(std::move(tasks), [&](CrawlOutcome o) { out[o.no] = std::move(o); }, job);
  }
  QString error(int no) const { return out.at(no).error; }
  int failed() const {
    return int(std::count_if(out.begin(), out.end(), [](const auto& o) { return !o.second.isOk(); }));
  }
};

inline std::vector<QByteArray> pages(const LoopbackServer& server, int count, const QByteArray& host = "127.0.0.1") {
  std::vector<QByteArray> out;
  for (int i = 0; i < count; ++i)
    out.push_back(server.url("/p" + QByteArray::number(i), host));
  return out;
}

} // namespace pricewright::test
