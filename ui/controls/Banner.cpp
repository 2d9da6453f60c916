// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/Banner.h"

#include "shell/Icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QStyle>

namespace pricewright {

Banner::Banner(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme) {
  setAccessibleName(tr("Message"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(40, 8, 8, 8);
  row->setSpacing(8);
  m_text = new QLabel(this);
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_text->setFocusPolicy(Qt::ClickFocus);
  m_action = new ActionButton(theme, ActionButton::Kind::Secondary, QString(), this);
  m_close = new ActionButton(theme, ActionButton::Kind::Quiet, QString(), this);
  m_close->setGlyph(QStringLiteral("close"));
  m_close->setAccessibleName(tr("Close this message"));
  m_close->setToolTip(tr("Close"));
  row->addWidget(m_text, 1);
  row->addWidget(m_action, 0, Qt::AlignTop);
  row->addWidget(m_close, 0, Qt::AlignTop);
  connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
  connect(m_close, &QPushButton::clicked, this, [this] {
    hide();
    emit closed();
  });
  connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
  hide();
}

void Banner::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_tone = tone;
  m_text->setText(text);
  setAccessibleDescription(text);
  m_action->setVisible(!action.isEmpty());
  m_action->setText(action);
  m_action->setAccessibleName(action);
  show();
  update();
  QAccessibleEvent announced(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&announced);
}

void Banner::paintEvent(QPaintEvent*) {
  const Tokens& t = m_theme.tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const QColor line = paint::toneText(t, m_tone);
  QColor frame = line;
  frame.setAlphaF(0.35f);
  p.setPen(frame);
  p.setBrush(paint::toneGround(t, m_tone));
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::kControlRadius, Theme::kControlRadius);
  const QString name = m_tone == paint::Tone::Negative  ? QStringLiteral("error")
                       : m_tone == paint::Tone::Warning ? QStringLiteral("warning")
                                                        : QStringLiteral("info");
  const QRect box(12, 12, 18, 18);
  p.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), box), iconPixmap(name, line, 18, devicePixelRatioF()));
}

} // namespace pricewright
