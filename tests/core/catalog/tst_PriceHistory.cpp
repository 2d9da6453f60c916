// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One price at a time per listing, channel and type, exact, inside its limits, with all of its past.
#include "Shop.h"

#include <QTest>

#include <random>

using namespace pricewright;
using test::codeOf;
using test::Shop;

class TestPriceHistory : public QObject {
  Q_OBJECT
 private slots:
  void aNewPriceClosesTheOld();
  void theStoreRefusesWhatMayNotBe();
  void promotionsNeverBecomeTheRegularPrice();
  void historyNeverOverlaps();
  void observedPricesFillTheGaps();
  void observedPricesOfManyListingsAreOneEntry();
};

void TestPriceHistory::aNewPriceClosesTheOld() {
  Shop shop(1);
  const Instant t = shop.clock.now();
  const auto at = [&](int hours) { return t + std::chrono::hours(hours); };
  QVERIFY(shop.put(shop.price(1, 249, at(0))));
  const qint64 entries = *shop.journal.size();
  QVERIFY(shop.put(shop.price(1, 249, at(5)))); // the same again: no change
  QCOMPARE(*shop.journal.size(), entries);
  QVERIFY(shop.put(shop.price(1, 259, at(10))));
  QVERIFY(shop.put(shop.price(1, 269, at(10)))); // replaced in the moment it began
  QVERIFY(shop.put(shop.price(1, 269, at(10)))); // finished again after a kill
  QCOMPARE(codeOf(shop.put(shop.price(1, 199, at(9)))), QStringLiteral("catalog.price-out-of-order"));
  const auto history = *shop.catalog.priceHistory(1, at(-100));
  QCOMPARE(history.size(), 2u); // 259 was never in force
  QVERIFY(history[0] ==
          (PublishedPrice{1, 1, PriceType::Regular, Money(249, shop.usd), at(0), at(10), PriceOrigin::Manual}));
  QVERIFY(history[1] ==
          (PublishedPrice{1, 1, PriceType::Regular, Money(269, shop.usd), at(10), std::nullopt, PriceOrigin::Manual}));
  QVERIFY(*shop.catalog.priceHistory(at(-100)) == history);
  QCOMPARE(shop.catalog.priceHistory(1, at(10))->size(), 1u);
  QCOMPARE(shop.catalog.regularPricesInForce(at(10) - Duration(1))->at(0).amount.minor(), 249);
  QCOMPARE(shop.catalog.regularPricesInForce(at(10))->at(0).amount.minor(), 269);
  QVERIFY(shop.catalog.regularPricesInForce(at(0) - Duration(1))->empty());
  QCOMPARE(shop.journal.entriesFor(QStringLiteral("price"), QStringLiteral("001|Z1|store|regular"))->size(), 3u);
}

void TestPriceHistory::theStoreRefusesWhatMayNotBe() {
  Shop shop(2);
  Listing bounds = shop.catalog.load()->listings.at(0);
  bounds.minMinor = 200, bounds.maxMinor = 300;
  QVERIFY(shop.catalog.putListingBounds(shop.anna, bounds));
  const Instant t = shop.clock.now();
  const auto with = [&](auto change) {
    PublishedPrice p = shop.price(1, 249, t);
    change(p);
    return codeOf(shop.put(p));
  };
  QCOMPARE(with([](PublishedPrice& p) { p.amount = Money(199, p.amount.currency()); }),
           QStringLiteral("catalog.outside-bounds"));
  QCOMPARE(with([](PublishedPrice& p) { p.amount = Money(301, p.amount.currency()); }),
           QStringLiteral("catalog.outside-bounds"));
  QCOMPARE(with([](PublishedPrice& p) { p.amount = Money(0, p.amount.currency()); }),
           QStringLiteral("catalog.bad-price"));
  QCOMPARE(with([](PublishedPrice& p) { p.amount = Money(-5, p.amount.currency()); }),
           QStringLiteral("catalog.bad-price"));
  QCOMPARE(with([](PublishedPrice& p) { p.amount = {}; }), QStringLiteral("catalog.bad-price"));
  QCOMPARE(with([](PublishedPrice& p) { p.amount = Money(249, *Currency::fromCode(u"EUR")); }),
           QStringLiteral("catalog.wrong-currency"));
  QCOMPARE(with([](PublishedPrice& p) { p.listingNo = 9; }), QStringLiteral("catalog.unknown-listing"));
  QCOMPARE(with([](PublishedPrice& p) { p.channelNo = 9; }), QStringLiteral("catalog.unknown-channel"));
  QCOMPARE(with([](PublishedPrice& p) { p.to = p.from; }), QStringLiteral("catalog.bad-period"));
  QCOMPARE(shop.count("SELECT count(*) FROM price"), 0);
  QCOMPARE(with([](PublishedPrice& p) { p.amount = Money(200, p.amount.currency()); }), QString());
  QCOMPARE(shop.count("SELECT floor_minor FROM price"), 200); // the limits that held stand in the row
  QCOMPARE(shop.count("SELECT ceiling_minor FROM price"), 300);
  // What was imported is a fact, even outside the limits.
  PublishedPrice fact = shop.price(1, 150, t + std::chrono::hours(1));
  fact.origin = PriceOrigin::Import;
  QVERIFY(shop.put(fact));
}

