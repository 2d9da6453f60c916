// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/CatalogStore.h"
#include "pipeline/monitor/MonitorAgent.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace pricewright;

namespace {

const Instant kNow = *parseInstant(u"2026-03-02T09:00:00Z");

// Daily offers of some sellers for one listing, newest today; `last` replaces the newest price of the first seller.
MarketView market(std::vector<double> sellers, double last, int days = 12,
                  const QString& lastCurrency = QStringLiteral("USD")) {
  MarketView view;
  view.at = kNow;
  Source source;
  source.no = 1;
  view.sources.insert(1, source);
  qint64 no = 0;
  for (std::size_t s = 0; s < sellers.size(); ++s)
    for (int day = days; day >= 0; --day) {
      Offer o;
      o.no = ++no;
      o.listingNo = 1;
      o.sourceNo = 1;
      o.seller = QStringLiteral("seller %1").arg(s);
      o.observedAt = kNow - std::chrono::hours(24 * day + 1);
      const bool isLast = s == 0 && day == 0;
      o.price = {*Decimal::parse(QString::number(isLast ? last : sellers[s], 'f', 4)),
                 *Currency::fromCode(isLast ? lastCurrency : QStringLiteral("USD"))};
      view.offers.push_back(o);
    }
  return view;
}

const Offer& newestOfFirst(const MarketView& view) {
  const Offer* newest = nullptr;
  for (const Offer& o : view.offers)
    if (o.seller == u"seller 0" && (!newest || o.observedAt > newest->observedAt))
      newest = &o;
  return *newest;
}

// Offers of one listing, as one look each: who, how many hours ago, for how much, from which source.
struct Seen {
  const char* seller;
  int hoursAgo;
  double price;
  int source = 1;
};
MarketView seenOnce(const std::vector<Seen>& seen, std::optional<double> ours = {}) {
  MarketView view;
  view.at = kNow;
  qint64 no = 0;
  for (const Seen& one : seen) {
    Source source;
    source.no = one.source;
    view.sources.insert(one.source, source);
    Offer o;
    o.no = ++no, o.listingNo = 1, o.sourceNo = one.source, o.seller = QString::fromLatin1(one.seller);
    o.observedAt = kNow - std::chrono::hours(one.hoursAgo);
    o.price = {*Decimal::parse(QString::number(one.price, 'f', 4)), *Currency::fromCode(u"USD")};
    view.offers.push_back(o);
  }
  std::stable_sort(view.offers.begin(), view.offers.end(), [](const Offer& a, const Offer& b) {
    return std::tie(a.seller, a.observedAt) < std::tie(b.seller, b.observedAt);
  });
  if (ours)
    view.ours[1] = {{kNow - std::chrono::hours(24 * 90),
                     {*Decimal::parse(QString::number(*ours, 'f', 4)), *Currency::fromCode(u"USD")}}};
  return view;
}
QStringList heldIn(const MarketView& view) {
  QStringList out;
  for (const Offer& o : view.offers)
    if (o.state != OfferState::Accepted)
      out << o.seller + u' ' + o.price.value.toString() + u' ' + o.stateReason;
  return out;
}
QStringList statesIn(const MarketView& view) {
  QStringList out;
  for (const Offer& o : view.offers)
    out << QStringLiteral("%1 %2 %3 %4")
               .arg(o.no)
               .arg(o.price.value.toString(), offerStateName(o.state), o.stateReason);
  return out;
}
Offer& offerAt(MarketView& view, QStringView seller, int hoursAgo) {
  return *std::find_if(view.offers.begin(), view.offers.end(), [&](const Offer& o) {
    return o.seller == seller && o.observedAt == kNow - std::chrono::hours(hoursAgo);
  });
}

} // namespace

class TestMonitorAgent : public QObject {
  Q_OBJECT
 private slots:
  void pricesThatDoNotStandUpToHistoryAreKeptOut_data() {
    QTest::addColumn<double>("last");
    QTest::addColumn<QString>("reason");
    QTest::newRow("as always") << 2.05 << "";
    QTest::newRow("an ordinary promotion") << 1.55 << "";
    QTest::newRow("a third more, as a brand may") << 2.60 << "";
    QTest::newRow("decimal point slipped") << 200.0 << "factor-slip";
    QTest::newRow("one place") << 0.20 << "factor-slip";
    QTest::newRow("cents for dollars") << 0.0199 << "factor-slip";
    QTest::newRow("three times as dear") << 6.0 << "price-jump";
    QTest::newRow("a quarter of it") << 0.5 << "price-jump";
    QTest::newRow("nothing") << 0.0 << "not-positive";
    QTest::newRow("below nothing") << -2.0 << "not-positive";
  }
  void pricesThatDoNotStandUpToHistoryAreKeptOut() {
    QFETCH(double, last);
    QFETCH(QString, reason);
    MarketView view = market({2.0, 2.1, 1.95, 2.05}, last);
    checkOffers(view);
    QCOMPARE(newestOfFirst(view).stateReason, reason);
    QCOMPARE(newestOfFirst(view).state, reason.isEmpty()            ? OfferState::Accepted
                                        : reason == u"not-positive" ? OfferState::Rejected
                                                                    : OfferState::Quarantined);
    QCOMPARE(view.quarantined + view.rejected, reason.isEmpty() ? 0 : 1);
  }

