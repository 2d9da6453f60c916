// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "base/Time.h"

#include <QVariant>

#include <memory>

struct sqlite3;

namespace pricewright {

enum class OpenMode { CreateNew, ReadWrite, ReadOnly };

// One connection to one workspace file (or ":memory:"): WAL, foreign keys on, STRICT tables, a busy time-out. Opening
// migrates an older file after backing it up beside itself, refuses a newer or foreign one, and checks its health
// cheaply. One connection per thread. Errors: storage.newer-file, .not-a-workspace, .corrupt, .disk-full, .read-only,
// .busy, .missing, .exists, .io, .failed — each with argument "path".
class Database {
 public:
  static Result<std::unique_ptr<Database>> open(const QString& path, OpenMode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  QString path() const { return m_path; }
  bool isReadOnly() const { return m_readOnly; }
  sqlite3* handle() const { return m_handle; } // for the hot bulk paths
  QString connectionName() const { return m_connection; }
  Status execute(const QString& sql);          // one statement without results, or several with ';'
  bool inTransaction() const;
  Status fullCheck();                          // PRAGMA integrity_check and foreign_key_check; storage.corrupt
  Status backupTo(const QString& path);        // a consistent copy (VACUUM INTO), never over an existing file
  Error lastError(const QString& doing) const; // maps sqlite3's code to ours
  qint64 dataVersion();                        // changes when another connection has committed

 private:
  Database() = default;
  QString m_path, m_connection;
  bool m_readOnly = false;
  sqlite3* m_handle = nullptr;
};

// BEGIN IMMEDIATE … COMMIT; rolls back when it goes out of scope uncommitted. After an I/O error in COMMIT the outcome
// is unknown: the caller reopens and looks its change up by id (storage.commit-unknown), it never repeats blindly.
class Transaction {
 public:
  static Result<Transaction> begin(Database& db);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Status commit();
  Database& database() const { return *m_db; }

 private:
  explicit Transaction(Database& db) : m_db(&db) {}
  Database* m_db;
  bool m_open = true;
};

// A prepared statement on sqlite3's own handle. Values are bound by position from 1. Ids bind as text.
// for (;;) { PW_TRY(bool row, q.step()); if (!row) break; … }
class Query {
 public:
  static Result<Query> prepare(Database& db, const char* sql);
  Query(Query&&) noexcept;
  Query& operator=(Query&&) noexcept;
  ~Query();

  Query& bind(int index, qint64 value);
  Query& bind(int index, double value);
  Query& bind(int index, const QString& value);
  Query& bind(int index, const QByteArray& blob);
  Query& bind(int index, std::string_view utf8);
  Query& bindNull(int index);
  Query& bindAll(std::initializer_list<QVariant> values); // invalid QVariant = NULL; convenience for cool paths

  Result<bool> step();   // true: a row is there
  Status run();          // steps to the end, then resets
  void reset();
  qint64 changes() const;
  qint64 lastRowId() const;

  bool isNull(int column) const;
  qint64 integer(int column) const;
  double real(int column) const;
  QString text(int column) const;
  std::string_view utf8(int column) const; // valid until the next step
  QByteArray blob(int column) const;

 private:
  Query() = default;
  Database* m_db = nullptr;
  void* m_statement = nullptr;
};

} // namespace pricewright
