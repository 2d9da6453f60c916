// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/FrontierChart.h"

#include "charts/DecisionCurve.h"
#include "controls/Paint.h"
#include "itemmodels/Format.h"

#include <QPainter>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kFrontierLeft = 58, kFrontierBottom = 36, kFrontierTop = 26, kFrontierRight = 16;

} // namespace

FrontierChart::FrontierChart(const Theme& theme, QWidget* parent) : Chart(theme, parent) {
  setTitle(tr("Profit against revenue"));
  setSubject(QStringLiteral("frontier"));
  setAccessibleName(tr("Profit against revenue: left and right read the plans off"));
}

void FrontierChart::setFrontier(std::vector<FrontierPoint> points) {
  m_points = std::move(points);
  std::stable_sort(m_points.begin(), m_points.end(),
                   [](const FrontierPoint& a, const FrontierPoint& b) { return a.revenue < b.revenue; });
  changed();
}

void FrontierChart::setMarks(std::vector<Mark> marks) {
  m_marks = std::move(marks);
  if (m_marks.size() > kMostMarks)
    m_marks.resize(kMostMarks);
  changed();
}

FrontierChart::Frame FrontierChart::frameOf(const QRectF& area) const {
  Frame f;
  f.plot = area.adjusted(kFrontierLeft, kFrontierTop, -kFrontierRight, -kFrontierBottom);
  f.left = f.right = f.low = f.high = 0; // today is always in view
  const auto cover = [&](double revenue, double profit) {
    f.left = std::min(f.left, revenue), f.right = std::max(f.right, revenue);
    f.low = std::min(f.low, profit), f.high = std::max(f.high, profit);
  };
  for (const FrontierPoint& p : m_points)
    cover(p.revenue, p.profit);
  for (const Mark& m : m_marks)
    cover(m.revenue, m.profit);
  const auto widen = [](double& low, double& high) {
    const double by = std::max(0.08 * (high - low), 1e-6);
    low -= by, high += by;
  };
  widen(f.left, f.right), widen(f.low, f.high);
  return f;
}

QString FrontierChart::summary() const {
  if (isEmpty())
    return tr("Nothing is planned yet. Plan a scenario, or draw the frontier.");
  if (m_points.empty())
    return tr("%n scenario(s)", nullptr, int(m_marks.size()));
  const FrontierPoint &first = m_points.front(), &last = m_points.back();
  return tr("from revenue %1 and profit %2 to revenue %3 and profit %4 a week")
      .arg(signedNumber(first.revenue, 0), signedNumber(first.profit, 0), signedNumber(last.revenue, 0),
           signedNumber(last.profit, 0));
}

QString FrontierChart::reading(int place) const {
  const FrontierPoint& p = m_points[std::size_t(place)];
  return tr("revenue %1, profit %2 a week · %3 changes · weight of profit %4 %")
      .arg(signedNumber(p.revenue, 0), signedNumber(p.profit, 0), QLocale().toString(p.changes),
           QLocale().toString(int(std::lround(100 * p.profitWeight))));
}

ReportTable FrontierChart::table() const {
  ReportTable t;
  t.title = title();
  t.columns = {tr("Plan"), tr("Weight of profit %"), tr("Revenue a week"), tr("Profit a week"), tr("Changes")};
  t.isText = {true, false, false, false, false};
  for (const FrontierPoint& p : m_points)
    t.rows.push_back({tr("frontier"), QString::number(100 * p.profitWeight), QString::number(p.revenue, 'f', 2),
                      QString::number(p.profit, 'f', 2), QString::number(p.changes)});
  for (const Mark& m : m_marks)
    t.rows.push_back({m.name, {}, QString::number(m.revenue, 'f', 2), QString::number(m.profit, 'f', 2), {}});
  return t;
}

void FrontierChart::draw(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setRenderHint(QPainter::Antialiasing);
  if (isEmpty())
    return drawSummary(p, area, look);
  const Frame f = frameOf(area);
  if (f.plot.width() < 40 || f.plot.height() < 30)
    return;
  drawGround(p, f, area, look);
  QPolygonF line;
  for (const FrontierPoint& point : m_points)
    line << f.at(point.revenue, point.profit);
  p.setPen(QPen(look.tokens.accent, 2));
  p.setBrush(Qt::NoBrush);
  p.drawPolyline(line);
  drawNames(p, f, look);
  p.setPen(QPen(look.tokens.accent, 2)); // over all names: one may be cut, a point that can be clicked never
  p.setBrush(look.tokens.surface);
  for (const QPointF& at : line)
    p.drawEllipse(at, 3, 3);
  drawMarks(p, f, look);
}

