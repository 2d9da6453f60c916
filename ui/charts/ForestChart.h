// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/Chart.h"
#include "engine/experiments/TestsDashboard.h"

namespace pricewright {

// What every test found, the best on top: its lift with the interval that holds at all looks, and above them what they
// come to together, as found and shrunk. As high as its rows. ↑ and ↓ walk the tests, Enter opens one.
class ForestChart : public Chart {
  Q_OBJECT
 public:
  explicit ForestChart(const Theme& theme, QWidget* parent = nullptr);
  void setDashboard(const TestsDashboard& dashboard);
  Id testAt(int place) const;       // null: the sums
  static int partOfRow(int height); // of so many pixels that it is scrolled in, what would show a row in part
  static constexpr int kRow = 21;   // pixels from row to row
  QSize sizeHint() const override { return minimumSizeHint(); }
  QSize minimumSizeHint() const override;
  void draw(QPainter& p, const QRectF& area, const ChartLook& look) const override;
  bool isEmpty() const override { return m_rows.empty(); }
  QString summary() const override;
  ReportTable table() const override;
  int places() const override { return int(m_rows.size()); }
  QString reading(int place) const override;

 protected:
  void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const override;
  int placeAt(const QPointF& where) const override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Row {
    Id id; // null: a sum
    QString name, what;
    double lift = 0, low = 0, high = 0; // percent
    TestVerdict verdict = TestVerdict::Undecided;
    bool isSum = false, hasInterval = true;
  };
  double rowHeight(const QRectF& area) const;
  QRectF rowOf(const QRectF& area, int place) const;
  void drawRow(QPainter& p, const QRectF& row, const QRectF& plot, double from, double to, const Row& r,
               const ChartLook& look) const;
  std::vector<Row> m_rows;
};

} // namespace pricewright
