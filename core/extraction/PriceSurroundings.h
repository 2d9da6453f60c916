// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/PriceMentions.h"

namespace pricewright {

// What people read before and after a mention, near enough to belong to it.
struct Surroundings {
  std::string before, after;
};
Surroundings around(const PageScan& scan, const PriceMentions& mentions, const PriceMention& mention);

// What follows it at once in the same line, up to the next number: "per day", "with trade-in".
std::string sameLineAfter(const PageScan& scan, const PriceMention& mention);

// What stands around this price and no other one, a few elements wide.
std::string wordsOfItsOwn(const PageScan& scan, const PriceMentions& mentions, std::size_t which);

// The element that speaks for a mention: a bare text's is the one around it.
NodeId elementOf(const PageScan& scan, NodeId node);
// What the classes of that element say of the mention.
std::uint32_t ownWords(const PageScan& scan, const PriceMention& mention);

// Where others name their currency, such a number counts something else: "30 days".
bool isBareNumber(const PriceMention& m);

std::string_view lastBytes(std::string_view text, std::size_t most); // from the bound of a character on

} // namespace pricewright
