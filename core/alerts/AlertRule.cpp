// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/AlertRule.h"

#include "base/Words.h"

#include <array>

namespace pricewright {
namespace {

constexpr std::array<const char*, 8> kAlertKinds{"move-down",   "move-up",   "undercut", "index-below",
                                                 "index-above", "price-war", "sold-out", "silent"};
constexpr auto kAlertDay = std::chrono::hours(24);
constexpr int kWarDays = 7;
constexpr auto kSilenceRemembered = std::chrono::hours(24 * 35);

Instant wallOf(const AlertRule& rule, Instant at) {
  return at + std::chrono::seconds(utcOffset(rule.quietZone, at).value_or(0));
}

} // namespace

QString alertKindName(AlertKind k) { return s(kAlertKinds[std::size_t(k)]); }

std::optional<AlertKind> alertKindFrom(QStringView name) {
  for (std::size_t i = 0; i < kAlertKinds.size(); ++i)
    if (name == QLatin1String(kAlertKinds[i]))
      return AlertKind(i);
  return std::nullopt;
}

Duration AlertRule::reach(Duration longestHold) const {
  switch (kind) {
  case AlertKind::MoveDown:
  case AlertKind::MoveUp:
    return longestHold + kAlertDay * (days + 1);
  case AlertKind::PriceWar:
    return longestHold + kAlertDay * (kWarDays + 1);
  case AlertKind::Silent:
    return longestHold + std::chrono::hours(hours) + kSilenceRemembered;
  default:
    return longestHold + kAlertDay;
  }
}

std::vector<AlertRule> suggestedAlerts(const QByteArray& timeZone) {
  constexpr int kEvening = 22 * 60, kMorning = 7 * 60;
  AlertRule drop;
  drop.name = s("Competitor drops more than 20 %"), drop.kind = AlertKind::MoveDown;
  drop.quietFrom = kEvening, drop.quietTo = kMorning, drop.quietZone = timeZone.isEmpty() ? "UTC" : timeZone;
  AlertRule war = drop;
  war.name = s("Price war"), war.kind = AlertKind::PriceWar;
  AlertRule undercut = drop;
  undercut.name = s("Known-value item undercut by more than 5 %"), undercut.kind = AlertKind::Undercut;
  undercut.percentBp = 500, undercut.hysteresisBp = 100, undercut.scope.role = SkuRole::Kvi;
  return {drop, war, undercut};
}

bool isQuiet(const AlertRule& rule, Instant at) {
  if (rule.quietFrom == rule.quietTo)
    return false;
  const Instant wall = wallOf(rule, at);
  const auto minute = std::chrono::floor<std::chrono::minutes>(wall - startOf(dayOf(wall))).count();
  return rule.quietFrom < rule.quietTo ? minute >= rule.quietFrom && minute < rule.quietTo
                                       : minute >= rule.quietFrom || minute < rule.quietTo;
}

Instant quietUntil(const AlertRule& rule, Instant at) {
  if (!isQuiet(rule, at))
    return at;
  Instant t = std::chrono::floor<std::chrono::minutes>(at) + std::chrono::minutes(1);
  for (const Instant longest = at + 3 * kAlertDay; t < longest && isQuiet(rule, t);)
    t += std::chrono::minutes(1);
  return t;
}

Day alertDayOf(const AlertRule& rule, Instant at) { return dayOf(wallOf(rule, at)); }

} // namespace pricewright
