// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/TablePdf.h"

#include "itemmodels/Format.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cmath>

namespace pricewright {
namespace {

constexpr int kLandscapeFrom = 6; // columns

struct Reading {
  const ExportColumn& column;
  QString operator()(std::monostate) const { return {}; }
  QString operator()(const QString& text) const { return text; }
  QString operator()(qint64 number) const { return QLocale().toString(number); }
  QString operator()(double number) const {
    return std::isfinite(number) ? plainNumber(number, column.places) : QString();
  }
  QString operator()(const Decimal& number) const { return plainNumber(number.toDouble(), column.places); }
  QString operator()(const Money& money) const { return moneyText(money); }
  QString operator()(Day day) const {
    return QLocale().toString(QDate(1970, 1, 1).addDays(day.time_since_epoch().count()), QLocale::ShortFormat);
  }
  QString operator()(Instant at) const {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()), QLocale::ShortFormat);
  }
};

// The room of a column follows what stands in it; long texts wrap rather than crowd the numbers out.
double shareOf(const ExportTable& table, const std::vector<QStringList>& texts, qsizetype column) {
  constexpr double kLeast = 6, kMost = 28;
  double sum = 0, longest = 0;
  for (const QStringList& row : texts) {
    sum += double(row.value(column).size());
    longest = std::max(longest, double(row.value(column).size()));
  }
  const double mean = texts.empty() ? 0 : sum / double(texts.size());
  const bool number = table.columns[std::size_t(column)].kind >= ExportKind::Integer;
  const double head = double(table.columns[std::size_t(column)].name.size()) * 0.8;
  return std::clamp(std::max(head, number ? longest : (mean + longest) / 2), kLeast, kMost);
}

} // namespace

ReportPdf tableReport(const Theme& theme, const ExportTable& table, const QString& workspace, const QString& footer) {
  const auto count = qsizetype(table.columns.size());
  ReportPdf pdf(theme, {table.title, QCoreApplication::translate("TablePdf", "%n rows", "", int(table.rows.size())),
                        workspace, footer, count > kLandscapeFrom});
  ReportPdf::Table out;
  for (const std::vector<ExportCell>& row : table.rows) {
    QStringList& texts = out.rows.emplace_back();
    for (std::size_t c = 0; c < std::min(row.size(), table.columns.size()); ++c)
      texts << std::visit(Reading{table.columns[c]}, row[c]);
  }
  for (qsizetype c = 0; c < count; ++c) {
    const ExportColumn& column = table.columns[std::size_t(c)];
    const bool number = column.kind >= ExportKind::Integer && column.kind <= ExportKind::Percent;
    out.columns.push_back({column.name, shareOf(table, out.rows, c), number, !number, false});
  }
  pdf.addTable(std::move(out));
  return pdf;
}

} // namespace pricewright
