// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/TargetModel.h"

#include "itemmodels/Format.h"

namespace pricewright {
namespace {

std::vector<Column> targetColumns() {
  const auto tr = [](const char* text) { return TargetModel::tr(text); };
  return {{.key = "category", .name = tr("Category"), .kind = CellKind::Code, .least = 84, .ideal = 110, .share = 2},
          {.key = "name", .name = tr("Name"), .least = 80, .ideal = 140, .share = 2, .shown = false, .muted = true},
          {.key = "revenue-target",
           .name = tr("Revenue target"),
           .kind = CellKind::Number,
           .least = 116,
           .ideal = 124,
           .strong = true,
           .editable = true,
           .help = tr("Net of VAT, in the workspace’s currency. F2 types it, Ctrl+V pastes a column")},
          {.key = "revenue",
           .name = tr("So far"),
           .kind = CellKind::Number,
           .least = 74,
           .ideal = 88,
           .share = 1,
           .help = tr("Units sold × average price paid, net of VAT, on the days of the period that sales cover")},
          {.key = "reached",
           .name = tr("Reached"),
           .unit = QStringLiteral("%"),
           .kind = CellKind::Percent,
           .least = 84,
           .ideal = 94},
          {.key = "expected",
           .name = tr("At its end"),
           .kind = CellKind::Number,
           .least = 116,
           .ideal = 140,
           .share = 1,
           .help = tr("Revenue carried on at the pace of the last eight weeks, with a 90 % interval from how much they "
                      "differed. Seasons and plans are not in it")},
          {.key = "revenue-state", .name = tr("Revenue"), .kind = CellKind::Chip, .least = 80, .ideal = 92},
          {.key = "last-year",
           .name = tr("Last year"),
           .unit = QStringLiteral("%"),
           .kind = CellKind::Delta,
           .least = 88,
           .ideal = 96,
           .shown = false,
           .help = tr("Against the same days 52 weeks before")},
          {.key = "margin-target",
           .name = tr("Margin target"),
           .unit = QStringLiteral("%"),
           .kind = CellKind::Percent,
           .least = 112,
           .ideal = 124,
           .strong = true,
           .editable = true},
          {.key = "margin",
           .name = tr("So far"),
           .unit = QStringLiteral("%"),
           .kind = CellKind::Percent,
           .least = 74,
           .ideal = 82},
          {.key = "margin-state", .name = tr("Margin"), .kind = CellKind::Chip, .least = 80, .ideal = 92},
          {.key = "index-target",
           .name = tr("Index at most"),
           .kind = CellKind::Number,
           .least = 100,
           .ideal = 110,
           .strong = true,
           .editable = true,
           .help = tr("Own price ÷ median of competitors × 100: 100 is parity, less is cheaper")},
          {.key = "index", .name = tr("Now"), .kind = CellKind::Number, .least = 52, .ideal = 64},
          {.key = "index-state", .name = tr("Index"), .kind = CellKind::Chip, .least = 80, .ideal = 92}};
}

const std::optional<Decimal>* targetAt(const TargetRow& r, int column) {
  switch (column) {
  case TargetModel::RevenueTarget:
    return &r.revenueTarget;
  case TargetModel::MarginTarget:
    return &r.marginTarget;
  case TargetModel::IndexTarget:
    return &r.indexTarget;
  default:
    return nullptr;
  }
}

TargetStanding standingAt(const TargetRow& r, int column) {
  return column == TargetModel::RevenueState  ? r.revenueStanding
         : column == TargetModel::MarginState ? r.marginStanding
                                              : r.indexStanding;
}

QString orDash(const std::optional<double>& value, int places) {
  return value ? QLocale().toString(*value, 'f', places) : QStringLiteral("–");
}

} // namespace

QString periodText(const TargetPeriod& period) {
  const QDate from = dateOf(period.from);
  switch (period.kind) {
  case PeriodKind::Year:
    return QString::number(from.year());
  case PeriodKind::Quarter:
    return TargetModel::tr("quarter %1 of %2").arg((from.month() + 2) / 3).arg(from.year());
  case PeriodKind::Month:
    break;
  }
  return QLocale().toString(from, QStringLiteral("MMMM yyyy"));
}

QString standingText(TargetStanding standing) {
  switch (standing) {
  case TargetStanding::Open:
    return TargetModel::tr("open");
  case TargetStanding::Ahead:
    return TargetModel::tr("on track");
  case TargetStanding::Behind:
    return TargetModel::tr("behind");
  case TargetStanding::Reached:
    return TargetModel::tr("reached");
  case TargetStanding::Missed:
    return TargetModel::tr("missed");
  case TargetStanding::None:
    break;
  }
  return {};
}

TargetModel::TargetModel(QObject* parent) : RowModel(targetColumns(), parent) {}

void TargetModel::setView(const TargetsView& view) {
  beginResetModel();
  m_view = view;
  endResetModel();
  const QString mark = view.currency.isValid() ? currencyMark(view.currency) : QString();
  for (const int column : {int(RevenueTarget), int(Revenue), int(Expected)})
    setUnit(column, mark);
}

int TargetModel::rowOf(const QString& key) const {
  for (int row = 0; row < rowCount(); ++row)
    if (this->key(row) == key)
      return row;
  return -1;
}

int TargetModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_view.rows.size());
}

