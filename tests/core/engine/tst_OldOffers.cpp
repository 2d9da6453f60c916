// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Offers are not kept for ever, but what somebody or something has said of them is.
#include "engine/market/OldOffers.h"

#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Years : SmallMarket {
  Years() : SmallMarket(2, 1) {}
  qint64 offersOf(int match) {
    Query q = take(Query::prepare(ws->database(), "SELECT count(*) FROM offer WHERE match_no = ?1"));
    return take(q.bind(1, match).step()) ? q.integer(0) : -1;
  }
  qint64 newestOf(int match) {
    Query q =
        take(Query::prepare(ws->database(), "SELECT no FROM offer WHERE match_no = ?1 ORDER BY observed_ms DESC"));
    return take(q.bind(1, match).step()) ? q.integer(0) : -1;
  }
  bool has(qint64 offer) {
    Query q = take(Query::prepare(ws->database(), "SELECT 1 FROM offer WHERE no = ?1"));
    return take(q.bind(1, offer).step());
  }
  void pass(int days) { clock.advance(std::chrono::days(days)); }
};

} // namespace

class OldOffersTest : public QObject {
  Q_OBJECT
 private slots:
  void theNewestOfEachSellerStay() {
    Years m; // thirteen offers of each of six matches
    QCOMPARE(take(forgetOldOffers(*m.ws)).offers, qint64(0));
    const qint64 newest = m.newestOf(10), all = m.count("SELECT count(*) FROM offer");
    m.sql("UPDATE offer SET state = 'quarantined' WHERE no = (SELECT no FROM offer WHERE match_no = 11 ORDER BY "
          "observed_ms DESC LIMIT 1)");
    m.pass(800);
    const OldOffers gone = take(forgetOldOffers(*m.ws));
    QVERIFY(gone.isDone);
    QCOMPARE(m.offersOf(10), qint64(1));
    QCOMPARE(m.newestOf(10), newest);
    QCOMPARE(m.offersOf(11), qint64(2)); // the newest, and the newest that was accepted
    QCOMPARE(gone.offers, all - 7);
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry WHERE kind = 'offers.forgotten'"), qint64(1));
  }

  // What files brought is the shop's own record, not ours to forget.
  void importedOffersStay() {
    Years m;
    m.sql("UPDATE offer SET import_no = 1 WHERE match_no = 10");
    m.pass(800);
    QVERIFY(take(forgetOldOffers(*m.ws)).offers > 0);
    QCOMPARE(m.offersOf(10), qint64(13));
    QCOMPARE(m.offersOf(12), qint64(1));
  }

  // Where the clock was set back, an old case may stand behind a young one: neither is passed over.
  void casesOutOfOrderAreAllHeard() {
    Years m;
    (void)m.cycle();
    const qint64 counted = m.newestOf(10);
    m.sql("UPDATE cycle SET started_ms = started_ms + 69120000000");
    m.pass(1);
    m.offers();
    (void)m.cycle();
    const qint64 later = m.newestOf(10);
    m.pass(1);
    m.offers();
    m.pass(729);
    (void)take(forgetOldOffers(*m.ws));
    m.pass(100);
    QVERIFY(take(forgetOldOffers(*m.ws)).isDone);
    QVERIFY(m.has(counted));
    QVERIFY(m.has(later));
  }

  void onceADayIsEnough() {
    Years m;
    m.pass(800);
    QVERIFY(take(forgetOldOffers(*m.ws)).offers > 0);
    m.offer(1, 0, m.clock.now() - std::chrono::days(900), 3);
    QCOMPARE(take(forgetOldOffers(*m.ws)).offers, qint64(0));
    m.pass(1);
    QCOMPARE(take(forgetOldOffers(*m.ws)).offers, qint64(1));
    m.pass(1);
    QCOMPARE(take(forgetOldOffers(*m.ws)).offers, qint64(0));
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry WHERE kind = 'offers.forgotten'"), qint64(2));
  }

