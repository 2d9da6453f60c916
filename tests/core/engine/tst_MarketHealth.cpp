// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How fresh the market is, hour by hour, against a slow reckoning; what looks cost; what one price rests on.
#include "engine/market/MarketHealth.h"

#include "engine/market/MarketMonitor.h"
#include "support/LoopbackServer.h"
#include "support/SmallMarket.h"

#include <QTest>

#include <set>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

struct Offered {
  int match = 0, source = 0;
  Instant at{};
  QString state;
};

// Four sources of other freshness each, three competitors with offers as the test makes them, and one without any.
struct Aging : SmallMarket {
  static constexpr int kListings = 4;
  std::vector<Duration> freshness{{}, hours(24), hours(1), hours(3), hours(30)}; // by source
  std::vector<Offered> made;                                                     // by number

  Aging() : SmallMarket(kListings, 1, 8) {
    sql("DELETE FROM offer; INSERT INTO competitor (no, id, code, name) VALUES (4, 'c4', 'C4', 'Four');"
        "INSERT INTO source (no, id, code, name, freshness_ms) VALUES (2, 's2', 'a', 'A', 3600000), "
        "(3, 's3', 'b', 'B', 10800000), (4, 's4', 'c', 'C', 108000000)");
  }
  void put(const Offered& o) {
    Query q = take(Query::prepare(ws->database(), "INSERT OR IGNORE INTO offer (match_no, source_no, seller, "
                                                  "observed_ms, price_micro, currency, state) VALUES (?, ?, 'x', ?, "
                                                  "1000000, 'USD', ?)"));
    need(q.bind(1, o.match).bind(2, o.source).bind(3, toMillis(o.at)).bind(4, o.state).run());
    if (q.changes() == 1)
      made.push_back(o);
  }
  void accepted(int match, int source, Instant at) { put({match, source, at, QStringLiteral("accepted")}); }

  void begin(int seed) {
    Transaction in = take(Transaction::begin(ws->database()));
    sql("DELETE FROM offer");
    made.clear();
    Random random{quint64(seed) * 7919};
    putMany(random);
    need(in.commit());
  }
  // Many a time on an hour's edge or a millisecond beside it, where it goes wrong first.
  void putMany(Random& random) {
    for (int i = 0; i < 60; ++i) {
      Offered o;
      o.match = 10 * (1 + int(random.next() % kListings)) + int(random.next() % 3);
      o.source = 1 + int(random.next() % 4);
      const qint64 age = random.next() % 2 == 0 ? qint64(random.next() % 70) * 3'600'000 + qint64(random.next() % 3) - 1
                                                : qint64(random.next() % (70 * 3'600'000));
      o.at = clock.now() - milliseconds(std::max<qint64>(0, age));
      const auto state = random.next() % 6;
      o.state = state == 0   ? QStringLiteral("quarantined")
                : state == 1 ? QStringLiteral("rejected")
                             : QStringLiteral("accepted");
      put(o);
    }
  }
  // What FreshRow says in words, each cell by itself over all offers.
  FreshRow slowly(int competitor, int shownHours, const std::set<int>& unconfirmed) const {
    FreshRow out;
    const Instant end = clock.now(), start = end - hours(shownHours);
    out.hours.resize(std::size_t(shownHours));
    for (int listing = 1; listing <= kListings; ++listing) {
      const int match = 10 * listing + competitor - 1;
      if (unconfirmed.contains(match))
        continue;
      const auto counts = [&](const Offered& o) { return o.match == match && o.state == u"accepted"; };
      out.products += std::any_of(made.begin(), made.end(), [&](const Offered& o) { return o.match == match; });
      for (int hour = 0; hour < shownHours; ++hour) {
        const Instant at = start + hours(hour + 1);
        const Offered* newest = nullptr;
        for (const Offered& o : made)
          if (counts(o) && o.at <= at && (!newest || o.at >= newest->at))
            newest = &o;
        out.hours[std::size_t(hour)].share += newest && at - newest->at <= freshness[std::size_t(newest->source)];
      }
    }
    for (FreshCell& cell : out.hours)
      cell.share /= std::max(1, out.products);
    return out;
  }
};

