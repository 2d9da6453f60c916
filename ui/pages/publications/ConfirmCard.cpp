// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/publications/ConfirmCard.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace pricewright {

ConfirmCard::ConfirmCard(const Theme& theme, QWidget* page) : OverlayCard(theme, page) {
  setFixedWidth(440);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 14, 16, 14);
  column->setSpacing(8);
  m_title = new QLabel(this);
  m_title->setFont(theme.font(TypeRole::BodyStrong));
  m_title->setWordWrap(true);
  m_text = new QLabel(this);
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_do = new ActionButton(theme, ActionButton::Kind::Primary, QString(), this);
  m_do->setKeys({tr("Enter")});
  m_leave = new ActionButton(theme, ActionButton::Kind::Secondary, tr("Leave it"), this);
  m_leave->setKeys({tr("Esc")});
  m_leave->setAccessibleName(tr("Leave it as it is"));
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addStretch(1);
  row->addWidget(m_leave);
  row->addWidget(m_do);
  column->addWidget(m_title);
  column->addWidget(m_text);
  column->addSpacing(4);
  column->addLayout(row);
  connect(m_do, &QPushButton::clicked, this, &ConfirmCard::accept);
  connect(m_leave, &QPushButton::clicked, this, &ConfirmCard::dismiss);
}

void ConfirmCard::ask(const QString& title, const QString& text, const QString& button, std::function<void()> work) {
  m_title->setText(title);
  m_text->setText(text);
  m_do->setText(button);
  m_do->setAccessibleName(button);
  m_work = std::move(work);
  setAccessibleName(title);
  setAccessibleDescription(text);
  openCentered();
}

void ConfirmCard::accept() {
  if (!isVisible())
    return;
  dismiss();
  if (const auto work = std::exchange(m_work, {}))
    work();
}

void ConfirmCard::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !chord) {
    if (!event->isAutoRepeat())
      m_leave->hasFocus() ? dismiss() : accept();
  } else {
    OverlayCard::keyPressEvent(event);
  }
  event->accept();
}

} // namespace pricewright
