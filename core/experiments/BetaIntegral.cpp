// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/BetaIntegral.h"

#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>

namespace pricewright::betas {
namespace {

constexpr double kWidestPanel = 8; // of exponential tails, that 30 points follow to the last digit
constexpr double kFarthest = 700;  // exp() ends there

} // namespace

Status check(const BetaPosterior& b) {
  if (!std::isfinite(b.alpha) || !std::isfinite(b.beta))
    return fail(QStringLiteral("experiment.not-finite"));
  if (b.alpha < kLeastPrior || b.beta < kLeastPrior)
    return fail(QStringLiteral("experiment.bad-prior"));
  if (b.alpha + b.beta > kMostBelieved)
    return fail(QStringLiteral("experiment.too-many-units"));
  return {};
}

Share Share::atLogit(double t) {
  const double e = std::exp(-std::abs(t)), small = e / (1 + e), large = 1 / (1 + e);
  return t < 0 ? Share{small, large} : Share{large, small};
}

Share Share::times(double factor) const {
  if (factor == 1)
    return *this;
  const double scaled = std::min(1.0, x * factor);
  return {scaled, 1 - scaled};
}

// The smaller of x and 1 − x is handed on, so that nothing is lost near 1.
double below(const BetaPosterior& b, const Share& at) {
  return at.x < at.rest ? betaCdf(at.x, b.alpha, b.beta) : betaUpper(at.rest, b.beta, b.alpha);
}

double above(const BetaPosterior& b, const Share& at) {
  return at.x < at.rest ? betaUpper(at.x, b.alpha, b.beta) : betaCdf(at.rest, b.beta, b.alpha);
}

double densityByLogit(const BetaPosterior& b, const Share& at) {
  const double density = at.x < at.rest ? betaDensity(at.x, b.alpha, b.beta) : betaDensity(at.rest, b.beta, b.alpha);
  return density * at.x * at.rest;
}

void addBends(const BetaPosterior& b, double factor, std::vector<double>& bends) {
  for (const double step : {-12., -8., -5., -3., -1.5, 0., 1.5, 3., 5., 8., 12.}) {
    const double x = (b.mean() + step * b.deviation()) * factor;
    if (x > 0 && x < 1)
      bends.push_back(std::log(x) - std::log1p(-x));
  }
  if (factor < 1) // beyond it this belief is surely below
    bends.push_back(std::log(factor) - std::log1p(-factor));
}

LogitRange rangeOf(const BetaPosterior& b) {
  // The density falls off like exp(alpha t) to the left and exp(−beta t) to the right; 45 is e^−45, under 1e−19.
  constexpr double kDeviations = 12, kExponents = 45;
  const double middle = digamma(b.alpha) - digamma(b.beta);
  const double wide = kDeviations * std::sqrt(trigamma(b.alpha) + trigamma(b.beta));
  return {std::max(-kFarthest, middle - wide - kExponents / b.alpha),
          std::min(kFarthest, middle + wide + kExponents / b.beta)};
}

std::vector<double> panelsOf(std::vector<double> bends, const LogitRange& range) {
  std::erase_if(bends, [&](double t) { return !(t > range.low && t < range.high); });
  bends.push_back(range.low);
  bends.push_back(range.high);
  std::sort(bends.begin(), bends.end());
  std::vector<double> out{bends.front()};
  for (const double edge : bends) {
    const double from = out.back();
    const int parts = std::max(1, int(std::ceil((edge - from) / kWidestPanel)));
    for (int i = 1; i <= parts && edge > from; ++i)
      out.push_back(i == parts ? edge : from + (edge - from) * i / parts);
  }
  return out;
}

} // namespace pricewright::betas
