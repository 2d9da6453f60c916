// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/monitor/WatchSchedule.h"

#include <cmath>

namespace pricewright {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr double kPriorMoves = 1, kPriorLooks = 20;
constexpr Duration kFirstRetry = minutes(15);
constexpr double kMostStretch = 96;

// A fixed number in [0, 1) for each page.
double phaseOf(const Watch& watch) {
  const auto mixed = (quint64(watch.no) + 1) * 0x9e3779b97f4a7c15ULL;
  return double(mixed >> 11) / 9007199254740992.0;
}

} // namespace

LookInterval lookInterval(SkuRole role) {
  switch (role) {
  case SkuRole::Kvi:
    return {hours(1), hours(1), hours(1)};
  case SkuRole::Foreground:
    return {hours(1), hours(4), hours(12)};
  case SkuRole::Background:
    return {hours(2), hours(8), hours(24)};
  case SkuRole::Tail:
    break;
  }
  return {hours(6), hours(24), hours(24 * 7)};
}

Duration nextLookAfter(const Watch& watch, SkuRole role, double stretch) {
  const LookInterval wanted = lookInterval(role);
  if (watch.failures > 0) {
    const double grown = double(kFirstRetry.count()) * std::pow(2.0, std::min(watch.failures - 1, 12));
    return std::min<Duration>(Duration(qint64(grown)), wanted.longest);
  }
  // Moves a look, and with the usual time between looks, a time.
  const double rate = (double(watch.moves) + kPriorMoves) / (double(watch.looks) + kPriorLooks);
  const double neutral = kPriorMoves / kPriorLooks;
  const double interval = double(wanted.usual.count()) * neutral / rate;
  Duration chosen = std::clamp(Duration(qint64(interval)), wanted.shortest, wanted.longest);
  if (wanted.shortest != wanted.longest)
    chosen = Duration(qint64(double(chosen.count()) * std::clamp(stretch, 1.0, kMostStretch)));
  return chosen;
}

Instant nextLook(const Watch& watch, SkuRole role, Instant now, double stretch) {
  const Duration interval = nextLookAfter(watch, role, stretch);
  // Half a tenth to either side around the interval, never before it is half over.
  return now + interval + Duration(qint64(double(interval.count()) * 0.1 * (phaseOf(watch) - 0.5)));
}

double stretchFor(const std::vector<PlannedLook>& looks, double costALook, double budgetADay) {
  if (!(budgetADay > 0) || !(costALook > 0))
    return 1;
  constexpr double kDay = 86'400'000;
  double fixed = 0, stretched = 0; // a day
  for (const PlannedLook& look : looks) {
    Watch calm = *look.watch;
    calm.failures = 0;
    const double aDay = kDay / double(nextLookAfter(calm, look.role).count()) * costALook;
    (lookInterval(look.role).shortest == lookInterval(look.role).longest ? fixed : stretched) += aDay;
  }
  const double left = budgetADay - fixed;
  if (fixed + stretched <= budgetADay)
    return 1;
  return left > 0 ? std::min(kMostStretch, stretched / left) : kMostStretch;
}

} // namespace pricewright
