// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/ScenarioModels.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <cmath>

namespace pricewright {
namespace {

std::vector<Column> scenarioColumns() {
  using M = ScenarioListModel;
  std::vector<Column> all{
      col("name", M::tr("Scenario"), CellKind::Text, 104, 140, 4),
      col("goal", M::tr("Asked"), CellKind::Text, 80, 200, 8),
      col("changes", M::tr("Changes"), CellKind::Number, 82, 88, 0),
      withHelp(col("profit", M::tr("Profit a week"), CellKind::Number, 92, 100, 0),
               M::tr("Expected change of all prices together, siblings included, less the cost of labels")),
      withHelp(col("profit-interval", M::tr("90 % interval"), CellKind::Interval, 90, 124, 1),
               M::tr("Of the change of profit, by draws of what is not known about demand")),
      withHelp(col("confidence", M::tr("Sure"), CellKind::Percent, 74, 78, 0),
               M::tr("Share of the draws in which profit rises"), s("%")),
      col("revenue", M::tr("Revenue"), CellKind::Number, 74, 84, 0),
      col("units", M::tr("Units"), CellKind::Number, 62, 74, 0),
      withHelp(col("index", M::tr("Index"), CellKind::Percent, 66, 70, 0),
               M::tr("Change of the price index, where it was limited"), s("%")),
      col("as-of", M::tr("As of"), CellKind::Moment, 70, 80, 0)};
  all[M::Profit].strong = true;
  all[M::Goal].muted = true;
  all[M::AsOf].shown = all[M::Units].shown = false;
  return all;
}

std::vector<Column> scenarioPriceColumns() {
  using M = ScenarioPriceModel;
  std::vector<Column> all{col("sku", M::tr("SKU"), CellKind::Code, 90, 100),
                          col("product", M::tr("Product"), CellKind::Text, 52, 190, 6),
                          col("zone", M::tr("Zone"), CellKind::Text, 52, 70),
                          col("category", M::tr("Category"), CellKind::Text, 76, 110),
                          col("now", M::tr("Now"), CellKind::Money, 58, 70),
                          col("then", M::tr("Then"), CellKind::Money, 58, 70),
                          withHelp(col("change", M::tr("Change"), CellKind::Delta, 84, 92, 0), {}, s("%"))};
  all[M::Category].shown = false;
  all[M::Then].strong = true;
  return all;
}

QString percentWord(double value) { return signedNumber(value, std::abs(value) < 10 ? 1 : 0) + s(" %"); }

} // namespace

QString goalText(const ScenarioWish& w) {
  QStringList parts{capitalized(codeText(w.objective))};
  if (w.mostChanges)
    parts << ScenarioListModel::tr("%n change(s)", nullptr, *w.mostChanges);
  if (w.leastRevenue)
    parts << ScenarioListModel::tr("revenue ≥ %1").arg(percentWord(*w.leastRevenue));
  if (w.leastProfit)
    parts << ScenarioListModel::tr("profit ≥ %1").arg(percentWord(*w.leastProfit));
  if (w.mostIndex)
    parts << ScenarioListModel::tr("index ≤ %1").arg(percentWord(*w.mostIndex));
  if (w.leastIndex)
    parts << ScenarioListModel::tr("index ≥ %1").arg(percentWord(*w.leastIndex));
  if (w.mostCategoryIndex)
    parts << ScenarioListModel::tr("each category ≤ %1").arg(percentWord(*w.mostCategoryIndex));
  if (w.mostRivalIndex)
    parts << ScenarioListModel::tr("against competitors ≤ %1").arg(percentWord(*w.mostRivalIndex));
  if (w.mostKviIndex)
    parts << ScenarioListModel::tr("KVI ≤ %1").arg(percentWord(*w.mostKviIndex));
  if (w.mostMove)
    parts << ScenarioListModel::tr("moves ≤ %1 %").arg(QLocale().toString(*w.mostMove));
  if (w.caution > 0)
    parts << ScenarioListModel::tr("caution %1").arg(QLocale().toString(w.caution));
  if (!w.relations.isEmpty())
    parts << ScenarioListModel::tr("%n relation(s)", nullptr, int(w.relations.size()));
  parts << w.categories << w.zones;
  return parts.join(s("; "));
}

QString scenarioName(const Scenario& sc) {
  return sc.id.isNull() ? ScenarioListModel::tr("Planned now") : sc.wish.name;
}

double scenarioIndex(const Scenario& sc) {
  for (const Scenario::Limit& l : sc.limits)
    if (l.name == u"index" || l.name == u"index-low")
      return 100 * l.used;
  return kNone;
}

ScenarioListModel::ScenarioListModel(QObject* parent) : RowModel(scenarioColumns(), parent) {}

void ScenarioListModel::setScenarios(std::vector<Scenario> scenarios) {
  beginResetModel();
  m_rows = std::move(scenarios);
  endResetModel();
}

QString ScenarioListModel::key(int row) const { return at(row).id.isNull() ? s("now") : at(row).id.toString(); }

int ScenarioListModel::rowOf(const QString& wanted) const {
  for (int row = 0; row < int(m_rows.size()); ++row)
    if (key(row) == wanted)
      return row;
  return -1;
}

double ScenarioListModel::number(int row, int column) const {
  const Scenario& sc = at(row);
  const Effect& e = sc.effect;
  const double values[] = {kNone,
                           kNone,
                           double(sc.rows.size()),
                           e.profit,
                           e.profitHigh - e.profitLow,
                           100 * sc.confidence,
                           e.revenue,
                           e.units,
                           scenarioIndex(sc),
                           double(toMillis(sc.at))};
  return values[column];
}

CellInterval ScenarioListModel::interval(int row, int column) const {
  const Effect& e = at(row).effect;
  return column == ProfitChange ? CellInterval{e.profitLow, e.profit, e.profitHigh} : CellInterval{};
}

QString ScenarioListModel::text(int row, int column) const {
  const Scenario& sc = at(row);
  const Effect& e = sc.effect;
  switch (column) {
  case Name:
    return scenarioName(sc);
  case Goal:
    return goalText(sc.wish);
  case Changes:
    return QLocale().toString(qulonglong(sc.rows.size()));
  case Profit:
    return signedNumber(e.profit, 0);
  case ProfitChange:
    return s("%1 … %2").arg(signedNumber(e.profitLow, 0), signedNumber(e.profitHigh, 0));
  case Confidence:
    return QLocale().toString(100 * sc.confidence, 'f', 0);
  case Revenue:
    return signedNumber(e.revenue, 0);
  case Units:
    return signedNumber(e.units, 0);
  case Index:
    return std::isfinite(scenarioIndex(sc)) ? signedNumber(scenarioIndex(sc), 2) : s("–");
  default:
    return dayText(dayOf(sc.at));
  }
}

ScenarioPriceModel::ScenarioPriceModel(QObject* parent) : RowModel(scenarioPriceColumns(), parent) {}

void ScenarioPriceModel::setRows(std::vector<ScenarioRow> rows) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

double ScenarioPriceModel::number(int row, int column) const {
  const ScenarioRow& r = at(row);
  return column == Now ? r.now.toDouble() : column == Then ? r.then.toDouble() : column == Change ? r.change() : kNone;
}

QString ScenarioPriceModel::text(int row, int column) const {
  const ScenarioRow& r = at(row);
  switch (column) {
  case Sku:
    return r.sku;
  case Product:
    return r.product;
  case Zone:
    return r.zone;
  case Category:
    return r.category;
  case Now:
    return moneyText(r.now);
  case Then:
    return moneyText(r.then);
  default:
    return signedNumber(r.change(), 1);
  }
}

} // namespace pricewright
