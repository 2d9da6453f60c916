// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/plans/PromotionCalendar.h"
#include "tables/RowModel.h"

namespace pricewright {

// The promotion calendar, one line a promotion.
class PromotionModel : public RowModel {
  Q_OBJECT
 public:
  enum PromotionColumn {
    Sku,
    Product,
    Category,
    Zone,
    Channel,
    From,
    To,
    Kind,
    Price,
    Regular,
    Cut,
    Margin,
    Before,
    During,
    Uplift,
    Source,
    State
  };
  explicit PromotionModel(QObject* parent = nullptr);
  void setCalendar(const PromotionCalendar& calendar);
  const PromotionCalendar& calendar() const { return m_calendar; }
  const PromotionRow& at(int row) const { return m_calendar.rows[std::size_t(row)]; }
  const PromotionRow* find(const QString& key) const; // null: no longer there
  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override { return at(row).promotion.id.toString(); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;
  bool dimmed(int row) const override { return at(row).state == PromotionState::Past; }

 private:
  PromotionCalendar m_calendar;
};

QString promotionKindText(const QString& mechanism); // "price", "leaflet", "display"
QString promotionStateText(PromotionState state);

} // namespace pricewright