QString TargetModel::text(int row, int column) const {
  const TargetRow& r = at(row);
  if (const auto* target = targetAt(r, column)) {
    if (!*target)
      return {};
    const bool whole = (*target)->micros() % Decimal::kOne == 0;
    return whole ? QLocale().toString((*target)->micros() / Decimal::kOne) : decimalText(**target);
  }
  switch (column) {
  case Category:
    return r.categoryNo == 0 ? tr("All") : r.code;
  case Name:
    return r.categoryNo == 0 ? tr("the whole assortment") : r.name;
  case Revenue:
    return orDash(r.revenue, 0);
  case Reached:
    return std::isnan(number(row, column)) ? QStringLiteral("–") : QLocale().toString(number(row, column), 'f', 0);
  case Expected:
    return !r.expected ? QStringLiteral("–")
           : *r.expectedHigh - *r.expected < 0.5
               ? orDash(r.expected, 0)
               : QStringLiteral("%1 ±%2").arg(orDash(r.expected, 0),
                                              QLocale().toString(*r.expectedHigh - *r.expected, 'f', 0));
  case LastYear:
    return std::isnan(number(row, column)) ? QStringLiteral("–") : signedNumber(number(row, column), 1);
  case Margin:
    return orDash(r.margin, 1);
  case Index:
    return orDash(r.index, 1);
  default:
    return standingText(standingAt(r, column));
  }
}

double TargetModel::number(int row, int column) const {
  const TargetRow& r = at(row);
  if (const auto* target = targetAt(r, column))
    return *target ? (*target)->toDouble() : kNone;
  switch (column) {
  case Revenue:
    return r.revenue.value_or(kNone);
  case Reached:
    return r.revenueTarget && r.revenue ? 100 * *r.revenue / r.revenueTarget->toDouble() : kNone;
  case Expected:
    return r.expected.value_or(kNone);
  case LastYear:
    return r.revenue && r.lastYear && *r.lastYear > 0 ? 100 * (*r.revenue / *r.lastYear - 1) : kNone;
  case Margin:
    return r.margin.value_or(kNone);
  case Index:
    return r.index.value_or(kNone);
  default:
    return kNone;
  }
}

paint::Tone TargetModel::tone(int row, int column) const {
  if (column == LastYear) {
    const double change = number(row, column);
    return change > 0 ? paint::Tone::Positive : change < 0 ? paint::Tone::Negative : paint::Tone::Neutral;
  }
  if (column != RevenueState && column != MarginState && column != IndexState)
    return paint::Tone::Neutral;
  switch (standingAt(at(row), column)) {
  case TargetStanding::Ahead:
  case TargetStanding::Reached:
    return paint::Tone::Positive;
  case TargetStanding::Behind:
    return paint::Tone::Warning;
  case TargetStanding::Missed:
    return paint::Tone::Negative;
  default:
    return paint::Tone::Neutral;
  }
}

QString TargetModel::spoken(int row, int column) const {
  const TargetRow& r = at(row);
  if (column != Expected || !r.expected)
    return text(row, column);
  return tr("%1, between %2 and %3").arg(orDash(r.expected, 0), orDash(r.expectedLow, 0), orDash(r.expectedHigh, 0));
}

QString TargetModel::editText(int row, int column) const { return text(row, column); }

std::optional<TargetWish> TargetModel::wishOf(int row, int column, const QString& typed) const {
  TargetWish wish{at(row).categoryNo, m_view.period.key(), TargetMeasure::Revenue, {}};
  wish.measure = column == MarginTarget  ? TargetMeasure::Margin
                 : column == IndexTarget ? TargetMeasure::Index
                                         : TargetMeasure::Revenue;
  QString text = typed.trimmed();
  if (text.endsWith(QLatin1Char('%')))
    text = text.chopped(1).trimmed();
  if (text.isEmpty())
    return wish;
  wish.value = decimalFromText(text);
  return wish.value ? std::optional(wish) : std::nullopt;
}

QString TargetModel::checkEdit(int row, int column, const QString& typed) const {
  const auto wish = wishOf(row, column, typed);
  if (!wish)
    return tr("“%1” is no number.").arg(typed.left(40));
  if (!wish->value)
    return {};
  const double value = wish->value->toDouble();
  if (value <= 0)
    return tr("A target lies above zero. An empty cell takes it away.");
  if (wish->measure == TargetMeasure::Margin && value >= 100)
    return tr("A margin lies below 100 %.");
  if (wish->measure == TargetMeasure::Index && value > 1000)
    return tr("An index lies below 1000; 100 is parity.");
  return {};
}

} // namespace pricewright
