// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ImportsLink.h"

namespace pricewright {

ImportsLink::ImportsLink(Engine& engine, ImportsPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  connect(&engine, &Engine::workspaceOpened, this, &ImportsLink::refresh);
  connect(&page, &Page::shown, this, &ImportsLink::refresh);
  connect(&page, &Page::refreshWanted, this, &ImportsLink::refresh);
  connectReads();
  connectWrites();
}

void ImportsLink::refresh() {
  m_view.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return importsView(w); },
      [this](const Result<ImportsView>& view) {
        if (view)
          m_page.showView(*view);
      });
}

void ImportsLink::connectReads() {
  connect(&m_page, &ImportsPage::kindsRequested, this, [this](const QString& path) {
    m_look.read(
        m_engine, this, [path](Workspace& w, const JobContext&) { return likelyKinds(w, path); },
        [this, path](const Result<std::vector<ImportKind>>& kinds) {
          kinds ? m_page.showKinds(path, *kinds) : m_page.showError(kinds.error());
        });
  });
  connect(&m_page, &ImportsPage::previewRequested, this, [this](const QString& path, const ImportMapping& mapping) {
    m_look.read(
        m_engine, this,
        [path, mapping](Workspace& w, const JobContext&) { return w.previewImport(path, mapping.kind, &mapping); },
        [this, path](const Result<ImportPreview>& preview) {
          if (!preview)
            return m_page.showError(preview.error());
          m_page.showPreview(*preview);
          if (preview->missing.isEmpty() && !preview->refusal)
            tryOut(path, m_page.form().mapping());
        });
  });
  connect(&m_page, &ImportsPage::sheetRequested, this, [this](const QString& path) {
    m_look.read(
        m_engine, this, [path](Workspace& w, const JobContext& job) { return readSheet(w, path, job); },
        [this](const Result<SheetDiff>& diff) { diff ? m_page.showSheet(*diff) : m_page.showError(diff.error()); });
  });
  connect(&m_page, &ImportsPage::mappingRequested, this, [this](const QString& name) {
    m_engine.read(
        this, [name](Workspace& w, const JobContext&) { return w.importer().loadMapping(name); },
        [this](const Result<ImportMapping>& mapping) {
          mapping ? m_page.showMapping(*mapping) : m_page.showError(mapping.error());
        });
  });
}

void ImportsLink::tryOut(const QString& path, const ImportMapping& mapping) {
  if (m_trial)
    m_trial->cancel();
  const auto ticket = std::make_shared<JobPtr>();
  *ticket = m_engine.write(
      this, [path, mapping](Workspace& w, const JobContext&) { return w.previewImport(path, mapping.kind, &mapping); },
      [this, ticket](const Result<ImportPreview>& preview) {
        if (preview && *ticket == m_trial)
          m_page.showTrial(*preview);
      });
  m_trial = *ticket;
}

void ImportsLink::connectWrites() {
  connect(&m_page, &ImportsPage::importRequested, this, [this](const QString& path, const ImportMapping& mapping) {
    m_import = m_engine.write(
        this, [path, mapping](Workspace& w, const JobContext& job) { return w.importFile(path, mapping, job); },
        [this](const Result<ImportReport>& report) {
          report ? m_page.showImported(*report) : m_page.showError(report.error());
          refresh();
        },
        [this](const QString&, double fraction) { m_page.showProgress(fraction); });
  });
  connect(&m_page, &ImportsPage::stopRequested, this, [this] {
    if (m_import)
      m_import->cancel();
  });
  connect(&m_page, &ImportsPage::undoRequested, this, [this](const Id& batch) {
    m_engine.write(
        this, [batch](Workspace& w, const JobContext&) { return w.undoImport(batch); },
        [this](const Result<ImportReport>& report) {
          report ? m_page.showUndone(*report) : m_page.showError(report.error());
          refresh();
        });
  });
  connect(&m_page, &ImportsPage::mappingSaveRequested, this, [this](const ImportMapping& mapping) {
    m_engine.write(
        this,
        [mapping](Workspace& w, const JobContext&) -> Status { return w.importer().saveMapping(w.me(), mapping); },
        [this, name = mapping.name](const Status& saved) {
          saved ? m_page.showMappingSaved(name) : m_page.showError(saved.error());
          refresh();
        });
  });
  connect(&m_page, &ImportsPage::applyRequested, this, [this](const SheetDiff& diff, const std::vector<int>& lines) {
    m_engine.write(
        this, [diff, lines](Workspace& w, const JobContext&) { return applySheet(w, diff, lines); },
        [this](const Result<std::vector<Proposed>>& made) {
          made ? m_page.showApplied(*made) : m_page.showError(made.error());
        });
  });
}

} // namespace pricewright
