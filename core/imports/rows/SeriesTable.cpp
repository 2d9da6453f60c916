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
  if (!m_rows.empty() && m_rows.size() % kRowsAtOnce == 0) {
    survey();
    if (!m_shape.settler || m_shape.settler->mayCut())
      PW_CHECK(flush({}));
  }
  const std::uint64_t key = (static_cast<std::uint64_t>(listingNo) << 36) | (static_cast<std::uint64_t>(kind) << 32) |
                            static_cast<std::uint64_t>(day + 0x80000000ll);
  m_rows.push_back({key, static_cast<std::uint32_t>(m_rows.size()), static_cast<std::uint32_t>(line)});
  m_values.insert(m_values.end(), values.begin(), values.end());
  return {};
}

Status SeriesTable::prepare() {
  std::string keys = "listing_no", where = "listing_no = ?1";
  int at = 1;
  const auto key = [&](const char* name) {
    keys += std::string(", ") + name;
    where += std::string(" AND ") + name + " = ?" + std::to_string(++at);
  };
  if (m_shape.kindColumn)
    key(m_shape.kindColumn);
  key(m_shape.dayColumn);
  std::string names, marks = "(?";
  for (const Value& v : m_shape.values)
    names += std::string(", ") + v.name;
  for (std::size_t i = 0; i < static_cast<std::size_t>(at) + m_shape.values.size(); ++i)
    marks += ", ?";
  marks += ')';
  std::string many = marks;
  for (std::size_t i = 1; i < kRowsAStatement; ++i)
    many += ", " + marks;
  const std::string table = m_shape.table;
  const std::string into = " INTO " + table + " (" + keys + names + ", import_no) VALUES ";
  PW_TRY(m_insert, RawStatement::prepare(m_batch.db, "INSERT" + into + marks));
  PW_TRY(m_insertMany, RawStatement::prepare(m_batch.db, "INSERT" + into + many));
  PW_TRY(m_replace, RawStatement::prepare(m_batch.db, "INSERT OR REPLACE" + into + marks));
  const std::string order = m_shape.kindColumn ? std::string(m_shape.kindColumn) + ", " : "";
  PW_TRY(m_select,
         RawStatement::prepare(m_batch.db, "SELECT " + keys + names + " FROM " + table +
                                               " WHERE listing_no = ?1 ORDER BY " + order + m_shape.dayColumn));
  PW_TRY(m_before, RawStatement::prepare(m_batch.db, "SELECT * FROM " + table + " WHERE " + where));
  m_pending.reserve(kRowsAStatement);
  return {};
}

void SeriesTable::bindKey(sqlite3_stmt* statement, std::uint64_t key, int& at) const {
  sqlite3_bind_int64(statement, ++at, listingOf(key));
  if (m_shape.kindColumn)
    sqlite3_bind_text(statement, ++at, m_shape.kinds[static_cast<std::size_t>(kindOf(key))], -1, SQLITE_STATIC);
  sqlite3_bind_int64(statement, ++at, dayOf(key));
}

void SeriesTable::bindRow(sqlite3_stmt* s, std::uint64_t key, const std::int64_t* values, int& at) const {
  bindKey(s, key, at);
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
}

Status SeriesTable::run(RawStatement& statement) {
  const int code = sqlite3_step(statement.get());
  if (code == SQLITE_DONE) {
    sqlite3_reset(statement.get());
    return {};
  }
  Error error = m_batch.db.lastError(QString::fromLatin1(m_shape.table));
  sqlite3_reset(statement.get());
  return error;
}

void SeriesTable::digest(std::uint64_t key, const std::int64_t* values) {
  m_batch.digest.add(static_cast<std::int64_t>(key));
  m_batch.digest.add(values, m_shape.values.size() * sizeof *values);
}

Status SeriesTable::write(RawStatement& statement, std::uint64_t key, const std::int64_t* values) {
  int at = 0;
  bindRow(statement.get(), key, values, at);
  return run(statement);
}

Status SeriesTable::writeNew(const Row& row) {
  ++m_batch.added;
  digest(row.key, valuesOf(row));
  m_pending.push_back(row);
  return m_pending.size() == kRowsAStatement ? writePending() : Status();
}

