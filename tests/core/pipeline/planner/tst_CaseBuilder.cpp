// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/PriceLimits.h"
#include "pipeline/planner/CaseBuilder.h"

#include <QTest>

using namespace pricewright;

namespace {

const Instant kNow = *parseInstant(u"2026-03-02T09:00:00Z");
const Currency kUsd = *Currency::fromCode(u"USD");

PublishedPrice own(int hoursAgo, qint64 minor) {
  return {1, 1, PriceType::Regular, Money(minor, kUsd), kNow - std::chrono::hours(hoursAgo), {}, PriceOrigin::Manual};
}
Offer theirs(int hoursAgo, double price, const QString& seller = QStringLiteral("a"), int theirPacks = 1) {
  Offer o;
  o.listingNo = 1;
  o.sourceNo = 1;
  o.seller = seller;
  o.observedAt = kNow - std::chrono::hours(hoursAgo);
  o.price = {*Decimal::parse(QString::number(price, 'f', 4)), kUsd};
  o.theirPacks = theirPacks;
  return o;
}

// Two SKUs of one category and one of another in one zone.
struct Small {
  World world;
  std::shared_ptr<MarketView> view = std::make_shared<MarketView>();
  Sourced<MonitorAgent::View> market{view, SourceState::Live, kNow, {}, {}};
  CaseSources sources;

  Small() {
    world.now = kNow;
    world.effective = kNow + std::chrono::minutes(2);
    world.catalog.currency = kUsd;
    world.catalog.categories = {{1, QStringLiteral("JUICE"), {}}, {2, QStringLiteral("TEA"), {}}};
    PriceZone zone;
    zone.no = 1;
    zone.code = QStringLiteral("Z1");
    zone.currency = kUsd;
    zone.timeZone = "America/Chicago";
    world.catalog.zones = {zone};
    for (int no = 1; no <= 3; ++no) {
      Sku sku;
      sku.no = no;
      sku.code = QStringLiteral("S%1").arg(no);
      sku.categoryNo = no == 3 ? 2 : 1;
      world.catalog.skus.push_back(sku);
      Listing listing;
      listing.no = listing.skuNo = no;
      listing.zoneNo = 1;
      world.catalog.listings.push_back(listing);
      PublishedPrice price = own(1000, 200);
      price.listingNo = no;
      world.regular[no] = price;
      world.cost[no] = {
          no, CostKind::Replacement, dayOf(kNow) - std::chrono::days(10), {*Decimal::parse(u"1.2"), kUsd}};
    }
    Source source;
    source.no = 1;
    view->at = kNow;
    view->sources.insert(1, source);
    sources.market = &market;
    sources.seed = 7;
  }
  PricingCase first() {
    int without = 0;
    return buildCase(world, sources, groupListings(world, &without).front());
  }
};

} // namespace

class TestCaseBuilder : public QObject {
  Q_OBJECT
 private slots:
  void undercuttingInTurnIsCounted() {
    // We at 2.00; they 1.95, we 1.90, they 1.85, we 1.80: four times, in turn.
    const std::vector<PublishedPrice> ours{own(500, 200), own(100, 190), own(40, 180)};
    const std::vector<Offer> war{theirs(160, 2.10), theirs(140, 1.95), theirs(80, 1.85)};
    QCOMPARE(countUndercuts(ours, war, kNow), 4);
    // One who only ever cuts is no war of two; a price that rises is none either.
    QCOMPARE(countUndercuts(std::vector{own(500, 200)},
                            std::vector{theirs(160, 2.1), theirs(140, 1.9), theirs(90, 1.8)}, kNow),
             1);
    QCOMPARE(
        countUndercuts(std::vector{own(500, 200), own(20, 220)}, std::vector{theirs(160, 2.1), theirs(90, 2.3)}, kNow),
        0);
    // Older than seven days, in another pack, or not for sale: not counted.
    QCOMPARE(countUndercuts(std::vector{own(900, 200)}, std::vector{theirs(400, 2.1), theirs(300, 1.9)}, kNow), 0);
    QCOMPARE(countUndercuts(
                 std::vector{own(500, 200)},
                 std::vector{theirs(160, 4.2, QStringLiteral("a"), 2), theirs(90, 3.9, QStringLiteral("a"), 2)}, kNow),
             1);
    QCOMPARE(countUndercuts({}, war, kNow), 0);
    QCOMPARE(countUndercuts(ours, {}, kNow), 0);
  }

