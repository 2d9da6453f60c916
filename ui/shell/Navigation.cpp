// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Navigation.h"

#include "controls/ButtonAccess.h"
#include "controls/Paint.h"
#include "shell/Icons.h"

#include <QKeySequence>
#include <QLocale>
#include <QShortcutEvent>
#include <QStyle>
#include <QVBoxLayout>

namespace pricewright {

NavigationEntry::NavigationEntry(const Theme& theme, const QString& icon, const QString& name, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon) {
  setCheckable(true);
  setAutoExclusive(true);
  makeAccessible(this, name);
  setText(name);
  setFocusPolicy(Qt::TabFocus);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void NavigationEntry::setBadge(int count) {
  m_badge = count;
  setAccessibleName(count > 0 ? tr("%1, %2 waiting").arg(text(), QLocale().toString(count)) : text());
  update();
}

void NavigationEntry::setCompact(bool compact) {
  m_compact = compact;
  setToolTip(compact ? text() : QString());
  update();
}

// At once: a button that is pressed by its keys would show itself pressed for a tenth of a second first, and whatever
// is typed meanwhile would go to the page before.
bool NavigationEntry::event(QEvent* event) {
  if (event->type() == QEvent::Shortcut && !static_cast<QShortcutEvent*>(event)->isAmbiguous()) {
    click();
    return true;
  }
  return QAbstractButton::event(event);
}

void NavigationEntry::paintEvent(QPaintEvent*) {
  const Tokens& t = m_theme.tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const QColor ground = isChecked() ? t.accentBg : (underMouse() ? t.raised : QColor(Qt::transparent));
  p.setPen(hasFocus() ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
  p.setBrush(ground);
  p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::kControlRadius, Theme::kControlRadius);
  const QColor color = isChecked() ? t.accent : t.text;
  QRect rest = rect().adjusted(10, 0, -10, 0);
  const QRect icon(m_compact ? (width() - 18) / 2 : rest.left(), rest.center().y() - 8, 18, 18);
  p.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), icon),
               iconPixmap(m_icon, isChecked() ? t.accent : t.muted, 18, devicePixelRatioF()));
  if (m_badge > 0) {
    p.setFont(m_theme.font(TypeRole::Axis));
    const QString text = m_badge > 9999 ? QStringLiteral("9999+") : QString::number(m_badge);
    const int w = std::max(m_compact ? 10 : 24, QFontMetrics(p.font()).horizontalAdvance(text) + (m_compact ? 6 : 14));
    const QRect pill =
        m_compact ? QRect(width() - w - 1, 0, w, 14) : QRect(rest.right() + 1 - w, rest.center().y() - 8, w, 18);
    const QRect box = QStyle::visualRect(layoutDirection(), rect(), pill);
    p.setPen(Qt::NoPen);
    p.setBrush(t.accent);
    p.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    p.setPen(t.onAccent);
    p.drawText(box, Qt::AlignCenter, text);
    rest.setRight(pill.left() - 6);
  }
  if (m_compact)
    return;
  rest.setLeft(icon.right() + 11);
  p.setFont(m_theme.font(isChecked() ? TypeRole::BodyStrong : TypeRole::Body));
  p.setPen(color);
  const Qt::Alignment leading = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
  paint::elidedText(p, QStyle::visualRect(layoutDirection(), rect(), rest),
                    leading | Qt::AlignVCenter | Qt::AlignAbsolute, text());
}

Navigation::Navigation(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme) {
  setObjectName(QStringLiteral("navigation"));
  setAccessibleName(tr("Pages"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 10, 8, 10);
  column->setSpacing(2);
  column->addStretch(1);
  setCompact(false);
}

NavigationEntry* Navigation::addPage(const QString& icon, const QString& name, const QKeySequence& shortcut) {
  auto* entry = new NavigationEntry(m_theme, icon, name, this);
  const int index = static_cast<int>(m_entries.size());
  entry->setShortcut(shortcut);
  entry->setChecked(index == 0);
  static_cast<QVBoxLayout*>(layout())->insertWidget(index, entry);
  connect(entry, &QAbstractButton::clicked, this, [this, index] { emit pageChosen(index); });
  m_entries << entry;
  return entry;
}

void Navigation::setCurrent(int index) {
  if (NavigationEntry* entry = m_entries.value(index))
    entry->setChecked(true);
}

NavigationEntry* Navigation::current() const {
  for (NavigationEntry* entry : m_entries)
    if (entry->isChecked())
      return entry;
  return nullptr;
}

void Navigation::setCompact(bool compact) {
  setFixedWidth(compact ? 54 : 188);
  for (NavigationEntry* entry : std::as_const(m_entries))
    entry->setCompact(compact);
}

} // namespace pricewright
