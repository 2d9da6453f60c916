// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The watch over competitors against shops on this machine: what is read, what is held back, and how a broken site
// degrades.
#include "engine/market/MarketMonitor.h"
#include "engine/market/MarketRound.h"
#include "engine/market/WatchFile.h"

#include "support/LoopbackServer.h"
#include "support/SmallMarket.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using Reply = LoopbackServer::Reply;
using Request = LoopbackServer::Request;

// A shop whose pages and moods can be changed while it is open.
struct RivalShop {
  std::mutex mutex;
  std::map<QByteArray, QByteArray> price; // by path
  std::map<QByteArray, int> status;       // instead of 200
  QByteArray robots = "User-agent: *\nDisallow: /secret\n";
  QByteArray seller = "Rival";
  bool isBlocked = false, isSoldOut = false;
  bool says304 = false; // to whoever names the page that he has
  int garbage = 0;      // so many answers to come
  LoopbackServer server{[this](const Request& r) { return answer(r); }};

  Reply answer(const Request& r) {
    const std::lock_guard lock(mutex);
    Reply reply;
    if (r.target == "/robots.txt") {
      reply.body = robots;
      return reply;
    }
    if (const auto bad = status.find(r.target); bad != status.end())
      reply.status = bad->second;
    reply.headers = {{"ETag", "\"same\""}};
    if (says304 && reply.status == 200 && !r.headers.value("if-none-match").isEmpty()) {
      reply.status = 304;
      return reply;
    }
    const auto found = price.find(r.target);
    if (garbage > 0) {
      --garbage;
      reply.body = "<html><body>\x01\x02 gar" + QByteArray(2000, 'x') + "bage</body></html>";
      return reply;
    }
    if (isBlocked)
      reply.body = "<html><head><title>Just a moment...</title></head><body><h1>Verify you are human</h1><p>Please "
                   "complete the captcha to continue.</p><div class=\"g-recaptcha\"></div></body></html>";
    else if (found == price.end())
      reply.status = 404;
    else
      reply.body = page(r.target, found->second);
    return reply;
  }
  QByteArray page(const QByteArray& path, const QByteArray& amount) const {
    return "<!doctype html><html lang=\"en\"><head><title>Orange juice " + path +
           "</title>"
           "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Product\",\"name\":"
           "\"Orange juice " +
           path + "\",\"offers\":{\"@type\":\"Offer\",\"price\":\"" + amount +
           "\",\"priceCurrency\":\"USD\",\"availability\":\"https://schema.org/" +
           QByteArray(isSoldOut ? "OutOfStock" : "InStock") +
           "\",\"seller\":{\"@type\":"
           "\"Organization\",\"name\":\"" +
           seller + "\"}}}</script></head><body><h1>Orange juice " + path + "</h1><div class=\"price\">$" + amount +
           "</div><button>Add to cart</button></body></html>";
  }
  void set(const QByteArray& path, const QByteArray& amount) {
    const std::lock_guard lock(mutex);
    price[path] = amount;
  }
  void say(const QByteArray& path, int code) {
    const std::lock_guard lock(mutex);
    code == 200 ? void(status.erase(path)) : void(status[path] = code);
  }
};

struct Watched : SmallMarket {
  RivalShop shop;
  QString host;

  explicit Watched(int pages = 3) {
    need(
        ws->catalog().setSetting(ws->me(), QStringLiteral("monitor.allowed-addresses"), QStringLiteral("127.0.0.0/8")));
    for (int i = 1; i <= pages; ++i) {
      shop.set(path(i), "3." + QByteArray::number(10 + i));
      const PageAdded added =
          take(addPage(*ws, {i, QString::fromLatin1(shop.server.url(path(i))), QStringLiteral("rival"), {}, 1, 1}));
      host = added.host;
    }
    Site site = take(ws->sites().site(host));
    site.delay = Duration(1);
    (void)take(ws->sites().putSite(ws->me(), site));
  }
  static QByteArray path(int i) { return "/p" + QByteArray::number(i); }
  void accept() {
    need(ws->sites().setTerms(ws->me(), host, TermsState::Accepted, QStringLiteral("section 4 allows it")));
  }
  WatchReport look(bool all = false) {
    MarketWish wish;
    wish.all = all;
    return take(watchMarket(*ws, wish, {}));
  }
  std::vector<Offer> found(int listing) {
    std::vector<Offer> out;
    for (const Offer& o : take(ws->offers().offersFor(listing, clock.now() - std::chrono::days(30), clock.now())))
      if (o.seller == u"rival")
        out.push_back(o);
    return out;
  }
  Watch watch(int no) {
    for (const Watch& w : take(ws->sites().watches()))
      if (w.no == no)
        return w;
    qFatal("no such page");
  }
};

} // namespace

