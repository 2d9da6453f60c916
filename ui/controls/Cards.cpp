// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/Cards.h"

#include <QApplication>

namespace pricewright {

namespace {
constexpr int kHeading = 44;
}

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
    if (now && inside->isAncestorOf(now) && QApplication::mouseButtons() == Qt::NoButton)
      scroll->ensureWidgetVisible(now, 0, kHeading); // with what it is called
  });
  return scroll;
}

} // namespace pricewright
