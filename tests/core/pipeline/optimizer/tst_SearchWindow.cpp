// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Juices.h"

using namespace pricewright;
using namespace pricewright::test;

// Where prices are looked for, and what stands in where no model does.
class SearchWindowTest : public QObject {
  Q_OBJECT
 private slots:
  void theSearchStaysWherePricesWereSeenAndLimitsAllow_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<qint64>("low");
    QTest::addColumn<qint64>("high");
    const auto row = [](const char* what, qint64 low, qint64 high) {
      QTest::newRow(what) << QString::fromLatin1(what) << low << high;
    };
    row("15 % of 3.19", 279, 359);
    row("seen", 299, 339);
    row("bounds", 299, 349);
    row("rules", 309, 329);
    row("map in the US", 309, 359);
    row("map in the EU", 279, 359);
    row("margin", 289, 359);
    row("margin with VAT", 319, 359);
    row("twice the reference", 279, 319);
    row("just below twice the reference", 279, 359); // today's price is blocked as it is: not the search's to settle
    row("stale reference", 279, 359);
    row("ending 99", 299, 299);
    row("endings 29 and 49", 329, 349);
    row("ending off the ladder", 279, 359);
    row("ending beyond reach, today's price too low", 349, 359);
    row("exception", 279, 359);
    row("expired exception", 289, 359);
  }
  void theSearchStaysWherePricesWereSeenAndLimitsAllow() {
    QFETCH(QString, what);
    QFETCH(qint64, low);
    QFETCH(qint64, high);
    PricingCase c = caseOf({juice()});
    ListingCase& l = c.listings[0];
    RuleOutcome rules;
    if (what == u"seen")
      l.demand.lowestSeen = 3.09, l.demand.highestSeen = 3.29; // ± one rung
    if (what == u"bounds")
      l.minMinor = 290, l.maxMinor = 355;
    if (what == u"rules")
      rules.floorMinor = 300, rules.ceilingMinor = 333;
    if (what.contains(u"reference"))
      l.reference.median = dollars(what.startsWith(u"just") ? 1.594999 : 1.595),
      l.competitorState = QStringLiteral("live");
    if (what.startsWith(u"stale"))
      l.competitorState = QStringLiteral("stale");
    if (what.startsWith(u"ending"))
      rules.hits = {asksFor(what.contains(u"29 and 49") ? "29,49" : what.contains(u"off") ? "95" : "99")};
    if (what.contains(u"too low"))
      l.minMinor = 345;
    if (what.startsWith(u"map"))
      l.mapMinor = 300, l.market = what.endsWith(u"EU") ? QStringLiteral("DE") : QStringLiteral("US");
    if (what.startsWith(u"margin") || what.endsWith(u"exception"))
      l.cost = dollars(2.60); // 2.60 / 0.9 = 2.889 → 2.89
    if (what == u"margin with VAT")
      l.grossPrices = true, l.vatBp = 700; // 3.0911 → 3.19
    if (what.endsWith(u"exception"))
      l.marginException = MarginException{1,
                                          QStringLiteral("clearance"),
                                          -2000,
                                          c.now - std::chrono::hours(1),
                                          c.now + std::chrono::hours(what == u"exception" ? 1 : 0),
                                          QStringLiteral("mia")};
    const Recommendation r = one(c, rules);
    QCOMPARE(r.searchLowMinor, low);
    QCOMPARE(r.searchHighMinor, high);
    for (const auto& [minor, profit] : r.profitCurve)
      QVERIFY(minor >= low && minor <= high);
  }

  void aPriceOutsideItsLimitsMovesInto() {
    PricingCase c = caseOf({juice()});
    c.listings[0].cost = dollars(3.00); // needs 3.34 → 3.39
    Recommendation r = one(c);
    QCOMPARE(r.outcome, QStringLiteral("change-into-corridor"));
    QVERIFY(r.proposed.minor() >= 339);
    c.listings[0].cost =
        dollars(3.60); // needs 4.00 → 4.09, further than one cycle: proposed all the same, a human decides
    r = one(c);
    QCOMPARE(r.proposed.minor(), qint64(409));
    c.listings[0].maxMinor = 350;
    r = one(c);
    QCOMPARE(r.outcome, QStringLiteral("no-change-corridor-empty"));
    QCOMPARE(r.proposed.minor(), qint64(319));
  }

  void whatStateLeadsToWhatMethod_data() {
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("method");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<qint64>("price"); // −1: none
    const auto row = [](const char* state, Method m, const char* reason, qint64 price) {
      QTest::newRow(state) << QString::fromLatin1(state) << int(m) << QString::fromLatin1(reason) << price;
    };
    row("fresh", Method::Model, "", 359);
    row("no reference", Method::Model, "", 359);
    row("no cost", Method::None, "cost-missing", -1);
    row("no rate", Method::None, "cost-no-rate", -1);
    row("cost zero", Method::None, "cost-not-positive", -1);
    row("cost negative", Method::None, "cost-not-positive", -1);
    row("cost in euros", Method::None, "wrong-currency", -1);
    row("no price", Method::None, "no-current-price", -1);
    row("NaN", Method::None, "not-finite", -1);
    row("infinity", Method::None, "not-finite", -1);
    // 2.00 / 0.7 = 2.857 → 2.89; midpoint with 3.40 is 3.145 → 3.19 is nearer than 3.09
    row("inference failed", Method::Rules, "planner.inference-failed", 319);
    row("inference failed, dear rivals", Method::Rules, "planner.inference-failed",
        359); // (2.89 + 5.00)/2, cut to 15 %
    row("inference failed, no reference", Method::Rules, "planner.inference-failed", 289);
    row("inference failed, stale reference", Method::Rules, "planner.inference-failed", 289);
    row("estimate unusable", Method::Rules, "estimate-unusable", 319);
    row("estimate absurd", Method::Rules, "estimate-unusable", 319);
    row("never sold, no reference", Method::Rules, "never-sold", 319); // held, where rules would come to 289
    row("no model", Method::HistoricalAverage, "no-elasticity-model", 299);
    row("no model, no history", Method::Rules, "no-elasticity-model", 319);
    row("rule target", Method::Rules, "rule-target", 299);
  }
  void whatStateLeadsToWhatMethod() {
    QFETCH(QString, state);
    QFETCH(int, method);
    QFETCH(QString, reason);
    QFETCH(qint64, price);
    PricingCase c = caseOf({juice()});
    ListingCase& l = c.listings[0];
    RuleOutcome rules;
    l.reference.median = dollars(state.contains(u"dear") ? 5.00 : 3.40);
    l.competitorState = QStringLiteral("live");
    if (state.contains(u"no reference"))
      l.reference = {};
    if (state.contains(u"stale"))
      l.competitorState = QStringLiteral("stale");
    if (state == u"no cost" || state == u"no rate")
      l.cost.reset();
    if (state == u"no rate")
      l.costWhy = QStringLiteral("no-rate");
    if (state == u"cost zero")
      l.cost = dollars(0);
    if (state == u"cost negative")
      l.cost = dollars(-1);
    if (state == u"cost in euros")
      l.cost->currency = *Currency::fromCode(u"EUR");
    if (state == u"no price")
      l.current = Money();
    if (state == u"NaN")
      l.demand.mean[kOwnRegular] = kNaN;
    if (state == u"infinity")
      l.demand.covariance[0] = std::numeric_limits<double>::infinity();
    if (state.startsWith(u"inference"))
      c.modelFailure = QStringLiteral("planner.inference-failed");
    if (state == u"estimate unusable")
      l.demand.usable = false;
    if (state.startsWith(u"never sold"))
      l.demand.usable = false, l.demand.gradeReason = QStringLiteral("never-sold");
    if (state == u"estimate absurd")
      l.demand.logBase = 1e6;
    if (state.startsWith(u"no model"))
      l.demand = {};
    if (state == u"no model") {
      // 2.79 for 30 days, then 3.19 for 30: 2.99 on average
      l.history.push_back({1, 1, PriceType::Regular, Money(279, usd()), c.now - std::chrono::days(60),
                           c.now - std::chrono::days(30), PriceOrigin::Decision});
      l.history.push_back({1, 1, PriceType::Promotion, Money(99, usd()), c.now - std::chrono::days(40),
                           c.now - std::chrono::days(35), PriceOrigin::Decision});
      l.history.push_back(
          {1, 1, PriceType::Regular, Money(319, usd()), c.now - std::chrono::days(30), {}, PriceOrigin::Decision});
    }
    if (state == u"rule target")
      rules.targetMinor = 299;
    const Recommendation r = one(c, rules);
    QCOMPARE(r.method, Method(method));
    QCOMPARE(r.fallbackReason, reason);
    QCOMPARE(r.method == Method::None ? qint64(-1) : r.proposed.minor(), price);
    if (r.method == Method::None)
      QVERIFY(!r.proposed.isValid() && r.outcome == u"no-recommendation");
    if (r.method == Method::HistoricalAverage)
      QCOMPARE(r.confidence, 0.0);
  }
};

QTEST_GUILESS_MAIN(SearchWindowTest)
#include "tst_SearchWindow.moc"
