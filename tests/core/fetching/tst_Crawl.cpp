// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetching/CrawlWalk.h"

#include <QElapsedTimer>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

class CrawlTest : public QObject {
  Q_OBJECT
 private slots:
  // A site that asks for two hours gets them, also from the next crawl; nobody waits for it meanwhile.
  void aLongWaitIsGrantedAndRemembered() {
    LoopbackServer server([](const Request& r) {
      Reply reply = shopPage("later", r.target == "/robots.txt" ? 404 : 429);
      if (r.target != "/robots.txt")
        reply.headers.push_back({"Retry-After", "7200"});
      return reply;
    });
    Walk walk;
    walk.run(pages(server, 3));
    QCOMPARE(walk.error(0), QStringLiteral("http.429"));
    QCOMPARE(walk.error(1), QStringLiteral("site.asks-to-wait"));
    QCOMPARE(server.requests().size(), std::size_t(2)); // robots.txt and one page
    walk.clock.advance(std::chrono::minutes(90));
    walk.run(pages(server, 1));
    QCOMPARE(server.requests().size(), std::size_t(2));
    walk.clock.advance(std::chrono::minutes(31));
    walk.run(pages(server, 1));
    QCOMPARE(server.requests().size(), std::size_t(3));
  }

  // Neither a page that came nor the breaker, which closes for a quarter of an hour, cuts short what the site asked
  // for.
  void aLongWaitIsNotCutShort() {
    using std::chrono::hours;
    LoopbackServer server([](const Request& r) {
      Reply reply = shopPage("later", r.target == "/robots.txt" ? 404 : r.target == "/p4" ? 503 : 500);
      if (r.target == "/p4")
        reply.headers.push_back({"Retry-After", "21600"});
      return reply;
    });
    Walk walk;
    walk.run(pages(server, 9));
    QCOMPARE(walk.error(8), QStringLiteral("site.asks-to-wait"));
    QCOMPARE(server.count("/p5"), 0);
    QCOMPARE(walk.crawl.memory.cbegin()->closedUntil, std::optional(walk.clock.now() + hours(6)));
    LoopbackServer good([](const Request& r) {
      Reply reply = shopPage("ok", r.target == "/robots.txt" ? 404 : 200);
      if (r.target != "/robots.txt")
        reply.headers.push_back({"Retry-After", "7200"});
      return reply;
    });
    Walk other;
    other.run(pages(good, 2));
    QCOMPARE(other.error(0), QString());
    QCOMPARE(other.error(1), QStringLiteral("site.asks-to-wait"));
    QCOMPARE(other.crawl.memory.cbegin()->closedUntil, std::optional(other.clock.now() + hours(2)));
  }

  void oneAtATimeWithTheSitesDelay() {
    std::atomic<int> inside = 0, most = 0;
    LoopbackServer server([&](const Request& r) {
      most = std::max<int>(most, ++inside);
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      --inside;
      return r.target == "/robots.txt" ? shopPage("", 404) : shopPage("ok");
    });
    Walk walk;
    walk.delay = std::chrono::milliseconds(40);
    QElapsedTimer all; // a busy machine lengthens it and never shortens it, as it may the time between two
    all.start();
    walk.run(pages(server, 6));
    QCOMPARE(walk.failed(), 0);
    QCOMPARE(most.load(), 1);
    QVERIFY(all.elapsed() >= 5 * 40 - 5);
  }

  void passingFailuresAreTriedAgain() {
    std::map<QByteArray, int> asked;
    std::mutex mutex;
    LoopbackServer server([&](const Request& r) {
      if (r.target == "/robots.txt")
        return shopPage("", 404);
      const std::lock_guard lock(mutex);
      const int time = ++asked[r.target];
      Reply reply = shopPage("ok");
      if (r.target == "/p0" && time <= 3)
        reply.resets = true;
      else if (r.target == "/p1" && time <= 2)
        reply.status = 500;
      else if (r.target == "/p2" && time == 1)
        reply.status = 429, reply.headers = {{"Retry-After", "0"}};
      else if (r.target == "/p3")
        reply.status = 404;
      else if (r.target == "/p4")
        reply.status = 503;
      return reply;
    });
    Walk walk;
    walk.run(pages(server, 5));
    QCOMPARE(walk.out.at(0).attempts, 4);
    QVERIFY(walk.out.at(0).isOk() && walk.out.at(1).isOk() && walk.out.at(2).isOk());
    QCOMPARE(walk.error(3), QStringLiteral("http.404"));
    QCOMPARE(walk.out.at(3).attempts, 1);
    QCOMPARE(walk.error(4), QStringLiteral("http.503"));
    QCOMPARE(walk.out.at(4).attempts, 4);
    QCOMPARE(walk.crawl.counts().retries, qint64(3 + 2 + 1 + 3));
  }

