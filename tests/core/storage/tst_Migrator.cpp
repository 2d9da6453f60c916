// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Migrator.h"

#include "support/TestData.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace pricewright;

// A file of an older version is copied, then brought forward step by step; a step that fails changes nothing.
class tst_Migrator : public QObject {
  Q_OBJECT

  static std::vector<Migration> withStepTwo(const QByteArray& sql) {
    auto steps = embeddedMigrations();
    if (!steps)
      return {};
    steps->push_back({static_cast<int>(steps->size()) + 1, QStringLiteral("0002_next.sql"), sql});
    return *steps;
  }
  static int known() { return int(embeddedMigrations()->size()); } // what this build brings a file to
  QString backup(int version, const char* more = "") const {
    return QStringLiteral("%1.before-v%2%3.backup").arg(m_path).arg(version).arg(QLatin1String(more));
  }
  QTemporaryDir m_folder;
  QString m_path;

 private slots:
  void init() { m_path = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

  void theEmbeddedStepsAreNumberedFromOne() {
    auto steps = embeddedMigrations();
    QVERIFY(steps && !steps->empty());
    QCOMPARE(steps->front().name, QStringLiteral("0001_foundation.sql"));
    for (std::size_t i = 0; i < steps->size(); ++i)
      QCOMPARE((*steps)[i].number, static_cast<int>(i) + 1);
    const QStringList onDisk =
        QDir(pricewright::test::sourceTree("/core/storage/schema")).entryList({QStringLiteral("*.sql")});
    QCOMPARE(static_cast<qsizetype>(steps->size()), onDisk.size());
  }

  void anOlderFileIsCopiedAndMigrated() {
    auto db = Database::open(m_path, OpenMode::CreateNew);
    QVERIFY(db && (*db)->execute(QStringLiteral("INSERT INTO workspace VALUES ('name', 'kept')")));
    QVERIFY(migrate(**db, withStepTwo("CREATE TABLE extra (i INTEGER) STRICT; INSERT INTO extra VALUES (5);")));
    QCOMPARE(schemaVersion(**db).value_or(-1), known() + 1);
    auto extra = Query::prepare(**db, "SELECT i, (SELECT value FROM workspace) FROM extra");
    QVERIFY(extra && extra->step().value_or(false));
    QCOMPARE(extra->integer(0), 5);
    QCOMPARE(extra->text(1), QStringLiteral("kept"));
    auto copy = Database::open(backup(known() + 1), OpenMode::ReadWrite);
    QVERIFY(copy);
    QCOMPARE(schemaVersion(**copy).value_or(-1), known());
  }

  void aStepThatFailsLeavesTheFileAsItWas() {
    const QList<QByteArray> bad{"CREATE TABLE extra (i INTEGER) STRICT; INSERT INTO nowhere VALUES (1);",
                                "CREATE TABLE extra (i INTEGER); this is not SQL",
                                "CREATE TABLE extra (no INTEGER REFERENCES sku (no)); INSERT INTO extra VALUES (77);"};
    auto db = Database::open(m_path, OpenMode::CreateNew);
    QVERIFY(db && (*db)->execute(QStringLiteral("INSERT INTO workspace VALUES ('name', 'kept')")));
    for (const QByteArray& sql : bad) {
      const Status failed = migrate(**db, withStepTwo(sql));
      QVERIFY(!failed && failed.error().is(u"storage.migration-failed"));
      QCOMPARE(failed.error().arguments.value(QStringLiteral("step")), QStringLiteral("0002_next.sql"));
      QVERIFY(failed.error().cause);
      QCOMPARE(schemaVersion(**db).value_or(-1), known());
      QVERIFY(!Query::prepare(**db, "SELECT * FROM extra"));
      auto keys = Query::prepare(**db, "PRAGMA foreign_keys");
      QVERIFY(keys && keys->step().value_or(false) && keys->integer(0) == 1);
    }
    QVERIFY((*db)->fullCheck());
    QVERIFY2(QFile::exists(backup(known() + 1, "-3")), "no backup replaces an earlier one");
  }

  void aNewerFileIsRefusedUntouched_data() {
    QTest::addColumn<bool>("stillInLog");
    QTest::newRow("header") << false;
    QTest::newRow("write-ahead log") << true;
  }
  void aNewerFileIsRefusedUntouched() {
    QFETCH(const bool, stillInLog);
    const QString path = m_path + (stillInLog ? QStringLiteral("-log") : QString());
    auto writer = Database::open(path, OpenMode::CreateNew);
    QVERIFY(writer && (*writer)->execute(QStringLiteral("PRAGMA user_version = 99")));
    if (!stillInLog)
      writer->reset();
    const auto bytes = [](const QString& name) {
      QFile file(name);
      return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes(path);
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
      auto db = Database::open(path, mode);
      QVERIFY(!db && db.error().is(u"storage.newer-file"));
      QCOMPARE(db.error().arguments.value(QStringLiteral("version")), QStringLiteral("99"));
      QCOMPARE(db.error().arguments.value(QStringLiteral("known")), QString::number(known()));
    }
    QCOMPARE(bytes(path), before);
    QVERIFY(!QFile::exists(path + QStringLiteral(".before-v%1.backup").arg(known())));
  }
};

QTEST_GUILESS_MAIN(tst_Migrator)
#include "tst_Migrator.moc"