  // A label costs money of the workspace's: 0.10 euros are 0.125 dollars at that day's rate, not 0.10.
  void theLabelsCostIsConverted() {
    Small s;
    QCOMPARE(*s.first().labelCost, 0.1); // the same currency needs no rate
    QVERIFY(s.first().amountsWhy.isEmpty());
    s.world.catalog.currency = *Currency::fromCode(u"EUR");
    QVERIFY(s.world.settings.set(QStringLiteral("guardrail.expected-loss.amount"), 40.0));
    QCOMPARE(s.first().amountsWhy, QStringLiteral("no-rate"));
    QCOMPARE(*s.first().labelCost, 0.0); // and not 0.10 dollars
    s.view->rates = FxRates(*Currency::fromCode(u"EUR"), dayOf(kNow));
    QVERIFY(s.view->rates->set(kUsd, u"1.25"));
    const PricingCase c = s.first();
    QCOMPARE(*c.labelCost, 0.125);
    QCOMPARE(*c.expectedLossLimit, 50.0);
    QVERIFY(c.amountsWhy.isEmpty());
    const auto again = pricingCaseFromJson(toJson(c)); // what is replayed knows no rates
    QVERIFY(again);
    QCOMPARE(labelCost(*again), 0.125);
    QCOMPARE(labelCost(PricingCase()), 0.1); // stored before there was such a figure
    s.view->rates = FxRates(*Currency::fromCode(u"EUR"), dayOf(kNow) - std::chrono::days(60));
    QVERIFY(s.view->rates->set(kUsd, u"1.25"));
    QCOMPARE(s.first().amountsWhy, QStringLiteral("no-fresh-rate"));
  }

  void siblingsAreGroupedByCategoryAndZone() {
    Small s;
    s.world.regular.erase(2);
    int without = 0;
    const auto groups = groupListings(s.world, &without);
    QCOMPARE(groups.size(), std::size_t(2));
    QCOMPARE(groups[0].listings.size(), std::size_t(1)); // a listing without a price is nobody's sibling
    QCOMPARE(without, 1);
    const PricingCase c = s.first();
    QCOMPARE(c.key, QStringLiteral("JUICE|Z1"));
    QCOMPARE(c.timeZone, QByteArray("America/Chicago"));
    s.sources.seed = 8;
    QVERIFY(s.first().seed != c.seed);
  }

  void everyListingHasItsTenFeatures() {
    Small s;
    QCOMPARE(s.first().listings.front().features.size(), std::size_t(10));
  }

  void costsAreCheckedBeforeTheyAreUsed_data() {
    QTest::addColumn<QString>("cost");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("why");
    QTest::newRow("fine") << "1.2" << "USD" << "";
    QTest::newRow("nothing") << "0" << "USD" << "not-positive";
    QTest::newRow("below nothing") << "-1" << "USD" << "not-positive";
    QTest::newRow("other money, no rate") << "1.2" << "EUR" << "no-rate";
    QTest::newRow("none") << "" << "USD" << "missing";
  }
  void costsAreCheckedBeforeTheyAreUsed() {
    QFETCH(QString, cost);
    QFETCH(QString, currency);
    Small s;
    if (cost.isEmpty())
      s.world.cost.erase(1);
    else
      s.world.cost[1].amount = {*Decimal::parse(cost), *Currency::fromCode(currency)};
    const ListingCase l = s.first().listings.front();
    QTEST(l.costWhy, "why");
    QCOMPARE(l.cost.has_value(), l.costWhy.isEmpty());
  }

  void aCostInOtherMoneyIsConverted() {
    Small s;
    FxRates rates(*Currency::fromCode(u"EUR"), dayOf(kNow));
    QVERIFY(rates.set(kUsd, u"1.25"));
    s.view->rates = rates;
    s.world.cost[1].amount = {*Decimal::parse(u"1.2"), *Currency::fromCode(u"EUR")};
    QCOMPARE(s.first().listings.front().cost->value, *Decimal::parse(u"1.5"));
  }

  void aDoubtfulCostIsAnAnomaly_data() {
    QTest::addColumn<int>("doubt");
    QTest::addColumn<QStringList>("anomalies");
    QTest::newRow("none") << int(CostDoubt::None) << QStringList();
    QTest::newRow("jump") << int(CostDoubt::Jump) << QStringList{QStringLiteral("cost-jump")};
    QTest::newRow("slip") << int(CostDoubt::Slip) << QStringList{QStringLiteral("cost-slip")};
  }
  void aDoubtfulCostIsAnAnomaly() {
    QFETCH(int, doubt);
    Small s;
    s.world.costNews.doubts[1] = CostDoubt(doubt);
    QTEST(s.first().listings.front().anomalies, "anomalies");
    QVERIFY(s.first().listings.back().anomalies.isEmpty());
  }

