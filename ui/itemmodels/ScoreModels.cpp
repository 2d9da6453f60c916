// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prices that keep score, as tables: decisions, groups of them, and the bands that categories earned.
#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/EarningsModels.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <cmath>
#include <set>

namespace pricewright {
namespace {

using paint::Tone;

std::vector<Column> scoreColumns() {
  using M = ScoreModel;
  std::vector<Column> all{
      col("published", M::tr("Published"), CellKind::Moment, 80, 86, 0),
      col("sku", M::tr("SKU"), CellKind::Code, 90, 100),
      col("product", M::tr("Product"), CellKind::Text, 56, 150, 5),
      spared(col("zone", M::tr("Zone"), CellKind::Text, 50, 62), 1),
      col("before", M::tr("Before"), CellKind::Money, 60, 66, 0),
      spared(col("after", M::tr("After"), CellKind::Money, 62, 66, 0), 2),
      withHelp(col("change", M::tr("Change"), CellKind::Delta, 76, 82, 0), {}, s("%")),
      withHelp(col("predicted", M::tr("Predicted"), CellKind::Number, 82, 94, 0),
               M::tr("Change of profit a week that the model expected of this product alone, in the zone’s currency")),
      withHelp(col("predicted-interval", M::tr("90 %"), CellKind::Interval, 60, 100, 1),
               M::tr("Of what was predicted; both intervals are drawn on one scale")),
      withHelp(col("realized", M::tr("Realized"), CellKind::Number, 76, 90, 0),
               M::tr("Profit a week less what would have come at the old price, as untouched prices moved")),
      withHelp(col("realized-interval", M::tr("90 %"), CellKind::Interval, 60, 100, 1),
               M::tr("Of what was measured; both intervals are drawn on one scale")),
      withHelp(
          col("judged", M::tr("Kept its word"), CellKind::Chip, 122, 150, 2),
          M::tr("Inside: in the predicted 90 % interval, the measurement’s own noise added to it; sd: how far apart")),
      spared(
          withHelp(col("weeks", M::tr("Weeks"), CellKind::Number, 58, 62, 0), M::tr("At the new price, that counted")),
          3),
      col("category", M::tr("Category"), CellKind::Text, 70, 90),
      col("analyst", M::tr("Analyst"), CellKind::Text, 66, 84),
      col("model", M::tr("Model"), CellKind::Text, 66, 110),
      col("rule", M::tr("Rule"), CellKind::Text, 60, 90)};
  all[M::Realized].strong = true;
  all[M::Product].shown = all[M::Before].shown = false;
  for (const int c : {M::Category, M::Analyst, M::Model, M::Rule})
    all[std::size_t(c)].shown = false, all[std::size_t(c)].muted = true;
  return all;
}

std::vector<Column> scoreGroupColumns() {
  using M = ScoreGroupModel;
  std::vector<Column> all{
      col("name", M::tr("Who or what"), CellKind::Text, 90, 170, 4),
      col("decisions", M::tr("Prices"), CellKind::Number, 66, 74, 0),
      withHelp(col("promised", M::tr("Predicted"), CellKind::Number, 80, 92, 0),
               M::tr("Sum of the expected changes of profit a week, at today’s rates")),
      withHelp(col("came", M::tr("Realized"), CellKind::Number, 78, 92, 0), M::tr("Sum of what came, a week")),
      withHelp(col("came-interval", M::tr("90 % interval"), CellKind::Interval, 88, 116, 2), M::tr("Of what came")),
      withHelp(col("kept", M::tr("Kept"), CellKind::Number, 92, 104, 0),
               M::tr("Of a promised unit of profit, so much came: 1 is as promised, 0 is nothing")),
      withHelp(col("shrunk", M::tr("Shrunk"), CellKind::Number, 70, 78, 0),
               M::tr("The same, drawn towards the others the more the fewer prices it stands on: compare by this one")),
      withHelp(col("inside", M::tr("In 90 %"), CellKind::Percent, 72, 80, 0),
               M::tr("Share of prices inside the predicted 90 % interval: 90 is right")),
      withHelp(col("inside-interval", M::tr("95 % interval"), CellKind::Interval, 88, 110, 1),
               M::tr("Of that share less 90: left of the tick too few are inside")),
      withHelp(col("sign", M::tr("Right sign"), CellKind::Percent, 84, 92, 0),
               M::tr("Share that went up or down as predicted, of those that can be told from nothing"), s("%"))};
  all[M::Shrunk].strong = true;
  return all;
}

std::vector<Column> bandColumns() {
  using M = BandModel;
  std::vector<Column> all{
      col("category", M::tr("Category"), CellKind::Text, 90, 180, 4),
      withHelp(col("band", M::tr("Band"), CellKind::Percent, 62, 72, 0),
               M::tr("Changes of at most so much, either way, need no human on account of weak evidence"), s("%")),
      col("state", M::tr("How it stands"), CellKind::Chip, 130, 330, 6),
      col("since", M::tr("Since"), CellKind::Date, 70, 82, 0),
      withHelp(col("scored", M::tr("Prices"), CellKind::Number, 64, 72, 0),
               M::tr("Scored ones that were looked at; 30 are needed")),
      withHelp(col("told", M::tr("Told"), CellKind::Number, 56, 64, 0),
               M::tr("Of them, effects that can be told from nothing; 12 are needed")),
      withHelp(col("covered", M::tr("Inside ≥"), CellKind::Percent, 76, 84, 0),
               M::tr("With 95 % confidence at least so many lie in the predicted interval: 75 earn a band, 65 keep it"),
               s("%")),
      withHelp(col("sign", M::tr("Right sign ≥"), CellKind::Percent, 96, 104, 0),
               M::tr("With 95 % confidence at least so many went the right way: 65 earn a band, 50 keep it"), s("%"))};
  all[M::Band].strong = true;
  return all;
}

} // namespace

ScoreModel::ScoreModel(QObject* parent) : RowModel(scoreColumns(), parent) {}

void ScoreModel::setRows(std::vector<ScoreRow> rows) {
  std::set<Currency> currencies;
  for (const ScoreRow& row : rows)
    currencies.insert(row.currency);
  beginResetModel();
  m_rows = std::move(rows), m_oneCurrency = currencies.size() < 2;
  endResetModel();
  const QString mark =
      currencies.size() == 1 && currencies.begin()->isValid() ? currencyMark(*currencies.begin()) : QString();
  for (const int c : {Before, After, Predicted, Realized})
    setUnit(c, mark);
}

CellInterval ScoreModel::interval(int row, int column) const {
  const ScoreRow& r = at(row);
  if (column == PredictedDrawn && r.profit)
    return {r.profit->low, r.profit->mean, r.profit->high};
  if (column == RealizedDrawn && r.score.profit)
    return {r.score.profit->low, r.score.profit->mean, r.score.profit->high};
  return {kNone, kNone, kNone};
}

QVariant ScoreModel::data(const QModelIndex& index, int role) const {
  if (role == ScaleRole && (index.column() == PredictedDrawn || index.column() == RealizedDrawn)) {
    const auto a = scale(PredictedDrawn), b = scale(RealizedDrawn);
    return QVariantList{std::min(a.first, b.first), std::max(a.second, b.second)};
  }
  return RowModel::data(index, role);
}

double ScoreModel::number(int row, int column) const {
  const ScoreRow& r = at(row);
  const CellInterval i = interval(row, column);
  switch (column) {
  case Published:
    return double(toMillis(r.publishedAt));
  case Before:
    return r.before.toDouble();
  case After:
    return r.after.toDouble();
  case Change:
    return r.changeBp / 100.0;
  case Predicted:
    return r.profit ? r.profit->mean : kNone;
  case Realized:
    return r.score.profit ? r.score.profit->mean : kNone;
  case PredictedDrawn:
  case RealizedDrawn:
    return i.high - i.low;
  case Weeks:
    return r.score.weeksAfter;
  default:
    return kNone;
  }
}

QString ScoreModel::text(int row, int column) const {
  const ScoreRow& r = at(row);
  const QString mark = m_oneCurrency ? QString() : u' ' + currencyMark(r.currency);
  switch (column) {
  case Published:
    return dayText(dayOf(r.publishedAt));
  case Sku:
    return r.sku;
  case Product:
    return r.name;
  case Zone:
    return r.zone;
  case Before:
    return moneyText(r.before) + mark;
  case After:
    return moneyText(r.after) + mark;
  case Change:
    return signedNumber(r.changeBp / 100.0, 1);
  case Predicted:
    return r.profit ? majorText(r.profit->mean) + mark : s("–");
  case Realized:
    return r.score.profit ? majorText(r.score.profit->mean) + mark : s("–");
  case PredictedDrawn:
  case RealizedDrawn: {
    const CellInterval i = interval(row, column);
    return std::isfinite(i.low) ? s("%1 … %2").arg(majorText(i.low), majorText(i.high)) : s("–");
  }
  case Judged:
    return scoreWord(r).word;
  case Weeks:
    return QLocale().toString(r.score.weeksAfter);
  case Category:
    return r.category;
  case Analyst:
    return r.analyst;
  case Model:
    return r.model;
  default:
    return codeText(r.rule);
  }
}

Tone ScoreModel::tone(int row, int column) const { return column == Judged ? scoreWord(at(row)).tone : Tone::Neutral; }

QString ScoreModel::detail(int row, int column) const {
  if (column == Judged)
    return scoreWord(at(row)).detail;
  if (column == Realized && at(row).sharesBuyers)
    return tr("Compared with products of the same zone: buyers may have walked between them, so that it looks larger "
              "than it is");
  return {};
}

ScoreGroupModel::ScoreGroupModel(QObject* parent) : RowModel(scoreGroupColumns(), parent) {}

void ScoreGroupModel::setRows(std::vector<ScoreGroupRow> rows, Currency currency) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
  const QString mark = currency.isValid() ? currencyMark(currency) : QString();
  setUnit(Promised, mark);
  setUnit(Came, mark);
}

