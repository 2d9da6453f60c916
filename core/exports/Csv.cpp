// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/Report.h"

#include <QJsonArray>

namespace pricewright {
namespace {

// Digits with at most one dot and a sign: what a spreadsheet takes for a number in a column of numbers.
bool isNumber(QStringView cell) {
  if (cell.startsWith(u'-'))
    cell = cell.mid(1);
  bool digit = false, dot = false;
  for (const QChar c : cell) {
    if (c == u'.' && !dot)
      dot = true;
    else if (c >= u'0' && c <= u'9')
      digit = true;
    else
      return false;
  }
  return digit;
}

// A spreadsheet runs a cell that begins like a formula, whoever wrote it into a product name: an apostrophe makes it
// text. The wide forms count too: some spreadsheets take them for the same signs.
bool looksLikeFormula(QStringView cell) {
  return !cell.isEmpty() && QStringView(u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20").contains(cell.front());
}

struct CsvStyle {
  bool excel;
  QChar decimalMark, separator;
  QString lineEnd;

  QString cell(const QString& value, bool text) const {
    QString out = value;
    if (excel && !text && isNumber(value))
      out.replace(u'.', decimalMark);
    else if (excel && looksLikeFormula(value))
      out.prepend(u'\'');
    const bool quoted = out.contains(separator) || out.contains(u'"') || out.contains(u'\n') || out.contains(u'\r') ||
                        out.startsWith(u' ') || out.endsWith(u' ');
    if (!quoted)
      return out;
    return u'"' + out.replace(u'"', QStringLiteral("\"\"")) + u'"';
  }
};

bool isTextColumn(const ReportTable& table, qsizetype column) {
  const auto at = static_cast<std::size_t>(column);
  return at >= table.isText.size() || table.isText[at];
}

} // namespace

QByteArray toCsv(const ReportTable& table, CsvPreset preset, QChar decimalMark, QChar separator) {
  CsvStyle style{preset == CsvPreset::Excel, decimalMark, separator, QStringLiteral("\r\n")};
  if (!style.excel)
    style = {false, u'.', u',', QStringLiteral("\n")};
  if (style.separator == style.decimalMark)
    style.separator = u';'; // as spreadsheets do where the comma is taken

  QString out;
  const auto line = [&](const QStringList& cells, bool header) {
    for (qsizetype i = 0; i < cells.size(); ++i) {
      if (i > 0)
        out += style.separator;
      out += style.cell(cells[i], header || isTextColumn(table, i));
    }
    out += style.lineEnd;
  };
  line(table.columns, true);
  for (const QStringList& row : table.rows)
    line(row, false);
  return (style.excel ? QByteArray("\xEF\xBB\xBF") : QByteArray()) + out.toUtf8();
}

QJsonObject toJson(const ReportTable& table) {
  // Up to 15 digits survive the way through a double; what is longer stays the exact text.
  constexpr qsizetype kDigitsOfADouble = 15;
  const auto value = [&](const QString& cell, qsizetype column) -> QJsonValue {
    if (isTextColumn(table, column))
      return cell;
    if (cell.isEmpty())
      return QJsonValue::Null;
    return isNumber(cell) && cell.size() <= kDigitsOfADouble ? QJsonValue(cell.toDouble()) : QJsonValue(cell);
  };
  QJsonArray rows;
  for (const QStringList& row : table.rows) {
    QJsonObject object;
    for (qsizetype i = 0; i < std::min(row.size(), table.columns.size()); ++i)
      object[table.columns[i]] = value(row[i], i);
    rows.append(object);
  }
  return {{QStringLiteral("title"), table.title},
          {QStringLiteral("columns"), QJsonArray::fromStringList(table.columns)},
          {QStringLiteral("rows"), rows}};
}

} // namespace pricewright
