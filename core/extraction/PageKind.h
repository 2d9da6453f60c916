// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/PageScan.h"
#include "extraction/PriceMentions.h"
#include "extraction/ProductPage.h"

namespace pricewright {

// Why the page is none of a product, as in ProductPage::why: "blocked-page", "not-found-page", "script-only-page",
// "empty-page"; "" if it may be one.
QString refusalOf(const PageScan& scan, const PriceMentions& mentions, const ProductFacts& facts);
void addPageFlags(const PageScan& scan, const ProductFacts& facts, ProductPage& page);

} // namespace pricewright
