// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"

#include <sqlite3.h>

namespace pricewright {
namespace {

constexpr std::size_t kMostIdle = 128;

} // namespace

sqlite3_stmt* Database::takeIdle(std::string_view sql) {
  const auto found = m_idle.find(sql);
  if (found == m_idle.end() || found->second.empty())
    return nullptr;
  sqlite3_stmt* statement = found->second.back();
  found->second.pop_back();
  --m_idleCount;
  return statement;
}

void Database::giveBack(sqlite3_stmt* statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  if (m_idleCount >= kMostIdle)
    forgetIdle();
  m_idle[sqlite3_sql(statement)].push_back(statement);
  ++m_idleCount;
}

void Database::forgetIdle() {
  for (const auto& [sql, statements] : m_idle)
    for (sqlite3_stmt* statement : statements)
      sqlite3_finalize(statement);
  m_idle.clear();
  m_idleCount = 0;
}

Result<Query> Query::prepare(Database& db, const char* sql) {
  Query query;
  query.m_db = &db;
  query.m_statement = db.takeIdle(sql);
  if (query.m_statement)
    return query;
  const char* tail = nullptr;
  if (sqlite3_prepare_v3(db.handle(), sql, -1, 0, &query.m_statement, &tail) != SQLITE_OK)
    return db.lastError(QString::fromUtf8(sql).left(120));
  const bool onlyOne = QByteArrayView(tail).trimmed().isEmpty();
  if (query.m_statement && onlyOne)
    return query;
  return fail(QStringLiteral("storage.failed"), {{QStringLiteral("path"), db.path()},
                                                 {QStringLiteral("doing"), QString::fromUtf8(sql).left(120)},
                                                 {QStringLiteral("message"), QStringLiteral("not one statement")}});
}

Query::Query(Query&& other) noexcept
    : m_db(other.m_db), m_statement(std::exchange(other.m_statement, nullptr)), m_bindError(other.m_bindError),
      m_stepped(other.m_stepped) {}

Query& Query::operator=(Query&& other) noexcept {
  if (this == &other)
    return *this;
  release();
  m_db = other.m_db;
  m_statement = std::exchange(other.m_statement, nullptr);
  m_bindError = other.m_bindError;
  m_stepped = other.m_stepped;
  return *this;
}

Query::~Query() { release(); }

void Query::release() {
  if (m_statement)
    m_db->giveBack(std::exchange(m_statement, nullptr));
}

sqlite3_stmt* Query::ready() {
  if (m_stepped)
    reset();
  return m_statement;
}

void Query::note(int code) {
  if (code != SQLITE_OK && m_bindError == SQLITE_OK)
    m_bindError = code;
}

Query& Query::bindInteger(int index, qint64 value) {
  note(sqlite3_bind_int64(ready(), index, value));
  return *this;
}

// SQLite would store NaN as NULL without a word; infinity has no place in a workspace either.
Query& Query::bind(int index, double value) {
  note(std::isfinite(value) ? sqlite3_bind_double(ready(), index, value) : SQLITE_MISMATCH);
  return *this;
}

Query& Query::bind(int index, const QString& value) {
  const QByteArray bytes = value.toUtf8();
  return bind(index, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

Query& Query::bind(int index, const QByteArray& blob) {
  const char* data = blob.isEmpty() ? "" : blob.constData(); // a null pointer would mean NULL
  note(sqlite3_bind_blob64(ready(), index, data, static_cast<sqlite3_uint64>(blob.size()), SQLITE_TRANSIENT));
  return *this;
}

Query& Query::bind(int index, std::string_view utf8) {
  const char* data = utf8.empty() ? "" : utf8.data();
  note(sqlite3_bind_text64(ready(), index, data, utf8.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Query& Query::bindNull(int index) {
  note(sqlite3_bind_null(ready(), index));
  return *this;
}

Query& Query::bindVariant(int index, const QVariant& value) {
  if (!value.isValid())
    return bindNull(index);
  switch (value.typeId()) {
  case QMetaType::Bool:
  case QMetaType::Int:
  case QMetaType::UInt:
  case QMetaType::Short:
  case QMetaType::UShort:
  case QMetaType::Long:
  case QMetaType::LongLong:
    return bindInteger(index, value.toLongLong());
  case QMetaType::Double:
  case QMetaType::Float:
    return bind(index, value.toDouble());
  case QMetaType::QByteArray:
    return bind(index, value.toByteArray());
  case QMetaType::QString:
    return bind(index, value.toString());
  default:
    note(SQLITE_MISMATCH);
    return *this;
  }
}

Query& Query::bindAll(std::initializer_list<QVariant> values) {
  int index = 0;
  for (const QVariant& value : values)
    bindVariant(++index, value);
  return *this;
}

Result<bool> Query::step() {
  if (m_bindError != SQLITE_OK) {
    const QString message = QString::fromUtf8(sqlite3_errstr(std::exchange(m_bindError, SQLITE_OK)));
    return fail(QStringLiteral("storage.failed"), {{QStringLiteral("path"), m_db->path()},
                                                   {QStringLiteral("doing"), QStringLiteral("bind")},
                                                   {QStringLiteral("message"), message}});
  }
  m_stepped = true;
  const int code = sqlite3_step(m_statement);
  if (code == SQLITE_ROW)
    return true;
  if (code == SQLITE_DONE)
    return false;
  Error error = m_db->lastError(QString::fromUtf8(sqlite3_sql(m_statement)).left(120));
  reset();
  return error;
}

Status Query::run() {
  for (;;) {
    PW_TRY(const bool row, step());
    if (row)
      continue;
    reset();
    return {};
  }
}

void Query::reset() {
  m_stepped = false;
  sqlite3_reset(m_statement);
}

qint64 Query::changes() const { return sqlite3_changes64(m_db->handle()); }
qint64 Query::lastRowId() const { return sqlite3_last_insert_rowid(m_db->handle()); }
bool Query::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
qint64 Query::integer(int column) const { return sqlite3_column_int64(m_statement, column); }
double Query::real(int column) const { return sqlite3_column_double(m_statement, column); }

QString Query::text(int column) const {
  const std::string_view bytes = utf8(column);
  return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::string_view Query::utf8(int column) const {
  // Asked as a blob, text comes as its UTF-8 bytes without a conversion; numbers are turned into text first.
  const int type = sqlite3_column_type(m_statement, column);
  const void* data = type == SQLITE_BLOB ? sqlite3_column_blob(m_statement, column)
                                         : static_cast<const void*>(sqlite3_column_text(m_statement, column));
  if (!data)
    return {};
  const int size = sqlite3_column_bytes(m_statement, column);
  return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

QByteArray Query::blob(int column) const {
  const std::string_view bytes = utf8(column);
  return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace pricewright
