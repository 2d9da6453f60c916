// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/Chart.h"
#include "engine/plans/Scenarios.h"

namespace pricewright {

// What revenue costs in profit: the best plans between all weight on the one and on the other, and where scenarios lie
// against them. ← and → read the plans off.
class FrontierChart : public Chart {
  Q_OBJECT
 public:
  static constexpr std::size_t kMostMarks = 4;
  struct Mark {
    QString name;
    double profit = 0, revenue = 0; // change a week
    bool focused = false;
  };
  explicit FrontierChart(const Theme& theme, QWidget* parent = nullptr);
  void setFrontier(std::vector<FrontierPoint> points);
  void setMarks(std::vector<Mark> marks); // at most four are drawn
  void setCurrency(Currency currency) { m_currency = currency; }
  const FrontierPoint& point(int place) const { return m_points[std::size_t(place)]; }
  const std::vector<Mark>& marks() const { return m_marks; }
  QSize sizeHint() const override { return {360, 240}; }
  QSize minimumSizeHint() const override { return {220, 140}; }
  void draw(QPainter& p, const QRectF& area, const ChartLook& look) const override;
  bool isEmpty() const override { return m_points.empty() && m_marks.empty(); }
  QString summary() const override;
  ReportTable table() const override;
  int places() const override { return static_cast<int>(m_points.size()); }
  QString reading(int place) const override;

 protected:
  void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const override;
  double xOfPlace(int place, const QRectF& area) const override;

 private:
  struct Frame {
    QRectF plot;
    double left = 0, right = 1, low = 0, high = 1;
    QPointF at(double revenue, double profit) const {
      return {plot.left() + plot.width() * (revenue - left) / (right - left),
              plot.bottom() - plot.height() * (profit - low) / (high - low)};
    }
  };
  Frame frameOf(const QRectF& area) const;
  void drawGround(QPainter& p, const Frame& f, const QRectF& area, const ChartLook& look) const;
  void drawNames(QPainter& p, const Frame& f, const ChartLook& look) const;
  void drawMarks(QPainter& p, const Frame& f, const ChartLook& look) const;
  std::vector<FrontierPoint> m_points;
  std::vector<Mark> m_marks;
  Currency m_currency;
};

} // namespace pricewright
