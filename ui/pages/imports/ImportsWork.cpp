// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What ImportsPage does with files, and what the answers mean.
#include "controls/SavingFolder.h"
#include "engine/texts/Texts.h"
#include "pages/imports/ImportsPage.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>

namespace pricewright {
namespace {

constexpr int kReasonsShown = 3;

QString countText(qint64 count) { return QLocale().toString(count); }

bool isWorkbook(const QString& path) {
  return path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive) ||
         path.endsWith(QLatin1String(".xlsm"), Qt::CaseInsensitive) ||
         path.endsWith(QLatin1String(".xls"), Qt::CaseInsensitive);
}

// What the command line answers with an option is answered here with a box of the form.
QString inThisForm(const QString& code, const QString& otherwise) {
  if (code == u"import.missing-field")
    return ImportsPage::tr("A field that is required has no column yet: choose one, or one value for all rows.");
  if (code == u"import.open-day-order")
    return ImportsPage::tr("day and month cannot be told apart: choose under Days how they are written");
  if (code == u"import.both-day-orders")
    return ImportsPage::tr("some dates have the day first, others the month: choose under Days which is right");
  if (code == u"import.needs-week-origin")
    return ImportsPage::tr("numbers of weeks mean no days yet: write under Days on which day number 1 began, such as "
                           "week:1989-09-14");
  if (code == u"import.spreadsheet-days")
    return ImportsPage::tr("a spreadsheet's day numbers: choose that under Days");
  if (code == u"import.unknown-column")
    return ImportsPage::tr("The file does not have all columns of this mapping. Choose others in their place.");
  return otherwise;
}

// Fields that are read from one and the same column, as "valid_from is read as zone and as day".
QStringList readTwice(const ImportMapping& mapping) {
  QMap<QString, QStringList> fieldsOf;
  for (auto it = mapping.columns.begin(); it != mapping.columns.end(); ++it)
    fieldsOf[it.value()] << it.key();
  QStringList words;
  for (auto it = fieldsOf.begin(); it != fieldsOf.end(); ++it)
    if (it.value().size() > 1)
      words << ImportsPage::tr("%1 is read as %2").arg(it.key(), it.value().join(ImportsPage::tr(" and as ")));
  return words;
}

// The most frequent reasons, in words.
QString reasonsText(const QMap<QString, qint64>& counts) {
  QList<QPair<qint64, QString>> reasons;
  for (auto it = counts.begin(); it != counts.end(); ++it)
    reasons << qMakePair(it.value(), it.key());
  std::sort(reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  QStringList words;
  for (qsizetype i = 0; i < std::min<qsizetype>(reasons.size(), kReasonsShown); ++i)
    words << QStringLiteral("%1 × %2").arg(countText(reasons[i].first), codeText(reasons[i].second));
  if (reasons.size() > kReasonsShown)
    words << QStringLiteral("…");
  return words.join(QStringLiteral("; "));
}

} // namespace

void ImportsPage::chooseFile() {
  if (m_state == State::Importing)
    return;
  const QString key = QStringLiteral("imports/folder");
  auto* dialog = new QFileDialog(this, tr("Files to import"), QSettings().value(key, savingFolder()).toString());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  dialog->setNameFilters({tr("Tables and workbooks (*.csv *.tsv *.txt *.gz *.xlsx)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::filesSelected, this, [this, key](const QStringList& paths) {
    if (!paths.isEmpty())
      QSettings().setValue(key, QFileInfo(paths.first()).absolutePath());
    openFiles(paths);
  });
  dialog->open();
}

void ImportsPage::openFiles(const QStringList& paths) {
  for (const QString& path : paths)
    if (!path.isEmpty())
      m_files << path;
  if (m_files.isEmpty() || m_state == State::Importing)
    return showState();
  start(m_files.takeFirst());
}

void ImportsPage::start(const QString& path) {
  m_file = QFileInfo(path).absoluteFilePath();
  m_path->setText(m_file);
  m_preview.reset();
  m_form->forget();
  m_banner->hide();
  m_verdict->setText(tr("Reading …"));
  go(State::Reading);
  if (isWorkbook(m_file))
    emit sheetRequested(m_file);
  else
    emit kindsRequested(m_file);
}

void ImportsPage::showKinds(const QString& path, const std::vector<ImportKind>& kinds) {
  if (path != m_file || m_state != State::Reading)
    return;
  ImportMapping mapping;
  mapping.kind = kinds.empty() ? ImportKind::Sales : kinds.front();
  emit previewRequested(m_file, mapping);
}

void ImportsPage::showPreview(const ImportPreview& preview) {
  if (m_state != State::Reading && m_state != State::Mapping)
    return;
  const bool first = m_state == State::Reading;
  m_preview = preview;
  m_form->showPreview(preview);
  auto rows = std::make_unique<FileRowsModel>(preview);
  auto lines = std::make_unique<TableLines>(*rows);
  auto* table = new TableView(m_theme, *lines, m_rowsPlace);
  table->setAccessibleName(tr("First rows of the file"));
  m_rowsPlace->layout()->addWidget(table);
  delete m_rowTable; // before what it shows
  m_rowTable = table;
  m_rowLines = std::move(lines);
  m_rows = std::move(rows);
  go(State::Mapping);
  showVerdict(preview, false);
  if (first)
    focusMain();
}

void ImportsPage::showTrial(const ImportPreview& preview) {
  if (m_state != State::Mapping || !m_preview)
    return;
  m_preview->refusal = preview.refusal;
  m_preview->tried = preview.tried;
  m_preview->rejected = preview.rejected;
  m_preview->rejectedBy = preview.rejectedBy;
  showVerdict(*m_preview, true);
  showState();
}

void ImportsPage::showVerdict(const ImportPreview& p, bool tried) {
  QStringList words;
  if (!p.missing.isEmpty())
    words << tr("Still without a column: %1").arg(p.missing.join(QStringLiteral(", ")).replace(u'|', tr(" or ")));
  else if (p.refusal)
    words << inThisForm(p.refusal->code, errorText(*p.refusal));
  else if (p.fileRows > 0)
    words << tr("%1 rows").arg(countText(p.fileRows));
  if (tried && p.tried > 0 && p.missing.isEmpty() && !p.refusal)
    words << (p.rejected == 0 ? tr("the first %1 fit").arg(countText(p.tried))
                              : tr("of the first %1, %2 would be rejected: %3")
                                    .arg(countText(p.tried), countText(p.rejected), reasonsText(p.rejectedBy)));
  for (const QString& note : p.notes) {
    const qsizetype colon = note.indexOf(u':');
    const QString code = note.left(colon), said = inThisForm(code, codeText(code));
    words << (colon < 0 ? said : QStringLiteral("%1: %2").arg(note.mid(colon + 1), said));
  }
  words << readTwice(m_form->mapping());
  m_verdict->setText(words.join(QStringLiteral(" · ")));
}

std::vector<int> ImportsPage::linesToPropose() const {
  // Rows chosen by hand, where more than one is; else all that can be.
  std::vector<int> chosen = m_sheetTable->chosenRows();
  if (chosen.size() < 2)
    chosen = m_sheetLines.shownRows();
  std::vector<int> lines;
  for (const int row : chosen)
    if (SheetModel::canBeProposed(m_sheet.at(row)))
      lines.push_back(m_sheet.at(row).line);
  return lines;
}

void ImportsPage::doIt() {
  if (!m_do->isEnabled() || m_readOnly)
    return;
  if (m_state == State::Sheet)
    return emit applyRequested(m_sheet.diff(), linesToPropose());
  if (m_state != State::Mapping)
    return;
  m_progress->setValue(0);
  m_verdict->setText(tr("Importing %1 …").arg(QFileInfo(m_file).fileName()));
  go(State::Importing);
  emit importRequested(m_file, m_form->mapping());
}

void ImportsPage::leave() {
  if (m_state == State::Importing)
    return emit stopRequested();
  m_banner->hide();
  if (m_files.isEmpty())
    go(State::Waiting);
  else
    start(m_files.takeFirst());
  focusMain();
}

void ImportsPage::showProgress(double fraction) { m_progress->setValue(int(fraction * 1000)); }

void ImportsPage::showImported(const ImportReport& r) {
  QStringList words;
  if (r.nothingChanged) {
    words << tr("Every row of %1 was there already: nothing was changed.").arg(QFileInfo(r.file).fileName());
  } else {
    words << tr("%1: %2 new, %3 changed, %4 the same.")
                 .arg(QFileInfo(r.file).fileName(), countText(r.added), countText(r.changed), countText(r.same));
    m_made.push_back(r.batchId);
  }
  if (r.skipped > 0)
    words << tr("%1 skipped.").arg(countText(r.skipped));
  if (!r.created.isEmpty())
    words << tr("Made: %1.").arg(r.created.join(QStringLiteral(", ")));
  if (r.rejected > 0)
    words << tr("%1 rejected: %2.").arg(countText(r.rejected), reasonsText(r.rejectedBy));
  if (!r.heldBack.isEmpty())
    words << tr("Held back: %1.").arg(reasonsText(r.heldBack));
  if (!r.nothingChanged)
    words << tr("Ctrl+Z takes it back.");
  const bool more = !m_files.isEmpty();
  more ? start(m_files.takeFirst()) : go(State::Waiting);
  showMessage(r.rejected > 0 || !r.heldBack.isEmpty() ? paint::Tone::Warning : paint::Tone::Positive, words.join(u' '),
              r.rejectFile.isEmpty() ? QString() : tr("Open the rejected rows"));
  m_bannerPath = r.rejectFile;
  if (!more)
    focusMain();
}

void ImportsPage::undoLast() {
  if (!m_made.empty() && m_state != State::Importing)
    emit undoRequested(m_made.back());
  else if (m_state != State::Importing)
    emit noticed(tr("Nothing was imported since the window was opened; Delete takes back the import in focus"));
}

void ImportsPage::undoFocused() {
  const Result<Id> id = Id::parse(m_pastTable->focusedKey());
  if (id && m_state != State::Importing && !m_readOnly)
    emit undoRequested(*id);
}

void ImportsPage::showUndone(const ImportReport& r) {
  std::erase(m_made, r.batchId);
  showMessage(paint::Tone::Positive, tr("%1 was taken back: %2 rows removed, %3 put back as they were.")
                                         .arg(QFileInfo(r.file).fileName(), countText(r.added), countText(r.changed)));
}

void ImportsPage::showView(const ImportsView& view) {
  m_past.setImports(view.imports);
  m_form->setMappings(view.mappings);
}

void ImportsPage::saveMapping() {
  if (m_state != State::Mapping || !m_save->isEnabled())
    return;
  ImportMapping mapping = m_form->mapping();
  mapping.name = m_name->text().trimmed();
  emit mappingSaveRequested(mapping);
}

void ImportsPage::showMapping(const ImportMapping& mapping) {
  if (m_state != State::Mapping)
    return;
  m_name->setText(mapping.name);
  emit previewRequested(m_file, mapping);
}

void ImportsPage::showMappingSaved(const QString& name) { emit noticed(tr("The mapping is kept as “%1”").arg(name)); }

void ImportsPage::showSheet(const SheetDiff& diff) {
  if (m_state != State::Reading)
    return;
  m_sheet.setDiff(diff);
  go(State::Sheet);
  using enum SheetChange::State;
  QStringList words{tr("%1 of %2 rows were edited").arg(countText(qint64(diff.changes.size())), countText(diff.rows))};
  if (const int same = diff.count(Same); same > 0)
    words << tr("%1 change nothing").arg(countText(same));
  if (const int moved = diff.count(Meanwhile); moved > 0)
    words << tr("%1 whose price has moved meanwhile").arg(countText(moved));
  if (const int refused = diff.count(Refused); refused > 0)
    words << tr("%1 refused").arg(countText(refused));
  if (!diff.writtenBy.isEmpty() && diff.writtenAt)
    words << tr("written by %1, %2")
                 .arg(diff.writtenBy, QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(*diff.writtenAt)),
                                                         QLocale::ShortFormat));
  m_verdict->setText(words.join(QStringLiteral(" · ")));
  m_sheetTable->focusLine(0);
  showState();
  focusMain();
}

