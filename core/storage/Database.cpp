// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"

#include "base/Log.h"
#include "storage/Migrator.h"
#include "storage/WorkspaceFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>

#include <atomic>
#include <cerrno>
#include <sqlite3.h>

namespace pricewright {
namespace {

const QString kMemory = QStringLiteral(":memory:");

QString nextConnectionName() {
  static std::atomic<quint64> count{0};
  return QStringLiteral("pricewright-%1").arg(++count);
}

QString codeOf(int code, int systemErrno) {
  if (systemErrno == ENOSPC || systemErrno == EDQUOT)
    return QStringLiteral("storage.disk-full");
  switch (code & 0xff) {
  case SQLITE_FULL:
    return QStringLiteral("storage.disk-full");
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_AUTH:
    return QStringLiteral("storage.read-only");
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return QStringLiteral("storage.busy");
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return QStringLiteral("storage.corrupt");
  case SQLITE_IOERR:
    return QStringLiteral("storage.io");
  case SQLITE_CONSTRAINT:
    return QStringLiteral("storage.constraint");
  default:
    return QStringLiteral("storage.failed");
  }
}

// SQLite says "cannot open" for many reasons; the folder tells which.
QString cannotOpenCode(const QString& path) {
  const QFileInfo info(path);
  if (!info.exists())
    return QStringLiteral("storage.missing");
  if (!info.isReadable())
    return QStringLiteral("storage.io");
  return QFileInfo(info.absolutePath()).isWritable() ? QStringLiteral("storage.io")
                                                     : QStringLiteral("storage.read-only");
}

// The schema of a whole file has these; a file whose header is ours but which lacks them was damaged.
Status checkSchemaIsWhole(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN "
                                     "('workspace', 'audit_entry', 'outbox')"));
  PW_TRY(const bool row, q.step());
  if (row && q.integer(0) == 3)
    return {};
  return fail(QStringLiteral("storage.corrupt"),
              {{QStringLiteral("path"), db.path()}, {QStringLiteral("reason"), QStringLiteral("tables-missing")}});
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString& path, OpenMode mode) {
  const bool inMemory = path == kMemory;
  if (!inMemory) {
    if (mode == OpenMode::CreateNew)
      PW_CHECK(createFile(path));
    PW_TRY(const std::vector<Migration> known, embeddedMigrations());
    PW_CHECK(checkWorkspaceFile(path, mode, known.back().number));
  }
  std::unique_ptr<Database> db(new Database);
  db->m_readOnly = mode == OpenMode::ReadOnly;
  QString options = db->m_readOnly ? QStringLiteral("QSQLITE_OPEN_READONLY") : QString();
  QString name = path;
  if (db->m_readOnly && !inMemory && canReadWithoutHelpers(path)) {
    name = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toString(QUrl::FullyEncoded) +
           QStringLiteral("?immutable=1");
    options += QStringLiteral(";QSQLITE_OPEN_URI");
  }
  db->m_path = path;
  PW_CHECK(db->connect(name, options));
  PW_CHECK(db->bringUpToDate());
  PW_CHECK(db->configure());
  PW_CHECK(checkSchemaIsWhole(*db));
  return db;
}

// A new workspace is made complete under another name and then renamed: whoever is killed on the way leaves no half
// file.
Status Database::createFile(const QString& path) {
  PW_CHECK(checkPlaceForNew(path));
  const QString making = path + QStringLiteral(".creating-%1").arg(QCoreApplication::applicationPid());
  const auto build = [&]() -> Status {
    std::unique_ptr<Database> db(new Database);
    db->m_path = making;
    PW_CHECK(db->connect(making, {}));
    PW_CHECK(db->execute(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId)));
    PW_TRY(const std::vector<Migration> steps, embeddedMigrations());
    return migrate(*db, steps);
  };
  QFile::remove(making);
  Status made = build();
  if (made && !QFile::rename(making, path))
    made = fail(QFileInfo::exists(path) ? QStringLiteral("storage.exists") : QStringLiteral("storage.io"));
  if (made)
    return {};
  QFile::remove(making);
  QFile::remove(making + QStringLiteral("-journal"));
  Error error = made.error();
  if (error.is(u"storage.migration-failed") && error.cause)
    error = Error(*error.cause);
  return error.with(QStringLiteral("path"), path);
}

