// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/SeriesTable.h"

namespace pricewright {

SeriesTable::SeriesTable(BatchContext& batch, Shape shape, std::size_t expectedRows)
    : m_batch(batch), m_shape(std::move(shape)) {
  const std::size_t room = std::min(expectedRows, kRowsAtOnce);
  m_rows.reserve(room);
  m_values.reserve(room * m_shape.values.size());
}

std::int64_t SeriesTable::textNo(std::string_view text) {
  const auto at = std::find(m_texts.begin(), m_texts.end(), text) - m_texts.begin();
  if (at == static_cast<std::ptrdiff_t>(m_texts.size()))
    m_texts.emplace_back(text);
  return at;
}

Status SeriesTable::add(qint64 line, int listingNo, int kind, std::int64_t day, std::span<const std::int64_t> values) {
  if (m_rows.size() == kRowsAtOnce)
    PW_CHECK(flush({}));
  const std::uint64_t key = (static_cast<std::uint64_t>(listingNo) << 36) | (static_cast<std::uint64_t>(kind) << 32) |
                            static_cast<std::uint64_t>(day + 0x80000000ll);
  m_rows.push_back({key, static_cast<std::uint32_t>(m_rows.size()), static_cast<std::uint32_t>(line)});
  m_values.insert(m_values.end(), values.begin(), values.end());
  return {};
}

Status SeriesTable::prepare() {
  std::string keys = "listing_no", marks = "?1";
  std::string where = "listing_no = ?1";
  int at = 1;
  const auto key = [&](const char* name) {
    const std::string mark = "?" + std::to_string(++at);
    keys += std::string(", ") + name;
    marks += ", " + mark;
    where += std::string(" AND ") + name + " = " + mark;
  };
  if (m_shape.kindColumn)
    key(m_shape.kindColumn);
  key(m_shape.dayColumn);
  std::string names;
  for (const Value& v : m_shape.values) {
    names += std::string(", ") + v.name;
    marks += ", ?" + std::to_string(++at);
  }
  marks += ", ?" + std::to_string(++at);
  const std::string table = m_shape.table;
  const std::string into = " INTO " + table + " (" + keys + names + ", import_no) VALUES (" + marks + ")";
  PW_TRY(m_insert, RawStatement::prepare(m_batch.db, "INSERT" + into));
  PW_TRY(m_replace, RawStatement::prepare(m_batch.db, "INSERT OR REPLACE" + into));
  const std::string order = m_shape.kindColumn ? std::string(m_shape.kindColumn) + ", " : "";
  PW_TRY(m_select,
         RawStatement::prepare(m_batch.db, "SELECT " + keys + names + " FROM " + table +
                                               " WHERE listing_no = ?1 ORDER BY " + order + m_shape.dayColumn));
  PW_TRY(m_before, RawStatement::prepare(m_batch.db, "SELECT * FROM " + table + " WHERE " + where));
  return {};
}

void SeriesTable::bindKey(sqlite3_stmt* statement, std::uint64_t key, int& at) const {
  sqlite3_bind_int64(statement, ++at, listingOf(key));
  if (m_shape.kindColumn)
    sqlite3_bind_text(statement, ++at, m_shape.kinds[static_cast<std::size_t>(kindOf(key))], -1, SQLITE_STATIC);
  sqlite3_bind_int64(statement, ++at, dayOf(key));
}

Status SeriesTable::write(RawStatement& statement, std::uint64_t key, const std::int64_t* values) {
  sqlite3_stmt* s = statement.get();
  int at = 0;
  bindKey(s, key, at);
  m_batch.digest.add(static_cast<std::int64_t>(key));
  m_batch.digest.add(values, m_shape.values.size() * sizeof *values);
  for (const Value& v : m_shape.values) {
    const std::int64_t value = *values++;
    ++at;
    if (value == kNull) {
      sqlite3_bind_null(s, at);
    } else if (v.text) {
      const std::string& text = m_texts[static_cast<std::size_t>(value)];
      sqlite3_bind_text(s, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    } else {
      sqlite3_bind_int64(s, at, value);
    }
  }
  sqlite3_bind_int64(s, ++at, m_batch.no);
  const int code = sqlite3_step(s);
  if (code == SQLITE_DONE) {
    sqlite3_reset(s);
    return {};
  }
  Error error = m_batch.db.lastError(QString::fromLatin1(m_shape.table));
  sqlite3_reset(s);
  return error;
}

Status SeriesTable::keepBefore(std::uint64_t key) {
  sqlite3_stmt* s = m_before.get();
  int at = 0;
  bindKey(s, key, at);
  Status kept;
  if (sqlite3_step(s) == SQLITE_ROW)
    kept = m_batch.keepBefore(m_shape.table, s);
  sqlite3_reset(s);
  return kept;
}

Status SeriesTable::readKnown(int listingNo) {
  m_known.clear();
  m_knownValues.clear();
  sqlite3_stmt* s = m_select.get();
  sqlite3_bind_int64(s, 1, listingNo);
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(s)) == SQLITE_ROW) {
    int column = 1, kind = 0;
    if (m_shape.kindColumn) {
      const std::string_view text(reinterpret_cast<const char*>(sqlite3_column_text(s, column)));
      for (std::size_t k = 0; k < m_shape.kinds.size(); ++k)
        if (text == m_shape.kinds[k])
          kind = static_cast<int>(k);
      ++column;
    }
    const std::uint64_t key = (static_cast<std::uint64_t>(listingNo) << 36) | (static_cast<std::uint64_t>(kind) << 32) |
                              static_cast<std::uint64_t>(sqlite3_column_int64(s, column) + 0x80000000ll);
    m_known.push_back({key, m_knownValues.size()});
    for (const Value& v : m_shape.values) {
      ++column;
      if (sqlite3_column_type(s, column) == SQLITE_NULL)
        m_knownValues.push_back(kNull);
      else if (v.text)
        m_knownValues.push_back(textNo(reinterpret_cast<const char*>(sqlite3_column_text(s, column))));
      else
        m_knownValues.push_back(sqlite3_column_int64(s, column));
    }
  }
  sqlite3_reset(s);
  if (code != SQLITE_DONE)
    return m_batch.db.lastError(QString::fromLatin1(m_shape.table));
  return {};
}