void FrontierChart::drawGround(QPainter& p, const Frame& f, const QRectF& area, const ChartLook& look) const {
  p.setFont(look.axis);
  for (const double tick : roundTicks(f.low, f.high, f.plot.height() < 120 ? 3 : 5)) {
    const double y = std::round(f.at(f.left, tick).y()) + 0.5;
    p.setPen(QPen(tick == 0 ? look.tokens.muted : look.tokens.grid, 1));
    p.drawLine(QPointF(f.plot.left(), y), QPointF(f.plot.right(), y));
    p.setPen(look.tokens.muted);
    paint::tabularText(p, QRectF(area.left(), y - 8, kFrontierLeft - 6, 16), Qt::AlignRight, signedNumber(tick, 0));
  }
  for (const double tick : roundTicks(f.left, f.right, f.plot.width() < 260 ? 3 : 5)) {
    const double x = std::round(f.at(tick, f.low).x()) + 0.5;
    p.setPen(QPen(tick == 0 ? look.tokens.muted : look.tokens.grid, 1));
    p.drawLine(QPointF(x, f.plot.top()), QPointF(x, f.plot.bottom()));
    p.setPen(look.tokens.muted);
    paint::tabularText(p, QRectF(x - 36, f.plot.bottom() + 3, 72, 14), Qt::AlignHCenter, signedNumber(tick, 0));
  }
  const QString mark = m_currency.isValid() ? currencyMark(m_currency) : QString();
  paint::elidedText(p, QRectF(area.left(), f.plot.bottom() + 18, area.width(), 16).toRect(), Qt::AlignRight,
                    tr("change of revenue a week, %1").arg(mark));
  paint::elidedText(p, QRectF(area.left(), area.top(), area.width(), 16).toRect(), Qt::AlignLeft,
                    tr("change of profit a week, %1").arg(mark));
}

void FrontierChart::drawNames(QPainter& p, const Frame& f, const ChartLook& look) const {
  std::vector<double> wanted;
  for (const Mark& m : m_marks)
    wanted.push_back(f.at(m.revenue, m.profit).y() - 10);
  const std::vector<double> labels = spreadLabels(wanted, 14, f.plot.top() + 4, f.plot.bottom() - 6);
  p.setFont(look.label);
  for (std::size_t k = 0; k < m_marks.size(); ++k) {
    const Mark& m = m_marks[k];
    const double x = f.at(m.revenue, m.profit).x();
    const bool leftwards = x > f.plot.center().x();
    const QRectF box = leftwards ? QRectF(f.plot.left(), labels[k] - 8, x - f.plot.left() - 8, 16)
                                 : QRectF(x + 8, labels[k] - 8, f.plot.right() - x - 8, 16);
    const double width = std::min(box.width(), p.fontMetrics().horizontalAdvance(m.name) + 4.0);
    const QRectF behind(leftwards ? box.right() - width : box.left() - 2, box.top() + 1, width, 14);
    QColor ground = look.tokens.surface; // the frontier may run through it, and is still seen
    ground.setAlphaF(0.75f);
    p.fillRect(behind, ground);
    p.setPen(m.focused ? look.tokens.text : look.tokens.muted);
    paint::elidedText(p, box.toRect(), (leftwards ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, m.name);
  }
}

void FrontierChart::drawMarks(QPainter& p, const Frame& f, const ChartLook& look) const {
  for (const Mark& m : m_marks) {
    const QPointF at = f.at(m.revenue, m.profit);
    const QColor color = m.focused ? look.tokens.accent : look.tokens.series1;
    p.setPen(QPen(color, 1.5));
    p.setBrush(m.focused ? QBrush(color) : QBrush(look.tokens.surface));
    p.drawRect(QRectF(at.x() - 4, at.y() - 4, 8, 8));
  }
}

double FrontierChart::xOfPlace(int place, const QRectF& area) const {
  const FrontierPoint& p = m_points[std::size_t(place)];
  return frameOf(area).at(p.revenue, p.profit).x();
}

void FrontierChart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
  drawReadingLine(p, frameOf(area).plot, area, look, xOfPlace(place, area), reading(place));
}

} // namespace pricewright
