// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/Cards.h"

#include <QApplication>
#include <QPointer>
#include <QTimer>

namespace pricewright {

namespace {

constexpr int kHeading = 44;

bool isWholeIn(const QScrollArea& scroll, const QWidget& widget) {
  const QRect shown(widget.mapTo(scroll.widget(), QPoint()) + scroll.widget()->pos(), widget.size());
  return shown.top() >= 0 && shown.bottom() <= scroll.viewport()->height();
}

} // namespace

QScrollArea* scrolled(QWidget* inside, QWidget* parent) {
  auto* scroll = new QScrollArea(parent);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(inside);
  scroll->viewport()->setAutoFillBackground(false);
  inside->setAutoFillBackground(false);
  QObject::connect(qApp, &QApplication::focusChanged, scroll, [scroll, inside](QWidget*, QWidget* now) {
    // Under the mouse nothing moves: the second click of a double click would hit something else.
    if (!now || !inside->isAncestorOf(now) || QApplication::mouseButtons() != Qt::NoButton)
      return;
    // Not before everything has its place.
    QTimer::singleShot(0, scroll, [scroll, one = QPointer<QWidget>(now)] {
      if (one && one->hasFocus() && !isWholeIn(*scroll, *one))
        scroll->ensureWidgetVisible(one, 0, kHeading); // with what it is called
    });
  });
  return scroll;
}

} // namespace pricewright
