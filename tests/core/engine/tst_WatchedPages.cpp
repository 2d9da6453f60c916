// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages are watched, and which way an offer came.
#include "engine/market/MarketMonitor.h"
#include "engine/market/OfferOrigins.h"
#include "engine/market/WatchFile.h"

#include "support/LoopbackServer.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

PageAdded watched(SmallMarket& m, const char* url, int listing = 1) {
  return take(addPage(*m.ws, {listing, QString::fromLatin1(url), QStringLiteral("rival"), {}, 1, 1}));
}

} // namespace

class WatchedPagesTest : public QObject {
  Q_OBJECT
 private slots:
  void aPageThatIsToldTwiceIsOne() {
    SmallMarket m(2, 1);
    const PageAdded first = watched(m, "https://shop.example/p");
    QVERIFY(!first.wasThere && first.alike.isEmpty() && first.siteIsNew);
    const PageAdded again = watched(m, "HTTPS://Shop.Example:443/x/../p#reviews");
    QCOMPARE(again.watchNo, first.watchNo);
    QVERIFY(again.wasThere && again.alike.isEmpty());
    QCOMPARE(take(m.ws->sites().watches()).size(), std::size_t(1));
    need(m.ws->sites().switchWatch(m.ws->me(), first.watchNo, false));
    QVERIFY(!watched(m, "https://shop.example/p").wasThere); // it is watched again
    QVERIFY(take(m.ws->sites().watches()).front().isOn);
  }

  // Nothing is kept from watching it for two competitors, but it is not told as watched already: it would count twice.
  void onePageAsTwoCompetitorsIsTold() {
    SmallMarket m(2, 1);
    const PageAdded first = watched(m, "https://shop.example/p");
    const PageAdded other =
        take(addPage(*m.ws, {1, QStringLiteral("https://shop.example/p"), QStringLiteral("other"), {}, 1, 1}));
    QVERIFY(other.watchNo != first.watchNo && !other.wasThere);
    QCOMPARE(other.alike, QStringLiteral("https://shop.example/p"));
    QVERIFY(watched(m, "https://shop.example/p").wasThere);
  }

  // A server may tell them apart, so they are not one; mostly they are, and this is said.
  void pagesThatDifferInSlashesAloneAreTold() {
    SmallMarket m(2, 1);
    (void)watched(m, "https://shop.example/a/p");
    for (const char* alike : {"https://shop.example//a/p", "https://shop.example/a//p/", "http://shop.example/a/p"}) {
      const PageAdded added = watched(m, alike);
      QVERIFY(!added.wasThere);
      QVERIFY2(!added.alike.isEmpty(), alike);
    }
    QCOMPARE(take(m.ws->sites().watches()).size(), std::size_t(4));
    QCOMPARE(watched(m, "https://shop.example/a/p?size=2").alike, QString());
    QCOMPARE(watched(m, "https://shop.example/A/p").alike, QString());
    QCOMPARE(watched(m, "https://shop.example//a/p", 2).alike, QString()); // of another product
    QFile file(m.dir.filePath(QStringLiteral("pages.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "sku,zone,url,competitor\nSKU-02,Z1,https://shop.example/b,rival\nSKU-02,Z1,https://shop.example//b,rival\n"
        "SKU-01,Z1,https://shop.example/a/p,rival\n");
    file.close();
    const WatchFileReport report = take(addPagesFrom(*m.ws, file.fileName(), {}));
    QCOMPARE(report.added, 3);
    QCOMPARE(report.known, 1);
    QCOMPARE(report.alike, QStringList{QStringLiteral("https://shop.example//b · https://shop.example/b")});
  }

  void aSiteThatNobodyWatchesIsNamedWithThoseThatAre() {
    SmallMarket m(2, 1);
    MarketWish wish;
    wish.host = QStringLiteral("shop.exmaple");
    QCOMPARE(watchMarket(*m.ws, wish, {}).error().code, QStringLiteral("site.unknown"));
    (void)watched(m, "https://shop.example/p");
    (void)watched(m, "https://other.example/p");
    const Error error = watchMarket(*m.ws, wish, {}).error();
    QCOMPARE(error.code, QStringLiteral("site.not-among"));
    QCOMPARE(error.arguments.value(QStringLiteral("known")), QStringLiteral("other.example, shop.example"));
    QCOMPARE(replayPages(*m.ws, {}, wish.host, {}).error().code, QStringLiteral("site.not-among"));
    wish.host = QStringLiteral("shop.example");
    QVERIFY(watchMarket(*m.ws, wish, {}));
  }

  // A shop that redirects to its name with "www." is asked for the rules of both once a day, not at each round.
  void theRulesOfAShopsOtherNameAreRemembered() {
    LoopbackServer server([](const LoopbackServer::Request& r) {
      LoopbackServer::Reply reply;
      reply.body = r.target == "/robots.txt" ? "User-agent: *\nAllow: /\n"
                                             : "<html><head><title>Juice</title></head><body><h1>Juice</h1><p "
                                               "class=\"price\">$3.29</p></body></html>";
      if (r.target != "/robots.txt" && !r.host.startsWith("www.")) {
        reply.status = 301;
        reply.headers = {{"Location", "http://www." + r.host + r.target}};
      }
      return reply;
    });
    SmallMarket m(2, 1);
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("monitor.allowed-addresses"),
                                    QStringLiteral("127.0.0.0/8")));
    const QString host = watched(m, server.url("/p", "localhost").constData()).host;
    Site site = take(m.ws->sites().site(host));
    site.delay = Duration(1);
    (void)take(m.ws->sites().putSite(m.ws->me(), site));
    need(m.ws->sites().setTerms(m.ws->me(), host, TermsState::Accepted, QStringLiteral("fine")));
    MarketWish wish;
    wish.all = true;
    for (int round = 0; round < 3; ++round) {
      const WatchReport report = take(watchMarket(*m.ws, wish, {}));
      QCOMPARE(report.failed, 0);
      m.clock.advance(std::chrono::hours(1));
    }
    QCOMPARE(server.count("/robots.txt"), 2);
    QCOMPARE(take(marketStatus(*m.ws)).sites.size(), std::size_t(1));
    m.clock.advance(std::chrono::hours(24));
    (void)take(watchMarket(*m.ws, wish, {}));
    QCOMPARE(server.count("/robots.txt"), 4);
  }

