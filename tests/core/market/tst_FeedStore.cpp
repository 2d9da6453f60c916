// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/FeedStore.h"
#include "market/MatchStore.h"

#include <QTest>

using namespace pricewright;

class tst_FeedStore : public QObject {
  Q_OBJECT

  FixedClock m_clock{fromMillis(1'700'000'000'000)};
  IdSource m_ids{m_clock, 7};
  std::unique_ptr<Database> m_db;
  std::unique_ptr<Journal> m_journal;
  std::unique_ptr<FeedStore> m_store;
  const Actor m_anna{QStringLiteral("anna"), QStringLiteral("manager"), false};
  const Currency m_eur = *Currency::fromCode(u"EUR");

  Feed feed() const {
    Feed f;
    f.code = QStringLiteral("prisync"), f.name = QStringLiteral("Prisync"), f.kind = QStringLiteral("prisync");
    f.location = QStringLiteral("https://prisync.com/api/v2"), f.sourceNo = 1, f.secret = QStringLiteral("PRISYNC");
    f.mapping = {{QStringLiteral("prisync"), QStringLiteral("urls")}};
    f.intervalMinutes = 60, f.standsIn = true;
    return f;
  }
  Offer offer(int match, qint64 at, qint64 micros) const {
    Offer o;
    o.matchNo = match, o.sourceNo = 1, o.seller = QStringLiteral("comp"), o.observedAt = fromMillis(at);
    o.price = {Decimal::fromMicros(micros), m_eur}, o.evidence = QStringLiteral("feed:prisync 1");
    return o;
  }
  FeedRun run(int feedNo) const {
    FeedRun r;
    r.feedNo = feedNo, r.at = m_clock.now(), r.items = 5, r.next = m_clock.now() + std::chrono::hours(1);
    r.isComplete = true, r.memory = {{QStringLiteral("file"), QStringLiteral("a.csv")}};
    r.reasons = {{QStringLiteral("feed.no-price"), 2}};
    const std::vector<Feed> known = m_store->feeds().value();
    for (const Feed& feed : known)
      if (feed.no == feedNo)
        r.nextBefore = feed.next, r.memoryBefore = feed.memory;
    return r;
  }
  Status keep(FeedRun& run, const std::vector<Offer>& offers) {
    FeedFinds found;
    for (const Offer& o : offers)
      found.prices.push_back({o, 0});
    return m_store->keepPull(m_anna, run, found);
  }
  // A product of a seller who may be new, with its price.
  static void sells(FeedFinds& found, const QString& seller, const char* code, const Offer& price) {
    FeedTie tie;
    tie.seller = seller, tie.listingNo = 1, tie.externalCode = QString::fromLatin1(code);
    found.confirmed.push_back(tie);
    found.prices.push_back({price, found.confirmed.size() - 1});
    found.prices.back().offer.matchNo = 0;
  }
  qint64 count(const char* sql) {
    auto q = Query::prepare(*m_db, sql);
    return q && q->step().value_or(false) ? q->integer(0) : -1;
  }

 private slots:
  void init() {
    auto db = Database::open(QStringLiteral(":memory:"), OpenMode::ReadWrite);
    QVERIFY(db);
    m_store.reset();
    m_journal.reset();
    m_db = std::move(*db);
    m_journal = std::make_unique<Journal>(*m_db, m_clock, m_ids);
    m_store = std::make_unique<FeedStore>(*m_db, *m_journal, m_clock, m_ids);
    const Status filled = m_db->execute(QStringLiteral(
        "INSERT INTO user (name, id, role) VALUES ('anna', 'a', 'manager');"
        "INSERT INTO category (no, code, name) VALUES (1, 'c', 'c');"
        "INSERT INTO sku (no, id, code, name, category_no) VALUES (1, 's', 's', 's', 1);"
        "INSERT INTO price_zone (no, id, code, name, currency) VALUES (1, 'z', 'z', 'z', 'EUR');"
        "INSERT INTO listing (no, sku_no, zone_no) VALUES (1, 1, 1);"
        "INSERT INTO source (no, id, code, name) VALUES (1, 'src', 'src', 'src'), (2, 'web', 'web', 'web');"
        "INSERT INTO competitor (no, id, code, name) VALUES (1, 'comp', 'comp', 'comp'), (2, 'two', 'two', 'two');"
        "INSERT INTO product_match (no, id, competitor_no, external_code, listing_no, state, their_packs) VALUES "
        "(1, 'm1', 1, 'page', 1, 'confirmed', 1), (2, 'm2', 1, 'x', 1, 'confirmed', 6), (3, 'm3', 2, 'x', 1, "
        "'confirmed', 1), (4, 'm4', 1, 'y', 1, 'suggested', 1)"));
    QVERIFY2(filled, filled ? "" : qPrintable(filled.error().debugText()));
  }