  void aSiteThatIsDownIsLeftAlone() {
    LoopbackServer server([](const Request& r) { return shopPage("", r.target == "/robots.txt" ? 404 : 500); });
    Walk walk;
    walk.run(pages(server, 30));
    QCOMPARE(walk.failed(), 30);
    QCOMPARE(walk.error(29), QStringLiteral("site.down"));
    QVERIFY(server.requests().size() < 60); // most pages were never asked for
    const std::size_t before = server.requests().size();
    walk.run(pages(server, 3));
    QCOMPARE(server.requests().size(), before);
    walk.clock.advance(std::chrono::minutes(16)); // a try after a while
    walk.run(pages(server, 1));
    QVERIFY(server.requests().size() > before);
  }

  // A hiccup of each page is none of the site: a page has failed once its tries have.
  void aHiccupOfEveryPageClosesNothing() {
    std::map<QByteArray, int> asked;
    std::mutex mutex;
    LoopbackServer server([&](const Request& r) {
      const std::lock_guard lock(mutex);
      return r.target == "/robots.txt" ? shopPage("", 404) : shopPage("ok", ++asked[r.target] == 1 ? 500 : 200);
    });
    Walk walk;
    walk.run(pages(server, 12));
    QCOMPARE(walk.failed(), 0);
    QCOMPARE(walk.crawl.memory.value(Crawl::siteOf(QUrl::fromEncoded(server.url("/")))).failures, 0);
  }

  // A site of few pages is down as well, though no crawl alone sees five of them fail; and one that is down is not
  // asked for every page that it has before the first has had its tries.
  void fewPagesThatFailInEachCrawlCloseTheirSite() {
    LoopbackServer server([](const Request& r) { return shopPage("", r.target == "/robots.txt" ? 404 : 500); });
    Walk walk;
    walk.run(pages(server, 4));
    QCOMPARE(walk.error(3), QStringLiteral("http.500"));
    QCOMPARE(server.requests().size(), std::size_t(1 + 4 * 4));
    walk.run(pages(server, 4));
    QCOMPARE(server.requests().size(), std::size_t(1 + 5 * 4));
    QCOMPARE(walk.error(3), QStringLiteral("site.down"));
    walk.run(pages(server, 4));
    QCOMPARE(server.requests().size(), std::size_t(1 + 5 * 4));
    walk.clock.advance(std::chrono::minutes(16)); // one page tells whether it is back
    walk.run(pages(server, 4));
    QCOMPARE(server.requests().size(), std::size_t(1 + 6 * 4));
  }

  void denialsCountOverAllCrawls() {
    LoopbackServer server([](const Request& r) { return shopPage("", r.target == "/robots.txt" ? 404 : 403); });
    Walk walk;
    for (int round = 0; round < 6; ++round)
      walk.run(pages(server, 1));
    QCOMPARE(server.requests().size(), std::size_t(1 + 3));
    QCOMPARE(walk.error(0), QStringLiteral("site.refuses"));
    walk.clock.advance(std::chrono::minutes(16));
    walk.run(pages(server, 1)); // still no: it is left alone for twice as long
    QCOMPARE(server.requests().size(), std::size_t(1 + 4));
    walk.clock.advance(std::chrono::minutes(16));
    walk.run(pages(server, 1));
    QCOMPARE(server.requests().size(), std::size_t(1 + 4));
  }

  // A crawl right after another one waits for the delay too, and that is told by what is kept.
  void theDelayHoldsBetweenCrawls() {
    LoopbackServer server([](const Request& r) { return shopPage("ok", r.target == "/robots.txt" ? 404 : 200); });
    Walk walk;
    walk.delay = std::chrono::milliseconds(300);
    walk.run(pages(server, 1));
    const SiteMemory kept = walk.crawl.memory.value(Crawl::siteOf(QUrl::fromEncoded(server.url("/"))));
    QVERIFY(kept.restsUntil > walk.clock.now());
    QVERIFY(kept.restsUntil <= walk.clock.now() + walk.delay);
    QElapsedTimer all; // a busy machine lengthens it and never shortens it
    all.start();
    walk.run(pages(server, 1));
    QVERIFY(all.elapsed() + 1 >= (kept.restsUntil - walk.clock.now()).count());
  }

