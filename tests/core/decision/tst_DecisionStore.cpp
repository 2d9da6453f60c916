// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions are kept with what they were made from, replace each other by clear rules, and never half or twice.
#include "RandomDecision.h"

#include "catalog/BatchStore.h"
#include "catalog/CatalogStore.h"
#include "decision/Fields.h"

#include <QTest>

using namespace pricewright;
using test::RandomDecision;
using Case = DecisionStore::CaseWithDecisions;

namespace {

void must(const Status& status) {
  if (!status)
    qFatal("%s", qPrintable(status.error().debugText()));
}
template <class T> QString codeOf(const Result<T>& result) { return result ? QString() : result.error().code; }

// A workspace in memory with listings 1…n and a cycle.
struct Desk {
  FixedClock clock{*parseInstant(u"2026-01-01T09:00:00Z")};
  IdSource ids{clock, 7};
  std::unique_ptr<Database> db = *Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew);
  Journal journal{*db, clock, ids};
  CatalogStore catalog{*db, journal, clock, ids};
  BatchStore batches{*db, journal, clock, ids};
  DecisionStore store{*db, journal, clock, ids};
  Actor anna{QStringLiteral("anna"), QStringLiteral("director"), false};
  RandomDecision random{99};
  Currency usd = *Currency::fromCode(u"USD");
  QString cycle;

  explicit Desk(int listings) {
    NewWorkspace what;
    what.name = QStringLiteral("Shop"), what.userName = anna.user;
    must(catalog.createWorkspace(what));
    must(catalog.putCategory(anna, {0, QStringLiteral("juice"), QStringLiteral("Juice")}));
    PriceZone zone;
    zone.code = QStringLiteral("Z1"), zone.currency = usd;
    must(catalog.putZone(anna, zone));
    for (int i = 1; i <= listings; ++i) {
      run(QStringLiteral("INSERT INTO sku (no, id, code, name, category_no) VALUES (%1, 's%1', 'S%1', 'S', 1)").arg(i));
      run(QStringLiteral("INSERT INTO listing (no, sku_no, zone_no) VALUES (%1, %1, 1)").arg(i));
    }
    cycle = *store.beginCycle(anna, 42);
  }
  void run(const QString& sql) { must(db->execute(sql)); }
  qint64 count(const char* sql) {
    Query q = *Query::prepare(*db, sql);
    return *q.step() ? q.integer(0) : -1;
  }
  PriceDecision decide(int listing, DecisionState state, qint64 proposed = 259) {
    PriceDecision d = random.decision(ids);
    d.listingNo = listing;
    d.state = state;
    d.current = Money(249, usd), d.proposed = Money(proposed, usd);
    d.batchNo.reset();
    d.version = 1;
    d.cycleId = cycle;
    d.proposedBy = QStringLiteral("Jürgen ≥"), d.editedBy = random.word(); // columns: whole characters only
    return d;
  }
  Case caseOf(std::vector<PriceDecision> decisions) {
    Case c{ids.next().toString(), random.pricingCase(1), std::move(decisions)};
    for (PriceDecision& d : c.decisions) {
      d.caseId = c.caseId;
      d.contentHash = contentHash(d);
    }
    return c;
  }
  Status save(const std::vector<Case>& cases) { return store.save(anna, cycle, cases); }
  PriceDecision saved(int listing, DecisionState state, qint64 proposed = 259) {
    const Case c = caseOf({decide(listing, state, proposed)});
    must(save({c}));
    return c.decisions[0];
  }
  Status inside(const std::function<Status(Transaction&)>& work) {
    Transaction in = *Transaction::begin(*db);
    if (const Status done = work(in); !done)
      return done;
    return in.commit();
  }
  qint64 newBatch() {
    PriceBatch batch;
    batch.name = QStringLiteral("b"), batch.owner = anna.user;
    qint64 no = 0;
    must(inside([&](Transaction& in) -> Status {
      PW_TRY(no, batches.create(in, anna, batch));
      return {};
    }));
    return no;
  }
  // Approves a saved one into a batch, as the approval station does.
  void approve(const Id& id, qint64 batchNo) {
    PriceDecision d = *store.decision(id);
    d.state = DecisionState::Approved, d.batchNo = batchNo;
    must(inside([&](Transaction& in) { return store.update(in, d, d.version); }));
  }
  DecisionState stateOf(const Id& id) { return store.decision(id)->state; }
};

} // namespace

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
  void queuesComeByValueAtStake();
  void listsShowWhatTheEvidenceSays();
  void cyclesTellHowTheyEnded();
  void modelsAndRulesAreRegistered();
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

void TestDecisionStore::queuesComeByValueAtStake() {
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
void TestDecisionStore::listsShowWhatTheEvidenceSays() {
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

void TestDecisionStore::cyclesTellHowTheyEnded() {
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

void TestDecisionStore::modelsAndRulesAreRegistered() {
  Desk desk(1);
  const QString name = QStringLiteral("elasticity_estimator"), v1 = QStringLiteral("1.0.0");
  const auto put = [&](const char* sha) {
    const qint64 entries = *desk.journal.size();
    must(desk.store.putModel(desk.anna, name, v1, QLatin1String(sha), {{QStringLiteral("wape"), 0.3}}));
    return *desk.journal.size() - entries;
  };
  QCOMPARE(put("a"), 1);
  QCOMPARE(put("a"), 0);
  QCOMPARE(put("b"), 1);
  QCOMPARE(desk.count("SELECT count(*) FROM model WHERE alias = 'champion' AND training_sha256 = 'b'"), 1);
  QCOMPARE(put("a"), 1); // back in use
  QCOMPARE(desk.count("SELECT count(*) FROM model WHERE alias = 'champion'"), 1);
  QCOMPARE(desk.count("SELECT count(*) FROM model"), 2);

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

QTEST_GUILESS_MAIN(TestDecisionStore)
#include "tst_DecisionStore.moc"
