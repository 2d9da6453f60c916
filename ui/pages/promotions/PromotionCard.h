// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/FormCard.h"
#include "controls/LineList.h"
#include "engine/plans/PromotionCalendar.h"

namespace pricewright {

// Plans promotions for many prices, or changes one: which prices, which days, what. What becomes of it is asked for at
// each change of the form, and said before the key is pressed. Keeps what was typed until it is closed.
class PromotionCard : public FormCard {
  Q_OBJECT
 public:
  PromotionCard(const Theme& theme, QWidget* page);
  void plan(const PromotionCalendar& calendar, const QString& skus, const QString& zone);
  void change(const PromotionCalendar& calendar, const PromotionRow& row);
  void showChecks(const std::vector<PromotionCheck>& checks);
  PromotionWish wish() const; // as far as the form is filled in
  QLineEdit* skus() const { return m_skus; }
  QLineEdit* fromDay() const { return m_from; }
  QLineEdit* toDay() const { return m_to; }
  QLineEdit* value() const { return m_value; }
  QComboBox* kind() const { return m_kind; }
  LineList* notes() const { return m_notes; }

 signals:
  void checkRequested(const pricewright::PromotionWish& wish);
  void planRequested(const pricewright::PromotionWish& wish);
  void changeRequested(const pricewright::Id& promotion, const pricewright::PromotionWish& wish);

 private:
  enum Kind { Cut, Price, Feature, Display };
  void build();
  void fill(const PromotionCalendar& calendar);
  void formChanged();
  void accept() override;
  QString formError() const;
  Currency currency() const;
  PromotionCalendar m_calendar; // without its rows
  std::optional<PromotionRow> m_changing;
  QLabel* m_valueName;
  QLineEdit *m_skus, *m_from, *m_to, *m_value;
  QComboBox *m_zone, *m_channel, *m_kind;
  LineList* m_notes;
  bool m_filling = false;
};

} // namespace pricewright
