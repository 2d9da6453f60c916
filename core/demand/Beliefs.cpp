// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/Levels.h"
#include "statistics/Distributions.h"

#include <cmath>

namespace pricewright {
namespace {

// Belief that direction·β lies below `edge`, give or take `softness`: a factor Φ((edge − direction·β) / softness).
struct Belief {
  TermVector direction{};
  double edge = 0, softness = 0;
};

TermVector along(std::initializer_list<int> terms) {
  TermVector out{};
  for (int t : terms)
    out[std::size_t(t)] = 1;
  return out;
}

// log-concave normal hazard φ(z)/Φ(z), also far in the tail (Abramowitz & Stegun 26.2.12).
double hazard(double z) {
  if (z < -8)
    return -z + 1 / -z;
  return std::exp(-0.5 * z * z) / std::sqrt(2 * 3.14159265358979323846) / normalCdf(z);
}

// The normal with the moments of normal × factor (Rasmussen & Williams 2006, eq. 3.85 to 3.87). A posterior that lies
// well below the edge stays as it is; one that reaches over it is drawn back by as much as it is uncertain.
void hold(const Belief& belief, TermVector& mean, TermMatrix& covariance) {
  TermVector side{}; // covariance·direction
  double m = 0, v = 0;
  for (std::size_t j = 0; j < kTerms; ++j) {
    for (std::size_t k = 0; k < kTerms; ++k)
      side[j] += covariance[j * kTerms + k] * belief.direction[k];
    m += mean[j] * belief.direction[j];
  }
  for (std::size_t j = 0; j < kTerms; ++j)
    v += side[j] * belief.direction[j];
  if (!(v > 0))
    return;
  const double scale = std::sqrt(v + belief.softness * belief.softness);
  const double z = (belief.edge - m) / scale, h = hazard(z);
  const double pull = h / scale, shrink = h * (h + z) / (scale * scale);
  for (std::size_t j = 0; j < kTerms; ++j) {
    mean[j] -= side[j] * pull;
    for (std::size_t k = 0; k < kTerms; ++k)
      covariance[j * kTerms + k] -= side[j] * side[k] * shrink;
  }
}

// Dearer sells less; a deeper discount sells more; and a product does not gain when its whole category gets dearer. The
// last one is what keeps "raise everything" from looking free: own and sibling terms are each well measured by
// promotions, their sum only by prices that rise together, which is rare.
const std::array<Belief, 3>& beliefs() {
  static const std::array<Belief, 3> all{Belief{along({kOwnRegular}), -0.1, 0.2},
                                         Belief{along({kOwnDiscount}), -0.1, 0.2},
                                         Belief{along({kOwnRegular, kSibling}), -0.3, 0.4}};
  return all;
}

} // namespace

void settleTerms(const SkuFit& fit, ListingLevel& level) {
  level.mean = fit.mean;
  level.covariance = fit.covariance;
  level.mean[kOwnRegular] += level.deviation;
  level.covariance[kOwnRegular * kTerms + kOwnRegular] += level.deviationVariance;
  for (const Belief& b : beliefs())
    hold(b, level.mean, level.covariance);
}

} // namespace pricewright
