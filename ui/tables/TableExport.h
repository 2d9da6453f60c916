// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/files/RoundTrip.h"
#include "engine/files/TableExport.h"
#include "tables/TableView.h"

namespace pricewright {

// One table of a page, as it may leave the program. Reading is asked for only when it is written.
struct PageTable {
  QString title;   // names the file and the sheet
  QString filters; // in words, for the foot of a page; "" for none
  QWidget* view = nullptr;
  int shown = 0, chosen = 0; // rows
  std::function<ExportTable(bool chosenOnly)> read;
  std::function<std::vector<SheetKey>(bool chosenOnly)> prices; // where its rows are prices that can be edited outside
};

// A table of the kit: its columns and lines as they are shown, in their order, as typed cells. Amounts are exact to six
// places. An interval becomes three columns.
PageTable pageTable(const QString& title, TableView& view, const QString& filters = {});
ExportTable exportedTable(const QString& title, const TableView& view, bool chosenOnly);
QString filterWords(const TableLines& lines); // "Price >20 %, Category Juice"; "" for none

} // namespace pricewright
