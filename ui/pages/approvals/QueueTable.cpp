// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/QueueTable.h"

#include "controls/TableDelegate.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace pricewright {
namespace {

constexpr int at(QueueColumn c) { return static_cast<int>(c); }

struct Width {
  QueueColumn column;
  int least, ideal, share; // share of what is left over
};
constexpr Width kWidths[] = {
    {QueueColumn::Check, 34, 34, 0},    {QueueColumn::Sku, 94, 104, 0},      {QueueColumn::Product, 126, 180, 3},
    {QueueColumn::Zone, 92, 108, 1},    {QueueColumn::Category, 84, 108, 1}, {QueueColumn::Now, 58, 68, 0},
    {QueueColumn::Proposed, 82, 92, 0}, {QueueColumn::Change, 68, 76, 0},    {QueueColumn::Margin, 96, 110, 0},
    {QueueColumn::Profit, 80, 92, 0},   {QueueColumn::Interval, 94, 116, 1}, {QueueColumn::Confidence, 62, 66, 0},
    {QueueColumn::Why, 150, 230, 3},    {QueueColumn::Stake, 104, 116, 0},   {QueueColumn::Expires, 84, 92, 0}};

// What goes first where the window is narrow: everything of it stands in the detail as well.
constexpr QueueColumn kDroppable[] = {QueueColumn::Expires,  QueueColumn::Category,   QueueColumn::Margin,
                                      QueueColumn::Sku,      QueueColumn::Confidence, QueueColumn::Zone,
                                      QueueColumn::Interval, QueueColumn::Profit};
// Shown where there is room to spare, until the user chooses his columns.
constexpr QueueColumn kOptional[] = {QueueColumn::Stake, QueueColumn::Expires, QueueColumn::Category};
constexpr int kSpare = 120;

} // namespace

QueueTable::QueueTable(const Theme& theme, QueueModel& model, QueueProxy& proxy, QWidget* parent)
    : QTableView(parent), m_theme(theme), m_model(model), m_proxy(proxy), m_header(new TableHeader(theme, this)),
      m_hiddenByUser{QueueColumn::Category, QueueColumn::Stake, QueueColumn::Expires} {
  setHorizontalHeader(m_header);
  m_header->setCheckable(true);
  m_header->setSectionsClickable(true);
  setModel(&proxy);
  setItemDelegate(new QueueDelegate(theme, this));
  setAccessibleName(tr("Price changes waiting for a decision"));
  setSelectionBehavior(SelectRows);
  setSelectionMode(SingleSelection);
  setEditTriggers(NoEditTriggers);
  setShowGrid(false);
  setWordWrap(false);
  setFrameShape(NoFrame);
  setMouseTracking(true);
  setTabKeyNavigation(false);
  setHorizontalScrollMode(ScrollPerPixel);
  setMinimumHeight(120);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setDefaultSectionSize(theme.rowHeight());
  verticalHeader()->setMinimumSectionSize(20);
  m_header->setSortIndicatorShown(true);
  m_header->setSortIndicator(at(QueueColumn::Stake), Qt::DescendingOrder);
  setSortingEnabled(true);
  m_header->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(m_header, &QWidget::customContextMenuRequested, this, &QueueTable::showColumnMenu);
  connect(m_header, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder) {
    if (column == at(QueueColumn::Check))
      m_header->setSortIndicator(at(QueueColumn::Stake), Qt::DescendingOrder);
    emit sortChanged();
  });
  connect(m_header, &QHeaderView::sectionResized, this, [this] {
    // The header also resizes its last section by itself; a user's hand is on the mouse.
    if (!m_fitting && (QGuiApplication::mouseButtons() & Qt::LeftButton))
      m_sizedByUser = true;
  });
  connect(m_header, &TableHeader::checkToggled, this, &QueueTable::checkAllShown);
  connect(&model, &QueueModel::checksChanged, this, &QueueTable::updateHeaderCheck);
  connect(&proxy, &QAbstractItemModel::modelReset, this, &QueueTable::updateHeaderCheck);
  connect(&proxy, &QAbstractItemModel::rowsInserted, this, &QueueTable::updateHeaderCheck);
  connect(&proxy, &QAbstractItemModel::rowsRemoved, this, &QueueTable::updateHeaderCheck);
  connect(this, &QAbstractItemView::doubleClicked, this, &QueueTable::activatedByUser);
  connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
  connect(&theme, &Theme::densityChanged, this,
          [this] { verticalHeader()->setDefaultSectionSize(m_theme.rowHeight()); });
  fitColumns();
}