  // What rests for longer than a robots.txt may ask for rests as long as its own setting says.
  void aLongDelayHoldsBetweenCrawls() {
    LoopbackServer server([](const Request& r) { return shopPage("ok", r.target == "/robots.txt" ? 404 : 200); });
    Walk walk;
    const QString site = Crawl::siteOf(QUrl::fromEncoded(server.url("/")));
    const auto restAfter = [&](Duration delay, Duration rest) {
      walk.delay = delay;
      walk.crawl.memory[site].restsUntil = walk.clock.now() + rest;
      walk.crawl.memory[site].robotsUntil = walk.clock.now() + std::chrono::hours(1); // it has none: known
      std::stop_source stop; // at the first turn: the page's own turn has not come
      walk.crawl.turn = [&] { stop.request_stop(); };
      walk.run(pages(server, 1), {stop.get_token(), {}});
      return walk.crawl.memory.value(site).restsUntil - walk.clock.now();
    };
    using std::chrono::minutes;
    QVERIFY(restAfter(minutes(60), minutes(40)) > minutes(39));
    QCOMPARE(walk.error(0), QStringLiteral("crawl.cancelled"));
    QVERIFY(restAfter(minutes(60), minutes(600)) <= minutes(60)); // of a clock that was set back
    QVERIFY(restAfter(minutes(1), minutes(40)) <= minutes(5));
    QVERIFY(server.requests().empty());
  }

  // Pages that fail once and are then sent where nobody may go have ended: they hold back no others.
  void pagesThatAreRefusedAfterAFailureHoldBackNobody() {
    std::map<QByteArray, int> asked;
    std::mutex mutex;
    LoopbackServer server([&](const Request& r) {
      if (r.target == "/robots.txt")
        return shopPage("User-agent: *\nDisallow: /queue\n");
      const std::lock_guard lock(mutex);
      Reply reply = shopPage("busy", ++asked[r.target] == 1 ? 503 : 302);
      reply.headers = {{"Location", "/queue"}};
      return reply;
    });
    Walk walk;
    std::stop_source stop; // not to wait for ever where no page may begin any more
    int idle = 0;
    std::size_t ended = 0;
    walk.crawl.turn = [&] {
      idle = std::exchange(ended, walk.out.size()) == walk.out.size() ? idle + 1 : 0;
      if (idle > 100)
        stop.request_stop();
    };
    walk.run(pages(server, 8), {stop.get_token(), {}});
    QCOMPARE(walk.out.size(), std::size_t(8));
    for (const auto& [no, outcome] : walk.out)
      QCOMPARE(outcome.error, QStringLiteral("fetch.redirect-refused"));
    QCOMPARE(server.count("/queue"), 0);
  }

  // Where access is denied we stop and say so: no other face, no other way in.
  void aRefusalIsHeard() {
    LoopbackServer server([](const Request& r) { return shopPage("", r.target == "/robots.txt" ? 404 : 403); });
    Walk walk;
    walk.run(pages(server, 20));
    QCOMPARE(walk.error(0), QStringLiteral("http.403"));
    QCOMPARE(walk.out.at(0).attempts, 1);
    QCOMPARE(walk.error(19), QStringLiteral("site.refuses"));
    QCOMPARE(server.requests().size(), std::size_t(4));
  }

  void redirectsElsewhereAreNotFollowed() {
    LoopbackServer other([](const Request&) { return shopPage("other"); });
    LoopbackServer server([&](const Request& r) {
      Reply reply = shopPage("x");
      if (r.target == "/robots.txt")
        return shopPage("User-agent: *\nDisallow: /no\n");
      reply.status = 302;
      const QByteArray to = r.target == "/p0" ? other.url("/x") : QByteArray(r.target == "/p1" ? "/no/x" : "/yes");
      reply.headers = {{"Location", to}};
      return r.target == "/yes" ? shopPage("yes") : reply;
    });
    Walk walk;
    walk.run(pages(server, 3));
    QCOMPARE(walk.error(0), QStringLiteral("fetch.redirect-refused"));
    QCOMPARE(walk.error(1), QStringLiteral("fetch.redirect-refused"));
    QCOMPARE(walk.out.at(2).answer.body, QByteArray("yes"));
    QVERIFY(other.requests().empty());
  }

