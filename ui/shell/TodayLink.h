// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/today/TodayPage.h"

namespace pricewright {

// Answers the Today page from the engine's reader: the counts first, then the key figures, which take longer. Looks
// again after changes, at once where the page is in view. GUI thread; never waits.
class TodayLink : public QObject {
  Q_OBJECT
 public:
  TodayLink(Engine& engine, TodayPage& page, QObject* parent = nullptr);

 private:
  void refresh();
  void refreshWhenSeen();
  Engine& m_engine;
  TodayPage& m_page;
  LatestJob m_view, m_figures;
  bool m_outdated = true, m_open = false;
};

} // namespace pricewright