// Looks as they stand in the file, without a network.
struct LookedAt : SmallMarket {
  int watchNo = 0;
  LookedAt() : SmallMarket(2, 1, 8) {
    watchNo =
        take(addPage(*ws, {1, QStringLiteral("https://shop.example/p1"), QStringLiteral("C1"), {}, 1, 1})).watchNo;
  }
  void look(Instant at, const char* origin, int status, const char* error, int tookMs, bool good, int attempts = 1,
            qint64 bytes = 0) {
    Query q = take(Query::prepare(ws->database(), "INSERT INTO page_look (watch_no, at_ms, url, origin, status, error, "
                                                  "took_ms, attempts, bytes, offer_no) VALUES (?, ?, '', ?, ?, ?, ?, "
                                                  "?, ?, ?)"));
    q.bind(1, watchNo).bind(2, toMillis(at)).bind(3, QLatin1String(origin)).bind(4, status);
    q.bind(5, QLatin1String(error)).bind(6, tookMs).bind(7, attempts).bind(8, bytes);
    need(q.bind(9, good ? std::optional<qint64>(1) : std::nullopt).run());
  }
};

bool isSame(const FreshRow& a, const FreshRow& b) {
  return a.products == b.products &&
         std::equal(a.hours.begin(), a.hours.end(), b.hours.begin(), b.hours.end(),
                    [](const FreshCell& x, const FreshCell& y) { return x.share == y.share; });
}

const FreshRow* rowOf(const FreshnessMap& map, const char* competitor) {
  for (const FreshRow& row : map.rows)
    if (row.competitor == QLatin1String(competitor))
      return &row;
  return nullptr;
}

} // namespace

class MarketHealthTest : public QObject {
  Q_OBJECT
 private slots:
  void freshnessIsAsReckonedSlowly() {
    Aging m;
    for (int seed = 1; seed <= 25; ++seed) {
      const int shown = seed % 3 == 0 ? 5 : 24;
      m.begin(seed);
      const std::set<int> unconfirmed = seed % 2 == 0 ? std::set{11, 20} : std::set<int>();
      m.sql(seed % 2 == 0 ? "UPDATE product_match SET state = 'suggested' WHERE no = 11;"
                            "UPDATE product_match SET state = 'rejected' WHERE no = 20"
                          : "UPDATE product_match SET state = 'confirmed'");
      const FreshnessMap map = take(freshnessMap(*m.ws, shown));
      QCOMPARE(map.end, m.clock.now());
      std::size_t rows = 0;
      for (const auto& [competitor, name] : std::map<int, const char*>{{1, "One"}, {2, "Two"}, {3, "Three"}}) {
        const FreshRow wanted = m.slowly(competitor, shown, unconfirmed);
        const FreshRow* row = rowOf(map, name);
        QCOMPARE(row != nullptr, wanted.products > 0);
        rows += row != nullptr;
        if (row)
          QVERIFY2(isSame(*row, wanted), qPrintable(QStringLiteral("seed %1, %2").arg(seed).arg(QLatin1String(name))));
      }
      QCOMPARE(map.rows.size(), rows); // none for the one without offers
      for (std::size_t i = 1; i < map.rows.size(); ++i)
        QVERIFY(map.rows[i - 1].hours.back().share <= map.rows[i].hours.back().share);
    }
  }

  // On the hour, and a millisecond to either side of it.
  void anHoursEndBelongsToIt() {
    Aging m;
    const Instant now = m.clock.now();
    m.accepted(10, 2, now - hours(3));                   // good for an hour
    m.accepted(20, 2, now - hours(3) + milliseconds(1)); // seen within the next one
    const FreshnessMap map = take(freshnessMap(*m.ws, 4));
    const FreshRow* row = rowOf(map, "One");
    QVERIFY(row);
    QCOMPARE(row->products, 2);
    QCOMPARE(row->hours[0].share, 0.5); // ends when the first was seen
    QCOMPARE(row->hours[1].share, 1.0); // the first is exactly an hour old
    QCOMPARE(row->hours[2].share, 0.0);
    QCOMPARE(row->hours[3].share, 0.0);
  }

  // The newest price counts with its own source's patience, also where an older one would have had more.
  void sourcesHaveTheirOwnPatience() {
    Aging m;
    const Instant now = m.clock.now();
    m.accepted(10, 4, now - hours(10));
    QCOMPARE(rowOf(take(freshnessMap(*m.ws)), "One")->hours.back().share, 1.0);
    m.accepted(10, 2, now - hours(2));
    QCOMPARE(rowOf(take(freshnessMap(*m.ws)), "One")->hours.back().share, 0.0);
    m.put({10, 3, now - hours(1), QStringLiteral("quarantined")}); // in doubt: no price
    m.put({21, 1, now - hours(1), QStringLiteral("quarantined")});
    const FreshnessMap map = take(freshnessMap(*m.ws));
    QCOMPARE(rowOf(map, "One")->hours.back().share, 0.0);
    QCOMPARE(rowOf(map, "Two")->hours.back().share, 0.0); // a product there is, a price that counts there is not
    QVERIFY(!rowOf(map, "Four"));
    // One who has been silent for weeks is still there, and not fresh; beyond a season nothing is expected of him.
    m.accepted(12, 1, now - hours(24 * 60));
    QCOMPARE(rowOf(take(freshnessMap(*m.ws)), "Three")->products, 1);
    QCOMPARE(rowOf(take(freshnessMap(*m.ws)), "Three")->hours.back().share, 0.0);
    m.clock.advance(hours(24 * 31));
    QVERIFY(!rowOf(take(freshnessMap(*m.ws)), "Three"));
    QVERIFY(rowOf(take(freshnessMap(*m.ws)), "One"));
  }

