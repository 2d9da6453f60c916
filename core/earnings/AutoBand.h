// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <optional>
#include <span>
#include <vector>

namespace pricewright {

// One scored decision of a category, as trust is judged by it.
struct BandEvidence {
  int knownOn = 0;                        // day number: when its weeks were complete
  int changeBp = 0;                       // of the price, signed
  bool inside90 = false;                  // realized in the predicted 90 % interval, the measurement's noise added
  std::optional<bool> rightSign;          // none: the realized effect cannot be told from 0
  double realized = 0, standardError = 0; // profit a week beyond what would have come had nothing been done
};

struct BandLimits {
  int mostBp = 2000; // the step beyond which a human decides anyway: no band is ever wider
  int stepBp = 100;  // bands are multiples of this
};
// The rule, in numbers. A band of ±b is looked at by the newest scored decisions of changes up to b, until
// `window` of them are independent.
struct BandRule {
  int window = 100;        // half a year, where there are always enough
  int leastDecisions = 30; // independent ones
  int leastTold = 12;      // of them, told apart from 0
  int leastWeeks = 8;      // different ones in which they became known
  int mostAWeek = 4;       // decisions of one week saw the same market: so many of them count as independent
  int triedOneIn = 4; // one in so many must have moved by more than b/2: trust in small changes says nothing of large
  double earnCovered = 0.75, keepCovered = 0.65; // at least this share inside, with 95 % confidence
  double earnSign = 0.65, keepSign = 0.5;        // the same, of right signs
  int breachWindow = 20;                         // the newest decisions, by which a band is lost at once
};

enum class BandState { Earned, NotYet, TakenAway };
enum class BandWhy {
  Holds,
  TooFew,
  TooFewTold,
  Untried,
  Uncovered,
  WrongSign,
  Loses,
  NoLimit,
  TooFewWeeks,
  Unproven // not certain to bring more than doing nothing
};
const char* bandStateName(BandState state); // "earned" …
const char* bandWhyName(BandWhy why);       // "too-few" …

struct AutoBand {
  BandState state = BandState::NotYet;
  BandWhy why = BandWhy::TooFew;
  int bandBp = 0;           // changes of at most so much, either way, need no human on account of weak trust
  std::optional<int> since; // the day that it came to this
  int decisions = 0, told = 0, weeks = 0;
  double coveredAtLeast = 0, rightSignAtLeast = 0; // lower bounds (Wilson 1927, one-sided 95 %)
};
// Whether a category has earned that small changes go out by themselves. All evidence is replayed in the order in which
// it became known (that of one day at once), so that the answer depends on nothing else. After each day:
//   lost:   the newest `breachWindow` decisions within the band are looked at, each for itself. Where it is certain at
//           99.5 % that more of them lie outside their intervals, or on the wrong side of 0, than the earn thresholds
//           leave room for, or that together they brought less than doing nothing, the band is taken away as a whole,
//           and only what becomes known later can earn one again. One such breach is enough.
//   kept:   a band that does not hold at the keep thresholds narrows to the widest that is earned, or is taken away.
//   earned: the widest band that is earned is given, where it is wider. That takes decisions and weeks enough, changes
//           that went beyond its half, coverage and right signs at least at the earn thresholds with 95 % confidence,
//           and a sum of profit that is above doing nothing with 95 % confidence. Decisions of one week are not taken
//           for independent: `mostAWeek` of them count, by their shares, and their errors add up as if they were one.
// The gap between earning and keeping is the hysteresis: a category at the edge does not flip from week to week.
// earnings.not-finite, .bad-rule
Result<AutoBand> autoBand(std::span<const BandEvidence> evidence, const BandLimits& limits, const BandRule& rule = {});

} // namespace pricewright
