// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/Chart.h"
#include "engine/models/Models.h"

namespace pricewright {

// Whether forecasts are as sure as they may be: of each level that a forecast names, the share of weeks that were sold
// below it. On the diagonal is right; ← and → read the levels off.
class CalibrationChart : public Chart {
  Q_OBJECT
 public:
  explicit CalibrationChart(const Theme& theme, QWidget* parent = nullptr);
  void setMetrics(const HoldOutMetrics& all, const HoldOutMetrics& newest); // without rows: nothing to draw
  QSize sizeHint() const override { return {320, 220}; }
  QSize minimumSizeHint() const override { return {200, 140}; }
  void draw(QPainter& p, const QRectF& area, const ChartLook& look) const override;
  bool isEmpty() const override { return m_all.rows == 0; }
  QString summary() const override;
  ReportTable table() const override;
  int places() const override { return isEmpty() ? 0 : int(kForecastLevels.size()); }
  QString reading(int place) const override;

 protected:
  void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const override;
  double xOfPlace(int place, const QRectF& area) const override;

 private:
  static QRectF plotOf(const QRectF& area);
  void drawGround(QPainter& p, const QRectF& plot, const ChartLook& look) const;
  void drawNames(QPainter& p, const QRectF& plot, const ChartLook& look) const;
  void drawLine(QPainter& p, const QRectF& plot, const HoldOutMetrics& m, const QColor& color, bool filled) const;
  HoldOutMetrics m_all, m_newest;
};

} // namespace pricewright
