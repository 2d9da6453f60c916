// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"

#include <string_view>

namespace pricewright {

enum class ValueFault { None, Missing, NotANumber, OutOfRange, TooFine, BadDay, ExcelDay, AbsurdDay, BadSwitch };
const char* valueFaultCode(ValueFault f); // "import.not-a-number" …

// A number as people write it: "1299", "-3.5", "1.299,00" (mark ','), "1,299.00", "1 299.50", "(12.00)", "€ 4.95",
// "12 USD", "27 %" (the sign is dropped), "1e-7". Thousands must be grouped by threes, or it is no number; NaN and
// infinity are none. `places` are kept, finer ones rounded half-even; 10¹² is the largest size.
struct ParsedNumber {
  std::int64_t value = 0; // in units of 10^-places
  ValueFault fault = ValueFault::None;
  bool rounded = false; // digits were lost
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
  enum class Kind { Iso, DayFirst, MonthFirst, Week, Pattern };
  // "iso", "d/m/y", "m/d/y", "week:1989-09-14", or one of Qt's patterns. import.bad-day-format.
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
