// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Juices.h"

using namespace pricewright;
using namespace pricewright::test;

// What a pricing manager relies on when a price is proposed.
class OptimizerTest : public QObject {
  Q_OBJECT
 private slots:
  void theGroupsOptimumIsThatOfAnExhaustiveSearch() {
    // Optima inside the window, references that are not today's prices, correlated posteriors: nothing is at a corner.
    PricingCase c = siblings();
    set(c, "optimizer.label-cost", 0.0);
    set(c, "optimizer.max-move.percent", 60.0);
    for (ListingCase& l : c.listings) {
      l.demand.lowestSeen = 1.5, l.demand.highestSeen = 6.5;
      l.demand.referencePrice = 3.00;
      l.demand.covariance[kOwnRegular * kTerms + kSibling] = l.demand.covariance[kSibling * kTerms + kOwnRegular] =
          -0.03;
      l.demand.covariance[kSibling * kTerms + kSibling] = 0.1;
      l.cost = dollars(2);
      l.demand.mean[kSibling] = 0.6;
    }
    c.listings[0].demand.mean[kOwnRegular] = -4.5;
    c.listings[1].demand.mean[kOwnRegular] = -3.2;
    c.listings[2].demand.mean[kOwnRegular] = -4.5;
    const auto found = run(c);
    for (const Recommendation& r : found)
      QVERIFY(r.proposed.minor() > r.searchLowMinor && r.proposed.minor() < r.searchHighMinor);
    std::vector<double> today, best, chosen;
    for (std::size_t i = 0; i < 3; ++i)
      today.push_back(c.listings[i].current.toDouble()), chosen.push_back(found[i].proposed.toDouble());
    double bestProfit = groupProfit(c, today);
    const auto rungs = [&](std::size_t i) {
      return PriceLadder(c.listings[i].ladder).between(found[i].searchLowMinor, found[i].searchHighMinor);
    };
    for (const qint64 a : rungs(0))
      for (const qint64 b : rungs(1))
        for (const qint64 d : rungs(2))
          bestProfit = std::max(bestProfit, groupProfit(c, {a / 100.0, b / 100.0, d / 100.0}));
    QVERIFY(bestProfit > groupProfit(c, today) + 1);
    QVERIFY2(std::abs(groupProfit(c, chosen) - bestProfit) < 1e-9 * bestProfit, "coordinate ascent stopped short");
    // The curve is the change of the group's expected profit, siblings as they are.
    for (const auto& [minor, change] : found[1].profitCurve)
      QVERIFY(std::abs(change - (groupProfit(c, {today[0], double(minor) / 100, today[2]}) - groupProfit(c, today))) <
              1e-9);
  }

  void siblingsBelongInTheObjective() {
    PricingCase alone = siblings(), together = siblings();
    for (ListingCase& l : alone.listings) {
      l.demand.mean[kSibling] = 0;
      for (int i = 0; i < kTerms; ++i)
        l.demand.covariance[std::size_t(i * kTerms + kSibling)] =
            l.demand.covariance[std::size_t(kSibling * kTerms + i)] = 0;
    }
    // Where a price rise sends customers to siblings, raising is worth more than it is alone.
    const auto at = [](const Recommendation& r) { return r.profitCurve.back().second; };
    QVERIFY(at(run(together)[0]) > at(run(alone)[0]) + 1);
    QVERIFY(run(alone)[0].siblingsMoved.isEmpty());
    QCOMPARE(run(together)[0].siblingsMoved.size(), 2);
  }

  void theExpectedEffectIsTheClosedForms() {
    PricingCase c = siblings();
    set(c, "optimizer.draws", 10000);
    const std::vector<double> today{3.19, 2.79, 3.59};
    const Recommendation r = evaluatePrice(c, 0, Money(339, usd()));
    const double exact = groupProfit(c, {3.39, 2.79, 3.59}) - groupProfit(c, today) - 0.10;
    QVERIFY2(std::abs(r.effect.profit - exact) < 0.02 * std::abs(exact) + 0.05,
             qPrintable(QStringLiteral("%1 %2").arg(r.effect.profit).arg(exact)));
    const std::pair<std::size_t, Money> both[] = {{0, Money(339, usd())}, {2, Money(339, usd())}};
    const double joint = groupProfit(c, {3.39, 2.79, 3.39}) - groupProfit(c, today) - 0.20;
    QVERIFY(std::abs(jointEffect(c, both).profit - joint) < 0.03 * std::abs(joint) + 0.1);
  }