void TestPriceHistory::promotionsNeverBecomeTheRegularPrice() {
  Shop shop(2);
  QVERIFY(shop.catalog.putChannel(shop.anna, {0, {}, QStringLiteral("web"), QStringLiteral("Web"), {}}));
  const Instant t = shop.clock.now();
  QVERIFY(shop.put(shop.price(1, 249, t)));
  PublishedPrice promotion = shop.price(1, 199, t, PriceType::Promotion);
  promotion.to = t + std::chrono::hours(24);
  QVERIFY(shop.put(promotion));
  QVERIFY(shop.put(shop.price(1, 219, t, PriceType::Markdown)));
  PublishedPrice web = shop.price(1, 279, t);
  web.channelNo = 2;
  QVERIFY(shop.put(web));
  const auto inForce = [&](int channel, Instant at) {
    return shop.catalog.pricesInForce(channel, at)->at(0).amount.minor();
  };
  QCOMPARE(inForce(1, t), 199);                          // promotion before markdown before regular
  QCOMPARE(inForce(1, t + std::chrono::hours(24)), 219); // and only while it lasts
  QCOMPARE(inForce(2, t), 279);
  QCOMPARE(shop.catalog.pricesInForce(1, t)->size(), 1u); // one a listing
  const auto regular = *shop.catalog.regularPricesInForce(t);
  QCOMPARE(regular.size(), 1u);
  QCOMPARE(regular[0].amount.minor(), 249);
  shop.run(QStringLiteral("UPDATE sku SET active = 0 WHERE no = 1"));
  QVERIFY(shop.catalog.pricesInForce(1, t)->empty()); // what is not sold has no place in a price list
}

void TestPriceHistory::historyNeverOverlaps() {
  Shop shop(4);
  QVERIFY(shop.catalog.putChannel(shop.anna, {0, {}, QStringLiteral("web"), QStringLiteral("Web"), {}}));
  std::mt19937 random(20260101);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  int refused = 0;
  Instant now = shop.clock.now();
  for (int i = 0; i < 1500; ++i) {
    now += std::chrono::minutes(below(4) == 0 ? 0 : below(90));
    const Instant t = below(4) == 0 ? now - std::chrono::minutes(below(2000)) : now; // some come late
    PublishedPrice p = shop.price(1 + below(4), 200 + below(4), t, static_cast<PriceType>(below(3)));
    p.channelNo = 1 + below(2);
    if (below(3) == 0)
      p.to = t + std::chrono::minutes(1 + below(300));
    const Status put = shop.put(p);
    if (!put) {
      QCOMPARE(put.error().code, QStringLiteral("catalog.price-out-of-order"));
      ++refused;
      continue;
    }
    // What was put is what is in force from then on.
    bool found = false;
    const std::vector<PublishedPrice> history = *shop.catalog.priceHistory(p.listingNo, t);
    for (const PublishedPrice& h : history)
      found |= h.channelNo == p.channelNo && h.type == p.type && h.amount == p.amount && h.from <= t &&
               (!h.to || *h.to > t) && h.to == p.to;
    QVERIFY(found);
  }
  QVERIFY(refused > 20);
  QCOMPARE(
      shop.count(
          "SELECT count(*) FROM price a JOIN price b ON a.listing_no = b.listing_no AND a.channel_no = b.channel_no "
          "AND a.type = b.type AND a.no < b.no AND a.from_ms < coalesce(b.to_ms, 9e18) AND b.from_ms < "
          "coalesce(a.to_ms, 9e18) "
          "WHERE a.from_ms < coalesce(a.to_ms, 9e18) AND b.from_ms < coalesce(b.to_ms, 9e18)"),
      0);
  QVERIFY(shop.count("SELECT count(*) FROM price") > 500);
  QVERIFY(shop.journal.verify()->intact());
}