  // If all rivals tripled their prices as well, the market moved, not the scraper.
  void aMoveOfTheWholeMarketIsNoAnomaly() {
    MarketView view = market({2.0, 2.1, 1.95, 2.05}, 6.0);
    for (Offer& o : view.offers)
      if (o.seller != u"seller 0" && kNow - o.observedAt < std::chrono::hours(72))
        o.price.value = *Decimal::parse(u"5.90");
    checkOffers(view);
    QCOMPARE(newestOfFirst(view).state, OfferState::Accepted);
  }

  void littleHistoryIsNotJudged() {
    MarketView view = market({2.0}, 6.0, 2);
    checkOffers(view);
    QCOMPARE(newestOfFirst(view).state, OfferState::Accepted);
  }

  void aSuddenOtherCurrencyIsQuarantined() {
    MarketView view = market({2.0, 2.1, 1.95}, 2.0, 12, QStringLiteral("EUR"));
    checkOffers(view);
    QCOMPARE(newestOfFirst(view).stateReason, QStringLiteral("currency-flip"));
  }

  void whatAPersonConfirmedIsLeftAlone() {
    MarketView view = market({2.0, 2.1, 1.95, 2.05}, 200.0);
    const_cast<Offer&>(newestOfFirst(view)).stateReason = QStringLiteral("confirmed");
    checkOffers(view);
    QCOMPARE(newestOfFirst(view).state, OfferState::Accepted);
  }

  // A wrong price that was seen before the right ones is the wrong one all the same.
  void whoWasSeenFirstIsNotRightForThat_data() {
    QTest::addColumn<double>("wrong");
    QTest::addColumn<double>("ours"); // 0: unknown
    QTest::addColumn<int>("hoursAgo");
    QTest::addColumn<QString>("reason");
    for (const int hours : {6, 1, 0}) {
      QTest::addRow("cents, %d h ago", hours) << 349.0 << 3.49 << hours << "far-from-ours";
      QTest::addRow("a hundredth, %d h ago", hours) << 0.0349 << 3.49 << hours << "far-from-ours";
      QTest::addRow("ten times, without ours, %d h ago", hours) << 30.5 << 0.0 << hours << "factor-slip";
      QTest::addRow("cents, without ours, %d h ago", hours) << 349.0 << 0.0 << hours << "factor-slip";
    }
  }
  void whoWasSeenFirstIsNotRightForThat() {
    QFETCH(double, wrong);
    QFETCH(double, ours);
    QFETCH(int, hoursAgo);
    QFETCH(QString, reason);
    MarketView view =
        seenOnce({{"Bad", hoursAgo, wrong}, {"a", 2, 3.05}, {"b", 2, 3.05}, {"c", 2, 3.05}, {"d", 2, 3.05}},
                 ours > 0 ? std::optional(ours) : std::nullopt);
    checkOffers(view);
    const QStringList held = heldIn(view);
    QCOMPARE(held.size(), 1);
    QVERIFY2(held[0].startsWith(u"Bad") && held[0].endsWith(reason), qPrintable(held[0]));
  }

  void whatWasHeldForAWrongOneComesBack() {
    MarketView view = seenOnce({{"Bad", 9, 349}, {"a", 2, 3.05}, {"b", 2, 3.05}}, 3.49);
    for (Offer& o : view.offers)
      if (o.seller != u"Bad")
        o.state = OfferState::Quarantined, o.stateReason = QStringLiteral("factor-slip");
    checkOffers(view);
    QCOMPARE(heldIn(view), QStringList{QStringLiteral("Bad 349 far-from-ours")});
    QCOMPARE(view.quarantined, 1); // newly
  }

