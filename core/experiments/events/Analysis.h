// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/BayesAb.h"
#include "experiments/MultipleTesting.h"
#include "experiments/ProportionTest.h"
#include "experiments/SampleRatio.h"
#include "experiments/Sequential.h"
#include "experiments/events/EventPlan.h"
#include "experiments/events/GroupSequential.h"

#include <QStringList>

#include <optional>

namespace pricewright {

// One metric of all arms, as moments of its units; a share: every unit is 0 or 1.
struct MetricInput {
  bool isShare = false, isRatio = false, adjusted = false;
  bool lessIsBetter = false;
  std::vector<UnitMoments> cells; // arm by arm, each group by group; quantities as in MetricMoments
};
struct AnalysisInput {
  std::size_t arms = 0, groups = 1;
  std::vector<double> units; // by arm, for the sample ratio
  std::vector<MetricInput> metrics;
  double contaminatedShare = 0; // units that were seen in two arms
  double foreignShare = 0;      // events of currencies without a rate, of all within the test
  bool joinIsBroken = false;    // an arm lacks events that are there, of units that nobody knows
};
AnalysisInput inputOf(const TestSummary& summary);

// What decides. AnyLook: the confidence sequence, whenever it is looked at. Horizon: one look at the planned end, never
// before, and not at all where no end was planned. PlannedLooks: looks registered before the start, and the last of
// `looks` is this one.
enum class DecideBy { AnyLook, Horizon, PlannedLooks };

// Frozen before the first look; whatever is left out has the value that stands here.
struct AnalysisPlan {
  std::size_t control = 0;
  std::vector<double> shares; // planned, any positive numbers; empty: equal
  double alpha = 0.05;
  DecideBy decideBy = DecideBy::AnyLook;
  bool onlyLook = false;              // nobody looks again: the sample ratio's χ² has its say
  std::optional<double> plannedUnits; // of all arms together
  // Units of both arms of a comparison at which the confidence sequence is narrowest. Left out: ¾ of what they are
  // planned to have; without a plan kUnplannedTuning.
  std::optional<double> tunedAt;
  SpendingPlan spending;                    // its alpha is taken from here
  std::vector<double> looks;                // PlannedLooks: shares of the planned units at the looks so far
  Adjustment adjustment = Adjustment::Holm; // over metrics and arms
  bool adjusts = true;                      // false: each comparison for itself
  // As shares of the control's mean: a lift within the margin does not matter, the smallest that does is the effect.
  std::optional<double> margin, effect;
  double futileBelow = 0.1; // chance to find the effect, below which going on is useless
  // Beliefs to start from: of shares Beta(a, b); of the relative lift normal, or flat where there is none.
  double priorAlpha = 1, priorBeta = 1;
  std::optional<EffectPrior> prior;
  bool stratified = false; // compare within the groups
  double mostContaminated = 0.01, mostForeign = 0.01;
};
inline constexpr double kUnplannedTuning = 5'000;

enum class ArmVerdict { Better, Worse, Equivalent, Futile, Undecided, NotTrusted };
const char* armVerdictName(ArmVerdict v); // better, worse, equivalent, futile, undecided, not-to-be-trusted

// H0: the lift is at least the margin away from 0, by two one-sided tests of alpha each (Schuirmann 1987), with the
// limits that hold under the plan's way to decide. In relative lifts.
struct Equivalence {
  double margin = 0, low = 0, high = 0;
  bool shown = false;
};
// Whether going on is of no use: the plan's effect is excluded by the interval that decides (its end on the side that
// is better lies below it), or, before the planned end, the chance falls below the plan's that this end finds a lift if
// it is the effect in the better of the two directions (Lan & Wittes 1988). The second is the chance if the lift is
// what it has been so far. Where decided by PlannedLooks or Horizon at the end's own level. No chances without a
// planned end.
struct Futility {
  std::optional<double> chanceIfEffect, chanceIfTrend;
  bool excluded = false;
  bool futile = false;
};

// One arm against the control in one metric.
struct ArmComparison {
  std::size_t metric = 0, arm = 0;
  std::optional<Error> refused; // then nothing below holds but the verdict: undecided, or not trusted
  ArmMoments control, treatment;
  double theta = 0, varianceLeft = 1, centre = 0; // of the adjustment; see CupedArms
  double shownControl() const { return control.mean + centre; }
  double shownTreatment() const { return treatment.mean + centre; }
  Lift absolute;
  std::optional<Lift> relative; // none over a control mean of 0
  double baselineNoise = 0;     // of the control's mean
  bool relativeHolds = false;   // quiet enough a baseline for a relative lift that is watched
  LiftTest fixed;               // of the absolute lift, for one look
  std::optional<LiftTest> fixedRelative;
  std::optional<ProportionTest> proportions;     // of shares that are not adjusted or stratified
  SequentialTest anytime;                        // of the absolute lift
  std::optional<SequentialTest> anytimeRelative; // where relativeHolds
  double tunedAt = 0;
  std::optional<double> fraction;           // of the units that are planned for the two arms
  std::optional<RepeatedInterval> repeated; // PlannedLooks
  double limitZ = 0;
  std::optional<EffectPosterior> belief; // of the relative lift where relativeHolds, else of the absolute
  bool beliefIsRelative = false;
  std::optional<ShareComparison> shareBelief; // of shares
  double p = 1, adjustedP = 1;                // of what decides, before and after adjusting for the others
  std::optional<Equivalence> equivalence;
  std::optional<Futility> futility;
  // Stratified: groups with fewer than two units in an arm, and their units, which are in no lift.
  std::vector<std::size_t> setAside;
  double setAsideUnits = 0;
  ArmVerdict verdict = ArmVerdict::Undecided;
  [[nodiscard]] bool atPlannedEnd() const; // all units are there that were planned; false where none were planned
};
struct AnalysisAnswer {
  // Both of its figures: χ² may distrust a test at its planned end, and at all other looks the anytime one.
  std::optional<SampleRatio> sampleRatio;
  std::optional<SegmentRatio> segmentRatio; // of groups; distrusts what is not stratified, at a look that χ² may judge
  // PlannedLooks: what the last look is said to be, and is, of the planned units. Where the two do not agree, or nobody
  // planned how many, its limit is another look's: nothing is decided.
  struct LookShare {
    double said = 0;
    std::optional<double> seen;
    [[nodiscard]] bool agrees() const;
  };
  std::optional<LookShare> lookShare;
  QStringList distrust;                   // codes: sample-ratio, segment-ratio, contamination, foreign-currency,
                                          // unmatched-events
  std::vector<ArmComparison> comparisons; // metric by metric, each arm by arm without the control
};

// A comparison that cannot be made carries its reason, and the others go on; of a stratum experiment.stratum-alike
// (segment: its number) or .strata-too-small (segments, units, of). Fails as a whole: experiment.one-arm,
// .no-exposure (nobody in any arm), .bad-shape (an input or plan that does not fit together), .bad-level, .bad-setting,
// .bad-share, .bad-prior
Result<AnalysisAnswer> analyze(const AnalysisInput& input, const AnalysisPlan& plan);

// The two arms as they are compared: adjusted, ratio or share.
struct ComparedArms {
  ArmMoments control, treatment;
  double theta = 0, varianceLeft = 1, centre = 0;
};
Result<ComparedArms> comparedArms(const MetricInput& metric, const UnitMoments& control, const UnitMoments& treatment);

} // namespace pricewright
