// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "money/Currency.h"
#include "money/Decimal.h"
#include "money/Rounding.h"

#include <vector>

namespace pricewright {

// A price as it is published: whole minor units and a currency. Exact; arithmetic across currencies is an error.
class Money {
 public:
  Money() = default;
  Money(qint64 minor, Currency currency) : m_minor(minor), m_currency(currency) {}
  qint64 minor() const { return m_minor; }
  Currency currency() const { return m_currency; }
  bool isValid() const { return m_currency.isValid(); }
  double toDouble() const;  // major units, for models and charts only
  QString toString() const; // "3.49", dot, exactly the currency's digits, no code
  bool operator==(const Money&) const = default;
  bool sameCurrency(const Money& o) const { return m_currency == o.m_currency; }

  // Rounds any exact decimal text ("-0.0049", "1e-7") to the currency's minor unit. money.not-a-number, .out-of-range,
  // .no-currency
  static Result<Money> round(QStringView decimalText, Currency currency, Rounding mode);
  static Money round(Decimal value, Currency currency, Rounding mode);
  Decimal toDecimal() const; // saturates beyond Decimal's range (9.2·10¹² major units)
  Money roundToCash(Rounding mode) const;

 private:
  qint64 m_minor = 0;
  Currency m_currency;
};

// A cost, an average or a unit price: exact millionths of a major unit, with its currency.
struct Amount {
  Decimal value;
  Currency currency;
  bool operator==(const Amount&) const = default;
};

// Splits a total by weights without losing a minor unit: largest remainder, ties to the lower index; a negative total
// is split as its absolute value and negated; a zero weight gets nothing. Fails on negative weights or a zero sum
// (money.bad-weights).
Result<std::vector<qint64>> allocate(qint64 totalMinor, std::span<const qint64> weights);

} // namespace pricewright
