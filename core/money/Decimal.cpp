// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/Decimal.h"

#include "money/ExactText.h"

#include <limits>

namespace pricewright {
namespace {

__extension__ typedef __int128 Wide; // two 64-bit factors always fit
__extension__ typedef unsigned __int128 WideMagnitude;

WideMagnitude magnitudeOf(Wide w) { return w < 0 ? -static_cast<WideMagnitude>(w) : static_cast<WideMagnitude>(w); }

} // namespace

Result<Decimal> Decimal::parse(QStringView text) {
  PW_TRY(const ExactText exact, parseExact(text));
  PW_TRY(const qint64 micros, roundExact(exact, 6, Rounding::HalfEven, text));
  return fromMicros(micros);
}

QString Decimal::toString() const {
  const bool negative = m_micros < 0;
  const std::uint64_t magnitude =
      negative ? -static_cast<std::uint64_t>(m_micros) : static_cast<std::uint64_t>(m_micros);
  QString text = negative ? QStringLiteral("-") : QString();
  text += QString::number(magnitude / kOne);
  if (const std::uint64_t rest = magnitude % kOne; rest != 0) {
    QString places = QString::number(rest).rightJustified(6, u'0');
    while (places.endsWith(u'0'))
      places.chop(1);
    text += u'.' + places;
  }
  return text;
}

Result<qint64> mulDiv(qint64 a, qint64 b, qint64 c, Rounding mode) {
  const auto outOfRange = [&] {
    return fail(QStringLiteral("money.out-of-range"),
                {{QStringLiteral("value"), QStringLiteral("%1·%2/%3").arg(a).arg(b).arg(c)}});
  };
  if (c == 0)
    return outOfRange();
  const Wide product = static_cast<Wide>(a) * b;
  const bool negative = product != 0 && ((product < 0) != (c < 0));
  const WideMagnitude divisor = magnitudeOf(c);
  WideMagnitude quotient = magnitudeOf(product) / divisor;
  const WideMagnitude rest = magnitudeOf(product) % divisor;
  const int half = rest * 2 > divisor ? 1 : rest * 2 == divisor ? 0 : -1;
  if (roundsAway(mode, negative, quotient % 2 == 1, rest == 0, half))
    ++quotient;
  const auto most = static_cast<WideMagnitude>(std::numeric_limits<qint64>::max()) + (negative ? 1 : 0);
  if (quotient > most)
    return outOfRange();
  const auto magnitude = static_cast<std::uint64_t>(quotient);
  return static_cast<qint64>(negative ? -magnitude : magnitude);
}

int compareProducts(qint64 a, qint64 b, qint64 c, qint64 d) {
  const Wide left = static_cast<Wide>(a) * b, right = static_cast<Wide>(c) * d;
  return left < right ? -1 : left > right ? 1 : 0;
}

} // namespace pricewright
