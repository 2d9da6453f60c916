// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/PendingRows.h"

namespace pricewright {

void bindCell(sqlite3_stmt* s, int at, const Cell& c, IdSource& ids) {
  if (c.kind == Cell::Kind::Integer) {
    sqlite3_bind_int64(s, at, c.integer);
  } else if (c.kind == Cell::Kind::Text) {
    sqlite3_bind_text(s, at, c.text.empty() ? "" : c.text.data(), static_cast<int>(c.text.size()), SQLITE_STATIC);
  } else if (c.kind == Cell::Kind::NewId) {
    const QByteArray id = ids.next().toString().toLatin1();
    sqlite3_bind_text(s, at, id.constData(), static_cast<int>(id.size()), SQLITE_TRANSIENT);
  } else {
    sqlite3_bind_null(s, at);
  }
}

Status PendingRows::prepare(Database& db, IdSource& ids, const std::string& table,
                            const std::vector<const char*>& columns) {
  m_db = &db;
  m_ids = &ids;
  m_table = table;
  m_columns = columns.size();
  std::string names, marks;
  for (const char* name : columns) {
    names += (names.empty() ? "" : ", ") + std::string(name);
    marks += marks.empty() ? "(?" : ", ?";
  }
  marks += ')';
  std::string many = marks;
  for (std::size_t i = 1; i < kRowsAStatement; ++i)
    many += ", " + marks;
  const std::string into = "INSERT INTO " + table + " (" + names + ") VALUES ";
  PW_TRY(m_one, RawStatement::prepare(db, into + marks));
  PW_TRY(m_many, RawStatement::prepare(db, into + many));
  return {};
}

void PendingRows::add(std::span<const Cell> cells) {
  for (Cell c : cells) {
    if (c.kind == Cell::Kind::Text) {
      c.integer = static_cast<std::int64_t>(m_texts.size());
      m_texts += c.text;
    }
    m_cells.push_back(c);
  }
}

Status PendingRows::insert(RawStatement& statement, std::size_t from, std::size_t rows) {
  int at = 0;
  for (std::size_t i = from * m_columns; i < (from + rows) * m_columns; ++i)
    bindCell(statement.get(), ++at, m_cells[i], *m_ids);
  const Status done = sqlite3_step(statement.get()) == SQLITE_DONE
                          ? Status()
                          : Status(m_db->lastError(QString::fromStdString(m_table)));
  sqlite3_reset(statement.get());
  return done;
}

Status PendingRows::flush() {
  for (Cell& c : m_cells)
    if (c.kind == Cell::Kind::Text)
      c.text = std::string_view(m_texts).substr(static_cast<std::size_t>(c.integer), c.text.size());
  const std::size_t rows = size();
  for (std::size_t from = 0; from < rows;) {
    const std::size_t n = rows - from >= kRowsAStatement ? kRowsAStatement : 1;
    PW_CHECK(insert(n == 1 ? m_one : m_many, from, n));
    from += n;
  }
  m_cells.clear();
  m_texts.clear();
  return {};
}

} // namespace pricewright
