// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/CellFilter.h"
#include "tables/RowModel.h"

#include <QCollator>
#include <QMap>

#include <functional>
#include <unordered_map>

namespace pricewright {

struct SortKey {
  int column = 0;
  Qt::SortOrder order = Qt::AscendingOrder;
  bool operator==(const SortKey&) const = default;
};

// The lines that a table shows of its rows: those that the filters let through, in the order of several columns, and,
// where rows are grouped by a column, a line with subtotals before each group. 10,000 rows are put in order within the
// time of a key press: texts are folded and collated once per snapshot. GUI thread.
class TableLines : public QAbstractTableModel {
  Q_OBJECT
 public:
  using Accepts = std::function<bool(int row)>; // of the source

  explicit TableLines(RowModel& rows, QObject* parent = nullptr);
  RowModel& rows() const { return m_rows; }

  // Filters: one per column as typed, one over all text columns, and one that the page decides (chips).
  // False: not understood; the column is not filtered then.
  bool setColumnFilter(int column, const QString& typed);
  QString columnFilter(int column) const { return m_typed.value(column); }
  bool isFilterBad(int column) const { return m_bad.value(column); }
  void setTextFilter(const QString& words);
  QString textFilter() const { return m_words.join(QLatin1Char(' ')); }
  void setPageFilter(Accepts accepts);
  void clearFilters(); // of the columns and the text
  bool isFiltered() const;

  void setSort(std::vector<SortKey> keys); // first decides; the source's own order breaks ties
  const std::vector<SortKey>& sort() const { return m_sort; }
  void setGroupColumn(int column); // −1: no groups
  int groupColumn() const { return m_group; }
  void setFolded(int line, bool folded);
  void setAllFolded(bool folded);

  bool isGroup(int line) const { return lineAt(line).row < 0; }
  bool isFolded(int line) const;
  int rowAt(int line) const { return lineAt(line).row; } // −1: a group
  std::vector<int> rowsOfGroup(int line) const;          // of the source
  int lineOfRow(int row) const;                          // −1: not shown
  int lineOfKey(const QString& key) const;
  QString keyAt(int line) const;                         // "" for groups
  std::vector<int> shownRows() const { return m_order; } // of the source, in order, also of folded groups
  int shownCount() const { return static_cast<int>(m_order.size()); }
  // Sum or mean of what numeric cells hold; NaN where nothing is.
  double total(const std::vector<int>& rows, int column) const;
  QString totalText(const std::vector<int>& rows, int column) const; // in the column's own manner

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 signals:
  void aboutToRebuild(); // lines are put together anew: remember keys, not lines
  void rebuilt();
  void sortChanged();
  void filterChanged();

 private:
  struct Line {
    int row = -1, group = -1;
  };
  struct Group {
    QString name;
    std::size_t first = 0, count = 0; // in m_order
  };
  const Line& lineAt(int line) const { return m_lines[static_cast<std::size_t>(line)]; }
  void rebuild();
  void putInOrder();
  void putInGroups();
  bool accepts(int row) const;
  int compare(int a, int b, const SortKey& key) const;
  void forget(); // what was worked out of the last snapshot
  const std::vector<double>& numbers(int column) const;
  const std::vector<QString>& folded(int column) const;
  const std::vector<QString>& foldedDetails(int column) const;
  const std::vector<QCollatorSortKey>& collated(int column) const;
  QVariant groupData(int line, int column, int role) const;

  RowModel& m_rows;
  std::vector<SortKey> m_sort;
  int m_group = -1;
  QMap<int, QString> m_typed;
  QMap<int, bool> m_bad;
  QMap<int, CellFilter> m_filters;
  QStringList m_words;
  Accepts m_accepts;
  QMap<QString, bool> m_foldedGroups;
  bool m_allFolded = false;
  std::vector<int> m_order;
  std::vector<Group> m_groups;
  std::vector<Line> m_lines;
  std::vector<int> m_lineOfRow;
  QCollator m_collator;
  mutable std::unordered_map<int, std::vector<double>> m_numbers;
  mutable std::unordered_map<int, std::vector<QString>> m_texts, m_details;
  mutable std::unordered_map<int, std::vector<QCollatorSortKey>> m_collated;
  mutable std::unordered_map<QString, int> m_rowOfKey;
};

} // namespace pricewright
