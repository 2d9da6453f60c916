// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "money/Rounding.h"

#include <string>

namespace pricewright {

// A decimal text taken apart without losing anything: value = ± digits · 10^exponent. Internal to money.
// Digits have no leading zeros; zero is "".
struct ExactText {
  bool negative = false;
  std::string digits;
  int exponent = 0;
  bool isZero() const { return digits.empty(); }
};
// Sign, digits with one dot, exponent: "-0.0049", ".5", "1e-7". No spaces, no group separators, no other script's
// digits. money.not-a-number with argument "value".
Result<ExactText> parseExact(QStringView text);
// value · 10^places as a whole number. money.out-of-range beyond ±(2^63 − 1).
Result<qint64> roundExact(const ExactText& value, int places, Rounding mode, QStringView original);

// Whether a magnitude is rounded away from zero. half: the cut-off part against one half (−1 below, 0 equal, 1 above).
bool roundsAway(Rounding mode, bool negative, bool lastDigitOdd, bool exact, int half);

} // namespace pricewright
