// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions are kept with what they were made from, replace each other by clear rules, and never half or twice.
#include "DecisionDesk.h"

using namespace pricewright;
using namespace pricewright::test;

class TestDecisionStore : public QObject {
  Q_OBJECT
 private slots:
  void whatIsSavedReadsBackTheSame();
  void savingTwiceChangesNothing();
  void olderOnesAreSuperseded_data();
  void olderOnesAreSuperseded();
  void aReplacedApprovalLeavesItsBatch();
  void badInputKeepsNothing();
  void damagedRowsAreNoticed();
  void anUpdateNeedsTheVersionThatWasRead();
};

void TestDecisionStore::whatIsSavedReadsBackTheSame() {
  Desk desk(40);
  std::vector<Case> cases;
  for (int i = 0; i < 8; ++i) {
    std::vector<PriceDecision> decisions;
    for (int k = 1; k <= 5; ++k)
      decisions.push_back(desk.decide(i * 5 + k, desk.random.oneOf<DecisionState>(9)));
    cases.push_back(desk.caseOf(std::move(decisions)));
  }
  cases[0].decisions[0].current = {}; // no price before
  cases[0].decisions[0].contentHash = contentHash(cases[0].decisions[0]);
  QCOMPARE(codeOf(desk.save(cases)), QString());
  qint64 told = 0;
  for (const Case& c : cases) {
    const auto back = desk.store.pricingCase(c.caseId);
    QVERIFY(back);
    QCOMPARE(toText(*back), toText(c.content));
    for (const PriceDecision& d : c.decisions) {
      const PriceDecision read = *desk.store.decision(d.id);
      QVERIFY(read == d);
      QCOMPARE(contentHash(read), read.contentHash);
      const auto trail = *desk.journal.entriesFor(QStringLiteral("decision"), d.id.toString());
      QCOMPARE(trail.size(), d.state == DecisionState::Unchanged ? 0u : 1u);
      told += static_cast<qint64>(trail.size());
    }
  }
  QVERIFY(told > 20 && told < 40);
  QCOMPARE(desk.journal.entriesFor(QStringLiteral("cycle"), desk.cycle)
               ->back()
               .body.value(QStringLiteral("decisions"))
               .toInt(),
           40);
  QVERIFY(desk.journal.verify()->intact());
}

void TestDecisionStore::savingTwiceChangesNothing() {
  Desk desk(3);
  const std::vector<Case> cases{
      desk.caseOf({desk.decide(1, DecisionState::Pending), desk.decide(2, DecisionState::Unchanged)})};
  QVERIFY(desk.save(cases));
  desk.approve(cases[0].decisions[0].id, desk.newBatch());
  const qint64 entries = *desk.journal.size();
  QVERIFY(desk.save(cases)); // what happened since is not undone
  QCOMPARE(desk.stateOf(cases[0].decisions[0].id), DecisionState::Approved);
  QCOMPARE(*desk.journal.size(), entries);
  QCOMPARE(desk.count("SELECT count(*) FROM decision"), 2);
  std::vector<Case> more = cases; // the rest of a batch that was cut short
  more.push_back(desk.caseOf({desk.decide(3, DecisionState::Held)}));
  QVERIFY(desk.save(more));
  QCOMPARE(desk.count("SELECT count(*) FROM decision"), 3);
}

void TestDecisionStore::olderOnesAreSuperseded_data() {
  QTest::addColumn<int>("old");
  QTest::addColumn<QString>("batch"); // the state of the old one's batch
  QTest::addColumn<int>("fresh");
  QTest::addColumn<qint64>("proposed");
  QTest::addColumn<bool>("replaced");
  using enum DecisionState;
  const auto row = [](const char* name, DecisionState old, const char* batch, DecisionState fresh, qint64 proposed,
                      bool replaced) {
    QTest::newRow(name) << int(old) << QString::fromLatin1(batch) << int(fresh) << proposed << replaced;
  };
  row("pending by a change", Pending, "", Pending, 259, true);
  row("pending by no change", Pending, "", Unchanged, 249, true);
  row("pending by a hold", Pending, "", Held, 249, true);
  row("held by a change", Held, "", Pending, 259, true);
  row("held by a hold", Held, "", Held, 249, true);
  row("approved by a change", Approved, "scheduled", Pending, 259, true);
  row("approved by an automatic change", Approved, "scheduled", Approved, 259, true);
  row("approved by no change", Approved, "scheduled", Unchanged, 249, false);
  row("approved by a hold", Approved, "scheduled", Held, 249, false);
  row("approved, batch failed, by a change", Approved, "failed", Pending, 259, true);
  row("approved, going out, by a change", Approved, "publishing", Pending, 259, false);
  row("published", Published, "published", Pending, 259, false);
  row("rejected", Rejected, "", Pending, 259, false);
  row("expired", Expired, "", Pending, 259, false);
  row("unchanged", Unchanged, "", Pending, 259, false);
  row("rolled back", RolledBack, "", Pending, 259, false);
}

