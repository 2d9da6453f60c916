// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/Chart.h"
#include "engine/Engine.h"
#include "engine/views/DecisionView.h"

namespace pricewright {

// One price of ours over a year against what competitors asked: our steps, their median within lowest … highest. Where
// nothing was observed there is a gap, and what is too old to count ends there and says how old it is.
class MarketChart : public Chart {
  Q_OBJECT
 public:
  explicit MarketChart(const Theme& theme, QWidget* parent = nullptr);
  void setDetail(const DecisionDetailPtr& detail); // null: nothing
  QSize sizeHint() const override { return {360, 220}; }
  QSize minimumSizeHint() const override { return {180, 110}; }
  void draw(QPainter& p, const QRectF& area, const ChartLook& look) const override;
  bool isEmpty() const override;
  QString summary() const override;
  ReportTable table() const override;
  int places() const override { return static_cast<int>(m_places.size()); }
  QString reading(int place) const override;

 protected:
  double xOfPlace(int place, const QRectF& area) const override;
  void drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const override;

 private:
  struct Frame; // what a drawing needs
  void ground(QPainter& p, const Frame& f) const;
  void rivals(QPainter& p, const Frame& f) const;
  void own(QPainter& p, const Frame& f) const;
  void labels(QPainter& p, const Frame& f) const;
  const RivalPoint* rivalsAt(Instant at) const; // null: a gap
  const OwnPrice* ownAt(Instant at) const;
  std::optional<Duration> age() const; // of the newest that is known
  bool isFresh() const;
  QString priceText(const Decimal& price) const;
  void findAxis();

  DecisionDetailPtr m_detail;
  const DecisionView* m_view = nullptr;
  Currency m_currency;
  std::vector<Instant> m_places;
  double m_low = 0, m_high = 1;
};

} // namespace pricewright
