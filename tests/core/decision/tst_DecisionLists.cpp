// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is read back of a day's work: the queue by value at stake, how cycles ended, which rules were used.
#include "DecisionDesk.h"

using namespace pricewright;
using namespace pricewright::test;

class TestDecisionLists : public QObject {
  Q_OBJECT
 private slots:
  void queuesComeByValueAtStake();
  void listsShowWhatTheEvidenceSays();
  void cyclesTellHowTheyEnded();
  void rulesAreRegistered();
};

void TestDecisionLists::queuesComeByValueAtStake() {
  Desk desk(6);
  std::vector<PriceDecision> decisions;
  const double stakes[] = {3, 9, 1, 9, -2, 4};
  for (int i = 0; i < 6; ++i) {
    decisions.push_back(desk.decide(i + 1, i == 5 ? DecisionState::Held : DecisionState::Pending));
    decisions.back().recommendation.valueAtStake = stakes[i];
  }
  QVERIFY(desk.save({desk.caseOf(decisions)}));
  const auto listings = [&](const DecisionFilter& filter) {
    std::vector<int> numbers;
    const std::vector<PriceDecision> found = *desk.store.decisions(filter);
    for (const PriceDecision& d : found)
      numbers.push_back(d.listingNo);
    return numbers;
  };
  using List = std::vector<int>;
  QCOMPARE(listings({{DecisionState::Pending}}), (List{2, 4, 1, 3, 5})); // ties by age
  QCOMPARE(listings({{DecisionState::Pending, DecisionState::Held}, {}, {}, 4}), (List{2, 4, 6, 1}));
  QCOMPARE(listings({{}, desk.cycle}), (List{2, 4, 6, 1, 3, 5}));
  QCOMPARE(listings({{}, QStringLiteral("other")}), List{});
  QCOMPARE(listings({{}, {}, 3}), List{3});
  QCOMPARE(listings({{DecisionState::Published}}), List{});
  QCOMPARE(listings({{}, {}, {}, 0}), List{});
}

// The queue is read without the evidence and kept in memory: it must never show anything else than what is stored.
void TestDecisionLists::listsShowWhatTheEvidenceSays() {
  Desk desk(30);
  std::vector<PriceDecision> decisions;
  for (int i = 1; i <= 30; ++i)
    decisions.push_back(desk.decide(i, DecisionState::Pending));
  QVERIFY(desk.save({desk.caseOf(decisions)}));
  const auto same = [&](DecisionState state) {
    const std::vector<PriceDecision> all = *desk.store.decisions({{state}});
    const std::vector<DecisionSummary> list = *desk.store.summaries(state);
    return list.size() == all.size() &&
           std::equal(list.begin(), list.end(), all.begin(), [](DecisionSummary shown, const PriceDecision& d) {
             shown.releaseAt.reset();
             return shown == summaryOf(d);
           });
  };
  QVERIFY(same(DecisionState::Pending));
  QVERIFY(same(DecisionState::Pending)); // from memory
  const auto edited = [&](qint64 price) {
    PriceDecision d = *desk.store.decision(decisions[3].id);
    d.proposed = Money(price, desk.usd);
    d.guarded.reasons = {QStringLiteral("edited")};
    d.contentHash = QString::number(price);
    return d;
  };
  (void)desk.inside([&](Transaction& in) -> Status { // looked at in between, then given up
    must(desk.store.update(in, edited(301), 1));
    must(same(DecisionState::Pending) ? Status() : Status(Error{QStringLiteral("differs"), {}, {}}));
    return Error{QStringLiteral("given-up"), {}, {}};
  });
  QVERIFY(same(DecisionState::Pending));
  must(desk.inside([&](Transaction& in) { return desk.store.update(in, edited(302), 1); }));
  QVERIFY(same(DecisionState::Pending));
  QCOMPARE(desk.store.decision(decisions[3].id)->guarded.reasons, QStringList{QStringLiteral("edited")});

  const qint64 no = desk.newBatch();
  desk.approve(decisions[5].id, no);
  QVERIFY(same(DecisionState::Pending) && same(DecisionState::Approved));
  const Instant later = desk.clock.now() + std::chrono::hours(3);
  must(desk.inside([&](Transaction& in) { return desk.batches.setRelease(in, desk.anna, no, later); }));
  QCOMPARE(desk.store.summaries(DecisionState::Approved)->front().releaseAt, std::optional(later));
  desk.run(QStringLiteral("UPDATE decision SET version = version + 1, summary = '{\"reasons\":7}'"));
  QCOMPARE(codeOf(desk.store.summaries(DecisionState::Pending)), QStringLiteral("storage.corrupt"));
  QCOMPARE(codeOf(desk.store.decision(decisions[0].id)), QString()); // its evidence tells the reasons
  desk.run(QStringLiteral("DELETE FROM decision_evidence"));
  QCOMPARE(codeOf(desk.store.decision(decisions[0].id)), QStringLiteral("storage.corrupt"));
}

