// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/models/DemandFit.h"
#include "engine/models/Models.h"
#include "tables/RowModel.h"

namespace pricewright {

// The versions of the models, newest first within each.
class VersionModel : public RowModel {
  Q_OBJECT
 public:
  enum VersionColumn { Name, Version, Alias, Parameters, Wape, Bias, Inside80, Learnt, Note };
  explicit VersionModel(QObject* parent = nullptr);
  void setRows(std::vector<ModelVersion> rows);
  const ModelVersion& at(int row) const { return m_rows[std::size_t(row)].version; }
  int rowOf(const QString& key) const; // −1: none
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return at(row).label(); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  struct Row {
    ModelVersion version;
    HoldOutMetrics metrics; // no rows: never tried
  };
  std::vector<Row> m_rows;
};

// How good the champion's forecasts were, by category; the whole assortment first.
class AccuracyModel : public RowModel {
  Q_OBJECT
 public:
  enum AccuracyColumn { Category, Rows, Wape, WapeMean, Bias, Inside80, Inside95, Payback, State };
  explicit AccuracyModel(QObject* parent = nullptr);
  void setView(const ModelsView& view);
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return m_rows[std::size_t(row)].code; }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;

 private:
  std::vector<CategoryAccuracy> m_rows; // code "": the whole
};

// What plain regressions would say of each category's elasticity, beside the one that takes off what else was known.
class ReadingModel : public RowModel {
  Q_OBJECT
 public:
  enum ReadingColumn { Category, Rows, Plain, Within, Orthogonal, Said };
  explicit ReadingModel(QObject* parent = nullptr);
  void setRows(std::vector<CategoryReading> rows);
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return m_rows[std::size_t(row)].code; }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  const PriceAnswer* answer(int row, int column) const; // null: no such column, or not known
  std::vector<CategoryReading> m_rows;
};

// Prices on which champion and challenger differ.
class ShadowModel : public RowModel {
  Q_OBJECT
 public:
  enum ShadowColumn { Sku, Zone, Now, Champion, Challenger, Apart, ChampionElasticity, ChallengerElasticity, Profit };
  explicit ShadowModel(QObject* parent = nullptr);
  void setRows(std::vector<ShadowPrice> rows);
  const ShadowPrice& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return QString::number(at(row).listingNo); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;

 private:
  std::vector<ShadowPrice> m_rows;
};

QString parametersText(const QJsonObject& parameters); // "history_weeks 52, season off"; "" for the program's own
QString aliasText(const QString& alias);

} // namespace pricewright
