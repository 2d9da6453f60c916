// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the answers mean for the page, and what it keeps over a restart.
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "pages/publications/PublicationsPage.h"
#include "pages/publications/PublicationsText.h"

#include <QJsonDocument>

namespace pricewright {
namespace {

constexpr std::size_t kMostBatchUndo = 100;

QString layoutText(const TableView& table) {
  return QString::fromUtf8(QJsonDocument(table.layoutState()).toJson(QJsonDocument::Compact));
}
void restoreLayout(TableView& table, const QString& text) {
  const QJsonDocument layout = QJsonDocument::fromJson(text.toUtf8());
  if (layout.isObject())
    table.setLayoutState(layout.object());
}

} // namespace

using namespace publications;

void PublicationsPage::showCandidates(const std::shared_ptr<const BatchCandidates>& candidates) {
  m_builder->showCandidates(candidates);
}
void PublicationsPage::showPlan(const BatchPlan& plan) { m_builder->showPlan(plan); }
void PublicationsPage::showPlanError(const Error& error) { m_builder->showPlanError(errorText(error)); }

void PublicationsPage::showChanged(const BatchChange& change, const QString& what) {
  answered();
  m_undo.push_back({change, {}});
  if (m_undo.size() > kMostBatchUndo)
    m_undo.erase(m_undo.begin());
  const QString prices = pricesText(int(change.moves.size()));
  if (what == u"made")
    emit noticed(change.batches.size() == 1 ? tr("%1 signed as one batch · Z undoes it").arg(prices)
                                            : tr("%1 signed as %2 batches, one per time zone · Z undoes it")
                                                  .arg(prices, count(qint64(change.batches.size()))));
  else
    emit noticed((what == u"split" ? tr("%1 set apart · Z undoes it") : tr("%1 joined · Z undoes it")).arg(prices));
  if (!change.refused.empty())
    showMessage(paint::Tone::Warning,
                (change.refused.size() == 1
                     ? tr("1 price stayed out and waits as before. ")
                     : tr("%1 prices stayed out and wait as before. ").arg(count(qint64(change.refused.size())))) +
                    refusedText(change.refused, 3).replace(QLatin1Char('\n'), QLatin1Char(' ')));
  if (m_view == View::Builder) {
    m_wantedFocus = QString::number(change.batches.empty() ? 0 : change.batches.front());
    showView(View::Batches);
    m_batchTable->focusKey(m_wantedFocus);
    focusMain();
  }
}

void PublicationsPage::showMoved(const SlotChange& change) {
  answered();
  if (!m_undo.empty() && m_undo.back().slot && m_undo.back().slot->batchNo == change.batchNo &&
      m_undo.back().slot->after == change.before)
    m_undo.pop_back(); // moved again: one step back is enough
  m_undo.push_back({{}, change});
  emit noticed(tr("Batch %1 goes out %2").arg(change.batchNo).arg(clockText(change.after, now())));
}

void PublicationsPage::showCancelled(const BatchCancelled& cancelled) {
  answered();
  emit noticed(tr("Release undone: %1 wait in Approvals again").arg(pricesText(cancelled.returned)));
}

void PublicationsPage::showTakenOut(const std::vector<Answer>& answers) {
  answered();
  int done = 0;
  for (const Answer& a : answers) {
    done += a.done;
    if (!a.done)
      showError(a.why);
  }
  if (done > 0)
    emit noticed(tr("%1 taken out: back in Approvals").arg(pricesText(done)));
}

void PublicationsPage::showReports(const std::vector<PublishReport>& reports) {
  answered();
  if (reports.empty())
    emit noticed(tr("Every file is as it should be"));
  for (const PublishReport& r : reports) {
    if (r.error)
      showMessage(paint::Tone::Negative, errorText(*r.error));
    else if (r.state == u"rolled_back")
      emit noticed(tr("%1 put back").arg(pricesText(r.prices)));
    else if (r.state == u"cancelled")
      showMessage(paint::Tone::Warning,
                  tr("Nothing of batch %1 was left to publish: its prices were changed meanwhile, or lie outside their "
                     "bounds. The prices in force hold.")
                      .arg(r.batchNo));
    else if (r.batchNo > 0)
      emit noticed(tr("Batch %1 released: %2, read back from the files").arg(r.batchNo).arg(pricesText(r.prices)));
    else
      emit noticed(tr("Files written again: %1, read back").arg(pricesText(r.listed)));
    if (!r.error && r.notPublished > 0 && r.state != u"cancelled")
      showMessage(paint::Tone::Warning,
                  r.state == u"rolled_back"
                      ? tr("%1 changed again since stayed as they are.").arg(pricesText(r.notPublished))
                      : tr("%1 held back at the last moment: changed meanwhile, or outside their bounds.")
                            .arg(pricesText(r.notPublished)));
  }
}

void PublicationsPage::showLooked(const std::vector<ChannelLook>& looks) {
  answered();
  int prices = 0, differences = 0;
  for (const ChannelLook& look : looks) {
    prices += int(look.prices.size());
    differences += look.differences;
  }
  if (differences == 0) {
    emit noticed(tr("Read back: %1, every one right").arg(pricesText(prices)));
    return;
  }
  showMessage(paint::Tone::Warning, tr("Read back: %1 of %2 are not what they should be. T writes the files again.")
                                        .arg(count(differences), pricesText(prices)));
  showOnlyDifferences(true);
  showView(View::Live);
  focusMain();
}

void PublicationsPage::showUndone() {
  answered();
  emit noticed(tr("Undone: everything is where it was"));
}

void PublicationsPage::showError(const Error& error) {
  answered();
  showMessage(paint::Tone::Negative, errorText(error));
}

void PublicationsPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

QList<QWidget*> PublicationsPage::panes() const {
  QList<QWidget*> all;
  if (m_view == View::Builder) {
    all << &m_builder->table() << m_builder->name();
  } else if (m_view == View::Live) {
    all << m_channels << m_liveTable;
  } else {
    if (m_batchTable->isVisible())
      all << m_batchTable;
    if (m_panel->isVisible())
      all << &m_panel->table() << &m_panel->timeline();
  }
  all.removeIf([](const QWidget* w) { return !w->isVisible(); });
  if (m_banner->isVisible())
    all << m_banner->findChildren<QPushButton*>().value(0);
  return all;
}

void PublicationsPage::focusMain() {
  m_detailOnTop = false;
  resizeEvent(nullptr);
  QWidget* main = m_view == View::Builder ? static_cast<QWidget*>(&m_builder->table())
                  : m_view == View::Live  ? m_liveTable
                                          : m_batchTable;
  (main->isVisible() ? main : static_cast<QWidget*>(this))->setFocus(Qt::OtherFocusReason);
}

void PublicationsPage::focusFilter() {
  (m_view == View::Builder ? m_builder->table() : (m_view == View::Live ? *m_liveTable : *m_batchTable)).focusFilter();
}

void PublicationsPage::forgetWorkspace() {
  m_snapshot.reset();
  m_undo.clear();
  m_wantedFocus.clear();
  m_waiting = false;
  m_batches.setSnapshot({});
  m_live.setSnapshot({});
  m_panel->showDetail({});
  m_builder->showCandidates({});
  m_channels->setLines({});
  m_confirm->dismiss();
  m_slotCard->dismiss();
  m_banner->hide();
  setReadOnly(false);
  showView(View::Batches);
  showSummary();
  showEmptiness();
  emit countChanged(0);
}

void PublicationsPage::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  m_new->setEnabled(!readOnly);
  m_builder->setReadOnly(readOnly);
  showBar();
}

