// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/csv/Values.h"

#include <QDateTime>

namespace pricewright {
namespace {

// Days from civil, proleptic Gregorian (H. Hinnant, "chrono-compatible low-level date algorithms"), by std::chrono.
bool dayNumber(int year, int month, int day, std::int64_t& out) {
  const std::chrono::year_month_day ymd{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                        std::chrono::day(static_cast<unsigned>(day))};
  if (month < 1 || day < 1 || !ymd.ok())
    return false;
  out = std::chrono::sys_days(ymd).time_since_epoch().count();
  return true;
}

bool number(std::string_view t, std::size_t& at, std::size_t fewest, std::size_t most, int& out) {
  std::size_t n = 0;
  out = 0;
  while (n < most && at < t.size() && digit(t[at]))
    out = out * 10 + (t[at++] - '0'), ++n;
  return n >= fewest;
}

// "T08:30", " 08:30:15.123", "8:30 PM", with Z or an offset behind; empty is midnight. Milliseconds into the UTC day.
bool timeOfDay(std::string_view t, std::int64_t& ms) {
  ms = 0;
  if (t.empty())
    return true;
  std::size_t at = t.front() == 'T' || t.front() == ' ' ? 1 : 0;
  int h = 0, m = 0, s = 0;
  if (at == 0 || !number(t, at, 1, 2, h) || at >= t.size() || t[at++] != ':' || !number(t, at, 2, 2, m))
    return false;
  if (at < t.size() && t[at] == ':' && !number(t, ++at, 2, 2, s))
    return false;
  int millis = 0;
  if (at < t.size() && (t[at] == '.' || t[at] == ',')) {
    int scale = 100;
    for (++at; at < t.size() && digit(t[at]); ++at, scale /= 10)
      millis += (t[at] - '0') * scale;
  }
  std::string_view rest = trimmed(t.substr(at));
  if (rest == "AM" || rest == "am" || rest == "PM" || rest == "pm") {
    if (h < 1 || h > 12)
      return false;
    h = h % 12 + (rest.front() == 'P' || rest.front() == 'p' ? 12 : 0);
    rest = {};
  }
  if (h > 23 || m > 59 || s > 60)
    return false;
  std::int64_t offset = 0;
  if (!rest.empty() && rest != "Z" && rest != "z") {
    if (rest.front() != '+' && rest.front() != '-')
      return false;
    const int sign = rest.front() == '-' ? -1 : 1;
    std::size_t p = 1;
    int oh = 0, om = 0;
    if (!number(rest, p, 2, 2, oh))
      return false;
    if (p < rest.size() && rest[p] == ':')
      ++p;
    if (p < rest.size() && !number(rest, p, 2, 2, om))
      return false;
    if (p != rest.size() || oh > 14 || om > 59)
      return false;
    offset = qint64(sign) * (oh * 60 + om) * 60'000;
  }
  ms = ((h * 60ll + m) * 60 + s) * 1000 + millis - offset;
  return true;
}

// Three numbers with . / or - between them. Returns where the time begins, or 0.
std::size_t threeNumbers(std::string_view t, std::array<int, 3>& n, std::array<std::size_t, 3>& width) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t from = at;
    if (!number(t, at, 1, 4, n[i]))
      return 0;
    width[i] = at - from;
    if (i < 2 && (at >= t.size() || (t[at] != '.' && t[at] != '/' && t[at] != '-')))
      return 0;
    at += i < 2;
  }
  return at;
}

// "2026-03-01", the commonest of all. False where it is written in any other way.
bool plainIso(std::string_view t, int& year, int& month, int& day) {
  if (t.size() != 10 || t[4] != '-' || t[7] != '-')
    return false;
  for (const std::size_t i : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u})
    if (!digit(t[i]))
      return false;
  year = (t[0] - '0') * 1000 + (t[1] - '0') * 100 + (t[2] - '0') * 10 + (t[3] - '0');
  month = (t[5] - '0') * 10 + (t[6] - '0');
  day = (t[8] - '0') * 10 + (t[9] - '0');
  return true;
}

// A spreadsheet counts days from 1899-12-30 (so that 1900-03-01 is 61: it believes in 1900-02-29); the fraction is the
// time of day, kept to the second.
bool spreadsheetDay(std::string_view text, std::int64_t& ms) {
  static constexpr std::int64_t kDaysTo1970 = 25'569;
  const ParsedNumber n = parseNumber(text, text.find(',') == std::string_view::npos ? '.' : ',', 6);
  if (n.fault != ValueFault::None || n.value < 0 || n.currency.told())
    return false;
  const std::int64_t day = std::min<std::int64_t>(n.value / 1'000'000, 1'000'000),
                     seconds = (n.value % 1'000'000 * 86'400 + 500'000) / 1'000'000;
  ms = ((day - kDaysTo1970) * 86'400 + seconds) * 1000;
  return true;
}

} // namespace

