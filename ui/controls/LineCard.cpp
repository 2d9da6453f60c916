// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/LineCard.h"

namespace pricewright {

LineCard::LineCard(const Theme& theme, QWidget* page) : FormCard(theme, page, tr("Do it"), 460) {
  m_field = line(tr("Reason"));
  m_name = qobject_cast<QLabel*>(form()->labelForField(m_field));
  connect(m_field, &QLineEdit::textChanged, this,
          [this] { button()->setEnabled(!m_field->text().trimmed().isEmpty()); });
}

void LineCard::ask(const Question& question, std::function<void(const QString&)> done) {
  m_done = std::move(done);
  setTitle(question.title);
  if (m_name)
    m_name->setText(question.field);
  m_field->setAccessibleName(question.field);
  button()->setText(question.button);
  m_field->setText(question.text);
  m_field->selectAll();
  button()->setEnabled(!question.text.trimmed().isEmpty());
  say(question.note, false);
  openCentered();
  m_field->setFocus(Qt::PopupFocusReason);
}

void LineCard::accept() {
  if (!isVisible() || !button()->isEnabled())
    return;
  button()->setEnabled(false);
  m_done(m_field->text().trimmed());
}

} // namespace pricewright
