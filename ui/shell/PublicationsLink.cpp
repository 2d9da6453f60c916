// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/PublicationsLink.h"

namespace pricewright {

PublicationsLink::PublicationsLink(Engine& engine, PublicationsPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  connectReads();
  connectBatches();
  connectReleases();
}

void PublicationsLink::connectReads() {
  connect(&m_engine, &Engine::workspaceOpened, this, [this] {
    m_open = true;
    refresh(); // the badge counts also where the page is not in view
  });
  connect(&m_engine, &Engine::changed, this, &PublicationsLink::refreshWhenSeen);
  connect(&m_engine, &Engine::published, this, &PublicationsLink::refresh);
  connect(&m_engine, &Engine::cycleFinished, this, &PublicationsLink::refresh);
  connect(&m_page, &Page::refreshWanted, this, &PublicationsLink::refresh);
  connect(&m_page, &Page::shown, this, [this] {
    if (m_outdated)
      refresh();
  });
  connect(&m_page, &PublicationsPage::detailRequested, this, [this](qint64 no) {
    m_detail.read(
        m_engine, this,
        [no](Workspace& w, const JobContext&) -> Result<BatchDetailPtr> {
          PW_TRY(BatchDetail detail, batchDetail(w, no));
          return std::make_shared<const BatchDetail>(std::move(detail));
        },
        [this](const Result<BatchDetailPtr>& detail) {
          if (detail)
            m_page.showDetail(*detail);
          else if (!detail.error().is(u"engine.cancelled"))
            m_page.showError(detail.error());
        });
  });
  connect(&m_page, &PublicationsPage::candidatesRequested, this, [this] {
    m_candidates.read(
        m_engine, this,
        [](Workspace& w, const JobContext&) -> Result<std::shared_ptr<const BatchCandidates>> {
          PW_TRY(BatchCandidates all, batchCandidates(w));
          return std::make_shared<const BatchCandidates>(std::move(all));
        },
        [this](const Result<std::shared_ptr<const BatchCandidates>>& all) {
          all ? m_page.showCandidates(*all) : m_page.showError(all.error());
        });
  });
  connect(&m_page, &PublicationsPage::planRequested, this, [this](const BatchWish& wish) {
    m_plan.read(
        m_engine, this, [wish](Workspace& w, const JobContext&) { return w.previewBatch(wish); },
        [this](const Result<BatchPlan>& plan) { plan ? m_page.showPlan(*plan) : m_page.showPlanError(plan.error()); });
  });
}

void PublicationsLink::refreshWhenSeen() {
  m_outdated = true;
  if (m_page.isVisible())
    refresh();
}

void PublicationsLink::refresh() {
  if (!m_open)
    return;
  m_outdated = false;
  m_view.read(
      m_engine, this,
      [](Workspace& w, const JobContext&) -> Result<PublicationsPtr> {
        PW_TRY(PublicationsSnapshot snapshot, publicationsView(w));
        return std::make_shared<const PublicationsSnapshot>(std::move(snapshot));
      },
      [this](const Result<PublicationsPtr>& snapshot) {
        if (snapshot)
          m_page.showPublications(*snapshot);
        else if (!snapshot.error().is(u"engine.cancelled"))
          m_page.showError(snapshot.error());
      });
}

void PublicationsLink::connectBatches() {
  const auto changed = [this](const char* what) {
    return [this, what](const BatchChange& change) { m_page.showChanged(change, QLatin1String(what)); };
  };
  connect(&m_page, &PublicationsPage::makeRequested, this, [this, changed](const BatchWish& wish) {
    change([wish](Workspace& w, const JobContext&) { return w.makeBatch(wish); }, changed("made"));
  });
  connect(&m_page, &PublicationsPage::splitRequested, this, [this, changed](qint64 no, const std::vector<Id>& rows) {
    change([no, rows](Workspace& w, const JobContext&) { return w.splitBatch(no, rows, {}); }, changed("split"));
  });
  connect(&m_page, &PublicationsPage::mergeRequested, this, [this, changed](qint64 from, qint64 into) {
    change([from, into](Workspace& w, const JobContext&) { return w.mergeBatches(from, into); }, changed("merged"));
  });
  connect(&m_page, &PublicationsPage::undoRequested, this, [this](const BatchChange& undone) {
    change(
        [undone](Workspace& w, const JobContext&) -> Result<bool> {
          PW_CHECK(w.undoBatchChange(undone));
          return true;
        },
        [this](bool) { m_page.showUndone(); });
  });
  connect(&m_page, &PublicationsPage::moveRequested, this, [this](qint64 no, Instant slot) {
    change([no, slot](Workspace& w, const JobContext&) { return w.moveBatch(no, slot); },
           [this](const SlotChange& moved) { m_page.showMoved(moved); });
  });
  connect(&m_page, &PublicationsPage::cancelRequested, this, [this](qint64 no) {
    change([no](Workspace& w, const JobContext&) { return w.cancelBatch(no); },
           [this](const BatchCancelled& cancelled) { m_page.showCancelled(cancelled); });
  });
  connect(&m_page, &PublicationsPage::takeOutRequested, this, [this](const std::vector<Id>& rows) {
    change([rows](Workspace& w, const JobContext&) { return w.undo(rows); },
           [this](const std::vector<Answer>& answers) { m_page.showTakenOut(answers); });
  });
}

void PublicationsLink::connectReleases() {
  using Reports = std::vector<PublishReport>;
  const auto told = [this](const Reports& reports) { m_page.showReports(reports); };
  connect(&m_page, &PublicationsPage::releaseRequested, this, [this, told](qint64 no) {
    change(
        [no](Workspace& w, const JobContext&) -> Result<Reports> {
          PW_TRY(const PublishReport report, w.releaseBatch(no));
          return Reports{report};
        },
        told);
  });
  connect(&m_page, &PublicationsPage::rollBackRequested, this, [this, told](qint64 no) {
    change(
        [no](Workspace& w, const JobContext&) -> Result<Reports> {
          PW_TRY(const PublishReport report, w.rollBackBatch(no));
          return Reports{report};
        },
        told);
  });
  connect(&m_page, &PublicationsPage::rewriteRequested, this, [this, told](const QString& channel) {
    change([channel](Workspace& w, const JobContext&) { return w.rewriteChannel(channel); }, told);
  });
  connect(&m_page, &PublicationsPage::verifyRequested, this, [this] {
    change([](Workspace& w, const JobContext&) { return w.verifyChannels(); },
           [this](const std::vector<ChannelLook>& looks) { m_page.showLooked(looks); });
  });
}

} // namespace pricewright
