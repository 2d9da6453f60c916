// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of TableView: width, order, hidden, frozen, and what a saved view keeps of them.
#include "tables/TableView.h"

#include <QJsonArray>
#include <QMenu>
#include <QScrollBar>

namespace pricewright {

std::vector<int> TableView::shownColumns() const {
  std::vector<int> columns;
  for (int visual = 0; visual < m_header->count(); ++visual)
    if (const int logical = m_header->logicalIndex(visual); !m_header->isSectionHidden(logical))
      columns.push_back(logical);
  return columns;
}

std::vector<int> TableView::wantedColumns() const {
  std::vector<int> columns;
  for (int visual = 0; visual < m_header->count(); ++visual)
    if (const int logical = m_header->logicalIndex(visual);
        !m_hiddenByUser.contains(m_lines.rows().column(logical).key))
      columns.push_back(logical);
  return columns;
}

// Keys of the columns that give way, so that the others are not squeezed. A filter that is not seen would hide why rows
// are missing: its column stays.
QStringList TableView::withoutRoom() const {
  if (m_sizedByUser)
    return {};
  const std::vector<Column>& columns = m_lines.rows().columns();
  int least = 0;
  std::vector<std::size_t> spare;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& c = columns[i];
    if (m_hiddenByUser.contains(c.key))
      continue;
    least += c.least;
    if (c.spare > 0 && !m_shownByUser.contains(c.key) && m_lines.columnFilter(static_cast<int>(i)).isEmpty())
      spare.push_back(i);
  }
  std::stable_sort(spare.begin(), spare.end(),
                   [&](std::size_t a, std::size_t b) { return columns[a].spare > columns[b].spare; });
  QStringList out;
  for (auto next = spare.begin(); next != spare.end() && least > viewport()->width(); ++next) {
    least -= columns[*next].least;
    out << columns[*next].key;
  }
  return out;
}

void TableView::fitColumns() {
  m_fitting = true;
  const QStringList away = withoutRoom();
  const std::vector<Column>& columns = m_lines.rows().columns();
  int least = 0, ideal = 0, shares = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool hidden = m_hiddenByUser.contains(columns[i].key) || away.contains(columns[i].key);
    setColumnHidden(static_cast<int>(i), hidden);
    if (hidden)
      continue;
    least += columns[i].least;
    ideal += columns[i].ideal;
    shares += columns[i].share;
  }
  if (!m_sizedByUser) {
    const int room = viewport()->width();
    const double grown = ideal > least ? std::clamp(double(room - least) / (ideal - least), 0.0, 1.0) : 1.0;
    const int over = std::max(0, room - ideal);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Column& c = columns[i];
      setColumnWidth(static_cast<int>(i), static_cast<int>(c.least + (c.ideal - c.least) * grown) +
                                              (shares > 0 ? over * c.share / shares : 0));
    }
  }
  m_fitting = false;
  setFrozen(m_frozen);
  m_header->place();
}

void TableView::showColumn(int column, bool shown) {
  const QString key = m_lines.rows().column(column).key;
  m_hiddenByUser.removeAll(key);
  m_shownByUser.removeAll(key);
  if (shown)
    m_shownByUser << key;
  if (!shown && shownColumns().size() > 1) // a table without columns cannot be got back by its header
    m_hiddenByUser << key;
  fitColumns();
  emit layoutChangedByUser();
}

void TableView::setFrozen(int columns) {
  const std::vector<int> shown = shownColumns();
  m_frozen = std::clamp(columns, 0, std::max(0, static_cast<int>(shown.size()) - 1));
  for (int c = 0; c < m_lines.columnCount(); ++c) {
    const auto at = std::find(shown.begin(), shown.end(), c);
    m_still->setColumnHidden(c, at == shown.end() || at - shown.begin() >= m_frozen);
    m_still->setColumnWidth(c, columnWidth(c));
  }
  placeFrozen();
}

int TableView::frozenWidth() const {
  int width = 0;
  const std::vector<int> shown = shownColumns();
  for (std::size_t i = 0; i < shown.size() && static_cast<int>(i) < m_frozen; ++i)
    width += columnWidth(shown[i]);
  return width;
}