Result<DayFormat> DayFormat::fromName(const QString& name) {
  DayFormat f;
  const auto bad = [&] { return fail(QStringLiteral("import.bad-day-format"), {{QStringLiteral("format"), name}}); };
  if (name == QStringLiteral("iso"))
    return f;
  if (name == QStringLiteral("excel"))
    return DayFormat(Kind::Excel);
  if (name.startsWith(QStringLiteral("week:"))) {
    const auto day = parseDay(QStringView(name).mid(5));
    if (!day)
      return bad();
    f.m_kind = Kind::Week;
    f.m_weekOneDay = toDayNumber(*day);
    return f;
  }
  if (name == QStringLiteral("d/m/y") || name == QStringLiteral("d.m.yyyy") || name == QStringLiteral("d/m/yyyy"))
    return DayFormat(Kind::DayFirst);
  if (name == QStringLiteral("m/d/y") || name == QStringLiteral("m/d/yyyy"))
    return DayFormat(Kind::MonthFirst);
  if (!name.contains(u'd') || !name.contains(u'M') || !name.contains(QStringLiteral("yy")) || name.size() > 60)
    return bad();
  f.m_kind = Kind::Pattern;
  f.m_pattern = name;
  return f;
}

QString DayFormat::name() const {
  switch (m_kind) {
  case Kind::Iso:
    return QStringLiteral("iso");
  case Kind::DayFirst:
    return QStringLiteral("d/m/y");
  case Kind::MonthFirst:
    return QStringLiteral("m/d/y");
  case Kind::Week:
    return QStringLiteral("week:") + isoDay(fromDayNumber(m_weekOneDay));
  case Kind::Excel:
    return QStringLiteral("excel");
  case Kind::Pattern:
    break;
  }
  return m_pattern;
}

DayFormat::Moment DayFormat::parsePattern(std::string_view text) const {
  const QString t = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
  Moment m;
  if (m_pattern.contains(u'h', Qt::CaseInsensitive)) {
    QDateTime parsed = QDateTime::fromString(t, m_pattern);
    parsed.setTimeSpec(Qt::UTC);
    if (parsed.isValid())
      m.ms = parsed.toMSecsSinceEpoch();
    else
      m.fault = ValueFault::BadDay;
    return m;
  }
  const QDate parsed = QDate::fromString(t, m_pattern);
  if (!parsed.isValid())
    m.fault = ValueFault::BadDay;
  else
    m.ms = QDate(1970, 1, 1).daysTo(parsed) * 86'400'000;
  return m;
}

DayFormat::Moment DayFormat::parse(std::string_view cell) const {
  static constexpr std::int64_t kFirst = -7305, kLast = 47'847; // 1950-01-01 … 2100-12-31
  const std::string_view text = trimmed(cell);
  if (text.empty())
    return {0, ValueFault::Missing};
  Moment m;
  std::int64_t day = 0;
  if (m_kind == Kind::Pattern) {
    m = parsePattern(text);
    day = m.day();
  } else if (m_kind == Kind::Week) {
    std::size_t at = 0;
    int week = 0;
    if (!number(text, at, 1, 5, week) || at != text.size())
      return {0, ValueFault::BadDay};
    if (week < 1)
      return {0, ValueFault::AbsurdDay};
    day = m_weekOneDay + (week - 1) * 7ll;
    m.ms = day * 86'400'000;
  } else if (m_kind == Kind::Excel) {
    if (!spreadsheetDay(text, m.ms))
      return {0, ValueFault::BadDay};
    day = m.day();
  } else {
    std::array<int, 3> n{};
    std::array<std::size_t, 3> width{4, 2, 2};
    std::size_t at = plainIso(text, n[0], n[1], n[2]) ? text.size() : threeNumbers(text, n, width);
    if (at == 0 && text.size() == 8 && m_kind == Kind::Iso && std::all_of(text.begin(), text.end(), digit)) {
      n = {(text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0'),
           (text[4] - '0') * 10 + (text[5] - '0'), (text[6] - '0') * 10 + (text[7] - '0')};
      width = {4, 2, 2};
      at = 8;
    }
    if (at == 0) {
      const auto serial = text.substr(0, std::min(text.find('.'), text.size()));
      const bool excel = (serial.size() == 5 || serial.size() == 4) && std::all_of(serial.begin(), serial.end(), digit);
      return {0, excel ? ValueFault::ExcelDay : ValueFault::BadDay};
    }
    const bool yearFirst = width[0] == 4 && width[2] <= 2;
    if (!yearFirst && (m_kind == Kind::Iso || width[2] != 4))
      return {0, ValueFault::BadDay};
    const int year = yearFirst ? n[0] : n[2];
    const bool dayFirst = m_kind == Kind::DayFirst || text[width[0]] == '.'; // nobody writes 11.25.2026
    const int month = yearFirst || dayFirst ? n[1] : n[0];
    const int dayOfMonth = yearFirst ? n[2] : dayFirst ? n[0] : n[1];
    std::int64_t ms = 0;
    if (!dayNumber(year, month, dayOfMonth, day) || !timeOfDay(text.substr(at), ms))
      return {0, ValueFault::BadDay};
    m.ms = day * 86'400'000 + ms;
  }
  if (m.fault == ValueFault::None && (day < kFirst || day > kLast))
    m.fault = ValueFault::AbsurdDay;
  return m;
}

} // namespace pricewright
