// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/QueueRows.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

class TestWorkspace : public QObject {
  Q_OBJECT
 private slots:
  void init() { qputenv("PRICEWRIGHT_WITNESS", m_dir.filePath(QStringLiteral("witness")).toUtf8()); }

  // A workspace as of a date starts there at each opening, but never before what it has recorded.
  void timeAsOfADateNeverRunsBackwards() {
    const QString path = m_dir.filePath(QStringLiteral("asof"));
    FixedClock real(*parseInstant(u"2026-03-02T09:00:00Z"));
    const Instant asOf = *parseInstant(u"1992-05-01T12:00:00Z");
    NewWorkspace what;
    what.name = QStringLiteral("Past");
    what.asOf = asOf;
    what.userName = QStringLiteral("dora");
    {
      auto ws = take(Workspace::create(path, what, &real));
      QCOMPARE(ws->clock().now(), asOf);
      real.advance(std::chrono::minutes(10));
      QCOMPARE(ws->clock().now(), asOf + std::chrono::minutes(10));
    }
    {
      auto ws = take(Workspace::open(path, OpenMode::ReadWrite, &real));
      QCOMPARE(ws->clock().now(), asOf); // nothing was recorded since
      QVERIFY(take(ws->status()).asOf);
      real.advance(std::chrono::minutes(10));
      need(ws->catalog().setSetting({QStringLiteral("dora"), QStringLiteral("director"), false},
                                    QStringLiteral("channels.slot.minutes"), 5));
    }
    real.advance(std::chrono::hours(500));
    auto ws = take(Workspace::open(path, OpenMode::ReadWrite, &real));
    QCOMPARE(ws->clock().now(), asOf + std::chrono::minutes(10));
  }

