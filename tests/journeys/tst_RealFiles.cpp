// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bundled sample and real files, from the files to published prices and back, through the one door.
#include "engine/Workspace.h"
#include "imports/SampleImport.h"
#include "support/TestData.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace pricewright;

namespace {

template <class T> T take(Result<T> result) {
  if (!result)
    qFatal("%s", qPrintable(result.error().debugText()));
  return std::move(*result);
}

NewWorkspace plan(const char* currency, const char* asOf) {
  NewWorkspace w;
  w.name = QStringLiteral("Real");
  w.currency = QString::fromLatin1(currency);
  w.asOf = take(parseInstant(QString::fromLatin1(asOf)));
  w.userName = operatingSystemUser();
  return w;
}

int countOf(Workspace& w, const QString& state) { return take(w.status()).decisionsByState.value(state); }

} // namespace

class TestRealFiles : public QObject {
  Q_OBJECT
  QTemporaryDir m_dir;

 private slots:
  void initTestCase() { qputenv("PRICEWRIGHT_WITNESS", m_dir.filePath(QStringLiteral("witness")).toUtf8()); }

  void theSampleIsPricedGuardedQueuedAndPublished() {
    const QString path = m_dir.filePath(QStringLiteral("sample.pricewright"));
    auto w = take(Workspace::create(path, plan("USD", "1992-10-08T06:00:00Z")));
    const auto reports =
        take(importFolder(w->importer(), w->offers(), w->catalog(), w->me(), test::sampleFolder(), {}));
    for (const ImportReport& report : reports)
      QCOMPARE(report.rejected, 0);
    for (const ImportReport& again :
         take(importFolder(w->importer(), w->offers(), w->catalog(), w->me(), test::sampleFolder(), {})))
      QVERIFY2(again.nothingChanged, qPrintable(again.file));
    QCOMPARE(take(w->status()).listings, 440);

    const CycleReport cycle = take(w->runCycle({}, {}));
    QCOMPARE(cycle.state, QStringLiteral("finished"));
    QVERIFY(countOf(*w, QStringLiteral("published")) > 20);
    const QueueSnapshot queue = take(w->queue());
    QVERIFY(!queue.pending.empty());

    // Every number of every decision comes out of its stored inputs again, bit by bit.
    const auto decisions = take(w->decisions().decisions({}));
    QCOMPARE(decisions.size(), 440u);
    QSet<QString> cases;
    for (const PriceDecision& d : decisions) {
      if (cases.contains(d.caseId))
        continue;
      cases.insert(d.caseId);
      const ReplayReport replay = take(w->replay(d.id));
      QVERIFY2(replay.sameBits, qPrintable(replay.differences.join(u' ')));
    }
    QCOMPARE(cases.size(), 40);

    // No published price is below its margin, off its ladder, or more than a step away.
    for (const PriceDecision& d : decisions) {
      if (d.state != DecisionState::Published)
        continue;
      QVERIFY(d.marginThenBp >= 1000);
      QVERIFY(std::abs(changeBp(d.current, d.proposed)) <= 2000);
      QVERIFY(PriceLadder(defaultLadder(d.proposed.currency())).contains(d.proposed.minor()));
      QVERIFY(d.recommendation.confidence >= 0.6);
    }
    QFile list(path + QStringLiteral(".prices/store.csv"));
    if (!list.exists())
      list.setFileName(QDir(m_dir.path()).filePath(QStringLiteral("sample.prices/store.csv")));
    QVERIFY2(list.open(QIODevice::ReadOnly), qPrintable(list.fileName()));
    QCOMPARE(list.readAll().count('\n'), 441); // complete: a line each, and the header
    QVERIFY(take(w->verifyAudit()).intact());

    // A second cycle at once finds nothing that may change again today.
    take(w->runCycle({}, {}));
    QVERIFY(take(w->verifyAudit()).intact());
  }

  void tunaThatCannotBeToldStaysWithAHuman() {
    const QString folder = test::realDataFolder();
    if (folder.isEmpty())
      QSKIP("real data are not here");
    auto w = take(
        Workspace::create(m_dir.filePath(QStringLiteral("tuna.pricewright")), plan("USD", "1997-01-01T00:00:00Z")));
    ImportMapping sales;
    sales.kind = ImportKind::Sales;
    sales.columns = {{"sku", "brand_id"},
                     {"day", "week"},
                     {"units", "units"},
                     {"price", "price_usd"},
                     {"feature", "display_activity"}};
    sales.dateFormat = QStringLiteral("week:1990-01-01");
    const auto imported = w->importFile(folder + QStringLiteral("/tuna/tuna.csv"), sales, {});
    QVERIFY2(imported.has_value(), imported ? "" : qPrintable(imported.error().debugText()));
    QVERIFY(imported->added > 1500);
    take(w->runCycle({}, {}));
    for (const char* brand : {"3", "6"})
      for (const PriceDecision& d : take(w->decisionsOfSku(QString::fromLatin1(brand))))
        QVERIFY(d.guarded.route != Route::Automatic);
  }

  void invoiceLinesOfAGiftWholesaler() {
    const QString folder = test::realDataFolder();
    if (folder.isEmpty())
      QSKIP("real data are not here");
    auto w = take(
        Workspace::create(m_dir.filePath(QStringLiteral("gifts.pricewright")), plan("GBP", "2011-12-12T00:00:00Z")));
    ImportMapping lines;
    lines.kind = ImportKind::Sales;
    lines.invoiceLines = true;
    const QString file = folder + QStringLiteral("/online_retail/transactions.csv.gz");
    const ImportPreview preview = take(w->previewImport(file, lines.kind, &lines));
    const ImportReport report =
        take(w->importFile(file, preview.mapping, {}, m_dir.filePath(QStringLiteral("rejects.csv"))));
    QCOMPARE(report.read, 277'843);
    // Counted independently, in this order of precedence.
    QCOMPARE(report.rejectedBy.value(QStringLiteral("import.cancelled-invoice")), 4'747);
    QCOMPARE(report.rejectedBy.value(QStringLiteral("import.not-a-product")), 1'193);
    QCOMPARE(report.rejectedBy.value(QStringLiteral("import.quantity-not-positive")), 661);
    QCOMPARE(report.rejectedBy.value(QStringLiteral("import.price-not-positive")), 615);
    const CycleReport cycle = take(w->runCycle({}, {}));
    QCOMPARE(countOf(*w, QStringLiteral("published")), 0); // no cost is known: every price holds
    QVERIFY(countOf(*w, QStringLiteral("held")) > 1'900);
    QCOMPARE(cycle.state, QStringLiteral("finished"));
  }
};

QTEST_GUILESS_MAIN(TestRealFiles)
#include "tst_RealFiles.moc"
