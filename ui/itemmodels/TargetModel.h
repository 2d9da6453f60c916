// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/plans/Targets.h"
#include "tables/RowModel.h"

namespace pricewright {

// Targets of one period, one line a category. Targets are typed, pasted and filled down; an empty cell has none.
class TargetModel : public RowModel {
  Q_OBJECT
 public:
  enum TargetColumn {
    Category,
    Name,
    RevenueTarget,
    Revenue,
    Reached,
    Expected,
    RevenueState,
    LastYear,
    MarginTarget,
    Margin,
    MarginState,
    IndexTarget,
    Index,
    IndexState
  };
  explicit TargetModel(QObject* parent = nullptr);
  void setView(const TargetsView& view);
  const TargetsView& view() const { return m_view; }
  const TargetRow& at(int row) const { return m_view.rows[std::size_t(row)]; }
  int rowOf(const QString& key) const; // −1: none
  // What an edit means; none: it is no number. An empty text takes the target away.
  std::optional<TargetWish> wishOf(int row, int column, const QString& typed) const;
  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override { return QString::number(at(row).categoryNo); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString spoken(int row, int column) const override;
  QString editText(int row, int column) const override;
  QString checkEdit(int row, int column, const QString& typed) const override;

 private:
  TargetsView m_view;
};

QString periodText(const TargetPeriod& period); // "November 2026", "4th quarter 2026", "2026"
QString standingText(TargetStanding standing);

} // namespace pricewright
