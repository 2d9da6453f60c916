// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Engine.h"

#include <QAbstractTableModel>

#include <unordered_map>
#include <unordered_set>

namespace pricewright {

enum class QueueColumn {
  Check,
  Sku,
  Product,
  Zone,
  Category,
  Now,
  Proposed,
  Change,
  Margin,
  Profit,
  Interval,
  Confidence,
  Why,
  Stake,
  Expires,
  Count
};

// One row as the table holds it: the snapshot's row, and what the user has done with it since.
struct QueueItem {
  const QueueRow* row = nullptr; // in the snapshot that the model keeps alive
  bool waiting = false;          // approved, not yet released
  QString haystack;              // what the text filter looks in, folded
};

// The approval queue as a table: pending rows first, then approved ones that wait for release. A new snapshot is
// merged, so that focus, checks and scroll position stay where they were. GUI thread.
class QueueModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Role { ToneRole = Qt::UserRole + 1, DetailRole, DimmedRole };
  using QAbstractTableModel::QAbstractTableModel;

  void setSnapshot(const QueueSnapshotPtr& snapshot);
  const QueueSnapshotPtr& snapshot() const { return m_snapshot; }
  const QueueItem& item(int row) const { return m_items[static_cast<std::size_t>(row)]; }
  int rowOf(const Id& id) const; // −1: not here

  bool isChecked(const Id& id) const { return m_checked.contains(id); }
  void setChecked(const std::vector<Id>& ids, bool checked);
  int checkedCount() const { return static_cast<int>(m_checked.size()); }
  // Rows that were decided and not answered yet are dimmed and count no more, until they are answered or come back
  // changed.
  void setInFlight(const std::vector<Id>& ids, bool inFlight);
  bool isInFlight(const Id& id) const { return m_inFlight.contains(id); }

  bool isSnoozed(const QueueRow& row) const { return row.snoozedUntil && *row.snoozedUntil > m_now; }
  // What has changed since these prices were proposed, as codes: marked until the next word.
  void setChanges(std::unordered_map<Id, QStringList> changes);
  QStringList changesOf(const Id& id) const;
  int changedCount() const { return static_cast<int>(m_changes.size()); }
  void setNow(Instant now); // for countdowns; repaints what counts
  Instant now() const { return m_now; }
  std::pair<double, double> intervalScale() const { return m_scale; }
  QString tsv(const std::vector<int>& rows, const QList<QueueColumn>& columns) const; // with headers

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  static QString columnName(QueueColumn column); // without unit

 signals:
  void checksChanged();

 private:
  QString text(const QueueItem& item, QueueColumn column) const;
  QString spokenText(const QueueItem& item, QueueColumn column) const;
  QString plainText(const QueueItem& item, QueueColumn column) const;
  QString whyDetail(const QueueItem& item) const;
  void merge(std::vector<QueueItem> fresh, const QueueSnapshotPtr& snapshot);
  void reindex();
  void measureScale();
  QueueSnapshotPtr m_snapshot;
  std::vector<QueueItem> m_items;
  std::unordered_map<Id, int> m_rowOf;
  std::unordered_set<Id> m_checked;
  std::unordered_map<Id, QStringList> m_changes;
  std::unordered_map<Id, std::pair<QString, DecisionState>> m_inFlight; // with the content and state that were sent
  std::pair<double, double> m_scale{-1, 1};
  Instant m_now{};
  QString m_currencyMark; // one currency in the whole queue: its sign stands in the headers
  bool m_mixedCurrencies = false;
};

} // namespace pricewright
