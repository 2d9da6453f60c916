// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Batches from signature to the file and back; the workspace, the files and the audit must agree at every step.
#include "engine/files/BatchRows.h"
#include "engine/views/PublicationsView.h"
#include "support/SmallMarket.h"

#include <QTest>

#include <cmath>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using std::chrono::hours;
using std::chrono::seconds;

// A market after a cycle, with everything that changes left to people.
struct Desk : SmallMarket {
  Desk() : SmallMarket(6, 2, 60) {
    need(ws->catalog().setSetting(ws->me(), QStringLiteral("guardrail.step.percent"), 0.5));
    cycle(false);
    take(ws->publish({})); // the lists, before anything is approved
  }
  std::vector<QueueRow> pending() { return take(ws->queue()).pending; }
  BatchWish wish(std::size_t rows, const QString& name = QStringLiteral("Monday")) {
    BatchWish w;
    w.name = name;
    const auto all = pending();
    for (std::size_t i = 0; i < rows; ++i)
      w.rows.push_back({all.at(i).id, all.at(i).contentHash});
    return w;
  }
  PublicationsSnapshot view() { return take(publicationsView(*ws)); }
  const BatchSummary summary(qint64 no) {
    for (const BatchSummary& b : view().batches)
      if (b.no == no)
        return b;
    qFatal("no such batch");
  }
  QString stateOf(qint64 no) { return summary(no).state; }
  PriceDecision decision(const Id& id) { return take(ws->decisions().decision(id)); }
  void wait(Duration d) { clock.advance(d); }
  bool inFile(const PriceDecision& d, const Money& price) {
    return prices().contains(
        (d.skuCode + u',' + d.skuName + u',' + d.zoneCode + u',' + price.toString() + u',').toUtf8());
  }
  void write(const QByteArray& bytes) {
    QFile file(priceFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
      qFatal("cannot write");
  }
  QStringList auditOf(const QString& table, const QString& id) {
    QStringList kinds;
    for (const AuditEntry& e : take(ws->journal().entriesFor(table, id)))
      kinds << e.kind;
    return kinds;
  }
};
QString codeOf(const auto& result) { return result ? QString() : result.error().code; }

} // namespace

class TestBatches : public QObject {
  Q_OBJECT
  std::unique_ptr<Desk> m_shared;

 private slots:
  void aDatedBatchIsMadeWithOneSignature() {
    Desk d;
    QVERIFY(d.pending().size() >= 4);
    BatchWish wish = d.wish(3);
    wish.day = take(parseDay(u"2026-03-09"));
    d.sql("UPDATE price_zone SET time_zone = 'America/Chicago'");
    const BatchPlan plan = take(d.ws->previewBatch(wish));
    QCOMPARE(plan.labels, 3);
    QCOMPARE(plan.toSign, 3);
    QVERIFY(plan.refused.empty());
    QCOMPARE(plan.parts.size(), std::size_t(1));
    QCOMPARE(isoInstant(plan.parts[0].releaseAt), QStringLiteral("2026-03-09T05:00:00.000Z")); // summer time since 8th
    QCOMPARE(d.pending().size(), take(d.ws->queue()).pending.size()); // a preview changes nothing
    const BatchChange made = take(d.ws->makeBatch(wish));
    QCOMPARE(made.batches.size(), std::size_t(1));
    const BatchSummary b = d.summary(made.batches[0]);
    QCOMPARE(b.state, QStringLiteral("waiting"));
    QCOMPARE(b.labels, 3);
    QCOMPARE(b.approvedBy, QStringList{QStringLiteral("dora")});
    // Means are added, and so are variances.
    double profit = 0, variance = 0;
    for (const Ask& ask : wish.rows) {
      const PriceDecision one = d.decision(ask.decision);
      QCOMPARE(one.state, DecisionState::Approved);
      QCOMPARE(one.batchNo, made.batches[0]);
      const Effect& e = one.recommendation.effect;
      profit += e.profit;
      variance += (e.profitHigh - e.profitLow) * (e.profitHigh - e.profitLow);
    }
    QVERIFY(std::abs(b.effect.profit - profit) < 1e-3);
    QVERIFY(std::abs((b.effect.profitHigh - b.effect.profitLow) - std::sqrt(variance)) < 1e-3);
    QVERIFY(std::abs(plan.effect.profit - b.effect.profit) < 1e-3);
    // Nothing goes out before its day, and later approvals do not join it.
    d.wait(hours(24));
    QVERIFY(take(d.ws->publish({})).empty());
    const auto more = d.pending();
    QVERIFY(!more.empty());
    const Ask ask{more.front().id, more.front().contentHash};
    QVERIFY(take(d.ws->approve({&ask, 1})).front().done);
    QVERIFY(d.decision(ask.decision).batchNo != made.batches[0]);
    QVERIFY(take(d.ws->verifyAudit()).intact());
  }

