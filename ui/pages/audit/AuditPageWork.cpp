// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the audit page does: keys, verifying, replaying, writing out, and what it says of them.
#include "engine/texts/Texts.h"
#include "itemmodels/AuditWords.h"
#include "pages/audit/AuditPage.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QTime>

namespace pricewright {

void AuditPage::tell(paint::Tone tone, const QString& text, const QString& action, BannerDoes does) {
  m_bannerDoes = does;
  m_banner->showMessage(tone, text, action);
}

void AuditPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  tell(tone, text, action, BannerDoes::Nothing);
}

void AuditPage::bannerAction() {
  switch (m_bannerDoes) {
  case BannerDoes::Nothing:
    emit bannerActionTriggered();
    break;
  case BannerDoes::Retry:
    m_banner->hide();
    activate();
    break;
  case BannerDoes::ShowEntry:
    showEntry(m_toShow);
    break;
  case BannerDoes::Copy:
    QGuiApplication::clipboard()->setText(m_toCopy);
    emit noticed(tr("Copied"));
    break;
  }
}

void AuditPage::verify() {
  if (m_work != Work::None || !m_model.hasAnswer())
    return;
  m_work = Work::Verify;
  m_fraction = 0;
  showState();
  emit verifyRequested();
}

void AuditPage::showVerifying(double fraction) {
  m_fraction = fraction;
  showStrip();
}

void AuditPage::endWork() {
  m_work = Work::None;
  showState();
}

void AuditPage::showVerified(const ChainReport& report) {
  const QLocale locale;
  const QString count = locale.toString(report.entries),
                time = locale.toString(QTime::currentTime(), QLocale::ShortFormat);
  QString text;
  if (report.intact()) {
    m_verified = tr("verified at %1: sound").arg(time);
    text = report.witnessed
               ? tr("All %1 entries are what was written, and the signed head outside the file agrees, up to "
                    "entry %2.")
                     .arg(count, locale.toString(*report.witnessed))
               : tr("All %1 entries are what was written. There is no signed head outside the file to compare "
                    "the end with.")
                     .arg(count);
  } else {
    m_verified = tr("verified at %1: BROKEN").arg(time);
    text = tr("The journal is broken%1: %2. What is in the file is not what was written. Keep the file as it is, and "
              "compare it with a backup.")
               .arg(report.brokenAt ? tr(" at entry %1").arg(locale.toString(*report.brokenAt)) : QString(),
                    codeText(QStringLiteral("audit.") + report.why));
  }
  if (report.lostElsewhere)
    text += u' ' + tr("This file came here from another place, where its journal had been signed up to entry %1.")
                       .arg(locale.toString(*report.lostElsewhere));
  m_toShow = report.brokenAt.value_or(0);
  const bool canShow = m_toShow > 0 && m_toShow <= m_model.newest();
  endWork();
  tell(report.intact() ? paint::Tone::Positive : paint::Tone::Negative, text,
       canShow ? tr("Show entry %1").arg(locale.toString(m_toShow)) : QString(),
       canShow ? BannerDoes::ShowEntry : BannerDoes::Nothing);
}

bool AuditPage::exportItself() {
  exportRows();
  return true;
}

void AuditPage::exportRows() {
  if (m_work != Work::None || !m_model.hasAnswer())
    return;
  m_export->ask(m_model.filter(), m_model.newest(), m_workspaceName);
}

void AuditPage::showExporting(double fraction) { showVerifying(fraction); }

// What to do next stands with it: a proof is worth something only where somebody checks it.
void AuditPage::showExported(const AuditExported& e) {
  endWork();
  const QString path = QDir::toNativeSeparators(e.path), count = QLocale().toString(e.entries);
  if (e.fingerprint.isEmpty()) {
    m_toCopy = path;
    tell(paint::Tone::Positive, tr("%1 entries were written to %2.").arg(count, path), tr("Copy the path"),
         BannerDoes::Copy);
    return;
  }
  m_toCopy = QStringLiteral("pricewright-engine audit check \"%1\" --key %2").arg(path, e.fingerprint);
  tell(
      paint::Tone::Positive,
      tr("A proof of %1 entries was written to %2. Send it, and give its reader the fingerprint %3 by another way: one "
         "command checks it.")
          .arg(count, path, e.fingerprint),
      tr("Copy the command"), BannerDoes::Copy);
}

void AuditPage::showJobError(const Error& error) {
  const bool stopped = error.code.endsWith(QLatin1String("cancelled"));
  const bool writing = m_work == Work::Export;
  endWork();
  if (stopped) {
    emit noticed(writing ? tr("Stopped: nothing was written") : tr("Verifying was stopped"));
    return;
  }
  bool isNumber = false;
  m_toShow = error.arguments.value(QStringLiteral("entry")).toLongLong(&isNumber);
  const bool canShow = isNumber && m_toShow > 0 && m_toShow <= m_model.newest();
  tell(paint::Tone::Negative, errorText(error),
       canShow ? tr("Show entry %1").arg(QLocale().toString(m_toShow)) : QString(),
       canShow ? BannerDoes::ShowEntry : BannerDoes::Nothing);
}

void AuditPage::stopWork() {
  if (m_work != Work::None)
    emit stopRequested();
  else
    m_model.stop();
}

void AuditPage::replay() {
  const std::optional<AuditDetail>& detail = m_detail->detail();
  if (!detail || !detail->decision || !m_detail->replayButton().isEnabled())
    return;
  m_detail->showReplayRunning();
  m_replayOf = m_focused;
  emit replayRequested(detail->decision->id);
}