  void feedsAreKeptWithTheirEntry() {
    const auto no = m_store->putFeed(m_anna, feed());
    QVERIFY2(no, qPrintable(no ? QString() : no.error().debugText()));
    QCOMPARE(m_store->putFeed(m_anna, feed()).value_or(-1), *no);
    QCOMPARE(m_journal->size().value_or(-1), 1); // the unchanged one left none
    const Feed read = m_store->feed(QStringLiteral("prisync")).value();
    QCOMPARE(read.kind, QStringLiteral("prisync"));
    QCOMPARE(read.mapping, feed().mapping);
    QVERIFY(read.standsIn && !read.trustsCodes && read.isOn && !read.competitorNo);
    QCOMPARE(read.secret, QStringLiteral("PRISYNC"));
    QVERIFY(m_store->switchFeed(m_anna, read.code, false));
    QVERIFY(m_store->switchFeed(m_anna, read.code, false));
    QCOMPARE(m_journal->size().value_or(-1), 2);
    QVERIFY(m_store->dueFeeds(m_clock.now())->empty());
    QVERIFY(m_store->switchFeed(m_anna, QStringLiteral("nobody"), true).error().is(u"feed.unknown"));
    QVERIFY(m_journal->verify()->intact());
    const Actor stranger{QStringLiteral("eve"), {}, false};
    QVERIFY(m_store->putFeed(stranger, feed()).error().is(u"catalog.not-allowed"));
    QVERIFY(m_store->switchFeed(stranger, read.code, true).error().is(u"catalog.not-allowed"));
  }

  void whatNoFeedIs() {
    const auto refused = [&](const std::function<void(Feed&)>& change) {
      Feed f = feed();
      change(f);
      const auto put = m_store->putFeed(m_anna, f);
      return put ? QString() : put.error().code;
    };
    QCOMPARE(refused([](Feed& f) { f.code = QStringLiteral("a b"); }), QStringLiteral("feed.bad-code"));
    QCOMPARE(refused([](Feed& f) { f.code.clear(); }), QStringLiteral("feed.bad-code"));
    QCOMPARE(refused([](Feed& f) { f.kind = QStringLiteral("ftp"); }), QStringLiteral("feed.bad-kind"));
    QCOMPARE(refused([](Feed& f) { f.location.clear(); }), QStringLiteral("feed.bad-location"));
    QCOMPARE(refused([](Feed& f) { f.location = QStringLiteral("https://me:pw@x.example/"); }),
             QStringLiteral("feed.bad-location"));
    QCOMPARE(refused([](Feed& f) { f.secret = QStringLiteral("k3y:with/signs"); }),
             QStringLiteral("feed.bad-secret-name"));
    QCOMPARE(refused([](Feed& f) { f.intervalMinutes = 0; }), QStringLiteral("feed.bad-pace"));
    QCOMPARE(refused([](Feed& f) { f.requestsAMinute = 6001; }), QStringLiteral("feed.bad-pace"));
    Feed leaking = feed();
    leaking.location = QStringLiteral("https://me:s3cret@x.example/");
    QVERIFY(!m_store->putFeed(m_anna, leaking).error().debugText().contains(u"s3cret"));
    QCOMPARE(count("SELECT count(*) FROM feed"), 0);
    QCOMPARE(m_journal->size().value_or(-1), 0);
  }

