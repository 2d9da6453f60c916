// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/BridgeChart.h"

#include "base/Words.h"
#include "controls/Paint.h"
#include "itemmodels/Format.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kBridgeMost = 26, kBridgePad = 4;

QString signedMoney(qint64 minor, Currency currency) {
  return (minor > 0 ? s("+") : QString()) + moneyText(Money(minor, currency));
}

} // namespace

BridgeChart::BridgeChart(const Theme& theme, QWidget* parent) : Chart(theme, parent) {
  setTitle(tr("Why it changed"));
  setSubject(s("bridge"));
  setAccessibleName(tr("Why it changed: up and down read it off"));
}

void BridgeChart::clear() {
  m_bars.clear();
  changed();
}

void BridgeChart::setParts(const BridgeParts& exact, Currency currency, BridgeMeasure measure, const QString& of) {
  m_bars.clear();
  m_currency = currency;
  m_name = measure == BridgeMeasure::Revenue ? tr("Revenue") : tr("Profit");
  const BridgeParts p = inMinorUnits(exact, currency);
  qint64 at = p.before;
  m_bars.push_back({tr("before"), tr("the period that is compared with"), 0, p.before, exact.before, true});
  const auto step = [&](const QString& label, const QString& what, qint64 minor, qint64 micro, bool always) {
    if (micro == 0 && minor == 0 && !always)
      return;
    m_bars.push_back({label, what, at, at + minor, micro, false});
    at += minor;
  };
  step(tr("price"), tr("other net prices, VAT included"), p.price, exact.price, true);
  step(tr("volume"), tr("everything sold more, or less, by one factor"), p.volume, exact.volume, true);
  step(tr("mix"), tr("more of what brings much a unit, or little"), p.mix, exact.mix, true);
  step(tr("cost"), tr("other costs a unit"), p.cost, exact.cost, measure == BridgeMeasure::Profit);
  step(tr("currency"), tr("other exchange rates"), p.currency, exact.currency, false);
  step(tr("new"), tr("sold now, not before"), p.added, exact.added, false);
  step(tr("discontinued"), tr("sold before, not now"), p.dropped, exact.dropped, false);
  step(tr("returns"), tr("no price can be told"), p.returns, exact.returns, false);
  step(tr("cost unknown"), tr("known in one of the periods only"), p.costUnknown, exact.costUnknown, false);
  m_bars.push_back({tr("now"), tr("this period"), 0, p.after, exact.after, true});
  const bool revenue = measure == BridgeMeasure::Revenue;
  if (of.isEmpty())
    setTitle(revenue ? tr("Why revenue changed") : tr("Why profit changed"));
  else
    setTitle((revenue ? tr("Why revenue of %1 changed") : tr("Why profit of %1 changed")).arg(of));
  setSubject(revenue ? s("revenue-bridge") : s("profit-bridge"));
  changed();
}

qint64 BridgeChart::shownSum() const {
  qint64 sum = 0;
  for (const Bar& b : m_bars)
    sum += b.isTotal ? 0 : b.to - b.from;
  return sum;
}

qint64 BridgeChart::shownChange() const { return isEmpty() ? 0 : m_bars.back().to - m_bars.front().to; }

QString BridgeChart::valueText(const Bar& b) const {
  return b.isTotal ? moneyText(Money(b.to, m_currency)) : signedMoney(b.to - b.from, m_currency);
}

QString BridgeChart::summary() const {
  if (isEmpty())
    return tr("No sales to compare yet.");
  QStringList parts;
  for (const Bar& b : m_bars)
    if (!b.isTotal && b.to != b.from)
      parts << s("%1 %2").arg(b.label, valueText(b));
  return tr("%1 changed by %2 %3: %4")
      .arg(m_name, signedMoney(shownChange(), m_currency), currencyMark(m_currency), parts.join(s(", ")));
}

QString BridgeChart::reading(int place) const {
  const Bar& b = m_bars[std::size_t(place)];
  const double base = double(m_bars.front().to);
  const QString share =
      b.isTotal || base <= 0 ? QString() : s(" · %1 %").arg(signedNumber(100 * double(b.to - b.from) / base, 2));
  return s("%1: %2 %3%4 · %5").arg(b.label, valueText(b), currencyMark(m_currency), share, b.what);
}

ReportTable BridgeChart::table() const {
  ReportTable t;
  t.title = title();
  t.columns = {tr("Part"), m_currency.isValid() ? m_currency.code() : tr("Amount")};
  t.isText = {true, false};
  for (const Bar& b : m_bars)
    t.rows.push_back({b.label, Decimal::fromMicros(b.micro).toString()});
  return t;
}

QRectF BridgeChart::rowOf(const QRectF& area, int place) const {
  const double height = std::min(kBridgeMost, (area.height() - 2 * kBridgePad) / std::max(1, places()));
  return {area.left() + 8, area.top() + kBridgePad + place * height, area.width() - 16, height};
}

