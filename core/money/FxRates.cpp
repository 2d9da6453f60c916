// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/FxRates.h"

#include "money/ExactText.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <limits>

namespace pricewright {
namespace {

using boost::multiprecision::cpp_int;
constexpr int kLongestRate = 60, kLargestRateExponent = 60, kMostPlaces = 60;
constexpr int kLongestAmount = 60, kLargestAmountExponent = 60;

// A positive or negative fraction; the denominator is always positive.
struct Fraction {
  cpp_int over = 0, under = 1;
};
cpp_int powerOfTen(int exponent) { return boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(exponent)); }

Fraction fractionOf(const ExactText& text) {
  Fraction f;
  if (!text.digits.empty())
    f.over = cpp_int(text.digits);
  if (text.negative)
    f.over = -f.over;
  if (text.exponent > 0)
    f.over *= powerOfTen(text.exponent);
  if (text.exponent < 0)
    f.under = powerOfTen(-text.exponent);
  return f;
}

// round(f · 10^places)
cpp_int rounded(const Fraction& f, int places, Rounding mode) {
  const bool negative = f.over < 0;
  const cpp_int over = abs(f.over) * powerOfTen(places);
  cpp_int quotient, rest;
  divide_qr(over, f.under, quotient, rest);
  const int half = cpp_int(rest * 2).compare(f.under);
  if (roundsAway(mode, negative, bit_test(quotient, 0), rest.is_zero(), half))
    ++quotient;
  return negative ? cpp_int(-quotient) : quotient;
}

Result<qint64> toInteger(const cpp_int& value) {
  if (value > std::numeric_limits<qint64>::max() || value < -std::numeric_limits<qint64>::max())
    return fail(QStringLiteral("money.out-of-range"),
                {{QStringLiteral("value"), QString::fromStdString(value.str()).left(40)}});
  return value.convert_to<qint64>();
}

// amount · rate(to) / rate(from)
Fraction converted(const Fraction& amount, const Fraction& to, const Fraction& from) {
  return {amount.over * to.over * from.under, amount.under * to.under * from.over};
}

Result<Fraction> rateOf(const QMap<QString, QString>& unitsPerBase, Currency base, Currency currency, Day day) {
  if (currency.isValid() && currency == base)
    return Fraction{1, 1};
  const auto found = unitsPerBase.constFind(currency.code());
  if (!currency.isValid() || found == unitsPerBase.constEnd())
    return fail(QStringLiteral("fx.no-rate"), {{QStringLiteral("currency"), currency.code()},
                                               {QStringLiteral("base"), base.code()},
                                               {QStringLiteral("day"), isoDay(day)}});
  PW_TRY(const ExactText text, parseExact(*found));
  return fractionOf(text);
}

} // namespace

Status FxRates::set(Currency currency, QStringView unitsPerBase) {
  const auto bad = [&] {
    return fail(QStringLiteral("fx.bad-rate"), {{QStringLiteral("currency"), currency.code()},
                                                {QStringLiteral("value"), unitsPerBase.left(40).toString()}});
  };
  const auto exact = parseExact(unitsPerBase);
  if (!currency.isValid() || !exact || exact->isZero() || exact->negative)
    return bad();
  if (exact->digits.size() > kLongestRate || std::abs(exact->exponent) > kLargestRateExponent)
    return bad();
  if (currency == m_base) { // one unit of the base costs one unit of the base
    const Fraction rate = fractionOf(*exact);
    if (rate.over != rate.under)
      return bad();
    return {};
  }
  m_unitsPerBase.insert(currency.code(), unitsPerBase.toString());
  return {};
}

Result<Money> FxRates::convert(const Money& amount, Currency to, Rounding mode) const {
  if (amount.isValid() && amount.currency() == to)
    return amount;
  PW_TRY(const Fraction from, rateOf(m_unitsPerBase, m_base, amount.currency(), m_day));
  PW_TRY(const Fraction into, rateOf(m_unitsPerBase, m_base, to, m_day));
  const Fraction value{cpp_int(amount.minor()), cpp_int(amount.currency().minorPerMajor())};
  PW_TRY(const qint64 minor, toInteger(rounded(converted(value, into, from), to.minorDigits(), mode)));
  return Money(minor, to);
}

Result<Money> FxRates::convert(QStringView amount, Currency from, Currency to, Rounding mode) const {
  PW_TRY(const ExactText exact, parseExact(amount));
  if (exact.digits.size() > kLongestAmount || std::abs(exact.exponent) > kLargestAmountExponent)
    return fail(QStringLiteral("money.out-of-range"), {{QStringLiteral("value"), amount.left(40).toString()}});
  Fraction source{1, 1}, target{1, 1};
  if (!from.isValid() || from != to) { // otherwise no rate is needed
    PW_TRY(source, rateOf(m_unitsPerBase, m_base, from, m_day));
    PW_TRY(target, rateOf(m_unitsPerBase, m_base, to, m_day));
  }
  const Fraction value = converted(fractionOf(exact), target, source);
  PW_TRY(const qint64 minor, toInteger(rounded(value, to.minorDigits(), mode)));
  return Money(minor, to);
}

Result<Amount> FxRates::convert(const Amount& amount, Currency to, Rounding mode) const {
  if (amount.currency.isValid() && amount.currency == to)
    return amount;
  PW_TRY(const Fraction from, rateOf(m_unitsPerBase, m_base, amount.currency, m_day));
  PW_TRY(const Fraction into, rateOf(m_unitsPerBase, m_base, to, m_day));
  const Fraction value{cpp_int(amount.value.micros()), cpp_int(Decimal::kOne)};
  PW_TRY(const qint64 micros, toInteger(rounded(converted(value, into, from), 6, mode)));
  return Amount{Decimal::fromMicros(micros), to};
}

Result<QString> FxRates::crossRate(Currency from, Currency to, int places) const {
  if (places < 0 || places > kMostPlaces)
    return fail(QStringLiteral("fx.bad-places"), {{QStringLiteral("places"), QString::number(places)}});
  PW_TRY(const Fraction source, rateOf(m_unitsPerBase, m_base, from, m_day));
  PW_TRY(const Fraction target, rateOf(m_unitsPerBase, m_base, to, m_day));
  const cpp_int scaled = rounded(converted({1, 1}, target, source), places, Rounding::HalfEven);
  QString text = QString::fromStdString(scaled.str());
  if (places == 0)
    return text;
  text = text.rightJustified(places + 1, u'0');
  text.insert(text.size() - places, u'.');
  return text;
}

} // namespace pricewright