  // What is withdrawn is asked for no more: not for the first time, not again after a failure, not where it redirects
  // to. What was sent for it is told.
  void pagesThatAreWithdrawnAreNotAskedForAnyMore() {
    for (const int status : {200, 302, 503}) {
      LoopbackServer server([status](const Request& r) {
        Reply reply = shopPage("ok", r.target == "/robots.txt" ? 404 : r.target == "/p0" ? status : 200);
        reply.headers = {{"Location", "/there"}};
        return reply;
      });
      Walk walk;
      walk.crawl.turn = [&] {
        if (server.count("/p0") > 0)
          walk.crawl.withdraw({{0, QStringLiteral("gone")}, {1, QStringLiteral("gone")}, {2, QStringLiteral("gone")}});
      };
      walk.delay = std::chrono::milliseconds(40);
      walk.run(pages(server, 4));
      QCOMPARE(server.count("/p0"), 1);
      QCOMPARE(server.count("/p1") + server.count("/p2") + server.count("/there"), 0);
      QCOMPARE(server.count("/p3"), 1);
      if (status == 200)
        QVERIFY(walk.out.at(0).isOk()); // it was on its way
      else if (status == 302)
        QCOMPARE(walk.error(0), QStringLiteral("gone"));
      QCOMPARE(walk.out.at(0).requests, 1);
      QCOMPARE(walk.error(1), QStringLiteral("gone"));
      QCOMPARE(walk.out.at(1).requests, 0);
      QVERIFY(walk.out.at(3).isOk());
    }
  }

  // A redirect is a request as any other: it waits for its turn.
  void redirectsWaitForTheirTurn() {
    LoopbackServer server([](const Request& r) {
      const bool isRobots = r.target == "/robots.txt" || r.target == "/rules";
      Reply reply = shopPage("there", r.target == "/rules" || r.target == "/p0/1/2/3" ? 200 : 302);
      reply.headers = {
          {"Location", isRobots ? QByteArray("/rules") : r.target + '/' + QByteArray::number(r.target.count('/'))}};
      return reply;
    });
    Walk walk;
    walk.delay = std::chrono::milliseconds(40);
    QElapsedTimer all;
    all.start();
    walk.run(pages(server, 1));
    QVERIFY2(walk.out.at(0).isOk(), qPrintable(walk.error(0)));
    QCOMPARE(walk.out.at(0).answer.body, QByteArray("there"));
    QCOMPARE(walk.out.at(0).answer.redirects, 3);
    QCOMPARE(walk.out.at(0).attempts, 1);
    QCOMPARE(walk.crawl.counts().requests, qint64(6)); // robots.txt, where it lies, and four for the page
    QCOMPARE(walk.crawl.counts().robotsRequests, 2);
    QCOMPARE(walk.out.at(0).requests, 4);
    QVERIFY(all.elapsed() >= 5 * 40 - 5);
    LoopbackServer loop([](const Request& r) {
      Reply reply = shopPage("", r.target == "/robots.txt" ? 404 : 302);
      reply.headers = {{"Location", r.target + "x"}};
      return reply;
    });
    Walk round;
    round.run(pages(loop, 1));
    QCOMPARE(round.error(0), QStringLiteral("fetch.too-many-redirects"));
    QCOMPARE(loop.requests().size(), std::size_t(1 + 6));
  }

  // Forty shops at once, one of which answers nothing: the others do not wait for it.
  void sitesDoNotWaitForEachOther() {
    LoopbackServer server(
        [](const Request& r) {
          Reply reply = shopPage("ok", r.target == "/robots.txt" ? 404 : 200);
          if (r.host.startsWith("127.0.1.7:"))
            reply.wait = std::chrono::seconds(30);
          return reply;
        },
        true);
    Walk walk;
    std::vector<QByteArray> urls;
    for (int site = 1; site <= 40; ++site)
      for (const QByteArray& url : pages(server, 5, "127.0.1." + QByteArray::number(site)))
        urls.push_back(url);
    walk.run(urls);
    QCOMPARE(walk.failed(), 5);
    for (const auto& [no, outcome] : walk.out)
      QCOMPARE(outcome.isOk(),
               !outcome.answer.finalUrl.host().isEmpty() && outcome.answer.finalUrl.host() != u"127.0.1.7");
  }

  void cancellingLeavesNothingUntold() {
    LoopbackServer server([](const Request& r) {
      Reply reply = shopPage("ok", r.target == "/robots.txt" ? 404 : 200);
      reply.wait = std::chrono::milliseconds(r.target == "/robots.txt" ? 0 : 5000);
      return reply;
    });
    Walk walk;
    std::stop_source stop;
    JobContext job;
    job.stop = stop.get_token();
    std::jthread later([&] {
      while (server.requests().size() < 2)
        std::this_thread::yield();
      stop.request_stop();
    });
    walk.run(pages(server, 10), job);
    QCOMPARE(walk.out.size(), std::size_t(10));
    for (const auto& [no, outcome] : walk.out)
      QCOMPARE(outcome.error, QStringLiteral("crawl.cancelled"));
  }
};

QTEST_GUILESS_MAIN(CrawlTest)
#include "tst_Crawl.moc"
