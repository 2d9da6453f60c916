// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "experiments/designs/DesignTest.h"

#include <functional>

namespace pricewright {

// A design tried on history: stretches of it are taken at random, prices drawn as the design draws them, an effect put
// in (or none), and the whole test run as it would have been, look by look.
struct StudyWish {
  DesignKind kind = DesignKind::Clusters;
  std::size_t strata = 0;    // Clusters: of this size, by the mean before; 0: one draw over all, half treated
  SwitchbackWish switchback; // its periods are `tested`
  std::size_t before = 0, tested = 0, lookEvery = 1;
  DesignPlan plan; // horizon and seeds are set by the study
  std::size_t splits = 1000;
  std::uint64_t seed = 1;
  bool robust = true; // also the CR2 interval, which takes as long as the rest
};

// A stretch of history as it would have been under a draw, and what the truth about it is, in the effect's scale.
struct Injected {
  Panel panel;
  double truth = 0;
};
struct Stretch {
  Panel panel;                       // as it was
  std::size_t from = 0;              // first period, of the history's
  std::vector<std::size_t> clusters; // its clusters, of the history's
};
using Inject = std::function<Result<Injected>(const Stretch&, const ClusterDesign&, const Draw&)>;
// All treated outcomes times 1 + effect (Absolute: plus effect).
Inject constantEffect(EffectScale scale, double effect);

struct ShareRange { // Wilson, 95 %
  double share = 0, low = 0, high = 0;
};
struct StudyResult {
  std::size_t splits = 0;
  ShareRange found;         // crossed at some look: false positives, or power
  ShareRange foundRight;    // in the direction of the truth; with no effect the same as found
  ShareRange atEnd;         // by one look at the end at the whole alpha
  ShareRange robustAtEnd;   // by the CR2 interval at the end
  ShareRange coveredEnd;    // the repeated interval at the end holds the truth
  ShareRange coveredAlways; // at all looks
  ShareRange robustCovered; // the CR2 interval at the end
  double truth = 0, meanEstimate = 0, bias = 0, deviation = 0; // at the end, over the splits, in the effect's scale
  double periodsToDecision = 0;                                // mean; the horizon where none was made
};
// Clusters that lack more than a fifth of the periods before, or of the test, are left out of a stretch: known before
// only of the first, so the history says what a careful planner would do. Same seed, same answer, at any thread count.
// experiment.bad-shape (history shorter than before + tested), .bad-setting, those of the design and of testDesign,
// engine.cancelled
Result<StudyResult> studyDesign(const Panel& history, const StudyWish& wish, const Inject& inject,
                                const JobContext& job);
// The design that a stretch gets.
Result<ClusterDesign> designFor(const Panel& stretch, const StudyWish& wish);

// The least relative effect found with `power`, by bisection on studies with the same splits; to a twentieth of itself.
// experiment.out-of-reach: not even kMostEffect is.
inline constexpr double kMostEffect = 1.0;
Result<double> detectableEffect(const Panel& history, const StudyWish& wish, double power, const JobContext& job);

} // namespace pricewright
