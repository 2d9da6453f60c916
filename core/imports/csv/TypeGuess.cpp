// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/csv/TypeGuess.h"

namespace pricewright {
namespace {

constexpr qint64 kTextIsText = 4096; // cells after which a column that holds neither numbers nor days is left alone

constexpr std::int64_t kDayMs = 86'400'000;

QStringList uniqueHeader(const std::vector<std::string>& cells, QStringList& repeated) {
  QStringList names;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view cell = trimmed(cells[i]);
    QString name = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).simplified();
    if (name.isEmpty())
      name = QStringLiteral("column %1").arg(i + 1);
    QString candidate = name;
    for (int n = 2; names.contains(candidate); ++n)
      candidate = QStringLiteral("%1 (%2)").arg(name).arg(n);
    if (candidate != name && !repeated.contains(name))
      repeated << name;
    names << candidate;
  }
  return names;
}

} // namespace

void ColumnProfile::see(std::string_view cell) {
  const std::string_view t = trimmed(cell);
  if (t.empty())
    return;
  ++m_filled;
  if (m_filled > kTextIsText && (numeric() + m_days) * 10 < m_filled)
    return;
  if (t.size() > 40)
    return;
  if (t.size() > 1 && t.front() == '0' && digit(t[1]))
    ++m_leadingZero;
  if (m_switches + 1 == m_filled && t.size() < 6 && parseSwitch(t).fault == ValueFault::None)
    ++m_switches;
  if (plainNumber(t))
    return;
  if (seeDay(t))
    ++m_days;
  else
    seeNumber(t);
}

// The two commonest cells, without a detour: digits alone, and digits with a point and not three digits behind it.
bool ColumnProfile::plainNumber(std::string_view t) {
  std::size_t at = t.front() == '-';
  const std::size_t first = at;
  while (at < t.size() && digit(t[at]))
    ++at;
  if (at == first || at - first > 7 || t.size() > 15)
    return false;
  if (at == t.size()) {
    ++m_integers;
    return true;
  }
  const std::size_t behind = t.size() - at - 1;
  if (t[at] != '.' || behind == 0 || behind == 3)
    return false;
  while (++at < t.size())
    if (!digit(t[at]))
      return false;
  ++m_decimals;
  ++forPoint;
  return true;
}

void ColumnProfile::seeNumber(std::string_view t) {
  std::size_t points = 0, commas = 0, digits = 0, lastPoint = 0, lastComma = 0, behind = 0, letters = 0;
  for (std::size_t i = 0; i < t.size(); ++i) {
    const char c = t[i];
    if (digit(c))
      ++digits, ++behind;
    else if (c == '.')
      ++points, lastPoint = i, behind = 0;
    else if (c == ',')
      ++commas, lastComma = i, behind = 0;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      ++letters;
  }
  if (digits == 0 || letters > 3)
    return;
  if (points + commas == 0) {
    if (parseNumber(t, '.', 0).fault == ValueFault::None)
      ++m_integers;
    return;
  }
  const char mark = points && commas ? (lastPoint > lastComma ? '.' : ',') : points ? '.' : ',';
  const std::size_t count = mark == '.' ? points : commas;
  const char other = mark == '.' ? ',' : '.';
  if (!(points && commas) && count > 1) { // "1.299.000": grouping, if it reads so
    if (parseNumber(t, other, 6).fault != ValueFault::None)
      return;
    ++(other == '.' ? forPoint : forComma);
    ++m_integers;
    return;
  }
  if (parseNumber(t, mark, 6).fault != ValueFault::None)
    return;
  ++m_decimals;
  const bool open = !(points && commas) && behind == 3 && parseNumber(t, other, 6).fault == ValueFault::None &&
                    t.front() != '0' && !t.starts_with("-0");
  if (open)
    ++(mark == '.' ? openPoint : openComma);
  else
    ++(mark == '.' ? forPoint : forComma);
}

