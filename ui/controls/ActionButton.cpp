// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/ActionButton.h"

#include "controls/ButtonAccess.h"
#include "controls/Paint.h"
#include "shell/Icons.h"

#include <QPaintEvent>
#include <QStyle>

namespace pricewright {
namespace {
constexpr int kPadding = 12, kGap = 6, kIcon = 16;
}

ActionButton::ActionButton(const Theme& theme, Kind kind, const QString& text, QWidget* parent)
    : QPushButton(parent), m_theme(theme), m_kind(kind) {
  setCheckable(kind == Kind::Chip);
  makeAccessible(this, text);
  setText(text);
  setCursor(Qt::ArrowCursor);
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(kind == Kind::Chip ? Qt::StrongFocus : Qt::TabFocus);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void ActionButton::setKind(Kind kind) {
  if (std::exchange(m_kind, kind) == kind)
    return;
  updateGeometry();
  update();
}

void ActionButton::setKeys(const QStringList& keys) {
  m_keys = keys;
  updateGeometry();
  update();
}
void ActionButton::setKeyFirst(bool first) { m_keyFirst = first; }
void ActionButton::setGlyph(const QString& iconName) {
  if (m_glyph == iconName)
    return;
  m_glyph = iconName;
  updateGeometry();
  update();
}
void ActionButton::setTrailing(const QString& mark) {
  m_trailing = mark;
  updateGeometry();
  update();
}

QFont ActionButton::textFont() const {
  return m_theme.font(m_kind == Kind::Primary ? TypeRole::BodyStrong : TypeRole::Body);
}
QFont ActionButton::keyFont() const { return m_theme.font(TypeRole::Axis); }

int ActionButton::keysWidth() const {
  int width = 0;
  for (const QString& key : m_keys)
    width += paint::keyCapWidth(keyFont(), key) + 3;
  return m_keys.isEmpty() ? 0 : width - 3;
}

int ActionButton::textWidth() const {
  const QFontMetrics metrics(textFont());
  const int trailing = m_trailing.isEmpty() ? 0 : metrics.horizontalAdvance(m_trailing) + 4;
  return metrics.horizontalAdvance(text()) + 1 + trailing;
}

QSize ActionButton::sizeHint() const {
  int width = textWidth() + 2 * (m_kind == Kind::Quiet ? 4 : kPadding);
  if (!m_keys.isEmpty())
    width += keysWidth() + kGap;
  if (!m_glyph.isEmpty())
    width += kIcon + (text().isEmpty() ? 0 : kGap);
  return {width, 28};
}

QSize ActionButton::minimumSizeHint() const {
  const QFontMetrics metrics(textFont());
  const int least = std::min(textWidth(), metrics.averageCharWidth() * 5);
  return {std::min(sizeHint().width(), sizeHint().width() - textWidth() + least), 28};
}

ActionButton::Colors ActionButton::colors() const {
  const Tokens& t = m_theme.tokens();
  const bool lit = isEnabled() && (underMouse() || isDown());
  Colors c{Qt::transparent, Qt::transparent, isEnabled() ? t.text : t.muted, t.text, t.surface, t.border};
  if (!isEnabled())
    c.key = t.muted;
  switch (m_kind) {
  case Kind::Primary:
    if (!isEnabled()) {
      c.ground = t.raised;
      c.border = t.border;
      break;
    }
    c.ground = lit ? (m_theme.isDark() ? t.accent.lighter(108) : t.accent.darker(112)) : t.accent;
    c.text = t.onAccent;
    c.key = m_theme.isDark() ? t.text : t.accent;
    c.keyGround = m_theme.isDark() ? t.onAccent : t.surface;
    c.keyBorder = Qt::transparent;
    break;
  case Kind::Secondary:
  case Kind::Chip:
    c.ground = isChecked() ? t.accentBg : (lit ? t.raised : t.surface);
    c.border = isChecked() ? t.accent : (lit ? t.faint : t.border);
    if (isChecked())
      c.text = t.accent;
    break;
  case Kind::Quiet:
    if (lit)
      c.ground = t.grid;
    break;
  }
  return c;
}

void ActionButton::paintKeys(QPainter& p, QRect& rest, const Colors& c) const {
  int x = m_keyFirst ? rest.left() : rest.right() + 1 - keysWidth();
  for (const QString& key : m_keys) {
    const QRect cap(x, rest.center().y() - 8, paint::keyCapWidth(keyFont(), key), 18);
    paint::keyCap(p, QStyle::visualRect(layoutDirection(), rect(), cap), keyFont(), key, c.key, c.keyGround,
                  c.keyBorder);
    x += cap.width() + 3;
  }
  if (m_keyFirst)
    rest.setLeft(rest.left() + keysWidth() + kGap);
  else
    rest.setRight(rest.right() - keysWidth() - kGap);
}

void ActionButton::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const Colors c = colors();
  const Tokens& t = m_theme.tokens();
  const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  p.setBrush(c.ground);
  p.setPen(hasFocus() ? QPen(m_kind == Kind::Primary ? t.text : t.accent, 1.5) : QPen(c.border, 1));
  p.drawRoundedRect(frame, Theme::kControlRadius, Theme::kControlRadius);

  const int padding = m_kind == Kind::Quiet ? 4 : kPadding;
  QRect rest = rect().adjusted(padding, 0, -padding, 0);
  if (!m_keys.isEmpty())
    paintKeys(p, rest, c);
  if (!m_glyph.isEmpty()) {
    const QRect box(rest.left(), rest.center().y() - kIcon / 2 + 1, kIcon, kIcon);
    p.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), box),
                 iconPixmap(m_glyph, c.text, kIcon, devicePixelRatioF()));
    rest.setLeft(rest.left() + kIcon + kGap);
  }
  p.setFont(textFont());
  if (!m_trailing.isEmpty()) {
    const int width = QFontMetrics(textFont()).horizontalAdvance(m_trailing);
    QRect box = rest;
    box.setLeft(rest.right() + 1 - width);
    p.setPen(m_kind == Kind::Primary ? c.text : t.muted);
    p.drawText(QStyle::visualRect(layoutDirection(), rect(), box), Qt::AlignCenter, m_trailing);
    rest.setRight(rest.right() - width - 4);
  }
  p.setPen(c.text);
  const QRect box = QStyle::visualRect(layoutDirection(), rect(), rest);
  const Qt::Alignment leading = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
  paint::elidedText(p, box, Qt::AlignVCenter | leading | Qt::AlignAbsolute, text());
}

void ActionButton::changeEvent(QEvent* event) {
  QPushButton::changeEvent(event);
  if (event->type() == QEvent::EnabledChange || event->type() == QEvent::FontChange)
    update();
}

} // namespace pricewright
