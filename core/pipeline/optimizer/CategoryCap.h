// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/Search.h"

namespace pricewright {

// Holds the category's price index (revenue-weighted mean log price) within ±`mostMove` of today's in one cycle. What a
// whole category loses when all its prices rise together is what observed prices tell least about, since they rarely
// did. Moves against the side that is too far make room for it. On that side the index is spent where a point of it
// gains most, one stretch of a listing's way at a time: as gains level off on the way to an optimum, all come some of
// the way rather than one the whole. Listings that found no room are marked in `waits`. Moves that limits or rules
// demand are made whatever the index, and count.
void capCategoryMove(const PricingCase& c, std::span<const SearchListing> listings, double labelCost, double mostMove,
                     SearchResult& found, std::vector<bool>& waits);

} // namespace pricewright
