// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/Chart.h"
#include "engine/earnings/EarningsView.h"

namespace pricewright {

// Why revenue or profit changed: from the one period to the other, part by part. What stands there adds up to the minor
// unit. ↑ and ↓ read it off.
class BridgeChart : public Chart {
  Q_OBJECT
 public:
  explicit BridgeChart(const Theme& theme, QWidget* parent = nullptr);
  // `of`: "", or whose change it is.
  void setParts(const BridgeParts& parts, Currency currency, BridgeMeasure measure, const QString& of = {});
  void clear();
  qint64 shownSum() const;    // of the steps' numbers, minor units
  qint64 shownChange() const; // after − before, minor units
  QSize sizeHint() const override { return {420, 220}; }
  QSize minimumSizeHint() const override { return {240, 160}; }
  void draw(QPainter& p, const QRectF& area, const ChartLook& look) const override;
  bool isEmpty() const override { return m_bars.empty(); }
  QString summary() const override;
  ReportTable table() const override;
  int places() const override { return int(m_bars.size()); }
  QString reading(int place) const override;

 protected:
  void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const override;
  int placeAt(const QPointF& where) const override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Bar {
    QString label, what;
    qint64 from = 0, to = 0, micro = 0; // from, to: minor units
    bool isTotal = false;
  };
  QRectF rowOf(const QRectF& area, int place) const;
  QString valueText(const Bar& bar) const;
  std::vector<Bar> m_bars;
  Currency m_currency;
  QString m_name;
};

} // namespace pricewright