void ImportsPage::showApplied(const std::vector<Proposed>& answers) {
  int done = 0;
  QString first;
  for (const Proposed& a : answers) {
    done += !a.decision.isNull();
    if (a.decision.isNull() && first.isEmpty())
      first = errorText(a.why);
  }
  m_files.isEmpty() ? go(State::Waiting) : start(m_files.takeFirst());
  QString text =
      done == 1 ? tr("1 price waits in Approvals.") : tr("%1 prices wait in Approvals.").arg(countText(done));
  if (!first.isEmpty())
    text += u' ' + tr("%1 were refused. First: %2").arg(countText(qint64(answers.size()) - done), first);
  showMessage(first.isEmpty() ? paint::Tone::Positive : paint::Tone::Warning, text);
}

void ImportsPage::showError(const Error& error) {
  if (error.code.endsWith(QLatin1String("cancelled")))
    emit noticed(tr("Stopped: nothing was imported"));
  else
    showMessage(paint::Tone::Negative, inThisForm(error.code, errorText(error)));
  if (m_state == State::Importing)
    go(m_preview ? State::Mapping : State::Waiting);
  else if (m_state == State::Reading) {
    const QString path = m_path->text(); // stays, to be mended
    go(State::Waiting);
    m_path->setText(path);
  }
}

