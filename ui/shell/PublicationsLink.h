// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/publications/PublicationsPage.h"

namespace pricewright {

// Ties the Publications page to the engine: batches and the channels' files are read beside the writer, changes are
// made in order. Looks again after changes, at once where the page is in view; and counts what differs once a
// workspace opens, for the badge. GUI thread; never waits.
class PublicationsLink : public QObject {
  Q_OBJECT
 public:
  PublicationsLink(Engine& engine, PublicationsPage& page, QObject* parent = nullptr);

 private:
  void connectReads();
  void connectBatches();
  void connectReleases();
  void refresh();
  void refreshWhenSeen();
  // Asks for a change; what comes back goes to the page, an error as such.
  template <class Work, class Then> void change(Work work, Then then) {
    m_engine.write(this, std::move(work), [this, then](const auto& answer) {
      if (answer)
        then(*answer);
      else
        m_page.showError(answer.error());
      refreshWhenSeen();
    });
  }
  Engine& m_engine;
  PublicationsPage& m_page;
  LatestJob m_view, m_detail, m_candidates, m_plan;
  bool m_outdated = true, m_open = false;
};

} // namespace pricewright