  // What a price was decided from is there as long as the decision is.
  void decisionsKeepWhatTheyCounted() {
    Years m;
    (void)m.cycle();
    const qint64 counted = m.newestOf(10);
    m.pass(1);
    m.offers(); // newer ones
    m.pass(800);
    QVERIFY(take(forgetOldOffers(*m.ws)).offers > 0);
    QVERIFY(m.has(counted));
    QCOMPARE(m.offersOf(10), qint64(2));
    m.pass(2); // and it is known from then on
    (void)take(forgetOldOffers(*m.ws));
    QVERIFY(m.has(counted));
  }

  void entriesOfTheJournalKeepWhatTheyName() {
    Years m;
    Query q =
        take(Query::prepare(m.ws->database(), "SELECT no FROM offer WHERE match_no = 10 ORDER BY observed_ms LIMIT 2"));
    QVERIFY(take(q.step()));
    const qint64 oldest = q.integer(0);
    QVERIFY(take(q.step()));
    const qint64 unnamed = q.integer(0);
    q.reset();
    need(m.ws->offers().markOffers(m.ws->me(), {oldest}, OfferState::Rejected, QStringLiteral("a slip")));
    m.pass(800);
    (void)take(forgetOldOffers(*m.ws));
    QVERIFY(m.has(oldest));
    QVERIFY(!m.has(unnamed));
  }

  // An alert names a product and a competitor: what was seen of them then, and what it was before, stays.
  void alertsKeepWhatTheyWereAbout() {
    Years m;
    const Instant then = m.clock.now();
    m.offer(1, 0, then, 1.11);
    const qint64 shown = m.newestOf(10);
    m.sql("INSERT INTO alert_rule (no, id, name, rule, made_by, made_ms) VALUES (1, 'a', 'Drop', '{}', 'dora', 0)");
    Query q = take(Query::prepare(
        m.ws->database(), "INSERT INTO alert_event (rule_no, serial, at_ms, key, listing_no, competitor_no, code, "
                          "arguments, value, threshold) VALUES (1, 1, ?1, 'k', 1, 1, 'x', '{}', 0, 0)"));
    need(q.bind(1, toMillis(then + std::chrono::minutes(5))).run());
    m.pass(1);
    m.offers();
    m.pass(800);
    (void)take(forgetOldOffers(*m.ws));
    QVERIFY(m.has(shown));
    QCOMPARE(m.offersOf(10), qint64(3)); // the newest of all, what was shown, and what it had been
    QCOMPARE(m.offersOf(11), qint64(1)); // another competitor
  }

  void looksGoWithTheirOffersButTheNewest() {
    Years m;
    m.sql("INSERT INTO site (no, id, host, competitor_no, source_no) VALUES (1, 's', 'shop.example', 1, 1);"
          "INSERT INTO watch (no, site_no, match_no, url) VALUES (1, 1, 10, 'http://shop.example/1');"
          "INSERT INTO page_look (watch_no, at_ms, url, origin, status, offer_no) SELECT 1, observed_ms, '', 'live', "
          "200, no "
          "FROM offer WHERE match_no = 10 AND no <> (SELECT max(no) FROM offer WHERE match_no = 10)");
    QCOMPARE(m.count("SELECT count(*) FROM page_look"), qint64(12));
    m.pass(800);
    (void)take(forgetOldOffers(*m.ws));
    QCOMPARE(m.count("SELECT count(*) FROM page_look"), qint64(1)); // says how the page stands
    QCOMPARE(
        m.count("SELECT count(*) FROM page_look l WHERE offer_no IS NOT NULL AND NOT EXISTS (SELECT 1 FROM offer o "
                "WHERE o.no = l.offer_no)"),
        qint64(0));
  }
};

QTEST_GUILESS_MAIN(OldOffersTest)
#include "tst_OldOffers.moc"
