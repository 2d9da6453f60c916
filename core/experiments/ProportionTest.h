// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <optional>

namespace pricewright {

struct ShareCount {
  double units = 0, successes = 0;
};
struct ShareInterval {
  double low = 0, high = 0;
};
// Single shares, interval of 1 − alpha. Wilson (1927): the score interval. Clopper & Pearson (1934): never too narrow.
// Jeffreys: equal tails of Beta(x + ½, n − x + ½).
// experiment.no-exposure, .bad-counts, .not-finite, .bad-level
Result<ShareInterval> wilsonInterval(const ShareCount& arm, double alpha);
Result<ShareInterval> clopperPearsonInterval(const ShareCount& arm, double alpha);
Result<ShareInterval> jeffreysInterval(const ShareCount& arm, double alpha);

// Two shares: treatment − control.
struct ProportionTest {
  double difference = 0;
  double zPooled = 0, pPooled = 1;     // one variance under H0, no continuity correction
  double zUnpooled = 0, pUnpooled = 1; // each arm's own variance; 0 and 1 where neither has any
  ShareInterval wald;                  // each arm's own variance
  ShareInterval newcombe;              // of the two Wilson intervals (Newcombe 1998, method 10)
  ShareInterval agrestiCaffo;          // Wald after one success and one failure were added to each (2000)
  std::optional<double> fisher;        // exact, two-sided; none where the table is too large to walk through
};
// experiment.no-exposure, .bad-counts (no whole numbers, more successes than units), .not-finite, .bad-level,
// .no-variance (nobody, or everybody, succeeded in both)
Result<ProportionTest> testProportions(const ShareCount& control, const ShareCount& treatment, double alpha);

} // namespace pricewright