  void eachTimeZoneHasItsOwnMidnight() {
    Desk d;
    d.sql("UPDATE price_zone SET time_zone = CASE code WHEN 'Z1' THEN 'Europe/Berlin' ELSE 'America/Chicago' END");
    BatchWish wish = d.wish(d.pending().size());
    wish.day = take(parseDay(u"2026-03-10"));
    const BatchPlan plan = take(d.ws->previewBatch(wish));
    QCOMPARE(plan.parts.size(), std::size_t(2));
    QCOMPARE(plan.parts[0].labels + plan.parts[1].labels, plan.labels);
    for (const BatchPlan::Part& part : plan.parts)
      QCOMPARE(isoInstant(part.releaseAt), part.timeZone == u"Europe/Berlin"
                                               ? QStringLiteral("2026-03-09T23:00:00.000Z")
                                               : QStringLiteral("2026-03-10T05:00:00.000Z"));
    QCOMPARE(take(d.ws->makeBatch(wish)).batches.size(), std::size_t(2));
    // Where clocks skip midnight the day begins at one.
    QCOMPARE(isoInstant(startOfDayIn("America/Santiago", take(parseDay(u"2025-09-07")))),
             QStringLiteral("2025-09-07T04:00:00.000Z"));
    QCOMPARE(isoInstant(startOfDayIn("UTC", take(parseDay(u"2026-03-10")))),
             QStringLiteral("2026-03-10T00:00:00.000Z"));
  }

  void whatIsBeyondOnesLimitIsNamedAndStaysOut() {
    Desk d;
    need(d.ws->catalog().setSetting(d.ws->me(), QStringLiteral("approval.limit.manager.percent"), 4.0));
    const auto all = d.pending();
    const BatchWish wish = d.wish(all.size());
    need(d.ws->actAs(QStringLiteral("max")));
    const BatchPlan plan = take(d.ws->previewBatch(wish));
    QVERIFY(!plan.refused.empty());
    for (const BatchPlan::Refused& r : plan.refused) {
      QVERIFY(!r.sku.isEmpty() && !r.zone.isEmpty());
      QVERIFY2(r.why.code.startsWith(u"approval."), qPrintable(r.why.code));
    }
    const auto over = std::find_if(plan.refused.begin(), plan.refused.end(),
                                   [](const auto& r) { return r.why.is(u"approval.over-role-limit"); });
    QVERIFY(over != plan.refused.end());
    if (plan.labels == 0) {
      QCOMPARE(codeOf(d.ws->makeBatch(wish)), QStringLiteral("batch.nothing-to-sign"));
    } else {
      const BatchChange made = take(d.ws->makeBatch(wish));
      QCOMPARE(int(made.moves.size()), plan.labels);
      QCOMPARE(made.refused.size(), plan.refused.size());
    }
    QCOMPARE(d.decision(over->decision).state, DecisionState::Pending); // where it was
  }

