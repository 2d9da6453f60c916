// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/KeyedTable.h"

#include <charconv>

namespace pricewright {
namespace {

std::string join(const std::vector<const char*>& names, const char* pattern, const char* between, int firstNumber) {
  std::string out;
  for (const char* name : names) {
    if (!out.empty())
      out += between;
    for (const char* p = pattern; *p; ++p)
      if (*p == '$')
        out += name;
      else if (*p == '#')
        out += '?' + std::to_string(firstNumber);
      else
        out += *p;
    ++firstNumber;
  }
  return out;
}

void pack(std::span<const Cell> cells, std::string& out) {
  out.clear();
  for (const Cell& c : cells) {
    out += static_cast<char>('0' + static_cast<int>(c.kind));
    if (c.kind == Cell::Kind::Integer) {
      std::array<char, 24> digits;
      const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), c.integer).ptr;
      out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
    } else {
      out += c.text;
    }
    out += '\0';
  }
}

bool sameAs(sqlite3_stmt* s, int column, const Cell& c) {
  const bool null = sqlite3_column_type(s, column) == SQLITE_NULL;
  switch (c.kind) {
  case Cell::Kind::Untold:
  case Cell::Kind::NewId:
    return true;
  case Cell::Kind::Null:
    return null;
  case Cell::Kind::Integer:
    return !null && sqlite3_column_int64(s, column) == c.integer;
  case Cell::Kind::Text:
    break;
  }
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(s, column)); // nullptr where it is NULL
  return std::string_view(text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(s, column))) == c.text;
}

} // namespace

Status KeyedTable::prepare() {
  const std::string table = m_shape.table;
  const int keys = static_cast<int>(m_shape.keys.size()), values = static_cast<int>(m_shape.values.size());
  const std::string where = join(m_shape.keys, "$ = #", " AND ", 1);
  const std::string select = "SELECT " + join(m_shape.values, "$", ", ", 1) + (m_shape.hasNo ? ", no" : ", 0") +
                             " FROM " + table + " WHERE " + where;
  PW_TRY(m_select, RawStatement::prepare(m_batch.db, select));
  const std::string before = "SELECT * FROM " + table + " WHERE " + where;
  PW_TRY(m_before, RawStatement::prepare(m_batch.db, before));
  std::vector<const char*> all = m_shape.keys;
  all.insert(all.end(), m_shape.values.begin(), m_shape.values.end());
  all.insert(all.end(), m_shape.onlyNew.begin(), m_shape.onlyNew.end());
  all.push_back("import_no");
  const std::string insert = "INSERT INTO " + table + " (" + join(all, "$", ", ", 1) + ") VALUES (" +
                             join(all, "#", ", ", 1) + ") ON CONFLICT (" + join(m_shape.keys, "$", ", ", 1) +
                             ") DO NOTHING";
  PW_TRY(m_insert, RawStatement::prepare(m_batch.db, insert));
  if (m_shape.byTheDozen) {
    all.push_back("no");
    PW_CHECK(m_pending.prepare(m_batch.db, m_batch.ids, table, all));
    PW_CHECK(prepareNumbers());
  }
  // ?n is a value's number; its switch (told or not) stands behind all values.
  std::string set;
  for (int v = 0; v < values; ++v) {
    const std::string name = m_shape.values[static_cast<std::size_t>(v)];
    set += name + " = CASE WHEN ?" + std::to_string(keys + values + v + 1) + " THEN ?" + std::to_string(keys + v + 1) +
           " ELSE " + name + " END, ";
  }
  const std::string update = "UPDATE " + table + " SET " + set + (m_shape.hasVersion ? "version = version + 1, " : "") +
                             "import_no = ?" + std::to_string(keys + 2 * values + 1) + " WHERE " + where;
  PW_TRY(m_update, RawStatement::prepare(m_batch.db, update));
  return {};
}

// Rows that wait have their numbers already: those that SQLite would give them.
Status KeyedTable::prepareNumbers() {
  PW_TRY(const RawStatement last,
         RawStatement::prepare(m_batch.db, std::string("SELECT MAX(no) FROM ") + m_shape.table));
  if (sqlite3_step(last.get()) != SQLITE_ROW)
    return failed();
  m_firstNewNo = m_nextNo = sqlite3_column_int64(last.get(), 0) + 1;
  return {};
}

std::int64_t KeyedTable::wait(std::span<const Cell> keys, std::span<const Cell> values, std::span<const Cell> defaults,
                              std::span<const Cell> onlyNew) {
  m_row.assign(keys.begin(), keys.end());
  for (std::size_t i = 0; i < values.size(); ++i)
    m_row.push_back(values[i].kind == Cell::Kind::Untold && i < defaults.size() ? defaults[i] : values[i]);
  m_row.insert(m_row.end(), onlyNew.begin(), onlyNew.end());
  m_row.push_back(m_batch.no);
  m_row.push_back(m_nextNo);
  m_pending.add(m_row);
  return m_nextNo++;
}

