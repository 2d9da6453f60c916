// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/features/FeatureBuilder.h"

#include <QtTest>

#include <cmath>

using namespace pricewright;
using std::chrono::days;
using std::chrono::hours;

class FeatureBuilderTest : public QObject {
  Q_OBJECT

  Instant m_now = startOf(fromDayNumber(20'000)) + hours(12);
  Currency m_eur = *Currency::fromCode(u"EUR");
  QHash<int, Source> m_sources;
  ListingCase m_listing;
  std::vector<Offer> m_offers;
  std::vector<SalePoint> m_sales;
  StockLevel m_stock;

  Offer offer(double price, Duration ago, int ours = 1, int theirs = 1) const {
    Offer o;
    o.listingNo = 7, o.sourceNo = 1, o.competitorNo = 1;
    o.observedAt = m_now - ago;
    o.price = {Decimal::fromMicros(std::llround(price * 1e6)), m_eur};
    o.ourPacks = ours, o.theirPacks = theirs;
    return o;
  }
  static SalePoint sale(int day, qint64 units) {
    SalePoint p;
    p.day = day, p.unitsMilli = units * 1000, p.priceMicro = 2'000'000;
    return p;
  }
  FeatureInputs inputs() const {
    FeatureInputs in;
    in.now = m_now, in.listing = &m_listing, in.offers = m_offers, in.sources = &m_sources, in.sales = m_sales;
    in.stock = m_stock;
    return in;
  }
  static Feature get(const std::vector<Feature>& all, const char* name) {
    for (const Feature& f : all)
      if (f.name == QLatin1String(name))
        return f;
    return {};
  }

 private slots:
  void init() {
    m_sources.insert(1, Source{.no = 1});
    m_listing = {};
    m_listing.listingNo = 7;
    m_listing.current = Money(249, m_eur);
    m_listing.currentSince = m_now - days(21);
    m_listing.cost = Amount{Decimal::fromMicros(1'245'000), m_eur};
    m_listing.demand.usable = true;
    m_listing.demand.mean[kOwnRegular] = -2.1;
    m_listing.demand.mean[kSeasonSin] = 0.1;
    m_listing.demand.seasonShift = 0.05;
    m_offers = {offer(2.0, days(3)), offer(2.6, hours(2)), offer(6.0, hours(3), 1, 2)};
    m_sales = {sale(20'000 - 35, 70), sale(20'000 - 28, 10), sale(20'000 - 21, 20), sale(20'000 - 14, 30),
               sale(20'000 - 7, 40)};
    m_stock = StockLevel{.listingNo = 7, .day = fromDayNumber(19'999), .onHandMilli = 12'500};
  }

  void tenInTheRequirementsOrder() {
    const auto f = buildFeatures(inputs());
    const QStringList wanted{"competitor_price_avg_7d",
                             "competitor_price_min_max",
                             "historical_demand_30d",
                             "price_elasticity_coefficient",
                             "inventory_level",
                             "seasonality_factor",
                             "customer_segment_willingness_to_pay",
                             "conversion_rate_at_price_point",
                             "margin_percent",
                             "days_since_last_price_change"};
    QStringList names;
    for (const Feature& x : f)
      names << x.name;
    QCOMPARE(names, wanted);
  }

  void valuesAreWhatAPersonWouldCompute() {
    const auto f = buildFeatures(inputs());
    QCOMPARE(*get(f, "competitor_price_avg_7d").value, (2.0 + 2.6 + 3.0) / 3); // six for two packs is three for one
    QCOMPARE(*get(f, "competitor_price_min_max").value, 2.0);
    QCOMPARE(get(f, "competitor_price_min_max").unit, QStringLiteral("EUR, max 3.0000"));
    // Thirty days back from noon: 1.5 of the seven days of the oldest period are inside.
    QCOMPARE(*get(f, "historical_demand_30d").value, 70 * 1.5 / 7 + 10 + 20 + 30 + 40);
    QCOMPARE(*get(f, "price_elasticity_coefficient").value, -2.1);
    QCOMPARE(*get(f, "inventory_level").value, 12.5);
    QCOMPARE(*get(f, "seasonality_factor").value, std::exp(0.05));
    QCOMPARE(*get(f, "margin_percent").value, 50.0);
    QCOMPARE(*get(f, "days_since_last_price_change").value, 21.0);
    for (const char* name : {"customer_segment_willingness_to_pay", "conversion_rate_at_price_point"}) {
      QVERIFY(!get(f, name).value);
      QCOMPARE(get(f, name).why, QStringLiteral("needs-exposures"));
    }
  }

  // Whatever is dated after `now` may be there or not: the features are the same.
  void nothingLaterThanNowIsUsed() {
    const auto before = buildFeatures(inputs());
    m_offers.push_back(offer(0.5, -hours(1)));
    m_sales.push_back(sale(20'000, 500));     // a week that has begun but not ended
    m_sales.push_back(sale(20'000 + 7, 900)); // one that has not begun
    m_listing.history.push_back({.listingNo = 7, .amount = Money(299, m_eur), .from = m_now + hours(1)});
    QVERIFY(buildFeatures(inputs()) == before);
    m_stock.day = fromDayNumber(20'001);
    QCOMPARE(get(buildFeatures(inputs()), "inventory_level").why, QStringLiteral("no-stock"));
    m_listing.currentSince = m_now + hours(2);
    QCOMPARE(get(buildFeatures(inputs()), "days_since_last_price_change").state, QStringLiteral("unavailable"));
  }

  void missingIsSaidWithItsReason_data() {
    QTest::addColumn<QString>("feature");
    QTest::addColumn<QString>("why");
    QTest::newRow("offers") << "competitor_price_avg_7d" << "no-offers";
    QTest::newRow("range") << "competitor_price_min_max" << "no-offers";
    QTest::newRow("sales") << "historical_demand_30d" << "no-sales";
    QTest::newRow("model") << "price_elasticity_coefficient" << "no-model";
    QTest::newRow("stock") << "inventory_level" << "no-stock";
    QTest::newRow("season") << "seasonality_factor" << "no-model";
    QTest::newRow("cost") << "margin_percent" << "no-cost";
    QTest::newRow("change") << "days_since_last_price_change" << "never-changed";
  }
  void missingIsSaidWithItsReason() {
    QFETCH(QString, feature);
    QFETCH(QString, why);
    ListingCase bare;
    bare.listingNo = 7;
    bare.current = Money(249, m_eur);
    FeatureInputs in;
    in.now = m_now, in.listing = &bare;
    const Feature f = get(buildFeatures(in), qPrintable(feature));
    QVERIFY(!f.value);
    QCOMPARE(f.state, QStringLiteral("unavailable"));
    QCOMPARE(f.why, why);
  }

  void offersThatDoNotCountAreLeftOut() {
    m_offers = {offer(2.0, days(8)), offer(2.0, hours(1)), offer(2.0, hours(1)), offer(2.0, hours(1)),
                offer(0.0, hours(1))};
    m_offers[1].state = OfferState::Quarantined;
    m_offers[2].match = MatchState::Suggested;
    m_offers[3].price.currency = *Currency::fromCode(u"USD"); // and no rates
    QCOMPARE(get(buildFeatures(inputs()), "competitor_price_avg_7d").why, QStringLiteral("no-offers"));
  }

  void oldIsCalledStale() {
    m_offers = {offer(2.0, hours(25))}; // the source's limit is 24 h
    m_sales.resize(3);
    QCOMPARE(get(buildFeatures(inputs()), "historical_demand_30d").state, QStringLiteral("live"));
    m_listing.staleInputs = {QStringLiteral("sales")}; // what is old, one setting says, for features and limits alike
    const auto f = buildFeatures(inputs());
    QCOMPARE(get(f, "competitor_price_avg_7d").state, QStringLiteral("stale"));
    QCOMPARE(get(f, "historical_demand_30d").state, QStringLiteral("stale"));
    QCOMPARE(get(f, "margin_percent").state, QStringLiteral("live"));
  }
};

QTEST_GUILESS_MAIN(FeatureBuilderTest)
#include "tst_FeatureBuilder.moc"
