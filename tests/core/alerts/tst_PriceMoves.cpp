// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RivalTapes.h"

#include <QTest>

#include <cmath>

using namespace pricewright;
using namespace pricewright::test;

// What competitors' prices did, and the index they make: from what counts only, and whatever the order it comes in.
class tst_PriceMoves : public QObject {
  Q_OBJECT

  static std::vector<RivalMove> movesOf(const RivalDesk& d, double hours, double since = -1'000) {
    MovesWish wish;
    wish.since = d.at(since), wish.now = d.at(hours);
    wish.currency = [&](int) { return d.usd; };
    wish.rates = [&](Day) { return &d.rates; };
    return rivalMoves(d.offers, d.sources, wish);
  }
  static QString said(const std::vector<RivalMove>& moves) {
    QStringList out;
    for (const RivalMove& m : moves)
      out << moveKindName(m.kind) + (m.isBlip ? QStringLiteral("*") : QString());
    return out.join(u' ');
  }

 private slots:
  void aMoveSaysWhatItWas() {
    RivalDesk d;
    d.sees(1, 1, 1, "10.00");
    d.sees(1, 1, 5, "10.00");
    Offer& o = d.sees(1, 1, 9, "7.50");
    o.shipping = *Decimal::parse(u"1.00");
    o.theirPacks = 2;
    const auto moves = movesOf(d, 12);
    QCOMPARE(said(moves), QStringLiteral("down"));
    const RivalMove& m = moves.front();
    QCOMPARE(m.before.value.toString(), QStringLiteral("10"));
    QCOMPARE(m.after.value.toString(), QStringLiteral("7.5"));
    QCOMPARE(m.deliveredAfter.value.toString(), QStringLiteral("8.5"));
    QCOMPARE(m.percent, -25.0);
    QCOMPARE(m.deliveredPercent, -15.0);
    QCOMPARE(m.comparable->value.toString(), QStringLiteral("4.25")); // a pack of two against our one
    QCOMPARE(m.lastSeen, d.at(5));
    QCOMPARE(m.at, d.at(9));
    QCOMPARE(m.offerNo, 3);
    QVERIFY(movesOf(d, 12, 9).empty()); // (since, now]
    QVERIFY(movesOf(d, 8.9).empty());   // not seen yet
  }

  void shippingAloneMovesWhatABuyerPays() {
    RivalDesk d;
    d.sees(1, 1, 1, "10.00");
    d.sees(1, 1, 2, "10.00").shipping = *Decimal::parse(u"5");
    const auto moves = movesOf(d, 3);
    QCOMPARE(said(moves), QStringLiteral("up"));
    QCOMPARE(moves.front().percent, 0.0);
    QCOMPARE(moves.front().deliveredPercent, 50.0);
  }

  void whatDoesNotCountMovesNothing_data() {
    QTest::addColumn<std::function<void(RivalDesk&, Offer&)>>("spoil");
    using Spoil = std::function<void(RivalDesk&, Offer&)>;
    QTest::newRow("quarantined") << Spoil([](RivalDesk&, Offer& o) { o.state = OfferState::Quarantined; });
    QTest::newRow("rejected") << Spoil([](RivalDesk&, Offer& o) { o.state = OfferState::Rejected; });
    QTest::newRow("suggested") << Spoil([](RivalDesk&, Offer& o) { o.match = MatchState::Suggested; });
    QTest::newRow("no source") << Spoil([](RivalDesk&, Offer& o) { o.sourceNo = 9; });
    QTest::newRow("not public") << Spoil(
        [](RivalDesk& d, Offer& o) { o.sourceNo = 2, d.sources[2].publicData = false; });
    QTest::newRow("no price") << Spoil([](RivalDesk&, Offer& o) { o.price.value = {}; });
  }
  void whatDoesNotCountMovesNothing() {
    QFETCH(const std::function<void(RivalDesk&, Offer&)>, spoil);
    RivalDesk d;
    d.sees(1, 1, 1, "10.00");
    spoil(d, d.sees(1, 1, 2, "1.00"));
    QVERIFY(movesOf(d, 3).empty());
    const auto tape = d.tape();
    QCOMPARE(tape->sights().size(), std::size_t(1));
  }

