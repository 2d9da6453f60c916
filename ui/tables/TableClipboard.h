// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/TableLines.h"

#include <QStringList>

namespace pricewright {

// Lines of a table as tab-separated text with headers, as spreadsheets take it: what stands in the cells, in full
// digits; tabs and line ends within a text become spaces; an interval becomes two columns.
QString tableTsv(const TableLines& lines, const std::vector<int>& chosen, const std::vector<int>& columns);

// What pasted text would change, worked out before anything is changed.
struct PastePlan {
  struct Refused {
    int pastedLine = 0; // from 1
    QString cell, why;  // why: one sentence
  };
  std::vector<CellEdit> edits;    // that differ from what stands there
  std::vector<Refused> refused;   // not a price, not editable, no such row; the first 1,000
  int refusedCount = 0, same = 0; // same: already so
  bool matchedByKey = false;      // rows were found by their code, not by position
  QString error;                  // nothing can be pasted at all
};
// With a first line that names columns of the table, rows are found by the key column's text (`codeColumn`) and, where
// several rows share it, by the other text columns pasted with it; without one, cells go to where the focus stands and
// to the right and below of it. At most 100,000 lines.
PastePlan planPaste(const TableLines& lines, const QString& clipboard, int atLine, int atColumn,
                    const std::vector<int>& shownColumns, int codeColumn);
// The topmost chosen line's value into all others.
PastePlan planFillDown(const TableLines& lines, const std::vector<int>& chosen, int column);

} // namespace pricewright
