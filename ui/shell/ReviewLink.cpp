// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ReviewLink.h"

#include <QDateTime>

namespace pricewright {
namespace {

constexpr auto kBack = std::chrono::hours(24 * 14);
constexpr int kPauseMs = 400;

} // namespace

ReviewLink::ReviewLink(Engine& engine, ApprovalsPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(kPauseMs);
  connect(&m_soon, &QTimer::timeout, this, &ReviewLink::lookForChanges);
  connect(&engine, &Engine::workspaceOpened, &m_soon, qOverload<>(&QTimer::start));
  connect(&engine, &Engine::changed, &m_soon, qOverload<>(&QTimer::start));
  connect(&engine, &Engine::cycleFinished, &m_soon, qOverload<>(&QTimer::start));
  connect(&engine, &Engine::decided, this, [this] {
    if (m_page.proxy().filter().decided)
      readDecided();
  });
  connect(&page, &Page::refreshWanted, this, &ReviewLink::lookForChanges);
  connect(&page, &ApprovalsPage::decidedRowsRequested, this, &ReviewLink::readDecided);
  connect(&page, &ApprovalsPage::peopleRequested, this, [this] {
    m_people.read(
        m_engine, this, [](Workspace& w, const JobContext&) { return delegationView(w); },
        [this](const Result<DelegationView>& view) {
          view ? m_page.showPeople(*view) : m_page.showError(view.error());
        });
  });
  connect(&page, &ApprovalsPage::delegateRequested, this, [this](const QString& person, const Instant& until) {
    m_engine.write(
        this, [person, until](Workspace& w, const JobContext&) { return w.delegateTo(person, until); },
        [this](const Result<Delegation>& made) {
          if (!made)
            return m_page.showError(made.error());
          emit m_page.noticed(
              tr("%1 decides in your stead until %2")
                  .arg(made->to, QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(made->until)),
                                                    QLocale::ShortFormat)));
        });
  });
  connect(&page, &ApprovalsPage::delegationEndRequested, this, [this](const Id& id) {
    m_engine.write(
        this, [id](Workspace& w, const JobContext&) -> Status { return w.endDelegation(id); },
        [this](const Status& done) {
          done ? emit m_page.noticed(tr("The delegation has ended")) : m_page.showError(done.error());
        });
  });
}

void ReviewLink::lookForChanges() {
  m_changes.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return changedFacts(w); },
      [this](const Result<std::vector<ChangedFacts>>& changes) {
        if (changes)
          m_page.showChanges(*changes);
      });
}

void ReviewLink::readDecided() {
  m_decided.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return decidedRows(w, kBack); },
      [this](const Result<std::vector<DecidedRow>>& rows) {
        rows ? m_page.showDecidedRows(*rows) : m_page.showError(rows.error());
      });
}

} // namespace pricewright
