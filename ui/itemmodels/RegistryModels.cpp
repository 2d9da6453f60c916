// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/RegistryModels.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr double kFarOff80 = 0.05, kFarBias = 0.1; // from where a cell is looked at twice

Column figure(const char* key, const QString& name, const QString& help) {
  Column c = col(key, name, CellKind::Percent, 64, 78);
  c.unit = name.contains(u'%') ? QString() : s("%");
  c.help = help;
  return c;
}

QString wapeHelp() {
  return VersionModel::tr("Sum of absolute errors of the median forecast ÷ units sold, in weeks that it had not seen");
}
QString biasHelp() { return VersionModel::tr("Mean forecast less units sold, of units sold: + is too much"); }
QString insideHelp() { return VersionModel::tr("Share of weeks sold within the 80 % limits: 80 is right"); }

std::vector<Column> modelVersionColumns() {
  std::vector<Column> all{col("model", VersionModel::tr("Model"), CellKind::Text, 96, 104),
                          col("version", VersionModel::tr("Version"), CellKind::Code, 60, 66),
                          col("alias", VersionModel::tr("Place"), CellKind::Chip, 118, 122),
                          col("parameters", VersionModel::tr("Parameters"), CellKind::Text, 128, 180, 4),
                          figure("wape", VersionModel::tr("WAPE"), wapeHelp()),
                          figure("bias", VersionModel::tr("Bias"), biasHelp()),
                          figure("inside80", VersionModel::tr("In 80 %"), insideHelp()),
                          col("learnt", VersionModel::tr("Learnt"), CellKind::Moment, 72, 82),
                          col("note", VersionModel::tr("Note"), CellKind::Text, 60, 120, 4)};
  all[VersionModel::Note].muted = true;
  all[VersionModel::Note].spare = 2, all[VersionModel::Learnt].spare = 1;
  return all;
}

std::vector<Column> accuracyColumns() {
  std::vector<Column> all{
      col("category", AccuracyModel::tr("Category"), CellKind::Text, 116, 200, 4),
      col("rows", AccuracyModel::tr("Weeks"), CellKind::Number, 66, 78),
      figure("wape", AccuracyModel::tr("WAPE"), wapeHelp()),
      figure("wape-mean", AccuracyModel::tr("Of mean"), AccuracyModel::tr("The same of the mean forecast")),
      figure("bias", AccuracyModel::tr("Bias"), biasHelp()),
      figure("inside80", AccuracyModel::tr("In 80 %"), insideHelp()),
      figure("inside95", AccuracyModel::tr("In 95 %"), {}),
      figure("payback", AccuracyModel::tr("Dip"),
             AccuracyModel::tr("Share of a promotion's extra units that the two weeks after it sell less")),
      col("state", QString(), CellKind::Chip, 84, 96)};
  all[AccuracyModel::Rows].help = AccuracyModel::tr("Weeks of products that the forecast had not seen");
  all[AccuracyModel::WapeMean].least = 84;
  all[AccuracyModel::Payback].least = 66, all[AccuracyModel::Payback].spare = 1;
  return all;
}

std::vector<Column> readingColumns() {
  std::vector<Column> all{col("category", ReadingModel::tr("Category"), CellKind::Text, 92, 180, 4),
                          col("rows", ReadingModel::tr("Weeks"), CellKind::Number, 66, 78),
                          col("plain", ReadingModel::tr("Plain"), CellKind::Number, 88, 112),
                          col("within", ReadingModel::tr("Per product"), CellKind::Number, 88, 112),
                          col("orthogonal", ReadingModel::tr("Adjusted"), CellKind::Number, 88, 116),
                          col("said", QString(), CellKind::Chip, 150, 190)};
  all[ReadingModel::Rows].help = ReadingModel::tr("Weeks of products that were read; a sample where there are many");
  all[ReadingModel::Plain].help =
      ReadingModel::tr("Elasticity by one line through all rows: log units on log price, ± 95 %");
  all[ReadingModel::Within].help = ReadingModel::tr("The same with a level for each product in each zone");
  all[ReadingModel::Orthogonal].help =
      ReadingModel::tr("Units and prices less what everything known beside the price tells of both");
  all[ReadingModel::Orthogonal].strong = true;
  return all;
}

std::vector<Column> shadowColumns() {
  std::vector<Column> all{col("sku", ShadowModel::tr("SKU"), CellKind::Code, 90, 100),
                          col("zone", ShadowModel::tr("Zone"), CellKind::Text, 52, 80),
                          col("now", ShadowModel::tr("Now"), CellKind::Money, 58, 72),
                          col("champion", ShadowModel::tr("Champion"), CellKind::Money, 84, 92),
                          col("challenger", ShadowModel::tr("Challenger"), CellKind::Money, 88, 96),
                          col("apart", ShadowModel::tr("Apart"), CellKind::Delta, 70, 82),
                          col("champion-elasticity", ShadowModel::tr("Elasticity"), CellKind::Number, 78, 86),
                          col("challenger-elasticity", ShadowModel::tr("Challenger’s"), CellKind::Number, 92, 100),
                          col("profit", ShadowModel::tr("Profit a week"), CellKind::Number, 96, 108)};
  all[ShadowModel::Challenger].strong = true;
  all[ShadowModel::Profit].shown = false;
  all[ShadowModel::Apart].unit = s("%");
  all[ShadowModel::Apart].help = ShadowModel::tr("Challenger’s price against the champion’s, of today’s price");
  all[ShadowModel::Profit].help = ShadowModel::tr("That the challenger expects of its price, by its own model");
  return all;
}

