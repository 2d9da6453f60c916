// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A hundred shops of a hundred products each on this machine, each asked once a second at most, with a fixed mix of
// faults: one request in twenty times out, is answered 429 or 500, breaks off, drips or is garbage.
#include "extraction/ProductPage.h"
#include "fetching/Crawl.h"
#include "fetching/Url.h"
#include "statistics/Random.h"
#include "support/LoopbackServer.h"

#include <sys/resource.h>

#include <atomic>
#include <cstdio>
#include <map>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr int kShops = 100, kProducts = 100;
constexpr double kFaults = 0.05;

QByteArray pageOf(const QByteArray& host, const QByteArray& path) {
  const uint price = 100 + uint(qHash(host + path)) % 9000;
  return "<!doctype html><html lang=\"en\"><head><title>Product " + path + "</title></head><body><h1>Product " + path +
         "</h1><p>" + QByteArray("Some words about it. ").repeated(400) +
         "</p><span class=\"price\" itemprop=\"price\">$" + QByteArray::number(price / 100) + "." +
         QByteArray::number(price % 100).rightJustified(2, '0') + "</span><button>Add to cart</button></body></html>";
}

LoopbackServer::Reply faulty(Random& random, LoopbackServer::Reply reply) {
  switch (int(random.uniform() * 6)) {
  case 0:
    reply.wait = std::chrono::seconds(40);
    break;
  case 1:
    reply.status = 429, reply.headers = {{"Retry-After", "2"}};
    break;
  case 2:
    reply.status = 500;
    break;
  case 3:
    reply.resets = true;
    break;
  case 4:
    reply.drip = std::chrono::milliseconds(500);
    break;
  default:
    reply.raw = "garbage\r\n\r\n";
  }
  return reply;
}

double megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return double(usage.ru_maxrss) / 1024;
}

} // namespace

int main() {
  Random random(11);
  std::mutex mutex;
  LoopbackServer server(
      [&](const LoopbackServer::Request& r) {
        LoopbackServer::Reply reply;
        reply.body = r.target == "/robots.txt" ? QByteArray("User-agent: *\nDisallow:\n") : pageOf(r.host, r.target);
        const std::lock_guard lock(mutex);
        return r.target != "/robots.txt" && random.uniform() < kFaults ? faulty(random, reply) : reply;
      },
      true);
  PageFetcher::Settings how;
  how.allowed = AddressAllowList::parse(u"127.0.0.0/8").value();
  how.limits.slowFor = std::chrono::seconds(5), how.limits.total = std::chrono::seconds(10);
  PageFetcher fetcher(how);
  const SystemClock clock;
  CrawlSettings settings;
  settings.atOnce = 2 * kShops;
  Crawl crawl(fetcher, clock, settings, 3);
  std::vector<CrawlTask> tasks;
  for (int product = 0; product < kProducts; ++product)
    for (int shop = 1; shop <= kShops; ++shop)
      tasks.push_back(
          {int(tasks.size()),
           QUrl::fromEncoded(server.url("/p" + QByteArray::number(product), "127.0.1." + QByteArray::number(shop))),
           {},
           {}});
  int live = 0, priced = 0;
  std::map<QString, int> failed;
  double reading = 0;
  const auto began = std::chrono::steady_clock::now();
  crawl.run(std::move(tasks),
            [&](const CrawlOutcome& outcome) {
              if (!outcome.isOk()) {
                ++failed[outcome.error];
                return;
              }
              ++live;
              const auto start = std::chrono::steady_clock::now();
              const ProductPage page =
                  extractProduct({outcome.answer.body, outcome.answer.finalUrl.toString(), "text/html"});
              reading += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
              priced += page[ProductField::Price].isKnown();
            },
            {});
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  const CrawlCounts& c = crawl.counts();
  std::printf("%d shops × %d products, a request a second and shop, %.0f %% of the requests faulty\n\n", kShops,
              kProducts, 100 * kFaults);
  std::printf("| what | figure |\n| --- | ---: |\n");
  std::printf("| seconds | %.0f |\n| requests | %lld |\n| tried again | %lld |\n", seconds, qlonglong(c.requests),
              qlonglong(c.retries));
  std::printf("| pages that came, %% | %.2f |\n| of these with a price, %% | %.2f |\n",
              100.0 * live / (kShops * kProducts), live > 0 ? 100.0 * priced / live : 0);
  for (const auto& [error, count] : failed)
    std::printf("| failed: %s | %d |\n", qPrintable(error), count);
  std::printf("| pages read a second | %.0f |\n| MB at most, the shops included | %.0f |\n", live / reading,
              megabytes());
  return 0;
}
