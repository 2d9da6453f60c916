// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/designs/Panel.h"
#include "statistics/Random.h"

#include <optional>

namespace pricewright {

enum class DesignKind { Clusters, Pairs, Switchback };

// Which of the units gets the new price: 1 treated, 0 control. A unit is a cluster; in a switchback, a cluster in a
// block (block after block), or a block of all of them.
using Draw = std::vector<std::uint8_t>;

// How assignments are drawn, so that they can be drawn again exactly so: the reference that chance is judged by.
// Made by the functions below.
struct ClusterDesign {
  DesignKind kind = DesignKind::Clusters;
  std::size_t clusters = 0;
  // Clusters and pairs: the stratum of each cluster (kNotInTest: it takes no part), and how many are treated in each.
  std::vector<int> stratum;
  std::vector<std::size_t> treatedIn;
  // Switchback: periods of the test, periods a block, and how many at the start of each block are left out because the
  // price before still works in them.
  std::size_t periods = 0, blockLength = 1, washout = 0;
  bool together = false; // all clusters switch at once

  [[nodiscard]] std::size_t blocks() const { return (periods + blockLength - 1) / blockLength; }
  [[nodiscard]] std::size_t units() const;
  // The unit that a cluster belongs to in a period, counted from the start of the test; none: left out of the test.
  [[nodiscard]] std::optional<std::size_t> unitAt(std::size_t cluster, std::size_t period) const;
  // The same, washout or not: what price is asked there.
  [[nodiscard]] std::optional<std::size_t> priceUnitAt(std::size_t cluster, std::size_t period) const;
  [[nodiscard]] std::size_t taking() const; // clusters that take part
};
inline constexpr int kNotInTest = -1;

// Fewer clusters than this are refused: too few draws, and what holds for them holds for nobody else. Below
// kFewClusters it is said.
inline constexpr std::size_t kLeastClusters = 8, kFewClusters = 16;

// Everywhere: experiment.few-clusters (clusters, needed), .bad-shape, .bad-setting, and .few-draws where the design
// knows fewer than kLeastDraws assignments: then no result, however clear, could be significant at 5 %.
inline constexpr double kLeastDraws = 40;
// So many of the clusters at random.
Result<ClusterDesign> completeDesign(std::size_t clusters, std::size_t treated);
// Clusters sorted by their mean before the test and cut into strata of `size` (2: pairs; the last may be larger); half
// of each at random. experiment.no-history: a cluster without any period before.
Result<ClusterDesign> stratifiedDesign(const Panel& panel, std::size_t size);
// Blocks in twos: each cluster has one of the two treated; half the clusters the first, half the second, at random, so
// that clusters and periods are both balanced. All together: the order within each two at random.
struct SwitchbackWish {
  std::size_t periods = 0, blockLength = 1, washout = 0;
  bool together = false;
};
Result<ClusterDesign> switchbackDesign(std::size_t clusters, const SwitchbackWish& wish);
// Items paired by how alike they sold before the test (level and course), one of each pair at random. Closest pairs
// first, then improved by exchanging partners. The least alike of an odd number takes no part. .no-history
Result<ClusterDesign> matchedPairs(const Panel& panel);

Draw drawAssignment(const ClusterDesign& design, Random& random);
// How many assignments the design knows, all equally likely; above 2^53 not exact.
double countAssignments(const ClusterDesign& design);
// All of them, where there are at most `most`; none: more, or not all equally likely.
std::optional<std::vector<Draw>> allAssignments(const ClusterDesign& design, std::size_t most);
// experiment.bad-shape (not of this design's units, a stratum with another number of treated), .one-arm
Status checkDraw(const ClusterDesign& design, const Draw& draw);

} // namespace pricewright
