// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/FreshnessChart.h"

#include "controls/Paint.h"
#include "itemmodels/Format.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kFreshRow = 24, kFreshNames = 150, kFreshTop = 22, kFreshGap = 1;
constexpr double kRoomForNumber = 26; // narrower cells show their shade only

// Amber where less than half is fresh, else the accent, the stronger the fresher. The number says the same.
QColor shade(const Tokens& t, double share) {
  QColor color = share < 0.5 ? t.warning : t.accent;
  const double strength = share < 0.5 ? 0.10 + 0.28 * (0.5 - share) / 0.5 : 0.08 + 0.30 * (share - 0.5) / 0.5;
  color.setAlphaF(float(strength));
  return color;
}

QString percentOf(double share) { return QLocale().toString(int(std::floor(100 * share + 1e-9))); }

} // namespace

FreshnessChart::FreshnessChart(const Theme& theme, QWidget* parent) : Chart(theme, parent) {
  setTitle(tr("Freshness by competitor and hour"));
  setSubject(QStringLiteral("freshness"));
  setAccessibleName(tr("Freshness by competitor and hour: the arrow keys read it off"));
}

void FreshnessChart::setMap(const FreshnessMap& map) {
  m_map = map;
  updateGeometry();
  changed();
}

QSize FreshnessChart::sizeHint() const {
  const int rows = std::max(2, int(m_map.rows.size()));
  return {600, int(kFreshTop + kFreshRow * rows + 4)};
}

QRectF FreshnessChart::cellOf(int row, int hour, const QRectF& area) const {
  const double width = (area.width() - kFreshNames) / std::max(1, hours());
  return {area.left() + kFreshNames + hour * width, area.top() + kFreshTop + row * kFreshRow, width - kFreshGap,
          kFreshRow - kFreshGap};
}

QString FreshnessChart::hourText(int hour) const {
  const Instant end = m_map.end - std::chrono::hours(hours() - 1 - hour);
  return clockText(QDateTime::fromMSecsSinceEpoch(toMillis(end)).toLocalTime().time());
}

QString FreshnessChart::summary() const {
  if (isEmpty())
    return tr("No competitor's price is known yet: watch pages, pull a feed or import offers.");
  int old = 0;
  for (const FreshRow& row : m_map.rows)
    old += row.hours.back().share < 0.5;
  return old == 0 ? tr("Of each competitor, at least half of the prices are fresh now")
                  : tr("Of %n competitor(s), less than half of the prices are fresh now", nullptr, old);
}

QString FreshnessChart::reading(int place) const {
  if (hours() == 0)
    return {};
  const FreshRow& row = m_map.rows[std::size_t(place / hours())];
  const FreshCell& cell = row.hours[std::size_t(place % hours())];
  QString text =
      tr("%1, %2: %3 % of %4 products fresh")
          .arg(row.competitor, hourText(place % hours()), percentOf(cell.share), QLocale().toString(row.products));
  if (cell.looks > 0)
    text += tr(" · %1 looks, %2 without a price").arg(QLocale().toString(cell.looks), QLocale().toString(cell.failed));
  return text;
}

ReportTable FreshnessChart::table() const {
  ReportTable t;
  t.title = title();
  t.columns = {tr("Competitor"), tr("Hour"), tr("Fresh %"), tr("Products"), tr("Looks"), tr("Without a price")};
  t.isText = {true, true, false, false, false, false};
  for (const FreshRow& row : m_map.rows)
    for (std::size_t h = 0; h < row.hours.size(); ++h) {
      const FreshCell& cell = row.hours[h];
      t.rows.push_back({row.competitor, isoInstant(m_map.end - std::chrono::hours(row.hours.size() - 1 - h)),
                        QString::number(100 * cell.share, 'f', 1), QString::number(row.products),
                        QString::number(cell.looks), QString::number(cell.failed)});
    }
  return t;
}

