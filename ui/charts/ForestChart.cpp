// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ForestChart.h"

#include "base/Words.h"
#include "charts/DecisionCurve.h"
#include "controls/Paint.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/InsightsWords.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kForestRow = ForestChart::kRow, kForestBottom = 3, kForestTop = 40, kForestValue = 132;

double namesOf(double width) { return std::clamp(0.3 * width, 90.0, 240.0); }

// Where rows are lower than its letters.
QFont fitting(QFont font, double row) {
  const double high = QFontMetricsF(font).height();
  if (row < high)
    font.setPixelSize(std::max(4, int(QFontInfo(font).pixelSize() * row / high)));
  return font;
}

} // namespace

ForestChart::ForestChart(const Theme& theme, QWidget* parent) : Chart(theme, parent) {
  setTitle(tr("Lifts of all tests"));
  setSubject(s("lifts"));
  setAccessibleName(tr("Lifts of all tests: up and down read them off"));
}

void ForestChart::setDashboard(const TestsDashboard& d) {
  m_rows.clear();
  for (const TestLine& t : d.tests)
    if (t.figure)
      m_rows.push_back({t.id, t.name,
                        t.metric == TestMetric::Profit ? testWord(t).word
                                                       : s("%1, %2").arg(testWord(t).word, testMetricWord(t.metric)),
                        100 * t.figure->lift, 100 * t.figure->low, 100 * t.figure->high, t.verdict});
  std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) { return a.lift > b.lift; });
  const LiftRow& all = d.lifts.total;
  if (all.tests > 0) {
    m_rows.insert(m_rows.begin(), {Id(), tr("The same, shrunk"), tr("the luck of the winners taken off"),
                                   100 * all.shrunk, 0, 0, TestVerdict::Undecided, true, false});
    m_rows.insert(m_rows.begin(),
                  {Id(), tr("All that ended, as found"), tr("90 % interval, %n test(s)", nullptr, all.tests),
                   100 * all.lift, 100 * all.low, 100 * all.high, TestVerdict::Undecided, true});
  }
  updateGeometry();
  changed();
}

Id ForestChart::testAt(int place) const {
  return place < 0 || place >= places() ? Id() : m_rows[std::size_t(place)].id;
}

QSize ForestChart::minimumSizeHint() const {
  return {320, int(kForestTop + kForestBottom + kForestRow * std::max(4, places()))};
}

QString ForestChart::summary() const {
  if (isEmpty())
    return tr("No test has found anything yet: lifts stand here after a test’s first look.");
  int above = 0, below = 0, tests = 0;
  for (const Row& r : m_rows) {
    tests += !r.isSum;
    above += !r.isSum && r.low > 0;
    below += !r.isSum && r.high < 0;
  }
  return tr("%n test(s): %1 surely above zero, %2 surely below, all others can be nothing", nullptr, tests)
      .arg(QLocale().toString(above), QLocale().toString(below));
}

QString ForestChart::reading(int place) const {
  const Row& r = m_rows[std::size_t(place)];
  return r.hasInterval
             ? s("%1: %2 % [%3 … %4] · %5")
                   .arg(r.name, signedNumber(r.lift, 1), signedNumber(r.low, 1), signedNumber(r.high, 1), r.what)
             : s("%1: %2 % · %3").arg(r.name, signedNumber(r.lift, 1), r.what);
}

ReportTable ForestChart::table() const {
  ReportTable t;
  t.title = title();
  t.columns = {tr("Test"), tr("Lift %"), tr("Low %"), tr("High %"), tr("What")};
  t.isText = {true, false, false, false, true};
  const auto number = [](double v) { return QString::number(v, 'f', 3); };
  for (const Row& r : m_rows)
    t.rows.push_back({r.name, number(r.lift), r.hasInterval ? number(r.low) : QString(),
                      r.hasInterval ? number(r.high) : QString(), r.what});
  return t;
}

int ForestChart::partOfRow(int height) {
  const int over = height - int(kForestTop + kForestBottom);
  return over > 0 ? over % int(kForestRow) : 0;
}

// In a picture or on paper, which do not scroll, all of them are there.
double ForestChart::rowHeight(const QRectF& area) const {
  return std::min(kForestRow, (area.height() - kForestTop - kForestBottom) / std::max(1, places()));
}

QRectF ForestChart::rowOf(const QRectF& area, int place) const {
  const double height = rowHeight(area);
  return {area.left() + 8, area.top() + kForestTop + place * height, area.width() - 16, height};
}

