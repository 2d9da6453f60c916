// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/PromotionChart.h"

#include "controls/Paint.h"
#include "itemmodels/Format.h"
#include "itemmodels/PromotionModel.h"

#include <QDate>
#include <QPainter>

#include <cmath>
#include <unordered_map>

namespace pricewright {
namespace {

constexpr int kBack = 12 * 7, kAhead = 16 * 7, kSpan = kBack + kAhead; // days
constexpr double kLine = 20, kAxis = 20, kNames = 150;

} // namespace

PromotionChart::PromotionChart(const Theme& theme, QWidget* parent) : Chart(theme, parent) {
  setTitle(tr("Promotions over time"));
  setAccessibleName(tr("Promotions over time: left and right read them off"));
}

void PromotionChart::setRows(std::vector<PromotionRow> rows, Day today) {
  m_rows = std::move(rows);
  m_today = today;
  m_bars.clear();
  m_lines.clear();
  std::unordered_map<QString, int> lineOf;
  const Day from = today - std::chrono::days(kBack), to = today + std::chrono::days(kAhead);
  for (int i = 0; i < int(m_rows.size()); ++i) {
    const PromotionRow& r = m_rows[std::size_t(i)];
    if (r.promotion.what.to < from || r.promotion.what.from >= to)
      continue;
    const QString name = r.zone.isEmpty() ? r.sku : QStringLiteral("%1 · %2").arg(r.sku, r.zone);
    const auto [line, isNew] = lineOf.try_emplace(name, int(m_lines.size()));
    if (isNew)
      m_lines.push_back(name);
    m_bars.push_back({i, line->second});
  }
  std::stable_sort(m_bars.begin(), m_bars.end(), [this](const Bar& a, const Bar& b) {
    return std::tie(a.line, m_rows[std::size_t(a.row)].promotion.what.from) <
           std::tie(b.line, m_rows[std::size_t(b.row)].promotion.what.from);
  });
  showFocus(m_focus);
  changed();
}

void PromotionChart::showFocus(const Id& promotion) {
  m_focus = promotion;
  for (const Bar& bar : m_bars)
    if (m_rows[std::size_t(bar.row)].promotion.id == promotion)
      m_focusLine = bar.line;
  m_focusLine = std::clamp(m_focusLine, 0, std::max(0, int(m_lines.size()) - 1));
  update();
}

PromotionChart::Frame PromotionChart::frameOf(const QRectF& area) const {
  Frame f;
  const double names = std::min(kNames, area.width() * 0.3);
  f.plot = QRectF(area.left() + 12 + names, area.top() + kAxis, std::max(10.0, area.width() - names - 24),
                  std::max(kLine, area.height() - kAxis - 8));
  const int fit = std::max(1, int(f.plot.height() / kLine));
  f.lines = std::min(fit, int(m_lines.size()));
  f.firstLine = std::clamp(m_focusLine - fit / 2, 0, std::max(0, int(m_lines.size()) - fit));
  return f;
}

QRectF PromotionChart::barOf(const Frame& f, const Bar& bar) const {
  const Promotion& what = m_rows[std::size_t(bar.row)].promotion.what;
  const Day from = m_today - std::chrono::days(kBack);
  const double left = std::max(f.plot.left(), f.x(what.from, from, kSpan));
  const double right = std::min(f.plot.right(), f.x(what.to + std::chrono::days(1), from, kSpan));
  const double top = f.plot.top() + (bar.line - f.firstLine) * kLine;
  return {left, top + 3, std::max(3.0, right - left), kLine - 6};
}

QString PromotionChart::summary() const {
  if (isEmpty())
    return tr("No promotion runs within twelve weeks back and sixteen weeks ahead.");
  int running = 0, planned = 0;
  for (const Bar& bar : m_bars) {
    const PromotionState state = m_rows[std::size_t(bar.row)].state;
    running += state == PromotionState::Running;
    planned += state == PromotionState::Planned;
  }
  return tr("%1 promotions of %2 prices: %3 run, %4 are planned")
      .arg(m_bars.size())
      .arg(m_lines.size())
      .arg(running)
      .arg(planned);
}

QString PromotionChart::reading(int place) const {
  const PromotionRow& r = at(place);
  QString text =
      QStringLiteral("%1 · %2 – %3").arg(r.sku, dayText(r.promotion.what.from), dayText(r.promotion.what.to));
  if (r.price.isValid())
    text += QStringLiteral(" · ") + moneyText(r.price);
  if (r.discountBp)
    text += QStringLiteral(" (−%1 %)").arg(percentText(*r.discountBp, false));
  return text + QStringLiteral(" · ") + promotionStateText(r.state);
}

ReportTable PromotionChart::table() const {
  ReportTable t;
  t.title = title();
  t.columns = {tr("SKU"), tr("Zone"), tr("From"), tr("To"), tr("Kind"), tr("Price"), tr("Currency"), tr("State")};
  t.isText = {true, true, true, true, true, false, true, true};
  for (const Bar& bar : m_bars) {
    const PromotionRow& r = m_rows[std::size_t(bar.row)];
    t.rows.push_back({r.sku, r.zone, isoDay(r.promotion.what.from), isoDay(r.promotion.what.to),
                      promotionKindText(r.promotion.what.mechanism), r.price.isValid() ? r.price.toString() : QString(),
                      r.price.isValid() ? r.price.currency().code() : QString(), promotionStateText(r.state)});
  }
  return t;
}

void PromotionChart::draw(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setRenderHint(QPainter::Antialiasing);
  if (isEmpty())
    return drawSummary(p, area, look);
  const Frame f = frameOf(area);
  p.setFont(look.axis);
  drawAxis(p, f, area, look);
  for (int line = f.firstLine; line < f.firstLine + f.lines; ++line) {
    const double top = f.plot.top() + (line - f.firstLine) * kLine;
    p.setPen(line == m_focusLine ? look.tokens.text : look.tokens.muted);
    paint::elidedText(p, QRectF(area.left() + 12, top, f.plot.left() - area.left() - 24, kLine).toRect(),
                      Qt::AlignLeft | Qt::AlignVCenter, m_lines[std::size_t(line)]);
  }
  for (const Bar& bar : m_bars)
    if (bar.line >= f.firstLine && bar.line < f.firstLine + f.lines)
      drawBar(p, f, bar, look);
}

void PromotionChart::drawAxis(QPainter& p, const Frame& f, const QRectF& area, const ChartLook& look) const {
  const Day from = m_today - std::chrono::days(kBack);
  const double bottom = f.plot.top() + f.lines * kLine;
  QDate month = dateOf(from);
  month = QDate(month.year(), month.month(), 1).addMonths(1);
  for (; month < dateOf(from).addDays(kSpan); month = month.addMonths(1)) {
    const double x = std::round(f.plot.left() + f.plot.width() * double(dateOf(from).daysTo(month)) / kSpan) + 0.5;
    p.setPen(QPen(look.tokens.grid, 1));
    p.drawLine(QPointF(x, f.plot.top()), QPointF(x, bottom));
    p.setPen(look.tokens.muted);
    p.drawText(QRectF(x + 4, area.top(), 90, kAxis), Qt::AlignLeft | Qt::AlignVCenter,
               QLocale().toString(month, month.month() == 1 ? QStringLiteral("MMM yyyy") : QStringLiteral("MMM")));
  }
  const double now = std::round(f.x(m_today, from, kSpan)) + 0.5;
  p.setPen(QPen(look.tokens.accent, 1, Qt::DashLine));
  p.drawLine(QPointF(now, f.plot.top() - 3), QPointF(now, bottom));
}

// Shape tells the state beside the color: what is over is flat, what runs is filled, what is planned has an outline.
void PromotionChart::drawBar(QPainter& p, const Frame& f, const Bar& bar, const ChartLook& look) const {
  const PromotionRow& r = m_rows[std::size_t(bar.row)];
  const Tokens& t = look.tokens;
  const QRectF box = barOf(f, bar);
  const bool running = r.state == PromotionState::Running, planned = r.state == PromotionState::Planned;
  p.setPen(planned ? QPen(t.accent, 1) : QPen(Qt::NoPen));
  p.setBrush(running ? t.accent : planned ? t.accentBg : t.grid);
  p.drawRoundedRect(planned ? box.adjusted(0.5, 0.5, -0.5, -0.5) : box, 3, 3);
  if (r.promotion.id == m_focus) {
    p.setPen(QPen(t.text, 1.5));
    p.setBrush(Qt::NoBrush);
    p.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 4, 4);
  }
  const QString words = r.discountBp ? QStringLiteral("−%1 %").arg(qRound(*r.discountBp / 100.0))
                                     : promotionKindText(r.promotion.what.mechanism);
  if (QFontMetricsF(look.axis).horizontalAdvance(words) + 8 > box.width())
    return;
  p.setPen(running ? t.onAccent : planned ? t.accent : t.muted);
  p.drawText(box, Qt::AlignCenter, words);
}

void PromotionChart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
  const Frame f = frameOf(area);
  const Bar& bar = m_bars[std::size_t(place)];
  if (bar.line < f.firstLine || bar.line >= f.firstLine + f.lines)
    return;
  drawReadingLine(p, f.plot, area, look, barOf(f, bar).center().x(), reading(place));
}

int PromotionChart::placeAt(const QPointF& where) const {
  const Frame f = frameOf(QRectF(rect()));
  for (int i = 0; i < places(); ++i)
    if (barOf(f, m_bars[std::size_t(i)]).adjusted(-2, -3, 2, 3).contains(where))
      return i;
  return -1;
}

} // namespace pricewright
