// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/TestDays.h"

#include "controls/Paint.h"

#include <QCoreApplication>
#include <QPainter>

namespace pricewright {
namespace {

constexpr double kDaysLeft = 58, kDaysRight = 118, kDaysBottom = 26;

} // namespace

TestDays::TestDays(const QRectF& area, double top, double lastDay)
    : plot(area.adjusted(kDaysLeft, top, -kDaysRight, -kDaysBottom)), days(lastDay) {}

void TestDays::drawAxis(QPainter& p, const ChartLook& look) const {
  p.setFont(look.axis);
  p.setPen(look.tokens.muted);
  const int step = days <= 10 ? 2 : days <= 49 ? 7 : days <= 112 ? 14 : 28;
  for (int day = 0; day <= int(days); day += step) {
    const QRectF box(x(day) - 32, plot.bottom() + 8, 64, 16);
    paint::tabularText(p, box, Qt::AlignHCenter,
                       QCoreApplication::translate("TestDays", "day %1").arg(QLocale().toString(day)));
  }
}

void TestDays::drawTick(QPainter& p, const QRectF& area, double y, const QString& text) const {
  paint::tabularText(p, QRectF(area.left(), y - 8, kDaysLeft - 10, 16), Qt::AlignRight, text);
}

} // namespace pricewright
