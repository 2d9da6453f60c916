// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/RulesLink.h"

namespace pricewright {

RulesLink::RulesLink(Engine& engine, RulesPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  connect(&engine, &Engine::workspaceOpened, this, [this] {
    m_open = m_outdated = true;
    if (m_page.isVisible())
      refresh();
  });
  connect(&engine, &Engine::changed, this, [this] {
    m_outdated = true;
    if (m_page.isVisible())
      refresh();
  });
  connect(&page, &Page::shown, this, [this] {
    if (m_outdated)
      refresh();
  });
  connect(&page, &Page::refreshWanted, this, &RulesLink::refresh);
  connect(&page, &RulesPage::rulesRequested, this, &RulesLink::refresh);
  connect(&page, &RulesPage::runRequested, this, [this](const QJsonArray& draft) {
    m_run.read(
        m_engine, this, [draft](Workspace& w, const JobContext& job) { return tryRules(w, draft, job); },
        [this](const Result<RuleDryRun>& run) { run ? m_page.showRun(*run) : m_page.showError(run.error()); });
  });
  connect(&page, &RulesPage::saveRequested, this,
          [this](const QJsonArray& draft, const QString& base, const QString& note) {
            m_engine.write(
                this, [draft, base, note](Workspace& w, const JobContext&) { return saveRules(w, draft, base, note); },
                [this](const Result<qint64>& version) {
                  version ? m_page.showSaved(*version) : m_page.showError(version.error());
                });
          });
}

void RulesLink::refresh() {
  if (!m_open)
    return;
  m_outdated = false;
  m_view.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return rulesView(w); },
      [this](const Result<RulesView>& view) { view ? m_page.showRules(*view) : m_page.showError(view.error()); });
}

} // namespace pricewright
