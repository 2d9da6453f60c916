// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/Chart.h"
#include "engine/earnings/ScoreBoard.h"

namespace pricewright {

// Predicted against realized: one point a published price, on the diagonal where it came as predicted. Whiskers are the
// 90 % interval of what was measured; the line is how much of a predicted unit came. Prices of one currency, that of
// most of them. ← and → read it off from the worst surprise to the best, Enter opens the product.
class ScoreChart : public Chart {
  Q_OBJECT
 public:
  explicit ScoreChart(const Theme& theme, QWidget* parent = nullptr);
  void setBoard(const ScoreBoard& board);
  QString skuAt(int place) const {
    return place < 0 || place >= places() ? QString() : m_points[std::size_t(place)].sku;
  }
  QSize sizeHint() const override { return {320, 260}; }
  QSize minimumSizeHint() const override { return {220, 180}; }
  void draw(QPainter& p, const QRectF& area, const ChartLook& look) const override;
  bool isEmpty() const override { return m_points.empty(); }
  QString summary() const override;
  ReportTable table() const override;
  int places() const override { return int(m_points.size()); }
  QString reading(int place) const override;

 protected:
  void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const override;
  int placeAt(const QPointF& where) const override;
  double xOfPlace(int place, const QRectF& area) const override;

 private:
  struct Point {
    QString sku, zone, decision;
    double predicted = 0, predictedLow = 0, predictedHigh = 0, realized = 0, low = 0, high = 0;
    bool inside = true;
  };
  struct Frame {
    QRectF plot;
    double from = 0, to = 1;
    QPointF at(double predicted, double realized) const;
  };
  Frame frameOf(const QRectF& area) const;
  void drawGround(QPainter& p, const Frame& f, const QRectF& area, const ChartLook& look) const;
  std::vector<Point> m_points; // by how far realized lies above predicted
  Calibration m_calibration;
  Currency m_currency;
  int m_others = 0; // of other currencies: not drawn
};

} // namespace pricewright
