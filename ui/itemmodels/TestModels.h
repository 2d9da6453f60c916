// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "itemmodels/InsightsWords.h"
#include "tables/RowModel.h"

namespace pricewright {

// All tests with what they found and how long it took.
class TestLineModel : public RowModel {
  Q_OBJECT
 public:
  enum TestColumn {
    Name,
    Category,
    Period,
    State,
    Metric,
    Lift,
    LiftDrawn,
    Weekly,
    Progress,
    DecidedOn,
    InTime,
    Units
  };
  explicit TestLineModel(QObject* parent = nullptr);
  void setTests(std::vector<TestLine> tests, Currency currency);
  const TestLine& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return at(row).id.toString(); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;
  CellInterval interval(int row, int column) const override;

 private:
  std::vector<TestLine> m_rows;
};

// Lifts of tests added up by how precise they are: as found, and with the luck of the winners taken off.
class LiftSumModel : public RowModel {
  Q_OBJECT
 public:
  enum LiftColumn { Name, Tests, Lift, LiftDrawn, Shrunk };
  explicit LiftSumModel(QObject* parent = nullptr);
  void setRows(std::vector<LiftRow> rows, const LiftRow& total);
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return m_rows[std::size_t(row)].name; }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  CellInterval interval(int row, int column) const override;

 private:
  std::vector<LiftRow> m_rows;
};

} // namespace pricewright
