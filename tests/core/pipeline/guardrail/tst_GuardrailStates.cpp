// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Proposals.h"

using namespace pricewright;
using namespace pricewright::test;

// guardrails.md, "What input state leads where"; and what a reduction may claim.
class GuardrailStatesTest : public QObject {
  Q_OBJECT
 private slots:
  void whatEachInputStateLeadsTo_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("route");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, Change change, Route route, const char* reason) {
      QTest::newRow(name) << change << int(route) << QString::fromLatin1(reason);
    };
    using F = Fixture&;
    using enum Route;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    row("fresh, enough", [](F) {}, Automatic, "");
    row("stale competitor", [](F f) { f.l.competitorState = QStringLiteral("stale"); }, Human, "stale");
    row("stale, flagged", [](F f) { f.l.staleInputs = {QStringLiteral("competitor")}; }, Human, "stale");
    row("stale cost", [](F f) { f.l.staleInputs = {QStringLiteral("cost")}; }, Human, "stale");
    row(
        "stale sales, no market: too little left",
        [](F f) { f.l.staleInputs = {QStringLiteral("sales")}, f.l.reference = {}; }, Hold, "stale");
    row("cached within its hours", [](F f) { f.l.competitorState = QStringLiteral("cached"); }, Automatic, "");
    row("reference undecidable", [](F f) { f.l.reference = {}; }, Human, "reference");
    row("reference undecidable, price falls", [](F f) { f.l.reference = {}, f.propose(309); }, Human, "reference");
    row(
        "reference undecidable, not required, price falls",
        [](F f) { f.l.reference = {}, f.propose(309), f.set("guardrail.reference-required", false); }, Automatic, "");
    row(
        "reference undecidable, not required, price rises",
        [](F f) { f.l.reference = {}, f.set("guardrail.reference-required", false); }, Human, "reference");
    row(
        "reference in euros", [](F f) { f.l.reference.median->currency = *Currency::fromCode(u"EUR"); }, Human,
        "reference");
    row("reference of zero", [](F f) { f.l.reference.median = dollars(0); }, Human, "reference");
    row(
        "no reference a week ago, price falls", [](F f) { f.l.referenceWeekAgo.reset(), f.propose(309); }, Human,
        "reference");
    row("no reference a week ago, price rises", [](F f) { f.l.referenceWeekAgo.reset(); }, Automatic, "");
    row("cost missing", [](F f) { f.l.cost.reset(); }, Hold, "cost");
    row("cost zero", [](F f) { f.l.cost = dollars(0); }, Hold, "cost");
    row("cost negative", [](F f) { f.l.cost = dollars(-2); }, Hold, "cost");
    row("cost in euros", [](F f) { f.l.cost->currency = *Currency::fromCode(u"EUR"); }, Hold, "cost");
    row(
        "no elasticity of its own, pooled", [](F f) { f.l.demand.pooledFrom = QStringLiteral("category"); }, Automatic,
        "");
    row(
        "average over all, graded weak",
        [](F f) { f.l.demand.pooledFrom = QStringLiteral("all"), f.l.demand.grade = Identification::Weak; }, Human,
        "identification");
    const auto failed = [](F f) {
      f.r.method = Method::Rules, f.r.fallbackReason = QStringLiteral("planner.inference-failed"), f.r.confidence = 0,
      f.r.effect = {};
    };
    row("inference failed, inside the step", [=](F f) { failed(f); }, Automatic, "fallback");
    row("inference failed, beyond the step", [=](F f) { failed(f), f.propose(390); }, Human, "step");
    row("inference failed, below the floor", [=](F f) { failed(f), f.l.minMinor = 335; }, Human, "bounds");
    row(
        "no elasticity model",
        [](F f) {
          f.r.method = Method::HistoricalAverage, f.r.fallbackReason = QStringLiteral("no-elasticity-model"),
          f.r.confidence = 0;
        },
        Human, "identification");
    row(
        "a rule sets the price", [=](F f) { failed(f), f.r.fallbackReason = QStringLiteral("rule-target"); }, Automatic,
        "");
    row(
        "a rule sets the price, the model doubts it",
        [](F f) {
          f.r.method = Method::Rules, f.r.fallbackReason = QStringLiteral("rule-target"), f.r.confidence = 0.2;
        },
        Human, "confidence");
    row("NaN confidence", [=](F f) { f.r.confidence = nan; }, Hold, "input");
    row("infinite effect", [](F f) { f.r.effect.profitHigh = std::numeric_limits<double>::infinity(); }, Hold, "input");
    row("wrong currency", [](F f) { f.r.proposed = Money(329, *Currency::fromCode(u"EUR")); }, Hold, "input");
    row("no price", [](F f) { f.r.proposed = Money(); }, Hold, "input");
    row("price of zero", [](F f) { f.propose(0); }, Hold, "input");
    row("negative price", [](F f) { f.propose(-329); }, Hold, "input");
    row("no price in force", [](F f) { f.l.current = Money(); }, Hold, "input");
    row("no recommendation", [](F f) { f.r = {}; }, Hold, "input");
    row("insane to the evaluator", [](F f) { f.evaluator.rejected = true; }, Hold, "sanity");
    row(
        "held by the evaluator",
        [](F f) {
          Verdict v;
          v.outcome = VerdictOutcome::Held;
          f.evaluatorVerdicts = {v};
          f.evaluator.verdicts = f.evaluatorVerdicts;
        },
        Hold, "sanity");
    row("anomaly from the monitor", [](F f) { f.l.anomalies = {QStringLiteral("factor-slip")}; }, Human, "anomaly");
    row(
        "anomaly to the evaluator",
        [](F f) {
          Verdict v;
          v.outcome = VerdictOutcome::NeedsApproval;
          f.evaluatorVerdicts = {v};
          f.evaluator.verdicts = f.evaluatorVerdicts;
        },
        Human, "anomaly");
  }
  void whatEachInputStateLeadsTo() {
    QFETCH(Change, change);
    QFETCH(int, route);
    QFETCH(QString, reason);
    Fixture f;
    change(f);
    const Guarded g = f.run();
    QCOMPARE(routeName(g.route), routeName(Route(route)));
    QCOMPARE(g.primaryReason, reason);
    if (g.route == Route::Hold)
      QVERIFY(g.final == f.l.current);
  }

  void anAnnouncedReductionIsMeasuredAgainstTheLowestOfThirtyDays_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, Change change, const char* code, const char* shown) {
      QTest::newRow(name) << change << QString::fromLatin1(code) << QString::fromLatin1(shown);
    };
    using F = Fixture&;
    row("12.85 % is shown as 12 %", [](F f) { f.propose(278); }, "prior-price.claim", "12%");
    row("a rise", [](F) {}, "prior-price.no-reduction", "");
    row(
        "a promotion in the window counts",
        [](F f) {
          f.propose(278), f.l.history.push_back({1, 1, PriceType::Promotion, Money(270, usd()), f.c.now - days(20),
                                                 f.c.now - days(18), PriceOrigin::Decision});
        },
        "prior-price.no-claim", "");
    row(
        "a promotion before it does not",
        [](F f) {
          f.propose(278), f.l.history.push_back({1, 1, PriceType::Promotion, Money(270, usd()), f.c.now - days(35),
                                                 f.c.now - days(31), PriceOrigin::Decision});
        },
        "prior-price.claim", "12%");
    row(
        "the strictest channel",
        [](F f) {
          f.propose(278),
              f.l.history.push_back(
                  {1, 2, PriceType::Regular, Money(290, usd()), f.c.now - days(40), {}, PriceOrigin::Decision});
        },
        "prior-price.claim", "4%");
    row(
        "the strictest channel, where it stands apart",
        [](F f) {
          f.propose(278);
          f.l.alsoInForce = {
              {1, 2, PriceType::Regular, Money(290, usd()), f.c.now - days(40), {}, PriceOrigin::Import}};
        },
        "prior-price.claim", "4%");
    row(
        "another channel's history is too short",
        [](F f) {
          f.propose(278);
          f.l.alsoInForce = {{1, 2, PriceType::Regular, Money(319, usd()), f.c.now - days(3), {}, PriceOrigin::Import}};
        },
        "prior-price.history-too-short", "");
    const auto promoted = [](Fixture& f, qint64 minor) {
      f.propose(278);
      f.l.alsoInForce = {{1, 0, PriceType::Promotion, Money(minor, usd()), f.c.now - days(20), f.c.now - days(18),
                          PriceOrigin::Import}};
    };
    row("a promotion of the calendar counts", [=](F f) { promoted(f, 270); }, "prior-price.no-claim", "");
    row(
        "a promotion whose price nobody knows", [=](F f) { promoted(f, 0); }, "prior-price.promotion-without-price",
        "");
    row(
        "a promotion before our first price makes no history",
        [=](F f) {
          promoted(f, 300), f.l.history[0].from = f.c.now - days(29);
          f.l.alsoInForce[0].from = f.c.now - days(40);
        },
        "prior-price.history-too-short", "");
    row(
        "too short a history", [](F f) { f.propose(278), f.l.history[0].from = f.c.now - days(29); },
        "prior-price.history-too-short", "");
    row(
        "not an EU market", [](F f) { f.propose(278), f.l.market = QStringLiteral("US"); },
        "prior-price.not-this-market", "");
  }
  void anAnnouncedReductionIsMeasuredAgainstTheLowestOfThirtyDays() {
    QFETCH(Change, change);
    QFETCH(QString, code);
    QFETCH(QString, shown);
    Fixture f;
    f.l.market = QStringLiteral("DE");
    change(f);
    const Verdict v = of(f.run(), u"prior-price");
    QCOMPARE(v.code, code);
    QCOMPARE(v.inputs.size() == 2 ? v.inputs[1].value : QString(), shown);
  }
};

QTEST_GUILESS_MAIN(GuardrailStatesTest)
#include "tst_GuardrailStates.moc"
