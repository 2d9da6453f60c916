// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages are watched, and which way an offer came.
#include "engine/market/MarketMonitor.h"
#include "engine/market/MarketRound.h"
#include "engine/market/MatchQueue.h"
#include "engine/market/OfferOrigins.h"
#include "engine/market/WatchFile.h"

#include "support/LoopbackServer.h"
#include "support/SmallMarket.h"

#include <QTest>

#include <set>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using FoundBefore = std::vector<SiteStore::Found>;

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

  // What was said of its pack may have been wrong.
  void thePacksOfAWatchedPageAreCorrected() {
    SmallMarket m(2, 1);
    const PageAdded first = watched(m, "https://shop.example/p");
    QVERIFY(!first.before);
    m.sql("UPDATE watch SET next_ms = 99999999999999");
    m.sql("DELETE FROM offer_to_judge");
    const auto add = [&m](std::optional<int> theirs, std::optional<int> ours) {
      return take(
          addPage(*m.ws, {1, QStringLiteral("https://shop.example/p"), QStringLiteral("rival"), {}, theirs, ours}));
    };
    const qint64 entries = m.count("SELECT count(*) FROM audit_entry");
    QVERIFY(!add({}, {}).before); // nothing said, nothing changed
    QVERIFY(!add(1, 1).before);
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry"), entries);
    const PageAdded now = add(12, 6);
    QVERIFY(now.wasThere && now.before && now.before->theirPacks == 1 && now.watchNo == first.watchNo);
    const Watch page = take(m.ws->sites().watches()).front();
    QCOMPARE(page.theirPacks, 12);
    QCOMPARE(page.ourPacks, 6);
    QVERIFY(page.next <= m.clock.now()); // what was held for its pack is judged anew
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry WHERE kind = 'match.revised'"), 1);
    QCOMPARE(m.count("SELECT count(*) FROM offer_to_judge WHERE listing_no = 1"), 1);
    QVERIFY(!add({}, {}).before); // and stays so
    QCOMPARE(take(m.ws->sites().watches()).front().theirPacks, 12);
    QCOMPARE(
        addPage(*m.ws, {1, QStringLiteral("https://shop.example/p"), QStringLiteral("rival"), {}, 0, 1}).error().code,
        QStringLiteral("watch.bad-packs"));
  }

  // Whose match is rejected is not asked; who adds it again says that it is the product after all.
  void aPageWhoseMatchIsRejectedIsNotLookedAt() {
    SmallMarket m(2, 1);
    const PageAdded first = watched(m, "https://shop.example/p");
    need(m.ws->sites().setTerms(m.ws->me(), first.host, TermsState::Accepted, QStringLiteral("fine")));
    QCOMPARE(take(m.ws->sites().dueWatches(m.clock.now(), 10)).size(), std::size_t(1));
    need(decideMatches(*m.ws, {first.matchNo}, MatchState::Rejected));
    QVERIFY(take(m.ws->sites().dueWatches(m.clock.now(), 10)).empty());
    QVERIFY(!take(nextRound(*m.ws)));
    MarketWish all;
    all.all = true;
    QCOMPARE(take(watchMarket(*m.ws, all, {})).pages, 0);
    QCOMPARE(take(marketStatus(*m.ws)).pages, 0);
    QCOMPARE(take(pagesWatched(*m.ws)).front().state, QStringLiteral("no-match"));
    const PageAdded again = watched(m, "https://shop.example/p");
    QVERIFY(!again.wasThere && again.watchNo == first.watchNo);
    QVERIFY(again.before && again.before->state == MatchState::Rejected);
    QVERIFY(take(m.ws->sites().watches()).front().isMatched);
    QCOMPARE(m.count("SELECT count(*) FROM product_match WHERE state = 'rejected'"), 0);
    QVERIFY(take(nextRound(*m.ws)));
  }

  // A table is one change: all its good rows with one entry, or nothing.
  void aTableOfPagesIsOneChange() {
    SmallMarket m(2, 1);
    QByteArray text = "sku,zone,url,competitor,packs\n";
    for (int i = 0; i < 20; ++i)
      text += "SKU-0" + QByteArray::number(1 + i % 2) + ",Z1,https://" + (i < 10 ? "one" : "two") + ".example/p" +
              QByteArray::number(i) + ",fresh,2/1\n";
    text += "SKU-01,Z1,nowhere,fresh,\nSKU-01,Z1,https://one.example/x,fresh,0/1\n";
    const auto file = [&m](const char* name, const QByteArray& rows) {
      QFile out(m.dir.filePath(QLatin1String(name)));
      if (!out.open(QIODevice::WriteOnly) || out.write(rows) != rows.size())
        qFatal("no file");
      return out.fileName();
    };
    const QString path = file("pages.csv", text);
    const qint64 entries = m.count("SELECT count(*) FROM audit_entry");
    const auto isUntouched = [&] {
      return m.count("SELECT count(*) FROM watch") + m.count("SELECT count(*) FROM site") == 0 &&
             m.count("SELECT count(*) FROM competitor WHERE code = 'fresh'") == 0 &&
             m.count("SELECT count(*) FROM audit_entry") == entries;
    };
    std::stop_source stop;
    std::set<std::string> steps;
    JobContext job{stop.get_token(), [&](std::string_view step, double fraction) {
                     steps.emplace(step);
                     if (step == "write" && fraction > 0.5)
                       stop.request_stop();
                   }};
    QCOMPARE(addPagesFrom(*m.ws, path, job).error().code, QStringLiteral("job.cancelled"));
    QVERIFY(isUntouched());
    QVERIFY(steps.contains("read") && steps.contains("write"));
    // What the file does not take is no row's fault.
    m.sql("CREATE TRIGGER no_more BEFORE INSERT ON watch WHEN NEW.url LIKE '%p15' BEGIN SELECT RAISE(ABORT, 'full'); "
          "END");
    QVERIFY(!addPagesFrom(*m.ws, path, {}));
    QVERIFY(isUntouched());
    m.sql("DROP TRIGGER no_more");
    WatchFileReport report = take(addPagesFrom(*m.ws, path, {}));
    QCOMPARE(report.added, 20);
    QCOMPARE(report.rejected.size(), std::size_t(2));
    QCOMPARE(report.rejected.back().why.code, QStringLiteral("watch.bad-packs"));
    QCOMPARE(report.newHosts, (QStringList{QStringLiteral("one.example"), QStringLiteral("two.example")}));
    QCOMPARE(m.count("SELECT count(*) FROM watch"), 20);
    QCOMPARE(m.count("SELECT count(*) FROM source WHERE code = 'one.example' AND informs_demand = 0"), 1);
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry"), entries + 1);
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry WHERE kind = 'watches.added'"), 1);
    // Once more it changes nothing; with other packs it corrects them.
    report = take(addPagesFrom(*m.ws, path, {}));
    QCOMPARE(report.known, 20);
    QCOMPARE(report.revised, 0);
    QVERIFY(report.newHosts.isEmpty());
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry"), entries + 1);
    report = take(addPagesFrom(*m.ws, file("other.csv", text.replace(",2/1", ",3/1")), {}));
    QCOMPARE(report.revised, 20);
    QCOMPARE(take(m.ws->sites().watches()).back().theirPacks, 3);
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry"), entries + 2);
  }

  // A row that cannot be read is not one that is not there.
  void aSiteThatCannotBeReadIsNotMadeAnew() {
    SmallMarket m(2, 1);
    const PageAdded first = watched(m, "https://shop.example/p");
    const Site site = take(m.ws->sites().site(first.host));
    m.sql("PRAGMA ignore_check_constraints = 1");
    m.sql("UPDATE site SET terms = 'perhaps'");
    QCOMPARE(m.ws->sites().putSite(m.ws->me(), site).error().code, QStringLiteral("storage.corrupt"));
    QCOMPARE(m.count("SELECT count(*) FROM site"), 1);
  }

  // What the program of today reads of a page that answered "unchanged" many times is read once, and told of each look.
  void pagesAreReplayedLookByLook() {
    SmallMarket m(2, 1);
    const PageAdded first = watched(m, "https://shop.example/p");
    FoundBefore found;
    for (int i = 0; i < 5; ++i) {
      found.emplace_back();
      PageLook& look = found.back().look;
      look.watchNo = first.watchNo, look.at = m.clock.now() - std::chrono::hours(i), look.status = 200;
      look.url = QStringLiteral("https://shop.example/p");
      look.origin = i == 4 ? LookOrigin::Live : LookOrigin::Unchanged;
      look.found = {{QStringLiteral("why"), QStringLiteral("no-price")}};
      found.back().page = i == 0 ? "<html><body><h1>Juice</h1><p>gone</p></body></html>"
                                 : "<html><head><title>Juice</title></head><body><h1>Juice</h1><p "
                                   "class=\"price\">$3.29</p><button>Add to cart</button></body></html>";
      found.back().watch = take(m.ws->sites().watches()).front();
    }
    need(m.ws->sites().keep(m.ws->me(), found));
    const Instant since = m.clock.now() - std::chrono::hours(30);
    const PageReplay all = take(replayPages(*m.ws, since, {}, {}));
    QCOMPARE(all.pages, 5);
    QCOMPARE(all.same, 1);
    QCOMPARE(all.differences.size(), std::size_t(4));
    QVERIFY(all.differences[0].at > all.differences[3].at); // newest first
    QCOMPARE(all.differences[0].sku, QStringLiteral("SKU-01"));
    m.sql("DELETE FROM page WHERE sha256 = (SELECT page_sha256 FROM page_look ORDER BY at_ms LIMIT 1)");
    const PageReplay left = take(replayPages(*m.ws, since, {}, {}));
    QCOMPARE(left.pages, 1);
    QCOMPARE(left.gone, 4);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(replayPages(*m.ws, since, {}, {stop.get_token(), {}}).error().code, QStringLiteral("job.cancelled"));
  }

  // The board, the status and the badge say the same number.
  void whatIsInDoubtIsOneNumber() {
    SmallMarket m(2, 1);
    const auto shown = [&m] {
      int count = 0;
      for (const MarketOffer& o : take(marketBoard(*m.ws)).offers)
        count += o.offer.state == OfferState::Quarantined;
      return count;
    };
    m.sql("DELETE FROM offer");
    m.sql("DELETE FROM alert_event");
    const qint64 now = toMillis(m.clock.now());
    // Two matches of one listing, three sellers.
    const auto offer = [&](int match, const char* seller, qint64 hoursAgo, const char* state, int source = 1) {
      m.sql(QStringLiteral("INSERT INTO offer (match_no, source_no, seller, observed_ms, price_micro, currency, state) "
                           "VALUES (%1, %5, '%2', %3, 3000000, 'USD', '%4')")
                .arg(match)
                .arg(QLatin1String(seller))
                .arg(now - hoursAgo * 3'600'000)
                .arg(QLatin1String(state))
                .arg(source)
                .toUtf8()
                .constData());
    };
    m.sql("INSERT INTO source (no, id, code, name) VALUES (9, 's9', 'nine', 'Nine')");
    offer(10, "a", 50, "quarantined"); // a newer one stands for it
    offer(10, "a", 20, "accepted");
    offer(10, "b", 400, "quarantined"); // too long ago
    offer(10, "c", 30, "quarantined");  // a newer one by another match of the listing
    offer(11, "c", 10, "accepted");
    offer(10, "d", 5, "quarantined"); // as new as one by another match, which comes after it
    offer(11, "d", 5, "accepted");
    offer(10, "e", 6, "quarantined"); // as new as one of another source, which came later
    offer(10, "e", 6, "accepted", 9);
    offer(10, "f", 7, "quarantined");
    offer(10, "g", 4, "accepted"); // before one that is as new, by another match
    offer(11, "g", 4, "quarantined");
    m.sql("UPDATE product_match SET listing_no = (SELECT listing_no FROM product_match WHERE no = 10) WHERE no = 11");
    const auto isEverywhere = [&](int count) {
      return shown() == count && take(marketStatus(*m.ws)).quarantined == count &&
             take(marketBoard(*m.ws)).status.quarantined == count && take(marketDue(*m.ws)).waiting == count;
    };
    QCOMPARE(shown(), 2); // d and f
    QVERIFY(isEverywhere(2));
    need(decideMatches(*m.ws, {10}, MatchState::Rejected));
    QVERIFY(isEverywhere(1)); // g
    m.sql("UPDATE offer SET state = 'quarantined' WHERE match_no = 11");
    QVERIFY(isEverywhere(3));
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
