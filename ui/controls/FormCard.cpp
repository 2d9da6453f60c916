// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/FormCard.h"

#include "engine/texts/Texts.h"

#include <QKeyEvent>
#include <QStyle>
#include <QVBoxLayout>

namespace pricewright {

FormCard::FormCard(const Theme& theme, QWidget* page, const QString& button, int width) : OverlayCard(theme, page) {
  setFixedWidth(width);
  m_title = new QLabel(this);
  m_title->setFont(theme.font(TypeRole::BodyStrong));
  m_form = new QFormLayout;
  m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  m_form->setHorizontalSpacing(12);
  m_result = new WrappedLabel(this, 34);
  m_result->setFont(theme.font(TypeRole::Label));
  m_result->setTextFormat(Qt::PlainText); // names of strangers' products stand in it
  m_result->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_below = new QVBoxLayout;
  m_do = new ActionButton(theme, ActionButton::Kind::Primary, button, this);
  m_do->setKeys({tr("Enter")});
  m_buttons = new QHBoxLayout;
  m_buttons->setSpacing(6);
  m_buttons->addStretch(1);
  m_buttons->addWidget(m_do);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 14, 16, 14);
  column->setSpacing(8);
  column->addWidget(m_title);
  column->addLayout(m_form);
  column->addWidget(m_result);
  column->addLayout(m_below);
  column->addLayout(m_buttons);
  connect(m_do, &QPushButton::clicked, this, [this] { accept(); });
}

void FormCard::setTitle(const QString& title) {
  m_title->setText(title);
  setAccessibleName(title);
}

QLineEdit* FormCard::line(const QString& name, const QString& example, bool ownRow) {
  auto* edit = new QLineEdit(this);
  edit->setAccessibleName(name);
  edit->setPlaceholderText(example);
  edit->setMaxLength(200);
  if (ownRow)
    m_form->addRow(name, edit);
  return edit;
}

QComboBox* FormCard::box(const QString& name, bool editable, bool ownRow) {
  auto* box = new QComboBox(this);
  box->setAccessibleName(name);
  box->setEditable(editable);
  if (ownRow) { // as wide as the fields above and below it
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_form->addRow(name, box);
  }
  return box;
}

void FormCard::addBelow(QWidget* widget) { m_below->addWidget(widget); }

void FormCard::addCancel() {
  m_cancel = new ActionButton(theme(), ActionButton::Kind::Quiet, tr("Cancel"), this);
  m_cancel->setKeys({tr("Esc")});
  m_cancel->setAccessibleName(tr("Cancel"));
  m_cancel->setFocusPolicy(Qt::StrongFocus);
  m_buttons->insertWidget(m_buttons->indexOf(m_do), m_cancel);
  connect(m_cancel, &QPushButton::clicked, this, &FormCard::dismiss);
}

void FormCard::say(const QString& text, bool wrong) {
  m_result->setWords(text);
  m_result->setProperty("tone", wrong ? QStringLiteral("negative") : QStringLiteral("muted"));
  style()->unpolish(m_result);
  style()->polish(m_result); // the tone's color
}

void FormCard::showError(const Error& error) {
  say(errorText(error), true);
  m_do->setEnabled(true);
}

void FormCard::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat())
    m_cancel && m_cancel->hasFocus() ? dismiss() : accept();
  else
    OverlayCard::keyPressEvent(event);
  event->accept();
}

} // namespace pricewright