  // Without a price of ours and with one other seller nobody can tell: the later one waits, until a third is seen.
  void oneAgainstOneIsSettledByTheThird() {
    MarketView two = seenOnce({{"Bad", 9, 349}, {"a", 2, 3.05}});
    checkOffers(two);
    QCOMPARE(heldIn(two), QStringList{QStringLiteral("a 3.05 factor-slip")});
    two.offers.push_back(seenOnce({{"b", 1, 3.10}}).offers.front());
    checkOffers(two);
    QCOMPARE(heldIn(two), QStringList{QStringLiteral("Bad 349 factor-slip")});
  }

  void firstPricesFarFromOursAreHeld_data() {
    QTest::addColumn<double>("price");
    QTest::addColumn<bool>("held");
    for (const double far : {349.0, 0.0349, 34.90, 25.0, 0.45})
      QTest::addRow("%g", far) << far << true;
    for (const double near : {3.05, 9.99, 24.0, 0.55})
      QTest::addRow("%g", near) << near << false;
  }
  void firstPricesFarFromOursAreHeld() {
    QFETCH(double, price);
    QFETCH(bool, held);
    MarketView view = seenOnce({{"a", 2, price}}, 3.49);
    checkOffers(view);
    QCOMPARE(!heldIn(view).isEmpty(), held);
  }

  // Ours may be the one that slipped: where sellers of several sources ask about as much, none of them is a lone one.
  void aPriceOfOursThatSlippedHoldsNoMarket() {
    MarketView view = seenOnce({{"a", 2, 3.05, 1}, {"b", 2, 3.10, 2}, {"c", 2, 3.00, 3}, {"Bad", 2, 300, 4}}, 349);
    checkOffers(view);
    QCOMPARE(heldIn(view), QStringList{QStringLiteral("Bad 300 factor-slip")});
    // A feed whose unit slipped says the same of all its sellers: that is one voice.
    MarketView feed = seenOnce({{"a", 2, 305}, {"b", 2, 310}, {"c", 2, 300}, {"page", 2, 3.10, 2}}, 3.49);
    checkOffers(feed);
    QCOMPARE(heldIn(feed).size(), 3);
  }

  // What was held against our price of then is not judged by one of today.
  void ourPriceOfThatTimeCounts() {
    MarketView view = seenOnce({{"a", 48, 3.05}, {"a", 2, 3.10}}, 3.49);
    view.ours[1].push_back({kNow - std::chrono::hours(5), {*Decimal::parse(u"349"), *Currency::fromCode(u"USD")}});
    checkOffers(view);
    QVERIFY(heldIn(view).size() <= 1);
    QCOMPARE(view.offers.front().state, OfferState::Accepted);
  }

  // What judging decides must not move what it decides by, or it turns back and forth for ever.
  void judgingAgainChangesNothing() {
    MarketView view = seenOnce({{"A", 5, 1, 1}, {"A", 4, 100, 1}, {"B", 3, 11, 2}, {"C", 2, 100, 3}, {"C", 1, 10, 3}});
    checkOffers(view);
    const QStringList once = statesIn(view);
    for (int again = 0; again < 3; ++again) {
      checkOffers(view);
      QCOMPARE(statesIn(view), once);
    }
  }
  void judgingAgainChangesNothingInAnyMarket() {
    std::mt19937 random(20260302);
    const auto pick = [&](int below) { return int(random() % unsigned(below)); };
    const double prices[] = {1, 3, 3.1, 2.9, 10, 11, 30, 80, 100, 300, 305, 0.03, 0};
    const char* sellers[] = {"A", "B", "C", "D", "E"};
    int held = 0;
    for (int market = 0; market < 4000; ++market) {
      std::vector<Seen> seen;
      const int count = 2 + pick(market % 4 == 0 ? 60 : 12), span = 1 + pick(24 * 40), kinds = 2 + pick(11);
      for (int i = 0; i < count; ++i)
        seen.push_back({sellers[pick(5)], pick(span), prices[pick(kinds)], 1 + pick(4)});
      MarketView view = seenOnce(seen, pick(2) ? std::optional(prices[pick(12)] + 0.01) : std::nullopt);
      for (Offer& o : view.offers) {
        if (pick(12) == 0)
          o.price.currency = *Currency::fromCode(u"EUR");
        if (pick(10) == 0)
          o.stateReason = QStringLiteral("confirmed");
        else if (pick(10) == 0)
          o.state = OfferState::Quarantined,
          o.stateReason = QString::fromLatin1(pick(2) ? "factor-slip" : "watch.from-price");
      }
      checkOffers(view);
      const QStringList once = statesIn(view);
      held += view.quarantined;
      view.quarantined = view.rejected = 0;
      checkOffers(view);
      QVERIFY2(statesIn(view) == once, qPrintable(once.join(QStringLiteral("; ")) + QStringLiteral(" -> ") +
                                                  statesIn(view).join(QStringLiteral("; "))));
      QCOMPARE(view.quarantined + view.rejected, 0);
    }
    QVERIFY(held > 1000);
  }

