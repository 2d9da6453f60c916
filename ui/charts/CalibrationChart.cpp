// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/CalibrationChart.h"

#include "controls/Paint.h"

#include <QPainter>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kLeft = 40, kBottom = 34, kTop = 22, kRight = 12;

QString share(double value) { return QLocale().toString(100 * value, 'f', 1); }
QPointF pointAt(const QRectF& plot, double level, double came) {
  return {plot.left() + plot.width() * level, plot.bottom() - plot.height() * came};
}

} // namespace

CalibrationChart::CalibrationChart(const Theme& theme, QWidget* parent) : Chart(theme, parent) {
  setTitle(tr("Calibration of forecasts"));
  setSubject(QStringLiteral("calibration"));
  setAccessibleName(tr("Calibration of forecasts: left and right read it off"));
}

void CalibrationChart::setMetrics(const HoldOutMetrics& all, const HoldOutMetrics& newest) {
  m_all = all, m_newest = newest;
  changed();
}

QRectF CalibrationChart::plotOf(const QRectF& area) { return area.adjusted(kLeft, kTop, -kRight, -kBottom); }

QString CalibrationChart::summary() const {
  if (isEmpty())
    return tr("No forecast has been judged yet: run a cycle with at least 40 weeks of sales.");
  return tr("%1 % of the weeks were sold within the 80 % limits, %2 % within the 95 % limits, of %3 weeks judged")
      .arg(share(m_all.coverage80), share(m_all.coverage95), QLocale().toString(m_all.rows));
}

QString CalibrationChart::reading(int place) const {
  const auto k = std::size_t(place);
  QString text = tr("below the %1 % level: %2 %").arg(share(kForecastLevels[k]), share(m_all.below[k]));
  if (m_newest.rows > 0)
    text += tr(" · newest weeks %1 %").arg(share(m_newest.below[k]));
  return text;
}

ReportTable CalibrationChart::table() const {
  ReportTable t;
  t.title = title();
  t.columns = {tr("Level %"), tr("Sold below it %"), tr("Newest weeks %")};
  t.isText = {false, false, false};
  for (std::size_t k = 0; k < kForecastLevels.size(); ++k)
    t.rows.push_back({QString::number(100 * kForecastLevels[k]), QString::number(100 * m_all.below[k], 'f', 2),
                      QString::number(100 * m_newest.below[k], 'f', 2)});
  return t;
}

void CalibrationChart::draw(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setRenderHint(QPainter::Antialiasing);
  const QRectF plot = plotOf(area);
  if (isEmpty())
    return drawSummary(p, area, look);
  if (plot.width() < 40 || plot.height() < 30)
    return;
  drawGround(p, plot, look);
  if (m_newest.rows > 0)
    drawLine(p, plot, m_newest, look.tokens.text, false);
  drawLine(p, plot, m_all, look.tokens.accent, true);
  drawNames(p, plot, look);
}

// Above the diagonal's beginning, where no line that means anything comes.
void CalibrationChart::drawNames(QPainter& p, const QRectF& plot, const ChartLook& look) const {
  constexpr double kRow = 16, kStroke = 14;
  double y = plot.top() + 10;
  const auto name = [&](const QPen& pen, const QString& words) {
    p.setPen(pen);
    p.drawLine(QPointF(plot.left() + 8, y), QPointF(plot.left() + 8 + kStroke, y));
    p.setPen(look.tokens.muted);
    paint::elidedText(p, QRectF(plot.left() + 14 + kStroke, y - 8, plot.width() / 2 - 14 - kStroke, kRow).toRect(),
                      Qt::AlignLeft | Qt::AlignVCenter, words);
    y += kRow;
  };
  p.setFont(look.axis);
  name(QPen(look.tokens.accent, 2), tr("all weeks judged"));
  if (m_newest.rows > 0)
    name(QPen(look.tokens.text, 1.3, Qt::DotLine), tr("the newest weeks"));
  name(QPen(look.tokens.muted, 1, Qt::DashLine), tr("as it should be"));
}

void CalibrationChart::drawGround(QPainter& p, const QRectF& plot, const ChartLook& look) const {
  p.setFont(look.axis);
  for (const double tick : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    const QPointF at = pointAt(plot, tick, tick);
    p.setPen(QPen(look.tokens.grid, 1));
    p.drawLine(QPointF(plot.left(), std::round(at.y()) + 0.5), QPointF(plot.right(), std::round(at.y()) + 0.5));
    p.setPen(look.tokens.muted);
    const QString text = QLocale().toString(int(100 * tick));
    paint::tabularText(p, QRectF(plot.left() - kLeft, at.y() - 8, kLeft - 6, 16), Qt::AlignRight, text);
    paint::tabularText(p, QRectF(at.x() - 20, plot.bottom() + 3, 40, 14), Qt::AlignHCenter, text);
  }
  paint::elidedText(p, QRectF(plot.left(), plot.bottom() + 17, plot.width(), 16).toRect(), Qt::AlignHCenter,
                    tr("level of the forecast, %"));
  paint::elidedText(p, QRectF(plot.left() - kLeft + 6, plot.top() - kTop, plot.width() + kLeft - 6, 16).toRect(),
                    Qt::AlignLeft, tr("weeks sold below it, %"));
  p.setPen(QPen(look.tokens.muted, 1, Qt::DashLine));
  p.drawLine(pointAt(plot, 0, 0), pointAt(plot, 1, 1));
}

void CalibrationChart::drawLine(QPainter& p, const QRectF& plot, const HoldOutMetrics& m, const QColor& color,
                                bool filled) const {
  QPolygonF line;
  line << pointAt(plot, 0, 0);
  for (std::size_t k = 0; k < kForecastLevels.size(); ++k)
    line << pointAt(plot, kForecastLevels[k], m.below[k]);
  line << pointAt(plot, 1, 1);
  p.setPen(filled ? QPen(color, 2) : QPen(color, 1.3, Qt::DotLine));
  p.setBrush(Qt::NoBrush);
  p.drawPolyline(line);
  p.setPen(QPen(color, filled ? 2 : 1.3));
  p.setBrush(filled ? QBrush(color) : QBrush(Qt::NoBrush));
  for (int k = 1; k + 1 < line.size(); ++k)
    p.drawEllipse(line[k], 3.2, 3.2);
}

double CalibrationChart::xOfPlace(int place, const QRectF& area) const {
  return pointAt(plotOf(area), kForecastLevels[std::size_t(place)], 0).x();
}

void CalibrationChart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
  drawReadingLine(p, plotOf(area), area, look, xOfPlace(place, area), reading(place));
}

} // namespace pricewright
