// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "matching/MatchView.h"

namespace pricewright {

struct VariantObjection {
  QString code;              // as in MatchScore::objections
  double mostConfidence = 1; // what it leaves
};

// What tells two variants of one product apart: models, numbers, colours, flavours, sizes, memory.
std::vector<VariantObjection> variantObjections(const MatchView& ours, const MatchView& theirs);

} // namespace pricewright
