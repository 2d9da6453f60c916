// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/WaterfallChart.h"

#include "controls/Paint.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kWaterfallTop = 6, kRow = 26, kLeastRow = 17, kValue = 58;

} // namespace

WaterfallChart::WaterfallChart(const Theme& theme, QWidget* parent) : Chart(theme, parent) {
  setTitle(tr("Why this price"));
  setAccessibleName(tr("From the price now to the proposed one, reason by reason: up and down read it off"));
}

const ListingCase* WaterfallChart::listing() const {
  if (!m_detail || !m_detail->pricingCase)
    return nullptr;
  const auto at = std::size_t(std::max(0, m_detail->listingIndex));
  return at < m_detail->pricingCase->listings.size() ? &m_detail->pricingCase->listings[at] : nullptr;
}

QString WaterfallChart::money(qint64 minor) const {
  return moneyText(Money(minor, m_detail->decision.current.currency()));
}

void WaterfallChart::setDetail(const DecisionDetailPtr& detail) {
  m_detail = detail;
  m_bars.clear();
  if (detail && detail->view && detail->view->waterfall.from.isValid()) {
    const PriceWaterfall& w = detail->view->waterfall;
    const double now = double(w.from.minor()), then = double(w.to.minor());
    m_bars.push_back({tr("now"), moneyText(w.from), tr("price in force"), 0, now, -1, 0, w.from.minor()});
    for (std::size_t i = 0; i < w.steps.size(); ++i) {
      const PriceStep& s = w.steps[i];
      const double from = double(s.toMinor - s.byMinor), to = double(s.toMinor);
      const QString by = (s.byMinor > 0 ? QStringLiteral("+") : QStringLiteral("−")) + money(std::abs(s.byMinor));
      m_bars.push_back(
          {labelOf(s), by, wordsOf(s), std::min(from, to), std::max(from, to), int(i), s.byMinor, s.toMinor});
    }
    m_bars.push_back(
        {tr("proposed"), moneyText(w.to), tr("price that would be published"), 0, then, -1, 0, w.to.minor()});
  }
  changed();
}

const PriceStep* WaterfallChart::stepAt(int place) const {
  if (place < 0 || place >= places() || m_bars[std::size_t(place)].step < 0)
    return nullptr;
  return &m_detail->view->waterfall.steps[std::size_t(m_bars[std::size_t(place)].step)];
}

QString WaterfallChart::labelOf(const PriceStep& s) const {
  switch (s.cause) {
  case PriceCause::Model:
    if (const ListingCase* l = listing(); l && l->demand.usable)
      return tr("model, elasticity %1").arg(plainNumber(l->demand.mean[kOwnRegular], 1));
    return tr("model");
  case PriceCause::Competitor:
    return tr("competitors");
  case PriceCause::Cost:
    return s.name.isEmpty() ? tr("cost") : s.name;
  case PriceCause::Rule:
    return s.name.isEmpty() ? codeText(s.code) : s.name;
  case PriceCause::History:
    return tr("earlier prices");
  case PriceCause::Person:
    return s.name;
  case PriceCause::Limit:
    return codeText(s.code);
  case PriceCause::Allowed:
    return tr("nearest allowed");
  case PriceCause::Held:
    return codeText(s.code);
  case PriceCause::Unknown:
    break;
  }
  return tr("cannot be told");
}

QString WaterfallChart::wordsOf(const PriceStep& s) const {
  switch (s.cause) {
  case PriceCause::Model:
    return tr("the price that earns most by the demand curve; elasticity, cost and competitors in one");
  case PriceCause::Competitor:
    return s.code == u"lowest" ? tr("what the cheapest competitor asks") : tr("the median of what competitors ask");
  case PriceCause::Cost:
    return tr("cost with its markup");
  case PriceCause::Rule:
    return tr("rule: %1").arg(codeText(s.code));
  case PriceCause::History:
    return tr("the average of the prices that were in force");
  case PriceCause::Person:
    return tr("typed by a person");
  case PriceCause::Limit:
    return tr("a limit moved the price");
  case PriceCause::Allowed:
    return tr("ladder, corridor, and how far one cycle may go");
  case PriceCause::Held:
    return tr("the price in force stays");
  case PriceCause::Unknown:
    break;
  }
  return tr("the stored figures do not say why");
}

QString WaterfallChart::note() const {
  if (!m_detail || !m_detail->view)
    return {};
  for (const PriceStep& s : m_detail->view->waterfall.steps)
    if (s.cause == PriceCause::Model)
      return tr("Elasticity, cost and competitors act together in the model: no share of its own can be told.");
  return m_bars.size() == 2 ? tr("Nothing moves the price: %1").arg(codeText(m_detail->decision.recommendation.outcome))
                            : QString();
}

QString WaterfallChart::summary() const {
  if (!m_detail)
    return {};
  if (isEmpty())
    return tr("There is no price in force to start from.");
  QStringList parts;
  for (int i = 0; i < places(); ++i)
    parts << reading(i);
  if (!note().isEmpty())
    parts << note();
  return parts.join(QStringLiteral("; "));
}

QString WaterfallChart::reading(int place) const {
  const Bar& b = m_bars[std::size_t(place)];
  return tr("%1 %2: %3").arg(b.label, b.value, b.words);
}

