// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/OwnEffect.h"

#include "statistics/Random.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr std::size_t kOwnDraws = 400;
constexpr double kBeyondSd = 1.0; // as the optimizer's doubt beyond the prices observed

PredictedEffect summedUp(std::vector<double>& draws) {
  PredictedEffect out;
  for (const double v : draws)
    out.mean += v / double(draws.size());
  std::sort(draws.begin(), draws.end());
  out.low = draws[draws.size() / 20], out.high = draws[draws.size() - 1 - draws.size() / 20];
  return out;
}

} // namespace

std::optional<OwnEffect> ownEffect(const GroupListing& l, double price, quint64 seed) {
  if (!l.earns || !(price > 0) || !(l.current > 0))
    return std::nullopt;
  const double move = std::log(price) - l.logCurrent, out = l.outside(std::log(price));
  const double doubt = 0.5 * (l.extraSd * l.extraSd * move * move + kBeyondSd * kBeyondSd * out * out);
  const double ownSd = std::sqrt(l.ownVar), before = l.net(l.current), after = l.net(price);
  // The level today: the optimizer's mean, with the spread of its base.
  const double level = l.logMeanUnits(l.x1, l.x2) - 0.5 * l.baseSd * l.baseSd;
  Random random(Random::seedFrom(seed, l.name));
  std::vector<double> profit, revenue, units;
  for (std::size_t d = 0; d < kOwnDraws; d += 2) {
    const double base = random.normal(), own = random.normal(), form = random.normal(), far = random.normal();
    for (const double sign : {1.0, -1.0}) {
      const double was = std::exp(std::min(kLargestLogUnits, level + sign * l.baseSd * base));
      const double log = (l.own + sign * ownSd * own) * move + sign * (l.extraSd * form * move + kBeyondSd * far * out);
      const double is = was * std::exp(std::min(kLargestLogUnits, log - doubt));
      units.push_back(is - was), revenue.push_back(after * is - before * was);
      profit.push_back((after - l.cost) * is - (before - l.cost) * was);
    }
  }
  return OwnEffect{summedUp(profit), summedUp(revenue), summedUp(units)};
}

} // namespace pricewright
