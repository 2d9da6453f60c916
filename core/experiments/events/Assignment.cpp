// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/Assignment.h"

#include "base/Words.h"

#include <algorithm>
#include <numeric>

namespace pricewright {
namespace {

// 32 bits onto 0 … 9,999, each as often as any other to 3e-6.
std::uint32_t tenThousandth(std::uint64_t bits) {
  return static_cast<std::uint32_t>(((bits & 0xffffffffULL) * std::uint64_t(kWhole)) >> 32);
}

bool isShare(int share) { return share >= 0 && share <= kWhole; }

Error changed(const char* what) { return fail(s("experiment.assignment-changed"), {{s("what"), s(what)}}); }

} // namespace

Result<Assigner> Assigner::from(const AssignmentPlan& plan) {
  if (plan.shares.size() < 2 || plan.shares.size() > kMostAssigned)
    return fail(s("experiment.bad-shape"));
  if (plan.salt.empty() || (plan.holdout > 0 && plan.holdoutSalt.empty()))
    return fail(s("experiment.bad-setting"), {{s("setting"), s("salt")}});
  if (!std::all_of(plan.shares.begin(), plan.shares.end(), [](int share) { return share > 0 && share <= kWhole; }) ||
      std::accumulate(plan.shares.begin(), plan.shares.end(), 0) != kWhole)
    return fail(s("experiment.bad-share"));
  if (!isShare(plan.traffic) || !isShare(plan.holdout) || !isShare(plan.slotFrom) || !isShare(plan.slotTo) ||
      plan.slotFrom >= plan.slotTo)
    return fail(s("experiment.bad-share"));
  Assigner out;
  out.m_plan = plan;
  // The three draws must not be the same where somebody gives them the same words.
  out.m_test = keyOf("test:" + plan.salt);
  out.m_layer = keyOf("layer:" + plan.layer);
  out.m_holdout = keyOf("holdout:" + plan.holdoutSalt);
  std::uint32_t sum = 0;
  for (const int share : plan.shares)
    out.m_upTo.push_back(sum += static_cast<std::uint32_t>(share));
  return out;
}

template <class Unit> Assignment Assigner::place(Unit unit) const {
  if (m_plan.holdout > 0 && tenThousandth(sipHash(m_holdout, unit)) < std::uint32_t(m_plan.holdout))
    return {Assignment::Place::Holdout, -1};
  if (!m_plan.layer.empty()) {
    const auto slot = int(tenThousandth(sipHash(m_layer, unit)));
    if (slot < m_plan.slotFrom || slot >= m_plan.slotTo)
      return {Assignment::Place::OtherTest, -1};
  }
  // One half of the bits says which arm, the other how early it comes in: so a ramp leaves every arm its share.
  const std::uint64_t draw = sipHash(m_test, unit);
  const std::uint32_t at = tenThousandth(draw);
  int arm = 0;
  while (at >= m_upTo[std::size_t(arm)])
    ++arm;
  const bool in = tenThousandth(draw >> 32) < std::uint32_t(m_plan.traffic);
  return {in ? Assignment::Place::In : Assignment::Place::NotYet, arm};
}

Assignment Assigner::of(std::string_view unit) const { return place(unit); }
Assignment Assigner::of(std::uint64_t unit) const { return place(unit); }

Status mayFollow(const AssignmentPlan& before, const AssignmentPlan& after) {
  if (before.shares != after.shares)
    return changed("arms");
  if (before.salt != after.salt)
    return changed("salt");
  if (before.layer != after.layer || after.slotFrom > before.slotFrom || after.slotTo < before.slotTo)
    return changed("layer");
  // Fewer held out lets units in; with more of them some would leave.
  if (after.holdout > before.holdout ||
      (before.holdout > 0 && before.holdoutSalt != after.holdoutSalt && after.holdout > 0))
    return changed("holdout");
  if (after.traffic < before.traffic)
    return changed("traffic");
  return {};
}

bool excludeEachOther(const AssignmentPlan& a, const AssignmentPlan& b) {
  return !a.layer.empty() && a.layer == b.layer && (a.slotTo <= b.slotFrom || b.slotTo <= a.slotFrom);
}

} // namespace pricewright
