// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An auditor gets a file and no workspace. By the command line alone: it is written out, checked elsewhere, tampered
// with, and found out; a stranger's key does not pass for the shop's.
#include "support/TestData.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Ran {
  int exit = -1;
  QJsonObject json;
  QByteArray text;
  QString error() const { return json["error"].toObject()["code"].toString(); }
};

} // namespace

class TestAuditTrail : public QObject {
  Q_OBJECT
  QTemporaryDir m_dir;
  QString m_key;

  QString path(const char* name) const { return m_dir.filePath(QString::fromUtf8(name)); }
  // `desk`: whose device it is. Nobody's has no workspace.
  Ran run(const char* desk, const QStringList& words) const {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("PRICEWRIGHT_WORKSPACE"));
    if (QByteArray(desk) == "shop")
      environment.insert(QStringLiteral("PRICEWRIGHT_WORKSPACE"), path("shop.pricewright"));
    environment.insert(QStringLiteral("PRICEWRIGHT_WITNESS"), path(desk));
    process.setProcessEnvironment(environment);
    process.start(pricewright::test::builtProgram("pricewright-engine"), words + QStringList{"--json"});
    if (!process.waitForFinished(60'000))
      qFatal("the command line does not end");
    const QByteArray out = process.readAllStandardOutput();
    return {process.exitCode(), QJsonDocument::fromJson(out).object(), out};
  }
  static QByteArray read(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  static void write(const QString& name, const QByteArray& bytes) {
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
      qFatal("cannot write a file of the test");
  }

 private slots:
  void initTestCase() {
    QCOMPARE(run("shop", {"init", "--name", "Tea house", "--as-of", "2026-03-02T09:00:00Z"}).exit, 0);
    for (const char* user : {"dora", "max", "ann"})
      QCOMPARE(run("shop", {"users", "set", QString::fromLatin1(user), "director"}).exit, 0);
    for (const char* limit : {"21", "22", "23"})
      QCOMPARE(
          run("shop", {"settings", "set", "guardrail.step.percent", QString::fromLatin1(limit), "--as-user", "dora"})
              .exit,
          0);
    m_key = run("shop", {"audit", "key"}).json["key"].toString();
    QCOMPARE(m_key.size(), 39);
  }

  void theFileIsAcceptedElsewhere() {
    const Ran out = run("shop", {"audit", "export", path("all.jsonl")});
    QCOMPARE(out.exit, 0);
    QCOMPARE(out.json["key"].toString(), m_key);
    const Ran check = run("auditor", {"audit", "check", path("all.jsonl"), "--key", m_key});
    QCOMPARE(check.exit, 0);
    QCOMPARE(check.json["entries"].toInt(), out.json["entries"].toInt());
    QCOMPARE(check.json["key"].toString(), m_key);
    QCOMPARE(check.json["header"].toObject()["workspaceName"].toString(), QStringLiteral("Tea house"));
    QVERIFY(!QFileInfo::exists(path("auditor"))); // looking at a file makes no key
  }

  void aFilterLeavesTheChainWhole() {
    const Ran out = run("shop", {"audit", "export", path("dora.jsonl"), "--who", "dora", "--what", "setting."});
    QCOMPARE(out.exit, 0);
    QCOMPARE(out.json["entries"].toInt(), 3);
    const Ran check = run("auditor", {"audit", "check", path("dora.jsonl")});
    QCOMPARE(check.exit, 0);
    QCOMPARE(check.json["entries"].toInt(), 3);
    QVERIFY(check.json["left_out"].toInt() >= 4);
    QCOMPARE(check.json["header"].toObject()["filter"].toObject()["actors"].toArray().first().toString(),
             QStringLiteral("dora"));
    QVERIFY(!read(path("dora.jsonl")).contains("user.added"));
    QCOMPARE(run("shop", {"audit", "export", path("none.jsonl"), "--before", "1999-01-01"}).json["entries"].toInt(), 0);
    QCOMPARE(run("auditor", {"audit", "check", path("none.jsonl")}).exit, 0);
  }

  void tamperingIsFound() {
    const QByteArray sound = read(path("all.jsonl"));
    QByteArray changed = sound;
    changed.replace("\"to\":22", "\"to\":32");
    QVERIFY(changed != sound);
    write(path("changed.jsonl"), changed);
    const Ran found = run("auditor", {"audit", "check", path("changed.jsonl")});
    QCOMPARE(found.exit, 6);
    QCOMPARE(found.json["why"].toString(), QStringLiteral("hash"));
    QVERIFY(sound.split('\n')[found.json["broken_line"].toInt() - 1].contains("\"to\":22"));
    write(path("cut.jsonl"), sound.left(sound.lastIndexOf('\n', sound.size() - 2) + 1));
    QCOMPARE(run("auditor", {"audit", "check", path("cut.jsonl")}).json["why"].toString(), QStringLiteral("truncated"));
    write(path("garbage.jsonl"), "sku,price\nT1,2.00\n");
    QCOMPARE(run("auditor", {"audit", "check", path("garbage.jsonl")}).exit, 6);
    QCOMPARE(run("auditor", {"audit", "check", path("no-such-file")}).error(), QStringLiteral("usage.file-unreadable"));
  }

  void aStrangersKeyDoesNotPass() {
    QFile::copy(path("shop.pricewright"), path("copy.pricewright"));
    const Ran forged =
        run("stranger", {"audit", "export", path("forged.jsonl"), "--workspace", path("copy.pricewright")});
    QCOMPARE(forged.exit, 0);
    QCOMPARE(run("auditor", {"audit", "check", path("forged.jsonl")}).exit, 0); // sound in itself …
    const Ran refused =
        run("auditor", {"audit", "check", path("forged.jsonl"), "--key", m_key}); // … but not the shop's
    QCOMPARE(refused.exit, 6);
    QCOMPARE(refused.json["why"].toString(), QStringLiteral("other-key"));
  }

  void tablesAndWhatCannotBeWritten() {
    QCOMPARE(run("shop", {"audit", "export", path("a.csv"), "--format", "csv", "--who", "dora"}).exit, 0);
    const QByteArray csv = read(path("a.csv"));
    QCOMPARE(csv.count('\n'), 4);
    QVERIFY(csv.startsWith("sequence,at,actor,role,kind,"));
    QCOMPARE(run("shop", {"audit", "export", path("e.csv"), "--format", "excel", "--decimal-mark", ","}).exit, 0);
    QVERIFY(read(path("e.csv")).startsWith("\xEF\xBB\xBFsequence;at;"));
    QCOMPARE(run("shop", {"audit", "export", path("nowhere/x.jsonl")}).error(), QStringLiteral("export.not-written"));
    QCOMPARE(run("shop", {"audit", "export", m_dir.path()}).error(), QStringLiteral("export.not-written"));
    QCOMPARE(run("shop", {"audit", "export", path("x"), "--format", "pdf"}).exit, 2);
    QCOMPARE(run("shop", {"audit", "export", path("x"), "--from", "yesterday"}).exit, 2);
  }

  // What is not whole is not signed, and the older proof stays.
  void aBrokenJournalIsNotProven() {
    const QByteArray before = read(path("all.jsonl"));
    QFile file(path("shop.pricewright"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes = file.readAll();
    const qsizetype at = bytes.indexOf("\"name\":\"Tea house\""); // of the first entry
    QVERIFY(at > 0);
    file.seek(at + 8);
    file.write("Pea");
    file.close();
    const Ran refused = run("shop", {"audit", "export", path("all.jsonl")});
    QCOMPARE(refused.exit, 6);
    QCOMPARE(refused.error(), QStringLiteral("audit.broken-chain"));
    QCOMPARE(read(path("all.jsonl")), before);
  }
};

QTEST_GUILESS_MAIN(TestAuditTrail)
#include "tst_AuditTrail.moc"
