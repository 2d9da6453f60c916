// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/TitleRow.h"

namespace pricewright {

TitleRow::TitleRow(const Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_row(new QHBoxLayout(this)), m_summary(new ElidedLabel(this)) {
  m_row->setContentsMargins(0, 0, 0, 0);
  m_row->setSpacing(8);
  auto* name = new QLabel(title, this);
  name->setFont(theme.font(TypeRole::Title));
  m_summary->setTone("muted");
  m_summary->setContentsMargins(8, 4, 0, 0);
  m_row->addWidget(name);
  m_row->addWidget(m_summary, 1);
}

ActionButton* TitleRow::addButton(ActionButton::Kind kind, const QString& text, const QString& key) {
  auto* made = new ActionButton(m_theme, kind, text, this);
  if (!key.isEmpty())
    made->setKeys({key});
  m_row->addWidget(made);
  return made;
}

} // namespace pricewright
