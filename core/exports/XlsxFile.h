// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "exports/TableFile.h"

#include <QTemporaryDir>

#include <functional>

struct lxw_workbook;

namespace pricewright {

// A workbook on its way to a file of that name, which it replaces when all of it is there. The library below writes to
// a temporary folder and does not notice every full disk: before the file is replaced, what was written is read again.
class XlsxFile {
 public:
  static Result<std::unique_ptr<XlsxFile>> open(const QString& path, const QString& title);
  ~XlsxFile();
  XlsxFile(const XlsxFile&) = delete;
  XlsxFile& operator=(const XlsxFile&) = delete;
  lxw_workbook* book() const { return m_book; }
  // rows: how many the sheets must hold, in their order
  Status commit(std::span<const qint64> rows);

 private:
  explicit XlsxFile(const QString& path) : m_path(path) {}
  Status checkWhole(std::span<const qint64> rows) const;
  Status replace();
  QString m_path;
  QTemporaryDir m_folder;
  QByteArray m_folderName;
  lxw_workbook* m_book = nullptr;
};

// A text as a cell of a workbook can hold it: no control characters, at most 32,767 units; `cut`: something was lost.
QByteArray xlsxText(const QString& text, bool& cut);
// The number nearest to an exact value; none where a spreadsheet's 15 digits cannot hold it.
std::optional<double> xlsxNumber(const Money& money);
QByteArray xlsxNumberFormat(int places); // "#,##0.00"

Result<std::unique_ptr<TableWriter>> openXlsxTable(const QString& path, const QString& title,
                                                   std::vector<ExportColumn> columns);

} // namespace pricewright
