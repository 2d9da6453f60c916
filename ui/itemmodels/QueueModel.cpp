// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/QueueModel.h"

#include "itemmodels/Format.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr int kMergeAtMost = 64; // more rows going or coming than that: one reset is quicker than many small steps

QString haystackOf(const QueueRow& r) {
  return (r.sku + QLatin1Char('\n') + r.product + QLatin1Char('\n') + r.zone + QLatin1Char('\n') + r.category)
      .toCaseFolded();
}

std::vector<QueueItem> itemsOf(const QueueSnapshot& snapshot) {
  std::vector<QueueItem> items;
  items.reserve(snapshot.pending.size() + snapshot.approved.size());
  for (const QueueRow& r : snapshot.pending)
    items.push_back({&r, false, haystackOf(r)});
  for (const QueueRow& r : snapshot.approved)
    items.push_back({&r, true, haystackOf(r)});
  return items;
}

// 5 % of the rows at each end may run out of the scale: one wild interval must not flatten all others.
double percentile(std::vector<double> values, double share) {
  if (values.empty())
    return 0;
  const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

} // namespace

void QueueModel::setSnapshot(const QueueSnapshotPtr& snapshot) {
  std::vector<QueueItem> fresh = snapshot ? itemsOf(*snapshot) : std::vector<QueueItem>();
  std::unordered_set<Id> known;
  for (const QueueItem& i : fresh)
    known.insert(i.row->id);
  const auto gone = [&known](const Id& id) { return !known.contains(id); };
  const std::size_t checksBefore = m_checked.size();
  std::erase_if(m_checked, gone);
  for (const QueueItem& i : fresh)
    if (const auto sent = m_inFlight.find(i.row->id);
        sent != m_inFlight.end() && sent->second != std::pair(i.row->contentHash, i.row->state))
      m_inFlight.erase(sent);
  std::erase_if(m_inFlight, [&gone](const auto& entry) { return gone(entry.first); });
  if (snapshot)
    m_now = snapshot->now;
  merge(std::move(fresh), snapshot);
  if (m_checked.size() != checksBefore)
    emit checksChanged();
}

// Takes out what went, puts in what came, updates the rest: the order within the model does not matter, the proxy
// sorts.
void QueueModel::merge(std::vector<QueueItem> fresh, const QueueSnapshotPtr& snapshot) {
  std::unordered_map<Id, const QueueItem*> freshById;
  for (const QueueItem& i : fresh)
    freshById.emplace(i.row->id, &i);
  std::vector<int> going;
  for (int i = 0; i < rowCount(); ++i)
    if (!freshById.contains(item(i).row->id))
      going.push_back(i);
  const int coming = static_cast<int>(fresh.size()) - (rowCount() - static_cast<int>(going.size()));
  if (m_items.empty() || static_cast<int>(going.size()) + coming > kMergeAtMost) {
    beginResetModel();
    m_items = std::move(fresh);
    m_snapshot = snapshot;
    reindex();
    measureScale();
    endResetModel();
    return;
  }
  const QueueSnapshotPtr keepOldAlive = m_snapshot;
  for (auto at = going.rbegin(); at != going.rend(); ++at) {
    beginRemoveRows({}, *at, *at);
    m_items.erase(m_items.begin() + *at);
    reindex();
    endRemoveRows();
  }
  for (QueueItem& i : m_items)
    i = *freshById.at(i.row->id);
  m_snapshot = snapshot;
  measureScale();
  if (!m_items.empty())
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  std::vector<QueueItem> arrived;
  for (const QueueItem& i : fresh)
    if (!m_rowOf.contains(i.row->id))
      arrived.push_back(i);
  if (!arrived.empty()) {
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(arrived.size()) - 1);
    m_items.insert(m_items.end(), arrived.begin(), arrived.end());
    reindex();
    endInsertRows();
  }
}

void QueueModel::reindex() {
  m_rowOf.clear();
  for (int i = 0; i < rowCount(); ++i)
    m_rowOf.emplace(item(i).row->id, i);
}