void ImportsPage::keyPressEvent(QKeyEvent* event) {
  const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
  const int key = event->key();
  const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
  if (event->isAutoRepeat())
    return event->accept();
  if (enter && held == Qt::ControlModifier)
    doIt();
  else if (key == Qt::Key_Escape && held == Qt::NoModifier)
    leave();
  else if (key == Qt::Key_Delete && held == Qt::NoModifier && m_pastTable->hasFocus())
    undoFocused();
  else if (key == Qt::Key_O && held == Qt::NoModifier)
    chooseFile();
  else if (key == Qt::Key_Question)
    emit keySheetRequested();
  else
    return Page::keyPressEvent(event);
  event->accept();
}

void ImportsPage::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls() && !m_readOnly)
    event->acceptProposedAction();
}

void ImportsPage::dropEvent(QDropEvent* event) {
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile())
      paths << url.toLocalFile();
  event->acceptProposedAction();
  openFiles(paths);
}

QList<PageAction> ImportsPage::pageActions() {
  return {{tr("Choose a file to import …"), QStringLiteral("O"), [this] { chooseFile(); }},
          {tr("Import, or propose what was edited"), tr("Ctrl+Enter"), [this] { doIt(); }},
          {tr("Save the mapping"), {}, [this] { saveMapping(); }},
          {tr("Take back the import in focus"), tr("Del"), [this] { undoFocused(); }}};
}

QList<QPair<QString, QString>> ImportsPage::keySheet() const {
  return {{QStringLiteral("O"), tr("choose files; they can be dropped on the page too")},
          {tr("Ctrl+Enter"), tr("import, or propose the prices that were edited")},
          {tr("Esc"), tr("leave this file; stop while it is read in")},
          {tr("Ctrl+Z"), tr("take back the last import")},
          {tr("Del"), tr("take back the import in focus")},
          {tr("F6"), tr("next part of the page")}};
}

} // namespace pricewright
