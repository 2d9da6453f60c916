// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/FormCard.h"
#include "engine/market/MarketMonitor.h"

namespace pricewright {

// How one site wants to be asked.
class SiteCard : public FormCard {
  Q_OBJECT
 public:
  SiteCard(const Theme& theme, QWidget* page);
  void ask(const Site& site);
  QLineEdit* delay() const { return m_delay; }
  QLineEdit* hours() const { return m_hours; }

 signals:
  void wanted(const pricewright::Site& site);

 private:
  void accept() override;
  bool takeHours();
  Site m_site;
  QLineEdit *m_delay, *m_hours, *m_language, *m_currency, *m_proxies;
  QComboBox* m_fetcher;
};

} // namespace pricewright
