// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "money/Money.h"

#include "base/Time.h"

#include <QMap>

namespace pricewright {

// Dated reference rates: units of each currency per one unit of the table's base. Cross rates go through the base in
// exact rational arithmetic and are rounded once, at the end.
class FxRates {
 public:
  FxRates(Currency base, Day day) : m_base(base), m_day(day) {}
  Status set(Currency currency, QStringView unitsPerBase); // decimal text > 0; fx.bad-rate
  Currency base() const { return m_base; }
  Day day() const { return m_day; }
  Result<Money> convert(const Money& amount, Currency to, Rounding mode) const; // fx.no-rate
  // A decimal text of any number of places, not rounded before the end. fx.no-rate, money.not-a-number, .out-of-range
  Result<Money> convert(QStringView amount, Currency from, Currency to, Rounding mode) const;
  Result<Amount> convert(const Amount& amount, Currency to, Rounding mode) const; // to six places
  // amount·rate(to)/rate(from) with the given number of places (0…60), half-even. fx.bad-places
  Result<QString> crossRate(Currency from, Currency to, int places) const;

 private:
  Currency m_base;
  Day m_day;
  QMap<QString, QString> m_unitsPerBase; // exact texts
};

} // namespace pricewright