  void anEmptyMarketHasNoRows() {
    SmallMarket m(0, 1, 0);
    QVERIFY(take(freshnessMap(*m.ws)).rows.empty());
    const ScrapeFigures f = take(scrapeFigures(*m.ws));
    QCOMPARE(f.looks, 0);
    QVERIFY(!f.latencyP95);
    QCOMPARE(f.costALook, 0.0);
    QVERIFY(f.errorCounts.empty());
  }

  void looksStandInTheirHours() {
    LookedAt m;
    const Instant now = m.clock.now();
    m.look(now, "live", 200, "", 1, true); // just now
    m.look(now - milliseconds(1), "none", 500, "http.500", 1, false);
    m.look(now - milliseconds(1), "api", 0, "http.500", 0, true); // for the one before: no look of its own
    m.look(now - hours(1), "live", 200, "", 1, true);             // the end of the hour before
    m.look(now - hours(4) + milliseconds(1), "live", 200, "", 1, true);
    m.look(now - hours(4), "live", 200, "", 1, true); // before what is shown
    const FreshnessMap map = take(freshnessMap(*m.ws, 4));
    const FreshRow* row = rowOf(map, "One");
    QVERIFY(row);
    QCOMPARE(row->hours[3].looks, 2);
    QCOMPARE(row->hours[3].failed, 1);
    QCOMPARE(row->hours[2].looks, 1);
    QCOMPARE(row->hours[1].looks, 0);
    QCOMPARE(row->hours[0].looks, 1);
    QCOMPARE(row->hours[0].failed, 0);
  }