Status SeriesTable::writePending() {
  Status done;
  if (m_pending.size() == kRowsAStatement) {
    int at = 0;
    for (const Row& row : m_pending)
      bindRow(m_insertMany.get(), row.key, valuesOf(row), at);
    done = run(m_insertMany);
  } else {
    for (const Row& row : m_pending)
      if (done)
        done = write(m_insert, row.key, valuesOf(row));
  }
  m_pending.clear();
  return done;
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

void SeriesTable::reject(const Row& row, const char* code) {
  const std::string day = isoDay(fromDayNumber(static_cast<int>(dayOf(row.key)))).toStdString();
  m_batch.rejectLate(row.line, code, m_shape.dayColumn, day);
}

// With a neighbor that the table has already.
bool SeriesTable::overlaps(const Row& row) const {
  if (m_shape.lengthValue < 0)
    return false;
  const auto length = static_cast<std::size_t>(m_shape.lengthValue);
  const auto at = std::lower_bound(m_known.begin(), m_known.end(), row.key,
                                   [](const Known& k, std::uint64_t key) { return k.key < key; });
  const auto next = at != m_known.end() && at->key == row.key ? at + 1 : at;
  const std::int64_t day = dayOf(row.key), end = day + valuesOf(row)[length];
  if (next != m_known.end() && dayOf(next->key) < end)
    return true;
  return at != m_known.begin() && dayOf((at - 1)->key) + m_knownValues[(at - 1)->at + length] > day;
}

Status SeriesTable::put(const Row& row, bool known) {
  if (!known)
    return writeNew(row);
  const auto next = std::upper_bound(m_known.begin(), m_known.end(), row.key,
                                     [](std::uint64_t key, const Known& k) { return key < k.key; });
  const Known* last = next == m_known.begin() ? nullptr : &*(next - 1);
  const bool exists = last && last->key == row.key;
  const bool inForce = last && m_shape.sameIfInForce && (last->key >> 32) == (row.key >> 32);
  if ((exists || inForce) && saysTheSame(row, m_knownValues.data() + last->at)) {
    ++m_batch.same;
    return {};
  }
  if (overlaps(row)) {
    reject(row, "import.overlapping-period");
    return {};
  }
  if (!exists)
    return writeNew(row);
  for (const auto& earlier : m_written) {
    if (std::binary_search(earlier.begin(), earlier.end(), row.key)) {
      reject(row, "import.duplicate-key");
      return {};
    }
  }
  PW_CHECK(keepBefore(row.key));
  ++m_batch.changed;
  std::vector<std::int64_t> merged(valuesOf(row), valuesOf(row) + m_shape.values.size());
  for (std::size_t i = 0; i < merged.size(); ++i)
    if (!m_shape.values[i].told)
      merged[i] = m_knownValues[last->at + i];
  digest(row.key, merged.data());
  return write(m_replace, row.key, merged.data());
}

Status SeriesTable::flushListing(std::span<const Row> rows, bool known) {
  if (known)
    PW_CHECK(readKnown(listingOf(rows.front().key)));
  known = known && !m_known.empty();
  const Row* first = nullptr; // of the rows with this key
  for (const Row& row : rows) {
    if (first && first->key == row.key) {
      const bool same = saysTheSame(row, valuesOf(*first));
      if (same && !m_shape.rejectsRepeats)
        ++m_batch.same;
      else
        reject(row, same ? "import.repeated-row" : "import.duplicate-key");
      continue;
    }
    if (first && m_shape.lengthValue >= 0 &&
        dayOf(first->key) + valuesOf(*first)[m_shape.lengthValue] > dayOf(row.key)) {
      reject(row, "import.overlapping-period");
      continue;
    }
    first = &row;
    PW_CHECK(put(row, known));
  }
  return {};
}

void SeriesTable::sortRows() {
  const auto before = [](const Row& a, const Row& b) { return a.key < b.key || (a.key == b.key && a.at < b.at); };
  if (!std::is_sorted(m_rows.begin(), m_rows.end(), before))
    std::sort(m_rows.begin(), m_rows.end(), before);
}

// Calls `work` with the rows of each listing in turn.
template <class Do> Status SeriesTable::eachListing(Do&& work) {
  for (std::size_t begin = 0; begin < m_rows.size();) {
    std::size_t end = begin + 1;
    while (end < m_rows.size() && listingOf(m_rows[end].key) == listingOf(m_rows[begin].key))
      ++end;
    PW_CHECK(work(std::span<const Row>(m_rows).subspan(begin, end - begin), end));
    begin = end;
  }
  return {};
}

void SeriesTable::survey() {
  if (!m_shape.settler)
    return;
  sortRows();
  m_shape.settler->forget();
  Q_UNUSED(eachListing([this](std::span<const Row> rows, std::size_t) {
    m_view.clear();
    for (const Row& r : rows)
      m_view.push_back({r.line, dayOf(r.key), m_values.data() + r.at * m_shape.values.size()});
    m_shape.settler->see(m_view);
    return Status();
  }));
}

Result<bool> SeriesTable::settle(std::span<const Row> rows) {
  if (!m_shape.settler)
    return false;
  m_view.clear();
  m_instead.clear();
  m_settled.clear();
  for (const Row& r : rows)
    m_view.push_back({r.line, dayOf(r.key), m_values.data() + r.at * m_shape.values.size()});
  PW_TRY(const bool replaced, m_shape.settler->settle(listingOf(rows.front().key), m_view, m_instead));
  for (const SeriesSettler::Settled& i : m_instead) {
    const std::uint64_t key = (rows.front().key & ~0xffffffffull) | static_cast<std::uint64_t>(i.day + 0x80000000ll);
    m_settled.push_back(
        {key, static_cast<std::uint32_t>(m_values.size() / m_shape.values.size()), static_cast<std::uint32_t>(i.line)});
    m_values.insert(m_values.end(), i.values.begin(), i.values.end());
  }
  return replaced;
}

Status SeriesTable::flush(const JobContext& job) {
  if (m_rows.empty())
    return {};
  if (!m_insert)
    PW_CHECK(prepare());
  sortRows();
  survey();
  std::size_t nextReport = 0;
  const auto work = [&](std::span<const Row> rows, std::size_t end) -> Status {
    const int listing = listingOf(rows.front().key);
    const bool known = !m_batch.codes.isNewListing(listing) || !m_written.empty();
    PW_TRY(const bool replaced, settle(rows));
    const std::span<const Row> settled = replaced ? std::span<const Row>(m_settled) : rows;
    if (!settled.empty())
      PW_CHECK(flushListing(settled, known));
    if (job.cancelled())
      return fail(QStringLiteral("import.cancelled"));
    if (end >= nextReport) {
      job.report("write", static_cast<double>(end) / static_cast<double>(m_rows.size()));
      nextReport = end + m_rows.size() / 50;
    }
    return {};
  };
  PW_CHECK(eachListing(work));
  PW_CHECK(writePending());
  std::vector<std::uint64_t> keys;
  if (m_rows.size() >= kRowsAtOnce) { // more may come
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
