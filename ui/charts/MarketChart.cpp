// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/MarketChart.h"

#include "charts/DecisionCurve.h"
#include "controls/Paint.h"
#include "itemmodels/Format.h"

#include <QDateTime>
#include <QPainter>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kMarketLeft = 44, kMarketRight = 84, kMarketTop = 10, kMarketBottom = 20;

QRectF plotOf(const QRectF& area) { return area.adjusted(kMarketLeft, kMarketTop, -kMarketRight, -kMarketBottom); }
QDate dateOf(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC).date(); }
QString dateText(Instant at) { return QLocale().toString(dateOf(at), QLocale::ShortFormat); }

} // namespace

struct MarketChart::Frame {
  QRectF area, plot;
  const ChartLook& look;
  const Tokens& t;
  Instant from, to;
  double low, high;
  double x(Instant at) const {
    const double span = double(std::max<qint64>(1, (to - from).count()));
    return plot.left() + double((at - from).count()) / span * plot.width();
  }
  double y(double price) const { return plot.bottom() - (price - low) / (high - low) * plot.height(); }
  double y(const Decimal& price) const { return y(price.toDouble()); }
};

MarketChart::MarketChart(const Theme& theme, QWidget* parent) : Chart(theme, parent) {
  setTitle(tr("Price against competitors, 52 weeks"));
  setAccessibleName(tr("Price against competitors over 52 weeks: left and right read it off"));
}

void MarketChart::setDetail(const DecisionDetailPtr& detail) {
  m_detail = detail;
  m_view = detail ? detail->view.get() : nullptr;
  m_currency = detail ? detail->decision.current.currency() : Currency();
  m_places.clear();
  if (m_view) {
    for (const OwnPrice& p : m_view->own)
      m_places.push_back(p.from);
    for (const RivalPoint& p : m_view->rivals)
      m_places.push_back(p.at);
    if (!m_places.empty())
      m_places.push_back(m_view->asOf);
    std::sort(m_places.begin(), m_places.end());
    m_places.erase(std::unique(m_places.begin(), m_places.end()), m_places.end());
  }
  findAxis();
  changed();
}

bool MarketChart::isEmpty() const { return !m_view || m_places.empty() || !m_currency.isValid(); }

void MarketChart::findAxis() {
  m_low = 1e300, m_high = -1e300;
  const auto see = [this](double price) {
    m_low = std::min(m_low, price);
    m_high = std::max(m_high, price);
  };
  if (m_view && m_detail->decision.proposed.isValid())
    see(m_detail->decision.proposed.toDouble());
  for (const OwnPrice& p : m_view ? m_view->own : std::vector<OwnPrice>())
    see(p.price.toDouble());
  for (const RivalPoint& p : m_view ? m_view->rivals : std::vector<RivalPoint>())
    if (p.median)
      see(p.lowest->value.toDouble()), see(p.highest->value.toDouble());
  if (m_low > m_high)
    m_low = 0, m_high = 1;
  const double air = std::max((m_high - m_low) * 0.1, std::max(m_high * 0.02, 1e-6));
  m_low = std::max(0.0, m_low - air);
  m_high += air;
}

QString MarketChart::priceText(const Decimal& price) const {
  return moneyText(Money::round(price, m_currency, Rounding::HalfEven));
}

const RivalPoint* MarketChart::rivalsAt(Instant at) const {
  const auto& all = m_view->rivals;
  auto after = std::upper_bound(all.begin(), all.end(), at, [](Instant t, const RivalPoint& p) { return t < p.at; });
  if (after == all.begin())
    return nullptr;
  const RivalPoint& p = *(after - 1);
  return p.median && at <= p.until ? &p : nullptr;
}

const OwnPrice* MarketChart::ownAt(Instant at) const {
  const OwnPrice* found = nullptr;
  for (const OwnPrice& p : m_view->own)
    if (p.from <= at && at <= p.until)
      found = &p;
  return found;
}

std::optional<Duration> MarketChart::age() const {
  if (!m_view || m_view->rivals.empty())
    return std::nullopt;
  return m_view->asOf - m_view->rivals.back().at;
}
bool MarketChart::isFresh() const {
  return m_view && !m_view->rivals.empty() && m_view->rivals.back().median &&
         m_view->rivals.back().until >= m_view->asOf;
}

