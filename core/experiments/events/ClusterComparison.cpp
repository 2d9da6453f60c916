// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/ClusterComparison.h"

#include "base/Words.h"
#include "statistics/Random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace pricewright {
namespace {

struct Pair {
  double above = 0, below = 0;
};

Result<ArmMoments> ratioOf(std::span<const Pair> clusters) {
  UnitMoments moments(2);
  for (const Pair& cluster : clusters) {
    const std::array<double, 2> x{cluster.above, cluster.below};
    PW_CHECK(moments.add(x));
  }
  return ratioArm(moments);
}

// The lift in its own standard errors, for one way to deal the clusters out: the first are the control's.
std::optional<double> studentized(std::span<const Pair> clusters, std::size_t controls) {
  const auto control = ratioOf(clusters.first(controls)), treatment = ratioOf(clusters.subspan(controls));
  if (!control || !treatment)
    return std::nullopt;
  const auto lift = liftOf(*control, *treatment, LiftKind::Absolute);
  return lift ? std::optional(std::abs(lift->value / lift->standardError)) : std::nullopt;
}

// As many as there are ways to choose the control's; of arms of one size each has a mirror image that is as large.
double leastPOf(std::size_t controls, std::size_t treated) {
  const auto c = double(controls), t = double(treated);
  const double ways = std::exp(std::lgamma(c + t + 1) - std::lgamma(c + 1) - std::lgamma(t + 1));
  return std::min(1.0, (controls == treated ? 2 : 1) / ways);
}

} // namespace

Result<ClusterComparison> compareClusters(std::span<const ClusterSum> clusters, std::size_t control,
                                          std::size_t treatment, double alpha, int redraws, std::uint64_t seed) {
  if (redraws < 0 || redraws > 1'000'000 || control == treatment)
    return fail(s("experiment.bad-setting"), {{s("setting"), s("redraws")}});
  std::vector<Pair> dealt, treated;
  for (const ClusterSum& cluster : clusters)
    if (cluster.arm == control)
      dealt.push_back({cluster.above, cluster.below});
    else if (cluster.arm == treatment)
      treated.push_back({cluster.above, cluster.below});
  const std::size_t controls = dealt.size();
  dealt.insert(dealt.end(), treated.begin(), treated.end());
  if (dealt.empty())
    return fail(s("experiment.no-exposure"));
  if (dealt.size() < kLeastClustersCompared || controls < 2 || treated.size() < 2)
    return fail(s("experiment.too-few-clusters"), {{s("clusters"), QString::number(dealt.size())},
                                                   {s("needed"), QString::number(kLeastClustersCompared)}});
  PW_TRY(const ArmMoments c, ratioOf(std::span(dealt).first(controls)));
  PW_TRY(const ArmMoments t, ratioOf(treated));
  ClusterComparison out;
  out.controlClusters = c.units, out.treatmentClusters = t.units, out.control = c.mean, out.treatment = t.mean;
  out.controlArm = c, out.treatmentArm = t, out.leastP = leastPOf(controls, treated.size());
  PW_TRY(out.absolute, liftOf(c, t, LiftKind::Absolute));
  PW_TRY(out.test, testLift(out.absolute, alpha));
  const double seen = std::abs(out.absolute.value / out.absolute.standardError);
  constexpr double kSame = 1e-9; // the same draw must not miss itself by rounding
  Random random(seed);
  int asLarge = 0;
  for (int draw = 0; draw < redraws; ++draw) {
    for (std::size_t i = dealt.size(); i > 1; --i)
      std::swap(dealt[i - 1], dealt[std::size_t(random.uniform() * double(i))]);
    const std::optional<double> other = studentized(dealt, controls);
    asLarge += !other || *other >= seen * (1 - kSame);
  }
  out.redraws = redraws, out.pRedraws = std::max(out.leastP, double(1 + asLarge) / double(1 + redraws));
  return out;
}

} // namespace pricewright
