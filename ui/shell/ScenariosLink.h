// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/scenarios/ScenariosPage.h"

namespace pricewright {

// Answers the page of scenarios. The assortment is read and learnt once, beside the writer, and planned from until
// something in the workspace changes. GUI thread; never waits.
class ScenariosLink : public QObject {
  Q_OBJECT
 public:
  ScenariosLink(Engine& engine, ScenariosPage& page, QObject* parent = nullptr);

 private:
  void refresh();
  void plan(const ScenarioWish& wish);
  void frontier(const ScenarioWish& wish);
  // What work needs: the study as it was, or a new one.
  static Result<ScenarioStudyPtr> studyOf(Workspace& w, const ScenarioStudyPtr& known, const JobContext& job);
  Engine& m_engine;
  ScenariosPage& m_page;
  LatestJob m_kept, m_work;
  ScenarioStudyPtr m_study; // null: none yet, or the workspace has changed
  bool m_outdated = true, m_open = false;
};

} // namespace pricewright
