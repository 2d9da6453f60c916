// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/Engine.h"
#include "support/SmallMarket.h"

#include <QSignalSpy>
#include <QTest>

#include <mutex>
#include <thread>

using namespace pricewright;
using namespace pricewright::test;

namespace {

// A market whose cycle leaves rows in the queue, closed, with the user that the engine will be.
struct Closed : SmallMarket {
  Closed() {
    need(ws->catalog().putUser(ws->me(), {operatingSystemUser(), {}, QStringLiteral("director")}));
    need(ws->catalog().setSetting(ws->me(), QStringLiteral("guardrail.confidence"), 1.0));
    // The engine takes its time from the system: as of the data's own date they stay fresh.
    need(ws->database().execute(
        QStringLiteral("INSERT INTO workspace (key, value) VALUES ('as_of_ms', '%1')").arg(toMillis(clock.now()))));
    ws.reset();
  }
};

} // namespace

class TestEngine : public QObject {
  Q_OBJECT
 private slots:
  // Commands in, facts out as signals, all of them in the owner's thread.
  void aDayThroughTheDoor() {
    Closed m;
    Engine engine;
    QSignalSpy opened(&engine, &Engine::workspaceOpened), queue(&engine, &Engine::queueChanged),
        failed(&engine, &Engine::cycleFailed), finished(&engine, &Engine::cycleFinished),
        detail(&engine, &Engine::detailReady), decided(&engine, &Engine::decided),
        preview(&engine, &Engine::editPreviewed), published(&engine, &Engine::published),
        progress(&engine, &Engine::cycleProgressed);
    bool otherThread = false;
    const auto here = std::this_thread::get_id();
    connect(
        &engine, &Engine::cycleProgressed, this, [&] { otherThread |= std::this_thread::get_id() != here; },
        Qt::DirectConnection);
    engine.openWorkspace(m.path());
    QVERIFY(engine.isBusy());
    engine.runCycle();
    QTRY_VERIFY_WITH_TIMEOUT(finished.count() + failed.count() > 0 && queue.count() >= 2, 60'000);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(failed.count(), 0);
    QVERIFY(progress.count() > 0 && !otherThread);
    const auto snapshot = queue.last().first().value<QueueSnapshotPtr>();
    QVERIFY(snapshot && !snapshot->pending.empty());
    const QueueRow row = snapshot->pending.front();

    engine.requestDetail(row.id);
    engine.previewEdit(row.id, Money(row.proposed.minor() + 10, row.proposed.currency()));
    engine.approve({{row.id, row.contentHash}});
    QTRY_COMPARE_WITH_TIMEOUT(decided.count(), 1, 60'000);
    // Looked up beside the writer: either may come first.
    QTRY_COMPARE_WITH_TIMEOUT(detail.count(), 1, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(preview.count(), 1, 60'000);
    QVERIFY(decided.first().at(1).value<std::vector<Answer>>().front().done);
    engine.undo({row.id});
    QTRY_COMPARE_WITH_TIMEOUT(decided.count(), 2, 60'000);
    QCOMPARE(decided.last().first().toString(), QStringLiteral("undo"));
    engine.reject({{row.id, row.contentHash}}, QStringLiteral("timing"));
    engine.publishDue();
    QTRY_COMPARE_WITH_TIMEOUT(published.count(), 1, 60'000);
    QTRY_VERIFY(!engine.isBusy());
    const auto last = queue.last().first().value<QueueSnapshotPtr>();
    QCOMPARE(last->pending.size(), snapshot->pending.size() - 1);
  }

  void aCycleCanBeCancelledEvenWhileItWaits() {
    Closed m;
    Engine engine;
    QSignalSpy finished(&engine, &Engine::cycleFinished);
    engine.openWorkspace(m.path());
    engine.runCycle();
    engine.cancelCycle();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QCOMPARE(finished.first().first().value<CycleReport>().state, QStringLiteral("cancelled"));
    engine.runCycle(); // the next one is not cancelled by the last one's wish
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 60'000);
    QVERIFY(finished.last().first().value<CycleReport>().state != u"cancelled");
  }

  void errorsAreSignalsToo() {
    Engine engine;
    QSignalSpy openFailed(&engine, &Engine::workspaceOpenFailed), decideFailed(&engine, &Engine::decideFailed),
        cycleFailed(&engine, &Engine::cycleFailed);
    engine.openWorkspace(QStringLiteral("/nowhere/at-all"));
    engine.approve({});
    engine.runCycle();
    QTRY_COMPARE(cycleFailed.count(), 1);
    QCOMPARE(openFailed.count(), 1);
    QCOMPARE(decideFailed.first().first().value<Error>().code, QStringLiteral("engine.no-workspace"));
  }

  // Looking does not wait for what is being written, and cannot write itself.
  void aPageOpensWhileACycleRuns() {
    Closed m;
    Engine engine;
    QSignalSpy opened(&engine, &Engine::workspaceOpened), finished(&engine, &Engine::cycleFinished),
        changed(&engine, &Engine::changed);
    engine.openWorkspace(m.path());
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 60'000);
    std::mutex busy; // stands for a long cycle: the writer cannot go on before it is let go
    busy.lock();
    engine.write(
        this,
        [&](Workspace&, const JobContext&) -> Result<int> {
          const std::lock_guard wait(busy);
          return 1;
        },
        [](const Result<int>&) {});
    std::optional<Result<WorkspaceStatus>> status;
    engine.read(
        this, [](Workspace& w, const JobContext&) { return w.status(); },
        [&](Result<WorkspaceStatus> answer) { status = std::move(answer); });
    QTRY_VERIFY_WITH_TIMEOUT(status.has_value(), 60'000);
    QVERIFY(status->has_value() && (*status)->readOnly && (*status)->listings > 0);
    QCOMPARE(changed.count(), 0);
    std::optional<Error> refused;
    engine.read(
        this,
        [](Workspace& w, const JobContext&) -> Result<qint64> {
          PW_CHECK(w.catalog().setSetting(w.me(), QStringLiteral("guardrail.confidence"), 0.5));
          return 0;
        },
        [&](const Result<qint64>& answer) { refused = answer.error(); });
    QTRY_VERIFY_WITH_TIMEOUT(refused.has_value(), 60'000);
    QVERIFY2(refused->is(u"storage.read-only"), qPrintable(refused->debugText()));
    busy.unlock();
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 60'000);
  }

  // A page that is gone hears nothing; cancelled work says so once; without a file one is told.
  void answersKnowWhetherSomebodyStillAsks() {
    Closed m;
    Engine engine;
    const auto nothing = [](Workspace&, const JobContext&) -> Result<int> { return 1; };
    int told = 0;
    QStringList codes;
    const auto listen = [&](const Result<int>& answer) { codes << (answer ? QString() : answer.error().code); };
    engine.read(this, nothing, listen);
    QTRY_COMPARE_WITH_TIMEOUT(codes.size(), 1, 60'000);
    QCOMPARE(codes.last(), QStringLiteral("engine.no-workspace"));
    QSignalSpy opened(&engine, &Engine::workspaceOpened);
    engine.openWorkspace(m.path());
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 60'000);
    auto page = std::make_unique<QObject>();
    std::mutex busy;
    busy.lock();
    engine.read(
        page.get(),
        [&](Workspace&, const JobContext& job) -> Result<int> {
          const std::lock_guard wait(busy);
          job.report("looking", 1);
          return 1;
        },
        [&](const Result<int>&) { ++told; }, [&](const QString&, double) { ++told; });
    const JobPtr second = engine.read(this, nothing, listen);
    second->cancel();
    page.reset();
    busy.unlock();
    QTRY_COMPARE_WITH_TIMEOUT(codes.size(), 2, 60'000);
    QCOMPARE(codes.last(), QStringLiteral("engine.cancelled"));
    QCOMPARE(told, 0);
  }

  // Closing the window in the middle of a cycle stops it and leaves a sound file.
  void closingStopsWhatRuns() {
    Closed m;
    {
      Engine engine;
      QSignalSpy started(&engine, &Engine::cycleStarted);
      engine.openWorkspace(m.path());
      engine.runCycle();
      engine.runCycle();
      QTRY_VERIFY_WITH_TIMEOUT(started.count() > 0, 60'000);
    }
    m.reopen();
    need(m.ws->database().fullCheck());
    QCOMPARE(m.count("SELECT COUNT(*) FROM cycle WHERE state = 'running'"), qint64(0));
    QVERIFY(take(m.ws->verifyAudit()).intact());
  }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_Engine.moc"
