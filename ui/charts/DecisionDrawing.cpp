// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/DecisionDrawing.h"

#include "controls/Paint.h"
#include "itemmodels/Format.h"

#include <QCoreApplication>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kLeft = 44, kRight = 56, kTop = 18, kBottom = 20, kBetween = 16;
constexpr double kRoomForBoth = 108; // lower than that: the profit alone

QString tr(const char* text) { return QCoreApplication::translate("DecisionChart", text); }

} // namespace

DecisionDrawing::DecisionDrawing(QPainter& p, const QRectF& area, const ChartLook& look, const DecisionCurve& curve)
    : m_p(p), m_area(area), m_whole(plotOf(area)), m_look(look), m_t(look.tokens), m_curve(curve) {}

QRectF DecisionDrawing::plotOf(const QRectF& area) { return area.adjusted(kLeft, kTop, -kRight, -kBottom); }
double DecisionDrawing::xOf(const QRectF& plot, const DecisionCurve& curve, double price) {
  return plot.left() + (price - curve.from) / (curve.to - curve.from) * plot.width();
}
double DecisionDrawing::y(const Plot& plot, double value) {
  return plot.area.bottom() - (value - plot.low) / (plot.high - plot.low) * plot.area.height();
}

void DecisionDrawing::findAxes() {
  m_both = m_whole.height() >= kRoomForBoth && !m_curve.units.empty();
  const double room = m_whole.height() - kBetween;
  m_units.area = QRectF(m_whole.left(), m_whole.top(), m_whole.width(), room * 0.52);
  m_profit.area =
      m_both ? QRectF(m_whole.left(), m_units.area.bottom() + kBetween, m_whole.width(), room * 0.48) : m_whole;
  for (const auto& u : m_curve.units)
    if (u.price >= m_curve.seenLow.value_or(m_curve.from) && u.price <= m_curve.seenHigh.value_or(m_curve.to))
      m_units.high = std::max(m_units.high, u.high * 1.05);
  std::vector<double> sold;
  for (const auto& [price, units] : m_curve.observed)
    sold.push_back(units);
  if (!sold.empty()) { // but for the wildest weeks
    const auto most = sold.begin() + std::ptrdiff_t(double(sold.size() - 1) * 0.98);
    std::nth_element(sold.begin(), most, sold.end());
    m_units.high = std::max(m_units.high, *most * 1.05);
  }
  m_profit.low = std::min(0.0, m_curve.profitLow);
  m_profit.high = std::max(0.0, m_curve.profitHigh);
  const double reach = std::max(m_profit.high - m_profit.low, 1e-6);
  for (const auto& [price, gain] : m_curve.profit) { // a curve that falls off a cliff must not flatten what matters
    m_profit.low = std::min(m_profit.low, std::max(gain, -0.6 * reach));
    m_profit.high = std::max(m_profit.high, gain);
  }
  const double air = std::max((m_profit.high - m_profit.low) * 0.08, 1e-6);
  m_profit.low -= air;
  m_profit.high += air;
}

void DecisionDrawing::draw() {
  if (m_whole.width() < 60 || m_whole.height() < 40)
    return;
  m_p.setFont(m_look.axis);
  findAxes();
  unseen();
  if (m_both) {
    ground(m_units, false);
    unitsCurve();
  }
  ground(m_profit, true);
  profitCurve();
  profitAtProposed();
  bounds();
  verticals();
}

