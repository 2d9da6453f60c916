// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/TableHeader.h"
#include "tables/TableLines.h"

#include <QLineEdit>

namespace pricewright {

// A table's header with, when asked for, a row of filter boxes under the names, one per column. Shows which columns the
// rows are sorted by, and in which turn.
class FilterHeader : public TableHeader {
  Q_OBJECT
 public:
  FilterHeader(const Theme& theme, TableLines& lines, QWidget* parent = nullptr);
  void setFiltersShown(bool shown);
  bool areFiltersShown() const { return m_shown; }
  void focusFilter(int column);
  QLineEdit* filterBox(int column) const { return m_boxes.value(column); }
  QSize sizeHint() const override;

 public slots:
  void place();  // the boxes over their columns
  void refill(); // their texts from the lines' filters

 signals:
  void filterLeft(); // Esc or Return or Down: the table goes on

 protected:
  void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
  std::optional<SortMark> sortMark(int logicalIndex) const override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeBoxes();
  void markBad(int column);
  const Theme& m_look;
  TableLines& m_lines;
  QMap<int, QLineEdit*> m_boxes;
  bool m_shown = false, m_refilling = false;
};

} // namespace pricewright
