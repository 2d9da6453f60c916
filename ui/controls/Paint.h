// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "itemmodels/Tone.h"
#include "shell/Theme.h"

#include <QPainter>
#include <QRect>

namespace pricewright::paint {

QColor toneText(const Tokens& t, Tone tone);
QColor toneGround(const Tokens& t, Tone tone);

// Text in figures of even width, so that numbers stand under each other (Qt 6.4 cannot ask the font for them). Elides.
void tabularText(QPainter& p, const QRectF& box, Qt::Alignment alignment, const QString& text);
qreal tabularWidth(const QFont& font, const QString& text);

void elidedText(QPainter& p, const QRect& box, Qt::Alignment alignment, const QString& text);
int chipWidth(const QFont& font, const QString& text);
void chip(QPainter& p, const QRect& box, const Tokens& t, Tone tone,
          const QString& text); // starts at the box's leading edge
void checkBox(QPainter& p, const QRectF& box, const Tokens& t, Qt::CheckState state, bool enabled);
void triangle(QPainter& p, const QRectF& box, bool up, const QColor& color); // ▲ ▼
int keyCapWidth(const QFont& font, const QString& key);
void keyCap(QPainter& p, const QRect& box, const QFont& font, const QString& key, const QColor& text,
            const QColor& ground, const QColor& border);

// low … high as a line with a dot at `middle`, on the scale from…to; zero as a tick. What lies outside gets an open
// end.
struct Interval {
  double low = 0, middle = 0, high = 0;
  double from = 0, to = 1;
};
void interval(QPainter& p, const QRectF& box, const Tokens& t, const Interval& i, bool rightToLeft);

} // namespace pricewright::paint
