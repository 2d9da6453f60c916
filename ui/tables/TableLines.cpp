// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/TableLines.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pricewright {

TableLines::TableLines(RowModel& rows, QObject* parent) : QAbstractTableModel(parent), m_rows(rows) {
  m_collator.setNumericMode(true);
  m_collator.setCaseSensitivity(Qt::CaseInsensitive);
  connect(&rows, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
    emit aboutToRebuild();
    beginResetModel();
  });
  connect(&rows, &QAbstractItemModel::modelReset, this, [this] {
    forget();
    putInOrder();
    putInGroups();
    endResetModel();
    emit rebuilt();
  });
  connect(&rows, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& from, const QModelIndex& to) {
    forget();
    for (int row = from.row(); row <= to.row(); ++row)
      if (const int line = lineOfRow(row); line >= 0)
        emit dataChanged(index(line, 0), index(line, columnCount() - 1));
  });
  connect(&rows, &QAbstractItemModel::headerDataChanged, this, &QAbstractItemModel::headerDataChanged);
  putInOrder();
  putInGroups();
}

void TableLines::forget() {
  m_numbers.clear();
  m_texts.clear();
  m_details.clear();
  m_collated.clear();
  m_rowOfKey.clear();
}

const std::vector<double>& TableLines::numbers(int column) const {
  const auto [at, isNew] = m_numbers.try_emplace(column);
  if (isNew) {
    at->second.reserve(static_cast<std::size_t>(m_rows.rowCount()));
    for (int row = 0; row < m_rows.rowCount(); ++row)
      at->second.push_back(m_rows.number(row, column));
  }
  return at->second;
}

const std::vector<QString>& TableLines::folded(int column) const {
  const auto [at, isNew] = m_texts.try_emplace(column);
  if (isNew) {
    at->second.reserve(static_cast<std::size_t>(m_rows.rowCount()));
    for (int row = 0; row < m_rows.rowCount(); ++row)
      at->second.push_back(m_rows.text(row, column).toCaseFolded());
  }
  return at->second;
}

const std::vector<QString>& TableLines::foldedDetails(int column) const {
  const auto [at, isNew] = m_details.try_emplace(column);
  if (isNew) {
    at->second.reserve(static_cast<std::size_t>(m_rows.rowCount()));
    for (int row = 0; row < m_rows.rowCount(); ++row)
      at->second.push_back(m_rows.detail(row, column).toCaseFolded());
  }
  return at->second;
}

const std::vector<QCollatorSortKey>& TableLines::collated(int column) const {
  const auto [at, isNew] = m_collated.try_emplace(column);
  if (isNew) {
    at->second.reserve(static_cast<std::size_t>(m_rows.rowCount()));
    for (int row = 0; row < m_rows.rowCount(); ++row)
      at->second.push_back(m_collator.sortKey(m_rows.text(row, column)));
  }
  return at->second;
}

bool TableLines::setColumnFilter(int column, const QString& typed) {
  const QString trimmed = typed.trimmed();
  if (m_typed.value(column) == trimmed)
    return !isFilterBad(column);
  const auto understood = CellFilter::parse(trimmed, m_rows.column(column).kind, QDate::currentDate());
  m_typed.remove(column);
  m_bad.remove(column);
  m_filters.remove(column);
  if (!trimmed.isEmpty())
    m_typed.insert(column, trimmed);
  if (!understood)
    m_bad.insert(column, true);
  else if (!understood->isEmpty())
    m_filters.insert(column, *understood);
  rebuild();
  emit filterChanged();
  return understood.has_value();
}

void TableLines::setTextFilter(const QString& words) {
  const QStringList wanted = words.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  if (wanted == m_words)
    return;
  m_words = wanted;
  rebuild();
  emit filterChanged();
}

void TableLines::setPageFilter(Accepts accepts) {
  m_accepts = std::move(accepts);
  rebuild();
  emit filterChanged();
}

void TableLines::clearFilters() {
  if (m_typed.isEmpty() && m_words.isEmpty())
    return;
  m_typed.clear();
  m_bad.clear();
  m_filters.clear();
  m_words.clear();
  rebuild();
  emit filterChanged();
}

bool TableLines::isFiltered() const { return !m_filters.isEmpty() || !m_words.isEmpty() || m_accepts; }

