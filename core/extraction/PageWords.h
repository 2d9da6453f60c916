// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace pricewright {

// Phrases of shops in the languages of Europe, the Americas and Asia, looked for in any case at the bounds of words.
enum class PhraseKind : std::uint8_t {
  Buy, // add to cart
  InStock,
  OutOfStock,
  PreOrder,
  BackOrder,
  OldPrice, // was, list price, instead of
  CurrentPrice,
  Saving,
  Shipping,
  Instalment,
  Unit, // price per unit
  CallForPrice,
  Captcha,  // a page that asks whether one is human, or refuses
  NotFound, // the product is gone
  SkuLabel, // "Item no.", "Art.-Nr."
  GtinLabel,
  MpnLabel,
  BrandLabel,
  ConditionLabel,
  SellerLabel,
  FreeShipping,
  Piece,      // "/ pcs": the unit is the product itself
  Besides,    // "plus", "excluding": what follows is not in the price
  WithoutTax, // "excl. VAT"
  WithTax,
  Conditional,    // "members", "subscribe & save": not everybody's price
  UpTo,           // "up to 4": pieces
  LowestBefore,   // "lowest price of the last 30 days"
  Fee,            // what is in the price, or comes to it: a deposit, recycling
  OtherOffer,     // used, or of another seller
  RelatedHeading, // "you may also like": what follows are other products
  MinimumOrder,   // "orders over 50"
  Bid,            // an auction's
  Rent,           // for a day, a night
  Lease,          // for a month
  TradeIn,        // for those who give an old one
  SoldBy,         // who sells, in a sentence
  Ended,          // it was sold, or is no more
};
bool hasPhrase(std::string_view text, PhraseKind kind);
std::string withoutPhrases(std::string_view text, PhraseKind kind); // in lower case: "list price now" → " now"
// The text begins with one of the phrases; returns its length in bytes, else 0.
std::size_t leadingPhrase(std::string_view text, PhraseKind kind);

} // namespace pricewright