bool ColumnProfile::seeDay(std::string_view t) {
  static const DayFormat iso(DayFormat::Kind::Iso), dayFirstFormat(DayFormat::Kind::DayFirst),
      monthFirstFormat(DayFormat::Kind::MonthFirst);
  if (t.size() < 8 || !digit(t.front()))
    return false;
  const auto good = [](DayFormat::Moment m) { return m.fault == ValueFault::None; };
  if (digit(t[1]) && digit(t[2]) && digit(t[3])) {
    const auto moment = iso.parse(t);
    if (!good(moment))
      return false;
    m_times += moment.ms % kDayMs != 0;
    ++isoDays;
    return true;
  }
  if (t[1] == '.' || t[2] == '.') {
    const auto moment = dayFirstFormat.parse(t);
    dotted += good(moment), m_times += good(moment) && moment.ms % kDayMs != 0;
    return good(moment);
  }
  const auto asDayFirst = dayFirstFormat.parse(t), asMonthFirst = monthFirstFormat.parse(t);
  const bool d = good(asDayFirst), m = good(asMonthFirst);
  if (!d && !m)
    return false;
  m_times += (d ? asDayFirst : asMonthFirst).ms % kDayMs != 0;
  if (d && m)
    ++openDays;
  else
    ++(d ? dayFirst : monthFirst);
  return true;
}

QString ColumnProfile::type() const {
  const auto nearlyAll = [this](qint64 n) { return n * 50 >= m_filled * 49; };
  if (m_filled == 0)
    return QStringLiteral("empty");
  if (isDay())
    return QStringLiteral("day");
  if (nearlyAll(m_switches) && m_switches == m_filled)
    return QStringLiteral("switch");
  if (m_leadingZero * 20 > m_filled && m_decimals == 0)
    return QStringLiteral("text"); // codes: their zeros are kept
  if (isNumber())
    return m_decimals > 0 ? QStringLiteral("decimal") : QStringLiteral("integer");
  return QStringLiteral("text");
}

Result<FileScan> scanFile(const QString& path, const ScanOptions& options) {
  FileScan scan;
  if (options.separator == 0) {
    PW_TRY(ByteSource peek, ByteSource::open(path, options.encoding));
    std::string head(1 << 15, '\0');
    PW_TRY(const std::size_t n, peek.read(head.data(), head.size()));
    scan.separator = guessSeparator(std::string_view(head).substr(0, n));
  } else {
    scan.separator = options.separator;
  }
  PW_TRY(ByteSource source, ByteSource::open(path, options.encoding));
  scan.hasByteOrderMark = source.hasByteOrderMark();
  scan.fileBytes = source.fileBytes();
  CsvReader reader(std::move(source), scan.separator);
  std::vector<std::vector<std::string>> sample;
  CsvRow row;
  for (;;) {
    PW_TRY(const bool more, reader.next(row));
    if (!more)
      break;
    if (row.fault != RowFault::None && sample.empty())
      return fail(QStringLiteral("import.bad-header"),
                  {{QStringLiteral("path"), path}, {QStringLiteral("why"), QLatin1String(rowFaultCode(row.fault))}});
    if (sample.size() <= 20 && row.fault == RowFault::None)
      sample.emplace_back(row.cells.begin(), row.cells.end());
    if (sample.size() == 1 && scan.columns.empty()) {
      scan.columns.resize(row.cells.size());
      continue;
    }
    ++scan.rows;
    for (std::size_t i = 0; i < std::min(row.cells.size(), scan.columns.size()); ++i)
      scan.columns[i].see(row.cells[i]);
    if (scan.rows == options.mostRows) {
      scan.complete = false;
      break;
    }
    if (scan.rows % 4096 == 0 && options.stop.stop_requested())
      return fail(QStringLiteral("import.cancelled"));
  }
  if (sample.empty())
    return fail(QStringLiteral("import.empty"), {{QStringLiteral("path"), path}});
  scan.encoding = reader.source().verdict();
  scan.damagedCharacters = reader.source().damagedCharacters();
  // What is no UTF-8 is looked at again as what it is: "€ 1,99" speaks for a decimal comma only once it can be read.
  if (options.encoding == TextEncoding::Auto &&
      (scan.encoding == TextEncoding::Latin1 || scan.encoding == TextEncoding::Windows1252)) {
    ScanOptions again = options;
    again.encoding = scan.encoding;
    again.separator = scan.separator;
    return scanFile(path, again);
  }
  scan.header = uniqueHeader(sample.front(), scan.repeated);
  for (std::size_t r = 1; r < sample.size(); ++r) {
    QStringList cells;
    for (const auto& cell : sample[r])
      cells << QString::fromStdString(cell);
    scan.sample.push_back(cells);
  }
  return scan;
}

