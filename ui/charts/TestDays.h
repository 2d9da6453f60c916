// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/Chart.h"

namespace pricewright {

// The days of a test from left to right, as all charts of one test have them: their days stand under each other.
struct TestDays {
  QRectF plot;
  double days = 28;
  TestDays() = default;
  TestDays(const QRectF& area, double top, double lastDay);
  double x(double day) const { return plot.left() + plot.width() * day / days; }
  void drawAxis(QPainter& p, const ChartLook& look) const;                             // "day 7" below the plot
  void drawTick(QPainter& p, const QRectF& area, double y, const QString& text) const; // left of the plot
  double labelsFrom() const { return plot.right() + 8; }                               // right of the plot
};

} // namespace pricewright
