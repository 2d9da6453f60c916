// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What taking an import back, or killing it, leaves.
#include "core/imports/ImportDesk.h"
#include "imports/rows/RawStatement.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace pricewright;
using namespace pricewright::test;

class TestImportUndo : public QObject {
  Q_OBJECT

 private slots:
  // The story of an afternoon: five imports, taken back in the opposite order, leave the desk as each found it. Taken
  // back in any other order they are refused, and nothing moves.
  void takenBackInTheOppositeOrderAllIsAsBefore() {
    Desk d;
    const std::vector<std::pair<ImportKind, QByteArray>> files{
        {ImportKind::Products, "sku,name,zone,min_price\nA,Tea,Z,1.00\nB,Mate,Z,\n"},
        {ImportKind::Sales, "sku,zone,day,units,price\nA,Z,2026-01-05,12,2.50\nC,Y,2026-01-05,1,1.00\n"},
        {ImportKind::Products, "sku,name,mpn,zone,min_price\nA,Black tea,BT-1,Z,1.50\nC,Cocoa,,Y,\n"},
        {ImportKind::Prices, "sku,zone,day,price\nA,Z,2026-01-01,2.49\nA,Z,2026-02-01,2.59\n"},
        {ImportKind::Sales, "sku,zone,day,units,price\nA,Z,2026-01-05,13,2.50\nA,Z,2026-01-12,9,2.50\n"},
        {ImportKind::CompetitorPrices, "sku,zone,competitor,price,observed\nA,Z,Aldi,2.39,2026-03-01\n"},
        {ImportKind::Costs, "sku,zone,day,cost\nA,Z,2026-01-01,1.10\nD,X,2026-01-01,1.10\n"}};
    QStringList before;
    std::vector<Id> batches;
    for (const auto& [kind, bytes] : files) {
      before << d.everything();
      batches.push_back(take(d.run(kind, bytes)).batchId);
      QVERIFY(d.everything() != before.last());
    }
    const QString after = d.everything();
    for (std::size_t i : {0u, 1u}) {
      QCOMPARE(d.importer.undo(d.dora, batches[i]).error().code, QStringLiteral("import.newer-changes"));
      QCOMPARE(d.everything(), after);
    }
    for (qsizetype i = before.size() - 1; i >= 0; --i) {
      const auto undone = d.importer.undo(d.dora, batches[static_cast<std::size_t>(i)]);
      QVERIFY2(undone, undone ? "" : qPrintable(undone.error().debugText()));
      QCOMPARE(d.everything(), before[i]);
    }
    QVERIFY(take(d.journal.verify()).intact());
    QCOMPARE(take(d.run(files[0].first, files[0].second)).added, 2); // and it can come in again
  }

  // What an import of an older version had kept knows nothing of columns that came later.
  void whatWasKeptBeforeAColumnCameIsGivenBack() {
    Desk d;
    take(d.run(ImportKind::Products, "sku,name\nA,Tea\n"));
    const ImportReport r = take(d.run(ImportKind::Products, "sku,name\nA,Black tea\n"));
    need(d.db->execute(QStringLiteral("UPDATE import_undo SET row_before = json_remove(row_before, '$.mpn') WHERE "
                                      "table_name = 'sku'")));
    QCOMPARE(d.rows("SELECT count(*) FROM import_undo WHERE row_before LIKE '%mpn%'"), QStringLiteral("0"));
    take(d.importer.undo(d.dora, r.batchId));
    QCOMPARE(d.rows("SELECT name, mpn FROM sku"), QStringLiteral("Tea|"));
  }

  void anEditedProductIsNotTakenAway() {
    Desk d;
    const ImportReport r = take(d.run(ImportKind::Products, "sku,name\nA,Tea\n"));
    Sku sku = take(d.catalog.load()).skus.front();
    sku.name = QStringLiteral("Green tea");
    need(d.catalog.putSku(d.dora, sku));
    QCOMPARE(d.importer.undo(d.dora, r.batchId).error().code, QStringLiteral("import.newer-changes"));
    QCOMPARE(d.rows("SELECT name FROM sku"), QStringLiteral("Green tea"));
  }

