// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "money/Rounding.h"

#include <compare>

namespace pricewright {

// An exact decimal with six places in 64 bits: ±9.2·10¹². For costs, historic averages, rates of tax and unit prices.
class Decimal {
 public:
  Decimal() = default;
  static constexpr qint64 kOne = 1'000'000;
  static Decimal fromMicros(qint64 micros) {
    Decimal d;
    d.m_micros = micros;
    return d;
  }
  // "2.40", "-0.0049", "1e-7"; more than six places are rounded half-even. money.not-a-number, money.out-of-range.
  static Result<Decimal> parse(QStringView text);
  qint64 micros() const { return m_micros; }
  double toDouble() const { return static_cast<double>(m_micros) / 1e6; }
  QString toString() const; // shortest exact: "2.4", "-0.0049"
  auto operator<=>(const Decimal&) const = default;

 private:
  qint64 m_micros = 0;
};

// round(a·b/c) without overflow in between. money.out-of-range if the result does not fit or c = 0.
Result<qint64> mulDiv(qint64 a, qint64 b, qint64 c, Rounding mode);
// sign(a·b − c·d) in 128 bits: how limits and margins are compared.
int compareProducts(qint64 a, qint64 b, qint64 c, qint64 d);

} // namespace pricewright
