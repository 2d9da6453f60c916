// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, clipboard, and keeping the place. What concerns columns stands in TableViewColumns.cpp.
#include "tables/TableView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace pricewright {

TableView::TableView(const Theme& theme, TableLines& lines, QWidget* parent)
    : QTableView(parent), m_theme(theme), m_lines(lines), m_header(new FilterHeader(theme, lines, this)),
      m_cells(new CellDelegate(theme, lines.rows().columns(), this)), m_still(new QTableView(this)),
      m_stillHeader(new FilterHeader(theme, lines, m_still)) {
  setModel(&lines);
  setItemDelegate(m_cells);
  equip(m_header, this);
  setMouseTracking(true);
  setMinimumHeight(120);
  setEditTriggers(EditKeyPressed);
  m_still->setModel(&lines);
  m_still->setItemDelegate(m_cells);
  disconnect(m_cells, nullptr, m_still, nullptr); // editors are this view's: the other one would take the focus away
  equip(m_stillHeader, m_still);
  m_still->setSelectionModel(selectionModel());
  m_still->setFocusPolicy(Qt::NoFocus);
  m_still->setEditTriggers(NoEditTriggers);
  m_still->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_still->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_still->setObjectName(QStringLiteral("frozenColumns"));
  m_still->hide();
  connect(verticalScrollBar(), &QScrollBar::valueChanged, m_still->verticalScrollBar(), &QScrollBar::setValue);
  connect(m_still->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
  connect(horizontalScrollBar(), &QScrollBar::valueChanged, m_header, &FilterHeader::place);
  connect(m_header, &QHeaderView::geometriesChanged, this, &TableView::placeFrozen);
  connect(m_header, &QHeaderView::sectionResized, this, [this](int column, int, int size) {
    m_still->setColumnWidth(column, size);
    if (!m_fitting && (QGuiApplication::mouseButtons() & Qt::LeftButton)) {
      m_sizedByUser = true;
      emit layoutChangedByUser();
    }
    placeFrozen();
  });
  connect(m_header, &QHeaderView::sectionMoved, this, [this](int, int from, int to) {
    m_stillHeader->moveSection(from, to);
    setFrozen(m_frozen);
    if (!m_fitting)
      emit layoutChangedByUser();
  });
  connect(m_cells, &CellDelegate::editRefused, this, &TableView::editRefused);
  connect(&lines, &TableLines::aboutToRebuild, this, &TableView::keepPlace);
  connect(&lines, &TableLines::rebuilt, this, &TableView::takePlace);
  connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
  connect(&theme, &Theme::densityChanged, this, [this] {
    verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    m_still->verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
  });
  for (const Column& c : lines.rows().columns())
    if (!c.shown)
      m_hiddenByUser << c.key;
  fitColumns();
}

void TableView::equip(FilterHeader* header, QTableView* view) {
  view->setHorizontalHeader(header);
  header->setSectionsClickable(true);
  header->setFirstSectionMovable(true);
  header->setSortIndicatorShown(false);
  header->setContextMenuPolicy(Qt::CustomContextMenu);
  view->setSelectionBehavior(SelectRows);
  view->setSelectionMode(ExtendedSelection);
  view->setShowGrid(false);
  view->setWordWrap(false);
  view->setFrameShape(QFrame::NoFrame);
  view->setTabKeyNavigation(false);
  view->setHorizontalScrollMode(ScrollPerPixel);
  view->setVerticalScrollMode(ScrollPerItem);
  view->verticalHeader()->hide();
  view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  view->verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
  view->verticalHeader()->setMinimumSectionSize(20);
  connect(header, &QHeaderView::sectionClicked, this,
          [this](int column) { sortClicked(column, QGuiApplication::keyboardModifiers() & Qt::ShiftModifier); });
  connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint& where) {
    QMenu* menu = columnMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(header->mapToGlobal(where));
  });
  connect(header, &FilterHeader::filterLeft, this, [this] {
    setFocus(Qt::OtherFocusReason);
    if (!currentIndex().isValid())
      focusLine(0);
  });
}

// A click sorts by this column alone, again turns the order around, a third time lets it go; Shift adds a column.
void TableView::sortClicked(int column, bool further) {
  std::vector<SortKey> keys = m_lines.sort();
  const auto at = std::find_if(keys.begin(), keys.end(), [&](const SortKey& k) { return k.column == column; });
  const Qt::SortOrder first = isNumeric(m_lines.rows().column(column).kind) ? Qt::DescendingOrder : Qt::AscendingOrder;
  const Qt::SortOrder second = first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
  if (at == keys.end()) {
    if (!further)
      keys.clear();
    keys.push_back({column, first});
  } else if (at->order == first) {
    const SortKey turned{column, second};
    if (further)
      *at = turned;
    else
      keys = {turned};
  } else if (further) {
    keys.erase(at);
  } else {
    keys.clear();
  }
  m_lines.setSort(std::move(keys));
  emit layoutChangedByUser();
}

