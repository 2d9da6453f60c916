// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/Theme.h"

#include <QHeaderView>

#include <optional>

namespace pricewright {

// A table's header in the program's look: muted words, no vertical lines, an arrow on the sorted column, and on request
// a check box over the first column that checks everything shown.
class TableHeader : public QHeaderView {
  Q_OBJECT
 public:
  explicit TableHeader(const Theme& theme, QWidget* parent = nullptr);
  void setCheckable(bool checkable) { m_checkable = checkable; }
  bool isCheckable() const { return m_checkable; }
  void setCheckState(Qt::CheckState state);
  QSize sizeHint() const override;

 signals:
  void checkToggled(bool checked);

 protected:
  struct SortMark {
    Qt::SortOrder order = Qt::AscendingOrder;
    int turn = 0; // 1, 2 … where several columns sort; 0: alone
  };
  virtual std::optional<SortMark> sortMark(int logicalIndex) const;
  void paintEvent(QPaintEvent* event) override;
  void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  const Theme& m_theme;
  Qt::CheckState m_state = Qt::Unchecked;
  bool m_checkable = false;
};

} // namespace pricewright
