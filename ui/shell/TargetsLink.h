// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/targets/TargetsPage.h"

namespace pricewright {

// Answers the targets page: the period beside the writer, targets through it. GUI thread; never waits.
class TargetsLink : public QObject {
  Q_OBJECT
 public:
  TargetsLink(Engine& engine, TargetsPage& page, QObject* parent = nullptr);

 private:
  void refresh() { show(m_page.kind(), m_page.period()); }
  void show(PeriodKind kind, const std::optional<TargetPeriod>& period);
  Engine& m_engine;
  TargetsPage& m_page;
  LatestJob m_view;
  bool m_outdated = true, m_open = false;
};

} // namespace pricewright