  // From the command line every step is a new process: the time between them counts for what waits to be released.
  void closedTimeCountsUpToTheRelease() {
    const QString path = m_dir.filePath(QStringLiteral("closed"));
    const Instant asOf = *parseInstant(u"1992-05-01T12:00:00Z");
    NewWorkspace what;
    what.name = QStringLiteral("Past");
    what.asOf = asOf;
    auto ws = take(Workspace::create(path, what));
    const Instant release = asOf + std::chrono::seconds(90);
    need(ws->database().execute(
        QStringLiteral("INSERT INTO price_batch (id, name, owner, state, effective_ms, release_ms, created_ms) "
                       "VALUES ('b', 'b', 'b', 'scheduled', %1, %1, 0)")
            .arg(toMillis(release))));
    ws.reset();
    const auto closedFor = [&](int seconds) {
      QFile file(path);
      if (!file.open(QIODevice::ReadWrite) ||
          !file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-seconds), QFileDevice::FileModificationTime))
        qFatal("cannot set the file's time");
      file.close();
      QFile::remove(path + QStringLiteral("-wal"));
      return take(Workspace::open(path, OpenMode::ReadOnly))->clock().now();
    };
    const auto within = [](Instant t, Instant low) { return t >= low && t < low + std::chrono::seconds(20); };
    QVERIFY(within(closedFor(30), asOf + std::chrono::seconds(30)));
    QVERIFY(within(closedFor(36000), release)); // ten hours later it is due, and no later than that
  }

  void aStrangerMayLookButNotDecide() {
    SmallMarket m;
    m.cycle(false);
    m.sql(qPrintable(QStringLiteral("DELETE FROM user WHERE name = '%1'").arg(operatingSystemUser())));
    m.ws.reset();
    m.ws = take(Workspace::open(m.path(), OpenMode::ReadWrite, &m.clock));
    QCOMPARE(m.ws->me().role, QString());
    QVERIFY(take(m.ws->queue()).userRole.isEmpty());
    QVERIFY(!take(m.ws->queue()).pending.empty() || !take(m.ws->status()).decisionsByState.isEmpty());
    QCOMPARE(m.ws->runCycle({}, {}).error().code, QStringLiteral("catalog.not-allowed"));
    QCOMPARE(m.ws->publish({}).error().code, QStringLiteral("catalog.not-allowed"));
    QCOMPARE(m.ws->rollBackBatch(1).error().code, QStringLiteral("catalog.not-allowed"));
    QCOMPARE(m.ws->actAs(QStringLiteral("nobody")).error().code, QStringLiteral("catalog.unknown-user"));
    QCOMPARE(m.ws->actAs(QStringLiteral("system")).error().code, QStringLiteral("catalog.unknown-user"));
    const Error refused = m.ws->actAs(QStringLiteral("max")).error(); // a name alone gives nothing
    QCOMPARE(refused.code, QStringLiteral("catalog.not-allowed"));
    QCOMPARE(refused.arguments.value(QStringLiteral("needed")), QStringLiteral("manager"));
    QCOMPARE(m.ws->me().user, operatingSystemUser());
  }

  // Acting as somebody else reaches no further than one's own role, and the journal names the hand.
  void whoActsAsAnotherIsNamed() {
    SmallMarket m;
    const auto become = [&](const char* role) {
      m.sql(qPrintable(QStringLiteral("UPDATE user SET role = '%1' WHERE name = '%2'")
                           .arg(QLatin1String(role), operatingSystemUser())));
    };
    m.reopen();
    need(m.ws->actAs(QStringLiteral("max")));
    QCOMPARE(take(m.ws->queue()).userRole, QStringLiteral("manager"));
    QVERIFY(!m.ws->me().authenticated);
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("optimizer.draws"), 200));
    const AuditEntry last = take(m.ws->journal().entries(take(m.ws->journal().size()) - 1, 1)).front();
    QCOMPARE(last.actor, QStringLiteral("max"));
    QCOMPARE(last.body.value(QStringLiteral("account")).toString(), operatingSystemUser());
    become("manager");
    need(m.ws->actAs(QStringLiteral("max")));
    QCOMPARE(m.ws->actAs(QStringLiteral("dora")).error().code, QStringLiteral("catalog.not-allowed"));
    need(m.ws->actAs(operatingSystemUser()));
    QVERIFY(m.ws->me().account.isEmpty());
    become("analyst"); // taken away while the workspace is open: the next command knows
    QCOMPARE(take(m.ws->runCycle({}, {})).state, QStringLiteral("finished"));
    QCOMPARE(m.ws->me().role, QStringLiteral("analyst"));
  }

  void statusTellsWhatIsInside() {
    SmallMarket m;
    const CycleReport report = m.cycle();
    const WorkspaceStatus s = take(m.ws->status());
    QCOMPARE(s.skus, 6);
    QCOMPARE(s.zones, 2);
    QCOMPARE(s.listings, 12);
    QCOMPARE(s.competitors, 3);
    QCOMPARE(s.sales, qint64(12 * 104));
    QCOMPARE(isoDay(*s.lastSale), QStringLiteral("2026-02-23"));
    QCOMPARE(s.lastCycle->cycleId, report.cycleId);
    QCOMPARE(s.name, QStringLiteral("Small market"));
    QVERIFY(s.auditEntries > 0 && s.outbox > 0);
    int all = 0;
    for (const int n : s.decisionsByState)
      all += n;
    QCOMPARE(all, 12);
  }

  // The rows are kept between refreshes: a changed decision must still show as it is now.
  void theQueueFollowsEveryChange() {
    SmallMarket m;
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("guardrail.confidence"), 1.0));
    m.cycle();
    QueueSnapshot before = take(m.ws->queue());
    QVERIFY(!before.pending.empty());
    const QueueRow row = before.pending.front();
    const Money edited(row.proposed.minor() + 10, row.proposed.currency());
    const PriceDecision preview = take(m.ws->previewEdit(row.id, edited));
    QVERIFY(take(m.ws->queue()).pending.front().proposed == row.proposed); // a preview changes nothing
    QVERIFY(take(m.ws->editPrice({row.id, row.contentHash}, edited)).done);
    const auto now = take(m.ws->queue());
    const auto found =
        std::find_if(now.pending.begin(), now.pending.end(), [&](const QueueRow& r) { return r.id == row.id; });
    QVERIFY(found != now.pending.end());
    QCOMPARE(found->contentHash, preview.contentHash);
    QCOMPARE(found->proposed, preview.proposed);
    QVERIFY(take(m.ws->replay(row.id)).sameBits);
    QCOMPARE(m.ws->previewEdit(row.id, Money(0, edited.currency())).error().code, QStringLiteral("planner.bad-price"));
    QCOMPARE(m.ws->previewEdit(row.id, Money(300, *Currency::fromCode(u"EUR"))).error().code,
             QStringLiteral("planner.bad-price"));
  }

  void decisionsOfASkuAreFoundByItsCode() {
    SmallMarket m;
    m.cycle(false);
    m.cycle(false);
    QCOMPARE(take(m.ws->decisionsOfSku(QStringLiteral("SKU-01"))).size(), std::size_t(4));
    QCOMPARE(take(m.ws->decisionsOfSku(QStringLiteral("SKU-01"), QStringLiteral("Z2"))).size(), std::size_t(2));
    QCOMPARE(take(m.ws->decisionsOfSku(QStringLiteral("SKU-01"), {}, 1)).size(), std::size_t(1));
    QCOMPARE(m.ws->decisionsOfSku(QStringLiteral("SKU-99")).error().code, QStringLiteral("catalog.unknown-sku"));
  }

  void theReasonHasItsNumberBesideIt() {
    PriceDecision d;
    d.guarded.primaryReason = QStringLiteral("step");
    Verdict passing;
    passing.ruleId = QStringLiteral("step");
    passing.limit = QStringLiteral("≤ 20 %");
    Verdict failing = passing;
    failing.ruleId = QStringLiteral("step-7d");
    failing.outcome = VerdictOutcome::NeedsApproval;
    failing.distance = QStringLiteral("+4 %");
    d.guarded.verdicts = {passing, failing};
    QCOMPARE(reasonDetail(d), QStringLiteral("≤ 20 % (+4 %)"));
    d.guarded.primaryReason = QStringLiteral("nothing");
    QCOMPARE(reasonDetail(d), QString());
  }

  // Also of what was kept before: its words are read, not made anew.
  void theValueStandsBeforeItsLimit_data() {
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<int>("then"); // from 100
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const char* reason, const char* kept, int then, const char* said) {
      QTest::newRow(name) << QString::fromLatin1(reason) << QString::fromUtf8(kept) << then << QString::fromUtf8(said);
    };
    row("up", "step", "≤ ±4% (-14.66%)", 119, "+18.7 %, limit 4 %");
    row("down", "step", "≤ ±4% (-14.66%)", 81, "−18.7 %, limit 4 %");
    row("hardly beyond", "step", "≤ ±4% (-0.04%)", 104, "+4.04 %, limit 4 %");
    row("of a week", "step-7d", "≤ ±25% (-3.5%)", 81, "28.5 %, limit 25 %");
    row("below a floor", "margin", "≥ 2.49 (-0.12)", 81, "2.37, limit 2.49");
    row("above a ceiling", "bounds", "≤ 3.5 (-0.25)", 119, "3.75, limit 3.5");
    row("unusual", "anomaly", "|z| ≤ 4 (z -5.2)", 81, "z −5.2, limit 4");
    row("unusual, kept before", "anomaly", "|z| ≤ 4", 81, "|z| ≤ 4");
    row("no number", "frequency", "≤ 1 in 24 h, ≤ 3 in 7 d (-2)", 81, "≤ 1 in 24 h, ≤ 3 in 7 d (−2)");
    row("none", "confidence", "0.62", 81, "0.62");
  }
  void theValueStandsBeforeItsLimit() {
    QFETCH(QString, reason);
    QFETCH(QString, kept);
    QFETCH(int, then);
    const Currency usd = *Currency::fromCode(u"USD");
    DecisionSummary s;
    s.current = Money(100, usd), s.proposed = Money(then, usd);
    s.primaryReason = reason, s.reasonDetail = kept;
    QTEST(queueRow(s).reasonDetail, "said");
  }

  void anUnusualPriceSaysHowUnusual() {
    PriceDecision d;
    d.guarded.primaryReason = QStringLiteral("anomaly");
    Verdict v;
    v.ruleId = QStringLiteral("anomaly");
    v.code = QStringLiteral("anomaly.unusual-price");
    v.outcome = VerdictOutcome::NeedsApproval;
    v.limit = QStringLiteral("|z| ≤ 4");
    v.inputs = {{QStringLiteral("z against own history"), QStringLiteral("-7.31"), {}},
                {QStringLiteral("z against category"), QStringLiteral("5.20"), {}}};
    d.guarded.verdicts = {v};
    QCOMPARE(reasonDetail(d), QStringLiteral("|z| ≤ 4 (z 5.2)"));
    d.guarded.verdicts.front().code = QStringLiteral("anomaly.price-jump"); // what was found has no z
    QCOMPARE(reasonDetail(d), QString());
  }

  void whatIsNoWorkspaceIsNotOpened() {
    QFile file(m_dir.filePath(QStringLiteral("garbage")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no database");
    file.close();
    QCOMPARE(Workspace::open(file.fileName()).error().code, QStringLiteral("storage.not-a-workspace"));
    QCOMPARE(Workspace::open(m_dir.filePath(QStringLiteral("none"))).error().code, QStringLiteral("storage.missing"));
    NewWorkspace what;
    what.name = QStringLiteral("x");
    what.currency = QStringLiteral("XXQ");
    QVERIFY(!Workspace::create(m_dir.filePath(QStringLiteral("bad")), what));
    QVERIFY(!QFile::exists(m_dir.filePath(QStringLiteral("bad"))));
  }

 private:
  QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_Workspace.moc"
