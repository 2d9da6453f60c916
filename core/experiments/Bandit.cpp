// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/Bandit.h"

#include "experiments/BetaIntegral.h"
#include "statistics/Quadrature.h"

#include <cmath>
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

} // namespace pricewright