void PublicationsPage::saveState(QSettings& settings) const {
  settings.setValue(QStringLiteral("view"), m_view == View::Live ? QStringLiteral("live") : QStringLiteral("batches"));
  settings.setValue(QStringLiteral("differences"), m_differencesOnly->isChecked());
  settings.setValue(QStringLiteral("batch"), m_batchTable->focusedKey());
  settings.setValue(QStringLiteral("batches"), layoutText(*m_batchTable));
  settings.setValue(QStringLiteral("live"), layoutText(*m_liveTable));
}

void PublicationsPage::restoreState(const QSettings& settings) {
  m_wantedFocus = settings.value(QStringLiteral("batch")).toString();
  restoreLayout(*m_batchTable, settings.value(QStringLiteral("batches")).toString());
  restoreLayout(*m_liveTable, settings.value(QStringLiteral("live")).toString());
  showOnlyDifferences(settings.value(QStringLiteral("differences")).toBool());
  showView(settings.value(QStringLiteral("view")).toString() == u"live" ? View::Live : View::Batches);
}

QList<PageTable> PublicationsPage::tables() const {
  QList<PageTable> tables = Page::tables();
  for (PageTable& t : tables)
    if (t.view == &m_panel->table())
      t.prices = [this](bool chosenOnly) {
        const TableView& view = m_panel->table();
        std::vector<SheetKey> keys;
        for (const int row : chosenOnly ? view.chosenRows() : view.lines().shownRows())
          keys.push_back({m_panel->model().at(row).sku, m_panel->model().at(row).zone});
        return keys;
      };
  return tables;
}

QList<PageAction> PublicationsPage::pageActions() {
  return {{tr("New batch from approvals"), QStringLiteral("N"), [this] { newBatch(); }},
          {tr("Release the batch now"), QStringLiteral("R"), [this] { releaseNow(); }},
          {tr("Change the release slot"), QStringLiteral("C"), [this] { changeSlot(); }},
          {tr("Undo the release of the batch"), QStringLiteral("U"), [this] { undoRelease(); }},
          {tr("Roll the batch back"), QStringLiteral("B"), [this] { rollBack(); }},
          {tr("Take prices out of the batch"), QStringLiteral("X"), [this] { takeOut(); }},
          {tr("Set prices of the batch apart"), QStringLiteral("P"), [this] { splitOff(); }},
          {tr("Join two batches"), QStringLiteral("M"), [this] { joinBatches(); }},
          {tr("Verify what is live"), QStringLiteral("V"), [this] { verifyAgain(); }},
          {tr("Write the price files again"), QStringLiteral("T"), [this] { writeAgain(); }},
          {tr("Show differences only"), QStringLiteral("D"), [this] {
             showView(View::Live);
             showOnlyDifferences(true);
             focusMain();
           }}};
}

QList<QPair<QString, QString>> PublicationsPage::keySheet() const {
  return {{tr("1  2"), tr("batches; intended against live")},
          {tr("J  K"), tr("next, previous")},
          {tr("Enter"), tr("the batch's prices; Esc back")},
          {QStringLiteral("R"), tr("release now, or try again")},
          {QStringLiteral("C"), tr("change the slot")},
          {QStringLiteral("U"), tr("undo the release, until its slot")},
          {QStringLiteral("B"), tr("roll back as one")},
          {QStringLiteral("X"), tr("take a price out")},
          {QStringLiteral("P"), tr("set prices apart")},
          {QStringLiteral("M"), tr("join two chosen batches")},
          {QStringLiteral("V"), tr("verify again: read the files back")},
          {QStringLiteral("T"), tr("write the files again")},
          {QStringLiteral("D"), tr("differences only")},
          {QStringLiteral("N"), tr("new batch; Ctrl+Enter signs it")},
          {tr("Z, Ctrl+Z"), tr("undo on this page")}};
}

} // namespace pricewright
