// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/DecisionChart.h"

#include "controls/Paint.h"
#include "itemmodels/Format.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainterPath>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kLeft = 44, kRight = 56, kTop = 18, kBottom = 20, kBetween = 14;
constexpr double kRoomForBoth = 108; // lower than that: the profit alone

QString axisNumber(double value) {
  const double size = std::abs(value);
  if (size >= 10'000)
    return plainNumber(value / 1000, 0) + QStringLiteral("k");
  return plainNumber(value, size != 0 && size < 1 ? 2 : (size < 10 && value != std::floor(value) ? 1 : 0));
}

} // namespace

DecisionChart::DecisionChart(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Demand and weekly profit by price"));
  connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void DecisionChart::setCurve(const DecisionCurve& curve) {
  m_curve = curve;
  m_pointer.reset();
  setAccessibleDescription(summary());
  update();
}

QString DecisionChart::priceText(double minor) const { return moneyText(Money(std::llround(minor), m_curve.currency)); }

QString DecisionChart::summary() const {
  if (m_curve.isEmpty())
    return tr("No curve: no model priced this product.");
  QStringList parts;
  if (m_curve.now)
    parts << tr("now %1").arg(priceText(*m_curve.now));
  if (m_curve.proposed)
    parts << tr("proposed %1").arg(priceText(*m_curve.proposed));
  parts << tr("profit %1 between %2 and %3 a week")
               .arg(signedNumber(m_curve.profitExpected, 0), signedNumber(m_curve.profitLow, 0),
                    signedNumber(m_curve.profitHigh, 0));
  if (m_curve.seenLow)
    parts << tr("prices observed from %1 to %2").arg(priceText(*m_curve.seenLow), priceText(*m_curve.seenHigh));
  return parts.join(QStringLiteral(", "));
}

QRectF DecisionChart::plotArea() const { return QRectF(rect()).adjusted(kLeft, kTop, -kRight, -kBottom); }

double DecisionChart::x(const Plot& plot, double price) const {
  return plot.area.left() + (price - m_curve.from) / (m_curve.to - m_curve.from) * plot.area.width();
}
double DecisionChart::y(const Plot& plot, double value) const {
  return plot.area.bottom() - (value - plot.low) / (plot.high - plot.low) * plot.area.height();
}

void DecisionChart::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setFont(m_theme.font(TypeRole::Axis));
  const QRectF whole = plotArea();
  if (m_curve.isEmpty() || whole.width() < 60 || whole.height() < 40) {
    p.setPen(m_theme.tokens().muted);
    if (m_curve.currency.isValid())
      p.drawText(rect().adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, summary());
    return;
  }
  const bool both = whole.height() >= kRoomForBoth && !m_curve.units.empty();
  Plot units{QRectF(whole.left(), whole.top(), whole.width(), (whole.height() - kBetween) * 0.52)};
  Plot profit{
      both ? QRectF(whole.left(), units.area.bottom() + kBetween, whole.width(), (whole.height() - kBetween) * 0.48)
           : whole};
  for (const auto& u : m_curve.units)
    if (u.price >= m_curve.seenLow.value_or(m_curve.from) && u.price <= m_curve.seenHigh.value_or(m_curve.to))
      units.high = std::max(units.high, u.high * 1.05);
  profit.low = std::min(0.0, m_curve.profitLow);
  profit.high = std::max(0.0, m_curve.profitHigh);
  const double reach = std::max(profit.high - profit.low, 1e-6);
  for (const auto& [price, gain] : m_curve.profit) { // a curve that falls off a cliff must not flatten what matters
    profit.low = std::min(profit.low, std::max(gain, -0.6 * reach));
    profit.high = std::max(profit.high, gain);
  }
  const double air = (profit.high - profit.low) * 0.08;
  profit.low -= air;
  profit.high += air;
  paintUnseen(p, whole);
  if (both) {
    paintGround(p, units, false);
    paintUnits(p, units);
  }
  paintGround(p, profit, true);
  paintProfit(p, profit);
  paintVerticals(p, whole);
  if (m_pointer)
    paintReading(p, profit, whole);
}

void DecisionChart::paintGround(QPainter& p, const Plot& plot, bool withPrices) const {
  const Tokens& t = m_theme.tokens();
  std::vector<double> ticks;
  for (int wanted = plot.area.height() < 70 ? 2 : 3; wanted < 9 && ticks.size() < 2; ++wanted)
    ticks = roundTicks(plot.low, plot.high, wanted);
  for (const double tick : ticks) {
    const double at = std::round(y(plot, tick)) + 0.5;
    p.setPen(QPen(withPrices && tick == 0 ? t.faint : t.grid, 1));
    p.drawLine(QPointF(plot.area.left(), at), QPointF(plot.area.right(), at));
    p.setPen(t.muted);
    paint::tabularText(p, QRectF(0, at - 8, plot.area.left() - 6, 16), Qt::AlignRight, axisNumber(tick));
  }
  const int wanted = std::max(3, static_cast<int>(plot.area.width() / 64));
  for (const double tick : roundTicks(m_curve.from, m_curve.to, wanted)) {
    const double at = std::round(x(plot, tick)) + 0.5;
    p.setPen(QPen(t.grid, 1));
    p.drawLine(QPointF(at, plot.area.top()), QPointF(at, plot.area.bottom()));
    if (!withPrices)
      continue;
    p.setPen(t.muted);
    paint::tabularText(p, QRectF(at - 32, plot.area.bottom() + 3, 64, 16), Qt::AlignHCenter, priceText(tick));
  }
}

