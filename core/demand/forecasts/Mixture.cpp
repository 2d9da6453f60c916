// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/forecasts/SalesReplay.h"
#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

// A forecast's five quantiles as a curve from log units to standard deviations, straight in between and beyond.
class LogCurve {
 public:
  explicit LogCurve(const Forecast& f) {
    constexpr double kZ80 = 1.2815515655446004, kZ95 = 1.959963984540054;
    m_z = {-kZ95, -kZ80, 0, kZ80, kZ95};
    const double units[] = {f.low95, f.low80, f.median, f.high80, f.high95};
    for (std::size_t k = 0; k < m_x.size(); ++k) {
      m_x[k] = std::log(std::max(units[k], 1e-9));
      if (k > 0)
        m_x[k] = std::max(m_x[k], m_x[k - 1] + 1e-9);
    }
  }
  double below(double x) const { // P(log units < x)
    std::size_t k = 1;
    while (k + 1 < m_x.size() && x > m_x[k])
      ++k;
    const double slope = (m_z[k] - m_z[k - 1]) / (m_x[k] - m_x[k - 1]);
    return normalCdf(m_z[k] + slope * (x - m_x[k]));
  }
  double low() const { return m_x.front() - 3; }
  double high() const { return m_x.back() + 3; }

 private:
  std::array<double, 5> m_z{}, m_x{};
};

struct Weighted {
  LogCurve curve;
  double weight = 0; // of 1
};

double quantileOf(const std::vector<Weighted>& curves, double p) {
  double low = curves.front().curve.low(), high = curves.front().curve.high();
  for (const Weighted& c : curves)
    low = std::min(low, c.curve.low()), high = std::max(high, c.curve.high());
  for (int step = 0; step < 40; ++step) {
    const double middle = (low + high) / 2;
    double below = 0;
    for (const Weighted& c : curves)
      below += c.weight * c.curve.below(middle);
    (below < p ? low : high) = middle;
  }
  return std::exp((low + high) / 2);
}

} // namespace

Forecast mixtureOf(std::span<const Forecast> forecasts, std::span<const double> weights) {
  Forecast out;
  std::vector<Weighted> curves;
  double all = 0;
  for (std::size_t k = 0; k < forecasts.size(); ++k) {
    const double weight = weights.empty() ? 1 : weights[k];
    if (!(forecasts[k].median > 0) || !(weight > 0))
      continue;
    curves.push_back({LogCurve(forecasts[k]), weight});
    out.mean += weight * forecasts[k].mean, all += weight;
  }
  if (curves.empty())
    return {};
  if (curves.size() == 1)
    return *std::find_if(forecasts.begin(), forecasts.end(), [&](const Forecast& f) {
      return f.median > 0 && (weights.empty() || weights[std::size_t(&f - forecasts.data())] > 0);
    });
  out.mean /= all;
  for (Weighted& c : curves)
    c.weight /= all;
  out.low95 = quantileOf(curves, 0.025), out.low80 = quantileOf(curves, 0.1), out.median = quantileOf(curves, 0.5);
  out.high80 = quantileOf(curves, 0.9), out.high95 = quantileOf(curves, 0.975);
  return out;
}

} // namespace pricewright
