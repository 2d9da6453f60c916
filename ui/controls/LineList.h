// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/TableDelegate.h"
#include "itemmodels/Tone.h"

#include <QAbstractListModel>
#include <QListView>
#include <QWheelEvent>

namespace pricewright {

// One line of a card: a count in a chip, words, and at the end of the line how it stands or where it leads.
struct Line {
  QString chip;
  paint::Tone chipTone = paint::Tone::Neutral;
  QString text, detail; // detail: muted, behind the text
  QString trailing;
  paint::Tone trailingTone = paint::Tone::Neutral;
  bool opens = false; // Enter leads somewhere; a "›" says so
  QString toolTip;
};

class LineModel final : public QAbstractListModel {
  Q_OBJECT
 public:
  using QAbstractListModel::QAbstractListModel;
  void setLines(std::vector<Line> lines);
  const Line& at(int row) const { return m_lines[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
  }
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<Line> m_lines;
};

// A short list inside a card, as high as its lines: the page around it scrolls. Up and Down walk it and pass on at its
// ends, Enter or a click opens a line.
class LineList : public QListView {
  Q_OBJECT
 public:
  LineList(const Theme& theme, const QString& accessibleName, QWidget* parent = nullptr);
  void setLines(std::vector<Line> lines); // the focus stays at its place in the list
  const LineModel& lines() const { return m_model; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

 signals:
  void opened(int row);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void wheelEvent(QWheelEvent* event) override { event->ignore(); }

 private:
  LineModel m_model;
};

class LineDelegate final : public TableDelegate {
  Q_OBJECT
 public:
  using TableDelegate::TableDelegate;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 protected:
  void paintContent(QPainter& p, const QRect& box, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const override;
};

} // namespace pricewright