bool SeriesTable::saysTheSame(const Row& row, const std::int64_t* other) const {
  const std::int64_t* mine = valuesOf(row);
  for (const Value& v : m_shape.values)
    if (const std::int64_t a = *mine++, b = *other++; v.told && a != b)
      return false;
  return true;
}

void SeriesTable::duplicate(const Row& row) {
  const std::string day = isoDay(fromDayNumber(static_cast<int>(dayOf(row.key)))).toStdString();
  m_batch.rejectLate(row.line, "import.duplicate-key", m_shape.dayColumn, day);
}

Status SeriesTable::put(const Row& row, bool known) {
  if (!known) {
    ++m_batch.added;
    return write(m_insert, row.key, valuesOf(row));
  }
  const auto next = std::upper_bound(m_known.begin(), m_known.end(), row.key,
                                     [](std::uint64_t key, const Known& k) { return key < k.key; });
  const Known* last = next == m_known.begin() ? nullptr : &*(next - 1);
  const bool exists = last && last->key == row.key;
  const bool inForce = last && m_shape.sameIfInForce && (last->key >> 32) == (row.key >> 32);
  if ((exists || inForce) && saysTheSame(row, m_knownValues.data() + last->at)) {
    ++m_batch.same;
    return {};
  }
  if (!exists) {
    ++m_batch.added;
    return write(m_insert, row.key, valuesOf(row));
  }
  for (const auto& earlier : m_written) {
    if (std::binary_search(earlier.begin(), earlier.end(), row.key)) {
      duplicate(row);
      return {};
    }
  }
  PW_CHECK(keepBefore(row.key));
  ++m_batch.changed;
  std::vector<std::int64_t> merged(valuesOf(row), valuesOf(row) + m_shape.values.size());
  for (std::size_t i = 0; i < merged.size(); ++i)
    if (!m_shape.values[i].told)
      merged[i] = m_knownValues[last->at + i];
  return write(m_replace, row.key, merged.data());
}

Status SeriesTable::flushListing(std::span<const Row> rows, bool known) {
  if (known)
    PW_CHECK(readKnown(listingOf(rows.front().key)));
  known = known && !m_known.empty();
  const Row* first = nullptr; // of the rows with this key
  for (const Row& row : rows) {
    if (first && first->key == row.key) {
      if (saysTheSame(row, valuesOf(*first)))
        ++m_batch.same;
      else
        duplicate(row);
      continue;
    }
    first = &row;
    PW_CHECK(put(row, known));
  }
  return {};
}

Status SeriesTable::flush(const JobContext& job) {
  if (m_rows.empty())
    return {};
  if (!m_insert)
    PW_CHECK(prepare());
  const auto before = [](const Row& a, const Row& b) { return a.key < b.key || (a.key == b.key && a.at < b.at); };
  if (!std::is_sorted(m_rows.begin(), m_rows.end(), before))
    std::sort(m_rows.begin(), m_rows.end(), before);
  std::size_t nextReport = 0;
  for (std::size_t begin = 0; begin < m_rows.size();) {
    std::size_t end = begin + 1;
    while (end < m_rows.size() && listingOf(m_rows[end].key) == listingOf(m_rows[begin].key))
      ++end;
    const bool known = !m_batch.codes.isNewListing(listingOf(m_rows[begin].key)) || !m_written.empty();
    PW_CHECK(flushListing(std::span(m_rows).subspan(begin, end - begin), known));
    begin = end;
    if (job.cancelled())
      return fail(QStringLiteral("import.cancelled"));
    if (begin >= nextReport) {
      job.report("write", static_cast<double>(begin) / static_cast<double>(m_rows.size()));
      nextReport = begin + m_rows.size() / 50;
    }
  }
  std::vector<std::uint64_t> keys;
  if (m_rows.size() == kRowsAtOnce) { // more may come
    keys.reserve(m_rows.size());
    for (const Row& row : m_rows)
      keys.push_back(row.key);
    m_written.push_back(std::move(keys));
  }
  m_rows.clear();
  m_values.clear();
  return {};
}

} // namespace pricewright
