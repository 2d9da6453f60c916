// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/OverlayCard.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace pricewright {
namespace {
constexpr int kShadow = 10; // drawn inside the widget's own margin
}

OverlayCard::OverlayCard(const Theme& theme, QWidget* page) : QFrame(page), m_theme(theme) {
  setContentsMargins(kShadow, kShadow, kShadow, kShadow);
  setFocusPolicy(Qt::StrongFocus);
  connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
  hide();
}

// As large as its content wants, as far as the page has room.
void OverlayCard::fit(QPoint topLeft) {
  const QRect room = parentWidget()->rect();
  adjustSize();
  resize(size().boundedTo(room.size()));
  topLeft.setX(std::clamp(topLeft.x(), 0, std::max(0, room.width() - width())));
  topLeft.setY(std::clamp(topLeft.y(), 0, std::max(0, room.height() - height())));
  move(topLeft);
}

void OverlayCard::place(QPoint topLeft) {
  fit(topLeft);
  if (!isVisible())
    m_focusBefore = QApplication::focusWidget();
  show();
  raise();
  setFocus(Qt::PopupFocusReason);
}

void OverlayCard::open(const QPoint& anchor) { place(anchor); }

void OverlayCard::openCentered() {
  adjustSize();
  place(QPoint((parentWidget()->width() - width()) / 2, std::max(0, (parentWidget()->height() - height()) / 3)));
}

void OverlayCard::dismiss() {
  if (!isVisible())
    return;
  const bool hadFocus = isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == this;
  hide();
  if (hadFocus && m_focusBefore)
    m_focusBefore->setFocus(Qt::PopupFocusReason);
  emit closed();
}

bool OverlayCard::event(QEvent* event) {
  // Bare keys that a card does not know must not reach the page behind it.
  if (event->type() == QEvent::KeyPress) {
    QFrame::event(event);
    event->accept();
    return true;
  }
  const bool taken = QFrame::event(event);
  if (event->type() == QEvent::LayoutRequest && isVisible())
    fit(pos()); // what it holds has grown or shrunk: nothing in it is squeezed
  return taken;
}

void OverlayCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    dismiss();
  event->accept();
}

bool OverlayCard::focusNextPrevChild(bool next) {
  QWidget* from = QApplication::focusWidget();
  if (!from || (from != this && !isAncestorOf(from)))
    from = this;
  for (QWidget* w = next ? from->nextInFocusChain() : from->previousInFocusChain(); w && w != from;
       w = next ? w->nextInFocusChain() : w->previousInFocusChain()) {
    if (isAncestorOf(w) && w->isVisible() && w->isEnabled() && (w->focusPolicy() & Qt::TabFocus)) {
      w->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
      return true;
    }
  }
  return true;
}

void OverlayCard::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const QRectF card = QRectF(rect()).adjusted(kShadow + 0.5, kShadow + 0.5, -kShadow - 0.5, -kShadow - 0.5);
  p.setPen(Qt::NoPen);
  for (int i = kShadow; i > 0; --i) {
    p.setBrush(QColor(0, 0, 0, m_theme.isDark() ? 18 : 5));
    p.drawRoundedRect(card.adjusted(-i, -i + 3, i, i - 1).intersected(QRectF(rect())), Theme::kCardRadius + i,
                      Theme::kCardRadius + i);
  }
  p.setPen(m_theme.tokens().border);
  p.setBrush(m_theme.tokens().surface);
  p.drawRoundedRect(card, Theme::kCardRadius, Theme::kCardRadius);
}

} // namespace pricewright