QString percentOr(double share, bool known, int places = 1) {
  return known ? QLocale().toString(100 * share, 'f', places) : s("–");
}

} // namespace

QString parametersText(const QJsonObject& parameters) {
  QStringList parts;
  for (auto it = parameters.begin(); it != parameters.end(); ++it)
    parts << s("%1 %2").arg(it.key(), it->isBool() ? (it->toBool() ? VersionModel::tr("on") : VersionModel::tr("off"))
                                                   : QLocale().toString(it->toDouble()));
  return parts.join(s(", "));
}

QString aliasText(const QString& alias) { return capitalized(codeText(alias)); }

VersionModel::VersionModel(QObject* parent) : RowModel(modelVersionColumns(), parent) {}

void VersionModel::setRows(std::vector<ModelVersion> rows) {
  beginResetModel();
  m_rows.clear();
  for (ModelVersion& v : rows) {
    const HoldOutMetrics metrics = holdOutOf(v);
    m_rows.push_back({std::move(v), metrics});
  }
  endResetModel();
}

int VersionModel::rowOf(const QString& label) const {
  for (int row = 0; row < int(m_rows.size()); ++row)
    if (key(row) == label)
      return row;
  return -1;
}

QString VersionModel::text(int row, int column) const {
  const ModelVersion& v = at(row);
  const HoldOutMetrics& m = m_rows[std::size_t(row)].metrics;
  switch (column) {
  case Name:
    return capitalized(codeText(v.name));
  case Version:
    return v.version;
  case Alias:
    return aliasText(v.alias);
  case Parameters:
    return v.parameters.isEmpty() ? tr("the program’s own") : parametersText(v.parameters);
  case Wape:
    return percentOr(m.wapeMedian, m.rows > 0);
  case Bias:
    return m.rows > 0 ? signedNumber(100 * m.bias, 1) : s("–");
  case Inside80:
    return percentOr(m.coverage80, m.rows > 0);
  case Learnt:
    return v.training ? dayText(dayOf(v.training->at)) : tr("never");
  default:
    return v.note;
  }
}

double VersionModel::number(int row, int column) const {
  const HoldOutMetrics& m = m_rows[std::size_t(row)].metrics;
  if (column == Learnt)
    return at(row).training ? double(toMillis(at(row).training->at)) : kNone;
  if (m.rows == 0)
    return kNone;
  return column == Wape       ? 100 * m.wapeMedian
         : column == Bias     ? 100 * m.bias
         : column == Inside80 ? 100 * m.coverage80
                              : kNone;
}

paint::Tone VersionModel::tone(int row, int column) const {
  if (column != Alias)
    return paint::Tone::Neutral;
  return at(row).alias == u"champion"     ? paint::Tone::Positive
         : at(row).alias == u"challenger" ? paint::Tone::Accent
                                          : paint::Tone::Neutral;
}

QString VersionModel::detail(int row, int column) const {
  const ModelVersion& v = at(row);
  if (column != Alias || v.why.isEmpty())
    return {};
  return tr("since %1 by %2: %3").arg(v.promotedAt ? dayText(dayOf(*v.promotedAt)) : QString(), v.promotedBy, v.why);
}

AccuracyModel::AccuracyModel(QObject* parent) : RowModel(accuracyColumns(), parent) {}

void AccuracyModel::setView(const ModelsView& view) {
  beginResetModel();
  m_rows.clear();
  if (view.overall.rows > 0)
    m_rows.push_back({{}, tr("The whole assortment"), view.overall, view.payback});
  m_rows.insert(m_rows.end(), view.accuracy.begin(), view.accuracy.end());
  endResetModel();
}

QString AccuracyModel::text(int row, int column) const {
  const CategoryAccuracy& c = m_rows[std::size_t(row)];
  const HoldOutMetrics& m = c.metrics;
  switch (column) {
  case Category:
    return c.name.isEmpty() ? c.code : c.name;
  case Rows:
    return QLocale().toString(m.rows);
  case Wape:
    return percentOr(m.wapeMedian, true);
  case WapeMean:
    return percentOr(m.wapeMean, true);
  case Bias:
    return signedNumber(100 * m.bias, 1);
  case Inside80:
    return percentOr(m.coverage80, true);
  case Inside95:
    return percentOr(m.coverage95, true);
  case Payback:
    return !(c.payback.sd > 0)   ? QStringLiteral("–")
           : c.payback.isShown() ? tr("%1 ± %2").arg(QLocale().toString(100 * c.payback.mean, 'f', 0),
                                                     QLocale().toString(200 * c.payback.sd, 'f', 0))
                                 : tr("not shown");
  default:
    return std::abs(m.coverage80 - 0.8) > kFarOff80 ? (m.coverage80 < 0.8 ? tr("Too sure") : tr("Too wide"))
           : std::abs(m.bias) > kFarBias            ? tr("Biased")
                                                    : QString();
  }
}

