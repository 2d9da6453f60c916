// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Paint.h"
#include "tables/TableView.h"

namespace pricewright::test {

// The first column that is too narrow for its head, a figure, a code or a verdict; "" where all have room. Names may
// end in dots: their tool tip has the rest.
inline QString columnWithoutRoom(const TableView& view, const Theme& theme) {
  constexpr double kPads = 16, kTriangle = 14; // as cells and heads are drawn
  const RowModel& rows = view.lines().rows();
  for (const int c : view.shownColumns()) {
    const Column& column = rows.column(c);
    const QString name = view.model()->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString();
    double need = QFontMetricsF(theme.font(TypeRole::Label)).horizontalAdvance(name);
    for (int row = 0; row < rows.rowCount(); ++row) {
      const QString text = rows.text(row, c);
      if (column.kind == CellKind::Chip)
        need = std::max(need, double(paint::chipWidth(theme.font(TypeRole::LabelStrong), text)));
      else if (column.kind == CellKind::Delta)
        need = std::max(need, paint::tabularWidth(theme.font(TypeRole::Body), text) + kTriangle);
      else if (column.kind == CellKind::Code)
        need = std::max(need, paint::tabularWidth(theme.font(TypeRole::Label), text));
      else if (isNumeric(column.kind) && column.kind != CellKind::Interval && column.kind != CellKind::Sparkline)
        need = std::max(need,
                        paint::tabularWidth(theme.font(column.strong ? TypeRole::BodyStrong : TypeRole::Body), text));
    }
    if (view.columnWidth(c) < need + kPads)
      return QStringLiteral("%1: %2 of %3").arg(name).arg(view.columnWidth(c)).arg(need + kPads);
  }
  return {};
}

} // namespace pricewright::test
