// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

namespace pricewright {

// Which prices of one listing are searched. The corridor is what limits allow (absolute bounds, rules, MAP where it
// holds, minimum margin, how far above competitors); the window is where prices have been observed ± one rung and no
// further from today's price than one cycle may move it, cut to the corridor. Where rules ask for endings, only rungs
// that bear one are in it; others only where today's price cannot stay and no such rung is in reach.
struct SearchWindow {
  qint64 floorMinor = 0, ceilingMinor = 0; // rungs; floor > ceiling: empty corridor
  bool currentAllowed = true;              // today's price lies within the limits (on the ladder or not)
  LadderSpec ladder;                       // the rungs that may be proposed: with the endings asked for
  std::vector<qint64> rungs;               // ascending, at most kMostRungs
  bool corridorEmpty() const { return floorMinor > ceilingMinor; }
};
inline constexpr std::size_t kMostRungs = 60;

// `cost` null: no margin floor. Today's price must be valid.
SearchWindow searchWindow(const PricingCase& c, const ListingCase& listing, const RuleOutcome& rules,
                          const Amount* cost);
// `minor` moved to the nearest rung of the corridor that one cycle may reach. Today's price, where it may stay and lies
// nearer: with few rungs the nearest may be far away.
qint64 intoReach(const PricingCase& c, const ListingCase& listing, const SearchWindow& window, qint64 minor);
// A rule's target moved to the nearest price of the corridor on the side where it may lie (see targetSide()): with an
// ending asked for where one is in reach or on the way, else without; with neither, the end of the corridor.
qint64 towardsTarget(const PricingCase& c, const ListingCase& listing, const SearchWindow& window, qint64 target,
                     int side);

} // namespace pricewright
