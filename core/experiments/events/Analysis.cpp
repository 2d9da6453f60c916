// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/Analysis.h"

#include "base/Words.h"
#include "experiments/Cuped.h"
#include "experiments/events/Judgement.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

Error badAnalysis(const char* name) { return fail(s("experiment.bad-setting"), {{s("setting"), s(name)}}); }

Status checkInput(const AnalysisInput& in, const AnalysisPlan& plan) {
  if (in.arms == 1)
    return fail(s("experiment.one-arm"));
  if (in.arms < 1 || in.units.size() != in.arms || in.groups < 1 || plan.control >= in.arms ||
      (!plan.shares.empty() && plan.shares.size() != in.arms))
    return fail(s("experiment.bad-shape"));
  for (const MetricInput& metric : in.metrics)
    if (metric.cells.size() != in.arms * in.groups)
      return fail(s("experiment.bad-shape"));
  if (!(plan.alpha > 0 && plan.alpha < 0.5))
    return fail(s("experiment.bad-level"));
  const auto positive = [](const std::optional<double>& v) { return !v || (*v > 0 && std::isfinite(*v)); };
  if (!positive(plan.plannedUnits))
    return badAnalysis("plannedUnits");
  if (!positive(plan.tunedAt))
    return badAnalysis("tunedAt");
  if (!positive(plan.margin) || !positive(plan.effect))
    return badAnalysis("margin");
  if (plan.decideBy == DecideBy::PlannedLooks && plan.looks.empty())
    return badAnalysis("looks");
  if (std::accumulate(in.units.begin(), in.units.end(), 0.0) <= 0)
    return fail(s("experiment.no-exposure"));
  return {};
}

Result<UnitMoments> allGroups(const AnalysisInput& in, const MetricInput& metric, std::size_t arm) {
  UnitMoments all = metric.cells[arm * in.groups];
  for (std::size_t group = 1; group < in.groups; ++group)
    PW_CHECK(all.merge(metric.cells[arm * in.groups + group]));
  return all;
}

// Shares of the units of the test that the two arms of a comparison are planned to get.
double plannedPart(const AnalysisInput& in, const AnalysisPlan& plan, std::size_t arm) {
  if (plan.shares.empty())
    return 2.0 / double(in.arms);
  return (plan.shares[plan.control] + plan.shares[arm]) / std::accumulate(plan.shares.begin(), plan.shares.end(), 0.0);
}

// What can be compared of each group. A group that lacks an arm, or has a single unit of one, says nothing of a lift
// and is left out, by what was assigned alone; by what its units did none is.
Result<std::vector<Stratum>> strataOf(const AnalysisInput& in, const AnalysisPlan& plan, ArmComparison& c) {
  constexpr double kLeastOfArm = 2, kLeastKept = 0.5;
  const MetricInput& metric = in.metrics[c.metric];
  std::vector<Stratum> strata;
  QStringList aside;
  double kept = 0;
  for (std::size_t group = 0; group < in.groups; ++group) {
    const UnitMoments& control = metric.cells[plan.control * in.groups + group];
    const UnitMoments& treatment = metric.cells[c.arm * in.groups + group];
    const double units = control.units() + treatment.units();
    if (units == 0)
      continue;
    if (control.units() < kLeastOfArm || treatment.units() < kLeastOfArm) {
      c.setAside.push_back(group), c.setAsideUnits += units, aside << QString::number(group);
      continue;
    }
    PW_TRY(const ComparedArms arms, comparedArms(metric, control, treatment));
    if (const auto lift = liftOf(arms.control, arms.treatment, LiftKind::Absolute); !lift)
      return lift.error().is(u"experiment.no-variance")
                 ? fail(s("experiment.stratum-alike"), {{s("segment"), QString::number(group)}})
                 : lift.error();
    strata.push_back({arms.control, arms.treatment}), kept += units;
  }
  if (kept < kLeastKept * (kept + c.setAsideUnits))
    return fail(s("experiment.strata-too-small"), {{s("segments"), aside.join(u',')},
                                                   {s("units"), QString::number(c.setAsideUnits)},
                                                   {s("of"), QString::number(kept + c.setAsideUnits)}});
  return strata;
}

