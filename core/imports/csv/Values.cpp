// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/csv/Values.h"

#include <charconv>
#include <span>

namespace pricewright {
namespace {

constexpr std::int64_t kMostMajor = 1'000'000'000'000;

struct CurrencySign {
  std::string_view text, codes; // the currencies that write it, by blanks
};
// Longer ones first where one begins or ends with another.
std::span<const CurrencySign> currencySigns() {
  static constexpr std::array kSigns{
      CurrencySign{"US$", "USD"},
      CurrencySign{"CA$", "CAD"},
      CurrencySign{"AU$", "AUD"},
      CurrencySign{"NZ$", "NZD"},
      CurrencySign{"HK$", "HKD"},
      CurrencySign{"NT$", "TWD"},
      CurrencySign{"MX$", "MXN"},
      CurrencySign{"A$", "AUD"},
      CurrencySign{"C$", "CAD NIO"},
      CurrencySign{"S$", "SGD"},
      CurrencySign{"R$", "BRL"},
      CurrencySign{"$", "USD CAD AUD NZD HKD SGD TWD BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD MXN "
                        "ARS CLP COP UYU DOP CUP"},
      CurrencySign{"€", "EUR"},
      CurrencySign{"£", "GBP GIP FKP SHP EGP LBP SDG SSP SYP"},
      CurrencySign{"¥", "JPY CNY"},
      CurrencySign{"₹", "INR"},
      CurrencySign{"₩", "KRW KPW"},
      CurrencySign{"₺", "TRY"},
      CurrencySign{"₽", "RUB"},
      CurrencySign{"₴", "UAH"},
      CurrencySign{"₪", "ILS"},
      CurrencySign{"฿", "THB"},
      CurrencySign{"₫", "VND"},
      CurrencySign{"₱", "PHP"},
      CurrencySign{"₦", "NGN"},
      CurrencySign{"zł", "PLN"},
      CurrencySign{"Kč", "CZK"},
      CurrencySign{"Ft", "HUF"},
      CurrencySign{"kr.", "DKK SEK NOK ISK"},
      CurrencySign{"kr", "SEK NOK DKK ISK"},
      CurrencySign{"Kr", "SEK NOK DKK ISK"},
  };
  return kSigns;
}

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

// What stands beside a number: taken off in front and behind.
struct Unit {
  std::string_view number;
  CurrencyMark currency;
  bool clash = false; // two that do not go together
};

// Of two that go together the more exact one counts: "$ 5 CAD".
void note(Unit& unit, CurrencyMark found) {
  const CurrencyMark before = unit.currency;
  if (!before.told() || !found.told())
    unit.currency = found.told() ? found : before;
  else if (found.only().isValid() && before.fits(found.only()))
    unit.currency = found;
  else
    unit.clash = unit.clash || !before.only().isValid() || !found.fits(before.only());
}

// Drops one currency sign and one code in front and behind, and a percent sign behind.
Unit withoutUnit(std::string_view t) {
  Unit unit{trimmed(t), {}};
  std::string_view& n = unit.number;
  // A currency's code, not any three letters: ABC123 is a product.
  const auto code = [](std::string_view c) {
    const bool letters = std::all_of(c.begin(), c.end(), [](char x) { return x >= 'A' && x <= 'Z'; });
    return letters ? Currency::fromCode(QString::fromLatin1(c.data(), static_cast<qsizetype>(c.size())))
                         .value_or(Currency())
                   : Currency();
  };
  const auto plain = [](char c) { return digit(c) || c == '.' || c == ',' || c == '-'; };
  const auto front = [&] {
    for (std::size_t i = 0; i < currencySigns().size(); ++i)
      if (const auto sign = currencySigns()[i].text; n.starts_with(sign)) {
        note(unit, CurrencyMark::ofSign(static_cast<std::uint8_t>(i + 1)));
        n = trimmed(n.substr(sign.size()));
        break;
      }
    if (n.size() > 3)
      if (const Currency c = code(n.substr(0, 3)); c.isValid()) {
        note(unit, CurrencyMark::ofCode(c));
        n = trimmed(n.substr(3));
      }
  };
  const auto back = [&] {
    if (n.ends_with('%'))
      n = trimmed(n.substr(0, n.size() - 1));
    for (std::size_t i = 0; i < currencySigns().size(); ++i)
      if (const auto sign = currencySigns()[i].text; n.ends_with(sign)) {
        note(unit, CurrencyMark::ofSign(static_cast<std::uint8_t>(i + 1)));
        n = trimmed(n.substr(0, n.size() - sign.size()));
        break;
      }
    if (n.size() > 3)
      if (const Currency c = code(n.substr(n.size() - 3)); c.isValid()) {
        note(unit, CurrencyMark::ofCode(c));
        n = trimmed(n.substr(0, n.size() - 3));
      }
  };
  if (!n.empty() && !plain(n.front()))
    front();
  if (!n.empty() && !plain(n.back()))
    back();
  return unit;
}

struct Digits {
  bool ok = false, negative = false;
  std::string text; // digits only, at most 400
  int fraction = 0; // how many of them stand behind the mark
  int exponent = 0;
  CurrencyMark currency;
  bool clash = false; // of two currencies
};

bool readExponent(std::string_view t, int& exponent) {
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
  const Unit unit = withoutUnit(t);
  t = unit.number;
  d.currency = unit.currency;
  d.clash = unit.clash;
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

ParsedNumber scaled(const Digits& d, int places) {
  // value = text · 10^(exponent − fraction + places)
  ParsedNumber n;
  const int shift = d.exponent - d.fraction + places;
  const int length = static_cast<int>(d.text.size());
  const int keep = length + shift; // digits that stay
  const std::int64_t most = kMostMajor * (places == 6 ? 1'000'000 : places == 3 ? 1'000 : 1);
  std::int64_t value = 0;
  for (int i = 0; i < keep; ++i) {
    if (value > most / 10)
      return {0, ValueFault::OutOfRange, false, {}};
    value = value * 10 + (i < length ? d.text[static_cast<std::size_t>(i)] - '0' : 0);
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

} // namespace

const char* valueFaultCode(ValueFault f) {
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
  case ValueFault::MixedCurrency:
    return "import.mixed-currency";
  case ValueFault::None:
    break;
  }
  return "";
}

CurrencyMark CurrencyMark::ofSign(std::uint8_t sign) {
  CurrencyMark m;
  m.m_sign = sign;
  return m;
}

CurrencyMark CurrencyMark::ofCode(Currency code) {
  CurrencyMark m;
  m.m_code = code;
  return m;
}

bool CurrencyMark::fits(Currency c) const {
  if (!told() || m_code.isValid())
    return !told() || m_code == c;
  return currencySigns()[m_sign - 1u].codes.find(c.code().toStdString()) != std::string_view::npos;
}

Currency CurrencyMark::only() const {
  if (m_sign == 0)
    return m_code;
  const auto& [text, codes] = currencySigns()[m_sign - 1u];
  return codes.size() > 3 && text != "£"
             ? Currency()
             : Currency::fromCode(QString::fromLatin1(codes.data(), 3)).value_or(Currency());
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
      return {text.front() == '-' ? -value : value, ValueFault::None, false, {}};
    }
  }
  if (trimmed(text).empty())
    return {0, ValueFault::Missing, false, {}};
  const Digits d = readDigits(text, mark);
  if (!d.ok)
    return {0, ValueFault::NotANumber, false, {}};
  ParsedNumber n = scaled(d, places);
  n.currency = d.currency;
  if (d.clash && n.fault == ValueFault::None)
    n.fault = ValueFault::MixedCurrency;
  return n;
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
  if (text == "0" || text == "1")
    return {text == "1", ValueFault::None};
  std::string t(trimmed(text));
  std::transform(t.begin(), t.end(), t.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  for (const std::string_view schema : {"https://schema.org/", "http://schema.org/"}) // as shops' pages write it
    if (t.starts_with(schema))
      t.erase(0, schema.size());
  if (t.empty())
    return {false, ValueFault::Missing};
  for (const auto yes : {"1", "true", "yes", "y", "x", "on", "ja", "t", "1.0", "instock", "in stock", "in_stock",
                         "available", "limitedavailability"})
    if (t == yes)
      return {true, ValueFault::None};
  for (const auto no : {"0", "false", "no", "n", "off", "nein", "f", "0.0", "outofstock", "out of stock",
                        "out_of_stock", "soldout", "sold out", "unavailable"})
    if (t == no)
      return {false, ValueFault::None};
  return {false, ValueFault::BadSwitch};
}

} // namespace pricewright
