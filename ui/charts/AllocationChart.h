// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/TestDays.h"
#include "engine/experiments/ExperimentDesk.h"

namespace pricewright {

// How a bandit deals out those who come: the share of the new price from look to look, and the floors between which it
// moves. ← and → read the looks off, with the chance of the new price to be the better one.
class AllocationChart : public Chart {
  Q_OBJECT
 public:
  explicit AllocationChart(const Theme& theme, QWidget* parent = nullptr);
  void setCard(const ExperimentCard& card); // of a bandit that has started
  void clear();
  QSize sizeHint() const override { return {560, 150}; }
  QSize minimumSizeHint() const override { return {320, 116}; }
  void draw(QPainter& p, const QRectF& area, const ChartLook& look) const override;
  bool isEmpty() const override { return m_steps.empty(); }
  QString summary() const override;
  ReportTable table() const override;
  int places() const override { return static_cast<int>(m_steps.size()); }
  QString reading(int place) const override;

 protected:
  void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const override;
  double xOfPlace(int place, const QRectF& area) const override;

 private:
  struct Step {
    double day = 0, share = 0.5;  // of the test, on which it begins; of the new price
    std::optional<double> chance; // to be the better one; none: too few yet
    qint64 control = 0, treatment = 0;
  };
  TestDays daysOf(const QRectF& area) const;
  double yOf(const QRectF& plot, double share) const { return plot.bottom() - plot.height() * share; }
  void drawFloors(QPainter& p, const TestDays& f, const QRectF& area, const ChartLook& look) const;
  void drawShare(QPainter& p, const TestDays& f, const ChartLook& look) const;
  std::vector<Step> m_steps;
  double m_floor = 0.1, m_now = 0, m_end = 28; // m_now, m_end: days
};

} // namespace pricewright
