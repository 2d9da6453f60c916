// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/Segments.h"

#include "base/Words.h"
#include "statistics/Distributions.h"
#include "statistics/EmpiricalBayes.h"

#include <cmath>

namespace pricewright {
namespace {

Status shrink(const AnalysisPlan& plan, Segments& out) {
  std::vector<double> estimates, errors;
  for (const SegmentLift& segment : out.lifts)
    if (!segment.refused)
      estimates.push_back(segment.lift.value), errors.push_back(segment.lift.standardError);
  if (estimates.size() < 2)
    return {};
  PW_TRY(const Shrinkage shrinkage, shrinkNormal(estimates, errors));
  out.q = shrinkage.q, out.p = chiSquareUpper(shrinkage.q, double(estimates.size() - 1));
  out.meanLift = shrinkage.mean, out.betweenDeviation = std::sqrt(shrinkage.tau2);
  const double reach = -normalQuantile(plan.alpha / 2);
  std::size_t next = 0;
  for (SegmentLift& segment : out.lifts) {
    if (segment.refused)
      continue;
    segment.shrunk = shrinkage.shrunk[next];
    // That the mean is itself estimated counts as well: with no variance between the groups all of them are the mean.
    const double pull = 1 - shrinkage.tau2 / (shrinkage.tau2 + errors[next] * errors[next]);
    segment.deviation = std::sqrt(shrinkage.shrunkVariance[next] +
                                  pull * pull * shrinkage.meanStandardError * shrinkage.meanStandardError);
    segment.low = segment.shrunk - reach * segment.deviation, segment.high = segment.shrunk + reach * segment.deviation;
    ++next;
  }
  return {};
}

} // namespace

Result<Segments> segmentsOf(const AnalysisInput& input, const AnalysisPlan& plan, std::size_t metric, std::size_t arm) {
  if (metric >= input.metrics.size() || arm >= input.arms || plan.control >= input.arms || arm == plan.control ||
      input.metrics[metric].cells.size() != input.arms * input.groups)
    return fail(s("experiment.bad-shape"));
  if (!(plan.alpha > 0 && plan.alpha < 1))
    return fail(s("experiment.bad-level"));
  const MetricInput& figures = input.metrics[metric];
  std::vector<Result<ComparedArms>> arms;
  bool quiet = true;
  for (std::size_t group = 0; group < input.groups; ++group) {
    arms.push_back(comparedArms(figures, figures.cells[plan.control * input.groups + group],
                                figures.cells[arm * input.groups + group]));
    if (arms.back() && liftOf(arms.back()->control, arms.back()->treatment, LiftKind::Absolute))
      quiet &= baselineNoise(arms.back()->control) <= kNoisiestBaseline;
  }
  Segments out;
  out.kind = quiet ? LiftKind::Relative : LiftKind::Absolute;
  for (std::size_t group = 0; group < input.groups; ++group) {
    SegmentLift segment;
    segment.group = group;
    segment.units =
        figures.cells[plan.control * input.groups + group].units() + figures.cells[arm * input.groups + group].units();
    if (!arms[group])
      segment.refused = arms[group].error();
    else if (const auto lift = liftOf(arms[group]->control, arms[group]->treatment, out.kind))
      segment.lift = *lift;
    else
      segment.refused = lift.error();
    out.lifts.push_back(std::move(segment));
  }
  PW_CHECK(shrink(plan, out));
  return out;
}

} // namespace pricewright
