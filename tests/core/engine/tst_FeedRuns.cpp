// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a feed to offers of our products: which row belongs to what, what is kept once, and what fails alone.
#include "engine/market/FeedRuns.h"
#include "engine/market/MarketMonitor.h"
#include "engine/market/MatchQueue.h"

#include "support/LoopbackServer.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

// A market with a service that answers what it is told to.
struct Fed : SmallMarket {
  std::mutex mutex;
  QByteArray rows;
  int status = 200;
  LoopbackServer server{[this](const LoopbackServer::Request& r) {
    const std::lock_guard lock(mutex);
    LoopbackServer::Reply reply;
    reply.status = r.headers.value("x-key") == "k3y" ? status : 403;
    reply.body = "{\"rows\":[" + rows + "]}";
    return reply;
  }};
  FeedTools tools;
  QStringList asked; // names of keys

  Fed() {
    need(
        ws->catalog().setSetting(ws->me(), QStringLiteral("monitor.allowed-addresses"), QStringLiteral("127.0.0.0/8")));
    tools.secretOf = [this](const QString& name) -> std::optional<QString> {
      asked << name;
      return name == u"service.127.0.0.1" ? std::optional(QStringLiteral("k3y")) : std::nullopt;
    };
    tools.wait = [this](Duration d) { clock.advance(d); };
  }
  Feed add(bool trusts = false, const QString& competitor = {}) {
    FeedAdd wish;
    wish.feed.code = QStringLiteral("service"), wish.feed.kind = QStringLiteral("json");
    wish.feed.location = QString::fromLatin1(server.url("/rows")), wish.feed.secret = QStringLiteral("SERVICE");
    wish.feed.trustsCodes = trusts, wish.feed.intervalMinutes = 60, wish.feed.standsIn = true;
    wish.feed.mapping = QJsonDocument::fromJson(R"({"items":"/rows","auth":{"header":"X-Key"},
      "constants":{"currency":"USD"},"fields":{"id":"/id","our_code":"/ours","gtin":"/gtin","mpn":"/mpn","brand":"/brand","seller":"/seller",
      "price":"/price","observed_at":"/at","url":"/url","condition":"/condition"}})")
                            .object();
    wish.competitor = competitor;
    return take(addFeed(*ws, wish));
  }
  // A folder that C2 drops its files in, with one of an hour ago.
  void drop(const QByteArray& table) {
    QDir(dir.path()).mkdir(QStringLiteral("drop"));
    FeedAdd folder;
    folder.feed.code = QStringLiteral("drop"), folder.feed.kind = QStringLiteral("table");
    folder.feed.location = dir.filePath(QStringLiteral("drop")), folder.competitor = QStringLiteral("C2");
    folder.feed.mapping = {
        {QStringLiteral("constants"), QJsonObject{{QStringLiteral("currency"), QStringLiteral("USD")}}}};
    (void)take(addFeed(*ws, folder));
    QFile file(dir.filePath(QStringLiteral("drop/a.tsv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(table);
    file.flush();
    QVERIFY(file.setFileTime(QDateTime::fromMSecsSinceEpoch(toMillis(clock.now()) - 3'600'000, Qt::UTC),
                             QFile::FileModificationTime));
  }
  FeedReport run(const QByteArray& newRows) {
    {
      const std::lock_guard lock(mutex);
      rows = newRows;
    }
    const FeedsReport report = take(runFeeds(*ws, {QStringLiteral("service"), false}, {}, tools));
    return report.feeds.at(0);
  }
  std::vector<Offer> fromFeed(int listing) {
    std::vector<Offer> out;
    for (const Offer& o : take(ws->offers().offersFor(listing, clock.now() - std::chrono::days(60), clock.now())))
      if (o.evidence.startsWith(u"feed:service"))
        out.push_back(o);
    return out;
  }
};

} // namespace

class FeedRunsTest : public QObject {
  Q_OBJECT
 private slots:
  // x1 … are the codes that the market's three competitors are matched by, each in one listing.
  void rowsOfKnownMatchesBecomeOffers() {
    Fed m;
    m.add();
    const FeedReport r =
        m.run(R"({"id":"x1","seller":"C1","price":3.21,"url":"page"},{"id":"x2","seller":"two","price":"4.56"},
      {"id":"x1","seller":"nobody","price":1},{"id":"unheard","seller":"C1","price":1},{"id":"x3","price":1},
      {"id":"x4","seller":"C1"})");
    QCOMPARE(r.error.code, QString());
    QCOMPARE(r.tied, 2);
    QCOMPARE(r.run.offers, 2);
    QCOMPARE(r.run.unknown, 2);
    QCOMPARE(r.run.unreadable, 1);
    QCOMPARE(r.asides.value(QStringLiteral("feed.no-seller")), 1);
    const auto offers = m.fromFeed(1);
    QCOMPARE(offers.size(), std::size_t(1));
    QCOMPARE(offers[0].price.value, *Decimal::parse(u"3.21"));
    QCOMPARE(offers[0].seller, QStringLiteral("C1"));
    QCOMPARE(offers[0].evidence, QStringLiteral("feed:service x1 page"));
    QCOMPARE(m.fromFeed(2)[0].seller, QStringLiteral("C2")); // by its name
    QCOMPARE(m.asked, QStringList{QStringLiteral("service.127.0.0.1")});
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry WHERE kind = 'feed.pulled'"), 1);
    QVERIFY(take(m.ws->verifyAudit()).intact());
    QCOMPARE(m.count("SELECT count(*) FROM feed_run WHERE error = '' AND is_complete = 1"), 1);
  }

  // What is far from our price is held before anybody is told of it, whichever row came first.
  void rowsFarFromOurPriceAreHeld() {
    Fed m;
    m.add();
    m.sql("DELETE FROM offer");
    m.sql("INSERT INTO price (listing_no, channel_no, type, amount_minor, currency, from_ms, origin) VALUES (1, "
          "(SELECT min(no) FROM channel), 'regular', 349, 'USD', 0, 'import')");
    m.run(R"({"id":"x1","seller":"C1","price":349,"at":"2026-03-02T03:00:00Z"},
             {"id":"x1","seller":"C2","price":3.05},{"id":"x1","seller":"C3","price":3.05})");
    QStringList held;
    for (const Offer& o : m.fromFeed(1))
      held << o.seller + u' ' + offerStateName(o.state) + u' ' + o.stateReason;
    QCOMPARE(held.filter(QStringLiteral("C1")), QStringList{QStringLiteral("C1 quarantined far-from-ours")});
    QCOMPARE(held.filter(QStringLiteral("quarantined")).size(), 1);
  }

  // What judging held is told with the pull; judging again without news reads and writes nothing.
  void whatJudgingHeldIsCountedAndNothingIsJudgedTwice() {
    Fed m;
    m.add();
    m.sql("DELETE FROM offer");
    m.sql("INSERT INTO price (listing_no, channel_no, type, amount_minor, currency, from_ms, origin) VALUES (1, "
          "(SELECT min(no) FROM channel), 'regular', 349, 'USD', 0, 'import')");
    QVERIFY(m.count("SELECT count(*) FROM offer_to_judge") > 0);
    (void)take(judgeOffers(*m.ws));
    m.rows = R"({"id":"x1","seller":"C1","price":349},{"id":"x1","seller":"C2","price":3.05})";
    const FeedsReport report = take(runFeeds(*m.ws, {QStringLiteral("service"), false}, {}, m.tools));
    QCOMPARE(report.judged.held, 1);
    QCOMPARE(report.judged.listings, 1); // of all that there are
    QCOMPARE(report.judged.reasons.value(QStringLiteral("far-from-ours")), 1);
    WatchReport round;
    countHeld(round, report.judged);
    QCOMPARE(round.quarantined, 1);

    const qint64 entries = m.count("SELECT count(*) FROM audit_entry");
    QCOMPARE(take(judgeOffers(*m.ws)).listings, 0);
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry"), entries);
    // A price of ours, and what a person says of an offer, are news.
    m.sql("INSERT INTO price (listing_no, channel_no, type, amount_minor, currency, from_ms, origin) VALUES (2, "
          "(SELECT min(no) FROM channel), 'regular', 349, 'USD', 0, 'import')");
    QCOMPARE(take(judgeOffers(*m.ws)).listings, 1);
    need(m.ws->offers().markOffers(m.ws->me(), {m.fromFeed(1).front().no}, OfferState::Accepted,
                                   QStringLiteral("confirmed")));
    QCOMPARE(take(judgeOffers(*m.ws)).listings, 1);
    QCOMPARE(take(judgeOffers(*m.ws)).listings, 0);
  }

  // The same price at the same time is one offer; another price of the same thing at the same time is none.
  void theSameTwiceIsKeptOnce() {
    Fed m;
    m.add(false, QStringLiteral("C1"));
    const QByteArray row = R"({"id":"x1","price":3.21,"at":"2026-03-02T08:00:00Z"})";
    FeedReport r = m.run(row + ',' + row + R"(,{"id":"x1","price":9.99,"at":"2026-03-02T08:00:00Z"})");
    QCOMPARE(r.run.offers, 1);
    QCOMPARE(r.asides.value(QStringLiteral("feed.twice")), 1);
    r = m.run(row);
    QCOMPARE(r.run.offers, 0);
    r = m.run(
        R"({"id":"x1","price":3.00,"at":"2026-02-01T08:00:00Z"},{"id":"x1","price":3,"at":"2026-03-02T09:06:00Z"})");
    QCOMPARE(r.run.offers, 1); // old ones are kept with their time
    QCOMPARE(r.counts.reasons.value(QStringLiteral("feed.future")), 1);
    QCOMPARE(m.fromFeed(1).size(), std::size_t(2));
  }

  void trustedCodesConfirmMatches() {
    Fed m;
    m.add(true);
    const QByteArray rows = R"({"id":"n1","ours":"SKU-03","seller":"www.new.example","price":2.5},
      {"id":"n9","ours":"NO-SKU","seller":"new.example","price":2.5})";
    FeedReport r = m.run(rows);
    QCOMPARE(r.confirmed, 2); // SKU-03 is sold in two zones
    QCOMPARE(r.run.offers, 2);
    QCOMPARE(r.run.unknown, 1);
    QCOMPARE(m.count("SELECT count(*) FROM product_match WHERE external_code = 'n1' AND state = 'confirmed' AND "
                     "confirmed_by = 'dora'"),
             2);
    QCOMPARE(m.count("SELECT count(*) FROM competitor WHERE code = 'www.new.example'"), 1);
    m.clock.advance(std::chrono::hours(1));
    r = m.run(rows); // known by now, whether www. or not
    QCOMPARE(r.confirmed, 0);
    QCOMPARE(r.run.offers, 2);
    QCOMPARE(m.count("SELECT count(*) FROM competitor WHERE code LIKE '%new.example'"), 1);
    // What somebody has rejected stays rejected, whatever the feed says.
    m.sql("UPDATE product_match SET state = 'rejected' WHERE external_code = 'n1'");
    m.clock.advance(std::chrono::hours(1));
    r = m.run(rows);
    QCOMPARE(r.run.offers, 0);
    QCOMPARE(r.asides.value(QStringLiteral("feed.match-rejected")), 1);
    // What waits, the feed's word decides.
    m.sql("UPDATE product_match SET state = 'suggested' WHERE external_code = 'n1'");
    r = m.run(rows);
    QCOMPARE(r.run.offers, 2);
    QCOMPARE(m.count("SELECT count(*) FROM product_match WHERE external_code = 'n1' AND state = 'confirmed'"), 2);
  }

  // However its rows spell a seller, it is one competitor, and what a pull found is one transaction.
  void aSellerIsOneHoweverItIsSpelt() {
    Fed m;
    const Feed feed = m.add(true);
    m.rows = R"({"id":"n1","ours":"SKU-01","seller":"Big Box","price":2.5},
      {"id":"n2","ours":"SKU-02","seller":"big box","price":2.5},
      {"id":"n3","ours":"SKU-03","seller":"www.BIG BOX","price":2.5},
      {"id":"n1","ours":"SKU-01","seller":"BIG BOX","price":9.5}, {"id":"n4","ours":"SKU-04","seller":"www.","price":1})";
    const qint64 competitors = m.count("SELECT count(*) FROM competitor");
    PulledFeed pulled = take(pullFeed(*m.ws, feed, m.tools, {}));
    int commits = 0;
    m.ws->database().setAfterCommit([&commits] { ++commits; });
    const FeedReport r = take(keepFeed(*m.ws, pulled));
    m.ws->database().setAfterCommit({});
    QCOMPARE(commits, 1);
    QCOMPARE(m.count("SELECT count(*) FROM competitor"), competitors + 1);
    QCOMPARE(r.confirmed, 6); // three products in two zones
    QCOMPARE(r.run.offers, 6);
    QCOMPARE(r.asides.value(QStringLiteral("feed.twice")), 2); // the other price of the same thing
    QCOMPARE(r.asides.value(QStringLiteral("feed.no-seller")), 1);
    QCOMPARE(m.count("SELECT count(*) FROM offer WHERE seller = 'Big Box'"), 6);
    QVERIFY(take(m.ws->verifyAudit()).intact());
  }

  // What shipping costs is part of the price: a row whose cell cannot be read is no offer.
  void rowsWhoseShippingCannotBeReadAreRefused() {
    Fed m;
    m.drop("id\tprice\tshipping\nx2\t4.44\tcall us\n");
    const FeedReport r = take(runFeeds(*m.ws, {QStringLiteral("drop"), false}, {}, m.tools)).feeds.at(0);
    QCOMPARE(r.run.offers, 0);
    QCOMPARE(r.counts.reasons.value(QStringLiteral("feed.bad-shipping")), 1);
    QCOMPARE(r.counts.first[0].text, QStringLiteral("call us"));
  }

  // Rates older than the limit of the settings convert nothing, so they hold nothing back either.
  void oldRatesHoldNothingBack() {
    Fed m;
    m.add();
    m.sql("DELETE FROM offer");
    m.sql("INSERT INTO price (listing_no, channel_no, type, amount_minor, currency, from_ms, origin) VALUES (1, "
          "(SELECT min(no) FROM channel), 'regular', 315, 'USD', 0, 'import')");
    m.sql("INSERT INTO fx_rate (day, base, currency, units_per_base) VALUES (20494, 'USD', 'TRY', '4.0')"); // 20 days
    m.sql("UPDATE feed SET mapping = json_remove(mapping, '$.constants')");
    const auto stateAt = [&m](const char* at) {
      m.run(QByteArray(R"({"id":"x1","seller":"C1","price":"126 TRY","at":")") + at + "\"}");
      return m.fromFeed(1).back().stateReason;
    };
    QCOMPARE(stateAt("2026-03-02T08:00:00Z"), QStringLiteral("far-from-ours")); // against 12.60
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("monitor.fx-limit.days"), 10));
    m.sql("DELETE FROM offer");
    QCOMPARE(stateAt("2026-03-02T08:30:00Z"), QString());
    // Nor do they tell how far an offer is from ours.
    const auto apart = [&m] {
      for (const MarketOffer& o : take(marketBoard(*m.ws)).offers)
        if (o.offer.listingNo == 1 && o.offer.price.currency.code() == u"TRY")
          return o.apartPercent;
      return std::optional<double>(-1000);
    };
    QVERIFY(!apart());
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("monitor.fx-limit.days"), 30));
    QVERIFY(apart() && *apart() > 800);
  }

  void equalNumbersAreSuggested() {
    Fed m;
    m.add(false, QStringLiteral("C1"));
    m.sql("UPDATE sku SET gtin = '4006381333931' WHERE code = 'SKU-02'");
    const QByteArray rows = R"({"id":"g1","gtin":"04006381333931","price":2.5},{"id":"g2","ours":"SKU-05","price":2.5},
      {"id":"g3","gtin":"4006381333932","price":2.5})";
    FeedReport r = m.run(rows);
    QCOMPARE(r.run.suggested, 4); // two products in two zones
    QCOMPARE(r.run.offers, 0);
    QCOMPARE(r.run.unknown, 1); // its check digit is wrong
    QCOMPARE(r.asides.value(QStringLiteral("feed.match-waiting")), 2);
    r = m.run(rows);
    QCOMPARE(r.run.suggested, 0);
    m.sql("UPDATE product_match SET state = 'confirmed' WHERE external_code = 'g1'");
    r = m.run(rows);
    QCOMPARE(r.run.offers, 2);
  }

  // Brand and part number together; the number alone, or another brand's, ties nothing.
  void partNumbersOfTheBrandAreSuggested() {
    Fed m;
    m.add(false, QStringLiteral("C1"));
    m.sql("UPDATE sku SET mpn = 'GSR 12V-15', brand = 'Bosch' WHERE code = 'SKU-02'");
    const FeedReport r = m.run(R"({"id":"p1","mpn":"gsr12v15","brand":"BOSCH","price":2.5},
      {"id":"p2","mpn":"GSR12V15","price":2.5},{"id":"p3","mpn":"GSR12V15","brand":"Makita","price":2.5},
      {"id":"p4","mpn":"GSR12V","brand":"Bosch","price":2.5})");
    QCOMPARE(r.run.suggested, 2); // in two zones
    QCOMPARE(r.run.offers, 0);
    QCOMPARE(r.run.unknown, 3);
    const auto pairs = take(matchPairs(*m.ws, MatchState::Suggested, 10));
    QCOMPARE(pairs.size(), std::size_t(1));
    QCOMPARE(pairs[0].externalCode, QStringLiteral("p1"));
    QCOMPARE(pairs[0].sku, QStringLiteral("SKU-02"));
    QCOMPARE(pairs[0].evidence, (QStringList{QStringLiteral("mpn"), QStringLiteral("brand")}));
  }

  // Whoever confirms a match need not wait for the file to change.
  void aConfirmedMatchIsReadFromTheSameFile() {
    Fed m;
    m.sql("UPDATE sku SET gtin = '4006381333931' WHERE code = 'SKU-02'");
    m.drop("id\tgtin\tprice\ng1\t4006381333931\t4.44\n");
    const auto run = [&m] { return take(runFeeds(*m.ws, {QStringLiteral("drop"), false}, {}, m.tools)).feeds.at(0); };
    QCOMPARE(run().run.suggested, 2); // in two zones
    QVERIFY(run().isUnchanged);
    std::vector<int> waiting;
    for (const MatchRow& row : take(matchQueue(*m.ws, MatchState::Suggested, 10)))
      waiting.push_back(row.match.no);
    QCOMPARE(waiting.size(), std::size_t(2));
    need(decideMatches(*m.ws, waiting, MatchState::Confirmed));
    QCOMPARE(run().run.offers, 2);
    QVERIFY(run().isUnchanged);
  }

  void usedThingsAreHeldBack() {
    Fed m;
    m.add(false, QStringLiteral("C1"));
    m.run(R"({"id":"x1","price":1.5,"condition":"used"})");
    QCOMPARE(m.fromFeed(1)[0].state, OfferState::Quarantined);
    QCOMPARE(m.fromFeed(1)[0].stateReason, QStringLiteral("feed.used"));
  }

  // One that fails says so, is asked again soon, and holds up nobody.
  void feedsFailAlone() {
    Fed m;
    m.add(false, QStringLiteral("C1"));
    m.drop("id\tprice\nx2\t4.44\n");
    m.status = 404;
    const FeedsReport report = take(runFeeds(*m.ws, {}, {}, m.tools));
    QCOMPARE(report.feeds.size(), std::size_t(2));
    const FeedReport& dropped = report.feeds[report.feeds[0].code == u"drop" ? 0 : 1];
    const FeedReport& failed = report.feeds[report.feeds[0].code == u"drop" ? 1 : 0];
    QCOMPARE(dropped.run.offers, 1);
    QCOMPARE(failed.error.code, QStringLiteral("feed.http"));
    QVERIFY(!failed.run.isComplete);
    QCOMPARE(failed.run.next, failed.run.at + std::chrono::minutes(30));
    QCOMPARE(take(feedStore(*m.ws).feed(QStringLiteral("service"))).lastError, QStringLiteral("feed.http"));
    QVERIFY(take(runFeeds(*m.ws, {}, {}, m.tools)).feeds.empty()); // neither is due
    m.clock.advance(std::chrono::minutes(31));
    m.status = 200;
    const FeedsReport again = take(runFeeds(*m.ws, {}, {}, m.tools));
    QCOMPARE(again.feeds.size(), std::size_t(1));
    QCOMPARE(again.feeds[0].error.code, QString());
    QCOMPARE(take(runFeeds(*m.ws, {{}, true}, {}, m.tools)).feeds.size(), std::size_t(2));
  }

  void withoutItsKeyNobodyIsAsked() {
    Fed m;
    m.add();
    m.tools.secretOf = [](const QString&) { return std::nullopt; };
    const FeedReport r = m.run("");
    QCOMPARE(r.error.code, QStringLiteral("feed.no-secret"));
    QVERIFY(m.server.requests().empty());
    QCOMPARE(m.count("SELECT count(*) FROM feed_run WHERE error = 'feed.no-secret'"), 1);
    qputenv("PRICEWRIGHT_SECRET_SERVICE_127_0_0_1", "k3y");
    QCOMPARE(*secretFromEnvironment(QStringLiteral("service.127.0.0.1")), QStringLiteral("k3y"));
    Feed elsewhere = m.add(); // of somebody who would like to have the key
    elsewhere.location = QStringLiteral("https://elsewhere.example/rows");
    QVERIFY(!secretFromEnvironment(feedSecretName(elsewhere)));
    QVERIFY(!secretFromEnvironment(QStringLiteral("other")));
    // Nowhere in the file.
    m.tools.secretOf = secretFromEnvironment;
    QCOMPARE(m.run(R"({"id":"x1","seller":"C1","price":3})").run.offers, 1);
    QCOMPARE(
        m.count("SELECT count(*) FROM feed WHERE mapping LIKE '%k3y%' OR location LIKE '%k3y%' OR secret LIKE '%k3y%' "
                "OR memory LIKE '%k3y%'"),
        0);
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry WHERE body LIKE '%k3y%'"), 0);
    qunsetenv("PRICEWRIGHT_SECRET_SERVICE_127_0_0_1");
  }

  void badWishesMakeNothing() {
    Fed m;
    FeedAdd wish;
    wish.feed.code = QStringLiteral("x"), wish.feed.kind = QStringLiteral("json"),
    wish.competitor = QStringLiteral("made");
    wish.feed.location = QStringLiteral("https://shop.example/");
    QCOMPARE(addFeed(*m.ws, wish).error().code, QStringLiteral("feed.bad-mapping"));
    wish.feed.kind = QStringLiteral("table"), wish.feed.location = QStringLiteral("https://a:b@shop.example/");
    QCOMPARE(addFeed(*m.ws, wish).error().code, QStringLiteral("feed.bad-location"));
    wish.feed.location = QStringLiteral("ftp://shop.example/feed.csv"); // nothing here speaks it
    QCOMPARE(addFeed(*m.ws, wish).error().code, QStringLiteral("feed.bad-location"));
    wish.feed.kind = QStringLiteral("fax");
    QCOMPARE(addFeed(*m.ws, wish).error().code, QStringLiteral("feed.bad-kind"));
    QCOMPARE(m.count("SELECT count(*) FROM competitor WHERE code = 'made'"), 0);
    QCOMPARE(m.count("SELECT count(*) FROM source WHERE code = 'x'"), 0);
    QCOMPARE(runFeeds(*m.ws, {QStringLiteral("nobody"), false}, {}, m.tools).error().code,
             QStringLiteral("feed.unknown"));
  }

  // What a window does: pulled beside the writer, kept by it. And what pages that fail are answered with.
  void pullingAndKeepingApart() {
    Fed m;
    const Feed feed = m.add(false, QStringLiteral("C1"));
    m.rows = R"({"id":"x1","price":3.21})";
    PulledFeed pulled = take(pullFeed(*m.ws, feed, m.tools, {}));
    QCOMPARE(m.count("SELECT count(*) FROM feed_run"), 0);
    QCOMPARE(take(keepFeed(*m.ws, pulled)).run.offers, 1);
    const auto standIns = take(newestFor(*m.ws, {10, 11}));
    QCOMPARE(standIns.size(), std::size_t(1));
    QCOMPARE(standIns[0].matchNo, 10);
    QCOMPARE(standIns[0].offer.price.value, *Decimal::parse(u"3.21"));
    m.clock.advance(std::chrono::hours(25));
    QVERIFY(take(newestFor(*m.ws, {10, 11})).empty());
  }

  void aCancelledRunKeepsWhatCame() {
    Fed m;
    m.add(false, QStringLiteral("C1"));
    std::stop_source stop;
    stop.request_stop();
    const FeedsReport report =
        take(runFeeds(*m.ws, {QStringLiteral("service"), false}, {stop.get_token(), {}}, m.tools));
    QVERIFY(report.cancelled);
    QVERIFY(report.feeds.empty());
  }
};

QTEST_GUILESS_MAIN(FeedRunsTest)
#include "tst_FeedRuns.moc"
