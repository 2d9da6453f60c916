// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One competitor's site from well to broken to well again, and what its price is worth on each step of the ladder:
// live; retried; told by a feed that stands in; the last known one while it is young enough; none, and it is said.
#include "engine/market/MarketRound.h"
#include "engine/views/TodayView.h"
#include "market/Reference.h"
#include "support/LoopbackServer.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using std::chrono::hours;

struct Ladder : SmallMarket {
  std::mutex mutex;
  int status = 200;
  std::map<QByteArray, QByteArray> price{{"/p1", "3.11"}, {"/p2", "4.12"}};
  LoopbackServer server{[this](const LoopbackServer::Request& r) { return answer(r); }};
  QString host;
  Instant began = clock.now();

  Ladder() : SmallMarket(2, 1, 8) {
    need(
        ws->catalog().setSetting(ws->me(), QStringLiteral("monitor.allowed-addresses"), QStringLiteral("127.0.0.0/8")));
    sql("DELETE FROM offer");
    for (int i = 1; i <= 2; ++i)
      host = take(addPage(*ws, {i, url(i), QStringLiteral("rival"), {}, 1, 1})).host;
    Site site = take(ws->sites().site(host));
    site.delay = Duration(1);
    (void)take(ws->sites().putSite(ws->me(), site));
    need(ws->sites().setTerms(ws->me(), host, TermsState::Accepted, QStringLiteral("section 4 allows it")));
    addStandIn();
  }
  LoopbackServer::Reply answer(const LoopbackServer::Request& r) {
    const std::lock_guard lock(mutex);
    LoopbackServer::Reply reply;
    reply.headers = {{"Retry-After", "0"}}; // retries need not wait
    const auto found = price.find(r.target);
    reply.status = found == price.end() ? 404 : status;
    if (reply.status == 200)
      reply.body = "<!doctype html><html lang=en-us><head><title>Juice</title><script type=\"application/ld+json\">"
                   "{\"@type\":\"Product\",\"name\":\"Juice\",\"offers\":{\"@type\":\"Offer\",\"price\":\"" +
                   found->second +
                   "\",\"priceCurrency\":\"USD\"}}</script></head><body><h1>Juice</h1><p class=price>$" +
                   found->second + "</p><button>Add to cart</button></body></html>";
    return reply;
  }
  QString url(int page) const { return QString::fromLatin1(server.url("/p" + QByteArray::number(page))); }
  void say(int code) {
    const std::lock_guard lock(mutex);
    status = code;
  }
  void addStandIn() {
    QDir(dir.path()).mkdir(QStringLiteral("drop"));
    FeedAdd wish;
    wish.feed.code = QStringLiteral("drop"), wish.feed.kind = QStringLiteral("table"), wish.feed.standsIn = true;
    wish.feed.location = dir.filePath(QStringLiteral("drop")), wish.competitor = QStringLiteral("rival");
    wish.feed.mapping = {
        {QStringLiteral("constants"), QJsonObject{{QStringLiteral("currency"), QStringLiteral("USD")}}}};
    (void)take(addFeed(*ws, wish));
  }
  // A file that the service left there an hour ago: page → price.
  void drop(const char* name, const std::map<int, QByteArray>& rows) {
    QFile file(dir.filePath(QStringLiteral("drop/")) + QLatin1String(name));
    QByteArray text = "id,url,price\n";
    for (const auto& [page, amount] : rows)
      text += "r" + QByteArray::number(page) + ',' + url(page).toLatin1() + ',' + amount + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0 || !file.flush() ||
        !file.setFileTime(QDateTime::fromMSecsSinceEpoch(toMillis(clock.now() - hours(1)), Qt::UTC),
                          QFile::FileModificationTime))
      qFatal("cannot write");
  }
  // So many hours after the story began. Another seller, in another source, is always fresh.
  MarketRound roundAt(int hour) {
    clock.set(began + hours(hour));
    for (int listing = 1; listing <= 2; ++listing)
      offer(listing, 0, clock.now() - std::chrono::minutes(5), 3.50);
    MarketWish wish;
    wish.all = true;
    return take(marketRound(*ws, wish, {}, {}));
  }
  CompetitorReference reference(int listing) {
    const auto offers = take(ws->offers().offersFor(listing, clock.now() - std::chrono::days(60), clock.now()));
    return competitorReference(offers, take(ws->offers().sources()), take(Currency::fromCode(QStringLiteral("USD"))),
                               nullptr, clock.now());
  }
  SiteHealth health() { return take(marketStatus(*ws)).sites.at(0); }
  PageLook newestLook(int watch) { return take(ws->sites().looks(watch, Instant{}, 1)).at(0); }
  std::optional<Offer> offerOf(int listing, qint64 no) {
    for (const Offer& o : take(ws->offers().offersFor(listing, Instant{}, clock.now())))
      if (o.no == no)
        return o;
    return std::nullopt;
  }
  FeedReadiness today() {
    for (const FeedReadiness& f : take(todayView(*ws)).feeds)
      if (f.feed == u"offers")
        return f;
    qFatal("today says nothing of offers");
  }
  bool todayAsksFor(const char* what) {
    for (const TodayNeed& n : take(todayView(*ws)).needs)
      if (n.what == QLatin1String(what))
        return true;
    return false;
  }
};

