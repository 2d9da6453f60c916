// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/GroupSequential.h"

#include "base/Words.h"
#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace pricewright {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr int kGridSize = 18; // Jennison & Turnbull's r
constexpr double kFarOut = 9; // z that nothing reaches
constexpr double kLeastSpent = 1e-17;

Error badLooks(const char* name) { return fail(s("experiment.bad-setting"), {{s("setting"), s(name)}}); }

// Asked for millions of times: without the checks of statistics/Distributions.h.
double quickCdf(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }
double quickDensity(double z) { return std::exp(-z * z / 2) * (std::numbers::inv_sqrtpi / std::numbers::sqrt2); }

// Simpson's rule between two limits, with points where a normal density about `middle` needs them.
struct LookGrid {
  std::vector<double> z, weight;
  LookGrid(double middle, double low, double high);
};
LookGrid::LookGrid(double middle, double low, double high) {
  constexpr int r = kGridSize;
  std::vector<double> at{low};
  for (int i = 1; i < 6 * r; ++i) {
    const double x = middle + (i < r        ? -3 - 4 * std::log(double(r) / i)
                               : i <= 5 * r ? -3 + 3.0 * (i - r) / (2 * r)
                                            : 3 + 4 * std::log(double(r) / (6 * r - i)));
    if (x > low && x < high)
      at.push_back(x);
  }
  at.push_back(high);
  for (std::size_t i = 0; i + 1 < at.size(); ++i) {
    const double step = (at[i + 1] - at[i]) / 6;
    if (i == 0)
      z.push_back(at[0]), weight.push_back(0);
    weight.back() += step;
    z.push_back((at[i] + at[i + 1]) / 2), weight.push_back(4 * step);
    z.push_back(at[i + 1]), weight.push_back(step);
  }
}

// The density of z at a look among those that were not decided before, times the grid's weights.
class Walk {
 public:
  Walk(double drift, bool oneSided) : m_drift(drift), m_oneSided(oneSided) {}

  // The chance to lie beyond z at a look at `fraction`, not having been decided before.
  [[nodiscard]] double above(double fraction, double z) const {
    return beyond(fraction, [&](double mean, double sd) { return quickCdf((mean - z * std::sqrt(fraction)) / sd); });
  }
  [[nodiscard]] double below(double fraction, double z) const {
    return beyond(fraction, [&](double mean, double sd) { return quickCdf((-z * std::sqrt(fraction) - mean) / sd); });
  }
  // Goes on with those between the limits.
  void pass(double fraction, double z) {
    const double middle = m_drift * std::sqrt(fraction), high = std::min(z, middle + kFarOut);
    const double low = m_oneSided ? middle - kFarOut : std::max(-z, middle - kFarOut);
    if (!(low < high)) {
      m_z.clear(), m_mass.clear(), m_fraction = fraction, m_started = true;
      return;
    }
    LookGrid grid(middle, low, high);
    const double root = std::sqrt(fraction);
    for (std::size_t i = 0; i < grid.z.size(); ++i) {
      const double at = grid.z[i];
      grid.weight[i] *=
          beyond(fraction, [&](double mean, double sd) { return quickDensity((at * root - mean) / sd) * root / sd; });
    }
    m_z = std::move(grid.z), m_mass = std::move(grid.weight), m_fraction = fraction, m_started = true;
  }

 private:
  // On the scale of the running sum z √fraction, whose steps are independent.
  template <class Of> [[nodiscard]] double beyond(double fraction, const Of& of) const {
    const double step = fraction - m_fraction, sd = std::sqrt(step);
    if (!m_started)
      return of(m_drift * step, sd);
    double sum = 0;
    const double root = std::sqrt(m_fraction);
    for (std::size_t i = 0; i < m_z.size(); ++i)
      sum += m_mass[i] * of(m_z[i] * root + m_drift * step, sd);
    return sum;
  }
  double m_drift;
  bool m_oneSided, m_started = false;
  double m_fraction = 0;
  std::vector<double> m_z, m_mass;
};

double spentOnOneSide(double t, double alpha, const SpendingPlan& plan) {
  if (t <= 0)
    return 0;
  if (t >= 1)
    return alpha;
  switch (plan.spending) {
  case LookSpending::OBrienFleming:
    return 2 * normalCdf(normalQuantile(alpha / 2) / std::sqrt(t));
  case LookSpending::Pocock:
    return alpha * std::log1p((std::numbers::e - 1) * t);
  case LookSpending::Power:
    return alpha * std::pow(t, plan.exponent);
  }
  return 0;
}