Result<std::optional<std::int64_t>> KeyedTable::insert(std::span<const Cell> keys, std::span<const Cell> values,
                                                       std::span<const Cell> defaults, std::span<const Cell> onlyNew) {
  sqlite3_stmt* s = m_insert.get();
  int at = 0;
  for (const Cell& c : keys)
    bindCell(s, ++at, c, m_batch.ids);
  for (std::size_t i = 0; i < values.size(); ++i)
    bindCell(s, ++at, values[i].kind == Cell::Kind::Untold && i < defaults.size() ? defaults[i] : values[i],
             m_batch.ids);
  for (const Cell& c : onlyNew)
    bindCell(s, ++at, c, m_batch.ids);
  sqlite3_bind_int64(s, ++at, m_batch.no);
  if (sqlite3_step(s) != SQLITE_DONE) {
    const Error error = failed();
    sqlite3_reset(s);
    return error;
  }
  sqlite3_reset(s);
  sqlite3* db = m_batch.db.handle();
  return sqlite3_changes(db) > 0 ? std::optional(sqlite3_last_insert_rowid(db)) : std::nullopt;
}

Status KeyedTable::update(std::span<const Cell> keys, std::span<const Cell> values) {
  sqlite3_stmt *before = m_before.get(), *s = m_update.get();
  int at = 0;
  for (const Cell& c : keys) {
    bindCell(before, ++at, c, m_batch.ids);
    bindCell(s, at, c, m_batch.ids);
  }
  Status kept;
  if (sqlite3_step(before) == SQLITE_ROW)
    kept = m_batch.keepBefore(m_shape.table, before);
  sqlite3_reset(before);
  PW_CHECK(kept);
  for (const Cell& c : values)
    bindCell(s, ++at, c, m_batch.ids);
  for (const Cell& c : values)
    sqlite3_bind_int64(s, ++at, c.kind != Cell::Kind::Untold);
  sqlite3_bind_int64(s, ++at, m_batch.no);
  const Status done = sqlite3_step(s) == SQLITE_DONE ? Status() : Status(failed());
  sqlite3_reset(s);
  return done;
}

Result<bool> KeyedTable::find(std::span<const Cell> keys, std::span<const Cell> values, Put& found) {
  sqlite3_stmt* s = m_select.get();
  for (std::size_t i = 0; i < keys.size(); ++i)
    bindCell(s, static_cast<int>(i) + 1, keys[i], m_batch.ids);
  const int code = sqlite3_step(s);
  if (code == SQLITE_ROW) {
    bool same = true;
    for (std::size_t i = 0; i < values.size(); ++i)
      same = same && sameAs(s, static_cast<int>(i), values[i]);
    found = {same ? PutOutcome::Same : PutOutcome::Changed, sqlite3_column_int64(s, static_cast<int>(values.size()))};
  } else if (code != SQLITE_DONE) {
    const Error error = failed();
    sqlite3_reset(s);
    return error;
  }
  sqlite3_reset(s);
  return code == SQLITE_ROW;
}

Result<KeyedTable::Put> KeyedTable::putUnseen(std::span<const Cell> keys, std::span<const Cell> values,
                                              std::span<const Cell> defaults, std::span<const Cell> onlyNew,
                                              bool surelyNew) {
  if (surelyNew && m_shape.byTheDozen)
    return Put{PutOutcome::Added, wait(keys, values, defaults, onlyNew)};
  std::optional<std::int64_t> made;
  if (m_lastWasNew && !m_shape.byTheDozen) {
    PW_TRY(made, insert(keys, values, defaults, onlyNew));
  }
  Put result;
  if (!made) {
    PW_TRY(const bool exists, find(keys, values, result));
    if (!exists && m_shape.byTheDozen) {
      made = wait(keys, values, defaults, onlyNew);
    } else if (!exists) {
      PW_TRY(made, insert(keys, values, defaults, onlyNew));
    }
  }
  m_lastWasNew = made.has_value();
  if (made)
    return Put{PutOutcome::Added, *made};
  if (result.outcome == PutOutcome::Changed)
    PW_CHECK(update(keys, values));
  return result;
}

Result<KeyedTable::Put> KeyedTable::put(std::span<const Cell> keys, std::span<const Cell> values,
                                        std::span<const Cell> defaults, std::span<const Cell> onlyNew, bool surelyNew) {
  if (!m_select)
    PW_CHECK(prepare());
  pack(keys, m_key);
  pack(values, m_told);
  const std::size_t hash = SeenRows::hashOf(m_key);
  if (const SeenRows::Row* seen = m_seen.find(m_key, hash))
    return Put{seen->told() == m_told ? PutOutcome::Same : PutOutcome::Duplicate, seen->no};
  PW_TRY(const Put result, putUnseen(keys, values, defaults, onlyNew, surelyNew));
  if (result.outcome != PutOutcome::Same) {
    m_batch.digest.add(std::string_view(m_shape.table));
    m_batch.digest.add(m_key);
    m_batch.digest.add(m_told);
  }
  m_seen.add(m_key, m_told, hash, result.no);
  return result;
}

void countOutcome(BatchContext& batch, PutOutcome outcome) {
  if (outcome == PutOutcome::Added)
    ++batch.added;
  else if (outcome == PutOutcome::Changed)
    ++batch.changed;
  else if (outcome == PutOutcome::Same)
    ++batch.same;
}

PutOutcome combined(PutOutcome a, PutOutcome b) {
  for (const PutOutcome o : {PutOutcome::Duplicate, PutOutcome::Added, PutOutcome::Changed})
    if (a == o || b == o)
      return o;
  return PutOutcome::Same;
}

} // namespace pricewright
