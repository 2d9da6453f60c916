// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentJoin.h"

#include <algorithm>
#include <cmath>

namespace pricewright::experimentfiles {
namespace {

struct ArmOfUnit {
  std::uint64_t unit = 0;
  std::uint16_t arm = 0;
};

std::vector<ArmOfUnit> armsOfUnits(const Exposures& exposures) {
  std::vector<ArmOfUnit> out;
  out.reserve(exposures.rows.size());
  for (const Exposure& e : exposures.rows)
    out.push_back({e.unit, e.arm});
  const auto byUnit = [](const ArmOfUnit& a, const ArmOfUnit& b) { return a.unit < b.unit; };
  std::stable_sort(out.begin(), out.end(), byUnit);
  out.erase(
      std::unique(out.begin(), out.end(), [](const ArmOfUnit& a, const ArmOfUnit& b) { return a.unit == b.unit; }),
      out.end());
  return out;
}

struct Activity {
  double units = 0, active = 0;
  [[nodiscard]] double share() const { return units > 0 ? active / units : 0; }
};

// One arm does less than a third of what another does, by far beyond chance, and half of what it lacks is there.
bool isOneArmSilent(std::span<const Activity> arms, double strangers) {
  constexpr double kSilent = 1.0 / 3, kHalf = 0.5, kFarBeyondChance = 5;
  const auto less = [](const Activity& a, const Activity& b) { return a.share() < b.share(); };
  const auto [quiet, loud] = std::minmax_element(arms.begin(), arms.end(), less);
  if (!(quiet->share() < kSilent * loud->share()) || quiet->units == 0)
    return false;
  const double pooled = (quiet->active + loud->active) / (quiet->units + loud->units);
  const double error = std::sqrt(pooled * (1 - pooled) * (1 / quiet->units + 1 / loud->units));
  const double apart = loud->share() - quiet->share();
  return (error == 0 || apart > kFarBeyondChance * error) && strangers >= kHalf * apart * quiet->units;
}

} // namespace

void checkJoin(const Exposures& exposures, const Streams& streams, ExperimentReport& report) {
  const std::vector<ArmOfUnit> known = armsOfUnits(exposures);
  std::vector<std::uint64_t> units;
  for (const std::vector<ShopEvent>& events : streams.events)
    for (const ShopEvent& e : events)
      units.push_back(e.unit);
  report.unmatched.of = qint64(units.size());
  std::sort(units.begin(), units.end());
  std::vector<Activity> arms(std::size_t(exposures.arms.size()));
  for (const ArmOfUnit& one : known)
    ++arms[one.arm].units;
  double strangers = 0; // units
  auto at = known.begin();
  for (auto from = units.begin(); from != units.end();) {
    const auto to = std::upper_bound(from, units.end(), *from);
    at = std::lower_bound(at, known.end(), *from, [](const ArmOfUnit& a, std::uint64_t unit) { return a.unit < unit; });
    if (at != known.end() && at->unit == *from)
      ++arms[at->arm].active;
    else
      ++strangers, report.unmatched.events += to - from;
    from = to;
  }
  report.unmatched.eventUnit = streams.firstUnit, report.unmatched.exposedUnit = exposures.firstUnit;
  const bool none = report.unmatched.of > 0 && report.unmatched.events == report.unmatched.of;
  report.input.joinIsBroken = none || (!arms.empty() && isOneArmSilent(arms, strangers));
}

} // namespace pricewright::experimentfiles
