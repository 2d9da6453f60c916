// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/views/ReviewView.h"
#include "tables/RowModel.h"

namespace pricewright {

// Decisions that wait no more, newest first: what became of each, through whom, and why.
class DecidedModel : public RowModel {
  Q_OBJECT
 public:
  enum DecidedColumn { Ended, Sku, Product, Zone, Category, Before, Proposed, Change, State, By, Reason, Comment };
  explicit DecidedModel(QObject* parent = nullptr);
  void setRows(std::vector<DecidedRow> rows);
  const DecidedRow& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowOf(const Id& decision) const; // −1: not here

  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override { return at(row).id.toString(); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  std::vector<DecidedRow> m_rows;
};

} // namespace pricewright
