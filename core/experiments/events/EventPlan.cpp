// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/EventPlan.h"

#include "base/Words.h"

namespace pricewright {
namespace {

Error badPart(const char* name) { return fail(s("experiment.bad-setting"), {{s("setting"), s(name)}}); }

constexpr std::int64_t kLongestMs = 3'660ll * 86'400'000; // ten years
constexpr std::int64_t kLargestRatePart = 1'000'000'000'000'000'000;

} // namespace

Status checkPlan(const EventPlan& plan) {
  if (plan.arms < 1 || plan.arms > kMostEventArms)
    return fail(s("experiment.bad-shape"));
  if (plan.groups < 1 || plan.groups > kMostGroups)
    return badPart("groups");
  if (plan.windowMs <= 0 || plan.windowMs > kLongestMs)
    return badPart("window");
  if (plan.preMs < 0 || plan.preMs > kLongestMs)
    return badPart("pre");
  if (plan.startMs >= plan.endMs)
    return badPart("start");
  for (const CurrencyRate& rate : plan.rates)
    if (rate.numerator <= 0 || rate.denominator <= 0 || rate.numerator > kLargestRatePart ||
        rate.denominator > kLargestRatePart)
      return badPart("rate");
  for (const EventMetric& metric : plan.metrics)
    if (!(metric.winsorLow >= 0 && metric.winsorLow < metric.winsorHigh && metric.winsorHigh <= 1))
      return fail(s("experiment.bad-level"));
  return {};
}

Result<UnitMoments> TestSummary::ofArm(std::size_t metric, std::size_t arm) const {
  if (metric >= metrics.size() || arm >= arms || metrics[metric].cells.size() != arms * groups)
    return fail(s("experiment.bad-shape"));
  const std::vector<UnitMoments>& cells = metrics[metric].cells;
  UnitMoments all = cells[arm * groups];
  for (std::size_t group = 1; group < groups; ++group)
    PW_CHECK(all.merge(cells[arm * groups + group]));
  return all;
}

} // namespace pricewright
