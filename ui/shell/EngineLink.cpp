// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/EngineLink.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <QFileInfo>

namespace pricewright {
namespace {

constexpr int kMostHits = 4; // of a kind
constexpr qint64 kRetryReleaseMs = 30'000, kLongestWaitMs = 3'600'000;

bool cannotWrite(const QString& path) {
  const QFileInfo file(path);
  return file.exists() && (!file.isWritable() || !QFileInfo(file.absolutePath()).isWritable());
}

} // namespace

EngineLink::EngineLink(Engine& engine, MainWindow& window, QObject* parent)
    : QObject(parent), m_engine(engine), m_window(window) {
  m_release.setSingleShot(true);
  for (InstanceGuard* guard : {&m_guard, &m_claim})
    connect(guard, &InstanceGuard::wanted, &m_window, [this] {
      m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
      m_window.raise();
      m_window.activateWindow();
    });
  connect(&m_release, &QTimer::timeout, this, [this] { m_engine.publishDue(); });
  connectCommands();
  connectFacts();
  connectCycle();
  connectExports();
}

void EngineLink::connectExports() {
  TableExporter* exporter = &m_window.exporter();
  connect(
      exporter, &TableExporter::sheetWanted, this,
      [this, exporter](const QString& path, const QString& title, const std::vector<SheetKey>& keys) {
        m_engine.read(
            exporter,
            [path, title, keys](Workspace& w, const JobContext& job) { return writeSheet(w, path, title, keys, job); },
            [exporter](const Result<SheetWritten>& written) {
              written ? exporter->sheetWritten(*written) : exporter->sheetFailed(written.error());
            });
      });
}

void EngineLink::open(const QString& path) {
  if (!m_guard.holds(path) && !m_claim.claim(path)) {
    m_window.showOpenError(
        path, fail(QStringLiteral("engine.open-elsewhere"), {{QStringLiteral("path"), QFileInfo(path).fileName()}}));
    return;
  }
  m_opening = path;
  m_window.showOpening(path);
  m_engine.openWorkspace(path);
}

void EngineLink::connectCommands() {
  ApprovalsPage* page = &m_window.approvals();
  connect(&m_window, &MainWindow::openRequested, this, &EngineLink::open);
  connect(&m_window, &MainWindow::refreshRequested, this, [this] { m_engine.refreshQueue(); });
  connect(&m_window, &MainWindow::cycleRequested, this, [this] { m_engine.runCycle(); });
  connect(&m_window, &MainWindow::searchRequested, this, [this](const QString& words) {
    m_search.read(
        m_engine, this,
        [words](Workspace& w, const JobContext& job) { return searchWorkspace(w, words, kMostHits, job); },
        [this, words](const Result<std::vector<SearchHit>>& hits) {
          if (hits)
            m_window.showHits(words, *hits);
        });
  });
  connect(&m_window, &MainWindow::cancelRequested, this, [this] {
    if (!m_window.isCycleRunning())
      return;
    m_engine.cancelCycle();
    m_window.status().showNotice(tr("Stopping the cycle …"));
  });
  connect(page, &ApprovalsPage::approveRequested, this,
          [this](const std::vector<Ask>& asks) { m_engine.approve(asks); });
  connect(page, &ApprovalsPage::rejectRequested, this,
          [this](const std::vector<Ask>& asks, const QString& reason, const QString& comment) {
            m_engine.reject(asks, reason, comment);
          });
  connect(page, &ApprovalsPage::undoRequested, this, [this](const std::vector<Id>& ids) { m_engine.undo(ids); });
  connect(page, &ApprovalsPage::previewRequested, this,
          [this](const Id& id, const Money& price) { m_engine.previewEdit(id, price); });
  connect(page, &ApprovalsPage::editRequested, this,
          [this](const Ask& ask, const Money& price) { m_engine.editPrice(ask, price); });
  connect(page, &ApprovalsPage::detailRequested, this, [this](const Id& id) { m_engine.requestDetail(id); });
  connect(page, &ApprovalsPage::commentRequested, this, [this, page](const std::vector<Id>& ids, const QString& text) {
    m_engine.write(
        this, [ids, text](Workspace& w, const JobContext&) -> Status { return w.comment(ids, text); },
        [page, ids](const Status& done) {
          done ? page->showCommented(int(ids.size())) : page->showError(done.error());
        });
  });
  connect(page, &ApprovalsPage::snoozeRequested, this,
          [this, page](const std::vector<Id>& ids, const std::optional<Instant>& until) {
            m_engine.write(
                this, [ids, until](Workspace& w, const JobContext&) -> Status { return w.snooze(ids, until); },
                [page, ids, until](const Status& done) {
                  done ? page->showSnoozed(int(ids.size()), !until) : page->showError(done.error());
                });
          });
  connect(page, &ApprovalsPage::effectRequested, this, [this, page](const std::vector<Ask>& asks) {
    m_effect.read(
        m_engine, this, [asks](Workspace& w, const JobContext& job) { return selectionEffect(w, asks, job); },
        [page, asks](const Result<SelectionEffect>& effect) {
          if (effect)
            page->showEffect(asks, *effect);
        });
  });
}

void EngineLink::connectFacts() {
  ApprovalsPage* page = &m_window.approvals();
  connect(&m_engine, &Engine::workspaceOpened, this, [this](const QString& path) {
    if (m_claim.holds(path))
      m_guard.takeOver(m_claim);
    m_readOnly = cannotWrite(path);
    m_window.showWorkspace(path, m_readOnly);
  });
  connect(&m_engine, &Engine::workspaceOpenFailed, this, [this](const Error& error) {
    m_claim.release();
    m_window.showOpenError(m_opening, error);
  });
  connect(&m_engine, &Engine::queueChanged, this, [this](const QueueSnapshotPtr& snapshot) {
    m_window.showQueue(snapshot);
    if (snapshot)
      planRelease(*snapshot);
  });
  connect(&m_engine, &Engine::decided, page, &ApprovalsPage::showDecided);
  connect(&m_engine, &Engine::decideFailed, this, [this, page](const Error& error) {
    page->showError(error);
    if (error.is(u"storage.read-only")) {
      m_readOnly = true;
      m_window.setReadOnly();
    }
  });
  connect(&m_engine, &Engine::detailReady, page, &ApprovalsPage::detailArrived);
  connect(&m_engine, &Engine::detailFailed, page, &ApprovalsPage::detailFailed);
  connect(&m_engine, &Engine::editPreviewed, page, &ApprovalsPage::editPreviewed);
  connect(&m_engine, &Engine::editPreviewFailed, page, &ApprovalsPage::editPreviewFailed);
  connect(&m_engine, &Engine::published, this, &EngineLink::publishedAll);
  connect(&m_engine, &Engine::publishFailed, page, &ApprovalsPage::showError);
}

void EngineLink::connectCycle() {
  connect(&m_engine, &Engine::cycleStarted, &m_window, &MainWindow::beginCycle);
  connect(&m_engine, &Engine::cycleProgressed, &m_window, &MainWindow::setCycleProgress);
  connect(&m_engine, &Engine::cycleFinished, this, &EngineLink::cycleEnded);
  connect(&m_engine, &Engine::cycleFailed, this, [this](const Error& error) {
    m_window.endCycle();
    if (error.code.endsWith(QLatin1String("cancelled")))
      m_window.status().showNotice(tr("Cycle cancelled: no price was changed"));
    else
      m_window.approvals().showError(error);
  });
}

void EngineLink::cycleEnded(const CycleReport& report) {
  m_window.endCycle();
  if (report.state == QLatin1String("cancelled")) {
    m_window.status().showNotice(tr("Cycle cancelled: no price was changed"));
  } else if (report.state == QLatin1String("halted")) {
    m_window.approvals().showMessage(
        paint::Tone::Warning,
        tr("The cycle was halted before anything was published: %1. Every proposal waits here for a human.")
            .arg(codeText(report.haltedBy)));
  } else {
    m_window.status().showNotice(tr("Cycle finished in %1").arg(secondsText(report.endedAt - report.startedAt)));
  }
}

void EngineLink::publishedAll(const std::vector<PublishReport>& reports) {
  int prices = 0;
  for (const PublishReport& r : reports) {
    prices += r.prices;
    if (r.error)
      m_window.approvals().showError(*r.error);
  }
  if (prices > 0)
    m_window.status().showNotice(prices == 1 ? tr("1 price released")
                                             : tr("%1 prices released").arg(QLocale().toString(prices)));
}

// The engine's clock may stand in another year (a workspace "as of"): only differences are used. A slot that has passed
// without effect is tried again, not at once.
void EngineLink::planRelease(const QueueSnapshot& snapshot) {
  m_release.stop();
  if (m_readOnly)
    return;
  std::optional<Instant> first;
  for (const QueueRow& row : snapshot.approved)
    if (row.releaseAt && (!first || *row.releaseAt < *first))
      first = row.releaseAt;
  if (!first)
    return;
  const qint64 left = (*first - snapshot.now).count();
  const qint64 wait = left <= 0 ? kRetryReleaseMs : std::min(left + 500, kLongestWaitMs);
  m_release.start(static_cast<int>(wait));
}

} // namespace pricewright