void TestDecisionStore::olderOnesAreSuperseded() {
  QFETCH(int, old);
  QFETCH(QString, batch);
  QFETCH(int, fresh);
  QFETCH(qint64, proposed);
  QFETCH(bool, replaced);
  Desk desk(2);
  const PriceDecision before = desk.saved(1, DecisionState(old)), other = desk.saved(2, DecisionState::Pending);
  qint64 no = 0;
  if (!batch.isEmpty()) {
    no = desk.newBatch();
    desk.run(QStringLiteral("UPDATE decision SET batch_no = %1 WHERE listing_no = 1").arg(no));
    desk.run(QStringLiteral("UPDATE price_batch SET state = '%1'").arg(batch));
  }
  desk.clock.advance(std::chrono::hours(1));
  const PriceDecision now = desk.saved(1, DecisionState(fresh), proposed);
  QCOMPARE(desk.stateOf(before.id) == DecisionState::Superseded, replaced);
  QCOMPARE(desk.store.decision(before.id)->batchNo.has_value(), !batch.isEmpty() && !replaced);
  QCOMPARE(desk.store.decision(before.id)->version, replaced ? 2 : 1);
  QCOMPARE(desk.stateOf(now.id), DecisionState(fresh));
  QCOMPARE(desk.stateOf(other.id), DecisionState::Pending); // another listing's
  if (no > 0)
    QCOMPARE(desk.batches.batch(no)->state, replaced ? QStringLiteral("cancelled") : batch);
  const auto last = desk.journal.entriesFor(QStringLiteral("decision"), before.id.toString());
  QCOMPARE(!last->empty() && last->back().kind == u"decision.superseded", replaced);
}

void TestDecisionStore::aReplacedApprovalLeavesItsBatch() {
  Desk desk(2);
  const PriceDecision one = desk.saved(1, DecisionState::Pending), two = desk.saved(2, DecisionState::Pending);
  const qint64 no = desk.newBatch();
  desk.approve(one.id, no);
  desk.approve(two.id, no);
  desk.saved(1, DecisionState::Pending, 269);
  QCOMPARE(desk.store.decision(two.id)->batchNo, no);
  QCOMPARE(desk.batches.batch(no)->state, QStringLiteral("scheduled")); // somebody is still in it
  desk.saved(2, DecisionState::Pending, 269);
  QCOMPARE(desk.batches.batch(no)->state, QStringLiteral("cancelled"));
}

