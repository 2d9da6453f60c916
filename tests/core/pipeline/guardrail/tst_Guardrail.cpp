// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/PriceLimits.h"
#include "pipeline/guardrail/Guardrail.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <set>

using namespace pricewright;
using std::chrono::days;
using std::chrono::hours;

namespace {

Currency usd() { return *Currency::fromCode(u"USD"); }
Amount dollars(double major) { return {Decimal::fromMicros(std::llround(major * 1e6)), usd()}; }

// A sound proposal: 3.19 → 3.29 at cost 2.00, rivals at 3.30, everything fresh, confident.
struct Fixture {
  PricingCase c;
  ListingCase l;
  RuleOutcome rules;
  Recommendation r;
  std::vector<Verdict> evaluatorVerdicts;
  EvaluatorSays evaluator;

  Fixture() {
    c.now = c.effective = *parseInstant(u"2026-03-02T06:00:00Z");
    l.listingNo = 1;
    l.skuCode = QStringLiteral("OJ-1");
    l.market = QStringLiteral("US");
    l.current = Money(319, usd());
    l.currentSince = c.now - days(40);
    l.history = {{1, 1, PriceType::Regular, Money(319, usd()), c.now - days(40), {}, PriceOrigin::Decision}};
    l.cost = dollars(2);
    l.costFrom = dayOf(c.now - days(10));
    l.ladder = LadderSpec{};
    l.reference.median = l.reference.lowest = l.reference.highest = dollars(3.30);
    l.reference.sellers = 3;
    l.reference.oldest = c.now - hours(5);
    l.referenceWeekAgo = dollars(3.30);
    l.competitorState = QStringLiteral("live");
    l.demand.usable = true;
    l.demand.grade = Identification::Observational;
    r.method = Method::Model;
    r.proposed = Money(329, usd());
    r.confidence = 0.9;
    r.effect = {10, 4, 16, 12, 5, 20, -3, -6, 0};
    r.expectedLoss = 0.2;
  }
  void propose(qint64 minor) { r.proposed = Money(minor, usd()); }
  void endings(const char* list) {
    RuleHit hit;
    hit.ruleId = hit.name = QStringLiteral("e");
    hit.kind = QStringLiteral("ending");
    hit.facts = {{QStringLiteral("outcome"), QStringLiteral("applied")},
                 {QStringLiteral("endings"), QString::fromLatin1(list)}};
    rules.hits.push_back(hit);
  }
  void set(const char* key, const QVariant& value) {
    if (!c.settings.set(QString::fromLatin1(key), value))
      qFatal("no such setting: %s", key);
  }
  // 279 until `ago`, 319 since.
  void wasAt(qint64 minor, Duration ago) {
    l.history[0].amount = Money(minor, usd());
    l.history[0].to = c.now - ago;
    l.history.push_back({1, 1, PriceType::Regular, l.current, c.now - ago, {}, PriceOrigin::Decision});
  }
  Guarded run() const { return guard(c, l, rules, r, evaluator); }
};

const Verdict& of(const Guarded& g, QStringView rule) {
  for (const Verdict& v : g.verdicts)
    if (v.ruleId == rule)
      return v;
  qFatal("no verdict of this rule");
}
using Change = std::function<void(Fixture&)>;

} // namespace
Q_DECLARE_METATYPE(Change)

// What everybody relies on: no price leaves that a limit forbids, and every limit says what it said.
class GuardrailTest : public QObject {
  Q_OBJECT
 private slots:
  void everyRuleLeavesAVerdictInOrderOfPrecedence() {
    const QStringList rules{"input",       "sanity",         "rule-hold",     "segment",    "map",          "policy",
                            "prior-price", "bounds",         "margin",        "rule-floor", "rule-ceiling", "gouging",
                            "corridor",    "ladder",         "step",          "step-24h",   "step-7d",      "frequency",
                            "confidence",  "identification", "expected-loss", "fallback",   "price-war",    "freshness",
                            "rule-input",  "anomaly",        "ending"};
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
    row("weak elasticity", [](F f) { f.l.demand.grade = Identification::Weak; }, Human, 329, "identification");
    row("expected loss without a limit", [](F f) { f.r.expectedLoss = 1e6; }, Automatic, 329, "");
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
    QVERIFY(guard(f.c, f.l, f.rules, f.r, f.evaluator) == g); // the same bits
  }

  // guardrails.md, "What input state leads where".
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

  void nothingToDecideNeedsNoHuman() {
    Fixture f;
    f.propose(319);
    f.r.confidence = 0.1;
    f.l.reference = {};
    f.l.staleInputs = {QStringLiteral("cost")};
    QCOMPARE(f.run().route, Route::NoChange);
    QVERIFY(f.run().reasons.isEmpty());
  }