void TestDecisionLists::cyclesTellHowTheyEnded() {
  Desk desk(1);
  const QString dead = desk.cycle;
  desk.clock.advance(std::chrono::minutes(5));
  const QString second = *desk.store.beginCycle(desk.anna, ~0ULL);
  const auto all = *desk.store.cycles(10);
  QCOMPARE(all.size(), 2u);
  QCOMPARE(all[0].cycleId, second);
  QCOMPARE(all[0].state, QStringLiteral("running"));
  QCOMPARE(all[0].seed, ~0ULL);
  QCOMPARE(all[1].cycleId, dead);
  QCOMPARE(all[1].state, QStringLiteral("abandoned"));
  CycleReport report = all[0];
  report.state = QStringLiteral("halted"), report.haltedBy = QStringLiteral("breaker"), report.seed = 3;
  report.endedAt = desk.clock.now() + Duration(1234);
  report.stations = {{QStringLiteral("optimizer"),
                      11,
                      Duration(70),
                      QStringLiteral("rules"),
                      QStringLiteral("done"),
                      {{QStringLiteral("no-cost"), 4}}}};
  QCOMPARE(codeOf(desk.store.endCycle(desk.anna, report)), QString());
  QVERIFY(desk.store.cycles(1)->at(0) == report);
  QVERIFY(*cycleReportFromJson(toJson(report)) == report);
  QCOMPARE(codeOf(desk.store.endCycle(desk.anna, report)), QString()); // told again
  report.state = QStringLiteral("finished");
  QCOMPARE(codeOf(desk.store.endCycle(desk.anna, report)), QStringLiteral("decision.cycle-ended"));
  report.state = QStringLiteral("running");
  QCOMPARE(codeOf(desk.store.endCycle(desk.anna, report)), QStringLiteral("decision.bad-cycle-state"));
  report.state = QStringLiteral("failed"), report.cycleId = QStringLiteral("none");
  QCOMPARE(codeOf(desk.store.endCycle(desk.anna, report)), QStringLiteral("decision.unknown-cycle"));
}

void TestDecisionLists::rulesAreRegistered() {
  Desk desk(1);
  const auto rule = [](const char* ruleName, int priority, bool enabled = true) {
    return QJsonObject{{QStringLiteral("name"), QLatin1String(ruleName)},
                       {QStringLiteral("priority"), priority},
                       {QStringLiteral("enabled"), enabled},
                       {QStringLiteral("then"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("hold")}}}};
  };
  const QString none = desk.store.rules()->value(QStringLiteral("version")).toString();
  QVERIFY(desk.store.putRule(desk.anna, rule("b", 2)));
  QVERIFY(desk.store.putRule(desk.anna, rule("a", 1)));
  QVERIFY(desk.store.putRule(desk.anna, rule("off", 0, false)));
  const QJsonObject all = *desk.store.rules();
  const QJsonArray rules = all.value(QStringLiteral("rules")).toArray();
  QCOMPARE(rules.size(), 2); // enabled ones, by priority
  QCOMPARE(rules[0].toObject().value(QStringLiteral("name")).toString(), QStringLiteral("a"));
  QVERIFY(all.value(QStringLiteral("version")).toString() != none);
  const qint64 entries = *desk.journal.size();
  QVERIFY(desk.store.putRule(desk.anna, rule("a", 1)));
  QVERIFY(*desk.store.rules() == all);
  QCOMPARE(*desk.journal.size(), entries);
  QJsonObject renamed = rules[0].toObject();
  renamed.insert(QStringLiteral("name"), QStringLiteral("b"));
  QCOMPARE(codeOf(desk.store.putRule(desk.anna, renamed)), QStringLiteral("decision.rule-name-taken"));
  QCOMPARE(codeOf(desk.store.putRule(desk.anna, rule(" ", 1))), QStringLiteral("decision.bad-rule"));
  QCOMPARE(codeOf(desk.store.putRule(desk.anna, rule("c", -1))), QStringLiteral("decision.bad-rule"));
  QCOMPARE(codeOf(desk.store.putRule(desk.anna, {})), QStringLiteral("decision.bad-rule"));
}

QTEST_GUILESS_MAIN(TestDecisionLists)
#include "tst_DecisionLists.moc"
