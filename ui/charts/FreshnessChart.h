// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/Chart.h"
#include "engine/market/MarketHealth.h"

namespace pricewright {

// How fresh what is known of each competitor was, hour by hour: a row a competitor, a column an hour, in each cell the
// share of its products with a price young enough, as a shade and as a number. ← → ↑ ↓ read it off. Its height grows
// with its rows: it stands in a scroll area.
class FreshnessChart : public Chart {
  Q_OBJECT
 public:
  explicit FreshnessChart(const Theme& theme, QWidget* parent = nullptr);
  void setMap(const FreshnessMap& map);
  const FreshnessMap& map() const { return m_map; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {300, sizeHint().height()}; }
  void draw(QPainter& p, const QRectF& area, const ChartLook& look) const override;
  bool isEmpty() const override { return m_map.rows.empty(); }
  QString summary() const override;
  ReportTable table() const override;
  int places() const override { return int(m_map.rows.size()) * hours(); }
  QString reading(int place) const override;

 protected:
  void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const override;
  int placeAt(const QPointF& where) const override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  int hours() const { return m_map.rows.empty() ? 0 : int(m_map.rows.front().hours.size()); }
  QRectF cellOf(int row, int hour, const QRectF& area) const;
  QString hourText(int hour) const; // its end, by the user's clock
  void drawHours(QPainter& p, const QRectF& area, const ChartLook& look) const;
  void drawRow(QPainter& p, const QRectF& area, const ChartLook& look, int row) const;
  FreshnessMap m_map;
};

} // namespace pricewright
