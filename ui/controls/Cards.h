// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pricewright {

// A card of the page with one thing in it, up to its border.
inline QFrame* cardAround(QWidget* inside, QWidget* parent) {
  auto* frame = new QFrame(parent);
  frame->setObjectName(QStringLiteral("card"));
  auto* in = new QVBoxLayout(frame);
  in->setContentsMargins(1, 1, 1, 1);
  in->addWidget(inside);
  return frame;
}

// What may need more room than there is: scrolls up and down, never sideways, without a face of its own.
// What gets the focus by keyboard is scrolled to.
QScrollArea* scrolled(QWidget* inside, QWidget* parent);

} // namespace pricewright
