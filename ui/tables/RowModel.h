// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "itemmodels/Tone.h"
#include "tables/Column.h"

#include <QAbstractTableModel>

#include <limits>
#include <optional>
#include <vector>

namespace pricewright {

inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN(); // a number that a cell does not have

// A change that the user typed, pasted or filled down, not yet made.
struct CellEdit {
  QString key; // of the row
  int column = 0;
  QString typed;
};

// The rows of one table, all in memory, as a page's snapshot gives them: what each cell shows, compares and copies.
// A page derives one class and resets it when a new snapshot comes; everything else (order, filters, groups, columns,
// clipboard, drawing) is the kit's. GUI thread.
class RowModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Role {
    ToneRole = Qt::UserRole + 1,
    DetailRole,
    IntervalRole,
    ScaleRole,
    SeriesRole,
    NumberRole,
    LineRole,
    DimmedRole
  };

  RowModel(std::vector<Column> columns, QObject* parent = nullptr);
  const std::vector<Column>& columns() const { return m_columns; }
  const Column& column(int c) const { return m_columns[static_cast<std::size_t>(c)]; }
  int columnOf(QStringView key) const; // −1: none

  virtual QString key(int row) const = 0; // stays with the row over snapshots
  virtual QString text(int row, int column) const = 0;
  // What numeric kinds are sorted, filtered and added up by; NaN: nothing there.
  virtual double number(int, int) const { return std::numeric_limits<double>::quiet_NaN(); }
  virtual paint::Tone tone(int, int) const { return paint::Tone::Neutral; }
  virtual QString detail(int, int) const { return {}; } // behind a chip, and in the tool tip
  virtual CellInterval interval(int, int) const { return {}; }
  virtual std::vector<double> series(int, int) const { return {}; }
  virtual QString plain(int row, int column) const { return text(row, column); }  // clipboard
  virtual QString spoken(int row, int column) const { return text(row, column); } // screen readers
  virtual QString editText(int row, int column) const { return plain(row, column); }
  virtual bool dimmed(int) const { return false; } // a row that is under way
  // What is wrong with such an entry; "" for nothing.
  virtual QString checkEdit(int, int, const QString&) const { return {}; }
  void setUnit(int column, const QString& unit);
  // The common scale of an interval column: all but the widest 5 % fit on it.
  std::pair<double, double> scale(int column) const;

  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;

 signals:
  void editsWanted(const std::vector<pricewright::CellEdit>& edits); // each passed checkEdit

 private:
  std::vector<Column> m_columns;
  mutable std::vector<std::optional<std::pair<double, double>>> m_scales; // until the next reset
};

} // namespace pricewright
