// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Proposals.h"
#include "decision/TestHold.h"

using namespace pricewright;
using namespace pricewright::test;

// Limit by limit: where the price goes, who decides, and why.
class GuardrailLimitsTest : public QObject {
  Q_OBJECT
 private slots:
  void whatEachLimitDoes_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("route");
    QTest::addColumn<qint64>("final");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, Change change, Route route, qint64 final, const char* reason) {
      QTest::newRow(name) << change << int(route) << final << QString::fromLatin1(reason);
    };
    using F = Fixture&;
    using enum Route;
    row("nothing changes", [](F f) { f.propose(319); }, NoChange, 319, "");
    // bounds
    row("below its minimum", [](F f) { f.l.minMinor = 340; }, Automatic, 340, "bounds");
    row("at its minimum", [](F f) { f.l.minMinor = 329; }, Automatic, 329, "");
    row("above its maximum", [](F f) { f.l.maxMinor = 325; }, Automatic, 325, "bounds");
    row("at its maximum", [](F f) { f.l.maxMinor = 329; }, Automatic, 329, "");
    row("minimum far away", [](F f) { f.l.minMinor = 400; }, Human, 400, "bounds");
    row("today's price below its minimum", [](F f) { f.propose(319), f.l.minMinor = 340; }, Automatic, 340, "bounds");
    // margin: 10 % of c, the exact cent
    row("margin kept by a cent", [](F f) { f.l.cost = dollars(2.961); }, Automatic, 329, "");
    row("margin missed by a millionth", [](F f) { f.l.cost = dollars(2.961001); }, Automatic, 330, "margin");
    row("margin beyond the step", [](F f) { f.l.cost = dollars(3.5); }, Human, 389, "margin");
    row(
        "margin with VAT", [](F f) { f.l.grossPrices = true, f.l.vatBp = 1900, f.l.cost = dollars(2.50); }, Automatic,
        331, "margin");
    row(
        "clearance",
        [](F f) {
          f.l.cost = dollars(3.5),
          f.l.marginException =
              MarginException{1, QStringLiteral("clearance"), -3000, f.c.now, f.c.now + days(1), QStringLiteral("mia")};
        },
        Automatic, 329, "");
    row(
        "clearance that is over",
        [](F f) {
          f.l.cost = dollars(2.97),
          f.l.marginException =
              MarginException{1, QStringLiteral("clearance"), -3000, f.c.now - days(1), f.c.now, QStringLiteral("mia")};
        },
        Automatic, 330, "margin");
    row(
        "exception without a name",
        [](F f) {
          f.l.cost = dollars(2.97),
          f.l.marginException =
              MarginException{1, QStringLiteral("because"), -3000, f.c.now, f.c.now + days(1), QStringLiteral("mia")};
        },
        Automatic, 330, "margin");
    row(
        "the evaluator's minimum is kept",
        [](F f) { f.evaluator.rejected = true, f.evaluator.minimumPriceMinor = 345; }, Automatic, 345, "margin");
    // gouging: A = 1.60 → block above 3.20, cap 2.40
    row(
        "exactly twice the reference", [](F f) { f.l.reference.median = f.l.referenceWeekAgo = dollars(1.645); },
        Automatic, 329, "");
    row(
        "above twice the reference",
        [](F f) { f.l.reference.median = f.l.referenceWeekAgo = dollars(1.644999), f.l.cost = dollars(1); }, Blocked,
        246, "gouging");
    row("cut before, blocked all the same", [](F f) { f.propose(700), f.l.maxMinor = 350; }, Blocked, 350, "gouging");
    row(
        "today's price gouges",
        [](F f) { f.propose(319), f.l.reference.median = f.l.referenceWeekAgo = dollars(1.5), f.l.cost = dollars(1); },
        Blocked, 225, "gouging");
    row(
        "out of where today's price gouges",
        [](F f) { f.propose(299), f.l.reference.median = f.l.referenceWeekAgo = dollars(1.5), f.l.cost = dollars(1); },
        Automatic, 299, "gouging");
    row(
        "counter-proposal stays above the floor",
        [](F f) { f.l.reference.median = dollars(1.60), f.l.cost = dollars(2.16); }, Blocked, 240, "gouging");
    row(
        "floor above the cap", [](F f) { f.l.reference.median = dollars(1.60), f.l.cost = dollars(2.17); }, Conflict,
        319, "conflict");
    row(
        "margin raises it above twice the reference",
        [](F f) { f.propose(300), f.l.reference.median = dollars(1.55), f.l.cost = dollars(2.8); }, Conflict, 319,
        "conflict");
    // conflict
    row(
        "minimum above rule's ceiling", [](F f) { f.l.minMinor = 340, f.rules.ceilingMinor = 335; }, Conflict, 319,
        "conflict");
    row(
        "margin above the maximum", [](F f) { f.l.cost = dollars(3.5), f.l.maxMinor = 350; }, Conflict, 319,
        "conflict");
    row(
        "no rung between", [](F f) { f.l.ladder = LadderSpec{1, {99}, 100}, f.l.minMinor = 310, f.l.maxMinor = 350; },
        Conflict, 319, "conflict");
    row(
        "nothing changes, nothing could", [](F f) { f.propose(319), f.l.minMinor = 340, f.l.maxMinor = 335; }, Conflict,
        319, "conflict");
    // rules
    row("rule's floor", [](F f) { f.rules.floorMinor = 335; }, Automatic, 335, "rule-floor");
    row("rule's ceiling", [](F f) { f.rules.ceilingMinor = 325; }, Automatic, 325, "rule-ceiling");
    row("rule holds", [](F f) { f.rules.hold = true; }, Hold, 319, "hold-rule");
    row(
        "a test holds", [](F f) { f.rules.hold = true, f.rules.hits = {holdOfTest(QStringLiteral("Autumn"))}; }, Hold,
        319, "hold-test");
    row(
        "a test holds, and rules that cannot be read",
        [](F f) { f.rules.hold = true, f.rules.hits = {holdOfTest(QStringLiteral("Autumn"), true)}; }, Hold, 319,
        "hold-rule");
    row(
        "a test and a rule hold",
        [](F f) {
          RuleHit rule{QStringLiteral("r1"),   QStringLiteral("Keep"),
                       QStringLiteral("hold"), 1,
                       QStringLiteral("hold"), {{QStringLiteral("outcome"), QStringLiteral("applied")}}};
          f.rules.hold = true, f.rules.hits = {rule, holdOfTest(QStringLiteral("Autumn"))};
        },
        Hold, 319, "hold-rule");
    row(
        "rule without its reference",
        [](F f) {
          RuleHit h;
          h.facts[QStringLiteral("outcome")] = QStringLiteral("undecidable");
          f.rules.hits = {h};
        },
        Human, 329, "reference");
    // MAP
    row("MAP in the US", [](F f) { f.l.mapMinor = 349; }, Automatic, 349, "map");
    row("MAP in Germany", [](F f) { f.l.mapMinor = 349, f.l.market = QStringLiteral("DE"); }, Automatic, 329, "");
    row("MAP in Britain", [](F f) { f.l.mapMinor = 349, f.l.market = QStringLiteral("GB"); }, Automatic, 329, "");
    row("MAP in Japan", [](F f) { f.l.mapMinor = 349, f.l.market = QStringLiteral("JP"); }, Automatic, 329, "");
    row("MAP in us", [](F f) { f.l.mapMinor = 349, f.l.market = QStringLiteral(" us "); }, Automatic, 349, "map");
    row("MAP nobody knows where", [](F f) { f.l.mapMinor = 349, f.l.market.clear(); }, Human, 329, "map");
    row("policy violated", [](F f) { f.l.mapMinor = 349, f.evaluator.policyViolation = true; }, Blocked, 349, "policy");
    // step: 20 % of 3.19 is 0.638
    row("20 % up at most", [](F f) { f.propose(382); }, Automatic, 382, "");
    row("more than 20 % up", [](F f) { f.propose(383); }, Human, 383, "step");
    row("20 % down at most", [](F f) { f.propose(256); }, Automatic, 256, "");
    row("more than 20 % down", [](F f) { f.propose(255); }, Human, 255, "step");
    row(
        "20 % exactly is inside",
        [](F f) { f.l.current = Money(500, usd()), f.propose(600), f.l.history[0].amount = f.l.current; }, Automatic,
        600, "");
    row(
        "20.0008 % is outside",
        [](F f) {
          f.l.current = Money(24999, usd()), f.propose(29999), f.l.history[0].amount = f.l.current;
          f.l.reference.median = f.l.referenceWeekAgo = dollars(300);
        },
        Human, 29999, "step");
    row(
        "19 % on top of 19 % a day before", [](F f) { f.wasAt(268, hours(23)), f.propose(379); }, Human, 379,
        "step-24h");
    row(
        "19 % on top of 19 % five days before", [](F f) { f.wasAt(268, days(5)), f.propose(379); }, Human, 379,
        "step-7d");
    row(
        "19 % on top of 19 % eight days before", [](F f) { f.wasAt(268, days(8)), f.propose(379); }, Automatic, 379,
        "");
    row("back to where it was", [](F f) { f.wasAt(329, days(5)); }, Automatic, 329, "");
    row("down twice in a week", [](F f) { f.wasAt(380, days(5)), f.propose(299); }, Human, 299, "step-7d");
    row(
        "a promotion is not the price",
        [](F f) {
          f.l.history.push_back({1, 1, PriceType::Promotion, Money(99, usd()), f.c.now - days(3), f.c.now - days(2),
                                 PriceOrigin::Decision});
        },
        Automatic, 329, "");
    // frequency
    row("second change in a day", [](F f) { f.wasAt(315, hours(20)); }, Human, 329, "frequency");
    row("a day later", [](F f) { f.wasAt(315, hours(25)); }, Automatic, 329, "");
    row(
        "fourth change in a week",
        [](F f) {
          f.l.history.clear();
          for (int i = 0; i < 5; ++i)
            f.l.history.push_back({1,
                                   1,
                                   PriceType::Regular,
                                   Money(i % 2 ? 318 : 319, usd()),
                                   f.c.now - days(12 - (i == 0 ? 0 : 2 + 2 * i)),
                                   {},
                                   PriceOrigin::Decision});
          for (std::size_t i = 0; i + 1 < f.l.history.size(); ++i)
            f.l.history[i].to = f.l.history[i + 1].from;
        },
        Human, 329, "frequency");
    row(
        "one change in two channels is one",
        [](F f) {
          f.set("guardrail.changes-per-day", 2);
          f.wasAt(315, hours(20));
          for (PublishedPrice p : std::vector(f.l.history))
            p.channelNo = 2, f.l.history.push_back(p);
        },
        Automatic, 329, "");
    // evidence
    row("confidence at its limit", [](F f) { f.r.confidence = 0.6; }, Automatic, 329, "");
    row("confidence below it", [](F f) { f.r.confidence = 0.5999; }, Human, 329, "confidence");
    // 3.19 → 3.29 is 313 basis points
    row("but its category has earned it", [](F f) { f.r.confidence = 0.1, f.c.autoBandBp = 313; }, Automatic, 329, "");
    row("not for so much", [](F f) { f.r.confidence = 0.1, f.c.autoBandBp = 312; }, Human, 329, "confidence");
    row("weak elasticity", [](F f) { f.l.demand.grade = Identification::Weak; }, Human, 329, "identification");
    row("expected loss without a limit", [](F f) { f.r.expectedLoss = 1e6; }, Automatic, 329, "");
    row(
        "expected loss of 2 % of a week", [](F f) { f.r.expectedLoss = 2, f.judge.weeklyProfit = 100; }, Automatic, 329,
        "");
    row(
        "expected loss above 2 % of a week", [](F f) { f.r.expectedLoss = 2.01, f.judge.weeklyProfit = 100; }, Human,
        329, "expected-loss");
    row("less than a label", [](F f) { f.r.expectedLoss = 0.1, f.judge.weeklyProfit = -1; }, Automatic, 329, "");
    row(
        "earning nothing, losing more than a label", [](F f) { f.r.expectedLoss = 0.11, f.judge.weeklyProfit = -1; },
        Human, 329, "expected-loss");
    row(
        "the share switched off",
        [](F f) { f.r.expectedLoss = 50, f.judge.weeklyProfit = 100, f.set("guardrail.expected-loss.percent", 0.0); },
        Automatic, 329, "");
    row(
        "the stricter of both",
        [](F f) { f.r.expectedLoss = 1.5, f.judge.weeklyProfit = 100, f.set("guardrail.expected-loss.amount", 1.0); },
        Human, 329, "expected-loss");
    row(
        "expected loss over its limit",
        [](F f) { f.r.expectedLoss = 5.01, f.set("guardrail.expected-loss.amount", 5.0); }, Human, 329,
        "expected-loss");
    // price war
    row("reference fell by 20 %, price rises", [](F f) { f.l.referenceWeekAgo = dollars(4.125); }, Automatic, 329, "");
    row(
        "reference fell by 20 %, price falls", [](F f) { f.l.referenceWeekAgo = dollars(4.125), f.propose(309); },
        Human, 309, "price-war");
    row(
        "reference fell by less", [](F f) { f.l.referenceWeekAgo = dollars(4.124999), f.propose(309); }, Automatic, 309,
        "");
    row("third mutual undercut", [](F f) { f.l.undercutsWithin7Days = 3, f.propose(309); }, Human, 309, "price-war");
    row("second mutual undercut", [](F f) { f.l.undercutsWithin7Days = 2, f.propose(309); }, Automatic, 309, "");
    // off the ladder
    row(
        "typed price off the ladder", [](F f) { f.l.ladder = defaultLadder(usd()), f.propose(334); }, Automatic, 339,
        "");
    row(
        "today's price off the ladder stays", [](F f) { f.l.ladder = LadderSpec{1, {99}, 100}, f.propose(319); },
        NoChange, 319, "");
  }
  void whatEachLimitDoes() {
    QFETCH(Change, change);
    QFETCH(int, route);
    QFETCH(qint64, final);
    QFETCH(QString, reason);
    Fixture f;
    change(f);
    const Guarded g = f.run();
    QCOMPARE(routeName(g.route), routeName(Route(route)));
    QCOMPARE(g.final.minor(), final);
    QCOMPARE(g.primaryReason, reason);
    QCOMPARE(g.isCounterProposal, g.route == Route::Blocked);
    QCOMPARE(g.alerts.contains(QStringLiteral("gouging")), g.reasons.contains(QStringLiteral("gouging")));
    QVERIFY(f.run() == g); // the same bits
    // What is said of a step is said of the price that would be published; too large never looks like inside.
    for (const Verdict& v : g.verdicts)
      if (v.ruleId.startsWith(u"step"))
        QCOMPARE(v.distance.startsWith(u'-'), v.outcome == VerdictOutcome::NeedsApproval);
    for (const Verdict& v : g.verdicts)
      if (v.precedence == 4 && g.route == Route::Conflict)
        QCOMPARE(v.outcome, VerdictOutcome::Pass);
    if (g.route == Route::Conflict)
      for (const char* step : {"step", "step-24h", "step-7d", "frequency", "price-war"})
        QVERIFY2(!g.reasons.contains(QLatin1String(step)), step);
  }
};

QTEST_GUILESS_MAIN(GuardrailLimitsTest)
#include "tst_GuardrailLimits.moc"