  void badWishesAreRefusedAndChangeNothing() {
    Desk d;
    const qint64 audit = take(d.ws->journal().size());
    BatchWish nameless = d.wish(1, QStringLiteral("  "));
    QCOMPARE(codeOf(d.ws->makeBatch(nameless)), QStringLiteral("catalog.batch-without-name"));
    BatchWish past = d.wish(1);
    past.day = take(parseDay(u"2026-03-01"));
    QCOMPARE(codeOf(d.ws->makeBatch(past)), QStringLiteral("batch.day-past"));
    BatchWish far = d.wish(1);
    far.day = take(parseDay(u"2028-03-01"));
    QCOMPARE(codeOf(d.ws->makeBatch(far)), QStringLiteral("batch.slot-far"));
    QCOMPARE(codeOf(d.ws->makeBatch(d.wish(0))), QStringLiteral("batch.nothing-to-sign"));
    BatchWish strange = d.wish(0);
    strange.rows.push_back({take(Id::parse(u"01890000-0000-7000-8000-000000000000")), QStringLiteral("x")});
    QCOMPARE(codeOf(d.ws->makeBatch(strange)), QStringLiteral("batch.nothing-to-sign"));
    BatchWish stale = d.wish(1);
    stale.rows[0].contentHash = QStringLiteral("seen otherwise");
    QCOMPARE(take(d.ws->previewBatch(stale)).refused.at(0).why.code, QStringLiteral("approval.content-changed"));
    QCOMPARE(codeOf(d.ws->splitBatch(99, {}, {})), QStringLiteral("catalog.unknown-batch"));
    QCOMPARE(codeOf(d.ws->releaseBatch(-1)), QStringLiteral("catalog.unknown-batch"));
    QCOMPARE(take(d.ws->journal().size()), audit);
    BatchWish twice = d.wish(2);
    twice.rows.push_back(twice.rows.front());
    QCOMPARE(take(d.ws->makeBatch(twice)).moves.size(), std::size_t(2));
  }

  void aSignatureIsUndoneAsOne() {
    Desk d;
    const auto before = d.pending();
    const BatchChange first = take(d.ws->makeBatch(d.wish(2, QStringLiteral("A"))));
    BatchWish second = d.wish(1, QStringLiteral("B"));
    for (const RowMove& m : first.moves)
      second.rows.push_back({m.decision, {}}); // approved already: they move over
    const BatchPlan plan = take(d.ws->previewBatch(second));
    QCOMPARE(plan.toMove, 2);
    QCOMPARE(plan.toSign, 1);
    const BatchChange made = take(d.ws->makeBatch(second));
    QCOMPARE(d.stateOf(first.batches[0]), QStringLiteral("cancelled")); // nothing was left in it
    need(d.ws->undoBatchChange(made));
    QCOMPARE(d.stateOf(first.batches[0]), QStringLiteral("waiting"));
    QCOMPARE(d.summary(first.batches[0]).labels, 2);
    QCOMPARE(d.stateOf(made.batches[0]), QStringLiteral("cancelled"));
    QCOMPARE(codeOf(d.ws->undoBatchChange(made)), QStringLiteral("engine.changed-meanwhile"));
    need(d.ws->undoBatchChange(first));
    QCOMPARE(d.pending().size(), before.size());
    QVERIFY(take(d.ws->verifyAudit()).intact());
  }

  void splitAndMergeKeepEveryRow() {
    Desk d;
    const qint64 no = take(d.ws->makeBatch(d.wish(4))).batches[0];
    const auto rows = take(rowsOfBatch(*d.ws, no));
    const std::vector<Id> two{rows[0].decision, rows[1].decision};
    const BatchChange split = take(d.ws->splitBatch(no, two, QStringLiteral("Later")));
    QCOMPARE(d.summary(no).labels, 2);
    QCOMPARE(d.summary(split.batches[0]).labels, 2);
    QVERIFY(d.auditOf(QStringLiteral("decision"), two[0].toString()).contains(QStringLiteral("decision.moved")));
    QCOMPARE(codeOf(d.ws->splitBatch(no, two, {})), QStringLiteral("batch.empty")); // they are not in it any more
    const Instant later = d.clock.now() + hours(30);
    QCOMPARE(take(d.ws->moveBatch(split.batches[0], later)).after, later);
    const BatchChange merged = take(d.ws->mergeBatches(split.batches[0], no));
    QCOMPARE(d.summary(no).labels, 4);
    QCOMPARE(d.summary(no).releaseAt, later); // never earlier than it was signed for
    QCOMPARE(d.stateOf(split.batches[0]), QStringLiteral("cancelled"));
    need(d.ws->undoBatchChange(merged));
    QCOMPARE(d.summary(split.batches[0]).labels, 2);
    QCOMPARE(codeOf(d.ws->mergeBatches(no, no)), QStringLiteral("batch.same"));
  }

