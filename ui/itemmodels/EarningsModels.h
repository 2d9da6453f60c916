// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "itemmodels/InsightsWords.h"
#include "tables/RowModel.h"

namespace pricewright {

// What categories, zones or products earned, and why it changed: the parts of the change of revenue or of profit.
class EarningsModel : public RowModel {
  Q_OBJECT
 public:
  enum EarningsColumn {
    Code,
    Name,
    Value,
    Change,
    ChangePercent,
    Price,
    Volume,
    Mix,
    Cost,
    Exchange,
    Added,
    Dropped,
    Other,
    Margin,
    Kept,
    KeptDrawn,
    Units
  };
  explicit EarningsModel(QObject* parent = nullptr);
  void setRows(std::vector<EarningsRow> rows, Currency currency, BridgeMeasure measure);
  const EarningsRow& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return at(row).code; }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString plain(int row, int column) const override;
  CellInterval interval(int row, int column) const override;
  const BridgeParts& parts(int row) const {
    return m_measure == BridgeMeasure::Revenue ? at(row).revenue : at(row).profit;
  }

 private:
  std::optional<qint64> micro(int row, int column) const;
  std::vector<EarningsRow> m_rows;
  Currency m_currency;
  BridgeMeasure m_measure = BridgeMeasure::Revenue;
  bool m_whole = false; // large amounts: minor units are left out, in all of them
};

// Published prices: what was predicted beside what came, a week, each in the currency of its zone.
class ScoreModel : public RowModel {
  Q_OBJECT
 public:
  enum ScoreColumn {
    Published,
    Sku,
    Product,
    Zone,
    Before,
    After,
    Change,
    Predicted,
    PredictedDrawn,
    Realized,
    RealizedDrawn,
    Judged,
    Weeks,
    Category,
    Analyst,
    Model,
    Rule
  };
  explicit ScoreModel(QObject* parent = nullptr);
  void setRows(std::vector<ScoreRow> rows);
  const ScoreRow& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return at(row).decision.toString(); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;
  CellInterval interval(int row, int column) const override;
  QVariant data(const QModelIndex& index, int role) const override; // both intervals on one scale

 private:
  std::vector<ScoreRow> m_rows;
  bool m_oneCurrency = true;
};

// What came of what was promised: by product, category, analyst, model or rule.
class ScoreGroupModel : public RowModel {
  Q_OBJECT
 public:
  enum GroupColumn { Name, Decisions, Promised, Came, CameDrawn, Kept, Shrunk, Inside, InsideDrawn, RightSign };
  explicit ScoreGroupModel(QObject* parent = nullptr);
  void setRows(std::vector<ScoreGroupRow> rows, Currency currency);
  const ScoreGroupRow& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return at(row).key; }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  CellInterval interval(int row, int column) const override;

 private:
  std::vector<ScoreGroupRow> m_rows;
};

// How far each category's small changes go by themselves, and why no further.
class BandModel : public RowModel {
  Q_OBJECT
 public:
  enum BandColumn { Category, Band, State, Since, Scored, Told, Covered, Sign };
  explicit BandModel(QObject* parent = nullptr);
  void setRows(std::vector<CategoryBand> rows);
  const CategoryBand& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return at(row).code; }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  std::vector<CategoryBand> m_rows;
};

} // namespace pricewright
