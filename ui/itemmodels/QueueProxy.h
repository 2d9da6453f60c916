// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "itemmodels/QueueModel.h"

#include <QSortFilterProxyModel>

namespace pricewright {

// What of the queue is shown, in which order. Compares rows directly, not through QVariant: 10,000 rows sort in
// milliseconds. Ties go by value at stake, then by id, so an order is always the same.
class QueueProxy : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  explicit QueueProxy(QueueModel& model, QObject* parent = nullptr);
  struct Filter {
    QString reason;       // family of the primary reason; empty = all
    bool waiting = false; // approved rows instead of pending ones
    QString category;     // empty = all
    QString text;         // every word must occur in SKU, product, zone or category
    bool snoozed = false; // pending rows that are put off instead of the others
    bool changed = false; // only those whose facts have changed since
    bool decided = false; // not the queue at all, but what is over
    bool operator==(const Filter&) const = default;
  };
  void setFilter(const Filter& filter);
  const Filter& filter() const { return m_filter; }
  void refilter() { invalidateFilter(); } // time has passed: what was put off is back
  void sortBy(QueueColumn column, Qt::SortOrder order);
  const QueueItem& itemAt(int proxyRow) const;
  int proxyRowOf(const Id& id) const; // −1: not shown
  std::vector<Id> shownIds() const;

 protected:
  bool filterAcceptsRow(int sourceRow, const QModelIndex& parent) const override;
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  QueueModel& m_model;
  Filter m_filter;
  QStringList m_words;
};

} // namespace pricewright
