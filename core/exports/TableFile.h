// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "exports/Report.h"
#include "money/Money.h"

#include <memory>
#include <span>
#include <variant>

namespace pricewright {

// What a column holds. Text and code are never taken for formulas or numbers: leading zeros stay.
enum class ExportKind { Text, Code, Integer, Number, Money, Percent, Date, Moment };
struct ExportColumn {
  QString key, name; // key: stable, the header for programs; name: as people read it
  ExportKind kind = ExportKind::Text;
  int places = 2; // of numbers and percentages
};
// Nothing, a text, a number, an exact one (percent: 9.4 for 9.4 %), money, a day, a moment (UTC).
using ExportCell = std::variant<std::monostate, QString, qint64, double, Decimal, Money, Day, Instant>;
struct ExportTable {
  QString title;
  std::vector<ExportColumn> columns;
  std::vector<std::vector<ExportCell>> rows;
};
std::vector<ExportColumn> columnsOf(const ReportTable& table);
ExportTable typedTable(const ReportTable& table);

// CSV for spreadsheets here (byte order mark, the locale's marks, formulas made text), CSV for programs (RFC 4180:
// comma, dot, ISO dates), or a workbook (typed cells, fixed header, filter).
enum class TableFormat { CsvExcel, CsvMachine, Xlsx };
struct TableStyle { // of CSV for spreadsheets
  QChar decimalMark = u'.', separator = u',';
};
TableStyle styleOf(QChar decimalMark); // the separator that goes with it

// Writes one table row by row, beside the file of that name: only commit() replaces an older one. A writer that is let
// go of before leaves everything as it was. Any thread, one at a time.
// export.not-written (path, what), .too-many-rows (path, most)
class TableWriter {
 public:
  static Result<std::unique_ptr<TableWriter>> open(const QString& path, TableFormat format, const QString& title,
                                                   std::vector<ExportColumn> columns, const TableStyle& style = {});
  virtual ~TableWriter();
  virtual Status row(std::span<const ExportCell> cells) = 0;
  virtual Status commit() = 0;
  qint64 rows() const { return m_rows; }
  qint64 cut() const { return m_cut; } // texts that were too long for a cell of a workbook

 protected:
  qint64 m_rows = 0, m_cut = 0;
};
struct TableWritten {
  QString path;
  qint64 rows = 0, cut = 0;
};
// A whole table; export.cancelled (path)
Result<TableWritten> writeTable(const QString& path, TableFormat format, const ExportTable& table,
                                const TableStyle& style, const JobContext& job);

// Also for the other writers of this folder.
Error notWritten(const QString& path, const QString& what);
Status checkTarget(const QString& path); // a device or a folder must not be replaced by a file
bool looksLikeFormula(QStringView cell); // a spreadsheet would run it, whoever wrote it into a product's name

} // namespace pricewright