// Over the leading columns; needed only once the others have been scrolled.
void TableView::placeFrozen() {
  const int width = frozenWidth();
  m_still->setVisible(width > 0);
  if (width <= 0)
    return;
  m_stillHeader->setFiltersShown(m_header->areFiltersShown());
  const int height = m_header->height() + viewport()->height();
  const int x = isRightToLeft() ? viewport()->geometry().right() + 1 - width : viewport()->geometry().left();
  m_still->setGeometry(x, m_header->geometry().top(), width, height);
  m_still->verticalScrollBar()->setValue(verticalScrollBar()->value());
  m_stillHeader->place();
  m_still->raise();
}

void TableView::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  fitColumns();
}

// What the focus moves to must not hide behind the frozen columns.
void TableView::scrollTo(const QModelIndex& index, ScrollHint hint) {
  QTableView::scrollTo(index, hint);
  const std::vector<int> shown = shownColumns();
  const auto at = std::find(shown.begin(), shown.end(), index.column());
  if (m_frozen == 0 || at == shown.end() || at - shown.begin() < m_frozen || isRightToLeft())
    return;
  const int behind = frozenWidth() - columnViewportPosition(index.column());
  if (behind > 0)
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - behind);
}

QMenu* TableView::columnMenu(QWidget* parent) {
  auto* menu = new QMenu(parent);
  const RowModel& rows = m_lines.rows();
  QMenu* show = menu->addMenu(tr("Columns"));
  QMenu* group = menu->addMenu(tr("Group by"));
  QMenu* freeze = menu->addMenu(tr("Freeze"));
  QAction* noGroup = group->addAction(tr("No groups"));
  noGroup->setCheckable(true);
  noGroup->setChecked(m_lines.groupColumn() < 0);
  connect(noGroup, &QAction::triggered, this, [this] {
    m_lines.setGroupColumn(-1);
    emit layoutChangedByUser();
  });
  for (int c = 0; c < rows.columnCount(); ++c) {
    QAction* shown = show->addAction(rows.column(c).name);
    shown->setCheckable(true);
    shown->setChecked(!isColumnHidden(c));
    connect(shown, &QAction::toggled, this, [this, c](bool on) { showColumn(c, on); });
    if (isNumeric(rows.column(c).kind))
      continue;
    QAction* by = group->addAction(rows.column(c).name);
    by->setCheckable(true);
    by->setChecked(m_lines.groupColumn() == c);
    connect(by, &QAction::triggered, this, [this, c] {
      m_lines.setGroupColumn(c);
      emit layoutChangedByUser();
    });
  }
  const std::vector<int> shown = shownColumns();
  for (int n = 0; n <= std::min<int>(4, static_cast<int>(shown.size()) - 1); ++n) {
    QAction* a = freeze->addAction(
        n == 0 ? tr("Nothing") : tr("Up to %1").arg(rows.column(shown[static_cast<std::size_t>(n) - 1]).name));
    a->setCheckable(true);
    a->setChecked(m_frozen == n);
    connect(a, &QAction::triggered, this, [this, n] {
      setFrozen(n);
      emit layoutChangedByUser();
    });
  }
  menu->addSeparator();
  QAction* filters = menu->addAction(tr("Filter row"));
  filters->setCheckable(true);
  filters->setChecked(m_header->areFiltersShown());
  connect(filters, &QAction::toggled, this, [this](bool on) {
    m_header->setFiltersShown(on);
    m_stillHeader->setFiltersShown(on);
    placeFrozen();
  });
  if (m_lines.groupColumn() >= 0) {
    connect(menu->addAction(tr("Fold all groups")), &QAction::triggered, this, [this] { m_lines.setAllFolded(true); });
    connect(menu->addAction(tr("Unfold all groups")), &QAction::triggered, this,
            [this] { m_lines.setAllFolded(false); });
  }
  connect(menu->addAction(tr("Fit columns to the window")), &QAction::triggered, this, [this] {
    m_sizedByUser = false;
    fitColumns();
    emit layoutChangedByUser();
  });
  return menu;
}

