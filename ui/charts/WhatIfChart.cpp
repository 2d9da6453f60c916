// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/WhatIfChart.h"

#include "charts/DecisionCurve.h"
#include "controls/Paint.h"
#include "itemmodels/Format.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainterPath>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kWhatIfLeft = 46, kWhatIfRight = 52, kWhatIfTop = 38, kWhatIfBottom = 22;
constexpr double kAir = 1.08;
constexpr int kBigStep = 5;

QString tickNumber(double value) {
  const double size = std::abs(value);
  if (size >= 10'000)
    return plainNumber(value / 1000, 0) + QStringLiteral("k");
  return plainNumber(value, size != 0 && size < 10 && value != std::floor(value) ? 1 : 0);
}

} // namespace

WhatIfChart::WhatIfChart(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Units and profit by price: arrow keys move the price"));
  connect(&theme, &Theme::changed, this, [this] {
    m_still = QPixmap();
    update();
  });
}

void WhatIfChart::setCurve(const WhatIfCurve& curve, const Money& now) {
  m_curve = curve;
  m_now = now;
  m_why.clear();
  findAxes();
  m_still = QPixmap();
  setCursor(curve.points.empty() ? Qt::ArrowCursor : Qt::SizeHorCursor);
  setAccessibleDescription(summary());
  update();
}

void WhatIfChart::setEmpty(const QString& why) {
  m_curve = {};
  m_now = m_tried = Money();
  m_why = why;
  m_still = QPixmap();
  setCursor(Qt::ArrowCursor);
  setAccessibleDescription(why);
  update();
}

void WhatIfChart::setTried(const Money& price, bool locked) {
  if (price == m_tried && locked == m_locked)
    return;
  m_tried = price;
  m_locked = locked;
  setAccessibleDescription(summary());
  update();
}

QString WhatIfChart::priceText(double price) const {
  return moneyText(Money(std::llround(price * double(m_now.currency().minorPerMajor())), m_now.currency()));
}

QString WhatIfChart::summary() const {
  if (m_curve.points.empty())
    return m_why;
  const auto words = [this](const Money& price) {
    const WhatIfCurvePoint p = at(price.toDouble());
    return tr("%1: %2 units a week, between %3 and %4, profit %5")
        .arg(moneyText(price), plainNumber(p.units, 0), plainNumber(p.unitsLow, 0), plainNumber(p.unitsHigh, 0),
             plainNumber(p.profit, 0));
  };
  QString text = tr("now %1").arg(words(m_now));
  if (m_tried.isValid() && m_tried != m_now)
    text += QStringLiteral("; ") + tr("tried %1").arg(words(m_tried));
  return text;
}

QRectF WhatIfChart::plot() const {
  return QRectF(rect()).adjusted(kWhatIfLeft, kWhatIfTop, -kWhatIfRight, -kWhatIfBottom);
}
double WhatIfChart::xOf(double price) const {
  return plot().left() + (price - m_from) / (m_to - m_from) * plot().width();
}
double WhatIfChart::y(const Axis& axis, double value) const {
  return plot().bottom() - (value - axis.low) / (axis.high - axis.low) * plot().height();
}

// Where prices were observed the curve fills the plot; the wide band beyond them may leave it.
void WhatIfChart::findAxes() {
  m_units = m_profit = Axis();
  if (m_curve.points.empty())
    return;
  m_from = m_curve.points.front().price;
  m_to = std::max(m_curve.points.back().price, m_from + 1e-6);
  double units = 1e-6, low = 0, high = 1e-6;
  for (const WhatIfCurvePoint& p : m_curve.points) {
    const bool seen = m_curve.highestSeen <= 0 || (p.price >= m_curve.lowestSeen && p.price <= m_curve.highestSeen);
    units = std::max(units, seen ? p.unitsHigh : p.units);
    low = std::min(low, p.profit);
    high = std::max(high, p.profit);
  }
  std::vector<double> observed;
  for (const auto& [price, sold] : m_curve.observed)
    observed.push_back(sold);
  if (!observed.empty()) { // but for the wildest weeks
    const auto most = observed.begin() + std::ptrdiff_t(double(observed.size() - 1) * 0.98);
    std::nth_element(observed.begin(), most, observed.end());
    units = std::max(units, *most);
  }
  m_units = {0, units * kAir};
  m_profit = {std::max(low, -high) * kAir, high * kAir};
}