  void theSameDrawsJudgeProposalEditAndSelection() {
    const PricingCase c = siblings();
    const auto found = run(c);
    for (std::size_t i = 0; i < 3; ++i) {
      QCOMPARE(found[i].outcome, QStringLiteral("change"));
      const Recommendation edited = evaluatePrice(c, i, found[i].proposed);
      QVERIFY(edited.effect == found[i].effect && edited.confidence == found[i].confidence &&
              edited.expectedLoss == found[i].expectedLoss);
      const std::pair<std::size_t, Money> alone[] = {{i, found[i].proposed}, {i, found[i].proposed}};
      QVERIFY(jointEffect(c, alone) == found[i].effect);
    }
    QVERIFY(jointEffect(c, {}) == Effect());
    QCOMPARE(evaluatePrice(c, 0, c.listings[0].current).effect.profit, 0.0);
    QCOMPARE(evaluatePrice(c, 99, Money(319, usd())).method, Method::None);
    QCOMPARE(evaluatePrice(c, 0, Money(319, *Currency::fromCode(u"EUR"))).fallbackReason, QStringLiteral("bad-price"));
    QCOMPARE(evaluatePrice(c, 0, Money(0, usd())).method, Method::None);
  }

  // Nothing could be sold at it; a count that is old says nothing of today.
  void whatIsOutOfStockKeepsItsPrice() {
    PricingCase c = caseOf({juice(), juice(2)});
    c.listings[0].stockMilli = 0;
    const auto found = optimizeCase(c, std::vector<RuleOutcome>(2));
    QCOMPARE(found[0].outcome, QStringLiteral("no-change-out-of-stock"));
    QCOMPARE(found[0].proposed, c.listings[0].current);
    QCOMPARE(found[1].outcome, QStringLiteral("change"));
    c.listings[0].staleInputs << QStringLiteral("stock");
    QCOMPARE(optimizeCase(c, std::vector<RuleOutcome>(2))[0].outcome, QStringLiteral("change"));
  }

  void aSmallGainDoesNotChangeALabel() {
    PricingCase c = caseOf({juice()});
    const Recommendation moved = one(c);
    QCOMPARE(moved.outcome, QStringLiteral("change"));
    QCOMPARE(moved.method, Method::Model);
    QVERIFY(moved.proposed.minor() > 319);         // 2.00 · 2/(2 − 1) = 4.00 is further than one cycle may go
    QCOMPARE(moved.proposed.minor(), qint64(359)); // 3.19 + 15 % = 3.66
    set(c, "optimizer.label-cost", 1000);
    const Recommendation stays = one(c);
    QCOMPARE(stays.outcome, QStringLiteral("no-change-gain-below-cost"));
    QCOMPARE(stays.proposed.minor(), qint64(319));
    // Its numbers are those of what was left: less than the label costs, and surely so.
    QVERIFY(stays.effect.profit < 0 && stays.confidence < 0.05 && stays.valueAtStake > 0 && !stays.profitCurve.empty());
    PricingCase best = caseOf({juice(1, 399)});
    best.listings[0].demand.referencePrice = 3.99;
    QCOMPARE(one(best).outcome, QStringLiteral("no-change-at-optimum"));
  }

  void rulesThatHoldOrSetAreFollowed() {
    PricingCase c = siblings();
    std::vector<RuleOutcome> rules(3);
    rules[0].hold = true;
    rules[1].targetMinor = 300; // off the ladder: 2.99 or 3.09, the upper on a tie
    rules[1].floorMinor = 300;
    const auto r = run(c, rules);
    QCOMPARE(r[0].outcome, QStringLiteral("no-change-held-by-rule"));
    QCOMPARE(r[0].proposed, c.listings[0].current);
    QCOMPARE(r[1].proposed.minor(), qint64(309));
    QCOMPARE(r[1].method, Method::Rules);
    QVERIFY(r[1].confidence > 0); // judged by the model all the same
    QCOMPARE(r[2].method, Method::Model);
  }

