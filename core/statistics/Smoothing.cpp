// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Smoothing.h"

#include <cmath>

namespace pricewright {
namespace {

class Smoother {
 public:
  explicit Smoother(const SmoothingInput& in)
      : m_in(in), m_level(in.level), m_trend(in.trend), m_season(in.season), m_period(in.season.size()) {}

  SmoothingFit run() {
    SmoothingFit fit;
    for (std::size_t t = firstValue(); t < m_in.y.size(); ++t) {
      const double error = m_in.y[t] - ahead(1, t);
      fit.squaredErrors += error * error;
      take(m_in.y[t], t);
    }
    fit.level = m_level;
    fit.trend = m_trend;
    for (std::size_t k = 0; k < m_period; ++k)
      fit.season.push_back(m_season[(m_in.y.size() + k) % m_period]);
    for (int h = 1; h <= m_in.horizon; ++h)
      fit.forecast.push_back(ahead(h, m_in.y.size() + std::size_t(h) - 1));
    return fit;
  }

 private:
  std::size_t firstValue() const {
    switch (m_in.kind) {
    case SmoothingKind::Simple:
      return 1;
    case SmoothingKind::Trend:
      return 2;
    case SmoothingKind::Damped:
      return 0;
    default:
      return m_period;
    }
  }

  // What is expected of value t, so many steps on.
  double ahead(int steps, std::size_t t) const {
    switch (m_in.kind) {
    case SmoothingKind::Simple:
      return m_level;
    case SmoothingKind::Trend:
      return m_level + steps * m_trend;
    case SmoothingKind::Additive:
      return m_level + steps * m_trend + m_season[t % m_period];
    case SmoothingKind::Multiplicative:
      return (m_level + steps * m_trend) * m_season[t % m_period];
    case SmoothingKind::Damped:
      break;
    }
    double damping = 0, power = 1;
    for (int h = 0; h < steps; ++h)
      damping += (power *= m_in.phi);
    return m_level + damping * m_trend;
  }

  void take(double y, std::size_t t) {
    if (m_in.kind == SmoothingKind::Damped) {
      const double error = y - ahead(1, t);
      m_level += m_in.phi * m_trend + m_in.alpha * error;
      m_trend = m_in.phi * m_trend + m_in.beta * error;
      return;
    }
    const double before = m_level;
    const bool additive = m_in.kind == SmoothingKind::Additive, factor = m_in.kind == SmoothingKind::Multiplicative;
    const double effect = additive || factor ? m_season[t % m_period] : 0;
    const double cleaned = additive ? y - effect : factor ? y / effect : y;
    m_level = m_in.alpha * cleaned + (1 - m_in.alpha) * (m_level + m_trend);
    if (m_in.kind != SmoothingKind::Simple)
      m_trend = m_in.beta * (m_level - before) + (1 - m_in.beta) * m_trend;
    if (additive)
      m_season[t % m_period] = m_in.gamma * (y - m_level) + (1 - m_in.gamma) * effect;
    if (factor)
      m_season[t % m_period] = m_in.gamma * (y / m_level) + (1 - m_in.gamma) * effect;
  }

  const SmoothingInput& m_in;
  double m_level, m_trend;
  std::vector<double> m_season;
  std::size_t m_period;
};

} // namespace

Result<SmoothingFit> smooth(const SmoothingInput& in) {
  const bool seasonal = in.kind == SmoothingKind::Additive || in.kind == SmoothingKind::Multiplicative;
  if (seasonal == in.season.empty() || in.horizon < 0 || in.horizon > 100'000)
    return fail(QStringLiteral("statistics.bad-shape"));
  const std::size_t needed = std::max<std::size_t>(2, in.season.size());
  if (in.y.size() < needed)
    return fail(QStringLiteral("statistics.too-few-rows"), {{QStringLiteral("rows"), QString::number(in.y.size())},
                                                            {QStringLiteral("needed"), QString::number(needed)}});
  for (const std::vector<double>* values : {&in.y, &in.season})
    for (const double v : *values)
      if (!std::isfinite(v))
        return fail(QStringLiteral("statistics.not-finite"));
  for (const double v : {in.alpha, in.beta, in.gamma, in.phi, in.level, in.trend})
    if (!std::isfinite(v))
      return fail(QStringLiteral("statistics.not-finite"));
  SmoothingInput used = in;
  if (in.kind == SmoothingKind::Simple)
    used.trend = 0;
  SmoothingFit fit = Smoother(used).run();
  if (!std::isfinite(fit.squaredErrors) || !std::isfinite(fit.level))
    return fail(QStringLiteral("statistics.not-finite")); // a season of 0 that something was divided by
  return fit;
}

} // namespace pricewright
