// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "controls/ExportCard.h"
#include "tables/TableExport.h"

namespace pricewright {

// Takes any table of the window to a file: a workbook, CSV for spreadsheets or for programs, paper, or, where its rows
// are prices, a workbook in which they are edited and read back. The card asks,
// another thread writes; what stands in the file is what was shown when Enter was pressed. GUI thread.
class TableExporter : public QObject {
  Q_OBJECT
 public:
  enum class Form { Xlsx, CsvExcel, CsvMachine, Pdf, Prices };
  TableExporter(const Theme& theme, QWidget* window);
  ~TableExporter() override; // what is being written is given up: the old file stays
  // The first table is offered; where rows are chosen they can be written alone.
  void ask(const QList<PageTable>& tables, const QString& workspace, const QString& asOf);
  void write(const PageTable& table, bool chosenOnly, Form form, const QString& path);
  bool isWriting() const { return m_writing; }
  void stop() { m_stop.request_stop(); }
  ExportCard& card() { return *m_card; }

 signals:
  void progressed(double fraction);
  void saved(const QString& text);
  void failed(const QString& text);
  // Prices to be edited outside: the engine writes them, and answers through sheetWritten() or sheetFailed().
  void sheetWanted(const QString& path, const QString& title, const std::vector<pricewright::SheetKey>& keys);

 public slots:
  void sheetWritten(const pricewright::SheetWritten& written);
  void sheetFailed(const pricewright::Error& error);

 private:
  struct Answer;
  void done(const Answer& answer);
  const Theme& m_theme;
  ExportCard* m_card;
  QList<PageTable> m_tables;
  QString m_workspace, m_asOf;
  std::stop_source m_stop;
  bool m_writing = false;
};

} // namespace pricewright
