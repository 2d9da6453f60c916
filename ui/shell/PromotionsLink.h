// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/promotions/PromotionsPage.h"

namespace pricewright {

// Answers the promotions page: the calendar and checks beside the writer, changes through it. GUI thread; never waits.
class PromotionsLink : public QObject {
  Q_OBJECT
 public:
  PromotionsLink(Engine& engine, PromotionsPage& page, QObject* parent = nullptr);

 private:
  void connectReads();
  void connectWrites();
  void refresh();
  Engine& m_engine;
  PromotionsPage& m_page;
  LatestJob m_calendar, m_checks;
  bool m_outdated = true, m_open = false;
};

} // namespace pricewright