void TestDecisionStore::badInputKeepsNothing() {
  Desk desk(2);
  const Case good = desk.caseOf({desk.decide(1, DecisionState::Pending)});
  const auto refused = [&](const std::function<void(std::vector<Case>&)>& spoil) {
    std::vector<Case> cases{good, desk.caseOf({desk.decide(2, DecisionState::Pending)})};
    spoil(cases);
    const QString code = codeOf(desk.save(cases));
    return desk.count("SELECT (SELECT count(*) FROM decision) + (SELECT count(*) FROM pricing_case)") == 0
               ? code
               : QStringLiteral("kept something");
  };
  QCOMPARE(refused([](auto& c) { c[1].decisions[0].id = Id(); }), QStringLiteral("decision.without-id"));
  QCOMPARE(refused([](auto& c) { c[1].decisions[0].listingNo = 1; }), QStringLiteral("decision.listing-twice"));
  QCOMPARE(refused([](auto& c) { c[1].decisions[0].proposed = Money(1, *Currency::fromCode(u"EUR")); }),
           QStringLiteral("decision.wrong-currency"));
  QCOMPARE(refused([](auto& c) { c[1].decisions[0].listingNo = 77; }), QStringLiteral("storage.constraint"));
  QCOMPARE(codeOf(desk.store.save(desk.anna, QStringLiteral("nowhere"), std::vector<Case>{good})),
           QStringLiteral("decision.unknown-cycle"));
  // Numbers that no column can hold sort as the largest or as nothing; they do not stop a cycle.
  std::vector<Case> cases{good};
  Recommendation& r = cases[0].decisions[0].recommendation;
  r.valueAtStake = std::numeric_limits<double>::infinity();
  r.confidence = r.effect.profit = std::numeric_limits<double>::quiet_NaN();
  QCOMPARE(codeOf(desk.save(cases)), QString());
  QCOMPARE(desk.store.decision(good.decisions[0].id)->recommendation.confidence, 0.0);
  QCOMPARE(desk.count("SELECT confidence IS NULL FROM decision"), 1);
  Case differs = good;
  differs.content.seed ^= 1;
  QCOMPARE(codeOf(desk.save({differs})), QStringLiteral("decision.case-differs"));
}

void TestDecisionStore::damagedRowsAreNoticed() {
  Desk desk(1);
  const Case c = desk.caseOf({desk.decide(1, DecisionState::Pending)});
  QVERIFY(desk.save({c}));
  QCOMPARE(codeOf(desk.store.pricingCase(QStringLiteral("none"))), QStringLiteral("decision.unknown-case"));
  QCOMPARE(codeOf(desk.store.decision(Id())), QStringLiteral("decision.unknown"));
  Query read = *Query::prepare(*desk.db, "SELECT content FROM pricing_case");
  QVERIFY(*read.step());
  const QByteArray blob = read.blob(0);
  read.reset();
  const auto damagedBy = [&](const QByteArray& content) {
    Query q = *Query::prepare(*desk.db, "UPDATE pricing_case SET content = ?1");
    must(q.bind(1, content).run());
    return codeOf(desk.store.pricingCase(c.caseId));
  };
  QCOMPARE(damagedBy(blob), QString());
  QByteArray flipped = blob;
  flipped[blob.size() / 2] = static_cast<char>(flipped[blob.size() / 2] ^ 0x10);
  QByteArray boundless = blob;
  boundless[0] = '\xff';
  const QByteArray other = qCompress(toText(desk.random.pricingCase(1)));
  for (const QByteArray& content : {flipped, boundless, other, blob.left(5), blob.left(blob.size() - 9), QByteArray()})
    QCOMPARE(damagedBy(content), QStringLiteral("decision.case-damaged"));
  desk.run(QStringLiteral("UPDATE decision_evidence SET content = '{\"guarded\":[]}'"));
  QCOMPARE(codeOf(desk.store.decisions({})), QStringLiteral("storage.corrupt"));
}

void TestDecisionStore::anUpdateNeedsTheVersionThatWasRead() {
  Desk desk(1);
  const PriceDecision saved = desk.saved(1, DecisionState::Pending);
  PriceDecision d = *desk.store.decision(saved.id);
  d.state = DecisionState::Rejected;
  d.proposed = Money(255, desk.usd);
  d.editedBy = QStringLiteral("bob");
  d.decidedAt = desk.clock.now();
  d.guarded.primaryReason = QStringLiteral("edited");
  d.contentHash = contentHash(d);
  const auto update = [&](qint64 version) {
    return codeOf(desk.inside([&](Transaction& in) { return desk.store.update(in, d, version); }));
  };
  QCOMPARE(update(1), QString());
  QCOMPARE(update(1), QStringLiteral("decision.changed-meanwhile"));
  PriceDecision expected = d;
  expected.version = 2;
  QVERIFY(*desk.store.decision(saved.id) == expected);
  d.id = desk.ids.next();
  QCOMPARE(update(1), QStringLiteral("decision.unknown"));
}

QTEST_GUILESS_MAIN(TestDecisionStore)
#include "tst_DecisionStore.moc"
