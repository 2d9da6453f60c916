// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/Money.h"

#include "money/ExactText.h"

#include <limits>
#include <numeric>

namespace pricewright {
namespace {

__extension__ typedef unsigned __int128 WideMagnitude;

qint64 tenToThe(int exponent) {
  qint64 power = 1;
  while (exponent-- > 0)
    power *= 10;
  return power;
}
std::uint64_t withoutSign(qint64 v) { return v < 0 ? -static_cast<std::uint64_t>(v) : static_cast<std::uint64_t>(v); }

} // namespace

double Money::toDouble() const {
  return static_cast<double>(m_minor) / static_cast<double>(m_currency.minorPerMajor());
}

QString Money::toString() const {
  if (!isValid())
    return {};
  const std::uint64_t magnitude = withoutSign(m_minor);
  const auto perMajor = static_cast<std::uint64_t>(m_currency.minorPerMajor());
  QString text = m_minor < 0 ? QStringLiteral("-") : QString();
  text += QString::number(magnitude / perMajor);
  if (const int digits = m_currency.minorDigits(); digits > 0)
    text += u'.' + QString::number(magnitude % perMajor).rightJustified(digits, u'0');
  return text;
}

Result<Money> Money::round(QStringView decimalText, Currency currency, Rounding mode) {
  if (!currency.isValid())
    return fail(QStringLiteral("money.no-currency"));
  PW_TRY(const ExactText exact, parseExact(decimalText));
  PW_TRY(const qint64 minor, roundExact(exact, currency.minorDigits(), mode, decimalText));
  return Money(minor, currency);
}

Money Money::round(Decimal value, Currency currency, Rounding mode) {
  if (!currency.isValid())
    return {};
  // Fewer places than six: the quotient is smaller than the micros and always fits.
  const auto minor = mulDiv(value.micros(), 1, tenToThe(6 - currency.minorDigits()), mode);
  return Money(*minor, currency);
}

Decimal Money::toDecimal() const {
  const auto micros = mulDiv(m_minor, tenToThe(6 - m_currency.minorDigits()), 1, Rounding::Down);
  if (micros)
    return Decimal::fromMicros(*micros);
  return Decimal::fromMicros(m_minor < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max());
}

Money Money::roundToCash(Rounding mode) const {
  const qint64 step = m_currency.cashStepMinor();
  if (step <= 1)
    return *this;
  for (const Rounding tried : {mode, Rounding::Down}) { // only at the very edge of 64 bits does the first not fit
    const auto steps = mulDiv(m_minor, 1, step, tried);
    if (const auto minor = mulDiv(*steps, step, 1, tried))
      return Money(*minor, m_currency);
  }
  return *this;
}

Result<std::vector<qint64>> allocate(qint64 totalMinor, std::span<const qint64> weights) {
  WideMagnitude sum = 0;
  for (const qint64 weight : weights) {
    if (weight < 0)
      return fail(QStringLiteral("money.bad-weights"), {{QStringLiteral("weight"), QString::number(weight)}});
    sum += static_cast<WideMagnitude>(weight);
  }
  if (sum == 0)
    return fail(QStringLiteral("money.bad-weights"), {{QStringLiteral("weight"), QStringLiteral("0")}});

  const std::uint64_t total = withoutSign(totalMinor);
  std::vector<std::uint64_t> parts(weights.size());
  std::vector<WideMagnitude> remainders(weights.size());
  std::uint64_t left = total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const WideMagnitude share = static_cast<WideMagnitude>(total) * static_cast<WideMagnitude>(weights[i]);
    parts[i] = static_cast<std::uint64_t>(share / sum);
    remainders[i] = share % sum;
    left -= parts[i];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; left > 0; ++i, --left)
    ++parts[order[i]];

  std::vector<qint64> out(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i)
    out[i] = static_cast<qint64>(totalMinor < 0 ? -parts[i] : parts[i]);
  return out;
}

} // namespace pricewright
