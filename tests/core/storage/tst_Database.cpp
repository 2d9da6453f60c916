// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"
#include "storage/Migrator.h"
#include "storage/Outbox.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace pricewright;

// What the stores rely on: a new file is complete or not there, values come back as they were given, a transaction is
// all or nothing, and each failure of SQLite has one name of ours.
class tst_Database : public QObject {
  Q_OBJECT

  static std::unique_ptr<Database> memory() {
    auto db = Database::open(QStringLiteral(":memory:"), OpenMode::ReadWrite);
    return db ? std::move(*db) : nullptr;
  }
  static qint64 number(Database& db, const char* sql) {
    auto q = Query::prepare(db, sql);
    return q && q->step().value_or(false) ? q->integer(0) : -1;
  }

 private slots:
  void aNewWorkspaceIsCompleteAndDurable() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shop.pricewright"));
    {
      auto db = Database::open(path, OpenMode::CreateNew);
      QVERIFY2(db, db ? "" : qPrintable(db.error().debugText()));
      QCOMPARE(number(**db, "PRAGMA application_id"), 0x50575254);
      QCOMPARE(number(**db, "PRAGMA user_version"), qint64(embeddedMigrations()->size()));
      QCOMPARE(number(**db, "PRAGMA foreign_keys"), 1);
      QCOMPARE(number(**db, "PRAGMA synchronous"), 2);
      QCOMPARE(number(**db, "PRAGMA busy_timeout"), 5000);
      auto mode = Query::prepare(**db, "PRAGMA journal_mode");
      QVERIFY(mode && mode->step().value_or(false));
      QCOMPARE(mode->text(0), QStringLiteral("wal"));
      QVERIFY((*db)->fullCheck());
      QVERIFY((*db)->execute(QStringLiteral("INSERT INTO workspace VALUES ('name', 'Corner shop')")));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("shop.pricewright")});
    auto again = Database::open(path, OpenMode::CreateNew);
    QVERIFY(!again && again.error().is(u"storage.exists"));
    auto reader = Database::open(path, OpenMode::ReadOnly);
    QVERIFY(reader && (*reader)->isReadOnly());
    QCOMPARE(number(**reader, "SELECT count(*) FROM workspace"), 1);
    const Status refused = (*reader)->execute(QStringLiteral("DELETE FROM workspace"));
    QVERIFY(!refused && refused.error().is(u"storage.read-only"));
  }

  void valuesComeBackAsGiven() {
    auto db = memory();
    QVERIFY(db && db->execute(QStringLiteral("CREATE TABLE t (i INTEGER, r REAL, s TEXT, b BLOB) STRICT")));
    const QString text = QString::fromUtf8("O'Brien; DROP TABLE t;-- \xC3\xA9\xF0\x9F\x8D\x8A") + QChar(0) + u'x';
    auto put = Query::prepare(*db, "INSERT INTO t VALUES (?1, ?2, ?3, ?4)");
    QVERIFY(put);
    for (const qint64 i : {std::numeric_limits<qint64>::min(), qint64(-1), std::numeric_limits<qint64>::max()})
      QVERIFY(put->bind(1, i).bind(2, 0.1).bind(3, text).bind(4, QByteArray("\0\xff", 2)).run());
    QVERIFY(put->bindAll({QVariant(), 1.5, QString(), QByteArray()}).run());
    auto get = Query::prepare(*db, "SELECT i, r, s, b FROM t ORDER BY rowid");
    QVERIFY(get);
    for (const qint64 i : {std::numeric_limits<qint64>::min(), qint64(-1), std::numeric_limits<qint64>::max()}) {
      QVERIFY(get->step().value_or(false));
      QCOMPARE(get->integer(0), i);
      QCOMPARE(get->real(1), 0.1);
      QCOMPARE(get->text(2), text);
      QCOMPARE(get->blob(3), QByteArray("\0\xff", 2));
    }
    QVERIFY(get->step().value_or(false));
    QVERIFY(get->isNull(0) && !get->isNull(2) && !get->isNull(3));
    QVERIFY(get->text(2).isEmpty() && get->blob(3).isEmpty());
    QVERIFY(!get->step().value_or(true));
  }

  void whatCannotBeStoredIsRefused() {
    auto db = memory();
    QVERIFY(db && db->execute(QStringLiteral("CREATE TABLE t (r REAL NOT NULL) STRICT")));
    auto put = Query::prepare(*db, "INSERT INTO t VALUES (?1)");
    QVERIFY(put);
    for (const double bad : {std::nan(""), std::numeric_limits<double>::infinity()})
      QVERIFY(!put->bind(1, bad).run());
    QVERIFY(!put->bind(7, 1).run());
    QVERIFY(!put->bindAll({QVariant(QStringList{})}).run());
    QVERIFY2(put->bind(1, 2.5).run(), "a refused value leaves the statement usable");
    QCOMPARE(number(*db, "SELECT count(*) FROM t"), 1);
    QVERIFY(!Query::prepare(*db, "SELECT 1; SELECT 2"));
    QVERIFY(!Query::prepare(*db, ""));
    QVERIFY(!Query::prepare(*db, "SELECT * FROM nowhere"));
    const Status constraint = put->bindNull(1).run();
    QVERIFY(!constraint && constraint.error().is(u"storage.constraint"));
    QVERIFY(constraint.error().arguments.value(QStringLiteral("message")).contains(QStringLiteral("t.r")));
  }

  void aStatementUsedTwiceAtOnceDoesNotMixUp() {
    auto db = memory();
    QVERIFY(db && db->execute(QStringLiteral("CREATE TABLE t (i INTEGER); INSERT INTO t VALUES (1), (2), (3)")));
    const char* sql = "SELECT i FROM t WHERE i >= ?1 ORDER BY i";
    qint64 product = 1;
    auto outer = Query::prepare(*db, sql);
    QVERIFY(outer);
    outer->bind(1, 2);
    while (outer->step().value_or(false)) {
      auto inner = Query::prepare(*db, sql);
      QVERIFY(inner && inner->bind(1, 3).step().value_or(false));
      product *= outer->integer(0) * inner->integer(0);
    }
    QCOMPARE(product, 2 * 3 * 3 * 3);
    auto later = Query::prepare(*db, sql); // from the store of prepared statements: bindings must be gone
    QVERIFY(later && !later->step().value_or(true));
  }

  void aTransactionIsAllOrNothing() {
    auto db = memory();
    QVERIFY(db && db->execute(QStringLiteral("CREATE TABLE t (i INTEGER)")));
    {
      auto t = Transaction::begin(*db);
      QVERIFY(t && db->execute(QStringLiteral("INSERT INTO t VALUES (1)")));
      auto nested = Transaction::begin(*db);
      QVERIFY(!nested && nested.error().is(u"storage.nested-transaction"));
      QVERIFY2(db->inTransaction(), "the refused one must not end the first");
    }
    QCOMPARE(number(*db, "SELECT count(*) FROM t"), 0);
    auto t = Transaction::begin(*db);
    QVERIFY(t && db->execute(QStringLiteral("INSERT INTO t VALUES (1)")));
    Transaction moved = std::move(*t);
    QVERIFY(moved.commit());
    QVERIFY(!moved.commit());
    QCOMPARE(number(*db, "SELECT count(*) FROM t"), 1);
    auto lost = Transaction::begin(*db);
    QVERIFY(lost && db->execute(QStringLiteral("INSERT INTO t VALUES (2); ROLLBACK")));
    const Status commit = lost->commit();
    QVERIFY(!commit && commit.error().is(u"storage.rolled-back"));
  }

  void aSecondWriterIsToldThatTheFileIsBusy() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w"));
    auto first = Database::open(path, OpenMode::CreateNew);
    auto second = Database::open(path, OpenMode::ReadWrite);
    QVERIFY(first && second && (*second)->execute(QStringLiteral("PRAGMA busy_timeout = 0")));
    const qint64 before = (*second)->dataVersion();
    auto t = Transaction::begin(**first);
    QVERIFY(t && (*first)->execute(QStringLiteral("INSERT INTO workspace VALUES ('a', 'b')")));
    auto other = Transaction::begin(**second);
    QVERIFY(!other && other.error().is(u"storage.busy"));
    QCOMPARE(other.error().arguments.value(QStringLiteral("path")), path);
    QCOMPARE((*second)->dataVersion(), before);
    QVERIFY(t->commit());
    QVERIFY((*second)->dataVersion() != before);
  }

  void aBackupIsWholeAndNeverOverwrites() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w")), copy = folder.filePath(QStringLiteral("copy"));
    auto db = Database::open(path, OpenMode::CreateNew);
    QVERIFY(db && (*db)->execute(QStringLiteral("INSERT INTO workspace VALUES ('a', 'b')")));
    QVERIFY((*db)->backupTo(copy));
    const Status again = (*db)->backupTo(copy);
    QVERIFY(!again && again.error().is(u"storage.exists"));
    const Status nowhere = (*db)->backupTo(folder.filePath(QStringLiteral("no/such/copy")));
    QVERIFY(!nowhere && nowhere.error().is(u"storage.no-folder"));
    QCOMPARE(nowhere.error().arguments.value(QStringLiteral("folder")), folder.filePath(QStringLiteral("no/such")));
    auto opened = Database::open(copy, OpenMode::ReadWrite);
    QVERIFY(opened && (*opened)->fullCheck());
    QCOMPARE(number(**opened, "SELECT count(*) FROM workspace"), 1);
  }

  void theStoreItselfRefusesAPriceOutsideItsBounds() {
    auto db = memory();
    QVERIFY(db && db->execute(QStringLiteral(
                      "INSERT INTO category (no, code, name) VALUES (1, 'c', 'c');"
                      "INSERT INTO sku (no, id, code, name, category_no) VALUES (1, 's', 's', 's', 1);"
                      "INSERT INTO price_zone (no, id, code, name, currency) VALUES (1, 'z', 'z', 'z', 'USD');"
                      "INSERT INTO channel (no, id, code, name) VALUES (1, 'h', 'h', 'h');"
                      "INSERT INTO listing (no, sku_no, zone_no, min_minor, max_minor) VALUES (1, 1, 1, 100, 200)")));
    const auto put = [&](int minor, const char* origin) {
      auto q = Query::prepare(*db, "INSERT INTO price (listing_no, channel_no, type, amount_minor, currency, from_ms, "
                                   "to_ms, origin) VALUES (1, 1, 'regular', ?1, 'USD', 0, 1, ?2)");
      return q->bind(1, minor).bind(2, origin).run();
    };
    QVERIFY(put(100, "decision") && put(200, "decision") && put(300, "observed"));
    for (const int outside : {0, 99, 201}) {
      const Status refused = put(outside, "decision");
      QVERIFY2(!refused && refused.error().is(u"storage.constraint"), qPrintable(QString::number(outside)));
    }
  }

  void theOutboxNeedsATransaction() {
    auto db = memory();
    QVERIFY(db);
    const OutboxRow row{QStringLiteral("c1"), QStringLiteral("sku"), QStringLiteral("7"), QStringLiteral("insert"),
                        "{}"};
    const Status without = appendOutbox(*db, row, Instant{});
    QVERIFY(!without && without.error().is(u"storage.no-transaction"));
    auto t = Transaction::begin(*db);
    QVERIFY(t && appendOutbox(*db, row, Instant{}));
    const Status twice = appendOutbox(*db, row, Instant{});
    QVERIFY2(!twice && twice.error().is(u"storage.constraint"), "one change id is written once");
    QVERIFY(t->commit());
    QCOMPARE(outboxSize(*db).value_or(-1), 1);
  }
};

QTEST_GUILESS_MAIN(tst_Database)
#include "tst_Database.moc"
