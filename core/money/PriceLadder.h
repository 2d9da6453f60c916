// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "money/Money.h"

#include <optional>
#include <vector>

namespace pricewright {

// The prices that may be published for a SKU: a step in minor units, or endings (.99, .95) repeated every `cycle`.
// Applied after conversion into the price's own currency, never before.
struct LadderSpec {
  qint64 stepMinor = 1;             // used where endings is empty
  std::vector<qint64> endingsMinor; // 99 for x.99; sorted; each in [0, cycleMinor)
  qint64 cycleMinor = 100;          // distance after which endings repeat
  bool operator==(const LadderSpec&) const = default;
};
LadderSpec defaultLadder(Currency currency); // x.x9 for two digits, step 1 for none, .950/.990 for three
// Steps and cycles ≥ 1, endings sorted, different and inside the cycle: money.bad-ladder.
Status checkLadder(const LadderSpec& spec);

// Rungs are never negative. What checkLadder() would refuse is tidied: a ladder always has rungs.
class PriceLadder {
 public:
  explicit PriceLadder(LadderSpec spec);
  const LadderSpec& spec() const { return m_spec; }
  bool contains(qint64 minor) const;
  qint64 atOrAbove(qint64 minor) const; // smallest rung ≥ minor; −1 if there is none in 64 bits
  qint64 atOrBelow(qint64 minor) const; // largest rung ≤ minor; −1 if there is none ≥ 0
  qint64 nearest(qint64 minor) const;   // ties upward
  // The rung nearest to a price that is changed by so many basis points (ties upward), always on the asked side of it:
  // a rise is no cut because the ladder is coarse. Exact. None: no change is asked, or no positive rung lies there.
  std::optional<qint64> changedBy(qint64 minor, int basisPoints) const;
  // All rungs in [low, high], at most `most`, evenly thinned where there are more (the ends kept).
  std::vector<qint64> between(qint64 low, qint64 high, std::size_t most = 400) const;

 private:
  LadderSpec m_spec;
};

} // namespace pricewright
