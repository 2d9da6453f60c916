// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/monitor/WatchSchedule.h"

#include <cmath>
#include <map>
#include <tuple>

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
  const Duration chosen = std::clamp(Duration(qint64(interval)), wanted.shortest, wanted.longest);
  return Duration(qint64(double(chosen.count()) * std::clamp(stretch, 1.0, kMostStretch)));
}

Instant nextLook(const Watch& watch, SkuRole role, Instant now, double stretch) {
  const Duration interval = nextLookAfter(watch, role, stretch);
  // Half a tenth to either side around the interval, never before it is half over.
  return now + interval + Duration(qint64(double(interval.count()) * 0.1 * (phaseOf(watch) - 0.5)));
}

BudgetStretch stretchFor(const std::vector<PlannedLook>& looks, double costALook, double budgetADay) {
  if (!(budgetADay > 0) || !(costALook > 0))
    return {};
  constexpr double kDay = 86'400'000;
  double critical = 0, others = 0; // a day
  for (const PlannedLook& look : looks) {
    Watch calm = *look.watch;
    calm.failures = 0;
    const double aDay = kDay / double(nextLookAfter(calm, look.role).count()) * costALook;
    (look.role == SkuRole::Kvi ? critical : others) += aDay;
  }
  if (critical + others <= budgetADay)
    return {};
  BudgetStretch out;
  const double left = budgetADay - critical;
  out.others = left > 0 ? std::min(kMostStretch, std::max(1.0, others / left)) : kMostStretch;
  const double leftForCritical = budgetADay - others / out.others;
  if (critical > leftForCritical)
    out.critical = leftForCritical > 0 ? std::min(kMostStretch, critical / leftForCritical) : kMostStretch;
  return out;
}

int looksLeft(double costALook, double budgetADay, double spent, int most) {
  if (!(budgetADay > 0))
    return most;
  const double left = budgetADay - spent;
  if (!(costALook > 0))
    return left > 0 ? most : 0;
  constexpr double kRounding = 1e-6; // of a look
  return int(std::clamp(std::floor(left / costALook + kRounding), 0.0, double(most)));
}

std::vector<Watch> inTurn(std::vector<Watch> watches, const QHash<int, SkuRole>& roles, int most) {
  const auto rankOf = [&](const Watch& w) {
    const bool isCritical = roles.value(w.listingNo, SkuRole::Background) == SkuRole::Kvi;
    return int(watches.size()) > most && !isCritical ? 1 : 0;
  };
  std::stable_sort(watches.begin(), watches.end(), [](const Watch& a, const Watch& b) { return a.next < b.next; });
  std::map<std::pair<int, int>, int> turns; // of rank and site
  std::vector<std::tuple<int, int, std::size_t>> order;
  for (std::size_t i = 0; i < watches.size(); ++i) {
    const int rank = rankOf(watches[i]);
    order.emplace_back(rank, turns[{rank, watches[i].siteNo}]++, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<Watch> chosen;
  for (const auto& [rank, turn, i] : order)
    if (int(chosen.size()) < most)
      chosen.push_back(std::move(watches[i]));
  return chosen;
}

} // namespace pricewright
