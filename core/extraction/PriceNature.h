// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/PriceMentions.h"
#include "extraction/ProductPage.h"

namespace pricewright {

// Whether the price that was found is one that the product is sold for today, to everybody. Adds flags where it is not:
// "auction-price", "rental-price", "monthly-price", "listing-ended" (it is not to be had any more), and
// "price-disputed" where it is asked of those who give an old one. A recipe's price is left alone: somebody has looked.
void addNatureFlags(const PageScan& scan, const PriceMentions& mentions, const ProductFacts& facts, ProductPage& page);

} // namespace pricewright