  void otherCurrenciesAreNoMoveOfAPrice() {
    RivalDesk d;
    d.sees(1, 1, 1, "10.00");
    d.sees(1, 1, 2, "5.00").price.currency = d.eur;
    const auto moves = movesOf(d, 3);
    QCOMPARE(said(moves), QStringLiteral("currency-switch"));
    QCOMPARE(moves.front().percent, 0.0);
    QCOMPARE(moves.front().comparable->value.toString(), QStringLiteral("10"));
  }

  void stockComesAndGoes() {
    RivalDesk d;
    d.sees(1, 1, 1, "10.00");
    d.sees(1, 1, 2, "10.00").inStock = false;
    d.sees(1, 1, 3, "9.00");
    QCOMPARE(said(movesOf(d, 4)), QStringLiteral("down back-in-stock sold-out"));
  }

  // New and gone are seen against the source: where it says nothing at all, nobody has gone.
  void sellersComeAndGo() {
    RivalDesk d;
    for (int hour = 0; hour <= 200; hour += 10)
      d.sees(1, 1, hour, "10.00");
    d.sees(2, 1, 50, "3.00"); // new, and never seen again
    QCOMPARE(said(movesOf(d, 73)), QStringLiteral("new-seller"));
    QCOMPARE(said(movesOf(d, 200)), QStringLiteral("seller-gone new-seller"));
    QCOMPARE(movesOf(d, 200).front().at, d.at(74));
    d.sees(2, 1, 150, "3.00");
    QCOMPARE(said(movesOf(d, 160)), QStringLiteral("returned seller-gone new-seller"));
    RivalDesk silent;
    silent.sees(1, 1, 0, "10.00");
    silent.sees(2, 1, 0, "3.00");
    silent.sees(1, 1, 100, "10.00");
    silent.sees(2, 1, 100, "3.00");
    QVERIFY(movesOf(silent, 200).empty());
  }

  void whatIsUndoneAtOnceIsABlip() {
    RivalDesk d;
    d.sees(1, 1, 1, "10.00");
    d.sees(1, 1, 2, "1.00");
    d.sees(1, 1, 5, "10.00");
    QCOMPARE(said(movesOf(d, 6)), QStringLiteral("up* down*"));
    QCOMPARE(said(movesOf(d, 3)), QStringLiteral("down")); // nobody can know yet
    RivalDesk late;
    late.sees(1, 1, 1, "10.00");
    late.sees(1, 1, 2, "8.00");
    late.sees(1, 1, 9, "10.00"); // a weekend sale of seven hours
    QCOMPARE(said(movesOf(late, 10)), QStringLiteral("up down"));
    RivalDesk seen;
    seen.sees(1, 1, 1, "10.00");
    seen.sees(1, 1, 2, "8.00");
    seen.sees(1, 1, 3, "8.00"); // confirmed
    seen.sees(1, 1, 4, "10.00");
    QCOMPARE(said(movesOf(seen, 10)), QStringLiteral("up down"));
  }

  void theOrderOfOffersDoesNotMatter() {
    for (quint64 seed = 1; seed <= 5; ++seed) {
      std::mt19937_64 random(seed);
      RivalDesk d;
      d.fill(random, 3, 20);
      const auto list = [&] {
        QStringList out;
        for (const RivalMove& m : movesOf(d, 24 * 20, 24))
          out << QStringLiteral("%1 %2 %3 %4")
                     .arg(moveKindName(m.kind), isoInstant(m.at))
                     .arg(m.offerNo)
                     .arg(m.percent);
        out.sort();
        return out;
      };
      const QStringList before = list();
      QVERIFY(before.size() > 20);
      std::shuffle(d.offers.begin(), d.offers.end(), random);
      QCOMPARE(list(), before);
    }
  }

