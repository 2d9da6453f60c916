// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Engine.h"

#include <QAbstractTableModel>

namespace pricewright {

// The verdicts of one decision: every limit with its input, its distance and what it did. GUI thread.
class LedgerModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Rule, Level, Input, Limit, Distance, Outcome, Columns };
  enum Role { ToneRole = Qt::UserRole + 1 };
  using QAbstractTableModel::QAbstractTableModel;
  void setVerdicts(std::vector<Verdict> verdicts);
  const Verdict& at(int row) const { return m_verdicts[static_cast<std::size_t>(row)]; }
  int rowOf(const QString& ruleId) const; // the first that looked graver; −1: none
  QString cell(int row, int column) const { return text(at(row), column); }
  QString tsv(const QList<int>& rows) const; // with headers; no rows: all

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString text(const Verdict& v, int column) const;
  std::vector<Verdict> m_verdicts;
};

} // namespace pricewright
