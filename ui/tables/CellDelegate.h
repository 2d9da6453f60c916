// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/TableDelegate.h"
#include "tables/TableLines.h"

namespace pricewright {

// Draws the cells of every table of the kit by their column's kind, and the lines of groups.
class CellDelegate : public TableDelegate {
  Q_OBJECT
 public:
  CellDelegate(const Theme& theme, const std::vector<Column>& columns, QObject* parent = nullptr)
      : TableDelegate(theme, parent), m_columns(columns) {}
  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

 signals:
  void editRefused(const QString& why) const;

 protected:
  void paintContent(QPainter& p, const QRect& box, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const override;

 private:
  void paintGroup(QPainter& p, const QRect& box, const QModelIndex& index) const;
  void paintDelta(QPainter& p, const QRect& box, const QModelIndex& index) const;
  void paintChip(QPainter& p, const QRect& box, const QModelIndex& index) const;
  void paintSeries(QPainter& p, const QRect& box, const QModelIndex& index) const;
  const std::vector<Column>& m_columns; // of the model that is shown
};

} // namespace pricewright