Status Database::connect(const QString& name, const QString& options) {
  m_connection = nextConnectionName();
  QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
  connection.setDatabaseName(name);
  connection.setConnectOptions(options);
  if (!connection.open()) {
    const QString message = connection.lastError().text();
    return fail(cannotOpenCode(m_path), {{QStringLiteral("path"), m_path}, {QStringLiteral("message"), message}});
  }
  const QVariant handle = connection.driver()->handle();
  if (handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0)
    m_handle = *static_cast<sqlite3* const*>(handle.constData());
  if (!m_handle)
    return fail(QStringLiteral("storage.failed"), {{QStringLiteral("path"), m_path}});
  sqlite3_extended_result_codes(m_handle, 1);
  sqlite3_busy_timeout(m_handle, 5000);
  // The file may come from anywhere: its schema gets no more power than a workspace needs.
  sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  if (!m_readOnly && sqlite3_db_readonly(m_handle, "main") == 1)
    return fail(QStringLiteral("storage.read-only"), {{QStringLiteral("path"), m_path}});
  return {};
}

Status Database::bringUpToDate() {
  PW_TRY(const std::vector<Migration> known, embeddedMigrations());
  if (!m_readOnly)
    return migrate(*this, known);
  PW_TRY(const int version, schemaVersion(*this));
  if (version == known.back().number)
    return {};
  const bool newer = version > known.back().number;
  return fail(newer ? QStringLiteral("storage.newer-file") : QStringLiteral("storage.older-file"),
              {{QStringLiteral("path"), m_path},
               {QStringLiteral("version"), QString::number(version)},
               {QStringLiteral("known"), QString::number(known.back().number)}});
}

// synchronous FULL: an approval that the user has seen accepted survives a power cut. Bulk loads are one transaction
// each, so the extra fsync per commit costs them nothing.
Status Database::configure() {
  PW_CHECK(execute(QStringLiteral("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536")));
  if (m_readOnly)
    return execute(QStringLiteral("PRAGMA query_only = ON"));
  if (m_path == kMemory)
    return {};
  PW_TRY(Query q, Query::prepare(*this, "PRAGMA journal_mode = WAL"));
  PW_TRY(const bool row, q.step());
  if (!row || q.utf8(0) != "wal")
    qCWarning(logStorage) << "no write-ahead log on this file system:" << m_path;
  q.reset();
  return execute(QStringLiteral("PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864"));
}

Database::~Database() {
  forgetIdle();
  m_handle = nullptr;
  if (!m_connection.isEmpty())
    QSqlDatabase::removeDatabase(m_connection);
}

Status Database::execute(const QString& sql) {
  if (sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK)
    return {};
  return lastError(sql.left(120));
}

bool Database::inTransaction() const { return sqlite3_get_autocommit(m_handle) == 0; }

Status Database::refuseWrites(bool refuse) {
  return execute(refuse ? QStringLiteral("PRAGMA query_only = ON") : QStringLiteral("PRAGMA query_only = OFF"));
}

Status Database::fullCheck() {
  const auto damaged = [this](const QString& message) {
    return fail(QStringLiteral("storage.corrupt"),
                {{QStringLiteral("path"), m_path}, {QStringLiteral("message"), message}});
  };
  PW_TRY(Query pages, Query::prepare(*this, "PRAGMA integrity_check(1)"));
  PW_TRY(const bool answered, pages.step());
  if (!answered || pages.utf8(0) != "ok")
    return damaged(answered ? pages.text(0) : QString());
  PW_TRY(Query keys, Query::prepare(*this, "PRAGMA foreign_key_check"));
  PW_TRY(const bool dangling, keys.step());
  if (dangling)
    return damaged(QStringLiteral("%1 → %2").arg(keys.text(0), keys.text(2)));
  return {};
}

Status Database::backupTo(const QString& path) {
  PW_CHECK(checkPlaceForNew(path));
  PW_TRY(Query q, Query::prepare(*this, "VACUUM INTO ?1"));
  const Status done = q.bind(1, path).run();
  if (done)
    return {};
  QFile::remove(path);
  QFile::remove(path + QStringLiteral("-journal"));
  return Error(done.error()).with(QStringLiteral("path"), path);
}

Error Database::lastError(const QString& doing) const {
  const int code = sqlite3_extended_errcode(m_handle);
  const bool ioKind = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN;
  QString ours = codeOf(code, ioKind ? sqlite3_system_errno(m_handle) : 0);
  if ((code & 0xff) == SQLITE_CANTOPEN && ours == u"storage.failed")
    ours = cannotOpenCode(m_path);
  return fail(ours, {{QStringLiteral("path"), m_path},
                     {QStringLiteral("doing"), doing},
                     {QStringLiteral("message"), QString::fromUtf8(sqlite3_errmsg(m_handle))},
                     {QStringLiteral("sqlite"), QString::number(code)}});
}

qint64 Database::dataVersion() {
  const auto query = [this]() -> Result<qint64> {
    PW_TRY(Query q, Query::prepare(*this, "PRAGMA data_version"));
    PW_TRY(const bool row, q.step());
    return row ? q.integer(0) : 0;
  };
  return query().value_or(0);
}

} // namespace pricewright
