// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/Judgement.h"

#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

// At registered looks there is no p; the smallest alpha whose limits would have been crossed at this one is one, to
// half a percent and never too small. That of the plan itself is tried first, so that the decision is exact.
Result<double> registeredP(const AnalysisPlan& plan, PlannedLimits& limits, double z) {
  const auto crossed = [&](double alpha) -> Result<bool> {
    PW_TRY(const double limit, limits.lastZ(alpha));
    return (plan.spending.oneSided ? z : std::abs(z)) >= limit;
  };
  constexpr double kLeast = 1e-6, kMost = 0.4999;
  PW_TRY(const bool decided, crossed(plan.alpha));
  double low = decided ? kLeast : plan.alpha, high = decided ? plan.alpha : kMost;
  if (!decided) {
    PW_TRY(const bool ever, crossed(kMost));
    if (!ever)
      return 1.0;
  }
  while (high > low * kRegisteredClose) {
    const double middle = std::sqrt(low * high);
    PW_TRY(const bool here, crossed(middle));
    (here ? high : low) = middle;
  }
  return high;
}

// Both one-sided limits of the relative lift, by what decides.
std::pair<double, double> oneSidedLimits(const AnalysisPlan& plan, const ArmComparison& c) {
  switch (plan.decideBy) {
  case DecideBy::AnyLook:
    return {c.anytimeRelative->lowAlone, c.anytimeRelative->highAlone};
  case DecideBy::Horizon:
    return {c.fixedRelative->lowAlone, c.fixedRelative->highAlone};
  case DecideBy::PlannedLooks:
    break;
  }
  const RepeatedInterval both = repeatedInterval(*c.relative, {0, c.limitZ, 0, 0});
  return {both.low, both.high}; // of alpha / 2 each: careful
}

void judgeEquivalence(const AnalysisPlan& plan, ArmComparison& c) {
  if (!plan.margin || !c.relativeHolds || !c.relative)
    return; // a margin in shares of a mean that is hardly known means nothing
  const auto [low, high] = oneSidedLimits(plan, c);
  c.equivalence = Equivalence{*plan.margin, low, high, low > -*plan.margin && high < *plan.margin};
}

void judgeFutility(const AnalysisPlan& plan, ArmComparison& c) {
  // At the end there is nothing left to foresee.
  if (!c.fraction || *c.fraction >= 1 || !plan.effect || !c.relative || !(std::abs(c.control.plainMean) > 0))
    return;
  Futility f;
  const double fraction = *c.fraction;
  const double z = c.absolute.value / c.absolute.standardError;
  const double endError = c.absolute.standardError * std::sqrt(fraction);
  const double drift = *plan.effect * std::abs(c.control.plainMean) / endError;
  f.chanceIfEffect =
      std::max(conditionalPower(z, fraction, drift, plan.alpha), conditionalPower(z, fraction, -drift, plan.alpha));
  f.chanceIfTrend = conditionalPower(z, fraction, z / std::sqrt(fraction), plan.alpha);
  f.futile = *f.chanceIfEffect < plan.futileBelow;
  c.futility = f;
}

// As many standard errors as leave out as much of Student's t as so many do of a normal: clusters have few degrees of
// freedom.
double studentDeviates(double deviates, double degreesOfFreedom) {
  const double tail = normalCdf(-deviates);
  return tail > 1e-12 ? std::max(deviates, -studentQuantile(tail, degreesOfFreedom)) : deviates;
}

// The limits of the relative lift, by what decides now; none where nothing may be decided now.
std::optional<std::pair<double, double>> decidingLimits(const AnalysisPlan& plan, const ArmComparison& c) {
  switch (plan.decideBy) {
  case DecideBy::AnyLook:
    return std::pair(c.anytimeRelative->low, c.anytimeRelative->high);
  case DecideBy::Horizon:
    break;
  case DecideBy::PlannedLooks:
    const RepeatedInterval both =
        repeatedInterval(*c.relative, {0, studentDeviates(c.limitZ, c.relative->degreesOfFreedom), 0, 0});
    return std::pair(both.low, both.high);
  }
  if (!c.atPlannedEnd())
    return std::nullopt;
  return std::pair(c.fixedRelative->low, c.fixedRelative->high);
}

// A mean that is hardly known has no lift in percent to be excluded.
void judgeExclusion(const AnalysisPlan& plan, bool lessIsBetter, ArmComparison& c) {
  if (!plan.effect || !c.relativeHolds || !c.relative || !c.anytimeRelative || !c.fixedRelative)
    return;
  const auto limits = decidingLimits(plan, c);
  if (!limits)
    return;
  Futility f = c.futility.value_or(Futility());
  f.excluded = (lessIsBetter ? -limits->first : limits->second) < *plan.effect;
  f.futile |= f.excluded;
  c.futility = f;
}

