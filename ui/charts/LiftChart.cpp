// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/LiftChart.h"

#include "base/Words.h"
#include "charts/DecisionCurve.h"
#include "controls/Paint.h"
#include "engine/texts/Texts.h"
#include "itemmodels/ExperimentWords.h"
#include "itemmodels/Format.h"

#include <QPainter>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kLiftTop = 12;
constexpr double kLeastSpan = 0.02; // so that a test of nothing is no mountain range

QString tickText(double lift) {
  const double percent = 100 * lift;
  return s("%1 %").arg(signedNumber(percent, std::abs(percent - std::round(percent)) < 1e-6 ? 0 : 1));
}

} // namespace

LiftChart::LiftChart(const Theme& theme, QWidget* parent) : Chart(theme, parent) {
  setTitle(tr("Lift over the days"));
  setSubject(QStringLiteral("lift"));
  setAccessibleName(tr("Lift over the days: left and right read the looks off"));
}

void LiftChart::setCard(const ExperimentCard& card) {
  m_looks.clear();
  m_newestWhy.clear();
  m_why = card.looks.empty() ? tr("Not looked at yet.") : tr("Nothing can be said yet.");
  for (const ExperimentLook& look : card.looks)
    if (!look.reading.figures.empty()) {
      const TestFigure& f = look.reading.figures.front();
      m_newestWhy = f.isRelative() ? QString() : errorText(fail(f.why));
      if (!f.isRelative()) // what is drawn are percents
        continue;
      m_looks.push_back({look.reading.day, look.reading.until, f.lift, f.low, f.high, look.reading.share, f.p});
    }
  m_end = std::max(1, card.days > 0 ? card.days : card.row.plan.days);
  m_isExtended = m_end > card.row.plan.days;
  m_equivalence = card.row.plan.equivalenceBp / 10'000.0;
  m_level = levelText(card.row.plan);
  m_metric = metricWord(card.row.plan.metric);
  m_challenger = card.row.plan.model;
  setSubject(card.row.plan.name);
  changed();
}

void LiftChart::clear(const QString& why) {
  m_looks.clear();
  m_newestWhy.clear();
  m_why = why;
  changed();
}

QString LiftChart::summary() const {
  if (isEmpty())
    return m_newestWhy.isEmpty() ? m_why : m_newestWhy;
  const Look& last = m_looks.back();
  const QString words = m_challenger.isEmpty()
                            ? tr("%1 %2 at the new price on day %3 of %4, %5 interval %6, valid at all looks")
                            : tr("%1 %2 where the challenger decides on day %3 of %4, %5 interval %6, valid at all "
                                 "looks");
  const QString told = words.arg(m_metric, liftText(last.lift), QLocale().toString(last.day), QLocale().toString(m_end),
                                 m_level, intervalText(last.low, last.high));
  return m_newestWhy.isEmpty() ? told : told + QStringLiteral(". ") + m_newestWhy;
}

QString LiftChart::reading(int place) const {
  const Look& l = m_looks[std::size_t(place)];
  return tr("day %1, sales until %2: %3 %4 · %5 % of the plan")
      .arg(QLocale().toString(l.day), dayText(l.until), liftText(l.lift), intervalText(l.low, l.high),
           QLocale().toString(int(std::lround(100 * l.share))));
}

ReportTable LiftChart::table() const {
  ReportTable t;
  t.title = title();
  t.columns = {tr("Day"), tr("Sales until"), tr("Lift %"), tr("Low %"), tr("High %"), tr("Of the plan %"), tr("p")};
  t.isText = {false, true, false, false, false, false, false};
  for (const Look& l : m_looks)
    t.rows.push_back({QString::number(l.day), isoDay(l.until), QString::number(100 * l.lift, 'f', 3),
                      QString::number(100 * l.low, 'f', 3), QString::number(100 * l.high, 'f', 3),
                      QString::number(100 * l.share, 'f', 1), QString::number(l.p, 'g', 4)});
  return t;
}

// The first looks know little: what is wider than a few times the newest interval runs out of the plot.
LiftChart::Frame LiftChart::frameOf(const QRectF& area) const {
  Frame f{TestDays(area, kLiftTop, m_end)};
  const Look& last = m_looks.back();
  double low = std::min(0.0, -m_equivalence), high = std::max(0.0, m_equivalence);
  const double most = std::max({3 * (last.high - last.low), 2 * std::abs(last.lift), kLeastSpan});
  for (const Look& l : m_looks) {
    f.days = std::max(f.days, double(l.day));
    low = std::min({low, l.lift, std::max(l.low, -most)});
    high = std::max({high, l.lift, std::min(l.high, most)});
  }
  const double room = 0.06 * std::max(high - low, kLeastSpan);
  f.low = low - room, f.high = high + room;
  return f;
}

void LiftChart::draw(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setRenderHint(QPainter::Antialiasing);
  if (isEmpty())
    return drawSummary(p, area, look);
  const Frame f = frameOf(area);
  if (f.plot.width() < 60 || f.plot.height() < 40)
    return drawSummary(p, area, look);
  drawGround(p, f, area, look);
  drawBand(p, f, look);
  drawEnd(p, f, area, look);
  drawLabels(p, f, area, look);
}

