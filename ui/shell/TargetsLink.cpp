// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/TargetsLink.h"

namespace pricewright {

TargetsLink::TargetsLink(Engine& engine, TargetsPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  const auto outdated = [this] {
    m_outdated = true;
    if (m_page.isVisible())
      refresh();
  };
  connect(&engine, &Engine::workspaceOpened, this, [this, outdated] {
    m_open = true;
    outdated();
  });
  connect(&engine, &Engine::changed, this, outdated);
  connect(&page, &Page::refreshWanted, this, [this] { refresh(); });
  connect(&page, &Page::shown, this, [this] {
    if (m_outdated)
      refresh();
  });
  connect(&page, &TargetsPage::viewRequested, this, &TargetsLink::show);
  connect(&page, &TargetsPage::setRequested, this, [this](const std::vector<TargetWish>& wishes) {
    m_engine.write(
        this, [wishes](Workspace& w, const JobContext&) { return setTargets(w, wishes); },
        [this](const Result<std::vector<TargetWish>>& before) {
          before ? m_page.showSet(*before) : m_page.showError(before.error());
        });
  });
}

void TargetsLink::show(PeriodKind kind, const std::optional<TargetPeriod>& period) {
  if (!m_open)
    return;
  m_outdated = false;
  m_view.read(
      m_engine, this,
      [kind, period](Workspace& w, const JobContext& job) {
        return targetsView(w, period ? *period : TargetPeriod::around(dayOf(w.clock().now()), kind), job);
      },
      [this](const Result<TargetsView>& view) { view ? m_page.showTargets(*view) : m_page.showError(view.error()); });
}

} // namespace pricewright
