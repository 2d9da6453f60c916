// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/DecisionChart.h"

#include "charts/DecisionDrawing.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <cmath>

namespace pricewright {

DecisionChart::DecisionChart(const Theme& theme, QWidget* parent) : Chart(theme, parent) {
  setTitle(tr("Demand and weekly profit by price"));
  setAccessibleName(tr("Demand and weekly profit by price: left and right read it off"));
}

// The read-out stands where the profit was worked out, and where units are told beyond that.
void DecisionChart::setCurve(const DecisionCurve& curve) {
  m_curve = curve;
  m_places.clear();
  for (const auto& [price, gain] : curve.profit)
    m_places.push_back(price);
  for (const auto& u : curve.units)
    if (curve.profit.empty() || u.price < curve.profit.front().first || u.price > curve.profit.back().first)
      m_places.push_back(u.price);
  std::sort(m_places.begin(), m_places.end());
  changed();
}

QString DecisionChart::summary() const {
  if (m_curve.isEmpty())
    return m_curve.currency.isValid() ? tr("No curve: no model priced this product.") : QString();
  QStringList parts;
  if (m_curve.now)
    parts << tr("now %1").arg(m_curve.priceText(*m_curve.now));
  if (m_curve.proposed)
    parts << tr("proposed %1").arg(m_curve.priceText(*m_curve.proposed));
  if (m_curve.now && m_curve.proposed && !m_curve.units.empty())
    parts << tr("units a week from about %1 to about %2")
                 .arg(plainNumber(m_curve.unitsNear(*m_curve.now).expected, 0),
                      plainNumber(m_curve.unitsNear(*m_curve.proposed).expected, 0));
  parts << tr("profit %1 between %2 and %3 a week")
               .arg(signedNumber(m_curve.profitExpected, 0), signedNumber(m_curve.profitLow, 0),
                    signedNumber(m_curve.profitHigh, 0));
  if (m_curve.profit.size() > 1) {
    const auto best = std::max_element(m_curve.profit.begin(), m_curve.profit.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    parts << tr("the profit curve is highest at %1").arg(m_curve.priceText(best->first));
  }
  if (m_curve.lowest)
    parts << tr("lowest allowed %1 (%2)").arg(m_curve.priceText(*m_curve.lowest), codeText(m_curve.lowestBy));
  if (m_curve.highest)
    parts << tr("highest allowed %1 (%2)").arg(m_curve.priceText(*m_curve.highest), codeText(m_curve.highestBy));
  if (m_curve.seenLow)
    parts << tr("prices observed from %1 to %2, nothing is known outside")
                 .arg(m_curve.priceText(*m_curve.seenLow), m_curve.priceText(*m_curve.seenHigh));
  return parts.join(QStringLiteral(", "));
}

QString DecisionChart::reading(int place) const {
  const double price = m_places[std::size_t(place)];
  QString text = m_curve.priceText(price);
  if (!m_curve.units.empty()) {
    const DecisionCurve::Units u = m_curve.unitsNear(price);
    const int digits = u.expected < 10 ? 1 : 0;
    text += tr(" · %1 units [%2 … %3]")
                .arg(plainNumber(u.expected, digits), plainNumber(u.low, digits), plainNumber(u.high, digits));
  }
  if (const std::optional<double> gain = m_curve.profitAt(price))
    text += tr(" · profit %1").arg(signedNumber(*gain, 0));
  const bool seen = !m_curve.seenLow || (price >= *m_curve.seenLow && price <= *m_curve.seenHigh);
  return seen ? text : text + tr(" · not observed");
}

ReportTable DecisionChart::table() const {
  ReportTable t;
  t.title = title();
  t.columns = {tr("Price"),
               tr("Units a week"),
               tr("Units low (90 %)"),
               tr("Units high (90 %)"),
               tr("Profit change a week"),
               tr("Price observed")};
  t.isText = {false, false, false, false, false, true};
  const auto number = [](double value, int places) { return QString::number(value, 'f', places); };
  for (const double price : m_places) {
    QStringList row{Money(std::llround(price), m_curve.currency).toString(), {}, {}, {}, {}, {}};
    if (!m_curve.units.empty()) {
      const DecisionCurve::Units u = m_curve.unitsNear(price);
      row[1] = number(u.expected, 3), row[2] = number(u.low, 3), row[3] = number(u.high, 3);
    }
    if (const std::optional<double> gain = m_curve.profitAt(price))
      row[4] = number(*gain, 4);
    if (m_curve.seenLow)
      row[5] = price >= *m_curve.seenLow && price <= *m_curve.seenHigh ? tr("yes") : tr("no");
    t.rows.push_back(row);
  }
  return t;
}

void DecisionChart::draw(QPainter& p, const QRectF& area, const ChartLook& look) const {
  p.setRenderHint(QPainter::Antialiasing);
  if (!m_curve.isEmpty())
    return DecisionDrawing(p, area, look, m_curve).draw();
  p.setFont(look.label);
  p.setPen(look.tokens.muted);
  p.drawText(area.adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, summary());
}

double DecisionChart::xOfPlace(int place, const QRectF& area) const {
  return DecisionDrawing::xOf(DecisionDrawing::plotOf(area), m_curve, m_places[std::size_t(place)]);
}

void DecisionChart::drawReading(QPainter& p, const QRectF& area, const ChartLook& look, int place) const {
  drawReadingLine(p, DecisionDrawing::plotOf(area), area, look, xOfPlace(place, area), reading(place));
}

} // namespace pricewright
