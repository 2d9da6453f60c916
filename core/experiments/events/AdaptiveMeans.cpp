// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/AdaptiveMeans.h"

#include "base/Words.h"
#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr double kSameChance = 1e-9;

Status checkSteps(std::span<const BanditStep> steps, std::span<const double> chances, std::size_t arms) {
  if (steps.empty())
    return fail(s("experiment.no-exposure"));
  if (arms < 2 || chances.size() != steps.size() * arms)
    return fail(s("experiment.bad-shape"));
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].arm >= arms)
      return fail(s("experiment.bad-shape"));
    if (!std::isfinite(steps[i].reward))
      return fail(s("experiment.not-finite"));
    double sum = 0;
    for (std::size_t arm = 0; arm < arms; ++arm) {
      const double chance = chances[i * arms + arm];
      if (!(chance > 0 && chance <= 1))
        return fail(s("experiment.bad-share"));
      sum += chance;
    }
    if (std::abs(sum - 1) > 1e-6 || std::abs(chances[i * arms + steps[i].arm] - steps[i].probability) > kSameChance)
      return fail(s("experiment.bad-share"));
  }
  return {};
}

// Scores of one arm or difference with their weights, and the estimate that they make.
struct Scores {
  std::vector<double> score, weight;
  void estimate(double alpha, ArmEstimate& out) const {
    double weights = 0, sum = 0, squares = 0;
    for (std::size_t i = 0; i < score.size(); ++i)
      weights += weight[i], sum += weight[i] * score[i];
    out.robust = sum / weights;
    for (std::size_t i = 0; i < score.size(); ++i) {
      const double apart = weight[i] * (score[i] - out.robust);
      squares += apart * apart;
    }
    out.standardError = std::sqrt(squares) / weights;
    const double half = -normalQuantile(alpha / 2) * out.standardError;
    out.low = out.robust - half, out.high = out.robust + half;
  }
  // All scores alike, whenever it is looked at.
  Status watch(double alpha, double tunedAt, WatchedLift& out) const {
    PW_TRY(const UnitMoments moments, UnitMoments::fromValues(score));
    const auto n = double(score.size());
    out.value = moments.mean(0), out.standardError = std::sqrt(moments.variance(0) / n);
    const Lift lift{out.value, out.standardError, n, n, LiftKind::Absolute};
    PW_TRY(out.test, confidenceSequence(lift, {alpha, tunedAt}));
    return {};
  }
};

double chanceOfDraws(std::span<const BanditStep> steps, std::span<const double> chances, std::size_t arms) {
  constexpr double kNarrowestAt = 1'000; // steps
  const double rho = kNarrowestAt / 4, variance = double(steps.size()) / 4;
  double least = 1;
  for (std::size_t arm = 0; arm < arms; ++arm) {
    double sum = 0;
    for (std::size_t i = 0; i < steps.size(); ++i)
      sum += (steps[i].arm == arm ? 1 : 0) - chances[i * arms + arm];
    const double p = std::sqrt((variance + rho) / rho) * std::exp(-sum * sum / (2 * (variance + rho)));
    least = std::min(least, double(arms) * p);
  }
  return least;
}

// Each step's score of each arm, from what the arm's mean was before that step.
std::vector<Scores> scoresOf(std::span<const BanditStep> steps, std::span<const double> chances, std::size_t arms) {
  std::vector<Scores> out(arms);
  std::vector<double> sum(arms), count(arms);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    for (std::size_t arm = 0; arm < arms; ++arm) {
      const double chance = chances[i * arms + arm], guess = count[arm] > 0 ? sum[arm] / count[arm] : 0;
      const double seen = steps[i].arm == arm ? (steps[i].reward - guess) / chance : 0;
      out[arm].score.push_back(guess + seen), out[arm].weight.push_back(std::sqrt(chance));
    }
    sum[steps[i].arm] += steps[i].reward, ++count[steps[i].arm];
  }
  return out;
}

} // namespace

Result<AdaptiveEstimates> adaptiveEstimates(std::span<const BanditStep> steps, std::span<const double> chances,
                                            std::size_t arms, std::size_t control, double alpha, double tunedAt) {
  PW_CHECK(checkSteps(steps, chances, arms));
  if (!(alpha > 0 && alpha < 1))
    return fail(s("experiment.bad-level"));
  if (control >= arms)
    return fail(s("experiment.bad-shape"));
  AdaptiveEstimates out;
  out.arms.resize(arms), out.lifts.resize(arms), out.watched.resize(arms);
  out.drawsP = chanceOfDraws(steps, chances, arms);
  std::vector<double> weights(arms);
  for (const BanditStep& step : steps) {
    ArmEstimate& arm = out.arms[step.arm];
    ++arm.steps, arm.plainMean += step.reward;
    arm.weighted += step.reward / step.probability, weights[step.arm] += 1 / step.probability;
  }
  const std::vector<Scores> scores = scoresOf(steps, chances, arms);
  for (std::size_t arm = 0; arm < arms; ++arm) {
    ArmEstimate& estimate = out.arms[arm];
    if (estimate.steps < 2)
      return fail(s("experiment.too-few-units"),
                  {{s("units"), QString::number(estimate.steps)}, {s("needed"), s("2")}});
    estimate.plainMean /= estimate.steps, estimate.weighted /= weights[arm];
    scores[arm].estimate(alpha, estimate);
    if (arm == control) {
      WatchedLift own;
      if (scores[arm].watch(alpha, tunedAt, own))
        out.baseline = own.test;
      continue;
    }
    Scores apart;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      apart.score.push_back(scores[arm].score[i] - scores[control].score[i]);
      // The variance of a difference is led by the rarer of the two: 1/e + 1/e'.
      apart.weight.push_back(1 / std::sqrt(1 / chances[i * arms + arm] + 1 / chances[i * arms + control]));
    }
    apart.estimate(alpha, out.lifts[arm]);
    PW_CHECK(apart.watch(alpha, tunedAt, out.watched[arm]));
  }
  return out;
}

} // namespace pricewright
