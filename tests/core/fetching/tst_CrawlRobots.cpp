// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// robots.txt comes before every page of a crawl.
#include "core/fetching/CrawlWalk.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

class CrawlRobotsTest : public QObject {
  Q_OBJECT
 private slots:
  void robotsAreAskedFirstAndObeyed() {
    LoopbackServer server([](const Request& r) {
      return r.target == "/robots.txt" ? shopPage("User-agent: *\nDisallow: /private/\n") : shopPage("ok");
    });
    Walk walk;
    walk.run({server.url("/a"), server.url("/private/b"), server.url("/c")});
    QVERIFY(walk.out.at(0).isOk() && walk.out.at(2).isOk());
    QCOMPARE(walk.error(1), QStringLiteral("robots.disallowed"));
    QCOMPARE(walk.out.at(1).robots.line, 2);
    QCOMPARE(server.requests().front().target, QByteArray("/robots.txt"));
    QCOMPARE(server.count("/private/b"), 0);
    // A second crawl within the day knows it already.
    walk.run({server.url("/d"), server.url("/private/e")});
    QCOMPARE(server.count("/robots.txt"), 1);
    QCOMPARE(walk.error(1), QStringLiteral("robots.disallowed"));
    walk.clock.advance(std::chrono::hours(25));
    walk.run({server.url("/d")});
    QCOMPARE(server.count("/robots.txt"), 2);
  }

  // Whoever stops while robots.txt is on its way has learnt nothing of the site.
  void robotsThatWereStoppedAreAskedForAgain() {
    std::stop_source stop;
    LoopbackServer server([&](const Request& r) {
      Reply reply = shopPage(r.target == "/robots.txt" ? "User-agent: *\nAllow: /\n" : "ok");
      reply.wait = std::chrono::milliseconds(stop.stop_requested() ? 0 : 5000);
      stop.request_stop();
      return reply;
    });
    Walk walk;
    JobContext job;
    job.stop = stop.get_token();
    walk.run(pages(server, 2), job);
    QCOMPARE(walk.failed(), 2);
    const SiteMemory known = walk.crawl.memory.value(Crawl::siteOf(QUrl::fromEncoded(server.url("/"))));
    QVERIFY(!known.robotsDisallowAll);
    walk.run(pages(server, 2));
    QCOMPARE(walk.failed(), 0);
  }

  void withoutAnswerToRobotsNothingIsFetched() {
    LoopbackServer server([](const Request& r) { return shopPage("x", r.target == "/robots.txt" ? 503 : 200); });
    Walk walk;
    walk.run(pages(server, 3));
    QCOMPARE(walk.failed(), 3);
    QCOMPARE(walk.error(0), QStringLiteral("robots.unreachable"));
    QCOMPARE(server.requests().size(), std::size_t(1));
    LoopbackServer none([](const Request& r) { return shopPage("x", r.target == "/robots.txt" ? 404 : 200); });
    walk.run(pages(none, 3));
    QCOMPARE(walk.failed(), 0);
  }

  // What is asked for is what the rules are of: a path that only looks like another one is none.
  void dotsInAPathAreNoWayAroundTheRules() {
    LoopbackServer server([](const Request& r) {
      return r.target == "/robots.txt" ? shopPage("User-agent: *\nDisallow: /p/\n") : shopPage("ok");
    });
    Walk walk;
    walk.run({server.url("/q/../p/1"), server.url("/q/%2e%2e/p/2"), server.url("/p/../q/3")});
    QCOMPARE(walk.error(0), QStringLiteral("robots.disallowed"));
    QCOMPARE(walk.error(1), QStringLiteral("robots.disallowed"));
    QCOMPARE(walk.error(2), QString());
    QCOMPARE(server.count("/p/1") + server.count("/p/2"), 0);
  }

  // With "www." and without it is one shop, and two hosts with a robots.txt each.
  void theOtherNameOfAShopIsAskedForItsRulesFirst() {
    LoopbackServer server([&](const Request& r) {
      const bool isOther = r.host.startsWith("www.");
      if (r.target == "/robots.txt")
        return shopPage(isOther ? "User-agent: *\nDisallow: /p1\n" : "User-agent: *\nAllow: /\n");
      Reply reply = shopPage("at the other name", isOther ? 200 : 301);
      reply.headers = {{"Location", "http://www." + r.host + r.target}};
      return reply;
    });
    Walk walk;
    walk.delay = std::chrono::milliseconds(30);
    QElapsedTimer all;
    all.start();
    walk.run(pages(server, 3, "localhost"));
    QVERIFY2(walk.out.at(0).isOk(), qPrintable(walk.error(0)));
    QCOMPARE(walk.out.at(0).answer.finalUrl.host(), QStringLiteral("www.localhost"));
    QCOMPARE(walk.error(1), QStringLiteral("fetch.redirect-refused"));
    QCOMPARE(walk.out.at(1).robots.line, 2);
    QCOMPARE(walk.out.at(2).answer.body, QByteArray("at the other name"));
    QCOMPARE(server.count("/robots.txt"), 2);
    QCOMPARE(server.count("/p1"), 1); // at the name that does not forbid it
    QVERIFY(all.elapsed() >= 3 * 30 - 5);
    walk.run(pages(server, 1, "localhost"));
    QCOMPARE(server.count("/robots.txt"), 2); // both are known for a day
  }

  // "Too many requests" is not "there are no rules".
  void aRobotsFileThatAsksToWaitIsNoPermission() {
    LoopbackServer server([](const Request& r) {
      Reply reply = shopPage("x", r.target == "/robots.txt" ? 429 : 200);
      reply.headers = {{"Retry-After", "30"}};
      return reply;
    });
    Walk walk;
    walk.run(pages(server, 3));
    QCOMPARE(walk.failed(), 3);
    QCOMPARE(walk.error(0), QStringLiteral("robots.unreachable"));
    QCOMPARE(server.requests().size(), std::size_t(1));
    walk.clock.advance(std::chrono::seconds(61)); // no sooner than a minute later
    walk.run(pages(server, 1));
    QCOMPARE(server.count("/robots.txt"), 2);
  }
};

QTEST_GUILESS_MAIN(CrawlRobotsTest)
#include "tst_CrawlRobots.moc"
