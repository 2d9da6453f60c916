// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/TestModels.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <cmath>

namespace pricewright {
namespace {

using paint::Tone;

std::vector<Column> testLineColumns() {
  using M = TestLineModel;
  std::vector<Column> all{
      col("test", M::tr("Test"), CellKind::Text, 190, 230, 6),
      spared(col("category", M::tr("Category"), CellKind::Text, 76, 92), 2),
      spared(col("period", M::tr("Quarter"), CellKind::Code, 74, 78), 5),
      col("state", M::tr("Verdict"), CellKind::Chip, 178, 200, 2),
      spared(col("metric", M::tr("Decided by"), CellKind::Text, 84, 88), 3),
      withHelp(col("lift", M::tr("Lift"), CellKind::Percent, 66, 76, 0),
               M::tr("Treatment against control, of the newest look that could say something"), s("%")),
      withHelp(col("lift-interval", M::tr("Always-valid interval"), CellKind::Interval, 140, 150, 3),
               M::tr("Holds at all looks together, however often somebody looks")),
      withHelp(col("weekly", M::tr("A week"), CellKind::Number, 72, 84, 0),
               M::tr("What the new prices bring more in all zones, as found")),
      spared(col("progress", M::tr("Day"), CellKind::Number, 74, 80, 0), 1),
      spared(withHelp(col("decided-on", M::tr("Decided on day"), CellKind::Number, 110, 114, 0),
                      M::tr("The first look that decided it")),
             4),
      withHelp(col("in-time", M::tr("In time"), CellKind::Text, 60, 66, 0),
               M::tr("Decided within the time that was planned")),
      spared(withHelp(col("units", M::tr("Units"), CellKind::Number, 58, 66, 0),
                      M::tr("Zones, blocks, products or visitors in both arms together")),
             6)};
  all[M::Lift].strong = true;
  all[M::Metric].muted = all[M::Category].muted = true;
  return all;
}

std::vector<Column> liftSumColumns() {
  using M = LiftSumModel;
  std::vector<Column> all{
      col("name", M::tr("Of tests"), CellKind::Text, 100, 200, 5),
      col("tests", M::tr("Tests"), CellKind::Number, 62, 70, 0),
      withHelp(col("lift", M::tr("Lift, as found"), CellKind::Percent, 100, 116, 0),
               M::tr("Each test weighted by how precise it is"), s("%")),
      withHelp(col("lift-interval", M::tr("90 % interval"), CellKind::Interval, 110, 190, 4),
               M::tr("Of the lift as found")),
      withHelp(col("shrunk", M::tr("Shrunk"), CellKind::Percent, 80, 92, 0),
               M::tr("The same tests, each drawn towards the mean of all by how little it knows: what to plan with"),
               s("%"))};
  all[M::Shrunk].strong = true;
  return all;
}

} // namespace

TestLineModel::TestLineModel(QObject* parent) : RowModel(testLineColumns(), parent) {}

void TestLineModel::setTests(std::vector<TestLine> tests, Currency currency) {
  beginResetModel();
  m_rows = std::move(tests);
  endResetModel();
  setUnit(Weekly, currency.isValid() ? currencyMark(currency) : QString());
}

CellInterval TestLineModel::interval(int row, int column) const {
  const auto& f = at(row).figure;
  return column == LiftDrawn && f ? CellInterval{100 * f->low, 100 * f->lift, 100 * f->high}
                                  : CellInterval{kNone, kNone, kNone};
}

double TestLineModel::number(int row, int column) const {
  const TestLine& t = at(row);
  switch (column) {
  case Lift:
    return t.figure ? 100 * t.figure->lift : kNone;
  case LiftDrawn:
    return t.figure ? 100 * (t.figure->high - t.figure->low) : kNone;
  case Weekly:
    return t.weekly.value_or(kNone);
  case Progress:
    return t.day;
  case DecidedOn:
    return t.decidedOn ? *t.decidedOn : kNone;
  case Units:
    return t.units;
  default:
    return kNone;
  }
}

QString TestLineModel::text(int row, int column) const {
  const TestLine& t = at(row);
  switch (column) {
  case Name:
    return t.name;
  case Category:
    return t.category;
  case Period:
    return t.period;
  case State:
    return testWord(t).word;
  case Metric:
    return testMetricWord(t.metric);
  case Lift:
    return t.figure ? signedNumber(100 * t.figure->lift, 1) : s("–");
  case LiftDrawn:
    return t.figure ? s("%1 … %2").arg(signedNumber(100 * t.figure->low, 1), signedNumber(100 * t.figure->high, 1))
                    : s("–");
  case Weekly:
    return t.weekly ? majorText(*t.weekly) : s("–");
  case Progress:
    return t.state == TestState::Draft ? s("–")
                                       : tr("%1 of %2").arg(QLocale().toString(t.day), QLocale().toString(t.days));
  case DecidedOn:
    return t.decidedOn ? QLocale().toString(*t.decidedOn) : s("–");
  case InTime:
    return !t.inTime ? s("–") : *t.inTime ? tr("yes") : tr("no");
  default:
    return QLocale().toString(t.units);
  }
}

Tone TestLineModel::tone(int row, int column) const {
  const TestLine& t = at(row);
  if (column == State)
    return testWord(t).tone;
  return column == InTime && t.inTime && !*t.inTime ? Tone::Warning : Tone::Neutral;
}

QString TestLineModel::detail(int row, int column) const {
  const TestLine& t = at(row);
  if (column == State)
    return testWord(t).detail;
  if (column == Weekly && t.weeklyLow && t.weeklyHigh)
    return majorInterval(*t.weeklyLow, *t.weeklyHigh);
  return {};
}

LiftSumModel::LiftSumModel(QObject* parent) : RowModel(liftSumColumns(), parent) {}

void LiftSumModel::setRows(std::vector<LiftRow> rows, const LiftRow& total) {
  beginResetModel();
  m_rows = std::move(rows);
  if (total.tests > 0) {
    m_rows.push_back(total);
    m_rows.back().name = tr("All");
  }
  endResetModel();
}

CellInterval LiftSumModel::interval(int row, int column) const {
  const LiftRow& r = m_rows[std::size_t(row)];
  return column == LiftDrawn ? CellInterval{100 * r.low, 100 * r.lift, 100 * r.high}
                             : CellInterval{kNone, kNone, kNone};
}

double LiftSumModel::number(int row, int column) const {
  const LiftRow& r = m_rows[std::size_t(row)];
  const double values[] = {kNone, double(r.tests), 100 * r.lift, 100 * (r.high - r.low), 100 * r.shrunk};
  return values[column];
}

QString LiftSumModel::text(int row, int column) const {
  const LiftRow& r = m_rows[std::size_t(row)];
  switch (column) {
  case Name:
    return r.name.isEmpty() ? tr("without a category") : r.name;
  case Tests:
    return QLocale().toString(r.tests);
  case Lift:
    return signedNumber(100 * r.lift, 1);
  case LiftDrawn:
    return s("%1 … %2").arg(signedNumber(100 * r.low, 1), signedNumber(100 * r.high, 1));
  default:
    return signedNumber(100 * r.shrunk, 1);
  }
}

} // namespace pricewright
