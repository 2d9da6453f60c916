// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/rules/RulesPage.h"

namespace pricewright {

// Answers the rules page: rules and versions, the check of a draft beside the writer, and saving. GUI thread; never
// waits.
class RulesLink : public QObject {
  Q_OBJECT
 public:
  RulesLink(Engine& engine, RulesPage& page, QObject* parent = nullptr);

 private:
  void refresh();
  Engine& m_engine;
  RulesPage& m_page;
  LatestJob m_view, m_run;
  bool m_outdated = true, m_open = false;
};

} // namespace pricewright
