// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/CostsLink.h"

namespace pricewright {

CostsLink::CostsLink(Engine& engine, CostsPage& page, QObject* parent)
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
  connect(&engine, &Engine::cycleFinished, this, outdated);
  connect(&page, &Page::refreshWanted, this, &CostsLink::refresh);
  connect(&page, &Page::shown, this, [this] {
    if (m_outdated)
      refresh();
  });
  connect(&page, &CostsPage::proposeRequested, this,
          [this](const std::vector<PriceWish>& wishes, const QString& reason) {
            m_engine.write(
                this, [wishes, reason](Workspace& w, const JobContext&) { return w.proposePrices(wishes, reason); },
                [this](const Result<std::vector<Proposed>>& made) {
                  made ? m_page.showProposed(*made) : m_page.showError(made.error());
                });
          });
  connect(&page, &CostsPage::withdrawRequested, this, [this](const std::vector<Id>& decisions) {
    m_engine.write(
        this, [decisions](Workspace& w, const JobContext&) { return w.withdraw(decisions); },
        [this](const Result<std::vector<Answer>>& answers) {
          if (!answers)
            return m_page.showError(answers.error());
          m_page.showWithdrawn(
              int(std::count_if(answers->begin(), answers->end(), [](const Answer& a) { return a.done; })));
        });
  });
  connect(&page, &CostsPage::dismissRequested, this, [this](const QString& event, bool dismissed) {
    m_engine.write(
        this,
        [event, dismissed](Workspace& w, const JobContext&) -> Status {
          return dismissed ? dismissCosts(w, event, {}) : recallCosts(w, event);
        },
        [this, dismissed](const Status& done) {
          done ? m_page.showMarked(dismissed) : m_page.showError(done.error());
        });
  });
}

void CostsLink::refresh() {
  if (!m_open)
    return;
  m_outdated = false;
  m_inbox.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return costInbox(w); },
      [this](const Result<CostInbox>& inbox) { inbox ? m_page.showInbox(*inbox) : m_page.showError(inbox.error()); });
}

} // namespace pricewright
