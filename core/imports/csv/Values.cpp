// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/csv/Values.h"

#include <QTime>

#include <charconv>

namespace pricewright {
namespace {

constexpr std::int64_t kMostMajor = 1'000'000'000'000;

bool digit(char c) { return c >= '0' && c <= '9'; }

// How many bytes at `at` are one kind of space: plain, no-break (UTF-8 or a lone Latin-1 byte), thin, narrow no-break.
std::size_t spaceAt(std::string_view t, std::size_t at) {
  const auto c = static_cast<unsigned char>(t[at]);
  if (c == ' ' || c == '\t')
    return 1;
  if (c == 0xc2 && at + 1 < t.size() && t[at + 1] == '\xa0')
    return 2;
  if (c == 0xe2 && at + 2 < t.size() && t[at + 1] == '\x80' && (t[at + 2] == '\x89' || t[at + 2] == '\xaf'))
    return 3;
  return c == 0xa0 && (at == 0 || static_cast<unsigned char>(t[at - 1]) < 0x80) ? 1 : 0;
}

std::size_t spaceBefore(std::string_view t) {
  for (std::size_t n = 1; n <= 3 && n <= t.size(); ++n)
    if (spaceAt(t, t.size() - n) == n)
      return n;
  return 0;
}

// Drops one currency sign or code in front and behind, and a percent sign behind.
std::string_view withoutUnit(std::string_view t) {
  static constexpr std::array<std::string_view, 12> kSigns{"$",  "€",   "£",   "¥",  "₹",  "₩",
                                                           "zł", "US$", "CA$", "A$", "kr", "%"};
  t = trimmed(t);
  const auto isCode = [](std::string_view c) {
    return c.size() == 3 && std::all_of(c.begin(), c.end(), [](char x) { return x >= 'A' && x <= 'Z'; });
  };
  for (const auto sign : kSigns) {
    if (sign != "%" && t.starts_with(sign)) {
      t = trimmed(t.substr(sign.size()));
      break;
    }
  }
  if (t.size() > 3 && isCode(t.substr(0, 3)))
    t = trimmed(t.substr(3));
  for (const auto sign : kSigns) {
    if (t.ends_with(sign)) {
      t = trimmed(t.substr(0, t.size() - sign.size()));
      break;
    }
  }
  if (t.size() > 3 && isCode(t.substr(t.size() - 3)))
    t = trimmed(t.substr(0, t.size() - 3));
  return t;
}

struct Digits {
  bool ok = false, negative = false;
  std::string text; // digits only, at most 400
  int fraction = 0; // how many of them stand behind the mark
  int exponent = 0;
};

bool readExponent(std::string_view t, int &exponent) {
  if (!t.empty() && t.front() == '+')
    t.remove_prefix(1);
  const auto [end, problem] = std::from_chars(t.data(), t.data() + t.size(), exponent);
  return problem == std::errc() && end == t.data() + t.size() && exponent > -400 && exponent < 400;
}

// The general reader: signs, units, grouping, exponent.
Digits readDigits(std::string_view t, char mark) {
  Digits d;
  t = trimmed(t);
  if (t.size() > 2 && t.front() == '(' && t.back() == ')') {
    d.negative = true;
    t = t.substr(1, t.size() - 2);
  }
  if (!t.empty() && t.size() < 400 && (t.front() == '-' || t.front() == '+')) {
    d.negative ^= t.front() == '-';
    t.remove_prefix(1);
  } else if (t.starts_with("−")) { // U+2212, the typographic minus
    d.negative ^= true;
    t.remove_prefix(3);
  }
  t = withoutUnit(t);
  if (!t.empty() && t.front() == '-' && !d.negative) { // "$ -3"
    d.negative = true;
    t.remove_prefix(1);
  } else if (t.size() > 1 && t.back() == '-' && !d.negative) { // "3-", as some accounts write it
    d.negative = true;
    t.remove_suffix(1);
  }
  bool behindMark = false, grouped = false;
  int run = 0, places = 0; // digits since the last grouping sign; digits in all
  for (std::size_t i = 0; i < t.size();) {
    const char c = t[i];
    const std::size_t space = spaceAt(t, i);
    if (digit(c)) {
      d.text += c;
      d.fraction += behindMark;
      ++run, ++places;
      ++i;
    } else if (c == mark && !behindMark) {
      if (grouped && run != 3)
        return d;
      behindMark = true;
      ++i;
    } else if (!behindMark && run > 0 && (space || c == '\'' || ((c == '.' || c == ',') && c != mark))) {
      if (grouped ? run != 3 : run > 3)
        return d;
      grouped = true;
      run = 0;
      i += space ? space : 1;
    } else if ((c == 'e' || c == 'E') && places > 0 && readExponent(t.substr(i + 1), d.exponent)) {
      break;
    } else {
      return d;
    }
  }
  d.ok = places > 0 && places <= 400 && !(grouped && !behindMark && run != 3);
  return d;
}

ParsedNumber scaled(const Digits &d, int places) {
  // value = text · 10^(exponent − fraction + places)
  ParsedNumber n;
  const int shift = d.exponent - d.fraction + places;
  const int length = static_cast<int>(d.text.size());
  const int keep = length + shift; // digits that stay
  const std::int64_t most = kMostMajor * (places == 6 ? 1'000'000 : places == 3 ? 1'000 : 1);
  std::int64_t value = 0;
  for (int i = 0; i < keep; ++i) {
    value = value * 10 + (i < length ? d.text[static_cast<std::size_t>(i)] - '0' : 0);
    if (value > most)
      return {0, ValueFault::OutOfRange, false};
    if (value == 0 && i >= length)
      break;
  }
  const int firstLost = std::max(keep, 0);
  bool rest = false;
  for (int i = firstLost; i < length; ++i)
    rest = rest || d.text[static_cast<std::size_t>(i)] != '0';
  if (rest) {
    n.rounded = true;
    const int lead = keep >= 0 ? d.text[static_cast<std::size_t>(firstLost)] - '0' : 0;
    bool beyond = false;
    for (int i = firstLost + 1; i < length; ++i)
      beyond = beyond || d.text[static_cast<std::size_t>(i)] != '0';
    if (lead > 5 || (lead == 5 && (beyond || value % 2 == 1)))
      ++value;
  }
  n.value = d.negative ? -value : value;
  return n;
}

// Days from civil, proleptic Gregorian (H. Hinnant, "chrono-compatible low-level date algorithms"), by std::chrono.
bool dayNumber(int year, int month, int day, std::int64_t &out) {
  const std::chrono::year_month_day ymd{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                        std::chrono::day(static_cast<unsigned>(day))};
  if (month < 1 || day < 1 || !ymd.ok())
    return false;
  out = std::chrono::sys_days(ymd).time_since_epoch().count();
  return true;
}

bool number(std::string_view t, std::size_t &at, std::size_t fewest, std::size_t most, int &out) {
  std::size_t n = 0;
  out = 0;
  while (n < most && at < t.size() && digit(t[at]))
    out = out * 10 + (t[at++] - '0'), ++n;
  return n >= fewest;
}

// "T08:30", " 08:30:15.123", "8:30 PM", with Z or an offset behind; empty is midnight. Milliseconds into the UTC day.
bool timeOfDay(std::string_view t, std::int64_t &ms) {
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
    offset = sign * (oh * 60 + om) * 60'000ll;
  }
  ms = ((h * 60ll + m) * 60 + s) * 1000 + millis - offset;
  return true;
}

// Three numbers with . / or - between them. Returns where the time begins, or 0.
std::size_t threeNumbers(std::string_view t, std::array<int, 3> &n, std::array<std::size_t, 3> &width) {
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

} // namespace

const char *valueFaultCode(ValueFault f) {
  switch (f) {
  case ValueFault::Missing:
    return "import.missing-value";
  case ValueFault::NotANumber:
    return "import.not-a-number";
  case ValueFault::OutOfRange:
    return "import.out-of-range";
  case ValueFault::TooFine:
    return "import.too-fine";
  case ValueFault::BadDay:
    return "import.bad-day";
  case ValueFault::ExcelDay:
    return "import.excel-day";
  case ValueFault::AbsurdDay:
    return "import.absurd-day";
  case ValueFault::BadSwitch:
    return "import.bad-switch";
  case ValueFault::None:
    break;
  }
  return "";
}

std::string_view trimmed(std::string_view text) {
  // Nearly every cell starts and ends with a plain character.
  const auto plain = [](char c) { return static_cast<unsigned char>(c) - 0x21u < 0x5eu; };
  while (!text.empty() && !plain(text.front())) {
    const std::size_t n = spaceAt(text, 0);
    if (n == 0)
      break;
    text.remove_prefix(n);
  }
  while (!text.empty() && !plain(text.back())) {
    const std::size_t n = spaceBefore(text);
    if (n == 0)
      break;
    text.remove_suffix(n);
  }
  return text;
}

ParsedNumber parseNumber(std::string_view text, char mark, int places) {
  // The common case without any detour: digits, one mark, digits.
  std::size_t at = !text.empty() && text.front() == '-';
  std::int64_t value = 0;
  const std::size_t start = at;
  while (at < text.size() && digit(text[at]) && at < 12 + start)
    value = value * 10 + (text[at++] - '0');
  if (at > start && at <= start + 12) {
    int left = places;
    if (at < text.size() && text[at] == mark) {
      ++at;
      while (left > 0 && at < text.size() && digit(text[at]))
        value = value * 10 + (text[at++] - '0'), --left;
    }
    if (at == text.size() && text.back() != mark) {
      while (left-- > 0)
        value *= 10;
      return {text.front() == '-' ? -value : value, ValueFault::None, false};
    }
  }
  if (trimmed(text).empty())
    return {0, ValueFault::Missing, false};
  const Digits d = readDigits(text, mark);
  if (!d.ok)
    return {0, ValueFault::NotANumber, false};
  return scaled(d, places);
}

std::string exactNumberText(std::string_view text, char mark) {
  Digits d = readDigits(text, mark);
  if (!d.ok || d.exponent != 0 || d.text.size() > 60)
    return {};
  std::string whole = d.text.substr(0, d.text.size() - static_cast<std::size_t>(d.fraction));
  std::string rest = d.text.substr(whole.size());
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  while (!rest.empty() && rest.back() == '0')
    rest.pop_back();
  std::string out = d.negative ? "-" : "";
  out += whole.empty() ? "0" : whole;
  if (!rest.empty())
    out += "." + rest;
  return out;
}

ParsedSwitch parseSwitch(std::string_view text) {
  std::string t(trimmed(text));
  std::transform(t.begin(), t.end(), t.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  if (t.empty())
    return {false, ValueFault::Missing};
  for (const auto yes : {"1", "true", "yes", "y", "x", "on", "ja", "t", "1.0"})
    if (t == yes)
      return {true, ValueFault::None};
  for (const auto no : {"0", "false", "no", "n", "off", "nein", "f", "0.0"})
    if (t == no)
      return {false, ValueFault::None};
  return {false, ValueFault::BadSwitch};
}

Result<DayFormat> DayFormat::fromName(const QString &name) {
  DayFormat f;
  const auto bad = [&] { return fail(QStringLiteral("import.bad-day-format"), {{QStringLiteral("format"), name}}); };
  if (name == QStringLiteral("iso"))
    return f;
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
  } else {
    std::array<int, 3> n{};
    std::array<std::size_t, 3> width{};
    std::size_t at = threeNumbers(text, n, width);
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
    const int month = yearFirst || m_kind == Kind::DayFirst ? n[1] : n[0];
    const int dayOfMonth = yearFirst ? n[2] : m_kind == Kind::DayFirst ? n[0] : n[1];
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
