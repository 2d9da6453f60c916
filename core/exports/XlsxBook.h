// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Result.h"

#include <QIODevice>

#include <vector>

namespace pricewright {

// A cell of a workbook as its file has it: text stays text, a number its digits. What a formula last gave stands for
// it; `isDate`: shown as a date or time.
struct XlsxCell {
  enum class Kind { Number, Text, Boolean, Fault };
  int column = 0; // from 0
  Kind kind = Kind::Number;
  QString text;
  bool isDate = false, isFormula = false;
  bool operator==(const XlsxCell&) const = default;
};
struct XlsxRow {
  int number = 0; // as the spreadsheet shows it, from 1
  std::vector<XlsxCell> cells;
  const XlsxCell* at(int column) const; // null: nothing there
};
struct XlsxSheet {
  QString name;
  bool isHidden = false;
  std::vector<XlsxRow> rows; // those with a cell that holds something
};

// What is read at most, however small the file is: a bomb ends here. Bytes count unpacked.
struct XlsxLimits {
  qint64 fileBytes = 64 << 20, partBytes = 100 << 20, allBytes = 200 << 20;
  int parts = 4096, sheets = 16, columns = 256;
  qsizetype rows = 250'000, cells = 4'000'000, texts = 1'000'000;
};

// Reads a workbook as Excel, LibreOffice and other programs write it: shared and inline texts, cells without places,
// any folder within. Nothing is unpacked to the disk, no name in it is taken for a path, no reference leaves it, and
// no document type is accepted. xlsx.not-a-workbook, .protected, .damaged (part, why), .too-large (what), .cancelled
Result<std::vector<XlsxSheet>> readXlsx(QIODevice& file, const JobContext& job = {}, const XlsxLimits& limits = {});

} // namespace pricewright