Decimal amount(const char* text) { return *Decimal::parse(QString::fromLatin1(text)); }

} // namespace

class MarketLadderTest : public QObject {
  Q_OBJECT
  std::unique_ptr<Ladder> m;

 private slots:
  void initTestCase() { m = std::make_unique<Ladder>(); }

  void step1_theSiteAnswers() {
    const MarketRound round = m->roundAt(0);
    QCOMPARE(round.watch.live, 2);
    QCOMPARE(round.watch.offers, 2);
    QCOMPARE(round.standIns.failed, 0);
    QCOMPARE(round.feeds.feeds.size(), std::size_t(1)); // due, and its folder is empty
    QCOMPARE(m->newestLook(1).origin, LookOrigin::Live);
    QCOMPARE(m->newestLook(1).attempts, 1);
    QCOMPARE(m->health().state, QStringLiteral("fresh"));
    const CompetitorReference a = m->reference(1);
    QCOMPARE(a.sellers, 2);
    QCOMPARE(a.lowest->value, amount("3.11"));
    QVERIFY(m->today().late.isEmpty());
    QVERIFY(!m->todayAsksFor("sources-stale"));
  }

  void step2_aFeedStandsIn() {
    m->say(500);
    m->clock.set(m->began + hours(9));
    m->drop("a.csv", {{1, "3.05"}, {2, "4.06"}});
    const MarketRound round = m->roundAt(9);
    QCOMPARE(round.watch.failed, 2);
    QCOMPARE(round.watch.retries, qint64(6));
    QCOMPARE(round.watch.reasons.value(QStringLiteral("http.500")), 2);
    QVERIFY(round.watch.closed.isEmpty());
    QCOMPARE(round.feeds.feeds.size(), std::size_t(0)); // not due by itself
    QCOMPARE(round.standIns.feeds.size(), std::size_t(1));
    QCOMPARE(round.standIns.feeds[0].run.offers, 2);
    QCOMPARE(round.standIns.failed, 2);
    QCOMPARE(round.standIns.answered, 2);
    // Each page has two looks now: what failed, with its attempts, and what stands in for it.
    const auto looks = take(m->ws->sites().looks(1, m->began, 10));
    QCOMPARE(looks.size(), std::size_t(2));
    QCOMPARE(looks[0].origin, LookOrigin::Api);
    QCOMPARE(looks[0].error, QStringLiteral("http.500"));
    QCOMPARE(looks[0].headers[QLatin1String("feed")], QJsonValue(QStringLiteral("drop")));
    QCOMPARE(m->offerOf(1, looks[0].offerNo.value_or(0))->price.value, amount("3.05"));
    QCOMPARE(looks[1].origin, LookOrigin::None);
    QCOMPARE(looks[1].status, 500);
    QCOMPARE(looks[1].attempts, 4);
    QVERIFY(!looks[1].offerNo);
  }
  void step2_itsPriceCounts() {
    const CompetitorReference a = m->reference(1);
    QCOMPARE(a.sellers, 2);
    QCOMPARE(a.lowest->value, amount("3.05")); // of the same seller the page's older price is replaced
    const qint64 no = m->newestLook(1).offerNo.value_or(0);
    QVERIFY(std::find(a.offerNos.begin(), a.offerNos.end(), no) != a.offerNos.end());
    const SiteHealth h = m->health();
    QCOMPARE(h.state, QStringLiteral("failing")); // its pages do not answer; what is known of them holds
    QCOMPARE(h.failing, 2);
    QCOMPARE(*h.lastGood, m->began + hours(8));
    QCOMPARE(take(scrapeFigures(*m->ws)).standIn, 2);
    QCOMPARE(m->count("SELECT count(*) FROM audit_entry WHERE kind = 'market.watched' AND "
                      "json_extract(body, '$.reasons.\"http.500\"') = 2 AND json_extract(body, '$.standIns') = 2 AND "
                      "json_extract(body, '$.looks') = 2"),
             1);
    QCOMPARE(m->count("SELECT count(*) FROM audit_entry WHERE kind = 'market.watched' AND "
                      "json_extract(body, '$.reasons.\"http.500\"') = 2 AND json_extract(body, '$.standIns') = 0"),
             1);
  }