DecimalMarks decideDecimalMarks(const FileScan& scan, const std::vector<bool>& relevant) {
  DecimalMarks out;
  out.columns.assign(scan.columns.size(), 0);
  qint64 points = 0, commas = 0, onlyOpenCommas = 0, onlyOpenPoints = 0;
  for (std::size_t i = 0; i < scan.columns.size(); ++i) {
    const ColumnProfile& c = scan.columns[i];
    if (!relevant[i])
      continue;
    if (c.forPoint != c.forComma)
      out.columns[i] = c.forPoint > c.forComma ? '.' : ',';
    if (c.forPoint > 0 && c.forComma > 0)
      out.notes << QStringLiteral("import.both-decimal-marks:") + scan.header[static_cast<qsizetype>(i)];
    points += c.forPoint;
    commas += c.forComma;
    onlyOpenPoints += c.openPoint;
    onlyOpenCommas += c.openComma;
  }
  if (points != commas)
    out.file = points > commas ? '.' : ',';
  else if (onlyOpenCommas > 0 && onlyOpenPoints == 0 && scan.separator == ';')
    out.file = ',';
  for (std::size_t i = 0; i < scan.columns.size(); ++i) {
    const ColumnProfile& c = scan.columns[i];
    if (out.columns[i] == 0) {
      out.columns[i] = out.file;
      if (relevant[i] && c.openPoint + c.openComma > 0)
        out.notes << QStringLiteral("import.open-decimal-mark:") + scan.header[static_cast<qsizetype>(i)];
    }
    out.differs = out.differs || (relevant[i] && out.columns[i] != out.file);
  }
  return out;
}

BareDays bareDays(const FileScan& scan, qsizetype column) {
  const ColumnProfile& profile = scan.columns[static_cast<std::size_t>(column)];
  if (!profile.isNumber() || profile.isDay())
    return BareDays::No;
  qint64 cells = 0, serials = 0;
  for (const QStringList& row : scan.sample) {
    const std::string cell = row.value(column).toStdString();
    if (trimmed(cell).empty())
      continue;
    ++cells;
    const ParsedNumber n = parseNumber(cell, cell.find(',') == std::string::npos ? '.' : ',', 0);
    serials += n.fault == ValueFault::None && n.value >= 20'000 && n.value <= 73'050; // 1954 … 2099
  }
  if (cells == 0)
    return BareDays::No;
  return serials == cells ? BareDays::Spreadsheet : BareDays::Periods;
}

Result<DayFormat> decideDayFormat(const ColumnProfile& c, const QString& columnName) {
  const QMap<QString, QString> where{{QStringLiteral("column"), columnName}};
  if (c.dayFirst > 0 && c.monthFirst > 0 &&
      std::min(c.dayFirst, c.monthFirst) * 50 > std::max(c.dayFirst, c.monthFirst))
    return fail(QStringLiteral("import.both-day-orders"), where);
  if (c.dayFirst > c.monthFirst)
    return DayFormat(DayFormat::Kind::DayFirst);
  if (c.monthFirst > c.dayFirst)
    return DayFormat(DayFormat::Kind::MonthFirst);
  if (c.openDays == 0)
    return DayFormat(c.dotted > 0 ? DayFormat::Kind::DayFirst : DayFormat::Kind::Iso);
  return fail(QStringLiteral("import.open-day-order"), where);
}

Result<DayFormat> dayFormatOf(const WrittenAs& how, const ColumnProfile& column, const QString& columnName) {
  if (how.dateFormat.isEmpty() || how.dateFormat == QStringLiteral("auto"))
    return decideDayFormat(column, columnName);
  return DayFormat::fromName(how.dateFormat);
}

Result<std::optional<char>> markSaid(const WrittenAs& how) {
  if (how.decimalMark.isEmpty() || how.decimalMark == QStringLiteral("auto"))
    return std::optional<char>();
  if (how.decimalMark != QStringLiteral(".") && how.decimalMark != QStringLiteral(","))
    return fail(QStringLiteral("import.bad-mapping"), {{QStringLiteral("key"), QStringLiteral("decimalMark")}});
  return std::optional(how.decimalMark.at(0).toLatin1());
}

Status checkOnlyOne(const FileScan& scan, const QString& path, const QString& column) {
  if (!scan.repeated.contains(column))
    return {};
  return fail(QStringLiteral("import.column-twice"),
              {{QStringLiteral("path"), path}, {QStringLiteral("column"), column}});
}

} // namespace pricewright