void BridgeChart::draw(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setRenderHint(QPainter::Antialiasing);
  const Tokens& t = look.tokens;
  if (isEmpty())
    return drawSummary(p, area, look);
  p.setFont(look.axis);
  double low = 1e300, high = -1e300, labels = 0, values = 0;
  for (const Bar& b : m_bars) {
    for (const qint64 edge : {b.isTotal ? b.to : b.from, b.to})
      low = std::min(low, double(edge)), high = std::max(high, double(edge));
    labels = std::max(labels, QFontMetricsF(look.axis).horizontalAdvance(b.label));
    values = std::max(values, paint::tabularWidth(look.axis, valueText(b)));
  }
  // Steps are small beside the whole: the scale is cut below the lowest of them, and the totals fade out to say so.
  const bool isCut = low > 0 && high - low < 0.6 * high;
  low = isCut ? low - std::max(0.3 * (high - low), 0.01 * high) : std::min(low, 0.0);
  high = std::max(high, isCut ? high : 0.0);
  const double left = std::min(labels + 12, 0.4 * area.width());
  const double width = std::max(20.0, area.width() - 24 - left - values - 10), start = area.left() + 8 + left;
  const auto x = [&](double minor) { return start + (high > low ? (minor - low) / (high - low) : 0) * width; };
  for (int i = 0; i < places(); ++i) {
    const Bar& b = m_bars[std::size_t(i)];
    const QRectF row = rowOf(area, i);
    const double from = b.isTotal ? x(isCut ? low : 0) : x(double(std::min(b.from, b.to)));
    const double to = std::max(b.isTotal ? x(double(b.to)) : x(double(std::max(b.from, b.to))), from + 1.5);
    const qint64 by = b.to - b.from;
    p.setPen(b.isTotal ? t.text : t.muted);
    paint::elidedText(p, QRectF(row.left(), row.top(), left - 8, row.height()).toRect(),
                      Qt::AlignRight | Qt::AlignVCenter, b.label);
    const QColor color = b.isTotal ? (i == 0 ? t.muted : t.accent)
                         : by > 0  ? t.positive
                         : by < 0  ? t.negative
                                   : t.faint;
    const double thick = std::min(13.0, row.height() - 5);
    const QRectF bar(from, row.center().y() - thick / 2, to - from, thick);
    p.setPen(Qt::NoPen);
    if (b.isTotal && isCut) {
      QLinearGradient fade(bar.topLeft(), bar.topRight());
      QColor none = color;
      none.setAlphaF(0);
      fade.setColorAt(0, none);
      fade.setColorAt(std::min(1.0, 40 / std::max(40.0, bar.width())), color);
      p.setBrush(fade);
    } else {
      p.setBrush(color);
    }
    p.drawRoundedRect(bar, 2, 2);
    if (i + 1 < places()) {
      p.setPen(QPen(t.faint, 1));
      const double at = std::round(x(double(b.to))) + 0.5;
      p.drawLine(QPointF(at, bar.bottom()), QPointF(at, rowOf(area, i + 1).center().y() - thick / 2));
    }
    p.setPen(b.isTotal || by == 0 ? t.text : by > 0 ? t.positive : t.negative);
    paint::tabularText(p, QRectF(to + 6, row.top(), values + 6, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                       valueText(b));
  }
}

void BridgeChart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
  const QRectF row = rowOf(area, place);
  QColor ground = look.tokens.accent;
  ground.setAlphaF(0.08f);
  p.setPen(Qt::NoPen);
  p.setBrush(ground);
  p.drawRoundedRect(row.adjusted(-4, 1, 4, -1), 4, 4);
  p.setFont(look.axis);
  const QString words = reading(place);
  const double width = std::min(paint::tabularWidth(p.font(), words) + 14, area.width() - 8);
  const double top = row.bottom() + 20 < area.bottom() ? row.bottom() + 1 : row.top() - 19;
  const QRectF box(area.right() - width - 4, top, width, 18);
  p.setPen(look.tokens.border);
  p.setBrush(look.tokens.raised);
  p.drawRoundedRect(box, 4, 4);
  p.setPen(look.tokens.text);
  paint::elidedText(p, box.adjusted(6, 0, -6, 0).toRect(), Qt::AlignCenter, words);
}

int BridgeChart::placeAt(const QPointF& where) const {
  for (int i = 0; i < places(); ++i)
    if (const QRectF row = rowOf(QRectF(rect()), i); where.y() >= row.top() && where.y() < row.bottom())
      return i;
  return -1;
}

void BridgeChart::keyPressEvent(QKeyEvent* event) {
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  if (bare && event->key() == Qt::Key_Down && readingKey(Qt::Key_Right))
    return;
  if (bare && event->key() == Qt::Key_Up && readingKey(Qt::Key_Left))
    return;
  Chart::keyPressEvent(event);
}

} // namespace pricewright
