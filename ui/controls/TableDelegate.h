// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/Theme.h"

#include <QStyledItemDelegate>

namespace pricewright {

// Draws a table cell's ground: surface, selected row with the accent bar at its leading edge, hairline below. What
// stands in a cell is drawn by paintContent. No widget per row.
class TableDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  explicit TableDelegate(const Theme& theme, QObject* parent = nullptr) : QStyledItemDelegate(parent), m_theme(theme) {}
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void setAccentBar(bool shown) { m_accentBar = shown; }

 protected:
  virtual void paintContent(QPainter& p, const QRect& box, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const;
  const Tokens& tokens() const { return m_theme.tokens(); }
  const Theme& theme() const { return m_theme; }

 private:
  const Theme& m_theme;
  bool m_accentBar = true;
};

// Cells of the approval queue: check box, figures, ▲▼ delta, margin from → to, interval on a common scale, reason chip.
class QueueDelegate final : public TableDelegate {
  Q_OBJECT
 public:
  using TableDelegate::TableDelegate;
  bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

 protected:
  void paintContent(QPainter& p, const QRect& box, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const override;

 private:
  void paintChange(QPainter& p, const QRect& box, const QModelIndex& index) const;
  void paintMargin(QPainter& p, const QRect& box, const QModelIndex& index) const;
  void paintInterval(QPainter& p, const QRect& box, const QModelIndex& index) const;
  void paintWhy(QPainter& p, const QRect& box, const QModelIndex& index) const;
};

// Cells of the verdict ledger: the outcome as a chip, everything else as text.
class LedgerDelegate final : public TableDelegate {
  Q_OBJECT
 public:
  using TableDelegate::TableDelegate;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 protected:
  void paintContent(QPainter& p, const QRect& box, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const override;
};

} // namespace pricewright
