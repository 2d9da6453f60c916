// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentAnalysis.h"

// One unit that brings most of what its arm brings. Internal to ExperimentAnalysis.
namespace pricewright::experimentfiles {

// The largest figures of the units, metric by metric and arm by arm, as they come.
class LargestUnits {
 public:
  void add(std::size_t metric, std::size_t arm, double figure);
  // Those that stand out: a share of their arm that five others do not explain.
  [[nodiscard]] std::vector<ExperimentReport::Whale> whales() const;
  // From which on figures are cut, that the largest two of all arms, or one in a hundred of those that are not 0, are
  // moved onto the next: as a quantile of all units.
  [[nodiscard]] double quantileOf(std::size_t metric) const;

 private:
  struct Arm {
    double sum = 0, largest = 0;
    double units = 0, filled = 0; // filled: of which the figure is not 0
  };
  std::vector<std::vector<Arm>> m_arms; // metric by metric
};

// The same analysis with the largest figures cut, of the metrics that have a whale.
Status analyzeCut(const ExperimentRequest& request, const LargestUnits& largest, ExperimentReport& report,
                  const JobContext& job);

} // namespace pricewright::experimentfiles