void TestPriceHistory::observedPricesFillTheGaps() {
  Shop shop(7);
  QVERIFY(shop.catalog.putChannel(shop.anna, {0, {}, QStringLiteral("web"), QStringLiteral("Web"), {}}));
  shop.addSale(1, 100, 2'445'000);                               // half a cent: to even
  shop.addSale(1, 107, 1'990'000, QStringLiteral("NULL"), 1000); // on deal: not regular
  shop.addSale(2, 100, 2'300'000, QStringLiteral("2490000"));    // the source tells the regular price
  shop.addSale(3, 100, 2'000'000, QStringLiteral("NULL"), 1);    // never off promotion
  shop.addSale(4, 100, 4'000);                                   // less than half a cent
  shop.addSale(5, 108, 3'000'000);                               // not over yet
  shop.addSale(6, 100, 3'000'000);
  QVERIFY(shop.put(shop.price(6, 349, shop.clock.now()))); // has a price
  const qint64 entries = *shop.journal.size();
  QCOMPARE(*shop.catalog.adoptObservedPrices(shop.anna, fromDayNumber(114)), 2);
  QCOMPARE(*shop.journal.size(), entries + 1);
  const Instant since = startOf(fromDayNumber(107));
  const auto first = *shop.catalog.priceHistory(1, fromMillis(0));
  QCOMPARE(first.size(), 2u); // both channels
  QVERIFY(first[0] ==
          (PublishedPrice{1, 1, PriceType::Regular, Money(244, shop.usd), since, std::nullopt, PriceOrigin::Observed}));
  QCOMPARE(first[1].channelNo, 2);
  QCOMPARE(shop.catalog.priceHistory(2, fromMillis(0))->at(0).amount.minor(), 249);
  for (const int none : {3, 4, 5, 7})
    QVERIFY(shop.catalog.priceHistory(none, fromMillis(0))->empty());
  QCOMPARE(*shop.catalog.adoptObservedPrices(shop.anna, fromDayNumber(114)), 0); // once
  QCOMPARE(*shop.journal.size(), entries + 1);
}

void TestPriceHistory::observedPricesOfManyListingsAreOneEntry() {
  Shop shop(500);
  for (int i = 1; i <= 500; ++i)
    shop.addSale(i, 100, 1'000'000 + i * 10'000);
  const qint64 entries = *shop.journal.size();
  QCOMPARE(*shop.catalog.adoptObservedPrices(shop.anna, fromDayNumber(200)), 500);
  const auto added = *shop.journal.entries(entries, 10);
  QCOMPARE(added.size(), 1u);
  QCOMPARE(added[0].body.value(QStringLiteral("count")).toInt(), 500);
  QCOMPARE(added[0].body.value(QStringLiteral("digest")).toString().size(), 64);
  const auto prices = *shop.catalog.regularPricesInForce(shop.clock.now());
  QCOMPARE(prices.size(), 500u);
  for (std::size_t i = 0; i < 500; ++i)
    QCOMPARE(prices[i].amount.minor(), 101 + static_cast<qint64>(i));
}

QTEST_GUILESS_MAIN(TestPriceHistory)
#include "tst_PriceHistory.moc"
