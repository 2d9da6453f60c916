// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/SearchWindow.h"

#include "decision/PriceEndings.h"
#include "decision/PriceLimits.h"

#include <cmath>
#include <cstdlib>
#include <limits>

namespace pricewright {
namespace {

constexpr qint64 kNoCeiling = std::numeric_limits<qint64>::max() / 10;

struct Limits {
  qint64 low = 1, high = kNoCeiling;
};

Limits limitsOf(const PricingCase& c, const ListingCase& l, const RuleOutcome& rules, const Amount* cost) {
  Limits limits;
  const auto atLeast = [&](const std::optional<qint64>& v) {
    limits.low = std::max(limits.low, v.value_or(limits.low));
  };
  const auto atMost = [&](const std::optional<qint64>& v) {
    limits.high = std::min(limits.high, v.value_or(limits.high));
  };
  atLeast(l.minMinor);
  atLeast(rules.floorMinor);
  atMost(l.maxMinor);
  atMost(rules.ceilingMinor);
  // Where today's price is itself too far above competitors, the way out is the guardrail's counter-proposal.
  if (const auto gouging = gougingLimits(c, l); gouging && l.current.minor() <= gouging->block)
    atMost(gouging->block);
  if (mapState(l) == MapState::Enforced)
    atLeast(l.mapMinor);
  // To the minor unit, as the guardrail has it: the corridor begins at the next rung, but a price in force between the
  // two keeps its margin and may stay.
  if (cost)
    if (const auto minimum = marginFloorMinor(*cost, marginLimit(c, l).bp, l.vatBp, l.grossPrices, LadderSpec{}))
      atLeast(*minimum);
  return limits;
}

// As far as one cycle may move the price: both ends exact, inside.
Limits reach(const PricingCase& c, const ListingCase& l) {
  const qint64 now = l.current.minor(), bp = percentBp(c.settings, u"optimizer.max-move.percent");
  const auto up = mulDiv(now, 10'000 + bp, 10'000, Rounding::Floor),
             down = mulDiv(now, 10'000 - bp, 10'000, Rounding::Ceiling);
  return {down ? *down : now, up ? *up : now};
}

std::optional<qint64> minorOf(double price, Currency currency) {
  const double minor = price * static_cast<double>(currency.minorPerMajor());
  if (!(minor > 0) || minor > 1e15)
    return std::nullopt;
  return static_cast<qint64>(std::llround(minor));
}

// Where prices have been observed ± one rung; today's price counts as observed.
Limits observed(const ListingCase& l, const PriceLadder& ladder) {
  qint64 low = l.current.minor(), high = low;
  if (const auto seen = minorOf(l.demand.lowestSeen, l.current.currency()))
    low = std::min(low, *seen);
  if (const auto seen = minorOf(l.demand.highestSeen, l.current.currency()))
    high = std::max(high, *seen);
  const qint64 below = ladder.atOrBelow(low - 1), above = ladder.atOrAbove(high + 1);
  return {below < 0 ? low : below, above < 0 ? high : above};
}

// Whether today's price may stay and lies nearer to what is wanted than `rung` does.
bool nearerToday(const ListingCase& l, const SearchWindow& w, qint64 wanted, qint64 rung) {
  return w.currentAllowed && std::abs(l.current.minor() - wanted) < std::abs(rung - wanted);
}

} // namespace

SearchWindow searchWindow(const PricingCase& c, const ListingCase& l, const RuleOutcome& rules, const Amount* cost) {
  const PriceLadder ladder(l.ladder);
  const Limits limits = limitsOf(c, l, rules, cost), may = reach(c, l), seen = observed(l, ladder);
  SearchWindow w;
  const qint64 floor = ladder.atOrAbove(limits.low), ceiling = ladder.atOrBelow(limits.high);
  w.floorMinor = floor < 0 ? kNoCeiling : floor;
  w.ceilingMinor = ceiling;
  w.currentAllowed = l.current.minor() >= limits.low && l.current.minor() <= limits.high;
  w.ladder = searchedLadder(l.ladder, rules);
  if (w.corridorEmpty())
    return w;
  const qint64 low = std::max({w.floorMinor, may.low, seen.low}),
               high = std::min({w.ceilingMinor, may.high, seen.high});
  w.rungs = PriceLadder(w.ladder).between(low, high, kMostRungs);
  if (w.rungs.empty() && !w.currentAllowed)
    w.rungs = ladder.between(low, high, kMostRungs); // an ending is the last word, not a limit
  return w;
}

qint64 intoReach(const PricingCase& c, const ListingCase& l, const SearchWindow& w, qint64 minor) {
  const Limits may = reach(c, l);
  const qint64 low = std::max(w.floorMinor, may.low), high = std::min(w.ceilingMinor, may.high);
  std::optional<qint64> rung = nearestRung(w.ladder, minor, low, high);
  if (!rung)
    rung = nearestRung(l.ladder, minor, low, high);
  if (rung)
    return nearerToday(l, w, minor, *rung) ? l.current.minor() : *rung;
  // The corridor is further away than one cycle may go. Where today's price cannot stay: its near end, and the
  // guardrail asks a human.
  if (w.currentAllowed)
    return l.current.minor();
  return l.current.minor() < w.floorMinor ? w.floorMinor : w.ceilingMinor;
}

qint64 towardsTarget(const PricingCase& c, const ListingCase& l, const SearchWindow& w, qint64 target, int side) {
  const auto onItsSide = [&](qint64 p) { return side < 0 ? p <= target : side > 0 ? p >= target : true; };
  const qint64 now = l.current.minor();
  const Limits may = reach(c, l);
  const qint64 low = side > 0 ? std::max(w.floorMinor, target) : w.floorMinor,
               high = side < 0 ? std::min(w.ceilingMinor, target) : w.ceilingMinor;
  std::optional<qint64> rung = nearestRung(w.ladder, target, std::max(low, std::min({may.low, now, target})),
                                           std::min(high, std::max({may.high, now, target})));
  if (!rung)
    rung = nearestRung(l.ladder, target, low, high);
  const qint64 price = rung.value_or(std::clamp(PriceLadder(l.ladder).nearest(target), w.floorMinor, w.ceilingMinor));
  return (!rung || onItsSide(now)) && nearerToday(l, w, target, price) ? now : price;
}

} // namespace pricewright
