// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/DecisionCurve.h"
#include "shell/Theme.h"

#include <QWidget>

namespace pricewright {

// Demand (with its band) above, the weekly profit change below, both over the price. Now and proposed stand as dashed
// verticals; where no price has been observed the plot is greyed and says so. The pointer reads values off.
class DecisionChart : public QWidget {
  Q_OBJECT
 public:
  explicit DecisionChart(const Theme& theme, QWidget* parent = nullptr);
  void setCurve(const DecisionCurve& curve);
  void clear() { setCurve({}); }
  QSize sizeHint() const override { return {360, 220}; }
  QSize minimumSizeHint() const override { return {180, 110}; }
  QString summary() const; // the chart in words: for screen readers and the clipboard

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Plot {
    QRectF area;
    double low = 0, high = 1;
  };
  double x(const Plot& plot, double price) const;
  double y(const Plot& plot, double value) const;
  QRectF plotArea() const;
  void paintGround(QPainter& p, const Plot& plot, bool withPrices) const;
  void paintUnseen(QPainter& p, const QRectF& whole) const;
  void paintUnits(QPainter& p, const Plot& plot) const;
  void paintProfit(QPainter& p, const Plot& plot) const;
  void paintVerticals(QPainter& p, const QRectF& whole) const;
  void paintReading(QPainter& p, const Plot& profit, const QRectF& whole) const;
  double profitAt(double price) const;
  QString priceText(double minor) const;
  const Theme& m_theme;
  DecisionCurve m_curve;
  std::optional<double> m_pointer; // price under the pointer
};

} // namespace pricewright
