// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/AllocationChart.h"

#include "base/Words.h"
#include "controls/Paint.h"
#include "itemmodels/ExperimentWords.h"

#include <QPainter>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kAllocationTop = 8, kShareWhole = 10'000;

double testDayOf(const ExperimentRow& row, Instant at) {
  using FloatDays = std::chrono::duration<double, std::chrono::days::period>;
  return row.countedFrom ? std::max(0.0, FloatDays(at - *row.countedFrom).count()) : 0;
}

QString chanceWords(const std::optional<double>& chance) {
  return chance ? AllocationChart::tr("the better one with %1").arg(shareWord(*chance))
                : AllocationChart::tr("too few yet to follow what was bought");
}

} // namespace

AllocationChart::AllocationChart(const Theme& theme, QWidget* parent) : Chart(theme, parent) {
  setTitle(tr("Share of the new price over the days"));
  setSubject(QStringLiteral("shares"));
  setAccessibleName(tr("Share of the new price over the days: left and right read it off"));
}

void AllocationChart::setCard(const ExperimentCard& card) {
  const ExperimentRow& row = card.row;
  m_steps = {{0, row.plan.treatmentBp / kShareWhole, {}, 0, 0}};
  for (const TestAllocation& a : card.shares)
    m_steps.push_back({testDayOf(row, a.from), a.treatmentShare / kShareWhole,
                       a.isBurningIn ? std::nullopt : std::optional(a.chanceBest / kShareWhole), a.unitsControl,
                       a.unitsTreatment});
  m_floor = row.plan.bandit.value_or(BanditTerms()).floorBp / kShareWhole;
  m_end = std::max(1, card.days > 0 ? card.days : row.plan.days);
  m_now = std::max(double(card.day), m_steps.back().day);
  setSubject(row.plan.name);
  changed();
}

void AllocationChart::clear() {
  m_steps.clear();
  changed();
}

QString AllocationChart::summary() const {
  if (isEmpty())
    return tr("No visitor has been dealt out yet.");
  const Step& now = m_steps.back();
  return tr("%1 of who comes see the new price, either price at least %2; %3")
      .arg(shareWord(now.share), shareWord(m_floor), chanceWords(now.chance));
}

QString AllocationChart::reading(int place) const {
  const Step& step = m_steps[std::size_t(place)];
  const QLocale locale;
  const QString since =
      tr("from day %1: %2 see the new price").arg(locale.toString(int(step.day)), shareWord(step.share));
  if (step.control + step.treatment == 0)
    return since;
  return tr("%1 · %2 · after %3 + %4 visitors")
      .arg(since, chanceWords(step.chance), locale.toString(step.control), locale.toString(step.treatment));
}

ReportTable AllocationChart::table() const {
  ReportTable t;
  t.title = title();
  t.columns = {tr("From day"), tr("New price %"), tr("Chance to be better %"), tr("Visitors, old price"),
               tr("Visitors, new price")};
  t.isText = {false, false, false, false, false};
  for (const Step& step : m_steps)
    t.rows.push_back({QString::number(step.day, 'f', 1), QString::number(100 * step.share, 'f', 2),
                      step.chance ? QString::number(100 * *step.chance, 'f', 2) : QString(),
                      QString::number(step.control), QString::number(step.treatment)});
  return t;
}

TestDays AllocationChart::daysOf(const QRectF& area) const {
  return {area, kAllocationTop, std::max({m_end, m_now, 1.0})};
}

void AllocationChart::draw(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setRenderHint(QPainter::Antialiasing);
  const TestDays f = daysOf(area);
  if (isEmpty() || f.plot.width() < 60 || f.plot.height() < 30)
    return drawSummary(p, area, look);
  f.drawAxis(p, look);
  drawFloors(p, f, area, look);
  drawShare(p, f, look);
}

// Beyond the floors no share can be.
void AllocationChart::drawFloors(QPainter& p, const TestDays& f, const QRectF& area, const ChartLook& look) const {
  const Tokens& t = look.tokens;
  p.setFont(look.axis);
  for (const double share : {0.0, 0.5, 1.0}) {
    const double y = std::round(yOf(f.plot, share)) + 0.5;
    p.setPen(QPen(t.grid, 1));
    p.drawLine(QPointF(f.plot.left(), y), QPointF(f.plot.right(), y));
    p.setPen(t.muted);
    f.drawTick(p, area, y, shareWord(share));
  }
  QColor beyond = t.muted;
  beyond.setAlphaF(0.16F);
  for (const auto& [from, to] : {std::pair(0.0, m_floor), std::pair(1 - m_floor, 1.0)})
    p.fillRect(QRectF(QPointF(f.plot.left(), yOf(f.plot, to)), QPointF(f.plot.right(), yOf(f.plot, from))), beyond);
}

void AllocationChart::drawShare(QPainter& p, const TestDays& f, const ChartLook& look) const {
  QPolygonF line;
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    const double until = i + 1 < m_steps.size() ? m_steps[i + 1].day : std::max(m_now, m_steps[i].day);
    const double y = yOf(f.plot, m_steps[i].share);
    line << QPointF(f.x(m_steps[i].day), y) << QPointF(f.x(until), y);
  }
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(look.tokens.accent, 2));
  p.drawPolyline(line);
  const Step& now = m_steps.back();
  struct Label {
    QString text;
    QFont font;
    QColor color;
    double y;
  };
  const Label labels[] = {
      {tr("%1 new price").arg(shareWord(now.share)), look.label, look.tokens.accent, yOf(f.plot, now.share)},
      {tr("floor %1").arg(shareWord(m_floor)), look.axis, look.tokens.muted, yOf(f.plot, m_floor / 2)}};
  const bool above = labels[0].y < labels[1].y;
  const Label& upper = labels[above ? 0 : 1];
  const Label& lower = labels[above ? 1 : 0];
  const std::vector<double> at = spreadLabels({upper.y, lower.y}, 15, f.plot.top() + 4, f.plot.bottom() - 4);
  for (const auto& [label, y] : {std::pair(&upper, at[0]), std::pair(&lower, at[1])}) {
    p.setFont(label->font);
    p.setPen(label->color);
    paint::tabularText(p, QRectF(f.labelsFrom(), y - 8, 112, 16), Qt::AlignLeft, label->text);
  }
}

double AllocationChart::xOfPlace(int place, const QRectF& area) const {
  return daysOf(area).x(m_steps[std::size_t(place)].day);
}

void AllocationChart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
  drawReadingLine(p, daysOf(area).plot, area, look, xOfPlace(place, area), reading(place));
}

} // namespace pricewright
