// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/pricetext/PriceText.h"
#include "extraction/pricetext/PriceTokens.h"

namespace pricewright {

// A number of a text with the currency that belongs to it, and what the words around it say.
struct PriceCandidate {
  std::size_t first = 0, last = 0;  // tokens, with currencies
  std::size_t number = 0, tail = 0; // the number's token; of "12 99" the one of its cents
  QString digits;
  std::vector<std::size_t> money;       // tokens of its currency, leftmost first
  std::optional<std::size_t> contender; // a number that the currency may belong to as well: "42 € 59,99"
  unsigned meaning = 0;                 // of the words before it, the later the stronger
  int depth = 0, power = 0;
  bool minor = false, negative = false, perUnit = false, finePrice = false, from = false, upTo = false, aside = false;
  bool times = false;       // an instalment or a multiple
  bool multiBuy = false;    // two for …
  bool brokenGroup = false; // "1234 567,89", "£1 2 99": one number or two?
  bool taxed = false;       // said to be with tax
  bool gross = false;       // said to be with tax, of a language where that is what a price is
  bool noPrice = false;     // a size, a date, a part of a name …
  bool hasMoney() const { return !money.empty(); }
};

// In order of the text.
std::vector<PriceCandidate> priceCandidates(const PlainSpelling& text, const std::vector<PriceToken>& tokens,
                                            const PriceTextHints& hints);

} // namespace pricewright
