// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/costs/CostsPage.h"

namespace pricewright {

// Answers the costs page: the inbox beside the writer, proposals and marks through it. GUI thread; never waits.
class CostsLink : public QObject {
  Q_OBJECT
 public:
  CostsLink(Engine& engine, CostsPage& page, QObject* parent = nullptr);

 private:
  void refresh();
  Engine& m_engine;
  CostsPage& m_page;
  LatestJob m_inbox;
  bool m_outdated = true, m_open = false;
};

} // namespace pricewright