  // One transaction: offers, the pull, how the feed stands, the digest. Twice the same is kept once.
  void aPullIsKeptOnce() {
    const int no = m_store->putFeed(m_anna, feed()).value();
    const qint64 at = toMillis(m_clock.now()) - 1000;
    FeedRun first = run(no);
    QVERIFY(keep(first, {offer(2, at, 5'000'000), offer(2, at, 5'000'000), offer(3, at, 6'000'000)}));
    QCOMPARE(first.offers, 2);
    FeedRun again = run(no);
    QVERIFY(keep(again, {offer(2, at, 9'000'000), offer(2, at + 1, 5'500'000)}));
    QCOMPARE(again.offers, 1);
    QCOMPARE(count("SELECT count(*) FROM offer"), 3);
    QCOMPARE(count("SELECT price_micro FROM offer WHERE match_no = 2 ORDER BY observed_ms"), 5'000'000);
    QCOMPARE(count("SELECT count(*) FROM audit_entry WHERE kind = 'feed.pulled'"), 2);
    const auto runs = m_store->runs(no, 10).value();
    QCOMPARE(runs.size(), std::size_t(2));
    QCOMPARE(runs[0].offers, 1);
    QVERIFY(runs[0].isComplete);
    QCOMPARE(runs[0].reasons, first.reasons);
    const Feed stands = m_store->feed(QStringLiteral("prisync")).value();
    QCOMPARE(*stands.lastRun, m_clock.now());
    QCOMPARE(stands.memory, first.memory);
    QCOMPARE(stands.lastItems, 5);
    QVERIFY(m_store->dueFeeds(m_clock.now())->empty());
    QCOMPARE(m_store->dueFeeds(m_clock.now() + std::chrono::hours(1))->size(), std::size_t(1));
    // Nothing of a pull with an impossible offer is kept.
    FeedRun broken = run(no);
    QVERIFY(!keep(broken, {offer(2, at + 2, 5'000'000), offer(99, at, 5'000'000)}));
    QCOMPARE(count("SELECT count(*) FROM offer"), 3);
    QCOMPARE(count("SELECT count(*) FROM feed_run"), 2);
    QVERIFY(m_journal->verify()->intact());
    // A feed from elsewhere begins anew.
    Feed moved = feed();
    moved.location = QStringLiteral("https://other.example/");
    QVERIFY(m_store->putFeed(m_anna, moved));
    QVERIFY(m_store->feed(moved.code)->memory.isEmpty());
    QCOMPARE(m_store->dueFeeds(m_clock.now())->size(), std::size_t(1));
  }

