// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/MeanTest.h"

#include <span>
#include <vector>

namespace pricewright {

// Whole clusters (stores, regions) were assigned: what is compared are clusters, however many units they hold.
struct ClusterSum {
  std::size_t arm = 0;
  double above = 0, below = 0; // Σ of the metric, and of its units or of a ratio's denominator
};
struct ClusterComparison {
  double controlClusters = 0, treatmentClusters = 0;
  double control = 0, treatment = 0;   // Σ above / Σ below
  ArmMoments controlArm, treatmentArm; // over clusters
  // Each arm's ratio of sums with the variance of a ratio over clusters (delta method; robust to whatever goes on
  // within them), Student's t with Welch–Satterthwaite's degrees of freedom on clusters.
  Lift absolute;
  LiftTest test;
  // Randomization inference: how often a lift as large, in its own standard errors, comes about when the same numbers
  // of clusters are drawn for the arms anew. What few clusters are judged by. Where there are few ways to deal the
  // clusters out, each of them is made once, and p is exact; else (1 + as large) / (1 + redraws).
  double pRedraws = 1;
  int redraws = 0;
  bool countedOut = false; // `redraws` are all the ways that there are
  double ways = 0;         // to deal these clusters out
  double leastP = 0;       // that redraws without end could come to
};
inline constexpr std::size_t kLeastClustersCompared = 8, kFewClustersCompared = 40;
// Ways to choose the control's clusters, as exactly as a double can say it, and the least p that all of them together
// can come to: of arms of one size each way has a mirror image that is as large.
double waysToDeal(std::size_t controls, std::size_t treated);
double leastPOfDeals(std::size_t controls, std::size_t treated);
// Whether all ways are made instead of redraws.
inline bool areWaysCounted(double ways, int redraws) { return ways <= double(redraws > 50'000 ? redraws : 50'000); }
// Units of other arms than the two are left out. experiment.too-few-clusters (clusters, needed) below
// kLeastClustersCompared in both arms together or 2 in one; .no-exposure, .no-baseline (a denominator of 0),
// .no-variance, .not-finite, .bad-level, .bad-setting (redraws). No redraws: p is left at 1.
Result<ClusterComparison> compareClusters(std::span<const ClusterSum> clusters, std::size_t control,
                                          std::size_t treatment, double alpha, int redraws, std::uint64_t seed);

} // namespace pricewright
