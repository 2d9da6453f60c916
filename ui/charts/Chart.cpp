// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Chart.h"

#include "charts/ChartExport.h"
#include "controls/Paint.h"
#include "itemmodels/Format.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>
#include <numeric>

namespace pricewright {

Chart::Chart(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

ChartLook Chart::look() const {
  return {m_theme.tokens(), m_theme.font(TypeRole::Axis), m_theme.font(TypeRole::Label)};
}
ChartLook Chart::paperLook() const {
  return {Theme::tokensFor(false), m_theme.font(TypeRole::Axis), m_theme.font(TypeRole::Label)};
}

void Chart::changed() {
  m_place = -1;
  setAccessibleDescription(summary());
  update();
}

void Chart::setPlace(int place) {
  m_place = place < 0 || places() == 0 ? -1 : std::min(place, places() - 1);
  m_byPointer = false;
  setAccessibleDescription(m_place < 0 ? summary() : reading(m_place));
  QAccessibleEvent event(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&event);
  update();
}

void Chart::drawSummary(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setFont(look.label);
  p.setPen(look.tokens.muted);
  p.drawText(area.adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, summary());
}

void Chart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
  drawReadingLine(p, area, area, look, xOfPlace(place, area), reading(place));
}

void Chart::drawReadingLine(QPainter& p, const QRectF& plot, const QRectF& area, const ChartLook& look, double x,
                            const QString& text) const {
  const Tokens& t = look.tokens;
  const double at = std::round(x) + 0.5;
  p.setPen(QPen(t.faint, 1));
  p.drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom()));
  p.setFont(look.axis);
  const double width = std::min(paint::tabularWidth(p.font(), text) + 12, area.width() - 4);
  const double left = at + 6 + width <= area.right() - 2 ? at + 6 : at - 6 - width;
  const QRectF box(std::clamp(left, area.left() + 2, std::max(area.left() + 2, area.right() - width - 2)),
                   plot.top() + 2, width, 18);
  p.setPen(t.border);
  p.setBrush(t.raised);
  p.drawRoundedRect(box, 4, 4);
  p.setPen(t.text);
  paint::tabularText(p, box.adjusted(4, 0, -4, 0), Qt::AlignHCenter, text);
}

int Chart::placeAt(const QPointF& where) const {
  int best = -1;
  double nearest = 0;
  for (int i = 0; i < places(); ++i) {
    const double away = std::abs(xOfPlace(i, QRectF(rect())) - where.x());
    if (best < 0 || away < nearest)
      best = i, nearest = away;
  }
  return best;
}

void Chart::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const ChartLook with = look();
  draw(p, QRectF(rect()), with);
  p.setClipping(false);
  if (m_place >= 0 && m_place < places())
    drawReading(p, QRectF(rect()), with, m_place);
  if (hasFocus()) {
    p.setPen(QPen(with.tokens.accent, 1.5));
    p.setBrush(Qt::NoBrush);
    p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
  }
}

void Chart::mouseMoveEvent(QMouseEvent* event) {
  if (places() == 0)
    return;
  m_place = placeAt(event->position());
  m_byPointer = true;
  update();
}

void Chart::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton)
    emit opened(placeAt(event->position()));
}

void Chart::leaveEvent(QEvent*) {
  if (m_byPointer)
    m_place = -1;
  update();
}

bool Chart::readingKey(int key) {
  const int last = places() - 1, page = std::max(1, places() / 10);
  if (last < 0)
    return false;
  switch (key) {
  case Qt::Key_Right:
    setPlace(m_place < 0 ? 0 : std::min(last, m_place + 1));
    return true;
  case Qt::Key_Left:
    setPlace(m_place < 0 ? last : std::max(0, m_place - 1));
    return true;
  case Qt::Key_PageDown:
    setPlace(std::min(last, std::max(0, m_place) + page));
    return true;
  case Qt::Key_PageUp:
    setPlace(std::max(0, (m_place < 0 ? last : m_place) - page));
    return true;
  case Qt::Key_Home:
    setPlace(0);
    return true;
  case Qt::Key_End:
    setPlace(last);
    return true;
  default:
    return false;
  }
}

bool Chart::exportKey(QKeyEvent* event) {
  const bool shifted = event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
  if (isEmpty() || event->isAutoRepeat())
    return false;
  if (event->matches(QKeySequence::Copy))
    copyChartData(*this);
  else if (shifted && event->key() == Qt::Key_C)
    copyChartPicture(*this);
  else if (shifted && event->key() == Qt::Key_E)
    offerChartExport(*this, mapToGlobal(rect().center()));
  else
    return false;
  return true;
}

void Chart::keyPressEvent(QKeyEvent* event) {
  if (exportKey(event))
    return;
  const bool bare = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
  if (bare && readingKey(event->key()))
    return;
  if (bare && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat())
    return emit opened(m_place);
  if (bare && event->key() == Qt::Key_Escape && m_place >= 0)
    return setPlace(-1);
  event->ignore();
}

void Chart::contextMenuEvent(QContextMenuEvent* event) {
  if (isEmpty())
    return event->ignore();
  offerChartExport(*this, event->globalPos());
}

void Chart::focusInEvent(QFocusEvent*) { update(); }
void Chart::focusOutEvent(QFocusEvent*) { update(); }

QString axisNumber(double value) {
  const double size = std::abs(value);
  if (size >= 10'000)
    return plainNumber(value / 1000, 0) + QStringLiteral("k");
  return plainNumber(value, size != 0 && size < 1 ? 2 : (size < 10 && value != std::floor(value) ? 1 : 0));
}

std::vector<double> spreadLabels(const std::vector<double>& wanted, double room, double top, double bottom) {
  std::vector<std::size_t> order(wanted.size());
  std::iota(order.begin(), order.end(), std::size_t(0));
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
  std::vector<double> at(wanted);
  double last = top - room;
  for (const std::size_t i : order)
    last = at[i] = std::max(std::clamp(wanted[i], top, std::max(top, bottom)), last + room);
  double next = bottom + room;
  for (auto i = order.rbegin(); i != order.rend(); ++i)
    next = at[*i] = std::min(at[*i], next - room);
  return at;
}

} // namespace pricewright
