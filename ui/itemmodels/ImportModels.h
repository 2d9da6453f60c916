// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/files/RoundTrip.h"
#include "engine/views/ImportsView.h"
#include "tables/RowModel.h"

namespace pricewright {

QString importKindWord(ImportKind kind); // "Sales", "Competitor prices" …

// The imports that were made, newest first.
class PastImportModel : public RowModel {
  Q_OBJECT
 public:
  enum ImportColumn { When, File, Kind, Who, Added, Changed, Same, Rejected, State };
  explicit PastImportModel(QObject* parent = nullptr);
  void setImports(std::vector<PastImport> imports);
  const PastImport& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override { return at(row).id.toString(); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  bool dimmed(int row) const override { return at(row).undone; }

 private:
  std::vector<PastImport> m_rows;
};

// The first rows of a file, under the columns of its header; which field each column became stands in the header.
class FileRowsModel : public RowModel {
  Q_OBJECT
 public:
  FileRowsModel(const ImportPreview& preview, QObject* parent = nullptr);
  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override { return QString::number(row); }
  QString text(int row, int column) const override;

 private:
  std::vector<QStringList> m_rows;
};

// What came back of a workbook of prices: the difference, row by row, with what limits make of it.
class SheetModel : public RowModel {
  Q_OBJECT
 public:
  enum SheetColumn { Line, Sku, Product, Zone, Now, Wanted, Guarded, Change, Verdict, Reason, Comment };
  explicit SheetModel(QObject* parent = nullptr);
  void setDiff(const SheetDiff& diff);
  const SheetDiff& diff() const { return m_diff; }
  const SheetChange& at(int row) const { return m_diff.changes[std::size_t(row)]; }
  static bool canBeProposed(const SheetChange& change);
  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override { return QString::number(at(row).line); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;
  bool dimmed(int row) const override { return at(row).state == SheetChange::State::Same; }

 private:
  SheetDiff m_diff;
};

} // namespace pricewright
