// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/TableDelegate.h"
#include "controls/TableHeader.h"
#include "itemmodels/AuditModel.h"

#include <QTableView>

namespace pricewright {

// Cells of the journal: what as a chip where it needs a look, before muted and after in full, the rest as text. A row
// that is on its way is a faint bar.
class AuditDelegate final : public TableDelegate {
  Q_OBJECT
 public:
  using TableDelegate::TableDelegate;

 protected:
  void paintContent(QPainter& p, const QRect& box, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const override;

 private:
  void paintChange(QPainter& p, const QRect& box, const AuditLine& line) const;
};

// The journal's table. Arrows, J and K move by one, Page keys by a page, Home and End to either end of a million rows;
// letters go up to the page.
class AuditTable : public QTableView {
  Q_OBJECT
 public:
  AuditTable(const Theme& theme, AuditModel& model, QWidget* parent = nullptr);
  void focusRow(int row);
  void moveFocus(int by) { focusRow(currentIndex().isValid() ? currentIndex().row() + by : 0); }
  QList<int> chosenRows() const; // top to bottom; at most 100,000

 signals:
  void focusChanged();
  void activatedByUser();
  void choiceChanged();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

 private:
  void fitColumns();
  const Theme& m_theme;
  AuditModel& m_model;
};

} // namespace pricewright
