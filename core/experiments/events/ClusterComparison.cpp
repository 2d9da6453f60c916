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

// Whether a lift of this deal is as large as the one seen. The same deal must not miss itself by rounding.
bool isAsLarge(std::span<const Pair> deal, std::size_t controls, double seen) {
  constexpr double kSame = 1e-9;
  const std::optional<double> other = studentized(deal, controls);
  return !other || *other >= seen * (1 - kSame);
}

// Each way once, the one seen among them.
double countOut(std::span<const Pair> clusters, std::size_t controls, double seen, int& ways) {
  std::vector<std::uint8_t> isControl(clusters.size(), 0);
  std::fill_n(isControl.begin(), controls, std::uint8_t(1));
  std::vector<Pair> deal(clusters.size());
  int asLarge = 0;
  ways = 0;
  do {
    std::size_t first = 0, last = controls;
    for (std::size_t i = 0; i < clusters.size(); ++i)
      deal[isControl[i] ? first++ : last++] = clusters[i];
    asLarge += isAsLarge(deal, controls, seen), ++ways;
  } while (std::prev_permutation(isControl.begin(), isControl.end()));
  return double(asLarge) / double(ways);
}

double redrawn(std::vector<Pair> deal, std::size_t controls, double seen, int redraws, std::uint64_t seed) {
  Random random(seed);
  int asLarge = 0;
  for (int draw = 0; draw < redraws; ++draw) {
    for (std::size_t i = deal.size(); i > 1; --i)
      std::swap(deal[i - 1], deal[std::size_t(random.uniform() * double(i))]);
    asLarge += isAsLarge(deal, controls, seen);
  }
  return double(1 + asLarge) / double(1 + redraws);
}

} // namespace

double waysToDeal(std::size_t controls, std::size_t treated) {
  double ways = 1;
  for (std::size_t i = 1; i <= std::min(controls, treated); ++i)
    ways = ways * double(controls + treated - std::min(controls, treated) + i) / double(i);
  return std::round(ways);
}

double leastPOfDeals(std::size_t controls, std::size_t treated) {
  return std::min(1.0, (controls == treated ? 2 : 1) / waysToDeal(controls, treated));
}

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
  out.controlArm = c, out.treatmentArm = t;
  out.ways = waysToDeal(controls, treated.size()), out.leastP = leastPOfDeals(controls, treated.size());
  PW_TRY(out.absolute, liftOf(c, t, LiftKind::Absolute));
  PW_TRY(out.test, testLift(out.absolute, alpha));
  const double seen = std::abs(out.absolute.value / out.absolute.standardError);
  out.countedOut = redraws > 0 && areWaysCounted(out.ways, redraws);
  out.redraws = redraws;
  out.pRedraws = out.countedOut ? countOut(dealt, controls, seen, out.redraws)
                                : std::max(out.leastP, redrawn(std::move(dealt), controls, seen, redraws, seed));
  return out;
}

} // namespace pricewright