  void anOfferSaysWhichWayItCame() {
    SmallMarket m(2, 1);
    m.sql("UPDATE offer SET import_no = 7 WHERE match_no = 20;"
          "INSERT INTO source (no, id, code, name, informs_demand) VALUES (2, 's2', 'bulk', 'Bulk', 0), (3, 's3', "
          "'asked', "
          "'Asked', 0);"
          "INSERT INTO feed (id, code, name, kind, location, source_no) VALUES ('f1', 'bulk', '', 'xml', '/x', 2), "
          "('f2', "
          "'asked', '', 'json', 'https://x.example', 3);"
          "UPDATE offer SET source_no = 2 WHERE match_no = 11;"
          "UPDATE offer SET source_no = 3 WHERE match_no = 12;"
          "INSERT INTO site (no, id, host, competitor_no, source_no) VALUES (1, 's', 'shop.example', 1, 1);"
          "INSERT INTO watch (no, site_no, match_no, url) VALUES (1, 1, 10, 'http://shop.example/1');"
          "INSERT INTO page_look (watch_no, at_ms, url, origin, status, found, offer_no) SELECT 1, observed_ms, '', "
          "'live', "
          "200, '{\"price\":{\"confidence\":0.875}}', no FROM offer WHERE match_no = 10;"
          // A service's offer that stood in for the page is still the service's.
          "INSERT INTO page_look (watch_no, at_ms, url, origin, status, offer_no) SELECT 1, observed_ms, '', 'api', 0, "
          "no "
          "FROM offer WHERE match_no = 12");
    const auto since = m.clock.now() - std::chrono::days(30);
    const auto origins = take(offerOrigins(*m.ws, since));
    const std::map<int, const char*> ways{{10, "page"}, {11, "feed"}, {12, "api"}, {20, "import"}};
    for (const Offer& o : take(m.ws->offers().offers(since, m.clock.now()))) {
      const OfferOrigin origin = origins.value(o.no);
      if (const auto way = ways.find(o.matchNo); way != ways.end())
        QCOMPARE(origin.way, QString::fromLatin1(way->second));
      QCOMPARE(origin.confidence, o.matchNo == 10 ? std::optional(0.875) : std::nullopt);
      QCOMPARE(origin.isStale, o.observedAt < m.clock.now() - std::chrono::hours(24));
    }
  }
};

QTEST_GUILESS_MAIN(WatchedPagesTest)
#include "tst_WatchedPages.moc"
