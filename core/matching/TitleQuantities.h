// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "matching/TitleFacts.h"
#include "matching/TitleTokens.h"

namespace pricewright {

// Content, packs, pieces and attributes among the tokens; what it took is marked used.
void readQuantities(std::vector<TitleToken>& tokens, TitleFacts& into);

} // namespace pricewright
