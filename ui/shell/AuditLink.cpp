// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/AuditLink.h"

namespace pricewright {
namespace {

constexpr std::chrono::milliseconds kSearch(150); // then what was found is shown, and others have their turn
constexpr qint64 kPiece = 20'000;                 // entries

struct Start {
  AuditChoices choices;
  Instant now{};
  QString workspaceName;
};

Result<Start> startOf(Workspace& w) {
  Start start;
  PW_TRY(start.choices, auditChoices(w));
  start.now = w.clock().now();
  PW_TRY(start.workspaceName, w.catalog().workspaceValue(QStringLiteral("name")));
  return start;
}

} // namespace

AuditLink::AuditLink(Engine& engine, AuditPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  connectLooking();
  connect(&page, &AuditPage::verifyRequested, this, [this] { verifyOn(std::make_shared<AuditCheck>()); });
  connect(&page, &AuditPage::exportRequested, this,
          [this](const AuditFilter& filter, const QString& path, AuditFormat format) {
            writeOn(std::make_shared<AuditExport>(filter, path, format, QLocale().decimalPoint().front()));
          });
  connect(&page, &AuditPage::stopRequested, this, [this] {
    if (m_work)
      m_work->cancel();
  });
  connect(&page, &Page::shown, this, &AuditLink::refresh);
  connect(&page, &Page::refreshWanted, this, &AuditLink::refresh);
  connect(&engine, &Engine::workspaceOpened, this, &AuditLink::refresh);
  connect(&engine, &Engine::changed, this, &AuditLink::refresh);
  connect(&engine, &Engine::cycleFinished, this, &AuditLink::refresh);
}

void AuditLink::refresh() {
  if (m_page.isVisible())
    m_page.activate();
}

void AuditLink::connectLooking() {
  AuditModel* model = &m_page.model();
  connect(model, &AuditModel::pageWanted, this, [this, model](const AuditAsk& ask) {
    m_lines.read(
        m_engine, this,
        [ask](Workspace& w, const JobContext& job) {
          return auditPage(w, ask.filter, ask.cursor, ask.most, job, kSearch);
        },
        [model, ticket = ask.ticket](Result<AuditLines> lines) {
          lines ? model->arrived(ticket, *lines) : model->failed(ticket, lines.error());
        });
  });
  connect(model, &AuditModel::cancelWanted, this, [this] { m_lines.cancel(); });
  connect(&m_page, &AuditPage::choicesRequested, this, [this] {
    m_choices.read(
        m_engine, this, [](Workspace& w, const JobContext&) { return startOf(w); },
        [this](Result<Start> start) {
          if (start)
            m_page.showChoices(start->choices, start->now, start->workspaceName);
        });
  });
  connect(&m_page, &AuditPage::detailRequested, this, [this](qint64 sequence) {
    m_detail.read(
        m_engine, this, [sequence](Workspace& w, const JobContext&) { return auditEntryDetail(w, sequence); },
        [this](Result<AuditDetail> detail) {
          detail ? m_page.showDetail(*detail) : m_page.showDetailError(detail.error());
        });
  });
  connect(&m_page, &AuditPage::replayRequested, this, [this](const Id& id) {
    m_replay.read(
        m_engine, this, [id](Workspace& w, const JobContext&) { return w.replay(id); },
        [this](Result<ReplayReport> report) {
          report ? m_page.showReplay(*report) : m_page.showReplayError(report.error());
        });
  });
}

void AuditLink::verifyOn(std::shared_ptr<AuditCheck> check) {
  m_work = m_engine.read(
      this,
      [check](Workspace& w, const JobContext& job) {
        JobContext quiet;
        quiet.stop = job.stop;
        return check->step(w, kPiece, quiet);
      },
      [this, check](Result<std::optional<ChainReport>> report) {
        if (!report)
          return m_page.showJobError(report.error());
        if (*report)
          return m_page.showVerified(**report);
        m_page.showVerifying(check->fraction());
        m_work->isCancelled() ? m_page.showJobError(fail(QStringLiteral("audit.cancelled"))) : verifyOn(check);
      });
}

void AuditLink::writeOn(std::shared_ptr<AuditExport> out) {
  m_work = m_engine.read(
      this,
      [out](Workspace& w, const JobContext& job) {
        JobContext quiet;
        quiet.stop = job.stop;
        return out->step(w, kPiece, quiet);
      },
      [this, out](Result<std::optional<AuditExported>> done) {
        if (!done)
          return m_page.showJobError(done.error());
        if (*done)
          return m_page.showExported(**done);
        m_page.showExporting(out->fraction());
        m_work->isCancelled() ? m_page.showJobError(fail(QStringLiteral("audit.cancelled"))) : writeOn(out);
      });
}

} // namespace pricewright
