// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/audit/ExportCard.h"

#include "itemmodels/AuditWords.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace pricewright {
namespace {

constexpr AuditFormat kFormats[] = {AuditFormat::Proof, AuditFormat::CsvExcel, AuditFormat::CsvMachine};

QString suffixOf(AuditFormat format) {
  return format == AuditFormat::Proof ? QStringLiteral("jsonl") : QStringLiteral("csv");
}

// A workspace's name as a part of a file's name.
QString safeName(QString name) {
  for (QChar& c : name)
    if (!c.isLetterOrNumber() && c != u' ' && c != u'-' && c != u'_')
      c = u'-';
  return name.simplified().left(60);
}

} // namespace

AuditExportCard::AuditExportCard(const Theme& theme, QWidget* page) : OverlayCard(theme, page) {
  setAccessibleName(tr("Write the journal out"));
  setMinimumWidth(480);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 14, 16, 14);
  column->setSpacing(8);
  auto* title = new QLabel(tr("Write the journal out"), this);
  title->setFont(theme.font(TypeRole::BodyStrong));
  column->addWidget(title);
  const auto chipRow = [&](const QStringList& names) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    QList<ActionButton*> chips;
    for (const QString& name : names) {
      chips << new ActionButton(theme, ActionButton::Kind::Chip, name, this);
      row->addWidget(chips.last());
    }
    row->addStretch(1);
    column->addLayout(row);
    return chips;
  };
  m_formats = chipRow({tr("Proof"), tr("Table for Excel"), tr("Table for programs")});
  for (qsizetype i = 0; i < m_formats.size(); ++i) {
    m_formats[i]->setKeys({QString::number(i + 1)});
    m_formats[i]->setKeyFirst(true);
    connect(m_formats[i], &QPushButton::clicked, this, [this, i] { choose(kFormats[i]); });
  }
  m_meaning = new QLabel(this);
  m_meaning->setFont(theme.font(TypeRole::Label));
  m_meaning->setProperty("tone", QStringLiteral("muted"));
  m_meaning->setWordWrap(true);
  column->addWidget(m_meaning);
  const QList<ActionButton*> scope = chipRow({QString(), QString()});
  m_everything = scope[0];
  m_filtered = scope[1];
  connect(m_everything, &QPushButton::clicked, this, [this] { chooseAll(true); });
  connect(m_filtered, &QPushButton::clicked, this, [this] { chooseAll(false); });
  auto* where = new QHBoxLayout;
  where->setSpacing(8);
  m_path = new QLineEdit(this);
  m_path->setAccessibleName(tr("Where to"));
  m_browse = new ActionButton(theme, ActionButton::Kind::Secondary, tr("Browse…"), this);
  where->addWidget(m_path, 1);
  where->addWidget(m_browse);
  column->addLayout(where);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addStretch(1);
  m_cancel = new ActionButton(theme, ActionButton::Kind::Secondary, tr("Cancel"), this);
  m_cancel->setKeys({tr("Esc")});
  m_do = new ActionButton(theme, ActionButton::Kind::Primary, tr("Write"), this);
  m_do->setKeys({tr("Enter")});
  row->addWidget(m_cancel);
  row->addWidget(m_do);
  column->addLayout(row);
  connect(m_browse, &QPushButton::clicked, this, &AuditExportCard::browse);
  connect(m_cancel, &QPushButton::clicked, this, &AuditExportCard::dismiss);
  connect(m_do, &QPushButton::clicked, this, &AuditExportCard::accept);
  connect(m_path, &QLineEdit::textChanged, this, [this] { m_do->setEnabled(!m_path->text().trimmed().isEmpty()); });
}

void AuditExportCard::ask(const AuditFilter& filter, qint64 newest, const QString& workspaceName) {
  m_filter = filter;
  m_everything->setText(tr("All %1 entries").arg(QLocale().toString(newest)));
  const QString words = auditFilterText(filter);
  m_filtered->setText(tr("Only: %1").arg(words));
  m_filtered->setToolTip(words);
  m_filtered->setMaximumWidth(300);
  m_filtered->setVisible(!filter.isEmpty());
  m_all = filter.isEmpty();
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString name = tr("%1 journal %2").arg(safeName(workspaceName), QDate::currentDate().toString(Qt::ISODate));
  if (m_path->text().isEmpty() || !m_path->isModified())
    m_path->setText(QDir::toNativeSeparators(QDir(folder).filePath(name + u'.' + suffixOf(m_format))));
  m_path->setCursorPosition(int(m_path->text().size()));
  showWords();
  openCentered();
}

void AuditExportCard::choose(AuditFormat format) {
  m_format = format;
  const bool modified = m_path->isModified();
  m_path->setText(withSuffix(m_path->text()));
  m_path->setModified(modified);
  showWords();
}

void AuditExportCard::chooseAll(bool all) {
  m_all = all;
  showWords();
}

// The end of the name follows the form, as long as it is one of ours.
QString AuditExportCard::withSuffix(const QString& path) const {
  for (const char* known : {".jsonl", ".csv"})
    if (path.endsWith(QLatin1String(known), Qt::CaseInsensitive))
      return path.chopped(qsizetype(qstrlen(known))) + u'.' + suffixOf(m_format);
  return path;
}

void AuditExportCard::showWords() {
  for (qsizetype i = 0; i < m_formats.size(); ++i)
    m_formats[i]->setChecked(kFormats[i] == m_format);
  m_everything->setChecked(m_all);
  m_filtered->setChecked(!m_all);
  switch (m_format) {
  case AuditFormat::Proof:
    m_meaning->setText(m_all
                           ? tr("Every entry with its hash, signed by this device. Anybody can check it without the "
                                "workspace: pricewright-engine audit check FILE.")
                           : tr("The chosen entries, signed by this device, and the bare hashes of the others, so that "
                                "the chain can still be followed: pricewright-engine audit check FILE."));
    break;
  case AuditFormat::CsvExcel:
    m_meaning->setText(tr("CSV as Excel and LibreOffice open it here. A table proves nothing."));
    break;
  case AuditFormat::CsvMachine:
    m_meaning->setText(tr("CSV with commas, dots and ISO times. A table proves nothing."));
    break;
  }
}

void AuditExportCard::browse() {
  auto* dialog = new QFileDialog(this, tr("Where to?"), QFileInfo(m_path->text()).path());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setFileMode(QFileDialog::AnyFile);
  dialog->selectFile(QFileInfo(m_path->text()).fileName());
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    m_path->setText(QDir::toNativeSeparators(path));
    m_path->setModified(true);
  });
  dialog->open();
}

void AuditExportCard::accept() {
  const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
  if (path.isEmpty())
    return;
  const AuditFilter filter = m_all ? AuditFilter() : m_filter;
  dismiss();
  emit accepted(filter, QFileInfo(path).absoluteFilePath(), m_format);
}

void AuditExportCard::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  const int digit = event->key() - Qt::Key_1;
  if (!chord && !event->isAutoRepeat() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
    accept();
  else if (!chord && !event->isAutoRepeat() && digit >= 0 && digit < 3)
    choose(kFormats[digit]);
  else
    OverlayCard::keyPressEvent(event);
  event->accept();
}

} // namespace pricewright
