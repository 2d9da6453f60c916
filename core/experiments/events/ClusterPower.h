// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/Power.h"
#include "experiments/events/ClusterComparison.h"

namespace pricewright {

// A test on whole clusters as analyzeClusters() will judge it.
struct ClusterTestPlan {
  std::size_t clusters = 0; // of both arms
  bool anyLook = false;     // by a confidence sequence that may be looked at every day, else one look at the end
  PowerPlan plan;           // `ratio`: clusters of treatment for each of control
};
struct ClusterSplit {
  std::size_t control = 0, treated = 0;
};
ClusterSplit splitClusters(const ClusterTestPlan& plan);

// With what chance an effect is found at the end, both directions together. Student's t over the clusters with K − 2
// degrees of freedom (noncentral t), however many units they hold. Where the clusters can be dealt out in few ways, the
// p of their deals takes steps and loses power beyond those: then counted out over normal clusters that are drawn with
// a fixed seed, to a percent or so.
class ClusterPower {
 public:
  // experiment.bad-level, .few-ways-to-decide (clusters, least, level; both in percent) where no deal of these clusters
  // can show so little
  static Result<ClusterPower> of(const ClusterTestPlan& plan);
  // `shift`: the effect in standard errors of the lift over clusters, at least 0.
  [[nodiscard]] double at(double shift) const;
  // The largest p that decides: of eight clusters at 5 % it is 2.9 %.
  [[nodiscard]] double level() const { return m_level; }

 private:
  double m_level = 0;
  std::size_t m_clusters = 0;
  std::vector<double> m_found; // by what shift each draw is found, ascending; empty: by Student's t
};

} // namespace pricewright
