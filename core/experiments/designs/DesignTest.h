// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/designs/RedrawTest.h"

namespace pricewright {

// What is fixed before the test starts.
struct DesignPlan {
  EffectModel model;
  double alpha = 0.05;
  Spending spending = Spending::Quadratic;
  std::size_t horizon = 0; // periods of the test at its planned end
  RedrawTest::Reference reference;
  double margin = 0; // effects within ± this are as good as none; 0: equivalence is not judged
  double goal = 0;   // the effect that the test is to find; 0: futility is not judged
};

enum class DesignVerdict { Undecided, Better, Worse, Equivalent, Futile };
const char* designVerdictName(DesignVerdict verdict);

struct DesignLook {
  std::size_t tested = 0;              // periods of the test seen
  double fraction = 0, spent = 0;      // of the plan; alpha spent so far
  bool informative = false;            // both prices were seen; else there is neither estimate nor interval
  double value = 0, low = 0, high = 0; // the effect and its repeated interval; ends that are infinite, or −1 of a
                                       // relative one, rule nothing out
  double p = 1, pAlone = 1;            // over all looks so far; as if this were the only one
  double statistic = 0, boundary = 0;  // in standard deviations of the redraws; crossed where |statistic| > boundary
  bool crossed = false;                // here or before
  bool afterHorizon = false;           // all alpha was spent before: p, interval and verdict are the last ones'
  double conditionalPower = 0;         // to cross by the end if the goal is the truth; 0 without a goal
  DesignVerdict verdict = DesignVerdict::Undecided;
};
struct DesignResult {
  std::vector<DesignLook> looks;
  std::size_t assignments = 0; // of the reference, the observed included
  bool exact = false;
  std::optional<RobustEffect> robust; // of the last look by itself; none: it cannot be told
  std::vector<QString> warnings;      // see testDesign()
};

// All looks so far, at `looks` periods of the test each (ascending; planned or not, beyond the horizon or not). The
// same answers for the looks before when one is added. Better and worse by the boundary, and they stay; equivalent
// where the repeated interval lies within ± margin (two one-sided tests on it); futile where the goal lies outside it,
// or has less than kHopeless conditional power (Lan & Wittes 1988): neither of the two adds false positives.
// Warnings: experiment.no-washout (a switchback without any: what is bought ahead or put off counts twice),
// .few-clusters-warning (below kFewClusters), .whale (an absolute effect, and a cluster above kWhaleShare),
// .missing-periods (a tenth and more), .coarse (alpha can hardly be divided among so few assignments).
// experiment.bad-level, .bad-setting, .bad-shape, .no-variance (no assignment differs from another) and those of
// DesignScores.
inline constexpr double kHopeless = 0.1;
Result<DesignResult> testDesign(const Panel& panel, const ClusterDesign& design, const Draw& observed,
                                std::span<const std::size_t> looks, const DesignPlan& plan);

} // namespace pricewright
