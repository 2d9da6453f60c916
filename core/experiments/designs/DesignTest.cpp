// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/designs/DesignTest.h"

#include "base/Words.h"
#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr double kMostMissing = 0.1; // share of the cells

Status checkPlan(const Panel& panel, std::span<const std::size_t> looks, const DesignPlan& plan) {
  if (!(plan.alpha > 0 && plan.alpha < 0.5)) {
    return fail(s("experiment.bad-level"));
  }
  const auto bad = [](const char* what) { return fail(s("experiment.bad-setting"), {{s("setting"), s(what)}}); };
  if (plan.horizon == 0) {
    return bad("horizon");
  }
  if (!(plan.margin >= 0) || std::isinf(plan.margin)) {
    return bad("margin");
  }
  if (!std::isfinite(plan.goal) || (plan.model.scale != EffectScale::Absolute && plan.goal <= -1)) {
    return bad("goal");
  }
  if (looks.empty() || looks.front() == 0 || looks.back() > panel.tested() ||
      std::adjacent_find(looks.begin(), looks.end(), std::greater_equal<>()) != looks.end()) {
    return fail(s("experiment.bad-shape"));
  }
  return {};
}

// That the statistic crosses at the end if the goal is true, by the drift seen so far and the one hoped for.
double hope(double z, double goalInSpreads, double t, double alpha) {
  if (t >= 1) {
    return std::abs(z) > normalQuantile(1 - alpha / 2) ? 1 : 0;
  }
  const double sign = goalInSpreads < 0 ? -1 : 1, root = std::sqrt(t);
  const double drift = std::abs(goalInSpreads) / root; // of the statistic at the end
  return normalCdf((sign * z * root + drift * (1 - t) - normalQuantile(1 - alpha / 2)) / std::sqrt(1 - t));
}

DesignVerdict verdictOf(const DesignLook& look, const DesignPlan& plan) {
  if (look.crossed) {
    return look.statistic > 0 ? DesignVerdict::Better : DesignVerdict::Worse;
  }
  if (!look.informative) {
    return DesignVerdict::Undecided;
  }
  if (plan.margin > 0 && look.low > -plan.margin && look.high < plan.margin) {
    return DesignVerdict::Equivalent;
  }
  const bool ruledOut = plan.goal > 0 ? look.high < plan.goal : plan.goal < 0 && look.low > plan.goal;
  if (plan.goal != 0 && (ruledOut || (look.conditionalPower < kHopeless && look.fraction < 1))) {
    return DesignVerdict::Futile;
  }
  return DesignVerdict::Undecided;
}

DesignLook lookOf(const RedrawTest& test, const RedrawTest::Walk& walk, std::size_t k, const DesignPlan& plan) {
  DesignLook look;
  look.informative = test.isInformative(k);
  look.p = test.adjustedP(k, plan.alpha), look.pAlone = test.pAlone(k, 0);
  look.crossed = walk.crossedAt.has_value() && *walk.crossedAt <= k;
  if (!look.informative) {
    return look;
  }
  const double theta = test.estimate(k), spread = test.spread(k);
  look.value = effectOf(plan.model.scale, theta);
  const RedrawTest::Interval interval = test.interval(k, plan.alpha);
  look.low = effectOf(plan.model.scale, interval.low), look.high = effectOf(plan.model.scale, interval.high);
  const double unit = std::abs(test.statistic(k, 0) - test.statistic(k, 1)) * spread; // of the walk, in one spread
  look.statistic = theta / spread;
  look.boundary = walk.critical[k] / unit;
  return look;
}

