// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/LedgerTable.h"

#include "controls/TableDelegate.h"
#include "controls/TableHeader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace pricewright {
namespace {
constexpr int kRoomForLevel = 560;
}

LedgerTable::LedgerTable(const Theme& theme, LedgerModel& model, QWidget* parent) : QTableView(parent), m_model(model) {
  auto* head = new TableHeader(theme, this);
  head->setSectionsMovable(false);
  head->setStretchLastSection(true);
  setHorizontalHeader(head);
  setModel(&model);
  auto* delegate = new LedgerDelegate(theme, this);
  delegate->setAccentBar(false);
  setItemDelegate(delegate);
  setAccessibleName(tr("Limits"));
  setSelectionBehavior(SelectRows);
  setSelectionMode(ExtendedSelection);
  setEditTriggers(NoEditTriggers);
  setShowGrid(false);
  setWordWrap(false);
  setFrameShape(NoFrame);
  setTabKeyNavigation(false);
  verticalHeader()->hide();
  verticalHeader()->setMinimumSectionSize(20);
  verticalHeader()->setDefaultSectionSize(26);
  setHorizontalScrollMode(ScrollPerPixel);
}

void LedgerTable::copy() {
  QList<int> rows;
  for (const QModelIndex& index : selectionModel()->selectedRows())
    rows << index.row();
  QGuiApplication::clipboard()->setText(m_model.tsv(rows));
}

void LedgerTable::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->matches(QKeySequence::Copy))
    return copy();
  if (enter && event->modifiers() == Qt::NoModifier && !event->isAutoRepeat() && currentIndex().isValid())
    return emit opened(currentIndex().row());
  const bool typed = !event->text().isEmpty() && event->text().at(0).isPrint();
  if (typed || enter || event->key() == Qt::Key_Escape)
    event->ignore();
  else
    QTableView::keyPressEvent(event);
}

void LedgerTable::mouseDoubleClickEvent(QMouseEvent* event) {
  const QModelIndex index = indexAt(event->position().toPoint());
  if (index.isValid() && event->button() == Qt::LeftButton)
    emit opened(index.row());
}

// Rule and outcome keep their words, input and limit share what is left.
void LedgerTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  const int room = viewport()->width();
  setColumnHidden(LedgerModel::Level, room < kRoomForLevel);
  const int level = room < kRoomForLevel ? 0 : 84, outcome = 92, distance = room < kRoomForLevel ? 72 : 96;
  const int rest = std::max(180, room - level - outcome - distance);
  const int rule = rest * (level > 0 ? 26 : 36) / 100, input = rest * (level > 0 ? 50 : 38) / 100;
  const int widths[] = {rule, level, input, rest - rule - input, distance, outcome};
  for (int c = 0; c < LedgerModel::Columns; ++c)
    if (!isColumnHidden(c))
      setColumnWidth(c, widths[c]);
}

} // namespace pricewright
