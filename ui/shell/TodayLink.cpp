// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/TodayLink.h"

namespace pricewright {

TodayLink::TodayLink(Engine& engine, TodayPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  connect(&engine, &Engine::workspaceOpened, this, [this] {
    m_open = true;
    refreshWhenSeen();
  });
  connect(&engine, &Engine::changed, this, &TodayLink::refreshWhenSeen);
  connect(&engine, &Engine::cycleFinished, this, &TodayLink::refreshWhenSeen);
  connect(&page, &Page::refreshWanted, this, &TodayLink::refresh);
  connect(&page, &Page::shown, this, [this] {
    if (m_outdated)
      refresh();
  });
}

void TodayLink::refreshWhenSeen() {
  m_outdated = true;
  if (m_page.isVisible())
    refresh();
}

void TodayLink::refresh() {
  if (!m_open)
    return;
  m_outdated = false;
  m_view.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return todayView(w); },
      [this](const Result<TodaySnapshot>& today) {
        today ? m_page.showToday(*today) : m_page.showError(today.error());
      });
  m_figures.read(
      m_engine, this, [](Workspace& w, const JobContext& job) { return todayFigures(w, job); },
      [this](const Result<TodayFigures>& figures) {
        if (figures)
          m_page.showFigures(*figures);
        else if (!figures.error().is(u"engine.cancelled"))
          m_page.showError(figures.error());
      });
}

} // namespace pricewright
