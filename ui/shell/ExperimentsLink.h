// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/experiments/ExperimentsPage.h"

#include <QTimer>

namespace pricewright {

// Answers the page of experiments, and lets the test manager look at the tests under way: every hour while the window
// is open, after an import and when somebody asks (a cycle looks at them itself). GUI thread; never waits.
class ExperimentsLink : public QObject {
  Q_OBJECT
 public:
  ExperimentsLink(Engine& engine, ExperimentsPage& page, QObject* parent = nullptr);

 public slots:
  void check(); // if any test is under way: there may be something new to judge it by

 private:
  void connectPlans();
  void connectDrafts();
  void connectDecisions();
  void refresh();
  void watch(bool asked);
  void look(const ExperimentPlan& plan);
  void study(const ExperimentPlan& plan);
  void keep(const ExperimentPlan& plan, const Id& draft);
  void keepAndBegin(const ExperimentPlan& plan, const Id& draft);
  void change(std::function<Status(Workspace&)> work, const QString& done);
  Engine& m_engine;
  ExperimentsPage& m_page;
  LatestJob m_board, m_due, m_preview, m_search, m_study;
  JobPtr m_round; // under way
  QTimer m_hourly;
  bool m_outdated = true, m_open = false, m_asked = false; // asked: somebody waits for the round
};

} // namespace pricewright