  // A source slips as a whole: its sellers are one voice, and newcomers overthrow nothing that has stood for long.
  void newcomersOverthrowNoPriceThatHasStood_data() {
    QTest::addColumn<bool>("sameSource");
    QTest::addColumn<bool>("severalSources");
    QTest::newRow("four sellers of another source") << false << false;
    QTest::newRow("of the same source") << true << false;
    QTest::newRow("each of a source of its own") << false << true;
  }
  void newcomersOverthrowNoPriceThatHasStood() {
    QFETCH(bool, sameSource);
    QFETCH(bool, severalSources);
    std::vector<Seen> seen;
    for (int day = 17; day >= 1; --day)
      seen.push_back({"Right", 24 * day, 10, 1});
    const char* names[] = {"a", "b", "c", "d"};
    for (int i = 0; i < 4; ++i)
      seen.push_back({names[i], 2, 1000.0 + i, sameSource ? 1 : severalSources ? 2 + i : 2});
    MarketView view = seenOnce(seen);
    checkOffers(view);
    for (const Offer& o : view.offers)
      QCOMPARE(o.state, o.seller == u"Right" ? OfferState::Accepted : OfferState::Quarantined);
  }
  void sellersOfOneSourceAreOneVoice() {
    MarketView view = seenOnce({{"Right", 20, 10, 1}, {"a", 2, 1000, 2}, {"b", 2, 1001, 2}, {"c", 2, 1002, 2}});
    checkOffers(view);
    QCOMPARE(heldIn(view).size(), 3);
    QCOMPARE(offerAt(view, u"Right", 20).state, OfferState::Accepted);
    // Nor are they two sources that make a price far from ours a common one.
    MarketView far = seenOnce({{"p", 2, 1000, 1}, {"a", 2, 1000, 2}, {"b", 2, 1001, 2}, {"c", 2, 1002, 2}}, 10);
    checkOffers(far);
    QCOMPARE(heldIn(far).size(), 4);
  }

  void whatAPersonAcceptedIsBelievedFromThenOn() {
    MarketView view = seenOnce(
        {{"a", 90, 10}, {"a", 80, 10}, {"a", 70, 10}, {"a", 60, 80}, {"a", 50, 80}, {"a", 40, 85}, {"a", 30, 8000}},
        10);
    offerAt(view, u"a", 60).stateReason = QStringLiteral("confirmed");
    checkOffers(view);
    QCOMPARE(heldIn(view), QStringList{QStringLiteral("a 8000 far-from-ours")});
    // Of another currency, or of another seller, it says nothing.
    MarketView other = seenOnce({{"a", 60, 80}, {"b", 50, 80}}, 10);
    offerAt(other, u"a", 60).stateReason = QStringLiteral("confirmed");
    checkOffers(other);
    QCOMPARE(heldIn(other), QStringList{QStringLiteral("b 80 far-from-ours")});
  }

  void dataThatAreNotPublicAreRefused() {
    MarketView view = market({2.0, 2.1, 1.95}, 2.0);
    view.sources[1].publicData = false;
    checkOffers(view);
    QCOMPARE(newestOfFirst(view).stateReason, QStringLiteral("not-public"));
    QCOMPARE(newestOfFirst(view).state, OfferState::Rejected);
  }

  void aFeedInCentsIsSeenAsAWhole() {
    for (const double factor : {100.0, 0.01, 1.0}) {
      MarketView view = market({2.0, 2.1, 1.95, 2.05}, 2.0 * factor);
      for (Offer& o : view.offers)
        if (kNow - o.observedAt < std::chrono::hours(12))
          o.price.value = Decimal::fromMicros(qint64(2'000'000 * factor));
      checkOffers(view);
      QCOMPARE(view.feedsMovedByFactor, factor == 1.0 ? 0 : 1);
    }
  }

