// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "imports/rows/BatchContext.h"
#include "imports/rows/RawStatement.h"

#include <limits>

namespace pricewright {

// Has a look at all rows of one listing, in the order of their days, before they are written.
class SeriesSettler {
 public:
  struct Row {
    qint64 line;
    std::int64_t day;
    std::int64_t* values; // may be changed
  };
  struct Settled {
    qint64 line;
    std::int64_t day;
    std::vector<std::int64_t> values;
  };
  virtual ~SeriesSettler() = default;
  virtual void see(std::span<const Row> rows) = 0; // every listing, in the order in which they will be settled
  virtual void forget() = 0;                       // what was seen: the same rows will come again
  virtual bool mayCut() const = 0;                 // whether a listing's rows may be settled in several parts
  // True: `instead` is written in place of the rows.
  virtual Result<bool> settle(int listingNo, std::span<Row> rows, std::vector<Settled>& instead) = 0;
};

// Time series of listings (sales, costs, stock): rows are collected, sorted by key and written in key order, which is
// what makes a table WITHOUT ROWID fast to fill. Existing rows are read listing by listing, and only where the listing
// existed before this import. Rows are kept as plain integers; at most `kRowsAtOnce` of them at a time.
class SeriesTable {
 public:
  static constexpr std::int64_t kNull = std::numeric_limits<std::int64_t>::min();
  static constexpr std::size_t kRowsAtOnce = 2'000'000;
  static constexpr std::size_t kRowsAStatement = 32;
  struct Value {
    const char* name;
    bool told = true;  // false: the file does not say; an existing row keeps its own
    bool text = false; // the integer is a number of textNo()
  };
  struct Shape {
    const char* table;
    const char* kindColumn = nullptr;    // the middle key, where the table has one …
    std::vector<const char*> kinds = {}; // … and its texts by number, in text order
    const char* dayColumn = "day";
    std::vector<Value> values;
    bool sameIfInForce = false;  // a row that repeats what is in force already changes nothing
    bool rejectsRepeats = false; // a row that comes twice is rejected the second time, never dropped
    int lengthValue = -1;        // the value that tells how many days a row holds: periods may not overlap
    SeriesSettler* settler = nullptr;
  };
  SeriesTable(BatchContext& batch, Shape shape, std::size_t expectedRows);

  // `values` in the shape's order. Writes when the buffer is full.
  Status add(qint64 line, int listingNo, int kind, std::int64_t day, std::span<const std::int64_t> values);
  Status flush(const JobContext& job);
  std::int64_t textNo(std::string_view text);

 private:
  struct Row {
    std::uint64_t key; // listing (28 bits), kind (4 bits), day (32 bits, biased)
    std::uint32_t at;  // where its values stand
    std::uint32_t line;
  };
  struct Known { // a row of the present listing that is in the table
    std::uint64_t key;
    std::size_t at;
  };
  static int listingOf(std::uint64_t key) { return static_cast<int>(key >> 36); }
  static int kindOf(std::uint64_t key) { return static_cast<int>(key >> 32) & 15; }
  static std::int64_t dayOf(std::uint64_t key) { return static_cast<std::int64_t>(key & 0xffffffffu) - 0x80000000ll; }
  const std::int64_t* valuesOf(const Row& row) const { return m_values.data() + row.at * m_shape.values.size(); }

  Status prepare();
  void sortRows();
  template <class Do> Status eachListing(Do&& work);
  void survey();
  Result<bool> settle(std::span<const Row> rows); // true: m_settled stands for them
  Status flushListing(std::span<const Row> rows, bool known);
  bool overlaps(const Row& row) const;
  void reject(const Row& row, const char* code);
  Status readKnown(int listingNo);
  Status put(const Row& row, bool known);
  bool saysTheSame(const Row& row, const std::int64_t* other) const;
  Status writeNew(const Row& row);
  Status writePending();
  Status write(RawStatement& statement, std::uint64_t key, const std::int64_t* values);
  Status run(RawStatement& statement);
  void bindRow(sqlite3_stmt* statement, std::uint64_t key, const std::int64_t* values, int& at) const;
  void digest(std::uint64_t key, const std::int64_t* values);
  Status keepBefore(std::uint64_t key);
  void bindKey(sqlite3_stmt* statement, std::uint64_t key, int& at) const;

  BatchContext& m_batch;
  Shape m_shape;
  std::vector<Row> m_rows;
  std::vector<std::int64_t> m_values;
  std::vector<Known> m_known;
  std::vector<std::int64_t> m_knownValues;
  std::vector<std::vector<std::uint64_t>> m_written; // sorted keys of earlier buffers of this file
  std::vector<std::string> m_texts;
  std::vector<SeriesSettler::Row> m_view; // of the present listing
  std::vector<SeriesSettler::Settled> m_instead;
  std::vector<Row> m_settled;
  // New rows go in by the dozen: a statement of its own for each costs SQLite as much as the row itself.
  std::vector<Row> m_pending;
  RawStatement m_insert, m_insertMany, m_replace, m_select, m_before;
};

} // namespace pricewright