class MarketMonitorTest : public QObject {
  Q_OBJECT
 private slots:
  void withoutAcceptedTermsNobodyIsAsked() {
    Watched m;
    const WatchReport report = m.look();
    QCOMPARE(report.pages, 0);
    QCOMPARE(report.skippedTerms, 3);
    QVERIFY(m.shop.server.requests().empty());
    QCOMPARE(take(marketStatus(*m.ws)).sites.front().state, QStringLiteral("terms-open"));
    QCOMPARE(m.ws->sites().setTerms(m.ws->me(), m.host, TermsState::Accepted, {}).error().code,
             QStringLiteral("site.terms-note-missing"));
    m.accept();
    QCOMPARE(m.look().pages, 3);
    const Site site = take(m.ws->sites().site(m.host));
    QCOMPARE(site.termsBy, QStringLiteral("dora"));
  }

  // From the page to the offer with its evidence, the page itself and the journal.
  void pricesAreReadWithTheirEvidence() {
    Watched m;
    m.accept();
    const WatchReport report = m.look();
    QCOMPARE(report.live, 3);
    QCOMPARE(report.offers, 3);
    QCOMPARE(report.quarantined, 0);
    const auto offers = m.found(2);
    QCOMPARE(offers.size(), std::size_t(1));
    QCOMPARE(offers.front().price.value, *Decimal::parse(u"3.12"));
    QCOMPARE(offers.front().state, OfferState::Accepted);
    const auto looks = take(m.ws->sites().looks(std::nullopt, m.clock.now() - std::chrono::hours(1), 10));
    QCOMPARE(looks.size(), std::size_t(3));
    for (const PageLook& look : looks) {
      QCOMPARE(look.status, 200);
      QVERIFY(look.offerNo);
      QVERIFY(!look.found[QLatin1String("price")][QLatin1String("evidence")].toObject().isEmpty());
      QVERIFY(take(m.ws->sites().page(look.pageSha256)).contains("Orange juice"));
    }
    QVERIFY(m.count("SELECT count(*) FROM audit_entry WHERE kind = 'market.watched'") == 1);
    QCOMPARE(take(marketStatus(*m.ws)).sites.front().state, QStringLiteral("fresh"));
    QCOMPARE(m.look().pages, 0); // nothing is due any more
    const PageReplay replay = take(replayPages(*m.ws, m.clock.now() - std::chrono::hours(1), {}, {}));
    QCOMPARE(replay.pages, 3);
    QCOMPARE(replay.same, 3);
  }

  // The same page twice is kept once, and the next looks are planned.
  void pagesAreKeptOnceAndLooksArePlanned() {
    Watched m(1);
    m.accept();
    m.look();
    m.clock.advance(std::chrono::hours(30));
    QCOMPARE(m.look().pages, 1);
    QCOMPARE(m.count("SELECT count(*) FROM page"), 1);
    QCOMPARE(m.count("SELECT count(*) FROM page_look"), 2);
    const Watch w = m.watch(1);
    QVERIFY(w.next > m.clock.now() + std::chrono::hours(1));
    QCOMPARE(w.looks, 2);
    QCOMPARE(w.moves, 0);
  }

  // A jump is believed after a second look; until then it reaches nobody.
  void aJumpIsHeldBackUntilItIsConfirmed() {
    Watched m(1);
    m.accept();
    m.look();
    m.shop.set("/p1", "1.90");
    m.clock.advance(std::chrono::hours(30));
    WatchReport report = m.look();
    QCOMPARE(report.quarantined, 1);
    QCOMPARE(m.found(1).back().state, OfferState::Quarantined);
    QCOMPARE(m.found(1).back().stateReason, QStringLiteral("watch.unconfirmed-jump"));
    QVERIFY(m.watch(1).next <= m.clock.now() + std::chrono::minutes(10));
    m.clock.advance(std::chrono::minutes(11));
    report = m.look();
    QCOMPARE(report.pages, 1);
    QCOMPARE(report.quarantined, 0);
    // A slip that is gone at the second look never counted.
    m.shop.set("/p1", "31.00");
    m.clock.advance(std::chrono::hours(30));
    QCOMPARE(m.look().quarantined, 1);
    m.shop.set("/p1", "1.90");
    m.clock.advance(std::chrono::minutes(11));
    QCOMPARE(m.look().quarantined, 0); // back again is what was accepted, and no jump
  }

