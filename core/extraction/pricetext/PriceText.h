// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "money/Decimal.h"

#include <QString>

#include <optional>

namespace pricewright {

// What a reader of a price text may know beside it.
struct PriceTextHints {
  QString currency;                  // ISO code, symbol, or a text that names one; used where the text names none
  QChar decimalMark, digitGroupMark; // null: told from the text; a given one is beyond doubt
  QString language, country;         // "de", "CH"; "" unknown: for marks and for symbols such as "$" and "kr"
};

// A price as people write it: "1.299,00 €", "₹1,29,999", "12'345.60 CHF", "¥2,980", "kr 1 299:-", "from US$ 5 each".
// Where the text cannot be decided, `why` says so and there is no amount: a refusal beats a wrong price.
//
// Three digits behind a lone mark are a group ("1.299" is 1299), unless the currency has thousandths (KWD, BHD, OMR,
// JOD behind a dot; TND, LYD behind either mark), the number begins with a zero, or `decimalMark` says otherwise. Where
// only language or country say otherwise ("1,299 €" in German) it is ambiguous, but a fraction for what is sold by the
// litre or kilowatt-hour. Of several prices the words decide (now, was, RRP), then brackets, then the unit price stands
// back; two that nothing tells apart are ambiguous. Words of magnitude count ("12万円" is 120000), and so do hundredths
// ("99p" is 0.99).
struct PriceText {
  std::optional<Decimal> amount; // the price, in major units; of a range, its lower end; 0 for "free"
  std::optional<Decimal> upper;  // of a range
  QString amountText;            // as written, spaces plain; "" without an amount and for "free"
  QString currency; // ISO 4217 code, former ones too (DEM); "" where it cannot be told (a lone "$" without a hint or
                    // country) or there is none (toman, bitcoin)
  QString currencyText;   // as written: "US$", "€", "KD", of an inflected abbreviation its stem; the hint's where the
                          // text names none; may be set without an amount
  bool isFrom = false;    // "from", "ab", "à partir de" …: other variants cost more
  bool isPerUnit = false; // "/100 g", "per kg", "€/Stück", "each", "per month": a unit price
  // Where there is no amount: no-digits, no-price (digits of something else: a size, a percentage, a date, a saving,
  // the postage), call-for-price, ambiguous, instalments, negative, too-large (beyond Decimal), too-fine (more than six
  // decimals that are not zero), too-long (more than 2000 characters).
  QString why;
};

// Linear in the length of the text; never fails.
PriceText parsePriceText(QStringView text, const PriceTextHints& hints = {});

// The ISO code that a symbol or a name means, "" if none or several: "€" → EUR, "zł" → PLN, "A$" → AUD, "KD" → KWD.
// `country` (ISO 3166 alpha-2) decides between the users of one symbol.
QString currencyOfSymbol(QStringView symbol, QStringView country = {});

} // namespace pricewright
