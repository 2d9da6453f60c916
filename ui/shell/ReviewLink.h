// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/approvals/ApprovalsPage.h"

namespace pricewright {

// What a reviewer is told beside the queue: decisions that are over, facts that changed since a proposal, and who
// decides in whose stead. GUI thread; never waits.
class ReviewLink : public QObject {
  Q_OBJECT
 public:
  ReviewLink(Engine& engine, ApprovalsPage& page, QObject* parent = nullptr);

 private:
  void lookForChanges();
  void readDecided();
  Engine& m_engine;
  ApprovalsPage& m_page;
  QTimer m_soon; // changes come in bursts
  LatestJob m_changes, m_decided, m_people;
};

} // namespace pricewright
