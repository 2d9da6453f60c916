// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a decimal, an amount, a currency or an exchange rate: exact, within 64 bits, and the same whichever way
// it is read.
#include "fuzz/Fuzz.h"
#include "money/FxRates.h"

#include <limits>

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

constexpr Rounding kModes[] = {Rounding::HalfEven, Rounding::HalfUp,  Rounding::HalfDown, Rounding::Up,
                               Rounding::Down,     Rounding::Ceiling, Rounding::Floor};

void decimals(const QString& text) {
  const auto decimal = Decimal::parse(text);
  if (!decimal) {
    need(decimal.error().is(u"money.not-a-number") || decimal.error().is(u"money.out-of-range"), "a known fault");
    return;
  }
  need(sure(Decimal::parse(decimal->toString()), "what is written is read") == *decimal, "decimals read back");
}

void amounts(const QString& text, Currency currency) {
  std::optional<qint64> lowest, highest;
  for (const Rounding mode : kModes) {
    const auto money = Money::round(text, currency, mode);
    if (!money)
      continue;
    need(sure(Money::round(money->toString(), currency, mode), "an amount's text is an amount") == *money,
         "amounts read back");
    lowest = std::min(lowest.value_or(money->minor()), money->minor());
    highest = std::max(highest.value_or(money->minor()), money->minor());
    const Money cash = money->roundToCash(mode);
    need(cash.sameCurrency(*money), "cash keeps its currency");
    need(cash.minor() % currency.cashStepMinor() == 0, "cash is a multiple of its smallest coin");
  }
  need(!lowest || *highest - *lowest <= 1, "ways of rounding differ by one minor unit at most");
}

void conversions(const FxRates& rates, const QString& text, Currency from, Currency to) {
  for (const Rounding mode : kModes) {
    const auto money = Money::round(text, from, mode);
    if (!money)
      return;
    const auto down = rates.convert(*money, to, Rounding::Floor), up = rates.convert(*money, to, Rounding::Ceiling);
    need(down.has_value() == up.has_value() || std::abs((down ? *down : *up).toDouble()) > 9e13, "both ways or none");
    if (down && up)
      need(up->minor() - down->minor() >= 0 && up->minor() - down->minor() <= 1, "rounded once");
    const auto exact = rates.convert(Amount{money->toDecimal(), from}, to, mode);
    need(!exact || exact->currency == to, "an amount is in the currency asked for");
  }
}

} // namespace

// Lines: a decimal; a currency; another; a rate for each of them, by EUR.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input in(data, size);
  const QString text = in.text();
  decimals(text);
  const auto one = Currency::fromCode(in.text()), two = Currency::fromCode(in.text());
  if (!one || !two)
    return 0;
  amounts(text, *one);
  FxRates rates(*Currency::fromCode(u"EUR"), Day{});
  const bool known = rates.set(*one, in.text()).has_value();
  const bool other = rates.set(*two, in.text()).has_value();
  conversions(rates, text, *one, *two);
  if (!known || !other)
    return 0;
  const auto cross = rates.crossRate(*one, *two, int(in.byte() % 64));
  need(cross || cross.error().is(u"fx.bad-places"), "known currencies have a rate");
  need(!cross || cross->size() < 512, "a rate has a bounded length");
  return 0;
}
