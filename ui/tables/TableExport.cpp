// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/TableExport.h"

#include <QCoreApplication>
#include <QDate>
#include <QItemSelectionModel>

#include <cmath>

namespace pricewright {
namespace {

constexpr int kMostPlaces = 6;
constexpr double kLargestExact = 1e9; // six places beyond it are more than a double holds
const qint64 kJulianEpoch = QDate(1970, 1, 1).toJulianDay();

ExportKind kindOf(const Column& column) {
  switch (column.kind) {
  case CellKind::Text:
  case CellKind::Chip:
  case CellKind::Sparkline:
    return ExportKind::Text;
  case CellKind::Code:
    return ExportKind::Code;
  case CellKind::Percent:
    return ExportKind::Percent;
  case CellKind::Delta:
    return column.unit == QLatin1String("%") ? ExportKind::Percent : ExportKind::Number;
  case CellKind::Date:
    return ExportKind::Date;
  case CellKind::Moment:
    return ExportKind::Moment;
  default:
    return ExportKind::Number;
  }
}

// What a number needs: 2 for 3.19, 0 for 12.
int placesOf(double value) {
  double scaled = std::abs(value);
  for (int places = 0; places < kMostPlaces; ++places, scaled *= 10)
    if (std::abs(scaled - std::round(scaled)) < 1e-6 * std::max(1.0, scaled * 1e-6))
      return places;
  return kMostPlaces;
}

ExportCell numberCell(double value) {
  if (!std::isfinite(value))
    return {};
  if (std::abs(value) < kLargestExact)
    if (const Result<Decimal> exact = Decimal::parse(QString::number(value, 'f', kMostPlaces)); exact)
      return *exact;
  return value;
}

ExportCell cellOf(const RowModel& rows, int row, int column) {
  const double number = rows.number(row, column);
  switch (kindOf(rows.column(column))) {
  case ExportKind::Text: {
    const QString detail = rows.column(column).kind == CellKind::Chip ? rows.detail(row, column) : QString();
    const QString text = rows.plain(row, column);
    return detail.isEmpty() || detail == text ? text : text.isEmpty() ? detail : text + QStringLiteral(": ") + detail;
  }
  case ExportKind::Code:
    return rows.plain(row, column);
  case ExportKind::Date:
    return std::isfinite(number) ? ExportCell(Day(std::chrono::days(qint64(number) - kJulianEpoch))) : ExportCell();
  case ExportKind::Moment:
    return std::isfinite(number) ? ExportCell(Instant(Duration(qint64(number)))) : ExportCell();
  default:
    return numberCell(number);
  }
}

ExportColumn columnOf(const RowModel& rows, int column, const std::vector<int>& lines) {
  const Column& c = rows.column(column);
  ExportColumn out{c.key, rows.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), kindOf(c),
                   c.kind == CellKind::Money ? 2 : 0};
  if (c.kind == CellKind::Freshness)
    out.name = QCoreApplication::translate("TableExport", "%1 (hours)").arg(c.name);
  for (const int row : lines)
    if (const double number = rows.number(row, column); out.places < kMostPlaces && std::isfinite(number))
      out.places = std::max(out.places, placesOf(number));
  return out;
}

void addInterval(ExportTable& table, const RowModel& rows, int column, const std::vector<int>& lines) {
  const QString name = rows.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                key = rows.column(column).key;
  const auto tr = [](const char* text) { return QCoreApplication::translate("TableExport", text); };
  table.columns.push_back({key + QLatin1String("-low"), tr("%1, low").arg(name), ExportKind::Number, 2});
  table.columns.push_back({key, name, ExportKind::Number, 2});
  table.columns.push_back({key + QLatin1String("-high"), tr("%1, high").arg(name), ExportKind::Number, 2});
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const CellInterval interval = rows.interval(lines[i], column);
    const bool known = std::isfinite(rows.number(lines[i], column));
    for (const double value : {interval.low, interval.middle, interval.high})
      table.rows[i].push_back(known ? numberCell(value) : ExportCell());
  }
}

} // namespace

ExportTable exportedTable(const QString& title, const TableView& view, bool chosenOnly) {
  const RowModel& rows = view.lines().rows();
  const std::vector<int> lines = chosenOnly ? view.chosenRows() : view.lines().shownRows();
  ExportTable table{title, {}, std::vector<std::vector<ExportCell>>(lines.size())};
  for (const int column : view.wantedColumns()) {
    if (rows.column(column).kind == CellKind::Interval) {
      addInterval(table, rows, column, lines);
      continue;
    }
    table.columns.push_back(columnOf(rows, column, lines));
    for (std::size_t i = 0; i < lines.size(); ++i)
      table.rows[i].push_back(cellOf(rows, lines[i], column));
  }
  return table;
}

QString filterWords(const TableLines& lines) {
  QStringList words;
  if (!lines.textFilter().isEmpty())
    words << QStringLiteral("“%1”").arg(lines.textFilter());
  for (int c = 0; c < lines.columnCount(); ++c)
    if (!lines.columnFilter(c).isEmpty() && !lines.isFilterBad(c))
      words << lines.rows().column(c).name + u' ' + lines.columnFilter(c);
  return words.join(QStringLiteral(", "));
}

PageTable pageTable(const QString& title, TableView& view, const QString& filters) {
  const QString typed = filterWords(view.lines());
  const QString words = filters.isEmpty() || typed.isEmpty() ? filters + typed : filters + QStringLiteral(", ") + typed;
  return {title,
          words,
          &view,
          view.lines().shownCount(),
          int(view.chosenRows().size()),
          [title, &view](bool chosenOnly) { return exportedTable(title, view, chosenOnly); },
          {}};
}

} // namespace pricewright