  // What halts a cycle is what the feed says today and nobody has looked at.
  void aSlippedFeedStopsHaltingOnceItIsConfirmedOrOld_data() {
    QTest::addColumn<int>("confirmed"); // of four sellers
    QTest::addColumn<int>("hoursLater");
    QTest::addColumn<int>("feeds");
    QTest::newRow("today") << 0 << 0 << 1;
    QTest::newRow("within the source's limit") << 0 << 22 << 1;
    QTest::newRow("older than the source's limit") << 0 << 24 << 0;
    QTest::newRow("one confirmed") << 1 << 0 << 1;
    QTest::newRow("half of them confirmed") << 2 << 0 << 0;
    QTest::newRow("all confirmed") << 4 << 0 << 0;
  }
  void aSlippedFeedStopsHaltingOnceItIsConfirmedOrOld() {
    QFETCH(int, confirmed);
    QFETCH(int, hoursLater);
    MarketView view = market({2.0, 2.0, 2.0, 2.0}, 2.0);
    for (Offer& o : view.offers) {
      if (kNow - o.observedAt >= std::chrono::hours(12))
        continue;
      o.price.value = *Decimal::parse(u"200");
      if (o.seller.right(1).toInt() < confirmed)
        o.stateReason = QStringLiteral("confirmed");
    }
    view.at = kNow + std::chrono::hours(hoursLater);
    checkOffers(view);
    QTEST(view.feedsMovedByFactor, "feeds");
  }

  // Rates that are older than the limit convert nothing: neither do they hold back what may be right.
  void ratesThatAreTooOldHoldNothingBack() {
    const auto heldWith = [](int days) {
      MarketView view = seenOnce({{"a", 2, 126.0}}, 3.15);
      view.offers[0].price.currency = *Currency::fromCode(u"TRY");
      view.rates = FxRates(*Currency::fromCode(u"USD"), dayOf(kNow) - std::chrono::days(days));
      [[maybe_unused]] const Status set = view.rates->set(*Currency::fromCode(u"TRY"), u"4.0");
      checkOffers(view);
      return heldIn(view);
    };
    QCOMPARE(heldWith(30), QStringList{QStringLiteral("a 126 far-from-ours")}); // against 12.60
    QCOMPARE(heldWith(31), QStringList());
    QCOMPARE(heldWith(1000), QStringList());
  }

  // monitor fails: cached competitor data, at most 24 h old; older: flagged stale; none: said so.
  void aFailedReadingFallsBackStepByStep() {
    QTemporaryDir dir;
    FixedClock clock(kNow);
    IdSource ids(clock, 1);
    auto db = Database::open(dir.filePath(QStringLiteral("w")), OpenMode::CreateNew);
    QVERIFY(db);
    Journal journal(**db, clock, ids);
    OfferStore store(**db, journal, ids);
    const CatalogStore catalog(**db, journal, clock, ids);
    Telemetry telemetry;
    MonitorAgent monitor(store, catalog, clock, telemetry);
    const Currency usd = *Currency::fromCode(u"USD");
    bool broken = true;
    monitor.readOffers = [&](Instant, Instant) -> Result<std::vector<Offer>> {
      if (broken)
        return fail(QStringLiteral("storage.io"));
      MarketView seen = market({2.0, 2.1}, 2.0);
      for (Offer& o : seen.offers)
        o.no = 0; // not in the store
      return seen.offers;
    };

    auto none = monitor.collect(systemActor(), usd);
    QCOMPARE(none.state, SourceState::Fallback);
    QCOMPARE(none.by, QStringLiteral("none"));
    QCOMPARE(none.reason, QStringLiteral("storage.io"));
    QVERIFY(none.value->offers.empty());

    broken = false;
    auto live = monitor.collect(systemActor(), usd);
    QCOMPARE(live.state, SourceState::Live);
    QCOMPARE(live.value->of(1).size(), std::size_t(26));
    QVERIFY(live.value->of(2).empty());

    broken = true;
    clock.advance(std::chrono::hours(24));
    auto cached = monitor.collect(systemActor(), usd);
    QCOMPARE(cached.state, SourceState::Cached);
    QCOMPARE(cached.since, kNow);
    QCOMPARE(cached.value->offers.size(), live.value->offers.size());

    clock.advance(Duration(1));
    QCOMPARE(monitor.collect(systemActor(), usd).state, SourceState::Stale);
    // A cached answer is no success of the reading.
    QCOMPARE(*telemetry.gaugeValue(QStringLiteral("scrape_success_rate")), 0.25);
    QCOMPARE(telemetry.counter(QStringLiteral("market_fallbacks")), qint64(3));
    QVERIFY(telemetry.gaugeValue(QStringLiteral("scrape_latency_p95_ms")));
  }
};

QTEST_GUILESS_MAIN(TestMonitorAgent)
#include "tst_MonitorAgent.moc"