Status measure(const AnalysisInput& in, const AnalysisPlan& plan, ArmComparison& c) {
  const MetricInput& metric = in.metrics[c.metric];
  PW_TRY(const UnitMoments control, allGroups(in, metric, plan.control));
  PW_TRY(const UnitMoments treatment, allGroups(in, metric, c.arm));
  PW_TRY(const ComparedArms arms, comparedArms(metric, control, treatment));
  c.control = arms.control, c.treatment = arms.treatment;
  c.theta = arms.theta, c.varianceLeft = arms.varianceLeft, c.centre = arms.centre;
  c.baselineNoise = baselineNoise(c.control);
  c.relativeHolds = c.baselineNoise <= kNoisiestBaseline;
  const bool within = plan.stratified && in.groups > 1;
  std::vector<Stratum> strata;
  if (within) {
    PW_TRY(strata, strataOf(in, plan, c));
  }
  const auto lift = [&](LiftKind kind) {
    return within ? stratifiedLift(strata, kind) : liftOf(c.control, c.treatment, kind);
  };
  PW_TRY(c.absolute, lift(LiftKind::Absolute));
  if (auto relative = lift(LiftKind::Relative))
    c.relative = *relative;
  else
    c.relativeHolds = false;
  if (metric.isShare && !metric.isRatio && !metric.adjusted && !within) {
    const auto count = [](const UnitMoments& m) { return ShareCount{m.units(), std::round(m.mean(0) * m.units())}; };
    if (const auto test = testProportions(count(control), count(treatment), plan.alpha))
      c.proportions = *test;
  }
  return {};
}

Status believe(const AnalysisInput& in, const AnalysisPlan& plan, ArmComparison& c) {
  c.beliefIsRelative = c.relativeHolds;
  // A prior is a belief about the relative lift; what is only known absolutely starts from none.
  PW_TRY(c.belief, effectPosterior(c.beliefIsRelative ? *c.relative : c.absolute,
                                   c.beliefIsRelative ? plan.prior : std::nullopt, plan.alpha));
  if (!in.metrics[c.metric].isShare || !c.proportions)
    return {};
  const auto posterior = [&](const ArmMoments& arm) {
    return betaPosterior(arm.units, std::round(arm.mean * arm.units), plan.priorAlpha, plan.priorBeta);
  };
  PW_TRY(const BetaPosterior control, posterior(c.control));
  PW_TRY(const BetaPosterior treatment, posterior(c.treatment));
  if (const auto belief = compareShares(control, treatment))
    c.shareBelief = *belief;
  return {};
}

Status compare(const AnalysisInput& in, const AnalysisPlan& plan, PlannedLimits& limits, ArmComparison& c) {
  PW_CHECK(measure(in, plan, c));
  PW_TRY(c.fixed, testLift(c.absolute, plan.alpha));
  if (c.relative) {
    PW_TRY(c.fixedRelative, testLift(*c.relative, plan.alpha));
  }
  const double part = plannedPart(in, plan, c.arm);
  constexpr double kTunedPart = 0.75;
  c.tunedAt = plan.tunedAt        ? *plan.tunedAt
              : plan.plannedUnits ? kTunedPart * *plan.plannedUnits * part
                                  : kUnplannedTuning;
  PW_TRY(c.anytime, confidenceSequence(c.absolute, {plan.alpha, c.tunedAt}));
  if (c.relativeHolds) {
    PW_TRY(c.anytimeRelative, confidenceSequence(*c.relative, {plan.alpha, c.tunedAt}));
  }
  PW_CHECK(believe(in, plan, c));
  if (plan.plannedUnits)
    c.fraction = c.absolute.units / (*plan.plannedUnits * part);
  return judge(plan, limits, c);
}

// Within strata each group is compared by itself, in whatever shares its units were dealt out.
void lookAtSegments(const AnalysisInput& in, const AnalysisPlan& plan, bool isTheLook, AnalysisAnswer& out) {
  if (in.groups < 2 || in.metrics.empty())
    return;
  std::vector<double> units;
  for (const UnitMoments& cell : in.metrics.front().cells)
    units.push_back(cell.units());
  const auto ratio = checkSegmentRatio(units, in.arms, in.groups);
  if (!ratio)
    return;
  out.segmentRatio = *ratio;
  if (isTheLook && !plan.stratified && ratio->mismatch())
    out.distrust.push_back(s("segment-ratio"));
}

