// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/Chart.h"
#include "engine/earnings/EarningsView.h"

namespace pricewright {

// Revenue or profit week by week, the period over the one that it is compared with: the first week of both stands at
// the left. ← and → read a week off.
class EarningsWeeksChart : public Chart {
  Q_OBJECT
 public:
  explicit EarningsWeeksChart(const Theme& theme, QWidget* parent = nullptr);
  void setDashboard(const RevenueDashboard& dashboard, BridgeMeasure measure);
  QSize sizeHint() const override { return {420, 200}; }
  QSize minimumSizeHint() const override { return {220, 140}; }
  void draw(QPainter& p, const QRectF& area, const ChartLook& look) const override;
  bool isEmpty() const override { return m_weeks[1].empty(); }
  QString summary() const override;
  ReportTable table() const override;
  int places() const override { return int(m_weeks[1].size()); }
  QString reading(int place) const override;

 protected:
  void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const override;
  double xOfPlace(int place, const QRectF& area) const override;

 private:
  struct Week {
    Day ends{};
    qint64 micro = 0;
  };
  struct Frame {
    QRectF plot;
    double low = 0, high = 1;
    int weeks = 1;
    QPointF at(int week, double value) const;
  };
  Frame frameOf(const QRectF& area) const;
  void drawLine(QPainter& p, const Frame& f, const QRectF& area, const ChartLook& look, std::size_t side,
                double labelAt) const;
  std::array<std::vector<Week>, 2> m_weeks; // of the compared period, of this one; oldest first
  Currency m_currency;
  QString m_name, m_now, m_before;
};

} // namespace pricewright
