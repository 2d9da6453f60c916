// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/PageScan.h"
#include "extraction/PriceMentions.h"
#include "extraction/ProductPage.h"

namespace pricewright {

// Whether anything but an amount in a sentence says that the page sells something: markup, a button that buys, an item
// number, an element that is a price and nothing else. An article that tells of money does not.
bool showsAProduct(const PageScan& scan, const PriceMentions& mentions, const ProductFacts& facts);
// Why the page is none of a product, as in ProductPage::why: "blocked-page", "not-found-page", "redirect-page",
// "script-only-page", "empty-page"; "" if it may be one.
QString refusalOf(const PageScan& scan, const PriceMentions& mentions, const ProductFacts& facts);
void addPageFlags(const PageScan& scan, const ProductFacts& facts, ProductPage& page);

} // namespace pricewright