void LiftChart::drawGround(QPainter& p, const Frame& f, const QRectF& area, const ChartLook& look) const {
  const Tokens& t = look.tokens;
  if (m_equivalence > 0) {
    QColor band = t.muted;
    band.setAlphaF(0.16F);
    p.fillRect(QRectF(QPointF(f.plot.left(), f.y(m_equivalence)), QPointF(f.plot.right(), f.y(-m_equivalence))), band);
  }
  p.setFont(look.axis);
  for (const double tick : roundTicks(f.low, f.high, f.plot.height() < 130 ? 3 : 6)) {
    if (tick < f.low || tick > f.high)
      continue;
    const double y = std::round(f.y(tick)) + 0.5;
    const bool isZero = std::abs(tick) < 1e-9;
    p.setPen(QPen(isZero ? t.muted : t.grid, 1));
    p.drawLine(QPointF(f.plot.left(), y), QPointF(f.plot.right(), y));
    p.setPen(t.muted);
    f.drawTick(p, area, y, tickText(tick));
  }
  f.drawAxis(p, look);
}

void LiftChart::drawBand(QPainter& p, const Frame& f, const ChartLook& look) const {
  p.save();
  p.setClipRect(f.plot.adjusted(-4, 0, 4, 0));
  QPolygonF band, line;
  for (const Look& l : m_looks) {
    band << QPointF(f.x(l.day), f.y(l.high));
    line << QPointF(f.x(l.day), f.y(l.lift));
  }
  for (auto l = m_looks.rbegin(); l != m_looks.rend(); ++l)
    band << QPointF(f.x(l->day), f.y(l->low));
  QColor ground = look.tokens.accent;
  ground.setAlphaF(0.13F);
  if (m_looks.size() == 1) { // one look is no band yet: a whisker
    p.setPen(QPen(ground, 9, Qt::SolidLine, Qt::FlatCap));
    p.drawLine(band.first(), band.last());
  } else {
    p.setPen(Qt::NoPen);
    p.setBrush(ground);
    p.drawPolygon(band);
  }
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(look.tokens.accent, 2));
  p.drawPolyline(line);
  p.setPen(QPen(look.tokens.accent, 1.5));
  p.setBrush(look.tokens.surface);
  for (const QPointF& at : line)
    p.drawEllipse(at, 3, 3);
  p.restore();
}

void LiftChart::drawEnd(QPainter& p, const Frame& f, const QRectF&, const ChartLook& look) const {
  const double x = std::round(f.x(m_end)) + 0.5;
  p.setPen(QPen(look.tokens.muted, 1, Qt::DashLine));
  p.drawLine(QPointF(x, f.plot.top() - 4), QPointF(x, f.plot.bottom()));
  p.setFont(look.axis);
  p.setPen(look.tokens.muted);
  paint::elidedText(p, QRectF(f.plot.left(), f.plot.top() - 6, x - f.plot.left() - 6, 16).toRect(),
                    Qt::AlignRight | Qt::AlignVCenter, m_isExtended ? tr("end, extended") : tr("pre-registered end"));
}

// Beside the newest look; what does not fit there, in the margin with the name of the band.
void LiftChart::drawLabels(QPainter& p, const Frame& f, const QRectF& area, const ChartLook& look) const {
  const Tokens& t = look.tokens;
  const Look& last = m_looks.back();
  const double x = f.x(last.day) + 9, margin = f.labelsFrom();
  // Neither word stands on the line of no effect.
  double beside = f.y(last.lift);
  if (last.lift >= 0 && std::abs(beside + 8 - f.y(0)) < 9)
    beside -= 15;
  else if (last.lift < 0 && std::abs(beside - 7 - f.y(0)) < 9)
    beside += 15;
  struct Label {
    QString text;
    QFont font;
    QColor color;
    double y = 0;
    bool mayStandBeside = true;
  };
  std::vector<Label> labels{{liftText(last.lift), look.label, t.accent, beside - 7},
                            {tr("always-valid %1").arg(m_level), look.axis, t.muted, beside + 8}};
  if (m_equivalence > 0)
    labels.push_back(
        {tr("equivalence ±%1 %").arg(plainNumber(100 * m_equivalence, 0)), look.axis, t.muted, f.y(0), false});
  const auto put = [&](const Label& l, double left, double y, double right) {
    p.setFont(l.font);
    p.setPen(l.color);
    paint::tabularText(p, QRectF(left, y - 8, right - left, 16), Qt::AlignLeft, l.text);
  };
  std::vector<double> wanted;
  std::vector<Label> outside;
  for (const Label& l : labels)
    if (l.mayStandBeside && x + paint::tabularWidth(l.font, l.text) < f.x(m_end) - 3)
      put(l, x, l.y, f.plot.right());
    else
      outside.push_back(l), wanted.push_back(l.y);
  const std::vector<double> at = spreadLabels(wanted, 15, f.plot.top() + 8, f.plot.bottom() - 6);
  for (std::size_t i = 0; i < outside.size(); ++i)
    put(outside[i], margin, at[i], area.right());
}

double LiftChart::xOfPlace(int place, const QRectF& area) const {
  return frameOf(area).x(m_looks[std::size_t(place)].day);
}

void LiftChart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
  drawReadingLine(p, frameOf(area).plot, area, look, xOfPlace(place, area), reading(place));
}

} // namespace pricewright
