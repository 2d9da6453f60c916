// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/ClusterAnalysis.h"

#include "base/Words.h"
#include "experiments/events/Judgement.h"
#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr double kManyFreedoms = 1e9; // a normal one

// The normal deviate that is as rare as this p.
double deviateOf(double p, double sign) { return std::copysign(-normalQuantile(std::clamp(p, 1e-300, 1.0) / 2), sign); }

// The same lift with the standard error that makes its normal interval at `deviates` standard errors Student's.
Lift widened(Lift lift, double deviates) {
  const double tail = normalCdf(-deviates);
  if (tail > 1e-12) // beyond, nothing is decided anyway
    lift.standardError *= std::max(1.0, -studentQuantile(tail, lift.degreesOfFreedom) / deviates);
  lift.degreesOfFreedom = kManyFreedoms;
  return lift;
}

Result<SequentialTest> sequenceOf(Lift lift, double units, const SequenceSetting& setting) {
  lift.units = units;
  PW_TRY(const double deviates, deviateOfSequence(setting.alpha, units, setting));
  return confidenceSequence(widened(lift, deviates), setting);
}

// What the plan's way to decide says of the deviate by which these clusters are judged.
Status judgeDeviate(const AnalysisPlan& plan, PlannedLimits& limits, double units, double deviate, ArmComparison& c) {
  ArmComparison of = c;
  if (deviate == 0)
    of.absolute.value = 0; // all redraws are as large: no evidence, whatever single errors say
  else if (c.absolute.value != 0)
    of.absolute.standardError = std::abs(c.absolute.value / deviate);
  of.absolute.units = units, of.absolute.degreesOfFreedom = kManyFreedoms;
  if (of.relative && plan.decideBy == DecideBy::PlannedLooks)
    of.relative = widened(*of.relative, limits.last().z);
  PW_TRY(of.anytime, confidenceSequence(of.absolute, {plan.alpha, c.tunedAt}));
  PW_CHECK(judge(plan, limits, of));
  c.p = of.p, c.limitZ = of.limitZ, c.equivalence = of.equivalence, c.futility = of.futility;
  c.anytime.p = of.anytime.p;
  if (c.anytimeRelative)
    c.anytimeRelative->p = of.anytime.p; // H0 is the same
  if (of.repeated) {
    c.repeated = repeatedInterval(widened(c.absolute, limits.last().z), limits.last());
    c.repeated->decided = of.repeated->decided;
  }
  return {};
}

// The largest p of its redraws by which a comparison is decided though none of the others finds anything.
Result<double> decidingP(const AnalysisPlan& plan, PlannedLimits& limits, std::size_t comparisons, double tunedAt) {
  const double level = plan.adjusts ? levelOfOne(plan.alpha, comparisons, plan.adjustment) : plan.alpha;
  double deviates = 0;
  switch (plan.decideBy) {
  case DecideBy::Horizon:
    return level;
  case DecideBy::AnyLook: { // at the look at which the least decides
    PW_TRY(deviates, deviateOfSequence(level, tunedAt, {plan.alpha, tunedAt}));
    break;
  }
  case DecideBy::PlannedLooks: // that of the plan's own alpha is found exactly
    PW_TRY(deviates, limits.lastZ(level < plan.alpha ? level / kRegisteredClose : level));
    break;
  }
  return 2 * normalCdf(-deviates);
}

// Redraws whose least p is no larger.
double redrawsOfP(double p) {
  constexpr double kRounding = 1 + 1e-9; // what is adjusted must not end above alpha by it
  return std::ceil(kRounding / p - 1);
}

constexpr double kMostRedraws = 1'000'000; // that compareClusters() takes

Result<int> redrawsFor(double needed, std::optional<int> wished, std::size_t comparisons) {
  const int most = wished.value_or(kMostOwnRedraws);
  if (needed <= double(most))
    return wished.value_or(std::max(kUsualRedraws, int(needed)));
  return fail(s("experiment.too-few-redraws"), {{s("redraws"), QString::number(most)},
                                                {s("needed"), QString::number(needed, 'f', 0)},
                                                {s("comparisons"), QString::number(comparisons)}});
}

bool areFew(const ClusterComparison& k) {
  return k.controlClusters + k.treatmentClusters < double(kFewClustersCompared);
}

