// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/events/Analysis.h"
#include "experiments/events/ClusterComparison.h"

namespace pricewright {

struct ClusterAnalysis {
  // As of units, but of clusters: means and errors over them, `control` and `treatment` count clusters. Decided by
  //   AnyLook       a confidence sequence whose time is the units behind the clusters. What all of a cluster's units
  //                 have in common stays from look to look, so looks are more alike than the sequence supposes: it is
  //                 wrong less often, not more. Where nothing was planned it is tuned at each look anew: 3.03 deviates
  //                 at 5 %, which chance crosses in one test out of 23 whose information grows 26-fold from the first
  //                 look on, looked at all the time.
  //   PlannedLooks  the limits of these looks.
  //   Horizon       the p of the redraws, at the planned end.
  // Of fewer than kFewClustersCompared clusters, what is held against the limits is the normal deviate of the redraws'
  // p; of more, that of Student's t. Intervals are Student's, as wide as the way to decide makes them.
  AnalysisAnswer answer;
  std::vector<ClusterComparison> details; // parallel to the comparisons; empty where one is refused
  // Likewise: its p is that of the redraws, and as few clusters or as early a look can come to none that decides it.
  std::vector<bool> cannotDecide;
};
// `sums`: metric by metric. `redraws`: none are as many as make each comparison decidable by itself after the
// adjustment for all of them, kUsualRedraws at the least. analyze()'s errors as a whole, compareClusters()' for a
// comparison, and experiment.too-few-redraws (redraws, needed, comparisons): where their p decides, none of so few
// could, unless the others find something as well.
inline constexpr int kUsualRedraws = 9'999, kMostOwnRedraws = 199'999;
Result<ClusterAnalysis> analyzeClusters(const AnalysisInput& input, const AnalysisPlan& plan,
                                        std::span<const std::vector<ClusterSum>> sums, std::optional<int> redraws,
                                        std::uint64_t seed);

} // namespace pricewright
