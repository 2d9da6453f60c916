// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/PriceEndings.h"
#include "decision/PriceLimits.h"
#include "pipeline/optimizer/Optimizer.h"
#include "pipeline/planner/PlannerAgent.h"
#include "support/EightProducts.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace pricewright;
using namespace pricewright::test;

namespace {

void addRule(PricingCase& c, const QJsonObject& then) {
  QJsonArray all = c.rules[QStringLiteral("rules")].toArray();
  all.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("r%1").arg(all.size())},
                         {QStringLiteral("priority"), 3},
                         {QStringLiteral("then"), then}});
  c.rules = {{QStringLiteral("version"), QString()}, {QStringLiteral("rules"), all}};
}
QJsonObject ending(qint64 minor) {
  return {{QStringLiteral("kind"), QStringLiteral("ending")}, {QStringLiteral("endings"), QJsonArray{minor}}};
}

// Every figure of a decision is that of the price that it would publish.
void checkFigures(const PricingCase& c, const PriceDecision& d) {
  const Recommendation at = evaluatePrice(c, std::size_t(d.listingNo - 1), d.proposed);
  QVERIFY(d.recommendation.effect == at.effect);
  QCOMPARE(d.recommendation.confidence, at.confidence);
  QCOMPARE(d.recommendation.expectedLoss, at.expectedLoss);
}

const Verdict& of(const PriceDecision& d, QStringView rule) {
  for (const Verdict& v : d.guarded.verdicts)
    if (v.ruleId == rule && v.station == u"guardrail")
      return v;
  qFatal("no verdict of this rule");
}

} // namespace

// A decision from end to end: what is approved is what was judged.
class DecideCaseTest : public QObject {
  Q_OBJECT
 private slots:
  // An ending far away is not published on the figures of another price.
  void endingsAreSearchedAndNeverLose() {
    int changes = 0;
    for (const qint64 asked : {95, 49, 99})
      for (const double costShare : {0.5, 0.62, 0.66, 0.7, 0.74}) {
        PricingCase c = eightProducts(costShare);
        addRule(c, ending(asked));
        const auto decisions = decideCase(c);
        QVERIFY(decideCase(c) == decisions); // the same bits
        for (const PriceDecision& d : decisions) {
          if (d.guarded.route == Route::NoChange) {
            QCOMPARE(d.proposed, d.current);
            continue;
          }
          ++changes;
          checkFigures(c, d);
          QVERIFY(d.recommendation.effect.profit > 0);
          QCOMPARE(d.proposed.minor() % 100, asked);
          QVERIFY(d.proposed.minor() >= d.recommendation.searchLowMinor &&
                  d.proposed.minor() <= d.recommendation.searchHighMinor);
        }
      }
    QVERIFY(changes > 20);
  }

  void anEndingOutsideTheLadderIsSaid() {
    PricingCase c = eightProducts();
    for (ListingCase& l : c.listings)
      l.ladder = defaultLadder(kUsd);
    addRule(c, ending(95));
    for (const PriceDecision& d : decideCase(c)) {
      QCOMPARE(of(d, u"ending").code, QStringLiteral("ending.not-on-the-ladder"));
      QCOMPARE(of(d, u"ending").outcome, VerdictOutcome::Alert);
    }
  }

  // A typed price that limits move is judged where it ends up, not where it was typed.
  void anEditIsJudgedAtItsFinalPrice_data() {
    QTest::addColumn<qint64>("typed");
    QTest::addColumn<qint64>("final");
    QTest::addColumn<int>("route");
    QTest::newRow("as typed") << 429LL << 429LL << int(Route::Automatic);
    QTest::newRow("raised to the margin") << 269LL << 339LL << int(Route::Human);         // 3.0266 / 0.9 = 3.3629
    QTest::newRow("capped at 1.5 times rivals") << 999LL << 705LL << int(Route::Blocked); // A = 4.7035
    QTest::newRow("moved to the ladder") << 421LL << 419LL << int(Route::Automatic);
  }
  void anEditIsJudgedAtItsFinalPrice() {
    QFETCH(qint64, typed);
    QFETCH(qint64, final);
    QFETCH(int, route);
    const PricingCase c = eightProducts(0.74);
    const auto d = decideEdited(c, 1, Money(typed, kUsd));
    QVERIFY(d);
    QCOMPARE(d->proposed.minor(), final);
    QCOMPARE(d->recommendation.proposed.minor(), typed);
    QCOMPARE(d->recommendation.outcome, QStringLiteral("edited"));
    QCOMPARE(routeName(d->guarded.route), routeName(Route(route)));
    checkFigures(c, *d);
    QVERIFY(*decideEdited(c, 1, Money(typed, kUsd)) == *d);
  }

  // The limit of twice the reference is one of those that the optimizer looks within.
  void theOptimizerStaysBelowTwiceTheReference() {
    PricingCase c = eightProducts(0.74);
    c.listings[1].reference.median = c.listings[1].referenceWeekAgo = dollars(2.295); // twice is 4.59, today's price
    c.listings[2].reference.median = c.listings[2].referenceWeekAgo = dollars(2.649); // 5.298
    c.listings[3].reference.median = c.listings[3].referenceWeekAgo = dollars(1.5);   // below what it must cost
    const auto decisions = decideCase(c);
    QCOMPARE(decisions[1].guarded.route, Route::NoChange);
    QCOMPARE(decisions[2].proposed.minor(), qint64(529));
    QCOMPARE(decisions[2].guarded.route, Route::Automatic);
    checkFigures(c, decisions[2]);
    QCOMPARE(decisions[3].guarded.route, Route::Conflict);
    QCOMPARE(decisions[3].proposed, decisions[3].current);
    for (const QString& reason : decisions[3].guarded.reasons)
      QVERIFY2(reason == u"conflict" || reason == u"gouging", qPrintable(reason));
  }

  // A rule's ceiling below today's price forces a change that loses; its figures say so.
  void whatALimitForcesIsMadeAndItsLossIsShown() {
    PricingCase c = eightProducts(0.66);
    addRule(c,
            {{QStringLiteral("kind"), QStringLiteral("ceiling")}, {QStringLiteral("amount"), QStringLiteral("4.00")}});
    c.listings.resize(1);
    const PriceDecision d = decideCase(c).at(0);
    QCOMPARE(d.proposed.minor(), qint64(399));
    checkFigures(c, d);
    QVERIFY(d.recommendation.effect.profit < 0);
  }
};

QTEST_GUILESS_MAIN(DecideCaseTest)
#include "tst_DecideCase.moc"
