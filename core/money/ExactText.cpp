// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/ExactText.h"

#include <limits>

namespace pricewright {
namespace {

constexpr qsizetype kLongestText = 512;
constexpr int kLargestExponent = 100'000;

Error notANumber(QStringView text) {
  return fail(QStringLiteral("money.not-a-number"), {{QStringLiteral("value"), text.left(40).toString()}});
}
Error outOfRange(QStringView text) {
  return fail(QStringLiteral("money.out-of-range"), {{QStringLiteral("value"), text.left(40).toString()}});
}
bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

// The number after 'e', clamped: beyond the clamp a value is zero or out of range anyway.
bool readExponent(QStringView text, int& exponent) {
  const bool negative = text.startsWith(u'-');
  if (negative || text.startsWith(u'+'))
    text = text.mid(1);
  if (text.isEmpty())
    return false;
  int value = 0;
  for (const QChar c : text) {
    if (!isDigit(c))
      return false;
    value = std::min(kLargestExponent, value * 10 + (c.unicode() - u'0'));
  }
  exponent = negative ? -value : value;
  return true;
}

} // namespace

Result<ExactText> parseExact(QStringView text) {
  if (text.isEmpty() || text.size() > kLongestText)
    return notANumber(text);
  ExactText out;
  qsizetype at = 0;
  if (text[0] == u'-' || text[0] == u'+') {
    out.negative = text[0] == u'-';
    at = 1;
  }
  bool sawDigit = false, sawDot = false;
  int places = 0;
  for (; at < text.size(); ++at) {
    const QChar c = text[at];
    if (c == u'.' && !sawDot) {
      sawDot = true;
    } else if (isDigit(c)) {
      sawDigit = true;
      places += sawDot;
      if (c != u'0' || !out.digits.empty())
        out.digits.push_back(static_cast<char>(c.unicode()));
    } else {
      break;
    }
  }
  if (!sawDigit)
    return notANumber(text);
  if (at < text.size()) {
    if ((text[at] != u'e' && text[at] != u'E') || !readExponent(text.mid(at + 1), out.exponent))
      return notANumber(text);
  }
  out.exponent -= places;
  if (out.isZero())
    out.negative = false;
  return out;
}

bool roundsAway(Rounding mode, bool negative, bool lastDigitOdd, bool exact, int half) {
  if (exact)
    return false;
  switch (mode) {
  case Rounding::HalfEven:
    return half > 0 || (half == 0 && lastDigitOdd);
  case Rounding::HalfUp:
    return half >= 0;
  case Rounding::HalfDown:
    return half > 0;
  case Rounding::Up:
    return true;
  case Rounding::Down:
    return false;
  case Rounding::Ceiling:
    return !negative;
  case Rounding::Floor:
    return negative;
  }
  return false;
}

Result<qint64> roundExact(const ExactText& value, int places, Rounding mode, QStringView original) {
  if (value.isZero())
    return qint64{0};
  constexpr int kMostDigits = 19; // of a 64-bit integer
  const int length = static_cast<int>(value.digits.size());
  const int whole = length + value.exponent + places; // digits before the cut; ≤ 0: less than one unit
  if (whole > kMostDigits)
    return outOfRange(original);
  std::uint64_t magnitude = 0; // 19 digits fit
  for (int i = 0; i < whole; ++i)
    magnitude = magnitude * 10 + (i < length ? value.digits[i] - '0' : 0);

  bool exact = true;
  int half = -1;
  if (whole < length) {
    // Leading zeros of the cut-off part where the value is far below one unit: then it is below one half.
    const int first = whole < 0 ? 0 : value.digits[whole] - '0';
    bool rest = whole < 0;
    for (int i = std::max(0, whole + 1); i < length; ++i)
      rest = rest || value.digits[i] != '0';
    exact = first == 0 && !rest;
    half = first > 5 || (first == 5 && rest) ? 1 : first == 5 ? 0 : -1;
  }
  if (roundsAway(mode, value.negative, magnitude % 2 == 1, exact, half))
    ++magnitude;
  if (magnitude > static_cast<std::uint64_t>(std::numeric_limits<qint64>::max()))
    return outOfRange(original);
  const auto result = static_cast<qint64>(magnitude);
  return value.negative ? -result : result;
}

} // namespace pricewright
