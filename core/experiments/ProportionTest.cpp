// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/ProportionTest.h"

#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr double kMostWalked = 2e6; // values of a table's corner that Fisher's test walks through

Status checkShare(const ShareCount& arm, double alpha) {
  if (!(alpha > 0 && alpha < 1))
    return fail(QStringLiteral("experiment.bad-level"));
  if (!std::isfinite(arm.units) || !std::isfinite(arm.successes))
    return fail(QStringLiteral("experiment.not-finite"));
  if (arm.units < 0 || arm.successes < 0 || arm.successes > arm.units || std::floor(arm.units) != arm.units ||
      std::floor(arm.successes) != arm.successes)
    return fail(QStringLiteral("experiment.bad-counts"));
  if (arm.units == 0)
    return fail(QStringLiteral("experiment.no-exposure"));
  return {};
}

ShareInterval wilsonOf(const ShareCount& arm, double z) {
  const double n = arm.units, p = arm.successes / n, z2 = z * z / n;
  const double middle = (p + z2 / 2) / (1 + z2);
  const double half = z / (1 + z2) * std::sqrt((p * (1 - p) + z2 / 4) / n);
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

ShareInterval waldOf(const ShareCount& control, const ShareCount& treatment, double z) {
  const double pc = control.successes / control.units, pt = treatment.successes / treatment.units;
  const double half = z * std::sqrt(pc * (1 - pc) / control.units + pt * (1 - pt) / treatment.units);
  return {pt - pc - half, pt - pc + half};
}

// Sums the hypergeometric chances that are not above the observed one's: relative to the most likely table, outwards
// from it, so that no factorial is ever needed.
std::optional<double> fisherOf(const ShareCount& control, const ShareCount& treatment) {
  const double n1 = treatment.units, n2 = control.units, successes = treatment.successes + control.successes;
  const double least = std::max(0.0, successes - n2), most = std::min(n1, successes);
  if (most - least > kMostWalked)
    return std::nullopt;
  const double mode = std::clamp(std::floor((successes + 1) * (n1 + 1) / (n1 + n2 + 2)), least, most);
  const auto stepUp = [&](double x) { // chance of x + 1 over that of x
    return (n1 - x) * (successes - x) / ((x + 1) * (n2 - successes + x + 1));
  };
  double seen = 1;
  for (double x = mode; x < treatment.successes; ++x)
    seen *= stepUp(x);
  for (double x = mode; x > treatment.successes; --x)
    seen /= stepUp(x - 1);
  constexpr double kTie = 1 + 1e-7; // equal chances differ by rounding
  double all = 0, notAbove = 0;
  const auto count = [&](double chance) {
    all += chance;
    notAbove += chance <= seen * kTie ? chance : 0;
  };
  double chance = 1;
  for (double x = mode; x <= most && chance > 0; chance *= stepUp(x), ++x)
    count(chance);
  chance = 1;
  for (double x = mode; x > least && chance > 0; --x) {
    chance /= stepUp(x - 1);
    count(chance);
  }
  return std::min(1.0, notAbove / all);
}

} // namespace

Result<ShareInterval> wilsonInterval(const ShareCount& arm, double alpha) {
  PW_CHECK(checkShare(arm, alpha));
  return wilsonOf(arm, -normalQuantile(alpha / 2));
}

Result<ShareInterval> clopperPearsonInterval(const ShareCount& arm, double alpha) {
  PW_CHECK(checkShare(arm, alpha));
  const double x = arm.successes, n = arm.units;
  return ShareInterval{x == 0 ? 0 : betaQuantile(alpha / 2, x, n - x + 1),
                       x == n ? 1 : betaQuantile(1 - alpha / 2, x + 1, n - x)};
}

Result<ShareInterval> jeffreysInterval(const ShareCount& arm, double alpha) {
  PW_CHECK(checkShare(arm, alpha));
  const double a = arm.successes + 0.5, b = arm.units - arm.successes + 0.5;
  return ShareInterval{betaQuantile(alpha / 2, a, b), betaQuantile(1 - alpha / 2, a, b)};
}

Result<ProportionTest> testProportions(const ShareCount& control, const ShareCount& treatment, double alpha) {
  PW_CHECK(checkShare(control, alpha));
  PW_CHECK(checkShare(treatment, alpha));
  const double nc = control.units, nt = treatment.units;
  const double pc = control.successes / nc, pt = treatment.successes / nt;
  const double pooled = (control.successes + treatment.successes) / (nc + nt);
  if (!(pooled > 0 && pooled < 1))
    return fail(QStringLiteral("experiment.no-variance"));
  const double z = -normalQuantile(alpha / 2);
  ProportionTest out;
  out.difference = pt - pc;
  out.zPooled = out.difference / std::sqrt(pooled * (1 - pooled) * (1 / nc + 1 / nt));
  out.pPooled = 2 * normalCdf(-std::abs(out.zPooled));
  const double own = pc * (1 - pc) / nc + pt * (1 - pt) / nt;
  if (own > 0) {
    out.zUnpooled = out.difference / std::sqrt(own);
    out.pUnpooled = 2 * normalCdf(-std::abs(out.zUnpooled));
  }
  out.wald = waldOf(control, treatment, z);
  const ShareInterval c = wilsonOf(control, z), t = wilsonOf(treatment, z);
  out.newcombe = {out.difference - std::hypot(pt - t.low, c.high - pc),
                  out.difference + std::hypot(t.high - pt, pc - c.low)};
  out.agrestiCaffo = waldOf({nc + 2, control.successes + 1}, {nt + 2, treatment.successes + 1}, z);
  out.fisher = fisherOf(control, treatment);
  return out;
}

} // namespace pricewright