void TableLines::setSort(std::vector<SortKey> keys) {
  if (keys == m_sort)
    return;
  m_sort = std::move(keys);
  rebuild();
  emit sortChanged();
}

void TableLines::setGroupColumn(int column) {
  if (column == m_group)
    return;
  m_group = column;
  m_foldedGroups.clear();
  m_allFolded = false;
  rebuild();
}

void TableLines::setFolded(int line, bool folded) {
  if (!isGroup(line) || isFolded(line) == folded)
    return;
  m_foldedGroups.insert(m_groups[static_cast<std::size_t>(lineAt(line).group)].name, folded);
  rebuild();
}

void TableLines::setAllFolded(bool folded) {
  m_foldedGroups.clear();
  m_allFolded = folded;
  rebuild();
}

bool TableLines::isFolded(int line) const {
  const int group = lineAt(line).group;
  return group >= 0 && m_foldedGroups.value(m_groups[static_cast<std::size_t>(group)].name, m_allFolded);
}

bool TableLines::accepts(int row) const {
  if (m_accepts && !m_accepts(row))
    return false;
  const auto at = static_cast<std::size_t>(row);
  for (auto f = m_filters.begin(); f != m_filters.end(); ++f) {
    const bool numeric = isNumeric(m_rows.column(f.key()).kind);
    if (!f->matches(folded(f.key())[at], foldedDetails(f.key())[at],
                    numeric ? numbers(f.key())[at] : std::numeric_limits<double>::quiet_NaN()))
      return false;
  }
  return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) {
    for (int c = 0; c < columnCount(); ++c)
      if (!isNumeric(m_rows.column(c).kind) && folded(c)[at].contains(word))
        return true;
    return false;
  });
}

// What is missing stands last in both directions.
int TableLines::compare(int a, int b, const SortKey& key) const {
  const auto i = static_cast<std::size_t>(a), j = static_cast<std::size_t>(b);
  const int direction = key.order == Qt::AscendingOrder ? 1 : -1;
  if (isNumeric(m_rows.column(key.column).kind)) {
    const std::vector<double>& n = numbers(key.column);
    const bool noA = std::isnan(n[i]), noB = std::isnan(n[j]);
    if (noA || noB)
      return int(noA) - int(noB);
    return n[i] < n[j] ? -direction : (n[j] < n[i] ? direction : 0);
  }
  const std::vector<QString>& texts = folded(key.column);
  if (texts[i].isEmpty() || texts[j].isEmpty())
    return int(texts[i].isEmpty()) - int(texts[j].isEmpty());
  const std::vector<QCollatorSortKey>& keys = collated(key.column);
  const int order = keys[i].compare(keys[j]);
  return order < 0 ? -direction : (order > 0 ? direction : 0);
}

void TableLines::putInOrder() {
  m_order.clear();
  for (int row = 0; row < m_rows.rowCount(); ++row)
    if (accepts(row))
      m_order.push_back(row);
  std::vector<SortKey> keys = m_sort;
  if (m_group >= 0) // a group stays together, in the direction that its column was given
    keys.insert(keys.begin(), [&] {
      for (const SortKey& k : m_sort)
        if (k.column == m_group)
          return k;
      return SortKey{m_group, Qt::AscendingOrder};
    }());
  if (keys.empty())
    return;
  std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
    for (const SortKey& key : keys)
      if (const int order = compare(a, b, key); order != 0)
        return order < 0;
    return false;
  });
}

void TableLines::putInGroups() {
  m_lines.clear();
  m_groups.clear();
  m_lineOfRow.assign(static_cast<std::size_t>(m_rows.rowCount()), -1);
  const auto put = [this](int row, int group) {
    m_lineOfRow[static_cast<std::size_t>(row)] = static_cast<int>(m_lines.size());
    m_lines.push_back({row, group});
  };
  if (m_group < 0) {
    for (const int row : m_order)
      put(row, -1);
    return;
  }
  for (std::size_t at = 0; at < m_order.size();) {
    Group group{m_rows.text(m_order[at], m_group), at, 0};
    while (at < m_order.size() && m_rows.text(m_order[at], m_group) == group.name)
      ++at;
    group.count = at - group.first;
    const int number = static_cast<int>(m_groups.size());
    m_lines.push_back({-1, number});
    if (!m_foldedGroups.value(group.name, m_allFolded))
      for (std::size_t i = group.first; i < at; ++i)
        put(m_order[i], number);
    m_groups.push_back(std::move(group));
  }
}