// An answer that comes after the focus has moved on belongs to no entry that is shown.
void AuditPage::showReplay(const ReplayReport& report) {
  if (m_replayOf == m_focused)
    m_detail->showReplay(report);
}
void AuditPage::showReplayError(const Error& error) {
  if (m_replayOf == m_focused)
    m_detail->showReplayError(errorText(error));
}

// Everything that ever happened to the same decision, product, setting …
void AuditPage::showAllAbout() {
  const std::optional<AuditDetail>& detail = m_detail->detail();
  if (!detail)
    return;
  AuditFilter filter;
  if (!detail->line.sku.isEmpty())
    filter.sku = detail->line.sku;
  else
    filter.about = JournalSubject{detail->line.table, detail->line.rowId};
  m_filters->setFilter(filter);
  focusTable();
}

void AuditPage::copyRows() {
  const QList<int> rows = m_table->chosenRows();
  const QString text = m_model.tsv(rows);
  const qsizetype copied = text.count(u'\n');
  if (copied == 0)
    return;
  QGuiApplication::clipboard()->setText(text);
  emit noticed(copied == rows.size()
                   ? tr("%1 entries copied").arg(QLocale().toString(copied))
                   : tr("%1 of %2 entries copied: the others are not loaded; Ctrl+E writes any number")
                         .arg(QLocale().toString(copied), QLocale().toString(rows.size())));
}

void AuditPage::forgetWorkspace() {
  emit stopRequested();
  m_work = Work::None;
  m_verified.clear();
  m_workspaceName.clear();
  m_focused = 0;
  m_banner->hide();
  m_export->dismiss();
  m_period->dismiss();
  m_detail->clear();
  m_model.forget();
  m_filters->setChoices({});
  m_filters->clear();
}

void AuditPage::saveState(QSettings& settings) const {
  const AuditFilter& f = m_filters->filter();
  settings.setValue(QStringLiteral("kinds"), f.kinds);
  settings.setValue(QStringLiteral("actors"), f.actors);
  settings.setValue(QStringLiteral("sku"), f.sku);
  settings.setValue(QStringLiteral("text"), f.text);
  settings.setValue(QStringLiteral("entry"), m_focused);
  settings.setValue(QStringLiteral("panes"), m_detail->saveState());
  if (m_splitChosen)
    settings.setValue(QStringLiteral("split"), m_split->saveState());
}

void AuditPage::restoreState(const QSettings& settings) {
  AuditFilter f;
  f.kinds = settings.value(QStringLiteral("kinds")).toStringList();
  f.actors = settings.value(QStringLiteral("actors")).toStringList();
  f.sku = settings.value(QStringLiteral("sku")).toString();
  f.text = settings.value(QStringLiteral("text")).toString();
  m_focused = settings.value(QStringLiteral("entry")).toLongLong();
  m_detail->restoreState(settings.value(QStringLiteral("panes")).toByteArray());
  m_splitChosen = m_split->restoreState(settings.value(QStringLiteral("split")).toByteArray());
  m_split->setHandleWidth(12);
  if (!f.isEmpty())
    m_filters->setFilter(f);
}

QList<PageAction> AuditPage::pageActions() {
  return {{tr("Verify the journal"), QStringLiteral("V"), [this] { verify(); }},
          {tr("Replay the decision of the entry"), QStringLiteral("P"), [this] { replay(); }},
          {tr("Show all entries about the same"), QStringLiteral("A"), [this] { showAllAbout(); }},
          {tr("Clear the filter of the journal"), QString(), [this] { m_filters->clear(); }}};
}

QList<QPair<QString, QString>> AuditPage::keySheet() const {
  return {{QStringLiteral("J  K"), tr("next, previous entry")},
          {tr("Enter"), tr("the entry in full")},
          {QStringLiteral("A"), tr("all entries about the same product or row")},
          {QStringLiteral("P"), tr("replay the decision behind the entry")},
          {QStringLiteral("V"), tr("verify the whole journal")},
          {tr("Ctrl+E"), tr("write the journal out, with a proof")},
          {tr("Ctrl+F  /"), tr("find a text")},
          {tr("Ctrl+C"), tr("copy the chosen entries, with headers")},
          {tr("Home  End"), tr("newest, oldest entry")},
          {tr("Esc"), tr("stop what is under way; back to the table")}};
}

bool AuditPage::pageKey(int key) {
  switch (key) {
  case Qt::Key_J:
  case Qt::Key_K:
    m_table->moveFocus(key == Qt::Key_J ? 1 : -1);
    return true;
  case Qt::Key_A:
    showAllAbout();
    return true;
  case Qt::Key_P:
    replay();
    return true;
  case Qt::Key_V:
    verify();
    return true;
  case Qt::Key_E:
    exportRows();
    return true;
  case Qt::Key_Slash:
    focusFilter();
    return true;
  case Qt::Key_Question:
    emit keySheetRequested();
    return true;
  default:
    return false;
  }
}

void AuditPage::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) {
    copyRows();
    return event->accept();
  }
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  if (event->key() == Qt::Key_Escape) {
    if (m_work != Work::None || m_model.isSearching())
      stopWork();
    else if (m_short && m_detailOnTop)
      toggleDetail();
    focusTable();
    return event->accept();
  }
  const bool moves = event->key() == Qt::Key_J || event->key() == Qt::Key_K;
  // Ctrl+E is the window's; a bare E does nothing here.
  if (!chord && event->key() != Qt::Key_E && (moves || !event->isAutoRepeat()) && pageKey(event->key()))
    return event->accept();
  Page::keyPressEvent(event);
}

} // namespace pricewright
