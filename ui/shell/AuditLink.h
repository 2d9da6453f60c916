// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/audit/AuditPage.h"

namespace pricewright {

// Answers the audit page from the engine's reader, beside whatever the engine does. Verifying and writing out go in
// pieces, so that pages and details are answered in between. GUI thread.
class AuditLink : public QObject {
  Q_OBJECT
 public:
  AuditLink(Engine& engine, AuditPage& page, QObject* parent = nullptr);

 private:
  void connectLooking();
  void verifyOn(std::shared_ptr<AuditCheck> check);
  void writeOn(std::shared_ptr<AuditExport> out);
  void refresh();
  Engine& m_engine;
  AuditPage& m_page;
  LatestJob m_lines, m_detail, m_replay, m_choices;
  JobPtr m_work; // the piece of verifying or writing out that is under way
};

} // namespace pricewright