  // The view's median is the reference of market/Reference.h, at every moment of a random market.
  void theViewsMedianIsTheReference() {
    int decided = 0;
    for (quint64 seed = 1; seed <= 6; ++seed) {
      std::mt19937_64 random(seed);
      RivalDesk d;
      d.fill(random, 3, 25);
      const auto tape = d.tape();
      RivalView view(*tape, tape->longestHold() + std::chrono::hours(24 * 8));
      for (int hour = 0; hour < 24 * 25; hour += 5) {
        view.advanceTo(d.at(hour));
        for (int listing = 1; listing <= 3; ++listing) {
          std::vector<Offer> own;
          for (const Offer& o : d.offers)
            if (o.listingNo == listing)
              own.push_back(o);
          const Instant now = d.at(hour), before = now - std::chrono::hours(24 * 7);
          for (const Instant t : {now, before}) {
            const CompetitorReference wanted = competitorReference(own, d.sources, d.usd, &d.rates, t);
            const RivalView::Market got = view.marketAt(listing - 1, t);
            QCOMPARE(got.median.value_or(-1), wanted.median ? wanted.median->value.micros() : -1);
            QCOMPARE(got.sellers, wanted.sellers);
            QVERIFY(got.changes > t);
            decided += got.median.has_value();
          }
        }
      }
    }
    QVERIFY(decided > 500);
  }

  void anIndexIsAGeometricMean() {
    RivalDesk d(4);
    for (const int listing : {1, 3}) { // both are juice
      d.asks(listing, 0, 1000);
      d.sees(listing, 1, 1, listing == 1 ? "5.00" : "20.00");
      d.sees(listing, 2, 1, listing == 1 ? "5.00" : "20.00");
    }
    const std::vector<int> rivals{0, 1, 3};
    const auto index = [&](int least) { return indexSeries(*d.tape(), rivals, d.at(2), d.at(2), Duration(1), least); };
    auto points = index(2);
    QCOMPARE(points.size(), std::size_t(9));
    QVERIFY(std::abs(*points[1].value.index - 100) < 1e-4); // 2 × ½
    QCOMPARE(points[1].value.prices, 2);
    QCOMPARE(points[2].value.why, QStringLiteral("no-prices")); // tea
    QCOMPARE(points[7].value.why, QStringLiteral("no-prices")); // the third asks for nothing
    d.revenue = {{1, 3.0}, {3, 1.0}};
    points = index(2);
    QVERIFY(points[1].value.byRevenue);
    QVERIFY(std::abs(*points[1].value.index - 100 * std::sqrt(2)) < 1e-3); // 2^¾ · ½^¼
    QCOMPARE(index(3)[1].value.why, QStringLiteral("too-few-prices"));
    QVERIFY(!index(3)[1].value.index);
    const auto later = indexSeries(*d.tape(), rivals, d.at(26), d.at(26), Duration(1), 1);
    QCOMPARE(later[1].value.why, QStringLiteral("no-prices")); // a day later it is all old
  }

  // What came and went leaves no trace in the sums.
  void theIndexForgets() {
    std::mt19937_64 random(3);
    RivalDesk d(4);
    d.fill(random, 4, 30);
    d.revenue = {{1, 5.0}, {2, 2.0}, {3, 9.0}};
    const auto tape = d.tape();
    RivalView along(*tape, tape->longestHold() + std::chrono::hours(24));
    KeptPriceIndex kept(along, 0);
    int known = 0;
    for (int hour = 0; hour < 24 * 30; hour += 7) {
      along.advanceTo(d.at(hour));
      RivalView fresh(*tape, tape->longestHold() + std::chrono::hours(24));
      fresh.advanceTo(d.at(hour));
      KeptPriceIndex anew(fresh, 0);
      for (int place = 0; place < 4; ++place)
        kept.read(place), anew.read(place);
      for (const int category : {0, 1, 2}) {
        QCOMPARE(kept.of(category, 1).index.value_or(-1), anew.of(category, 1).index.value_or(-1));
        known += kept.of(category, 1).index.has_value();
      }
    }
    QVERIFY(known > 100);
  }
};

QTEST_GUILESS_MAIN(tst_PriceMoves)
#include "tst_PriceMoves.moc"
