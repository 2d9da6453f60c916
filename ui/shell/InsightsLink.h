// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/insights/InsightsPage.h"

#include <QTimer>

namespace pricewright {

// Answers the page of insights: revenue and tests by the reader, scores of all published prices in a thread of their
// own, because they can take long. Only what the shown view needs is read; the newest wish wins, while many changes of
// the workspace are one reason to read anew, once what is being read has come. GUI thread; never waits.
class InsightsLink : public QObject {
  Q_OBJECT
 public:
  InsightsLink(Engine& engine, InsightsPage& page, QObject* parent = nullptr);
  ~InsightsLink() override { cancel(); }
  int questions() const { return m_questions; } // that the engine was asked, of all parts

 private:
  enum Part { Revenue = 1, Tests = 2, Scores = 4, All = 7 };
  void readShown(); // what is out of date of it
  int staleShown() const;
  void readAnew(int parts);
  void workspaceChanged();
  void readRevenue();
  void readTests();
  void readScores();
  void answered();
  void cancel();
  bool isReading() const;
  Engine& m_engine;
  InsightsPage& m_page;
  LatestJob m_revenue, m_tests, m_scores;
  QTimer m_soon; // until the workspace has been left alone for a moment
  int m_stale = All, m_questions = 0;
  bool m_open = false;
};

} // namespace pricewright
