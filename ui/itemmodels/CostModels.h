// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/files/CostInbox.h"
#include "tables/RowModel.h"

#include <unordered_map>

namespace pricewright {

// Changes of costs, one line an event.
class CostEventModel : public RowModel {
  Q_OBJECT
 public:
  enum EventColumn { From, Source, Prices, Open, Change, Stake, State };
  explicit CostEventModel(QObject* parent = nullptr);
  void setInbox(const CostInbox& inbox);
  const CostInbox& inbox() const { return m_inbox; }
  const CostEvent& at(int row) const { return m_inbox.events[std::size_t(row)]; }
  const CostEvent* find(const QString& key) const; // null: no longer there
  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override { return at(row).key; }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;
  bool dimmed(int row) const override { return at(row).open() == 0; }

 private:
  CostInbox m_inbox;
};

// The prices that one event touches, with the price that would follow.
class CostRowModel : public RowModel {
  Q_OBJECT
 public:
  enum RowColumn { Sku, Product, Zone, Before, After, Change, Price, MarginBefore, Margin, Wanted, Units, State };
  explicit CostRowModel(QObject* parent = nullptr);
  void setEvent(const CostEvent* event, const std::vector<PriceWish>& wishes); // null: none
  const CostRow& at(int row) const { return m_event.rows[std::size_t(row)]; }
  const Money* wantedAt(int row) const;
  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override { return QString::number(at(row).listingNo); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;
  QString plain(int row, int column) const override;
  bool dimmed(int row) const override { return at(row).answered.has_value(); }

 private:
  CostEvent m_event;
  std::unordered_map<int, Money> m_wanted; // by listing
};

} // namespace pricewright
