// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "imports/csv/CsvReader.h"
#include "imports/csv/TypeGuess.h"

#include <functional>
#include <set>

namespace pricewright {

// What a column of an experiment's file is for. Columns are found by what they
// are usually called ("user_id", "variant", "timestamp" …), or named by the
// caller.
enum class ExperimentColumn { Unit, Arm, Time, Event, Value, Cost, Pieces, Order, EventId, Currency, Segment, Cluster };
QString experimentColumnName(ExperimentColumn c); // unit, arm, time, event, value …
inline constexpr std::size_t kExperimentColumns = 12;

// Rows that could not be read: how many, and the first of them. More than one
// in a hundred and the file is refused (experiment.bad-rows: path, rows, of,
// line, why).
struct BadRows {
  struct One {
    qint64 line = 0;
    QString code, column, value;
  };
  qint64 count = 0;
  std::vector<One> first; // at most kShown
  static constexpr std::size_t kShown = 20;
};

// experiment.rows-left-out: how many, and the first. There must be one.
Error rowsLeftOut(const BadRows& bad, const QString& path);

// A CSV file, plain or .gz, with a header, read row by row.
class ExperimentFile {
 public:
  // `named`: columns by their names as they stand in the header;
  // experiment.no-column (path, column, found) where one does not exist.
  // ByteSource's and scanFile's errors besides.
  static Result<ExperimentFile> open(const QString& path, const QMap<ExperimentColumn, QString>& named,
                                     const JobContext& job, const WrittenAs& written = {});

  [[nodiscard]] std::optional<std::size_t> find(ExperimentColumn column) const;
  Result<std::size_t> need(ExperimentColumn column) const; // experiment.no-column
  Result<std::size_t> needNamed(const QString& header) const;
  [[nodiscard]] const QStringList& header() const { return m_scan.header; }
  [[nodiscard]] const FileScan& scan() const { return m_scan; }
  [[nodiscard]] const QString& path() const { return m_path; }

  // What is wrong with a cell; a code of the imports.
  struct Fault {
    const char* code = nullptr; // none: the row was taken
    std::size_t column = 0;
  };
  // One row after the other; a row that is none, or is faulted, is counted.
  // job.cancelled, experiment.bad-rows, .no-rows (the file holds none that can
  // be read), import.column-twice of a column that was asked for above
  Status eachRow(const std::function<Fault(const CsvRow&)>& take, const JobContext& job);
  [[nodiscard]] const BadRows& bad() const { return m_bad; }
  [[nodiscard]] qint64 rows() const { return m_rows; } // taken

  // Cells as what they ought to be. Times: ISO 8601, a day in the order that
  // the whole column speaks for, or seconds or milliseconds since 1970. Empty
  // cells are import.missing.
  struct Time {
    std::int64_t ms = 0;
    const char* code = nullptr;
    bool isDay = false; // a day without a time: ms is its beginning
  };
  Status learnTimes(std::size_t column); // before timeAt(); import.open-day-order,
                                         // .both-day-orders
  [[nodiscard]] Time timeAt(std::string_view cell) const;
  struct Number {
    std::int64_t micro = 0;
    const char* code = nullptr;
  };
  [[nodiscard]] Number numberAt(std::string_view cell,
                                std::size_t column) const; // six places

 private:
  void note(qint64 line, const char* code, std::size_t column, std::string_view value);
  QString m_path;
  FileScan m_scan;
  DecimalMarks m_marks;
  std::array<std::optional<std::size_t>, kExperimentColumns> m_at{};
  WrittenAs m_written;
  mutable std::set<std::size_t> m_asked; // columns that somebody was told of
  DayFormat m_days;
  bool m_epoch = false;
  BadRows m_bad;
  qint64 m_rows = 0;
};

} // namespace pricewright
