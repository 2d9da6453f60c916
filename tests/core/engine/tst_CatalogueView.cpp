// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/CatalogueView.h"

#include "support/SmallMarket.h"

using namespace pricewright;
using namespace pricewright::test;

namespace {

const CatalogueRow& rowOf(const CatalogueSnapshot& s, int listingNo) {
  for (const CatalogueRow& r : s.rows)
    if (r.listingNo == listingNo)
      return r;
  qFatal("no such listing");
}

} // namespace

// The catalogue says what the stores and the newest cycle know, and says so where they know nothing.
class TestCatalogueView : public QObject {
  Q_OBJECT
 private slots:
  void agreesWithTheCycle() {
    SmallMarket m;
    const CycleReport report = m.cycle(false);
    const CatalogueSnapshot s = take(catalogueView(*m.ws));
    QCOMPARE(s.rows.size(), std::size_t(12));
    QCOMPARE(s.totals.prices, 12);
    QCOMPARE(s.totals.skus, 6);
    QCOMPARE(s.totals.zones, 2);
    for (const PriceDecision& d : m.decisionsOf(report)) {
      const CatalogueRow& r = rowOf(s, d.listingNo);
      QCOMPARE(r.price, d.current);
      QCOMPARE(*r.marginBp, d.marginNowBp);
      QCOMPARE(r.decision, d.id);
      QCOMPARE(r.decisionState, d.state);
      const PricingCase c = take(m.ws->decisions().pricingCase(d.caseId));
      const auto l = std::find_if(c.listings.begin(), c.listings.end(),
                                  [&](const ListingCase& one) { return one.listingNo == d.listingNo; });
      QVERIFY(r.reference && *r.reference == *l->reference.median);
      QCOMPARE(*r.rivalLow, *l->reference.lowest);
      QCOMPARE(*r.rivalHigh, *l->reference.highest);
      QVERIFY(r.rivalMean->value >= r.rivalLow->value && r.rivalMean->value <= r.rivalHigh->value);
      QCOMPARE(r.rivals, l->reference.sellers);
      QVERIFY(std::abs(*r.index - 100 * r.price.toDouble() / r.reference->value.toDouble()) < 1e-9);
      QCOMPARE(r.elasticity, l->demand.mean[kOwnRegular]);
      const double sd = std::sqrt(l->demand.covariance[std::size_t(kOwnRegular) * kTerms + kOwnRegular]);
      QVERIFY(std::abs(r.elasticityHalf - 1.96 * sd) < 1e-3 * sd);
      QVERIFY(r.elasticityKnown);
      QVERIFY(!r.byHand);
    }
    QVERIFY(s.demandFrom && *s.demandFrom == m.clock.now());
  }

  void totalsAreTheSumsOfTheLastFourWeeks() {
    SmallMarket m;
    m.cycle(false);
    const CatalogueSnapshot s = take(catalogueView(*m.ws));
    const int monday = toDayNumber(dayOf(m.clock.now()));
    Query q = take(Query::prepare(m.ws->database(), "SELECT sum(units_milli) / 4000.0, sum(units_milli * 1.0 * "
                                                    "price_micro) / 4e9 FROM sale WHERE day >= ?"));
    QVERIFY(take(q.bind(1, monday - 28).step()));
    QVERIFY(std::abs(s.totals.unitsPerWeek - q.real(0)) < 1e-6);
    QVERIFY(std::abs(s.totals.revenuePerWeek - q.real(1)) < 1e-6);
    double revenue = 0;
    for (const CatalogueRow& r : s.rows)
      revenue += r.revenuePerWeek.value_or(0);
    QVERIFY(std::abs(revenue - s.totals.revenuePerWeek) < 1e-9);
    QVERIFY(std::abs(*s.totals.marginPercent() - 45) < 0.5); // the cost is 55 % of the price
    m.clock.advance(std::chrono::hours(24 * 30));            // a month without a feed is no week's revenue
    const CatalogueSnapshot later = take(catalogueView(*m.ws));
    QCOMPARE(later.totals.withSales, 0);
    QVERIFY(!later.totals.marginPercent());
  }