Status checkFractions(std::span<const double> fractions) {
  if (fractions.empty() || fractions.size() > kMostLooks)
    return fail(s("experiment.bad-shape"));
  double before = 0;
  for (const double fraction : fractions) {
    if (!(fraction > before) || before >= 1 || !std::isfinite(fraction))
      return badLooks("fractions");
    before = fraction;
  }
  return {};
}

double limitThatSpends(const Walk& walk, double fraction, double spend) {
  if (spend < kLeastSpent)
    return kInfinite;
  double low = -kFarOut, high = kFarOut;
  if (walk.above(fraction, high) >= spend)
    return kInfinite;
  constexpr int kHalvings = 48;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    (walk.above(fraction, middle) > spend ? low : high) = middle;
  }
  return (low + high) / 2;
}

double nominal(double z, bool oneSided) { return (oneSided ? 1 : 2) * normalCdf(-z); }

} // namespace

double spentUpTo(double t, const SpendingPlan& plan) {
  return plan.oneSided ? spentOnOneSide(t, plan.alpha, plan) : 2 * spentOnOneSide(t, plan.alpha / 2, plan);
}

Result<std::vector<LookLimit>> lookLimits(std::span<const double> fractions, const SpendingPlan& plan) {
  if (!(plan.alpha > 0 && plan.alpha < 0.5))
    return fail(s("experiment.bad-level"));
  if (plan.spending == LookSpending::Power && !(plan.exponent > 0 && plan.exponent <= 100))
    return badLooks("exponent");
  PW_CHECK(checkFractions(fractions));
  const double alpha = plan.oneSided ? plan.alpha : plan.alpha / 2, sides = plan.oneSided ? 1 : 2;
  std::vector<LookLimit> out;
  Walk walk(0, plan.oneSided);
  double spent = 0;
  for (const double given : fractions) {
    const double fraction = std::min(given, 1.0), due = spentOnOneSide(fraction, alpha, plan);
    const double z = limitThatSpends(walk, fraction, due - spent);
    if (std::isfinite(z))
      spent = due; // what was too little to spend is kept for later
    out.push_back({fraction, z, nominal(z, plan.oneSided), sides * spent});
    walk.pass(fraction, z);
  }
  return out;
}

Result<std::vector<LookLimit>> shapedLimits(int looks, double alpha, double shape) {
  if (!(alpha > 0 && alpha < 0.5))
    return fail(s("experiment.bad-level"));
  if (looks < 1 || std::size_t(looks) > kMostLooks)
    return fail(s("experiment.bad-shape"));
  if (!(shape >= -2 && shape <= 1))
    return badLooks("shape");
  std::vector<LookLimit> out(std::size_t(looks), LookLimit{});
  const auto chance = [&](double c) {
    Walk walk(0, false);
    double spent = 0;
    for (int k = 1; k <= looks; ++k) {
      LookLimit& limit = out[std::size_t(k - 1)];
      limit.fraction = double(k) / looks, limit.z = c * std::pow(limit.fraction, shape - 0.5);
      spent += 2 * walk.above(limit.fraction, limit.z);
      limit.nominalP = nominal(limit.z, false), limit.spent = spent;
      walk.pass(limit.fraction, limit.z);
    }
    return spent;
  };
  double low = 0.1, high = kFarOut;
  constexpr int kHalvings = 45;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    (chance(middle) > alpha ? low : high) = middle;
  }
  chance((low + high) / 2);
  return out;
}

Result<std::vector<CrossingChance>> crossingChances(std::span<const LookLimit> limits, double drift, bool oneSided) {
  std::vector<double> fractions;
  for (const LookLimit& limit : limits) {
    if (!(limit.z > 0))
      return badLooks("z");
    fractions.push_back(limit.fraction);
  }
  PW_CHECK(checkFractions(fractions));
  if (!(std::abs(drift) <= 1'000))
    return badLooks("drift");
  std::vector<CrossingChance> out;
  Walk walk(drift, oneSided);
  for (const LookLimit& limit : limits) {
    const bool open = std::isinf(limit.z);
    out.push_back(
        {open ? 0 : walk.above(limit.fraction, limit.z), open || oneSided ? 0 : walk.below(limit.fraction, limit.z)});
    walk.pass(limit.fraction, limit.z);
  }
  return out;
}

RepeatedInterval repeatedInterval(const Lift& lift, const LookLimit& limit) {
  const double half = limit.z * lift.standardError;
  return {lift.value - half, lift.value + half, std::abs(lift.value) >= half};
}

} // namespace pricewright