QJsonObject TableView::layoutState() const {
  const RowModel& rows = m_lines.rows();
  QJsonArray order, sort;
  QJsonObject widths, filters;
  for (int visual = 0; visual < m_header->count(); ++visual)
    order << rows.column(m_header->logicalIndex(visual)).key;
  for (int c = 0; c < rows.columnCount(); ++c) {
    if (m_sizedByUser && !isColumnHidden(c))
      widths.insert(rows.column(c).key, columnWidth(c));
    if (const QString typed = m_lines.columnFilter(c); !typed.isEmpty())
      filters.insert(rows.column(c).key, typed);
  }
  for (const SortKey& k : m_lines.sort())
    sort << QJsonObject{{QStringLiteral("column"), rows.column(k.column).key},
                        {QStringLiteral("descending"), k.order == Qt::DescendingOrder}};
  QJsonObject state{{QStringLiteral("order"), order},
                    {QStringLiteral("hidden"), QJsonArray::fromStringList(m_hiddenByUser)},
                    {QStringLiteral("frozen"), m_frozen},
                    {QStringLiteral("sort"), sort},
                    // a filter that is not seen would hide why rows are missing
                    {QStringLiteral("filterRow"), m_header->areFiltersShown() || !filters.isEmpty()}};
  if (!widths.isEmpty())
    state.insert(QStringLiteral("widths"), widths);
  if (!m_shownByUser.isEmpty())
    state.insert(QStringLiteral("shown"), QJsonArray::fromStringList(m_shownByUser));
  if (!filters.isEmpty())
    state.insert(QStringLiteral("filters"), filters);
  if (m_lines.groupColumn() >= 0)
    state.insert(QStringLiteral("group"), rows.column(m_lines.groupColumn()).key);
  return state;
}

void TableView::setLayoutState(const QJsonObject& state) {
  if (state.isEmpty())
    return;
  const RowModel& rows = m_lines.rows();
  m_fitting = true;
  m_hiddenByUser.clear();
  m_shownByUser.clear();
  for (const QJsonValue& key : state.value(QStringLiteral("shown")).toArray())
    if (rows.columnOf(key.toString()) >= 0)
      m_shownByUser << key.toString();
  for (const QJsonValue& key : state.value(QStringLiteral("hidden")).toArray())
    if (rows.columnOf(key.toString()) >= 0)
      m_hiddenByUser << key.toString();
  if (m_hiddenByUser.size() >= rows.columnCount())
    m_hiddenByUser.clear();
  int visual = 0;
  for (const QJsonValue& key : state.value(QStringLiteral("order")).toArray())
    if (const int c = rows.columnOf(key.toString()); c >= 0)
      m_header->moveSection(m_header->visualIndex(c), visual++);
  const QJsonObject widths = state.value(QStringLiteral("widths")).toObject();
  m_sizedByUser = !widths.isEmpty();
  for (auto at = widths.begin(); at != widths.end(); ++at)
    if (const int c = rows.columnOf(at.key()); c >= 0)
      setColumnWidth(c, std::clamp(at.value().toInt(), 24, 2000));
  m_frozen = std::clamp(state.value(QStringLiteral("frozen")).toInt(), 0, rows.columnCount());
  const QJsonObject filters = state.value(QStringLiteral("filters")).toObject();
  for (int c = 0; c < rows.columnCount(); ++c) // before columns are fitted: one that filters stays
    m_lines.setColumnFilter(c, filters.value(rows.column(c).key).toString());
  m_fitting = false;
  fitColumns();
  std::vector<SortKey> sort;
  for (const QJsonValue& value : state.value(QStringLiteral("sort")).toArray()) {
    const QJsonObject k = value.toObject();
    if (const int c = rows.columnOf(k.value(QStringLiteral("column")).toString()); c >= 0)
      sort.push_back({c, k.value(QStringLiteral("descending")).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder});
  }
  m_lines.setSort(std::move(sort));
  m_lines.setGroupColumn(rows.columnOf(state.value(QStringLiteral("group")).toString()));
  m_header->setFiltersShown(state.value(QStringLiteral("filterRow")).toBool() || !filters.isEmpty());
}

} // namespace pricewright
