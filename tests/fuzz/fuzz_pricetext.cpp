// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a price, with any hints: an amount or a reason, never both and never neither; what was read as the amount
// is read to the same again.
#include "extraction/pricetext/PriceText.h"
#include "fuzz/Fuzz.h"

#include <algorithm>

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

constexpr const char16_t* kReasons[] = {u"no-digits", u"no-price",  u"call-for-price", u"ambiguous", u"instalments",
                                        u"negative",  u"too-large", u"too-fine",       u"too-long"};

bool isReason(const QString& why) {
  return std::any_of(std::begin(kReasons), std::end(kReasons), [&why](const char16_t* known) { return why == known; });
}

void check(const QString& text, const PriceText& price) {
  need(price.amount.has_value() == price.why.isEmpty(), "an amount or a reason");
  need(price.amount || isReason(price.why), "a known reason");
  need(!price.amount || price.amount->micros() >= 0, "no price is negative");
  need(!price.upper || (price.amount && *price.upper > *price.amount), "a range goes up");
  need(price.amount || price.amountText.isEmpty(), "no amount, no text of one");
  need(price.amountText.size() <= text.size(), "what is shown was written");
  need(price.currency.isEmpty() || price.currency.size() == 3, "a code has three letters");
}

} // namespace

// Lines: the text; a currency, a language, a country as hints; two marks.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input in(data, size);
  const QString text = in.text();
  check(text, parsePriceText(text));
  PriceTextHints hints;
  hints.currency = in.text(), hints.language = in.text(), hints.country = in.text();
  const QString marks = in.text();
  hints.decimalMark = marks.isEmpty() ? QChar() : marks[0];
  hints.digitGroupMark = marks.size() < 2 ? QChar() : marks[1];
  check(text, parsePriceText(text, hints));
  const QString code = currencyOfSymbol(text, hints.country);
  need(code.isEmpty() || code.size() == 3, "a code has three letters");
  // A price of two decimals written plainly is that price.
  const PriceText price = parsePriceText(text);
  if (price.amount && price.amount->micros() % 10'000 == 0) {
    const QString plain = QString::number(price.amount->micros() / Decimal::kOne) + u'.' +
                          QString::number(price.amount->micros() / 10'000 % 100).rightJustified(2, u'0');
    const PriceText again = parsePriceText(QStringLiteral("EUR ") + plain);
    need(again.amount == price.amount && again.currency == u"EUR", "what is written is read");
  }
  return 0;
}
