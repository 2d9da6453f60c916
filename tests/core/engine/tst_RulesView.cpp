// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pricing rules as a set: what a draft would change is known before it is saved, rules that can do nothing are found,
// every version can be gone back to, and two people cannot save over each other.
#include "engine/views/RulesView.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

QJsonObject rule(const char* id, int priority, const QJsonObject& when, const QJsonObject& then) {
  return {{"id", QString::fromLatin1(id)},
          {"name", QString::fromLatin1(id)},
          {"priority", priority},
          {"enabled", true},
          {"when", when},
          {"then", then}};
}
QJsonObject kind(const char* name, const char* amount = nullptr) {
  QJsonObject then{{"kind", QString::fromLatin1(name)}};
  if (amount)
    then.insert("amount", QString::fromLatin1(amount));
  return then;
}
QStringList found(const RuleDryRun& run, const char* id) {
  QStringList codes;
  for (const RuleFinding& f : run.findings)
    if (f.ruleId == QLatin1String(id))
      codes << f.code.section(u'.', 1);
  return codes;
}

} // namespace

class RulesViewTest : public QObject {
  Q_OBJECT
 private slots:
  void aDraftIsTriedOnEveryPrice() {
    SmallMarket m;
    m.cycle(false); // takes the prices in force from the sales
    const RuleDryRun nothing = take(tryRules(*m.ws, {}, {}));
    QCOMPARE(nothing.prices, 12);
    QVERIFY(nothing.changed.empty() && nothing.findings.empty());
    const RuleDryRun run =
        take(tryRules(*m.ws, {rule("f", 10, {}, kind("floor", "0.01")), rule("h", 20, {}, kind("hold"))}, {}));
    QCOMPARE(run.changed.size(), std::size_t(12));
    QCOMPARE(run.changed.front().after.floorMinor, std::optional<qint64>(1));
    QVERIFY(run.changed.front().after.hold && !run.changed.front().before.hold);
    QCOMPARE(run.changed.front().decidedBy, QStringLiteral("h"));
    QCOMPARE(run.concerns.at(QStringLiteral("f")), 12);
    QCOMPARE(m.count("SELECT count(*) FROM rule"), 0);
  }

  void rulesThatCanDoNothingAreFound() {
    SmallMarket m;
    m.cycle(false);
    const QJsonObject over{{"schedule", QJsonObject{{"toDate", "2020-01-31"}}}};
    const QJsonObject evening{{"schedule", QJsonObject{{"from", "18:00"}, {"to", "22:00"}}}};
    const QJsonObject nowhere{{"skus", QJsonArray{"NO-SUCH-*"}}};
    const RuleDryRun run =
        take(tryRules(*m.ws,
                      {rule("all", 10, {}, kind("hold")), rule("late", 20, {}, kind("match")),
                       rule("none", 30, nowhere, kind("hold")), rule("gone", 40, over, kind("floor", "1")),
                       rule("again", 50, {}, kind("hold"))},
                      {}));
    QCOMPARE(found(run, "late"), QStringList{"unreachable"});
    QCOMPARE(found(run, "none"), QStringList{"matches-nothing"});
    QCOMPARE(found(run, "gone"), QStringList{"over"});
    QCOMPARE(found(run, "again"), QStringList{"same"});
    QVERIFY(found(run, "all").isEmpty());
    // A rule of some hours hides nothing from the one behind it.
    const RuleDryRun hours =
        take(tryRules(*m.ws, {rule("all", 10, evening, kind("hold")), rule("late", 20, {}, kind("match"))}, {}));
    QVERIFY(!found(hours, "late").contains("unreachable"));
    const RuleDryRun crossed = take(tryRules(
        *m.ws, {rule("low", 10, {}, kind("ceiling", "1.00")), rule("high", 20, {}, kind("floor", "2.00"))}, {}));
    QCOMPARE(found(crossed, "high"), QStringList{"crossed"});
  }

  void whatIsNoRuleIsRefusedWithItsName() {
    SmallMarket m;
    const Error why = tryRules(*m.ws, {rule("x", 10, {}, kind("floor"))}, {}).error();
    QCOMPARE(why.code, QStringLiteral("rules.bad-amount"));
    QCOMPARE(why.arguments.value("rule"), QStringLiteral("x"));
    QVERIFY(!checkRule(rule("x", 10, {{"segment", "age"}}, kind("hold"))));
    QVERIFY(checkRule(rule("x", 10, {}, kind("hold"))));
  }

  void savedVersionsCanBeGoneBackTo() {
    SmallMarket m;
    const RulesView before = take(rulesView(*m.ws));
    const QJsonArray first{rule("a", 10, {}, kind("hold")), rule("b", 20, {}, kind("floor", "1.00"))};
    QCOMPARE(take(saveRules(*m.ws, first, before.digest, QStringLiteral("start"))), 1);
    QCOMPARE(saveRules(*m.ws, {}, before.digest, {}).error().code, QStringLiteral("decision.rules-changed"));
    RulesView view = take(rulesView(*m.ws));
    QCOMPARE(saveRules(*m.ws, view.rules, view.digest, {}).error().code, QStringLiteral("decision.rules-same"));
    // Names may change places, one rule may go.
    QJsonObject renamed = first[1].toObject();
    renamed.insert("name", "a");
    QVERIFY(saveRules(*m.ws, {renamed}, view.digest, {}));
    view = take(rulesView(*m.ws));
    QCOMPARE(view.rules.size(), 1);
    QCOMPARE(view.versions.size(), std::size_t(2));
    QCOMPARE(view.versions.back().note, QStringLiteral("start"));
    QVERIFY(saveRules(*m.ws, view.versions.back().rules, view.digest, QStringLiteral("back")));
    QCOMPARE(take(rulesView(*m.ws)).rules, first);
    QVERIFY(take(m.ws->verifyAudit()).intact());
    QVERIFY(m.count("SELECT count(*) FROM audit_entry WHERE kind = 'rule.removed'") > 0);
  }

  void onlyWhoMay() {
    SmallMarket m;
    need(m.ws->catalog().putUser(m.ws->me(), {QStringLiteral("ann"), {}, QStringLiteral("analyst")}));
    need(m.ws->actAs(QStringLiteral("ann")));
    m.sql("UPDATE user SET active = 0 WHERE name = 'ann'"); // meanwhile, by somebody else
    const auto tried = saveRules(*m.ws, {rule("a", 10, {}, kind("hold"))}, take(rulesView(*m.ws)).digest, {});
    QVERIFY(!tried);
    QCOMPARE(tried.error().code, QStringLiteral("catalog.not-allowed"));
    QCOMPARE(m.count("SELECT count(*) FROM rule"), 0);
  }

  void theWeekOfARule() {
    const RuleWeek night = ruleWeek(
        rule("x", 1, {{"schedule", QJsonObject{{"days", QJsonArray{"fri"}}, {"from", "22:30"}, {"to", "02:00"}}}},
             kind("hold")));
    QVERIFY(night[4][22] && night[4][23] && night[5][0] && night[5][1] && !night[5][2] && !night[4][21] &&
            !night[3][23]);
    QVERIFY(ruleWeek(rule("x", 1, {}, kind("hold")))[6][12]);
  }
};

QTEST_GUILESS_MAIN(RulesViewTest)
#include "tst_RulesView.moc"
