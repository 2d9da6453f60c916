// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/ExportCard.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>

namespace pricewright {

QString safeFileName(QString name) {
  for (QChar& c : name)
    if (!c.isLetterOrNumber() && c != u' ' && c != u'-' && c != u'_')
      c = u'-';
  return name.simplified().left(80);
}

ExportCard::ExportCard(const Theme& theme, QWidget* page, const QString& title, QList<Form> forms)
    : OverlayCard(theme, page), m_forms(std::move(forms)) {
  setAccessibleName(title);
  setMinimumWidth(480);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 14, 16, 14);
  column->setSpacing(8);
  auto* head = new QLabel(title, this);
  head->setFont(theme.font(TypeRole::BodyStrong));
  column->addWidget(head);
  QHBoxLayout* row = chipRow();
  for (int i = 0; i < m_forms.size(); ++i) {
    auto* chip = new ActionButton(theme, ActionButton::Kind::Chip, m_forms[i].name, this);
    chip->setKeys({QString::number(i + 1)});
    chip->setKeyFirst(true);
    connect(chip, &QPushButton::clicked, this, [this, i] { chooseForm(i); });
    m_formChips << chip;
    row->insertWidget(i, chip);
  }
  m_meaning = new QLabel(this);
  m_meaning->setFont(theme.font(TypeRole::Label));
  m_meaning->setProperty("tone", QStringLiteral("muted"));
  m_meaning->setWordWrap(true);
  column->addWidget(m_meaning);
  m_scopeRow = chipRow();
  addPathRow();
  addDoRow();
}

QHBoxLayout* ExportCard::chipRow() {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addStretch(1);
  static_cast<QVBoxLayout*>(layout())->addLayout(row);
  return row;
}

void ExportCard::addPathRow() {
  auto* where = new QHBoxLayout;
  where->setSpacing(8);
  m_path = new QLineEdit(this);
  m_path->setAccessibleName(tr("Where to"));
  auto* browse = new ActionButton(theme(), ActionButton::Kind::Secondary, tr("Browse…"), this);
  where->addWidget(m_path, 1);
  where->addWidget(browse);
  static_cast<QVBoxLayout*>(layout())->addLayout(where);
  connect(browse, &QPushButton::clicked, this, &ExportCard::browse);
}

void ExportCard::addDoRow() {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addStretch(1);
  m_cancel = new ActionButton(theme(), ActionButton::Kind::Secondary, tr("Cancel"), this);
  m_cancel->setKeys({tr("Esc")});
  m_do = new ActionButton(theme(), ActionButton::Kind::Primary, tr("Write"), this);
  m_do->setKeys({tr("Enter")});
  row->addWidget(m_cancel);
  row->addWidget(m_do);
  static_cast<QVBoxLayout*>(layout())->addLayout(row);
  connect(m_cancel, &QPushButton::clicked, this, &ExportCard::dismiss);
  connect(m_do, &QPushButton::clicked, this, &ExportCard::accept);
  connect(m_path, &QLineEdit::textChanged, this, [this] { m_do->setEnabled(!m_path->text().trimmed().isEmpty()); });
}

void ExportCard::ask(const QList<Scope>& scopes, int scope, const QString& folder, const QString& fileName) {
  qDeleteAll(m_scopeChips);
  m_scopeChips.clear();
  for (int i = 0; scopes.size() > 1 && i < scopes.size(); ++i) {
    auto* chip = new ActionButton(theme(), ActionButton::Kind::Chip, scopes[i].name, this);
    chip->setToolTip(scopes[i].toolTip);
    chip->setMaximumWidth(300);
    connect(chip, &QPushButton::clicked, this, [this, i] { chooseScope(i); });
    m_scopeChips << chip;
    m_scopeRow->insertWidget(i, chip);
  }
  m_scope = scope;
  if (m_path->text().isEmpty() || !m_path->isModified())
    m_path->setText(QDir::toNativeSeparators(QDir(folder).filePath(fileName + u'.' + m_forms[m_form].suffix)));
  m_path->setCursorPosition(int(m_path->text().size()));
  showWords();
  openCentered();
}

void ExportCard::chooseForm(int form) {
  if (form < 0 || form >= m_forms.size() || m_formChips[form]->isHidden())
    return;
  m_form = form;
  const bool modified = m_path->isModified();
  m_path->setText(withSuffix(m_path->text()));
  m_path->setModified(modified);
  showWords();
}

void ExportCard::offerForm(int form, bool offered) {
  m_formChips[form]->setVisible(offered);
  if (!offered && m_form == form)
    chooseForm(0);
}

void ExportCard::chooseScope(int scope) {
  m_scope = scope;
  showWords();
}

// The end of the name follows the form, as long as it is one of ours.
QString ExportCard::withSuffix(const QString& path) const {
  for (const Form& known : m_forms)
    if (path.endsWith(u'.' + known.suffix, Qt::CaseInsensitive))
      return path.chopped(known.suffix.size()) + m_forms[m_form].suffix;
  return path;
}

QString ExportCard::meaningOf(int form, int) const { return m_forms[form].meaning; }

void ExportCard::showWords() {
  for (int i = 0; i < m_formChips.size(); ++i)
    m_formChips[i]->setChecked(i == m_form);
  for (int i = 0; i < m_scopeChips.size(); ++i)
    m_scopeChips[i]->setChecked(i == m_scope);
  m_meaning->setText(meaningOf(m_form, m_scope));
}

void ExportCard::browse() {
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

void ExportCard::accept() {
  const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
  if (path.isEmpty())
    return;
  m_path->setModified(false);
  dismiss();
  emit accepted(m_form, m_scope, QFileInfo(path).absoluteFilePath());
}

void ExportCard::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  const int digit = event->key() - Qt::Key_1;
  if (!chord && !event->isAutoRepeat() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
    accept();
  else if (!chord && !event->isAutoRepeat() && digit >= 0 && digit < m_forms.size())
    chooseForm(digit);
  else
    OverlayCard::keyPressEvent(event);
  event->accept();
}

} // namespace pricewright
