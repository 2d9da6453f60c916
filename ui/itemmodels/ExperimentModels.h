// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "itemmodels/ExperimentWords.h"
#include "tables/RowModel.h"

namespace pricewright {

// Price tests, those under way first: how they are told apart, how far they are, what they found, how they stand.
class ExperimentListModel : public RowModel {
  Q_OBJECT
 public:
  enum ExperimentColumn { Name, Design, Progress, Metric, Effect, Interval, Drawn, State, Next };
  explicit ExperimentListModel(QObject* parent = nullptr);
  void setBoard(const ExperimentBoard& board);
  const ExperimentCard& at(int row) const { return m_cards[std::size_t(row)]; }
  Instant now() const { return m_now; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_cards.size()); }
  QString key(int row) const override { return at(row).row.id.toString(); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString spoken(int row, int column) const override;
  CellInterval interval(int row, int column) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QString explained(int row, int column) const; // the tool tip: beside the chip it would be too much

 private:
  const TestFigure* figureAt(int row) const;
  std::vector<ExperimentCard> m_cards;
  Instant m_now{};
};

// The prices of one test: what they were, what they are tested at, who has which by now.
class ExperimentPriceModel : public RowModel {
  Q_OBJECT
 public:
  enum PriceColumn { Sku, Zone, Control, Treatment, Change, Arm, Decision };
  explicit ExperimentPriceModel(QObject* parent = nullptr);
  void setCard(const ExperimentCard& card);
  const TestedPrice& at(int row) const { return m_rows[std::size_t(row)].price; }
  Id decisionAt(int row) const { return m_rows[std::size_t(row)].decision; } // null: none was made for it
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return QString::number(at(row).listingNo); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;

 private:
  struct Row {
    TestedPrice price;
    ExperimentArm arm = ExperimentArm::Control;
    Id decision;
  };
  std::vector<Row> m_rows;
  bool m_mixed = false; // several currencies: each price says its own
};

// What a plan's prices would be, as the limits see them.
class PlannedPriceModel : public RowModel {
  Q_OBJECT
 public:
  enum PlannedColumn { Sku, Zone, Now, Planned, Change, Limits };
  explicit PlannedPriceModel(QObject* parent = nullptr);
  void setPrices(std::vector<ExperimentPreview::Priced> prices);
  const ExperimentPreview::Priced& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
  QString key(int row) const override { return QString::number(at(row).price.listingNo); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  std::vector<ExperimentPreview::Priced> m_rows;
  bool m_mixed = false; // several currencies: each price says its own
};

} // namespace pricewright
