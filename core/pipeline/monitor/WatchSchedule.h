// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Catalog.h"
#include "market/Site.h"

#include <QHash>

namespace pricewright {

// When a page is looked at next. Products that decide the shop's image are looked at every hour; others as often as
// their prices move: the time between looks is the usual one of its role where one look in twenty finds a move, and
// shorter or longer as more or fewer do (told from the looks so far, with a gamma prior of one move in twenty looks).
// Never more often than `shortest` nor more seldom than `longest` of its role. A page that fails is tried sooner, then
// more and more seldom. UTC intervals, so that a change of the clocks moves nothing.
struct LookInterval {
  Duration shortest, usual, longest;
};
LookInterval lookInterval(SkuRole role);
// `stretch` ≥ 1 lengthens it, to keep within a budget.
Duration nextLookAfter(const Watch& watch, SkuRole role, double stretch = 1);
// The same as a time, moved by up to a tenth of the interval, always the same for a page: looks are spread evenly and a
// restart changes nothing.
Instant nextLook(const Watch& watch, SkuRole role, Instant now, double stretch = 1);

// How far looks must be stretched so that all of them cost at most `budgetADay`: 1 where they do already. Those of
// products that decide the shop's image are stretched only where all others are already as seldom as can be.
struct BudgetStretch {
  double critical = 1, others = 1;
  double of(SkuRole role) const { return role == SkuRole::Kvi ? critical : others; }
  bool binds() const { return critical > 1 || others > 1; }
};
struct PlannedLook {
  const Watch* watch = nullptr;
  SkuRole role = SkuRole::Background;
};
BudgetStretch stretchFor(const std::vector<PlannedLook>& looks, double costALook, double budgetADay);
// How many looks a budget still pays for, of which `spent` has gone in the last 24 hours; `most` where there is none.
int looksLeft(double costALook, double budgetADay, double spent, int most);

// At most so many of them: the longest due first, sites in turn, so that a part of them keeps all sites busy and nobody
// waits for ever; where not all can be, those of critical products come before others.
std::vector<Watch> inTurn(std::vector<Watch> watches, const QHash<int, SkuRole>& roles, int most);

} // namespace pricewright