void TableView::focusLine(int line) {
  if (m_lines.rowCount() == 0)
    return;
  const int row = std::clamp(line, 0, m_lines.rowCount() - 1);
  const std::vector<int> columns = shownColumns();
  const int column = currentIndex().isValid() && !isColumnHidden(currentIndex().column())
                         ? currentIndex().column()
                         : (columns.empty() ? 0 : columns.front());
  // Whatever keys are held meanwhile: this row, and no other.
  selectionModel()->setCurrentIndex(m_lines.index(row, column),
                                    QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

bool TableView::focusKey(const QString& key) {
  const int line = m_lines.lineOfKey(key);
  if (line >= 0)
    focusLine(line);
  return line >= 0;
}

// The cell keeps the focus: what was typed is seen in what stands beside the table, and the next key is the row's.
void TableView::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
  QTableView::closeEditor(editor, hint);
  if (hint != QAbstractItemDelegate::NoHint) // else somebody went elsewhere
    setFocus(Qt::OtherFocusReason);
}

void TableView::moveFocus(int by) { focusLine(currentIndex().isValid() ? currentIndex().row() + by : 0); }

QString TableView::focusedKey() const {
  const QModelIndex current = currentIndex();
  return current.isValid() && current.row() < m_lines.rowCount() ? m_lines.keyAt(current.row()) : QString();
}

int TableView::focusedRow() const {
  const QModelIndex current = currentIndex();
  return current.isValid() && current.row() < m_lines.rowCount() ? m_lines.rowAt(current.row()) : -1;
}

std::vector<int> TableView::chosenLines() const {
  std::vector<int> lines;
  for (const QItemSelectionRange& range : selectionModel()->selection())
    for (int line = range.top(); line <= range.bottom(); ++line)
      lines.push_back(line);
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

std::vector<int> TableView::chosenRows() const {
  std::vector<int> rows;
  std::vector<bool> taken(static_cast<std::size_t>(m_lines.rows().rowCount()));
  const auto take = [&](int row) {
    if (!taken[static_cast<std::size_t>(row)])
      rows.push_back(row);
    taken[static_cast<std::size_t>(row)] = true;
  };
  for (const int line : chosenLines()) {
    if (!m_lines.isGroup(line))
      take(m_lines.rowAt(line));
    else
      for (const int row : m_lines.rowsOfGroup(line))
        take(row);
  }
  return rows;
}

void TableView::keepPlace() {
  m_rebuilding = true;
  m_kept = {focusedKey(), {}, currentIndex().row(), currentIndex().column(), verticalScrollBar()->value()};
  for (const int line : chosenLines())
    if (const QString key = m_lines.keyAt(line); !key.isEmpty())
      m_kept.chosen << key;
}

void TableView::takePlace() {
  m_rebuilding = false;
  QItemSelection chosen;
  for (const QString& key : std::as_const(m_kept.chosen))
    if (const int line = m_lines.lineOfKey(key); line >= 0)
      chosen.select(m_lines.index(line, 0), m_lines.index(line, m_lines.columnCount() - 1));
  int line = m_kept.focus.isEmpty() ? -1 : m_lines.lineOfKey(m_kept.focus);
  const bool stayed = line >= 0;
  if (!stayed && m_kept.line >= 0)
    line = std::min(m_kept.line, m_lines.rowCount() - 1);
  const std::vector<int> columns = shownColumns();
  const int column = m_kept.column >= 0 ? m_kept.column : (columns.empty() ? 0 : columns.front());
  if (line >= 0)
    selectionModel()->setCurrentIndex(m_lines.index(line, column), QItemSelectionModel::NoUpdate);
  if (chosen.isEmpty() && line >= 0)
    chosen.select(m_lines.index(line, 0), m_lines.index(line, m_lines.columnCount() - 1));
  selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
  verticalScrollBar()->setValue(m_kept.top);
  if (line >= 0)
    scrollTo(m_lines.index(line, column));
  m_header->place();
  updateTotals();
  emit focusChanged(); // the row in focus may hold other facts now
}

void TableView::updateTotals() {
  if (m_rebuilding)
    return;
  const std::vector<int> rows = chosenRows();
  if (rows.size() < 2) {
    emit totalsChanged({});
    return;
  }
  QStringList parts{tr("%1 rows").arg(QLocale().toString(static_cast<qulonglong>(rows.size())))};
  for (const int c : shownColumns())
    if (const QString text = m_lines.totalText(rows, c); !text.isEmpty())
      parts << QStringLiteral("%1 %2").arg(m_lines.headerData(c, Qt::Horizontal, Qt::DisplayRole).toString(),
                                           m_lines.rows().column(c).total == Total::Sum ? QStringLiteral("Σ ") + text
                                                                                        : text);
  emit totalsChanged(parts.join(QStringLiteral(" · ")));
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTableView::currentChanged(current, previous);
  if (!m_rebuilding && (current.row() != previous.row() || !previous.isValid()))
    emit focusChanged();
}

void TableView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
  QTableView::selectionChanged(selected, deselected);
  updateTotals();
}

bool TableView::foldKey(int key) {
  const int line = currentIndex().row();
  if (line < 0 || !m_lines.isGroup(line))
    return false;
  const bool rtl = isRightToLeft();
  if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
    m_lines.setFolded(line, !m_lines.isFolded(line));
  else if (key == (rtl ? Qt::Key_Right : Qt::Key_Left))
    m_lines.setFolded(line, true);
  else if (key == (rtl ? Qt::Key_Left : Qt::Key_Right))
    m_lines.setFolded(line, false);
  else
    return false;
  setCurrentIndex(m_lines.index(std::min(line, m_lines.rowCount() - 1), std::max(0, m_kept.column)));
  return true;
}

void TableView::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  const bool filtered = m_lines.rows().rowCount() > 0;
  const QString words = filtered ? tr("No row matches this filter") : m_emptyText;
  if (words.isEmpty() || m_lines.rowCount() > 0)
    return;
  QPainter p(viewport());
  p.setFont(m_theme.font(TypeRole::Body));
  p.setPen(m_theme.tokens().muted);
  p.drawText(viewport()->rect().adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap, words);
}