void DecisionDrawing::ground(const Plot& plot, bool withPrices) {
  std::vector<double> ticks;
  for (int wanted = plot.area.height() < 70 ? 2 : 3; wanted < 9 && ticks.size() < 2; ++wanted)
    ticks = roundTicks(plot.low, plot.high, wanted);
  for (const double tick : ticks) {
    const double at = std::round(y(plot, tick)) + 0.5;
    m_p.setPen(QPen(withPrices && tick == 0 ? m_t.faint : m_t.grid, 1));
    m_p.drawLine(QPointF(plot.area.left(), at), QPointF(plot.area.right(), at));
    m_p.setPen(m_t.muted);
    paint::tabularText(m_p, QRectF(m_area.left(), at - 8, kLeft - 6, 16), Qt::AlignRight, axisNumber(tick));
  }
  for (const double tick : roundTicks(m_curve.from, m_curve.to, std::max(3, int(plot.area.width() / 64)))) {
    const double at = std::round(x(tick)) + 0.5;
    m_p.setPen(QPen(m_t.grid, 1));
    m_p.drawLine(QPointF(at, plot.area.top()), QPointF(at, plot.area.bottom()));
    if (!withPrices)
      continue;
    m_p.setPen(m_t.muted);
    paint::tabularText(m_p, QRectF(at - 32, plot.area.bottom() + 3, 64, 16), Qt::AlignHCenter, m_curve.priceText(tick));
  }
}

void DecisionDrawing::unseen() {
  if (!m_curve.seenLow)
    return;
  const double low = std::clamp(x(*m_curve.seenLow), m_whole.left(), m_whole.right());
  const double high = std::clamp(x(*m_curve.seenHigh), m_whole.left(), m_whole.right());
  const auto part = [&](double from, double to, const QString& text) {
    const QRectF area(from, m_whole.top(), to - from, m_whole.height());
    m_p.fillRect(area, m_t.canvas);
    m_p.setPen(m_t.muted);
    for (const QString& words : {text, tr("no data")})
      if (m_p.fontMetrics().horizontalAdvance(words) + 6 < area.width())
        return m_p.drawText(area.adjusted(3, 0, -3, -2), Qt::AlignHCenter | Qt::AlignBottom, words);
  };
  part(m_whole.left(), low, tr("no data below %1").arg(m_curve.priceText(*m_curve.seenLow)));
  part(high, m_whole.right(), tr("no data above %1").arg(m_curve.priceText(*m_curve.seenHigh)));
}

void DecisionDrawing::endLabel(const Plot& plot, double at, const QColor& color, const QString& text) {
  m_p.setPen(color);
  const double line = std::clamp(at, plot.area.top() + 6, plot.area.bottom() - 6);
  paint::elidedText(m_p, QRectF(plot.area.right() + 4, line - 8, kRight - 6, 16).toRect(),
                    Qt::AlignLeft | Qt::AlignVCenter, text);
}

