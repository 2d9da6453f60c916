// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/market/FeedEditor.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Words.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QStyle>

namespace pricewright {
namespace {

constexpr int kFormWidth = 500;

}

FeedEditor::FeedEditor(const Theme& theme, QWidget* parent) : QWidget(parent) {
  build(theme);
  connect(m_form, &FeedForm::changed, this, &FeedEditor::formChanged);
  connect(m_try, &QPushButton::clicked, this, &FeedEditor::tryIt);
  connect(m_save, &QPushButton::clicked, this, &FeedEditor::save);
}

void FeedEditor::build(const Theme& theme) {
  setAccessibleName(tr("Service or feed"));
  auto* title = new TitleRow(theme, tr("Service or feed"), this);
  m_summary = title->summary();
  auto* back = title->addButton(ActionButton::Kind::Quiet, tr("Back"), tr("Esc"));
  connect(back, &QPushButton::clicked, this, &FeedEditor::leave);
  m_try = title->addButton(ActionButton::Kind::Secondary, tr("Try"));
  m_try->setKeys({tr("Ctrl"), tr("Enter")});
  m_try->setAccessibleName(tr("%1 (Ctrl+Enter)").arg(tr("Try")));
  m_save = title->addButton(ActionButton::Kind::Primary, tr("Save the feed"));
  m_save->setKeys({tr("Ctrl"), s("S")});
  m_save->setAccessibleName(tr("%1 (Ctrl+S)").arg(tr("Save the feed")));
  m_form = new FeedForm(theme, this);
  for (QWidget* one : std::initializer_list<QWidget*>{m_form->mapping(), m_form->kind(), m_form->competitor()})
    one->installEventFilter(this);
  auto* inside = new QWidget(this);
  auto* in = new QVBoxLayout(inside);
  in->setContentsMargins(14, 12, 20, 12);
  in->addWidget(m_form);
  in->addStretch(1);
  QFrame* left = cardAround(scrolled(inside, this), this);
  left->setMinimumWidth(kFormWidth);
  m_words = new QLabel(this);
  m_words->setWordWrap(true);
  m_words->setTextFormat(Qt::PlainText); // names of strangers stand in it
  m_trial = new TableView(theme, m_trialLines, this);
  m_trial->setAccessibleName(tr("The first rows, as they would be read"));
  m_trial->setEmptyText(tr("Try shows the first rows as they would be read, and why one cannot be. Nothing is kept."));
  auto* right = new QVBoxLayout;
  right->setSpacing(8);
  right->addWidget(m_words);
  right->addWidget(cardAround(m_trial, this), 1);
  auto* sides = new QHBoxLayout;
  sides->setSpacing(12);
  sides->addWidget(left, 2);
  sides->addLayout(right, 3);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(title);
  column->addLayout(sides, 1);
}

void FeedEditor::begin(const Feed& feed, const QString& competitor, bool isNew) {
  ++m_session;
  m_form->begin(feed, competitor, isNew);
  m_begun = m_form->typed();
  m_warned = false;
  setSaving(false);
  m_trialRows.setTrial({});
  m_summary->setText(isNew ? tr("prices in bulk: a service, or a competitor's list of products")
                           : tr("changes %1").arg(feed.code));
  say({});
  if (isVisible())
    m_form->setFocus(Qt::OtherFocusReason);
}

void FeedEditor::rest() {
  ++m_session;
  setSaving(false);
  m_form->key()->clear();
}

void FeedEditor::formChanged() {
  ++m_session; // what is being tried is about something else
  m_warned = false;
  m_trialRows.setTrial({});
  say({});
}

// The keychain may ask its owner in between: what is being saved stays as it is until the answer.
void FeedEditor::setSaving(bool on) {
  for (QWidget* one : std::initializer_list<QWidget*>{m_form, m_try, m_save})
    one->setEnabled(!on);
}

void FeedEditor::tryIt() {
  if (isSaving())
    return;
  const std::optional<FeedAdd> wish = m_form->wish();
  if (!wish)
    return say(tr("Something is missing, or wrong: it stands beside its field."), "warning");
  say(tr("Reading …"));
  emit trialWanted(wish->feed, m_form->typedKey());
}

void FeedEditor::save() {
  if (isSaving())
    return;
  const std::optional<FeedAdd> wish = m_form->wish();
  if (!wish)
    return say(tr("Something is missing, or wrong: it stands beside its field."), "warning");
  say(tr("Saving …"));
  setSaving(true);
  emit saveWanted(*wish, m_form->typedKey(), m_form->isNew());
}

void FeedEditor::showTrial(const FeedTrial& trial) {
  m_trialRows.setTrial(trial);
  m_trial->focusLine(0);
  const QLocale locale;
  const QString counts = tr("%1 rows can be read, %2 cannot")
                             .arg(locale.toString(trial.counts.items), locale.toString(trial.counts.unreadable));
  if (!trial.error.code.isEmpty())
    return say(errorText(trial.error), "negative");
  if (trial.counts.items + trial.counts.unreadable == 0)
    return say(trial.waiting > 0 ? tr("The file is still being written: try again in a minute.")
                                 : tr("It has no rows, or no file is there yet."),
               "warning");
  say(trial.isCut ? tr("Of the first rows: %1. Nothing of it is kept.").arg(counts)
                  : tr("%1. That is all of it; nothing is kept.").arg(counts),
      trial.counts.items == 0       ? "negative"
      : trial.counts.unreadable > 0 ? "warning"
                                    : "positive");
}

void FeedEditor::showError(const Error& error) {
  if (isSaving()) {
    setSaving(false);
    m_form->setFocus(Qt::OtherFocusReason);
  }
  say(errorText(error), "negative");
}

void FeedEditor::say(const QString& words, const char* tone) {
  m_words->setText(words);
  m_words->setVisible(!words.isEmpty());
  m_words->setProperty("tone", QString::fromLatin1(tone));
  style()->unpolish(m_words);
  style()->polish(m_words); // the tone's color
}

// What was typed is thrown away by the second time only.
void FeedEditor::leave() {
  if (isChanged() && !m_warned) {
    m_warned = true;
    return say(tr("The feed is not saved: Ctrl+S saves it, Esc again leaves it as it was"), "warning");
  }
  rest();
  emit left();
}

void FeedEditor::keyPressEvent(QKeyEvent* event) {
  const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
  if (event->isAutoRepeat())
    return event->accept();
  if (event->key() == Qt::Key_Escape)
    leave();
  else if (isReturn && held == Qt::ControlModifier)
    tryIt();
  else if (event->key() == Qt::Key_S && held == Qt::ControlModifier)
    save();
  else
    return QWidget::keyPressEvent(event);
  event->accept();
}

// A text of several lines and a box keep these keys for themselves.
bool FeedEditor::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Wheel && watched != m_form->mapping()) {
    event->ignore(); // the form is scrolled, no choice is changed by it
    return true;
  }
  if (event->type() != QEvent::KeyPress)
    return QWidget::eventFilter(watched, event);
  auto* key = static_cast<QKeyEvent*>(event);
  const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  const bool isOurs = key->key() == Qt::Key_Escape ||
                      ((isReturn || key->key() == Qt::Key_S) && key->modifiers().testFlag(Qt::ControlModifier));
  if (!isOurs)
    return QWidget::eventFilter(watched, event);
  keyPressEvent(key);
  return true;
}

} // namespace pricewright