void ForestChart::draw(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setRenderHint(QPainter::Antialiasing);
  if (isEmpty())
    return drawSummary(p, area, look);
  const double names = namesOf(area.width());
  const QRectF plot(area.left() + 8 + names, area.top() + kForestTop, area.width() - 16 - names - kForestValue,
                    rowHeight(area) * places());
  if (plot.width() < 40 || plot.height() <= 0)
    return;
  // One test that knows next to nothing shall not flatten all others: the widest eighth of the ends may run out.
  std::vector<double> ends;
  double from = 0, to = 0;
  for (const Row& r : m_rows) {
    from = std::min(from, r.lift), to = std::max(to, r.lift);
    if (r.hasInterval)
      ends.push_back(std::max(std::abs(r.low), std::abs(r.high)));
  }
  std::sort(ends.begin(), ends.end());
  const double most = ends.empty() ? 1 : ends[std::min(ends.size() - 1, ends.size() * 7 / 8)];
  for (const Row& r : m_rows)
    if (r.hasInterval)
      from = std::min(from, std::max(r.low, -most)), to = std::max(to, std::min(r.high, most));
  const double room = std::max(0.04 * (to - from), 0.1);
  from -= room, to += room;
  const auto x = [&](double v) { return plot.left() + plot.width() * (v - from) / (to - from); };
  p.setFont(look.axis);
  for (const double tick : roundTicks(from, to, plot.width() < 260 ? 4 : 7)) {
    if (tick < from || tick > to)
      continue;
    const double at = std::round(x(tick)) + 0.5;
    p.setPen(QPen(tick == 0 ? look.tokens.muted : look.tokens.grid, 1));
    p.drawLine(QPointF(at, plot.top() - 2), QPointF(at, plot.bottom()));
    p.setPen(look.tokens.muted);
    paint::tabularText(p, QRectF(at - 30, plot.top() - 17, 60, 14), Qt::AlignHCenter,
                       signedNumber(tick, std::abs(tick - std::round(tick)) < 1e-9 ? 0 : 1));
  }
  paint::elidedText(p, QRectF(plot.left() - 60, plot.top() - 36, plot.width() + 120, 16).toRect(), Qt::AlignHCenter,
                    tr("lift, %; the interval of a test holds at all looks together"));
  for (int i = 0; i < places(); ++i)
    drawRow(p, rowOf(area, i), plot, from, to, m_rows[std::size_t(i)], look);
}

void ForestChart::drawRow(QPainter& p, const QRectF& row, const QRectF& plot, double from, double to, const Row& r,
                          const ChartLook& look) const {
  const Tokens& t = look.tokens;
  const auto x = [&](double v) { return plot.left() + plot.width() * std::clamp((v - from) / (to - from), 0.0, 1.0); };
  const double y = std::floor(row.center().y()) + 0.5;
  p.setFont(fitting(look.label, row.height()));
  p.setPen(r.isSum ? t.text : t.muted);
  paint::elidedText(p, QRectF(row.left(), row.top(), plot.left() - row.left() - 10, row.height()).toRect(),
                    Qt::AlignRight | Qt::AlignVCenter, r.name);
  const QColor color = r.isSum ? t.text : r.low > 0 ? t.positive : r.high < 0 ? t.negative : t.muted;
  if (r.hasInterval) {
    p.setPen(QPen(color, r.isSum ? 2.5 : 1.6));
    p.drawLine(QPointF(x(r.low), y), QPointF(x(r.high), y));
    for (const auto& [end, out] : {std::pair(r.low, -1.0), std::pair(r.high, 1.0)})
      if (end < from || end > to)
        p.drawPolyline(QPolygonF{{x(end) - out * 4, y - 4}, {x(end), y}, {x(end) - out * 4, y + 4}});
  }
  const QPointF at(x(r.lift), y);
  p.setPen(QPen(color, 1.4));
  p.setBrush(r.isSum && !r.hasInterval ? QBrush(t.surface) : QBrush(color));
  if (r.isSum)
    p.drawPolygon(QPolygonF{at + QPointF(-6, 0), at + QPointF(0, -5), at + QPointF(6, 0), at + QPointF(0, 5)});
  else
    p.drawEllipse(at, 3.2, 3.2);
  p.setFont(fitting(look.axis, row.height()));
  p.setPen(t.text);
  const QRectF value(plot.right() + 10, row.top(), kForestValue - 10, row.height());
  paint::tabularText(
      p, value, Qt::AlignLeft | Qt::AlignVCenter,
      r.hasInterval ? s("%1 [%2 … %3]").arg(signedNumber(r.lift, 1), signedNumber(r.low, 1), signedNumber(r.high, 1))
                    : signedNumber(r.lift, 1));
}

void ForestChart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
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

int ForestChart::placeAt(const QPointF& where) const {
  const int place = int(std::floor((where.y() - kForestTop) / rowHeight(QRectF(rect()))));
  return place >= 0 && place < places() ? place : -1;
}

void ForestChart::keyPressEvent(QKeyEvent* event) {
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  if (bare && event->key() == Qt::Key_Down && readingKey(Qt::Key_Right))
    return;
  if (bare && event->key() == Qt::Key_Up && readingKey(Qt::Key_Left))
    return;
  Chart::keyPressEvent(event);
}

} // namespace pricewright