AnalysisAnswer::LookShare lookShareOf(const AnalysisInput& input, const AnalysisPlan& plan) {
  AnalysisAnswer::LookShare share{plan.looks.back(), {}};
  if (plan.plannedUnits)
    share.seen = std::accumulate(input.units.begin(), input.units.end(), 0.0) / *plan.plannedUnits;
  return share;
}

ArmVerdict verdictOf(const AnalysisInput& input, const AnalysisPlan& plan, const ArmComparison& c, bool isThisLook) {
  const double lift = c.absolute.value;
  const bool mayDecide = isThisLook && (plan.decideBy != DecideBy::Horizon || c.atPlannedEnd());
  if (mayDecide && c.adjustedP <= plan.alpha && lift != 0)
    return (lift > 0) != input.metrics[c.metric].lessIsBetter ? ArmVerdict::Better : ArmVerdict::Worse;
  if (mayDecide && c.equivalence && c.equivalence->shown)
    return ArmVerdict::Equivalent;
  if (c.futility && c.futility->futile)
    return ArmVerdict::Futile;
  return ArmVerdict::Undecided;
}

} // namespace

double conditionalPower(double z, double fraction, double drift, double alpha) {
  const double limit = -normalQuantile(alpha / 2), sum = z * std::sqrt(fraction), left = 1 - fraction;
  const double mean = sum + drift * left, sd = std::sqrt(left);
  return normalCdf((mean - limit) / sd) + normalCdf((-limit - mean) / sd);
}

Result<PlannedLimits> PlannedLimits::of(const AnalysisPlan& plan) {
  PlannedLimits out;
  if (plan.decideBy != DecideBy::PlannedLooks)
    return out;
  out.m_looks = plan.looks, out.m_spending = plan.spending, out.m_spending.alpha = plan.alpha;
  PW_TRY(const std::vector<LookLimit> limits, lookLimits(out.m_looks, out.m_spending));
  out.m_last = limits.back(), out.m_workedOut = 1;
  out.m_lastZ.emplace(plan.alpha, out.m_last.z);
  return out;
}

Result<double> PlannedLimits::lastZ(double alpha) {
  if (const auto known = m_lastZ.find(alpha); known != m_lastZ.end())
    return known->second;
  m_spending.alpha = alpha;
  PW_TRY(const std::vector<LookLimit> limits, lookLimits(m_looks, m_spending));
  ++m_workedOut;
  return m_lastZ.emplace(alpha, limits.back().z).first->second;
}

bool allThere(double fraction) {
  constexpr double kRounding = 1e-9;
  return fraction >= 1 - kRounding;
}

// Shares are said in round figures. Who is beyond the end may say that it is the end.
bool AnalysisAnswer::LookShare::agrees() const {
  constexpr double kRound = 0.02;
  return seen && said <= *seen + kRound && (said >= 1 - kRound || said >= *seen - kRound);
}

bool ArmComparison::atPlannedEnd() const { return fraction && allThere(*fraction); }

Status judge(const AnalysisPlan& plan, PlannedLimits& limits, ArmComparison& c) {
  switch (plan.decideBy) {
  case DecideBy::AnyLook:
    c.p = c.anytime.p;
    break;
  case DecideBy::Horizon:
    c.p = c.proportions ? c.proportions->pPooled : c.fixed.p;
    break;
  case DecideBy::PlannedLooks:
    c.limitZ = limits.last().z;
    c.repeated = repeatedInterval(c.absolute, limits.last());
    PW_TRY(c.p, registeredP(plan, limits, c.absolute.value / c.absolute.standardError));
    break;
  }
  judgeEquivalence(plan, c);
  judgeFutility(plan, c);
  return {};
}

Status settle(const AnalysisInput& input, const AnalysisPlan& plan, AnalysisAnswer& all) {
  std::vector<double> p;
  for (const ArmComparison& c : all.comparisons)
    if (!c.refused)
      p.push_back(c.p);
  PW_TRY(const std::vector<double> adjusted, adjustedP(p, plan.adjustment));
  if (plan.decideBy == DecideBy::PlannedLooks)
    all.lookShare = lookShareOf(input, plan);
  const bool isThisLook = !all.lookShare || all.lookShare->agrees();
  std::size_t next = 0;
  for (ArmComparison& c : all.comparisons) {
    if (!c.refused) {
      c.adjustedP = plan.adjusts ? adjusted[next] : c.p;
      ++next;
      if (isThisLook)
        judgeExclusion(plan, input.metrics[c.metric].lessIsBetter, c);
      else if (c.repeated)
        c.repeated->decided = false;
      c.verdict = verdictOf(input, plan, c, isThisLook);
    }
    if (!all.distrust.empty())
      c.verdict = ArmVerdict::NotTrusted;
  }
  return {};
}

} // namespace pricewright