std::optional<Id> QueueTable::focusedId() const {
  const QModelIndex current = currentIndex();
  if (!current.isValid() || current.row() >= m_proxy.rowCount())
    return std::nullopt;
  return m_proxy.itemAt(current.row()).row->id;
}

void QueueTable::focusRow(int proxyRow) {
  if (m_proxy.rowCount() == 0)
    return;
  const int row = std::clamp(proxyRow, 0, m_proxy.rowCount() - 1);
  const int column = currentIndex().isValid() ? currentIndex().column() : at(QueueColumn::Product);
  setCurrentIndex(m_proxy.index(row, column));
}

bool QueueTable::isFocusSeen() const {
  return currentIndex().isValid() && viewport()->rect().intersects(visualRect(currentIndex()));
}

// Rows that just came are not laid out yet, and what has no place cannot be scrolled to.
void QueueTable::showFocus() {
  executeDelayedItemsLayout();
  updateGeometries();
  if (currentIndex().isValid())
    scrollTo(currentIndex());
}

void QueueTable::focusId(const Id& id) {
  const int row = m_proxy.proxyRowOf(id);
  if (row >= 0)
    focusRow(row);
}

void QueueTable::moveFocus(int by) { focusRow(currentIndex().isValid() ? currentIndex().row() + by : 0); }

void QueueTable::checkAllShown(bool checked) {
  std::vector<Id> ids = m_proxy.shownIds();
  std::erase_if(ids, [this](const Id& id) { return m_model.isInFlight(id); });
  m_model.setChecked(ids, checked);
}

void QueueTable::updateHeaderCheck() {
  int checked = 0;
  const int shown = m_proxy.rowCount();
  if (m_model.checkedCount() > 0)
    for (int i = 0; i < shown; ++i)
      checked += m_model.isChecked(m_proxy.itemAt(i).row->id) ? 1 : 0;
  m_header->setCheckState(checked == 0 ? Qt::Unchecked : (checked == shown ? Qt::Checked : Qt::PartiallyChecked));
}

QList<QueueColumn> QueueTable::shownColumns() const {
  QList<QueueColumn> columns;
  for (int visual = 0; visual < m_header->count(); ++visual) {
    const int logical = m_header->logicalIndex(visual);
    if (logical != at(QueueColumn::Check) && !m_header->isSectionHidden(logical))
      columns << static_cast<QueueColumn>(logical);
  }
  return columns;
}

void QueueTable::sortBy(QueueColumn column, Qt::SortOrder order) { sortByColumn(at(column), order); }

// Bare letters and marks go up to the page; Enter opens the detail; the rest is the table's own navigation.
void QueueTable::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    if (!chord && !event->isAutoRepeat())
      emit activatedByUser();
    event->accept();
    return;
  }
  const bool typed = !event->text().isEmpty() && event->text().at(0).isPrint();
  if (typed || event->key() == Qt::Key_Escape || event->matches(QKeySequence::Copy) ||
      event->matches(QKeySequence::SelectAll)) {
    event->ignore();
    return;
  }
  QTableView::keyPressEvent(event);
}

// Shift and a click on a check box checks everything since the last one.
void QueueTable::mousePressEvent(QMouseEvent* event) {
  const QModelIndex index = indexAt(event->position().toPoint());
  if (index.isValid() && index.column() == at(QueueColumn::Check) && event->button() == Qt::LeftButton) {
    if ((event->modifiers() & Qt::ShiftModifier) && m_lastCheckedRow >= 0 && m_lastCheckedRow < m_proxy.rowCount()) {
      std::vector<Id> ids;
      const auto [first, last] = std::minmax(m_lastCheckedRow, index.row());
      for (int i = first; i <= last; ++i)
        if (i != index.row())
          ids.push_back(m_proxy.itemAt(i).row->id); // the release on this row toggles it
      m_model.setChecked(ids, true);
    }
    m_lastCheckedRow = index.row();
  }
  QTableView::mousePressEvent(event);
}

void QueueTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  fitColumns();
}

void QueueTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTableView::currentChanged(current, previous);
  if (current.row() != previous.row() || !previous.isValid())
    emit focusChanged();
}

