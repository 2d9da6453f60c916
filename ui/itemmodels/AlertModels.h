// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/market/AlertDesk.h"
#include "tables/RowModel.h"

namespace pricewright {

// What competitors' prices did, newest first.
class MoveModel : public RowModel {
  Q_OBJECT
 public:
  enum MoveColumn { When, Kind, Sku, Product, Zone, Who, Before, After, Percent, Ours };
  explicit MoveModel(QObject* parent = nullptr);
  void setMoves(const MarketMoves& moves);
  const MarketMoveRow& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override;
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  bool dimmed(int row) const override { return at(row).move.isBlip; }

 private:
  std::vector<MarketMoveRow> m_rows;
  Instant m_now{};
};

// Our price index, by category and competitor.
class IndexModel : public RowModel {
  Q_OBJECT
 public:
  enum IndexColumn { Category, Against, Index, Change, Prices, Course };
  explicit IndexModel(QObject* parent = nullptr);
  void setIndices(const MarketIndices& indices);
  const IndexLine& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return at(row).category + u'|' + at(row).competitor; }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  QString detail(int row, int column) const override;
  std::vector<double> series(int row, int column) const override;

 private:
  std::vector<IndexLine> m_rows;
};

// What fired and was not dealt with yet.
class AlertEventModel : public RowModel {
  Q_OBJECT
 public:
  enum EventColumn { When, Alert, What, Value, Told };
  explicit AlertEventModel(QObject* parent = nullptr);
  void setInbox(const AlertInbox& inbox);
  const AlertEventRow& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return QString::number(at(row).no); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  std::vector<AlertEventRow> m_rows;
  Instant m_now{};
};

// The alerts that are set up.
class AlertRuleModel : public RowModel {
  Q_OBJECT
 public:
  enum RuleColumn { Name, If, Whose, When, Quiet, Tells, State };
  explicit AlertRuleModel(QObject* parent = nullptr);
  void setRules(std::vector<AlertRow> rules);
  const AlertRow& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return at(row).id.toString(); }
  QString text(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  bool dimmed(int row) const override { return !at(row).isOn; }

 private:
  std::vector<AlertRow> m_rows;
};

QString alertConditionText(const AlertRule& rule); // "a competitor drops by 20 % within 7 days"
QString alertScopeText(const AlertRule& rule);     // "KVI, category juice", or "everything"

} // namespace pricewright
