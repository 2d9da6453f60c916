// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/ClusterPower.h"

#include "base/Words.h"
#include "experiments/events/ClusterAnalysis.h"
#include "statistics/Distributions.h"
#include "statistics/Random.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pricewright {
namespace {

constexpr double kTunedPartOfEnd = 0.75; // as an analysis tunes its sequence where its end is planned

// What a look at the end is held against: of a sequence so tuned it is the same at whatever end.
Result<double> levelAtEnd(const ClusterTestPlan& plan) {
  if (!plan.anyLook)
    return plan.plan.alpha;
  PW_TRY(const double deviates, deviateOfSequence(plan.plan.alpha, 1, {plan.plan.alpha, kTunedPartOfEnd}));
  return 2 * normalCdf(-deviates);
}

// The deals of so many clusters, and whether the one that was made stands out among them.
class Deals {
 public:
  Deals(const ClusterSplit& split, double level) : m_split(split) {
    std::vector<std::uint8_t> isControl(split.control + split.treated, 0);
    std::fill_n(isControl.begin(), split.control, std::uint8_t(1));
    do { // the first is the one that was made
      m_deals.push_back(isControl);
    } while (std::prev_permutation(isControl.begin(), isControl.end()));
    constexpr double kRounding = 1e-9;
    m_allowed = std::size_t(std::floor(level * double(m_deals.size()) * (1 + kRounding)));
  }
  [[nodiscard]] std::size_t ways() const { return m_deals.size(); }

  // The shift from which on the draw is found; infinite: none up to kMost.
  [[nodiscard]] double foundFrom(const std::vector<double>& noise) const {
    constexpr double kMost = 100, kClose = 1e-3;
    double low = 0, high = kMost;
    if (!isFound(noise, high))
      return std::numeric_limits<double>::infinity();
    while (high - low > kClose * high) {
      const double middle = (low + high) / 2;
      (isFound(noise, middle) ? high : low) = middle;
    }
    return high;
  }

 private:
  [[nodiscard]] bool isFound(const std::vector<double>& noise, double shift) const {
    const double error = std::sqrt(1 / double(m_split.control) + 1 / double(m_split.treated));
    std::vector<double> x = noise;
    for (std::size_t i = m_split.control; i < x.size(); ++i)
      x[i] += shift * error;
    constexpr double kSame = 1 - 1e-9;
    const double seen = squaredT(x, m_deals.front()) * kSame;
    std::size_t asLarge = 0;
    for (const std::vector<std::uint8_t>& deal : m_deals)
      if (squaredT(x, deal) >= seen && ++asLarge > m_allowed)
        return false;
    return true;
  }
  [[nodiscard]] double squaredT(const std::vector<double>& x, const std::vector<std::uint8_t>& isControl) const {
    std::array<double, 2> sum{}, squares{};
    for (std::size_t i = 0; i < x.size(); ++i)
      sum[isControl[i]] += x[i], squares[isControl[i]] += x[i] * x[i];
    const auto treated = double(m_split.treated), control = double(m_split.control);
    const double apart = sum[0] / treated - sum[1] / control;
    const double variance = (squares[0] - sum[0] * sum[0] / treated) / (treated * (treated - 1)) +
                            (squares[1] - sum[1] * sum[1] / control) / (control * (control - 1));
    return apart * apart / variance;
  }

  ClusterSplit m_split;
  std::vector<std::vector<std::uint8_t>> m_deals; // by cluster whether it is the control's
  std::size_t m_allowed = 0;                      // that are as large, the one made among them
};

std::vector<double> drawnShifts(const ClusterSplit& split, double level) {
  constexpr double kWork = 1e6;
  constexpr std::uint64_t kSeed = 20;
  const Deals deals(split, level);
  const auto draws = std::size_t(std::clamp(kWork / double(deals.ways()), 500.0, 4'000.0));
  Random random(kSeed);
  std::vector<double> found, noise(split.control + split.treated);
  for (std::size_t draw = 0; draw < draws; ++draw) {
    for (double& one : noise)
      one = random.normal();
    found.push_back(deals.foundFrom(noise));
  }
  std::sort(found.begin(), found.end());
  return found;
}

} // namespace

ClusterSplit splitClusters(const ClusterTestPlan& plan) {
  constexpr std::size_t kLeastOfArm = 2; // of which a variance can be had
  const double treated = double(plan.clusters) * plan.plan.ratio / (1 + plan.plan.ratio);
  const std::size_t most = plan.clusters > 2 * kLeastOfArm ? plan.clusters - kLeastOfArm : kLeastOfArm;
  const std::size_t dealt = std::clamp(std::size_t(std::max(0.0, std::round(treated))), kLeastOfArm, most);
  return {plan.clusters - std::min(plan.clusters, dealt), dealt};
}

Result<ClusterPower> ClusterPower::of(const ClusterTestPlan& plan) {
  ClusterPower out;
  PW_TRY(out.m_level, levelAtEnd(plan));
  out.m_clusters = plan.clusters;
  const ClusterSplit split = splitClusters(plan);
  const bool byDeals = !plan.anyLook || plan.clusters < kFewClustersCompared;
  if (!byDeals || !areWaysCounted(waysToDeal(split.control, split.treated), kUsualRedraws))
    return out;
  const double least = leastPOfDeals(split.control, split.treated);
  constexpr double kRounding = 1e-9, kPercent = 100, kManySteps = 6;
  const double steps = std::floor(out.m_level / least + kRounding);
  if (steps < 1)
    return fail(s("experiment.few-ways-to-decide"), {{s("clusters"), QString::number(plan.clusters)},
                                                     {s("least"), QString::number(kPercent * least, 'g', 3)},
                                                     {s("level"), QString::number(kPercent * out.m_level, 'g', 3)}});
  out.m_level = steps * least;
  if (steps < kManySteps)
    out.m_found = drawnShifts(split, out.m_level);
  return out;
}

double ClusterPower::at(double shift) const {
  if (m_found.empty())
    return studentPower(shift, double(m_clusters) - 2, m_level);
  const auto found = std::upper_bound(m_found.begin(), m_found.end(), shift) - m_found.begin();
  return double(found) / double(m_found.size());
}

} // namespace pricewright