  void slotsKeepTheTimeToUndo() {
    Desk d;
    const qint64 no = take(d.ws->makeBatch(d.wish(2))).batches[0];
    QCOMPARE(codeOf(d.ws->releaseBatch(no)), QStringLiteral("batch.too-early"));
    QCOMPARE(codeOf(d.ws->moveBatch(no, d.clock.now() + seconds(30))), QStringLiteral("batch.too-early"));
    QCOMPARE(codeOf(d.ws->moveBatch(no, d.clock.now() - seconds(1))), QStringLiteral("batch.slot-past"));
    QCOMPARE(codeOf(d.ws->moveBatch(no, d.clock.now() + hours(24 * 400))), QStringLiteral("batch.slot-far"));
    take(d.ws->moveBatch(no, d.clock.now() + hours(48)));
    d.wait(seconds(61));
    const PublishReport report = take(d.ws->releaseBatch(no)); // two days early
    QCOMPARE(report.state, QStringLiteral("published"));
    QCOMPARE(d.summary(no).publishedAt, d.clock.now());
    QVERIFY(d.summary(no).releaseAt <= d.clock.now());
    QCOMPARE(codeOf(d.ws->cancelBatch(no)), QStringLiteral("batch.not-waiting"));
    QCOMPARE(codeOf(d.ws->moveBatch(no, d.clock.now() + hours(1))), QStringLiteral("batch.not-waiting"));
  }

  void cancellingSendsItsRowsBackToTheQueue() {
    Desk d;
    const auto before = d.pending().size();
    const qint64 no = take(d.ws->makeBatch(d.wish(3))).batches[0];
    QCOMPARE(d.pending().size(), before - 3);
    QCOMPARE(take(d.ws->cancelBatch(no)).returned, 3);
    QCOMPARE(d.pending().size(), before);
    QCOMPARE(d.stateOf(no), QStringLiteral("cancelled"));
  }

  // The heart: what is in force, what the file says, and what the audit tells are the same, there and back.
  void pricesFileAndAuditAgree() {
    Desk d;
    const auto rows = d.pending();
    const qint64 no = take(d.ws->makeBatch(d.wish(3))).batches[0];
    QCOMPARE(d.view().differences, 0);
    d.wait(seconds(121));
    for (const PublishReport& r : take(d.ws->publish({})))
      QVERIFY(!r.error);
    BatchDetail detail = take(batchDetail(*d.ws, no));
    QCOMPARE(detail.batch.state, QStringLiteral("published"));
    QCOMPARE(detail.rows.size(), std::size_t(3));
    QCOMPARE(detail.wouldGoBack, 3);
    for (const BatchDetailRow& row : detail.rows) {
      QCOMPARE(row.channels.size(), std::size_t(1));
      QCOMPARE(row.channels[0].state, QStringLiteral("live"));
      QCOMPARE(row.channels[0].says, QString(row.to.toString() + QStringLiteral(" USD")));
      const PriceDecision one = d.decision(row.decision);
      QVERIFY(d.inFile(one, row.to));
      QVERIFY(d.auditOf(QStringLiteral("decision"), row.decision.toString())
                  .contains(QStringLiteral("decision.published")));
    }
    QStringList kinds;
    for (const BatchEvent& e : detail.timeline)
      kinds << e.kind;
    QCOMPARE(kinds, (QStringList{"batch.created", "decision.approved", "batch.publishing", "batch.published",
                                 "publication.verified"}));
    QCOMPARE(detail.timeline[1].count, 3);
    const PublishReport back = take(d.ws->rollBackBatch(no));
    QCOMPARE(back.prices, 3);
    detail = take(batchDetail(*d.ws, no));
    QCOMPARE(detail.batch.state, QStringLiteral("rolled_back"));
    for (const BatchDetailRow& row : detail.rows) {
      QCOMPARE(row.channels[0].state, QStringLiteral("rolled-back"));
      QVERIFY(d.inFile(d.decision(row.decision), row.from));
    }
    QCOMPARE(d.view().differences, 0);
    QVERIFY(take(d.ws->verifyAudit()).intact());
  }