  // A page that shows one visitor another price than the next stays fresh as long as it shows the accepted one.
  void aPageThatAlternatesKeepsItsAcceptedPrice() {
    Watched m(1);
    m.accept();
    m.shop.set("/p1", "3.49");
    QCOMPARE(m.look().quarantined, 0);
    for (int time = 0; time < 3; ++time) {
      m.shop.set("/p1", "1.99");
      m.clock.advance(std::chrono::hours(5));
      QCOMPARE(m.look(true).quarantined, 1);
      m.shop.set("/p1", "3.49");
      m.clock.advance(std::chrono::minutes(11));
      QCOMPARE(m.look(true).quarantined, 0);
    }
    QCOMPARE(m.found(1).back().state, OfferState::Accepted);
  }

  // A name without its port means the site of that name, where there is one only.
  void aSiteIsFoundByItsNameWithoutThePort() {
    Watched m(1);
    QVERIFY(m.host.contains(u':'));
    QCOMPARE(take(watchedHost(*m.ws, m.host.section(u':', 0, 0))), m.host);
    QCOMPARE(take(watchedHost(*m.ws, m.host)), m.host);
    const Result<QString> none = watchedHost(*m.ws, QStringLiteral("elsewhere.example"));
    QVERIFY(!none && none.error().code == u"site.not-among");
  }

