// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/PriceMentions.h"
#include "extraction/ProductFact.h"

namespace pricewright {

// What people can read on the page.
// Item number, GTIN, MPN, brand, condition and seller beside their labels: "Art.-Nr.: 123", table rows, definition
// lists.
void addLabelFacts(const PageScan& scan, ProductFacts& facts);
// The number in the page's address.
void addAddressFacts(const PageScan& scan, ProductFacts& facts);
// "In stock", "sold out", a button that buys or that is switched off.
void addAvailabilityFacts(const PageScan& scan, const PriceMentions& mentions, ProductFacts& facts);
// Shipping costs and the name.
void addOtherFacts(const PageScan& scan, const PriceMentions& mentions, ProductFacts& facts);

} // namespace pricewright
