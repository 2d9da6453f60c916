// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "storage/Database.h"

#include <sqlite3.h>

namespace pricewright {

// A statement on sqlite3's own handle for the loops that see every row of a file: no Result, no copies; the caller
// looks at `code` once a loop.
class RawStatement {
 public:
  static Result<RawStatement> prepare(Database& db, const std::string& sql) {
    RawStatement s;
    if (sqlite3_prepare_v3(db.handle(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &s.m_statement, nullptr) !=
        SQLITE_OK)
      return db.lastError(QString::fromStdString(sql).left(120));
    return s;
  }
  RawStatement() = default;
  RawStatement(RawStatement&& o) noexcept : m_statement(std::exchange(o.m_statement, nullptr)) {}
  RawStatement& operator=(RawStatement&& o) noexcept {
    std::swap(m_statement, o.m_statement);
    return *this;
  }
  ~RawStatement() { sqlite3_finalize(m_statement); }
  sqlite3_stmt* get() const { return m_statement; }
  explicit operator bool() const { return m_statement != nullptr; }

 private:
  sqlite3_stmt* m_statement = nullptr;
};

} // namespace pricewright
