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
  double realized = 0, standardError = 0; // profit a week
};

struct BandLimits {
  int mostBp = 2000; // the step beyond which a human decides anyway: no band is ever wider
  int stepBp = 100;  // bands are multiples of this
};
// The rule, in numbers. A band of ±b is looked at by the newest `window` scored decisions of changes up to b.
struct BandRule {
  int window = 200;
  int leastDecisions = 30;
  int leastTold = 12; // of them, told apart from 0
  int triedOneIn = 4; // one in so many must have moved by more than b/2: trust in small changes says nothing of large
  double earnCovered = 0.75, keepCovered = 0.65; // at least this share inside, with 95 % confidence
  double earnSign = 0.65, keepSign = 0.5;        // the same, of right signs
};

enum class BandState { Earned, NotYet, TakenAway };
enum class BandWhy { Holds, TooFew, TooFewTold, Untried, Uncovered, WrongSign, Loses, NoLimit };
const char* bandStateName(BandState state); // "earned" …
const char* bandWhyName(BandWhy why);       // "too-few" …

struct AutoBand {
  BandState state = BandState::NotYet;
  BandWhy why = BandWhy::TooFew;
  int bandBp = 0;           // changes of at most so much, either way, need no human on account of weak trust
  std::optional<int> since; // the day that it came to this
  int decisions = 0, told = 0;
  double coveredAtLeast = 0, rightSignAtLeast = 0; // lower bounds (Wilson 1927, one-sided 95 %)
};
// Whether a category has earned that small changes go out by themselves. All evidence is replayed in the order in which
// it became known (that of one day at once), so that the answer depends on nothing else. After each day:
//   holds(b, thresholds) := enough decisions, enough told apart from 0, tried at such changes, coverage and right sign
//     at least the thresholds with 95 % confidence, and the sum of realized profit not below 0 with 95 % confidence;
//   a band that does not hold at the keep thresholds narrows to the widest that holds at the earn thresholds, else it
//   is
//     taken away, and only what becomes known later can earn one again;
//   then the widest band that holds at the earn thresholds is earned, where it is wider.
// The gap between earning and keeping is the hysteresis: a category at the edge does not flip from week to week.
// earnings.not-finite, .bad-rule
Result<AutoBand> autoBand(std::span<const BandEvidence> evidence, const BandLimits& limits, const BandRule& rule = {});

} // namespace pricewright
