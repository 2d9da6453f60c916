// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/Chart.h"
#include "engine/Engine.h"
#include "engine/views/DecisionView.h"

namespace pricewright {

// From the price in force to the one proposed, reason by reason. Where one reason is several in one, it says so instead
// of making up shares. ↑ and ↓ walk the reasons, Enter opens one.
class WaterfallChart : public Chart {
  Q_OBJECT
 public:
  explicit WaterfallChart(const Theme& theme, QWidget* parent = nullptr);
  void setDetail(const DecisionDetailPtr& detail);
  const PriceStep* stepAt(int place) const; // null: now or proposed
  QSize sizeHint() const override { return {320, 220}; }
  QSize minimumSizeHint() const override { return {160, 110}; }
  void draw(QPainter& p, const QRectF& area, const ChartLook& look) const override;
  bool isEmpty() const override { return m_bars.empty(); }
  QString summary() const override;
  ReportTable table() const override;
  int places() const override { return static_cast<int>(m_bars.size()); }
  QString reading(int place) const override;

 protected:
  void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const override;
  int placeAt(const QPointF& where) const override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Bar {
    QString label, value, words;
    double low = 0, high = 0; // minor units
    int step = -1;            // of the waterfall; −1: now or proposed
    qint64 by = 0, to = 0;
  };
  QString money(qint64 minor) const;
  QString labelOf(const PriceStep& step) const;
  QString wordsOf(const PriceStep& step) const;
  QString note() const; // what cannot be told apart
  QRectF rowOf(const QRectF& area, int place) const;
  double noteHeight(const QRectF& area, const ChartLook& look) const;
  const ListingCase* listing() const;

  DecisionDetailPtr m_detail;
  std::vector<Bar> m_bars;
};

} // namespace pricewright