WhatIfCurvePoint WhatIfChart::at(double price) const {
  const auto& c = m_curve.points;
  const auto right = std::lower_bound(c.begin(), c.end(), price,
                                      [](const WhatIfCurvePoint& p, double wanted) { return p.price < wanted; });
  if (right == c.begin())
    return c.front();
  if (right == c.end())
    return c.back();
  const WhatIfCurvePoint &b = *right, &a = *(right - 1);
  const double share = b.price > a.price ? (price - a.price) / (b.price - a.price) : 0;
  const auto mix = [share](double from, double to) { return from + share * (to - from); };
  return {price, mix(a.units, b.units), mix(a.unitsLow, b.unitsLow), mix(a.unitsHigh, b.unitsHigh),
          mix(a.profit, b.profit)};
}

void WhatIfChart::resizeEvent(QResizeEvent*) { m_still = QPixmap(); }

void WhatIfChart::drawStill() {
  const qreal ratio = devicePixelRatioF();
  m_still = QPixmap(size() * ratio);
  m_still.setDevicePixelRatio(ratio);
  m_still.fill(m_theme.tokens().surface);
  QPainter p(&m_still);
  p.setRenderHint(QPainter::Antialiasing);
  p.setFont(m_theme.font(TypeRole::Axis));
  paintUnseen(p, false);
  paintGround(p);
  paintCurves(p);
  paintUnseen(p, true);
}

void WhatIfChart::paintEvent(QPaintEvent*) {
  QPainter p(this);
  const Tokens& t = m_theme.tokens();
  if (m_curve.points.empty() || plot().width() < 60 || plot().height() < 40) {
    p.setFont(m_theme.font(TypeRole::Body));
    p.setPen(t.muted);
    p.drawText(rect().adjusted(16, 0, -16, 0), Qt::AlignCenter | Qt::TextWordWrap, m_why);
    return;
  }
  if (m_still.isNull())
    drawStill();
  p.drawPixmap(0, 0, m_still);
  p.setRenderHint(QPainter::Antialiasing);
  p.setFont(m_theme.font(TypeRole::Axis));
  const double now = m_now.toDouble();
  const bool tries = m_tried.isValid() && m_tried != m_now;
  const bool toTheRight = tries && m_tried.minor() > m_now.minor();
  paintVertical(p, now, t.muted, tr("now %1").arg(moneyText(m_now)), !toTheRight && tries);
  if (tries)
    paintVertical(p, m_tried.toDouble(), t.accent,
                  m_locked ? tr("locked %1").arg(moneyText(m_tried)) : tr("tried %1").arg(moneyText(m_tried)),
                  toTheRight);
  paintDots(p, tries ? m_tried.toDouble() : now);
  if (hasFocus()) {
    p.setPen(QPen(t.accent, 1.5));
    p.setBrush(Qt::NoBrush);
    p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
  }
}

void WhatIfChart::paintGround(QPainter& p) const {
  const Tokens& t = m_theme.tokens();
  const QRectF area = plot();
  for (const double tick : roundTicks(m_units.low, m_units.high, area.height() < 110 ? 2 : 4)) {
    const double line = std::round(y(m_units, tick)) + 0.5;
    p.setPen(QPen(t.grid, 1));
    p.drawLine(QPointF(area.left(), line), QPointF(area.right(), line));
    p.setPen(t.muted);
    paint::tabularText(p, QRectF(0, line - 8, area.left() - 8, 16), Qt::AlignRight, tickNumber(tick));
  }
  // Two scales: each line's is written in its colour, with its name above.
  p.setPen(t.positive);
  for (const double tick : roundTicks(m_profit.low, m_profit.high, area.height() < 110 ? 2 : 4))
    paint::tabularText(p, QRectF(area.right() + 6, std::round(y(m_profit, tick)) - 7.5, kWhatIfRight - 8, 16),
                       Qt::AlignLeft, tickNumber(tick));
  const QRectF names(4, 2, width() - 8, 16);
  paint::elidedText(p, names.adjusted(names.width() / 2, 0, 0, 0).toRect(), Qt::AlignRight | Qt::AlignVCenter,
                    tr("profit %1/wk").arg(currencyMark(m_now.currency())));
  p.setPen(t.accent);
  paint::elidedText(p, names.adjusted(0, 0, -names.width() / 2, 0).toRect(), Qt::AlignLeft | Qt::AlignVCenter,
                    tr("units/wk"));
  for (const double tick : roundTicks(m_from, m_to, std::max(3, int(area.width() / 90)))) {
    const double line = std::round(xOf(tick)) + 0.5;
    p.setPen(QPen(t.grid, 1));
    p.drawLine(QPointF(line, area.top()), QPointF(line, area.bottom()));
    p.setPen(t.muted);
    paint::tabularText(p, QRectF(line - 34, area.bottom() + 5, 68, 16), Qt::AlignHCenter, priceText(tick));
  }
}

