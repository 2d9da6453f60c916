// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/FilterHeader.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

namespace pricewright {
namespace {
constexpr int kNames = 32, kBoxes = 32; // heights
}

FilterHeader::FilterHeader(const Theme& theme, TableLines& lines, QWidget* parent)
    : TableHeader(theme, parent), m_look(theme), m_lines(lines) {
  connect(this, &QHeaderView::sectionResized, this, &FilterHeader::place);
  connect(this, &QHeaderView::sectionMoved, this, &FilterHeader::place);
  connect(this, &QHeaderView::geometriesChanged, this, &FilterHeader::place);
  connect(&lines, &TableLines::sortChanged, this, [this] { viewport()->update(); });
  connect(&lines, &TableLines::filterChanged, this, &FilterHeader::refill);
}

QSize FilterHeader::sizeHint() const { return {TableHeader::sizeHint().width(), kNames + (m_shown ? kBoxes : 0)}; }

void FilterHeader::setFiltersShown(bool shown) {
  if (shown == m_shown)
    return;
  m_shown = shown;
  if (shown)
    makeBoxes();
  updateGeometry();
  emit geometriesChanged(); // the table asks for the new height
  place();
}

void FilterHeader::makeBoxes() {
  for (int c = 0; c < m_lines.columnCount(); ++c) {
    if (m_boxes.contains(c) || (isCheckable() && c == 0))
      continue;
    auto* box = new QLineEdit(this);
    box->setObjectName(QStringLiteral("columnFilter"));
    box->setClearButtonEnabled(true);
    box->setAccessibleName(
        tr("Filter of %1").arg(m_lines.headerData(c, Qt::Horizontal, Qt::AccessibleTextRole).toString()));
    box->setToolTip(isNumeric(m_lines.rows().column(c).kind)
                        ? tr("For example >20, <=3.5, 10..20, – for empty; ! in front turns it around, | means or")
                        : tr("For example orange, OJ-*, \"exact words\", – for empty; ! in front turns it around, | "
                             "means or"));
    box->installEventFilter(this);
    // Typing goes on while the rows are few; the filter follows a moment later.
    auto* soon = new QTimer(box);
    soon->setSingleShot(true);
    soon->setInterval(120);
    connect(soon, &QTimer::timeout, this, [this, c, box] {
      m_lines.setColumnFilter(c, box->text());
      markBad(c);
    });
    connect(box, &QLineEdit::textChanged, this, [this, soon] {
      if (!m_refilling)
        soon->start();
    });
    m_boxes.insert(c, box);
  }
  refill();
}

void FilterHeader::markBad(int column) {
  QLineEdit* box = m_boxes.value(column);
  if (!box)
    return;
  const bool bad = m_lines.isFilterBad(column);
  QPalette colors = palette();
  if (bad)
    colors.setColor(QPalette::Text, m_look.tokens().negative);
  box->setPalette(colors);
  box->setAccessibleDescription(bad ? tr("Not understood; this column is not filtered.") : QString());
}

void FilterHeader::refill() {
  m_refilling = true;
  for (auto at = m_boxes.cbegin(); at != m_boxes.cend(); ++at) {
    const QString typed = m_lines.columnFilter(at.key());
    if (at.value()->text().trimmed() != typed)
      at.value()->setText(typed);
    markBad(at.key());
  }
  m_refilling = false;
}

void FilterHeader::place() {
  for (auto at = m_boxes.cbegin(); at != m_boxes.cend(); ++at) {
    const bool shown = m_shown && !isSectionHidden(at.key());
    at.value()->setVisible(shown);
    if (shown)
      at.value()->setGeometry(sectionViewportPosition(at.key()) + 3, kNames + 3, sectionSize(at.key()) - 6, kBoxes - 7);
  }
}

void FilterHeader::focusFilter(int column) {
  setFiltersShown(true);
  QLineEdit* box = m_boxes.value(column);
  for (int visual = 0; (!box || isSectionHidden(column)) && visual < count(); ++visual) {
    column = logicalIndex(visual);
    box = isSectionHidden(column) ? nullptr : m_boxes.value(column);
  }
  if (!box)
    return;
  box->setFocus(Qt::ShortcutFocusReason);
  box->selectAll();
}

std::optional<TableHeader::SortMark> FilterHeader::sortMark(int logicalIndex) const {
  const std::vector<SortKey>& keys = m_lines.sort();
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].column == logicalIndex)
      return SortMark{keys[i].order, keys.size() > 1 ? static_cast<int>(i) + 1 : 0};
  return std::nullopt;
}

void FilterHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const {
  const Tokens& t = m_look.tokens();
  painter->fillRect(rect, t.raised);
  TableHeader::paintSection(painter, QRect(rect.left(), rect.top(), rect.width(), kNames), logicalIndex);
  if (!m_shown)
    return;
  painter->fillRect(QRect(rect.left(), kNames - 1, rect.width(), 1), t.raised); // one line under both
  painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.border);
}

void FilterHeader::resizeEvent(QResizeEvent* event) {
  TableHeader::resizeEvent(event);
  place();
}

void FilterHeader::showEvent(QShowEvent* event) {
  TableHeader::showEvent(event);
  place();
}

bool FilterHeader::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
    return TableHeader::eventFilter(watched, event);
  auto* box = qobject_cast<QLineEdit*>(watched);
  const int key = static_cast<QKeyEvent*>(event)->key();
  const bool leaves = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down || key == Qt::Key_Escape;
  if (!box || !leaves)
    return TableHeader::eventFilter(watched, event);
  if (event->type() == QEvent::ShortcutOverride) {
    event->accept();
    return true;
  }
  if (key == Qt::Key_Escape && !box->text().isEmpty())
    box->clear(); // first Esc: no filter; second: back
  else
    emit filterLeft();
  return true;
}

} // namespace pricewright
