// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/EarningsWeeksChart.h"

#include "base/Words.h"
#include "charts/DecisionCurve.h"
#include "controls/Paint.h"
#include "itemmodels/Format.h"
#include "itemmodels/InsightsWords.h"

#include <QPainter>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kWeeksLeft = 52, kWeeksRight = 78, kWeeksTop = 12, kWeeksBottom = 24;

} // namespace

EarningsWeeksChart::EarningsWeeksChart(const Theme& theme, QWidget* parent) : Chart(theme, parent) {
  setAccessibleName(tr("Week by week: left and right read it off"));
  setSubject(s("weeks"));
}

void EarningsWeeksChart::setDashboard(const RevenueDashboard& d, BridgeMeasure measure) {
  m_weeks = {};
  m_currency = d.currency;
  const bool revenue = measure == BridgeMeasure::Revenue;
  for (const EarningsWeek& week : d.weeks)
    m_weeks[week.current ? 1 : 0].push_back({week.ends, revenue ? week.revenueMicro : week.profitMicro});
  m_name = revenue ? tr("Revenue a week") : tr("Profit a week");
  m_now = tr("now");
  m_before = d.wish.against == EarningsAgainst::LastYear ? tr("last year") : tr("before");
  setTitle(m_name);
  setSubject(revenue ? s("revenue-weeks") : s("profit-weeks"));
  changed();
}

QPointF EarningsWeeksChart::Frame::at(int week, double value) const {
  const double x = weeks > 1 ? plot.left() + plot.width() * week / (weeks - 1) : plot.center().x();
  return {x, plot.bottom() - plot.height() * (value - low) / (high - low)};
}

EarningsWeeksChart::Frame EarningsWeeksChart::frameOf(const QRectF& area) const {
  Frame f;
  f.plot = area.adjusted(kWeeksLeft, kWeeksTop, -kWeeksRight, -kWeeksBottom);
  f.weeks = places();
  double low = 1e300, high = -1e300;
  for (const auto& weeks : m_weeks)
    for (const Week& w : weeks)
      low = std::min(low, double(w.micro) / 1e6), high = std::max(high, double(w.micro) / 1e6);
  const double room = std::max({0.12 * (high - low), 0.01 * std::abs(high), 1.0});
  f.low = low - room, f.high = high + room;
  return f;
}

QString EarningsWeeksChart::summary() const {
  if (isEmpty())
    return tr("No sales yet: import them, and their weeks stand here.");
  qint64 sums[2] = {};
  for (const std::size_t side : {0, 1})
    for (const Week& w : m_weeks[side])
      sums[side] += w.micro;
  return tr("%1: %n week(s), %2 together, %3 in the period that is compared with", nullptr, places())
      .arg(m_name, microTextMarked(sums[1], m_currency), microTextMarked(sums[0], m_currency));
}

QString EarningsWeeksChart::reading(int place) const {
  const auto at = std::size_t(place);
  const Week& now = m_weeks[1][at];
  QString text = tr("week to %1: %2").arg(dayText(now.ends), microTextMarked(now.micro, m_currency));
  if (at < m_weeks[0].size())
    text +=
        s(" · ") + tr("to %1: %2").arg(dayText(m_weeks[0][at].ends), microTextMarked(m_weeks[0][at].micro, m_currency));
  return text;
}

ReportTable EarningsWeeksChart::table() const {
  ReportTable t;
  t.title = title();
  const QString unit = m_currency.isValid() ? m_currency.code() : QString();
  t.columns = {tr("Week to"), tr("%1 %2").arg(m_name, unit), tr("Compared week to"), tr("Compared %1").arg(unit)};
  t.isText = {true, false, true, false};
  const auto exact = [](qint64 micro) { return Decimal::fromMicros(micro).toString(); };
  for (std::size_t i = 0; i < m_weeks[1].size(); ++i) {
    const bool both = i < m_weeks[0].size();
    t.rows.push_back({isoDay(m_weeks[1][i].ends), exact(m_weeks[1][i].micro),
                      both ? isoDay(m_weeks[0][i].ends) : QString(), both ? exact(m_weeks[0][i].micro) : QString()});
  }
  return t;
}

void EarningsWeeksChart::draw(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setRenderHint(QPainter::Antialiasing);
  if (isEmpty())
    return drawSummary(p, area, look);
  const Frame f = frameOf(area);
  if (f.plot.width() < 40 || f.plot.height() < 30)
    return;
  p.setFont(look.axis);
  for (const double tick : roundTicks(f.low, f.high, f.plot.height() < 120 ? 3 : 4)) {
    if (tick < f.low || tick > f.high)
      continue;
    const double y = std::round(f.at(0, tick).y()) + 0.5;
    p.setPen(QPen(tick == 0 ? look.tokens.muted : look.tokens.grid, 1));
    p.drawLine(QPointF(f.plot.left(), y), QPointF(f.plot.right(), y));
    p.setPen(look.tokens.muted);
    paint::tabularText(p, QRectF(area.left(), y - 8, kWeeksLeft - 8, 16), Qt::AlignRight, axisNumber(tick));
  }
  const int every = std::max(1, int(std::ceil(64.0 * std::max(1, f.weeks - 1) / f.plot.width())));
  for (int week = f.weeks - 1; week >= 0; week -= every) {
    const QRectF box(f.at(week, f.low).x() - 36, f.plot.bottom() + 6, 72, 14);
    p.setPen(look.tokens.muted);
    paint::tabularText(p, box, Qt::AlignHCenter, dayText(m_weeks[1][std::size_t(week)].ends));
  }
  std::vector<double> wanted;
  for (const std::size_t side : {0, 1})
    wanted.push_back(m_weeks[side].empty()
                         ? f.plot.bottom()
                         : f.at(int(m_weeks[side].size()) - 1, double(m_weeks[side].back().micro) / 1e6).y());
  const std::vector<double> labels = spreadLabels(wanted, 15, f.plot.top(), f.plot.bottom());
  drawLine(p, f, area, look, 0, labels[0]);
  drawLine(p, f, area, look, 1, labels[1]);
}

void EarningsWeeksChart::drawLine(QPainter& p, const Frame& f, const QRectF& area, const ChartLook& look,
                                  std::size_t side, double labelAt) const {
  const auto& weeks = m_weeks[side];
  if (weeks.empty())
    return;
  QPolygonF line;
  for (std::size_t i = 0; i < weeks.size(); ++i)
    line << f.at(int(i), double(weeks[i].micro) / 1e6);
  const bool now = side == 1;
  p.setBrush(Qt::NoBrush);
  p.setPen(now ? QPen(look.tokens.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)
               : QPen(look.tokens.muted, 1.3, Qt::DashLine));
  if (line.size() > 1)
    p.drawPolyline(line);
  if (now || line.size() == 1) {
    p.setBrush(now ? look.tokens.accent : look.tokens.surface);
    p.drawEllipse(line.last(), 2.5, 2.5);
  }
  p.setPen(now ? look.tokens.text : look.tokens.muted);
  p.setFont(look.label);
  paint::elidedText(p, QRectF(line.last().x() + 8, labelAt - 8, area.right() - line.last().x() - 10, 16).toRect(),
                    Qt::AlignLeft | Qt::AlignVCenter, now ? m_now : m_before);
}

double EarningsWeeksChart::xOfPlace(int place, const QRectF& area) const { return frameOf(area).at(place, 0).x(); }

void EarningsWeeksChart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
  drawReadingLine(p, frameOf(area).plot, area, look, xOfPlace(place, area), reading(place));
}

} // namespace pricewright