double AccuracyModel::number(int row, int column) const {
  const HoldOutMetrics& m = m_rows[std::size_t(row)].metrics;
  const AfterEffect& payback = m_rows[std::size_t(row)].payback;
  const double values[] = {
      kNone,        double(m.rows),     100 * m.wapeMedian, 100 * m.wapeMean,
      100 * m.bias, 100 * m.coverage80, 100 * m.coverage95, payback.sd > 0 ? 100 * payback.mean : kNone,
      kNone};
  return values[column];
}

paint::Tone AccuracyModel::tone(int, int column) const {
  return column == State ? paint::Tone::Warning : paint::Tone::Neutral;
}

ReadingModel::ReadingModel(QObject* parent) : RowModel(readingColumns(), parent) {}

void ReadingModel::setRows(std::vector<CategoryReading> rows) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

const PriceAnswer* ReadingModel::answer(int row, int column) const {
  const OrthogonalFit& f = m_rows[std::size_t(row)].fit;
  const PriceAnswer* a = column == Plain        ? &f.naive
                         : column == Within     ? &f.within
                         : column == Orthogonal ? &f.orthogonal
                                                : nullptr;
  return a && a->isKnown() ? a : nullptr;
}

QString ReadingModel::text(int row, int column) const {
  const CategoryReading& r = m_rows[std::size_t(row)];
  constexpr double kSides95 = 1.96;
  switch (column) {
  case Category:
    return r.code.isEmpty() ? tr("The whole assortment") : r.name.isEmpty() ? r.code : r.name;
  case Rows:
    return QLocale().toString(r.fit.rows);
  case Said:
    return !r.fit.orthogonal.isKnown() ? capitalized(codeText(r.fit.why.isEmpty() ? s("few-rows") : r.fit.why))
           : r.fit.isBetweenProducts() ? tr("Mixes products")
           : r.fit.parts()             ? tr("Prices timed")
                                       : QString();
  default:
    const PriceAnswer* a = answer(row, column);
    return a ? tr("%1 ± %2").arg(signedNumber(a->elasticity, 2),
                                 QLocale().toString(kSides95 * a->standardError, 'f', 2))
             : s("–");
  }
}

double ReadingModel::number(int row, int column) const {
  if (column == Rows)
    return double(m_rows[std::size_t(row)].fit.rows);
  const PriceAnswer* a = answer(row, column);
  return a ? a->elasticity : kNone;
}

paint::Tone ReadingModel::tone(int row, int column) const {
  const OrthogonalFit& f = m_rows[std::size_t(row)].fit;
  return column == Said && f.orthogonal.isKnown() ? paint::Tone::Warning : paint::Tone::Neutral;
}

QString ReadingModel::detail(int row, int column) const {
  const OrthogonalFit& f = m_rows[std::size_t(row)].fit;
  if (column != Said || !f.parts())
    return {};
  return f.isBetweenProducts()
             ? tr("One line through all compares products with each other, not prices of one product: do not believe "
                  "it")
             : tr("Prices moved at times when units would have moved anyway: do not believe plain regressions here");
}

ShadowModel::ShadowModel(QObject* parent) : RowModel(shadowColumns(), parent) {}

void ShadowModel::setRows(std::vector<ShadowPrice> rows) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

double ShadowModel::number(int row, int column) const {
  const ShadowPrice& p = at(row);
  const double values[] = {
      kNone,
      kNone,
      p.now.toDouble(),
      p.champion.toDouble(),
      p.challenger.toDouble(),
      p.now.minor() > 0 ? 100 * (p.challenger.toDouble() - p.champion.toDouble()) / p.now.toDouble() : kNone,
      p.championElasticity,
      p.challengerElasticity,
      p.challengerProfit};
  return values[column];
}

QString ShadowModel::text(int row, int column) const {
  const ShadowPrice& p = at(row);
  switch (column) {
  case Sku:
    return p.sku;
  case Zone:
    return p.zone;
  case Now:
    return moneyText(p.now);
  case Champion:
    return moneyText(p.champion);
  case Challenger:
    return moneyText(p.challenger);
  case Apart:
    return signedNumber(number(row, column), 1);
  case Profit:
    return signedNumber(p.challengerProfit, 0);
  default:
    return plainNumber(number(row, column), 2);
  }
}

} // namespace pricewright
