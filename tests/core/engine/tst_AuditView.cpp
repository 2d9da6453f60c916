// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/AuditView.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pricewright;

namespace {

template <class T> T must(Result<T> result) {
  if (!result)
    qFatal("%s", qPrintable(result.error().debugText()));
  return std::move(*result);
}
void must(const Status& status) {
  if (!status)
    qFatal("%s", qPrintable(status.error().debugText()));
}

} // namespace

// What somebody sees who asks "who changed what?": the change as before and after, the product that it is about even
// where the entry does not name it, whether the entry is what was written; and that stopping leaves nothing behind.
class tst_AuditView : public QObject {
  Q_OBJECT
  QTemporaryDir m_dir;
  FixedClock m_clock{fromMillis(1'772'000'000'000)};
  std::unique_ptr<Workspace> m_workspace;

  const AuditField* field(const std::vector<AuditField>& fields, const QString& name) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const AuditField& f) { return f.field == name; });
    return found == fields.end() ? nullptr : &*found;
  }
  AuditDetail newestOf(const QString& kind) {
    AuditFilter filter;
    filter.kinds = QStringList{kind};
    const AuditLines page = must(auditPage(*m_workspace, filter, {}, 1));
    return page.lines.empty() ? AuditDetail() : must(auditEntryDetail(*m_workspace, page.lines.front().sequence));
  }

 private slots:
  void initTestCase() {
    qputenv("PRICEWRIGHT_WITNESS", m_dir.filePath(QStringLiteral("witness")).toLocal8Bit());
    m_workspace = must(Workspace::create(m_dir.filePath(QStringLiteral("shop.pricewright")),
                                         {QStringLiteral("Shop"), QStringLiteral("USD"), {}, {}}, &m_clock));
    CatalogStore& catalog = m_workspace->catalog();
    const Actor me = m_workspace->me();
    must(catalog.putCategory(me, {0, QStringLiteral("JUICE"), QStringLiteral("Juice")}));
    Sku sku;
    sku.code = QStringLiteral("OJ-64");
    sku.name = QStringLiteral("Orange juice");
    sku.categoryNo = must(catalog.load()).categories.front().no;
    must(catalog.putSku(me, sku));
    sku.code = QStringLiteral("TEA-1");
    must(catalog.putSku(me, sku));
    Sku known = *must(catalog.load()).skuByCode(QStringLiteral("OJ-64"));
    known.name = QStringLiteral("Orange juice, 64 oz");
    must(catalog.putSku(me, known));
    must(catalog.setSetting(me, QStringLiteral("guardrail.step.percent"), 25));
  }

  void anEntryShowsBeforeAndAfter() {
    const AuditDetail sku = newestOf(QStringLiteral("sku.changed"));
    QCOMPARE(sku.fields.front().field, QStringLiteral("name"));
    QCOMPARE(sku.fields.front().before, QStringLiteral("Orange juice"));
    QCOMPARE(sku.fields.front().after, QStringLiteral("Orange juice, 64 oz"));
    QVERIFY(sku.fields.front().changed && !sku.fields[1].changed);
    QCOMPARE(sku.line.sku, QStringLiteral("OJ-64"));
    QVERIFY(sku.hashFits && sku.linkFits && sku.readable && !sku.decision);
    QVERIFY(sku.text.contains(QStringLiteral("\"sequence\":%1").arg(sku.line.sequence)));
    const AuditDetail setting = newestOf(QStringLiteral("setting.changed"));
    QCOMPARE(setting.fields.front().field, QStringLiteral("guardrail.step.percent"));
    QCOMPARE(setting.fields.front().after, QStringLiteral("25"));
    const AuditDetail made = newestOf(QStringLiteral("workspace.created"));
    QVERIFY(field(made.fields, QStringLiteral("currency")) && !made.fields.front().changed);
    QVERIFY(made.linkFits);
    const auto none = auditEntryDetail(*m_workspace, 4711);
    QVERIFY(!none && none.error().is(u"audit.no-entry"));
  }

  void aSkuIsFoundByItsCode_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("found");
    QTest::newRow("code") << QStringLiteral("OJ-64") << 2;
    QTest::newRow("other case") << QStringLiteral("oj-64") << 2;
    QTest::newRow("beginning") << QStringLiteral("OJ-*") << 2;
    QTest::newRow("all") << QStringLiteral("*") << 6;
    QTest::newRow("beginning without a star") << QStringLiteral("OJ") << 0;
    QTest::newRow("nothing") << QStringLiteral("MILK") << 0;
    QTest::newRow("a wildcard of SQL") << QStringLiteral("OJ_6%") << 0;
  }
  void aSkuIsFoundByItsCode() {
    QFETCH(QString, typed);
    AuditFilter filter;
    filter.sku = typed;
    const AuditLines page = must(auditPage(*m_workspace, filter, {}, 100));
    QTEST(int(page.lines.size()), "found");
    QVERIFY(page.end);
  }

  void verifyingCanBeStoppedAndGoesInPieces() {
    std::stop_source source;
    source.request_stop();
    const auto stopped = verifyAudit(*m_workspace, {source.get_token(), {}});
    QVERIFY(!stopped && stopped.error().is(u"audit.cancelled"));
    AuditCheck check;
    std::optional<ChainReport> report;
    int pieces = 0;
    for (; !report; ++pieces)
      report = must(check.step(*m_workspace, 2, {}));
    QCOMPARE(pieces, 4); // six entries by twos, and the look that finds no more
    QVERIFY(report->intact() && report->witnessed == 6);
  }

  void aStoppedExportLeavesTheOlderFile() {
    const QString path = m_dir.filePath(QStringLiteral("out.jsonl"));
    must(exportAudit(*m_workspace, {}, path, AuditFormat::Proof, {}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    {
      AuditExport out({}, path, AuditFormat::Proof);
      QVERIFY(!must(out.step(*m_workspace, 1, {})));
      QVERIFY(!must(out.step(*m_workspace, 1, {})));
      std::stop_source source;
      source.request_stop();
      const auto stopped = out.step(*m_workspace, 1, {source.get_token(), {}});
      QVERIFY(!stopped && stopped.error().is(u"audit.cancelled"));
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
    const QStringList left = QDir(m_dir.path()).entryList({QStringLiteral("out.jsonl*")});
    QCOMPARE(left, QStringList{QStringLiteral("out.jsonl")});
  }

  // Entries that come while it is written are not in it: it ends where it began to be written.
  void whatComesMeanwhileStaysOut() {
    const QString path = m_dir.filePath(QStringLiteral("meanwhile.jsonl"));
    AuditExport out({}, path, AuditFormat::Proof);
    QVERIFY(!must(out.step(*m_workspace, 2, {})));
    must(m_workspace->catalog().setSetting(m_workspace->me(), QStringLiteral("guardrail.step.percent"), 26));
    std::optional<AuditExported> done;
    while (!done)
      done = must(out.step(*m_workspace, 2, {}));
    QCOMPARE(done->entries, 6);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const ProofReport report = must(checkProof(file));
    QCOMPARE(report.why, QString());
    QCOMPARE(report.headSequence, 7);
    QCOMPARE(report.fingerprint, must(deviceFingerprint()));
  }

  // A damaged entry is shown as what it is, and neither signed nor hidden.
  void aDamagedEntryIsNamed() {
    must(m_workspace->database().execute(QStringLiteral("DROP TRIGGER audit_is_append_only_update; UPDATE audit_entry "
                                                        "SET body = 'oops' WHERE sequence = 3")));
    const AuditDetail detail = must(auditEntryDetail(*m_workspace, 3));
    QVERIFY(!detail.hashFits && detail.linkFits && !detail.readable);
    QCOMPARE(detail.body, QStringLiteral("oops"));
    QCOMPARE(must(auditPage(*m_workspace, {}, {}, 100)).lines.size(), std::size_t(7));
    const auto refused = exportAudit(*m_workspace, {}, m_dir.filePath(QStringLiteral("x")), AuditFormat::Proof, {});
    QVERIFY(!refused && refused.error().is(u"audit.broken-chain"));
    QVERIFY(!QFile::exists(m_dir.filePath(QStringLiteral("x"))));
    QVERIFY(exportAudit(*m_workspace, {}, m_dir.filePath(QStringLiteral("x.csv")), AuditFormat::CsvExcel, {}));
    QCOMPARE(must(verifyAudit(*m_workspace, {})).brokenAt.value_or(0), 3);
  }
};

QTEST_GUILESS_MAIN(tst_AuditView)
#include "tst_AuditView.moc"