ReportTable WaterfallChart::table() const {
  ReportTable t;
  t.title = title();
  t.columns = {tr("Reason"), tr("By"), tr("Price after"), tr("Currency"), tr("What it is")};
  t.isText = {true, false, false, true, true};
  for (const Bar& b : m_bars) {
    const Currency currency = m_detail->decision.current.currency();
    t.rows.push_back({b.label, b.step < 0 ? QString() : Money(b.by, currency).toString(),
                      Money(b.to, currency).toString(), currency.code(), b.words});
  }
  return t;
}

double WaterfallChart::noteHeight(const QRectF& area, const ChartLook& look) const {
  const QString text = note();
  const double rows = double(m_bars.size()) * kLeastRow + kWaterfallTop;
  if (text.isEmpty() || area.height() < rows + 20)
    return 0;
  const QFontMetricsF metrics(look.axis);
  const double wanted = metrics.boundingRect(QRectF(0, 0, area.width() - 24, 200), Qt::TextWordWrap, text).height() + 6;
  return area.height() >= rows + wanted ? wanted : 0;
}

QRectF WaterfallChart::rowOf(const QRectF& area, int place) const {
  const double room = area.height() - kWaterfallTop - noteHeight(area, look());
  const double height = std::clamp(room / double(std::max<std::size_t>(1, m_bars.size())), 12.0, kRow);
  return {area.left() + 12, area.top() + kWaterfallTop + place * height, area.width() - 24, height};
}

void WaterfallChart::draw(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setRenderHint(QPainter::Antialiasing);
  const Tokens& t = look.tokens;
  p.setFont(look.axis);
  if (isEmpty())
    return drawSummary(p, area, look);
  // Steps are small beside prices: the scale begins a little below the lowest of them.
  double low = 1e300, high = 0, labels = 0;
  for (const Bar& b : m_bars) {
    low = std::min(low, b.step < 0 ? b.high : b.low);
    high = std::max(high, b.high);
    labels = std::max(labels, QFontMetricsF(look.axis).horizontalAdvance(b.label));
  }
  low -= std::max((high - low) * 0.45, high * 0.02);
  const double left = std::min(labels + 10, (area.width() - 24) * 0.45);
  const double width = std::max(20.0, area.width() - 24 - left - kValue);
  const auto x = [&](double minor) { return area.left() + 12 + left + (minor - low) / (high - low) * width; };
  for (int i = 0; i < places(); ++i) {
    const Bar& b = m_bars[std::size_t(i)];
    const QRectF row = rowOf(area, i);
    const double from = b.step < 0 ? x(low) : x(b.low), to = std::max(x(b.high), from + 2);
    const bool last = i + 1 == places();
    p.setPen(b.step < 0 ? t.text : t.muted);
    paint::elidedText(p, QRectF(row.left(), row.top(), left - 8, row.height()).toRect(),
                      Qt::AlignRight | Qt::AlignVCenter, b.label);
    p.setPen(Qt::NoPen);
    p.setBrush(b.step < 0 ? (last ? t.accent : t.faint) : (b.by > 0 ? t.positive : t.negative));
    const double thick = std::min(13.0, row.height() - 5);
    p.drawRoundedRect(QRectF(from, row.center().y() - thick / 2, to - from, thick), 2, 2);
    if (!last) { // where the next one begins
      p.setPen(QPen(t.faint, 1));
      const double at = std::round(x(double(b.to))) + 0.5;
      p.drawLine(QPointF(at, row.center().y() + thick / 2), QPointF(at, row.bottom() + row.height() / 2 - thick / 2));
    }
    p.setPen(b.step < 0 ? t.text : (b.by > 0 ? t.positive : t.negative));
    paint::tabularText(p, QRectF(to + 6, row.top(), kValue - 6, row.height()), Qt::AlignLeft, b.value);
  }
  if (const double height = noteHeight(area, look); height > 0) {
    p.setPen(t.muted);
    p.drawText(QRectF(area.left() + 12, area.bottom() - height, area.width() - 24, height),
               Qt::AlignBottom | Qt::TextWordWrap, note());
  }
}

void WaterfallChart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
  const QRectF row = rowOf(area, place);
  QColor ground = look.tokens.accent;
  ground.setAlphaF(0.08f);
  p.setPen(Qt::NoPen);
  p.setBrush(ground);
  p.drawRoundedRect(row.adjusted(-6, 1, 6, -1), 4, 4);
  const Bar& b = m_bars[std::size_t(place)];
  p.setFont(look.axis);
  const QFontMetricsF metrics(look.axis);
  const double width = std::min(metrics.horizontalAdvance(b.words) + 14, area.width() - 8);
  const double top = row.bottom() + 20 < area.bottom() ? row.bottom() + 1 : row.top() - 19;
  const QRectF box(area.right() - width - 4, top, width, 18);
  p.setPen(look.tokens.border);
  p.setBrush(look.tokens.raised);
  p.drawRoundedRect(box, 4, 4);
  p.setPen(look.tokens.text);
  paint::elidedText(p, box.adjusted(6, 0, -6, 0).toRect(), Qt::AlignCenter, b.words);
}

int WaterfallChart::placeAt(const QPointF& where) const {
  for (int i = 0; i < places(); ++i)
    if (rowOf(QRectF(rect()), i).contains(QPointF(rowOf(QRectF(rect()), i).center().x(), where.y())))
      return i;
  return -1;
}

void WaterfallChart::keyPressEvent(QKeyEvent* event) {
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  if (bare && event->key() == Qt::Key_Down && readingKey(Qt::Key_Right))
    return;
  if (bare && event->key() == Qt::Key_Up && readingKey(Qt::Key_Left))
    return;
  Chart::keyPressEvent(event);
}

} // namespace pricewright
