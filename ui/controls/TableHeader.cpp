// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/TableHeader.h"

#include "controls/Paint.h"

#include <QMouseEvent>
#include <QStyle>

namespace pricewright {

TableHeader::TableHeader(const Theme& theme, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), m_theme(theme) {
  setHighlightSections(false);
  setSectionsMovable(true);
  setFirstSectionMovable(false);
  setMinimumSectionSize(28);
  setAccessibleName(tr("Columns"));
  connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

void TableHeader::setCheckState(Qt::CheckState state) {
  if (m_state == state)
    return;
  m_state = state;
  viewport()->update();
}

QSize TableHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), 32}; }

void TableHeader::paintEvent(QPaintEvent* event) {
  QPainter p(viewport());
  p.fillRect(viewport()->rect(), m_theme.tokens().raised);
  p.fillRect(QRect(0, height() - 1, viewport()->width(), 1), m_theme.tokens().border);
  p.end();
  QHeaderView::paintEvent(event);
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const {
  const Tokens& t = m_theme.tokens();
  painter->fillRect(rect, t.raised);
  painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.border);
  if (m_checkable && logicalIndex == 0) {
    paint::checkBox(*painter, rect, t, m_state, isEnabled());
    return;
  }
  const QString text = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
  const auto alignment =
      Qt::Alignment(model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
  QRect box = rect.adjusted(8, 0, -8, 0);
  painter->setFont(m_theme.font(TypeRole::Label));
  painter->setPen(t.muted);
  if (const std::optional<SortMark> mark = sortMark(logicalIndex)) {
    const QString turn = mark->turn > 0 ? QString::number(mark->turn) : QString();
    const int room = 12 + (turn.isEmpty() ? 0 : 8);
    const int width = std::min(box.width() - room, QFontMetrics(painter->font()).horizontalAdvance(text) + 2);
    const bool right = QStyle::visualAlignment(layoutDirection(), alignment) & Qt::AlignRight;
    const int x = right ? box.right() - width - room + 2 : box.left() + width + 2;
    paint::triangle(*painter, QRectF(x, box.top(), 9, box.height()), mark->order == Qt::AscendingOrder, t.muted);
    if (!turn.isEmpty())
      painter->drawText(QRectF(x + 9, box.top(), 9, box.height()), Qt::AlignLeft | Qt::AlignVCenter, turn);
    right ? box.setLeft(box.left() + room) : box.setRight(box.right() - room);
  }
  paint::elidedText(*painter, box, QStyle::visualAlignment(layoutDirection(), alignment) | Qt::AlignAbsolute, text);
}

std::optional<TableHeader::SortMark> TableHeader::sortMark(int logicalIndex) const {
  if (!isSortIndicatorShown() || sortIndicatorSection() != logicalIndex)
    return std::nullopt;
  return SortMark{sortIndicatorOrder(), 0};
}

void TableHeader::mousePressEvent(QMouseEvent* event) {
  if (m_checkable && event->button() == Qt::LeftButton && logicalIndexAt(event->position().toPoint()) == 0) {
    emit checkToggled(m_state != Qt::Checked);
    event->accept();
    return;
  }
  QHeaderView::mousePressEvent(event);
}

} // namespace pricewright
