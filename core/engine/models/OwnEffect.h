// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "earnings/PriceScore.h"
#include "pipeline/optimizer/GroupModel.h"

namespace pricewright {

// What the model of a case expected of one product itself when only its own price moves, without what siblings gain or
// lose and without the label's cost: the part that sales of that product can confirm. The same posterior, doubt of the
// curve's form and doubt beyond observed prices that the optimizer draws from (pipeline/optimizer/Draws), by 400
// mirrored draws seeded by the case.
struct OwnEffect {
  PredictedEffect profit, revenue, units;
};
std::optional<OwnEffect> ownEffect(const GroupListing& listing, double price, quint64 seed);

} // namespace pricewright
