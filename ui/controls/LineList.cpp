// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/LineList.h"

#include "controls/Paint.h"

#include <QMouseEvent>

namespace pricewright {
namespace {

constexpr int kLinePadding = 14, kGap = 10;

const Line& lineOf(const QModelIndex& index) { return static_cast<const LineModel*>(index.model())->at(index.row()); }

} // namespace

void LineModel::setLines(std::vector<Line> lines) {
  beginResetModel();
  m_lines = std::move(lines);
  endResetModel();
}

QVariant LineModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount())
    return {};
  const Line& line = at(index.row());
  if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
    QStringList words{line.chip, line.text, line.detail, line.trailing};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
  }
  if (role == Qt::ToolTipRole && !line.toolTip.isEmpty())
    return line.toolTip;
  return {};
}

LineList::LineList(const Theme& theme, const QString& accessibleName, QWidget* parent) : QListView(parent) {
  setAccessibleName(accessibleName);
  setModel(&m_model);
  setItemDelegate(new LineDelegate(theme, this));
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setUniformItemSizes(true);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(&theme, &Theme::densityChanged, this, [this] {
    scheduleDelayedItemsLayout();
    updateGeometry();
  });
}

void LineList::setLines(std::vector<Line> lines) {
  const int row = currentIndex().row();
  m_model.setLines(std::move(lines));
  if (hasFocus() && m_model.rowCount() > 0)
    setCurrentIndex(m_model.index(std::clamp(row, 0, m_model.rowCount() - 1)));
  updateGeometry();
}

QSize LineList::sizeHint() const {
  const int rows = m_model.rowCount();
  return {300, rows * (rows > 0 ? sizeHintForRow(0) : 0)};
}

void LineList::keyPressEvent(QKeyEvent* event) {
  const int row = currentIndex().row();
  switch (event->key()) {
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (currentIndex().isValid() && !event->isAutoRepeat() && m_model.at(row).opens)
      emit opened(row);
    return;
  case Qt::Key_Up:
    if (row <= 0)
      focusNextPrevChild(false);
    else
      setCurrentIndex(m_model.index(row - 1));
    return;
  case Qt::Key_Down:
    if (row + 1 >= m_model.rowCount())
      focusNextPrevChild(true);
    else
      setCurrentIndex(m_model.index(row + 1));
    return;
  case Qt::Key_Home:
  case Qt::Key_End:
    setCurrentIndex(m_model.index(event->key() == Qt::Key_Home ? 0 : m_model.rowCount() - 1));
    return;
  default:
    event->ignore(); // nothing is searched by typing here: the page has keys of its own
  }
}

void LineList::mouseReleaseEvent(QMouseEvent* event) {
  QListView::mouseReleaseEvent(event);
  const QModelIndex index = indexAt(event->pos());
  if (event->button() == Qt::LeftButton && index.isValid() && m_model.at(index.row()).opens)
    emit opened(index.row());
}

void LineList::focusInEvent(QFocusEvent* event) {
  QListView::focusInEvent(event);
  if (m_model.rowCount() > 0)
    setCurrentIndex(m_model.index(event->reason() == Qt::BacktabFocusReason ? m_model.rowCount() - 1
                                                                            : std::max(0, currentIndex().row())));
}

void LineList::focusOutEvent(QFocusEvent* event) {
  QListView::focusOutEvent(event);
  clearSelection();
}

QSize LineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return TableDelegate::sizeHint(option, index) + QSize(0, 4);
}

void LineDelegate::paintContent(QPainter& p, const QRect& box, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
  const Line& line = lineOf(index);
  const Tokens& t = tokens();
  const bool rtl = option.direction == Qt::RightToLeft;
  const auto start = (rtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
  const auto end = (rtl ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute;
  QRect rest = box.adjusted(kLinePadding - 8, 0, 8 - kLinePadding, 0);
  const auto takeFront = [&](int width) {
    QRect part(rtl ? rest.right() - width + 1 : rest.left(), rest.top(), width, rest.height());
    rtl ? rest.setRight(part.left() - kGap) : rest.setLeft(part.right() + kGap);
    return part;
  };
  if (!line.chip.isEmpty()) {
    p.setFont(theme().font(TypeRole::LabelStrong));
    paint::chip(p, takeFront(paint::chipWidth(p.font(), line.chip)), t, line.chipTone, line.chip);
  }
  p.setFont(theme().font(TypeRole::Body));
  const QString trailing = line.opens ? line.trailing + QStringLiteral(" ›") : line.trailing;
  const QFontMetrics metrics(p.font());
  const int textWidth = metrics.horizontalAdvance(line.text);
  int trailingWidth = std::min(metrics.horizontalAdvance(trailing) + 2, rest.width()); // hinting may add a pixel
  if (trailing.isEmpty())
    trailingWidth = 0;
  if (textWidth + kGap + trailingWidth > rest.width())
    trailingWidth = std::min(trailingWidth, std::max(rest.width() * 45 / 100, rest.width() - textWidth - kGap));
  if (trailingWidth > 0) {
    QRect part(rtl ? rest.left() : rest.right() - trailingWidth + 1, rest.top(), trailingWidth, rest.height());
    p.setPen(paint::toneText(t, line.trailingTone));
    paint::elidedText(p, part, end, trailing);
    rtl ? rest.setLeft(part.right() + kGap) : rest.setRight(part.left() - kGap);
  }
  p.setPen(t.text);
  paint::elidedText(p, takeFront(std::min(rest.width(), textWidth + 2)), start, line.text);
  if (!line.detail.isEmpty() && rest.width() > 40) {
    p.setPen(t.muted);
    paint::elidedText(p, rest, start, line.detail);
  }
}

} // namespace pricewright
