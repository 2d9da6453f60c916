// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/ExperimentModels.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

namespace pricewright {
namespace {

std::vector<Column> experimentColumns() {
  using M = ExperimentListModel;
  std::vector<Column> all{
      col("test", M::tr("Test"), CellKind::Text, 140, 250, 6),
      withHelp(col("design", M::tr("Design"), CellKind::Text, 136, 156, 2),
               M::tr("What is told apart by its price, and how many have the old + the new one")),
      withHelp(col("progress", M::tr("Progress"), CellKind::Text, 92, 124, 1),
               M::tr("Of the days that are compared; the ramp before them is not")),
      spared(withHelp(col("metric", M::tr("Decided by"), CellKind::Text, 84, 92, 0),
                      M::tr("What it is decided by, as registered before its start")),
             2),
      withHelp(col("effect", M::tr("Effect"), CellKind::Percent, 68, 84, 0),
               M::tr("New price against old, of what the test is decided by"), s("%")),
      withHelp(col("interval", M::tr("95 % always-valid"), CellKind::Percent, 116, 132, 0),
               M::tr("Holds however often it is looked at; 95 % unless another level was registered")),
      spared(withHelp(col("on-scale", M::tr("On one scale"), CellKind::Interval, 92, 116, 1),
                      M::tr("The same interval, all tests on one scale; the tick is no effect")),
             1),
      col("state", M::tr("State"), CellKind::Chip, 200, 220, 3),
      withHelp(col("next", M::tr("Next look"), CellKind::Moment, 76, 92, 0), M::tr("When it is judged next"))};
  all[M::Effect].strong = true;
  for (const int c : {M::Design, M::Progress, M::Metric, M::Interval})
    all[std::size_t(c)].muted = true;
  all[M::Next].shown = false;
  return all;
}

std::vector<Column> testedPriceColumns() {
  using M = ExperimentPriceModel;
  std::vector<Column> all{col("sku", M::tr("SKU"), CellKind::Code, 98, 120, 2),
                          col("zone", M::tr("Zone"), CellKind::Text, 56, 100, 2),
                          col("control", M::tr("Old price"), CellKind::Money, 76, 88, 0),
                          col("treatment", M::tr("New price"), CellKind::Money, 76, 88, 0),
                          col("change", M::tr("Change"), CellKind::Delta, 84, 92, 0),
                          col("arm", M::tr("Has"), CellKind::Chip, 104, 140, 2),
                          withHelp(col("decision", M::tr("Decision"), CellKind::Code, 76, 96, 1),
                                   M::tr("That set it last; Enter opens it"))};
  all[M::Change].unit = s("%");
  all[M::Treatment].strong = true;
  return all;
}

std::vector<Column> plannedPriceColumns() {
  using M = PlannedPriceModel;
  std::vector<Column> all{col("sku", M::tr("SKU"), CellKind::Code, 98, 110, 1),
                          col("zone", M::tr("Zone"), CellKind::Text, 50, 80, 1),
                          spared(col("now", M::tr("Now"), CellKind::Money, 62, 76, 0), 1),
                          col("planned", M::tr("Tested"), CellKind::Money, 68, 76, 0),
                          spared(col("change", M::tr("Change"), CellKind::Delta, 80, 92, 0), 2),
                          col("limits", M::tr("Limits say"), CellKind::Chip, 150, 260, 5)};
  all[M::Change].unit = s("%");
  all[M::Planned].strong = true;
  return all;
}

// The mark that stands above all of them; "" where they are in several currencies, or there are none.
template <class Rows> QString commonMark(const Rows& rows) {
  for (const auto& row : rows)
    if (row.price.treatment.currency() != rows.front().price.treatment.currency())
      return {};
  return rows.empty() ? QString() : currencyMark(rows.front().price.treatment.currency());
}

QString testPriceText(const Money& price, bool marked) { return marked ? markedPrice(price) : moneyText(price); }

double changeOf(const TestedPrice& p) {
  const double from = p.control.toDouble();
  return from > 0 ? 100 * (p.treatment.toDouble() - from) / from : kNone;
}

QString armWord(ExperimentArm arm) {
  switch (arm) {
  case ExperimentArm::Control:
    return ExperimentPriceModel::tr("old price");
  case ExperimentArm::Later:
    return ExperimentPriceModel::tr("new price later");
  case ExperimentArm::New:
    return ExperimentPriceModel::tr("new price");
  case ExperimentArm::Alternates:
    return ExperimentPriceModel::tr("both in turn");
  case ExperimentArm::Shown:
    return ExperimentPriceModel::tr("by visitor");
  }
  return {};
}

} // namespace

ExperimentListModel::ExperimentListModel(QObject* parent) : RowModel(experimentColumns(), parent) {}

void ExperimentListModel::setBoard(const ExperimentBoard& board) {
  beginResetModel();
  m_cards = board.cards;
  m_now = board.now;
  endResetModel();
}

const TestFigure* ExperimentListModel::figureAt(int row) const {
  const TestReading* reading = newestFigures(at(row));
  return reading ? &reading->figures.front() : nullptr;
}

QString ExperimentListModel::text(int row, int column) const {
  const ExperimentCard& card = at(row);
  const TestFigure* figure = figureAt(row);
  switch (column) {
  case Name:
    return card.row.plan.name;
  case Design:
    return designText(card);
  case Progress:
    return progressText(card);
  case Metric:
    return metricWord(card.row.plan.metric);
  case Effect:
    return figure && figure->isRelative() ? signedNumber(100 * figure->lift, 1) : s("–");
  case Interval:
    if (!figure || !figure->isRelative())
      return {};
    return card.row.plan.alphaBp == 500
               ? intervalText(figure->low, figure->high)
               : s("%1 %2").arg(intervalText(figure->low, figure->high), levelText(card.row.plan));
  case State:
    return experimentState(card, m_now).word;
  case Next:
    return isUnderWay(card.row.state) && toMillis(card.nextLook) > 0 ? dayText(dayOf(card.nextLook)) : QString();
  default:
    return {};
  }
}

double ExperimentListModel::number(int row, int column) const {
  const ExperimentCard& card = at(row);
  const TestFigure* figure = figureAt(row);
  switch (column) {
  case Effect:
    return figure && figure->isRelative() ? 100 * figure->lift : kNone;
  case Interval:
  case Drawn:
    return figure && figure->isRelative() ? 100 * (figure->high - figure->low) : kNone;
  case Next:
    return isUnderWay(card.row.state) ? double(toMillis(card.nextLook)) : kNone;
  default:
    return kNone;
  }
}

paint::Tone ExperimentListModel::tone(int row, int column) const {
  return column == State ? experimentState(at(row), m_now).tone : paint::Tone::Neutral;
}

QVariant ExperimentListModel::data(const QModelIndex& index, int role) const {
  if (role == Qt::ToolTipRole && checkIndex(index, CheckIndexOption::IndexIsValid)) {
    const QString words = explained(index.row(), index.column());
    return words.isEmpty() ? QVariant() : QVariant(words);
  }
  return RowModel::data(index, role);
}

QString ExperimentListModel::explained(int row, int column) const {
  if (column == Name)
    return at(row).row.plan.hypothesis;
  if (column == Effect || column == Interval) {
    const TestFigure* figure = figureAt(row);
    return figure && !figure->isRelative() ? errorText(fail(figure->why)) : QString();
  }
  return column == State ? experimentState(at(row), m_now).detail : QString();
}

QString ExperimentListModel::spoken(int row, int column) const {
  if (column == State)
    return s("%1. %2").arg(text(row, column), explained(row, column));
  return column == Drawn ? text(row, Interval) : text(row, column);
}

CellInterval ExperimentListModel::interval(int row, int column) const {
  const TestFigure* figure = figureAt(row);
  if (column != Drawn || !figure || !figure->isRelative())
    return {kNone, kNone, kNone};
  return {100 * figure->low, 100 * figure->lift, 100 * figure->high};
}

ExperimentPriceModel::ExperimentPriceModel(QObject* parent) : RowModel(testedPriceColumns(), parent) {}

void ExperimentPriceModel::setCard(const ExperimentCard& card) {
  std::map<int, Id> decisions; // the newest of each price
  for (const ExperimentPrice& p : card.prices)
    decisions[p.listingNo] = p.decision;
  beginResetModel();
  m_rows.clear();
  for (const TestedPrice& p : card.row.setup.prices) {
    const auto decision = decisions.find(p.listingNo);
    m_rows.push_back({p, experimentArm(card, p), decision == decisions.end() ? Id() : decision->second});
  }
  const QString mark = commonMark(m_rows);
  m_mixed = mark.isEmpty();
  endResetModel();
  setUnit(Control, mark);
  setUnit(Treatment, mark);
}

QString ExperimentPriceModel::text(int row, int column) const {
  const TestedPrice& p = at(row);
  switch (column) {
  case Sku:
    return p.sku;
  case Zone:
    return p.zone;
  case Control:
    return testPriceText(p.control, m_mixed);
  case Treatment:
    return testPriceText(p.treatment, m_mixed);
  case Change:
    return signedNumber(changeOf(p), 1);
  case Arm:
    return armWord(m_rows[std::size_t(row)].arm);
  default:
    return decisionAt(row).isNull() ? s("–") : decisionAt(row).toString().right(8);
  }
}

double ExperimentPriceModel::number(int row, int column) const {
  const TestedPrice& p = at(row);
  return column == Control     ? p.control.toDouble()
         : column == Treatment ? p.treatment.toDouble()
         : column == Change    ? changeOf(p)
                               : kNone;
}

paint::Tone ExperimentPriceModel::tone(int row, int column) const {
  const ExperimentArm arm = m_rows[std::size_t(row)].arm;
  return column == Arm && arm != ExperimentArm::Control && arm != ExperimentArm::Later ? paint::Tone::Accent
                                                                                       : paint::Tone::Neutral;
}

PlannedPriceModel::PlannedPriceModel(QObject* parent) : RowModel(plannedPriceColumns(), parent) {}

void PlannedPriceModel::setPrices(std::vector<ExperimentPreview::Priced> prices) {
  beginResetModel();
  m_rows = std::move(prices);
  const QString mark = commonMark(m_rows);
  m_mixed = mark.isEmpty();
  endResetModel();
  setUnit(Now, mark);
  setUnit(Planned, mark);
}

QString PlannedPriceModel::text(int row, int column) const {
  const ExperimentPreview::Priced& r = at(row);
  switch (column) {
  case Sku:
    return r.price.sku;
  case Zone:
    return r.price.zone;
  case Now:
    return testPriceText(r.price.control, m_mixed);
  case Planned:
    return testPriceText(r.price.treatment, m_mixed);
  case Change:
    return signedNumber(changeOf(r.price), 1);
  default:
    switch (r.route) {
    case Route::Automatic:
      return tr("within limits");
    case Route::Human:
      return tr("needs approval");
    case Route::NoChange:
      return tr("no change");
    case Route::Hold:
      return tr("held");
    case Route::Conflict:
      return tr("limits conflict");
    case Route::Blocked:
      return tr("not allowed");
    }
    return {};
  }
}

double PlannedPriceModel::number(int row, int column) const {
  const TestedPrice& p = at(row).price;
  return column == Now       ? p.control.toDouble()
         : column == Planned ? p.treatment.toDouble()
         : column == Change  ? changeOf(p)
                             : kNone;
}

paint::Tone PlannedPriceModel::tone(int row, int column) const {
  if (column != Limits)
    return paint::Tone::Neutral;
  switch (at(row).route) {
  case Route::Automatic:
    return paint::Tone::Positive;
  case Route::Human:
    return paint::Tone::Warning;
  default:
    return paint::Tone::Negative;
  }
}

QString PlannedPriceModel::detail(int row, int column) const {
  const ExperimentPreview::Priced& r = at(row);
  if (column != Limits)
    return {};
  const QString why = capitalized(codeText(r.reason));
  return r.instead ? tr("%1: the limits make %2 of it").arg(why, markedPrice(*r.instead)) : why;
}

} // namespace pricewright
