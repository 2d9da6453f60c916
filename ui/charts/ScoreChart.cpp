// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ScoreChart.h"

#include "base/Words.h"
#include "charts/DecisionCurve.h"
#include "controls/Paint.h"
#include "itemmodels/Format.h"
#include "itemmodels/InsightsWords.h"

#include <QPainter>

#include <cmath>
#include <map>

namespace pricewright {
namespace {

constexpr double kScoreLeft = 50, kScoreBottom = 36, kScoreTop = 8, kScoreRight = 14;

} // namespace

ScoreChart::ScoreChart(const Theme& theme, QWidget* parent) : Chart(theme, parent) {
  setTitle(tr("Predicted against realized"));
  setSubject(s("predicted-realized"));
  setAccessibleName(tr("Predicted against realized: left and right read it off"));
}

void ScoreChart::setBoard(const ScoreBoard& board) {
  std::map<Currency, int> told;
  for (const ScoreRow& row : board.rows)
    told[row.currency] += isTold(row) ? 1 : 0;
  m_currency = board.currency;
  for (const auto& [currency, count] : told)
    if (count > told[m_currency])
      m_currency = currency;
  m_points.clear();
  m_others = 0;
  for (const ScoreRow& row : board.rows) {
    if (!isTold(row))
      continue;
    if (row.currency != m_currency) {
      ++m_others;
      continue;
    }
    const RealizedEffect& came = *row.score.profit;
    const double at = came.position.value_or(0.5);
    m_points.push_back({row.sku, row.zone, row.decision.toString(), row.profit->mean, row.profit->low, row.profit->high,
                        came.mean, came.low, came.high, at >= 0.05 && at <= 0.95});
  }
  std::stable_sort(m_points.begin(), m_points.end(),
                   [](const Point& a, const Point& b) { return a.realized - a.predicted < b.realized - b.predicted; });
  m_calibration = board.calibration;
  changed();
}

QString ScoreChart::summary() const {
  if (isEmpty())
    return tr("No published price has been scored yet: it takes two whole weeks at the new price.");
  QString text = tr("%n price(s)", nullptr, places());
  text += s(" · ") + tr("in the 90 % interval %1").arg(shareText(m_calibration.inside90));
  if (m_calibration.slope && m_calibration.slopeLow && m_calibration.slopeHigh)
    text += s(" · ") + tr("of a predicted unit came %1 [%2 … %3]")
                           .arg(plainNumber(*m_calibration.slope, 2), plainNumber(*m_calibration.slopeLow, 2),
                                plainNumber(*m_calibration.slopeHigh, 2));
  if (m_others > 0)
    text += s(" · ") + tr("%n in other currencies not drawn", nullptr, m_others);
  return text;
}

QString ScoreChart::reading(int place) const {
  const Point& p = m_points[std::size_t(place)];
  return tr("%1, zone %2: predicted %3, came %4 %5")
      .arg(p.sku, p.zone, majorText(p.predicted), majorText(p.realized), majorInterval(p.low, p.high));
}

ReportTable ScoreChart::table() const {
  ReportTable t;
  t.title = title();
  t.columns = {tr("SKU"),           tr("Zone"),
               tr("Decision"),      tr("Predicted %1 a week").arg(m_currency.isValid() ? m_currency.code() : QString()),
               tr("Predicted low"), tr("Predicted high"),
               tr("Realized"),      tr("Realized low"),
               tr("Realized high"), tr("Inside")};
  t.isText = {true, true, true, false, false, false, false, false, false, true};
  const auto number = [](double v) { return QString::number(v, 'f', 4); };
  for (const Point& p : m_points)
    t.rows.push_back({p.sku, p.zone, p.decision, number(p.predicted), number(p.predictedLow), number(p.predictedHigh),
                      number(p.realized), number(p.low), number(p.high), p.inside ? tr("yes") : tr("no")});
  return t;
}

QPointF ScoreChart::Frame::at(double predicted, double realized) const {
  const auto share = [&](double v) { return std::clamp((v - from) / (to - from), 0.0, 1.0); };
  return {plot.left() + plot.width() * share(predicted), plot.bottom() - plot.height() * share(realized)};
}

// One scale for both, so that the diagonal is one; the widest whiskers may run out of it.
ScoreChart::Frame ScoreChart::frameOf(const QRectF& area) const {
  Frame f;
  f.plot = area.adjusted(kScoreLeft, kScoreTop, -kScoreRight, -kScoreBottom);
  f.from = f.to = 0;
  for (const Point& p : m_points)
    for (const double v : {p.predicted, p.realized})
      f.from = std::min(f.from, v), f.to = std::max(f.to, v);
  const double room = std::max(0.08 * (f.to - f.from), 1e-6);
  f.from -= room, f.to += room;
  return f;
}

void ScoreChart::drawGround(QPainter& p, const Frame& f, const QRectF& area, const ChartLook& look) const {
  p.setFont(look.axis);
  for (const double tick : roundTicks(f.from, f.to, f.plot.width() < 240 ? 3 : 5)) {
    if (tick < f.from || tick > f.to)
      continue;
    const QPointF at = f.at(tick, tick);
    p.setPen(QPen(tick == 0 ? look.tokens.faint : look.tokens.grid, 1));
    p.drawLine(QPointF(f.plot.left(), std::round(at.y()) + 0.5), QPointF(f.plot.right(), std::round(at.y()) + 0.5));
    p.drawLine(QPointF(std::round(at.x()) + 0.5, f.plot.top()), QPointF(std::round(at.x()) + 0.5, f.plot.bottom()));
    p.setPen(look.tokens.muted);
    paint::tabularText(p, QRectF(area.left(), at.y() - 8, kScoreLeft - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                       axisNumber(tick));
    paint::tabularText(p, QRectF(at.x() - 30, f.plot.bottom() + 3, 60, 14), Qt::AlignHCenter, axisNumber(tick));
  }
  p.setPen(QPen(look.tokens.muted, 1, Qt::DashLine));
  p.drawLine(f.at(f.from, f.from), f.at(f.to, f.to));
  p.setPen(look.tokens.muted);
  paint::elidedText(p, QRectF(f.plot.left(), f.plot.bottom() + 18, f.plot.width(), 16).toRect(), Qt::AlignHCenter,
                    tr("predicted profit a week, %1; upwards: realized").arg(currencyMark(m_currency)));
}

void ScoreChart::draw(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setRenderHint(QPainter::Antialiasing);
  if (isEmpty())
    return drawSummary(p, area, look);
  const Frame f = frameOf(area);
  if (f.plot.width() < 40 || f.plot.height() < 40)
    return;
  drawGround(p, f, area, look);
  if (m_calibration.slope) {
    p.save();
    p.setClipRect(f.plot);
    const double b = *m_calibration.slope;
    p.setPen(QPen(look.tokens.accent, 1.3));
    const auto free = [&](double v, double w) {
      return QPointF(f.plot.left() + f.plot.width() * (v - f.from) / (f.to - f.from),
                     f.plot.bottom() - f.plot.height() * (w - f.from) / (f.to - f.from));
    };
    p.drawLine(free(f.from, b * f.from), free(f.to, b * f.to));
    p.restore();
  }
  for (const Point& point : m_points) {
    const QColor color = point.inside ? look.tokens.accent : look.tokens.negative;
    QColor thin = color;
    thin.setAlphaF(0.35f);
    p.setPen(QPen(thin, 1));
    p.drawLine(f.at(point.predicted, point.low), f.at(point.predicted, point.high));
    const QPointF at = f.at(point.predicted, point.realized);
    if (point.inside) {
      p.setPen(Qt::NoPen);
      p.setBrush(color);
      p.drawEllipse(at, 3, 3);
    } else { // an open square: not by color alone
      p.setPen(QPen(color, 1.5));
      p.setBrush(look.tokens.surface);
      p.drawRect(QRectF(at.x() - 3.5, at.y() - 3.5, 7, 7));
    }
  }
}

int ScoreChart::placeAt(const QPointF& where) const {
  const Frame f = frameOf(QRectF(rect()));
  int best = -1;
  double nearest = 1e300;
  for (int i = 0; i < places(); ++i) {
    const QPointF off = f.at(m_points[std::size_t(i)].predicted, m_points[std::size_t(i)].realized) - where;
    if (const double away = QPointF::dotProduct(off, off); away < nearest)
      best = i, nearest = away;
  }
  return best;
}

double ScoreChart::xOfPlace(int place, const QRectF& area) const {
  const Point& p = m_points[std::size_t(place)];
  return frameOf(area).at(p.predicted, p.realized).x();
}

void ScoreChart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
  const Frame f = frameOf(area);
  const Point& point = m_points[std::size_t(place)];
  p.setPen(QPen(look.tokens.text, 1.5));
  p.setBrush(Qt::NoBrush);
  p.drawEllipse(f.at(point.predicted, point.realized), 6, 6);
  drawReadingLine(p, f.plot, area, look, xOfPlace(place, area), reading(place));
}

} // namespace pricewright