void QueueTable::fitColumns() {
  m_fitting = true;
  QList<QueueColumn> hidden = m_hiddenByUser;
  const int room = viewport()->width();
  const auto total = [&hidden](bool ideal) {
    int sum = 0;
    for (const Width& w : kWidths)
      if (!hidden.contains(w.column))
        sum += ideal ? w.ideal : w.least;
    return sum;
  };
  if (!m_columnsChosen)
    for (const QueueColumn c : kOptional) {
      hidden.removeAll(c);
      if (total(true) + kSpare > room)
        hidden << c;
    }
  if (!m_sizedByUser)
    for (const QueueColumn c : kDroppable)
      if (total(false) > room && !hidden.contains(c))
        hidden << c;
  for (const Width& w : kWidths)
    setColumnHidden(at(w.column), hidden.contains(w.column));
  if (!m_sizedByUser) {
    const int least = total(false), ideal = total(true);
    int shares = 0;
    for (const Width& w : kWidths)
      shares += hidden.contains(w.column) ? 0 : w.share;
    const double grown = ideal > least ? std::clamp(double(room - least) / (ideal - least), 0.0, 1.0) : 1.0;
    const int over = std::max(0, room - ideal);
    for (const Width& w : kWidths)
      setColumnWidth(at(w.column),
                     static_cast<int>(w.least + (w.ideal - w.least) * grown) + (shares ? over * w.share / shares : 0));
  }
  m_header->setStretchLastSection(true);
  m_fitting = false;
}

void QueueTable::showColumnMenu(const QPoint& where) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const Width& w : kWidths) {
    if (w.column == QueueColumn::Check || w.column == QueueColumn::Proposed)
      continue;
    QAction* action = menu->addAction(QueueModel::columnName(w.column));
    action->setCheckable(true);
    action->setChecked(!isColumnHidden(at(w.column)));
    connect(action, &QAction::toggled, this, [this, column = w.column](bool shown) {
      if (!std::exchange(m_columnsChosen, true)) { // from here on what is on the screen is his choice
        m_hiddenByUser.clear();
        for (const QueueColumn c : kOptional)
          if (isColumnHidden(at(c)))
            m_hiddenByUser << c;
      }
      m_hiddenByUser.removeAll(column);
      if (!shown)
        m_hiddenByUser << column;
      fitColumns();
    });
  }
  menu->addSeparator();
  connect(menu->addAction(tr("Fit columns to the window")), &QAction::triggered, this, [this] {
    m_sizedByUser = false;
    fitColumns();
  });
  menu->popup(m_header->mapToGlobal(where));
}

void QueueTable::save(QSettings& settings) const {
  settings.setValue(QStringLiteral("header"), m_header->saveState());
  settings.setValue(QStringLiteral("sizedByUser"), m_sizedByUser);
  QStringList hidden;
  for (const QueueColumn c : m_hiddenByUser)
    hidden << QString::number(at(c));
  settings.setValue(QStringLiteral("hidden"), hidden);
  settings.setValue(QStringLiteral("columnsChosen"), m_columnsChosen);
  settings.setValue(QStringLiteral("sortColumn"), m_header->sortIndicatorSection());
  settings.setValue(QStringLiteral("sortOrder"), static_cast<int>(m_header->sortIndicatorOrder()));
}

void QueueTable::restore(const QSettings& settings) {
  if (!settings.contains(QStringLiteral("header")))
    return;
  m_fitting = true;
  m_sizedByUser = settings.value(QStringLiteral("sizedByUser")).toBool();
  m_header->restoreState(settings.value(QStringLiteral("header")).toByteArray());
  m_columnsChosen = settings.value(QStringLiteral("columnsChosen")).toBool();
  m_hiddenByUser.clear();
  const QStringList hidden = settings.value(QStringLiteral("hidden")).toStringList();
  for (const QString& c : hidden)
    m_hiddenByUser << static_cast<QueueColumn>(std::clamp(c.toInt(), 1, at(QueueColumn::Expires)));
  const int column = settings.value(QStringLiteral("sortColumn"), at(QueueColumn::Stake)).toInt();
  const int order = settings.value(QStringLiteral("sortOrder"), 1).toInt();
  m_fitting = false;
  sortBy(static_cast<QueueColumn>(std::clamp(column, 1, at(QueueColumn::Expires))),
         order == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
  fitColumns();
}

} // namespace pricewright