CellInterval ScoreGroupModel::interval(int row, int column) const {
  const ScoreGroup& g = at(row).group;
  constexpr double z = 1.6448536269514722; // 90 %
  if (column == CameDrawn)
    return {g.realized - z * g.realizedStandardError, g.realized, g.realized + z * g.realizedStandardError};
  if (column == InsideDrawn && g.inside90.of > 0)
    return {100 * g.inside90.low - 90, 100 * g.inside90.share - 90, 100 * g.inside90.high - 90};
  return {kNone, kNone, kNone};
}

double ScoreGroupModel::number(int row, int column) const {
  const ScoreGroup& g = at(row).group;
  const CellInterval i = interval(row, column);
  const double values[] = {kNone,
                           double(g.decisions),
                           g.predicted,
                           g.realized,
                           i.high - i.low,
                           g.kept.value_or(kNone),
                           g.keptShrunk.value_or(kNone),
                           g.inside90.of > 0 ? 100 * g.inside90.share : kNone,
                           i.high - i.low,
                           g.rightSign.of > 0 ? 100 * g.rightSign.share : kNone};
  return values[column];
}

QString ScoreGroupModel::text(int row, int column) const {
  const ScoreGroup& g = at(row).group;
  const auto share = [](const ShareOf& of) { return of.of > 0 ? QLocale().toString(100 * of.share, 'f', 0) : s("–"); };
  switch (column) {
  case Name:
    return codeText(at(row).key);
  case Decisions:
    return QLocale().toString(g.decisions);
  case Promised:
    return majorText(g.predicted);
  case Came:
    return majorText(g.realized);
  case CameDrawn: {
    const CellInterval i = interval(row, column);
    return s("%1 … %2").arg(majorText(i.low), majorText(i.high));
  }
  case Kept:
    return g.kept ? s("%1 ± %2").arg(plainNumber(*g.kept, 2), plainNumber(1.645 * g.keptStandardError.value_or(0), 2))
                  : s("–");
  case Shrunk:
    return g.keptShrunk ? plainNumber(*g.keptShrunk, 2) : s("–");
  case Inside:
    return share(g.inside90);
  case InsideDrawn:
    return g.inside90.of > 0 ? s("%1 … %2").arg(QLocale().toString(100 * g.inside90.low, 'f', 0),
                                                QLocale().toString(100 * g.inside90.high, 'f', 0))
                             : s("–");
  default:
    return share(g.rightSign);
  }
}

