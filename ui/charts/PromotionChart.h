// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/Chart.h"
#include "engine/plans/PromotionCalendar.h"

namespace pricewright {

// Promotions over time: a line for each price, a bar for each promotion, today as a mark. Twelve weeks back, sixteen
// ahead. ← and → read the bars off.
class PromotionChart : public Chart {
  Q_OBJECT
 public:
  explicit PromotionChart(const Theme& theme, QWidget* parent = nullptr);
  void setRows(std::vector<PromotionRow> rows, Day today); // in the table's order: that is the order of the lines
  void showFocus(const Id& promotion);                     // its line is in view, its bar marked
  QSize sizeHint() const override { return {480, 200}; }
  QSize minimumSizeHint() const override { return {240, 90}; }
  void draw(QPainter& p, const QRectF& area, const ChartLook& look) const override;
  bool isEmpty() const override { return m_bars.empty(); }
  QString summary() const override;
  ReportTable table() const override;
  int places() const override { return static_cast<int>(m_bars.size()); }
  QString reading(int place) const override;
  const PromotionRow& at(int place) const { return m_rows[std::size_t(m_bars[std::size_t(place)].row)]; }

 protected:
  void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const override;
  int placeAt(const QPointF& where) const override;

 private:
  struct Bar {
    int row = 0, line = 0;
  };
  struct Frame {
    QRectF plot;
    int firstLine = 0, lines = 0;
    double x(Day day, Day from, int days) const {
      return plot.left() + plot.width() * double((day - from).count()) / days;
    }
  };
  Frame frameOf(const QRectF& area) const;
  QRectF barOf(const Frame& f, const Bar& bar) const;
  void drawAxis(QPainter& p, const Frame& f, const QRectF& area, const ChartLook& look) const;
  void drawBar(QPainter& p, const Frame& f, const Bar& bar, const ChartLook& look) const;

  std::vector<PromotionRow> m_rows;
  std::vector<Bar> m_bars; // by line, then first day
  std::vector<QString> m_lines;
  Day m_today{};
  Id m_focus;
  int m_focusLine = 0;
};

} // namespace pricewright
