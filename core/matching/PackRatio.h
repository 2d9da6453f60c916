// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "matching/TitleFacts.h"

namespace pricewright {

struct PackRatio {
  enum class Kind {
    Same,         // equal content
    Sets,         // no contents, but different numbers of pieces: packs of one product, or sets of their own
    Packs,        // equal pieces, another number of them
    Sizes,        // pieces of another size, but one content is a whole multiple of the other
    Unknown,      // one side does not say
    Contradiction // neither equal nor a multiple, or units that do not compare
  } kind = Kind::Unknown;
  int theirs = 1, ours = 1; // their content = theirs / ours of ours, reduced
};

// Contents that rounding explains are equal: 12 fl oz and 355 ml, 1 oz and 28 g. Grams from "oz" may have been fluid
// ounces.
PackRatio packRatio(const Content& ourContent, int ourPacks, const Content& theirContent, int theirPacks);

} // namespace pricewright