  // Our own price, ten or a hundred times what it was, and nobody decided it.
  void aPriceThatSlippedIsAnAnomaly_data() {
    QTest::addColumn<qint64>("before");
    QTest::addColumn<int>("origin");
    QTest::addColumn<bool>("slipped");
    QTest::newRow("a hundred times") << qint64(2) << int(PriceOrigin::Import) << true;
    QTest::newRow("a hundredth") << qint64(20'000) << int(PriceOrigin::Import) << true;
    QTest::newRow("a tenth, as observed") << qint64(2'000) << int(PriceOrigin::Observed) << true;
    QTest::newRow("a third") << qint64(600) << int(PriceOrigin::Import) << false;
    QTest::newRow("somebody decided it") << qint64(2) << int(PriceOrigin::Decision) << false;
  }
  void aPriceThatSlippedIsAnAnomaly() {
    QFETCH(qint64, before);
    QFETCH(int, origin);
    Small s;
    s.world.regular[1].origin = PriceOrigin(origin);
    s.world.regular[1].from = kNow - std::chrono::hours(100);
    s.world.history = {own(1000, before), s.world.regular[1]};
    s.world.historyRange[1] = {0, 2};
    QTEST(s.first().listings.front().anomalies.contains(QStringLiteral("price-slip")), "slipped");
  }

  // A first price has none before it: what it sold at tells.
  void aFirstPriceFarFromWhatItSoldAtIsAnAnomaly_data() {
    QTest::addColumn<double>("times");
    QTest::addColumn<bool>("slipped");
    QTest::newRow("as sold") << 1.0 << false;
    QTest::newRow("half") << 0.5 << false;
    QTest::newRow("a hundred times") << 100.0 << true;
    QTest::newRow("a hundredth") << 0.01 << true;
  }
  void aFirstPriceFarFromWhatItSoldAtIsAnAnomaly() {
    QFETCH(double, times);
    Small s;
    s.world.regular[1].origin = PriceOrigin::Import;
    const qint64 now = s.world.regular[1].amount.toDecimal().micros();
    for (int w = 20; w > 0; --w) {
      SalePoint week;
      week.day = toDayNumber(dayOf(kNow)) - 7 * w, week.unitsMilli = 5000;
      week.priceMicro = w == 1 ? now : qint64(double(now) / times); // the newest week has the price already
      s.world.sales.points.push_back(week);
    }
    s.world.sales.listingNo = {1}, s.world.sales.start = {0, 20}, s.world.salesIndex[1] = 0;
    QTEST(s.first().listings.front().anomalies.contains(QStringLiteral("price-slip")), "slipped");
  }

  // Rates of Friday serve over a long weekend; those of a month ago serve nobody.
  void oldExchangeRatesAreNotUsedInSilence_data() {
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("costWhy");
    QTest::addColumn<bool>("stale");
    QTest::addColumn<bool>("reference");
    QTest::newRow("today") << 0 << "" << false << true;
    QTest::newRow("a week") << 7 << "" << false << true;
    QTest::newRow("eight days") << 8 << "" << true << true;
    QTest::newRow("thirty days") << 30 << "" << true << true;
    QTest::newRow("thirty-one days") << 31 << "no-fresh-rate" << false << false;
    QTest::newRow("fourteen years") << 5000 << "no-fresh-rate" << false << false;
  }
  void oldExchangeRatesAreNotUsedInSilence() {
    QFETCH(int, days);
    const Currency eur = *Currency::fromCode(u"EUR");
    for (const bool foreignCost : {true, false}) {
      Small s;
      s.view->rates = FxRates(eur, dayOf(kNow) - std::chrono::days(days));
      QVERIFY(s.view->rates->set(kUsd, u"1.25"));
      if (foreignCost)
        s.world.cost[1].amount.currency = eur;
      s.view->offers = {theirs(2, 2.0), theirs(3, 2.1, QStringLiteral("b"))};
      for (Offer& o : s.view->offers)
        if (!foreignCost)
          o.price.currency = eur;
      for (std::size_t i = 0; i < s.view->offers.size(); ++i)
        s.view->offers[i].no = qint64(i) + 1;
      const ListingCase l = s.first().listings.front();
      if (foreignCost)
        QTEST(l.costWhy, "costWhy");
      else
        QTEST(l.reference.median.has_value(), "reference");
      QTEST(int(l.staleInputs.count(QStringLiteral("fx"))) == 1, "stale");
    }
  }

  // A newcomer has no history to be held against. Our price is 2.00.
  void aReferenceFarFromOurPriceIsTold_data() {
    QTest::addColumn<double>("theirPrice");
    QTest::addColumn<bool>("told");
    QTest::newRow("five times") << 10.0 << false;
    QTest::newRow("more") << 10.01 << true;
    QTest::newRow("a fifth") << 0.40 << false;
    QTest::newRow("less") << 0.39 << true;
  }
  void aReferenceFarFromOurPriceIsTold() {
    QFETCH(double, theirPrice);
    Small s;
    s.view->offers = {theirs(1, theirPrice), theirs(2, theirPrice, QStringLiteral("b"))};
    s.view->offers.back().no = 1;
    QTEST(s.first().listings.front().anomalies.contains(QStringLiteral("reference-far")), "told");
  }

  // What the prior price must know besides, where the market asks for it.
  void promotionsAndOtherChannelsAreKeptForThePriorPrice() {
    Small s;
    s.world.promotions[1] = {{1, 0, dayOf(kNow) - std::chrono::days(20), dayOf(kNow) - std::chrono::days(14), 150}};
    PublishedPrice web = own(2000, 190);
    web.channelNo = 2;
    s.world.otherChannels[1] = {web};
    QVERIFY(s.first().listings.front().alsoInForce.empty());
    s.world.catalog.zones.front().market = QStringLiteral("DE");
    const ListingCase l = s.first().listings.front();
    QVERIFY(!l.onPromotion);
    QCOMPARE(l.alsoInForce.size(), std::size_t(2));
    QCOMPARE(l.alsoInForce[0].amount.minor(), qint64(150));
    QCOMPARE(l.alsoInForce[0].listingNo, 1);
    QCOMPARE(l.alsoInForce[1], web);
    s.world.promotions[1].front().to = dayOf(kNow) + std::chrono::days(1);
    QVERIFY(s.first().listings.front().onPromotion);
  }

  void aWeeklyPanelIsFreshForEightDays_data() {
    QTest::addColumn<int>("endedDaysAgo");
    QTest::addColumn<bool>("stale");
    QTest::newRow("yesterday") << 1 << false;
    QTest::newRow("eight days ago") << 8 << false;
    QTest::newRow("nine days ago") << 9 << true;
  }
  void aWeeklyPanelIsFreshForEightDays() {
    QFETCH(int, endedDaysAgo);
    Small s;
    SalePoint week;
    week.day = qint32(toDayNumber(dayOf(kNow)) - 7 - endedDaysAgo);
    week.unitsMilli = 10'000;
    s.world.sales.listingNo = {1};
    s.world.sales.points = {week};
    s.world.sales.start = {0, 1};
    s.world.salesIndex[1] = 0;
    const ListingCase l = s.first().listings.front();
    QTEST(l.staleInputs.contains(QStringLiteral("sales")), "stale");
    QTEST(l.features[2].state == u"stale", "stale");
  }

  void staleInputsAreNamed() {
    Small s;
    QVERIFY(s.first().listings.front().staleInputs.isEmpty());
    s.world.cost[1].from = dayOf(kNow) - std::chrono::days(500);
    s.world.stock[1] = {1, dayOf(kNow) - std::chrono::days(20), 5000, {}};
    SalePoint week;
    week.day = qint32(toDayNumber(dayOf(kNow)) - 30);
    s.world.sales.listingNo = {1};
    s.world.sales.points = {week};
    s.world.sales.start = {0, 1};
    s.world.salesIndex[1] = 0;
    s.view->offers = {theirs(48, 2.0), theirs(49, 2.1, QStringLiteral("b"))};
    const ListingCase l = s.first().listings.front();
    QCOMPARE(l.staleInputs, (QStringList{QStringLiteral("cost"), QStringLiteral("competitor"), QStringLiteral("stock"),
                                         QStringLiteral("sales")}));
    QCOMPARE(l.competitorState, QStringLiteral("stale"));
    QVERIFY(!l.reference.median);
  }

  // A view that outlived its cache is shown as it was last known, and marked.
  void aStaleViewIsShownAsOfItsMoment() {
    Small s;
    s.view->offers = {theirs(48, 2.0), theirs(49, 2.1, QStringLiteral("b"))};
    s.view->at = kNow - std::chrono::hours(47);
    s.market.state = SourceState::Stale;
    const ListingCase l = s.first().listings.front();
    QCOMPARE(l.competitorState, QStringLiteral("stale"));
    QVERIFY(l.staleInputs.contains(QStringLiteral("competitor")));
    QCOMPARE(l.reference.median->value, *Decimal::parse(u"2.05"));
  }

  void quarantinedOffersAreAnomaliesWhileTheyAreFresh() {
    Small s;
    Offer slipped = theirs(2, 200);
    slipped.state = OfferState::Quarantined;
    slipped.stateReason = QStringLiteral("factor-slip");
    s.view->offers = {slipped};
    QCOMPARE(s.first().listings.front().anomalies, QStringList{QStringLiteral("factor-slip")});
    s.view->offers.front().observedAt = kNow - std::chrono::hours(30);
    QVERIFY(s.first().listings.front().anomalies.isEmpty());
  }
};

QTEST_GUILESS_MAIN(TestCaseBuilder)
#include "tst_CaseBuilder.moc"
