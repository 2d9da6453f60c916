// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"

#include "base/Log.h"

#include <sqlite3.h>

namespace pricewright {

namespace {

// storage.vanished: a deleted file can be written to its end, and all of it is lost; to a moved one a second window at
// its old place would not be held off.
bool hasVanished(Database& db) {
  int moved = 0;
  return sqlite3_file_control(db.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

} // namespace

Result<Transaction> Transaction::begin(Database& db) {
  if (db.inTransaction())
    return fail(QStringLiteral("storage.nested-transaction"), {{QStringLiteral("path"), db.path()}});
  if (hasVanished(db))
    return fail(QStringLiteral("storage.vanished"), {{QStringLiteral("path"), db.path()}});
  PW_CHECK(db.execute(QStringLiteral("BEGIN IMMEDIATE")));
  return Transaction(db);
}

Transaction::Transaction(Transaction&& other) noexcept : m_db(other.m_db), m_open(std::exchange(other.m_open, false)) {}

Transaction::~Transaction() {
  if (m_open)
    rollBack();
}

void Transaction::rollBack() {
  m_open = false;
  if (!m_db->inTransaction())
    return;
  if (const Status done = m_db->execute(QStringLiteral("ROLLBACK")); !done)
    qCWarning(logStorage) << "roll back:" << done.error().debugText();
}

Status Transaction::commit() {
  const QMap<QString, QString> where{{QStringLiteral("path"), m_db->path()}};
  if (!m_open)
    return fail(QStringLiteral("storage.no-transaction"), where);
  if (!m_db->inTransaction()) {
    m_open = false;
    return fail(QStringLiteral("storage.rolled-back"), where);
  }
  const Status done = m_db->execute(QStringLiteral("COMMIT"));
  if (done) {
    m_open = false;
    if (m_db->m_afterCommit)
      m_db->m_afterCommit();
    return {};
  }
  Error error = done.error();
  rollBack();
  // A write that hits a full disk never completed its commit mark; any other I/O error may have come after it.
  const bool unknown = error.is(u"storage.io");
  return unknown ? fail(QStringLiteral("storage.commit-unknown"), where).causedBy(std::move(error)) : error;
}

} // namespace pricewright
