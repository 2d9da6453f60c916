// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/FormCard.h"
#include "engine/files/MasterData.h"

#include <QCheckBox>

namespace pricewright {

// Price zones: which there are, and a form for one of them or a new one.
class ZoneCard : public FormCard {
  Q_OBJECT
 public:
  ZoneCard(const Theme& theme, QWidget* page);
  void ask(const MasterLists& lists);
  QComboBox* which() const { return m_which; }
  QLineEdit* code() const { return m_code; }
  QLineEdit* name() const { return m_name; }
  QLineEdit* market() const { return m_market; }
  QComboBox* currency() const { return m_currency; }
  QComboBox* timeZone() const { return m_time; }

 signals:
  void wanted(const pricewright::PriceZone& zone);

 private:
  std::optional<PriceZone> zone() const; // none: something is missing
  void fill();
  void formChanged();
  void accept() override;
  MasterLists m_lists;
  QComboBox *m_which, *m_currency, *m_time;
  QLineEdit *m_code, *m_name, *m_market;
  QCheckBox* m_gross;
};

} // namespace pricewright
