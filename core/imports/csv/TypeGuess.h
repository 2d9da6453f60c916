// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "imports/csv/CsvReader.h"
#include "imports/csv/Values.h"

#include <QStringList>

#include <stop_token>

namespace pricewright {

// What one column's cells say about how they are written. Cells speak for a decimal mark ("3.35", "1.299,00"), or leave
// it open ("3.350": three digits behind one mark); likewise for the order of day and month.
class ColumnProfile {
 public:
  void see(std::string_view cell);
  qint64 filled() const { return m_filled; }
  // text, integer, decimal, day, switch, empty: by what nearly all (98 %) filled cells are
  QString type() const;
  bool hasTimes() const { return m_times * 2 >= m_filled && m_filled > 0; } // days with a time that is not midnight
  bool isNumber() const { return numeric() * 50 >= m_filled * 49 && m_filled > 0; }
  bool isDay() const { return m_days * 50 >= m_filled * 49 && m_filled > 0; }

  qint64 forPoint = 0, forComma = 0, openPoint = 0, openComma = 0; // decimal marks
  qint64 isoDays = 0, dayFirst = 0, monthFirst = 0, openDays = 0, dotted = 0;

 private:
  bool plainNumber(std::string_view t);
  void seeNumber(std::string_view t);
  bool seeDay(std::string_view t);
  qint64 numeric() const { return m_integers + m_decimals; }
  qint64 m_filled = 0, m_integers = 0, m_decimals = 0, m_days = 0, m_switches = 0, m_leadingZero = 0, m_times = 0;
};

// What a whole file looks like, in one streaming pass. Sample rows are UTF-8 already.
struct FileScan {
  char separator = ',';
  TextEncoding encoding = TextEncoding::Utf8;
  bool hasByteOrderMark = false;
  QStringList header;   // unique; "column 3" where it was empty
  QStringList repeated; // names that several columns have: the first has it in `header`, the next is "name (2)"
  std::vector<ColumnProfile> columns;
  std::vector<QStringList> sample; // the first 20 rows
  qint64 rows = 0, fileBytes = 0;
  qint64 damagedCharacters = 0; // broken UTF-8 in a file that is UTF-8 otherwise
  bool complete = true;         // false: stopped at mostRows
};
struct ScanOptions {
  char separator = 0; // 0 = guess
  TextEncoding encoding = TextEncoding::Auto;
  qint64 mostRows = -1; // −1 = all
  std::stop_token stop;
};
Result<FileScan> scanFile(const QString& path,
                          const ScanOptions& options); // import.empty, import.cancelled, ByteSource's

// A column that is read must be the only one of its name: which of two was meant nobody can tell. The second may be
// asked for as "name (2)". import.column-twice (path, column)
Status checkOnlyOne(const FileScan& scan, const QString& path, const QString& column);

// How a file is said to be written; "" or "auto": to be guessed.
struct WrittenAs {
  QString decimalMark, dateFormat; // as ImportMapping has them
};
// None where it is to be guessed. import.bad-mapping (key)
Result<std::optional<char>> markSaid(const WrittenAs& how);

// The file's decimal mark, and each column's own. A column without evidence follows the file; a file without any is
// read with a decimal point, or a decimal comma where the separator is ';' and only commas occur. `notes` names the
// columns where this mattered: "import.open-decimal-mark" (undecided) and "import.both-decimal-marks" (cells disagree).
struct DecimalMarks {
  char file = '.';
  bool differs = false;
  std::vector<char> columns;
  QStringList notes; // code:column
};
DecimalMarks decideDecimalMarks(const FileScan& scan, const std::vector<bool>& relevant);
// Numbers where days are wanted: a spreadsheet's day numbers, or numbers of weeks or other periods, which mean no day
// until somebody says where they begin. Told by the sample.
enum class BareDays { No, Spreadsheet, Periods };
BareDays bareDays(const FileScan& scan, qsizetype column);
// iso, d/m/y, m/d/y; import.open-day-order (both readings fit every cell) or import.both-day-orders.
// Points are written day first everywhere, whatever slashes do beside them.
Result<DayFormat> decideDayFormat(const ColumnProfile& column, const QString& columnName);
// As it is said, or else decided. import.bad-day-format besides
Result<DayFormat> dayFormatOf(const WrittenAs& how, const ColumnProfile& column, const QString& columnName);

} // namespace pricewright