  void aFileChangedByHandShows_data() {
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("state");
    QTest::newRow("another price") << "price" << "differs";
    QTest::newRow("a line gone") << "cut" << "missing";
    QTest::newRow("a line twice") << "twice" << "twice";
    QTest::newRow("no number") << "word" << "unreadable";
    QTest::newRow("a stranger") << "more" << "unexpected";
    QTest::newRow("only a name") << "name" << "";
    QTest::newRow("with semicolons") << "excel" << "missing";
    QTest::newRow("empty") << "empty" << "missing";
    QTest::newRow("gone") << "gone" << "missing";
  }
  void aFileChangedByHandShows() {
    QFETCH(QString, how);
    QFETCH(QString, state);
    if (!m_shared)
      m_shared = std::make_unique<Desk>(); // written again, everything is as it was
    Desk& d = *m_shared;
    const QByteArray whole = d.prices();
    QList<QByteArray> lines = whole.split('\n');
    QByteArray& line = lines[1];
    if (how == u"price")
      line.replace(",Z1,", ",Z1,1");
    else if (how == u"cut")
      lines.removeAt(1);
    else if (how == u"twice")
      lines.insert(2, QByteArray(line));
    else if (how == u"word")
      line.replace(",Z1,", ",Z1,about ");
    else if (how == u"more")
      lines.insert(2, QByteArray("XX-1,Stranger,Z1,1.00,USD,regular,,,,\r"));
    else if (how == u"name")
      line.replace("Product 1", "Produit 1");
    QByteArray bytes = how == u"empty" ? QByteArray() : lines.join('\n');
    if (how == u"excel")
      bytes.replace(',', ';');
    if (how == u"gone")
      QVERIFY(QFile::remove(d.priceFile()));
    else
      d.write(bytes);
    d.wait(seconds(10));
    const PublicationsSnapshot seen = d.view();
    const ChannelSummary& channel = seen.channels.at(0);
    if (how == u"name") {
      QCOMPARE(channel.state, QStringLiteral("text-differs"));
      QCOMPARE(seen.differences, 0);
    } else if (how == u"excel" || how == u"empty") {
      QCOMPARE(channel.state, QStringLiteral("unreadable"));
      QCOMPARE(channel.error->code, QStringLiteral("channels.unreadable-list"));
      QCOMPARE(seen.differences, int(seen.live.size()));
    } else {
      QCOMPARE(seen.differences, how == u"gone" ? int(seen.live.size()) : 1);
      const auto wrong =
          std::find_if(seen.live.begin(), seen.live.end(), [](const LivePrice& p) { return p.state != u"same"; });
      QCOMPARE(wrong->state, state);
      if (how != u"gone")
        QVERIFY(wrong->since && *wrong->since <= seen.now);
    }
    QVERIFY(channel.verifiedAt && *channel.verifiedAt < seen.now);
    d.wait(seconds(10));
    // Asked for, it stands in the audit; written again, all is well and that stands there too.
    const auto looks = take(d.ws->verifyChannels());
    const QString id = looks[0].channel.id.toString();
    QCOMPARE(d.auditOf(QStringLiteral("channel"), id).last(), QStringLiteral("channel.differs"));
    const auto written = take(d.ws->rewriteChannel(QStringLiteral("store")));
    QCOMPARE(written.at(0).state, QStringLiteral("written"));
    QCOMPARE(d.prices(), whole);
    QCOMPARE(d.view().channels.at(0).state, QStringLiteral("live"));
    take(d.ws->verifyChannels());
    QCOMPARE(d.auditOf(QStringLiteral("channel"), id).last(), QStringLiteral("channel.verified"));
    QVERIFY(take(d.ws->rewriteChannel(QStringLiteral("nowhere"))).empty());
  }

  void whatAnEditorLeavesBehindIsNoDifference() {
    Desk d;
    QByteArray bytes = d.prices();
    bytes.replace("\r\n", "\n");
    bytes.chop(1); // no line end at the end
    d.write("\xEF\xBB\xBF" + bytes + "\n\n");
    QCOMPARE(d.view().differences, 0);
    QCOMPARE(d.view().channels.at(0).state, QStringLiteral("text-differs"));
  }