void TableLines::rebuild() {
  emit aboutToRebuild();
  beginResetModel();
  putInOrder();
  putInGroups();
  endResetModel();
  emit rebuilt();
}

std::vector<int> TableLines::rowsOfGroup(int line) const {
  const Line& l = lineAt(line);
  if (l.group < 0)
    return {};
  const Group& g = m_groups[static_cast<std::size_t>(l.group)];
  const auto first = m_order.begin() + static_cast<std::ptrdiff_t>(g.first);
  return {first, first + static_cast<std::ptrdiff_t>(g.count)};
}

int TableLines::lineOfRow(int row) const {
  return row >= 0 && static_cast<std::size_t>(row) < m_lineOfRow.size() ? m_lineOfRow[static_cast<std::size_t>(row)]
                                                                        : -1;
}

int TableLines::lineOfKey(const QString& key) const {
  if (m_rowOfKey.empty())
    for (int row = 0; row < m_rows.rowCount(); ++row)
      m_rowOfKey.emplace(m_rows.key(row), row);
  const auto found = m_rowOfKey.find(key);
  return found == m_rowOfKey.end() ? -1 : lineOfRow(found->second);
}

QString TableLines::keyAt(int line) const { return isGroup(line) ? QString() : m_rows.key(rowAt(line)); }

double TableLines::total(const std::vector<int>& rows, int column) const {
  const Total how = m_rows.column(column).total;
  if (how == Total::None)
    return std::numeric_limits<double>::quiet_NaN();
  double sum = 0;
  int count = 0;
  for (const int row : rows)
    if (const double value = numbers(column)[static_cast<std::size_t>(row)]; std::isfinite(value)) {
      sum += value;
      ++count;
    }
  if (count == 0)
    return std::numeric_limits<double>::quiet_NaN();
  return how == Total::Sum ? sum : sum / count;
}

QString TableLines::totalText(const std::vector<int>& rows, int column) const {
  const double value = total(rows, column);
  if (std::isnan(value))
    return {};
  const CellKind kind = m_rows.column(column).kind;
  const bool whole = kind == CellKind::Number && std::abs(value) >= 100;
  const int places = kind == CellKind::Money ? (std::abs(value) >= 10'000 ? 0 : 2) : (whole ? 0 : 1);
  const QString text = QLocale().toString(value, 'f', places);
  return m_rows.column(column).total == Total::Mean ? QStringLiteral("⌀ ") + text : text;
}

int TableLines::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}
int TableLines::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows.columnCount(); }

QVariant TableLines::groupData(int line, int column, int role) const {
  const Group& group = m_groups[static_cast<std::size_t>(lineAt(line).group)];
  const bool isName = column == m_group;
  switch (role) {
  case Qt::DisplayRole:
  case Qt::AccessibleTextRole:
    return isName ? tr("%1 (%2)").arg(group.name.isEmpty() ? tr("none") : group.name,
                                      QLocale().toString(static_cast<qulonglong>(group.count)))
                  : totalText(rowsOfGroup(line), column);
  case Qt::TextAlignmentRole:
    return m_rows.headerData(column, Qt::Horizontal, role);
  default:
    return {};
  }
}

QVariant TableLines::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const Line& line = lineAt(index.row());
  if (role == RowModel::LineRole)
    return line.row < 0 ? (isFolded(index.row()) ? 2 : 1) : 0; // 1: a group, open; 2: folded
  if (line.row < 0)
    return groupData(index.row(), index.column(), role);
  return m_rows.data(m_rows.index(line.row, index.column()), role);
}

bool TableLines::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid) || isGroup(index.row()))
    return false;
  return m_rows.setData(m_rows.index(rowAt(index.row()), index.column()), value, role);
}

QVariant TableLines::headerData(int section, Qt::Orientation orientation, int role) const {
  return orientation == Qt::Horizontal ? m_rows.headerData(section, orientation, role) : QVariant();
}

Qt::ItemFlags TableLines::flags(const QModelIndex& index) const {
  if (!index.isValid())
    return Qt::NoItemFlags;
  if (isGroup(index.row()))
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
  return m_rows.flags(m_rows.index(rowAt(index.row()), index.column()));
}

} // namespace pricewright
