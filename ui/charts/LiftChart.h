// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/TestDays.h"
#include "engine/experiments/ExperimentDesk.h"

namespace pricewright {

// What a test has found so far: the lift at each look with the interval that holds at all looks together, the
// registered end, and the band within which a lift changes nothing. ← and → read the looks off.
class LiftChart : public Chart {
  Q_OBJECT
 public:
  explicit LiftChart(const Theme& theme, QWidget* parent = nullptr);
  void setCard(const ExperimentCard& card);
  void clear(const QString& why); // nothing to draw, and why
  QSize sizeHint() const override { return {560, 250}; }
  QSize minimumSizeHint() const override { return {320, 150}; }
  void draw(QPainter& p, const QRectF& area, const ChartLook& look) const override;
  bool isEmpty() const override { return m_looks.empty(); }
  QString summary() const override;
  ReportTable table() const override;
  int places() const override { return static_cast<int>(m_looks.size()); }
  QString reading(int place) const override;

 protected:
  void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const override;
  double xOfPlace(int place, const QRectF& area) const override;

 private:
  struct Look {
    int day = 0;
    Day until{};
    double lift = 0, low = 0, high = 0, share = 0, p = 1;
  };
  struct Frame : TestDays {
    double low = -0.05, high = 0.05;
    double y(double lift) const { return plot.bottom() - plot.height() * (lift - low) / (high - low); }
  };
  Frame frameOf(const QRectF& area) const;
  void drawGround(QPainter& p, const Frame& f, const QRectF& area, const ChartLook& look) const;
  void drawEnd(QPainter& p, const Frame& f, const QRectF& area, const ChartLook& look) const;
  void drawBand(QPainter& p, const Frame& f, const ChartLook& look) const;
  void drawLabels(QPainter& p, const Frame& f, const QRectF& area, const ChartLook& look) const;
  std::vector<Look> m_looks;
  QString m_why, m_newestWhy, m_level, m_metric;
  QString m_challenger; // of a test of models
  int m_end = 28;       // day that was registered, or extended to
  double m_equivalence = 0;
  bool m_isExtended = false;
};

} // namespace pricewright
