// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/QueueProxy.h"

#include "itemmodels/Words.h"

namespace pricewright {
namespace {

int sign(auto a, auto b) { return a < b ? -1 : (b < a ? 1 : 0); }

int compareTexts(const QString& a, const QString& b) { return QString::compare(a, b, Qt::CaseInsensitive); }

// Across currencies amounts cannot be compared: rows of one currency stay together.
int compareMoney(const Money& a, const Money& b) {
  return a.sameCurrency(b) ? sign(a.minor(), b.minor()) : (a.currency() < b.currency() ? -1 : 1);
}

int compareBy(QueueColumn column, const QueueRow& a, const QueueRow& b) {
  switch (column) {
  case QueueColumn::Sku:
    return compareTexts(a.sku, b.sku);
  case QueueColumn::Product:
    return compareTexts(a.product, b.product);
  case QueueColumn::Zone:
    return compareTexts(a.zone, b.zone);
  case QueueColumn::Category:
    return compareTexts(a.category, b.category);
  case QueueColumn::Now:
    return compareMoney(a.now, b.now);
  case QueueColumn::Proposed:
    return compareMoney(a.proposed, b.proposed);
  case QueueColumn::Change:
    return sign(a.changeBp, b.changeBp);
  case QueueColumn::Margin:
    return sign(a.marginThenBp, b.marginThenBp);
  case QueueColumn::Profit:
    return sign(a.profit, b.profit);
  case QueueColumn::Interval:
    return sign(a.profitHigh - a.profitLow, b.profitHigh - b.profitLow);
  case QueueColumn::Confidence:
    return sign(a.confidence, b.confidence);
  case QueueColumn::Why:
    return compareTexts(a.primaryReason, b.primaryReason);
  case QueueColumn::Expires:
    return sign(a.expiresAt, b.expiresAt);
  case QueueColumn::Stake:
  case QueueColumn::Check:
  case QueueColumn::Count:
    break;
  }
  return sign(a.stake, b.stake);
}

} // namespace

QueueProxy::QueueProxy(QueueModel& model, QObject* parent) : QSortFilterProxyModel(parent), m_model(model) {
  setSourceModel(&model);
  sortBy(QueueColumn::Stake, Qt::DescendingOrder);
}

void QueueProxy::sortBy(QueueColumn column, Qt::SortOrder order) { sort(static_cast<int>(column), order); }

void QueueProxy::setFilter(const Filter& filter) {
  if (filter == m_filter)
    return;
  m_filter = filter;
  m_words = filter.text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  invalidateFilter();
}

const QueueItem& QueueProxy::itemAt(int proxyRow) const { return m_model.item(mapToSource(index(proxyRow, 0)).row()); }

int QueueProxy::proxyRowOf(const Id& id) const {
  const int row = m_model.rowOf(id);
  return row < 0 ? -1 : mapFromSource(m_model.index(row, 0)).row();
}

std::vector<Id> QueueProxy::shownIds() const {
  std::vector<Id> ids;
  ids.reserve(static_cast<std::size_t>(rowCount()));
  for (int i = 0; i < rowCount(); ++i)
    ids.push_back(itemAt(i).row->id);
  return ids;
}

bool QueueProxy::filterAcceptsRow(int sourceRow, const QModelIndex&) const {
  const QueueItem& i = m_model.item(sourceRow);
  if (m_filter.decided)
    return false;
  if (m_filter.changed && m_model.changesOf(i.row->id).isEmpty())
    return false;
  if (i.waiting != m_filter.waiting)
    return false;
  if (!i.waiting && m_model.isSnoozed(*i.row) != m_filter.snoozed)
    return false;
  if (!m_filter.reason.isEmpty() && !m_filter.waiting && reasonFamily(i.row->primaryReason) != m_filter.reason)
    return false;
  if (!m_filter.category.isEmpty() && i.row->category != m_filter.category)
    return false;
  return std::all_of(m_words.begin(), m_words.end(), [&i](const QString& word) { return i.haystack.contains(word); });
}

bool QueueProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  const QueueRow &a = *m_model.item(left.row()).row, &b = *m_model.item(right.row()).row;
  int order = compareBy(static_cast<QueueColumn>(left.column()), a, b);
  if (order == 0)
    order = sign(a.stake, b.stake);
  // The id breaks what is left the same way in both directions.
  if (order == 0)
    return sortOrder() == Qt::AscendingOrder ? a.id < b.id : b.id < a.id;
  return order < 0;
}

} // namespace pricewright