void DecisionChart::paintUnseen(QPainter& p, const QRectF& whole) const {
  if (!m_curve.seenLow)
    return;
  const Tokens& t = m_theme.tokens();
  const Plot plot{whole};
  const double low = std::clamp(x(plot, *m_curve.seenLow), whole.left(), whole.right());
  const double high = std::clamp(x(plot, *m_curve.seenHigh), whole.left(), whole.right());
  const QColor grey = t.canvas;
  p.fillRect(QRectF(whole.left(), whole.top(), low - whole.left(), whole.height()), grey);
  p.fillRect(QRectF(high, whole.top(), whole.right() - high, whole.height()), grey);
  p.setPen(t.muted);
  const auto note = [&](const QString& text, const QRectF& area) {
    if (p.fontMetrics().horizontalAdvance(text) + 6 < area.width())
      p.drawText(area.adjusted(3, 0, -3, -2), Qt::AlignHCenter | Qt::AlignBottom, text);
  };
  note(tr("no data below %1").arg(priceText(*m_curve.seenLow)),
       QRectF(whole.left(), whole.top(), low - whole.left(), whole.height()));
  note(tr("no data above %1").arg(priceText(*m_curve.seenHigh)),
       QRectF(high, whole.top(), whole.right() - high, whole.height()));
}

void DecisionChart::paintUnits(QPainter& p, const Plot& plot) const {
  const Tokens& t = m_theme.tokens();
  QPolygonF band, line;
  for (const auto& u : m_curve.units) {
    band << QPointF(x(plot, u.price), y(plot, u.high));
    line << QPointF(x(plot, u.price), y(plot, u.expected));
  }
  for (auto u = m_curve.units.rbegin(); u != m_curve.units.rend(); ++u)
    band << QPointF(x(plot, u->price), y(plot, u->low));
  p.save();
  p.setClipRect(plot.area);
  QColor fill = t.accent;
  fill.setAlphaF(0.13f);
  p.setPen(Qt::NoPen);
  p.setBrush(fill);
  p.drawPolygon(band);
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.drawPolyline(line);
  p.restore();
  p.setPen(t.accent);
  const double last = line.isEmpty() ? y(plot, m_curve.profitExpected) : line.last().y();
  const double end = std::clamp(last, plot.area.top() + 6, plot.area.bottom() - 6);
  paint::elidedText(p, QRectF(plot.area.right() + 4, end - 8, kRight - 6, 16).toRect(),
                    Qt::AlignLeft | Qt::AlignVCenter, tr("units/wk"));
}