QString MarketChart::summary() const {
  if (!m_view)
    return {};
  if (isEmpty())
    return tr("No price history and no competitor prices yet.");
  QStringList parts;
  if (!m_view->own.empty()) {
    const auto [low, high] = std::minmax_element(m_view->own.begin(), m_view->own.end(),
                                                 [](const auto& a, const auto& b) { return a.price < b.price; });
    parts << tr("own price now %1, between %2 and %3 within the year")
                 .arg(priceText(m_view->own.back().price), priceText(low->price), priceText(high->price));
  }
  if (m_view->rivals.empty()) {
    parts << tr("no competitor prices");
  } else if (const RivalPoint& last = m_view->rivals.back(); last.median) {
    parts << tr("%n competitor(s): median %1 within %2 … %3", nullptr, last.sellers)
                 .arg(priceText(last.median->value), priceText(last.lowest->value), priceText(last.highest->value));
    parts << (isFresh() ? tr("fresh, %1 old").arg(durationText(*age()))
                        : tr("too old to count: %1").arg(durationText(*age())));
  } else {
    parts << tr("too few competitors to say what they ask");
  }
  return parts.join(QStringLiteral(", "));
}

QString MarketChart::reading(int place) const {
  const Instant at = m_places[std::size_t(place)];
  QString text = dateText(at);
  if (const OwnPrice* p = ownAt(at))
    text += p->observed ? tr(" · own %1, seen in sales").arg(priceText(p->price))
                        : tr(" · own %1").arg(priceText(p->price));
  if (const RivalPoint* r = rivalsAt(at))
    text += tr(" · median %1 [%2 … %3], %n seller(s)", nullptr, r->sellers)
                .arg(priceText(r->median->value), priceText(r->lowest->value), priceText(r->highest->value));
  else
    text += tr(" · competitors not known");
  return text;
}

ReportTable MarketChart::table() const {
  ReportTable t;
  t.title = title();
  t.columns = {tr("Time (UTC)"), tr("Own price"), tr("Own price from"), tr("Competitors' median"),
               tr("Lowest"),     tr("Highest"),   tr("Sellers"),        tr("Currency")};
  t.isText = {true, false, true, false, false, false, false, true};
  for (const Instant at : m_places) {
    QStringList row{isoInstant(at), {}, {}, {}, {}, {}, {}, m_currency.code()};
    if (const OwnPrice* p = ownAt(at)) {
      row[1] = p->price.toString();
      row[2] = p->observed ? tr("sales") : tr("published");
    }
    if (const RivalPoint* r = rivalsAt(at)) {
      row[3] = r->median->value.toString();
      row[4] = r->lowest->value.toString();
      row[5] = r->highest->value.toString();
      row[6] = QString::number(r->sellers);
    }
    t.rows.push_back(row);
  }
  return t;
}

void MarketChart::draw(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setRenderHint(QPainter::Antialiasing);
  const QRectF plot = plotOf(area);
  if (isEmpty())
    return drawSummary(p, area, look);
  if (plot.width() < 40 || plot.height() < 30)
    return;
  p.setFont(look.axis);
  const Frame f{area, plot, look, look.tokens, m_view->from, m_view->asOf, m_low, m_high};
  ground(p, f);
  p.save();
  p.setClipRect(plot.adjusted(-1, -4, 2, 4));
  rivals(p, f);
  own(p, f);
  p.restore();
  labels(p, f);
}

void MarketChart::ground(QPainter& p, const Frame& f) const {
  for (const double tick : roundTicks(f.low, f.high, f.plot.height() < 90 ? 2 : 4)) {
    const double at = std::round(f.y(tick)) + 0.5;
    p.setPen(QPen(f.t.grid, 1));
    p.drawLine(QPointF(f.plot.left(), at), QPointF(f.plot.right(), at));
    p.setPen(f.t.muted);
    const Money price(std::llround(tick * double(m_currency.minorPerMajor())), m_currency);
    paint::tabularText(p, QRectF(f.area.left(), at - 8, kMarketLeft - 6, 16), Qt::AlignRight, moneyText(price));
  }
  const QDate first = dateOf(f.from), last = dateOf(f.to);
  const int every = f.plot.width() < 240 ? 3 : 2;
  for (QDate month(first.year(), first.month(), 1); month <= last; month = month.addMonths(1)) {
    if (month < first || month.month() % every != 0)
      continue;
    const double at = std::round(f.x(fromMillis(month.startOfDay(Qt::UTC).toMSecsSinceEpoch()))) + 0.5;
    p.setPen(QPen(f.t.grid, 1));
    p.drawLine(QPointF(at, f.plot.top()), QPointF(at, f.plot.bottom()));
    p.setPen(f.t.muted);
    paint::elidedText(p, QRectF(at - 24, f.plot.bottom() + 3, 48, 16).toRect(), Qt::AlignHCenter | Qt::AlignVCenter,
                      QLocale().standaloneMonthName(month.month(), QLocale::ShortFormat));
  }
}

