// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/Bandit.h"

#include "experiments/BetaIntegral.h"
#include "statistics/Distributions.h"
#include "statistics/Quadrature.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace pricewright {
namespace {

constexpr double kNothing = 1e-30; // a product of chances below it changes no digit of the sum

Status checkArms(std::span<const BetaPosterior> arms, std::span<const double> reward) {
  if (arms.size() != reward.size() || arms.size() < 2 || arms.size() > kMostArms)
    return fail(QStringLiteral("experiment.bad-shape"));
  for (std::size_t i = 0; i < arms.size(); ++i) {
    PW_CHECK(betas::check(arms[i]));
    if (!std::isfinite(reward[i]))
      return fail(QStringLiteral("experiment.not-finite"));
    if (reward[i] <= 0)
      return fail(QStringLiteral("experiment.bad-setting"), {{QStringLiteral("setting"), QStringLiteral("reward")}});
  }
  return {};
}

double chanceOfBest(std::span<const BetaPosterior> arms, std::span<const double> reward, std::size_t best) {
  std::vector<double> bends;
  for (std::size_t j = 0; j < arms.size(); ++j)
    betas::addBends(arms[j], reward[j] / reward[best], bends);
  const auto integrand = [&](double at) {
    const auto share = betas::Share::atLogit(at);
    double product = betas::densityByLogit(arms[best], share);
    for (std::size_t j = 0; j < arms.size() && product > kNothing; ++j)
      if (j != best)
        product *= betas::below(arms[j], share.times(reward[best] / reward[j]));
    return product;
  };
  return integratePanels(integrand, betas::panelsOf(std::move(bends), betas::rangeOf(arms[best])));
}

struct MeanBelief {
  double mean = 0, deviation = 0;
};

// ∫ φ((x − m) / s) / s · Π Φ((x − m_j) / s_j) dx. Panels no wider than the narrowest of the beliefs there: a rival's
// step is as sharp as its deviation.
double chanceOfBestMean(std::span<const MeanBelief> arms, std::size_t best) {
  constexpr double kReach = 9;
  const MeanBelief& own = arms[best];
  std::vector<double> edges;
  for (double at = -kReach; at <= kReach; at += 1)
    edges.push_back(own.mean + at * own.deviation);
  const double low = edges.front(), high = edges.back();
  for (std::size_t j = 0; j < arms.size(); ++j)
    for (double at = -kReach; j != best && at <= kReach; at += 1)
      if (const double edge = arms[j].mean + at * arms[j].deviation; edge > low && edge < high)
        edges.push_back(edge);
  std::sort(edges.begin(), edges.end());
  const auto integrand = [&](double x) {
    const double z = (x - own.mean) / own.deviation;
    double product = std::exp(-z * z / 2) / (own.deviation * std::sqrt(2 * std::numbers::pi));
    for (std::size_t j = 0; j < arms.size() && product > kNothing; ++j)
      if (j != best)
        product *= normalCdf((x - arms[j].mean) / arms[j].deviation);
    return product;
  };
  return integratePanels(integrand, edges);
}

Status checkEvidence(std::span<const ArmEvidence> arms) {
  if (arms.size() < 2 || arms.size() > kMostArms)
    return fail(QStringLiteral("experiment.bad-shape"));
  for (const ArmEvidence& arm : arms) {
    if (!std::isfinite(arm.mean) || !std::isfinite(arm.variance) || !(arm.units >= 0) || arm.variance < 0)
      return fail(QStringLiteral("experiment.not-finite"));
    if (!(arm.worth > 0) || !std::isfinite(arm.worth))
      return fail(QStringLiteral("experiment.bad-setting"), {{QStringLiteral("setting"), QStringLiteral("worth")}});
  }
  return {};
}

Result<std::vector<double>> chancesOf(std::span<const ArmEvidence> arms) {
  if (!std::all_of(arms.begin(), arms.end(), [](const ArmEvidence& arm) { return arm.isShare; }))
    return chancesOfBestMeans(arms);
  std::vector<BetaPosterior> beliefs;
  std::vector<double> worth;
  for (const ArmEvidence& arm : arms) {
    PW_TRY(const BetaPosterior belief, betaPosterior(arm.units, std::round(arm.mean * arm.units), 1, 1));
    beliefs.push_back(belief), worth.push_back(arm.worth);
  }
  return chancesOfBest(beliefs, worth);
}

} // namespace

Result<std::vector<double>> chancesOfBest(std::span<const BetaPosterior> arms, std::span<const double> reward) {
  PW_CHECK(checkArms(arms, reward));
  std::vector<double> out;
  for (std::size_t i = 0; i < arms.size(); ++i) {
    out.push_back(chanceOfBest(arms, reward, i));
    if (!std::isfinite(out.back()))
      return fail(QStringLiteral("experiment.not-finite"));
  }
  return out;
}

Result<std::vector<double>> thompsonShares(std::span<const double> chances, double floor) {
  if (chances.empty())
    return fail(QStringLiteral("experiment.bad-shape"));
  const auto arms = double(chances.size());
  double sum = 0;
  for (const double chance : chances) {
    if (!(chance >= 0 && chance <= 1 + 1e-6))
      return fail(QStringLiteral("experiment.bad-share"));
    sum += chance;
  }
  if (!(floor >= 0 && floor * arms <= 1) || std::abs(sum - 1) > 1e-6)
    return fail(QStringLiteral("experiment.bad-share"));
  std::vector<double> out;
  for (const double chance : chances)
    out.push_back(floor + (1 - arms * floor) * chance / sum);
  return out;
}

Result<std::vector<double>> chancesOfBestMeans(std::span<const ArmEvidence> arms) {
  PW_CHECK(checkEvidence(arms));
  std::vector<MeanBelief> beliefs;
  for (const ArmEvidence& arm : arms) {
    if (!(arm.units > 1) || !(arm.variance > 0))
      return fail(QStringLiteral("experiment.no-variance"));
    beliefs.push_back({arm.mean * arm.worth, std::sqrt(arm.variance / arm.units) * arm.worth});
  }
  std::vector<double> out;
  for (std::size_t i = 0; i < beliefs.size(); ++i) {
    out.push_back(std::min(1.0, chanceOfBestMean(beliefs, i)));
    if (!std::isfinite(out.back()))
      return fail(QStringLiteral("experiment.not-finite"));
  }
  return out;
}

double unitsAtFloor(double floor) {
  constexpr double kOfEqual = 4; // 1 / ½ + 1 / ½
  return (1 / floor + 1 / (1 - floor)) / kOfEqual;
}

Result<BanditAllocation> nextAllocation(std::span<const ArmEvidence> arms, const BanditRule& rule) {
  PW_CHECK(checkEvidence(arms));
  if (!(rule.burnIn >= 0))
    return fail(QStringLiteral("experiment.bad-setting"), {{QStringLiteral("setting"), QStringLiteral("burn-in")}});
  BanditAllocation out;
  out.burningIn =
      std::any_of(arms.begin(), arms.end(), [&](const ArmEvidence& arm) { return arm.units < rule.burnIn; });
  out.chances.assign(arms.size(), 1 / double(arms.size()));
  if (!out.burningIn) {
    if (auto chances = chancesOf(arms))
      out.chances = std::move(*chances);
    else if (chances.error().is(u"experiment.no-variance"))
      out.burningIn = true;
    else
      return chances.error();
  }
  PW_TRY(out.shares, thompsonShares(out.chances, rule.floor));
  return out;
}

} // namespace pricewright