void DecisionDrawing::unitsCurve() {
  QPolygonF band, line;
  for (const auto& u : m_curve.units) {
    band << QPointF(x(u.price), y(m_units, u.high));
    line << QPointF(x(u.price), y(m_units, u.expected));
  }
  for (auto u = m_curve.units.rbegin(); u != m_curve.units.rend(); ++u)
    band << QPointF(x(u->price), y(m_units, u->low));
  m_p.save();
  m_p.setClipRect(m_units.area);
  QColor fill = m_t.accent, point = m_t.muted;
  fill.setAlphaF(0.13f);
  point.setAlphaF(0.55f);
  m_p.setPen(Qt::NoPen);
  m_p.setBrush(fill);
  m_p.drawPolygon(band);
  m_p.setBrush(point);
  for (const auto& [price, units] : m_curve.observed)
    m_p.drawEllipse(QPointF(x(price), y(m_units, units)), 1.8, 1.8);
  m_p.setBrush(Qt::NoBrush);
  m_p.setPen(QPen(m_t.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  m_p.drawPolyline(line);
  m_p.restore();
  endLabel(m_units, line.last().y(), m_t.accent, tr("units/wk"));
}

void DecisionDrawing::profitCurve() {
  QPolygonF line;
  for (const auto& [price, gain] : m_curve.profit)
    line << QPointF(x(price), y(m_profit, gain));
  m_p.save();
  m_p.setClipRect(m_profit.area.adjusted(0, -2, 0, 2));
  m_p.setPen(QPen(m_t.positive, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  if (line.size() > 1)
    m_p.drawPolyline(line);
  if (m_curve.now) { // by definition nothing is gained at today's price
    m_p.setPen(QPen(m_t.muted, 1.5));
    m_p.setBrush(m_t.surface);
    m_p.drawEllipse(QPointF(x(*m_curve.now), y(m_profit, 0)), 3, 3);
  }
  m_p.restore();
  endLabel(m_profit, line.isEmpty() ? y(m_profit, m_curve.profitExpected) : line.last().y(), m_t.positive,
           tr("profit %1").arg(currencyMark(m_curve.currency)));
}

void DecisionDrawing::profitAtProposed() {
  if (!m_curve.hasEffect)
    return;
  const double at = x(*m_curve.proposed);
  QColor bar = m_t.positive;
  bar.setAlphaF(0.45f);
  m_p.save();
  m_p.setClipRect(m_profit.area.adjusted(-4, -4, 4, 4));
  m_p.setPen(QPen(bar, 3, Qt::SolidLine, Qt::RoundCap));
  m_p.drawLine(QPointF(at, y(m_profit, m_curve.profitLow)), QPointF(at, y(m_profit, m_curve.profitHigh)));
  m_p.setPen(QPen(m_t.surface, 1.5));
  m_p.setBrush(m_t.positive);
  m_p.drawEllipse(QPointF(at, y(m_profit, m_curve.profitExpected)), 4, 4);
  m_p.restore();
}

// Between the two plots is room for what the limit is.
void DecisionDrawing::bound(double price, const QString& text, bool lower) {
  if (price < m_curve.from || price > m_curve.to)
    return;
  const double at = std::round(x(price)) + 0.5;
  m_p.setPen(QPen(m_t.warning, 1));
  m_p.drawLine(QPointF(at, m_whole.top()), QPointF(at, m_whole.bottom()));
  if (!m_both)
    return;
  const double width = paint::tabularWidth(m_p.font(), text) + 6;
  double left = lower ? at + 1 : at - 1 - width;
  left = std::clamp(left, m_whole.left(), std::max(m_whole.left(), m_whole.right() - width));
  const QRectF box(left, m_units.area.bottom() + 1, width, kBetween - 2);
  m_p.setPen(m_t.warning);
  paint::tabularText(m_p, box, Qt::AlignHCenter, text);
}

void DecisionDrawing::bounds() {
  if (m_curve.lowest)
    bound(*m_curve.lowest, QStringLiteral("≥ %1").arg(m_curve.priceText(*m_curve.lowest)), true);
  if (m_curve.highest)
    bound(*m_curve.highest, QStringLiteral("≤ %1").arg(m_curve.priceText(*m_curve.highest)), false);
}

void DecisionDrawing::vertical(double price, const QColor& color, const QString& text, bool labelRight) {
  const double at = std::round(x(price)) + 0.5;
  QPen dashed(color, 1.2);
  dashed.setDashPattern({3, 3});
  m_p.setPen(dashed);
  m_p.drawLine(QPointF(at, m_whole.top() - 4), QPointF(at, m_whole.bottom()));
  m_p.setPen(color);
  const double width = paint::tabularWidth(m_p.font(), text);
  const bool right = labelRight ? at + 4 + width <= m_area.right() - 2 : at - 4 - width < m_area.left() + 2;
  paint::tabularText(m_p, QRectF(right ? at + 4 : at - 4 - width, m_area.top() + 1, width + 1, 15), Qt::AlignLeft,
                     text);
}

void DecisionDrawing::verticals() {
  const bool risesToRight = m_curve.now && m_curve.proposed && *m_curve.proposed >= *m_curve.now;
  if (m_curve.now)
    vertical(*m_curve.now, m_t.muted, tr("now %1").arg(m_curve.priceText(*m_curve.now)), !risesToRight);
  if (m_curve.proposed && m_curve.proposed != m_curve.now)
    vertical(*m_curve.proposed, m_t.accent, tr("proposed %1").arg(m_curve.priceText(*m_curve.proposed)), risesToRight);
}

} // namespace pricewright
