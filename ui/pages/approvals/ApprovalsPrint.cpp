// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What ApprovalsPage has to do with its detail, and what it puts on paper.
#include "itemmodels/QueueExport.h"
#include "itemmodels/Words.h"
#include "pages/approvals/ApprovalsPage.h"
#include "reports/DecisionPdf.h"

namespace pricewright {

void ApprovalsPage::connectDetail() {
  connect(m_detail, &DetailPanel::keyClicked, this, &ApprovalsPage::decisionKey);
  connect(m_detail, &DetailPanel::originRequested, this, &ApprovalsPage::originRequested);
  connect(m_detail, &DetailPanel::noticed, this, &ApprovalsPage::noticed);
  connect(m_detail, &DetailPanel::failed, this,
          [this](const QString& text) { showMessage(paint::Tone::Negative, text); });
}

std::vector<const QueueRow*> ApprovalsPage::rowsToWrite(bool checkedOnly) const {
  std::vector<const QueueRow*> rows;
  for (int i = 0; i < m_proxy.rowCount(); ++i)
    if (const QueueRow* row = m_proxy.itemAt(i).row; !checkedOnly || m_model.isChecked(row->id))
      rows.push_back(row);
  return rows;
}

QString ApprovalsPage::filterWords() const {
  const QueueProxy::Filter& f = m_proxy.filter();
  QStringList filters;
  if (!f.reason.isEmpty())
    filters << reasonWord(f.reason);
  if (f.waiting)
    filters << tr("waiting for release");
  if (!f.category.isEmpty())
    filters << f.category;
  if (!f.text.isEmpty())
    filters << QStringLiteral("“%1”").arg(f.text);
  return filters.join(QStringLiteral(", "));
}

QList<PageTable> ApprovalsPage::tables() const {
  QList<PageTable> tables = Page::tables();
  const std::vector<const QueueRow*> rows = rowsToWrite(false);
  if (rows.empty())
    return tables;
  const PageTable queue{tr("Price changes"),
                        filterWords(),
                        m_table,
                        int(rows.size()),
                        int(rowsToWrite(true).size()),
                        [this](bool checkedOnly) { return queueTable(rowsToWrite(checkedOnly)); },
                        [this](bool checkedOnly) {
                          std::vector<SheetKey> keys;
                          for (const QueueRow* row : rowsToWrite(checkedOnly))
                            keys.push_back({row->sku, row->zone});
                          return keys;
                        }};
  const bool inDetail = !tables.isEmpty() && m_detail->isAncestorOf(window()->focusWidget());
  // Beside the queue, the tables of the detail are offered only from where they are read.
  return inDetail ? tables << queue : QList{queue};
}

void ApprovalsPage::printQueue() {
  const QueueSnapshotPtr snapshot = m_model.snapshot();
  if (!snapshot || m_proxy.rowCount() == 0)
    return emit noticed(tr("No row to print"));
  askReportFile(
      this, std::make_shared<const ReportPdf>(queueReport(m_theme, *snapshot, rowsToWrite(false), filterWords())),
      tr("Approvals %1.pdf").arg(isoDay(dayOf(snapshot->now))), [this](const QString& done, const QString& error) {
        error.isEmpty() ? emit noticed(done) : showMessage(paint::Tone::Negative, error);
      });
}

void ApprovalsPage::printCycle() {
  const QueueSnapshotPtr snapshot = m_model.snapshot();
  if (!snapshot || !snapshot->lastCycle)
    return emit noticed(tr("No cycle has run yet"));
  const CycleReport& cycle = *snapshot->lastCycle;
  askReportFile(this, std::make_shared<const ReportPdf>(cycleReport(m_theme, cycle, snapshot->workspaceName)),
                tr("Cycle %1.pdf").arg(isoDay(dayOf(cycle.endedAt))),
                [this](const QString& done, const QString& error) {
                  error.isEmpty() ? emit noticed(done) : showMessage(paint::Tone::Negative, error);
                });
}

} // namespace pricewright
