// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/CsvText.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

QString numberText(double value, int places) {
  if (!std::isfinite(value))
    return {};
  QString text = QString::number(value, 'f', std::clamp(places, 0, 12));
  const bool isZero = std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'1' && c <= u'9'; });
  return isZero && text.startsWith(u'-') ? text.mid(1) : text;
}

struct TextOf {
  const ExportColumn& column;
  bool excel;
  QString operator()(std::monostate) const { return {}; }
  QString operator()(const QString& text) const { return text; }
  QString operator()(qint64 number) const { return QString::number(number); }
  QString operator()(double number) const { return numberText(number, column.places); }
  QString operator()(const Decimal& number) const { return number.toString(); }
  QString operator()(const Money& money) const { return money.isValid() ? money.toString() : QString(); }
  QString operator()(Day day) const { return isoDay(day); }
  QString operator()(Instant at) const {
    // Spreadsheets know no "T" and no zone, and take a time with fractions for a text.
    return excel ? isoInstant(at).left(19).replace(u'T', u' ') : isoInstant(at);
  }
};

} // namespace

bool isPlainNumber(QStringView cell) {
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

// The wide forms count too: some spreadsheets take them for the same signs.
bool looksLikeFormula(QStringView cell) {
  return !cell.isEmpty() && QStringView(u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20").contains(cell.front());
}

CsvText::CsvText(bool excel, const TableStyle& style, std::vector<ExportColumn> columns)
    : m_columns(std::move(columns)), m_style(excel ? style : TableStyle{}), m_excel(excel) {
  if (m_style.separator == m_style.decimalMark)
    m_style.separator = u';'; // as spreadsheets do where the comma is taken
}

QByteArray CsvText::header() const {
  std::vector<ExportCell> names;
  for (const ExportColumn& c : m_columns)
    names.emplace_back(m_excel ? c.name : c.key);
  QByteArray out = m_excel ? QByteArrayLiteral("\xEF\xBB\xBF") : QByteArray();
  line(out, names, true);
  return out;
}

void CsvText::line(QByteArray& out, std::span<const ExportCell> cells, bool header) const {
  for (std::size_t i = 0; i < m_columns.size(); ++i) {
    if (i > 0)
      out += m_style.separator.toLatin1();
    if (i < cells.size())
      out += cell(cells[i], m_columns[i], header);
  }
  out += "\r\n";
}

QByteArray CsvText::cell(const ExportCell& value, const ExportColumn& column, bool header) const {
  QString text = std::visit(TextOf{column, m_excel}, value);
  const bool words = header || column.kind == ExportKind::Text || column.kind == ExportKind::Code;
  const bool number = !words && isPlainNumber(text);
  if (m_excel && number)
    text.replace(u'.', m_style.decimalMark);
  else if (m_excel && looksLikeFormula(text))
    text.prepend(u'\'');
  const bool quoted = text.contains(m_style.separator) || text.contains(u'"') || text.contains(u'\n') ||
                      text.contains(u'\r') || text.startsWith(u' ') || text.endsWith(u' ');
  if (quoted)
    text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
  return text.toUtf8();
}

QByteArray toCsv(const ReportTable& table, CsvPreset preset, QChar decimalMark, QChar separator) {
  const CsvText csv(preset == CsvPreset::Excel, {decimalMark, separator}, columnsOf(table));
  QByteArray out = csv.header();
  std::vector<ExportCell> cells;
  for (const QStringList& row : table.rows) {
    cells.assign(row.cbegin(), row.cend());
    csv.append(out, cells);
  }
  return out;
}

QJsonObject toJson(const ReportTable& table) {
  // Up to 15 digits survive the way through a double; what is longer stays the exact text.
  constexpr qsizetype kDigitsOfADouble = 15;
  const std::vector<ExportColumn> columns = columnsOf(table);
  const auto value = [&](const QString& cell, qsizetype column) -> QJsonValue {
    if (columns[std::size_t(column)].kind == ExportKind::Text)
      return cell;
    if (cell.isEmpty())
      return QJsonValue::Null;
    return isPlainNumber(cell) && cell.size() <= kDigitsOfADouble ? QJsonValue(cell.toDouble()) : QJsonValue(cell);
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
