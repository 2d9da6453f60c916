// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/plans/Scenarios.h"
#include "tables/RowModel.h"

namespace pricewright {

// Scenarios beside each other: the one just planned, then those that were kept.
class ScenarioListModel : public RowModel {
  Q_OBJECT
 public:
  enum ScenarioColumn { Name, Goal, Changes, Profit, ProfitChange, Confidence, Revenue, Units, Index, AsOf };
  explicit ScenarioListModel(QObject* parent = nullptr);
  void setScenarios(std::vector<Scenario> scenarios);
  const Scenario& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowOf(const QString& key) const; // −1: none
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override;
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  CellInterval interval(int row, int column) const override;

 private:
  std::vector<Scenario> m_rows;
};

// The prices of one scenario.
class ScenarioPriceModel : public RowModel {
  Q_OBJECT
 public:
  enum PriceColumn { Sku, Product, Zone, Category, Now, Then, Change };
  explicit ScenarioPriceModel(QObject* parent = nullptr);
  void setRows(std::vector<ScenarioRow> rows);
  const ScenarioRow& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return QString::number(at(row).listingNo); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;

 private:
  std::vector<ScenarioRow> m_rows;
};

QString goalText(const ScenarioWish& wish); // "Profit; 100 changes; index +1 %"
QString scenarioName(const Scenario& scenario);
double scenarioIndex(const Scenario& scenario); // change of the price index in percent; NaN where it was not limited

} // namespace pricewright