  // However a file spells a seller, it is one; all that it brings is one transaction, or nothing.
  void whatAPullFindsIsKeptWhole() {
    const int no = m_store->putFeed(m_anna, feed()).value();
    const qint64 at = toMillis(m_clock.now()) - 1000;
    FeedFinds found;
    sells(found, QStringLiteral("Big Box"), "a", offer(0, at, 1'000'000));
    sells(found, QStringLiteral("big  box"), "b", offer(0, at, 2'000'000));
    sells(found, QStringLiteral("www.BIG BOX"), "c", offer(0, at, 3'000'000));
    sells(found, QStringLiteral("COMP"), "y", offer(0, at, 4'000'000)); // known, and its match waits
    FeedTie waits;
    waits.seller = QStringLiteral("BIG BOX"), waits.listingNo = 1, waits.externalCode = QStringLiteral("d");
    waits.confidence = 0.9;
    found.suggested.push_back(waits);
    FeedFinds broken = found;
    broken.prices.push_back({offer(99, at, 5'000'000), 0});
    const qint64 entries = m_journal->size().value();
    FeedRun run1 = run(no);
    QVERIFY(!m_store->keepPull(m_anna, run1, broken));
    QCOMPARE(count("SELECT count(*) FROM competitor"), 2);
    QCOMPARE(count("SELECT count(*) FROM product_match"), 4);
    QCOMPARE(m_journal->size().value(), entries);
    for (const FeedTie& tie : broken.confirmed) // they name nothing that is not there
      QVERIFY(tie.competitorNo <= 2 && tie.matchNo <= 4);

    int commits = 0;
    m_db->setAfterCommit([&commits] { ++commits; });
    FeedRun run2 = run(no);
    const Status kept = m_store->keepPull(m_anna, run2, found);
    m_db->setAfterCommit({});
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().debugText()));
    QCOMPARE(commits, 1);
    QCOMPARE(count("SELECT count(*) FROM competitor"), 3);
    QCOMPARE(count("SELECT count(*) FROM competitor WHERE code = 'Big Box' AND name = 'Big Box'"), 1);
    QCOMPARE(count("SELECT count(*) FROM product_match m JOIN competitor c ON c.no = m.competitor_no WHERE c.code = "
                   "'Big Box' AND m.state = 'confirmed' AND m.confirmed_by = 'anna'"),
             3);
    QCOMPARE(count("SELECT count(*) FROM product_match WHERE no = 4 AND state = 'confirmed'"), 1);
    QCOMPARE(count("SELECT count(*) FROM offer WHERE seller = 'Big Box'"), 3); // and not each as it was spelt
    QCOMPARE(count("SELECT count(*) FROM offer WHERE match_no = 4 AND seller = 'comp'"), 1);
    QCOMPARE(run2.offers, 4);
    QCOMPARE(run2.suggested, 1);
    // One entry each for the competitor, the matches, the suggestions and the pull, however many rows there were.
    QCOMPARE(m_journal->size().value(), entries + 4);
    QCOMPARE(count("SELECT count(*) FROM audit_entry WHERE kind = 'matches.decided'"), 1);
    FeedRun run3 = run(no);
    QVERIFY(m_store->keepPull(m_anna, run3, found)); // known by now
    QCOMPARE(run3.offers, 0);
    QCOMPARE(m_journal->size().value(), entries + 5);
    QVERIFY(m_journal->verify()->intact());
  }

  // Only one that is not there is new: what cannot be read may be there.
  void aFeedThatCannotBeReadIsNotNew() {
    QVERIFY(m_store->putFeed(m_anna, feed()));
    QVERIFY(m_db->execute(QStringLiteral("ALTER TABLE feed RENAME COLUMN last_items TO unreadable")));
    Feed changed = feed();
    changed.name = QStringLiteral("Another name");
    const auto put = m_store->putFeed(m_anna, changed);
    QVERIFY(!put && !put.error().is(u"feed.unknown"));
    QCOMPARE(count("SELECT count(*) FROM feed WHERE name = 'Another name'"), 0);
    QCOMPARE(count("SELECT count(*) FROM audit_entry WHERE kind = 'feed.added'"), 1);
  }

  // What somebody decides is read once more; files that could not be read stay in mind.
  void aDecisionForgetsWhatWasReadNotWhatWasBroken() {
    const int no = m_store->putFeed(m_anna, feed()).value();
    FeedRun r = run(no);
    const QJsonObject broken{{QStringLiteral("b.csv"), 5}};
    r.memory = {{QStringLiteral("file"), QStringLiteral("a.csv")}, {QStringLiteral("written"), 7}};
    r.memory.insert(QStringLiteral("broken"), broken);
    QVERIFY(keep(r, {}));
    QVERIFY(MatchStore(*m_db, *m_journal, m_ids).decide(m_anna, {4}, MatchState::Confirmed));
    QCOMPARE(m_store->feed(QStringLiteral("prisync"))->memory, (QJsonObject{{QStringLiteral("broken"), broken}}));
    QCOMPARE(m_store->dueFeeds(m_clock.now())->size(), std::size_t(1));
  }

  // What somebody decides while a pull is under way asks for another one, whatever the pull has read.
  void aDecisionDuringAPullStands() {
    const int no = m_store->putFeed(m_anna, feed()).value();
    for (int pull = 0; pull < 2; ++pull) { // the first, and one of a feed that has been read before
      FeedRun r = run(no);
      QVERIFY(MatchStore(*m_db, *m_journal, m_ids).decide(m_anna, {4}, MatchState::Confirmed));
      QVERIFY(keep(r, {}));
      const Feed now = m_store->feed(QStringLiteral("prisync")).value();
      QVERIFY(now.memory.isEmpty());
      QCOMPARE(now.lastRun, std::optional(r.at));
      QCOMPARE(m_store->dueFeeds(m_clock.now())->size(), std::size_t(1));
      FeedRun next = run(no);
      QVERIFY(keep(next, {}));
      QCOMPARE(m_store->feed(QStringLiteral("prisync"))->memory, next.memory);
    }
  }

  // For the page's match the feed's match of the same competitor and listing answers.
  void standInsAreOfTheSameCompetitorAndFresh() {
    const int no = m_store->putFeed(m_anna, feed()).value();
    const qint64 now = toMillis(m_clock.now());
    FeedRun r = run(no);
    Offer quarantined = offer(2, now - 100, 1'000'000);
    quarantined.state = OfferState::Quarantined;
    Offer elsewhere = offer(1, now - 50, 2'000'000);
    elsewhere.sourceNo = 2;
    QVERIFY(keep(r, {offer(2, now - 2000, 5'000'000), offer(2, now - 1000, 5'500'000), quarantined, elsewhere,
                     offer(4, now - 10, 3'000'000), offer(2, now + 1000, 9'000'000)}));
    const auto got = m_store->newestFor({1, 3, 99}, m_clock.now() - std::chrono::hours(24)).value();
    QCOMPARE(got.size(), std::size_t(1));
    QCOMPARE(got[0].matchNo, 1);
    QCOMPARE(got[0].offer.matchNo, 2);
    QCOMPARE(got[0].offer.theirPacks, 6);
    QCOMPARE(got[0].offer.price.value, Decimal::fromMicros(5'500'000));
    QCOMPARE(got[0].feed, QStringLiteral("prisync"));
    QVERIFY(m_store->newestFor({1}, m_clock.now() - std::chrono::milliseconds(500))->empty());
    QVERIFY(m_store->switchFeed(m_anna, QStringLiteral("prisync"), false));
    QVERIFY(m_store->newestFor({1}, m_clock.now() - std::chrono::hours(24))->empty());
  }
};

QTEST_GUILESS_MAIN(tst_FeedStore)
#include "tst_FeedStore.moc"