  void aFolderThatVanishesOrCannotBeWritten() {
    Desk d;
    const auto rows = d.pending();
    const qint64 no = take(d.ws->makeBatch(d.wish(2))).batches[0];
    d.wait(seconds(121));
    const QString folder = d.ws->channels().folder();
    QVERIFY(QDir(folder).removeRecursively());
    QCOMPARE(d.view().channels.at(0).state, QStringLiteral("missing"));
    QFile block(folder); // a file where the folder should be: not writable for anybody
    QVERIFY(block.open(QIODevice::WriteOnly));
    block.close();
    const PublishReport failed = take(d.ws->releaseBatch(no));
    QCOMPARE(failed.state, QStringLiteral("failed"));
    QVERIFY(failed.error);
    const PublicationsSnapshot seen = d.view();
    QCOMPARE(seen.failed, 1);
    const BatchSummary b = d.summary(no);
    QCOMPARE(b.state, QStringLiteral("failed"));
    QCOMPARE(b.channels.at(0).state, QStringLiteral("failed"));
    QVERIFY(b.channels.at(0).why.startsWith(u"channels."));
    for (const Ask& ask : d.wish(0).rows)
      QVERIFY(d.decision(ask.decision).state != DecisionState::Published);
    QVERIFY(block.remove());
    const PublishReport again = take(d.ws->releaseBatch(no)); // the same key once more
    QCOMPARE(again.state, QStringLiteral("published"));
    QCOMPARE(d.view().failed, 0);
    QCOMPARE(d.view().differences, 0);
  }

  void aClockThatGoesBackTakesNoPriceBack() {
    Desk d;
    const qint64 no = take(d.ws->makeBatch(d.wish(2))).batches[0];
    d.wait(hours(2));
    take(d.ws->releaseBatch(no));
    const QByteArray after = d.prices();
    const qint64 next = take(d.ws->makeBatch(d.wish(1, QStringLiteral("next")))).batches[0];
    d.wait(-hours(1));
    QCOMPARE(d.view().differences, 0);
    QVERIFY(take(d.ws->publish({})).empty()); // not due, and no file is set back
    QCOMPARE(d.prices(), after);
    take(d.ws->moveBatch(next, take(d.ws->earliestRelease(next))));
    d.wait(hours(1) + seconds(61));
    QCOMPARE(take(d.ws->releaseBatch(next)).state, QStringLiteral("published"));
    QCOMPARE(d.view().differences, 0);
  }

  void oneReleaseAtATime() {
    Desk d;
    const qint64 no = take(d.ws->makeBatch(d.wish(2))).batches[0];
    d.wait(seconds(61));
    auto other = take(Workspace::open(d.path(), OpenMode::ReadWrite, &d.clock));
    QString refused;
    d.ws->channels().afterStep = [&](std::string_view step) {
      if (step == "planned") // another window, another process: in the middle of this release
        refused = codeOf(other->publish({}));
    };
    QCOMPARE(take(d.ws->releaseBatch(no)).state, QStringLiteral("published"));
    QCOMPARE(refused, QStringLiteral("channels.release-running"));
    d.ws->channels().afterStep = {};
    QVERIFY(take(other->publish({})).empty());
    QCOMPARE(d.count("SELECT COUNT(*) FROM publication WHERE state = 'planned'"), qint64(0));
    QVERIFY(take(d.ws->verifyAudit()).intact());
  }

  void whoMayNotReleaseMayNotMakeBatchesEither() {
    Desk d;
    const BatchWish wish = d.wish(1);
    const qint64 no = take(d.ws->makeBatch(d.wish(2))).batches[0];
    d.sql("UPDATE user SET active = 0 WHERE name = 'dora'");
    QCOMPARE(codeOf(d.ws->makeBatch(wish)), QStringLiteral("catalog.not-allowed"));
    QCOMPARE(codeOf(d.ws->cancelBatch(no)), QStringLiteral("catalog.not-allowed"));
    QCOMPARE(codeOf(d.ws->verifyChannels()), QStringLiteral("catalog.not-allowed"));
    QCOMPARE(d.summary(no).labels, 2);
  }

  void beingLookedAtBesideTheWriter() {
    Desk d;
    take(d.ws->makeBatch(d.wish(2)));
    const auto beside = take(Workspace::openBeside(d.path(), d.ws->sharedClock(), false));
    QCOMPARE(take(publicationsView(*beside)).batches.size(), d.view().batches.size());
    QVERIFY(take(batchCandidates(*beside)).rows.size() > 2);
    QCOMPARE(codeOf(batchDetail(*beside, 77)), QStringLiteral("catalog.unknown-batch"));
  }
};

QTEST_GUILESS_MAIN(TestBatches)
#include "tst_Batches.moc"
