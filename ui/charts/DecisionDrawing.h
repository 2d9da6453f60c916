// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/Chart.h"
#include "charts/DecisionCurve.h"

#include <QPainter>

namespace pricewright {

// One drawing of a decision's curve: units above, profit below, over the same prices.
class DecisionDrawing {
 public:
  DecisionDrawing(QPainter& p, const QRectF& area, const ChartLook& look, const DecisionCurve& curve);
  static QRectF plotOf(const QRectF& area);
  static double xOf(const QRectF& plot, const DecisionCurve& curve, double price);
  void draw();

 private:
  struct Plot {
    QRectF area;
    double low = 0, high = 1;
  };
  double x(double price) const { return xOf(m_whole, m_curve, price); }
  static double y(const Plot& plot, double value);
  void findAxes();
  void ground(const Plot& plot, bool withPrices);
  void unseen();
  void unitsCurve();
  void profitCurve();
  void profitAtProposed();
  void bounds();
  void verticals();
  void bound(double price, const QString& text, bool lower);
  void vertical(double price, const QColor& color, const QString& text, bool labelRight);
  void endLabel(const Plot& plot, double at, const QColor& color, const QString& text);

  QPainter& m_p;
  const QRectF m_area, m_whole;
  const ChartLook& m_look;
  const Tokens& m_t;
  const DecisionCurve& m_curve;
  Plot m_units, m_profit;
  bool m_both = false;
};

} // namespace pricewright