std::vector<QString> warningsOf(const Panel& panel, const ClusterDesign& design, const RedrawTest& test,
                                const DesignPlan& plan) {
  std::vector<QString> warnings;
  const bool byBlocks = design.kind == DesignKind::Switchback && design.together;
  if (design.kind == DesignKind::Switchback && design.washout == 0) {
    warnings.push_back(s("experiment.no-washout")); // what was bought ahead counts twice
  }
  if (!byBlocks && design.taking() < kFewClusters) {
    warnings.push_back(s("experiment.few-clusters-warning"));
  }
  if (plan.model.scale == EffectScale::Absolute && panel.largestShare() > kWhaleShare) {
    warnings.push_back(s("experiment.whale"));
  }
  double missing = 0;
  for (std::size_t c = 0; c < panel.clusters(); ++c) {
    for (std::size_t t = 0; t < panel.periods(); ++t) {
      missing += panel.has(c, t) ? 0 : 1;
    }
  }
  if (missing > kMostMissing * double(panel.clusters() * panel.periods())) {
    warnings.push_back(s("experiment.missing-periods"));
  }
  if (plan.alpha * double(test.size()) < 20) {
    warnings.push_back(s("experiment.coarse")); // so few assignments that alpha can hardly be divided among looks
  }
  return warnings;
}

// After all alpha was spent there is nothing left to decide with: what stood at the end stands.
void carryOver(std::vector<DesignLook>& looks) {
  for (std::size_t k = 1; k < looks.size(); ++k) {
    DesignLook& now = looks[k];
    const DesignLook& before = looks[k - 1];
    if (before.fraction >= 1) {
      now.afterHorizon = true;
      now.p = before.p, now.crossed = before.crossed, now.verdict = before.verdict;
      now.low = before.low, now.high = before.high, now.boundary = before.boundary;
    } else if (before.crossed) {
      now.verdict = before.verdict;
    }
  }
}

} // namespace

const char* designVerdictName(DesignVerdict verdict) {
  switch (verdict) {
  case DesignVerdict::Undecided:
    return "undecided";
  case DesignVerdict::Better:
    return "better";
  case DesignVerdict::Worse:
    return "worse";
  case DesignVerdict::Equivalent:
    return "equivalent";
  case DesignVerdict::Futile:
    return "futile";
  }
  return "";
}

Result<DesignResult> testDesign(const Panel& panel, const ClusterDesign& design, const Draw& observed,
                                std::span<const std::size_t> looks, const DesignPlan& plan) {
  PW_CHECK(checkPlan(panel, looks, plan));
  PW_TRY(const DesignScores scores, DesignScores::of(panel, design, observed, plan.model));
  std::vector<double> fraction;
  for (const std::size_t tested : looks) {
    fraction.push_back(std::min(1.0, double(tested) / double(plan.horizon)));
  }
  PW_TRY(const RedrawTest test,
         RedrawTest::of(scores, design, observed, looks, fraction, plan.spending, plan.reference));
  const std::size_t last = looks.size() - 1;
  const RedrawTest::Walk walk = test.walk(0, plan.alpha, last);
  DesignResult result;
  bool any = false;
  for (std::size_t k = 0; k <= last; ++k) {
    const bool after = k > 0 && fraction[k - 1] >= 1;
    DesignLook look = lookOf(test, walk, k, plan);
    look.tested = looks[k], look.fraction = fraction[k],
    look.spent = spentAlpha(plan.spending, plan.alpha, fraction[k]);
    if (plan.goal != 0 && look.informative && !after) {
      const double goal = parameterOf(plan.model.scale, plan.goal) / test.spread(k);
      look.conditionalPower = hope(look.statistic, goal, look.fraction, plan.alpha);
    }
    look.verdict = verdictOf(look, plan);
    any = any || look.informative;
    result.looks.push_back(look);
  }
  if (!any && design.kind != DesignKind::Switchback) {
    return fail(s("experiment.no-variance"));
  }
  carryOver(result.looks);
  if (Result<RobustEffect> robust = scores.robust(looks.back(), plan.alpha)) {
    result.robust = *robust;
  }
  result.assignments = test.size(), result.exact = test.isExact();
  result.warnings = warningsOf(panel, design, test, plan);
  return result;
}

} // namespace pricewright