  void profitIsNetOfVat() {
    PricingCase c = caseOf({juice()});
    c.listings[0].grossPrices = true;
    c.listings[0].vatBp = 2000;
    set(c, "optimizer.label-cost", 0.0);
    for (const auto& [minor, change] : one(c).profitCurve)
      QVERIFY(std::abs(change - (groupProfit(c, {double(minor) / 100}) - groupProfit(c, {3.19}))) < 1e-9);
  }

  void theObjectiveCanBeRevenueOrBoth() {
    PricingCase c = caseOf({juice(1, 319, -1.5)});
    set(c, "optimizer.objective", QStringLiteral("revenue"));
    QVERIFY(one(c).proposed.minor() < 319); // elastic: revenue grows downwards
    set(c, "optimizer.objective", QStringLiteral("profit"));
    QVERIFY(one(c).proposed.minor() > 319);
    set(c, "optimizer.objective", QStringLiteral("weighted"));
    set(c, "optimizer.profit-weight", 0.0);
    QVERIFY(one(c).proposed.minor() < 319);
    set(c, "optimizer.profit-weight", 1.0);
    QVERIFY(one(c).proposed.minor() > 319);
  }

  void thousandsOfCasesKeepTheirPromises() {
    Random random(2026);
    int changes = 0, agreeing = 0;
    for (int round = 0; round < 400; ++round) {
      std::vector<ListingCase> all;
      for (int i = 0; i < 6; ++i)
        all.push_back(randomListing(random, i + 1));
      PricingCase c = caseOf(std::move(all));
      c.seed = random.next();
      if (random.uniform() < 0.1)
        c.modelFailure = QStringLiteral("planner.inference-failed");
      const auto found = run(c);
      QVERIFY(found == run(c)); // the same bits
      for (std::size_t i = 0; i < found.size(); ++i) {
        const Recommendation& r = found[i];
        const ListingCase& l = c.listings[i];
        if (r.method == Method::None) {
          QVERIFY(!l.cost || (l.demand.usable && std::isnan(l.demand.mean[kOwnRegular])));
          continue;
        }
        for (const double v : {r.effect.profit, r.effect.profitLow, r.effect.profitHigh, r.effect.units, r.confidence,
                               r.expectedLoss, r.valueAtStake})
          QVERIFY(std::isfinite(v));
        QVERIFY(r.confidence >= 0 && r.confidence <= 1 && r.expectedLoss >= 0 && r.valueAtStake >= 0);
        QVERIFY(r.effect.profitLow <= r.effect.profitHigh);
        agreeing += r.effect.profitLow > 0;
        QVERIFY(r.effect.profitLow <= 0 || r.confidence >= 0.95);
        QVERIFY(r.effect.profitHigh >= 0 || r.confidence <= 0.05);
        if (r.proposed == l.current)
          continue;
        ++changes;
        const qint64 p = r.proposed.minor();
        QVERIFY(PriceLadder(l.ladder).contains(p));
        QVERIFY(!l.minMinor || p >= *l.minMinor);
        QVERIFY(!l.maxMinor || p <= *l.maxMinor);
        QVERIFY(!l.mapMinor || p >= *l.mapMinor);
        QVERIFY(p >= *marginFloorMinor(*l.cost, 1000, l.vatBp, l.grossPrices, {}));
        if (r.outcome == u"change")
          QVERIFY(compareProducts(std::abs(p - l.current.minor()), 100, l.current.minor(), 15) <= 0);
        if (r.outcome == u"change" && r.method == Method::Model)
          QVERIFY(r.effect.profit > 0);
      }
    }
    QVERIFY(changes > 300 && agreeing > 100);
  }
};

QTEST_GUILESS_MAIN(OptimizerTest)
#include "tst_Optimizer.moc"
