// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

#include <span>

namespace pricewright {

// Endings that a pricing rule asks for ("every price ends in .95"), read alike by the optimizer, which searches only
// prices that bear one, and by the guardrail, which moves a price to one. Pure, in whole minor units.

// Those of the ending rule that applies; empty where none does.
std::vector<qint64> askedEndings(const RuleOutcome& rules);
// The rungs of `ladder` that bear one of `endings`, as a ladder of its own; none where no rung ever does. An ending is
// what a price leaves over a hundred, or over the next power of ten that all the endings fit in.
std::optional<LadderSpec> ladderWithEndings(const LadderSpec& ladder, std::span<const qint64> endings);
// The ladder on which a listing's price is searched: with the endings asked for, or as it is where there are none or
// none of them lies on it.
LadderSpec searchedLadder(const LadderSpec& ladder, const RuleOutcome& rules);
// Where the price of the rule that sets one may end up once it is moved to a lawful price: −1 at the target or below it
// (undercut), +1 at it or above (cost-plus), 0 wherever is nearest (match, index, no such rule).
int targetSide(const RuleOutcome& rules);
// The rung in [low, high] that is nearest to `minor`, ties upward; none where there is no rung.
std::optional<qint64> nearestRung(const LadderSpec& ladder, qint64 minor, qint64 low, qint64 high);

} // namespace pricewright
