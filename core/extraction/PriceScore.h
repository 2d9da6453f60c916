// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/PriceMentions.h"

namespace pricewright {

// Sets the role and the score of each mention from its words, its place and its likeness to the others.
void scorePriceMentions(const PageScan& scan, PriceMentions& mentions);

void markQuantityBreaks(const PageScan& scan, PriceMentions& mentions);
void markQuantityRanges(const PageScan& scan, PriceMentions& mentions); // prices of several pieces are conditional
void trustUnitPrices(PriceMentions& mentions);                          // where there are no others

// Of two prices side by side the greater one is what it was before: surely if a percentage between them says so.
void pairPrices(const PageScan& scan, PriceMentions& mentions);

} // namespace pricewright
