// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "experiments/Sequential.h"

#include <optional>
#include <span>
#include <vector>

namespace pricewright {

// One exposure of a bandit, in the order in which they were made.
struct BanditStep {
  std::size_t arm = 0;
  double probability = 1; // with which that arm was drawn then
  double reward = 0;
};
struct ArmEstimate {
  double steps = 0;     // how often it was shown
  double plainMean = 0; // biased downwards: an arm that began badly is not shown again
  double weighted = 0;  // Hájek: rewards weighted by 1 / probability, over the sum of the weights
  // Augmented inverse-probability scores, each weighted by the root of its arm's probability, which makes the sum
  // normal however the probabilities came about (Hadad, Hirshberg, Zhan, Wager & Athey 2021: constant allocation rate).
  double robust = 0, standardError = 0, low = 0, high = 0; // interval of 1 − alpha
};
// An arm against the control, watched: the plain mean of the same scores' differences, which are a martingale however
// the probabilities came about, within a confidence sequence (Waudby-Smith et al. 2023, the one of Sequential.h). May
// be looked at at any time; the intervals above are for one look.
struct WatchedLift {
  double value = 0, standardError = 0;
  SequentialTest test;
};
struct AdaptiveEstimates {
  std::vector<ArmEstimate> arms;
  // Each arm against the control by the same scores: robust, standardError, low and high. The control's own is empty.
  std::vector<ArmEstimate> lifts;
  std::vector<WatchedLift> watched;
  // The control's own mean by its scores, at all looks together; none where all of them are the same.
  std::optional<SequentialTest> baseline;
  // Of the arms having been drawn with the probabilities that were logged, at all looks together: each arm's Σ (drawn −
  // probability) is a sum of martingale steps within an interval of length 1, hence below a normal one of variance n/4
  // (Hoeffding 1963), and its mixture over a normal a p-value at every look (Robbins 1970); times the arms.
  double drawsP = 1;
};
// `chances`: row-major, steps × arms: with what probability each arm would have been drawn at each step; that of the
// arm that was drawn must be the step's own. All must be positive, so that every arm can be judged (a bandit's floor).
// `tunedAt`: as of SequenceSetting. experiment.no-exposure, .bad-shape, .bad-share (chances that are none, or not the
// step's own), .not-finite, .bad-level, .too-few-units, .no-variance
Result<AdaptiveEstimates> adaptiveEstimates(std::span<const BanditStep> steps, std::span<const double> chances,
                                            std::size_t arms, std::size_t control, double alpha,
                                            double tunedAt = 5'000);

} // namespace pricewright