void QueueModel::measureScale() {
  std::vector<double> lows, highs;
  m_mixedCurrencies = false;
  Currency first;
  for (const QueueItem& i : m_items) {
    if (std::isfinite(i.row->profitLow) && std::isfinite(i.row->profitHigh)) {
      lows.push_back(i.row->profitLow);
      highs.push_back(i.row->profitHigh);
    }
    const Currency c = i.row->proposed.currency();
    if (!first.isValid())
      first = c;
    else if (c != first)
      m_mixedCurrencies = true;
  }
  const double low = std::min(0.0, percentile(lows, 0.05)), high = std::max(0.0, percentile(highs, 0.95));
  m_scale = high > low ? std::pair(low, high) : std::pair(-1.0, 1.0);
  const QString mark = m_mixedCurrencies ? QString() : currencyMark(first);
  if (mark == m_currencyMark)
    return;
  m_currencyMark = mark;
  emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int QueueModel::rowOf(const Id& id) const {
  const auto found = m_rowOf.find(id);
  return found == m_rowOf.end() ? -1 : found->second;
}

void QueueModel::setChecked(const std::vector<Id>& ids, bool checked) {
  for (const Id& id : ids) {
    const int row = rowOf(id);
    if (row < 0)
      continue;
    if (checked)
      m_checked.insert(id);
    else
      m_checked.erase(id);
    if (ids.size() <= kMergeAtMost)
      emit dataChanged(index(row, 0), index(row, 0), {Qt::CheckStateRole});
  }
  if (ids.size() > kMergeAtMost)
    emit dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
  emit checksChanged();
}

void QueueModel::setInFlight(const std::vector<Id>& ids, bool inFlight) {
  if (ids.empty() || m_items.empty())
    return;
  for (const Id& id : ids) {
    const int row = rowOf(id);
    if (!inFlight)
      m_inFlight.erase(id);
    else if (row >= 0)
      m_inFlight[id] = {item(row).row->contentHash, item(row).row->state};
  }
  emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {DimmedRole});
}

void QueueModel::setChanges(std::unordered_map<Id, QStringList> changes) {
  if (changes == m_changes)
    return;
  m_changes = std::move(changes);
  if (rowCount() > 0)
    emit dataChanged(index(0, int(QueueColumn::Why)), index(rowCount() - 1, int(QueueColumn::Why)));
}

QStringList QueueModel::changesOf(const Id& id) const {
  const auto found = m_changes.find(id);
  return found == m_changes.end() ? QStringList() : found->second;
}

void QueueModel::setNow(Instant now) {
  m_now = now;
  const int why = static_cast<int>(QueueColumn::Why);
  for (int i = 0; i < rowCount(); ++i)
    if (item(i).waiting)
      emit dataChanged(index(i, why), index(i, why), {DetailRole, Qt::DisplayRole});
}

int QueueModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}
int QueueModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(QueueColumn::Count);
}

bool QueueModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole || index.column() != 0)
    return false;
  setChecked({item(index.row()).row->id}, value.toInt() == Qt::Checked);
  return true;
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const {
  if (!index.isValid())
    return Qt::NoItemFlags;
  Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
  if (index.column() == 0)
    flags |= Qt::ItemIsUserCheckable;
  return flags;
}

QString QueueModel::tsv(const std::vector<int>& rows, const QList<QueueColumn>& columns) const {
  QStringList lines, cells;
  for (const QueueColumn c : columns) {
    if (c == QueueColumn::Interval)
      cells << tr("Profit low") << tr("Profit high");
    else if (c == QueueColumn::Margin)
      cells << tr("Margin now %") << tr("Margin then %");
    else
      cells << headerData(static_cast<int>(c), Qt::Horizontal, Qt::DisplayRole).toString();
  }
  lines << cells.join(QLatin1Char('\t'));
  for (const int row : rows) {
    cells.clear();
    for (const QueueColumn c : columns) {
      QString cell = plainText(item(row), c);
      if (c != QueueColumn::Interval && c != QueueColumn::Margin)
        cell.replace(QLatin1Char('\t'), QLatin1Char(' '));
      cells << cell.replace(QLatin1Char('\n'), QLatin1Char(' '));
    }
    lines << cells.join(QLatin1Char('\t'));
  }
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace pricewright
