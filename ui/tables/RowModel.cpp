// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/RowModel.h"

#include <algorithm>
#include <cmath>

namespace pricewright {

RowModel::RowModel(std::vector<Column> columns, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)), m_scales(m_columns.size()) {
  const auto forget = [this] { std::fill(m_scales.begin(), m_scales.end(), std::nullopt); };
  connect(this, &QAbstractItemModel::modelReset, this, forget);
  connect(this, &QAbstractItemModel::dataChanged, this, forget);
}

int RowModel::columnOf(QStringView key) const {
  for (std::size_t c = 0; c < m_columns.size(); ++c)
    if (m_columns[c].key == key)
      return static_cast<int>(c);
  return -1;
}

void RowModel::setUnit(int column, const QString& unit) {
  QString& now = m_columns[static_cast<std::size_t>(column)].unit;
  if (now == unit)
    return;
  now = unit;
  emit headerDataChanged(Qt::Horizontal, column, column);
}

int RowModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

// One wild interval must not flatten all others, and the largest are those that matter: the scale holds all of them as
// long as none reaches farther than three times what nineteen of twenty reach; such a one runs out of it.
std::pair<double, double> RowModel::scale(int column) const {
  std::optional<std::pair<double, double>>& known = m_scales[static_cast<std::size_t>(column)];
  if (known)
    return *known;
  constexpr double kUsual = 0.95, kTimes = 3;
  std::vector<double> below{0}, above{0}; // how far from nothing
  for (int row = 0; row < rowCount(); ++row)
    if (const CellInterval i = interval(row, column); std::isfinite(i.low) && std::isfinite(i.high)) {
      below.push_back(std::max(0.0, -i.low));
      above.push_back(std::max(0.0, i.high));
    }
  const auto reach = [](std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    const double usual = values[static_cast<std::size_t>(kUsual * static_cast<double>(values.size() - 1))];
    return usual > 0 ? std::min(values.back(), kTimes * usual) : values.back();
  };
  const double low = -reach(below), high = reach(above);
  known = high > low ? std::pair(low, high) : std::pair(-1.0, 1.0);
  return *known;
}

QVariant RowModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const int row = index.row(), c = index.column();
  switch (role) {
  case Qt::DisplayRole:
    return text(row, c);
  case Qt::EditRole:
    return editText(row, c);
  case Qt::TextAlignmentRole:
    return QVariant(Qt::AlignVCenter | (isNumeric(column(c).kind) ? Qt::AlignRight : Qt::AlignLeft));
  case Qt::ToolTipRole: {
    const QString words = detail(row, c);
    return words.isEmpty() ? QVariant() : QVariant(words);
  }
  case Qt::AccessibleTextRole:
    return spoken(row, c);
  case ToneRole:
    return static_cast<int>(tone(row, c));
  case DetailRole:
    return detail(row, c);
  case NumberRole:
    return number(row, c);
  case IntervalRole: {
    const CellInterval i = interval(row, c);
    return QVariantList{i.low, i.middle, i.high};
  }
  case ScaleRole: {
    const auto [low, high] = scale(c);
    return QVariantList{low, high};
  }
  case SeriesRole: {
    QVariantList points;
    for (const double value : series(row, c))
      points << value;
    return points;
  }
  case DimmedRole:
    return dimmed(row);
  default:
    return {};
  }
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
    return {};
  const Column& c = column(section);
  switch (role) {
  case Qt::DisplayRole:
    return c.unit.isEmpty() ? c.name : c.name + QChar(0xA0) + c.unit;
  case Qt::TextAlignmentRole:
    return QVariant(Qt::AlignVCenter | (isNumeric(c.kind) ? Qt::AlignRight : Qt::AlignLeft));
  case Qt::ToolTipRole:
    return c.help.isEmpty() ? c.name : c.name + QStringLiteral("\n") + c.help;
  case Qt::AccessibleTextRole:
    return c.name;
  default:
    return {};
  }
}

Qt::ItemFlags RowModel::flags(const QModelIndex& index) const {
  if (!index.isValid())
    return Qt::NoItemFlags;
  Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
  if (column(index.column()).editable)
    flags |= Qt::ItemIsEditable;
  return flags;
}

bool RowModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || !column(index.column()).editable)
    return false;
  const QString typed = value.toString().trimmed();
  if (typed == editText(index.row(), index.column()) || !checkEdit(index.row(), index.column(), typed).isEmpty())
    return false;
  emit editsWanted({{key(index.row()), index.column(), typed}});
  return true;
}

} // namespace pricewright