void DecisionChart::paintProfit(QPainter& p, const Plot& plot) const {
  const Tokens& t = m_theme.tokens();
  QPolygonF line;
  for (const auto& [price, gain] : m_curve.profit)
    line << QPointF(x(plot, price), y(plot, gain));
  p.save();
  p.setClipRect(plot.area.adjusted(0, -2, 0, 2));
  p.setPen(QPen(t.positive, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  if (line.size() > 1)
    p.drawPolyline(line);
  if (m_curve.now) { // by definition nothing is gained at today's price
    p.setPen(QPen(t.muted, 1.5));
    p.setBrush(t.surface);
    p.drawEllipse(QPointF(x(plot, *m_curve.now), y(plot, 0)), 3, 3);
  }
  if (m_curve.hasEffect) {
    const double at = x(plot, *m_curve.proposed);
    QColor bar = t.positive;
    bar.setAlphaF(0.45f);
    p.setPen(QPen(bar, 3, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(at, y(plot, m_curve.profitLow)), QPointF(at, y(plot, m_curve.profitHigh)));
    p.setPen(QPen(t.surface, 1.5));
    p.setBrush(t.positive);
    p.drawEllipse(QPointF(at, y(plot, m_curve.profitExpected)), 4, 4);
  }
  p.restore();
  p.setPen(t.positive);
  const double last = line.isEmpty() ? y(plot, m_curve.profitExpected) : line.last().y();
  const double end = std::clamp(last, plot.area.top() + 6, plot.area.bottom() - 6);
  paint::elidedText(p, QRectF(plot.area.right() + 4, end - 8, kRight - 6, 16).toRect(),
                    Qt::AlignLeft | Qt::AlignVCenter, tr("profit %1").arg(currencyMark(m_curve.currency)));
}

void DecisionChart::paintVerticals(QPainter& p, const QRectF& whole) const {
  const Tokens& t = m_theme.tokens();
  const Plot plot{whole};
  const bool risesToRight = m_curve.now && m_curve.proposed && *m_curve.proposed >= *m_curve.now;
  const auto vertical = [&](double price, const QColor& color, const QString& text, bool labelRight) {
    const double at = std::round(x(plot, price)) + 0.5;
    p.setPen(QPen(color, 1, Qt::CustomDashLine));
    QPen dashed(color, 1.2);
    dashed.setDashPattern({3, 3});
    p.setPen(dashed);
    p.drawLine(QPointF(at, whole.top() - 4), QPointF(at, whole.bottom()));
    p.setPen(color);
    const double textWidth = paint::tabularWidth(p.font(), text);
    const bool right = labelRight ? at + 4 + textWidth <= width() - 2 : at - 4 - textWidth < 2;
    const QRectF box(right ? at + 4 : at - 4 - textWidth, 1, textWidth + 1, 15);
    paint::tabularText(p, box, Qt::AlignLeft, text);
  };
  if (m_curve.now)
    vertical(*m_curve.now, t.muted, tr("now %1").arg(priceText(*m_curve.now)), !risesToRight);
  if (m_curve.proposed && m_curve.proposed != m_curve.now)
    vertical(*m_curve.proposed, t.accent, tr("proposed %1").arg(priceText(*m_curve.proposed)), risesToRight);
}

double DecisionChart::profitAt(double price) const {
  const auto& c = m_curve.profit;
  const auto right = std::lower_bound(c.begin(), c.end(), std::pair(price, -1e300));
  if (right == c.begin())
    return c.front().second;
  if (right == c.end())
    return c.back().second;
  const auto left = right - 1;
  return left->second + (right->second - left->second) * (price - left->first) / (right->first - left->first);
}

void DecisionChart::paintReading(QPainter& p, const Plot& profit, const QRectF& whole) const {
  const Tokens& t = m_theme.tokens();
  const double at = std::round(x(profit, *m_pointer)) + 0.5;
  QString text = priceText(*m_pointer);
  if (!m_curve.units.empty()) {
    const auto i =
        static_cast<std::size_t>(std::clamp((*m_pointer - m_curve.from) / (m_curve.to - m_curve.from), 0.0, 1.0) *
                                 static_cast<double>(m_curve.units.size() - 1));
    text += tr(" · %1 units").arg(plainNumber(m_curve.units[i].expected, m_curve.units[i].expected < 10 ? 1 : 0));
  }
  if (m_curve.profit.size() > 1 && *m_pointer >= m_curve.profit.front().first &&
      *m_pointer <= m_curve.profit.back().first)
    text += tr(" · profit %1").arg(signedNumber(profitAt(*m_pointer), 0));
  p.setPen(QPen(t.faint, 1));
  p.drawLine(QPointF(at, whole.top()), QPointF(at, whole.bottom()));
  const double textWidth = paint::tabularWidth(p.font(), text) + 12;
  QRectF box(std::clamp(at + 6, 2.0, std::max(2.0, width() - textWidth - 2)), whole.top() + 2, textWidth, 18);
  p.setPen(t.border);
  p.setBrush(t.raised);
  p.drawRoundedRect(box, 4, 4);
  p.setPen(t.text);
  paint::tabularText(p, box, Qt::AlignHCenter, text);
}

void DecisionChart::mouseMoveEvent(QMouseEvent* event) {
  const QRectF area = plotArea();
  const double at = event->position().x();
  if (m_curve.isEmpty() || at < area.left() || at > area.right())
    m_pointer.reset();
  else
    m_pointer = m_curve.from + (at - area.left()) / area.width() * (m_curve.to - m_curve.from);
  update();
}

void DecisionChart::leaveEvent(QEvent*) {
  m_pointer.reset();
  update();
}

void DecisionChart::keyPressEvent(QKeyEvent* event) {
  if (!event->matches(QKeySequence::Copy)) {
    QWidget::keyPressEvent(event);
    return;
  }
  QString tsv = tr("Price") + QLatin1Char('\t') + tr("Profit change a week") + QLatin1Char('\n');
  QLocale plain;
  plain.setNumberOptions(QLocale::OmitGroupSeparator);
  for (const auto& [price, gain] : m_curve.profit)
    tsv += moneyText(Money(std::llround(price), m_curve.currency), plain, false) + QLatin1Char('\t') +
           plain.toString(gain, 'f', 2) + QLatin1Char('\n');
  QGuiApplication::clipboard()->setText(tsv);
}

} // namespace pricewright
