// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/approval/ApprovalAgent.h"

#include "support/Shop.h"

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Desk : Shop {
  ApprovalAgent agent{*db, *journal, clock, ids, *catalog, *batches, *decisions};
  explicit Desk(int listings = 3) : Shop(listings) {}
  Answer approve(const Actor& by, const PriceDecision& d) {
    const Ask ask{d.id, d.contentHash};
    return take(agent.approve(by, {&ask, 1})).front();
  }
  Answer undo(const Actor& by, const PriceDecision& d) { return take(agent.undo(by, {&d.id, 1})).front(); }
  PriceDecision now(const PriceDecision& d) { return take(decisions->decision(d.id)); }
};

} // namespace

class TestApprovalAgent : public QObject {
  Q_OBJECT
 private slots:
  // Analyst to 5 %, manager to 20 %, director above; a blocked price's counter-proposal only by a director.
  void aRoleApprovesUpToItsLimit_data() {
    QTest::addColumn<QString>("role");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<bool>("isCounter");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* role, qint64 minor, bool counter, const char* code) {
      QTest::newRow(name) << QString::fromLatin1(role) << minor << counter << QString::fromLatin1(code);
    };
    row("analyst, exactly 5 %", "analyst", 210, false, "");
    row("analyst, exactly -5 %", "analyst", 190, false, "");
    row("analyst, 5.5 %", "analyst", 211, false, "approval.over-role-limit");
    row("manager, exactly 20 %", "manager", 240, false, "");
    row("manager, -20.5 %", "manager", 159, false, "approval.over-role-limit");
    row("director, 40 %", "director", 280, false, "");
    row("manager, counter-proposal", "manager", 210, true, "approval.director-only");
    row("director, counter-proposal", "director", 210, true, "");
    row("nobody", "", 210, false, "approval.no-role");
    row("a role that is none", "guest", 201, false, "approval.no-role");
    row("nothing to approve", "director", 200, false, "approval.conflict");
  }
  void aRoleApprovesUpToItsLimit() {
    QFETCH(QString, role);
    QFETCH(qint64, minor);
    QFETCH(bool, isCounter);
    QFETCH(QString, code);
    Desk desk;
    const PriceDecision d = desk.propose(1, minor, DecisionState::Pending, isCounter ? Route::Blocked : Route::Human);
    if (roleFrom(role))
      need(desk.catalog->putUser(desk.dora, {QStringLiteral("pat"), {}, role}));
    const Answer answer = desk.approve({QStringLiteral("pat"), role, false}, d);
    QCOMPARE(answer.why.code, code);
    QCOMPARE(answer.done, code.isEmpty());
    QCOMPARE(desk.now(d).state, code.isEmpty() ? DecisionState::Approved : DecisionState::Pending);
  }

  // What role a caller claims counts for nothing: the table of users says who is who.
  void aForgedRoleDoesNothing() {
    Desk desk;
    const PriceDecision large = desk.propose(1, 280), small = desk.propose(2, 206);
    const Actor forger{QStringLiteral("max"), QStringLiteral("director"), true};
    QCOMPARE(desk.approve(forger, large).why.code, QStringLiteral("approval.over-role-limit"));
    const Actor stranger{QStringLiteral("eve"), QStringLiteral("director"), true};
    const Actor machine{QStringLiteral("eve"), QStringLiteral("system"), true};
    for (const Actor& nobody : {stranger, machine}) {
      QCOMPARE(desk.approve(nobody, small).why.code, QStringLiteral("approval.no-role"));
      const Ask ask{small.id, small.contentHash};
      QCOMPARE(take(desk.agent.reject(nobody, {&ask, 1}, QStringLiteral("timing"))).front().why.code,
               QStringLiteral("approval.no-role"));
      QCOMPARE(take(desk.agent.edit(nobody, ask, small)).why.code, QStringLiteral("approval.no-role"));
      QVERIFY(!desk.agent.comment(nobody, small.id, QStringLiteral("mine")));
    }
    QVERIFY(desk.approve(desk.max, small).done);
    QCOMPARE(desk.undo(stranger, small).why.code, QStringLiteral("approval.no-role"));
    QCOMPARE(desk.now(large).state, DecisionState::Pending);
    QCOMPARE(desk.now(small).state, DecisionState::Approved);
    // What is written down is the role that he has.
    QVERIFY(desk.undo(forger, small).done);
    QCOMPARE(desk.count("SELECT COUNT(*) FROM approval WHERE role <> 'manager'"), qint64(0));
    // Taken away, it is gone at once.
    const PriceDecision medium = desk.propose(3, 220);
    need(desk.catalog->putUser(desk.dora, {QStringLiteral("max"), {}, QStringLiteral("analyst")}));
    QCOMPARE(desk.approve(desk.max, medium).why.code, QStringLiteral("approval.over-role-limit"));
  }

  // 20.0008 % is over a limit of 20 %, and is not called 20 % where it is refused.
  void aLimitIsComparedWithoutRounding() {
    Desk desk;
    const PriceDecision d = desk.propose(1, 29999, DecisionState::Pending, Route::Human, {}, 24999);
    QCOMPARE(changeBp(d.current, d.proposed), 2000); // rounded, for people
    const Answer answer = desk.approve(desk.max, d);
    QCOMPARE(answer.why.code, QStringLiteral("approval.over-role-limit"));
    QCOMPARE(answer.why.arguments[QStringLiteral("change")], QStringLiteral("20.01"));
  }

  void limitsAreSettings() {
    Desk desk;
    need(desk.catalog->setSetting(desk.dora, QStringLiteral("approval.limit.manager.percent"), 2.5));
    QCOMPARE(take(desk.agent.limitBp(QStringLiteral("manager"))), std::optional<int>(250));
    const PriceDecision d = desk.propose(1, 206);
    const Answer answer = desk.approve(desk.max, d);
    QCOMPARE(answer.why.arguments[QStringLiteral("limit")], QStringLiteral("2.5"));
    QCOMPARE(answer.why.arguments[QStringLiteral("change")], QStringLiteral("3"));
  }

  // Approve: decision, approval row, batch, audit and outbox, all in one transaction; released at the next slot that is
  // at least 60 s away.
  void anApprovalLeavesAllItsTraces() {
    Desk desk;
    desk.clock.advance(std::chrono::milliseconds(1500));
    const PriceDecision d = desk.propose(1, 220);
    const qint64 outbox = desk.count("SELECT COUNT(*) FROM outbox");
    QVERIFY(desk.approve(desk.max, d).done);
    const PriceDecision after = desk.now(d);
    QVERIFY(after.batchNo);
    const PriceBatch batch = take(desk.batches->batch(*after.batchNo));
    QCOMPARE(batch.owner, QStringLiteral("max"));
    QCOMPARE(batch.state, QStringLiteral("scheduled"));
    QCOMPARE(isoInstant(batch.releaseAt), QStringLiteral("2026-03-02T09:02:00.000Z"));
    QCOMPARE(
        desk.count("SELECT COUNT(*) FROM approval WHERE action = 'approve' AND user = 'max' AND self_approved = 0"),
        qint64(1));
    const auto audit = take(desk.journal->entriesFor(QStringLiteral("decision"), d.id.toString()));
    QCOMPARE(audit.back().kind, QStringLiteral("decision.approved"));
    QCOMPARE(audit.back().body[QStringLiteral("content_hash")].toString(), d.contentHash);
    QVERIFY(desk.count("SELECT COUNT(*) FROM outbox") > outbox);
    QVERIFY(take(desk.journal->verify()).intact());
  }

  void aSlotIsNeverEarlierThanTheTimeToUndo() {
    Desk desk;
    need(desk.catalog->setSetting(desk.dora, QStringLiteral("channels.slot.minutes"), 15));
    const auto release = [&](const char* at) {
      return isoInstant(take(desk.agent.nextRelease(take(parseInstant(QString::fromLatin1(at))))));
    };
    QCOMPARE(release("2026-03-02T09:14:00Z"), QStringLiteral("2026-03-02T09:15:00.000Z"));
    QCOMPARE(release("2026-03-02T09:14:00.001Z"), QStringLiteral("2026-03-02T09:30:00.000Z"));
    QCOMPARE(release("1969-12-31T23:58:59Z"), QStringLiteral("1970-01-01T00:00:00.000Z"));
  }

  // What one person approves travels together, and every row keeps its time to be undone.
  void approvalsJoinTheOpenBatch() {
    Desk desk;
    const PriceDecision a = desk.propose(1, 210), b = desk.propose(2, 210), c = desk.propose(3, 210);
    QVERIFY(desk.approve(desk.max, a).done);
    desk.clock.advance(std::chrono::seconds(50));
    QVERIFY(desk.approve(desk.max, b).done);
    QVERIFY(desk.approve(desk.dora, c).done);
    QCOMPARE(desk.now(a).batchNo, desk.now(b).batchNo);
    QVERIFY(desk.now(a).batchNo != desk.now(c).batchNo);
    QCOMPARE(isoInstant(take(desk.batches->batch(*desk.now(a).batchNo)).releaseAt),
             QStringLiteral("2026-03-02T09:02:00.000Z"));
  }

  void whoEditedCannotApprove() {
    Desk desk;
    PriceDecision d = desk.propose(1, 210);
    PriceDecision edited = d;
    edited.proposed = edited.guarded.final = Money(206, desk.usd);
    QVERIFY(take(desk.agent.edit(desk.max, {d.id, d.contentHash}, edited)).done);
    const PriceDecision now = desk.now(d);
    QCOMPARE(now.proposed.minor(), qint64(206));
    QVERIFY(now.contentHash != d.contentHash);
    QCOMPARE(desk.approve(desk.max, d).why.code, QStringLiteral("approval.content-changed"));
    QCOMPARE(desk.approve(desk.max, now).why.code, QStringLiteral("approval.own-proposal"));
    QVERIFY(desk.approve(desk.dora, now).done);
    QCOMPARE(desk.now(d).state, DecisionState::Approved);
  }

  // A one-person workspace may allow it by a setting: then the audit says self-approved.
  void selfApprovalIsASettingAndIsSaid() {
    Desk desk;
    need(desk.catalog->setSetting(desk.dora, QStringLiteral("approval.self-approval"), true));
    PriceDecision d = desk.propose(1, 210);
    PriceDecision edited = d;
    edited.proposed = Money(206, desk.usd);
    QVERIFY(take(desk.agent.edit(desk.dora, {d.id, d.contentHash}, edited)).done);
    const Answer answer = desk.approve(desk.dora, desk.now(d));
    QVERIFY(answer.done && answer.selfApproved);
    const auto audit = take(desk.journal->entriesFor(QStringLiteral("decision"), d.id.toString()));
    QVERIFY(audit.back().body[QStringLiteral("self_approved")].toBool());
    // A proposal of the system is nobody's own.
    QVERIFY(!desk.approve(desk.dora, desk.propose(2, 210)).selfApproved);
  }

  void whatIsNotPendingIsNotDecided_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, DecisionState state, const char* code) {
      QTest::newRow(name) << int(state) << QString::fromLatin1(code);
    };
    row("held", DecisionState::Held, "approval.not-pending");
    row("unchanged", DecisionState::Unchanged, "approval.not-pending");
    row("superseded", DecisionState::Superseded, "approval.superseded");
    row("expired", DecisionState::Expired, "approval.expired");
    row("rejected", DecisionState::Rejected, "approval.already-decided");
    row("published", DecisionState::Published, "approval.already-decided");
  }
  void whatIsNotPendingIsNotDecided() {
    QFETCH(int, state);
    QFETCH(QString, code);
    Desk desk;
    const PriceDecision d = desk.propose(1, 210, DecisionState(state));
    QCOMPARE(desk.approve(desk.dora, d).why.code, code);
    const Ask ask{d.id, d.contentHash};
    QCOMPARE(take(desk.agent.reject(desk.dora, {&ask, 1}, QStringLiteral("timing"))).front().why.code, code);
    QCOMPARE(desk.now(d).state, DecisionState(state));
  }

  void aConflictCanOnlyBeRejected() {
    Desk desk;
    const PriceDecision d = desk.propose(1, 210, DecisionState::Pending, Route::Conflict);
    QCOMPARE(desk.approve(desk.dora, d).why.code, QStringLiteral("approval.conflict"));
    const Ask ask{d.id, d.contentHash};
    QVERIFY(take(desk.agent.reject(desk.dora, {&ask, 1}, QStringLiteral("cost-doubtful"))).front().done);
  }

  // Proposals expire after 48 h rather than being applied on old evidence.
  void proposalsExpire() {
    Desk desk;
    const PriceDecision d = desk.propose(1, 210);
    desk.clock.advance(std::chrono::hours(48) - Duration(1));
    QCOMPARE(take(desk.agent.expireDue()), 0);
    desk.clock.advance(Duration(1));
    QCOMPARE(desk.approve(desk.dora, d).why.code, QStringLiteral("approval.expired"));
    QCOMPARE(take(desk.agent.expireDue()), 1);
    QCOMPARE(desk.now(d).state, DecisionState::Expired);
    QCOMPARE(take(desk.agent.expireDue()), 0);
  }

  void anApprovalIsBoundToWhatWasOnTheScreen() {
    Desk desk;
    const PriceDecision d = desk.propose(1, 210);
    need(desk.db->execute(QStringLiteral("UPDATE decision SET proposed_minor = 899")));
    QCOMPARE(desk.approve(desk.dora, d).why.code, QStringLiteral("approval.content-changed"));
  }

  void rejectingNeedsAReasonAndCanBeUndone() {
    Desk desk;
    const PriceDecision d = desk.propose(1, 210);
    const Ask ask{d.id, d.contentHash};
    QCOMPARE(desk.agent.reject(desk.max, {&ask, 1}, QStringLiteral("because")).error().code,
             QStringLiteral("approval.unknown-reason"));
    QVERIFY(
        take(desk.agent.reject(desk.max, {&ask, 1}, QStringLiteral("too-high"), QStringLiteral("no"))).front().done);
    QCOMPARE(desk.now(d).state, DecisionState::Rejected);
    const Answer late = desk.approve(desk.dora, d);
    QCOMPARE(late.why.code, QStringLiteral("approval.already-decided"));
    QCOMPARE(late.why.arguments[QStringLiteral("by")], QStringLiteral("max"));
    QVERIFY(desk.undo(desk.max, d).done);
    QCOMPARE(desk.now(d).state, DecisionState::Pending);
    QVERIFY(desk.approve(desk.dora, d).done);
  }

  void undoWorksUntilTheBatchIsBeingPublished() {
    Desk desk;
    const PriceDecision a = desk.propose(1, 210), b = desk.propose(2, 210);
    QVERIFY(desk.approve(desk.max, a).done);
    const qint64 no = *desk.now(a).batchNo;
    QVERIFY(desk.undo(desk.dora, a).done);
    QCOMPARE(desk.now(a).state, DecisionState::Pending);
    QVERIFY(!desk.now(a).batchNo);
    QCOMPARE(take(desk.batches->batch(no)).state, QStringLiteral("cancelled")); // nothing was left in it
    QVERIFY(desk.approve(desk.max, b).done);
    Transaction in = take(Transaction::begin(*desk.db));
    need(desk.batches->setState(in, desk.max, *desk.now(b).batchNo, QStringLiteral("publishing")));
    need(in.commit());
    QCOMPARE(desk.undo(desk.max, b).why.code, QStringLiteral("approval.too-late-to-undo"));
    QCOMPARE(desk.undo(desk.max, a).why.code, QStringLiteral("approval.not-pending"));
  }

  // A selection of 200 is one transaction: one row that may not be decided does not stop the others.
  void aSelectionIsOneTransaction() {
    Desk desk(200);
    std::vector<Ask> asks;
    for (int i = 1; i <= 200; ++i) {
      const PriceDecision d = desk.propose(i, i == 77 ? 300 : 210);
      asks.push_back({d.id, d.contentHash});
    }
    asks.push_back({desk.ids.next(), QStringLiteral("x")});
    const qint64 batchesBefore = desk.count("SELECT COUNT(*) FROM price_batch");
    const auto answers = take(desk.agent.approve(desk.max, asks));
    QCOMPARE(answers.size(), std::size_t(201));
    QCOMPARE(std::count_if(answers.begin(), answers.end(), [](const Answer& a) { return a.done; }), 199);
    QCOMPARE(answers[76].why.code, QStringLiteral("approval.over-role-limit"));
    QCOMPARE(answers[200].why.code, QStringLiteral("decision.unknown"));
    QCOMPARE(desk.count("SELECT COUNT(*) FROM price_batch") - batchesBefore, qint64(1));
  }

  // No audit, no approval: when the journal cannot be written nothing else is.
  void withoutItsAuditNothingIsApproved() {
    Desk desk;
    const PriceDecision a = desk.propose(1, 210), b = desk.propose(2, 210);
    need(
        desk.db->execute(QStringLiteral("CREATE TRIGGER refuse BEFORE INSERT ON audit_entry WHEN NEW.subject_id = '%1' "
                                        "BEGIN SELECT RAISE(ABORT, 'no'); END")
                             .arg(b.id.toString())));
    const Ask asks[] = {{a.id, a.contentHash}, {b.id, b.contentHash}};
    QVERIFY(!desk.agent.approve(desk.dora, asks));
    QCOMPARE(desk.now(a).state, DecisionState::Pending);
    QCOMPARE(desk.count("SELECT COUNT(*) FROM approval"), qint64(0));
    QCOMPARE(desk.count("SELECT COUNT(*) FROM price_batch"), qint64(0));
  }

  void aCommentIsKeptInTheAudit() {
    Desk desk;
    const PriceDecision d = desk.propose(1, 210);
    need(desk.agent.comment(desk.ann, d.id, QStringLiteral("ask the buyer")));
    const auto audit = take(desk.journal->entriesFor(QStringLiteral("decision"), d.id.toString()));
    QCOMPARE(audit.back().body[QStringLiteral("comment")].toString(), QStringLiteral("ask the buyer"));
    QCOMPARE(desk.now(d).contentHash, d.contentHash);
  }
};

QTEST_GUILESS_MAIN(TestApprovalAgent)
#include "tst_ApprovalAgent.moc"
