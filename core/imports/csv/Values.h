// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"
#include "money/Currency.h"

#include <string_view>

namespace pricewright {

inline bool digit(char c) { return c >= '0' && c <= '9'; } // of ASCII, whatever the locale

enum class ValueFault : std::uint8_t {
  None,
  Missing,
  NotANumber,
  OutOfRange,
  TooFine,
  BadDay,
  ExcelDay,
  AbsurdDay,
  BadSwitch,
  MixedCurrency // "€ 5 USD"
};
const char* valueFaultCode(ValueFault f); // "import.not-a-number" …

// The currency that a cell names beside its number. A sign may be that of several: "$" is every dollar's, "kr" every
// crown's, "¥" that of yen and yuan.
class CurrencyMark {
 public:
  bool told() const { return m_sign != 0 || m_code.isValid(); }
  bool fits(Currency c) const;
  Currency
  only() const; // the one currency that it means; none where there are several ("£" alone is the pound sterling)
  static CurrencyMark ofSign(std::uint8_t sign);
  static CurrencyMark ofCode(Currency code);

 private:
  std::uint8_t m_sign = 0; // from 1, into the table of signs
  Currency m_code;
};

// A number as people write it: "1299", "-3.5", "1.299,00" (mark ','), "1,299.00", "1 299.50", "(12.00)", "€ 4.95",
// "12 USD", "27 %" (the sign is dropped), "1e-7". Thousands must be grouped by threes, or it is no number; NaN and
// infinity are none. `places` are kept, finer ones rounded half-even; 10¹² is the largest size. A currency that the
// cell itself names is told: whoever knows the currency that it ought to be asks `fits`.
struct ParsedNumber {
  std::int64_t value = 0; // in units of 10^-places
  ValueFault fault = ValueFault::None;
  bool rounded = false; // digits were lost
  CurrencyMark currency;
};
ParsedNumber parseNumber(std::string_view text, char decimalMark, int places);
// The same as an exact decimal text ("1.0666"), trailing zeros dropped; empty where it is no number.
std::string exactNumberText(std::string_view text, char decimalMark);

struct ParsedSwitch {
  bool on = false;
  ValueFault fault = ValueFault::None;
};
ParsedSwitch parseSwitch(std::string_view text); // 1 0 true false yes no y n x on off ja nein, any case

// How a column's days are written. Auto formats are decided by the whole column (TypeGuess), never cell by cell.
class DayFormat {
 public:
  // MonthFirst: with slashes and dashes; points stand behind the day.
  enum class Kind { Iso, DayFirst, MonthFirst, Week, Excel, Pattern };
  // "iso", "d/m/y", "m/d/y", "week:1989-09-14", "excel" (a spreadsheet's day numbers), or one of Qt's patterns.
  // import.bad-day-format.
  static Result<DayFormat> fromName(const QString& name);
  explicit DayFormat(Kind kind = Kind::Iso) : m_kind(kind) {}
  QString name() const;
  Kind kind() const { return m_kind; }

  // Milliseconds since 1970; a day without a time is its 00:00 UTC. 1950 … 2100 only.
  struct Moment {
    std::int64_t ms = 0;
    ValueFault fault = ValueFault::None;
    int day() const { return static_cast<int>((ms - ((ms % 86'400'000) + 86'400'000) % 86'400'000) / 86'400'000); }
  };
  Moment parse(std::string_view text) const;

 private:
  Moment parsePattern(std::string_view text) const;
  Kind m_kind;
  QString m_pattern;
  int m_weekOneDay = 0;
};

std::string_view trimmed(std::string_view text); // spaces, tabs, no-break spaces

} // namespace pricewright
