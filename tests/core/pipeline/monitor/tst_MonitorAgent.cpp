// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/CatalogStore.h"
#include "pipeline/monitor/MonitorAgent.h"

#include <QTemporaryDir>
#include <QTest>

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

  // monitor fails: cached competitor data, at most 24 h old; older: flagged stale; none: said so.
  void aFailedReadingFallsBackStepByStep() {
    QTemporaryDir dir;
    FixedClock clock(kNow);
    IdSource ids(clock, 1);
    auto db = Database::open(dir.filePath(QStringLiteral("w")), OpenMode::CreateNew);
    QVERIFY(db);
    Journal journal(**db, clock, ids);
    OfferStore store(**db, journal, ids);
    Telemetry telemetry;
    MonitorAgent monitor(store, clock, telemetry);
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