// Each stretch without a gap is a band of its own; what is too old goes on as a dotted line, so that it is seen to be.
void MarketChart::rivals(QPainter& p, const Frame& f) const {
  const auto& all = m_view->rivals;
  QColor fill = f.t.series1;
  fill.setAlphaF(0.13f);
  for (std::size_t i = 0; i < all.size();) {
    if (!all[i].median) {
      ++i;
      continue;
    }
    QPolygonF top, bottom, median;
    do {
      const RivalPoint& r = all[i];
      const double from = f.x(r.at), to = f.x(r.until);
      top << QPointF(from, f.y(r.highest->value)) << QPointF(to, f.y(r.highest->value));
      bottom << QPointF(from, f.y(r.lowest->value)) << QPointF(to, f.y(r.lowest->value));
      median << QPointF(from, f.y(r.median->value)) << QPointF(to, f.y(r.median->value));
      ++i;
    } while (i < all.size() && all[i].median && all[i].at <= all[i - 1].until);
    std::reverse(bottom.begin(), bottom.end());
    p.setPen(Qt::NoPen);
    p.setBrush(fill);
    p.drawPolygon(top + bottom);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(f.t.series1, 1.3));
    p.drawPolyline(median);
  }
  if (!all.empty() && all.back().median && all.back().until < f.to) {
    p.setPen(QPen(f.t.warning, 1.3, Qt::DotLine));
    const double at = f.y(all.back().median->value);
    p.drawLine(QPointF(f.x(all.back().until), at), QPointF(f.plot.right(), at));
  }
}

void MarketChart::own(QPainter& p, const Frame& f) const {
  const auto& all = m_view->own;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double from = f.x(all[i].from), to = f.x(all[i].until), at = f.y(all[i].price);
    p.setPen(QPen(f.t.accent, 2, all[i].observed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
    p.drawLine(QPointF(from, at), QPointF(to, at));
    if (i > 0 && all[i - 1].until == all[i].from) {
      p.setPen(QPen(f.t.accent, 2));
      p.drawLine(QPointF(from, f.y(all[i - 1].price)), QPointF(from, at));
    }
  }
  if (m_detail->decision.proposed != m_detail->decision.current) {
    p.setPen(QPen(f.t.accent, 1.5));
    p.setBrush(f.t.surface);
    p.drawEllipse(QPointF(f.plot.right() - 1, f.y(m_detail->decision.proposed.toDouble())), 3.2, 3.2);
  }
}

void MarketChart::labels(QPainter& p, const Frame& f) const {
  struct Label {
    double at;
    QColor color;
    QString text;
  };
  std::vector<Label> all;
  if (!m_view->own.empty())
    all.push_back({f.y(m_view->own.back().price), f.t.accent, tr("own %1").arg(priceText(m_view->own.back().price))});
  if (m_detail->decision.proposed != m_detail->decision.current)
    all.push_back({f.y(m_detail->decision.proposed.toDouble()), f.t.accent,
                   QStringLiteral("→ %1").arg(moneyText(m_detail->decision.proposed))});
  if (!m_view->rivals.empty() && m_view->rivals.back().median) {
    const double at = f.y(m_view->rivals.back().median->value);
    all.push_back({at, f.t.text, tr("median %1").arg(priceText(m_view->rivals.back().median->value))});
    all.push_back({at + 1, isFresh() ? f.t.muted : f.t.warning,
                   isFresh() ? tr("%1 old").arg(durationText(*age())) : tr("stale, %1").arg(durationText(*age()))});
  } else if (m_view->rivals.empty()) {
    all.push_back({f.plot.top() + 8, f.t.muted, tr("no offers")});
  }
  std::vector<double> wanted;
  for (const Label& l : all)
    wanted.push_back(l.at);
  const std::vector<double> at = spreadLabels(wanted, 14, f.plot.top() + 5, f.plot.bottom() - 5);
  for (std::size_t i = 0; i < all.size(); ++i) {
    p.setPen(all[i].color);
    paint::tabularText(p, QRectF(f.plot.right() + 6, at[i] - 8, kMarketRight - 8, 16), Qt::AlignLeft, all[i].text);
  }
}

double MarketChart::xOfPlace(int place, const QRectF& area) const {
  const ChartLook with = look();
  const Frame f{area, plotOf(area), with, with.tokens, m_view->from, m_view->asOf, m_low, m_high};
  return f.x(m_places[std::size_t(place)]);
}

void MarketChart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
  drawReadingLine(p, plotOf(area), area, look, xOfPlace(place, area), reading(place));
}

} // namespace pricewright
