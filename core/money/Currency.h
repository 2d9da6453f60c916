// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <compare>
#include <cstdint>
#include <span>

namespace pricewright {

// An ISO 4217 code with its minor digits (0, 2 or 3). A two-byte handle into the table of known currencies.
class Currency {
 public:
  Currency() = default;                               // none: no amount may be made in it
  static Result<Currency> fromCode(QStringView code); // money.unknown-currency
  bool isValid() const { return m_index != 0; }
  QString code() const;
  int minorDigits() const;
  qint64 minorPerMajor() const; // 1, 100 or 1000
  qint64 cashStepMinor() const; // smallest cash amount: CHF 5, SEK 100 …; 1 where every minor unit circulates
  auto operator<=>(const Currency&) const = default;

 private:
  std::uint16_t m_index = 0;
};
// USD, EUR, GBP, then the rest of the active ISO 4217 list by code.
std::span<const Currency> knownCurrencies();

} // namespace pricewright
