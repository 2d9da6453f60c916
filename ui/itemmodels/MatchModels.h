// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/market/MarketMonitor.h"
#include "engine/market/MatchQueue.h"
#include "engine/market/SiteRecipes.h"
#include "tables/RowModel.h"

namespace pricewright {

// The queue of matches: which of their products may be which of ours, the surest first.
class MatchModel : public RowModel {
  Q_OBJECT
 public:
  enum MatchColumn { Confidence, Sku, Product, Theirs, Competitor, Packs, Zones, Because };
  explicit MatchModel(QObject* parent = nullptr);
  void setRows(std::vector<MatchPair> rows);
  const MatchPair& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override;
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  std::vector<MatchPair> m_rows;
};

// The lines of a kept page, to point at.
class OutlineModel : public RowModel {
  Q_OBJECT
 public:
  enum OutlineColumn { Text, Price, Where };
  explicit OutlineModel(QObject* parent = nullptr);
  void setOutline(const PageOutline& outline);
  const OutlineLine& at(int row) const { return m_lines[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_lines.size()); }
  QString key(int row) const override { return QString::number(at(row).node); }
  QString text(int row, int column) const override;

 private:
  std::vector<OutlineLine> m_lines;
};

// What a recipe reads of each kept page, beside what is read without it.
class TrialModel : public RowModel {
  Q_OBJECT
 public:
  enum TrialColumn { Page, Before, Now };
  explicit TrialModel(QObject* parent = nullptr);
  void setTrial(const RecipeTrial& trial);
  const RecipeTrial::Row& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return QString::number(at(row).page.watchNo); }
  QString text(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  std::vector<RecipeTrial::Row> m_rows;
};

} // namespace pricewright
