// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What RulesPage does with its draft: checks, saves, moves and changes rules; and its keys.
#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "pages/rules/RulesPage.h"

#include <QKeyEvent>
#include <QUuid>

namespace pricewright {
namespace {

constexpr int kStep = 10; // between the priorities of two rules

// Priorities follow the order, so that moving a rule moves it for everybody who reads them.
QJsonArray numbered(const QJsonArray& rules) {
  QJsonArray out;
  for (int i = 0; i < rules.size(); ++i) {
    QJsonObject rule = rules[i].toObject();
    rule.insert(s("priority"), (i + 1) * kStep);
    out.append(rule);
  }
  return out;
}

} // namespace

void RulesPage::check() {
  if (m_running)
    return;
  m_running = true;
  showState();
  emit runRequested(m_draft);
}

void RulesPage::showRun(const RuleDryRun& run) {
  m_running = false;
  m_checked = m_draft;
  m_model.setRun(run);
  m_effects.setEffects(run.changed);
  showState();
  const QLocale locale;
  QStringList words{
      run.changed.empty()
          ? tr("Nothing changes: of %1 prices, none would be bound otherwise.").arg(locale.toString(run.prices))
          : tr("%1 of %2 prices would be bound otherwise.")
                .arg(locale.toString(qulonglong(run.changed.size())), locale.toString(run.prices))};
  if (!run.findings.empty())
    words << (run.findings.size() == 1 ? tr("One rule needs a look: see the last column.")
                                       : tr("%1 things need a look: see the last column.").arg(run.findings.size()));
  if (run.unpriced > 0)
    words << tr("%1 products have no price in force and were left out.").arg(locale.toString(run.unpriced));
  const bool asked = std::exchange(m_saveWanted, false);
  if (asked && run.findings.empty())
    return save();
  if (asked)
    words << tr("Save once more to keep it as it is.");
  showMessage(run.findings.empty() ? paint::Tone::Positive : paint::Tone::Warning, words.join(u' '));
}

// What it would do is looked at first: saving without a check checks.
void RulesPage::save() {
  if (!isChanged() || m_readOnly || m_running)
    return;
  if (!isChecked()) {
    m_saveWanted = true;
    return check();
  }
  emit saveRequested(m_draft, m_view.digest, m_note->text().trimmed());
}

void RulesPage::showSaved(qint64 version) {
  m_note->clear();
  m_undo.clear();
  m_view.rules = m_draft;
  showMessage(paint::Tone::Positive, tr("Saved as version %1. The next cycle follows these rules.").arg(version));
  showState();
  emit rulesRequested();
}

void RulesPage::showError(const Error& error) {
  m_running = m_saveWanted = false;
  showState();
  if (!error.code.endsWith(QLatin1String("cancelled")))
    showMessage(paint::Tone::Negative, errorText(error));
}

void RulesPage::discard() {
  if (isChanged())
    setDraft(m_view.rules); // can be undone
}

void RulesPage::addRule() {
  if (m_readOnly)
    return;
  const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
  QStringList names;
  for (const QJsonValue& rule : std::as_const(m_draft))
    names << rule[s("name")].toString();
  QString name = tr("New rule");
  for (int i = 2; names.contains(name); ++i)
    name = tr("New rule %1").arg(i);
  QJsonArray draft = m_draft;
  draft.append(QJsonObject{{s("id"), id},
                           {s("name"), name},
                           {s("enabled"), true},
                           {s("when"), QJsonObject()},
                           {s("then"), QJsonObject{{s("kind"), s("hold")}}}});
  setDraft(numbered(draft));
  m_table->focusKey(id);
  m_form->showRule(m_draft.last().toObject());
  m_form->field("name")->setFocus();
  m_form->field("name")->selectAll();
}

void RulesPage::removeRule() {
  const int row = focusedRow();
  if (row < 0 || m_readOnly)
    return;
  QJsonArray draft = m_draft;
  draft.removeAt(row);
  setDraft(draft);
  emit noticed(tr("Removed from the draft · Ctrl+Z brings it back"));
}

void RulesPage::toggleRule() {
  const int row = focusedRow();
  if (row < 0 || m_readOnly)
    return;
  QJsonArray draft = m_draft;
  QJsonObject rule = draft[row].toObject();
  rule.insert(s("enabled"), !rule[s("enabled")].toBool(true));
  draft[row] = rule;
  setDraft(draft);
}

void RulesPage::moveRule(int by) {
  const int row = focusedRow(), to = row + by;
  if (row < 0 || to < 0 || to >= m_draft.size() || m_readOnly)
    return;
  QJsonArray draft = m_draft;
  const QJsonValue rule = draft.takeAt(row);
  draft.insert(to, rule);
  setDraft(numbered(draft));
}

void RulesPage::goBack() {
  const int line = m_versionTable->currentIndex().row();
  if (line < 0 || m_versionLines.rowAt(line) < 0 || m_readOnly)
    return;
  setDraft(m_versions.at(m_versionLines.rowAt(line)).rules);
  emit noticed(tr("That version is in the draft now; saving puts it in force"));
}

void RulesPage::undoLast() {
  if (m_undo.empty())
    return emit noticed(tr("There is nothing to undo in the draft"));
  const QJsonArray before = m_undo.back();
  m_undo.pop_back();
  setDraft(before, true);
  const int row = focusedRow();
  m_form->showRule(row < 0 ? QJsonObject() : m_draft[row].toObject());
}

void RulesPage::keyPressEvent(QKeyEvent* event) {
  const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
  const int key = event->key();
  const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter, inTable = m_table->hasFocus();
  if (event->isAutoRepeat())
    return event->accept();
  if (held == Qt::ControlModifier && enter)
    check();
  else if (held == Qt::ControlModifier && key == Qt::Key_S)
    save();
  else if (held == Qt::AltModifier && inTable && (key == Qt::Key_Up || key == Qt::Key_Down))
    moveRule(key == Qt::Key_Up ? -1 : 1);
  else if (held == Qt::NoModifier && inTable && (key == Qt::Key_N || key == Qt::Key_Insert))
    addRule();
  else if (held == Qt::NoModifier && inTable && key == Qt::Key_Space)
    toggleRule();
  else if (held == Qt::NoModifier && inTable && key == Qt::Key_Delete)
    removeRule();
  else if (held == Qt::NoModifier && key == Qt::Key_Escape && !inTable)
    focusMain();
  else if (key == Qt::Key_Question)
    emit keySheetRequested();
  else
    return Page::keyPressEvent(event);
  event->accept();
}

QList<PageAction> RulesPage::pageActions() {
  return {{tr("New rule"), s("N"), [this] { addRule(); }},
          {tr("Rule on or off"), tr("Space"), [this] { toggleRule(); }},
          {tr("Rule earlier"), tr("Alt+↑"), [this] { moveRule(-1); }},
          {tr("Rule later"), tr("Alt+↓"), [this] { moveRule(1); }},
          {tr("Remove the rule"), tr("Del"), [this] { removeRule(); }},
          {tr("Check the rules"), tr("Ctrl+Enter"), [this] { check(); }},
          {tr("Save the rules"), tr("Ctrl+S"), [this] { save(); }},
          {tr("Discard the draft of the rules"), {}, [this] { discard(); }}};
}

QList<QPair<QString, QString>> RulesPage::keySheet() const {
  return {{s("N"), tr("new rule")},
          {tr("Space"), tr("rule on or off")},
          {tr("Alt+↑  Alt+↓"), tr("rule earlier, later")},
          {tr("Enter"), tr("into the form; Esc back")},
          {tr("Del"), tr("remove the rule from the draft")},
          {tr("Ctrl+Z"), tr("undo in the draft")},
          {tr("Ctrl+Enter"), tr("check: what would the draft change?")},
          {tr("Ctrl+S"), tr("save as a version")},
          {tr("F6"), tr("next part of the page")}};
}

} // namespace pricewright
