// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/Optimizer.h"
#include "pipeline/planner/PlannerAgent.h"
#include "support/EightProducts.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

void put(PricingCase& c, QStringView key, double value) {
  if (!c.settings.set(key.toString(), value))
    qFatal("no such setting");
}

// Prices near their best, so that neighbours cost little.
PricingCase drawn(double percent, quint64 seed = 5) {
  PricingCase c = eightProducts(0.655);
  c.seed = seed;
  put(c, u"explore.share.percent", percent);
  put(c, u"explore.most-cost.percent", 10.0);
  return c;
}

bool wasDrawnElsewhere(const PriceDecision& d) {
  return !d.recommendation.chances.empty() && d.proposed.minor() != d.recommendation.preferredMinor;
}

} // namespace

class ExplorationTest : public QObject {
  Q_OBJECT
 private slots:
  void nothingIsDrawnUnlessAsked() {
    for (const PriceDecision& d : decideCase(drawn(0)))
      QVERIFY(d.recommendation.chances.empty());
  }

  // Over many seeds each price comes as often as its probability says, and never by a human's hand or past a limit.
  void pricesComeAsOftenAsTheirProbabilitySays() {
    double expected = 0, came = 0, variance = 0;
    int draws = 0;
    const auto preferred = decideCase(drawn(0));
    for (quint64 seed = 1; seed <= 400; ++seed)
      for (const PriceDecision& d : decideCase(drawn(20, seed))) {
        const Recommendation& r = d.recommendation;
        if (r.chances.empty())
          continue;
        ++draws;
        QVERIFY(d.guarded.route == Route::Automatic || d.guarded.route == Route::NoChange);
        double sum = 0, own = 0;
        bool listed = false;
        for (const auto& [minor, chance] : r.chances) {
          QVERIFY(chance > 0);
          sum += chance;
          own += minor == r.preferredMinor ? chance : 0;
          listed |= minor == d.proposed.minor();
        }
        QVERIFY(listed);
        QVERIFY(std::abs(sum - 1) < 1e-12);
        QVERIFY(own >= 0.8);
        expected += 1 - own, variance += own * (1 - own), came += wasDrawnElsewhere(d);
      }
    QVERIFY(draws > 1000);
    QVERIFY2(std::abs(came - expected) < 4 * std::sqrt(variance),
             qPrintable(QStringLiteral("%1 of %2").arg(came).arg(expected)));
    Q_UNUSED(preferred)
  }

  // Replay makes the same draws; what is kept with a decision says them.
  void theSameCaseDrawsTheSame() {
    const PricingCase c = drawn(20, 9);
    const auto once = decideCase(c), again = decideCase(pricingCaseFromJson(toJson(c)).value());
    QVERIFY(once == again);
    for (const PriceDecision& d : once)
      QVERIFY(priceDecisionFromJson(toJson(d)).value() == d);
  }

  void costsAreLimited() {
    PricingCase c = drawn(20);
    put(c, u"explore.most-cost.percent", 0.5);
    for (quint64 seed = 1; seed <= 100; ++seed) {
      c.seed = seed;
      const CaseOptimizer optimizer(c, rulesOf(c));
      for (std::size_t i = 0; const PriceDecision& d : decideCase(c)) {
        const auto best = d.recommendation.preferredMinor;
        for (const auto& [minor, chance] : d.recommendation.chances)
          QVERIFY(*optimizer.gainOf(i, {best, kUsd}) - *optimizer.gainOf(i, {minor, kUsd}) <=
                  0.005 * *optimizer.weeklyProfit(i) + 1e-9);
        ++i;
      }
    }
  }

  // Nothing is drawn where inputs are in doubt, on promotion, or while a draw runs; a drawn price is left in force.
  void doubtfulInputsAndRunningDrawsAreLeftAlone() {
    for (quint64 seed = 1; seed <= 50; ++seed) {
      PricingCase c = drawn(20, seed);
      c.listings[0].staleInputs << QStringLiteral("competitor");
      c.listings[1].anomalies << QStringLiteral("price-jump");
      c.listings[2].onPromotion = true;
      for (std::size_t i = 3; i < 8; ++i)
        c.listings[i].drawnUntil = c.now + std::chrono::days(3), c.listings[i].drawnHolds = true;
      for (const PriceDecision& d : decideCase(c)) {
        QVERIFY(d.recommendation.chances.empty());
        if (d.listingNo > 3)
          QCOMPARE(d.proposed, d.current);
      }
    }
    PricingCase over = drawn(0);
    for (ListingCase& l : over.listings)
      l.drawnUntil = over.now - std::chrono::hours(1), l.drawnHolds = true;
    QVERIFY(decideCase(over).front().proposed == decideCase(drawn(0)).front().proposed);
  }
};

QTEST_GUILESS_MAIN(ExplorationTest)
#include "tst_Exploration.moc"
