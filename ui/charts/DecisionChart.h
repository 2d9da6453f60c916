// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/Chart.h"
#include "charts/DecisionCurve.h"

namespace pricewright {

// Demand (with its band and the weeks observed) above, the weekly profit change below, both over the price. Now and
// proposed stand as dashed verticals, the limits as solid ones; where no price has been observed the plot is greyed and
// says so. The read-out goes along the curve.
class DecisionChart : public Chart {
  Q_OBJECT
 public:
  explicit DecisionChart(const Theme& theme, QWidget* parent = nullptr);
  void setCurve(const DecisionCurve& curve);
  const DecisionCurve& curve() const { return m_curve; }
  void clear() { setCurve({}); }
  QSize sizeHint() const override { return {360, 220}; }
  QSize minimumSizeHint() const override { return {180, 110}; }
  void draw(QPainter& p, const QRectF& area, const ChartLook& look) const override;
  bool isEmpty() const override { return m_curve.isEmpty(); }
  QString summary() const override;
  ReportTable table() const override;
  int places() const override { return static_cast<int>(m_places.size()); }
  QString reading(int place) const override;

 protected:
  double xOfPlace(int place, const QRectF& area) const override;
  void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const override;

 private:
  DecisionCurve m_curve;
  std::vector<double> m_places; // prices
};

} // namespace pricewright
