// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/PriceSheet.h"

#include "base/Words.h"

#include <QMap>

namespace pricewright {
namespace {

QString cellText(const XlsxRow& row, int column) {
  const XlsxCell* cell = column < 0 ? nullptr : row.at(column);
  return cell ? cell->text.trimmed() : QString();
}

// A number as its shortest digits: what a spreadsheet stores as 3.4899999999999998 was typed as 3.49.
QString numberText(const QString& stored) {
  bool ok = false;
  const double value = stored.toDouble(&ok);
  return ok ? QString::number(value, 'g', 15) : stored;
}

QString valueText(const XlsxRow& row, int column) {
  const XlsxCell* cell = column < 0 ? nullptr : row.at(column);
  return !cell ? QString() : cell->kind == XlsxCell::Kind::Number ? numberText(cell->text) : cell->text.trimmed();
}

const XlsxSheet* sheetNamed(const std::vector<XlsxSheet>& book, QStringView name) {
  for (const XlsxSheet& sheet : book)
    if (sheet.name == name)
      return &sheet;
  return nullptr;
}

Result<PriceSheetEdits> readRows(const XlsxSheet& sheet, const QMap<QString, QString>& origin) {
  PriceSheetEdits out;
  out.workspaceId = origin.value(s("workspace"));
  out.title = origin.value(s("title"));
  out.writtenBy = origin.value(s("written_by"));
  if (const auto at = parseInstant(origin.value(s("written_at"))))
    out.writtenAt = *at;
  QMap<QString, int> columns;
  if (!sheet.rows.empty())
    for (const XlsxCell& cell : sheet.rows.front().cells)
      for (const char* key : {"sku", "zone", "currency", "now", "wanted", "reason", "comment"})
        if (cell.text.trimmed() == origin.value(s(key)) && !columns.contains(s(key)))
          columns.insert(s(key), cell.column);
  for (const char* key : {"sku", "zone", "wanted"})
    if (!columns.contains(s(key)))
      return fail(s("sheet.column-missing"), {{s("column"), origin.value(s(key), s(key))}});
  const auto column = [&](const char* key) { return columns.value(s(key), -1); };
  for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
    const XlsxRow& row = sheet.rows[i];
    PriceSheetEdit e;
    e.line = row.number;
    e.sku = cellText(row, column("sku"));
    e.zone = cellText(row, column("zone"));
    if (e.sku.isEmpty() && e.zone.isEmpty())
      continue;
    ++out.rows;
    e.currency = cellText(row, column("currency"));
    e.now = valueText(row, column("now"));
    e.wanted = valueText(row, column("wanted"));
    if (const XlsxCell* cell = row.at(column("wanted"))) {
      e.isNumber = cell->kind == XlsxCell::Kind::Number && !cell->isDate;
      e.isFault = cell->kind == XlsxCell::Kind::Fault || cell->kind == XlsxCell::Kind::Boolean || cell->isDate;
    }
    e.reason = cellText(row, column("reason"));
    e.comment = cellText(row, column("comment"));
    if (!e.wanted.isEmpty() || e.isFault || !e.reason.isEmpty() || !e.comment.isEmpty())
      out.edits.push_back(std::move(e));
  }
  return out;
}

} // namespace

Result<PriceSheetEdits> readPriceSheet(QIODevice& file, const JobContext& job) {
  PW_TRY(const std::vector<XlsxSheet> book, readXlsx(file, job));
  const XlsxSheet* origin = sheetNamed(book, u"pricewright");
  const XlsxSheet* prices = sheetNamed(book, u"Prices");
  if (!origin)
    return fail(s("sheet.not-ours"));
  QMap<QString, QString> facts;
  for (const XlsxRow& row : origin->rows)
    facts.insert(cellText(row, 0), cellText(row, 1));
  if (facts.value(s("format")) != u"1")
    return fail(s("sheet.not-ours"));
  for (const XlsxSheet& sheet : book) // renamed: the first that is not hidden
    if (!prices && !sheet.isHidden && &sheet != origin)
      prices = &sheet;
  return prices ? readRows(*prices, facts) : Result<PriceSheetEdits>(fail(s("sheet.not-ours")));
}

} // namespace pricewright