  void whatIsNotKnownSaysWhy() {
    SmallMarket m;
    m.cycle(false); // prices are adopted
    m.sql(
        "DELETE FROM listing_demand; DELETE FROM cost WHERE listing_no = 1; UPDATE cost SET amount_micro = 0 WHERE "
        "listing_no = 2; UPDATE cost SET currency = 'EUR' WHERE listing_no = 3; DELETE FROM offer WHERE match_no / 10 "
        "= 4; DELETE FROM offer WHERE match_no = 51 OR match_no = 52");
    m.sql("DELETE FROM offer WHERE match_no / 10 = 6 AND observed_ms > (SELECT max(observed_ms) FROM offer) - 3600000");
    m.clock.advance(std::chrono::hours(12));
    const CatalogueSnapshot s = take(catalogueView(*m.ws));
    QCOMPARE(rowOf(s, 1).costWhy, QStringLiteral("missing"));
    QCOMPARE(rowOf(s, 2).costWhy, QStringLiteral("not-positive"));
    QCOMPARE(rowOf(s, 3).costWhy, QStringLiteral("no-rate"));
    for (const int no : {1, 2, 3})
      QVERIFY(!rowOf(s, no).marginBp && !rowOf(s, no).cost);
    QVERIFY(!rowOf(s, 4).reference && !rowOf(s, 4).index);
    QCOMPARE(rowOf(s, 4).rivalWhy, QStringLiteral("no-offers"));
    QCOMPARE(rowOf(s, 5).rivals, 1);
    QCOMPARE(rowOf(s, 5).rivalWhy, QStringLiteral("too-few-sellers"));
    QCOMPARE(rowOf(s, 6).rivals, 0);
    QVERIFY(rowOf(s, 6).rivalsStale > 0); // seen, but more than a day ago
    QVERIFY(!rowOf(s, 7).elasticityKnown);
    QCOMPARE(rowOf(s, 7).elasticityWhy, QStringLiteral("no-cycle"));
  }

  void anIntervalThatSpansZeroCannotTell() {
    SmallMarket m;
    m.cycle(false);
    m.sql("UPDATE listing_demand SET elasticity = -0.5, elasticity_sd = 0.4 WHERE listing_no = 1");
    const CatalogueSnapshot s = take(catalogueView(*m.ws));
    QVERIFY(!rowOf(s, 1).elasticityKnown);
    QCOMPARE(rowOf(s, 1).elasticityWhy, QStringLiteral("interval-spans-zero"));
    QVERIFY(rowOf(s, 2).elasticityKnown);
  }

  void promotionsStandBesideTheRegularPrice() {
    SmallMarket m;
    m.cycle(false);
    const int today = toDayNumber(dayOf(m.clock.now()));
    Query q = take(Query::prepare(m.ws->database(), "INSERT INTO promotion (id, listing_no, from_day, to_day, "
                                                    "price_minor) VALUES ('p', 1, ?1, ?1, 199)"));
    need(q.bind(1, today).run());
    const CatalogueSnapshot s = take(catalogueView(*m.ws));
    QVERIFY(rowOf(s, 1).onPromotion);
    QCOMPARE(rowOf(s, 1).onShelf.minor(), qint64(199));
    QVERIFY(rowOf(s, 1).price.minor() > 199);
    QVERIFY(!rowOf(s, 2).onPromotion);
    m.clock.advance(std::chrono::hours(24));
    QVERIFY(!rowOf(take(catalogueView(*m.ws)), 1).onPromotion);
  }

  void anEmptyWorkspaceIsAnEmptyCatalogue() {
    SmallMarket m(0, 0, 0);
    const CatalogueSnapshot s = take(catalogueView(*m.ws));
    QVERIFY(s.rows.empty());
    QCOMPARE(s.totals.prices, 0);
    QVERIFY(!s.totals.marginPercent() && !s.demandFrom);
  }

  void readsBesideTheWriter() {
    SmallMarket m;
    m.cycle(false);
    const CatalogueSnapshot mine = take(catalogueView(*m.ws));
    auto reader = take(Workspace::openBeside(m.path(), m.ws->sharedClock(), false));
    const CatalogueSnapshot theirs = take(catalogueView(*reader));
    QCOMPARE(theirs.rows.size(), mine.rows.size());
    QVERIFY(theirs.readOnly && !mine.readOnly);
    QVERIFY(!reader->database().inTransaction());
  }
};

QTEST_GUILESS_MAIN(TestCatalogueView)
#include "tst_CatalogueView.moc"