void FreshnessChart::draw(QPainter& p, const QRectF& area, const ChartLook& look) const {
  if (isEmpty())
    return drawSummary(p, area, look);
  drawHours(p, area, look);
  for (int row = 0; row < int(m_map.rows.size()); ++row)
    drawRow(p, area, look, row);
}

void FreshnessChart::drawHours(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setFont(look.axis);
  p.setPen(look.tokens.muted);
  const double width = cellOf(0, 0, area).width() + kFreshGap;
  const int every = std::max(1, int(std::ceil(58 / std::max(1.0, width)))); // a time of day needs that room
  for (int hour = hours() - 1; hour >= 0; hour -= every) {
    const QRectF cell = cellOf(0, hour, area);
    const QRectF box(cell.right() - 70, area.top(), 70, kFreshTop - 4);
    paint::tabularText(p, box, Qt::AlignRight | Qt::AlignVCenter, hour == hours() - 1 ? tr("now") : hourText(hour));
  }
}

void FreshnessChart::drawRow(QPainter& p, const QRectF& area, const ChartLook& look, int row) const {
  const FreshRow& r = m_map.rows[std::size_t(row)];
  p.setFont(look.label);
  p.setPen(look.tokens.text);
  const QRectF first = cellOf(row, 0, area);
  const QRectF name(area.left() + 2, first.top(), kFreshNames - 12, first.height());
  paint::elidedText(p, name.toRect(), Qt::AlignLeft | Qt::AlignVCenter, r.competitor);
  p.setFont(look.axis);
  for (int hour = 0; hour < hours(); ++hour) {
    const QRectF cell = cellOf(row, hour, area);
    const double share = r.hours[std::size_t(hour)].share;
    p.fillRect(cell, shade(look.tokens, share));
    if (cell.width() < kRoomForNumber)
      continue;
    p.setPen(look.tokens.text);
    paint::tabularText(p, cell, Qt::AlignCenter, percentOf(share));
  }
}

void FreshnessChart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
  if (hours() == 0)
    return;
  const QRectF cell = cellOf(place / hours(), place % hours(), area);
  p.setPen(QPen(look.tokens.accent, 2));
  p.setBrush(Qt::NoBrush);
  p.drawRect(cell.adjusted(0, 0, -1, -1));
  p.setFont(look.axis);
  const QString text = reading(place);
  const double width = std::min(paint::tabularWidth(p.font(), text) + 12, area.width() - 4);
  const bool below = cell.bottom() + 24 < area.bottom();
  const double left =
      std::clamp(cell.center().x() - width / 2, area.left() + 2, std::max(area.left() + 2, area.right() - width - 2));
  const QRectF box(left, below ? cell.bottom() + 4 : cell.top() - 22, width, 18);
  p.setPen(look.tokens.border);
  p.setBrush(look.tokens.raised);
  p.drawRoundedRect(box, 4, 4);
  p.setPen(look.tokens.text);
  paint::tabularText(p, box.adjusted(4, 0, -4, 0), Qt::AlignHCenter | Qt::AlignVCenter, text);
}

int FreshnessChart::placeAt(const QPointF& where) const {
  if (isEmpty())
    return -1;
  const QRectF area(rect());
  const double width = (area.width() - kFreshNames) / hours();
  const int hour = int(std::floor((where.x() - kFreshNames) / width));
  const int row = int(std::floor((where.y() - kFreshTop) / kFreshRow));
  if (hour < 0 || hour >= hours() || row < 0 || row >= int(m_map.rows.size()))
    return -1;
  return row * hours() + hour;
}

void FreshnessChart::keyPressEvent(QKeyEvent* event) {
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  const int by = event->key() == Qt::Key_Down ? hours() : event->key() == Qt::Key_Up ? -hours() : 0;
  if (!bare || by == 0 || isEmpty())
    return Chart::keyPressEvent(event);
  if (const int next = place() < 0 ? hours() - 1 : place() + by; next >= 0 && next < places())
    setPlace(next);
  event->accept();
}

} // namespace pricewright