  // What a day may cost binds hourly looks too, and what waits for it is told.
  void theBudgetBinds() {
    Watched m(4);
    m.accept();
    m.sql("UPDATE sku SET role = 'kvi'");
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("monitor.cost-per-request"), 0.01));
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("monitor.budget-per-day"), 0.10));
    int looks = 0, waited = 0;
    for (int hour = 0; hour < 24; ++hour) {
      const WatchReport report = m.look();
      QVERIFY(report.stretch.critical > 9);
      looks += report.pages, waited += report.skippedBudget;
      m.clock.advance(std::chrono::minutes(59));
    }
    QVERIFY2(looks <= 10 && looks >= 8, qPrintable(QString::number(looks)));
    QVERIFY(m.look(true).pages + looks <= 10);
    const WatchReport all = m.look(true);
    QCOMPARE(all.pages, 0);
    QCOMPARE(all.skippedBudget, 4);
    QVERIFY(*take(nextRound(*m.ws)) > m.clock.now()); // nobody asks each second whether it is paid for by now
  }

  // What a look costs is measured, bytes and tries: a round ends where the budget does, though nobody knew before how
  // large the pages are, and the plan is made with what is known by then.
  void theBudgetCountsBytesToo() {
    Watched m(8);
    m.accept();
    for (const auto& [key, value] : {std::pair("monitor.cost-per-request", 0.0),
                                     {"monitor.cost-per-gigabyte", 1000.0},
                                     {"monitor.budget-per-day", 0.002}})
      need(m.ws->catalog().setSetting(m.ws->me(), QLatin1String(key), value));
    const WatchReport first = m.look();
    QVERIFY2(first.pages >= 1 && first.pages < 8, qPrintable(QString::number(first.pages)));
    QCOMPARE(first.pages + first.skippedBudget, 8);
    QCOMPARE(m.count("SELECT count(*) FROM page_look"), first.pages);
    QVERIFY2(first.cost >= 0.002 && first.cost < 0.004, qPrintable(QString::number(first.cost)));
    QVERIFY(!first.stretch.binds());
    m.clock.advance(std::chrono::hours(25));
    const WatchReport next = m.look();
    QVERIFY(next.stretch.binds());
    QVERIFY2(next.pages >= 1 && next.pages < 8, qPrintable(QString::number(next.pages)));
  }

  void aMarketplaceSellersPriceIsHeldBack() {
    Watched m(1);
    m.accept();
    m.shop.seller = "Bargain Bazaar GmbH";
    QCOMPARE(m.look().quarantined, 1);
    QCOMPARE(m.found(1).back().stateReason, QStringLiteral("watch.other-seller"));
  }

  // "Not modified" says that a page is as it was, not that its price is right.
  void unchangedPagesStayInDoubtAndSoldOut() {
    Watched m(1);
    m.accept();
    m.shop.seller = "Bargain Bazaar GmbH", m.shop.isSoldOut = true;
    m.look();
    m.shop.says304 = true;
    m.clock.advance(std::chrono::hours(30));
    const WatchReport report = m.look();
    QCOMPARE(report.unchanged, 1);
    QCOMPARE(report.quarantined, 1);
    QCOMPARE(m.found(1).size(), std::size_t(2));
    QCOMPARE(m.found(1).back().stateReason, QStringLiteral("watch.other-seller"));
    QVERIFY(!m.found(1).back().inStock);
    // Without the page of then nothing can be said, and the next look asks for it anew.
    m.sql("DELETE FROM page");
    m.clock.advance(std::chrono::hours(30));
    QCOMPARE(m.look().offers, 0);
    QCOMPARE(m.watch(1).lastError, QStringLiteral("watch.unchanged-unknown"));
    QVERIFY(m.watch(1).etag.isEmpty());
  }

  // Retries, then the last known price, which ages and is left out after its source's time.
  void aBrokenSiteDegradesDownTheLadder() {
    Watched m(3);
    m.accept();
    m.look();
    m.shop.say("/p1", 500);
    m.shop.say("/p2", 404);
    m.clock.advance(std::chrono::hours(20));
    WatchReport report = m.look(true);
    QCOMPARE(report.failed, 2);
    QCOMPARE(report.retries, qint64(3));
    QCOMPARE(report.reasons.value(QStringLiteral("http.500")), 1);
    QCOMPARE(m.watch(1).failures, 1);
    QVERIFY(m.watch(1).next < m.clock.now() + std::chrono::hours(1));
    QCOMPARE(m.found(1).size(), std::size_t(1)); // the last known price stands
    QCOMPARE(take(marketStatus(*m.ws)).sites.front().state, QStringLiteral("failing"));
    m.clock.advance(std::chrono::hours(5)); // 25 h after it was seen
    const MarketStatus status = take(marketStatus(*m.ws));
    QCOMPARE(status.sites.front().stale, 2);
    QCOMPARE(status.sites.front().state, QStringLiteral("aging"));
    m.shop.say("/p1", 200);
    m.look();
    QCOMPARE(m.watch(1).failures, 0);
  }

  // What nobody will ask for again goes with the pages; what an offer stands on does not.
  void whatIsOldIsForgotten() {
    Watched m(2);
    m.accept();
    m.look(); // a page of each
    m.shop.say("/p2", 500);
    m.clock.advance(std::chrono::hours(30));
    m.look(true);
    m.clock.advance(std::chrono::hours(30));
    m.shop.says304 = true;
    m.look(true);
    QCOMPARE(m.count("SELECT count(*) FROM page_look WHERE offer_no IS NULL"), 2);
    const auto forget = [&m](std::chrono::hours age) {
      return take(m.ws->sites().forgetBefore(m.ws->me(), m.clock.now() - age));
    };
    const auto gone = forget(std::chrono::hours(1));
    QCOMPARE(gone.looks, qint64(1)); // the newest failure of the second page still says why it has no price
    QCOMPARE(gone.pages, qint64(1)); // the first is as it was an hour ago
    QCOMPARE(m.count("SELECT count(*) FROM page_look WHERE offer_no IS NOT NULL"), 4);
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry WHERE kind = 'pages.forgotten'"), 1);
    const auto again = forget(std::chrono::hours(1));
    QCOMPARE(again.looks + again.pages, qint64(0));
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry WHERE kind = 'pages.forgotten'"), 1);
    QCOMPARE(m.found(1).size(), std::size_t(3));
  }

  // A page that came without its price may be a slip of the shop's: it is asked for again, and counts when it is there.
  void garbageIsAskedForAgain() {
    Watched m(1);
    m.accept();
    m.shop.garbage = 1;
    const WatchReport report = m.look();
    QCOMPARE(report.live, 1);
    QCOMPARE(report.undecided, 0);
    QCOMPARE(report.retries, qint64(1));
    m.shop.garbage = 100; // it stays so
    m.clock.advance(std::chrono::hours(30));
    const WatchReport after = m.look(true);
    QCOMPARE(after.live, 0);
    QCOMPARE(after.undecided, 1);
    QCOMPARE(after.retries, qint64(3));
    QCOMPARE(m.watch(1).failures, 1); // it had a price
    QCOMPARE(take(pagesWatched(*m.ws)).front().state, QStringLiteral("stale"));
    QCOMPARE(take(pagesWatched(*m.ws)).front().watch.lastError, QStringLiteral("page.no-price"));
  }

  // A second look does not make a hundredfold price right, nor another currency, nor another product.
  void whatIsDoubtfulStaysWithAPerson() {
    Watched m(1);
    m.accept();
    m.look();
    m.shop.set(Watched::path(1), "311");
    for (int i = 0; i < 2; ++i) {
      m.clock.advance(std::chrono::hours(30));
      m.look(true);
      QVERIFY(m.found(1).back().state == OfferState::Quarantined);
      QCOMPARE(m.found(1).back().stateReason, QStringLiteral("watch.factor-slip"));
    }
  }

  void pagesOfATableAreWatched() {
    Watched m(1);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pages.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Catalog catalog = take(m.ws->catalog().load());
    const Listing& listing = catalog.listings.front();
    const QString product = catalog.sku(listing.skuNo)->code, zone = catalog.zone(listing.zoneNo)->code;
    file.write(QStringLiteral("sku;zone;url;competitor;packs\n%1;%2;%3;rival;2/"
                              "1\n\nnobody;%2;%3;rival;\n%1;%2;nowhere;rival;\n%1;\"%2;x;rival;\n")
                   .arg(product, zone, QString::fromLatin1(m.shop.server.url("/p9")))
                   .toUtf8());
    file.close();
    const WatchFileReport report = take(addPagesFrom(*m.ws, path, {}));
    QCOMPARE(report.rows, qint64(4));
    QCOMPARE(report.added, qint64(1));
    QCOMPARE(report.rejected.size(), std::size_t(3));
    QCOMPARE(report.rejected[0].why.code, QStringLiteral("catalog.unknown-sku"));
    QCOMPARE(report.rejected[1].line, qint64(5)); // one is blank
    QCOMPARE(report.rejected[2].why.code, QStringLiteral("watch.bad-row"));
    QCOMPARE(take(m.ws->sites().watches()).back().theirPacks, 2);
  }

  // A captcha with status 200 is a failed look, not a price of nothing.
  void aBlockPageIsNoPrice() {
    Watched m(2);
    m.accept();
    m.shop.isBlocked = true;
    const WatchReport report = m.look();
    QCOMPARE(report.offers, 0);
    QCOMPARE(report.undecided, 2);
    QCOMPARE(report.reasons.value(QStringLiteral("page.blocked-page")), 2);
    QCOMPARE(m.watch(1).failures, 1);
  }

  void robotsAreObeyedAndSaid() {
    Watched m(1);
    m.shop.set("/secret/p9", "1.00");
    (void)take(
        addPage(*m.ws, {2, QString::fromLatin1(m.shop.server.url("/secret/p9")), QStringLiteral("rival"), {}, 1, 1}));
    m.accept();
    const WatchReport report = m.look();
    QCOMPARE(report.reasons.value(QStringLiteral("robots.disallowed")), 1);
    QCOMPARE(m.shop.server.count("/secret/p9"), 0);
    QCOMPARE(take(marketStatus(*m.ws)).sites.front().refused, 1);
  }

  void addressesInsideAreRefused() {
    SmallMarket m;
    for (const char* url : {"http://127.0.0.1/x", "http://localhost/x", "http://169.254.169.254/", "ftp://a.example/",
                            "http://user:secret@shop.example/", "not an address", "http://0x7f.1/"})
      QVERIFY(!addPage(*m.ws, {1, QString::fromLatin1(url), {}, {}, 1, 1}));
    QCOMPARE(m.count("SELECT count(*) FROM site"), 0);
  }

  // What a window does: looked at beside the writer, kept by it.
  void lookingAndKeepingApart() {
    Watched m(2);
    m.accept();
    MarketLooks looks = take(lookAtMarket(*m.ws, {}, {}));
    QCOMPARE(looks.found.size(), std::size_t(2));
    QCOMPARE(m.count("SELECT count(*) FROM page_look"), 0);
    need(keepLooks(*m.ws, looks));
    QCOMPARE(m.count("SELECT count(*) FROM page_look"), 2);
    m.cycle(false); // our own prices are adopted from the sales
    const MarketBoard board = take(marketBoard(*m.ws));
    int rival = 0;
    for (const MarketOffer& o : board.offers)
      rival += o.offer.seller == u"rival" && o.apartPercent.has_value();
    QCOMPARE(rival, 2);
  }
};

QTEST_GUILESS_MAIN(MarketMonitorTest)
#include "tst_MarketMonitor.moc"
