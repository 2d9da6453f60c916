// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Id.h"
#include "base/Time.h"
#include "imports/rows/CodeBook.h"
#include "storage/Database.h"

#include <QSet>

#include <array>
#include <string>
#include <vector>

struct sqlite3_stmt;

namespace pricewright {

// Rejected rows, small enough to keep a million of them: the texts stand in one string.
class RejectList {
 public:
  struct Entry {
    qint64 line;
    const char* code;
    std::uint32_t column, value; // offsets of zero-terminated texts
  };
  void add(qint64 line, const char* code, std::string_view column, std::string_view value);
  void sort(); // by line
  std::size_t size() const { return m_entries.size(); }
  const std::vector<Entry>& entries() const { return m_entries; }
  QString text(std::uint32_t offset) const { return QString::fromUtf8(m_texts.data() + offset); }

 private:
  std::uint32_t keep(std::string_view text);
  std::vector<Entry> m_entries;
  std::string m_texts = std::string(1, '\0');
  std::string m_lastColumn;
  std::uint32_t m_lastColumnAt = 0;
};

// SHA-256 over what an import writes, in the order in which it writes. Gathers small pieces: the digest is of the
// bytes.
class WriteDigest {
 public:
  WriteDigest();
  ~WriteDigest();
  WriteDigest(const WriteDigest&) = delete;
  WriteDigest& operator=(const WriteDigest&) = delete;
  void add(const void* bytes, std::size_t n);
  void add(std::string_view text) { add(text.data(), text.size()); }
  void add(std::int64_t value) { add(&value, sizeof value); }
  QString hex();

 private:
  void flush();
  void* m_context;
  std::array<char, 4096> m_gathered;
  std::size_t m_used = 0;
};

struct RowOptions {
  bool createMissing = true, roundPrices = false, digitLedCodes = true, dayGiven = true;
  bool trial = false;        // nothing of it will be kept
  QSet<QString> notProducts; // upper case
  qint64 expectedRows = 0;
};

// What all row writers of one import share. Lives as long as its transaction.
class BatchContext {
 public:
  BatchContext(Database& database, IdSource& idSource, Instant at, QString actor, RowOptions rowOptions);
  Status begin(qint64 importNo); // loads the code book

  // Keeps a row as it was before it is overwritten: the row that `statement` stands on, all columns.
  Status keepBefore(const char* table, sqlite3_stmt* statement);
  Status keepCreated(const char* table, qint64 no); // a row of a table that has no import_no
  void rejectLate(qint64 line, const char* code, std::string_view column, std::string_view value);

  Database& db;
  IdSource& ids;
  Instant now;
  QString user;
  RowOptions options;
  qint64 no = 0;
  CodeBook codes;
  RejectList rejects;
  WriteDigest digest;
  qint64 added = 0, changed = 0, same = 0;
  QStringList notes; // code:detail

 private:
  Status keep(const char* table, const std::string& json);
  std::optional<Query> m_keep;
  qint64 m_position = 0;
};

// {"listing_no":5,"day":7196,…} with integers in full: what import_undo keeps and SQLite's own JSON functions read
// back.
std::string rowAsJson(sqlite3_stmt* statement);

} // namespace pricewright
