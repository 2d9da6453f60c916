// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/KeyedTable.h"

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

void bind(Query& q, int at, const Cell& c) {
  if (c.kind == Cell::Kind::Integer)
    q.bind(at, static_cast<qint64>(c.integer));
  else if (c.kind == Cell::Kind::Text)
    q.bind(at, c.text);
  else
    q.bindNull(at);
}

std::string packed(std::span<const Cell> cells) {
  std::string out;
  for (const Cell& c : cells) {
    out += static_cast<char>('0' + static_cast<int>(c.kind));
    if (c.kind == Cell::Kind::Integer)
      out += std::to_string(c.integer);
    else
      out += c.text;
    out += '\0';
  }
  return out;
}

bool sameAs(const Query& q, int column, const Cell& c) {
  switch (c.kind) {
  case Cell::Kind::Untold:
    return true;
  case Cell::Kind::Null:
    return q.isNull(column);
  case Cell::Kind::Integer:
    return !q.isNull(column) && q.integer(column) == c.integer;
  case Cell::Kind::Text:
    break;
  }
  return q.utf8(column) == c.text;
}

} // namespace

Status KeyedTable::prepare() {
  const std::string table = m_shape.table;
  const int keys = static_cast<int>(m_shape.keys.size()), values = static_cast<int>(m_shape.values.size());
  const std::string where = join(m_shape.keys, "$ = #", " AND ", 1);
  const std::string select = "SELECT " + join(m_shape.values, "$", ", ", 1) + (m_shape.hasNo ? ", no" : ", 0") +
                             " FROM " + table + " WHERE " + where;
  PW_TRY(Query s, Query::prepare(m_batch.db, select.c_str()));
  m_select.emplace(std::move(s));
  const std::string before = "SELECT * FROM " + table + " WHERE " + where;
  PW_TRY(m_before, RawStatement::prepare(m_batch.db, before));
  std::vector<const char*> all = m_shape.keys;
  all.insert(all.end(), m_shape.values.begin(), m_shape.values.end());
  all.insert(all.end(), m_shape.onlyNew.begin(), m_shape.onlyNew.end());
  all.push_back("import_no");
  const std::string insert =
      "INSERT INTO " + table + " (" + join(all, "$", ", ", 1) + ") VALUES (" + join(all, "#", ", ", 1) + ")";
  PW_TRY(Query i, Query::prepare(m_batch.db, insert.c_str()));
  m_insert.emplace(std::move(i));
  // ?n is a value's number; its switch (told or not) stands behind all values.
  std::string set;
  for (int v = 0; v < values; ++v) {
    const std::string name = m_shape.values[static_cast<std::size_t>(v)];
    set += name + " = CASE WHEN ?" + std::to_string(keys + values + v + 1) + " THEN ?" + std::to_string(keys + v + 1) +
           " ELSE " + name + " END, ";
  }
  const std::string update = "UPDATE " + table + " SET " + set + (m_shape.hasVersion ? "version = version + 1, " : "") +
                             "import_no = ?" + std::to_string(keys + 2 * values + 1) + " WHERE " + where;
  PW_TRY(Query u, Query::prepare(m_batch.db, update.c_str()));
  m_update.emplace(std::move(u));
  return {};
}

Result<std::int64_t> KeyedTable::insert(std::span<const Cell> keys, std::span<const Cell> values,
                                        std::span<const Cell> defaults, std::span<const Cell> onlyNew) {
  int at = 0;
  for (const Cell& c : keys)
    bind(*m_insert, ++at, c);
  for (std::size_t i = 0; i < values.size(); ++i)
    bind(*m_insert, ++at, values[i].kind == Cell::Kind::Untold && i < defaults.size() ? defaults[i] : values[i]);
  for (const Cell& c : onlyNew)
    bind(*m_insert, ++at, c);
  m_insert->bind(++at, m_batch.no);
  PW_CHECK(m_insert->run());
  return m_insert->lastRowId();
}

Status KeyedTable::update(std::span<const Cell> keys, std::span<const Cell> values) {
  int at = 0;
  for (const Cell& c : keys) {
    ++at;
    if (c.kind == Cell::Kind::Integer)
      sqlite3_bind_int64(m_before.get(), at, c.integer);
    else
      sqlite3_bind_text(m_before.get(), at, c.text.data(), static_cast<int>(c.text.size()), SQLITE_TRANSIENT);
    bind(*m_update, at, c);
  }
  if (sqlite3_step(m_before.get()) == SQLITE_ROW)
    PW_CHECK(m_batch.keepBefore(m_shape.table, m_before.get()));
  sqlite3_reset(m_before.get());
  for (const Cell& c : values)
    bind(*m_update, ++at, c);
  for (const Cell& c : values)
    m_update->bind(++at, qint64(c.kind != Cell::Kind::Untold));
  m_update->bind(++at, m_batch.no);
  return m_update->run();
}

Result<KeyedTable::Put> KeyedTable::put(std::span<const Cell> keys, std::span<const Cell> values,
                                        std::span<const Cell> defaults, std::span<const Cell> onlyNew) {
  if (!m_select)
    PW_CHECK(prepare());
  std::string key = packed(keys), told = packed(values);
  if (const auto seen = m_seen.find(key); seen != m_seen.end())
    return Put{seen->second.told == told ? PutOutcome::Same : PutOutcome::Duplicate, seen->second.no};
  for (std::size_t i = 0; i < keys.size(); ++i)
    bind(*m_select, static_cast<int>(i) + 1, keys[i]);
  PW_TRY(const bool exists, m_select->step());
  Put result;
  if (!exists) {
    m_select->reset();
    PW_TRY(result.no, insert(keys, values, defaults, onlyNew));
    result.outcome = PutOutcome::Added;
  } else {
    bool same = true;
    for (std::size_t i = 0; i < values.size(); ++i)
      same = same && sameAs(*m_select, static_cast<int>(i), values[i]);
    result.no = m_select->integer(static_cast<int>(values.size()));
    m_select->reset();
    if (!same) {
      PW_CHECK(update(keys, values));
      result.outcome = PutOutcome::Changed;
    }
  }
  if (result.outcome != PutOutcome::Same) {
    m_batch.digest.add(std::string_view(m_shape.table));
    m_batch.digest.add(key);
    m_batch.digest.add(told);
  }
  m_seen.emplace(std::move(key), Seen{std::move(told), result.no});
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