void lookAtRatio(const AnalysisInput& in, const AnalysisPlan& plan, AnalysisAnswer& out) {
  const std::vector<double> equal(in.arms, 1.0);
  const auto ratio = checkSampleRatio(in.units, plan.shares.empty() ? equal : plan.shares);
  if (!ratio)
    return;
  out.sampleRatio = *ratio;
  // χ² at every look would distrust a good test sooner or later: it has its say at the one look that decides, where
  // there is such a one.
  const double units = std::accumulate(in.units.begin(), in.units.end(), 0.0);
  const bool isTheLook = plan.onlyLook || (plan.decideBy == DecideBy::Horizon && plan.plannedUnits &&
                                           allThere(units / *plan.plannedUnits));
  if (ratio->mismatchAnytime() || (isTheLook && ratio->mismatch()))
    out.distrust.push_back(s("sample-ratio"));
  lookAtSegments(in, plan, isTheLook, out);
}

} // namespace

const char* armVerdictName(ArmVerdict v) {
  switch (v) {
  case ArmVerdict::Better:
    return "better";
  case ArmVerdict::Worse:
    return "worse";
  case ArmVerdict::Equivalent:
    return "equivalent";
  case ArmVerdict::Futile:
    return "futile";
  case ArmVerdict::Undecided:
    return "undecided";
  case ArmVerdict::NotTrusted:
    return "not-to-be-trusted";
  }
  return "";
}

AnalysisInput inputOf(const TestSummary& summary) {
  AnalysisInput in;
  in.arms = summary.arms, in.groups = summary.groups, in.units = summary.units;
  in.contaminatedShare = summary.exposures.contaminatedShare();
  const EventCounts& e = summary.events;
  const auto within = double(e.counted + e.foreign);
  in.foreignShare = within > 0 ? double(e.foreign) / within : 0;
  for (const MetricMoments& metric : summary.metrics)
    in.metrics.push_back({metric.metric.of == Quantity::Conversion && !metric.metric.per && !metric.metric.winsorized(),
                          metric.metric.per.has_value(), metric.metric.adjusted, false, metric.cells});
  return in;
}

Result<ComparedArms> comparedArms(const MetricInput& metric, const UnitMoments& control, const UnitMoments& treatment) {
  if (control.units() <= 0 || treatment.units() <= 0)
    return fail(s("experiment.no-exposure"));
  if (metric.adjusted) {
    PW_TRY(const CupedArms arms, metric.isRatio ? adjustRatios(control, treatment) : adjustMeans(control, treatment));
    return ComparedArms{arms.control, arms.treatment, arms.theta, arms.varianceLeft, arms.centre};
  }
  PW_TRY(const ArmMoments c, metric.isRatio ? ratioArm(control) : meanArm(control));
  PW_TRY(const ArmMoments t, metric.isRatio ? ratioArm(treatment) : meanArm(treatment));
  return ComparedArms{c, t, 0, 1, 0};
}

Result<AnalysisAnswer> analyze(const AnalysisInput& input, const AnalysisPlan& plan) {
  PW_CHECK(checkInput(input, plan));
  AnalysisAnswer out;
  lookAtRatio(input, plan, out);
  if (input.contaminatedShare > plan.mostContaminated)
    out.distrust.push_back(s("contamination"));
  if (input.foreignShare > plan.mostForeign)
    out.distrust.push_back(s("foreign-currency"));
  if (input.joinIsBroken)
    out.distrust.push_back(s("unmatched-events"));
  PW_TRY(PlannedLimits limits, PlannedLimits::of(plan)); // a plan that is none fails as a whole
  for (std::size_t metric = 0; metric < input.metrics.size(); ++metric)
    for (std::size_t arm = 0; arm < input.arms; ++arm) {
      if (arm == plan.control)
        continue;
      ArmComparison c;
      c.metric = metric, c.arm = arm;
      if (const Status done = compare(input, plan, limits, c); !done)
        c.refused = done.error();
      out.comparisons.push_back(std::move(c));
    }
  PW_CHECK(settle(input, plan, out));
  return out;
}

} // namespace pricewright