  void endingsStayInsideWhatWasAllowed_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<qint64>("final");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, Change change, qint64 final, const char* code) {
      QTest::newRow(name) << change << final << QString::fromLatin1(code);
    };
    using F = Fixture&;
    row("no rule", [](F) {}, 329, "ending.none");
    row("to the nearest", [](F f) { f.propose(333), f.endings("35,39"); }, 335, "ending.moved");
    row("already there", [](F f) { f.propose(335), f.endings("35"); }, 335, "ending.kept");
    row(
        "never below the floor", [](F f) { f.propose(340), f.l.minMinor = 340, f.endings("39,49"); }, 349,
        "ending.moved");
    row(
        "never above the ceiling", [](F f) { f.propose(346), f.l.maxMinor = 348, f.endings("39,49"); }, 339,
        "ending.moved");
    row(
        "never back past today's price", [](F f) { f.propose(321), f.endings("19,99"); }, 321,
        "ending.none-inside-the-limits");
    row(
        "nor past it from above", [](F f) { f.propose(317), f.endings("19,29"); }, 317,
        "ending.none-inside-the-limits");
    row("never beyond the step", [](F f) { f.propose(381), f.endings("85"); }, 381, "ending.none-inside-the-limits");
    row(
        "never above twice the reference", [](F f) { f.l.reference.median = dollars(1.65), f.endings("31"); }, 329,
        "ending.none-inside-the-limits");
    row(
        "only onto the ladder", [](F f) { f.l.ladder = defaultLadder(usd()), f.propose(329), f.endings("35"); }, 329,
        "ending.none-inside-the-limits");
    row("nothing changes", [](F f) { f.propose(319), f.endings("99"); }, 319, "ending.nothing-changes");
    row(
        "a yielded rule has no say",
        [](F f) { f.endings("35"), f.rules.hits[0].facts[QStringLiteral("outcome")] = QStringLiteral("yielded"); }, 329,
        "ending.none");
    row("what cannot be read has no say", [](F f) { f.endings("x,,-5"); }, 329, "ending.none");
  }
  void endingsStayInsideWhatWasAllowed() {
    QFETCH(Change, change);
    QFETCH(qint64, final);
    QFETCH(QString, code);
    Fixture f;
    change(f);
    const Guarded g = f.run();
    QCOMPARE(g.final.minor(), final);
    QCOMPARE(of(g, u"ending").code, code);
    QVERIFY(g.route == Route::Automatic || g.route == Route::NoChange);
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

  void thousandsOfCasesKeepTheirPromises();
  void aDearerCostNeverLowersThePrice();
  void theBreakerStopsACycleThatLooksWrong_data();
  void theBreakerStopsACycleThatLooksWrong();
};

namespace {

class Dice {
 public:
  explicit Dice(quint64 seed) : m_engine(seed) {}
  bool chance(double p) { return real() < p; }
  double real() { return double(m_engine() >> 11) * 0x1.0p-53; }
  qint64 whole(qint64 low, qint64 high) { return low + qint64(real() * double(high - low + 1)); }

 private:
  std::mt19937_64 m_engine;
};

Fixture randomFixture(Dice& dice) {
  Fixture f;
  const qint64 p0 = dice.whole(50, 2000);
  f.l.current = Money(p0, usd());
  f.l.history[0].amount = f.l.current;
  f.propose(dice.chance(0.1) ? p0 : dice.whole(p0 / 2, p0 * 2));
  f.l.cost = dollars(double(p0) / 100 * (0.3 + 0.8 * dice.real()));
  if (dice.chance(0.3))
    f.l.grossPrices = true, f.l.vatBp = int(dice.whole(0, 2700));
  if (dice.chance(0.6))
    f.l.ladder = dice.chance(0.5) ? defaultLadder(usd()) : LadderSpec{1, {49, 99}, 100};
  f.l.reference.median = f.l.referenceWeekAgo = dollars(double(p0) / 100 * (0.4 + dice.real()));
  if (dice.chance(0.3))
    f.l.minMinor = dice.whole(p0 / 2, p0 * 3 / 2);
  if (dice.chance(0.3))
    f.l.maxMinor = dice.whole(p0 / 2, p0 * 2);
  if (dice.chance(0.2))
    f.l.mapMinor = dice.whole(p0 / 2, p0 * 3 / 2);
  if (dice.chance(0.2))
    f.l.market = QStringLiteral("FR");
  if (dice.chance(0.2))
    f.rules.floorMinor = dice.whole(p0 / 2, p0 * 3 / 2);
  if (dice.chance(0.2))
    f.rules.ceilingMinor = dice.whole(p0 / 2, p0 * 2);
  if (dice.chance(0.3))
    f.endings(dice.chance(0.5) ? "99,49" : "5,95");
  if (dice.chance(0.3))
    f.wasAt(dice.whole(p0 * 7 / 10, p0 * 13 / 10), hours(dice.whole(1, 240)));
  f.l.history.back().amount = f.l.current;
  f.r.confidence = dice.real();
  if (dice.chance(0.5))
    f.r.confidence = 0.9;
  if (dice.chance(0.05))
    f.l.cost.reset();
  if (dice.chance(0.05))
    f.l.reference = {};
  if (dice.chance(0.05))
    f.r.confidence = std::numeric_limits<double>::quiet_NaN();
  if (dice.chance(0.05))
    f.l.staleInputs = {QStringLiteral("cost")};
  if (dice.chance(0.05))
    f.l.anomalies = {QStringLiteral("price-jump")};
  if (dice.chance(0.05))
    f.l.demand.grade = Identification::Weak;
  if (dice.chance(0.05))
    f.l.undercutsWithin7Days = 4;
  if (dice.chance(0.1))
    f.r.method = Method::Rules, f.r.fallbackReason = QStringLiteral("planner.inference-failed"), f.r.confidence = 0,
    f.r.effect = {};
  return f;
}

} // namespace

