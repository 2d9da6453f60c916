// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Proposals.h"

using namespace pricewright;
using namespace pricewright::test;

// What everybody relies on: no price leaves that a limit forbids, and every limit says what it said.
class GuardrailTest : public QObject {
  Q_OBJECT
 private slots:
  void everyRuleLeavesAVerdictInOrderOfPrecedence() {
    const QStringList rules{"input",       "sanity",         "rule-hold",     "segment",    "map",          "policy",
                            "prior-price", "bounds",         "margin",        "rule-floor", "rule-ceiling", "gouging",
                            "corridor",    "ladder",         "step",          "step-24h",   "step-7d",      "frequency",
                            "confidence",  "identification", "expected-loss", "fallback",   "price-war",    "freshness",
                            "rule-input",  "anomaly",        "ending",        "gain"};
    Fixture broken;
    broken.l.cost.reset();
    broken.r = {};
    Fixture nothing;
    nothing.l = {};
    for (const Fixture& f : {Fixture(), broken, nothing}) {
      const Guarded g = f.run();
      QStringList left;
      int last = 0;
      for (const Verdict& v : g.verdicts) {
        left << v.ruleId;
        QVERIFY(v.precedence >= last && !v.code.isEmpty() && v.station == u"guardrail");
        last = v.precedence;
      }
      QCOMPARE(left, rules);
    }
    const Guarded g = Fixture().run();
    QCOMPARE(g.route, Route::Automatic);
    QCOMPARE(g.final.minor(), qint64(329));
    QVERIFY(g.reasons.isEmpty() && g.alerts.isEmpty());
    const Verdict& margin = of(g, u"margin");
    QCOMPARE(margin.limit, QStringLiteral("≥ 2.23")); // 2.00 / 0.9
    QCOMPARE(margin.distance, QStringLiteral("+1.06"));
    QCOMPARE(margin.inputs[0].value, QStringLiteral("2 USD"));
    QVERIFY(margin.inputs[0].age && *margin.inputs[0].age > days(9));
    QCOMPARE(*of(g, u"gouging").inputs[0].age, Duration(hours(5)));
    QCOMPARE(of(g, u"gouging").limit, QStringLiteral("≤ 6.60"));
  }

  void nothingToDecideNeedsNoHuman() {
    Fixture f;
    f.propose(319);
    f.r.confidence = 0.1;
    f.l.reference = {};
    f.l.staleInputs = {QStringLiteral("cost")};
    QCOMPARE(f.run().route, Route::NoChange);
    QVERIFY(f.run().reasons.isEmpty());
  }

  void thousandsOfCasesKeepTheirPromises() {
    Dice dice(42);
    std::map<Route, int> routes;
    for (int i = 0; i < 20'000; ++i) {
      const Fixture f = randomFixture(dice);
      const Guarded g = f.run();
      const qint64 p = g.final.minor(), p0 = f.l.current.minor();
      ++routes[g.route];
      QVERIFY(g == f.run());
      QVERIFY(p == p0 || PriceLadder(f.l.ladder).contains(p));
      QCOMPARE(g.verdicts.size(), std::size_t(28));
      if (g.route == Route::Hold || g.route == Route::Conflict || g.route == Route::NoChange)
        QVERIFY(g.final == f.l.current);
      if (!f.l.cost || std::isnan(f.r.confidence))
        QCOMPARE(g.route, Route::Hold);
      if (p == p0 || g.route == Route::Hold)
        continue;
      // Whoever releases it, the price keeps its floors and ceilings.
      QVERIFY(!f.l.minMinor || p >= *f.l.minMinor);
      QVERIFY(!f.l.maxMinor || p <= *f.l.maxMinor);
      QVERIFY(!f.l.mapMinor || f.l.market == u"FR" || p >= *f.l.mapMinor);
      QVERIFY(!f.rules.floorMinor || p >= *f.rules.floorMinor);
      QVERIFY(!f.rules.ceilingMinor || p <= *f.rules.ceilingMinor);
      QVERIFY(compareProducts(p * 9'000, 10'000, f.l.cost->value.micros(),
                              10'000 + (f.l.grossPrices ? f.l.vatBp : 0)) >= 0);
      if (const auto& a = f.l.reference.median)
        QVERIFY(p * 10'000 <= 2 * a->value.micros());
      if (g.route != Route::Automatic) {
        QVERIFY(!g.primaryReason.isEmpty());
        continue;
      }
      // By itself nothing leaves that is large, weak, stale, odd, undecidable or aggressive.
      QVERIFY(std::abs(p - p0) * 5 <= p0);
      QVERIFY(f.r.method != Method::Model || f.r.confidence >= 0.6);
      QVERIFY(f.l.reference.median && f.l.staleInputs.isEmpty() && f.l.anomalies.isEmpty());
      QVERIFY(f.r.method != Method::Model || f.l.demand.grade != Identification::Weak);
      QVERIFY(f.l.undercutsWithin7Days < 3 || p > p0);
      QVERIFY(f.r.proposed.minor() * 10'000 <= 2 * f.l.reference.median->value.micros());
      if (f.r.proposed.minor() != p0 && !g.reasons.contains(QStringLiteral("margin")))
        for (const PublishedPrice& h : f.l.history)
          if (!h.to || *h.to > f.c.now - days(7))
            QVERIFY(std::abs(p - h.amount.minor()) * 5 <= h.amount.minor());
      if (f.r.method == Method::Rules)
        QVERIFY(g.reasons.contains(QStringLiteral("fallback")));
    }
    for (const Route route :
         {Route::NoChange, Route::Automatic, Route::Human, Route::Hold, Route::Conflict, Route::Blocked})
      QVERIFY2(routes[route] > 50, qPrintable(routeName(route)));
  }

  void aDearerCostNeverLowersThePrice() {
    Dice dice(43);
    int compared = 0;
    for (int i = 0; i < 5'000; ++i) {
      Fixture f = randomFixture(dice);
      f.rules.hits.clear(); // an ending may round either way
      const Guarded cheap = f.run();
      if (!f.l.cost)
        continue;
      f.l.cost->value = Decimal::fromMicros(f.l.cost->value.micros() + dice.whole(0, 2'000'000));
      const Guarded dear = f.run();
      if (cheap.route == Route::Conflict)
        QVERIFY(dear.route == Route::Conflict);
      if (cheap.route == Route::Hold || dear.route == Route::Conflict || dear.route == Route::Hold)
        continue;
      QVERIFY(dear.final.minor() >= cheap.final.minor());
      ++compared;
    }
    QVERIFY(compared > 1'000);
  }
};

QTEST_GUILESS_MAIN(GuardrailTest)
#include "tst_Guardrail.moc"