// The ground first, its words over everything.
void WhatIfChart::paintUnseen(QPainter& p, bool words) const {
  if (m_curve.highestSeen <= 0)
    return;
  const Tokens& t = m_theme.tokens();
  const QRectF area = plot();
  const double low = std::clamp(xOf(m_curve.lowestSeen), area.left(), area.right());
  const double high = std::clamp(xOf(m_curve.highestSeen), area.left(), area.right());
  const auto part = [&](const QRectF& box, const QString& text) {
    if (!words)
      return p.fillRect(box, t.canvas);
    p.setPen(t.muted);
    const QString shortText = p.fontMetrics().horizontalAdvance(text) + 8 < box.width() ? text : tr("no data");
    const double width = p.fontMetrics().horizontalAdvance(shortText) + 6;
    if (width >= box.width())
      return;
    const QRectF at(box.center().x() - width / 2, box.bottom() - 20, width, 16);
    p.fillRect(at, t.canvas);
    p.drawText(at, Qt::AlignCenter, shortText);
  };
  part(QRectF(area.left(), area.top(), low - area.left(), area.height()),
       tr("no data below %1").arg(priceText(m_curve.lowestSeen)));
  part(QRectF(high, area.top(), area.right() - high, area.height()),
       tr("no data above %1").arg(priceText(m_curve.highestSeen)));
}

