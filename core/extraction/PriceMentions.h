// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/PageScan.h"
#include "extraction/pricetext/PriceText.h"

namespace pricewright {

enum class PriceRole : std::uint8_t { Price, ListPrice, Shipping, Unit, Instalment, Saving, Other };

// An amount that people can read on the page, with how much speaks for its being the product's price.
struct PriceMention {
  NodeId node = kNoNode; // the smallest element that holds all of it
  PriceText price;
  PriceRole role = PriceRole::Price;
  double score = 0;           // above about 3: credible; see PriceMentions.cpp
  bool writesMoney = false;   // a currency stands beside it, and is not guessed
  bool isConditional = false; // not what everybody pays for one: of members, several pieces, other offers, extras
  std::string text;
};

struct PriceMentions {
  std::vector<PriceMention> all; // in document order
  bool callForPrice = false;     // the product's part says that the price is to be asked for
  // Whether the amount can be read anywhere outside of lists of other products.
  bool shows(Decimal amount) const;
};

PriceTextHints priceHints(const PageScan& scan, const QString& currency = {});
PriceMentions findPriceMentions(const PageScan& scan, const PriceTextHints& hints);

// The characters of an element as a price is read from them: raised or separate cents get a mark before them.
std::string priceCharacters(const PageScan& scan, NodeId element);

} // namespace pricewright
