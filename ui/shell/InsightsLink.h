// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/insights/InsightsPage.h"

namespace pricewright {

// Answers the page of insights: revenue and tests by the reader, scores of all published prices in a thread of their
// own, because they can take long. The newest question wins. GUI thread; never waits.
class InsightsLink : public QObject {
  Q_OBJECT
 public:
  InsightsLink(Engine& engine, InsightsPage& page, QObject* parent = nullptr);
  ~InsightsLink() override { cancel(); }

 private:
  void refresh(); // all of it
  void readRevenue();
  void readTests();
  void readScores();
  void cancel();
  void tellBusy();
  Engine& m_engine;
  InsightsPage& m_page;
  LatestJob m_revenue, m_tests;
  JobPtr m_scores; // null: none under way
  bool m_outdated = true, m_open = false;
};

} // namespace pricewright
