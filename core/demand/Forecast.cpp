// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/ElasticityModel.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr double k80 = 1.2815515655446004, k95 = 1.959963984540054; // normal quantiles

std::optional<std::array<double, kTerms>> termsAt(const DemandEstimate& e, const DemandPoint& at) {
  std::array<double, kTerms> x{};
  if (!e.usable || !(at.price > 0) || !std::isfinite(at.price) || !(e.referencePrice > 0))
    return std::nullopt;
  const double regular = at.regular > 0 ? at.regular : at.price;
  x[kOwnRegular] = std::log(regular / e.referencePrice);
  x[kOwnDiscount] = std::min(0.0, std::log(at.price / regular));
  x[kSibling] = at.siblingIndexLog;
  x[kCompetitor] = at.competitorLog;
  x[kDeal] = at.deal;
  x[kFeature] = at.feature;
  for (double v : x)
    if (!std::isfinite(v))
      return std::nullopt;
  return x;
}

} // namespace

// Season is in logBase already. All zeros where nothing can be said: not usable, or a price that is none.
Forecast forecast(const DemandEstimate& e, const DemandPoint& at) {
  Forecast out;
  const auto x = termsAt(e, at);
  if (!x)
    return out;
  double mean = e.logBase, variance = e.noiseSd * e.noiseSd + e.logBaseSd * e.logBaseSd;
  for (std::size_t j = 0; j < kTerms; ++j) {
    mean += (*x)[j] * e.mean[j];
    for (std::size_t k = 0; k < kTerms; ++k)
      variance += (*x)[j] * e.covariance[j * kTerms + k] * (*x)[k];
  }
  // Beyond e³⁰ units a week nothing is a forecast; the bound keeps every figure finite.
  mean = std::clamp(mean, -30.0, 30.0);
  const double sd = std::min(std::sqrt(std::max(variance, 0.0)), 15.0);
  out.median = std::exp(mean);
  out.mean = out.median * e.smearing;
  out.low80 = std::exp(mean - k80 * sd), out.high80 = std::exp(mean + k80 * sd);
  out.low95 = std::exp(mean - k95 * sd), out.high95 = std::exp(mean + k95 * sd);
  return out;
}

} // namespace pricewright
