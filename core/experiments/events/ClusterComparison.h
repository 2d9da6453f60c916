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
  // of clusters are drawn for the arms anew; (1 + as large) / (1 + redraws). What few clusters are judged by.
  double pRedraws = 1;
  int redraws = 0;
  double leastP = 0; // that redraws without end could come to: there are only so many ways to deal these clusters out
};
inline constexpr std::size_t kLeastClustersCompared = 8, kFewClustersCompared = 40;
// Units of other arms than the two are left out. experiment.too-few-clusters (clusters, needed) below
// kLeastClustersCompared in both arms together or 2 in one; .no-exposure, .no-baseline (a denominator of 0),
// .no-variance, .not-finite, .bad-level, .bad-setting (redraws)
Result<ClusterComparison> compareClusters(std::span<const ClusterSum> clusters, std::size_t control,
                                          std::size_t treatment, double alpha, int redraws, std::uint64_t seed);

} // namespace pricewright
