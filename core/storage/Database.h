// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "base/Time.h"

#include <QVariant>

#include <concepts>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace pricewright {

enum class OpenMode { CreateNew, ReadWrite, ReadOnly };

// One connection to one workspace file (or ":memory:"): WAL, foreign keys on, STRICT tables, a busy time-out. Opening
// migrates an older file after backing it up beside itself, refuses a newer or foreign one, and checks its health
// cheaply. One connection per thread. Errors: storage.newer-file, .older-file (opened only for reading), .corrupt,
// .not-a-workspace, .disk-full, .read-only, .busy, .missing, .exists, .io, .failed — each with argument "path".
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
  Status execute(const QString& sql); // one statement without results, or several with ';'
  bool inTransaction() const;
  Status fullCheck();                          // PRAGMA integrity_check and foreign_key_check; storage.corrupt
  Status backupTo(const QString& path);        // a consistent copy (VACUUM INTO), never over an existing file
  Error lastError(const QString& doing) const; // maps sqlite3's code to ours; storage.constraint has "message"
  qint64 dataVersion();                        // changes when another connection has committed
  // Called after every transaction that this connection has committed. It must not write to the file.
  void setAfterCommit(std::function<void()> told) { m_afterCommit = std::move(told); }
  Status refuseWrites(bool refuse); // until it is taken back, each write answers storage.read-only

 private:
  friend class Query;
  friend class Transaction;
  Database() = default;
  static Status createFile(const QString& path);
  Status connect(const QString& path, const QString& options);
  Status configure();
  Status bringUpToDate();
  sqlite3_stmt* takeIdle(std::string_view sql);
  void giveBack(sqlite3_stmt* statement);
  void forgetIdle();

  QString m_path, m_connection;
  bool m_readOnly = false;
  std::function<void()> m_afterCommit;
  sqlite3* m_handle = nullptr;
  // Prepared statements that nobody uses at the moment: preparing costs more than running most of them.
  std::map<std::string, std::vector<sqlite3_stmt*>, std::less<>> m_idle;
  std::size_t m_idleCount = 0;
};

// BEGIN IMMEDIATE … COMMIT; rolls back when it goes out of scope uncommitted. A second one inside is an error
// (storage.nested-transaction). After an I/O error in COMMIT the outcome is unknown: the caller reopens and looks its
// change up by id (storage.commit-unknown), it never repeats blindly. storage.rolled-back: SQLite had to give the
// transaction up before (full disk, I/O error), nothing of it is kept.
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
  void rollBack();
  Database* m_db;
  bool m_open = true;
};

// A prepared statement on sqlite3's own handle. Values are bound by position from 1, never pasted into the text;
// binding after a step starts the statement anew. Ids bind as text. Must not outlive its Database. A null QString is an
// empty text, not NULL. for (;;) { PW_TRY(bool row, q.step()); if (!row) break; … }
class Query {
 public:
  static Result<Query> prepare(Database& db, const char* sql);
  Query(Query&&) noexcept;
  Query& operator=(Query&&) noexcept;
  ~Query();

  Query& bind(int index, std::integral auto value) { return bindInteger(index, static_cast<qint64>(value)); }
  Query& bind(int index, double value);
  Query& bind(int index, const QString& value);
  Query& bind(int index, const QByteArray& blob);
  Query& bind(int index, std::string_view utf8);
  Query& bind(int index, const char* utf8) { return bind(index, std::string_view(utf8)); }
  template <class T> Query& bind(int index, const std::optional<T>& value) {
    return value ? bind(index, *value) : bindNull(index);
  }
  Query& bindNull(int index);
  Query& bindAll(std::initializer_list<QVariant> values); // invalid QVariant = NULL; convenience for cool paths

  Result<bool> step(); // true: a row is there
  Status run();        // steps to the end, then resets
  void reset();
  qint64 changes() const;
  qint64 lastRowId() const;

  bool isNull(int column) const;
  qint64 integer(int column) const;
  double real(int column) const;
  QString text(int column) const;
  std::string_view utf8(int column) const; // text or blob, valid until the next step
  QByteArray blob(int column) const;

 private:
  Query() = default;
  Query& bindInteger(int index, qint64 value);
  Query& bindVariant(int index, const QVariant& value);
  sqlite3_stmt* ready(); // the statement, set back where it has run
  void note(int code);
  void release();

  Database* m_db = nullptr;
  sqlite3_stmt* m_statement = nullptr;
  int m_bindError = 0;
  bool m_stepped = false;
};

} // namespace pricewright
