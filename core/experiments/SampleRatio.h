// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <span>

namespace pricewright {

// Below this p the arms did not get the shares they were meant to get, and nothing else of the test is to be believed:
// usual in the trade, since the check is made again and again (Fabijan et al. 2019).
inline constexpr double kRatioMismatch = 0.001;

struct SampleRatio {
  double chiSquare = 0, degreesOfFreedom = 0, p = 1;
  double logBayesFactor = 0, pAnytime = 1; // holds however often it is looked at
  [[nodiscard]] bool mismatch() const { return p < kRatioMismatch; }
  [[nodiscard]] bool mismatchAnytime() const { return pAnytime < kRatioMismatch; }
};
// Units that each arm got against the shares planned (any positive numbers: they are taken relative to their sum).
// χ² of fit for one look. Anytime: the Bayes factor of multinomial shares drawn from a Dirichlet about the plan against
// the plan itself is a martingale under it, so 1/factor is a p-value at every look (Lindon & Malek 2022).
// `concentration`: units' worth of trust that the shares are near the plan; more finds small mismatches sooner, and
// large ones later. experiment.bad-shape (not the same arms, or fewer than two), .not-finite, .bad-counts, .bad-share,
// .no-exposure, .bad-setting
Result<SampleRatio> checkSampleRatio(std::span<const double> observed, std::span<const double> planned,
                                     double concentration = 10'000);

// Whether all segments got the arms in the same shares, whatever these are: χ² of independence, one look. Arms that are
// right in all and wrong in each segment let the segments decide (Simpson 1951). Segments of which fewer than five
// units are to be expected in an arm are counted together.
struct SegmentRatio {
  double chiSquare = 0, degreesOfFreedom = 0, p = 1;
  [[nodiscard]] bool mismatch() const { return p < kRatioMismatch; }
};
// `units`: arm by arm, each segment by segment. experiment.bad-shape (no such table, or less than two of either once
// they are counted together), .not-finite
Result<SegmentRatio> checkSegmentRatio(std::span<const double> units, std::size_t arms, std::size_t segments);

} // namespace pricewright
