// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "exports/TableFile.h"

namespace pricewright {

// Rows as CSV. Internal to exports.
class CsvText {
 public:
  // The style counts for spreadsheets only: programs get commas and dots.
  CsvText(bool excel, const TableStyle& style, std::vector<ExportColumn> columns);
  QByteArray header() const; // with the byte order mark, where there is one
  void append(QByteArray& out, std::span<const ExportCell> cells) const { line(out, cells, false); }

 private:
  void line(QByteArray& out, std::span<const ExportCell> cells, bool header) const;
  QByteArray cell(const ExportCell& cell, const ExportColumn& column, bool header) const;
  std::vector<ExportColumn> m_columns;
  TableStyle m_style;
  bool m_excel;
};
// Digits with at most one dot and a sign: what a spreadsheet takes for a number in a column of numbers.
bool isPlainNumber(QStringView cell);

} // namespace pricewright
