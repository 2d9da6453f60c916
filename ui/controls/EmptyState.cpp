// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/EmptyState.h"

#include "shell/Icons.h"

#include <QVBoxLayout>

namespace pricewright {

EmptyState::EmptyState(const Theme& theme, const QString& icon, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_iconName(icon), m_icon(new QLabel(this)), m_title(new QLabel(this)),
      m_text(new QLabel(this)), m_buttons(new QWidget(this)) {
  m_title->setFont(theme.font(TypeRole::BodyStrong));
  m_title->setAlignment(Qt::AlignCenter);
  m_title->setWordWrap(true);
  m_text->setAlignment(Qt::AlignCenter);
  m_text->setWordWrap(true);
  m_text->setMaximumWidth(520);
  m_text->setMinimumWidth(240);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_text->setProperty("tone", QStringLiteral("muted"));
  auto* buttons = new QHBoxLayout(m_buttons);
  buttons->setContentsMargins(0, 8, 0, 0);
  buttons->setSpacing(8);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(8);
  column->addStretch(2);
  column->addWidget(m_icon, 0, Qt::AlignHCenter);
  column->addWidget(m_title);
  auto* middle = new QHBoxLayout;
  middle->addStretch(1);
  middle->addWidget(m_text, 6);
  middle->addStretch(1);
  column->addLayout(middle);
  column->addWidget(m_buttons, 0, Qt::AlignHCenter);
  column->addStretch(3);
  connect(&theme, &Theme::changed, this, &EmptyState::tint);
  tint();
}

void EmptyState::setWords(const QString& title, const QString& text) {
  m_title->setText(title);
  m_text->setText(text);
  setAccessibleName(title);
  setAccessibleDescription(text);
}

ActionButton* EmptyState::addButton(ActionButton::Kind kind, const QString& text, const QStringList& keys) {
  auto* button = new ActionButton(m_theme, kind, text, m_buttons);
  button->setKeys(keys);
  button->setFocusPolicy(Qt::StrongFocus);
  m_buttons->layout()->addWidget(button);
  return button;
}

void EmptyState::tint() { m_icon->setPixmap(iconPixmap(m_iconName, m_theme.tokens().faint, 32, devicePixelRatioF())); }

} // namespace pricewright