void TableView::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  const int key = event->key();
  if (event->matches(QKeySequence::Copy))
    return copyChosen();
  if (event->matches(QKeySequence::Paste))
    return pasteClipboard();
  if (key == Qt::Key_D && event->modifiers() == Qt::ControlModifier)
    return fillDown();
  if (!chord && !event->isAutoRepeat() && foldKey(key))
    return;
  if (key == Qt::Key_Return || key == Qt::Key_Enter) {
    if (!chord && !event->isAutoRepeat() && currentIndex().isValid())
      emit activatedByUser();
    event->setAccepted(!chord); // with Ctrl it is the page's
    return;
  }
  const bool typed = !event->text().isEmpty() && event->text().at(0).isPrint() && !chord;
  if (typed && !m_typeAhead) {
    if (key == Qt::Key_J || key == Qt::Key_K)
      moveFocus(key == Qt::Key_J ? 1 : -1);
    else if (key == Qt::Key_Slash && m_filterKey)
      focusFilter();
    else
      event->ignore(); // the page's keys
    return;
  }
  const bool moves = (event->modifiers() & Qt::AltModifier) && (key == Qt::Key_Up || key == Qt::Key_Down);
  if (key == Qt::Key_Escape || moves) { // the page's: a row earlier or later
    event->ignore();
    return;
  }
  QTableView::keyPressEvent(event);
}

void TableView::mouseDoubleClickEvent(QMouseEvent* event) {
  const QModelIndex index = indexAt(event->position().toPoint());
  if (!index.isValid() || event->button() != Qt::LeftButton)
    return;
  if (!m_lines.isGroup(index.row()))
    emit activatedByUser();
}

void TableView::mouseReleaseEvent(QMouseEvent* event) {
  QTableView::mouseReleaseEvent(event);
  const QModelIndex index = indexAt(event->position().toPoint());
  if (index.isValid() && event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier &&
      m_lines.isGroup(index.row()) && index.column() == m_lines.groupColumn())
    m_lines.setFolded(index.row(), !m_lines.isFolded(index.row()));
}

void TableView::copyChosen() const {
  std::vector<int> lines = chosenLines();
  if (lines.empty() && currentIndex().isValid())
    lines = {currentIndex().row()};
  if (!lines.empty())
    QGuiApplication::clipboard()->setText(tableTsv(m_lines, lines, shownColumns()));
}

void TableView::pasteClipboard() {
  const QModelIndex current = currentIndex();
  emit pastePlanned(planPaste(m_lines, QGuiApplication::clipboard()->text(), current.isValid() ? current.row() : -1,
                              current.isValid() ? current.column() : -1, shownColumns(), m_codeColumn));
}

void TableView::fillDown() {
  if (currentIndex().isValid())
    emit pastePlanned(planFillDown(m_lines, chosenLines(), currentIndex().column()));
}

void TableView::focusFilter() {
  setMinimumHeight(152);
  m_header->focusFilter(currentIndex().isValid() ? currentIndex().column() : 0);
  m_stillHeader->setFiltersShown(true);
  placeFrozen();
}

} // namespace pricewright