  // The smallest that 95 of 100 answers do not exceed, of answers that came within the day.
  void latencyIsByDefinition() {
    LookedAt m;
    for (const int answers : {1, 2, 19, 20, 21, 39, 40, 100, 101}) {
      Transaction in = take(Transaction::begin(m.ws->database()));
      m.sql("DELETE FROM page_look");
      Random random{quint64(answers)};
      std::vector<int> took;
      for (int i = 0; i < answers; ++i) {
        took.push_back(int(random.next() % 50));
        m.look(m.clock.now() - milliseconds(i), "live", i % 3 == 0 ? 500 : 200, "", took.back(), true);
      }
      m.look(m.clock.now(), "none", 0, "fetch.timeout", 30'000, false); // no answer came
      m.look(m.clock.now() - hours(24), "live", 200, "", 30'000, true); // a day ago
      need(in.commit());
      double wanted = -1;
      for (int candidate = 0; candidate < 50 && wanted < 0; ++candidate)
        if (100 * std::count_if(took.begin(), took.end(), [&](int t) { return t <= candidate; }) >= 95 * answers)
          wanted = candidate;
      const ScrapeFigures f = take(scrapeFigures(*m.ws));
      QVERIFY(f.latencyP95);
      QCOMPARE(*f.latencyP95, wanted);
      QCOMPARE(f.looks, answers + 1);
    }
  }

  void costsAndErrorsAreCounted() {
    LookedAt m;
    for (const auto& [key, value] : std::map<const char*, const char*>{
             {"monitor.cost-per-request", "0.01"}, {"monitor.cost-per-gigabyte", "2"}, {"monitor.budget-per-day", "7"}})
      need(m.ws->catalog().setSetting(m.ws->me(), QLatin1String(key), QLatin1String(value)));
    const Instant at = m.clock.now() - hours(1);
    m.look(at, "live", 200, "", 1, true, 1, 500'000'000);
    m.look(at, "live", 200, "", 1, true, 2);
    m.look(at, "unchanged", 304, "", 1, true);
    m.look(at, "api", 0, "http.500", 0, true, 0); // a service stands in: an answer, whatever the page said
    for (int i = 0; i < 2; ++i)
      m.look(at, "live", 200, "page.no-price", 1, false);
    m.look(at, "unchanged", 304, "page.no-price", 1, false); // the same reason in another way: one count
    m.look(at, "none", 500, "http.500", 1, false, 4, 250'000'000);
    m.look(at, "none", 500, "http.500", 1, false, 4);
    m.look(at, "none", 0, "fetch.timeout", 1, false, 4);
    const ScrapeFigures f = take(scrapeFigures(*m.ws));
    QCOMPARE(f.looks, 9); // what stood in belongs to a look that is counted by itself
    QCOMPARE(f.good, 3);
    QCOMPARE(f.live, 2);
    QCOMPARE(f.unchanged, 1);
    QCOMPARE(f.standIn, 1);
    QCOMPARE(f.cost, 0.01 * 19 + 2 * 0.75);
    QCOMPARE(f.costALook, f.cost / 9);
    QCOMPARE(f.budgetADay, 7.0);
    const std::vector<std::pair<QString, qint64>> wanted{
        {QStringLiteral("page.no-price"), 3}, {QStringLiteral("http.500"), 2}, {QStringLiteral("fetch.timeout"), 1}};
    QCOMPARE(f.errorCounts, wanted);
  }

  void whatAPriceRestsOn() {
    LoopbackServer shop([](const LoopbackServer::Request& r) {
      LoopbackServer::Reply reply;
      if (r.target == "/robots.txt")
        reply.status = 404;
      reply.body = "<!doctype html><html lang=en-us><head><title>Tea</title><script type=\"application/ld+json\">"
                   "{\"@type\":\"Product\",\"name\":\"Tea\",\"offers\":{\"price\":\"3.40\",\"priceCurrency\":\"USD\"}}"
                   "</script></head><body><h1>Tea</h1><p class=price>$3.40</p></body></html>";
      return reply;
    });
    SmallMarket m(2, 1, 8);
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("monitor.allowed-addresses"),
                                    QStringLiteral("127.0.0.0/8")));
    const QString url = QString::fromLatin1(shop.url("/tea"));
    // The same product at two addresses: the look is that of its own one.
    const PageAdded other = take(addPage(*m.ws, {1, url + QStringLiteral("?2"), QStringLiteral("rival"), {}, 1, 1}));
    const PageAdded added = take(addPage(*m.ws, {1, url, QStringLiteral("rival"), {}, 1, 1}));
    need(m.ws->sites().setTerms(m.ws->me(), added.host, TermsState::Accepted, QStringLiteral("yes")));
    need(m.ws->sites().switchWatch(m.ws->me(), other.watchNo, false));
    QCOMPARE(take(watchMarket(*m.ws, {}, {})).offers, 1);
    const qint64 found = m.count("SELECT max(no) FROM offer");
    const OfferEvidence e = take(offerEvidence(*m.ws, found));
    QCOMPARE(e.offerNo, found);
    QCOMPARE(e.url, url);
    QCOMPARE(e.source, added.host);
    QVERIFY(e.look);
    QCOMPARE(e.look->watchNo, added.watchNo);
    QCOMPARE(e.look->at, m.clock.now());
    QCOMPARE(*e.look->offerNo, found);
    QCOMPARE(e.reader, QStringLiteral("json-ld"));
    QCOMPARE(e.pointer, QStringLiteral("/offers/price"));
    QVERIFY(e.snippet.contains(u"3.40"));
    QVERIFY(!e.selector.isEmpty());
    QVERIFY(e.confidence > 0.6 && e.confidence <= 1);
    QVERIFY(e.pageKept);
    // A later look does not take its place.
    m.clock.advance(hours(30));
    (void)take(watchMarket(*m.ws, {}, {}));
    QCOMPARE(take(offerEvidence(*m.ws, found)).look->at, m.clock.now() - hours(30));
    // Pages are forgotten, what was read of them is not.
    m.sql("DELETE FROM page");
    const OfferEvidence late = take(offerEvidence(*m.ws, found));
    QVERIFY(!late.pageKept);
    QVERIFY(late.look);
    QCOMPARE(late.snippet, e.snippet);

    const OfferEvidence imported = take(offerEvidence(*m.ws, m.count("SELECT no FROM offer WHERE source_no = 1")));
    QCOMPARE(imported.source, QStringLiteral("Feed"));
    QVERIFY(!imported.look && !imported.pageKept && imported.snippet.isEmpty() && imported.reader.isEmpty());
    const auto unknown = offerEvidence(*m.ws, 999'999);
    QVERIFY(!unknown && unknown.error().is(u"market.unknown-offer"));
    QCOMPARE(unknown.error().arguments.value(QStringLiteral("offer")), QStringLiteral("999999"));
  }
};

QTEST_GUILESS_MAIN(MarketHealthTest)
#include "tst_MarketHealth.moc"
