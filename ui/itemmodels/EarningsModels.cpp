// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/EarningsModels.h"

#include "base/Words.h"
#include "itemmodels/Format.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr qint64 kWholeFrom = 1'000'000'000; // 1,000 in millionths

Column moneyPart(const char* key, const QString& name, const QString& help) {
  return withHelp(col(key, name, CellKind::Number, 72, 82, 0), help);
}

std::vector<Column> earningsColumns() {
  using M = EarningsModel;
  std::vector<Column> all{
      col("code", M::tr("Code"), CellKind::Code, 80, 92),
      col("name", M::tr("Name"), CellKind::Text, 76, 150, 6),
      col("value", M::tr("Revenue"), CellKind::Number, 76, 92, 0),
      col("change", M::tr("Change"), CellKind::Number, 72, 82, 0),
      withHelp(col("change-percent", M::tr("Change"), CellKind::Delta, 76, 84, 0),
               M::tr("Against the period that is compared with"), s("%")),
      moneyPart("price", M::tr("Price"), M::tr("Other net prices, VAT included")),
      moneyPart("volume", M::tr("Volume"), M::tr("As if everything had sold more, or less, by the same factor")),
      moneyPart("mix", M::tr("Mix"), M::tr("More of what brings much a unit, or of what brings little")),
      moneyPart("cost", M::tr("Cost"), M::tr("Other costs a unit: of profit alone")),
      moneyPart("currency", M::tr("Currency"), M::tr("Other exchange rates")),
      moneyPart("new", M::tr("New"), M::tr("Sold in this period, not in the other")),
      moneyPart("discontinued", M::tr("Discontinued"), M::tr("Sold in the other period, not in this one")),
      moneyPart("other", M::tr("Other"), M::tr("Returns, and profit whose costs are known in one period only")),
      withHelp(col("margin", M::tr("Margin"), CellKind::Percent, 68, 76, 0),
               M::tr("Gross margin of revenue, net of VAT, where costs are known"), s("%")),
      withHelp(col("realized", M::tr("Of plan"), CellKind::Percent, 70, 76, 0),
               M::tr("Margin earned ÷ margin of the same units at the prices that were set: 100 is as planned"),
               s("%")),
      spared(withHelp(col("realized-interval", M::tr("90 % interval"), CellKind::Interval, 90, 104, 1),
                      M::tr("Of the margin of plan, by how much weeks differ")),
             1),
      withHelp(col("units", M::tr("Units"), CellKind::Number, 62, 76, 0), M::tr("Packs sold in the period"))};
  all[M::Value].strong = true;
  all[M::Dropped].least = all[M::Dropped].ideal = 112;
  all[M::Exchange].shown = all[M::Other].shown = all[M::Units].shown = false;
  for (const int c : {M::Price, M::Volume, M::Mix, M::Cost, M::Exchange, M::Added, M::Dropped, M::Other})
    all[std::size_t(c)].muted = true;
  for (const int c : {M::Value, M::Change, M::Price, M::Volume, M::Mix, M::Cost, M::Exchange, M::Added, M::Dropped,
                      M::Other, M::Units})
    all[std::size_t(c)].total = Total::Sum;
  return all;
}

QString percentOrDash(const std::optional<double>& value, int places = 1) {
  return value ? plainNumber(*value, places) : s("–");
}

} // namespace

EarningsModel::EarningsModel(QObject* parent) : RowModel(earningsColumns(), parent) {}

void EarningsModel::setRows(std::vector<EarningsRow> rows, Currency currency, BridgeMeasure measure) {
  beginResetModel();
  m_rows = std::move(rows), m_currency = currency, m_measure = measure;
  m_whole = false;
  for (int row = 0; row < rowCount(); ++row)
    m_whole = m_whole || std::abs(parts(row).after) >= kWholeFrom || std::abs(parts(row).before) >= kWholeFrom;
  endResetModel();
  const QString mark = currency.isValid() ? currencyMark(currency) : QString();
  for (const int c : {Value, Change, Price, Volume, Mix, Cost, Exchange, Added, Dropped, Other})
    setUnit(c, mark);
}

std::optional<qint64> EarningsModel::micro(int row, int column) const {
  const BridgeParts& p = parts(row);
  switch (column) {
  case Value:
    return p.after;
  case Change:
    return p.change();
  case Price:
    return p.price;
  case Volume:
    return p.volume;
  case Mix:
    return p.mix;
  case Cost:
    return p.cost;
  case Exchange:
    return p.currency;
  case Added:
    return p.added;
  case Dropped:
    return p.dropped;
  case Other:
    return p.returns + p.costUnknown;
  default:
    return std::nullopt;
  }
}

double EarningsModel::number(int row, int column) const {
  if (const auto value = micro(row, column))
    return double(*value) / 1e6;
  const EarningsRow& r = at(row);
  switch (column) {
  case ChangePercent:
    return changePercent(parts(row).before, parts(row).after).value_or(kNone);
  case Margin:
    return r.margin.percentOfRevenue.value_or(kNone);
  case Kept:
    return r.margin.percent.value_or(kNone);
  case KeptDrawn:
    return r.margin.percentHigh ? *r.margin.percentHigh - *r.margin.percentLow : kNone;
  case Units:
    return double(r.unitsAfterMilli) / 1000;
  default:
    return kNone;
  }
}

CellInterval EarningsModel::interval(int row, int column) const {
  const MarginRow& m = at(row).margin;
  if (column != KeptDrawn || !m.percent || !m.percentLow || !m.percentHigh)
    return {kNone, kNone, kNone};
  // Around the plan: right of the tick more was earned than planned.
  return {*m.percentLow - 100, *m.percent - 100, *m.percentHigh - 100};
}

QString EarningsModel::text(int row, int column) const {
  const EarningsRow& r = at(row);
  if (const auto value = micro(row, column))
    return *value == 0 && column != Value ? s("–")
           : m_whole                      ? wholeMicroText(*value, m_currency, column != Value)
                                          : microText(*value, m_currency, column != Value);
  switch (column) {
  case Code:
    return r.code;
  case Name:
    return r.name;
  case ChangePercent: {
    const auto change = changePercent(parts(row).before, parts(row).after);
    return change ? signedNumber(*change, 1) : parts(row).before == 0 && parts(row).after != 0 ? tr("new") : s("–");
  }
  case Margin:
    return percentOrDash(r.margin.percentOfRevenue);
  case Kept:
    return percentOrDash(r.margin.percent);
  case KeptDrawn:
    return r.margin.percentLow
               ? s("%1 … %2").arg(plainNumber(*r.margin.percentLow, 1), plainNumber(*r.margin.percentHigh, 1))
               : s("–");
  default:
    return QLocale().toString(double(r.unitsAfterMilli) / 1000, 'f', 0);
  }
}

QString EarningsModel::plain(int row, int column) const {
  const auto value = micro(row, column);
  return value ? exactMicroText(*value, m_currency) : text(row, column);
}

paint::Tone EarningsModel::tone(int row, int column) const {
  if (column != ChangePercent && column != Change)
    return paint::Tone::Neutral;
  const qint64 change = parts(row).change();
  return change > 0 ? paint::Tone::Positive : change < 0 ? paint::Tone::Negative : paint::Tone::Neutral;
}

} // namespace pricewright