void GuardrailTest::thousandsOfCasesKeepTheirPromises() {
  Dice dice(42);
  std::map<Route, int> routes;
  for (int i = 0; i < 20'000; ++i) {
    const Fixture f = randomFixture(dice);
    const Guarded g = f.run();
    const qint64 p = g.final.minor(), p0 = f.l.current.minor();
    ++routes[g.route];
    QVERIFY(g == f.run());
    QVERIFY(p == p0 || PriceLadder(f.l.ladder).contains(p));
    QCOMPARE(g.verdicts.size(), std::size_t(27));
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
    QVERIFY(compareProducts(p * 9'000, 10'000, f.l.cost->value.micros(), 10'000 + (f.l.grossPrices ? f.l.vatBp : 0)) >=
            0);
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

void GuardrailTest::aDearerCostNeverLowersThePrice() {
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

void GuardrailTest::theBreakerStopsACycleThatLooksWrong_data() {
  QTest::addColumn<int>("changes");
  QTest::addColumn<int>("onFloor");
  QTest::addColumn<qint64>("to"); // from 10.00
  QTest::addColumn<int>("feeds");
  QTest::addColumn<QString>("rule");
  const auto row = [](const char* name, int changes, int onFloor, qint64 to, int feeds, const char* rule) {
    QTest::newRow(name) << changes << onFloor << to << feeds << QString::fromLatin1(rule);
  };
  row("an empty cycle", 0, 0, 1050, 0, "");
  row("an ordinary one", 100, 5, 1050, 0, "");
  row("6 of 100 on a floor", 100, 6, 1050, 0, "breaker-floor-share");
  row("2 of 20 on a floor", 20, 2, 1050, 0, "breaker-floor-share");
  row("all of 19 on a floor: too few to tell", 19, 19, 1200, 0, "");
  row("median of exactly 10 %", 50, 0, 1100, 0, "");
  row("median above 10 %", 50, 0, 1101, 0, "breaker-median-change");
  row("median of −10.1 %", 51, 0, 899, 0, "breaker-median-change");
  row("a feed slipped by 100", 1, 0, 1050, 1, "breaker-feed-factor");
  row("more than the most", 201, 0, 1050, 0, "breaker-max-changes");
}
void GuardrailTest::theBreakerStopsACycleThatLooksWrong() {
  QFETCH(int, changes);
  QFETCH(int, onFloor);
  QFETCH(qint64, to);
  QFETCH(int, feeds);
  QFETCH(QString, rule);
  Settings settings;
  QVERIFY(settings.set(QStringLiteral("breaker.max-changes"), 200));
  std::vector<PriceDecision> decisions;
  for (int i = 0; i < changes; ++i) {
    Fixture f;
    f.l.current = Money(1000, usd());
    f.l.history.clear();
    f.l.reference.median = f.l.referenceWeekAgo = dollars(9);
    f.propose(i < onFloor ? to - 1 : to);
    f.l.cost = dollars(1);
    if (i < onFloor)
      f.l.minMinor = to;
    PriceDecision d;
    d.current = f.l.current;
    d.recommendation = f.r;
    d.guarded = f.run();
    QCOMPARE(d.guarded.final.minor(), to);
    decisions.push_back(d);
  }
  // What holds, stays or conflicts is no change.
  PriceDecision held;
  held.current = Money(1000, usd());
  held.guarded.final = Money(5000, usd());
  for (const Route r : {Route::Hold, Route::NoChange, Route::Conflict, Route::Blocked})
    for (int i = 0; i < 30; ++i)
      held.guarded.route = r, decisions.push_back(held);
  const BreakerResult result = batchBreaker({decisions, feeds, &settings});
  QCOMPARE(result.ruleId, rule);
  QCOMPARE(result.halt, !rule.isEmpty());
  QVERIFY(result.facts.contains(QStringLiteral("changes=%1").arg(changes)));
}

QTEST_GUILESS_MAIN(GuardrailTest)
#include "tst_Guardrail.moc"