  // What the feed said last is still young; of one product it says something new.
  void step3_theFeedSaysLess() {
    m->clock.set(m->began + hours(20));
    m->drop("b.csv", {{1, "3.01"}});
    const MarketRound round = m->roundAt(20);
    QCOMPARE(round.watch.failed, 2);
    QCOMPARE(round.standIns.answered, 2);
    QCOMPARE(m->reference(1).lowest->value, amount("3.01"));
    QCOMPARE(m->offerOf(2, m->newestLook(2).offerNo.value_or(0))->price.value, amount("4.06"));
    QCOMPARE(m->reference(2).highest->value, amount("4.06"));
    QCOMPARE(m->health().state, QStringLiteral("failing"));
  }

  // Nobody tells anything any more. A price counts to the last moment of its source's time, and not beyond.
  void step4_theLastKnownPriceAges() {
    const MarketRound round = m->roundAt(31);
    QCOMPARE(round.standIns.answered, 2);
    m->clock.set(m->began + hours(32)); // 24 h after it was seen
    QCOMPARE(m->reference(2).sellers, 2);
    QCOMPARE(m->health().state, QStringLiteral("failing"));
    m->clock.advance(Duration(1));
    const CompetitorReference gone = m->reference(2);
    QVERIFY(!gone.median && !gone.lowest);
    QCOMPARE(gone.why, QStringLiteral("too-few-sellers"));
    QCOMPARE(gone.stale, 1);
    QCOMPARE(m->reference(1).lowest->value, amount("3.01"));
    const SiteHealth h = m->health();
    QCOMPARE(h.stale, 1);
    QCOMPARE(h.state, QStringLiteral("aging"));
  }
  void step5_oneIsStale() {
    const MarketRound round = m->roundAt(34);
    QCOMPARE(round.standIns.failed, 2);
    QCOMPARE(round.standIns.answered, 1);
    // Five pages have failed one after the other by now: one of the two tells for both whether the site is back.
    QCOMPARE(round.watch.closed.value(m->host), QStringLiteral("site.down"));
    QVERIFY(m->newestLook(2).origin == LookOrigin::None || m->newestLook(2).at < m->clock.now());
    QCOMPARE(m->reference(1).sellers, 2); // the last known price is still used
    QCOMPARE(m->health().state, QStringLiteral("closed"));
    const FeedReadiness f = m->today();
    QCOMPARE(f.state, FeedReadiness::State::Partial);
    QCOMPARE(f.late, QStringList{m->host}); // its own pages have said nothing for 34 hours
    QVERIFY(m->todayAsksFor("sources-stale"));
  }
  void step6_allAreStale() {
    const MarketRound round = m->roundAt(44);
    QCOMPARE(round.standIns.answered, 0);
    for (int listing = 1; listing <= 2; ++listing) {
      const CompetitorReference a = m->reference(listing);
      QVERIFY(!a.median);
      QCOMPARE(a.why, QStringLiteral("too-few-sellers"));
      QCOMPARE(a.sellers, 1);
      QVERIFY(a.stale > 0);
    }
    QCOMPARE(m->health().state, QStringLiteral("closed"));
    QCOMPARE(m->today().late.size(), 2);
    QVERIFY(m->count("SELECT count(*) FROM offer WHERE seller = 'rival'") >= 5); // kept, and left out
  }

  void step7_theSiteIsBack() {
    m->say(200);
    const MarketRound round = m->roundAt(45);
    QCOMPARE(round.watch.live, 2);
    QCOMPARE(round.standIns.failed, 0);
    QCOMPARE(round.watch.quarantined, 0);
    QCOMPARE(m->newestLook(1).origin, LookOrigin::Live);
    QCOMPARE(m->health().state, QStringLiteral("fresh"));
    QCOMPARE(m->health().failing, 0);
    const CompetitorReference a = m->reference(1);
    QCOMPARE(a.sellers, 2);
    QCOMPARE(a.lowest->value, amount("3.11"));
    QVERIFY(!m->today().late.contains(m->host));
    QVERIFY(take(m->ws->verifyAudit()).intact());
  }
};

QTEST_GUILESS_MAIN(MarketLadderTest)
#include "tst_MarketLadder.moc"