Status compareOne(const AnalysisPlan& plan, const ArmComparison& ofUnits, double units, PlannedLimits& limits,
                  const ClusterComparison& k, ArmComparison& c) {
  c.control = k.controlArm, c.treatment = k.treatmentArm;
  c.absolute = k.absolute, c.fixed = k.test;
  c.fraction = ofUnits.fraction;
  c.baselineNoise = baselineNoise(c.control);
  c.relativeHolds = c.baselineNoise <= kNoisiestBaseline;
  const SequenceSetting setting{plan.alpha, c.tunedAt};
  PW_TRY(c.anytime, sequenceOf(c.absolute, units, setting));
  if (const auto relative = liftOf(c.control, c.treatment, LiftKind::Relative)) {
    c.relative = *relative;
    PW_TRY(c.fixedRelative, testLift(*relative, plan.alpha));
    if (c.relativeHolds) {
      PW_TRY(c.anytimeRelative, sequenceOf(*relative, units, setting));
    }
  } else {
    c.relativeHolds = false;
  }
  c.beliefIsRelative = c.relativeHolds;
  PW_TRY(c.belief, effectPosterior(c.beliefIsRelative ? *c.relative : c.absolute,
                                   c.beliefIsRelative ? plan.prior : std::nullopt, plan.alpha));
  const double deviate = deviateOf(areFew(k) ? k.pRedraws : k.test.p, c.absolute.value);
  PW_CHECK(judgeDeviate(plan, limits, units, deviate, c));
  if (plan.decideBy == DecideBy::Horizon)
    c.p = k.pRedraws;
  return {};
}

// All comparisons of a test: how many redraws one of them needs hangs on how many there are.
class ClusterJudge {
 public:
  ClusterJudge(const AnalysisInput& input, const AnalysisPlan& plan, std::span<const std::vector<ClusterSum>> sums,
               std::optional<int> redraws, std::uint64_t seed)
      : m_input(input), m_plan(plan), m_sums(sums), m_redraws(redraws), m_seed(seed) {}

  Status judge(const AnalysisAnswer& ofUnits, ClusterAnalysis& out) {
    PW_TRY(m_limits, PlannedLimits::of(m_plan));
    for (const ArmComparison& unit : ofUnits.comparisons)
      m_comparisons += compare(unit, 0).has_value();
    for (const ArmComparison& unit : ofUnits.comparisons) {
      ArmComparison c;
      c.metric = unit.metric, c.arm = unit.arm;
      ClusterComparison detail;
      bool cannot = false;
      if (const Status done = judgeOne(unit, c, detail, cannot); !done)
        c.refused = done.error(), detail = {}, cannot = false;
      out.answer.comparisons.push_back(std::move(c));
      out.details.push_back(detail), out.cannotDecide.push_back(cannot);
    }
    return {};
  }

 private:
  [[nodiscard]] Result<ClusterComparison> compare(const ArmComparison& unit, int redraws) const {
    return compareClusters(m_sums[unit.metric], m_plan.control, unit.arm, m_plan.alpha, redraws, m_seed);
  }
  Status judgeOne(const ArmComparison& unit, ArmComparison& c, ClusterComparison& detail, bool& cannot) {
    const double units = m_input.units[m_plan.control] + m_input.units[c.arm];
    c.tunedAt = m_plan.tunedAt || m_plan.plannedUnits ? unit.tunedAt : units;
    PW_TRY(detail, compare(unit, 0));
    int redraws = m_redraws.value_or(kUsualRedraws);
    if (areFew(detail) || m_plan.decideBy == DecideBy::Horizon) {
      PW_TRY(const double p, decidingP(m_plan, m_limits, m_comparisons, c.tunedAt));
      const bool counted = areWaysCounted(detail.ways, redraws);
      cannot = detail.leastP > p || (!counted && redrawsOfP(p) > kMostRedraws);
      // What no number of redraws can bring about is no reason to refuse: the figures stand, undecided.
      if (!cannot && !counted) {
        PW_TRY(redraws, redrawsFor(redrawsOfP(p), m_redraws, m_comparisons));
      }
    }
    PW_TRY(detail, compare(unit, redraws));
    return compareOne(m_plan, unit, units, m_limits, detail, c);
  }

  const AnalysisInput& m_input;
  const AnalysisPlan& m_plan;
  std::span<const std::vector<ClusterSum>> m_sums;
  std::optional<int> m_redraws;
  std::uint64_t m_seed;
  PlannedLimits m_limits;
  std::size_t m_comparisons = 0; // that can be made
};

} // namespace

Result<ClusterAnalysis> analyzeClusters(const AnalysisInput& input, const AnalysisPlan& plan,
                                        std::span<const std::vector<ClusterSum>> sums, std::optional<int> redraws,
                                        std::uint64_t seed) {
  if (sums.size() != input.metrics.size())
    return fail(s("experiment.bad-shape"));
  ClusterAnalysis out;
  PW_TRY(const AnalysisAnswer ofUnits, analyze(input, plan));
  out.answer.distrust = ofUnits.distrust;
  for (const char* ofUnit : {"sample-ratio", "segment-ratio"}) // clusters are of different sizes
    out.answer.distrust.removeAll(s(ofUnit));
  PW_CHECK(ClusterJudge(input, plan, sums, redraws, seed).judge(ofUnits, out));
  PW_CHECK(settle(input, plan, out.answer));
  return out;
}

} // namespace pricewright