Tone ScoreGroupModel::tone(int row, int column) const {
  const ShareOf& inside = at(row).group.inside90;
  return column == Inside && inside.of > 0 && inside.high < 0.9 ? Tone::Warning : Tone::Neutral;
}

BandModel::BandModel(QObject* parent) : RowModel(bandColumns(), parent) {}

void BandModel::setRows(std::vector<CategoryBand> rows) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

double BandModel::number(int row, int column) const {
  const AutoBand& b = at(row).band;
  switch (column) {
  case Band:
    return b.bandBp / 100.0;
  case Since:
    return b.since ? julianDay(fromDayNumber(*b.since)) : kNone;
  case Scored:
    return b.decisions;
  case Told:
    return b.told;
  case Covered:
    return 100 * b.coveredAtLeast;
  case Sign:
    return 100 * b.rightSignAtLeast;
  default:
    return kNone;
  }
}

QString BandModel::text(int row, int column) const {
  const CategoryBand& c = at(row);
  const auto percent = [&](double share) {
    return c.band.decisions > 0 ? QLocale().toString(100 * share, 'f', 0) : s("–");
  };
  switch (column) {
  case Category:
    return c.name.isEmpty() ? c.code : c.name;
  case Band:
    return bandText(c.band);
  case State:
    return bandWord(c.band).word;
  case Since:
    return c.band.since ? dayText(fromDayNumber(*c.band.since)) : s("–");
  case Scored:
    return QLocale().toString(c.band.decisions);
  case Told:
    return QLocale().toString(c.band.told);
  case Covered:
    return percent(c.band.coveredAtLeast);
  default:
    return percent(c.band.rightSignAtLeast);
  }
}

Tone BandModel::tone(int row, int column) const {
  return column == State ? bandWord(at(row).band).tone : Tone::Neutral;
}

QString BandModel::detail(int row, int column) const {
  return column == State ? bandWord(at(row).band).detail : QString();
}

} // namespace pricewright