  void oneAuditEntryAndOneOutboxRowABatch() {
    Desk d;
    const QString entries = d.rows("SELECT count(*) FROM audit_entry"), outbox = d.rows("SELECT count(*) FROM outbox");
    QByteArray bytes = "sku,zone,day,units,price\n";
    for (int i = 1; i <= 500; ++i)
      bytes += "S" + QByteArray::number(i) + ",Z,2026-01-05,1,1\n";
    take(d.run(ImportKind::Sales, bytes));
    QCOMPARE(d.rows("SELECT count(*) FROM audit_entry").toInt(), entries.toInt() + 1);
    QCOMPARE(d.rows("SELECT count(*) FROM outbox").toInt(), outbox.toInt() + 1);
    const AuditEntry entry = take(d.journal.entries(entries.toInt(), 1)).front();
    QCOMPARE(entry.kind, QStringLiteral("import.applied"));
    QCOMPARE(entry.body.value(QStringLiteral("digest")).toString(), d.rows("SELECT digest FROM import_batch"));
    QCOMPARE(entry.body.value(QStringLiteral("digest")).toString().size(), 64);
  }

  // Killed while it reads, writes or is about to commit: the workspace is as before, and the import simply runs again.
  void aKilledImportLeavesNothing_data() {
    QTest::addColumn<QByteArray>("step");
    QTest::newRow("reading") << QByteArray("read");
    QTest::newRow("writing") << QByteArray("write");
    QTest::newRow("about to commit") << QByteArray("commit");
  }

  void aKilledImportLeavesNothing() {
#ifdef Q_OS_UNIX
    QFETCH(QByteArray, step);
    QTemporaryDir dir;
    const QString workspace = dir.filePath(QStringLiteral("w.pricewright"));
    FixedClock clock{take(parseInstant(u"2026-03-02T09:00:00Z"))};
    QFile file(dir.filePath(QStringLiteral("in.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("sku,zone,day,units,price\n");
    for (int i = 0; i < 20'000; ++i)
      file.write("S" + QByteArray::number(i) + ",Z,2026-01-05,1," + (i == 77 ? "0" : "1") + "\n");
    file.close();
    ImportMapping mapping;
    mapping.columns = {{"sku", "sku"}, {"zone", "zone"}, {"day", "day"}, {"units", "units"}, {"price", "price"}};
    mapping.kind = ImportKind::Sales;
    const auto import = [&](OpenMode mode, const JobContext& job) {
      IdSource ids(clock, 3);
      auto db = take(Database::open(workspace, mode));
      Journal journal(*db, clock, ids);
      const Actor dora{QStringLiteral("dora"), QStringLiteral("director"), false};
      if (mode == OpenMode::CreateNew)
        need(CatalogStore(*db, journal, clock, ids)
                 .createWorkspace({QStringLiteral("Desk"), QStringLiteral("EUR"), {}, QStringLiteral("dora")}));
      return take(Importer(*db, journal, clock, ids).run(dora, file.fileName(), mapping, job));
    };
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
      import(OpenMode::CreateNew, {{}, [&step](std::string_view now, double) {
                                     if (now == std::string_view(step.constData()))
                                       kill(getpid(), SIGKILL);
                                   }});
      _exit(1); // was not killed
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    {
      auto db = take(Database::open(workspace, OpenMode::ReadWrite));
      QVERIFY(db->fullCheck().has_value());
      Query q = take(Query::prepare(*db, "SELECT (SELECT count(*) FROM sale) + (SELECT count(*) FROM sku) + (SELECT "
                                         "count(*) FROM import_batch) + (SELECT count(*) FROM price_zone)"));
      QVERIFY(take(q.step()));
      QCOMPARE(q.integer(0), 0);
    }
    QVERIFY(!QFile::exists(file.fileName() + QStringLiteral(".rejected.csv")));
    QCOMPARE(import(OpenMode::ReadWrite, {}).added, 19'999);
    QVERIFY(QFile::exists(file.fileName() + QStringLiteral(".rejected.csv")));
#else
    QSKIP("processes are not forked here");
#endif
  }
};

QTEST_GUILESS_MAIN(TestImportUndo)
#include "tst_ImportUndo.moc"