void WhatIfChart::paintCurves(QPainter& p) const {
  const Tokens& t = m_theme.tokens();
  const QRectF area = plot();
  QPolygonF band, units, profit;
  for (const WhatIfCurvePoint& c : m_curve.points) {
    band << QPointF(xOf(c.price), y(m_units, c.unitsHigh));
    units << QPointF(xOf(c.price), y(m_units, c.units));
    profit << QPointF(xOf(c.price), y(m_profit, c.profit));
  }
  for (auto c = m_curve.points.rbegin(); c != m_curve.points.rend(); ++c)
    band << QPointF(xOf(c->price), y(m_units, c->unitsLow));
  p.save();
  p.setClipRect(area);
  QColor fill = t.accent, point = t.muted;
  fill.setAlphaF(0.13f);
  point.setAlphaF(0.55f);
  p.setPen(Qt::NoPen);
  p.setBrush(fill);
  p.drawPolygon(band);
  p.setBrush(point);
  for (const auto& [price, sold] : m_curve.observed)
    p.drawEllipse(QPointF(xOf(price), y(m_units, sold)), 1.8, 1.8);
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.positive, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.drawPolyline(profit);
  p.setPen(QPen(t.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.drawPolyline(units);
  p.restore();
}

void WhatIfChart::paintVertical(QPainter& p, double price, const QColor& color, const QString& text,
                                bool labelRight) const {
  const QRectF area = plot();
  const double line = std::round(xOf(price)) + 0.5;
  if (line < area.left() - 1 || line > area.right() + 1)
    return;
  QPen dashed(color, 1.3);
  dashed.setDashPattern({3, 3});
  p.setPen(dashed);
  p.drawLine(QPointF(line, area.top() - 4), QPointF(line, area.bottom()));
  p.setPen(color);
  const double width = paint::tabularWidth(p.font(), text);
  const bool right = labelRight ? line + 4 + width <= this->width() - 2 : line - 4 - width < 2;
  paint::tabularText(p, QRectF(right ? line + 4 : line - 4 - width, area.top() - 19, width + 1, 15), Qt::AlignLeft,
                     text);
}

void WhatIfChart::paintDots(QPainter& p, double price) const {
  const Tokens& t = m_theme.tokens();
  const QRectF area = plot();
  if (price < m_from || price > m_to)
    return;
  const WhatIfCurvePoint c = at(price);
  const auto dot = [&](double line, const QColor& color) {
    if (line < area.top() - 2 || line > area.bottom() + 2)
      return;
    p.setPen(QPen(t.surface, 1.5));
    p.setBrush(color);
    p.drawEllipse(QPointF(xOf(price), line), 4.5, 4.5);
  };
  QColor bar = t.accent;
  bar.setAlphaF(0.5f);
  p.setPen(QPen(bar, 3, Qt::SolidLine, Qt::RoundCap));
  p.drawLine(QPointF(xOf(price), std::max(area.top(), y(m_units, c.unitsHigh))),
             QPointF(xOf(price), std::min(area.bottom(), y(m_units, c.unitsLow))));
  dot(y(m_profit, c.profit), t.positive);
  dot(y(m_units, c.units), t.accent);
  // Their values beside them, over whatever is drawn there.
  const auto value = [&](double line, const QColor& color, const QString& text) {
    const double width = paint::tabularWidth(p.font(), text) + 6;
    const double left = xOf(price) + 8 + width < area.right() ? xOf(price) + 8 : xOf(price) - 8 - width;
    const QRectF box(left, std::clamp(line - 18, area.top() + 1, area.bottom() - 17), width, 16);
    QColor ground = t.surface;
    ground.setAlphaF(0.85f);
    p.setPen(Qt::NoPen);
    p.setBrush(ground);
    p.drawRoundedRect(box, 3, 3);
    p.setPen(color);
    paint::tabularText(p, box, Qt::AlignHCenter, text);
  };
  const double profitAt = y(m_profit, c.profit), unitsAt = y(m_units, c.units);
  const bool close = std::abs(profitAt - unitsAt) < 18;
  value(close && profitAt > unitsAt ? profitAt + 24 : profitAt, t.positive,
        currencyMark(m_now.currency()) + plainNumber(c.profit, std::abs(c.profit) < 10 ? 2 : 0));
  value(close && unitsAt >= profitAt ? unitsAt + 24 : unitsAt, t.accent, plainNumber(c.units, c.units < 10 ? 1 : 0));
}

bool WhatIfChart::dragTo(const QPointF& where) {
  if (m_curve.points.empty())
    return false;
  const QRectF area = plot();
  const double share = std::clamp((where.x() - area.left()) / area.width(), 0.0, 1.0);
  emit dragged(m_from + share * (m_to - m_from));
  return true;
}

void WhatIfChart::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    return;
  setFocus(Qt::MouseFocusReason);
  m_dragging = dragTo(event->position());
}
void WhatIfChart::mouseMoveEvent(QMouseEvent* event) {
  if (m_dragging && (event->buttons() & Qt::LeftButton))
    dragTo(event->position());
}
void WhatIfChart::mouseReleaseEvent(QMouseEvent*) { m_dragging = false; }

void WhatIfChart::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  const int by = event->modifiers() & Qt::ShiftModifier ? kBigStep : 1;
  if (chord || m_curve.points.empty())
    return event->ignore();
  switch (event->key()) {
  case Qt::Key_Right:
    return emit stepped(by);
  case Qt::Key_Left:
    return emit stepped(-by);
  case Qt::Key_PageUp:
    return emit stepped(kBigStep);
  case Qt::Key_PageDown:
    return emit stepped(-kBigStep);
  default:
    event->ignore();
  }
}

void WhatIfChart::focusInEvent(QFocusEvent*) { update(); }
void WhatIfChart::focusOutEvent(QFocusEvent*) {
  m_dragging = false;
  update();
}

} // namespace pricewright
